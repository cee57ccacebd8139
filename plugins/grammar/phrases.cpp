#include "phrases.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <string_view>

#include "structure.h"

namespace relis::grammar {
namespace {

constexpr std::string_view listed[] = {"en ce sens",
                                       "en un sens",
                                       "au pire",
                                       "au mieux",
                                       "à plusieurs reprises",
                                       "dès le départ",
                                       "au départ",
                                       "somme toute",
                                       "quelque peu",
                                       "à la base",
                                       "à l' origine",
                                       "a priori",
                                       "a posteriori",
                                       "un poil",
                                       "au maximum",
                                       "au minimum",
                                       "dans tous les cas",
                                       "en tous cas",
                                       "pour l' instant",
                                       "pour le moment",
                                       "de temps en temps",
                                       "à l' époque",
                                       "sur place",
                                       "en place",
                                       "à mon sens",
                                       "à mon avis",
                                       "à mes yeux",
                                       "à elle seule",
                                       "à lui seul",
                                       "à ce moment",
                                       "de fait",
                                       "dans l' ensemble",
                                       "dans leur ensemble",
                                       "sans peine",
                                       "tous deux",
                                       "toutes deux",
                                       "tous les deux",
                                       "toutes les deux",
                                       "tous les trois",
                                       "tous trois",
                                       "d' ores et déjà",
                                       "y compris",
                                       "bien entendu",
                                       "pas du tout",
                                       "à peine",
                                       "à nouveau",
                                       "à côté",
                                       "à moitié",
                                       "à part",
                                       "à jamais",
                                       "à la fois",
                                       "à l' avance",
                                       "à présent",
                                       "à terme",
                                       "de nouveau",
                                       "de suite",
                                       "de plus",
                                       "de même",
                                       "de loin",
                                       "de toute façon",
                                       "d' ailleurs",
                                       "d' abord",
                                       "d' habitude",
                                       "d' emblée",
                                       "d' avance",
                                       "tout à fait",
                                       "tout à coup",
                                       "tout de suite",
                                       "tout de même",
                                       "tout d' abord",
                                       "tout le temps",
                                       "tout au plus",
                                       "tout d' un coup",
                                       "en effet",
                                       "en fait",
                                       "en partie",
                                       "en outre",
                                       "en général",
                                       "en plus",
                                       "en revanche",
                                       "en vain",
                                       "en permanence",
                                       "en tout cas",
                                       "en même temps",
                                       "en principe",
                                       "en moyenne",
                                       "en particulier",
                                       "un peu",
                                       "plus ou moins",
                                       "bel et bien",
                                       "quand même",
                                       "par la suite",
                                       "par contre",
                                       "par ailleurs",
                                       "par exemple",
                                       "par conséquent",
                                       "par hasard",
                                       "pour autant",
                                       "sans doute",
                                       "sans cesse",
                                       "du coup",
                                       "du moins",
                                       "du tout",
                                       "au moins",
                                       "au plus",
                                       "au fond",
                                       "au moins une fois",
                                       "on ne peut plus",
                                       "une fois",
                                       "bien sûr",
                                       "petit à petit",
                                       "peu à peu",
                                       "mis à part",
                                       "ni plus ni moins",
                                       "par terre",
                                       "pas mal",
                                       "pour partie",
                                       "un minimum",
                                       "un brin",
                                       "non plus"};

constexpr std::string_view first_word(std::string_view phrase) {
    return phrase.substr(0, phrase.find(' '));
}

constexpr std::string_view after_first_word(std::string_view phrase) {
    return phrase.substr(std::min(phrase.size(), first_word(phrase).size() + 1));
}

/// A phrase with what dismisses it at most places.
struct Phrase {
    std::string_view text;
    std::uint16_t first = 0;  ///< fingerprints of its first two words
    std::uint16_t second = 0;
};

/// By the fingerprints of their first words, so that a look-up meets only phrases that begin so; the longer one of two
/// is tried first.
constexpr auto phrases = [] {
    std::array<Phrase, std::size(listed)> sorted{};
    for (std::size_t i = 0; i < sorted.size(); ++i) {
        sorted[i] = {listed[i], fingerprint(first_word(listed[i])),
                     fingerprint(first_word(after_first_word(listed[i])))};
    }
    std::sort(sorted.begin(), sorted.end(), [](const Phrase& a, const Phrase& b) {
        if (a.first != b.first) return a.first < b.first;
        return a.text.size() != b.text.size() ? a.text.size() > b.text.size() : a.text < b.text;
    });
    return sorted;
}();
static_assert(phrases.size() < 255);

/// The first phrase of each fingerprint, or phrases.size().
constexpr auto first_phrases = [] {
    std::array<std::uint8_t, fingerprints> result{};
    result.fill(static_cast<std::uint8_t>(phrases.size()));
    for (std::size_t i = phrases.size(); i-- > 0;) result[phrases[i].first] = static_cast<std::uint8_t>(i);
    return result;
}();

/// Tokens of the phrase if it stands at i, else 0.
std::size_t match(const ReadText& text, std::size_t i, std::string_view phrase) {
    std::size_t k = i;
    while (!phrase.empty()) {
        const std::string_view next = first_word(phrase);
        if (k >= text.size() || text.lower(k) != next) return 0;
        phrase.remove_prefix(std::min(phrase.size(), next.size() + 1));
        ++k;
    }
    return same_sentence(text, i, k - 1) ? k - i : 0;
}

}  // namespace

std::size_t find_adverb_phrase(const ReadText& text, std::size_t i) {
    const std::uint16_t first = text[i].fingerprint;
    std::size_t k = first_phrases[first];
    if (k == phrases.size() || text[i].boundary != Boundary::none) return 0;
    const std::uint16_t second = text[i + 1].fingerprint;
    for (; k < phrases.size() && phrases[k].first == first; ++k) {
        if (phrases[k].second != second) continue;
        if (const std::size_t length = match(text, i, phrases[k].text)) return length;
    }
    return 0;
}

}  // namespace relis::grammar

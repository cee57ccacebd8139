#include "phrases.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>

#include "form_filter.h"
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

/// By their first words, so that a look-up meets only phrases that begin so; the longer one of two is tried first.
constexpr auto phrases = [] {
    std::array<std::string_view, std::size(listed)> sorted{};
    std::copy(std::begin(listed), std::end(listed), sorted.begin());
    std::sort(sorted.begin(), sorted.end(), [](std::string_view a, std::string_view b) {
        if (first_word(a) != first_word(b)) return first_word(a) < first_word(b);
        return a.size() != b.size() ? a.size() > b.size() : a < b;
    });
    return sorted;
}();

constexpr FormFilter first_words(listed, first_word);

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
    if (text[i].boundary != Boundary::none) return 0;
    const std::string_view word = text.lower(i);
    if (!first_words.may_be(text[i])) return 0;
    const auto* phrase = std::lower_bound(phrases.begin(), phrases.end(), word,
                                          [](std::string_view a, std::string_view b) { return first_word(a) < b; });
    for (; phrase != phrases.end() && first_word(*phrase) == word; ++phrase) {
        if (const std::size_t length = match(text, i, *phrase)) return length;
    }
    return 0;
}

}  // namespace relis::grammar

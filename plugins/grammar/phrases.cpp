#include "phrases.h"

#include <array>
#include <string_view>

#include "structure.h"

namespace relis::grammar {
namespace {

constexpr std::array phrases{std::string_view("en ce sens"),
                             std::string_view("en un sens"),
                             std::string_view("au pire"),
                             std::string_view("au mieux"),
                             std::string_view("à plusieurs reprises"),
                             std::string_view("dès le départ"),
                             std::string_view("au départ"),
                             std::string_view("somme toute"),
                             std::string_view("quelque peu"),
                             std::string_view("à la base"),
                             std::string_view("à l' origine"),
                             std::string_view("a priori"),
                             std::string_view("a posteriori"),
                             std::string_view("un poil"),
                             std::string_view("au maximum"),
                             std::string_view("au minimum"),
                             std::string_view("dans tous les cas"),
                             std::string_view("en tous cas"),
                             std::string_view("pour l' instant"),
                             std::string_view("pour le moment"),
                             std::string_view("de temps en temps"),
                             std::string_view("à l' époque"),
                             std::string_view("sur place"),
                             std::string_view("en place"),
                             std::string_view("à mon sens"),
                             std::string_view("à mon avis"),
                             std::string_view("à mes yeux"),
                             std::string_view("à elle seule"),
                             std::string_view("à lui seul"),
                             std::string_view("à ce moment"),
                             std::string_view("de fait"),
                             std::string_view("dans l' ensemble"),
                             std::string_view("dans leur ensemble"),
                             std::string_view("sans peine"),
                             std::string_view("tous deux"),
                             std::string_view("toutes deux"),
                             std::string_view("tous les deux"),
                             std::string_view("toutes les deux"),
                             std::string_view("tous les trois"),
                             std::string_view("tous trois"),
                             std::string_view("d' ores et déjà"),
                             std::string_view("y compris"),
                             std::string_view("bien entendu"),
                             std::string_view("pas du tout"),
                             std::string_view("à peine"),
                             std::string_view("à nouveau"),
                             std::string_view("à côté"),
                             std::string_view("à moitié"),
                             std::string_view("à part"),
                             std::string_view("à jamais"),
                             std::string_view("à la fois"),
                             std::string_view("à l' avance"),
                             std::string_view("à présent"),
                             std::string_view("à terme"),
                             std::string_view("de nouveau"),
                             std::string_view("de suite"),
                             std::string_view("de plus"),
                             std::string_view("de même"),
                             std::string_view("de loin"),
                             std::string_view("de toute façon"),
                             std::string_view("d' ailleurs"),
                             std::string_view("d' abord"),
                             std::string_view("d' habitude"),
                             std::string_view("d' emblée"),
                             std::string_view("d' avance"),
                             std::string_view("tout à fait"),
                             std::string_view("tout à coup"),
                             std::string_view("tout de suite"),
                             std::string_view("tout de même"),
                             std::string_view("tout d' abord"),
                             std::string_view("tout le temps"),
                             std::string_view("tout au plus"),
                             std::string_view("tout d' un coup"),
                             std::string_view("en effet"),
                             std::string_view("en fait"),
                             std::string_view("en partie"),
                             std::string_view("en outre"),
                             std::string_view("en général"),
                             std::string_view("en plus"),
                             std::string_view("en revanche"),
                             std::string_view("en vain"),
                             std::string_view("en permanence"),
                             std::string_view("en tout cas"),
                             std::string_view("en même temps"),
                             std::string_view("en principe"),
                             std::string_view("en moyenne"),
                             std::string_view("en particulier"),
                             std::string_view("un peu"),
                             std::string_view("plus ou moins"),
                             std::string_view("bel et bien"),
                             std::string_view("quand même"),
                             std::string_view("par la suite"),
                             std::string_view("par contre"),
                             std::string_view("par ailleurs"),
                             std::string_view("par exemple"),
                             std::string_view("par conséquent"),
                             std::string_view("par hasard"),
                             std::string_view("pour autant"),
                             std::string_view("sans doute"),
                             std::string_view("sans cesse"),
                             std::string_view("du coup"),
                             std::string_view("du moins"),
                             std::string_view("du tout"),
                             std::string_view("au moins"),
                             std::string_view("au plus"),
                             std::string_view("au fond"),
                             std::string_view("au moins une fois"),
                             std::string_view("on ne peut plus"),
                             std::string_view("une fois"),
                             std::string_view("bien sûr"),
                             std::string_view("petit à petit"),
                             std::string_view("peu à peu"),
                             std::string_view("mis à part"),
                             std::string_view("ni plus ni moins"),
                             std::string_view("par terre"),
                             std::string_view("pas mal"),
                             std::string_view("pour partie"),
                             std::string_view("un minimum"),
                             std::string_view("un brin"),
                             std::string_view("non plus")};

/// Tokens of the phrase if it stands at i, else 0.
std::size_t match(const ReadText& text, std::size_t i, std::string_view phrase) {
    std::size_t k = i;
    while (!phrase.empty()) {
        const std::string_view next = phrase.substr(0, phrase.find(' '));
        if (k >= text.size() || !same_sentence(text, i, k) || text.lower(k) != next) return 0;
        phrase.remove_prefix(std::min(phrase.size(), next.size() + 1));
        ++k;
    }
    return k - i;
}

}  // namespace

std::size_t adverb_phrase(const ReadText& text, std::size_t i) {
    if (!text.is_any(i, {word("à"),    word("de"),    word("d'"),      word("tout"), word("en"),   word("un"),
                         word("plus"), word("quand"), word("par"),     word("pour"), word("sans"), word("du"),
                         word("au"),   word("on"),    word("une"),     word("bien"), word("peu"),  word("ni"),
                         word("non"),  word("pas"),   word("mis"),     word("dans"), word("tous"), word("toutes"),
                         word("y"),    word("a"),     word("quelque"), word("dès"),  word("sur")}) &&
        text.lower(i) != "bel" && text.lower(i) != "petit" && text.lower(i) != "somme") {
        return 0;
    }
    for (const std::string_view phrase : phrases) {
        if (const std::size_t length = match(text, i, phrase)) return length;
    }
    return 0;
}

}  // namespace relis::grammar

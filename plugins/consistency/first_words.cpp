#include "first_words.h"

#include <algorithm>
#include <string_view>

namespace relis::consistency {

using comments::Comment;

namespace {

std::size_t first_content(const Comment& comment) {
    std::size_t first = 0;
    while (first < comment.tokens().size() && !comments::is_content(comment.tokens()[first])) ++first;
    return first;
}

/// The words from a place on; empty past the end.
class Words {
  public:
    Words(const Comment& comment, std::size_t first) : comment_(comment), first_(first) {}
    std::string_view operator[](std::size_t i) const {
        return first_ + i < comment_.tokens().size() ? comment_.folded(first_ + i) : std::string_view{};
    }

  private:
    const Comment& comment_;
    std::size_t first_;
};

bool is_stop(std::string_view word) {
    return word.empty() || is_any(word, ",", ".", "!", ";", ":", "...", "…", "(", "-", "–", "—");
}

/// « Jamais. », « Pas dans ma caisse », « Pas du tout. »
bool denies_flatly(const Words& words) {
    const bool alone = !words[1].empty() && is_stop(words[1]) && words[1] != ";" && words[1] != ":";
    return (is_any(words[0], "jamais", "aucunement", "nullement", "pantoute", "aucun", "aucune", "nope") && alone) ||
           (words[0] == "pas" && is_any(words[1], "dans", "vraiment", "pantoute", "cette")) ||
           (words[0] == "pas" && words[1] == "du" && is_any(words[3], ".", "!", ",", ";", ":"));
}

/// « Rien du tout », « rien de tel », « rien. »; « rien à redire » is praise.
bool says_nothing(const Words& words) {
    return words[0] == "rien" &&
           (is_stop(words[1]) || words[1] == "pantoute" || (words[1] == "du" && words[2] == "tout") ||
            (words[1] == "de" && is_any(words[2], "tel", "tout")));
}

/// « Non le gars ma rien demandé »: written without a stop. « Non seulement », « non sans » deny nothing.
bool says_no(const Words& words) {
    return is_any(words[0], "non", "nan", "nope") && !is_any(words[1], "seulement", "loin", "sans", "pas", "plus",
                                                             "content", "contente", "fumeur", "pareil", "mais", "?");
}

bool says_yes(const Words& words) {
    constexpr auto subjects =
        word_set("il", "elle", "on", "je", "j'", "ils", "elles", "personne", "aucun", "aucune", "y");
    return is_any(words[0], "oui", "ouais", "ouai") && !words[1].empty() &&
           (is_stop(words[1]) || listed(subjects, words[1]));
}

/// « Aucune pression », « pas de chantier », « zéro insistance »
bool denies_presence(const Words& words) {
    return (is_any(words[0], "aucun", "aucune", "zero", "0") && !is_any(words[1], "autre", "de", "des", "d'")) ||
           (words[0] == "pas" && is_any(words[1], "de", "d'") && !is_any(words[2], "autre", "suite")) ||
           (words[0] == "rien" && words[1] != "a");
}

}  // namespace

std::optional<Passage> contrary_opening(const Box& box, Side side, bool of_fault) {
    const Comment& comment = box.comment;
    const std::size_t first = first_content(comment);
    if (first >= comment.tokens().size()) return std::nullopt;
    const Words words(comment, first);
    const bool denied = says_no(words) || denies_flatly(words) || says_nothing(words);
    const bool contrary = (side == Side::yes && (denied || (of_fault && denies_presence(words)))) ||
                          (side == Side::no && says_yes(words));
    if (!contrary) return std::nullopt;
    const language::Sentence& sentence = comment.sentences()[comment.tokens()[first].sentence];
    // « Non, il n'y avait pas… » beside a question in the negative, or a turn in the same breath
    for (std::size_t i = first + 1; i < sentence.last_token; ++i) {
        const std::string_view word = comment.folded(i);
        // « Non, il me les a juste passées » denies all the more
        const bool restricts = side == Side::yes && is_any(word, "juste", "seulement", "uniquement");
        if (word != "que" && word != "qu'" && !restricts && listed(turns, word)) return std::nullopt;
    }
    constexpr std::size_t longest = 12;
    return Passage{first, std::min(sentence.last_token, first + longest)};
}

bool opens_with_regret(const Comment& comment) {
    const std::size_t first = first_content(comment);
    return first < comment.tokens().size() && is_any(comment.folded(first), "malheureusement", "helas");
}

}  // namespace relis::consistency

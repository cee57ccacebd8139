#include "wording.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>
#include <unordered_set>

#include "comments/readability.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using comments::FactKind;

namespace {

bool not_french(const Box& box, comments::Readability readability, std::vector<Finding>& findings) {
    if (readability == comments::Readability::foreign) {
        findings.push_back(
            finding_on(box, "wrong-language", Category::not_judged,
                       "Ce texte ne semble pas écrit en français. Pouvez-vous le récrire en français ?"));
        return true;
    }
    if (readability == comments::Readability::gibberish) {
        findings.push_back(
            finding_on(box, "gibberish", Category::not_judged, "Ce texte ne se lit pas. Pouvez-vous le récrire ?"));
        return true;
    }
    return false;
}

// Words that affirm and add nothing.
constexpr auto fillers =
    word_set("bien", "aussi", "effectivement", "vraiment", "absolument", "fait", "effet", "egalement", "tout", "cette",
             "tres", "parfaitement", "certainement", "assurement", "cela", "cet", "meme", "elle", "nous", "vous");

/// The beginnings of the words that carry the meaning: `saluee` and `salue` are one.
std::unordered_set<std::string> stems(const Comment& comment, std::size_t& words) {
    std::unordered_set<std::string> result;
    words = 0;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        const std::string_view word = comment.folded(i);
        if (!comments::is_content(comment.tokens()[i]) || word.size() < 4 || comments::is_little_word(word)) continue;
        if (fillers.contains(word)) continue;
        ++words;
        result.emplace(word.substr(0, std::max<std::size_t>(4, std::min<std::size_t>(word.size() - 1, 6))));
    }
    return result;
}

bool echoes(const Box& box) {
    constexpr std::size_t longest = 40;
    if (box.comment.word_count() > longest) return false;
    // Nearly every comment ends here, at its first word that is not the question's.
    const std::string label = comments::fold_quickly(box.question->label);
    for (std::size_t i = 0; i < box.comment.tokens().size(); ++i) {
        const std::string_view word = box.comment.folded(i);
        if (!comments::is_content(box.comment.tokens()[i]) || word.size() < 4) continue;
        if (label.find(word.substr(0, 4)) == std::string::npos && !comments::is_little_word(word) &&
            !fillers.contains(word))
            return false;
    }
    std::size_t words = 0, label_words = 0;
    const auto said = stems(box.comment, words);
    const auto asked = stems(Comment(box.question->label), label_words);
    if (said.size() < 2) return false;
    return std::all_of(said.begin(), said.end(), [&](const std::string& stem) {
        return std::any_of(asked.begin(), asked.end(), [&](const std::string& other) {
            const std::size_t common = std::min(stem.size(), other.size());
            return stem.compare(0, common, other, 0, common) == 0;
        });
    });
}

/// Words from which on a text of its own accord is an account of the visit.
constexpr std::size_t enough_of_account = 18;

/// Praise or blame that any place of the kind could have earned: an account in which nothing can be checked.
bool fits_anywhere(const comments::Reading& reading) {
    return std::none_of(reading.facts.begin(), reading.facts.end(), [](const comments::Fact& fact) {
        return fact.kind != FactKind::person && fact.kind != FactKind::place && fact.kind != FactKind::topic &&
               fact.kind != FactKind::sequence && fact.kind != FactKind::object;
    });
}

/// A figure, an hour, an amount or somebody's words: such an account fits no other place, and need not be read closely.
bool tells_figures(const Box& box) {
    using language::TokenKind;
    return std::any_of(box.comment.tokens().begin(), box.comment.tokens().end(), [](const language::Token& token) {
        return token.kind == TokenKind::number || token.kind == TokenKind::hour || token.kind == TokenKind::amount ||
               token.form == "«";
    });
}

bool has_ground(const comments::Reading& reading) {
    return std::any_of(reading.facts.begin(), reading.facts.end(), [](const comments::Fact& fact) {
        return fact.kind != FactKind::person && fact.kind != FactKind::place && fact.kind != FactKind::topic &&
               fact.kind != FactKind::sequence;
    });
}

}  // namespace

void find_empty_wording(const std::vector<Box>& boxes, const comments::FactFinder& facts,
                        const comments::WordBook& book, const comments::KnownNames& names,
                        std::vector<Finding>& findings) {
    for (const Box& box : boxes) {
        if (not_french(box, comments::readability_of(box.comment, book), findings) || !box.wanted) continue;
        if (echoes(box)) {
            findings.push_back(finding_on(box, "echo", Category::detail,
                                          "Ce texte reprend les mots de la question. Pouvez-vous ajouter ce que vous "
                                          "avez vu ou entendu ?"));
            continue;
        }
        const bool negative = box.answer->value && box.question->is_negative(*box.answer->value);
        const bool account = box.question->type == QuestionType::text && box.words.size() >= enough_of_account;
        if (!negative && (!account || tells_figures(box))) continue;
        const comments::Reading reading = facts.read(box.comment, names, {});
        if (account && fits_anywhere(reading)) {
            findings.push_back(finding_on(box, "fits-anywhere", Category::detail,
                                          "Ce texte conviendrait à n'importe quel point de vente. Que s'est-il passé "
                                          "pendant cette visite-ci : qui, quand, combien, en quels mots ?"));
        }
        if (negative && !has_ground(reading)) {
            findings.push_back(finding_on(box, "no-ground", Category::detail,
                                          "Votre réponse est défavorable. Sur quels faits repose-t-elle : qu'avez-vous "
                                          "vu, entendu ou attendu ?"));
        }
    }
}

}  // namespace relis::consistency

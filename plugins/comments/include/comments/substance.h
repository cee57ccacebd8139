// Whether a text says anything at all: placeholders told apart from short answers that answer.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <utility>

#include <relis/questionnaire.h>

#include "comments/comment.h"
#include "comments/words.h"

namespace relis::comments {

enum class Substance {
    nothing,            ///< absent, empty, white space, or marks without a word
    placeholder,        ///< `N/A`, `idem`, `voir plus haut`, `RAS`, `xxx`
    question_repeated,  ///< the question's (or its hint's) own words and no other, still asking
    mash,               ///< letters struck at random
    content             ///< something is said, however short
};

/// Tells placeholders from answers. Immutable; safe to use from several threads.
class SubstanceJudge {
  public:
    /// `book` says what words are; not null. Comments that were looked up in it are read fastest.
    explicit SubstanceJudge(std::shared_ptr<const WordBook> book) : book_(std::move(book)) {}
    [[nodiscard]] const WordBook& book() const { return *book_; }

    /// What the comment is worth as an answer to `question`. « Rien à signaler » and « Aucun commentaire » answer a
    /// question that asks for remarks, problems or anything to add, « N/A » one that provides for it (« le cas
    /// échéant »), and `Non`, `Aucun`, `0` or « Rien » always answer. Letter case, accents, spaces and punctuation make
    /// no difference.
    [[nodiscard]] Substance judge(const Comment& comment, const Question& question) const;

    /// As above, reading the text first.
    [[nodiscard]] Substance judge(std::string_view text, const Question& question) const;

    /// Whether a comment says yes and nothing else: « Oui, tout à fait », `ok`. Beside a box that is ticked it adds
    /// nothing.
    [[nodiscard]] bool only_says_yes(const Comment& comment) const;

    /// Whether a comment is made of the label and the answer that was chosen, and tells nothing besides: « Les fleurs
    /// étaient assez fraîches » beside « Les fleurs étaient : » and « Assez fraîches ».
    [[nodiscard]] bool repeats_answer(const Comment& comment, const Question& question, std::string_view choice) const;

  private:
    /// Where a comment ends by naming what was asked, « …à propos de mon accueil », the token at which that begins;
    /// else 0.
    [[nodiscard]] std::size_t own_subject(const Comment& comment, const Question& question) const;
    /// Whether a comment is made of the question's own words, asking still or turned into a statement. The statement
    /// may have little words and formulas of its own, but must hold most of the question: « Elle m'a salué » answers.
    [[nodiscard]] bool repeats(const Comment& comment, const std::string& question) const;
    [[nodiscard]] bool is_formula(const Comment& comment, std::size_t token) const;
    [[nodiscard]] bool is_praise(const Comment& comment, std::size_t token) const;

    std::shared_ptr<const WordBook> book_;
};

}  // namespace relis::comments

// The questions that one label asks at once, and those that a text leaves without an answer.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include <relis/questionnaire.h>

#include "comments/comment.h"
#include "comments/facts.h"
#include "comments/words.h"
#include "language/lexicon.h"

namespace relis::completeness {

/// Finds parts of a question that nothing in a text answers. It is cautious: it speaks only where the text takes up
/// one part in the question's own words (or well-known ones for the same) or by the kind of fact asked for, and is too
/// short to hold the answer to another in words of its own. Immutable; safe to use from several threads.
class PartFinder {
  public:
    /// `book` gives the lexicon and says what words are; not null.
    explicit PartFinder(std::shared_ptr<const comments::WordBook> book);

    /// The parts without an answer, in the label's words; empty where all have one, where the question asks for one
    /// thing, and where it cannot be told. `names` is called where a text is read closely. A text of more than
    /// `most_words` words is taken to answer all.
    [[nodiscard]] std::vector<std::string> unanswered(const Question& question, const comments::Comment& text,
                                                      const std::function<const comments::KnownNames&()>& names,
                                                      std::size_t most_words) const;

  private:
    struct Part;
    using Parts = std::vector<Part>;
    struct Answered;

    [[nodiscard]] std::vector<Parts> groups_of(const comments::Comment& label) const;
    void add_clauses(const comments::Comment& label, std::vector<Parts>& groups) const;
    void add_list(const comments::Comment& label, std::vector<Parts>& groups) const;
    void add_coordinated(const comments::Comment& label, std::size_t conjunction, std::vector<Parts>& groups) const;
    [[nodiscard]] std::uint32_t classes_of(const comments::Comment& label, std::size_t token) const;
    [[nodiscard]] Part word_part(const comments::Comment& label, std::size_t token) const;
    [[nodiscard]] std::vector<language::LemmaId> lemmas_of(const comments::Comment& comment, std::size_t token) const;
    [[nodiscard]] Answered read(const comments::Comment& text, const comments::KnownNames& names) const;

    std::shared_ptr<const comments::WordBook> book_;
    const language::Lexicon* lexicon_;
    comments::FactFinder facts_;
};

}  // namespace relis::completeness

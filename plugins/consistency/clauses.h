// A comment cut into clauses: who acts in each, what is denied, what is only wished, and which cues stand in it.
#pragma once

#include <atomic>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "comments/comment.h"
#include "language/lexicon.h"

namespace relis::consistency {

/// A number for each word that the cues name; 0 for every other word.
using WordNumber = std::uint16_t;

/// What a folded word may do to the clause it stands in: a set of bits (`clause_words.h`).
using ClauseMarks = std::uint32_t;

/// The words of the lists, looked up by lemma or as written. Immutable; safe to use from several threads.
class CueWords {
  public:
    explicit CueWords(std::shared_ptr<const comments::WordBook> book);
    CueWords(const CueWords&) = delete;
    CueWords& operator=(const CueWords&) = delete;
    ~CueWords();

    /// The number of a lemma (`=form` for a form as written), which stays the same; only while lists are read.
    WordNumber number(std::string_view word);

    /// What a token may stand for.
    struct Sense {
        static constexpr std::size_t most = 4;
        WordNumber words[most] = {};          ///< numbers of its lemmas and of its form; 0 past the last
        language::LemmaId lemmas[most] = {};  ///< its lemmas as verb or adjective
        std::uint8_t lemma_count = 0;
        bool known = false;
        bool verb = false;         ///< it may be a form of a verb…
        bool finite = false;       ///< …with a subject
        bool conditional = false;  ///< …and then in the conditional
        bool participle = false;   ///< past participle
        bool infinitive = false;
        bool noun = false;
        bool adjective = false;
        ClauseMarks marks = 0;
        [[nodiscard]] bool is(WordNumber number) const;
    };
    /// What a form may stand for, after an article and elsewhere.
    struct Form {
        Sense anywhere;
        Sense after_article;
        bool noun_or_verb = false;  ///< the two differ
        bool participle = false;
    };
    /// The forms of one report that the book has no room for. Its keys stand in the comments read.
    using Forms = std::unordered_map<std::string_view, Form>;
    [[nodiscard]] Sense sense(const comments::Comment& comment, std::size_t token, Forms& forms) const;
    [[nodiscard]] const language::Lexicon& lexicon() const { return *book_->lexicon(); }

  private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    std::shared_ptr<const comments::WordBook> book_;
    std::shared_ptr<const language::Lexicon> lexicon_;
    /// What the words of the book may stand for, by their number; null: not asked yet.
    mutable std::vector<std::atomic<const Form*>> by_word_;
    [[nodiscard]] const Form& form_of(const comments::Comment& comment, std::size_t token, Forms& forms) const;
    std::vector<WordNumber> by_lemma_;
    std::unordered_map<std::string, WordNumber> numbers_;  ///< by the word of the list
    [[nodiscard]] Form read(std::string_view form, std::string_view folded) const;
    using Numbers = std::unordered_map<std::string, WordNumber, TextHash, std::equal_to<>>;
    static std::uint32_t initial_of(std::string_view word) {
        return word.empty() ? 0U : 1U << (static_cast<unsigned char>(word.front()) & 31U);
    }
    Numbers by_form_;             ///< folded: for words that the lexicon does not have
    Numbers as_written_;          ///< folded: the words listed as forms
    std::uint32_t initials_ = 0;  ///< of as_written_
};

enum class Subject : std::uint8_t {
    unknown,
    shopper,  ///< je, nous
    other,    ///< il, elle, on, la caissière
    nobody    ///< personne, aucun employé
};

struct Clause {
    std::size_t first = 0;  ///< [first, last) tokens
    std::size_t last = 0;
    std::uint32_t sentence = 0;
    Subject subject = Subject::unknown;
    bool has_verb = false;
    bool hypothetical = false;  ///< conditional, another day, another customer: tells nothing of this visit
    bool limited = false;       ///< dated or limited: « tout de suite », « presque », « au début »
    bool quoted = false;        ///< somebody's words
    bool other_day = false;     ///< told of another day, as what follows in the sentence
};

/// A comment read clause by clause. Lives no longer than the comment.
class ReadComment {
  public:
    ReadComment(const comments::Comment& comment, const CueWords& words, CueWords::Forms& forms);

    [[nodiscard]] const comments::Comment& comment() const { return comment_; }
    [[nodiscard]] std::size_t size() const { return senses_.size(); }
    [[nodiscard]] std::string_view word(std::size_t i) const { return comment_.folded(i); }
    [[nodiscard]] const CueWords::Sense& sense(std::size_t i) const { return senses_[i]; }
    [[nodiscard]] const std::vector<Clause>& clauses() const { return clauses_; }
    [[nodiscard]] const Clause& clause_of(std::size_t i) const { return clauses_[clause_of_[i]]; }
    [[nodiscard]] std::size_t clause_index(std::size_t i) const { return clause_of_[i]; }
    /// Whether what token `i` says is denied (an even number of denials affirms).
    [[nodiscard]] bool denied(std::size_t i) const { return (denials_[i] & 1U) != 0; }
    /// Where the denial of token `i` begins; `i` where it is not denied.
    [[nodiscard]] std::size_t denial_start(std::size_t i) const { return denial_start_[i]; }
    /// Whether the shopper had to ask for what followed; `first` and `last` are then its tokens.
    [[nodiscard]] bool had_to_ask(std::size_t& first, std::size_t& last) const;
    /// Whether token `i` denies something, but of the shopper.
    [[nodiscard]] bool denies(std::size_t i) const;
    /// Whether anything in the comment is denied.
    [[nodiscard]] bool has_denial() const;

  private:
    [[nodiscard]] bool is(std::size_t i, ClauseMarks marks) const { return (senses_[i].marks & marks) != 0; }
    /// The marks of a clause's words together.
    [[nodiscard]] ClauseMarks marks_of(const Clause& clause) const;
    void cut();
    void describe(Clause& clause);
    void describe_days(Clause& clause, ClauseMarks all);
    void describe_others(Clause& clause, ClauseMarks all);
    void carry_other_days();
    void deny(std::size_t clause);
    void cover(std::size_t first, std::size_t last, std::size_t start);
    void deny_in_concord(const Clause& clause, std::size_t index);
    void deny_by_words(const Clause& clause);
    [[nodiscard]] bool is_intensified(const Clause& clause, std::size_t jamais) const;

    const comments::Comment& comment_;
    std::vector<CueWords::Sense> senses_;
    std::vector<Clause> clauses_;
    std::vector<std::uint32_t> clause_of_;
    std::vector<std::uint8_t> denials_;
    std::vector<std::size_t> denial_start_;
};

}  // namespace relis::consistency

// What a question asks: its topics, whose doing it is about, and which answer says what.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <relis/questionnaire.h>

#include "clauses.h"
#include "comments/comment.h"

namespace relis::consistency {

/// One cue of a list: words that follow one another.
struct Cue {
    std::vector<WordNumber> words;
    std::uint16_t topic = 0;
    bool agreeing = true;
    bool strong = false;
    bool weak = false;
    bool only_denied = false;
    bool absolute = false;  ///< a denial beside it is part of it
};

/// The topics with their cues, read once. Immutable; safe to use from several threads.
class Topics {
  public:
    explicit Topics(std::shared_ptr<const language::Lexicon> lexicon);

    [[nodiscard]] const CueWords& words() const { return words_; }
    /// The cues that begin with that word.
    [[nodiscard]] const std::vector<std::uint32_t>& beginning_with(WordNumber word) const;
    [[nodiscard]] const Cue& cue(std::uint32_t index) const { return cues_[index]; }

    /// A word that a question uses to ask about a topic.
    struct Ask {
        std::uint16_t topic = 0;
        bool reversed = false;
        bool reflexive = false;
        std::vector<WordNumber> words;
    };
    [[nodiscard]] const std::vector<Ask>& asks() const { return asks_; }
    [[nodiscard]] const std::vector<std::uint32_t>& asked_by(WordNumber word) const;
    /// Lemmas too common to be what a question is about.
    [[nodiscard]] bool is_weak(language::LemmaId lemma) const;

  private:
    void add(std::uint16_t topic, std::string_view list, bool agreeing);
    void add_asks(std::uint16_t topic, std::string_view list, bool reversed);
    static void index(std::vector<std::vector<std::uint32_t>>& by_word, WordNumber word, std::size_t at);

    CueWords words_;
    std::vector<Cue> cues_;
    std::vector<Ask> asks_;
    std::vector<std::vector<std::uint32_t>> by_word_;
    std::vector<std::vector<std::uint32_t>> asks_by_word_;
    std::vector<bool> weak_;
};

/// One thing asked, where a question may ask for several at once.
struct Aspect {
    struct Part {
        std::uint16_t topic = 0;
        bool reversed = false;
    };
    std::vector<Part> parts;             ///< topics, any of which answers
    std::vector<language::LemmaId> own;  ///< the question's own verbs and adjectives
    std::vector<std::string> nouns;      ///< folded: what it bears on
};

enum class Joined : std::uint8_t { all, any };

struct Asked {
    std::vector<Aspect> aspects;
    Joined joined = Joined::all;
    bool of_shopper = false;  ///< it asks what the shopper did
    bool negative = false;    ///< it is put in the negative: not read
    bool unasked = false;     ///< « spontanément », « sans que vous le demandiez »
    bool of_person = false;   ///< it asks what somebody of the place did
    bool every = false;       ///< « tous les produits »
    std::uint8_t traits = 0;  ///< of its topics together
};

/// Reads a question's label, and for a scale the labels of its choices.
[[nodiscard]] Asked read_question(const Question& question, const comments::Comment& label, const Topics& topics);

/// What an answer of a select_one says of what is asked.
enum class Side : std::uint8_t { none, yes, no, best, worst };
[[nodiscard]] Side side_of(const Question& question, std::string_view value);

}  // namespace relis::consistency

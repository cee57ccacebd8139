// What the questions of mystery visits are about, as files/topics.txt says.
#pragma once

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "clauses.h"
#include "language/lexicon.h"

namespace relis::consistency {

/// What kind of thing a topic is; files/topics.txt explains each.
namespace trait {
inline constexpr std::uint8_t act = 1;
inline constexpr std::uint8_t unasked = 2;
inline constexpr std::uint8_t speech = 4;
inline constexpr std::uint8_t object = 8;
inline constexpr std::uint8_t conditional = 16;
inline constexpr std::uint8_t anywhere = 32;
inline constexpr std::uint8_t felt = 64;
inline constexpr std::uint8_t theirs = 128;
}  // namespace trait

struct Topic {
    std::string name;
    std::uint8_t traits = 0;
};

/// A word file of this plugin (`topics`), as the build embeds it. REQUIRES: there is one of that name.
[[nodiscard]] std::string_view word_file(std::string_view name);

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
    explicit Topics(const std::shared_ptr<const comments::WordBook>& book);

    [[nodiscard]] std::size_t size() const { return topics_.size(); }
    [[nodiscard]] const Topic& topic(std::size_t number) const { return topics_[number]; }
    /// The number of the topic of that name. REQUIRES: there is one.
    [[nodiscard]] std::uint16_t number_of(std::string_view name) const;

    /// Topics that code speaks of, by their names in files/topics.txt.
    struct Named {
        std::uint16_t quick = 0, silence = 0, exact = 0, excuse = 0, attention = 0, approach = 0, undone = 0, tone = 0,
                      open = 0;
    };
    [[nodiscard]] const Named& named() const { return named_; }

    /// Whether any question asks about that topic.
    [[nodiscard]] bool is_asked(std::uint16_t topic) const;

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
    /// The poles of files/antonyms.txt that a lemma stands at; the contrary of pole p is p ^ 1.
    [[nodiscard]] const std::vector<std::uint16_t>& poles(language::LemmaId lemma) const;
    /// Lemmas too common to be what a question is about.
    [[nodiscard]] bool is_weak(language::LemmaId lemma) const;

  private:
    void add_cue(std::string_view word, bool agreeing);
    void add_ask(std::string_view word, bool reversed);
    void read_antonyms(const language::Lexicon& lexicon);
    static void index(std::vector<std::vector<std::uint32_t>>& by_word, WordNumber word, std::size_t at);

    CueWords words_;
    std::vector<Topic> topics_;
    std::unordered_map<std::string, std::uint16_t> numbers_;  ///< by name
    Named named_;
    std::vector<Cue> cues_;
    std::vector<Ask> asks_;
    std::vector<std::vector<std::uint32_t>> by_word_;
    std::vector<std::vector<std::uint32_t>> asks_by_word_;
    std::vector<bool> weak_;
    std::unordered_map<language::LemmaId, std::vector<std::uint16_t>> poles_;
};

}  // namespace relis::consistency

// How much one answer lets its reader see.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <unordered_set>
#include <vector>

#include <relis/parameters.h>
#include <relis/questionnaire.h>

#include "comments/comment.h"
#include "comments/facts.h"
#include "questions.h"

namespace relis::content_detail {

/// The tunable numbers, read once a report.
struct Weights {
    explicit Weights(const Parameters& parameters);

    std::array<double, comments::fact_kinds> kind{};  ///< what the first fact of a kind is worth
    double further_fact;       ///< what each further fact of a kind is worth, as a share of the one before
    double further_common;     ///< the same for actions and objects, which make up most of any account
    double asked_factor;       ///< how much more a fact of a kind that the question asks for is worth
    double need;               ///< the worth of facts that earns full marks where reference_words are asked for
    double curve;              ///< exponent of the share earned by facts
    double vague_penalty;      ///< the share lost by a text with vague sentences only
    double off_topic_penalty;  ///< the share lost by facts that speak of something else than the question
    double unclear_penalty;    ///< the share lost by a text of endless sentences only
    double disorder_from;      ///< share of little words out of place from which on a report loses…
    double disorder_full;      ///< …until nothing is left
    double whole_share;        ///< part of the score that the report as a whole decides
    double default_words;      ///< words taken as asked for where the question has no minimum
};

/// What mostly kept an answer from its full share, the graver after the lighter.
enum class Shortcoming : std::uint8_t { absent, few_facts, winding, vague, repeated, heap, scrambled, off_topic };

/// The sentences of the boxes read so far: a sentence, or nearly the same one, tells its facts once in a report.
class ToldSentences {
  public:
    /// Whether the sentence, or one that has nearly all its words, was told before; remembers it otherwise.
    bool tell(const comments::Reading& reading, const comments::SentenceReading& sentence);

    /// Token by token, whether it stands in a run of five words that two earlier comments have too, or of ten that one
    /// has; remembers those of this comment. Empty: none does. « …avec un grand sourire et a pris le temps de… » in box
    /// after box is a formula.
    std::vector<char> runs_again(const comments::Comment& comment);
    /// Makes room for that many words more, so that they need not be moved about.
    void make_room_for(std::size_t words);

  private:
    struct Span {
        std::size_t first, last;
        std::uint64_t bits;  ///< of its words
    };
    /// A run of words, and how many boxes have it.
    struct Run {
        std::uint64_t hash = 0;
        std::uint32_t boxes = 0;  ///< 0: a free place
        std::uint32_t last_box = 0;
    };
    /// The place of a run in runs_: its own, or a free one.
    [[nodiscard]] Run& place_of(std::uint64_t run);
    std::vector<Run> runs_;  ///< open addressing, a power of two
    std::size_t run_count_ = 0;
    std::uint32_t box_ = 0;  ///< the number of the one read last
    std::unordered_set<std::uint64_t> hashes_;
    std::vector<std::uint64_t> words_;
    std::vector<Span> sentences_;
};

/// One answer that was asked for words, as measured.
struct Measured {
    const Question* question = nullptr;
    const Asked* asked = nullptr;
    double weight = 1;                  ///< in the mean of the answers
    double share = 0;                   ///< 0–1: how much of the picture that was asked for it gives
    std::uint32_t themes = 0;           ///< what its telling sentences speak of
    std::vector<comments::Fact> facts;  ///< told for the first time, the most valuable kinds first
    std::array<std::size_t, comments::fact_kinds> count{};  ///< distinct facts of each kind
    Shortcoming shortcoming = Shortcoming::absent;
    std::uint32_t blamed_first = 0, blamed_last = 0;  ///< tokens that the shortcoming is about; equal: the whole answer

    [[nodiscard]] bool tells(Aspect aspect, std::size_t least = 1) const;
};

/// What the order of the words leaves of a report: 1 as long as they follow one another as in French (natural reports
/// have up to 5 % of their little words out of place), 0 where they were shuffled.
[[nodiscard]] double legibility(const comments::WordOrder& order, const Weights& weights);

/// The words that a question asks for, or the default.
[[nodiscard]] double wanted_words(const Question& question, const Weights& weights);

/// The weight of an answer in the mean, which grows with the root of the words asked for.
[[nodiscard]] double answer_weight(const Question& question, const Weights& weights);

/// Measures a reading. `legible` (0–1) is the part that the order of the words in the whole report leaves of any share.
/// `told` holds the sentences of the boxes before, and receives those of this one.
[[nodiscard]] Measured measure(const Question& question, const Asked& asked, const comments::Comment& comment,
                               const comments::Reading& reading, double legible, const Weights& weights,
                               ToldSentences& told);

}  // namespace relis::content_detail

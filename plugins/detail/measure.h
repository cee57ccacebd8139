// How much an answer, and a whole report, lets its reader see.
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

namespace relis::content_detail {

/// The tunable numbers, read once a report.
struct Weights {
    explicit Weights(const Parameters& parameters);

    std::array<double, comments::fact_kinds> kind{};  ///< what the first fact of a kind is worth
    double further_fact;    ///< what each further fact of a kind is worth, as a share of the one before
    double further_common;  ///< the same for actions and objects, which make up most of any account
    double need;            ///< the worth of facts that earns full marks where reference_words are asked for
    double curve;           ///< exponent of the share earned
    double vague_penalty;   ///< the share lost by a text with vague sentences only
    double whole_share;     ///< part of the score that the report as a whole decides
    double default_words;   ///< words taken as asked for where the question has no minimum
};

/// One answer that was asked for words, as measured.
struct Measured {
    const Question* question = nullptr;
    bool written = false;               ///< it has words that say something
    double weight = 1;                  ///< in the mean of the answers
    double share = 0;                   ///< 0–1: how much of the picture that was asked for it gives
    std::vector<comments::Fact> facts;  ///< told for the first time, strongest first
    std::array<std::size_t, comments::fact_kinds> count{};  ///< distinct facts of each kind
    std::uint32_t vague_first = 0, vague_last = 0;          ///< tokens of the first vague sentence; equal: none
    bool repeats = false;                                   ///< it repeats a sentence of an earlier box
};

/// The words that a question asks for, or the default.
[[nodiscard]] double wanted_words(const Question& question, const Weights& weights);

/// The weight of an answer in the mean, which grows with the root of the words asked for.
[[nodiscard]] double answer_weight(const Question& question, const Weights& weights);

/// Measures a reading. `told` holds the sentences of the boxes before, and receives those of this one: a sentence
/// tells its facts once.
[[nodiscard]] Measured measure(const Question& question, const comments::Comment& comment,
                               const comments::Reading& reading, const Weights& weights,
                               std::unordered_set<std::uint64_t>& told);

/// What a whole report should let its reader see.
struct Aspect {
    const char* label;   ///< French: `qui`, `quand`
    const char* advice;  ///< French, after « Dites »
    double share;        ///< 0–1
};

/// Five aspects of the visit, each full when two boxes tell it: who, when, how much, in what words, what around.
[[nodiscard]] std::vector<Aspect> picture(const std::vector<Measured>& boxes);

}  // namespace relis::content_detail

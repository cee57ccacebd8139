// Whether a comment blames or praises throughout, whatever it is about.
#pragma once

#include "asked.h"
#include "box.h"
#include "clauses.h"
#include "topics.h"

namespace relis::consistency {

/// What a comment says well and ill of the visit: cues of the topic `tone` (files/topics.txt), a strong one counts two.
/// Quoted, hypothetical and limited clauses say nothing, nor do the shopper's own doings.
struct Tone {
    int praise = 0;
    int blame = 0;
    std::size_t praising = 0;  ///< clauses
    std::size_t blaming = 0;
    std::size_t first = 0, last = 0;  ///< tokens of the first cue
    bool turns = false;               ///< « mais », « malgré »: something is weighed against something else
};

[[nodiscard]] Tone tone_of(const Topics& topics, const Box& box, const ReadComment& read);

}  // namespace relis::consistency

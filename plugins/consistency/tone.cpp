#include "tone.h"

#include <algorithm>

#include "evidence.h"
#include "word_set.h"

namespace relis::consistency {

namespace {

constexpr auto turning = word_set("mais", "cependant", "toutefois", "pourtant", "heureusement", "finalement", "sauf",
                                  "malgre", "neanmoins", "sinon", "hormis", "excepte", "bemol", "quoique", "seulement");

}  // namespace

Tone tone_of(const Topics& topics, const Box& box, const ReadComment& read) {
    const std::uint16_t topic = topics.named().tone;
    const Weigher weigher(topics, box, read, false);
    Tone tone;
    for (const Clause& clause : read.clauses()) {
        bool praises = false, blames = false;
        for (std::size_t i = clause.first; i < clause.last; ++i) {
            if (clause.quoted) break;
            tone.turns |=
                listed(turning, read.word(i)) || (read.word(i) == "contre" && i > 0 && read.word(i - 1) == "par");
            if (clause.hypothetical || clause.limited || read.sense(i).words[0] == 0) continue;
            std::size_t last = i + 1;
            const Cue* const cue = weigher.cue_at(topic, i, last);
            if (cue == nullptr || (cue->only_denied && !read.denied(i))) continue;
            const bool of_shopper = read.sense(i).verb && !read.sense(i).adjective
                                        ? weigher.is_own_doing(i)
                                        : i > 0 && is_any(read.word(i - 1), "mon", "ma", "mes");
            if (of_shopper || weigher.is_excused(i)) continue;
            const bool good = cue->agreeing != (read.denied(i) && !cue->absolute && !cue->only_denied);
            // « Rien de sale » praises less than « propre », « pas très chaleureux » blames less than « glacial ».
            const int weight = cue->strong && !read.denied(i) ? 2 : 1;
            (good ? tone.praise : tone.blame) += weight;
            (good ? praises : blames) = true;
            if (tone.last == 0) tone.first = i, tone.last = last;
            i = last - 1;
        }
        tone.praising += praises ? 1 : 0;
        tone.blaming += blames ? 1 : 0;
    }
    return tone;
}

}  // namespace relis::consistency

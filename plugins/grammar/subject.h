// Finds the subject of a finite verb: pronoun, noun group at any distance, relative pronoun, inversion.
#pragma once

#include <cstddef>
#include <cstdint>

#include "chunks.h"

namespace relis::grammar {

struct Subject {
    bool found = false;
    bool certain = false;                    ///< no other group may be the subject
    std::uint8_t persons = 0;                ///< set of language::person that the verb may have
    AgreementSet agreement = any_agreement;  ///< what an attribute may have
    AgreementSet nearest = 0;                ///< what its leading group alone asks for: the likeliest correction
    std::size_t first = 0;                   ///< tokens of the group that leads
    std::size_t last = 0;
    bool pronoun = false;             ///< a personal pronoun beside the verb
    bool relative = false;            ///< through qui
    bool composite = false;           ///< several groups joined
    bool through_complement = false;  ///< a complement stands between it and what it leads
};

/// The subject of the verb group chunks[k].
[[nodiscard]] Subject find_subject(const ReadText& text, const Chunks& chunks, std::size_t k);

/// The subject that the verb chunk k shares with the verbs before it: elle s'est reprise et s'est excusée. Not certain
/// unless the verb suits it; not found when one of those verbs has no sure subject.
[[nodiscard]] Subject find_joined_subject(const ReadText& text, const Chunks& chunks, std::size_t k);

/// What que, qu' (relative) or qui stands for: the groups before it.
[[nodiscard]] Subject find_antecedent(const ReadText& text, const Chunks& chunks, std::size_t relative);

}  // namespace relis::grammar

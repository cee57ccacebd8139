// The sentences that tell a shopper what an answer earned and what would make it fuller.
#pragma once

#include <string>

#include "comments/comment.h"
#include "measure.h"

namespace relis::content_detail {

/// `« Stéphanie », « 14 h 10 » : une personne nommée ou décrite, une heure`; of an answer without facts, why it earns
/// nothing. `comment` is null where nothing was written.
[[nodiscard]] std::string earned_label(const Measured& measured, const comments::Comment* comment);

/// What an answer lost and one concrete piece of advice: the facts that its question calls for and it lacks.
[[nodiscard]] std::string advice(const Measured& measured, const comments::Comment* comment);

/// The rule of a finding (`few-facts`) and its title in French.
struct Rule {
    const char* name;
    const char* title;
};
[[nodiscard]] Rule rule_of(Shortcoming shortcoming);

}  // namespace relis::content_detail

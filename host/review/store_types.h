#pragma once

#include "review/queue.h"
#include "store/queue.h"
#include "store/states.h"

// Between the store's types and the review's.
namespace relis::review {

[[nodiscard]] store::ReportState to_store(ReportState state);
[[nodiscard]] ReportState from_store(store::ReportState state);
/// `now` tells whether somebody's hold has expired.
[[nodiscard]] QueueRow from_store(const store::QueueEntry& entry, const Moment& now);

/// The present time, in this machine's local offset, or what review/present.h puts in its place.
[[nodiscard]] Moment now();

}  // namespace relis::review

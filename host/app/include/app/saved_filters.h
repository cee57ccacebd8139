#pragma once

#include <cstddef>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "review/queue.h"

namespace relis::app {

/// What a queue query is made of, as names and values that stay the same from version to version; only what differs
/// from a query without a filter. For keeping it.
using QueryFields = std::map<std::string, std::string>;
[[nodiscard]] QueryFields fields_of(const review::QueueQuery& query);
/// The query of such fields. What is not understood is left out: a filter of a newer program shows more rather than
/// none.
[[nodiscard]] review::QueueQuery query_of(const QueryFields& fields);
/// The same among other names and values, of which none begins with `query.`.
void put_query(std::map<std::string, std::string>& among, const review::QueueQuery& query);
[[nodiscard]] review::QueueQuery query_among(const std::map<std::string, std::string>& fields);

/// A filter of the queue, with its order, under a name.
struct SavedFilter {
    std::string name;
    review::QueueQuery query;
};

/// The filters that a reviewer keeps, in the order in which he saved them; their numbers are their keys. Names differ.
class SavedFilters {
  public:
    [[nodiscard]] const std::vector<SavedFilter>& all() const { return filters_; }
    /// Keeps a filter; one of that name is replaced in its place. False, and nothing is kept, for a name of blanks.
    bool save(const std::string& name, const review::QueueQuery& query);
    void remove(std::size_t index);
    /// Which one shows just that; nothing where none does.
    [[nodiscard]] std::optional<std::size_t> find(const review::QueueQuery& query) const;

  private:
    std::vector<SavedFilter> filters_;
};

}  // namespace relis::app

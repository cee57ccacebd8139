#include "app/saved_filters.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "app/queue_columns.h"

namespace relis::app {

namespace {

constexpr std::string_view all_states = "all";
constexpr std::string_view query_prefix = "query.";

std::string trimmed(const std::string& text) {
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string::npos) {
        return {};
    }
    return text.substr(begin, text.find_last_not_of(" \t\r\n") - begin + 1);
}

}  // namespace

QueryFields fields_of(const review::QueueQuery& query) {
    QueryFields fields;
    if (query.state) {
        fields["state"] = review::to_string(*query.state);
    } else if (!query.open_only) {
        fields["state"] = all_states;
    }
    const auto set = [&fields](const char* name, const std::string& value) {
        if (!value.empty()) {
            fields[name] = value;
        }
    };
    set("programme", query.programme);
    set("shopper", query.shopper_id);
    set("search", query.search);
    if (query.recommendation) {
        fields["recommendation"] = to_string(*query.recommendation);
    }
    if (query.sort != review::QueueColumn::due_at) {
        fields["sort"] = sort_key(query.sort);
    }
    if (query.descending) {
        fields["descending"] = "yes";
    }
    return fields;
}

review::QueueQuery query_of(const QueryFields& fields) {
    const auto value = [&fields](const char* name) {
        const auto found = fields.find(name);
        return found == fields.end() ? std::string() : found->second;
    };
    review::QueueQuery query;
    query.state = review::report_state_from(value("state"));
    query.open_only = !query.state && value("state") != all_states;
    query.programme = value("programme");
    query.shopper_id = value("shopper");
    query.search = value("search");
    query.recommendation = decision_from(value("recommendation"));
    query.sort = sort_of(value("sort")).value_or(query.sort);
    query.descending = value("descending") == "yes";
    return query;
}

void put_query(std::map<std::string, std::string>& among, const review::QueueQuery& query) {
    for (const auto& [name, value] : fields_of(query)) {
        among[std::string(query_prefix) + name] = value;
    }
}

review::QueueQuery query_among(const std::map<std::string, std::string>& fields) {
    QueryFields found;
    for (const auto& [name, value] : fields) {
        if (name.starts_with(query_prefix)) {
            found[name.substr(query_prefix.size())] = value;
        }
    }
    return query_of(found);
}

bool SavedFilters::save(const std::string& name, const review::QueueQuery& query) {
    const std::string kept = trimmed(name);
    if (kept.empty()) {
        return false;
    }
    const auto found = std::ranges::find(filters_, kept, &SavedFilter::name);
    if (found == filters_.end()) {
        filters_.push_back({kept, query});
    } else {
        found->query = query;
    }
    return true;
}

void SavedFilters::remove(std::size_t index) {
    if (index < filters_.size()) {
        filters_.erase(filters_.begin() + static_cast<std::ptrdiff_t>(index));
    }
}

std::optional<std::size_t> SavedFilters::find(const review::QueueQuery& query) const {
    const QueryFields fields = fields_of(query);
    const auto found =
        std::ranges::find_if(filters_, [&](const SavedFilter& filter) { return fields_of(filter.query) == fields; });
    return found == filters_.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - filters_.begin()));
}

}  // namespace relis::app

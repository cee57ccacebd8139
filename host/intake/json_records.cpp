#include "json_records.h"

#include "text_check.h"

namespace relis::intake {
namespace {

/// The id of a record that is no valid JSON, by its text; empty where it is not plain.
std::string readable_id(std::string_view text) {
    constexpr std::string_view key = "\"report_id\"";
    const std::size_t found = text.find(key);
    if (found == std::string_view::npos) return {};
    std::string_view rest = text.substr(found + key.size());
    const std::size_t open = rest.find_first_not_of(" \t\r\n:");
    if (open == std::string_view::npos || rest[open] != '"') return {};
    rest.remove_prefix(open + 1);
    const std::size_t close = rest.find('"');
    if (close == std::string_view::npos) return {};
    const std::string_view id = rest.substr(0, close);
    std::vector<Problem> problems;
    if (first_invalid_utf8(id) || id.find('\\') != std::string_view::npos) return {};
    check_id(id, "", problems);
    return problems.empty() ? std::string(id) : std::string();
}

}  // namespace

void for_each_json_record(
    ByteSource& source, std::size_t record_limit, const std::function<void(const Json& value, RawRecord& raw)>& read,
    const std::function<void(Problem&& problem, RawRecord& raw, std::string&& report_id)>& refuse) {
    RecordScanner scanner(source, record_limit);
    RawRecord raw;
    while (scanner.next(raw)) {
        if (!raw.complete) {
            Problem problem = json_problem(raw.error, raw.text, raw.place);
            std::string id = readable_id(raw.text);
            refuse(std::move(problem), raw, std::move(id));
            continue;
        }
        Json value;
        if (const auto error = parse_json(raw.text, value)) {
            Problem problem = json_problem(*error, raw.text, raw.place);
            scanner.resynchronise(raw);
            std::string id = readable_id(raw.text);
            refuse(std::move(problem), raw, std::move(id));
            continue;
        }
        read(value, raw);
    }
}

}  // namespace relis::intake

#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "intake/problem.h"
#include "json_error.h"

namespace relis::intake {

using Json = nlohmann::json;

/// Parses one JSON value strictly: valid UTF-8, no key twice in an object, at most max_depth levels.
/// Returns the error, or nothing and the value in `value`.
std::optional<JsonError> parse_json(std::string_view text, Json& value);

/// `invalid UTF-8 …`, `not valid JSON at line 12, column 4: …` for a record that begins at `place`.
Problem json_problem(const JsonError& error, std::string_view text, const Place& place);

/// Reads the fields of one object and keeps what is wrong with them.
class ObjectReader {
  public:
    enum class Need { required, optional };

    /// `value` may be of another type, which is a problem. All three outlive the reader.
    ObjectReader(const Json& value, std::string path, std::vector<Problem>& problems);

    /// False where the value is no object; every reading gives nothing then.
    [[nodiscard]] bool is_object() const noexcept { return object_ != nullptr; }
    [[nodiscard]] std::string field(std::string_view key) const;

    /// The value of a key, or null where it is absent or null (a problem where required).
    const Json* value(std::string_view key, Need need);
    /// A text, kept as it is; its characters are checked. Absent where missing or null.
    std::optional<std::string> text(std::string_view key, Need need);
    /// An id; empty where there is none.
    std::string id(std::string_view key, Need need = Need::required);
    /// A whole number in a range.
    std::optional<int> integer(std::string_view key, Need need, int low, int high);
    std::optional<double> number(std::string_view key, Need need, double low, double high);
    std::optional<bool> boolean(std::string_view key, Need need);
    /// An array, or null.
    const Json* array(std::string_view key, Need need);
    /// An array of texts.
    std::vector<std::string> texts(std::string_view key, Need need);
    /// The text of `format` is `expected_format`, or a problem.
    bool format(std::string_view expected_format);

    void problem(std::string_view key, Label message, bool hard = true);
    /// Warns of every key that nothing asked for.
    void finish();

  private:
    const Json* object_ = nullptr;
    std::string path_;
    std::vector<Problem>& problems_;
    std::vector<std::string> asked_;
};

/// What a JSON value is, for messages: `a number`.
Label type_name(const Json& value);

}  // namespace relis::intake

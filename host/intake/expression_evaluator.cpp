#include <algorithm>
#include <charconv>
#include <cmath>
#include <limits>

#include <unicode/unistr.h>

#include "expression_node.h"
#include "label/make_label.h"
#include "text_check.h"
#include "value_forms.h"

namespace relis::intake {
namespace {

using detail::ExpressionNode;
using detail::Operation;

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();
/// ICU's unit: steps of its engine, about a millisecond each; bounds patterns that backtrack without end.
constexpr std::int32_t regex_time_limit = 100;
constexpr std::int32_t regex_stack_bytes = 1024 * 1024;

/// A result of XPath, or unclear.
struct Value {
    enum class Kind { text, number, boolean, unclear };
    Kind kind = Kind::unclear;
    std::string text;
    double number = 0;
    bool boolean = false;

    [[nodiscard]] bool clear() const { return kind != Kind::unclear; }
};

Value unclear() {
    return {};
}
Value text_value(std::string text) {
    return {Value::Kind::text, std::move(text), 0, false};
}
Value number_value(double number) {
    return {Value::Kind::number, {}, number, false};
}
Value boolean_value(bool boolean) {
    return {Value::Kind::boolean, {}, 0, boolean};
}

std::string as_text(double number) {
    if (std::isnan(number)) return "NaN";
    if (std::isinf(number)) return number > 0 ? "Infinity" : "-Infinity";
    if (number == 0) return "0";
    char digits[512];
    const auto result = std::to_chars(digits, digits + sizeof digits, number, std::chars_format::fixed);
    return std::string(digits, result.ptr);
}

std::string as_text(const Value& value) {
    switch (value.kind) {
        case Value::Kind::number:
            return as_text(value.number);
        case Value::Kind::boolean:
            return value.boolean ? "true" : "false";
        case Value::Kind::text:
        case Value::Kind::unclear:
            break;
    }
    return value.text;
}

/// XPath's number(), where dates count as days since 1970 and times of day as parts of a day (ODK).
double as_number(const Value& value) {
    if (value.kind == Value::Kind::number) return value.number;
    if (value.kind == Value::Kind::boolean) return value.boolean ? 1 : 0;
    if (const auto number = read_decimal(value.text)) return *number;
    const auto day_count = [](const std::chrono::year_month_day& date) {
        return static_cast<double>(std::chrono::sys_days{date}.time_since_epoch().count());
    };
    const auto day_part = [](std::chrono::seconds time) { return static_cast<double>(time.count()) / 86'400.0; };
    if (const auto date = read_date(value.text)) return day_count(*date);
    if (const auto time = read_time(value.text)) return day_part(*time);
    if (value.text.size() > 11 && value.text[10] == 'T') {
        const auto date = read_date(value.text.substr(0, 10));
        const auto time = read_time(value.text.substr(11));
        if (date && time) return day_count(*date) + day_part(*time);
    }
    return not_a_number;
}

bool as_boolean(const Value& value) {
    switch (value.kind) {
        case Value::Kind::number:
            return value.number != 0 && !std::isnan(value.number);
        case Value::Kind::boolean:
            return value.boolean;
        case Value::Kind::text:
        case Value::Kind::unclear:
            break;
    }
    return !value.text.empty();
}

Value value_of(const Operand& operand) {
    if (!operand.known) return unclear();
    const std::string text(trimmed(operand.text));
    if (text.empty()) return text_value("");
    switch (operand.type) {
        case QuestionType::integer:
        case QuestionType::decimal: {
            const auto number = read_decimal(text);
            return number ? number_value(*number) : unclear();
        }
        case QuestionType::date: {
            const auto date = read_date(text);
            return date ? text_value(format_date(*date)) : unclear();
        }
        case QuestionType::time:
            return read_time(text) ? text_value(canonical_cell(QuestionType::time, text)) : unclear();
        case QuestionType::select_one:
        case QuestionType::select_multiple:
            return text_value(text);
        case QuestionType::text:
        case QuestionType::image:
            break;
    }
    return text_value(operand.text);
}

class Evaluator {
  public:
    explicit Evaluator(const Inputs& inputs) : inputs_(inputs) {}

    Value evaluate(const ExpressionNode& node) const {
        switch (node.operation) {
            case Operation::text:
                return text_value(node.text);
            case Operation::number:
                return number_value(node.number);
            case Operation::reference:
                return value_of(inputs_.reference(node.text));
            case Operation::current:
                return value_of(inputs_.current);
            case Operation::either:
            case Operation::both:
                return logic(node);
            case Operation::condition:
                return condition(node);
            case Operation::coalesce:
                return coalesce(node);
            case Operation::once: {
                const Value current = value_of(inputs_.current);
                return !current.clear() || !as_text(current).empty() ? current : evaluate(*node.operands[0]);
            }
            case Operation::today:
                return inputs_.today ? text_value(format_date(*inputs_.today)) : unclear();
            case Operation::now:
                return inputs_.now ? text_value(format_moment(*inputs_.now).substr(0, 19)) : unclear();
            case Operation::always:
                return boolean_value(true);
            case Operation::never:
                return boolean_value(false);
            default:
                return strict(node);
        }
    }

  private:
    /// Kleene: one operand may decide although the other is unclear.
    Value logic(const ExpressionNode& node) const {
        const bool deciding = node.operation == Operation::either;
        bool any_unclear = false;
        for (const auto& operand : node.operands) {
            Value value = evaluate(*operand);
            if (!value.clear()) {
                any_unclear = true;
            } else if (as_boolean(value) == deciding) {
                return boolean_value(deciding);
            }
        }
        return any_unclear ? unclear() : boolean_value(!deciding);
    }

    Value condition(const ExpressionNode& node) const {
        const Value test = evaluate(*node.operands[0]);
        if (test.clear()) return evaluate(*node.operands[as_boolean(test) ? 1 : 2]);
        const Value yes = evaluate(*node.operands[1]);
        const Value no = evaluate(*node.operands[2]);
        return yes.clear() && no.clear() && yes.kind == no.kind && as_text(yes) == as_text(no) ? yes : unclear();
    }

    Value coalesce(const ExpressionNode& node) const {
        for (const auto& operand : node.operands) {
            Value value = evaluate(*operand);
            if (!value.clear() || !as_text(value).empty()) return value;
        }
        return text_value("");
    }

    /// Operations that are unclear as soon as an operand is.
    Value strict(const ExpressionNode& node) const {
        std::vector<Value> operands;
        for (const auto& operand : node.operands) operands.push_back(evaluate(*operand));
        // string-length(), number(), string() and normalize-space() without an argument mean the current value
        if (operands.empty()) operands.push_back(value_of(inputs_.current));
        for (const Value& operand : operands) {
            if (!operand.clear()) return unclear();
        }
        if (node.operation >= Operation::equal && node.operation <= Operation::greater_or_equal) {
            return boolean_value(compare(node.operation, operands[0], operands[1]));
        }
        if (node.operation == Operation::regex) return regex(node, operands);
        return node.operation <= Operation::negate || is_numeric(node.operation) ? arithmetic(node.operation, operands)
                                                                                 : of_text(node.operation, operands);
    }

    static bool is_numeric(Operation operation) {
        return operation == Operation::to_number || operation == Operation::integer_part ||
               operation == Operation::round || operation == Operation::absolute || operation == Operation::minimum ||
               operation == Operation::maximum;
    }

    /// XPath 1.0, 3.4.
    static bool compare(Operation operation, const Value& left, const Value& right) {
        const bool any_boolean = left.kind == Value::Kind::boolean || right.kind == Value::Kind::boolean;
        const bool any_number = left.kind == Value::Kind::number || right.kind == Value::Kind::number;
        if (operation == Operation::equal || operation == Operation::unequal) {
            bool equal = false;
            if (any_boolean) {
                equal = as_boolean(left) == as_boolean(right);
            } else if (any_number) {
                equal = as_number(left) == as_number(right);
            } else {
                equal = left.text == right.text;
            }
            return equal == (operation == Operation::equal);
        }
        const double a = as_number(left);
        const double b = as_number(right);
        switch (operation) {
            case Operation::less:
                return a < b;
            case Operation::less_or_equal:
                return a <= b;
            case Operation::greater:
                return a > b;
            default:
                return a >= b;
        }
    }

    static double round_half_up(double number, double digits) {
        if (std::isnan(number) || std::isinf(number)) return number;
        const double scale = std::pow(10.0, std::clamp(std::trunc(digits), -15.0, 15.0));
        return std::floor(number * scale + 0.5) / scale;
    }

    static Value arithmetic(Operation operation, const std::vector<Value>& operands) {
        const double a = as_number(operands[0]);
        const double b = operands.size() > 1 ? as_number(operands[1]) : 0;
        switch (operation) {
            case Operation::add:
                return number_value(a + b);
            case Operation::subtract:
                return number_value(a - b);
            case Operation::multiply:
                return number_value(a * b);
            case Operation::divide:
                if (b == 0) return number_value(a == 0 ? not_a_number : std::copysign(INFINITY, a));
                return number_value(a / b);
            case Operation::modulo:
                return number_value(std::fmod(a, b));
            case Operation::negate:
                return number_value(-a);
            case Operation::integer_part:
                return number_value(std::trunc(a));
            case Operation::round:
                return number_value(round_half_up(a, b));
            case Operation::absolute:
                return number_value(std::fabs(a));
            case Operation::minimum:
            case Operation::maximum: {
                double best = a;
                for (const Value& operand : operands) {
                    const double number = as_number(operand);
                    if (std::isnan(number)) return number_value(not_a_number);
                    best = operation == Operation::minimum ? std::min(best, number) : std::max(best, number);
                }
                return number_value(best);
            }
            default:
                return number_value(a);
        }
    }

    static Value of_text(Operation operation, const std::vector<Value>& operands) {
        const std::string first = as_text(operands[0]);
        const std::string second = operands.size() > 1 ? as_text(operands[1]) : std::string();
        switch (operation) {
            case Operation::invert:
                return boolean_value(!as_boolean(operands[0]));
            case Operation::to_boolean:
                return boolean_value(as_boolean(operands[0]));
            case Operation::to_date: {
                const auto date = read_date(first);
                return text_value(date ? format_date(*date) : "");
            }
            case Operation::selected: {
                const std::vector<std::string> words = words_of(first);
                const std::string_view wanted = trimmed(second);
                return boolean_value(std::find(words.begin(), words.end(), wanted) != words.end());
            }
            case Operation::count_selected:
                return number_value(static_cast<double>(words_of(first).size()));
            case Operation::selected_at: {
                const std::vector<std::string> words = words_of(first);
                const double at = as_number(operands[1]);
                const bool inside = at >= 0 && at < static_cast<double>(words.size());
                return text_value(inside ? words[static_cast<std::size_t>(at)] : "");
            }
            case Operation::string_length:
                return number_value(icu::UnicodeString::fromUTF8(first).countChar32());
            case Operation::contains:
                return boolean_value(first.find(second) != std::string::npos);
            case Operation::starts_with:
                return boolean_value(first.starts_with(second));
            case Operation::ends_with:
                return boolean_value(first.ends_with(second));
            case Operation::substring:
                return substring(first, operands);
            case Operation::concatenate: {
                std::string joined;
                for (const Value& operand : operands) joined += as_text(operand);
                return text_value(joined);
            }
            case Operation::normalize_space: {
                std::string joined;
                for (const std::string& word : words_of(first)) joined += (joined.empty() ? "" : " ") + word;
                return text_value(joined);
            }
            default:
                return text_value(first);
        }
    }

    /// substr(text, start [, end]): positions count from 0, `end` is past the last one.
    static Value substring(const std::string& text, const std::vector<Value>& operands) {
        const icu::UnicodeString characters = icu::UnicodeString::fromUTF8(text);
        const double length = characters.countChar32();
        const auto position = [&](const Value& value) {
            const double at = as_number(value);
            return std::isnan(at) ? 0 : static_cast<std::int32_t>(std::clamp(at, 0.0, length));
        };
        const std::int32_t start = position(operands[1]);
        const std::int32_t end = operands.size() > 2 ? position(operands[2]) : static_cast<std::int32_t>(length);
        std::string part;
        if (start < end) {
            const std::int32_t from = characters.moveIndex32(0, start);
            const std::int32_t to = characters.moveIndex32(0, end);
            characters.tempSubStringBetween(from, to).toUTF8String(part);
        }
        return text_value(part);
    }

    /// regex(text, pattern): the whole text matches. Unclear where the pattern is not valid or takes too long.
    static Value regex(const ExpressionNode& node, const std::vector<Value>& operands) {
        Label message;
        const auto pattern = node.pattern ? node.pattern : detail::compile_pattern(as_text(operands[1]), message);
        if (!pattern) return unclear();
        const icu::UnicodeString subject = icu::UnicodeString::fromUTF8(as_text(operands[0]));
        UErrorCode status = U_ZERO_ERROR;
        const std::unique_ptr<icu::RegexMatcher> matcher(pattern->matcher(subject, status));
        if (!matcher || U_FAILURE(status)) return unclear();
        matcher->setTimeLimit(regex_time_limit, status);
        matcher->setStackLimit(regex_stack_bytes, status);
        const bool matches = matcher->matches(status) != 0;
        return U_FAILURE(status) ? unclear() : boolean_value(matches);
    }

    const Inputs& inputs_;
};

}  // namespace

std::shared_ptr<const icu::RegexPattern> detail::compile_pattern(std::string_view text, Label& message) {
    UErrorCode status = U_ZERO_ERROR;
    UParseError where{};
    std::shared_ptr<const icu::RegexPattern> pattern(icu::RegexPattern::compile(
        icu::UnicodeString::fromUTF8(icu::StringPiece(text.data(), static_cast<std::int32_t>(text.size()))), 0, where,
        status));
    if (U_FAILURE(status)) {
        message = make_label("{} à son caractère {}", "{} at its character {}", u_errorName(status), where.offset);
        return nullptr;
    }
    return pattern;
}

Truth Expression::truth(const Inputs& inputs) const {
    const Value value = Evaluator(inputs).evaluate(*root_);
    if (!value.clear()) return Truth::unclear;
    return as_boolean(value) ? Truth::yes : Truth::no;
}

std::optional<std::string> Expression::text(const Inputs& inputs) const {
    const Value value = Evaluator(inputs).evaluate(*root_);
    if (!value.clear()) return std::nullopt;
    return as_text(value);
}

}  // namespace relis::intake

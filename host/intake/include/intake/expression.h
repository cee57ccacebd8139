#pragma once

#include <chrono>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>
#include <relis/questionnaire.h>

/// The XLSForm expression language as `relevant` and `constraint` use it: `${question}`, `.`, 'text', numbers,
/// `= != < <= > >=`, `and or not()`, `+ - * div mod`, and the functions of host/intake/README.md.
/// Source: the XLSForm reference (xlsform.org) and the ODK XForms specification (getodk.github.io/xforms-spec), which
/// take the conversions from XPath 1.0, section 3 and 4.
namespace relis::intake {

enum class Truth {
    no,
    yes,
    unclear  ///< an answer that decides it is missing or cannot be read
};

/// What a reference stands for while an expression is evaluated.
struct Operand {
    std::string text;                        ///< the answer's value; empty: not answered
    QuestionType type = QuestionType::text;  ///< integers and decimals are compared as numbers, dates as days
    bool known = true;                       ///< false: an answer was due and is not there; every use is unclear
};

struct Inputs {
    /// The value of `${name}`. Called once a reference; must not be empty where the expression has one.
    std::function<Operand(std::string_view name)> reference;
    Operand current;                                   ///< `.`
    std::optional<std::chrono::year_month_day> today;  ///< local date of the visit; absent: today() is unclear
    std::optional<Moment> now;                         ///< absent: now() is unclear
};

struct ExpressionError {
    std::size_t column = 0;  ///< 1 for the first character (code point) of the expression
    Label message;
};

namespace detail {
struct ExpressionNode;
}

/// A parsed expression. Immutable, cheap to copy, may be shared between threads.
class Expression {
  public:
    /// Whether it holds, by XPath's conversion of the result to a boolean (a text is true when not empty). Kleene's
    /// three-valued logic: `unclear and false` is no. Always ends: depth, length and regex time are bounded.
    [[nodiscard]] Truth truth(const Inputs& inputs) const;

    /// The result as text (`3`, `2.5`, `true`), or nothing where it is unclear.
    [[nodiscard]] std::optional<std::string> text(const Inputs& inputs) const;

    struct Reference {
        std::string name;
        std::size_t column = 0;  ///< as in ExpressionError
    };
    /// The questions it refers to, in the order of the text, each place.
    [[nodiscard]] const std::vector<Reference>& references() const noexcept { return references_; }

  private:
    friend std::variant<Expression, ExpressionError> parse_expression(std::string_view text);
    std::shared_ptr<const detail::ExpressionNode> root_;
    std::vector<Reference> references_;
};

/// Parses an expression of at most 10,000 characters. Never throws for a bad one.
std::variant<Expression, ExpressionError> parse_expression(std::string_view text);

}  // namespace relis::intake

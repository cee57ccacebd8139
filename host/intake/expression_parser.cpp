#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>

#include "expression_node.h"
#include "label/make_label.h"
#include "text_check.h"

namespace relis::intake {
namespace {

using detail::ExpressionNode;
using detail::Operation;
using NodePointer = std::shared_ptr<const ExpressionNode>;

constexpr std::size_t max_length = 10'000;
/// Bounds the recursion of the parser and of every walk over the tree.
constexpr std::size_t max_tree_depth = 200;
constexpr std::size_t any_number = 100;

struct Function {
    std::string_view name;
    Operation operation;
    std::size_t least;
    std::size_t most;
};

constexpr std::array<Function, 28> functions{{{"selected", Operation::selected, 2, 2},
                                              {"count-selected", Operation::count_selected, 1, 1},
                                              {"selected-at", Operation::selected_at, 2, 2},
                                              {"string-length", Operation::string_length, 0, 1},
                                              {"regex", Operation::regex, 2, 2},
                                              {"if", Operation::condition, 3, 3},
                                              {"coalesce", Operation::coalesce, 2, any_number},
                                              {"once", Operation::once, 1, 1},
                                              {"today", Operation::today, 0, 0},
                                              {"now", Operation::now, 0, 0},
                                              {"true", Operation::always, 0, 0},
                                              {"false", Operation::never, 0, 0},
                                              {"not", Operation::invert, 1, 1},
                                              {"number", Operation::to_number, 0, 1},
                                              {"string", Operation::to_text, 0, 1},
                                              {"boolean", Operation::to_boolean, 1, 1},
                                              {"date", Operation::to_date, 1, 1},
                                              {"int", Operation::integer_part, 1, 1},
                                              {"round", Operation::round, 1, 2},
                                              {"abs", Operation::absolute, 1, 1},
                                              {"min", Operation::minimum, 1, any_number},
                                              {"max", Operation::maximum, 1, any_number},
                                              {"contains", Operation::contains, 2, 2},
                                              {"starts-with", Operation::starts_with, 2, 2},
                                              {"ends-with", Operation::ends_with, 2, 2},
                                              {"substr", Operation::substring, 2, 3},
                                              {"concat", Operation::concatenate, 1, any_number},
                                              {"normalize-space", Operation::normalize_space, 0, 1}}};

enum class TokenKind { end, text, number, reference, current, name, symbol };

struct Token {
    TokenKind kind = TokenKind::end;
    std::string text;
    double number = 0;
    std::size_t start = 0;  ///< byte offset
};

/// Thrown inside the parser only, and caught by parse_expression.
struct Failure {
    std::size_t byte;
    Label message;
};

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
bool begins_name(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || static_cast<unsigned char>(c) >= 0x80;
}
bool continues_name(char c) {
    return begins_name(c) || is_digit(c) || c == '-' || c == '.';
}

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Token next() {
        // Spreadsheets put no-break spaces where people typed plain ones
        constexpr std::string_view no_break = "\xC2\xA0";
        while (at_ < text_.size()) {
            if (std::string_view(" \t\r\n").find(text_[at_]) != std::string_view::npos) {
                ++at_;
            } else if (text_.substr(at_).starts_with(no_break)) {
                at_ += no_break.size();
            } else {
                break;
            }
        }
        Token token;
        token.start = at_;
        if (at_ == text_.size()) return token;
        const char c = text_[at_];
        if (c == '\'' || c == '"') return literal(token);
        if (c == '$') return reference(token);
        if (is_digit(c) || (c == '.' && at_ + 1 < text_.size() && is_digit(text_[at_ + 1]))) return number(token);
        if (c == '.') return current(token);
        refuse_typographic_quote();
        if (begins_name(c)) {
            token.kind = TokenKind::name;
            while (at_ < text_.size() && continues_name(text_[at_]) && !text_.substr(at_).starts_with(no_break)) {
                token.text.push_back(text_[at_++]);
            }
            return token;
        }
        return symbol(token);
    }

  private:
    Token literal(Token token) {
        const std::size_t close = text_.find(text_[at_], at_ + 1);
        if (close == std::string_view::npos) {
            throw Failure{
                at_, {"ce texte n'est pas refermé par le même guillemet", "this text is not closed by the same quote"}};
        }
        token.kind = TokenKind::text;
        token.text = std::string(text_.substr(at_ + 1, close - at_ - 1));
        at_ = close + 1;
        return token;
    }

    Token reference(Token token) {
        const std::size_t close = text_.find('}', at_);
        if (text_.substr(at_, 2) != "${" || close == std::string_view::npos) {
            throw Failure{at_, {"une référence s'écrit ${question}", "a reference is written ${question}"}};
        }
        token.kind = TokenKind::reference;
        token.text = std::string(trimmed(text_.substr(at_ + 2, close - at_ - 2)));
        if (token.text.empty())
            throw Failure{at_, {"cette référence ne nomme aucune question", "this reference names no question"}};
        at_ = close + 1;
        return token;
    }

    Token number(Token token) {
        const char* const begin = text_.data() + at_;
        const auto result = std::from_chars(begin, text_.data() + text_.size(), token.number, std::chars_format::fixed);
        if (result.ec != std::errc{})
            throw Failure{at_, {"ce nombre est trop grand ou trop petit", "this number is out of range"}};
        at_ += static_cast<std::size_t>(result.ptr - begin);
        if (at_ < text_.size() && begins_name(text_[at_]))
            throw Failure{at_, {"un nombre finit ici sans opérateur", "a number ends here without an operator"}};
        token.kind = TokenKind::number;
        return token;
    }

    Token current(Token token) {
        const std::string_view rest = text_.substr(at_);
        if (rest.starts_with("..") || rest.starts_with("./")) {
            throw Failure{
                at_, {"les chemins ne se lisent pas ; écrivez ${question}", "paths are not read; write ${question}"}};
        }
        token.kind = TokenKind::current;
        ++at_;
        return token;
    }

    Token symbol(Token token) {
        token.kind = TokenKind::symbol;
        const std::string_view rest = text_.substr(at_);
        for (const std::string_view symbol : {"!=", "<=", ">=", "=", "<", ">", "+", "-", "*", "(", ")", ","}) {
            if (rest.starts_with(symbol)) {
                token.text = std::string(symbol);
                at_ += symbol.size();
                return token;
            }
        }
        if (rest.front() == '/') {
            throw Failure{at_,
                          {"les chemins ne se lisent pas ; écrivez ${question}, et `div` pour diviser",
                           "paths are not read; write ${question}, and `div` to divide"}};
        }
        if (rest.front() == '&' || rest.front() == '|')
            throw Failure{at_, {"écrivez `and` et `or`", "write `and` and `or`"}};
        throw Failure{at_, {"ce caractère n'a pas de sens ici", "this character has no meaning here"}};
    }

    void refuse_typographic_quote() const {
        for (const std::string_view quote :
             {"\xE2\x80\x98", "\xE2\x80\x99", "\xE2\x80\x9C", "\xE2\x80\x9D", "\xC2\xAB"}) {
            if (text_.substr(at_).starts_with(quote)) {
                throw Failure{at_,
                              {"un guillemet typographique ; écrivez un guillemet droit (' ou \")",
                               "a typographic quote; write a straight one (' or \")"}};
            }
        }
    }

    std::string_view text_;
    std::size_t at_ = 0;
};

class Parser {
  public:
    explicit Parser(std::string_view text) : lexer_(text), token_(lexer_.next()) {}

    NodePointer parse() {
        if (token_.kind == TokenKind::end) throw Failure{0, {"l'expression est vide", "the expression is empty"}};
        NodePointer root = level(0);
        if (token_.kind != TokenKind::end) throw expected({"un opérateur ou la fin", "an operator or the end"});
        return root;
    }

    /// Name and byte offset of each reference.
    [[nodiscard]] const std::vector<std::pair<std::string, std::size_t>>& references() const { return references_; }

  private:
    struct Operator {
        std::string_view text;
        Operation operation;
        int level;
    };
    static constexpr std::array<Operator, 13> operators{{{"or", Operation::either, 0},
                                                         {"and", Operation::both, 1},
                                                         {"=", Operation::equal, 2},
                                                         {"!=", Operation::unequal, 2},
                                                         {"<=", Operation::less_or_equal, 3},
                                                         {"<", Operation::less, 3},
                                                         {">=", Operation::greater_or_equal, 3},
                                                         {">", Operation::greater, 3},
                                                         {"+", Operation::add, 4},
                                                         {"-", Operation::subtract, 4},
                                                         {"*", Operation::multiply, 5},
                                                         {"div", Operation::divide, 5},
                                                         {"mod", Operation::modulo, 5}}};
    static constexpr int unary_level = 6;

    /// `expected a value, found "="`, at the present token
    [[nodiscard]] Failure expected(const Label& wanted) const {
        if (token_.kind == TokenKind::end) {
            return {token_.start,
                    make_label("il faut {}, mais l'expression finit", "expected {}, the expression ends", wanted)};
        }
        if (token_.text.empty()) return {token_.start, make_label("il faut {}", "expected {}", wanted)};
        return {token_.start,
                make_label("il faut {} et non {}", "expected {}, found {}", wanted, in_quotes(token_.text))};
    }

    static Failure too_deep(std::size_t byte) {
        return {byte, {"l'expression est trop profondément imbriquée", "the expression is nested too deeply"}};
    }

    void advance() { token_ = lexer_.next(); }

    bool accept(std::string_view symbol) {
        if (token_.kind != TokenKind::symbol || token_.text != symbol) return false;
        advance();
        return true;
    }

    const Operator* operator_of(int level) const {
        if (token_.kind != TokenKind::symbol && token_.kind != TokenKind::name) return nullptr;
        const auto found = std::find_if(operators.begin(), operators.end(), [&](const Operator& candidate) {
            return candidate.level == level && candidate.text == token_.text;
        });
        return found == operators.end() ? nullptr : &*found;
    }

    NodePointer node(Operation operation, std::vector<NodePointer> operands, std::size_t byte) const {
        auto made = std::make_shared<ExpressionNode>();
        made->operation = operation;
        for (const NodePointer& operand : operands) made->depth = std::max(made->depth, operand->depth + 1);
        if (made->depth > max_tree_depth) throw too_deep(byte);
        made->operands = std::move(operands);
        return made;
    }

    /// Operators of one precedence, which associate to the left.
    NodePointer level(int precedence) {
        if (precedence == unary_level) return unary();
        NodePointer left = level(precedence + 1);
        while (const Operator* const found = operator_of(precedence)) {
            const std::size_t byte = token_.start;
            advance();
            NodePointer right = level(precedence + 1);
            left = node(found->operation, {std::move(left), std::move(right)}, byte);
        }
        return left;
    }

    NodePointer unary() {
        const std::size_t byte = token_.start;
        if (++nesting_ > max_tree_depth) throw too_deep(byte);
        NodePointer result = accept("-") ? node(Operation::negate, {unary()}, byte) : primary();
        --nesting_;
        return result;
    }

    NodePointer primary() {
        const Token token = token_;
        auto leaf = std::make_shared<ExpressionNode>();
        leaf->text = token.text;
        leaf->number = token.number;
        switch (token.kind) {
            case TokenKind::text:
                leaf->operation = Operation::text;
                break;
            case TokenKind::number:
                leaf->operation = Operation::number;
                break;
            case TokenKind::current:
                leaf->operation = Operation::current;
                break;
            case TokenKind::reference:
                leaf->operation = Operation::reference;
                references_.emplace_back(token.text, token.start);
                break;
            case TokenKind::name:
                return call();
            case TokenKind::symbol:
                if (accept("(")) {
                    NodePointer inner = level(0);
                    if (!accept(")")) throw expected(same_in_both("`)`"));
                    return inner;
                }
                [[fallthrough]];
            case TokenKind::end:
                throw expected({"une valeur", "a value"});
        }
        advance();
        return leaf;
    }

    NodePointer call() {
        const Token name = token_;
        advance();
        if (!accept("(")) {
            throw Failure{
                name.start,
                make_label("il faut une valeur et non le mot {} ; une question s'écrit `${{{}}}`, un texte `'{}'`",
                           "expected a value, found the word {}; a question is written ${{{}}}, a text '{}'",
                           in_quotes(name.text), name.text, name.text)};
        }
        const auto function = std::find_if(functions.begin(), functions.end(),
                                           [&](const Function& candidate) { return candidate.name == name.text; });
        if (function == functions.end()) {
            throw Failure{name.start, make_label("la fonction {}() n'existe pas (fonctions connues :{})",
                                                 "there is no function {}(); known are{}", name.text, known())};
        }
        std::vector<NodePointer> operands;
        if (!accept(")")) {
            do {
                operands.push_back(level(0));
            } while (accept(","));
            if (!accept(")")) throw expected({"`,` ou `)`", "`,` or `)`"});
        }
        if (operands.size() < function->least || operands.size() > function->most) {
            throw Failure{name.start, make_label("{}() demande {} et non {}", "{}() takes {}, not {}", name.text,
                                                 count_of(*function), operands.size())};
        }
        if (function->operation == Operation::regex) return regex(name, std::move(operands));
        return node(function->operation, std::move(operands), name.start);
    }

    NodePointer regex(const Token& name, std::vector<NodePointer> operands) {
        NodePointer plain = node(Operation::regex, std::move(operands), name.start);
        if (plain->operands[1]->operation != Operation::text) return plain;
        auto compiled = std::make_shared<ExpressionNode>(*plain);
        Label message;
        compiled->pattern = detail::compile_pattern(plain->operands[1]->text, message);
        if (!compiled->pattern) {
            throw Failure{name.start, make_label("le motif de regex() n'est pas valide : {}",
                                                 "the pattern of regex() is not valid: {}", message)};
        }
        return compiled;
    }

    static Label count_of(const Function& function) {
        const Label one = same_in_both("argument"), several = same_in_both("arguments");
        if (function.least == function.most) return counted(function.least, one, several);
        if (function.most == any_number) {
            return make_label("au moins {}", "at least {}", counted(function.least, one, several));
        }
        return make_label("{} ou {} arguments", "{} or {} arguments", function.least, function.most);
    }

    static std::string known() {
        std::string text;
        for (const Function& function : functions) text += " " + std::string(function.name);
        return text;
    }

    Lexer lexer_;
    Token token_;
    std::size_t nesting_ = 0;
    std::vector<std::pair<std::string, std::size_t>> references_;
};

/// 1 for the first code point.
std::size_t column_of(std::string_view text, std::size_t byte) {
    const std::string_view before = text.substr(0, byte);
    return 1 + static_cast<std::size_t>(std::count_if(before.begin(), before.end(), [](char c) {
               return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
           }));
}

}  // namespace

std::variant<Expression, ExpressionError> parse_expression(std::string_view text) {
    if (text.size() > max_length) {
        return ExpressionError{1, make_label("l'expression a plus de {} caractères",
                                             "the expression has more than {} characters", max_length)};
    }
    try {
        Parser parser(text);
        Expression expression;
        expression.root_ = parser.parse();
        for (const auto& [name, byte] : parser.references()) {
            expression.references_.push_back({name, column_of(text, byte)});
        }
        return expression;
    } catch (const Failure& failure) {
        return ExpressionError{column_of(text, failure.byte), failure.message};
    }
}

}  // namespace relis::intake

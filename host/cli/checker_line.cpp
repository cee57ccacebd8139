#include "checker_line.h"

#include <cstddef>
#include <cstdint>

#include <unicode/utf8.h>

namespace relis::cli {

namespace {

bool is_utf8(std::string_view text) {
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    for (std::size_t i = 0; i < text.size();) {
        UChar32 point = bytes[i];
        if (point < 0x80) {
            ++i;
            continue;
        }
        U8_NEXT(bytes, i, text.size(), point);
        if (point < 0) return false;
    }
    return true;
}

/// Reads the tokens of one line. Each function returns false where the line is not of the usual shape.
class PlainLine {
  public:
    explicit PlainLine(std::string_view line) : rest_(line) {}

    std::optional<CheckerLine> read() {
        CheckerLine result;
        bool has_id = false;
        bool has_text = false;
        if (!mark('{')) return std::nullopt;
        do {
            std::string_view name;
            if (!plain_string(name) || !mark(':')) return std::nullopt;
            if (name == "\"id\"" && !has_id) {
                has_id = id(result.id);
                if (!has_id) return std::nullopt;
            } else if (name == "\"text\"" && !has_text) {
                has_text = text(result.text);
                if (!has_text) return std::nullopt;
            } else {
                return std::nullopt;
            }
        } while (mark(','));
        if (!has_id || !has_text || !mark('}')) return std::nullopt;
        skip_spaces();
        return rest_.empty() ? std::optional(std::move(result)) : std::nullopt;
    }

  private:
    void skip_spaces() {
        while (!rest_.empty() && (rest_.front() == ' ' || rest_.front() == '\t' || rest_.front() == '\r')) {
            rest_.remove_prefix(1);
        }
    }

    bool mark(char wanted) {
        skip_spaces();
        if (rest_.empty() || rest_.front() != wanted) return false;
        rest_.remove_prefix(1);
        return true;
    }

    /// Where a string without its quotes goes on no more: a quote, an escape, what JSON forbids, or the end.
    [[nodiscard]] std::size_t run() const {
        std::size_t i = 0;
        while (i < rest_.size() && rest_[i] != '"' && rest_[i] != '\\' &&
               static_cast<unsigned char>(rest_[i]) >= 0x20) {
            ++i;
        }
        return i;
    }

    /// A string without escapes, its quotes included.
    bool plain_string(std::string_view& value) {
        if (!mark('"')) return false;
        const std::size_t size = run();
        if (size == rest_.size() || rest_[size] != '"') return false;
        value = std::string_view(rest_.data() - 1, size + 2);
        rest_.remove_prefix(size + 1);
        return is_utf8(value);
    }

    bool id(std::string& value) {
        constexpr std::size_t most_digits = 15;
        skip_spaces();
        std::string_view written;
        if (rest_.starts_with('"')) {
            if (!plain_string(written)) return false;
        } else {
            std::size_t digits = 0;
            while (digits < rest_.size() && rest_[digits] >= '0' && rest_[digits] <= '9') ++digits;
            if (digits == 0 || digits > most_digits || (digits > 1 && rest_.front() == '0')) return false;
            written = rest_.substr(0, digits);
            rest_.remove_prefix(digits);
            if (!rest_.empty() && (rest_.front() == '.' || rest_.front() == 'e' || rest_.front() == 'E')) return false;
        }
        value = written;
        return true;
    }

    bool text(std::string& value) {
        if (!mark('"')) return false;
        while (true) {
            const std::size_t size = run();
            if (size == rest_.size()) return false;
            const std::string_view part = rest_.substr(0, size);
            if (!is_utf8(part)) return false;
            value += part;
            const char end = rest_[size];
            rest_.remove_prefix(size + 1);
            if (end == '"') return true;
            if (end != '\\' || !escape(value)) return false;
        }
    }

    /// What stands behind a backslash; surrogates are left to the parser.
    bool escape(std::string& value) {
        if (rest_.empty()) return false;
        const char kind = rest_.front();
        rest_.remove_prefix(1);
        switch (kind) {
            case '"':
            case '\\':
            case '/':
                value += kind;
                return true;
            case 'n':
                value += '\n';
                return true;
            case 't':
                value += '\t';
                return true;
            case 'r':
                value += '\r';
                return true;
            case 'u':
                return code_unit(value);
            default:
                return false;
        }
    }

    bool code_unit(std::string& value) {
        if (rest_.size() < 4) return false;
        std::uint32_t unit = 0;
        for (const char digit : rest_.substr(0, 4)) {
            const bool decimal = digit >= '0' && digit <= '9';
            const bool lower = digit >= 'a' && digit <= 'f';
            if (!decimal && !lower && !(digit >= 'A' && digit <= 'F')) return false;
            unit = unit * 16 + static_cast<std::uint32_t>(decimal ? digit - '0' : (digit | 0x20) - 'a' + 10);
        }
        if (unit >= 0xD800 && unit <= 0xDFFF) return false;
        rest_.remove_prefix(4);
        char bytes[4];
        std::size_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, unit);
        value.append(bytes, size);
        return true;
    }

    std::string_view rest_;
};

}  // namespace

std::optional<CheckerLine> read_plain_line(std::string_view line) {
    return PlainLine(line).read();
}

}  // namespace relis::cli

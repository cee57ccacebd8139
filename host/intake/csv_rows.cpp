#include "csv_rows.h"

#include <algorithm>

#include "label/make_label.h"

namespace relis::intake {
namespace {

constexpr std::size_t kept_broken_bytes = std::size_t{1024} * 1024;

bool is_line_end(char c) {
    return c == '\n' || c == '\r';
}

}  // namespace

CsvRows::CsvRows(DecodedSource& source, std::size_t row_limit) : source_(source), limit_(row_limit) {
    detect_delimiter();
}

bool CsvRows::ensure(std::size_t position) {
    while (position >= buffer_.size()) {
        if (!source_.append_to(buffer_)) return false;
    }
    return true;
}

void CsvRows::consume(std::size_t count) {
    const auto end = buffer_.begin() + static_cast<std::ptrdiff_t>(count);
    const auto feeds = std::count(buffer_.begin(), end, '\n');
    // a lone carriage return ends a line too (old Mac files)
    std::ptrdiff_t returns = 0;
    for (std::size_t i = 0; i < count; ++i) {
        if (buffer_[i] == '\r' && (i + 1 >= buffer_.size() || buffer_[i + 1] != '\n')) ++returns;
    }
    line_ += static_cast<std::size_t>(feeds + returns);
    buffer_.erase(0, count);
}

bool CsvRows::skip_line_ends() {
    std::size_t at = 0;
    while (ensure(at) && is_line_end(buffer_[at])) {
        ensure(at + 1);
        ++at;
    }
    consume(at);
    return !buffer_.empty();
}

void CsvRows::detect_delimiter() {
    if (!skip_line_ends()) return;
    std::size_t counts[3] = {0, 0, 0};
    constexpr std::string_view candidates = ";,\t";
    bool in_quotes = false;
    std::size_t at = 0;
    for (; ensure(at) && at < limit_; ++at) {
        const char c = buffer_[at];
        if (c == '"') in_quotes = !in_quotes;
        if (in_quotes) continue;
        if (is_line_end(c)) break;
        const std::size_t found = candidates.find(c);
        if (found != std::string_view::npos) ++counts[found];
    }
    // Excel's own hint, a first line `sep=;`
    if (at == 5 && buffer_.starts_with("sep=")) {
        delimiter_ = buffer_[4];
        consume(at);
        return;
    }
    delimiter_ = candidates[static_cast<std::size_t>(std::max_element(counts, counts + 3) - counts)];
}

bool CsvRows::next(CsvRow& row) {
    if (!skip_line_ends()) return false;
    row = CsvRow{};
    row.line = line_;
    const std::size_t length = scan(row);
    if (row.error) {
        take_first_line(row);
        return true;
    }
    row.raw = buffer_.substr(0, length);
    consume(length);
    return true;
}

/// Length of the row at the start of the buffer, its cells or its error in `row`.
std::size_t CsvRows::scan(CsvRow& row) {
    std::string cell;
    bool in_quotes = false;
    bool was_quoted = false;
    std::size_t at = 0;
    for (; ensure(at); ++at) {
        if (at >= limit_) {
            row.error =
                make_label("la ligne dépasse {} octets, la limite ; contient-elle un « \" » qui n'est pas refermé ?",
                           "the row is larger than {} bytes, the limit; an unclosed `\"` in it?", limit_);
            return at;
        }
        const char c = buffer_[at];
        if (in_quotes) {
            if (c != '"') {
                cell.push_back(c);
            } else if (ensure(at + 1) && buffer_[at + 1] == '"') {
                cell.push_back('"');
                ++at;
            } else {
                in_quotes = false;
            }
        } else if (c == delimiter_ || is_line_end(c)) {
            row.cells.push_back(std::move(cell));
            cell.clear();
            was_quoted = false;
            if (c != delimiter_) return at;
        } else if (c == '"' && cell.empty() && !was_quoted) {
            in_quotes = was_quoted = true;
        } else if (was_quoted && c != ' ') {
            row.error = make_label(
                "du texte suit le « \" » fermant de la cellule {} ; un guillemet dans une cellule s'écrit deux fois",
                "there is text after the closing `\"` of cell {}; a quote within a cell is written twice",
                row.cells.size() + 1);
            return at;
        } else if (!was_quoted) {
            cell.push_back(c);
        }
    }
    if (in_quotes) {
        row.error = make_label("le « \" » qui ouvre la cellule {} n'est pas refermé",
                               "the `\"` that opens cell {} is not closed", row.cells.size() + 1);
        return at;
    }
    row.cells.push_back(std::move(cell));
    row.ended = false;
    return at;
}

/// Gives up a row that cannot be cut: only its first line is taken.
void CsvRows::take_first_line(CsvRow& row) {
    row.cells.clear();
    std::size_t length = 0;
    while (true) {
        const std::size_t found = buffer_.find_first_of("\r\n");
        const std::size_t taken = std::min(found, buffer_.size());
        const std::size_t room = kept_broken_bytes - std::min(kept_broken_bytes, length);
        row.raw.append(buffer_, 0, std::min(taken, room));
        row.whole = row.whole && taken <= room;
        length += taken;
        consume(taken);
        if (found != std::string::npos || !ensure(0)) return;
    }
}

}  // namespace relis::intake

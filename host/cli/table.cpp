#include "table.h"

#include <algorithm>
#include <numeric>

#include "text.h"

namespace relis::cli {

namespace {

constexpr std::size_t gap = 2;  // spaces between columns

}  // namespace

std::string styled(const std::string& text, Style style, const Output& out) {
    if (style == Style::plain || text.empty() || !out.has_styles()) return text;
    const char* code = "";
    switch (style) {
        case Style::plain:
            break;
        case Style::bold:
            code = "1";
            break;
        case Style::dim:
            code = "2";
            break;
        case Style::red:
            code = "31";
            break;
        case Style::yellow:
            code = "33";
            break;
        case Style::green:
            code = "32";
            break;
    }
    return fmt::format("\x1b[{}m{}\x1b[0m", code, text);
}

void Table::add(std::vector<Cell> cells) {
    for (Cell& cell : cells) cell.text = printable(cell.text);
    cells.resize(columns_.size(), Cell(""));
    rows_.push_back(std::move(cells));
}

void Table::fit(std::size_t columns) {
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        std::size_t width = display_width(columns_[i].title);
        for (const std::vector<Cell>& row : rows_) width = std::max(width, display_width(row[i].text));
        widths_.push_back(width);
    }
    if (columns == 0) return;
    const std::size_t gaps = gap * (columns_.size() - 1);
    while (std::accumulate(widths_.begin(), widths_.end(), gaps) > columns) {
        std::size_t* widest = nullptr;
        for (std::size_t i = 0; i < widths_.size(); ++i) {
            const bool may = columns_[i].least > 0 && widths_[i] > columns_[i].least;
            if (may && (widest == nullptr || widths_[i] > *widest)) widest = &widths_[i];
        }
        if (widest == nullptr) return;  // narrower than can be read: let the terminal break the lines
        --*widest;
    }
}

void Table::print_row(Output& out, const std::vector<Cell>& cells) const {
    std::string line;
    std::size_t spaces = 0;
    for (std::size_t i = 0; i < cells.size(); ++i) {
        const std::string text = columns_[i].least > 0 ? shortened(cells[i].text, widths_[i]) : cells[i].text;
        const std::size_t width = display_width(text);
        const std::size_t fill = widths_[i] > width ? widths_[i] - width : 0;
        const bool right = columns_[i].align == Column::Align::right;
        if (right) spaces += fill;
        if (!text.empty()) {
            line.append(spaces, ' ');
            line += styled(text, cells[i].style, out);
            spaces = 0;
        }
        spaces += gap + (right ? 0 : fill);
    }
    out.line(line);
}

void Table::print(Output& out) {
    if (widths_.empty()) {
        fit(out.columns());
        std::vector<Cell> titles;
        for (const Column& column : columns_) titles.emplace_back(column.title, Style::bold);
        print_row(out, titles);
    }
    for (const std::vector<Cell>& row : rows_) print_row(out, row);
    rows_.clear();
}

}  // namespace relis::cli

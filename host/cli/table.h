#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "output.h"

namespace relis::cli {

enum class Style { plain, bold, dim, red, yellow, green };

/// The text as the output can show that style: with it on a terminal, bare elsewhere.
[[nodiscard]] std::string styled(const std::string& text, Style style, const Output& out);

struct Cell {
    Cell(std::string given, Style look = Style::plain) : text(std::move(given)), style(look) {}
    Cell(const char* given) : text(given) {}
    std::string text;
    Style style;
};

struct Column {
    enum class Align { left, right };
    std::string title;
    Align align = Align::left;
    std::size_t least = 0;  ///< how narrow it may become on a small terminal; 0: never shortened
};

/// A table for people. Columns are as wide as the rows of the first print need; on a terminal too narrow for that, the
/// widest of those that may become narrower gives way first.
class Table {
  public:
    explicit Table(std::vector<Column> columns) : columns_(std::move(columns)) {}

    /// `cells` in the order of the columns, made printable here.
    void add(std::vector<Cell> cells);
    [[nodiscard]] std::size_t waiting() const { return rows_.size(); }
    /// Prints the rows added since the last call, with the titles above the first ones.
    void print(Output& out);

  private:
    void fit(std::size_t columns);
    void print_row(Output& out, const std::vector<Cell>& cells) const;

    std::vector<Column> columns_;
    std::vector<std::size_t> widths_;
    std::vector<std::vector<Cell>> rows_;
};

}  // namespace relis::cli

// How word files are read: line by line, word by word.
#pragma once

#include <algorithm>
#include <string_view>

namespace relis::comments {

/// Calls `use` with each line that holds something and is no comment (`#` in front).
template <class Use>
void for_each_line(std::string_view text, Use use) {
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        if (const std::string_view line = text.substr(0, end); !line.empty() && line.front() != '#') use(line);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

/// Calls `use` with each word of a line; one space or more between them.
template <class Use>
void for_each_word(std::string_view line, Use use) {
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        if (end > 0) use(line.substr(0, end));
        line.remove_prefix(std::min(end + 1, line.size()));
    }
}

}  // namespace relis::comments

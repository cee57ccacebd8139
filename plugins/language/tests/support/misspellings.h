// Reads tests/data/misspellings.txt.
#pragma once

#include <filesystem>
#include <fstream>
#include <stdexcept>
#include <string>
#include <vector>

namespace relis::language::tests {

struct Misspelling {
    std::string wrong;
    std::string meant;
};

/// Lines `misspelling = word meant`; `#` begins a comment. Throws std::runtime_error on a line of another shape.
inline std::vector<Misspelling> read_misspellings(const std::filesystem::path& file) {
    std::ifstream in(file);
    if (!in) throw std::runtime_error("cannot read " + file.string());
    std::vector<Misspelling> list;
    for (std::string line; std::getline(in, line);) {
        if (line.empty() || line.front() == '#') continue;
        const std::size_t sign = line.find(" = ");
        if (sign == std::string::npos) throw std::runtime_error(file.string() + ": not a misspelling: " + line);
        list.push_back({line.substr(0, sign), line.substr(sign + 3)});
    }
    return list;
}

}  // namespace relis::language::tests

#include "input_file.h"

#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>

namespace relis::cli {

std::string content_of(const std::string& file, const std::string& what) {
    if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    std::error_code unknown;
    std::ifstream in;
    if (!std::filesystem::is_directory(file, unknown))
        in.open(file, std::ios::binary);  // a folder opens, and reads badly
    if (!in.is_open())
        throw std::runtime_error("cannot read " + what + " in " + file + "; give a JSON file, or - for standard input");
    return {std::istreambuf_iterator<char>(in), {}};
}

void write_file(const std::string& file, const std::string& content) {
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out) throw std::runtime_error("cannot write " + file + "; is there room, and may you write there?");
}

}  // namespace relis::cli

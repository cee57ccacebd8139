#include "input_file.h"

#include <fstream>
#include <iostream>
#include <iterator>

#include "label/labelled_error.h"
#include "label/make_label.h"
#include "review/input_file.h"

namespace relis::cli {

std::string content_of(const std::string& file) {
    if (file == "-") return {std::istreambuf_iterator<char>(std::cin), {}};
    return review::content_of(file);
}

void write_file(const std::string& file, const std::string& content) {
    std::ofstream out(file, std::ios::binary);
    out << content;
    out.close();
    if (!out) {
        throw LabelledError(make_label("impossible d'écrire {} ; y a-t-il de la place, et en avez-vous le droit ?",
                                       "cannot write {}; is there room, and may you write there?", file));
    }
}

}  // namespace relis::cli

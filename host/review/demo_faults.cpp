#include <array>
#include <sstream>
#include <utility>

#include "demo_texts.h"

namespace relis::review {

namespace {

/// What is written for what, where a whole word is one of these.
constexpr std::array<std::pair<std::string_view, std::string_view>, 22> confused{
    {{"à", "a"},         {"a", "à"},           {"où", "ou"},      {"ses", "ces"},     {"ces", "ses"},
     {"ont", "on"},      {"on", "ont"},        {"est", "et"},     {"et", "est"},      {"très", "trés"},
     {"m'a", "ma"},      {"s'est", "c'est"},   {"s'en", "sans"},  {"était", "étais"}, {"étaient", "était"},
     {"avait", "avais"}, {"avaient", "avait"}, {"leur", "leurs"}, {"tout", "tous"},   {"peu", "peut"},
     {"même", "meme"},   {"quand", "quant"}}};

/// The same inside a word; the last letters of it where `at_end`.
struct Change {
    std::string_view right;
    std::string_view wrong;
    bool at_end;
};
constexpr std::array<Change, 16> changes{{{"ées", "é", true},
                                          {"és", "é", true},
                                          {"ée", "é", true},
                                          {"aient", "ait", true},
                                          {"é", "er", true},
                                          {"eux", "eu", true},
                                          {"mm", "m", false},
                                          {"nn", "n", false},
                                          {"tt", "t", false},
                                          {"rr", "r", false},
                                          {"ê", "e", false},
                                          {"è", "e", false},
                                          {"é", "e", false},
                                          {"ç", "c", false},
                                          {"s", "", true},
                                          {"ll", "l", false}}};

bool is_plain(const std::string& word) {
    return word.size() > 1 && !(word[0] >= 'A' && word[0] <= 'Z') &&
           word.find_first_of("0123456789{«»") == std::string::npos;
}

/// The word with one fault, or itself where none fits.
std::string misspelt(const std::string& word, Random& random) {
    for (const auto& [right, wrong] : confused) {
        if (word == right) {
            return std::string(wrong);
        }
    }
    if (word.size() < 4) {
        return word;
    }
    const auto first = static_cast<std::size_t>(pick(random, 0, static_cast<int>(changes.size()) - 1));
    for (std::size_t i = 0; i < changes.size(); ++i) {
        const Change& change = changes.at((first + i) % changes.size());
        const std::size_t at = change.at_end && word.ends_with(change.right) ? word.size() - change.right.size()
                               : change.at_end                               ? std::string::npos
                                                                             : word.find(change.right, 1);
        if (at != std::string::npos) {
            return word.substr(0, at) + std::string(change.wrong) + word.substr(at + change.right.size());
        }
    }
    return word;
}

}  // namespace

std::string with_faults(const std::string& text, double share, Random& random) {
    if (share <= 0) {
        return text;
    }
    std::istringstream words(text);
    std::string result;
    std::string word;
    while (words >> word) {
        const std::size_t end = word.find_last_not_of(".,;:!?)");
        const std::string tail = end == std::string::npos ? "" : word.substr(end + 1);
        std::string bare = end == std::string::npos ? word : word.substr(0, end + 1);
        if (is_plain(bare) && happens(random, share)) {
            bare = misspelt(bare, random);
        }
        result += (result.empty() ? "" : " ") + bare + tail;
    }
    return result;
}

}  // namespace relis::review

#include "dodges.h"

#include <algorithm>
#include <utility>

#include "word_classes.h"
#include "word_lines.h"

namespace relis::comments {

namespace {

std::string_view filler_file(std::string_view name) {
    return word_file("fillers/" + std::string(name));
}

/// Whether `phrase` stands at the beginning of [word, end), word by word.
bool begins_with(Words::const_iterator word, Words::const_iterator end, std::string_view phrase) {
    bool same = true;
    for_each_word(phrase, [&](std::string_view part) {
        same = same && word != end && word->text == part;
        if (same) ++word;
    });
    return same;
}

/// Whether one letter more, less, other or two swapped make the difference.
bool is_slip(std::string_view a, std::string_view b) {
    if (a.size() > b.size()) std::swap(a, b);
    if (b.size() - a.size() > 1) return false;
    std::size_t start = 0;
    while (start < a.size() && a[start] == b[start]) ++start;
    const std::string_view rest = a.substr(start), other = b.substr(start);
    if (a.size() < b.size()) return rest == other.substr(1);
    if (rest.empty()) return true;
    if (rest.substr(1) == other.substr(1)) return true;
    return rest.size() >= 2 && rest[0] == other[1] && rest[1] == other[0] && rest.substr(2) == other.substr(2);
}

}  // namespace

WordSet filler_words(std::string_view file) {
    WordSet words;
    for_each_line(filler_file(file), [&](std::string_view line) {
        for_each_word(line, [&](std::string_view word) { words.insert(word); });
    });
    return words;
}

Dodge::Dodge(Filler filler, FillerClasses around, std::string_view phrases,
             std::initializer_list<std::string_view> words)
    : filler_(filler), around_(around) {
    for (const std::string_view file : words) words_.merge(filler_words(file));
    for_each_line(filler_file(phrases), [&](std::string_view line) {
        phrases_[line.substr(0, line.find(' '))].push_back(line);
        for_each_word(line, [&](std::string_view word) { words_.insert(word); });
    });
}

bool Dodge::matches(const Words& words) const {
    if (!std::all_of(words.begin(), words.end(), [&](const FillerWord& word) { return word.is(around_); }))
        return false;
    for (auto word = words.begin(); word != words.end(); ++word) {
        const auto found = phrases_.find(word->text);
        if (found == phrases_.end()) continue;
        if (std::any_of(found->second.begin(), found->second.end(),
                        [&](std::string_view phrase) { return begins_with(word, words.end(), phrase); }))
            return true;
    }
    return false;
}

Respelling::Respelling(const language::Lexicon& lexicon, WordSet keys) : lexicon_(lexicon), keys_(std::move(keys)) {
    for_each_line(filler_file("spellings"), [&](std::string_view line) {
        const std::size_t colon = std::min(line.find(':'), line.size() - 1);
        for_each_word(line.substr(colon + 1),
                      [&](std::string_view variant) { written_.emplace(variant, line.substr(0, colon)); });
    });
}

std::string_view Respelling::key_near(std::string_view word) const {
    constexpr std::size_t shortest = 6;
    if (word.size() + 1 < shortest || lexicon_.knows(word)) return {};
    for (const std::string_view key : keys_) {
        if (key.size() >= shortest && key.front() == word.front() && is_slip(word, key)) return key;
    }
    return {};
}

}  // namespace relis::comments

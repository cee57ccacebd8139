#include "rules/rule_set.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "parser.h"

namespace relis::rules {
namespace {

constexpr std::string_view common_file = "common.rules";

/// A rule while its lines are read.
struct Draft {
    Rule rule;
    std::vector<Pattern> patterns;
    std::vector<Pattern> exceptions;
};

void check_complete(const Draft& draft, const Place& place) {
    const Rule& rule = draft.rule;
    const auto has = [&](bool right) {
        return std::any_of(rule.examples.begin(), rule.examples.end(),
                           [&](const Example& example) { return example.is_right == right; });
    };
    if (rule.title.empty() || rule.message.empty()) fail(place, "rule " + rule.id + " needs a title and a message");
    if (draft.patterns.empty()) fail(place, "rule " + rule.id + " needs a pattern");
    if (!has(false) || !has(true)) fail(place, "rule " + rule.id + " needs a wrong and a right example");
}

bool is_category_of_french(Category category) {
    constexpr std::array categories{Category::spelling, Category::grammar, Category::syntax, Category::typography,
                                    Category::style};
    return std::find(categories.begin(), categories.end(), category) != categories.end();
}

/// What stands behind a keyword inside a rule.
void read_line(Draft& draft, Parser& parser, std::string_view keyword, std::string_view value, const Place& place) {
    Rule& rule = draft.rule;
    if (keyword == "category") {
        const auto category = category_from(value);
        if (!category || !is_category_of_french(*category)) fail(place, "unknown category " + std::string(value));
        rule.category = *category;
    } else if (keyword == "title") {
        rule.title = value;
    } else if (keyword == "message") {
        rule.message = value;
    } else if (keyword == "pattern") {
        draft.patterns.push_back(parser.pattern(value, place));
    } else if (keyword == "unless") {
        draft.exceptions.push_back(parser.exception(value, place));
    } else if (keyword == "suggest") {
        rule.suggestions = parser.suggestions(value, place);
    } else if (keyword == "wrong" || keyword == "right") {
        rule.examples.push_back(Parser::example(value, keyword == "right", place));
    } else {
        fail({place.file, place.line, 1}, "unknown keyword " + std::string(keyword));
    }
}

std::string read_file(const std::filesystem::path& file) {
    std::string text(std::filesystem::file_size(file), '\0');
    std::ifstream in(file, std::ios::binary);
    if (!in.read(text.data(), std::ssize(text))) throw std::runtime_error("cannot read " + file.string());
    return text;
}

}  // namespace

RuleSet::RuleSet(std::shared_ptr<const language::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)), vocabulary_(*lexicon_) {}

RuleSet::RuleSet(std::shared_ptr<const language::Lexicon> lexicon, const std::filesystem::path& folder)
    : RuleSet(std::move(lexicon)) {
    std::error_code error;
    if (!std::filesystem::is_directory(folder, error)) {
        throw std::runtime_error("no folder of rule files: " + folder.string());
    }
    std::vector<std::string> files;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (entry.path().extension() == ".rules") files.push_back(entry.path().lexically_relative(folder).string());
    }
    std::sort(files.begin(), files.end(), [](const std::string& a, const std::string& b) {
        return std::pair(a != common_file, std::string_view(a)) < std::pair(b != common_file, std::string_view(b));
    });
    for (const std::string& file : files) read(read_file(folder / file), file);
    known_elements_.clear();
    index_.settle(vocabulary_.size());
}

void RuleSet::add(std::string_view text, const std::string& file) {
    read(text, file);
    known_elements_.clear();
    index_.settle(vocabulary_.size());
}

void RuleSet::read(std::string_view text, const std::string& file) {
    Parser parser(*lexicon_, vocabulary_, patterns_, common_sets_, known_elements_);
    Place place{file};
    std::optional<Draft> draft;
    const auto finish = [&] {
        if (!draft) return;
        check_complete(*draft, place);
        keep(std::move(draft->rule), draft->patterns, draft->exceptions);
        draft.reset();
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string_view line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++place.line;
        place.column = 1;
        if (line.empty() || line.front() == '#') continue;
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string_view keyword = line.substr(0, space);
        const std::string_view value = trim(line.substr(space));
        place.column = space + 2;
        if (keyword == "rule") {
            finish();
            const std::string id(value);
            if (id.empty() || !ids_.insert(id).second) fail(place, "a rule needs an id of its own: " + id);
            draft.emplace();
            draft->rule.id = id;
            draft->rule.file = file;
        } else if (keyword == "set") {
            finish();
            parser.define_set(value, place);
        } else if (draft) {
            read_line(*draft, parser, keyword, value, place);
        } else {
            fail({file, place.line, 1}, "expected: rule id");
        }
    }
    finish();
    if (file == common_file) common_sets_ = parser.sets();
}

void RuleSet::keep(Rule rule, const std::vector<Pattern>& patterns, const std::vector<Pattern>& exceptions) {
    const auto number = static_cast<std::uint32_t>(rules_.size());
    for (Pattern pattern : patterns) {
        pattern.rule = number;
        patterns_.patterns.push_back(pattern);
        index_.add(static_cast<std::uint32_t>(patterns_.patterns.size() - 1), patterns_);
    }
    rule.exceptions = {static_cast<std::uint32_t>(patterns_.patterns.size()),
                       static_cast<std::uint32_t>(exceptions.size())};
    patterns_.patterns.insert(patterns_.patterns.end(), exceptions.begin(), exceptions.end());
    rules_.push_back(std::move(rule));
}

}  // namespace relis::rules

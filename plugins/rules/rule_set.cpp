#include "rules/rule_set.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <limits>
#include <optional>
#include <stdexcept>
#include <system_error>
#include <utility>

#include "parser.h"

namespace relis::rules {
namespace {

constexpr std::string_view common_file = "common.rules";

void check_complete(const Rule& rule, const Place& place) {
    const auto has = [&](bool right) {
        return std::any_of(rule.examples.begin(), rule.examples.end(),
                           [&](const Example& example) { return example.is_right == right; });
    };
    if (rule.title.empty() || rule.message.empty()) fail(place, "rule " + rule.id + " needs a title and a message");
    if (rule.patterns.empty()) fail(place, "rule " + rule.id + " needs a pattern");
    if (!has(false) || !has(true)) fail(place, "rule " + rule.id + " needs a wrong and a right example");
}

bool is_category_of_french(Category category) {
    constexpr std::array categories{Category::spelling, Category::grammar, Category::syntax, Category::typography,
                                    Category::style};
    return std::find(categories.begin(), categories.end(), category) != categories.end();
}

/// What stands behind a keyword inside a rule.
void read_line(Rule& rule, const Parser& parser, std::string_view keyword, std::string value, const Place& place) {
    if (keyword == "category") {
        const auto category = category_from(value);
        if (!category || !is_category_of_french(*category)) fail(place, "unknown category " + value);
        rule.category = *category;
    } else if (keyword == "title") {
        rule.title = std::move(value);
    } else if (keyword == "message") {
        rule.message = std::move(value);
    } else if (keyword == "pattern") {
        rule.patterns.push_back(parser.pattern(value, place));
    } else if (keyword == "unless") {
        rule.exceptions.push_back(parser.exception(value, place));
    } else if (keyword == "suggest") {
        rule.suggestions = parser.suggestions(value, place);
    } else if (keyword == "wrong" || keyword == "right") {
        rule.examples.push_back(Parser::example(std::move(value), keyword == "right", place));
    } else {
        fail({place.file, place.line, 1}, "unknown keyword " + std::string(keyword));
    }
}

/// Whether a token that fits the condition is known by its words, lemmas or parts of speech.
bool can_guard(const Condition& condition) {
    return !condition.negated && !condition.anything &&
           std::all_of(condition.classes.begin(), condition.classes.end(),
                       [](const WordClass& word_class) { return word_class.kind == WordClass::Kind::reading; });
}

/// The selectiveness of a guard: the fewer words, the better; a part of speech is the worst.
std::size_t looseness(const Condition& condition) {
    const bool open = std::any_of(condition.classes.begin(), condition.classes.end(),
                                  [](const WordClass& word_class) { return !word_class.wants_lemma; });
    return condition.forms.size() + condition.all_lemmas().size() + (open ? 1000U : 0U);
}

/// The most selective condition of the tokens that stand at a known distance before (-1) or after (1) the anchor.
RuleSet::Guard guard(const Pattern& pattern, std::ptrdiff_t step) {
    RuleSet::Guard result;
    const Condition* best = nullptr;
    std::int32_t offset = 0;
    for (auto i = static_cast<std::ptrdiff_t>(pattern.anchor) + step; i >= 0 && i < std::ssize(pattern.elements);
         i += step) {
        const Element& element = pattern.elements[static_cast<std::size_t>(i)];
        if (element.kind != Element::Kind::token || element.optional) break;
        offset += static_cast<std::int32_t>(step);
        for (const Condition& condition : element.conditions) {
            if (!can_guard(condition)) continue;
            if (best != nullptr && looseness(condition) >= looseness(*best)) continue;
            best = &condition;
            result.offset = offset;
        }
    }
    if (best == nullptr) return result;
    for (const FormKey form : best->form_keys) result.words.add_form(form);
    for (const language::LemmaId lemma : best->all_lemmas()) result.words.add_lemma(lemma);
    for (const WordClass& word_class : best->classes) {
        if (!word_class.wants_lemma) result.parts |= word_class.parts;
    }
    return result;
}

std::uint16_t numbered(std::size_t index) {
    if (index > std::numeric_limits<std::uint16_t>::max()) {
        throw std::runtime_error("the rules name more than 65535 words or lemmas");
    }
    return static_cast<std::uint16_t>(index);
}

std::string read_file(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::string text((std::istreambuf_iterator<char>(in)), {});
    if (!in && !in.eof()) throw std::runtime_error("cannot read " + file.string());
    return text;
}

}  // namespace

RuleSet::RuleSet(std::shared_ptr<const language::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)), by_form_(lexicon_->form_count(), no_form), by_lemma_(lexicon_->lemma_count(), 0) {}

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
    for (const std::string& file : files) add(read_file(folder / file), file);
}

void RuleSet::add(std::string_view text, const std::string& file) {
    Sets sets(common_sets_.begin(), common_sets_.end());
    const Parser parser(*lexicon_, sets);
    Place place{file};
    std::optional<Rule> rule;
    const auto finish = [&] {
        if (!rule) return;
        check_complete(*rule, place);
        rules_.push_back(std::move(*rule));
        rule.reset();
        index(static_cast<std::uint32_t>(rules_.size() - 1));
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++place.line;
        place.column = 1;
        if (line.empty() || line.front() == '#') continue;
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string keyword = line.substr(0, space);
        std::string value = trim(std::string_view(line).substr(space));
        place.column = space + 2;
        if (keyword == "rule") {
            finish();
            if (value.empty() || !ids_.insert(value).second) fail(place, "a rule needs an id of its own: " + value);
            rule.emplace();
            rule->id = value;
            rule->file = file;
        } else if (keyword == "set") {
            finish();
            const std::size_t equals = value.find(" = ");
            if (equals == std::string::npos) fail(place, "a set is written: set name = alternatives");
            sets.insert_or_assign(trim(value.substr(0, equals)), parser.alternatives(value.substr(equals + 3), place));
        } else if (rule) {
            read_line(*rule, parser, keyword, std::move(value), place);
        } else {
            fail({file, place.line, 1}, "expected: rule id");
        }
    }
    finish();
    if (file == common_file) common_sets_ = std::move(sets);
}

void RuleSet::number_forms(Pattern& pattern) {
    for (Element& element : pattern.elements) {
        for (Condition& condition : element.conditions) {
            for (const std::string& form : condition.forms) {
                Form& entry = forms_[form];
                if (entry.key == no_form) {
                    entry.key = numbered(numbered_forms_.size());
                    numbered_forms_.push_back(&entry);
                    if (const auto known = lexicon_->find(form))
                        by_form_[*known] = static_cast<std::uint16_t>(entry.key);
                }
                condition.form_keys.push_back(entry.key);
            }
            std::sort(condition.form_keys.begin(), condition.form_keys.end());
        }
    }
}

void RuleSet::index(std::uint32_t rule) {
    for (Pattern& exception : rules_[rule].exceptions) number_forms(exception);
    for (std::uint32_t i = 0; i < rules_[rule].patterns.size(); ++i) {
        Pattern& pattern = rules_[rule].patterns[i];
        number_forms(pattern);
        const Candidate candidate{rule, i, guard(pattern, -1), guard(pattern, 1)};
        for (const Condition& condition : pattern.elements[pattern.anchor].conditions) {
            if (!condition.can_anchor()) continue;
            for (const std::string& form : condition.forms) forms_[form].candidates.push_back(candidate);
            for (const language::LemmaId lemma : condition.all_lemmas()) {
                if (by_lemma_[lemma] == 0) {
                    by_lemma_[lemma] = numbered(lemma_candidates_.size());
                    lemma_candidates_.emplace_back();
                }
                lemma_candidates_[by_lemma_[lemma]].push_back(candidate);
            }
            break;
        }
    }
}

const RuleSet::Form* RuleSet::find(const grammar::ReadText& text, std::size_t i) const {
    if (!text[i].enclitic) {
        const language::FormId form = text.looked_up().common(i);
        if (form != language::no_form_id) return numbered_forms_[by_form_[form]];
    }
    const auto found = forms_.find(text.lower(i));
    return found == forms_.end() ? nullptr : &found->second;
}

std::span<const RuleSet::Candidate> RuleSet::by_lemma(language::LemmaId lemma) const {
    return lemma_candidates_[by_lemma_[lemma]];
}

}  // namespace relis::rules

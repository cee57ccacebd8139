#include "engine.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "grammar/check.h"
#include "rules/match.h"

namespace relis::french {
namespace {

Category category_of(language::FaultCategory category) {
    using language::FaultCategory;
    switch (category) {
        case FaultCategory::spelling:
            return Category::spelling;
        case FaultCategory::grammar:
            return Category::grammar;
        case FaultCategory::syntax:
            return Category::syntax;
        case FaultCategory::typography:
            return Category::typography;
        case FaultCategory::style:
            return Category::style;
        case FaultCategory::unknown_term:
        case FaultCategory::not_judged:
            break;
    }
    return Category::not_judged;
}

/// Whether a fault is silent where another of a more exact source stands. Typography and style say nothing of how a
/// word is read, so the grammar may speak of the same passage; but a word that a rule of style names is known.
bool yields(Category fault, Category to) {
    if (to == Category::style) return fault == Category::spelling || fault == Category::style;
    if (to == Category::typography) return fault == Category::typography;
    return true;
}

std::vector<Fault> converted(std::vector<grammar::Fault> faults) {
    std::vector<Fault> result;
    result.reserve(faults.size());
    for (grammar::Fault& fault : faults) {
        result.push_back({fault.start,
                          fault.end,
                          fault.category,
                          fault.rule,
                          {},
                          std::move(fault.message),
                          std::move(fault.suggestions)});
    }
    return result;
}

/// Those that are a passage not judged, or those that are none.
std::vector<Fault> converted(std::vector<language::Fault>& faults, bool passages) {
    std::vector<Fault> result;
    for (language::Fault& fault : faults) {
        if ((fault.category == language::FaultCategory::not_judged) != passages) continue;
        result.push_back({fault.start,
                          fault.end,
                          category_of(fault.category),
                          fault.rule,
                          {},
                          std::move(fault.message),
                          std::move(fault.suggestions)});
    }
    return result;
}

/// Adds to `stronger` the faults that do not yield to one of them; both lists in the order of the text.
void add(std::vector<Fault>& stronger, std::vector<Fault> faults) {
    std::size_t first = 0;  // of the stronger faults that may still overlap
    std::erase_if(faults, [&](const Fault& fault) {
        while (first < stronger.size() && stronger[first].end <= fault.start) ++first;
        for (std::size_t i = first; i < stronger.size() && stronger[i].start < fault.end; ++i) {
            if (stronger[i].end > fault.start && yields(fault.category, stronger[i].category)) return true;
        }
        return false;
    });
    const auto middle = static_cast<std::ptrdiff_t>(stronger.size());
    stronger.insert(stronger.end(), std::make_move_iterator(faults.begin()), std::make_move_iterator(faults.end()));
    std::inplace_merge(stronger.begin(), stronger.begin() + middle, stronger.end(),
                       [](const Fault& a, const Fault& b) { return a.start < b.start; });
}

}  // namespace

Engine::Engine(const std::filesystem::path& resources) : Engine(resources / "french.lexicon", resources / "rules") {}

Engine::Engine(const std::filesystem::path& lexicon, const std::filesystem::path& rules)
    : lexicon_(language::Lexicon::open(lexicon)), checker_(lexicon_), reader_(lexicon_), rules_(lexicon_, rules) {
    for (const language::RuleInfo& rule : language::rules()) {
        rule_names_.push_back({rule.id, rule.title, category_of(rule.category), "language"});
    }
    for (const grammar::RuleInfo& rule : grammar::rules()) {
        rule_names_.push_back({rule.id, rule.title, rule.category, "grammar"});
    }
    for (const rules::Rule& rule : rules_.rules()) {
        rule_names_.push_back({rule.id, rule.title, rule.category, rule.file});
    }
    std::sort(rule_names_.begin(), rule_names_.end(), [](const RuleName& a, const RuleName& b) { return a.id < b.id; });
}

std::string_view Engine::title_of(std::string_view rule) const {
    const auto found = std::lower_bound(rule_names_.begin(), rule_names_.end(), rule,
                                        [](const RuleName& name, std::string_view id) { return name.id < id; });
    return found != rule_names_.end() && found->id == rule ? found->title : std::string_view{};
}

Checked Engine::check(std::string_view source, const language::CheckOptions& options) const {
    const language::Text text = language::tokenize(source);
    const grammar::ReadText reading = reader_.read(text);
    const bool suggestions = options.suggestions > 0;

    language::CheckResult lexical = checker_.check(reading.looked_up(), options);
    std::vector<Fault> faults = converted(lexical.faults, true);
    add(faults, converted(rules::apply(rules_, reading, suggestions)));
    add(faults, converted(lexical.faults, false));
    add(faults, converted(grammar::check(reading, {suggestions, {}})));

    Checked result;
    result.words = lexical.words;
    result.judged_words = lexical.judged_words;
    for (Fault& fault : faults) {
        if (!options.typography && fault.category == Category::typography) continue;
        if (fault.suggestions.size() > options.suggestions) fault.suggestions.resize(options.suggestions);
        fault.title = title_of(fault.rule);
        result.faults.push_back(std::move(fault));
    }
    return result;
}

}  // namespace relis::french

#include "engine.h"

#include <algorithm>
#include <utility>

#include "grammar/check.h"

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
        case FaultCategory::not_judged:
            break;
    }
    return Category::not_judged;
}

/// Typography and style say nothing of how a word is read, so the grammar may speak of the same passage.
bool silences_grammar(Category category) {
    return category != Category::typography && category != Category::style;
}

}  // namespace

Engine::Engine(const std::filesystem::path& resources)
    : lexicon_(language::Lexicon::open(resources / "french.lexicon")),
      checker_(lexicon_, language::RuleSet(resources / "rules")),
      reader_(lexicon_) {}

Checked Engine::check(std::string_view source, const language::CheckOptions& options) const {
    const language::Text text = language::tokenize(source);
    language::CheckResult lexical = checker_.check(text, options);
    Checked result;
    result.words = lexical.words;
    result.judged_words = lexical.judged_words;
    for (language::Fault& fault : lexical.faults) {
        result.faults.push_back({fault.start, fault.end, category_of(fault.category), fault.rule,
                                 std::move(fault.message), std::move(fault.suggestions)});
    }
    const std::size_t lexical_count = result.faults.size();
    std::size_t first = 0;  // of the lexical faults that may still overlap
    for (grammar::Fault& fault : grammar::check(reader_.read(text), {options.suggestions > 0, {}})) {
        while (first < lexical_count && result.faults[first].end <= fault.start) ++first;
        bool silenced = false;
        for (std::size_t i = first; i < lexical_count && result.faults[i].start < fault.end; ++i) {
            silenced = silenced || (silences_grammar(result.faults[i].category) && result.faults[i].end > fault.start);
        }
        if (silenced) continue;
        if (fault.suggestions.size() > options.suggestions) fault.suggestions.resize(options.suggestions);
        result.faults.push_back({fault.start, fault.end, fault.category, fault.rule, std::move(fault.message),
                                 std::move(fault.suggestions)});
    }
    std::stable_sort(result.faults.begin(), result.faults.end(),
                     [](const Fault& a, const Fault& b) { return a.start < b.start; });
    return result;
}

}  // namespace relis::french

#include "engine.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "rules/match.h"
#include "second_reading.h"

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

std::vector<Fault> converted(std::vector<grammar::Fault> faults, bool of_rule_file) {
    std::vector<Fault> result;
    result.reserve(faults.size());
    for (grammar::Fault& fault : faults) {
        result.push_back({fault.start,
                          fault.end,
                          fault.category,
                          fault.rule,
                          {},
                          std::move(fault.message),
                          std::move(fault.suggestions),
                          of_rule_file});
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

Checked Engine::check(std::string_view text, const language::CheckOptions& options) const {
    return std::move(check(std::span(&text, 1), options).front());
}

std::vector<Checked> Engine::check(std::span<const std::string_view> sources,
                                   const language::CheckOptions& options) const {
    std::vector<language::Text> texts;
    texts.reserve(sources.size());
    for (const std::string_view source : sources) texts.push_back(language::tokenize(source));
    // A second reading goes by the best correction, also where none is asked for.
    language::CheckOptions at_least_one = options;
    at_least_one.suggestions = std::max<std::size_t>(options.suggestions, 2);
    std::vector<Checked> results = read_once(texts, at_least_one);
    read_again(texts, results, at_least_one);
    for (Checked& result : results) {
        for (Fault& fault : result.faults) {
            if (fault.suggestions.size() > options.suggestions) fault.suggestions.resize(options.suggestions);
        }
    }
    return results;
}

void Engine::read_again(std::span<const language::Text> texts, std::vector<Checked>& results,
                        const language::CheckOptions& options) const {
    std::vector<std::vector<MendedSentence>> mended;
    mended.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i)
        mended.push_back(mended_sentences(*lexicon_, texts[i], results[i].faults));
    std::vector<language::Text> sentences;
    for (const std::vector<MendedSentence>& of_text : mended) {
        for (const MendedSentence& sentence : of_text) sentences.push_back(language::tokenize(sentence.text));
    }
    if (sentences.empty()) return;
    std::vector<Checked> second = read_once(sentences, options);
    auto next = second.begin();
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (const MendedSentence& sentence : mended[i]) {
            take_over(results[i].faults, sentence, std::move(next->faults));
            ++next;
        }
    }
}

std::vector<Checked> Engine::read_once(std::span<const language::Text> texts,
                                       const language::CheckOptions& options) const {
    const bool suggestions = options.suggestions > 0;
    std::vector<grammar::ReadText> readings;
    readings.reserve(texts.size());
    for (const language::Text& text : texts) readings.push_back(reader_.read(text));
    std::vector<language::CheckResult> lexical;
    lexical.reserve(texts.size());
    for (const grammar::ReadText& reading : readings) {
        lexical.push_back(checker_.check(reading.looked_up(), options));
    }
    std::vector<std::vector<grammar::Fault>> of_rules;
    of_rules.reserve(texts.size());
    for (const grammar::ReadText& reading : readings) of_rules.push_back(rules::apply(rules_, reading, suggestions));
    std::vector<std::vector<grammar::Fault>> of_grammar = grammar::check(readings, {suggestions, {}});

    std::vector<Checked> results;
    results.reserve(texts.size());
    for (std::size_t i = 0; i < texts.size(); ++i) {
        results.push_back(merged(std::move(lexical[i]), std::move(of_rules[i]), std::move(of_grammar[i]), options));
    }
    return results;
}

Checked Engine::merged(language::CheckResult lexical, std::vector<grammar::Fault> of_rules,
                       std::vector<grammar::Fault> of_grammar, const language::CheckOptions& options) const {
    std::vector<Fault> faults = converted(lexical.faults, true);
    add(faults, converted(std::move(of_rules), true));
    add(faults, converted(lexical.faults, false));
    add(faults, converted(std::move(of_grammar), false));

    Checked result;
    result.words = lexical.words;
    result.judged_words = lexical.judged_words;
    for (Fault& fault : faults) {
        if (!options.typography && fault.category == Category::typography) continue;
        fault.title = title_of(fault.rule);
        result.faults.push_back(std::move(fault));
    }
    return result;
}

}  // namespace relis::french

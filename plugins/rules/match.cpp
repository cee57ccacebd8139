#include "rules/match.h"

#include <algorithm>
#include <string>
#include <utility>

#include "matcher.h"
#include "suggestion.h"

namespace relis::rules {
namespace {

/// A fault with what decides between overlapping ones.
struct Found {
    grammar::Fault fault;
    std::uint32_t rule = 0;
};

class Application {
  public:
    Application(const RuleSet& rules, const grammar::ReadText& text, bool suggestions)
        : rules_(rules), text_(text), suggestions_(suggestions) {}

    std::vector<grammar::Fault> run() {
        look_up();
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (entries_[i] != nullptr) try_all(entries_[i]->candidates, i);
            if (text_[i].unknown) continue;
            grammar::LemmaId last = static_cast<grammar::LemmaId>(-1);
            for (const grammar::Analysis& reading : text_.readings(i)) {
                if (std::exchange(last, reading.lemma) != reading.lemma) try_all(rules_.by_lemma(reading.lemma), i);
            }
        }
        return settle();
    }

  private:
    void look_up() {
        entries_.resize(text_.size());
        forms_.resize(text_.size());
        signatures_.resize(text_.size());
        for (std::size_t i = 0; i < text_.size(); ++i) {
            entries_[i] = rules_.find(text_, i);
            if (entries_[i] != nullptr) {
                forms_[i] = entries_[i]->key;
                signatures_[i].add_form(forms_[i]);
            }
            if (text_[i].unknown) continue;
            for (const grammar::Analysis& reading : text_.readings(i)) signatures_[i].add_lemma(reading.lemma);
        }
    }

    void try_all(std::span<const RuleSet::Candidate> candidates, std::size_t token) {
        for (const RuleSet::Candidate& candidate : candidates) {
            if (!passes(candidate.before, token) || !passes(candidate.after, token)) continue;
            const Rule& rule = rules_.rules()[candidate.rule];
            Matcher match(text_, forms_, rule.patterns[candidate.pattern]);
            if (match.at(token) && !excused(rule, match.first_marked())) report(candidate.rule, match);
        }
    }

    [[nodiscard]] bool passes(const RuleSet::Guard& guard, std::size_t anchor) const {
        if (guard.offset == 0) return true;
        const std::size_t token = anchor + static_cast<std::size_t>(guard.offset);  // wraps below 0
        return token < text_.size() &&
               (guard.words.meets(signatures_[token]) || (text_[token].parts & guard.parts) != 0);
    }

    [[nodiscard]] bool excused(const Rule& rule, std::size_t token) const {
        return std::any_of(rule.exceptions.begin(), rule.exceptions.end(),
                           [&](const Pattern& exception) { return Matcher(text_, forms_, exception).at(token); });
    }

    void report(std::uint32_t index, const Matcher& match) {
        const Rule& rule = rules_.rules()[index];
        grammar::Fault fault;
        fault.start = text_.token(match.first_marked()).start;
        fault.end = text_.token(match.last_marked()).end;
        fault.category = rule.category;
        fault.rule = rule.id;
        fault.message = rule.message;
        if (suggestions_) {
            for (const Suggestion& suggestion : rule.suggestions) {
                auto written = write_suggestion(suggestion, text_, match);
                if (!written) continue;
                auto& list = fault.suggestions;
                if (std::find(list.begin(), list.end(), *written) == list.end()) list.push_back(std::move(*written));
            }
        }
        found_.push_back({std::move(fault), index});
    }

    /// The one that begins first stays, then the rule read first.
    std::vector<grammar::Fault> settle() {
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return std::pair(a.fault.start, a.rule) < std::pair(b.fault.start, b.rule);
        });
        std::vector<grammar::Fault> kept;
        for (Found& found : found_) {
            if (kept.empty() || found.fault.start >= kept.back().end) kept.push_back(std::move(found.fault));
        }
        return kept;
    }

    const RuleSet& rules_;
    const grammar::ReadText& text_;
    bool suggestions_;
    std::vector<const RuleSet::Form*> entries_;  ///< of every token, null where no rule names its form
    std::vector<FormKey> forms_;
    std::vector<Signature> signatures_;
    std::vector<Found> found_;
};

}  // namespace

std::vector<grammar::Fault> apply(const RuleSet& rules, const grammar::ReadText& text, bool suggestions) {
    return Application(rules, text, suggestions).run();
}

}  // namespace relis::rules

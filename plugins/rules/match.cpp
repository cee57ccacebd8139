#include "rules/match.h"

#include <algorithm>
#include <bit>
#include <span>
#include <string>
#include <utility>

#include "matcher.h"
#include "suggestion.h"
#include "text_words.h"

namespace relis::rules {
namespace {

/// A fault with what decides between overlapping ones.
struct Found {
    grammar::Fault fault;
    std::uint32_t pattern = 0;
};

class Application {
  public:
    Application(const RuleSet& rules, const grammar::ReadText& text, bool suggestions)
        : rules_(rules), text_(text), suggestions_(suggestions), words_(text, rules.vocabulary()) {}

    std::vector<grammar::Fault> run() {
        constexpr std::size_t ahead = 4;
        const Index& index = rules_.index();
        const Patterns& patterns = rules_.patterns();
        const std::span<const WordKey> all = words_.all();
        std::vector<Place> places;
        std::size_t next = 0;
        for (std::size_t i = 0; i < text_.size(); ++i) {
            for (const WordKey word : words_.of(i)) {
                if (next + 2 * ahead < all.size()) index.fetch_place(all[next + 2 * ahead]);
                if (next + ahead < all.size()) index.fetch_candidates(all[next + ahead]);
                ++next;
                for (const Candidate& candidate : index.candidates(word)) {
                    if (!passes(candidate, i)) continue;
                    index.fetch_surroundings(candidate.pattern);
                    __builtin_prefetch(&patterns.patterns[candidate.pattern]);
                    places.push_back({candidate.pattern, i});
                }
            }
        }
        std::erase_if(places, [&](const Place& place) {
            if (!may_stand(place.pattern, place.token)) return true;
            __builtin_prefetch(patterns.elements_of(patterns.patterns[place.pattern]).data());
            return false;
        });
        for (const Place& place : places) try_at(place.pattern, place.token);
        return settle();
    }

  private:
    /// Where a pattern may match.
    struct Place {
        std::uint32_t pattern = 0;
        std::size_t token = 0;
    };

    [[nodiscard]] bool passes(const Candidate& candidate, std::size_t token) const {
        return candidate.before.meets(words_.signature(token - candidate.tokens_before)) &&
               candidate.after.meets(words_.signature(token + candidate.tokens_after));
    }

    [[nodiscard]] bool may_stand(std::uint32_t pattern, std::size_t token) const {
        const Surroundings& around = rules_.index().surroundings(pattern);
        for (unsigned told = around.told; told != 0; told &= told - 1) {
            const auto place = static_cast<std::size_t>(std::countr_zero(told));
            if (!around.places[place].meets(words_.signature(token + place - farthest_guard))) return false;
        }
        return true;
    }

    void try_at(std::uint32_t number, std::size_t token) {
        const Pattern& pattern = rules_.patterns().patterns[number];
        Matcher match(rules_, text_, words_, pattern);
        if (match.at(token) && !excused(rules_.rules()[pattern.rule], match.first_marked())) {
            report(number, match);
        }
    }

    [[nodiscard]] bool excused(const Rule& rule, std::size_t token) const {
        const auto exceptions =
            std::span(rules_.patterns().patterns).subspan(rule.exceptions.first, rule.exceptions.count);
        return std::any_of(exceptions.begin(), exceptions.end(), [&](const Pattern& exception) {
            return Matcher(rules_, text_, words_, exception).at(token);
        });
    }

    void report(std::uint32_t pattern, const Matcher& match) {
        const Rule& rule = rules_.rules()[rules_.patterns().patterns[pattern].rule];
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
        found_.push_back({std::move(fault), pattern});
    }

    /// The one that begins first stays, then the pattern read first.
    std::vector<grammar::Fault> settle() {
        std::stable_sort(found_.begin(), found_.end(), [](const Found& a, const Found& b) {
            return std::pair(a.fault.start, a.pattern) < std::pair(b.fault.start, b.pattern);
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
    TextWords words_;
    std::vector<Found> found_;
};

}  // namespace

std::vector<grammar::Fault> apply(const RuleSet& rules, const grammar::ReadText& text, bool suggestions) {
    return Application(rules, text, suggestions).run();
}

}  // namespace relis::rules

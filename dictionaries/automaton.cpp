#include "automaton.h"

#include <stdexcept>
#include <unordered_map>

namespace relis::dictionaries {
namespace {

using language::format::Arc;

struct OpenArc {
    unsigned char label = 0;
    bool final = false;
    std::uint32_t target = 0;  ///< first arc of the finished target state
};

class Builder {
  public:
    Builder() : open_(1) { automaton_.arcs.emplace_back(); }

    void add(const std::basic_string<unsigned char>& word) {
        std::size_t shared = 0;
        while (shared < previous_.size() && shared < word.size() && previous_[shared] == word[shared]) ++shared;
        close_down_to(shared);
        for (std::size_t i = shared; i < word.size(); ++i) {
            open_[i].push_back({word[i], i + 1 == word.size(), 0});
            open_.emplace_back();
        }
        previous_ = word;
    }

    Automaton finish() {
        close_down_to(0);
        automaton_.root = freeze(open_.front());
        return std::move(automaton_);
    }

  private:
    /// Finishes the states deeper than `depth` on the path of the previous word.
    void close_down_to(std::size_t depth) {
        while (open_.size() > depth + 1) {
            const std::uint32_t state = freeze(open_.back());
            open_.pop_back();
            open_.back().back().target = state;
        }
    }

    /// The finished state with these arcs: an equal one if there is, else a new one.
    std::uint32_t freeze(const std::vector<OpenArc>& arcs) {
        if (arcs.empty()) return 0;
        std::string key;
        for (const OpenArc& arc : arcs) {
            key.push_back(static_cast<char>(arc.label));
            key.push_back(arc.final ? '1' : '0');
            key.append(reinterpret_cast<const char*>(&arc.target), sizeof arc.target);
        }
        const auto found = states_.find(key);
        if (found != states_.end()) return found->second;

        const auto first = static_cast<std::uint32_t>(automaton_.arcs.size());
        std::uint32_t skip = 0;
        for (std::size_t i = 0; i < arcs.size(); ++i) {
            const OpenArc& arc = arcs[i];
            automaton_.arcs.push_back({Arc::pack(arc.label, arc.final, i + 1 == arcs.size(), arc.target), skip});
            skip += (arc.final ? 1U : 0U) + words_below(arc.target);
        }
        if (automaton_.arcs.size() >= language::format::max_arcs) {
            throw std::runtime_error("the lexicon has more arcs than its format can number");
        }
        words_.emplace(first, skip);
        states_.emplace(std::move(key), first);
        return first;
    }

    [[nodiscard]] std::uint32_t words_below(std::uint32_t state) const { return state == 0 ? 0 : words_.at(state); }

    Automaton automaton_;
    std::vector<std::vector<OpenArc>> open_;
    std::basic_string<unsigned char> previous_;
    std::unordered_map<std::string, std::uint32_t> states_;
    std::unordered_map<std::uint32_t, std::uint32_t> words_;
};

}  // namespace

Automaton build_automaton(const std::vector<std::basic_string<unsigned char>>& words) {
    Builder builder;
    for (const auto& word : words) builder.add(word);
    return builder.finish();
}

}  // namespace relis::dictionaries

#include "corrector.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "usual_mistakes.h"

namespace relis::language {

/// REQUIRES: mutex_ is held.
Corrector::Known& Corrector::known(std::string_view word) const {
    if (remembered_.size() >= capacity) remembered_.clear();
    return remembered_[std::string(word)];
}

std::shared_ptr<const Corrections> Corrector::of(std::string_view word) const {
    {
        const std::lock_guard lock(mutex_);
        if (const Known& entry = known(word); entry.all) return entry.all;
    }
    auto corrections = std::make_shared<Corrections>();
    corrections->distance = std::numeric_limits<double>::max();
    const auto usual = usual_correction(word);
    if (usual) corrections->forms.emplace_back(*usual);
    for (Suggestion& suggestion : lexicon_.suggest(word, usual ? most - 1 : most)) {
        if (corrections->distance == std::numeric_limits<double>::max()) corrections->distance = suggestion.distance;
        if (!usual || suggestion.form != *usual) corrections->forms.push_back(std::move(suggestion.form));
    }
    if (usual) corrections->distance = 0;
    const std::lock_guard lock(mutex_);
    Known& entry = known(word);
    if (!entry.all) entry.all = std::move(corrections);
    return entry.all;
}

bool Corrector::has_within(std::string_view word, double distance) const {
    {
        const std::lock_guard lock(mutex_);
        const Known& entry = known(word);
        if (entry.all) return entry.all->distance <= distance;
        if (entry.none_within >= distance) return false;
    }
    if (usual_correction(word)) return true;
    const std::vector<Suggestion> found = lexicon_.suggest(word, 1, distance);
    if (!found.empty() && found.front().distance <= distance) return true;
    const std::lock_guard lock(mutex_);
    Known& entry = known(word);
    entry.none_within = std::max(entry.none_within, distance);
    return false;
}

}  // namespace relis::language

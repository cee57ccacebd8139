#include "corrector.h"

#include <limits>
#include <utility>

#include "usual_mistakes.h"

namespace relis::language {

std::shared_ptr<const Corrections> Corrector::of(std::string_view word) const {
    std::string key(word);
    {
        const std::lock_guard lock(mutex_);
        if (const auto found = remembered_.find(key); found != remembered_.end()) return found->second;
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
    if (remembered_.size() >= capacity) remembered_.clear();
    return remembered_.try_emplace(std::move(key), std::move(corrections)).first->second;
}

}  // namespace relis::language

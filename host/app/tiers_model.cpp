#include "app/tiers_model.h"

#include <algorithm>
#include <utility>

#include <wx/intl.h>

#include "app/words.h"

namespace relis::app {

void TiersModel::refresh() {
    list_.ask(
        background_,
        [&desk = desk_](const std::stop_token&) {
            return Found{desk.tiers(), desk.proposals()};
        },
        [this](Found found) {
            all_ = std::move(found.tiers);
            proposals_ = std::move(found.proposals);
            counts_ = {};
            for (const review::ShopperTier& shopper : all_) {
                ++counts_.at(static_cast<std::size_t>(shopper.tier));
            }
            std::ranges::stable_sort(all_, [](const review::ShopperTier& a, const review::ShopperTier& b) {
                const bool a_gone = a.tier == review::Tier::withdrawn;
                const bool b_gone = b.tier == review::Tier::withdrawn;
                if (a_gone != b_gone) {
                    return b_gone;
                }
                const double nothing = -1;
                return (a.reliability ? a.reliability->value : nothing) >
                       (b.reliability ? b.reliability->value : nothing);
            });
            ready_ = true;
            apply_filter();
            notifier_.tell(News::list);
        },
        [this](const Label& what) { fail(what); });
}

void TiersModel::filter(std::optional<review::Tier> tier, const std::string& words) {
    tier_ = tier;
    words_ = words;
    apply_filter();
    notifier_.tell(News::filter);
}

wxString TiersModel::emptiness() const {
    if (!ready_ || shown() > 0) {
        return {};
    }
    return all_.empty() ? _("No shopper is known yet: import a roster in the main window (Ctrl+O).")
                        : _("No shopper matches the filter.");
}

void TiersModel::apply_filter() {
    const wxString wanted = wxString::FromUTF8(words_).Lower();
    const auto holds = [&](const std::string& text) { return wxString::FromUTF8(text).Lower().Contains(wanted); };
    shown_.clear();
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (tier_ && all_[i].tier != *tier_) {
            continue;
        }
        if (wanted.empty() || holds(all_[i].name) || holds(all_[i].shopper_id)) {
            shown_.push_back(i);
        }
    }
}

template <class Work>
void TiersModel::work(Work work) {
    if (working()) {
        return;
    }
    work_.perform(
        background_, [work = std::move(work)](const std::stop_token&) { return work(); },
        [this](const review::TierResult& result) {
            if (!result.done) {
                fail(result.refusal);
                return;
            }
            notifier_.tell(News::done);
            refresh();
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::working);
}

void TiersModel::confirm(std::size_t proposal, const std::string& reason) {
    if (proposal < proposals_.size()) {
        work([&desk = desk_, meant = proposals_[proposal], reason] {
            return meant.withdraw ? desk.withdraw(meant.shopper_id, reason) : desk.reinstate(meant.shopper_id, reason);
        });
    }
}

void TiersModel::refuse(std::size_t proposal, const std::string& reason) {
    if (proposal < proposals_.size()) {
        work([&desk = desk_, meant = proposals_[proposal], reason] { return desk.refuse(meant, reason); });
    }
}

void TiersModel::change(std::size_t row, const std::string& reason) {
    if (row < shown_.size()) {
        const bool back = shopper(row).tier == review::Tier::withdrawn;
        work([&desk = desk_, id = shopper(row).shopper_id, back, reason] {
            return back ? desk.reinstate(id, reason) : desk.withdraw(id, reason);
        });
    }
}

void TiersModel::compare() {
    if (working()) {
        return;
    }
    work_.perform(
        background_, [&desk = desk_](const std::stop_token&) { return desk.mismatches(); },
        [this](std::vector<review::RatingMismatch> mismatches) {
            mismatches_ = std::move(mismatches);
            notifier_.tell(News::compared);
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::working);
}

void TiersModel::fail(const Label& what) {
    error_ = what;
    notifier_.tell(News::failed);
}

}  // namespace relis::app

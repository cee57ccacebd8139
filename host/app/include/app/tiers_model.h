#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <wx/string.h>

#include <relis/label.h>

#include "app/background.h"
#include "app/notifier.h"
#include "app/tiers_desk.h"

namespace relis::app {

inline constexpr std::array all_tiers{review::Tier::excellent, review::Tier::reliable, review::Tier::at_risk,
                                      review::Tier::newcomer, review::Tier::withdrawn};

/// The shoppers by tier, and what their ratings propose. Lives on the interface thread; works off it.
class TiersModel {
  public:
    enum class News {
        list,      ///< shoppers() and proposals() are new
        filter,    ///< shown() is another choice of them
        working,   ///< something began or ended
        done,      ///< what a person said is kept
        compared,  ///< mismatches() is new
        failed     ///< see error()
    };

    /// `desk` and `background` outlive the model.
    TiersModel(TiersDesk& desk, Background& background) : desk_(desk), background_(background) {}

    void refresh();
    [[nodiscard]] bool ready() const { return ready_; }
    [[nodiscard]] const std::vector<review::TierProposal>& proposals() const { return proposals_; }
    /// How many shoppers stand in that tier.
    [[nodiscard]] std::size_t count(review::Tier tier) const { return counts_.at(static_cast<std::size_t>(tier)); }
    /// Shows one tier alone, and those whose name or id holds the words, whatever their case; absent, empty: all.
    void filter(std::optional<review::Tier> tier, const std::string& words);
    /// How many shoppers are shown, and each of them: withdrawn ones last, else the best rating first.
    [[nodiscard]] std::size_t shown() const { return shown_.size(); }
    [[nodiscard]] const review::ShopperTier& shopper(std::size_t row) const { return all_[shown_[row]]; }
    /// What is said where nobody is shown: how shoppers come here, or that the filter leaves none. Empty: somebody is,
    /// or they are not loaded yet.
    [[nodiscard]] wxString emptiness() const;

    [[nodiscard]] bool working() const { return work_.waiting(); }
    /// A person confirms a proposal or refuses it.
    void confirm(std::size_t proposal, const std::string& reason);
    void refuse(std::size_t proposal, const std::string& reason);
    /// A person takes the shopper of that row out of the pool, or a withdrawn one back.
    void change(std::size_t row, const std::string& reason);
    /// Makes every rating anew from the log and compares it with the stored one.
    void compare();
    /// What compare() found.
    [[nodiscard]] const std::vector<review::RatingMismatch>& mismatches() const { return mismatches_; }

    [[nodiscard]] const Label& error() const { return error_; }
    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    struct Found {
        std::vector<review::ShopperTier> tiers;
        std::vector<review::TierProposal> proposals;
    };
    template <class Work>
    void work(Work work);
    void apply_filter();
    void fail(const Label& what);

    TiersDesk& desk_;
    Background& background_;
    std::vector<review::ShopperTier> all_;
    std::vector<std::size_t> shown_;
    std::vector<review::TierProposal> proposals_;
    std::vector<review::RatingMismatch> mismatches_;
    std::array<std::size_t, all_tiers.size()> counts_{};
    std::optional<review::Tier> tier_;
    std::string words_;
    Label error_;
    bool ready_ = false;
    Notifier<News> notifier_;
    Request list_;
    Request work_;
};

}  // namespace relis::app

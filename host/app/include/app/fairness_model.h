#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <wx/string.h>

#include <relis/label.h>

#include "app/background.h"
#include "app/fairness_desk.h"
#include "app/notifier.h"

namespace relis::app {

/// Lengths of a period that ends now, in days.
inline constexpr std::array fairness_periods{30, 91, 182, 365, 730};

/// Whether missions, decisions and scores fall evenly: which figures are shown, and in what words. Lives on the
/// interface thread; counts off it.
class FairnessModel {
  public:
    enum class News {
        choices,  ///< programmes() are known
        loading,
        figures,  ///< report() or error() is new, and the rows with it
        rows      ///< another choice of rows, or another measure
    };

    /// `desk` and `background` outlive the model.
    FairnessModel(FairnessDesk& desk, Background& background) : desk_(desk), background_(background) {}

    /// Loads the choices and the figures.
    void start();
    /// Counts again.
    void refresh();

    void set_programme(const std::string& id);
    /// One of fairness_periods.
    void set_days(int days);
    [[nodiscard]] const review::FairnessOptions& options() const { return options_; }
    [[nodiscard]] const std::vector<review::ProgrammeName>& programmes() const { return programmes_; }

    /// Null until it has been counted once.
    [[nodiscard]] const review::FairnessReport* report() const { return report_ ? &*report_ : nullptr; }
    [[nodiscard]] bool loading() const { return request_.waiting(); }
    /// Why it could not be counted; empty: it could.
    [[nodiscard]] const Label& error() const { return error_; }

    /// Only the differences that ask for a look, or all.
    void show_only_notable(bool only);
    [[nodiscard]] bool only_notable() const { return only_notable_; }
    /// The differences that are shown: those that can be judged first, regions before tenures.
    [[nodiscard]] std::size_t rows() const { return rows_.size(); }
    /// What is said where there is no row; empty: there are some, or nothing has been counted yet.
    [[nodiscard]] wxString emptiness() const;
    [[nodiscard]] const review::FairnessGroup& group(std::size_t row) const;
    [[nodiscard]] const review::FairnessFigure& figure(std::size_t row) const;

    /// What the chart of differences shows: that of the row that was chosen last.
    [[nodiscard]] review::FairnessMeasure measure() const { return measure_; }
    [[nodiscard]] review::FairnessGrouping grouping() const { return grouping_; }
    void choose(std::size_t row);

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    struct Place {
        std::size_t group = 0;
        std::size_t figure = 0;
    };
    void choose_rows();

    FairnessDesk& desk_;
    Background& background_;
    review::FairnessOptions options_;
    std::vector<review::ProgrammeName> programmes_;
    std::optional<review::FairnessReport> report_;
    std::vector<Place> rows_;
    bool only_notable_ = false;
    review::FairnessMeasure measure_ = review::FairnessMeasure::missions;
    review::FairnessGrouping grouping_ = review::FairnessGrouping::region;
    Label error_;
    Notifier<News> notifier_;
    Request choices_request_;
    Request request_;
};

/// `0,42` or `12 %` in the interface's language; a dash where nothing is known. With a sign: a difference.
[[nodiscard]] wxString fairness_text(const std::optional<double>& value, review::FairnessMeasure measure,
                                     bool with_sign = false);
/// Where the difference to the others lies: `−0,30 to −0,05`; a dash where it is not told.
[[nodiscard]] wxString difference_text(const review::FairnessFigure& figure);
/// What is to be made of a figure: that it asks for a look, or that too few shoppers are in it.
[[nodiscard]] wxString remark_text(const review::FairnessFigure& figure);
/// How the missions spread, in a line.
[[nodiscard]] wxString spread_text(const review::MissionSpread& spread);
/// How far they gather with few, in another; empty without missions.
[[nodiscard]] wxString concentration_text(const review::MissionSpread& spread);
/// How many differences ask for a look, and what that does not prove.
[[nodiscard]] wxString differences_text(const review::FairnessReport& report);

}  // namespace relis::app

#include "app/fairness_model.h"

#include <algorithm>
#include <utility>

#include <wx/intl.h>

#include "app/words.h"

namespace relis::app {

namespace {

class WorkspaceFairnessDesk final : public FairnessDesk {
  public:
    explicit WorkspaceFairnessDesk(review::Workspace& workspace) : workspace_(workspace) {}
    std::vector<review::ProgrammeName> programmes() override { return review::programmes(workspace_); }
    review::FairnessReport fairness(const review::FairnessOptions& options) override {
        return review::fairness(workspace_, options);
    }

  private:
    review::Workspace& workspace_;
};

}  // namespace

std::unique_ptr<FairnessDesk> make_fairness_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceFairnessDesk>(workspace);
}

void FairnessModel::start() {
    choices_request_.ask(
        background_, [&desk = desk_](const std::stop_token&) { return desk.programmes(); },
        [this](std::vector<review::ProgrammeName> programmes) {
            programmes_ = std::move(programmes);
            notifier_.tell(News::choices);
        });
    refresh();
}

void FairnessModel::refresh() {
    request_.ask(
        background_, [&desk = desk_, options = options_](const std::stop_token&) { return desk.fairness(options); },
        [this](review::FairnessReport report) {
            report_ = std::move(report);
            error_ = {};
            choose_rows();
            notifier_.tell(News::figures);
        },
        [this](const Label& what) {
            error_ = what;
            notifier_.tell(News::figures);
        });
    notifier_.tell(News::loading);
}

void FairnessModel::set_programme(const std::string& id) {
    if (std::exchange(options_.programme, id) != id) refresh();
}

void FairnessModel::set_days(int days) {
    if (std::exchange(options_.days, days) != days) refresh();
}

void FairnessModel::show_only_notable(bool only) {
    if (std::exchange(only_notable_, only) == only) return;
    choose_rows();
    notifier_.tell(News::rows);
}

void FairnessModel::choose_rows() {
    rows_.clear();
    if (!report_) return;
    for (std::size_t group = 0; group < report_->groups.size(); ++group) {
        const std::vector<review::FairnessFigure>& figures = report_->groups[group].figures;
        for (std::size_t figure = 0; figure < figures.size(); ++figure) {
            const bool wanted = only_notable_ ? figures[figure].notable : figures[figure].value.has_value();
            if (wanted) rows_.push_back({group, figure});
        }
    }
    std::ranges::stable_partition(
        rows_, [this](const Place& place) { return report_->groups[place.group].figures[place.figure].enough; });
}

wxString FairnessModel::emptiness() const {
    if (!report_ || rows() > 0) return {};
    return only_notable_ && report_->compared() > 0 ? _("No difference asks for a look.")
                                                    : _("Nothing to compare in this period.");
}

const review::FairnessGroup& FairnessModel::group(std::size_t row) const {
    return report_->groups.at(rows_.at(row).group);
}

const review::FairnessFigure& FairnessModel::figure(std::size_t row) const {
    return group(row).figures.at(rows_.at(row).figure);
}

void FairnessModel::choose(std::size_t row) {
    if (row >= rows()) return;
    const bool same_measure = std::exchange(measure_, figure(row).measure) == measure_;
    const bool same_grouping = std::exchange(grouping_, group(row).grouping) == grouping_;
    if (!same_measure || !same_grouping) notifier_.tell(News::rows);
}

wxString fairness_text(const std::optional<double>& value, review::FairnessMeasure measure, bool with_sign) {
    if (!value) return wxString(wxUniChar(0x2014));
    return review::is_share(measure) ? number(100 * *value, 0, with_sign) + " %" : number(*value, 2, with_sign);
}

wxString difference_text(const review::FairnessFigure& figure) {
    if (!figure.low || !figure.high) return wxString(wxUniChar(0x2014));
    return wxString::Format(_("%s to %s"), fairness_text(figure.low, figure.measure, true),
                            fairness_text(figure.high, figure.measure, true));
}

wxString remark_text(const review::FairnessFigure& figure) {
    if (figure.notable) {
        const bool more = *figure.low > 0;
        return more ? _("to look at: more than the others") : _("to look at: less than the others");
    }
    return figure.enough ? wxString() : _("too few shoppers");
}

wxString spread_text(const review::MissionSpread& spread) {
    if (spread.shoppers == 0) return _("No shopper is known yet: import a roster in the main window (Ctrl+O).");
    if (spread.missions == 0) return _("No mission was given in this period.");
    return wxString::Format(wxPLURAL("%zu mission for %zu shoppers", "%zu missions for %zu shoppers",
                                     static_cast<unsigned>(spread.missions)),
                            spread.missions, spread.shoppers) +
           wxString::Format(_(": %s on average, %zu at most; without any: %zu."), number(spread.mean), spread.most,
                            spread.without);
}

wxString concentration_text(const review::MissionSpread& spread) {
    if (spread.missions == 0) return {};
    return wxString::Format(_("The busiest tenth has %s; Gini index %s (0: as many for each)."),
                            number(100 * spread.busiest_tenth_share, 0) + " %", number(spread.gini, 2));
}

wxString differences_text(const review::FairnessReport& report) {
    if (report.compared() == 0) return _("There are too few shoppers or reports to compare groups.");
    return wxString::Format(wxPLURAL("%zu difference of %zu asks for a look; chance alone would mark about %s.",
                                     "%zu differences of %zu ask for a look; chance alone would mark about %s.",
                                     static_cast<unsigned>(report.notable())),
                            report.notable(), report.compared(), number(report.by_chance())) +
           " " + _("A mark proves no unfairness: see what lies behind it.");
}

}  // namespace relis::app

#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/criteria_desk.h"
#include "app/notifier.h"

namespace relis::app {

/// A report that a change of criteria moves.
struct MovedReport {
    std::string report_id;
    std::string programme;
    bool graded = false;    ///< of the calibration set
    std::string criterion;  ///< the one that moves most; empty: only the recommendation changes
    std::optional<double> before;
    std::optional<double> after;
    std::optional<double> person;    ///< of graded ones: what people gave
    std::string recommended_before;  ///< `accept`, `rework`, `reassign`, `none`
    std::string recommended_after;
    [[nodiscard]] bool recommended_otherwise() const { return recommended_before != recommended_after; }
};

/// One figure of agreement before and after.
struct AgreementLine {
    enum class Measure { mean_error, bias, kappa, precision, recall, equal_decisions };
    std::string half;  ///< `tuning`, `checking`; empty: all
    Measure measure = Measure::mean_error;
    std::string of;  ///< criterion or flag; empty: decisions
    std::optional<double> before;
    std::optional<double> after;
    /// 1: nearer to people, −1: further away, 0: the same.
    [[nodiscard]] int direction() const;
};

/// What a proposal would change, measured on stored reports and on the calibration set, off the interface thread. Only
/// the last question counts. Lives on the interface thread.
class CriteriaPreview {
  public:
    enum class News {
        started,
        stored,  ///< stored() or stored_error() is new
        graded,  ///< before(), after() or graded_error() is new
        stopped
    };

    CriteriaPreview(CriteriaDesk& desk, Background& background);

    /// How many stored reports are rated, spread evenly, where none are chosen.
    void set_sample(std::size_t reports) { sample_ = reports; }
    /// Reports to rate by their ids; empty: a sample.
    void set_reports(std::vector<std::string> reports) { reports_ = std::move(reports); }
    /// The folder of the calibration set; empty: none is measured.
    void set_folder(std::filesystem::path folder);
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_; }

    /// Measures, and forgets what another proposal would have changed. `in_force` is the version that the proposal
    /// departs from; the figures before it are kept as long as it stands.
    void refresh(const review::CriteriaProposal& proposal, std::int64_t in_force);
    /// What was measured until then stays.
    void stop();
    /// Forgets results.
    void clear();

    [[nodiscard]] bool running() const { return stored_request_.waiting() || graded_request_.waiting(); }
    /// Whether the last measuring was stopped before it was over.
    [[nodiscard]] bool stopped() const { return stopped_; }
    /// How far it has come; to be asked now and then while it runs.
    [[nodiscard]] review::Progress progress() const;

    [[nodiscard]] const std::optional<review::CriteriaComparison>& stored() const { return stored_; }
    [[nodiscard]] const Label& stored_error() const { return stored_error_; }
    [[nodiscard]] const std::optional<review::Calibration>& before() const { return before_; }
    [[nodiscard]] const std::optional<review::Calibration>& after() const { return after_; }
    [[nodiscard]] const Label& graded_error() const { return graded_error_; }

    /// Those that move most first; stored and graded ones together.
    [[nodiscard]] std::vector<MovedReport> moved() const;
    [[nodiscard]] std::vector<AgreementLine> agreement() const;
    /// Changes of graded reports' scores in quarter points → number of reports, by criterion.
    [[nodiscard]] std::map<std::string, std::map<int, std::size_t>> graded_changes() const;

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    struct SharedProgress;
    void forget_results();
    void ask_stored(const review::CriteriaProposal& proposal);
    void ask_graded(const review::CriteriaProposal& proposal, std::int64_t in_force);

    CriteriaDesk& desk_;
    Background& background_;
    std::size_t sample_ = 100;
    bool stopped_ = false;
    std::vector<std::string> reports_;
    std::filesystem::path folder_;
    std::optional<review::CriteriaComparison> stored_;
    Label stored_error_;
    std::optional<review::Calibration> before_;
    std::string before_of_;  ///< programme and version that before_ was measured with
    std::optional<review::Calibration> after_;
    Label graded_error_;
    std::shared_ptr<SharedProgress> progress_;
    Notifier<News> notifier_;
    Request stored_request_;
    Request graded_request_;
};

}  // namespace relis::app

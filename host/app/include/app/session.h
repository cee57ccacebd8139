#pragma once

#include <string>
#include <vector>

#include "app/background.h"
#include "app/batch_model.h"
#include "app/beside_model.h"
#include "app/decision_model.h"
#include "app/desk.h"
#include "app/drafts.h"
#include "app/intervention_model.h"
#include "app/judging_model.h"
#include "app/long_work.h"
#include "app/queue_model.h"
#include "app/report_model.h"
#include "review/changes.h"

namespace relis::app {

/// A reviewer at work: the view models and how one leads to the next. Selecting a row opens its report; a recorded
/// decision takes the row out and opens the next; taking it back opens it again. Lives on the interface thread.
class Session {
  public:
    enum class News {
        outdated,  ///< the workspace changed: refresh() when convenient
        plugins    ///< plugins() is known
    };

    /// `desk` and `background` outlive the session.
    Session(Desk& desk, Background& background, std::size_t page_size = 200);

    /// Loads the queue and, after it, what became of the plugins; then opens a report, by default the first one.
    void start(const std::string& report_id = {});
    /// Loads the queue and the open report again.
    void refresh();

    [[nodiscard]] Desk& desk() { return desk_; }
    [[nodiscard]] QueueModel& queue() { return queue_; }
    [[nodiscard]] ReportModel& report() { return report_; }
    [[nodiscard]] DecisionModel& decision() { return decision_; }
    [[nodiscard]] BatchModel& batch() { return batch_; }
    [[nodiscard]] JudgingModel& judging() { return judging_; }
    [[nodiscard]] BesideModel& beside() { return beside_; }
    [[nodiscard]] InterventionModel& interventions() { return interventions_; }
    [[nodiscard]] LongWork& work() { return work_; }
    [[nodiscard]] Drafts& drafts() { return drafts_; }
    [[nodiscard]] Background& background() { return background_; }

    /// Empty until they have been looked at.
    [[nodiscard]] const std::vector<review::PluginStatus>& plugins() const { return plugins_; }
    /// Lets skipped plugins try again at the next start.
    void retry_skipped_plugins();

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    void on_queue(QueueModel::News news);
    void on_report(ReportModel::News news);
    void on_decision(DecisionModel::News news);
    void on_batch();
    void on_intervention(InterventionModel::News news);
    void on_work(LongWork::News news);
    void on_decided(const std::string& report_id);
    void moved(const std::string& report_id);
    void came_back(const std::string& report_id);
    void show_holder();

    Desk& desk_;
    Background& background_;
    Drafts drafts_;
    QueueModel queue_;
    ReportModel report_;
    DecisionModel decision_;
    BatchModel batch_;
    JudgingModel judging_;
    BesideModel beside_;
    InterventionModel interventions_;
    LongWork work_;
    std::vector<review::PluginStatus> plugins_;
    std::string to_select_;   ///< once the queue has been loaded again
    std::string shown_held_;  ///< the row that is marked as open with us
    bool plugins_asked_ = false;
    Notifier<News> notifier_;
    Request plugins_request_;
    Request retry_request_;
    Notifier<QueueModel::News>::Subscription queue_news_;
    Notifier<ReportModel::News>::Subscription report_news_;
    Notifier<DecisionModel::News>::Subscription decision_news_;
    Notifier<BatchModel::News>::Subscription batch_news_;
    Notifier<InterventionModel::News>::Subscription intervention_news_;
    Notifier<LongWork::News>::Subscription work_news_;
    std::shared_ptr<Session*> self_;  ///< weakly held by what arrives from other threads
    review::Changes::Subscription changes_;
};

}  // namespace relis::app

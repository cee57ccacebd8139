#include "app/session.h"

#include <algorithm>
#include <utility>

namespace relis::app {

Session::Session(Desk& desk, Background& background, std::size_t page_size)
    : desk_(desk),
      background_(background),
      queue_(desk, background, page_size),
      report_(desk, background),
      decision_(desk, background, drafts_),
      batch_(desk.batch(), background),
      judging_(desk.at_report(), background, report_, drafts_),
      beside_(desk.at_report(), background, report_),
      interventions_(desk.at_report(), background, report_, drafts_),
      work_(desk, background),
      self_(std::make_shared<Session*>(this)) {
    queue_news_ = queue_.notifier().subscribe([this](QueueModel::News news) { on_queue(news); });
    report_news_ = report_.notifier().subscribe([this](ReportModel::News news) { on_report(news); });
    decision_news_ = decision_.notifier().subscribe([this](DecisionModel::News news) { on_decision(news); });
    batch_news_ = batch_.notifier().subscribe([this](BatchModel::News news) {
        if (news == BatchModel::News::recorded) on_batch();
    });
    intervention_news_ =
        interventions_.notifier().subscribe([this](InterventionModel::News news) { on_intervention(news); });
    work_news_ = work_.notifier().subscribe([this](LongWork::News news) { on_work(news); });
    changes_ =
        desk.changes().subscribe([weak = std::weak_ptr<Session*>(self_), &background](const review::Change& change) {
            // who holds a report is shown in place; what was decided at once; the rest waits for a convenient moment
            if (change.kind == review::Change::Kind::claimed) return;
            background.post([weak, change] {
                const auto self = weak.lock();
                if (!self) return;
                if (change.kind == review::Change::Kind::decided) {
                    (*self)->on_decided(change.report_id);
                } else {
                    (*self)->notifier_.tell(News::outdated);
                }
            });
        });
}

void Session::start(const std::string& report_id) {
    to_select_ = report_id;
    queue_.refresh();
}

void Session::refresh() {
    queue_.refresh();
    if (!report_.report_id().empty()) report_.reload();
}

void Session::retry_skipped_plugins() {
    std::vector<std::filesystem::path> paths;
    for (const review::PluginStatus& plugin : plugins_) {
        if (plugin.state == review::PluginStatus::State::skipped) paths.push_back(plugin.path);
    }
    retry_request_.perform(
        background_,
        [&desk = desk_, paths](const std::stop_token&) {
            for (const std::filesystem::path& path : paths) desk.retry_plugin(path);
            return paths.size();
        },
        [](std::size_t) {});
}

void Session::on_queue(QueueModel::News news) {
    if (news == QueueModel::News::selection) report_.open(queue_.selected_id());
    if (news != QueueModel::News::reset) return;
    if (!to_select_.empty()) {
        const std::string report_id = std::exchange(to_select_, {});
        queue_.select(report_id);
        report_.open(report_id);
    } else if (queue_.selected_id().empty() && !queue_.rows().empty()) {
        queue_.select(std::size_t{0});
    }
    if (plugins_asked_) return;
    plugins_asked_ = true;
    plugins_request_.ask(
        background_, [&desk = desk_](const std::stop_token&) { return desk.plugins(); },
        [this](std::vector<review::PluginStatus> plugins) {
            plugins_ = std::move(plugins);
            notifier_.tell(News::plugins);
        });
}

void Session::on_report(ReportModel::News news) {
    switch (news) {
        case ReportModel::News::loading:
            if (!report_.current()) decision_.show(nullptr);
            break;
        case ReportModel::News::shown:
            decision_.show(report_.current() ? report_.page() : nullptr);
            break;
        case ReportModel::News::holder:
            show_holder();
            break;
        case ReportModel::News::finding:
            break;
    }
}

void Session::show_holder() {
    if (shown_held_ != report_.report_id()) queue_.set_holder(std::exchange(shown_held_, {}), {});
    if (!report_.current() || !waits_for_decision(report_.page()->details.row.state)) return;
    const bool ours = report_.held_by().empty();
    queue_.set_holder(report_.report_id(), ours ? desk_.user() : report_.held_by());
    if (ours) shown_held_ = report_.report_id();
}

void Session::on_batch() {
    RecordedDecision recorded;
    for (const review::PlannedDecision& done : batch_.result().recorded) {
        if (recorded.report_id.empty()) {
            recorded.report_id = done.report_id;
            recorded.decision = *done.decision;
        } else {
            recorded.others.push_back(done.report_id);
        }
    }
    // the report that lies open stays, unless it was decided: then the next one that was not
    const auto decided = [&](const std::string& report_id) {
        return report_id == recorded.report_id ||
               std::find(recorded.others.begin(), recorded.others.end(), report_id) != recorded.others.end();
    };
    if (decided(report_.report_id())) {
        const auto& rows = queue_.rows();
        const std::size_t from = queue_.selected().value_or(0);
        for (std::size_t i = 0; i < rows.size() && to_select_.empty(); ++i) {
            const std::string& report_id = rows[(from + i) % rows.size()].report_id;
            if (!decided(report_id)) to_select_ = report_id;
        }
        if (to_select_.empty()) queue_.select(std::string{});
    }
    queue_.mark({});
    decision_.remember(std::move(recorded));
    queue_.refresh();
}

void Session::on_decision(DecisionModel::News news) {
    if (news == DecisionModel::News::recorded) {
        interventions_.forget();
        if (!decision_.last().others.empty()) return;  // of many: on_batch
        moved(decision_.last().report_id);
    } else if (news == DecisionModel::News::undone) {
        came_back(decision_.undone());
    }
}

void Session::on_decided(const std::string& report_id) {
    // the own ones lead on by themselves, see on_decision, on_batch, on_intervention
    if (decision_.busy() || interventions_.busy() || batch_.state() == BatchModel::State::deciding) return;
    if (queue_.keeps_its_rows()) queue_.refresh();
    if (!report_id.empty() && report_id == report_.report_id()) report_.reload();
}

void Session::on_intervention(InterventionModel::News news) {
    if (news != InterventionModel::News::done) return;
    const DoneIntervention& done = interventions_.last();
    if (done.ended) {
        came_back(done.report_id);
    } else {
        moved(done.report_id);
    }
}

void Session::moved(const std::string& report_id) {
    if (queue_.query().open_only) {
        queue_.remove(report_id);
    } else {
        const auto next = queue_.step_from_selected(1);
        queue_.refresh();
        if (next) queue_.select(*next);
    }
    if (report_.report_id() == report_id) report_.reload();
}

void Session::came_back(const std::string& report_id) {
    to_select_ = report_id;
    if (report_.report_id() == report_id) {
        report_.reload();
    } else {
        report_.open(report_id);
    }
    queue_.refresh();
}

void Session::on_work(LongWork::News news) {
    if (news == LongWork::News::finished) refresh();
}

}  // namespace relis::app

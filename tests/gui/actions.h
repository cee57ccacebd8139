// What reviewers and quality managers do in the window, each by its name, so that the tests and the benchmark measure
// the same actions.
#pragma once

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <fstream>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

#include <wx/uiaction.h>

#include "app/application.h"
#include "app/commands.h"
#include "app/queue_columns.h"
#include "heartbeat.h"
#include "review/import.h"

namespace relis::app {

inline constexpr const char* long_report = "R-900001";

/// Stores one more report, whose comments have 5 MB; one of them has at most 1 MB, the limit of reports read.
inline void add_long_report(review::Workspace& workspace, const std::filesystem::path& folder) {
    std::string comment;
    while (comment.size() < 1'000'000) {
        comment += "Le sol de la piste était sec et sans papiers, et les quatre poubelles avaient été vidées. ";
    }
    std::string answers;
    for (const char* const question : {"piste_propre", "pompe_etat", "consommables", "accueil", "fidelite"}) {
        answers += std::string(answers.empty() ? "" : ", ") + R"({"question": ")" + question + R"(", "comment": ")" +
                   comment + R"("})";
    }
    const std::filesystem::path file = folder / "long.json";
    std::ofstream(file)
        << R"({"format": "relis.report/1", "report_id": ")" << long_report
        << R"(", "mission_id": "M-900001", "programme": "station-service-2026", "questionnaire": )"
        << R"("station-service-2026@1", "site": {"id": "S-201", "name": "Relais Arvane", "city": "Lille"}, "shopper_id": )"
        << R"("C-0016", "visit": {"start": "2026-06-12T09:37:00+02:00", "end": "2026-06-12T10:06:00+02:00"}, "due_at": )"
        << R"("2026-06-13T10:06:00+02:00", "submitted_at": "2026-06-12T14:22:48+02:00", "revision": 1, "answers": [)"
        << answers << "]}";
    review::ImportOptions options;
    options.shift_to_now = true;
    if (review::import_path(workspace, file, options).reports_added != 1) {
        throw std::runtime_error("the long report was refused");
    }
}

/// Does the actions one after the other; each is handed to `measured`, with how long the interface thread was kept.
/// Throws std::runtime_error for one that never ends.
class Actions {
  public:
    struct Measured {
        std::string what;
        int times;
        Heartbeat::Milliseconds each;  ///< until everything was shown
        Heartbeat::Longest longest;
    };
    using Sink = std::function<void(const Measured&)>;

    /// REQUIRES: the application is open. `pages`: how far the queue is scrolled, 200 reports each.
    Actions(Application& application, int pages, Sink measured)
        : application_(application), pages_(pages), measured_(std::move(measured)) {}

    /// Of the queue and the reports. Leaves all rows selected.
    void arrange_the_queue() {
        measure("next report", 10, [this](int) { panel().step(1); });
        measure("next finding", 10, [this](int) { session().report().next_finding(); });
        for (const QueueFieldTraits& field : queue_fields()) {
            measure("sort by " + std::string(field.key), 2,
                    [&](int time) { queue().sort_by(field.sort.value(), time == 0); });
        }
        queue().sort_by(review::QueueColumn::due_at, false);
        wait_until_idle();
        measure("filter by recommendation, and back", 2, [this](int time) {
            queue().set_recommendation(time == 0 ? std::optional(Decision::rework) : std::nullopt);
        });
        measure("filter by programme, and back", 2,
                [this](int time) { queue().set_programme(time == 0 ? "P-3" : ""); });
        measure("search, and back", 2, [this](int time) { queue().set_search(time == 0 ? "caiss" : ""); });
        measure("open a report with 5 MB of comments", 1, [this](int) {
            queue().select(std::string(long_report));
            wait_until(
                [this] { return session().report().current() && session().report().report_id() == long_report; });
        });
        queue().select(std::size_t{0});
        wait_until_idle();
        measure("scroll by 200 reports", pages_, [this](int) {
            auto& model = dynamic_cast<wxDataViewVirtualListModel&>(*panel().rows().GetModel());
            const std::size_t before = queue().rows().size();
            panel().rows().EnsureVisible(model.GetItem(model.GetCount() - 1));
            wait_until([&] { return queue().rows().size() > before || queue().complete(); });
        });
        measure("next report, scrolled deep", 5, [this](int) { panel().step(1); });
        measure("load again, scrolled deep", 2, [this](int) { session().refresh(); });
        panel().focus_rows();
        measure("select all (Ctrl+A)", 1, [this](int) {
            press('A', wxMOD_CONTROL);
            wait_until_selected(queue().rows().size());
        });
        measure("load again, all selected", 2, [this](int) { session().refresh(); });
        measure("select one again (Down)", 1, [this](int) {
            press(WXK_DOWN);
            wait_until_selected(1);
        });
        measure("select to the end (Shift+End)", 1, [this](int) {
            const std::size_t first = queue().selected().value();
            press(WXK_END, wxMOD_SHIFT);
            wait_until_selected(queue().rows().size() - first);
        });
    }

    /// Of what stands beside the main window. REQUIRES: several rows are selected.
    void open_the_windows() {
        measure("decide what is selected", 1, [this](int) {
            choose(command_decide_selected);
            wait_until([this] { return session().batch().state() != BatchModel::State::planning; });
            settle();
        });
        if (BatchWindow* const batch = application_.frame().queue_commands().batch_window()) {
            batch->Close();
        }
        settle();
        queue().select(std::size_t{0});
        wait_until_idle();
        using Window = std::pair<const char*, int>;
        for (const auto& [what, command] :
             {Window{"dashboard", command_dashboard}, Window{"fairness", command_fairness},
              Window{"criteria", command_criteria}, Window{"plugins", command_plugins},
              Window{"shopper's file", command_shopper_file}, Window{"feedback", command_feedback},
              Window{"appeals", command_appeals}, Window{"missions", command_missions},
              Window{"reworks", command_reworks}, Window{"remarks", command_remarks}, Window{"tiers", command_tiers},
              Window{"outbox", command_outbox}, Window{"help", command_help}}) {
            measure(std::string("open: ") + what, 1, [this, wanted = command](int) {
                choose(wanted);
                settle();
            });
        }
        measure("open: conduct", 1, [this](int) {
            application_.shoppers().show_conduct();
            settle();
        });
        CriteriaWindow& criteria = application_.quality().show_criteria();
        wait_until([&] { return criteria.model().sheet() != nullptr; });
        measure("change a parameter, with its preview", 1, [&](int) {
            criteria.sheet().grid().ChangePropertyValue("detail.need", wxVariant(wxString("12")));
            settle();
        });
        criteria.note().SetValue("Mesure");
        measure("publish criteria", 1, [&](int) {
            criteria.publish();
            wait_until([&] { return !criteria.model().working() && !criteria.model().loading(); });
        });
    }

    void wait_until(const std::function<bool()>& condition) {
        const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(3);
        while (!condition()) {
            if (std::chrono::steady_clock::now() > give_up) {
                throw std::runtime_error(doing_ + " did not end within three minutes");
            }
            wxYield();
            std::this_thread::sleep_for(std::chrono::microseconds(500));
        }
        wxYield();
    }
    void wait_until_idle() {
        wait_until([this] {
            return queue().ready() && !queue().loading() && !session().report().loading() &&
                   !session().decision().busy() && session().work().running() == LongWork::Kind::none;
        });
    }
    void measure(const std::string& what, int times, const std::function<void(int)>& act) {
        doing_ = what;
        Heartbeat heartbeat;
        heartbeat_ = &heartbeat;
        const auto begin = std::chrono::steady_clock::now();
        for (int i = 0; i < times; ++i) {
            act(i);
            wait_until_idle();
        }
        const Heartbeat::Longest longest = heartbeat.longest();
        measured_({what, times, (std::chrono::steady_clock::now() - begin) / times, longest});
    }

  private:
    Session& session() { return application_.session(); }
    QueueModel& queue() { return session().queue(); }
    QueuePanel& panel() { return application_.frame().queue_panel(); }
    void choose(int command) {
        wxCommandEvent event(wxEVT_MENU, command);
        application_.frame().ProcessWindowEvent(event);
    }
    /// Into the queue.
    void press(int key, int modifiers = wxMOD_NONE) {
        const auto before = panel().rows().GetSelectedItemsCount();
        wxUIActionSimulator().Char(key, modifiers);
        if (panel().rows().GetSelectedItemsCount() == before) {
            heartbeat_->restart();  // pressing is done on this thread and sleeps 0.1 s; the answer begins now
        }
    }
    /// In the list and in the model.
    void wait_until_selected(std::size_t rows) {
        wait_until([this, rows] {
            return static_cast<std::size_t>(panel().rows().GetSelectedItemsCount()) == rows &&
                   std::max<std::size_t>(1, queue().marked().size()) == rows;
        });
    }
    /// For what a window loads after it stands: it tells nobody when it is done.
    void settle() {
        const auto end = std::chrono::steady_clock::now() + std::chrono::milliseconds(700);
        wait_until([end] { return std::chrono::steady_clock::now() > end; });
    }

    Application& application_;
    int pages_;
    Sink measured_;
    std::string doing_;
    Heartbeat* heartbeat_ = nullptr;  ///< of the action that is being done
};

}  // namespace relis::app

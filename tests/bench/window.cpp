// How long the window does not answer while a reviewer works on a queue of 1,000,000 reports: the longest gap between
// two beats of the interface thread during each action. bench_window [REPORTS]; needs a display (xvfb-run).
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <functional>
#include <stdexcept>
#include <string>
#include <thread>

#include <wx/evtloop.h>

#include "../gui/heartbeat.h"
#include "../support/temporary_folder.h"
#include "app/application.h"
#include "app/words.h"
#include "review/assess.h"
#include "review/import.h"
#include "rows.h"

namespace relis::app {
namespace {

class BenchApplication final : public Application {
  public:
    bool OnInit() override { return true; }
};

BenchApplication& application() {
    return static_cast<BenchApplication&>(*wxTheApp);
}
Session& session() {
    return application().session();
}
QueueModel& queue() {
    return session().queue();
}

/// The reports of the demonstration, and behind them as many lines of the queue as were asked for, written past the
/// store: they are listed, sorted and filtered, but cannot be opened.
void make_database(const std::string& file, long rows) {
    {
        review::Workspace workspace({file, RELIS_PLUGIN_FOLDER, "Odile"});
        review::ImportOptions options;
        options.shift_to_now = true;
        review::import_path(workspace, std::filesystem::path(RELIS_SOURCE_FOLDER) / "data" / "demo", options);
        review::assess_pending(workspace);
    }
    bench::RowWriter writer(file);
    writer.add_queue_lines("Z", rows, 2000000000);
    writer.commit();
}

bool idle() {
    return queue().ready() && !queue().loading() && !session().report().loading() && !session().decision().busy() &&
           session().work().running() == LongWork::Kind::none;
}

void wait_until(const std::function<bool()>& condition) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::minutes(3);
    while (!condition()) {
        if (std::chrono::steady_clock::now() > give_up) {
            throw std::runtime_error("it did not end within three minutes");
        }
        wxYield();
        std::this_thread::sleep_for(std::chrono::microseconds(500));
    }
    wxYield();
}

void measure(const char* what, int times, const std::function<void(int)>& act) {
    Heartbeat heartbeat;
    const auto begin = std::chrono::steady_clock::now();
    for (int i = 0; i < times; ++i) {
        act(i);
        wait_until(idle);
    }
    const Heartbeat::Longest longest = heartbeat.longest();
    const Heartbeat::Milliseconds all = std::chrono::steady_clock::now() - begin;
    std::printf("%-44s %4d  %8.1f  %8.1f  %8.1f\n", what, times, all.count() / times, longest.gap.count(),
                longest.processor.count());
    std::fflush(stdout);
}

void run(long rows) {
    const test::TemporaryFolder folder;
    const std::string file = (folder.path() / "queue.sqlite").string();
    make_database(file, rows);
    std::printf("%ld reports\n%-44s %4s  %8s  %8s  %8s\n", rows, "action", "times", "ms each", "gap ms", "cpu ms");
    ApplicationOptions options;
    options.database = file;
    options.plugins = RELIS_PLUGIN_FOLDER;
    options.user = "Odile";
    options.keep_layout = false;
    measure("start to a report that can be decided", 1, [&](int) {
        application().open(options);
        wait_until([] { return session().report().current() && session().decision().can_decide(); });
    });
    measure("counting all", 1, [](int) { wait_until([] { return queue().count().has_value(); }); });
    measure("next report", 20, [](int) { application().frame().queue_panel().step(1); });
    measure("next finding", 20, [](int) { session().report().next_finding(); });
    using review::QueueColumn;
    measure("sort", 12, [](int i) { queue().sort_by(static_cast<QueueColumn>(i), i % 2 == 0); });
    queue().sort_by(QueueColumn::due_at, false);
    wait_until(idle);
    measure("filter by recommendation, and back", 6,
            [](int i) { queue().set_recommendation(i % 2 == 0 ? std::optional(Decision::rework) : std::nullopt); });
    measure("filter by programme, and back", 4, [](int i) { queue().set_programme(i % 2 == 0 ? "P-3" : ""); });
    measure("search, and back", 4, [](int i) { queue().set_search(i % 2 == 0 ? "caiss" : ""); });
    measure("scroll by 200 reports", 100, [](int) {
        wxDataViewCtrl& list = application().frame().queue_panel().rows();
        auto& model = dynamic_cast<wxDataViewVirtualListModel&>(*list.GetModel());
        const std::size_t before = queue().rows().size();
        list.EnsureVisible(model.GetItem(model.GetCount() - 1));
        wait_until([before] { return queue().rows().size() > before || queue().complete(); });
    });
    std::printf("%zu reports loaded\n", queue().rows().size());
    measure("next report, so many loaded", 10, [](int) { application().frame().queue_panel().step(1); });
    measure("select them all", 1, [](int) { application().frame().queue_panel().rows().SelectAll(); });
    measure("select one again", 1, [](int) { queue().select(std::size_t{3}); });
    measure("load the queue again", 3, [](int) { session().refresh(); });
    measure("accept, next opens", 6, [](int) {
        for (const review::QueueRow& row : std::vector(queue().rows().begin(), queue().rows().begin() + 80)) {
            if (row.recommendation == Decision::accept && row.report_id.starts_with("R-")) {
                queue().select(row.report_id);
                wait_until([] { return session().report().current() && session().decision().can_decide(); });
                session().decision().choose(Decision::accept);
                return;
            }
        }
        throw std::runtime_error("nothing left to accept");
    });
    measure("undo", 6, [](int) { session().decision().undo(); });
    measure("import and assess", 1, [](int) {
        session().work().import(std::filesystem::path(RELIS_SOURCE_FOLDER) / "data" / "demo");
        wait_until([] { return session().work().running() == LongWork::Kind::none; });
    });
    application().close();
}

}  // namespace
}  // namespace relis::app

int main(int count, char** arguments) {
    using namespace relis::app;
    constexpr long reports = 1'000'000;
    const long rows = count > 1 ? std::atol(arguments[1]) : reports;
    wxApp::SetInstance(new BenchApplication);
    int no_arguments = 1;
    if (!wxEntryStart(no_arguments, arguments) || !wxTheApp->CallOnInit()) {
        return 1;
    }
    set_language("en");
    int result = 0;
    {
        wxEventLoop loop;
        const wxEventLoopActivator active(&loop);
        try {
            run(rows);
        } catch (const std::exception& error) {
            std::fprintf(stderr, "bench_window: %s\n", error.what());
            result = 1;
        }
        wxTheApp->OnExit();
    }
    wxEntryCleanup();
    return result;
}

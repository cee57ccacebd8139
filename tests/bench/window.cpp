// How long the window does not answer while a reviewer works on a queue of 1,000,000 reports: the longest gap between
// two beats of the interface thread during each action, and the processor time it took of it. bench_window [REPORTS];
// needs a display (xvfb-run).
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <stdexcept>
#include <string>

#include <wx/evtloop.h>

#include "../gui/actions.h"
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
        add_long_report(workspace, std::filesystem::path(file).parent_path());
    }
    bench::RowWriter writer(file);
    writer.add_queue_lines("Z", rows, 2000000000);
    writer.commit();
}

void print(const Actions::Measured& action) {
    std::printf("%-44s %4d  %8.1f  %8.1f  %8.1f%s\n", action.what.c_str(), action.times, action.each.count(),
                action.longest.gap.count(), action.longest.processor.count(),
                action.longest.processor.count() > 50 ? "  OVER" : "");
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
    Actions actions(application(), 100, print);
    const auto begin = std::chrono::steady_clock::now();
    application().open(options);
    actions.wait_until([] { return session().report().current() && session().decision().can_decide(); });
    const Heartbeat::Milliseconds start = std::chrono::steady_clock::now() - begin;
    std::printf("start to a report that can be decided: %.0f ms\n", start.count());
    actions.measure("counting all", 1, [&](int) { actions.wait_until([] { return queue().count().has_value(); }); });
    actions.arrange_the_queue();
    std::printf("%zu reports loaded, %zu selected\n", queue().rows().size(), queue().marked().size());
    actions.open_the_windows();
    actions.wait_until_idle();
    actions.measure("accept, next opens", 6, [&](int) {
        for (const review::QueueRow& row : std::vector(queue().rows().begin(), queue().rows().begin() + 80)) {
            if (row.recommendation == Decision::accept && row.report_id.starts_with("R-")) {
                queue().select(row.report_id);
                actions.wait_until([] { return session().report().current() && session().decision().can_decide(); });
                session().decision().choose(Decision::accept);
                return;
            }
        }
        throw std::runtime_error("nothing left to accept");
    });
    actions.measure("undo", 6, [](int) { session().decision().undo(); });
    actions.measure("import and assess", 1, [&](int) {
        session().work().import(std::filesystem::path(RELIS_SOURCE_FOLDER) / "data" / "demo");
        actions.wait_until([] { return session().work().running() == LongWork::Kind::none; });
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

// No action keeps the window from answering: the processor time of the interface thread between two beats stays under
// 50 ms, on a queue of 100,000 reports. Processor time, since a busy machine is not the window's fault.
#include "../bench/rows.h"
#include "actions.h"
#include "window_test.h"

namespace relis::app {
namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__) || !defined(__OPTIMIZE__)
constexpr double most_milliseconds = 500;  // what is measured then is the sanitizer, or a build without optimisation
#else
constexpr double most_milliseconds = 50;
#endif

class AnswersAtOnce : public WindowTest {
  protected:
    std::string make_database() override {
        const std::string file = WindowTest::make_database();
        {
            review::Workspace workspace({file, RELIS_PLUGIN_FOLDER, "Odile"});
            add_long_report(workspace, database_.parent_path());
        }
        bench::RowWriter writer(file);
        writer.add_queue_lines("Z", 100'000, 2000000000);
        writer.commit();
        return file;
    }
    static void expect_soon(const Actions::Measured& action) {
        EXPECT_LT(action.longest.processor.count(), most_milliseconds) << action.what;
    }
};

TEST_F(AnswersAtOnce, WhileTheQueueIsArranged) {
    Actions(application(), 25, expect_soon).arrange_the_queue();
    EXPECT_GT(session().queue().marked().size(), 1000U);
}

TEST_F(AnswersAtOnce, WhileWindowsOpenBeside) {
    session().queue().mark({session().queue().rows().at(0).report_id, session().queue().rows().at(1).report_id});
    Actions(application(), 5, expect_soon).open_the_windows();
    EXPECT_NE(application().quality().dashboard(), nullptr);
    EXPECT_NE(application().shoppers().feedback(), nullptr);
}

}  // namespace
}  // namespace relis::app

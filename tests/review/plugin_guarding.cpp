// Plugins that took the program down are skipped; those that somebody is loading just now are not.
#include <algorithm>

#include <gtest/gtest.h>

#include "agency.h"
#include "process_mark.h"
#include "store/plugin_guard.h"

namespace relis::review {
namespace {

class PluginGuarding : public testing::Test {
  protected:
    /// How many plugins a colleague's workspace skips after all were left marked as being loaded by `mark`.
    std::size_t skipped_after(const std::string& mark) {
        (void)agency.workspace().plugins();
        for (store::PluginGuard guard : store::list_plugin_guards(agency.workspace().database())) {
            guard.state = store::GuardState::loading;
            guard.message = mark;
            store::save_plugin_guard(agency.workspace().database(), guard);
        }
        const auto colleague = agency.open_as("bruno");
        return static_cast<std::size_t>(
            std::ranges::count(colleague->plugin_status(), PluginStatus::State::skipped, &PluginStatus::state));
    }

    Agency agency;
};

TEST_F(PluginGuarding, APluginThatAnotherThreadOfThisProgramIsLoadingIsNoCrash) {
    EXPECT_EQ(skipped_after(process_mark()), 0U);
}

TEST_F(PluginGuarding, APluginThatAnotherMachineIsLoadingIsNoCrash) {
    EXPECT_EQ(skipped_after("another-machine 1 1"), 0U);
}

TEST_F(PluginGuarding, AProcessIdThatWasUsedBeforeIsAnotherProgram) {
    const std::string mark = process_mark();
    const std::string reused = mark.substr(0, mark.rfind(' ')) + " 1";
    EXPECT_GT(skipped_after(reused), 0U);
}

TEST_F(PluginGuarding, AMarkThatCannotBeReadIsACrash) {
    EXPECT_GT(skipped_after("4711"), 0U);
    EXPECT_FALSE(may_be_running(""));
}

}  // namespace
}  // namespace relis::review

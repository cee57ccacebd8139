#include <random>
#include <thread>

#include <fcntl.h>
#include <gmock/gmock.h>
#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include "database_implementation.h"
#include "store/check.h"
#include "support.h"

namespace relis::store::test {

class Killed : public StoreTest {};
RELIS_ON_BOTH_BACK_ENDS(Killed);

namespace {

/// Starts the decider and kills it some time after it has recorded so many decisions.
void decide_and_kill(const std::string& location, int reports, int decisions, std::chrono::microseconds more) {
    int pipe_ends[2];
    ASSERT_EQ(pipe2(pipe_ends, O_CLOEXEC), 0);
    const std::string number = std::to_string(reports);
    const pid_t child = fork();
    ASSERT_GE(child, 0);
    if (child == 0) {
        dup2(pipe_ends[1], STDOUT_FILENO);
        execl(RELIS_DECIDER, "store_decider", location.c_str(), number.c_str(), nullptr);
        _exit(127);
    }
    close(pipe_ends[1]);
    for (int i = 0; i < decisions; ++i) {
        char point = 0;
        ASSERT_EQ(::read(pipe_ends[0], &point, 1), 1) << "the decider ended by itself";
    }
    std::this_thread::sleep_for(more);
    kill(child, SIGKILL);
    int status = 0;
    waitpid(child, &status, 0);
    close(pipe_ends[0]);
    ASSERT_TRUE(WIFSIGNALED(status)) << "the decider ended by itself";
}

}  // namespace

TEST_P(Killed, ADecisionIsWhollyThereOrNotAtAll) {
    constexpr int reports = 5;
    for (int i = 0; i < reports; ++i) add_assessed(database, make_report("R-" + std::to_string(i)));
    std::mt19937 random(20260616);
    std::uniform_int_distribution<int> decisions(1, 4);
    std::uniform_int_distribution<int> microseconds(0, 8000);
    for (int i = 0; i < 30; ++i) {
        decide_and_kill(place.location(), reports, decisions(random), std::chrono::microseconds{microseconds(random)});
        if (HasFatalFailure()) return;
        // A server needs a moment to notice that its client is gone; the write lock tells when it has
        { const Transaction wait(database); }
        ASSERT_THAT(check(database), testing::IsEmpty()) << "after kill " << i;
    }
    const Database again(place.location());
    const Lease lease = again.implementation().borrow();
    EXPECT_GT(lease->integer("SELECT COUNT(*) FROM decisions"), 29);
    EXPECT_EQ(lease->integer("SELECT COUNT(*) FROM decisions"),
              lease->integer("SELECT COUNT(*) FROM events WHERE decision_id IS NOT NULL AND action <> 'undo'"));
    EXPECT_EQ(lease->integer("SELECT COUNT(*) FROM decisions"),
              lease->integer("SELECT COUNT(*) FROM ratings WHERE cause = 'decision'"));
}

}  // namespace relis::store::test

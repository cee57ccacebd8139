#include <csignal>
#include <cstdio>
#include <exception>

#include <fcntl.h>
#include <unistd.h>

#include "verb_demo.h"

namespace {

/// A standard stream that came closed is opened on nothing, so that no file of ours ever stands in its place.
void hold_standard_streams() {
    for (const int descriptor : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        if (fcntl(descriptor, F_GETFD) == -1 && open("/dev/null", O_RDWR) < 0) return;
    }
}

int fail(relis::cli::Session& session, relis::cli::ExitCode code, const std::exception& error) {
    try {
        session.complain(relis::message_of(error));
    } catch (const std::exception& output_failed) {
        std::fprintf(stderr, "relis: %s\nrelis: %s\n", session.say(relis::message_of(error)).c_str(),
                     session.say(relis::message_of(output_failed)).c_str());
    }
    return static_cast<int>(code);
}

}  // namespace

int main(int argc, char** argv) {
    hold_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);  // a reader that left shows in Output::closed
    relis::cli::Session session;
    try {
        relis::cli::CommandLine line(session);
        for (const auto add :
             {relis::cli::add_import,   relis::cli::add_assess,   relis::cli::add_queue,      relis::cli::add_show,
              relis::cli::add_decide,   relis::cli::add_report,   relis::cli::add_rework,     relis::cli::add_shopper,
              relis::cli::add_feedback, relis::cli::add_outbox,   relis::cli::add_precheck,   relis::cli::add_check,
              relis::cli::add_override, relis::cli::add_finding,  relis::cli::add_calibrate,  relis::cli::add_criteria,
              relis::cli::add_mission,  relis::cli::add_fairness, relis::cli::add_statistics, relis::cli::add_plugin,
              relis::cli::add_db,       relis::cli::add_appeal,   relis::cli::add_demo}) {
            add(line);
        }
        const relis::cli::ExitCode code = line.run(argc, argv);
        session.out().flush();
        return static_cast<int>(code);
    } catch (const relis::cli::WrongUse& error) {
        return fail(session, relis::cli::ExitCode::wrong_use, error);
    } catch (const std::exception& error) {
        return fail(session, relis::cli::ExitCode::problem, error);
    }
}

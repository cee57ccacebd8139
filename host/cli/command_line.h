#pragma once

#include <functional>
#include <memory>
#include <string>

#include <CLI/CLI.hpp>

#include "session.h"

namespace relis::cli {

/// The verbs and their options as CLI11 reads them, and what the one that was called does.
class CommandLine {
  public:
    using Work = std::function<ExitCode(Session&)>;

    /// Options of every verb are read into the session.
    explicit CommandLine(Session& session);

    /// A verb with its options, which `arguments` receives. `examples`: command lines with what they do, one a line.
    CLI::App* add_verb(const std::string& name, const std::string& summary, const std::string& examples,
                       CLI::App* parent = nullptr);
    /// What a verb does when it was called, and none of its own verbs was.
    void on(CLI::App* verb, Work work);

    /// Reads the arguments and does the work. Help, versions and errors of use are printed here; the work's errors
    /// pass.
    ExitCode run(int argc, char** argv);

  private:
    Session& session_;
    CLI::App app_;
    Work work_;
};

/// Accepts whole numbers from `least` on.
[[nodiscard]] CLI::Validator whole_number_from(int least);

// One file a verb.
void add_import(CommandLine& line);
void add_assess(CommandLine& line);
void add_queue(CommandLine& line);
void add_show(CommandLine& line);
void add_decide(CommandLine& line);
void add_report(CommandLine& line);
void add_rework(CommandLine& line);
void add_shopper(CommandLine& line);
void add_shopper_tiers(CommandLine& line, CLI::App* shopper);
void add_shopper_conduct(CommandLine& line, CLI::App* shopper);
void add_feedback(CommandLine& line);
void add_outbox(CommandLine& line);
void add_precheck(CommandLine& line);
void add_check(CommandLine& line);
void add_calibrate(CommandLine& line);
void add_criteria(CommandLine& line);
void add_finding(CommandLine& line);
void add_override(CommandLine& line);
void add_statistics(CommandLine& line);
void add_plugin(CommandLine& line);
void add_mission(CommandLine& line);
void add_mission_moves(CommandLine& line, CLI::App* mission);
void add_fairness(CommandLine& line);
void add_db(CommandLine& line);
void add_appeal(CommandLine& line);

}  // namespace relis::cli

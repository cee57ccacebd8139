#include "command_line.h"
#include "review/feedback.h"
#include "text.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::vector<std::string> reports;
    bool all = false;
    std::string folder;
    bool preview = false;
};

ExitCode write_files(Session& session, Format format, const Arguments& arguments, review::FeedbackScope scope) {
    const review::FeedbackFiles files =
        review::write_feedback(session.workspace(), arguments.reports, arguments.folder, scope);
    if (format == Format::json) {
        auto written = nlohmann::ordered_json::array();
        for (const std::filesystem::path& path : files.written) written.push_back(path.string());
        session.print_json({{"written", written}, {"without_decision", files.without_decision}});
    } else {
        session.out().print("Wrote {} file{} to {}.\n", files.written.size(), files.written.size() == 1 ? "" : "s",
                            arguments.folder);
        if (files.without_decision > 0) {
            session.remark(
                fmt::format("{} report{} not decided yet; --preview writes what their shoppers would receive.",
                            files.without_decision, files.without_decision == 1 ? " is" : "s are"));
        } else if (files.written.empty()) {
            session.remark("No report is decided yet; --preview writes what the shoppers would receive.");
        }
    }
    // A report that was named and has nothing to be told is what the caller did not expect
    return !arguments.all && files.without_decision > 0 ? ExitCode::problem : ExitCode::done;
}

ExitCode print_texts(Session& session, const Arguments& arguments, review::FeedbackScope scope) {
    ExitCode code = ExitCode::done;
    bool first = true;
    for (const std::string& id : arguments.reports) {
        const auto feedback = review::compose_feedback(review::load_report(session.workspace(), id), scope);
        if (!feedback) {
            session.complain(id + " is not decided yet; decide it, or look at it with --preview");
            code = ExitCode::problem;
            continue;
        }
        if (!first) session.out().line("\n" + std::string(20, '='));
        first = false;
        session.out().write(printable(review::to_text(*feedback), true));
    }
    return code;
}

ExitCode feedback(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    if (arguments.all == !arguments.reports.empty()) {
        throw WrongUse("name reports, or --all, not both; see `relis feedback --help`");
    }
    const auto scope = arguments.preview ? review::FeedbackScope::with_previews : review::FeedbackScope::decided_only;
    if (!arguments.folder.empty()) return write_files(session, format, arguments, scope);
    if (arguments.all || format == Format::json) throw WrongUse("name the folder to write to with --output DIR");
    return print_texts(session, arguments, scope);
}

}  // namespace

void add_feedback(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb =
        line.add_verb("feedback", "Write what shoppers receive about their reports",
                      "  relis feedback R-000123                              print it\n"
                      "  relis feedback R-000123 --output feedback            a page (.html) and a text (.txt)\n"
                      "  relis feedback --all --output feedback               of every decided report\n"
                      "  relis feedback --all --preview --output feedback     of undecided ones too");
    verb->add_option("report", arguments->reports, "Reports")->type_name("REPORT_ID");
    verb->add_flag("--all", arguments->all, "Every report that has feedback");
    verb->add_option("--output", arguments->folder, "Folder for the files, made when absent")->type_name("DIR");
    verb->add_flag("--preview", arguments->preview, "Reports that nobody has decided too, marked as previews");
    line.on(verb, [arguments](Session& session) { return feedback(session, *arguments); });
}

}  // namespace relis::cli

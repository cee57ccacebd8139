#include "command_line.h"
#include "label/make_label.h"
#include "review/feedback_files.h"
#include "text.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::vector<std::string> reports;
    bool all = false;
    std::string shopper;
    std::string month;
    std::string folder;
    std::vector<std::string> forms;
    std::string words;
    bool preview = false;
    bool print_words = false;
};

review::FeedbackFileOptions options_of(const Arguments& arguments) {
    review::FeedbackFileOptions options;
    options.scope = arguments.preview ? review::FeedbackScope::with_previews : review::FeedbackScope::decided_only;
    options.words = review::feedback_words(arguments.words);
    if (!arguments.forms.empty()) {
        options.forms.clear();
        for (const std::string& form : arguments.forms) {
            options.forms.insert(review::feedback_form(form));
        }
    }
    return options;
}

ExitCode print_files(Session& session, Format format, const Arguments& arguments, const review::FeedbackFiles& files) {
    if (format == Format::json) {
        auto written = nlohmann::ordered_json::array();
        for (const std::filesystem::path& path : files.written) written.push_back(path.string());
        session.print_json({{"written", written}, {"without_decision", files.without_decision}});
    } else {
        session.tell(make_label("{} dans {}.", "Wrote {} to {}.",
                                counted(files.written.size(), {"fichier écrit", "file"}, {"fichiers écrits", "files"}),
                                arguments.folder));
        if (files.without_decision > 0) {
            session.remark(make_label("{} ; --preview écrit ce que recevraient les clients mystères.",
                                      "{} not decided yet; --preview writes what their shoppers would receive.",
                                      counted(files.without_decision, {"rapport n'est pas encore décidé", "report is"},
                                              {"rapports ne sont pas encore décidés", "reports are"})));
        } else if (files.written.empty() && arguments.shopper.empty()) {
            session.remark(
                {"Aucun rapport n'est encore décidé ; --preview écrit ce que recevraient les clients mystères.",
                 "No report is decided yet; --preview writes what the shoppers would receive."});
        } else if (files.written.empty()) {
            session.remark({"Aucun rapport de ce client mystère n'a été décidé ce mois-là.",
                            "No report of this shopper was decided in that month."});
        }
    }
    // A report that was named and has nothing to be told is what the caller did not expect
    return !arguments.reports.empty() && files.without_decision > 0 ? ExitCode::problem : ExitCode::done;
}

ExitCode print_texts(Session& session, const Arguments& arguments) {
    const review::FeedbackFileOptions options = options_of(arguments);
    ExitCode code = ExitCode::done;
    bool first = true;
    for (const std::string& id : arguments.reports) {
        const review::ReportDetails details = review::load_report(session.workspace(), id);
        const auto feedback = review::compose_feedback(
            details, options.scope, review::feedback_background(session.workspace(), details, options.words));
        if (!feedback) {
            session.complain(make_label("{} n'est pas encore décidé ; décidez-le, ou regardez-le avec --preview",
                                        "{} is not decided yet; decide it, or look at it with --preview", id));
            code = ExitCode::problem;
            continue;
        }
        if (!first) session.out().line("\n" + std::string(20, '='));
        first = false;
        session.out().write(printable(review::text_of(review::sheet_of(*feedback)), true));
    }
    return code;
}

ExitCode feedback(Session& session, const Arguments& arguments) {
    if (arguments.print_words) {
        session.out().line(review::to_json(review::feedback_words(arguments.words)));
        return ExitCode::done;
    }
    const Format format = session.format({Format::table, Format::json});
    const bool month = !arguments.shopper.empty();
    if ((arguments.reports.empty() ? 0 : 1) + (arguments.all ? 1 : 0) + (month ? 1 : 0) != 1) {
        throw WrongUse(
            {"nommez des rapports, ou --all, ou --shopper avec --month, l'un des trois ; voyez `relis feedback --help`",
             "name reports, or --all, or --shopper with --month, not several; see `relis feedback --help`"});
    }
    if (month == arguments.month.empty()) {
        throw WrongUse({"--shopper et --month vont ensemble : --shopper C-0042 --month 2026-06",
                        "--shopper and --month go together: --shopper C-0042 --month 2026-06"});
    }
    if (arguments.folder.empty()) {
        if (arguments.reports.empty() || format == Format::json || !arguments.forms.empty()) {
            throw WrongUse(
                {"nommez le dossier où écrire avec --output DOSSIER", "name the folder to write to with --output DIR"});
        }
        return print_texts(session, arguments);
    }
    const review::FeedbackFileOptions options = options_of(arguments);
    const review::FeedbackFiles files =
        month ? review::write_month(session.workspace(), arguments.shopper, review::month_from(arguments.month),
                                    arguments.folder, options)
              : review::write_feedback(session.workspace(), arguments.reports, arguments.folder, options);
    return print_files(session, format, arguments, files);
}

}  // namespace

void add_feedback(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb =
        line.add_verb("feedback", "Write what shoppers receive about their reports",
                      "  relis feedback R-000123                              print it\n"
                      "  relis feedback R-000123 --output feedback            a page (.html) and a text (.txt)\n"
                      "  relis feedback R-000123 --output feedback --as pdf --as eml\n"
                      "  relis feedback --shopper C-0042 --month 2026-06 --output feedback\n"
                      "  relis feedback --all --output feedback               of every decided report\n"
                      "  relis feedback --all --preview --output feedback     of undecided ones too\n"
                      "  relis feedback --print-words > agency.json           the words, to be changed");
    verb->add_option("report", arguments->reports, "Reports")->type_name("REPORT_ID");
    verb->add_flag("--all", arguments->all, "Every report that has feedback");
    verb->add_option("--shopper", arguments->shopper, "All reports of this shopper in a month, on one page")
        ->type_name("SHOPPER_ID");
    verb->add_option("--month", arguments->month, "The month of the decisions, of --shopper")->type_name("YYYY-MM");
    verb->add_option("--output", arguments->folder, "Folder for the files, made when absent")->type_name("DIR");
    verb->add_option("--as", arguments->forms, "html, text, eml or pdf; may be repeated (default: html and text)")
        ->type_name("FORM");
    verb->add_option("--words", arguments->words,
                     "The agency's words (default: the file that RELIS_FEEDBACK_WORDS names, or our own)")
        ->type_name("FILE.json");
    verb->add_flag("--print-words", arguments->print_words, "Print the words in force as a file to begin with");
    verb->add_flag("--preview", arguments->preview, "Reports that nobody has decided too, marked as previews");
    line.on(verb, [arguments](Session& session) { return feedback(session, *arguments); });
}

}  // namespace relis::cli

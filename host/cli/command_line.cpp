#include "command_line.h"

#include "label/make_label.h"
#include "parse_error.h"

namespace relis::cli {

namespace {

constexpr const char* about =
    "Relis reviews mystery-shopping reports: takes them in, rates detail and French, flags what is missing,\n"
    "recommends, records a person's decision and writes the shopper's feedback.";

constexpr const char* first_steps =
    "First steps:\n"
    "  relis import data/demo --shift-to-now    take the demonstration reports in\n"
    "  relis assess                             rate what is new\n"
    "  relis queue                              what waits for a decision, most urgent first\n"
    "  relis show R-000101                      one report with its scores and findings\n"
    "  relis decide R-000101 accept             decide it\n"
    "\n"
    "Exit codes: 0 done, 1 the work found a problem, 2 wrong use. `relis VERB --help` has examples.";

/// The innermost verb that was named.
const CLI::App* called(const CLI::App* app) {
    for (auto below = app->get_subcommands(); !below.empty(); below = app->get_subcommands()) app = below.front();
    return app;
}

/// `relis plugin tune`.
std::string full_name(const CLI::App* app) {
    return app->get_parent() == nullptr ? app->get_name() : full_name(app->get_parent()) + " " + app->get_name();
}

/// What is wrong, where CLI11's own words do not help.
Label explanation(const CLI::ParseError& error, const CLI::App* verb) {
    if (dynamic_cast<const CLI::RequiredError*>(&error) == nullptr || verb->get_subcommands(nullptr).empty())
        return parse_error_label(error.what());
    std::string verbs;
    for (const CLI::App* const below : verb->get_subcommands(nullptr))
        verbs += (verbs.empty() ? "" : ", ") + below->get_name();
    const std::vector<std::string> rest = verb->remaining();
    const Label wrong = rest.empty()
                            ? Label{"nommez une commande", "name a verb"}
                            : make_label("il n'y a pas de commande « {} »", "there is no verb \"{}\"", rest.front());
    return make_label("{} ; {} connaît {}", "{}; {} knows {}", wrong, full_name(verb), verbs);
}

}  // namespace

CommandLine::CommandLine(Session& session) : session_(session), app_(about, "relis") {
    GlobalOptions& options = session_.options;
    app_.add_option("--db", options.database,
                    "A file, or postgresql://user@host/name (default: $RELIS_DB, or your own)")
        ->type_name("PATH-or-URL")
        ->check(CLI::Validator([](const std::string& value) { return value.empty() ? "names nothing" : ""; }, ""));
    app_.add_option("--user", options.user, "Who acts, as decisions name it (default: your login name)")
        ->type_name("NAME");
    app_.add_option("--plugins", options.plugins, "Folder of the plugins (default: the one of this program)")
        ->type_name("FOLDER")
        ->check(CLI::Validator(CLI::ExistingDirectory).description(""));
    app_.add_option("--format", options.format,
                    "table for people, json for programs; some verbs know jsonl, text or csv")
        ->type_name("FORMAT")
        ->check(CLI::IsMember({"table", "json", "jsonl", "text", "csv"}).description(""));
    app_.set_version_flag("--version", "relis " RELIS_VERSION, "Print the version");
    app_.set_help_flag("-h,--help", "Print this help");
    app_.require_subcommand(1);
    app_.footer(first_steps);
    app_.get_formatter()->column_width(34);
    app_.get_formatter()->label("SUBCOMMAND", "VERB");
    app_.get_formatter()->label("REQUIRED", "(required)");
}

CLI::App* CommandLine::add_verb(const std::string& name, const std::string& summary, const std::string& examples,
                                CLI::App* parent) {
    CLI::App* const verb = (parent == nullptr ? &app_ : parent)->add_subcommand(name, summary);
    verb->fallthrough();
    verb->group("Verbs");
    verb->footer("Examples:\n" + examples +
                 "\n\nThe options --db, --user, --plugins and --format of `relis --help` "
                 "stand before or after the verb.");
    return verb;
}

void CommandLine::on(CLI::App* verb, Work work) {
    // A verb that works by itself and has verbs of its own leaves the work to the one that was called
    verb->callback([this, verb, work = std::move(work)] {
        if (verb->get_subcommands().empty()) {
            work_ = work;
        }
    });
}

ExitCode CommandLine::run(int argc, char** argv) {
    try {
        app_.parse(argc, argv);
    } catch (const CLI::CallForVersion& version) {
        session_.out().line(version.what());
        return ExitCode::done;
    } catch (const CLI::Success&) {
        const CLI::App* const verb = called(&app_);
        const std::string before = verb->get_parent() == nullptr ? std::string{} : full_name(verb->get_parent());
        session_.out().write(verb->help(before));
        return ExitCode::done;
    } catch (const CLI::ParseError& error) {
        const CLI::App* const verb = called(&app_);
        throw WrongUse(
            make_label("{} ; voyez `{} --help`", "{}; see `{} --help`", explanation(error, verb), full_name(verb)));
    }
    return work_(session_);
}

CLI::Validator whole_number_from(int least) {
    return CLI::Validator(
        [least](const std::string& value) {
            int number = 0;
            return CLI::detail::lexical_cast(value, number) && number >= least
                       ? std::string{}
                       : value + " is no whole number from " + std::to_string(least) + " on";
        },
        "");
}

}  // namespace relis::cli

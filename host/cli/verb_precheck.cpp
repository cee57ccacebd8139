#include <cstdlib>
#include <filesystem>

#include "command_line.h"
#include "input_file.h"
#include "label/make_label.h"
#include "review/precheck.h"
#include "text.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::string file;
    review::PrecheckOptions options;
    std::string page;
};

ExitCode precheck(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::text, Format::json});
    const std::string draft = content_of(arguments.file);
    review::PrecheckOptions options = arguments.options;
    options.all_attachments = !options.attachments.empty();
    if (options.all_attachments && !std::filesystem::is_directory(options.attachments)) {
        throw LabelledError(make_label("--attachments {} n'est pas un dossier ; nommez celui des fichiers du brouillon",
                                       "--attachments {} is no folder; name the one that holds the draft's files",
                                       options.attachments.string()));
    }
    if (!options.all_attachments && arguments.file != "-") {
        options.attachments = std::filesystem::absolute(arguments.file).parent_path();
    }
    // A questionnaire in a file and no database named: nothing else is needed
    const bool named = !session.options.database.empty() || std::getenv("RELIS_DB") != nullptr;
    const bool alone = !named && !arguments.options.questionnaire.empty();
    const review::Precheck checked = alone ? review::precheck(session.options.plugins, draft, options)
                                           : review::precheck(session.workspace(), draft, options);
    const review::Sheet sheet = review::sheet_of(checked);
    if (!arguments.page.empty()) {
        write_file(arguments.page, review::html_of(sheet));
    }
    if (format == Format::json) {
        session.out().line(review::to_json(checked));
    } else if (arguments.page.empty()) {
        session.out().write(printable(review::text_of(sheet), true));
    }
    return checked.nothing_to_do() ? ExitCode::done : ExitCode::problem;
}

}  // namespace

void add_precheck(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb =
        line.add_verb("precheck", "Check a draft before it is submitted; nothing is stored",
                      "  relis precheck draft.json                                       for reading\n"
                      "  relis precheck draft.json --page draft.html                     a page for the shopper\n"
                      "  relis precheck - --questionnaire hotel-2026.json --format json  for programs, no database");
    verb->add_option("file", arguments->file, "relis.report/1, of which a draft needs answers; - reads standard input")
        ->type_name("FILE.json")
        ->required();
    verb->add_option("--questionnaire", arguments->options.questionnaire,
                     "The questionnaire's file (default: the database's); without --db the criteria's defaults apply")
        ->type_name("FILE.json");
    verb->add_option("--locale", arguments->options.locale, "fr-CA or fr-FR, where no database says the programme's")
        ->check(CLI::IsMember({"fr-CA", "fr-FR"}))
        ->capture_default_str();
    verb->add_option("--attachments", arguments->options.attachments,
                     "The folder with the draft's files, all of them (default: that of the draft, where a missing file "
                     "is told if others are there)")
        ->type_name("DIR");
    verb->add_option("--page", arguments->page, "Write a page for the shopper")->type_name("FILE.html");
    line.on(verb, [arguments](Session& session) { return precheck(session, *arguments); });
}

}  // namespace relis::cli

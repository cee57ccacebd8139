#include "command_line.h"
#include "interruption.h"
#include "label/make_label.h"
#include "progress_bar.h"
#include "review/import.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::vector<std::string> paths;
    review::ImportOptions options;
    bool retry_rejected = false;
};

/// `hotel.json, record 3, line 41 (R-000123): answers[2].value: …`
Label problem_text(const review::ImportProblem& problem) {
    Label place = same_in_both(problem.file);
    if (problem.index > 0) place = make_label("{}, donnée {}", "{}, record {}", place, problem.index);
    if (problem.line > 0) place = make_label("{}, ligne {}", "{}, line {}", place, problem.line);
    if (!problem.report_id.empty()) place = make_label("{} ({})", "{} ({})", place, problem.report_id);
    if (!problem.field.empty()) place = make_label("{} : {}", "{}: {}", place, problem.field);
    return make_label("{} : {}", "{}: {}", place, problem.reason);
}

void add(review::ImportSummary& sum, review::ImportSummary&& more) {
    sum.questionnaires += more.questionnaires;
    sum.roster_entries += more.roster_entries;
    sum.reports_added += more.reports_added;
    sum.reports_unchanged += more.reports_unchanged;
    std::move(more.problems.begin(), more.problems.end(), std::back_inserter(sum.problems));
}

void print_for_people(Session& session, const review::ImportSummary& summary) {
    std::size_t refused = 0;
    for (const review::ImportProblem& problem : summary.problems) {
        if (problem.refused) ++refused;
        session.complain(problem.refused ? make_label("refusé : {}", "refused: {}", problem_text(problem))
                                         : make_label("pris avec une remarque : {}", "taken in with a remark: {}",
                                                      problem_text(problem)));
    }
    session.tell(
        make_label("Rapports : {} nouveaux, {} déjà là. Questionnaires : {} nouveaux. Fichier de l'agence : {} entrées "
                   "nouvelles ou "
                   "changées.",
                   "Reports: {} new, {} already there. Questionnaires: {} new. Roster: {} new or changed.",
                   summary.reports_added, summary.reports_unchanged, summary.questionnaires, summary.roster_entries));
    if (refused > 0) {
        session.tell(make_label(
            "Refusés : {}. Corrigez le fichier et importez-le de nouveau ; `relis db rejected` liste les rapports mis "
            "de "
            "côté.",
            "Refused: {}. Mend the file and import it again; `relis db rejected` lists the reports kept aside.",
            refused));
    }
}

void print_for_programs(Session& session, const review::ImportSummary& summary, bool stopped) {
    auto problems = nlohmann::ordered_json::array();
    for (const review::ImportProblem& p : summary.problems) {
        problems.push_back({{"file", p.file},
                            {"line", p.line},
                            {"index", p.index},
                            {"report_id", p.report_id},
                            {"field", p.field},
                            {"reason", p.reason.en},
                            {"refused", p.refused}});
    }
    session.print_json({{"reports_added", summary.reports_added},
                        {"reports_unchanged", summary.reports_unchanged},
                        {"questionnaires", summary.questionnaires},
                        {"roster_entries", summary.roster_entries},
                        {"problems", problems},
                        {"stopped", stopped}});
}

ExitCode import(Session& session, const Arguments& arguments) {
    if (arguments.paths.empty() && !arguments.retry_rejected) {
        throw WrongUse(
            {"nommez les fichiers ou les dossiers à importer, ou --retry-rejected ; voyez `relis import --help`",
             "name the files or folders to import, or --retry-rejected; see `relis import --help`"});
    }
    const Format format = session.format({Format::table, Format::json});
    const Interruption interruption;
    review::Workspace& workspace = session.workspace(true);
    review::ImportSummary summary;
    bool failed = false;
    {
        ProgressBar bar;
        for (const std::string& path : arguments.paths) {
            if (interruption.requested()) break;
            try {
                add(summary, review::import_path(workspace, path, arguments.options, bar.sink(), interruption.token()));
            } catch (const std::runtime_error& error) {
                session.complain(message_of(error));
                failed = true;
            }
        }
    }
    if (arguments.retry_rejected && !interruption.requested()) add(summary, review::retry_rejected(workspace));
    const bool stopped = interruption.requested();
    if (format == Format::json) {
        print_for_programs(session, summary, stopped);
    } else {
        print_for_people(session, summary);
    }
    if (stopped) {
        session.complain(
            {"arrêté ; les fichiers entiers sont gardés et le reste ne l'est pas, importez de nouveau pour "
             "continuer",
             "stopped; whole files were kept and the rest was not, import again to go on"});
    }
    return failed || stopped || summary.anything_refused() ? ExitCode::problem : ExitCode::done;
}

}  // namespace

void add_import(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb = line.add_verb(
        "import", "Take reports, questionnaires and rosters in",
        "  relis import data/demo --shift-to-now        a folder with questionnaires/, roster/ and reports/\n"
        "  relis import juin.json juin.csv              files, told apart by their content\n"
        "  relis import reponses/                       a further revision of a report, or files that come in later: "
        "it is\n"
        "                                               assessed again\n"
        "  relis import visites.csv --csv-time-zone Europe/Paris\n"
        "  relis import --retry-rejected                try again what was kept aside");
    verb->add_option("path", arguments->paths, "Files or folders (JSON, JSON Lines, CSV)")->type_name("PATH");
    verb->add_flag("--shift-to-now", arguments->options.shift_to_now,
                   "Move all times by whole days so that the newest report is due within a day (demonstrations)");
    verb->add_option("--csv-time-zone", arguments->options.time_zone,
                     "Where clock times of CSV files were read: an IANA name or an offset such as -04:00")
        ->type_name("ZONE")
        ->capture_default_str();
    verb->add_flag("--retry-rejected", arguments->retry_rejected, "Try again the records that were kept aside");
    line.on(verb, [arguments](Session& session) { return import(session, *arguments); });
}

}  // namespace relis::cli

#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/database.h"
#include "table.h"

namespace relis::cli {

namespace {

constexpr std::size_t most_rejected = 1000;

ExitCode info(Session& session) {
    const Format format = session.format({Format::table, Format::json});
    const review::DatabaseInfo info = review::database_info(session.workspace());
    if (format == Format::json) {
        session.print_json({{"location", info.location},
                            {"back_end", info.back_end},
                            {"schema_version", info.schema_version},
                            {"open_reports", info.open_reports},
                            {"all_reports", info.all_reports},
                            {"rejected_records", info.rejected_records}});
        return ExitCode::done;
    }
    session.tell(make_label(
        "Base de données        {}\nGenre                  {}, schéma {}\nRapports               {}, dont {} à "
        "décider\n"
        "Données mises de côté  {}",
        "Database          {}\nKind              {}, schema {}\nReports           {}, of which {} wait for a decision\n"
        "Rejected records  {}",
        info.location, info.back_end, info.schema_version, info.all_reports, info.open_reports, info.rejected_records));
    return ExitCode::done;
}

ExitCode check(Session& session) {
    const Format format = session.format({Format::table, Format::json});
    const std::vector<Label> problems = review::check_database(session.workspace());
    if (format == Format::json) {
        session.print_json({{"problems", english(problems)}});
    } else {
        for (const Label& problem : problems) session.complain(problem);
        session.tell(problems.empty() ? Label{"La base de données est saine.", "The database is sound."}
                                      : Label{"Reprenez une copie d'avant, ou demandez de l'aide avec ces lignes.",
                                              "Go on with a copy from before, or ask for help with these lines."});
    }
    return problems.empty() ? ExitCode::done : ExitCode::problem;
}

ExitCode rejected(Session& session) {
    const Format format = session.format({Format::table, Format::json});
    const std::vector<review::RejectedEntry> entries = review::rejected_records(session.workspace(), most_rejected);
    if (format == Format::json) {
        auto list = nlohmann::ordered_json::array();
        for (const review::RejectedEntry& e : entries) {
            list.push_back({{"file", e.file},
                            {"place", e.place.en},
                            {"report_id", e.report_id},
                            {"field", e.field},
                            {"reason", e.reason.en},
                            {"tried", e.tried}});
        }
        session.print_json(list);
        return ExitCode::done;
    }
    if (entries.empty()) {
        session.remark({"Aucune donnée n'est mise de côté.", "No record is kept aside."});
        return ExitCode::done;
    }
    Table table({{session.say({"Fichier", "File"}), Column::Align::left, 12},
                 {session.say({"Endroit", "Place"})},
                 {session.say({"Rapport", "Report"})},
                 {session.say({"Champ", "Field"}), Column::Align::left, 10},
                 {session.say({"Raison", "Reason"}), Column::Align::left, 20},
                 {session.say({"Essais", "Tried"}), Column::Align::right}});
    for (const review::RejectedEntry& e : entries)
        table.add({e.file, session.say(e.place), e.report_id, e.field, session.say(e.reason), std::to_string(e.tried)});
    table.print(session.out());
    session.remark({"`relis import --retry-rejected` les essaie de nouveau.",
                    "`relis import --retry-rejected` tries them again."});
    return ExitCode::done;
}

}  // namespace

void add_db(CommandLine& line) {
    CLI::App* const verb =
        line.add_verb("db", "Look at the database itself",
                      "  relis db info          what it is and how much it holds\n"
                      "  relis db check         look for what must not be; exit code 1 if there is any\n"
                      "  relis db rejected      records that an import kept aside");
    verb->require_subcommand(1);
    line.on(line.add_verb("info", "What the database is and how much it holds", "  relis db info --format json", verb),
            info);
    line.on(line.add_verb("check", "Look through the whole database for what must not be", "  relis db check", verb),
            check);
    line.on(line.add_verb("rejected", "List the records that an import kept aside", "  relis db rejected", verb),
            rejected);
}

}  // namespace relis::cli

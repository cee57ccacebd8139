#include "command_line.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/reminders.h"
#include "review/rework_json.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::string at;
    std::vector<std::string> reports;
    std::string words;
    std::string id;
    std::string text;
    bool all = false;
    bool remove = false;
    bool due = false;
    bool mail = false;
    bool again = false;
};

const char* label(review::Unanswered unanswered) {
    switch (unanswered) {
        case review::Unanswered::reassign:
            return "réattribuer";
        case review::Unanswered::rework:
            return "redemander";
        case review::Unanswered::none:
            break;
    }
    return "à voir";
}

Label none_overdue() {
    return {"Aucune reprise n'est en retard.", "No rework is overdue."};
}

Label none_to_remind() {
    return {"Aucun rappel n'est à faire.", "No reminder is due."};
}

void print(Session& session, const std::vector<review::AskedRework>& reworks, const Label& none) {
    if (reworks.empty()) {
        session.remark(none);
        return;
    }
    Table table({{"Rapport"},
                 {"Point de vente", Column::Align::left, 12},
                 {"Client mystère", Column::Align::left, 16},
                 {"Échéance"},
                 {"Rappel"},
                 {"Rappelé"},
                 {"Sans réponse"},
                 {"Demandé", Column::Align::left, 20}});
    for (const review::AskedRework& rework : reworks) {
        std::string asked;
        for (const review::ReworkReason& reason : rework.reasons) {
            const auto question = rework.questions.find(reason.question);
            asked += (asked.empty() ? "" : " ; ") +
                     (question == rework.questions.end() ? std::string() : question->second + " : ") + reason.text;
        }
        table.add({rework.report_id, rework.site, named(rework.shopper, rework.shopper_id), clock_text(rework.due),
                   clock_text(rework.remind_at), clock_text(rework.reminded_at), label(rework.unanswered), asked});
    }
    table.print(session.out());
}

ExitCode due(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const std::optional<Moment> at = moment_if_given("--at", arguments.at);
    review::Workspace& workspace = session.workspace();
    if (arguments.all) {
        const auto open = review::waiting_reworks(workspace, review::ReworksWanted::open, at);
        if (format == Format::json) {
            session.out().line(review::to_json(open));
        } else {
            print(session, open, {"Aucun rapport n'attend de reprise.", "No report awaits a rework."});
        }
        return ExitCode::done;
    }
    const auto overdue = review::waiting_reworks(workspace, review::ReworksWanted::overdue, at);
    const auto to_remind = review::waiting_reworks(workspace, review::ReworksWanted::to_remind, at);
    if (format == Format::json) {
        session.out().line("{\"overdue\": " + review::to_json(overdue) +
                           ", \"to_remind\": " + review::to_json(to_remind) + "}");
        return ExitCode::done;
    }
    session.out().line(styled("Échéance passée", Style::bold, session.out()));
    print(session, overdue, none_overdue());
    session.out().line(styled("À rappeler", Style::bold, session.out()));
    print(session, to_remind, none_to_remind());
    return ExitCode::done;
}

ExitCode expire(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const std::vector<std::string> expired =
        review::expire_reworks(session.workspace(), moment_if_given("--at", arguments.at));
    if (format == Format::json) {
        session.print_json({{"expired", expired}});
        return ExitCode::done;
    }
    for (const std::string& id : expired) {
        session.tell(make_label("{} attend de nouveau une décision.", "{} awaits a decision again.", id));
    }
    if (expired.empty()) {
        session.remark(none_overdue());
    }
    return ExitCode::done;
}

ExitCode finish(Session& session, const std::string& what, const review::ReworkResult& result, const Label& done) {
    const Format format = session.format({Format::table, Format::json});
    if (format == Format::json) {
        session.print_json({{"done", result.done}, {"refusal", result.refusal.en}});
    }
    if (!result.done) {
        session.complain(not_done(same_in_both(what), result.refusal));
        return ExitCode::problem;
    }
    if (format == Format::table) {
        session.tell(done);
    }
    return ExitCode::done;
}

review::GivenReminder remind_of(review::Workspace& workspace, const std::string& report,
                                const review::FeedbackWords& words, const Arguments& arguments) {
    if (arguments.mail) {
        return review::mail_reminder(workspace, report, words, arguments.again);
    }
    review::GivenReminder given;
    given.report_id = report;
    given.text = review::reminder_text(workspace, report, words);
    const review::ReworkResult kept = review::keep_reminder(workspace, report, arguments.again);
    given.done = kept.done;
    given.refusal = kept.refusal;
    return given;
}

nlohmann::ordered_json json_of(const review::GivenReminder& given) {
    return {{"report_id", given.report_id},
            {"done", given.done},
            {"refusal", given.refusal.en},
            {"reminder", given.reminder},
            {"recipient", given.recipient},
            {"problem", given.problem.en},
            {"text", given.done ? given.text : std::string()}};
}

/// What became of one reminder, in words; whether it was given.
bool tell(Session& session, const review::GivenReminder& given, bool mailed) {
    if (!given.done) {
        session.complain(not_done(same_in_both(given.report_id), given.refusal));
        return false;
    }
    if (!mailed) {
        session.out().line(given.text);
        return true;
    }
    if (!given.problem.en.empty()) {
        session.complain(
            make_label("{} : le rappel ne peut pas être envoyé : {}. Corrigez le fichier des clients mystères, "
                       "puis `relis outbox retry`, ou affichez-le sans --mail.",
                       "{}: the reminder cannot be sent: {}. Mend the roster, then `relis outbox retry`, "
                       "or print it without --mail.",
                       given.report_id, given.problem));
        return false;
    }
    session.tell(make_label("{} : le rappel {} pour {} est dans la boîte d'envoi ; `relis outbox send` l'envoie.",
                            "{}: reminder {} to {} is in the outbox; `relis outbox send` sends it.", given.report_id,
                            given.reminder, given.recipient));
    return true;
}

ExitCode remind(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    if (arguments.reports.empty() != arguments.due) {
        throw WrongUse({"nommez les rapports, ou rappelez tous ceux qui sont à rappeler avec --due, pas les deux",
                        "name the reports, or remind of all that are due with --due, not both"});
    }
    if (arguments.due && arguments.again) {
        throw WrongUse(
            {"--due rappelle ceux qui n'ont pas été rappelés ; nommez les rapports à rappeler encore avec --again",
             "--due reminds of those that nobody was reminded of; name the reports to remind of --again"});
    }
    const review::FeedbackWords words = review::feedback_words(arguments.words);
    if (arguments.mail) {
        review::require_sender(words);  // once, and before the first report: it would fail every one of them
    }
    review::Workspace& workspace = session.workspace();
    std::vector<std::string> reports = arguments.reports;
    if (arguments.due) {
        for (const review::AskedRework& rework : review::waiting_reworks(workspace, review::ReworksWanted::to_remind)) {
            reports.push_back(rework.report_id);
        }
    }
    auto json = nlohmann::ordered_json::array();
    bool all_done = true;
    for (const std::string& report : reports) {
        review::GivenReminder given;
        try {
            given = remind_of(workspace, report, words, arguments);
        } catch (const LabelledError& error) {
            // One that cannot be given does not keep the others from theirs
            given.report_id = report;
            given.refusal = error.message();
        }
        json.push_back(json_of(given));
        all_done =
            (format == Format::table ? tell(session, given, arguments.mail) : given.done && given.problem.en.empty()) &&
            all_done;
    }
    if (format == Format::json) {
        session.print_json(arguments.reports.size() == 1 ? json.front() : json);
    } else if (reports.empty()) {
        session.remark(none_to_remind());
    }
    return all_done ? ExitCode::done : ExitCode::problem;
}

ExitCode remark(Session& session, const Arguments& arguments) {
    if (arguments.remove != arguments.text.empty()) {
        throw WrongUse({"donnez à la remarque un texte avec --text, ou retirez-la avec --remove",
                        "give the remark a --text, or --remove it"});
    }
    if (arguments.remove) {
        return finish(session, arguments.id, review::remove_remark(session.workspace(), arguments.id),
                      make_label("{} n'est plus dans la bibliothèque ; les reprises qui l'ont citée gardent son texte.",
                                 "{} is out of the library; reworks that quoted it keep its text.", arguments.id));
    }
    return finish(session, arguments.id, review::put_remark(session.workspace(), {arguments.id, arguments.text}),
                  make_label("{} est dans la bibliothèque.", "{} is in the library.", arguments.id));
}

ExitCode remarks(Session& session) {
    const Format format = session.format({Format::table, Format::json});
    const std::vector<review::LibraryRemark> library = review::remark_library(session.workspace());
    if (format == Format::json) {
        session.out().line(review::to_json(library));
        return ExitCode::done;
    }
    Table table({{"Remarque"}, {"Texte", Column::Align::left, 20}});
    for (const review::LibraryRemark& entry : library) {
        table.add({entry.id, entry.text});
    }
    table.print(session.out());
    return ExitCode::done;
}

}  // namespace

void add_rework(CommandLine& line) {
    CLI::App* const verb =
        line.add_verb("rework", "Reworks that wait, are to be reminded of, or whose time is over",
                      "  relis rework due                 overdue ones, and reminders to give\n"
                      "  relis rework expire              those of the first kind await a decision again\n"
                      "  relis rework remarks             the library that `relis decide --remark` quotes");
    verb->require_subcommand(1);
    const auto arguments = std::make_shared<Arguments>();
    const auto at = [&](CLI::App* one) {
        one->add_option("--at", arguments->at, "When it is asked (default: now)")->type_name("ISO-TIME");
    };
    CLI::App* const list = line.add_verb("due", "List the reworks that are overdue and those to be reminded of",
                                         "  relis rework due\n  relis rework due --all --format json", verb);
    list->add_flag("--all", arguments->all, "All that await their shopper");
    at(list);
    line.on(list, [arguments](Session& session) { return due(session, *arguments); });
    CLI::App* const end =
        line.add_verb("expire", "End the overdue ones: what was agreed is recommended (`relis assess` does it too)",
                      "  relis rework expire", verb);
    at(end);
    line.on(end, [arguments](Session& session) { return expire(session, *arguments); });
    CLI::App* const reminder =
        line.add_verb("remind", "Remind shoppers, and keep that they were reminded",
                      "  relis rework remind R-000123               print the words, for a mail of your own\n"
                      "  relis rework remind --due --mail           all that are due, into the outbox\n"
                      "  relis rework remind R-000123 --mail --again",
                      verb);
    reminder->add_option("reports", arguments->reports, "The reports")->type_name("REPORT_ID");
    reminder->add_flag("--due", arguments->due, "All whose reminder is due, as `relis rework due` lists them");
    reminder->add_flag("--mail", arguments->mail,
                       "Put them into the outbox, which `relis outbox send` delivers, instead of printing them");
    reminder->add_flag("--again", arguments->again, "Also those who were reminded already");
    reminder
        ->add_option("--words", arguments->words,
                     "The agency's words with the sender (default: the file that RELIS_FEEDBACK_WORDS names)")
        ->type_name("FILE.json");
    line.on(reminder, [arguments](Session& session) { return remind(session, *arguments); });
    line.on(line.add_verb("remarks", "List the agency's remarks", "  relis rework remarks", verb),
            [](Session& session) { return remarks(session); });
    CLI::App* const entry = line.add_verb("remark", "Add a remark to the library, change it or take it out",
                                          "  relis rework remark ton --text \"Avec quels mots ?\"\n"
                                          "  relis rework remark ton --remove",
                                          verb);
    entry->add_option("id", arguments->id, "Its name, one word")->type_name("NAME")->required();
    entry->add_option("--text", arguments->text, "A question to the shopper, in French")->type_name("TEXT");
    entry->add_flag("--remove", arguments->remove, "Take it out");
    line.on(entry, [arguments](Session& session) { return remark(session, *arguments); });
}

}  // namespace relis::cli

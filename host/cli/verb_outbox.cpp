#include <cstdlib>
#include <map>

#include "command_line.h"
#include "interruption.h"
#include "label/make_label.h"
#include "labels.h"
#include "progress_bar.h"
#include "review/feedback_files.h"
#include "review/outbox.h"
#include "table.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::string folder;
    review::SmtpServer server;
    std::string since;
    std::string month;
    std::string shopper;
    bool again = false;
    std::string words;
    std::string state;
    std::int64_t mail = 0;
    bool arrived = false;
};

/// The state's French word.
std::string name_of(const std::string& state) {
    static const std::map<std::string, std::string> names{{"waiting", "en attente"},  {"sending", "en cours d'envoi"},
                                                          {"sent", "envoyé"},         {"failed", "en échec"},
                                                          {"uncertain", "incertain"}, {"withdrawn", "retiré"}};
    const auto name = names.find(state);
    return name == names.end() ? state : name->second;
}

/// What a mail tells.
std::string what_of(const review::OutboxMail& mail) {
    if (mail.month) {
        const std::string month = "mois " + review::text_of(*mail.month);
        return mail.edition > 1 ? month + ", envoi " + std::to_string(mail.edition) : month;
    }
    return mail.reminder == 0 ? std::string("rétroaction") : "rappel " + std::to_string(mail.reminder);
}

nlohmann::ordered_json json_of(const std::optional<Moment>& moment) {
    return moment ? nlohmann::ordered_json(format_moment(*moment)) : nlohmann::ordered_json(nullptr);
}

std::unique_ptr<review::Delivery> delivery_of(const Arguments& arguments, const review::FeedbackWords& words) {
    if (arguments.folder.empty() == arguments.server.url.empty()) {
        throw WrongUse(
            {"nommez le dossier avec --folder DOSSIER, ou le serveur de courriel avec --smtp URL, pas les deux",
             "name the folder with --folder DIR, or the mail server with --smtp URL, not both"});
    }
    if (!arguments.folder.empty()) {
        return review::folder_delivery(arguments.folder);
    }
    review::SmtpServer server = arguments.server;
    server.sender = words.sender_address;
    if (const char* const password = std::getenv("RELIS_SMTP_PASSWORD")) {
        server.password = password;
    }
    return review::smtp_delivery(server);
}

std::optional<review::MonthToSend> month_of(const Arguments& arguments) {
    if (arguments.month.empty()) {
        if (!arguments.shopper.empty() || arguments.again) {
            throw WrongUse({"--shopper et --again sont pour un mois : nommez-le avec --month 2026-06",
                            "--shopper and --again are for a month: name it with --month 2026-06"});
        }
        return std::nullopt;
    }
    if (!arguments.since.empty()) {
        throw WrongUse({"--since est pour des décisions une à une, --month pour un mois entier : pas les deux",
                        "--since is for single decisions, --month for a whole month: not both"});
    }
    return review::MonthToSend{review::month_from(arguments.month), arguments.shopper, arguments.again};
}

ExitCode send(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    review::SendOptions options;
    options.words = review::feedback_words(arguments.words);
    if (!arguments.since.empty()) {
        options.since = parse_moment(arguments.since.size() == 10 ? arguments.since + "T00:00:00Z" : arguments.since);
        if (!options.since) {
            throw WrongUse(make_label(
                "--since {} : écrivez un jour ou un moment : 2026-06-16, 2026-06-16T08:00:00-04:00",
                "--since {}: write a day or a moment: 2026-06-16, 2026-06-16T08:00:00-04:00", arguments.since));
        }
    }
    options.month = month_of(arguments);
    const std::unique_ptr<review::Delivery> delivery = delivery_of(arguments, options.words);
    const Interruption interruption;
    review::SendSummary summary;
    {
        ProgressBar bar;
        summary = review::send_feedback(session.workspace(), *delivery, options, bar.sink(), interruption.token());
    }
    if (format == Format::json) {
        session.print_json({{"posted", summary.posted},
                            {"known", summary.known},
                            {"sent", summary.sent},
                            {"later", summary.later},
                            {"failed", summary.failed},
                            {"uncertain", summary.uncertain},
                            {"stopped", summary.stopped},
                            {"problems", english(summary.problems)}});
    } else {
        for (const Label& problem : summary.problems) {
            session.complain(problem);
        }
        session.tell(make_label("Nouveaux : {}. Envoyés : {}. À essayer encore : {}. En échec : {}. Incertains : {}.",
                                "New: {}. Sent: {}. To be tried again: {}. Failed: {}. Uncertain: {}.", summary.posted,
                                summary.sent, summary.later, summary.failed, summary.uncertain));
        if (summary.known > 0) {
            const Label what_next = arguments.again
                                        ? Label{", pas encore envoyés.", ", not sent yet."}
                                        : Label{" ; --again les envoie de nouveau.", "; --again sends them once more."};
            session.remark(make_label("Courriels de {} déjà dans la boîte d'envoi : {}{}",
                                      "Mails of {} in the outbox already: {}{}", arguments.month, summary.known,
                                      what_next));
        }
        if (summary.failed + summary.uncertain > 0) {
            session.remark(
                {"`relis outbox list --state failed` (ou uncertain) les liste, `relis outbox retry ID` en "
                 "renvoie un.",
                 "`relis outbox list --state failed` (or uncertain) lists them, `relis outbox retry ID` "
                 "sends one anew."});
        }
    }
    if (summary.stopped) {
        session.complain({"arrêté ; ce qui n'est pas envoyé attend, recommencez pour continuer",
                          "stopped; what was not sent waits, run this again to go on"});
    }
    const bool well = !summary.stopped && summary.later + summary.failed + summary.uncertain == 0;
    return well ? ExitCode::done : ExitCode::problem;
}

ExitCode list(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const std::vector<review::OutboxMail> mails = review::outbox_mails(session.workspace(), arguments.state);
    if (format == Format::json) {
        auto json = nlohmann::ordered_json::array();
        for (const review::OutboxMail& mail : mails) {
            json.push_back({{"mail", mail.id},
                            {"report_id", mail.report_id},
                            {"reminder", mail.reminder},
                            {"month", mail.month ? nlohmann::ordered_json(review::text_of(*mail.month))
                                                 : nlohmann::ordered_json(nullptr)},
                            {"edition", mail.edition},
                            {"shopper_id", mail.shopper_id},
                            {"recipient", mail.recipient},
                            {"state", mail.state},
                            {"way", mail.way},
                            {"target", mail.target},
                            {"tries", mail.tries},
                            {"posted_at", format_moment(mail.posted_at)},
                            {"next_at", json_of(mail.next_at)},
                            {"done_at", json_of(mail.done_at)},
                            {"error", mail.error.en}});
        }
        session.print_json(json);
        return ExitCode::done;
    }
    Table table({{"Courriel", Column::Align::right},
                 {"Quoi"},
                 {"Rapport"},
                 {"Point de vente", Column::Align::left, 12},
                 {"Client mystère", Column::Align::left, 16},
                 {"Destinataire", Column::Align::left, 16},
                 {"État"},
                 {"Essais", Column::Align::right},
                 {"Terminé"},
                 {"Prochain essai"},
                 {"Erreur"}});
    for (const review::OutboxMail& mail : mails) {
        table.add({std::to_string(mail.id), what_of(mail), mail.month ? "–" : mail.report_id,
                   mail.site.empty() ? "–" : mail.site, named(mail.shopper, mail.shopper_id),
                   mail.recipient.empty() ? "–" : mail.recipient, name_of(mail.state), std::to_string(mail.tries),
                   clock_text(mail.done_at), clock_text(mail.next_at), mail.error.fr});
    }
    if (table.waiting() == 0) {
        session.remark(arguments.state.empty()
                           ? Label{"La boîte d'envoi est vide.", "The outbox is empty."}
                           : make_label("Aucun courriel n'est dans l'état « {} ».", "No mail is {}.",
                                        Label{name_of(arguments.state), arguments.state}));
        return ExitCode::done;
    }
    table.print(session.out());
    return ExitCode::done;
}

ExitCode retry(Session& session, const Arguments& arguments) {
    review::post_again(session.workspace(), arguments.mail, review::feedback_words(arguments.words));
    session.tell(
        {"Composé de nouveau ; `relis outbox send` l'envoie.", "Composed anew; `relis outbox send` sends it."});
    return ExitCode::done;
}

ExitCode settle(Session& session, const Arguments& arguments) {
    review::settle_as_sent(session.workspace(), arguments.mail);
    session.tell({"Noté comme envoyé.", "Noted as sent."});
    return ExitCode::done;
}

}  // namespace

void add_outbox(CommandLine& line) {
    CLI::App* const verb =
        line.add_verb("outbox", "Send shoppers their feedback, once each, and see what became of it",
                      "  relis outbox send --folder mails                     as .eml files\n"
                      "  relis outbox send --smtp smtp://mail.example.org:587 --user relis   password: "
                      "$RELIS_SMTP_PASSWORD\n"
                      "  relis outbox send --folder mails --month 2026-06     one mail a shopper for all of June\n"
                      "  relis outbox list --state failed                     what was not sent, and why\n"
                      "  relis outbox retry 12                                compose it anew for the next run\n"
                      "  relis outbox settle 12                               it arrived after all");
    verb->require_subcommand(1);
    const auto sub = [&](const char* name, const char* summary, const char* examples,
                         ExitCode (*work)(Session&, const Arguments&)) {
        const auto arguments = std::make_shared<Arguments>();
        CLI::App* const app = line.add_verb(name, summary, examples, verb);
        line.on(app, [arguments, work](Session& session) { return work(session, *arguments); });
        return std::pair{app, arguments};
    };
    const auto add_words = [](CLI::App* app, Arguments& arguments) {
        app->add_option("--words", arguments.words,
                        "The agency's words with the sender (default: the file that RELIS_FEEDBACK_WORDS names)")
            ->type_name("FILE.json");
    };
    const auto [sending, sent] =
        sub("send", "Post the feedback of new decisions, or of a month, and deliver what is due",
            "  relis outbox send --folder mails --words agency.json\n"
            "  relis outbox send --folder mails --month 2026-06 --shopper C-0042 --again",
            send);
    sending->add_option("--folder", sent->folder, "Write each mail as a file into this folder")->type_name("DIR");
    sending->add_option("--smtp", sent->server.url, "Deliver to this mail server")->type_name("URL");
    sending->add_option("--user", sent->server.user, "Log in as; the password is read from RELIS_SMTP_PASSWORD")
        ->type_name("NAME");
    sending
        ->add_option("--authorities", sent->server.authorities,
                     "Certificates of who vouches for the server (PEM; default: those of the system)")
        ->type_name("FILE");
    sending->add_flag("--without-encryption", sent->server.plain,
                      "Accept a server on another machine that offers no encryption");
    sending->add_option("--since", sent->since, "Decisions from then on (default: of the last 14 days)")
        ->type_name("DAY");
    sending
        ->add_option("--month", sent->month,
                     "Instead: one mail a shopper with all that was decided in that month, once")
        ->type_name("2026-06");
    sending->add_option("--shopper", sent->shopper, "Of the month: this shopper alone")->type_name("ID");
    sending->add_flag("--again", sent->again, "Of the month: also to whom it was sent already");
    add_words(sending, *sent);
    const auto [listing, listed] =
        sub("list", "All mails with what became of them", "  relis outbox list --state uncertain", list);
    listing->add_option("--state", listed->state, "waiting, sending, sent, failed, uncertain or withdrawn")
        ->type_name("STATE");
    const auto [retrying, retried] =
        sub("retry", "Compose a mail that failed or is uncertain anew", "  relis outbox retry 12", retry);
    const auto [settling, settled] =
        sub("settle", "Note that a mail that is uncertain arrived", "  relis outbox settle 12", settle);
    for (const auto& [app, arguments] : {std::pair{retrying, retried}, std::pair{settling, settled}}) {
        app->add_option("mail", arguments->mail, "The mail")->type_name("ID")->required()->check(whole_number_from(1));
    }
    add_words(retrying, *retried);
}

}  // namespace relis::cli

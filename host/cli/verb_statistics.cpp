#include <chrono>

#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/statistics.h"
#include "table.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

struct Arguments {
    review::StatisticsQuery query;
    std::string from;
    std::string until;
    int last_days = 0;
};

/// The beginning of a day, `2026-06-01`, or a moment as reports write it.
Moment day_or_moment(const std::string& option, const std::string& text) {
    if (const auto moment = parse_moment(text.size() == 10 ? text + "T00:00:00Z" : text)) return *moment;
    throw WrongUse(make_label(
        "{} prend un jour, comme 2026-06-01, ou un moment, comme 2026-06-01T08:00:00-04:00, et non « {} »",
        "{} takes a day such as 2026-06-01, or a moment such as 2026-06-01T08:00:00-04:00; not \"{}\"", option, text));
}

std::string hours(const std::optional<double>& value) {
    if (!value) return "–";
    return *value < 48 ? number_text(*value, 1) + " h" : number_text(*value / 24, 1) + " j";
}

void print_groups(Output& out, const std::string& of, const std::vector<review::StatisticsGroup>& groups,
                  std::size_t most) {
    Table table({{of},
                 {"Nom", Column::Align::left, 12},
                 {"Décidés", right},
                 {"Acceptés", right},
                 {"Reprises", right},
                 {"Réattribués", right},
                 {"Selon la recommandation", right},
                 {"Délai moyen", right},
                 {"Détail", right},
                 {"Français", right}});
    for (std::size_t i = 0; i < std::min(most, groups.size()); ++i) {
        const review::DecisionFigures& f = groups[i].figures;
        table.add({groups[i].id, groups[i].name, std::to_string(f.decided()), percent_text(f.acceptance()),
                   percent_text(f.rework()), percent_text(f.reassignment()), percent_text(f.agreement()),
                   hours(f.mean_hours), score_text(f.mean_detail), score_text(f.mean_french)});
    }
    if (table.waiting() == 0) return;
    out.write("\n");
    table.print(out);
    if (groups.size() > most) out.print("… et {} de plus ; --format csv les donne tous.\n", groups.size() - most);
}

void print(Output& out, const review::Statistics& s) {
    const review::DecisionFigures& f = s.totals;
    out.print("En attente : {}, dont {} en retard ; le plus ancien depuis {}.\n", s.backlog.waiting, s.backlog.late,
              hours(s.backlog.oldest_hours));
    out.print("Décidés : {} ; acceptés {}, reprises {}, réattribués {} ; acceptés à la première version {}.\n",
              f.decided(), percent_text(f.acceptance()), percent_text(f.rework()), percent_text(f.reassignment()),
              percent_text(f.first_acceptance()));
    out.print(
        "Délai de décision : la moitié en {} au plus, neuf sur dix en {} au plus. Selon la recommandation : {}.\n",
        hours(s.median_hours), hours(s.slow_hours), percent_text(f.agreement()));
    print_groups(out, "Programme", s.programmes, 20);
    print_groups(out, "Réviseur", s.reviewers, 20);
    print_groups(out, "Client mystère", s.shoppers, 10);
    Table rules({{"Critère"},
                 {"Règle écartée"},
                 {"Fois", right},
                 {"Rapports", right},
                 {"Dernière raison", Column::Align::left, 16}});
    for (const review::RuleFigures& rule : s.rules) {
        rules.add(
            {rule.plugin, rule.rule, std::to_string(rule.dismissed), std::to_string(rule.reports), rule.last_reason});
    }
    if (rules.waiting() > 0) {
        out.write("\n");
        rules.print(out);
    }
}

void print_contested(Output& out, const std::vector<review::AppealedRule>& rules) {
    Table table({{"Critère"},
                 {"Contesté"},
                 {"Contestations", right},
                 {"Retenues", right},
                 {"Part", right},
                 {"En attente", right},
                 {"Dernière réponse", Column::Align::left, 16}});
    for (const review::AppealedRule& rule : rules) {
        table.add({rule.plugin.empty() ? "–" : rule.plugin,
                   rule.plugin.empty() ? "la décision"
                   : rule.rule.empty() ? "la note"
                                       : rule.rule,
                   std::to_string(rule.appeals), std::to_string(rule.upheld), percent_text(rule.share),
                   std::to_string(rule.waiting), rule.last_answer});
    }
    if (table.waiting() > 0) {
        out.write("\n");
        table.print(out);
    }
}

ExitCode run(Session& session, Arguments arguments) {
    const Format format = session.format({Format::table, Format::json, Format::csv});
    review::StatisticsQuery& query = arguments.query;
    const Moment now = present();
    if (arguments.last_days > 0) query.from = Moment{now.utc - std::chrono::days(arguments.last_days), now.offset};
    if (!arguments.from.empty()) query.from = day_or_moment("--from", arguments.from);
    if (!arguments.until.empty()) query.until = day_or_moment("--until", arguments.until);
    if (query.from && query.until && *query.from >= *query.until)
        throw WrongUse({"la période finit avant de commencer : --until n'en fait pas partie et vient après --from",
                        "the period ends before it begins: --until is exclusive and comes after --from"});
    const review::Statistics statistics = review::statistics(session.workspace(), query, now);
    if (format == Format::json) {
        session.out().line(review::to_json(statistics));
    } else if (format == Format::csv) {
        session.out().write(review::to_csv(statistics));
    } else {
        print(session.out(), statistics);
        print_contested(session.out(), statistics.contested);
    }
    return ExitCode::done;
}

}  // namespace

void add_statistics(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb =
        line.add_verb("statistics", "Backlog, decisions, scores, times, dismissed and contested rules in figures",
                      "  relis statistics --days 30                          the last thirty days\n"
                      "  relis statistics --programme hotel-2026 --format csv  one programme, all figures\n"
                      "  relis statistics --from 2026-06-01 --until 2026-07-01 --reviewer odile");
    verb->add_option("--programme", arguments->query.programme, "Of this programme")->type_name("ID");
    verb->add_option("--shopper", arguments->query.shopper, "Of this shopper")->type_name("ID");
    verb->add_option("--reviewer", arguments->query.reviewer, "What this person decided and dismissed")
        ->type_name("NAME");
    verb->add_flag("--for-client", arguments->query.for_client, "Without the reports accepted but left out");
    verb->add_option("--from", arguments->from, "From this day or moment on")->type_name("DAY");
    verb->add_option("--until", arguments->until, "Up to this day or moment, which is not of the period")
        ->type_name("DAY");
    verb->add_option("--days", arguments->last_days, "The last so many days")
        ->type_name("N")
        ->check(whole_number_from(1))
        ->excludes("--from");
    line.on(verb, [arguments](Session& session) { return run(session, *arguments); });
}

}  // namespace relis::cli

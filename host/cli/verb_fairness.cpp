#include "command_line.h"
#include "labels.h"
#include "review/fairness.h"
#include "review/json.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

std::string figure_text(const std::optional<double>& value, review::FairnessMeasure measure, bool with_sign = false) {
    if (!value) return "–";
    const double shown = review::is_share(measure) ? 100 * *value : *value;
    const int decimals = review::is_share(measure) ? 0 : 2;
    return (with_sign ? signed_text(shown, decimals) : number_text(shown, decimals)) +
           (review::is_share(measure) ? " %" : "");
}

void print_spread(Output& out, const review::MissionSpread& spread) {
    out.print("{} missions pour {} clients mystères : {} en moyenne, {} au plus{}.\n", spread.missions, spread.shoppers,
              number_text(spread.mean, 1), spread.most,
              spread.without == 0   ? std::string()
              : spread.without == 1 ? std::string(" ; 1 n'en a eu aucune")
                                    : fmt::format(" ; {} n'en ont eu aucune", spread.without));
    out.print("Le dixième le plus occupé en a {}. Indice de Gini {} (0 : autant pour chacun).\n\n",
              percent_text(spread.busiest_tenth_share), number_text(spread.gini, 2));
}

void print_groups(Output& out, const review::FairnessReport& report) {
    Table table({{"Groupe", Column::Align::left, 12},
                 {"Pers.", right},
                 {"Mesure"},
                 {"Valeur", right},
                 {"Les autres", right},
                 {"Écart de", right},
                 {"à", right},
                 {""}});
    for (const review::FairnessGroup& group : report.groups) {
        bool first = true;
        for (const review::FairnessFigure& figure : group.figures) {
            if (!figure.value) continue;
            table.add({first ? group.name.fr : "", first ? std::to_string(group.shoppers) : "",
                       label(figure.measure).fr, figure_text(figure.value, figure.measure),
                       figure_text(figure.others, figure.measure), figure_text(figure.low, figure.measure, true),
                       figure_text(figure.high, figure.measure, true),
                       figure.notable  ? Cell("à regarder", Style::yellow)
                       : figure.enough ? Cell("")
                                       : Cell("trop peu de personnes", Style::dim)});
            first = false;
        }
    }
    if (table.waiting() > 0) table.print(out);
}

ExitCode fairness(Session& session, const review::FairnessOptions& options) {
    const Format format = session.format({Format::table, Format::json, Format::csv});
    const review::FairnessReport report = review::fairness(session.workspace(), options);
    if (format == Format::json) {
        session.out().line(review::to_json(report));
        return ExitCode::done;
    }
    if (format == Format::csv) {
        session.out().write(review::to_csv(report));
        return ExitCode::done;
    }
    Output& out = session.out();
    out.print("Du {} au {}{}\n", clock_text(report.from).substr(0, 10), clock_text(report.to).substr(0, 10),
              report.programme.empty() ? "" : ", programme " + report.programme);
    print_spread(out, report.spread);
    print_groups(out, report);
    out.print("\nÀ regarder : {} sur {} comparaisons ; le hasard seul en signalerait environ {}.\n", report.notable(),
              report.compared(), number_text(report.by_chance(), 1));
    session.remark(
        {"Les écarts sont des intervalles à 99 % ; un écart signalé demande un regard, il ne prouve aucune injustice.",
         "Differences are 99 % intervals; one that is marked asks for a look, it proves no unfairness."});
    return ExitCode::done;
}

}  // namespace

void add_fairness(CommandLine& line) {
    const auto options = std::make_shared<review::FairnessOptions>();
    CLI::App* const verb =
        line.add_verb("fairness", "How missions spread over shoppers; decisions and scores by region and tenure",
                      "  relis fairness\n"
                      "  relis fairness --days 90 --programme epicerie-2026\n"
                      "  relis fairness --format csv");
    verb->add_option("--days", options->days, "Length of the period until now")
        ->type_name("N")
        ->check(whole_number_from(1))
        ->capture_default_str();
    verb->add_option("--programme", options->programme, "Only this programme")->type_name("ID");
    line.on(verb, [options](Session& session) { return fairness(session, *options); });
}

}  // namespace relis::cli

#include <algorithm>
#include <cmath>

#include <fmt/ranges.h>

#include "command_line.h"
#include "input_file.h"
#include "interruption.h"
#include "label/make_label.h"
#include "labels.h"
#include "progress_bar.h"
#include "review/calibrate.h"
#include "review/fit.h"
#include "review/json.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

struct Arguments {
    std::vector<std::string> paths;
    std::string parameters;
    bool reports = false;
    bool fit = false;
    std::string programme;
    std::vector<std::string> plugins;
    std::size_t folds = 5;
    std::size_t evaluations = 400;
    std::string proposal;
};

std::string number(const std::optional<double>& value) {
    return value ? number_text(*value, 2) : "–";
}

std::string precise(const std::optional<double>& value) {
    return value ? number_text(*value, 3) : "–";
}

std::string half_text(const std::string& half) {
    if (half == "tuning") return "de réglage";
    return half == "checking" ? "de contrôle" : half;
}

/// A half or a programme; all of them where it has no name.
std::string all_or(const std::string& name) {
    return name.empty() ? "tous" : name;
}

std::string criterion_text(const std::string& criterion) {
    if (criterion == "detail") return "détail";
    return criterion == "french" ? "français" : criterion;
}

std::string flag_text(const std::string& flag) {
    if (flag == "missing") return "manquant";
    if (flag == "contradictions") return "contradiction";
    if (flag == "repeats") return "répétition";
    return flag == "copied" ? "copie" : flag;
}

std::string decision_text(const std::string& decision) {
    if (decision.empty()) return "–";
    const auto known = decision_from(decision);
    return known ? label(*known) : "aucune";
}

std::string measure_text(const std::string& measure) {
    if (measure == "mean_absolute_error") return "écart moyen";
    if (measure == "flag_error") return "erreur des signalements";
    return measure == "decision_error" ? "erreur des décisions" : measure;
}

/// `manquant: question` of `missing: question`, each on its way to a person.
std::string flags_text(const std::vector<std::string>& flags) {
    std::string text;
    for (const std::string& flag : flags) {
        const std::size_t colon = flag.find(": ");
        text += (text.empty() ? "" : ", ") + flag_text(flag.substr(0, colon));
        if (colon != std::string::npos) text += " : " + flag.substr(colon + 2);
    }
    return text;
}

/// The groups of a table: a programme's halves rather than the programme as a whole, where there are halves.
std::vector<const review::CalibrationGroup*> groups_of(const review::Calibration& calibration) {
    const bool halves = std::any_of(calibration.groups.begin(), calibration.groups.end(),
                                    [](const review::CalibrationGroup& group) { return !group.half.empty(); });
    std::vector<const review::CalibrationGroup*> groups;
    for (const review::CalibrationGroup& group : calibration.groups) {
        if (group.programme.empty() || !group.half.empty() || !halves) groups.push_back(&group);
    }
    return groups;
}

/// The people's own figures for a criterion or a flag, to stand beside the machine's.
template <class Entry>
const Entry* find(const std::vector<Entry>& entries, std::string Entry::*name, const std::string& wanted) {
    const auto found = std::find_if(entries.begin(), entries.end(), [&](const Entry& e) { return e.*name == wanted; });
    return found == entries.end() ? nullptr : &*found;
}

void print_scores(Output& out, const review::Calibration& calibration) {
    Table table({{"Moitié"},
                 {"Programme"},
                 {"Critère"},
                 {"Rapports", right},
                 {"Non évalués", right},
                 {"Écart moyen", right},
                 {"Biais", right},
                 {"Pearson", right},
                 {"Kappa pondéré", right},
                 {"Personnes : écart", right},
                 {"kappa", right}});
    for (const review::CalibrationGroup* const shown : groups_of(calibration)) {
        const review::CalibrationGroup& group = *shown;
        for (const review::Agreement& a : group.machine.criteria) {
            const review::Agreement* const people =
                group.passes ? find(group.passes->criteria, &review::Agreement::criterion, a.criterion) : nullptr;
            table.add({all_or(half_text(group.half)), all_or(group.programme), criterion_text(a.criterion),
                       std::to_string(a.count), std::to_string(a.not_judged), number(a.mean_absolute_error),
                       signed_text(a.bias, 2), number(a.pearson), number(a.kappa),
                       people == nullptr ? "–" : number(people->mean_absolute_error),
                       people == nullptr ? "–" : number(people->kappa)});
        }
    }
    if (table.waiting() > 0) table.print(out);
}

void print_flags(Output& out, const review::Calibration& calibration) {
    Table table({{"Moitié"},
                 {"Programme"},
                 {"Signalement"},
                 {"Des deux", right},
                 {"Machine seule", right},
                 {"Personnes seules", right},
                 {"Discutés", right},
                 {"Précision", right},
                 {"Rappel", right},
                 {"Personnes : précision", right},
                 {"rappel", right}});
    for (const review::CalibrationGroup* const shown : groups_of(calibration)) {
        const review::CalibrationGroup& group = *shown;
        for (const review::FlagAgreement& f : group.machine.flags) {
            const review::FlagAgreement* const people =
                group.passes ? find(group.passes->flags, &review::FlagAgreement::flag, f.flag) : nullptr;
            table.add({all_or(half_text(group.half)), all_or(group.programme), flag_text(f.flag),
                       std::to_string(f.both), std::to_string(f.machine_only), std::to_string(f.people_only),
                       std::to_string(f.disputed), number(f.precision()), number(f.recall()),
                       people == nullptr ? "–" : number(people->precision()),
                       people == nullptr ? "–" : number(people->recall())});
        }
    }
    if (table.waiting() == 0) return;
    out.write("\n");
    table.print(out);
}

void print_decisions(Output& out, const review::Calibration& calibration) {
    const std::vector<std::string> recommended{"accept", "rework", "reassign", "none"};
    std::vector<Column> columns{{"Moitié"},           {"Programme"}, {"Accord", right}, {"Personnes : accord", right},
                                {"Discutées", right}, {"Personne"}};
    for (const std::string& name : recommended) columns.push_back({"Machine : " + decision_text(name), right});
    Table table(columns);
    for (const review::CalibrationGroup* const shown : groups_of(calibration)) {
        const review::CalibrationGroup& group = *shown;
        bool first = true;
        for (const auto& [person, counts] : group.machine.decisions) {
            std::vector<Cell> cells(5, Cell(""));
            if (first) {
                const std::string people =
                    group.passes ? percent_text(review::share_equal(group.passes->decisions)) : "–";
                cells = {Cell(all_or(half_text(group.half))), Cell(all_or(group.programme)),
                         Cell(percent_text(review::share_equal(group.machine.decisions))), Cell(people),
                         Cell(std::to_string(group.machine.disputed_decisions))};
            }
            first = false;
            cells.emplace_back(decision_text(person));
            for (const std::string& name : recommended) {
                const auto found = counts.find(name);
                cells.emplace_back(found == counts.end() ? "0" : std::to_string(found->second));
            }
            table.add(std::move(cells));
        }
    }
    if (table.waiting() == 0) return;
    out.write("\n");
    table.print(out);
}

double distance(const review::GradedReport& report) {
    double most = 0;
    for (const auto& [criterion, person] : report.person) {
        const auto machine = report.machine.find(criterion);
        const bool judged = machine != report.machine.end() && machine->second;
        most = std::max(most, judged ? std::abs(*machine->second - person) : 5.0);
    }
    return most;
}

std::string scores_text(const review::GradedReport& report) {
    std::string text;
    for (const auto& [criterion, person] : report.person) {
        const auto machine = report.machine.find(criterion);
        text += (text.empty() ? "" : " ; ") + criterion_text(criterion) + " " + number(person) + " / " +
                number(machine == report.machine.end() ? std::nullopt : machine->second);
    }
    return text;
}

/// The reports one by one, those furthest apart first.
void print_reports(Output& out, std::vector<review::GradedReport> reports) {
    std::stable_sort(reports.begin(), reports.end(), [](const review::GradedReport& a, const review::GradedReport& b) {
        return distance(a) > distance(b);
    });
    Table table({{"Rapport"},
                 {"Moitié"},
                 {"Personne / machine"},
                 {"Décision"},
                 {"Fausses alertes", Column::Align::left, 16},
                 {"Non vus", Column::Align::left, 16}});
    for (const review::GradedReport& report : reports) {
        const std::string decision =
            report.decision == report.recommendation
                ? decision_text(report.decision)
                : decision_text(report.decision) + " / " + decision_text(report.recommendation);
        table.add({report.report_id, half_text(report.half), scores_text(report), decision,
                   flags_text(report.false_alarms), flags_text(report.overlooked)});
    }
    if (table.waiting() == 0) return;
    out.write("\n");
    table.print(out);
}

review::CalibrateOptions options_of(const Arguments& arguments) {
    review::CalibrateOptions options;
    for (const std::string& path : arguments.paths) {
        if (!std::filesystem::exists(path)) {
            throw LabelledError(
                make_label("il n'y a pas de {} ; donnez un fichier de notes, ou un dossier comme data/calibration",
                           "there is no {}; give a file of grades, or a folder such as data/calibration", path));
        }
        options.paths.emplace_back(path);
    }
    if (!arguments.parameters.empty()) options.parameters = content_of(arguments.parameters);
    return options;
}

/// A folder brings its reports along: a database is opened only where one is named or needed.
review::Workspace* workspace_for(Session& session, const Arguments& arguments) {
    const bool only_folders =
        !arguments.paths.empty() && std::all_of(arguments.paths.begin(), arguments.paths.end(),
                                                [](const auto& path) { return std::filesystem::is_directory(path); });
    return only_folders && session.options.database.empty() ? nullptr : &session.workspace();
}

ExitCode calibrate(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const Interruption interruption;
    review::Calibration calibration;
    {
        ProgressBar bar;
        calibration = review::calibrate(workspace_for(session, arguments), session.workspace_options(),
                                        options_of(arguments), bar.sink(), interruption.token());
    }
    if (format == Format::json) {
        session.out().line(review::to_json(calibration));
    } else {
        for (const Label& problem : calibration.problems) session.complain(problem);
        print_scores(session.out(), calibration);
        print_flags(session.out(), calibration);
        print_decisions(session.out(), calibration);
        if (arguments.reports) print_reports(session.out(), calibration.reports);
    }
    if (interruption.requested()) {
        session.complain({"arrêté ; les chiffres sont ceux des rapports évalués jusque-là",
                          "stopped; the figures are of the reports assessed so far"});
        return ExitCode::problem;
    }
    if (calibration.reports.empty() && calibration.problems.empty()) {
        session.complain(make_label(
            "{} ne contient aucune note ; donnez des lignes comme {{\"report_id\": \"R-000123\", \"detail\": 3.5}}",
            "{} holds no grade; give lines such as {{\"report_id\": \"R-000123\", \"detail\": 3.5}}",
            fmt::to_string(fmt::join(arguments.paths, ", "))));
        return ExitCode::problem;
    }
    return calibration.problems.empty() ? ExitCode::done : ExitCode::problem;
}

void print_fit(Output& out, const review::FitResult& fit) {
    Table measures({{"Greffon"},
                    {"Mesure"},
                    {"Rapports", right},
                    {"Avant", right},
                    {"Après", right},
                    {"Validation croisée : avant", right},
                    {"après", right},
                    {"Contrôle : avant", right},
                    {"après", right},
                    {"Proposé"}});
    for (const review::FitMeasure& m : fit.measures) {
        measures.add({m.plugin, measure_text(m.measure), std::to_string(m.reports), precise(m.before), precise(m.after),
                      precise(m.validated_before), precise(m.validated_after), precise(m.checking_before),
                      precise(m.checking_after), m.proposed ? "oui" : "non"});
    }
    if (measures.waiting() > 0) measures.print(out);
    Table proposals({{"Greffon"}, {"Paramètre"}, {"Aujourd'hui", right}, {"Proposé", right}});
    for (const review::ParameterProposal& p : fit.proposals) proposals.add({p.plugin, p.parameter, p.now, p.proposed});
    if (proposals.waiting() > 0) {
        out.write("\n");
        proposals.print(out);
    }
    out.print("\nTémoignage des réviseurs : {} notes corrigées, {} décisions, {} constats écartés.\n",
              fit.overridden_scores, fit.decisions, fit.dismissals);
    if (fit.measures.empty()) {
        out.line("Trop peu de rapports notés pour régler quoi que ce soit : il en faut deux par pli.");
    } else if (fit.proposals.empty()) {
        out.line(
            "Rien n'est proposé : aucun autre réglage ne convient mieux à des rapports sur lesquels il n'a pas été "
            "réglé.");
    } else {
        out.line(
            "Rien n'est publié. Gardez la proposition avec --proposal FICHIER, puis `relis criteria draft FICHIER`.");
    }
}

ExitCode fit(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const Interruption interruption;
    review::FitOptions options;
    options.evidence = options_of(arguments);
    options.programme = arguments.programme;
    options.plugins = arguments.plugins;
    options.folds = arguments.folds;
    options.evaluations = arguments.evaluations;
    review::FitResult result;
    {
        ProgressBar bar;
        result = review::fit(workspace_for(session, arguments), session.workspace_options(), options, bar.sink(),
                             interruption.token());
    }
    if (!arguments.proposal.empty()) write_file(arguments.proposal, result.parameters + "\n");
    if (format == Format::json) {
        session.out().line(review::to_json(result));
    } else {
        for (const Label& problem : result.problems) session.complain(problem);
        print_fit(session.out(), result);
    }
    if (!result.complete) {
        session.complain({"arrêté ; ce qui a été trouvé jusque-là n'est pas une proposition",
                          "stopped; what was found so far is no proposal"});
    }
    return result.problems.empty() && result.complete ? ExitCode::done : ExitCode::problem;
}

}  // namespace

void add_calibrate(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb = line.add_verb(
        "calibrate", "Compare the machine's scores, flags and recommendations with people's",
        "  relis calibrate data/calibration            a folder with reports and grades; needs no database\n"
        "  relis calibrate data/calibration --reports  report by report, the furthest apart first\n"
        "  relis calibrate anne.jsonl luc.jsonl        grades of stored reports, a file a pass\n"
        "  a line: {\"report_id\": \"R-000123\", \"detail\": 3.5, \"decision\": \"rework\", \"missing\": [\"prix\"]}\n"
        "  relis calibrate data/calibration --fit --proposal new.json   look for better parameters\n"
        "  relis calibrate --fit                       from reviewers' own overrides alone");
    verb->add_option("paths", arguments->paths, "Files of grades (JSON Lines, one a pass), or folders with reports")
        ->type_name("PATH");
    verb->add_option("--parameters", arguments->parameters,
                     "Measure with these parameters laid over those in force: {\"detail\": {…}}")
        ->type_name("FILE.json");
    verb->add_flag("--reports", arguments->reports, "List the reports too, the furthest apart first");
    CLI::Option* const fit_flag =
        verb->add_flag("--fit", arguments->fit, "Propose parameters nearer to people; publishes nothing");
    verb->add_option("--programme", arguments->programme, "Fit reports of this programme only, for a set of its own")
        ->type_name("ID")
        ->needs(fit_flag);
    verb->add_option("--plugin", arguments->plugins, "Fit these only (default: all that grades speak of)")
        ->type_name("ID")
        ->needs(fit_flag);
    verb->add_option("--folds", arguments->folds, "Folds of the cross-validation (default: 5)")
        ->type_name("N")
        ->check(whole_number_from(2))
        ->needs(fit_flag);
    verb->add_option("--evaluations", arguments->evaluations, "Most sets of parameters tried a plugin (default: 400)")
        ->type_name("N")
        ->check(whole_number_from(1))
        ->needs(fit_flag);
    verb->add_option("--proposal", arguments->proposal, "Write the proposed parameters here, for `criteria draft`")
        ->type_name("FILE.json")
        ->needs(fit_flag);
    line.on(verb, [arguments](Session& session) {
        if (arguments->paths.empty() && !arguments->fit)
            throw WrongUse({"nommez un fichier de notes ou un dossier ; voyez `relis calibrate --help`",
                            "name a file of grades or a folder; see `relis calibrate --help`"});
        return arguments->fit ? fit(session, *arguments) : calibrate(session, *arguments);
    });
}

}  // namespace relis::cli

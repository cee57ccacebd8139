#include <algorithm>
#include <cmath>

#include <fmt/ranges.h>

#include "command_line.h"
#include "input_file.h"
#include "interruption.h"
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
    return value ? fmt::format("{:.2f}", *value) : "–";
}

std::string precise(double value) {
    return fmt::format("{:.3f}", value);
}

std::string name_of(const std::string& half) {
    return half.empty() ? "all" : half;
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
    Table table({{"Half"},
                 {"Programme"},
                 {"Criterion"},
                 {"Reports", right},
                 {"Not judged", right},
                 {"Mean abs. error", right},
                 {"Bias", right},
                 {"Pearson", right},
                 {"Weighted kappa", right},
                 {"People: error", right},
                 {"kappa", right}});
    for (const review::CalibrationGroup* const shown : groups_of(calibration)) {
        const review::CalibrationGroup& group = *shown;
        for (const review::Agreement& a : group.machine.criteria) {
            const review::Agreement* const people =
                group.passes ? find(group.passes->criteria, &review::Agreement::criterion, a.criterion) : nullptr;
            table.add({name_of(group.half), name_of(group.programme), a.criterion, std::to_string(a.count),
                       std::to_string(a.not_judged), number(a.mean_absolute_error), fmt::format("{:+.2f}", a.bias),
                       number(a.pearson), number(a.kappa),
                       people == nullptr ? "–" : number(people->mean_absolute_error),
                       people == nullptr ? "–" : number(people->kappa)});
        }
    }
    if (table.waiting() > 0) table.print(out);
}

void print_flags(Output& out, const review::Calibration& calibration) {
    Table table({{"Half"},
                 {"Programme"},
                 {"Flag"},
                 {"Both", right},
                 {"Machine only", right},
                 {"People only", right},
                 {"Disputed", right},
                 {"Precision", right},
                 {"Recall", right},
                 {"People: precision", right},
                 {"recall", right}});
    for (const review::CalibrationGroup* const shown : groups_of(calibration)) {
        const review::CalibrationGroup& group = *shown;
        for (const review::FlagAgreement& f : group.machine.flags) {
            const review::FlagAgreement* const people =
                group.passes ? find(group.passes->flags, &review::FlagAgreement::flag, f.flag) : nullptr;
            table.add({name_of(group.half), name_of(group.programme), f.flag, std::to_string(f.both),
                       std::to_string(f.machine_only), std::to_string(f.people_only), std::to_string(f.disputed),
                       number(f.precision()), number(f.recall()), people == nullptr ? "–" : number(people->precision()),
                       people == nullptr ? "–" : number(people->recall())});
        }
    }
    if (table.waiting() == 0) return;
    out.write("\n");
    table.print(out);
}

std::string percent(const std::optional<double>& share) {
    return share ? fmt::format("{:.0f} %", *share * 100) : "–";
}

void print_decisions(Output& out, const review::Calibration& calibration) {
    const std::vector<std::string> recommended{"accept", "rework", "reassign", "none"};
    std::vector<Column> columns{
        {"Half"}, {"Programme"}, {"Equal", right}, {"People: equal", right}, {"Disputed", right}, {"Person"}};
    for (const std::string& name : recommended) columns.push_back({"Machine: " + name, right});
    Table table(columns);
    for (const review::CalibrationGroup* const shown : groups_of(calibration)) {
        const review::CalibrationGroup& group = *shown;
        bool first = true;
        for (const auto& [person, counts] : group.machine.decisions) {
            std::vector<Cell> cells(5, Cell(""));
            if (first) {
                const std::string people = group.passes ? percent(review::share_equal(group.passes->decisions)) : "–";
                cells = {Cell(name_of(group.half)), Cell(name_of(group.programme)),
                         Cell(percent(review::share_equal(group.machine.decisions))), Cell(people),
                         Cell(std::to_string(group.machine.disputed_decisions))};
            }
            first = false;
            cells.emplace_back(person);
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
        text += (text.empty() ? "" : ", ") + criterion + " " + number(person) + " / " +
                number(machine == report.machine.end() ? std::nullopt : machine->second);
    }
    return text;
}

/// The reports one by one, those furthest apart first.
void print_reports(Output& out, std::vector<review::GradedReport> reports) {
    std::stable_sort(reports.begin(), reports.end(), [](const review::GradedReport& a, const review::GradedReport& b) {
        return distance(a) > distance(b);
    });
    Table table({{"Report"},
                 {"Half"},
                 {"Person / machine"},
                 {"Decision"},
                 {"False alarms", Column::Align::left, 16},
                 {"Overlooked", Column::Align::left, 16}});
    for (const review::GradedReport& report : reports) {
        const std::string decision =
            report.decision == report.recommendation
                ? report.decision
                : (report.decision.empty() ? "–" : report.decision) + " / " + report.recommendation;
        table.add({report.report_id, report.half, scores_text(report), decision,
                   fmt::format("{}", fmt::join(report.false_alarms, ", ")),
                   fmt::format("{}", fmt::join(report.overlooked, ", "))});
    }
    if (table.waiting() == 0) return;
    out.write("\n");
    table.print(out);
}

review::CalibrateOptions options_of(const Arguments& arguments) {
    review::CalibrateOptions options;
    for (const std::string& path : arguments.paths) {
        if (!std::filesystem::exists(path)) throw std::runtime_error("there is no " + path);
        options.paths.emplace_back(path);
    }
    if (!arguments.parameters.empty()) options.parameters = content_of(arguments.parameters, "the parameters");
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
        for (const std::string& problem : calibration.problems) session.complain(problem);
        print_scores(session.out(), calibration);
        print_flags(session.out(), calibration);
        print_decisions(session.out(), calibration);
        if (arguments.reports) print_reports(session.out(), calibration.reports);
    }
    if (interruption.requested()) {
        session.complain("stopped; the figures are of the reports assessed so far");
        return ExitCode::problem;
    }
    if (calibration.reports.empty() && calibration.problems.empty()) {
        session.complain(
            fmt::format("{} holds no grade; give lines such as {{\"report_id\": \"R-000123\", "
                        "\"detail\": 3.5}}",
                        fmt::join(arguments.paths, ", ")));
        return ExitCode::problem;
    }
    return calibration.problems.empty() ? ExitCode::done : ExitCode::problem;
}

void print_fit(Output& out, const review::FitResult& fit) {
    Table measures({{"Plugin"},
                    {"Measure"},
                    {"Reports", right},
                    {"Before", right},
                    {"After", right},
                    {"Cross-validated before", right},
                    {"after", right},
                    {"Checking before", right},
                    {"after", right},
                    {"Proposed"}});
    for (const review::FitMeasure& m : fit.measures) {
        measures.add({m.plugin, m.measure, std::to_string(m.reports), precise(m.before), precise(m.after),
                      precise(m.validated_before), precise(m.validated_after),
                      m.checking_before ? precise(*m.checking_before) : "–",
                      m.checking_after ? precise(*m.checking_after) : "–", m.proposed ? "yes" : "no"});
    }
    if (measures.waiting() > 0) measures.print(out);
    Table proposals({{"Plugin"}, {"Parameter"}, {"Now", right}, {"Proposed", right}});
    for (const review::ParameterProposal& p : fit.proposals) proposals.add({p.plugin, p.parameter, p.now, p.proposed});
    if (proposals.waiting() > 0) {
        out.write("\n");
        proposals.print(out);
    }
    out.print("\nEvidence of reviewers: {} overridden scores, {} decisions, {} dismissals.\n", fit.overridden_scores,
              fit.decisions, fit.dismissals);
    if (fit.measures.empty()) {
        out.line("Too few graded reports to fit anything: each fold wants two.");
    } else if (fit.proposals.empty()) {
        out.line("Nothing is proposed: no other parameters fit reports better that they were not fitted on.");
    } else {
        out.line("Nothing is published. Keep the proposal with --proposal FILE, then `relis criteria draft FILE`.");
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
        for (const std::string& problem : result.problems) session.complain(problem);
        print_fit(session.out(), result);
    }
    if (!result.complete) session.complain("stopped; what was found so far is no proposal");
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
            throw WrongUse("name a file of grades or a folder; see `relis calibrate --help`");
        return arguments->fit ? fit(session, *arguments) : calibrate(session, *arguments);
    });
}

}  // namespace relis::cli

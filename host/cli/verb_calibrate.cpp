#include <set>

#include "command_line.h"
#include "labels.h"
#include "review/calibrate.h"
#include "review/json.h"

namespace relis::cli {

namespace {

std::string number(const std::optional<double>& value) {
    return value ? fmt::format("{:.2f}", *value) : "–";
}

void print_tables(Output& out, const review::Calibration& calibration) {
    constexpr auto right = Column::Align::right;
    Table criteria({{"Criterion"},
                    {"Reports", right},
                    {"Not judged", right},
                    {"Mean abs. error", right},
                    {"Bias", right},
                    {"Pearson", right},
                    {"Weighted kappa", right}});
    for (const review::Agreement& a : calibration.criteria) {
        criteria.add({a.criterion, std::to_string(a.count), std::to_string(a.not_judged), number(a.mean_absolute_error),
                      fmt::format("{:+.2f}", a.bias), number(a.pearson), number(a.kappa)});
    }
    if (criteria.waiting() > 0) criteria.print(out);
    if (calibration.decisions.empty()) return;
    const std::vector<std::string> recommended{"accept", "rework", "reassign", "none"};
    std::vector<Column> columns{{"Person / machine"}};
    for (const std::string& name : recommended) columns.push_back({name, right});
    Table decisions(columns);
    for (const auto& [person, counts] : calibration.decisions) {
        std::vector<Cell> cells{person};
        for (const std::string& name : recommended) {
            const auto found = counts.find(name);
            cells.emplace_back(found == counts.end() ? "0" : std::to_string(found->second));
        }
        decisions.add(std::move(cells));
    }
    out.write("\n");
    decisions.print(out);
}

ExitCode calibrate(Session& session, const std::string& grades) {
    const Format format = session.format({Format::table, Format::json});
    const review::Calibration calibration = review::calibrate(session.workspace(), grades);
    if (format == Format::json) {
        session.out().line(review::to_json(calibration));
    } else {
        for (const std::string& problem : calibration.problems) session.complain(problem);
        print_tables(session.out(), calibration);
    }
    if (calibration.criteria.empty() && calibration.decisions.empty() && calibration.problems.empty()) {
        session.complain(grades + " holds no grade; give lines such as {\"report_id\": \"R-000123\", \"detail\": 3.5}");
        return ExitCode::problem;
    }
    return calibration.problems.empty() ? ExitCode::done : ExitCode::problem;
}

}  // namespace

void add_calibrate(CommandLine& line) {
    const auto grades = std::make_shared<std::string>();
    CLI::App* const verb = line.add_verb("calibrate", "Compare the machine's scores with people's grades",
                                         "  relis calibrate grades.jsonl\n"
                                         "  a line: {\"report_id\": \"R-000123\", \"detail\": 3.5, \"french\": 4, "
                                         "\"decision\": \"rework\"}");
    verb->add_option("grades", *grades, "JSON Lines file, one report a line")->type_name("GRADES.jsonl")->required();
    line.on(verb, [grades](Session& session) { return calibrate(session, *grades); });
}

}  // namespace relis::cli

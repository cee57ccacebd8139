#include "review/calibrate.h"

#include <algorithm>
#include <mutex>
#include <set>
#include <tuple>

#include "evidence.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "parallel.h"
#include "proposals.h"
#include "review/graded_set.h"

namespace relis::review {

namespace {

/// One graded report with what was measured of it.
struct Compared {
    std::size_t place = 0;
    const GradedCase* graded = nullptr;
    People people;
    View machine;
};

using AssessorOf = std::function<Assessor&(const GradedCase&)>;

std::vector<Compared> compare(const Evidence& evidence, const AssessorOf& assessor_of, Calibration& result,
                              const ProgressSink& progress, const std::stop_token& stop) {
    const std::vector<const GradedCase*> cases = evidence.cases();
    std::vector<Compared> compared;
    std::mutex mutex;
    for_each_parallel(cases.size(), stop, [&](std::size_t i) {
        try {
            const Assessor::Result assessed = assessor_of(*cases[i]).assess(cases[i]->key);
            const std::lock_guard lock(mutex);
            compared.push_back(
                {i, cases[i], agreed(cases[i]->grades), view_of(assessed.standing, assessed.revision.recommendation)});
            result.problems.insert(result.problems.end(), assessed.problems.begin(), assessed.problems.end());
            if (progress)
                progress(
                    {{"Évaluation des rapports notés", "Assessing graded reports"}, compared.size(), cases.size()});
        } catch (const std::exception& error) {
            const std::lock_guard lock(mutex);
            result.problems.push_back(make_label("{} : {}", "{}: {}", cases[i]->key.report_id, message_of(error)));
        }
    });
    // Threads finish in any order
    std::sort(compared.begin(), compared.end(), [](const Compared& a, const Compared& b) { return a.place < b.place; });
    return compared;
}

GradedReport report_of(const Compared& one) {
    GradedReport report;
    report.report_id = one.graded->key.report_id;
    report.half = one.graded->half;
    report.programme = one.graded->programme;
    report.person = one.people.scores;
    for (const auto& [criterion, score] : one.people.scores) {
        const auto machine = one.machine.scores.find(criterion);
        report.machine[criterion] = machine == one.machine.scores.end() ? std::nullopt : machine->second;
    }
    report.decision = one.people.decision;
    report.recommendation = one.machine.decision;
    for (const auto& [name, flag] : one.people.flags) {
        FlagAgreement counted;
        counted.flag = name;
        const auto machine = one.machine.flags.find(name);
        add_flag(counted, flag, machine == one.machine.flags.end() ? std::set<std::string>{} : machine->second,
                 &report.false_alarms, &report.overlooked);
    }
    return report;
}

CalibrationGroup group_of(const std::vector<Compared>& all, const std::string& half, const std::string& programme) {
    CalibrationGroup group{half, programme, {}, {}};
    Measuring machine, passes;
    bool several = false;
    for (const Compared& one : all) {
        if (!half.empty() && one.graded->half != half) continue;
        if (!programme.empty() && one.graded->programme != programme) continue;
        machine.add(one.people, one.machine);
        const std::vector<Grade>& grades = one.graded->grades;
        if (grades.size() < 2) continue;
        several = true;
        passes.add(agreed({grades[0]}), view_of(grades[1]));
    }
    group.machine = machine.result();
    if (several) group.passes = passes.result();
    return group;
}

Calibration measured(const Evidence& evidence, const AssessorOf& assessor_of, const ProgressSink& progress,
                     const std::stop_token& stop) {
    Calibration result;
    result.problems = evidence.problems();
    const std::vector<Compared> all = compare(evidence, assessor_of, result, progress, stop);
    result.complete = !stop.stop_requested();
    std::set<std::string, std::greater<>> halves;  // tuning before checking
    std::set<std::string> programmes;
    std::set<std::pair<std::string, std::string>> together;
    for (const Compared& one : all) {
        halves.insert(one.graded->half);
        programmes.insert(one.graded->programme);
        together.emplace(one.graded->half, one.graded->programme);
        result.reports.push_back(report_of(one));
    }
    result.groups.push_back(group_of(all, {}, {}));
    const bool has_halves = halves.size() > 1 || (halves.size() == 1 && !halves.begin()->empty());
    if (has_halves) {
        for (const std::string& half : halves) {
            if (!half.empty()) result.groups.push_back(group_of(all, half, {}));
        }
    }
    for (const std::string& programme : programmes) {
        result.groups.push_back(group_of(all, {}, programme));
        for (const std::string& half : halves) {
            if (has_halves && !half.empty() && together.contains({half, programme}))
                result.groups.push_back(group_of(all, half, programme));
        }
    }
    return result;
}

}  // namespace

Calibration calibrate(Workspace* workspace, const WorkspaceOptions& program, const CalibrateOptions& options,
                      const ProgressSink& progress, const std::stop_token& stop) {
    const Evidence evidence(workspace, program, options, progress, stop);
    return measured(
        evidence, [](const GradedCase& graded) -> Assessor& { return *graded.assessor; }, progress, stop);
}

struct GradedSet::Parts {
    Parts(Workspace& given, const CalibrateOptions& options, const ProgressSink& progress, const std::stop_token& stop)
        : workspace(given), evidence(&given, given.options(), options, progress, stop) {}
    Workspace& workspace;
    Evidence evidence;
};

GradedSet::GradedSet(Workspace& workspace, const std::filesystem::path& folder, const ProgressSink& progress,
                     const std::stop_token& stop)
    : parts_(std::make_unique<Parts>(workspace, CalibrateOptions{{folder}, {}}, progress, stop)) {}

GradedSet::~GradedSet() = default;

Calibration GradedSet::measure(const std::string& programme, const std::optional<CriteriaProposal>& proposal,
                               const ProgressSink& progress, const std::stop_token& stop) const {
    std::optional<store::CriteriaSet> other;
    if (proposal) other = set_of(*proposal);
    const Overrides overrides = published_overrides(parts_->workspace, programme, other ? &*other : nullptr);
    std::map<const Workspace*, std::unique_ptr<Assessor>> assessors;
    std::set<std::string, std::less<>> off;
    for (const plugin_host::PluginInfo& info : parts_->workspace.plugins().disabled()) off.insert(info.description.id);
    for (const GradedCase* const graded : parts_->evidence.cases()) {
        std::unique_ptr<Assessor>& assessor = assessors[graded->workspace];
        if (assessor != nullptr) continue;
        Workspace& home = *graded->workspace;
        home.plugins().disable(off);
        assessor = std::make_unique<Assessor>(
            home, [&home, &overrides](const std::string& of) { return criteria_with(home, of, overrides); },
            Voices::machine_alone);
    }
    return measured(
        parts_->evidence, [&](const GradedCase& graded) -> Assessor& { return *assessors.at(graded.workspace); },
        progress, stop);
}

}  // namespace relis::review

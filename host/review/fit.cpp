#include "review/fit.h"

#include <algorithm>
#include <cmath>
#include <mutex>
#include <set>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "evidence.h"
#include "fit_search.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "pages.h"
#include "parallel.h"
#include "plugin/parameters.h"
#include "store/decisions.h"
#include "store/judgements.h"

namespace relis::review {

namespace {

/// What stands for the error of a score where the machine gives none: half the scale.
constexpr double no_score_error = 2.5;
constexpr std::size_t most_decisions = 2000;

Grade reviewers_grade(const std::string& report_id) {
    Grade grade;
    grade.report_id = report_id;
    grade.place = "reviewers";
    return grade;
}

/// Takes what reviewers said in the course of their work as grades.
void add_reviewers(Evidence& evidence, Workspace& workspace, FitResult& result) {
    store::Database& database = workspace.database();
    for_each_row([&](const store::PageRequest& page) { return store::list_score_overrides(database, page); },
                 [&](const store::ScoreOverride& score) {
                     Grade grade = reviewers_grade(score.report_id);
                     grade.scores.emplace(score.plugin, score.score);
                     evidence.add_reviewers(workspace, std::move(grade), score.revision);
                     ++result.overridden_scores;
                 });
    std::vector<store::DecisionRecord> decisions;
    for_each_row([&](const store::PageRequest& page) { return store::standing_decisions(database, page); },
                 [&](const store::DecisionRecord& decision) { decisions.push_back(decision); });
    // The latest: what was asked of reports years ago is no evidence of what is asked today
    const std::size_t first = decisions.size() > most_decisions ? decisions.size() - most_decisions : 0;
    for (std::size_t i = first; i < decisions.size(); ++i) {
        Grade grade = reviewers_grade(decisions[i].report_id);
        grade.decision = to_string(decisions[i].decision);
        evidence.add_reviewers(workspace, std::move(grade), decisions[i].revision);
        ++result.decisions;
    }
    // Who dismisses a flag lets the other flags of the report stand
    std::map<std::pair<std::string, int>, std::map<std::string, std::set<std::string>>> dismissed;
    for_each_row([&](const store::PageRequest& page) { return store::list_dismissals(database, page); },
                 [&](const store::Dismissal& d) {
                     const auto category = category_from(d.category);
                     if (d.kind != store::Dismissal::Kind::dismissed || !d.withdrawn_by.empty() || !category) return;
                     Assessment one;
                     Finding finding;
                     finding.category = *category;
                     finding.question = d.question;
                     one.findings.push_back(std::move(finding));
                     for (const auto& [flag, questions] : flags_of({one})) {
                         dismissed[{d.report_id, d.revision}][flag].insert(questions.begin(), questions.end());
                         ++result.dismissals;
                     }
                 });
    Assessor machine(workspace, {}, Voices::machine_alone);
    for (const auto& [key, flags] : dismissed) {
        const auto found = flags_of(machine.assess({key.first, key.second}).standing);
        Grade grade = reviewers_grade(key.first);
        for (const auto& [flag, wrong] : flags) {
            const auto all = found.find(flag);
            std::set<std::string>& right = grade.flags[flag];
            if (all != found.end()) right = all->second;
            for (const std::string& question : wrong) right.erase(question);
        }
        evidence.add_reviewers(workspace, std::move(grade), key.second);
    }
}

/// A graded report, ready for its plugins to be called again and again.
struct FitCase {
    const GradedCase* graded = nullptr;
    People people;
    AssessedCase input;
    bool checking = false;
};

/// One plugin at the work of being fitted.
class PluginFit {
  public:
    PluginFit(PluginDescription description, std::vector<FitCase*> cases, const FitOptions& options,
              const ProgressSink& progress, const std::stop_token& stop)
        : description_(std::move(description)),
          cases_(std::move(cases)),
          options_(options),
          progress_(progress),
          stop_(stop),
          search_(dimensions(), kind(), [this](const Point& point) { return evaluate(point); }) {
        for (std::size_t i = 0; i < cases_.size(); ++i) (cases_[i]->checking ? checking_ : tuning_).push_back(i);
    }

    [[nodiscard]] bool possible() const {
        return tuning_.size() >= 2 * options_.folds && !search_.dimensions().empty();
    }

    FitMeasure run(FitResult& result) {
        FitMeasure measure;
        measure.plugin = description_.id;
        measure.measure = name();
        measure.reports = tuning_.size();
        const Point start = search_.start();
        const std::size_t share = std::max<std::size_t>(options_.evaluations / (options_.folds + 2), 1);
        const Point best = search_.descend(tuning_, 2 * share);
        measure.before = search_.loss(start, tuning_);
        measure.after = search_.loss(best, tuning_);
        const bool confirmed = validate(measure, start, share);
        if (!checking_.empty()) {
            measure.checking_before = search_.loss(start, checking_);
            measure.checking_after = search_.loss(best, checking_);
        }
        measure.proposed = !search_.stopped() && best != start && confirmed;
        if (search_.stopped()) result.complete = false;
        if (measure.proposed) propose(best, result);
        return measure;
    }

  private:
    [[nodiscard]] Loss kind() const {
        return description_.role == Role::inspection ? Loss::flag_error : Loss::mean_error;
    }
    [[nodiscard]] std::string name() const {
        if (description_.role == Role::inspection) return "flag_error";
        return description_.role == Role::criterion ? "mean_absolute_error" : "decision_error";
    }

    [[nodiscard]] std::vector<Dimension> dimensions() const {
        std::vector<Dimension> result;
        if (cases_.empty()) return result;
        const auto in_force = cases_.front()->input.criteria.parameters.find(description_.id)->second;
        for (const ParameterSpec& spec : description_.parameters) {
            const ParameterValue& value = in_force->values().find(spec.name)->second;
            if (spec.type == ParameterType::boolean) {
                result.push_back({spec.name, spec.type, 0, 1, std::get<bool>(value) ? 1.0 : 0.0});
            } else if ((spec.type == ParameterType::real || spec.type == ParameterType::integer) && spec.minimum &&
                       spec.maximum && *spec.minimum < *spec.maximum) {
                const double start = spec.type == ParameterType::real
                                         ? std::get<double>(value)
                                         : static_cast<double>(std::get<std::int64_t>(value));
                result.push_back({spec.name, spec.type, *spec.minimum, *spec.maximum, start});
            }
        }
        return result;
    }

    [[nodiscard]] static ParameterValue value_of(const Dimension& dimension, double value) {
        if (dimension.type == ParameterType::boolean) return value > 0.5;
        if (dimension.type == ParameterType::integer) return static_cast<std::int64_t>(std::llround(value));
        return value;
    }

    /// A case's parameters with the changed ones of a point: programmes may differ in the others.
    [[nodiscard]] std::shared_ptr<const Parameters> parameters_at(const FitCase& one, const Point& point) const {
        auto values = one.input.criteria.parameters.find(description_.id)->second->values();
        const std::vector<Dimension>& dimensions = search_.dimensions();
        for (std::size_t i = 0; i < point.size(); ++i) {
            if (point[i] != dimensions[i].start) values[dimensions[i].name] = value_of(dimensions[i], point[i]);
        }
        return std::make_shared<const Parameters>(std::move(values));
    }

    std::vector<CaseLoss> evaluate(const Point& point) {
        std::vector<CaseLoss> losses(cases_.size());
        for_each_parallel(cases_.size(), stop_, [&](std::size_t i) {
            losses[i] = loss_of_case(*cases_[i], parameters_at(*cases_[i], point));
        });
        if (stop_.stop_requested()) return {};
        if (progress_)
            progress_({make_label("Réglage de {}", "Fitting {}", description_.id), ++done_, options_.evaluations});
        return losses;
    }

    [[nodiscard]] CaseLoss loss_of_case(const FitCase& one, const std::shared_ptr<const Parameters>& parameters) const {
        CaseLoss loss;
        const plugin_host::PluginHost& plugins = one.graded->workspace->plugins();
        if (description_.role == Role::decision_policy) {
            const Recommendation recommendation =
                plugins.recommend(description_.id, std::make_shared<const ReviewCase>(one.input.review_case),
                                  one.input.context, parameters);
            const bool equal = recommendation.decision && to_string(*recommendation.decision) == one.people.decision;
            loss.error = equal ? 0 : 1;
            return loss;
        }
        const Assessment assessment = plugins.assess(description_.id, one.input.report, one.input.context, parameters);
        if (description_.role == Role::criterion) {
            const double person = one.people.scores.find(description_.id)->second;
            loss.error = assessment.score ? std::abs(*assessment.score - person) : no_score_error;
            return loss;
        }
        const auto machine = flags_of({assessment});
        for (const auto& [name, flag] : one.people.flags) {
            FlagAgreement counted;
            const auto found = machine.find(name);
            if (found == machine.end() && !finds(name)) continue;
            add_flag(counted, flag, found == machine.end() ? std::set<std::string>{} : found->second);
            loss.both += counted.both;
            loss.machine += counted.machine_only;
            loss.people += counted.people_only;
        }
        return loss;
    }

    /// Whether the plugin sets that flag at all: another's flags are not its to find.
    [[nodiscard]] bool finds(const std::string& flag) const {
        return std::any_of(cases_.begin(), cases_.end(), [&](const FitCase* one) {
            for (const Assessment& assessment : one->input.review_case.assessments) {
                if (assessment.plugin == description_.id && flags_of({assessment}).contains(flag)) return true;
            }
            return false;
        });
    }

    /// True where the gain on held-out reports is more than one standard error of its mean over the folds, the usual
    /// rule against following noise (Breiman, Friedman, Olshen, Stone 1984).
    bool validate(FitMeasure& measure, const Point& start, std::size_t share) {
        std::vector<double> gains;
        for (std::size_t fold = 0; fold < options_.folds; ++fold) {
            std::vector<std::size_t> learnt, held_out;
            for (std::size_t i = 0; i < tuning_.size(); ++i)
                (i % options_.folds == fold ? held_out : learnt).push_back(tuning_[i]);
            const Point best = search_.descend(learnt, share);
            const double before = search_.loss(start, held_out), after = search_.loss(best, held_out);
            measure.validated_before += before / static_cast<double>(options_.folds);
            measure.validated_after += after / static_cast<double>(options_.folds);
            gains.push_back(before - after);
        }
        const double mean = measure.validated_before - measure.validated_after;
        double squares = 0;
        for (const double gain : gains) squares += (gain - mean) * (gain - mean);
        const double n = static_cast<double>(gains.size());
        return mean > 0 && mean > std::sqrt(squares / (n - 1) / n);
    }

    void propose(const Point& best, FitResult& result) {
        const std::vector<Dimension>& dimensions = search_.dimensions();
        for (std::size_t i = 0; i < best.size(); ++i) {
            if (best[i] == dimensions[i].start) continue;
            const auto text = [&](double value) {
                return plugin_host::value_to_json(value_of(dimensions[i], value)).dump();
            };
            result.proposals.push_back({description_.id, dimensions[i].name, text(dimensions[i].start), text(best[i])});
        }
        for (FitCase* const one : cases_) one->input.criteria.parameters[description_.id] = parameters_at(*one, best);
    }

    PluginDescription description_;
    std::vector<FitCase*> cases_;
    const FitOptions& options_;
    const ProgressSink& progress_;
    const std::stop_token& stop_;
    std::vector<std::size_t> tuning_;
    std::vector<std::size_t> checking_;
    std::size_t done_ = 0;
    FitSearch search_;
};

/// Whether people said something that the plugin is measured by.
bool is_evidence(const PluginDescription& plugin, const People& people) {
    switch (plugin.role) {
        case Role::criterion:
            return people.scores.contains(plugin.id);
        case Role::inspection:
            return !people.flags.empty();
        case Role::decision_policy:
            return !people.decision.empty();
        case Role::reliability_model:
            break;
    }
    return false;
}

/// Assesses all cases with their present parameters: what the policy is given, and which flags a plugin sets.
void assess(std::vector<FitCase>& cases, const std::stop_token& stop) {
    for_each_parallel(cases.size(), stop, [&](std::size_t i) {
        cases[i].input.review_case.assessments = cases[i].graded->workspace->plugins().assess_all(
            cases[i].input.report, cases[i].input.context, cases[i].input.criteria.parameters);
    });
}

std::vector<FitCase> cases_of(const Evidence& evidence, const std::string& programme, FitResult& result) {
    std::vector<FitCase> cases;
    for (const GradedCase* const graded : evidence.cases()) {
        if (!programme.empty() && graded->programme != programme) continue;
        try {
            FitCase one{graded, agreed(graded->grades), graded->assessor->prepare(graded->key), false};
            one.checking = graded->half == "checking";
            cases.push_back(std::move(one));
        } catch (const std::runtime_error& error) {
            result.problems.push_back(make_label("{} : {}", "{}: {}", graded->key.report_id, message_of(error)));
        }
    }
    return cases;
}

}  // namespace

FitResult fit(Workspace* workspace, const WorkspaceOptions& program, const FitOptions& options,
              const ProgressSink& progress, const std::stop_token& stop) {
    if (options.folds < 2)
        throw LabelledError({"une validation croisée a au moins 2 plis", "a cross-validation has at least 2 folds"});
    FitResult result;
    Evidence evidence(workspace, program, options.evidence, progress, stop);
    if (workspace != nullptr && options.reviewers) add_reviewers(evidence, *workspace, result);
    result.problems = evidence.problems();
    std::vector<FitCase> cases = cases_of(evidence, options.programme, result);
    result.parameters = "{}";
    if (cases.empty()) return result;
    assess(cases, stop);

    std::vector<plugin_host::PluginInfo> plugins;
    for (const Role role : {Role::criterion, Role::inspection, Role::decision_policy}) {
        for (plugin_host::PluginInfo& info : cases.front().graded->workspace->plugins().plugins(role))
            plugins.push_back(std::move(info));
    }
    for (const plugin_host::PluginInfo& info : plugins) {
        const PluginDescription& plugin = info.description;
        const bool wanted = options.plugins.empty() || std::find(options.plugins.begin(), options.plugins.end(),
                                                                 plugin.id) != options.plugins.end();
        if (!wanted || stop.stop_requested()) continue;
        std::vector<FitCase*> own;
        for (FitCase& one : cases) {
            if (is_evidence(plugin, one.people)) own.push_back(&one);
        }
        // The policy weighs what the others give with their proposed parameters
        if (plugin.role == Role::decision_policy && !result.proposals.empty()) assess(cases, stop);
        PluginFit work(plugin, std::move(own), options, progress, stop);
        if (work.possible()) result.measures.push_back(work.run(result));
    }
    nlohmann::json parameters = nlohmann::json::object();
    for (const ParameterProposal& proposal : result.proposals)
        parameters[proposal.plugin][proposal.parameter] = nlohmann::json::parse(proposal.proposed);
    result.parameters = parameters.dump();
    result.complete = result.complete && !stop.stop_requested();
    return result;
}

}  // namespace relis::review

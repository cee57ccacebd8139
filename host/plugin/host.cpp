#include "plugin/host.h"

#include <algorithm>
#include <exception>
#include <functional>
#include <mutex>
#include <set>
#include <stdexcept>
#include <thread>
#include <utility>

#include "checks.h"
#include "loader.h"
#include "pool.h"
#include "registry.h"
#include "text.h"

namespace relis::plugin_host {

namespace {

using PluginPointer = std::shared_ptr<const LoadedPlugin>;

/// The context of one call.
class CallContext final : public Context {
  public:
    CallContext(std::string plugin, std::shared_ptr<const ReportContext> report)
        : plugin_(std::move(plugin)), report_(std::move(report)) {}

    [[nodiscard]] const Questionnaire& questionnaire() const override { return report_->questionnaire(); }
    [[nodiscard]] Applicability applicability(std::string_view question) const override {
        return report_->applicability(question);
    }
    [[nodiscard]] const std::string& locale() const override { return report_->locale(); }
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return report_->vocabulary(); }
    [[nodiscard]] std::vector<SimilarComment> similar_comments(std::string_view comment,
                                                               std::size_t limit) const override {
        return report_->similar_comments(comment, limit);
    }
    [[nodiscard]] AttachmentFacts attachment(std::size_t index) const override { return report_->attachment(index); }
    [[nodiscard]] const EarlierRevision* earlier() const override {
        std::call_once(asked_for_earlier_, [this] { earlier_ = report_->earlier(plugin_); });
        return earlier_.get();
    }
    [[nodiscard]] bool stop_requested() const override { return stop_.load(std::memory_order_relaxed); }

    void request_stop() { stop_.store(true, std::memory_order_relaxed); }

  private:
    std::string plugin_;
    std::shared_ptr<const ReportContext> report_;
    mutable std::once_flag asked_for_earlier_;
    mutable std::shared_ptr<const EarlierRevision> earlier_;
    std::atomic<bool> stop_{false};
};

std::string named(std::string_view plugin) {
    return "Le module « " + one_line(plugin, 64) + " » ";
}

std::string busy_text(std::string_view plugin) {
    return named(plugin) + "n'a pas été appelé : un appel précédent a dépassé son temps et n'est pas terminé.";
}

std::string absent_text(std::string_view plugin) {
    return named(plugin) + "n'est pas chargé.";
}

std::string overrun_text(std::string_view plugin, std::chrono::milliseconds budget) {
    const auto milliseconds = budget.count();
    const std::string time =
        milliseconds % 1000 == 0 ? std::to_string(milliseconds / 1000) + " s" : std::to_string(milliseconds) + " ms";
    return named(plugin) + "a dépassé le temps accordé (" + time + ").";
}

/// A result that passed its check, or why there is none.
template <class Result>
struct Outcome {
    std::optional<Result> result;
    std::string failure;
};

/// A call that was begun; the outcome may be read once the pool says that the call has ended.
template <class Result>
struct PendingCall {
    PluginPointer plugin;
    std::shared_ptr<Outcome<Result>> outcome;
    std::shared_ptr<CallContext> context;  // null for a role without one
    std::shared_ptr<Pool::Call> call;
};

/// Calls the plugin and checks what it answers. The plugin boundary: nothing that it throws leaves.
template <class Result, class Work, class Check>
Outcome<Result> contained(const LoadedPlugin& plugin, const Work& work, const Check& check) {
    const std::string& id = plugin.info.description.id;
    if (plugin.overruns->load() > 0) return {std::nullopt, busy_text(id)};
    try {
        Result result = work();
        const std::string problem = check(result);
        if (problem.empty()) return {std::move(result), {}};
        return {std::nullopt, named(id) + "a rendu un résultat invalide : " + problem + "."};
    } catch (const std::exception& error) {
        return {std::nullopt, named(id) + "a échoué : " + one_line(error.what())};
    } catch (...) {
        return {std::nullopt, named(id) + "a échoué en levant une exception qui ne dit rien."};
    }
}

template <class Result, class Work, class Check>
PendingCall<Result> begin(Pool& pool, PluginPointer plugin, std::shared_ptr<CallContext> context, Work work,
                          Check check) {
    auto outcome = std::make_shared<Outcome<Result>>();
    auto call = pool.start([plugin, outcome, work = std::move(work),
                            check = std::move(check)] { *outcome = contained<Result>(*plugin, work, check); },
                           plugin->overruns);
    return {std::move(plugin), std::move(outcome), std::move(context), std::move(call)};
}

template <class Result>
Outcome<Result> finish(Pool& pool, PendingCall<Result>& pending, std::chrono::milliseconds budget) {
    if (pool.wait(*pending.call, budget)) return std::move(*pending.outcome);
    if (pending.context) pending.context->request_stop();
    return {std::nullopt, overrun_text(pending.plugin->info.description.id, budget)};
}

Assessment failed(std::string plugin, std::string version, std::string reason) {
    Assessment assessment;
    assessment.plugin = std::move(plugin);
    assessment.plugin_version = std::move(version);
    assessment.state = AssessmentState::failed;
    assessment.reason = std::move(reason);
    return assessment;
}

Assessment to_assessment(const PluginDescription& description, Outcome<Rating> outcome) {
    if (!outcome.result) return failed(description.id, description.version, std::move(outcome.failure));
    Rating& rating = *outcome.result;
    return {description.id,
            description.version,
            rating.score ? AssessmentState::judged : AssessmentState::not_judged,
            rating.score,
            std::move(rating.reason),
            std::move(rating.findings),
            std::move(rating.contributions)};
}

void require(bool condition, const char* message) {
    if (!condition) throw std::invalid_argument(message);
}

}  // namespace

struct PluginHost::State {
    std::chrono::milliseconds budget;
    Registry registry;
    Pool pool;  // last: its threads have ended before the plugins go

    State(HostOptions options, LoadGuard* guard)
        // A day is as good as no limit, and keeps the sum of clock and budget far from overflow
        : budget(std::clamp<std::chrono::milliseconds>(options.time_budget, std::chrono::milliseconds{1},
                                                       std::chrono::hours{24})),
          registry(options.folders, options.modules, Environment{std::move(options.resources)}, guard),
          pool(options.threads != 0 ? options.threads : std::max(2U, std::thread::hardware_concurrency())) {}

    /// Begins a criterion's or an inspection's call; an inspection's findings come as a Rating without score.
    PendingCall<Rating> begin_assessment(const PluginPointer& plugin, const std::shared_ptr<const Report>& report,
                                         const std::shared_ptr<const ReportContext>& report_context,
                                         const std::shared_ptr<const Parameters>& parameters) {
        const auto context = std::make_shared<CallContext>(plugin->info.description.id, report_context);
        if (plugin->criterion != nullptr) {
            return begin<Rating>(
                pool, plugin, context,
                [criterion = plugin->criterion, report, context, parameters] {
                    return criterion->rate(*report, *context, *parameters);
                },
                [report, context](const Rating& rating) {
                    return problem_of(rating, *report, context->questionnaire());
                });
        }
        return begin<Rating>(
            pool, plugin, context,
            [inspection = plugin->inspection, report, context, parameters] {
                Rating rating;
                rating.findings = inspection->inspect(*report, *context, *parameters);
                return rating;
            },
            [report, context](const Rating& rating) {
                return problem_of(rating.findings, *report, context->questionnaire());
            });
    }

    Assessment finish_assessment(PendingCall<Rating>& pending) {
        Assessment assessment = to_assessment(pending.plugin->info.description, finish(pool, pending, budget));
        const bool judged_without_score = pending.plugin->inspection != nullptr;
        if (judged_without_score && assessment.state == AssessmentState::not_judged) {
            assessment.state = AssessmentState::judged;
        }
        return assessment;
    }
};

PluginHost::PluginHost(HostOptions options, LoadGuard* guard)
    : state_(std::make_unique<State>(std::move(options), guard)) {}

PluginHost::~PluginHost() = default;

std::vector<PluginInfo> PluginHost::plugins() const {
    std::vector<PluginInfo> plugins;
    for (const PluginPointer& plugin : state_->registry.all()) plugins.push_back(plugin->info);
    return plugins;
}

std::vector<PluginInfo> PluginHost::plugins(Role role) const {
    std::vector<PluginInfo> plugins = this->plugins();
    std::erase_if(plugins, [&](const PluginInfo& plugin) { return plugin.description.role != role; });
    return plugins;
}

std::optional<PluginInfo> PluginHost::find(std::string_view id) const {
    const PluginPointer plugin = state_->registry.find(id);
    return plugin ? std::optional(plugin->info) : std::nullopt;
}

void PluginHost::disable(std::set<std::string, std::less<>> ids) {
    state_->registry.disable(std::move(ids));
}

std::vector<PluginInfo> PluginHost::disabled() const {
    std::vector<PluginInfo> plugins;
    for (const PluginPointer& plugin : state_->registry.disabled()) plugins.push_back(plugin->info);
    return plugins;
}

std::vector<RefusedPlugin> PluginHost::refused() const {
    return state_->registry.refused();
}

std::optional<RefusedPlugin> PluginHost::retry(const std::filesystem::path& path) {
    return state_->registry.retry(path);
}

Assessment PluginHost::assess(std::string_view plugin, const std::shared_ptr<const Report>& report,
                              const std::shared_ptr<const ReportContext>& context,
                              const std::shared_ptr<const Parameters>& parameters) const {
    require(report && context && parameters, "assess: report, context and parameters must not be null");
    const PluginPointer found = state_->registry.find(plugin);
    if (!found) return failed(std::string(plugin), "", absent_text(plugin));
    require(found->criterion != nullptr || found->inspection != nullptr, "assess: the plugin rates no report");
    auto pending = state_->begin_assessment(found, report, context, parameters);
    return state_->finish_assessment(pending);
}

std::vector<Assessment> PluginHost::assess_all(const std::shared_ptr<const Report>& report,
                                               const std::shared_ptr<const ReportContext>& context,
                                               const CriteriaParameters& parameters) const {
    require(report && context, "assess_all: report and context must not be null");
    for (const auto& [id, values] : parameters) require(values != nullptr, "assess_all: null parameters");
    std::set<std::string, std::less<>> loaded;
    std::vector<PendingCall<Rating>> calls;
    for (const PluginPointer& plugin : state_->registry.all()) {
        const PluginDescription& description = plugin->info.description;
        loaded.insert(description.id);
        if (plugin->criterion == nullptr && plugin->inspection == nullptr) continue;
        const auto found = parameters.find(description.id);
        auto values = found != parameters.end()
                          ? found->second
                          : std::make_shared<const Parameters>(default_parameters(description.parameters));
        calls.push_back(state_->begin_assessment(plugin, report, context, values));
    }
    std::vector<Assessment> assessments;
    assessments.reserve(calls.size());
    for (PendingCall<Rating>& call : calls) assessments.push_back(state_->finish_assessment(call));
    for (const auto& [id, values] : parameters) {
        if (!loaded.contains(id)) assessments.push_back(failed(id, "", absent_text(id)));
    }
    std::sort(assessments.begin(), assessments.end(),
              [](const Assessment& a, const Assessment& b) { return a.plugin < b.plugin; });
    return assessments;
}

Recommendation PluginHost::recommend(std::string_view plugin, const std::shared_ptr<const ReviewCase>& review_case,
                                     const std::shared_ptr<const ReportContext>& context,
                                     const std::shared_ptr<const Parameters>& parameters) const {
    require(review_case && context && parameters, "recommend: case, context and parameters must not be null");
    const PluginPointer found = state_->registry.find(plugin);
    Outcome<Recommendation> outcome{std::nullopt, absent_text(plugin)};
    if (found) {
        require(found->decision_policy != nullptr, "recommend: the plugin is no decision policy");
        const auto call_context = std::make_shared<CallContext>(found->info.description.id, context);
        auto pending = begin<Recommendation>(
            state_->pool, found, call_context,
            [policy = found->decision_policy, review_case, call_context, parameters] {
                return policy->recommend(*review_case, *call_context, *parameters);
            },
            [review_case, call_context](const Recommendation& recommendation) {
                return problem_of(recommendation, review_case->report, call_context->questionnaire());
            });
        outcome = finish(state_->pool, pending, state_->budget);
    }
    if (outcome.result) return std::move(*outcome.result);
    return {std::nullopt, {{std::move(outcome.failure), std::string(plugin), "", ""}}};
}

ReliabilityResult PluginHost::rate(std::string_view plugin, const std::shared_ptr<const ShopperHistory>& history,
                                   const Moment& now, const std::shared_ptr<const Parameters>& parameters) const {
    require(history && parameters, "rate: history and parameters must not be null");
    const PluginPointer found = state_->registry.find(plugin);
    if (!found) return {std::nullopt, absent_text(plugin)};
    require(found->reliability_model != nullptr, "rate: the plugin is no reliability model");
    auto pending = begin<Reliability>(
        state_->pool, found, nullptr,
        [model = found->reliability_model, history, now, parameters] {
            return model->rate(*history, now, *parameters);
        },
        [](const Reliability& reliability) { return problem_of(reliability); });
    Outcome<Reliability> outcome = finish(state_->pool, pending, state_->budget);
    return {std::move(outcome.result), std::move(outcome.failure)};
}

}  // namespace relis::plugin_host

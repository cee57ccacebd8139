#include "review/assess.h"

#include <algorithm>
#include <atomic>
#include <map>
#include <mutex>
#include <stdexcept>
#include <thread>
#include <utility>

#include "criteria_in_force.h"
#include "intake/json.h"
#include "intake/rules.h"
#include "store/assessments.h"
#include "store/reports.h"
#include "store/roster.h"
#include "store_types.h"
#include "stored_context.h"

namespace relis::review {

namespace {

/// What the reports of one programme and questionnaire share.
struct Shared {
    std::shared_ptr<const intake::QuestionnaireRules> rules;
    std::string locale;
    std::vector<std::string> vocabulary;
    CriteriaInForce criteria;
};

/// Assesses revisions; safe to use from several threads.
class Assessor {
  public:
    explicit Assessor(Workspace& workspace) : workspace_(workspace) {}

    struct Result {
        store::AssessedRevision revision;
        std::size_t from_cache = 0;
        std::vector<std::string> problems;
        std::size_t failed = 0;
    };

    Result assess(const store::RevisionKey& key) {
        const auto loaded = store::load_report(workspace_.database(), key.report_id, key.revision);
        const auto status = store::load_report_status(workspace_.database(), key.report_id);
        if (!loaded || !status)
            throw std::runtime_error("no report " + key.report_id + "; `relis queue` lists those there are");
        const auto report = std::make_shared<const Report>(*loaded);
        const std::shared_ptr<const Shared> shared = shared_for(report->programme, report->questionnaire);
        const auto context = std::make_shared<const StoredContext>(shared->rules, *report, shared->locale,
                                                                   shared->vocabulary, workspace_.shared_database());
        Result result;
        // A report that nobody has assessed yet has nothing in the cache.
        const bool may_be_cached = status->state != store::ReportState::submitted;
        std::vector<Assessment> assessments =
            may_be_cached ? assess_with_cache(key, report, context, *shared, result)
                          : workspace_.plugins().assess_all(report, context, shared->criteria.parameters);
        fill(result, key, *shared, assessments);

        ReviewCase review_case;
        review_case.report = *report;
        review_case.assessments = std::move(assessments);
        review_case.reworks_asked = status->reworks_asked;
        if (report->due_at) {
            // Counted from the submission: a recommendation must not change because a day went by.
            const Moment from = report->submitted_at.value_or(*report->due_at);
            review_case.time_left = std::chrono::duration_cast<std::chrono::minutes>(report->due_at->utc - from.utc);
        }
        result.revision.recommendation = recommend(std::move(review_case), context, shared->criteria);
        return result;
    }

    CriteriaInForce criteria(const std::string& programme) { return criteria_in_force(workspace_, programme); }

  private:
    std::shared_ptr<const Shared> shared_for(const std::string& programme, const std::string& questionnaire) {
        const std::lock_guard lock(mutex_);
        std::shared_ptr<const Shared>& entry = shared_[{programme, questionnaire}];
        if (entry == nullptr) {
            const auto record = store::load_questionnaire(workspace_.database(), questionnaire);
            if (!record) {
                throw std::runtime_error("questionnaire " + questionnaire +
                                         " is not in the database; import it and assess again");
            }
            auto made = std::make_shared<Shared>();
            made->rules =
                std::make_shared<const intake::QuestionnaireRules>(intake::questionnaire_from_json(record->json));
            made->locale = "fr-CA";
            if (const auto stored = store::load_programme(workspace_.database(), programme)) {
                made->locale = stored->locale;
                made->vocabulary = stored->vocabulary;
            }
            made->criteria = criteria_in_force(workspace_, programme);
            entry = made;
        }
        return entry;
    }

    std::vector<Assessment> assess_with_cache(const store::RevisionKey& key,
                                              const std::shared_ptr<const Report>& report,
                                              const std::shared_ptr<const StoredContext>& context, const Shared& shared,
                                              Result& result) {
        std::vector<Assessment> assessments;
        for (const plugin_host::PluginInfo& info : workspace_.plugins().plugins()) {
            const PluginDescription& plugin = info.description;
            if (plugin.role != Role::criterion && plugin.role != Role::inspection) continue;
            const auto cached =
                store::find_assessment(workspace_.database(), {key.report_id, key.revision, plugin.id, plugin.version,
                                                               shared.criteria.hashes.find(plugin.id)->second});
            if (cached && cached->assessment.state != AssessmentState::failed) {
                assessments.push_back(cached->assessment);
                ++result.from_cache;
            } else {
                assessments.push_back(workspace_.plugins().assess(plugin.id, report, context,
                                                                  shared.criteria.parameters.find(plugin.id)->second));
            }
        }
        return assessments;
    }

    Recommendation recommend(ReviewCase review_case, const std::shared_ptr<const StoredContext>& context,
                             const CriteriaInForce& criteria) {
        if (criteria.policy.empty()) {
            return {std::nullopt,
                    {{"Aucune politique de décision n'est chargée : la décision vous revient.", {}, {}, {}}}};
        }
        return workspace_.plugins().recommend(criteria.policy,
                                              std::make_shared<const ReviewCase>(std::move(review_case)), context,
                                              criteria.parameters.find(criteria.policy)->second);
    }

    static void fill(Result& result, const store::RevisionKey& key, const Shared& shared,
                     const std::vector<Assessment>& assessments) {
        store::AssessedRevision& revision = result.revision;
        revision.report_id = key.report_id;
        revision.revision = key.revision;
        revision.fingerprint = shared.criteria.fingerprint;
        revision.at = now();
        for (const Assessment& assessment : assessments) {
            if (assessment.plugin == "detail") revision.detail = assessment.score;
            if (assessment.plugin == "french") revision.french = assessment.score;
            for (const Finding& finding : assessment.findings) {
                if (finding.category == Category::missing) {
                    ++revision.missing;
                } else if (!is_cost_of_a_score(finding.category)) {
                    ++revision.flags;
                }
            }
            if (assessment.state == AssessmentState::failed) {
                ++result.failed;
                result.problems.push_back(key.report_id + ": " + assessment.plugin + ": " + assessment.reason);
            }
            store::StoredAssessment stored;
            stored.assessment = assessment;
            const auto hash = shared.criteria.hashes.find(assessment.plugin);
            if (hash != shared.criteria.hashes.end()) stored.parameters_hash = hash->second;
            stored.criteria_set = shared.criteria.criteria_set;
            stored.made_at = revision.at;
            revision.assessments.push_back(std::move(stored));
        }
    }

    /// Findings that a score already speaks for are no flags of the queue.
    static bool is_cost_of_a_score(Category category) {
        switch (category) {
            case Category::spelling:
            case Category::grammar:
            case Category::syntax:
            case Category::typography:
            case Category::style:
            case Category::not_judged:
            case Category::detail:
                return true;
            default:
                return false;
        }
    }

    Workspace& workspace_;
    std::mutex mutex_;
    std::map<std::pair<std::string, std::string>, std::shared_ptr<const Shared>> shared_;
};

void add(AssessSummary& summary, const Assessor::Result& result) {
    ++summary.assessed;
    summary.from_cache += result.from_cache;
    summary.failed_assessments += result.failed;
    summary.problems.insert(summary.problems.end(), result.problems.begin(), result.problems.end());
}

/// Assesses the keys with as many threads as the machine has and stores them in one transaction.
void assess_page(Workspace& workspace, Assessor& assessor, const std::vector<store::RevisionKey>& keys,
                 AssessSummary& summary, const std::stop_token& stop) {
    std::mutex mutex;
    std::vector<store::AssessedRevision> done;
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
        for (std::size_t i = next++; i < keys.size() && !stop.stop_requested(); i = next++) {
            try {
                Assessor::Result result = assessor.assess(keys[i]);
                const std::lock_guard lock(mutex);
                add(summary, result);
                done.push_back(std::move(result.revision));
            } catch (const std::exception& error) {
                const std::lock_guard lock(mutex);
                summary.problems.push_back(keys[i].report_id + ": " + error.what());
            }
        }
    };
    {
        std::vector<std::jthread> threads;
        const std::size_t count = std::min<std::size_t>(std::max(1U, std::thread::hardware_concurrency()), keys.size());
        for (std::size_t i = 0; i < count; ++i) threads.emplace_back(work);
    }
    if (done.empty()) return;
    store::save_assessments(workspace.database(), done, workspace.user());
    for (const store::AssessedRevision& revision : done)
        workspace.changes().announce({Change::Kind::assessed, revision.report_id});
}

using PageOfKeys = std::function<store::Page<store::RevisionKey>(const store::PageRequest&)>;

void assess_all_pages(Workspace& workspace, Assessor& assessor, const PageOfKeys& load, AssessSummary& summary,
                      const ProgressSink& progress, const std::stop_token& stop) {
    store::PageRequest request;
    do {
        const store::Page<store::RevisionKey> page = load(request);
        assess_page(workspace, assessor, page.rows, summary, stop);
        if (progress) progress({"Assessing reports", summary.assessed, 0});
        request.after = page.next;
    } while (!request.after.empty() && !stop.stop_requested());
}

}  // namespace

AssessSummary assess_pending(Workspace& workspace, const ProgressSink& progress, const std::stop_token& stop) {
    AssessSummary summary;
    Assessor assessor(workspace);
    assess_all_pages(
        workspace, assessor,
        [&](const store::PageRequest& request) { return store::unassessed_reports(workspace.database(), request); },
        summary, progress, stop);
    store::PageRequest request;
    do {
        const store::Page<store::Programme> page = store::list_programmes(workspace.database(), request);
        for (const store::Programme& programme : page.rows) {
            if (stop.stop_requested()) return summary;
            const std::string fingerprint = assessor.criteria(programme.id).fingerprint;
            assess_all_pages(
                workspace, assessor,
                [&](const store::PageRequest& stale) {
                    return store::stale_reports(workspace.database(), programme.id, fingerprint, stale);
                },
                summary, progress, stop);
        }
        request.after = page.next;
    } while (!request.after.empty());
    return summary;
}

AssessSummary assess_report(Workspace& workspace, const std::string& report_id) {
    const auto status = store::load_report_status(workspace.database(), report_id);
    if (!status) throw std::runtime_error("no report " + report_id + "; `relis queue` lists those there are");
    AssessSummary summary;
    Assessor assessor(workspace);
    Assessor::Result result = assessor.assess({report_id, status->revision});
    add(summary, result);
    store::save_assessments(workspace.database(), result.revision, workspace.user());
    workspace.changes().announce({Change::Kind::assessed, report_id});
    return summary;
}

}  // namespace relis::review

#include "assessor.h"

#include <algorithm>

#include "intake/json.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "rework_terms.h"
#include "store/roster.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

/// Findings that a score already speaks for are no flags of the queue.
bool is_cost_of_a_score(Category category) {
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

ReviewCase case_of(const Report& report, const store::ReportStatus& status) {
    ReviewCase review_case;
    review_case.report = report;
    review_case.reworks_asked = status.reworks_asked;
    if (report.due_at) {
        // Counted from the submission: a recommendation must not change because a day went by.
        const Moment from = report.submitted_at.value_or(*report.due_at);
        review_case.time_left = std::chrono::duration_cast<std::chrono::minutes>(report.due_at->utc - from.utc);
    }
    return review_case;
}

}  // namespace

void summarize(store::AssessedRevision& revision, const std::vector<Assessment>& standing) {
    for (const Assessment& assessment : standing) {
        if (assessment.plugin == "detail") revision.detail = assessment.score;
        if (assessment.plugin == "french") revision.french = assessment.score;
        for (const Finding& finding : assessment.findings) {
            if (finding.category == Category::missing) {
                ++revision.missing;
            } else if (!is_cost_of_a_score(finding.category)) {
                ++revision.flags;
            }
        }
    }
}

/// What the reports of one programme and questionnaire share.
struct Assessor::Shared {
    std::shared_ptr<const intake::QuestionnaireRules> rules;
    std::string locale;
    std::vector<std::string> vocabulary;
    CriteriaInForce criteria;
};

struct Assessor::Loaded {
    std::shared_ptr<const Report> report;
    store::ReportStatus status;
    std::shared_ptr<const Shared> shared;
    std::shared_ptr<const StoredContext> context;
};

Assessor::Assessor(Workspace& workspace, CriteriaSource criteria, Voices voices)
    : workspace_(workspace), criteria_(std::move(criteria)), voices_(voices) {
    if (!criteria_) {
        criteria_ = [&workspace](const std::string& programme) { return criteria_in_force(workspace, programme); };
    }
}

CriteriaInForce Assessor::criteria(const std::string& programme) {
    return criteria_(programme);
}

std::shared_ptr<const Assessor::Shared> Assessor::shared_for(const std::string& programme,
                                                             const std::string& questionnaire) {
    const std::lock_guard lock(mutex_);
    std::shared_ptr<const Shared>& entry = shared_[{programme, questionnaire}];
    if (entry == nullptr) {
        const auto record = store::load_questionnaire(workspace_.database(), questionnaire);
        if (!record) {
            throw LabelledError(
                make_label("le questionnaire {} n'est pas dans la base ; importez-le et évaluez de nouveau",
                           "questionnaire {} is not in the database; import it and assess again", questionnaire));
        }
        auto made = std::make_shared<Shared>();
        made->rules = std::make_shared<const intake::QuestionnaireRules>(intake::questionnaire_from_json(record->json));
        made->locale = "fr-CA";
        if (const auto stored = store::load_programme(workspace_.database(), programme)) {
            made->locale = stored->locale;
            made->vocabulary = stored->vocabulary;
        }
        made->criteria = criteria_(programme);
        entry = made;
    }
    return entry;
}

Assessor::Loaded Assessor::load(const store::RevisionKey& key) {
    auto report = store::load_report(workspace_.database(), key.report_id, key.revision);
    auto status = store::load_report_status(workspace_.database(), key.report_id);
    if (!report || !status) throw LabelledError(no_report(key.report_id));
    Loaded loaded;
    loaded.report = std::make_shared<const Report>(std::move(*report));
    loaded.status = std::move(*status);
    loaded.shared = shared_for(loaded.report->programme, loaded.report->questionnaire);
    loaded.context = std::make_shared<const StoredContext>(
        loaded.shared->rules, *loaded.report, loaded.shared->locale, loaded.shared->vocabulary,
        workspace_.shared_database(), std::shared_ptr<const CriteriaInForce>(loaded.shared, &loaded.shared->criteria));
    return loaded;
}

AssessedCase Assessor::prepare(const store::RevisionKey& key) {
    Loaded loaded = load(key);
    return {loaded.report, loaded.context, loaded.shared->criteria, case_of(*loaded.report, loaded.status)};
}

Assessor::Result Assessor::assess(const store::RevisionKey& key) {
    const Loaded loaded = load(key);
    const CriteriaInForce& criteria = loaded.shared->criteria;
    Result result;
    result.programme = loaded.report->programme;
    result.state = loaded.status.state;
    store::AssessedRevision& revision = result.revision;
    revision.report_id = key.report_id;
    revision.revision = key.revision;
    revision.fingerprint = criteria.fingerprint;
    revision.criteria_set = criteria.criteria_set;
    revision.inherited_set = criteria.inherited_set;
    revision.at = now();
    assess_all(key, loaded, result);
    keep_of_absent_plugins(criteria, result);

    for (const store::StoredAssessment& stored : revision.assessments) {
        result.standing.push_back(stored.assessment);
        if (stored.assessment.state != AssessmentState::failed) continue;
        ++result.failed;
        // the plugin host words its reasons in French, which the report shows
        result.problems.push_back(make_label("{} : {} : {}", "{}: {}: {}", key.report_id, stored.assessment.plugin,
                                             stored.assessment.reason));
    }
    std::vector<DismissedFinding> dismissed;
    if (voices_ == Voices::machine_and_people) {
        Judgements judgements;
        judgements.dismissals = store::dismissals_here(workspace_.database(), key.report_id, key.revision);
        judgements.dismissals.insert(judgements.dismissals.end(), criteria.dismissals.begin(),
                                     criteria.dismissals.end());
        judgements.scores = store::score_overrides(workspace_.database(), key.report_id, key.revision);
        Standing stands = standing(std::move(result.standing), *loaded.report, judgements);
        result.standing = std::move(stands.assessments);
        dismissed = std::move(stands.dismissed);
    }
    summarize(revision, result.standing);
    ReviewCase review_case = case_of(*loaded.report, loaded.status);
    review_case.assessments = result.standing;
    revision.recommendation = recommend(std::move(review_case), loaded);
    if (voices_ == Voices::machine_and_people && result.state == store::ReportState::assessed) {
        if (const auto expired = store::expired_rework(workspace_.database(), key.report_id, key.revision)) {
            recommend_unanswered(*expired, revision.recommendation);
        }
    }
    for (const DismissedFinding& waived : dismissed) {
        if (!waived.waived) continue;
        revision.recommendation.reasons.push_back({"Veto levé par " + waived.by + " : " + waived.reason, waived.plugin,
                                                   waived.finding.rule, waived.finding.question});
    }
    return result;
}

void Assessor::assess_all(const store::RevisionKey& key, const Loaded& loaded, Result& result) {
    const CriteriaInForce& criteria = loaded.shared->criteria;
    const auto add = [&](Assessment assessment) {
        store::StoredAssessment stored;
        const auto hash = criteria.hashes.find(assessment.plugin);
        if (hash != criteria.hashes.end()) stored.parameters_hash = hash->second;
        stored.assessment = std::move(assessment);
        stored.criteria_set = criteria.criteria_set;
        stored.inherited_set = criteria.inherited_set;
        stored.made_at = result.revision.at;
        result.revision.assessments.push_back(std::move(stored));
    };
    // A report that nobody has assessed yet has nothing in the cache.
    if (loaded.status.state == store::ReportState::submitted) {
        for (Assessment& assessment :
             workspace_.plugins().assess_all(loaded.report, loaded.context, criteria.parameters)) {
            // a plugin that was switched on meanwhile is no part of these criteria
            if (criteria.hashes.contains(assessment.plugin)) add(std::move(assessment));
        }
        return;
    }
    for (const plugin_host::PluginInfo& info : workspace_.plugins().plugins()) {
        const PluginDescription& plugin = info.description;
        if (plugin.role != Role::criterion && plugin.role != Role::inspection) continue;
        const auto hash = criteria.hashes.find(plugin.id);
        if (hash == criteria.hashes.end()) continue;
        auto cached = store::find_assessment(workspace_.database(),
                                             {key.report_id, key.revision, plugin.id, plugin.version, hash->second});
        if (cached && cached->assessment.state != AssessmentState::failed) {
            result.revision.assessments.push_back(std::move(*cached));
            ++result.from_cache;
        } else {
            add(workspace_.plugins().assess(plugin.id, loaded.report, loaded.context,
                                            criteria.parameters.find(plugin.id)->second));
        }
    }
}

/// What stands of a plugin that is neither loaded nor switched off: it was skipped after a crash, refused, or is not
/// installed here. Nobody wanted its result gone, so it stays until the plugin can be called again.
void Assessor::keep_of_absent_plugins(const CriteriaInForce& criteria, Result& result) {
    store::AssessedRevision& revision = result.revision;
    for (const store::AssessmentKey& key :
         store::standing_results(workspace_.database(), revision.report_id, revision.revision)) {
        if (criteria.hashes.contains(key.plugin) || criteria.switched_off.contains(key.plugin)) continue;
        auto earlier = store::find_assessment(workspace_.database(), key);
        if (!earlier) continue;
        earlier->is_earlier = true;
        revision.assessments.push_back(std::move(*earlier));
        ++result.kept;
    }
    if (result.kept > 0) {
        std::ranges::sort(revision.assessments, {},
                          [](const store::StoredAssessment& stored) { return stored.assessment.plugin; });
    }
}

Recommendation Assessor::recommend(ReviewCase review_case, const Loaded& loaded) {
    const CriteriaInForce& criteria = loaded.shared->criteria;
    if (criteria.policy.empty()) {
        return {std::nullopt, {{"Aucune politique de décision n'est chargée : la décision vous revient.", {}, {}, {}}}};
    }
    return workspace_.plugins().recommend(criteria.policy, std::make_shared<const ReviewCase>(std::move(review_case)),
                                          loaded.context, criteria.parameters.find(criteria.policy)->second);
}

}  // namespace relis::review

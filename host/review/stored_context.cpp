#include "stored_context.h"

#include <utility>

#include "store/assessments.h"
#include "store/attachments.h"
#include "store/reports.h"
#include "store/similar.h"
#include "store_types.h"

namespace relis::review {

StoredContext::StoredContext(std::shared_ptr<const intake::QuestionnaireRules> rules, const Report& report,
                             std::string locale, std::vector<std::string> vocabulary,
                             std::shared_ptr<store::Database> database, std::shared_ptr<const CriteriaInForce> criteria)
    : rules_(std::move(rules)),
      applicability_(rules_->applicability(report)),
      locale_(std::move(locale)),
      vocabulary_(std::move(vocabulary)),
      database_(std::move(database)),
      criteria_(std::move(criteria)),
      report_id_(report.report_id),
      revision_(report.revision),
      questionnaire_id_(report.questionnaire),
      site_(report.site),
      before_(report.submitted_at.value_or(now())),
      attachment_count_(report.attachments.size()) {}

const Questionnaire& StoredContext::questionnaire() const {
    return rules_->questionnaire();
}

Applicability StoredContext::applicability(std::string_view question) const {
    const auto found = applicability_.find(question);
    return found == applicability_.end() ? Applicability::unclear : found->second;
}

const std::string& StoredContext::locale() const {
    return locale_;
}

const std::vector<std::string>& StoredContext::vocabulary() const {
    return vocabulary_;
}

std::vector<SimilarComment> StoredContext::similar_comments(std::string_view comment, std::size_t limit) const {
    return database_ == nullptr ? std::vector<SimilarComment>{}
                                : store::similar_comments(*database_, comment, before_, report_id_, limit);
}

AttachmentFacts StoredContext::attachment(std::size_t index) const {
    if (database_ == nullptr || index >= attachment_count_) return {};
    std::call_once(looked_up_,
                   [&] { attachments_ = store::attachment_facts(*database_, report_id_, revision_, before_); });
    return index < attachments_.size() ? attachments_[index] : AttachmentFacts{};
}

std::shared_ptr<const EarlierRevision> StoredContext::earlier(std::string_view plugin) const {
    if (database_ == nullptr || criteria_ == nullptr || revision_ < 2) return nullptr;
    const auto version = criteria_->versions.find(plugin);
    const auto hash = criteria_->hashes.find(plugin);
    if (version == criteria_->versions.end() || hash == criteria_->hashes.end()) return nullptr;
    auto stored = store::find_assessment(
        *database_, {report_id_, revision_ - 1, std::string(plugin), version->second, hash->second});
    if (!stored || stored->assessment.state == AssessmentState::failed) return nullptr;
    auto report = store::load_report(*database_, report_id_, revision_ - 1);
    if (!report || report->questionnaire != questionnaire_id_ || report->site != site_) return nullptr;
    return std::make_shared<const EarlierRevision>(EarlierRevision{std::move(*report), std::move(stored->assessment)});
}

}  // namespace relis::review

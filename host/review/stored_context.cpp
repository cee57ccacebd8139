#include "stored_context.h"

#include <utility>

#include "store/attachments.h"
#include "store/similar.h"
#include "store_types.h"

namespace relis::review {

StoredContext::StoredContext(std::shared_ptr<const intake::QuestionnaireRules> rules, const Report& report,
                             std::string locale, std::vector<std::string> vocabulary,
                             std::shared_ptr<store::Database> database)
    : rules_(std::move(rules)),
      applicability_(rules_->applicability(report)),
      locale_(std::move(locale)),
      vocabulary_(std::move(vocabulary)),
      database_(std::move(database)),
      report_id_(report.report_id),
      revision_(report.revision),
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

}  // namespace relis::review

#pragma once

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "criteria_in_force.h"
#include "intake/rules.h"
#include "plugin/report_context.h"
#include "store/database.h"

namespace relis::review {

/// What a plugin may know beside a stored report. Owns or shares all it needs, since a call that overran its time may
/// outlive the review.
class StoredContext : public plugin_host::ReportContext {
  public:
    /// `database` may be null: then there are no similar comments, nothing is known of attachments, and there is no
    /// earlier revision. `criteria` are those that the report is rated with, by which what was said of the revision
    /// before is found; null: it is not looked for.
    StoredContext(std::shared_ptr<const intake::QuestionnaireRules> rules, const Report& report, std::string locale,
                  std::vector<std::string> vocabulary, std::shared_ptr<store::Database> database,
                  std::shared_ptr<const CriteriaInForce> criteria = nullptr);

    [[nodiscard]] const Questionnaire& questionnaire() const override;
    [[nodiscard]] Applicability applicability(std::string_view question) const override;
    [[nodiscard]] const std::string& locale() const override;
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override;
    [[nodiscard]] std::vector<SimilarComment> similar_comments(std::string_view comment,
                                                               std::size_t limit) const override;
    [[nodiscard]] AttachmentFacts attachment(std::size_t index) const override;
    [[nodiscard]] std::shared_ptr<const EarlierRevision> earlier(std::string_view plugin) const override;

  private:
    std::shared_ptr<const intake::QuestionnaireRules> rules_;
    std::map<std::string, Applicability, std::less<>> applicability_;
    std::string locale_;
    std::vector<std::string> vocabulary_;
    std::shared_ptr<store::Database> database_;
    std::shared_ptr<const CriteriaInForce> criteria_;
    std::string report_id_;
    int revision_;
    std::string questionnaire_id_;
    Site site_;
    Moment before_;
    std::size_t attachment_count_;
    mutable std::once_flag looked_up_;
    mutable std::vector<AttachmentFacts> attachments_;  ///< looked up when the first plugin asks
};

}  // namespace relis::review

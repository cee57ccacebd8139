#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "intake/rules.h"
#include "plugin/report_context.h"
#include "store/database.h"

namespace relis::review {

/// What a plugin may know beside a stored report. Owns or shares all it needs, since a call that overran its time may
/// outlive the review.
class StoredContext : public plugin_host::ReportContext {
  public:
    /// `database` may be null: then there are no similar comments.
    StoredContext(std::shared_ptr<const intake::QuestionnaireRules> rules, const Report& report, std::string locale,
                  std::vector<std::string> vocabulary, std::shared_ptr<store::Database> database);

    [[nodiscard]] const Questionnaire& questionnaire() const override;
    [[nodiscard]] Applicability applicability(std::string_view question) const override;
    [[nodiscard]] const std::string& locale() const override;
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override;
    [[nodiscard]] std::vector<SimilarComment> similar_comments(std::string_view comment,
                                                               std::size_t limit) const override;

  private:
    std::shared_ptr<const intake::QuestionnaireRules> rules_;
    std::map<std::string, Applicability, std::less<>> applicability_;
    std::string locale_;
    std::vector<std::string> vocabulary_;
    std::shared_ptr<store::Database> database_;
    std::string report_id_;
    Moment before_;
};

}  // namespace relis::review

#pragma once

#include <array>
#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "app/text.h"
#include "review/report_details.h"

namespace relis::app {

/// Findings that look alike: the categories of one underline.
enum class FindingGroup { spelling, grammar, typography, content };
inline constexpr std::array all_finding_groups{FindingGroup::spelling, FindingGroup::grammar, FindingGroup::typography,
                                               FindingGroup::content};
[[nodiscard]] FindingGroup group_of(Category category);

/// A finding with the plugin that made it.
struct ShownFinding {
    Finding finding;
    std::string plugin;
    std::optional<std::size_t> answer;         ///< index into ReportPage::answers; absent: about the whole report
    std::string quote;                         ///< the passage meant; empty: the answer or the report as a whole
    std::optional<std::size_t> set_aside;      ///< index into ReportDetails::dismissed: it does not stand
    std::optional<review::TextChange> change;  ///< how the client's copy reads there

    /// The same finding, perhaps of another loading of the report.
    [[nodiscard]] bool same_as(const ShownFinding& other) const {
        return plugin == other.plugin && finding.rule == other.finding.rule &&
               finding.question == other.finding.question && finding.start == other.finding.start &&
               finding.end == other.finding.end;
    }
};

/// One question with what was answered, as the report view lays it out.
struct ShownAnswer {
    std::string question;  ///< name
    std::string label;     ///< the name where the questionnaire does not have the question
    std::string section;   ///< label of the section that begins here; empty: the same one goes on
    Applicability applicability = Applicability::applies;
    bool known = true;                ///< false: the questionnaire does not have it
    std::vector<std::string> values;  ///< labels of the choices, or the value as written
    ShownText comment;
    std::vector<Attachment> attachments;
    std::vector<std::size_t> passages;  ///< findings in the comment, by their start; indexes of ReportPage::findings
    std::vector<std::size_t> remarks;   ///< findings about the answer as a whole
    std::optional<review::EditedAnswer> edited;  ///< it reads otherwise in the client's copy
    bool missing = false;                        ///< one of the remarks says that it is missing
    [[nodiscard]] bool empty() const { return values.empty() && comment.text.empty() && attachments.empty(); }
};

/// What earned or cost points of a score.
struct ScoreLine {
    std::string label;                   ///< French, as the plugin says it
    std::string quote;                   ///< of a finding in place
    double points = 0;                   ///< < 0: lost
    std::string question;                ///< empty: the whole report
    std::optional<std::size_t> finding;  ///< index of ReportPage::findings
};

/// One criterion's score with what made it.
struct ScoreCard {
    std::string plugin;
    bool assessed = false;  ///< false: the plugin has not seen this revision
    AssessmentState state = AssessmentState::judged;
    std::optional<double> score;
    std::string reason;
    std::vector<ScoreLine> lines;                ///< dearest losses first, then what was earned
    std::optional<review::ScoreOverride> given;  ///< by a person, in place of the machine's
};

/// A report made ready for showing: pure values, made off the interface thread.
struct ReportPage {
    review::ReportDetails details;
    std::vector<ShownAnswer> answers;     ///< in the questionnaire's order, unknown questions last
    std::vector<ShownFinding> findings;   ///< in reading order, those set aside too; those about the whole report first
    std::vector<ScoreCard> scores;        ///< detail, french, then every other criterion
    std::vector<Assessment> not_working;  ///< inspections that failed or could not judge

    /// How many findings stand.
    [[nodiscard]] std::size_t standing() const;
};

/// Comments are shown up to this many code points; the view says so and findings beyond it are listed after it.
inline constexpr std::size_t most_shown_of_a_comment = 20'000;
/// Once so much of a report is shown, each further comment is only up to its beginning: breaking it into rows would
/// keep the window from answering.
inline constexpr std::size_t most_shown_of_a_report = 40'000;
inline constexpr std::size_t shown_of_a_beginning = 2'000;

[[nodiscard]] ReportPage make_report_page(review::ReportDetails details);

}  // namespace relis::app

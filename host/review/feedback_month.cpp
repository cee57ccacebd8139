#include "feedback_month.h"

#include <algorithm>
#include <charconv>

#include <fmt/format.h>

#include "french_text.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "review/shoppers.h"
#include "store/decisions.h"
#include "store_types.h"

namespace relis::review {

namespace {

std::chrono::year_month month_of(const Moment& moment) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(moment.local())};
    return date.year() / date.month();
}

std::vector<store::StandingDecision> decisions_of(Workspace& workspace, const std::string& shopper_id) {
    static_cast<void>(load_shopper(workspace, shopper_id));  // says so where there is none
    return store::standing_decisions_of(workspace.database(), shopper_id);
}

}  // namespace

std::optional<MonthFeedback> month_feedback(Workspace& workspace, const std::string& shopper_id,
                                            std::chrono::year_month month, const FeedbackFileOptions& options) {
    std::vector<std::pair<Moment, Feedback>> dated;
    std::vector<std::int64_t> decisions;
    for (const store::StandingDecision& decision : decisions_of(workspace, shopper_id)) {
        if (month_of(decision.at) != month) {
            continue;
        }
        const ReportDetails details = load_report(workspace, decision.report_id);
        if (auto feedback = compose_feedback(details, FeedbackScope::decided_only,
                                             feedback_background(workspace, details, options.words))) {
            dated.emplace_back(details.report.submitted_at.value_or(Moment{}), std::move(*feedback));
            decisions.push_back(decision.decision_id);
        }
    }
    if (dated.empty()) {
        return std::nullopt;
    }
    std::ranges::stable_sort(dated, {}, &std::pair<Moment, Feedback>::first);
    std::vector<Feedback> reports;
    reports.reserve(dated.size());
    for (auto& [when, feedback] : dated) {
        reports.push_back(std::move(feedback));
    }
    const std::string title = "Vos rapports de " + french_month(month);
    return MonthFeedback{
        {safe_file_name(shopper_id) + "-" + text_of(month), shopper_id, title, sheet_of(reports, title)},
        std::move(decisions)};
}

std::optional<FeedbackPage> month_page(Workspace& workspace, const std::string& shopper_id,
                                       std::chrono::year_month month, const FeedbackFileOptions& options) {
    auto feedback = month_feedback(workspace, shopper_id, month, options);
    return feedback ? std::optional(std::move(feedback->page)) : std::nullopt;
}

std::vector<std::chrono::year_month> feedback_months(Workspace& workspace, const std::string& shopper_id) {
    std::vector<std::chrono::year_month> months;
    for (const store::StandingDecision& decision : decisions_of(workspace, shopper_id)) {
        months.push_back(month_of(decision.at));
    }
    std::ranges::sort(months, std::greater<>());
    months.erase(std::ranges::unique(months).begin(), months.end());
    return months;
}

std::string text_of(std::chrono::year_month month) {
    return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

std::chrono::year_month month_from(const std::string& text) {
    int year = 0;
    unsigned month = 0;
    const char* const end = text.data() + text.size();
    const bool shaped = text.size() == 7 && text[4] == '-' &&
                        std::from_chars(text.data(), text.data() + 4, year).ptr == text.data() + 4 &&
                        std::from_chars(text.data() + 5, end, month).ptr == end;
    const std::chrono::year_month result = std::chrono::year{year} / std::chrono::month{month};
    if (!shaped || !result.ok()) {
        throw LabelledError(make_label("« {} » n'est pas un mois : écrivez par exemple 2026-06",
                                       "\"{}\" is no month: write 2026-06, for example", text));
    }
    return result;
}

}  // namespace relis::review

#pragma once

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/moment.h>

namespace relis {

/// The place visited, as the report names it.
struct Site {
    std::string id;
    std::string name;
    std::string city;
    bool operator==(const Site&) const = default;
};

/// What the shopper wrote for one question. All text is valid UTF-8 and exactly what was submitted.
struct Answer {
    std::string question;
    /// Choice names separated by spaces for select_multiple; numbers, dates and times as text. Absent where the
    /// record had no value or null.
    std::optional<std::string> value;
    std::optional<std::string> comment;  ///< absent where the record had none or null
    bool operator==(const Answer&) const = default;
};

/// A file that came with the report.
struct Attachment {
    std::string question;  ///< the question it answers; may be empty
    std::string kind;      ///< `receipt`, `photo`, …
    std::string file;
    bool operator==(const Attachment&) const = default;
};

/// One revision of a report as its shopper submitted it (`relis.report/1`). Value type, never changed after intake.
struct Report {
    std::string report_id;
    std::string mission_id;
    std::string programme;
    std::string questionnaire;  ///< `id@version`
    Site site;
    std::string shopper_id;
    std::optional<Moment> visit_start;
    std::optional<Moment> visit_end;
    std::optional<Moment> due_at;
    std::optional<Moment> submitted_at;
    int revision = 1;  ///< 1 for the first submission; a rework gives the next
    std::vector<Answer> answers;
    std::vector<Attachment> attachments;

    /// The answer to a question, or null where the report has none. Lives as long as the report is unchanged.
    [[nodiscard]] const Answer* find(std::string_view question) const {
        const auto found =
            std::find_if(answers.begin(), answers.end(), [&](const Answer& a) { return a.question == question; });
        return found == answers.end() ? nullptr : &*found;
    }
    bool operator==(const Report&) const = default;
};

}  // namespace relis

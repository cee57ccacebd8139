#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/moment.h>
#include <relis/report.h>

#include "store/database.h"
#include "store/page.h"
#include "store/states.h"

namespace relis::store {

/// One version of a questionnaire as the database keeps it: the text of its `relis.questionnaire/1` file.
struct QuestionnaireRecord {
    std::string id;
    int version = 1;
    std::string programme;
    std::string title;
    std::string json;  ///< kept letter by letter

    /// `id@version`
    [[nodiscard]] std::string key() const { return id + "@" + std::to_string(version); }
    bool operator==(const QuestionnaireRecord&) const = default;
};

/// Where a report stands.
struct ReportStatus {
    std::string report_id;
    std::string mission_id;
    std::string shopper_id;
    std::string programme;
    ReportState state = ReportState::submitted;
    int revision = 1;              ///< the current one, which is the highest
    int reworks_asked = 0;         ///< decisions `rework` that stand (not undone)
    std::optional<Moment> due_at;  ///< of the current revision
    std::optional<Moment> first_submitted_at;
    bool operator==(const ReportStatus&) const = default;
};

struct RevisionInfo {
    int revision = 1;
    std::optional<Moment> submitted_at;
    Moment received_at;
    std::string source;  ///< file it came from
    std::string content_hash;
    bool operator==(const RevisionInfo&) const = default;
};

/// A hash (32 hexadecimal digits) of everything in the report, equal exactly for reports of equal content: field
/// order, file format and the offsets moments were written with do not matter. Not meant against forgery.
[[nodiscard]] std::string content_hash(const Report& report);

/// A revision of a report as it was submitted; the current one where none is named. Nothing where there is none.
[[nodiscard]] std::optional<Report> load_report(Database& database, const std::string& report_id,
                                                std::optional<int> revision = std::nullopt);

[[nodiscard]] std::optional<ReportStatus> load_report_status(Database& database, const std::string& report_id);

/// All revisions of a report, the first one first. Empty where there is no such report.
[[nodiscard]] std::vector<RevisionInfo> list_revisions(Database& database, const std::string& report_id);

/// All reports, by id.
[[nodiscard]] Page<ReportStatus> list_reports(Database& database, const PageRequest& page = {});

/// Reports of a shopper, by id.
[[nodiscard]] Page<ReportStatus> list_shopper_reports(Database& database, const std::string& shopper_id,
                                                      const PageRequest& page = {});

/// The questionnaire of that key (`id@version`), or nothing.
[[nodiscard]] std::optional<QuestionnaireRecord> load_questionnaire(Database& database, const std::string& key);

/// All questionnaires, by key.
[[nodiscard]] Page<QuestionnaireRecord> list_questionnaires(Database& database, const PageRequest& page = {});

}  // namespace relis::store

#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include "review/report_details.h"
#include "review/sheet.h"
#include "review/workspace.h"

namespace relis::review {

/// Something in a draft that cannot be read as an answer.
struct DraftProblem {
    std::string field;  ///< `answers[3].value`
    Label message;
};

/// What the agency's criteria say of a draft. Nothing of it is stored, no shopper's history and no other report is
/// looked at, so that copies are not found here.
struct Precheck {
    ReportDetails details;  ///< report, questionnaire, applicability, assessments; no row, no decisions, no log
    std::vector<DraftProblem> problems;

    /// Whether the draft may be submitted as it is: no problem, and no finding but remarks of style or typography that
    /// cost nothing.
    [[nodiscard]] bool nothing_to_do() const;
};

struct PrecheckOptions {
    std::filesystem::path questionnaire;  ///< a file of `relis.questionnaire/1`; empty: the database's
    std::string locale = "fr-CA";         ///< where no database says the programme's
    /// Where the draft's files lie; empty: its attachments are taken at their word.
    std::filesystem::path attachments{};
    /// Whether all of them must lie there: one that does not is missing, though no other file came either.
    bool all_attachments = false;
};

/// Checks a draft: `relis.report/1` of which only `answers` is required, and `questionnaire` unless a file with a
/// single one is given. Throws LabelledError where the text is no such draft or the questionnaire is not known. With
/// the workspace's criteria in force for the programme, its words and its names:
[[nodiscard]] Precheck precheck(Workspace& workspace, const std::string& draft, const PrecheckOptions& options = {});
/// Without a database, with the plugins' defaults; a questionnaire file is required. `plugins`: their folder, empty:
/// the one that belongs to the program.
[[nodiscard]] Precheck precheck(const std::filesystem::path& plugins, const std::string& draft,
                                const PrecheckOptions& options);

/// As a page for the shopper.
[[nodiscard]] Sheet sheet_of(const Precheck& precheck);

/// Stable JSON for questionnaire systems; the fields are documented in host/cli/README.md.
[[nodiscard]] std::string to_json(const Precheck& precheck);

}  // namespace relis::review

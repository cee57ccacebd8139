#pragma once

#include <memory>
#include <string>
#include <vector>

#include <relis/decision.h>
#include <relis/reliability.h>
#include <relis/report.h>

#include "plugin/report_context.h"

namespace relis::conformance {

/// A report with a name for messages.
struct NamedReport {
    std::string name;
    std::shared_ptr<const Report> report;
};

/// A questionnaire with every type of question and every comment policy, known by name.
[[nodiscard]] const Questionnaire& questionnaire();

/// A context around it. Its `similar_comments` finds one comment that is the one asked about, and
/// its first attachment is a picture that came with another report.
[[nodiscard]] std::shared_ptr<const plugin_host::ReportContext> context();

/// A report as people write them.
[[nodiscard]] Report ordinary_report();

/// Ordinary, empty, blank and unusual ones; none long.
[[nodiscard]] std::vector<NamedReport> reports();

/// One comment of at least `bytes` bytes: prose.
[[nodiscard]] Report huge_report(std::size_t bytes);

/// One comment of that many bytes without a single space or full stop.
[[nodiscard]] Report huge_word(std::size_t bytes);

/// Cases from nothing judged to everything found.
[[nodiscard]] std::vector<ReviewCase> review_cases();

/// Histories from none to long, with fields left out and dates in the future.
[[nodiscard]] std::vector<ShopperHistory> histories();

}  // namespace relis::conformance

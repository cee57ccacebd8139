#include "delivery.h"

#include "label/make_label.h"
#include "text_check.h"

namespace relis::intake {

void check_with_questionnaire(const Report& report, const ReadOptions& options, std::vector<Problem>& problems) {
    if (any_hard(problems) || !options.questionnaire) return;
    const auto rules = options.questionnaire(report.questionnaire);
    if (!rules) {
        problems.push_back(
            {"questionnaire",
             make_label("le questionnaire {} n'existe pas ; importez-le d'abord, puis de nouveau les rapports",
                        "there is no questionnaire {}; import it first, then the reports again",
                        in_quotes(report.questionnaire)),
             true});
        return;
    }
    for (Problem& problem : rules->validate(report)) problems.push_back(std::move(problem));
}

void hand_over(Report&& report, std::vector<Problem>&& problems, Place&& place, std::string_view raw, bool raw_whole,
               const ReportHandler& handler, ReadSummary& summary) {
    if (any_hard(problems)) {
        ++summary.rejected;
        handler.rejected(
            rejected_record(std::move(place), std::move(report.report_id), std::move(problems), raw, raw_whole));
        return;
    }
    ++summary.accepted;
    summary.warnings += problems.size();
    handler.report({std::move(place), std::move(report), std::move(problems)});
}

}  // namespace relis::intake

// Prints what the content plugins say of every report of a folder laid out as data/demo, one line a report, or
// everything about the one whose id is given.
#include <cstdio>
#include <iostream>

#include "comments_testing/reports.h"
#include "completeness/completeness.h"
#include "consistency/consistency.h"
#include "detail/detail.h"

using namespace relis;

namespace {

void print(const std::vector<Finding>& findings) {
    for (const Finding& finding : findings) {
        std::printf("    %s %s: %s\n", finding.rule.c_str(), finding.question.c_str(), finding.message.c_str());
    }
}

}  // namespace

int main(int count, char** arguments) {
    if (count < 2) {
        std::cerr << "usage: test_content_table FOLDER [REPORT]\n";
        return 2;
    }
    const Environment environment = comments_testing::environment();
    const content_detail::Detail detail(environment);
    const completeness::Completeness completeness(environment);
    const consistency::Consistency consistency(environment);
    const Parameters detail_parameters = default_parameters(detail.describe().parameters);
    const Parameters completeness_parameters = default_parameters(completeness.describe().parameters);
    const Parameters consistency_parameters = default_parameters(consistency.describe().parameters);
    for (const comments_testing::Case& one : comments_testing::read_folder(arguments[1])) {
        if (count > 2 && one.report.report_id != arguments[2]) continue;
        const Rating rating = detail.rate(one.report, one, detail_parameters);
        std::printf("%s r%d  detail %.2f  %s\n", one.report.report_id.c_str(), one.report.revision,
                    rating.score.value_or(-1), rating.reason.c_str());
        print(completeness.inspect(one.report, one, completeness_parameters));
        print(consistency.inspect(one.report, one, consistency_parameters));
        if (count < 3) continue;
        for (const Contribution& c : rating.contributions) {
            std::printf("  %+.2f %s: %s\n", c.points, c.question.c_str(), c.label.c_str());
        }
    }
    return 0;
}

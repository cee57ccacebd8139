#include "intake/reports.h"

#include <algorithm>
#include <cctype>

#include "byte_source.h"
#include "csv_reports.h"
#include "delivery.h"
#include "files.h"
#include "json_records.h"
#include "report_json.h"
#include "text_check.h"

namespace relis::intake {
namespace {

void read_json(ByteSource& source, const ReportHandler& handler, const ReadOptions& options, ReadSummary& summary) {
    for_each_json_record(
        source, options.record_limit,
        [&](const Json& value, RawRecord& raw) {
            std::vector<Problem> problems;
            Report report = report_from(value, problems);
            check_with_questionnaire(report, options, problems);
            hand_over(std::move(report), std::move(problems), std::move(raw.place), raw.text, true, handler, summary);
        },
        [&](Problem&& problem, RawRecord& raw, std::string&& report_id) {
            Report unread;
            unread.report_id = std::move(report_id);
            hand_over(std::move(unread), {std::move(problem)}, std::move(raw.place), raw.text, raw.whole, handler,
                      summary);
        });
}

}  // namespace

ReadSummary read_reports(std::istream& stream, const std::string& name, const ReportHandler& handler,
                         const ReadOptions& options) {
    const bool json = holds_json(stream, name);
    ByteSource source(stream, name, handler.progress);
    ReadSummary summary;
    if (json) {
        read_json(source, handler, options, summary);
    } else {
        read_csv(source, handler, options, summary);
    }
    source.finish();
    summary.bytes = source.bytes_read();
    return summary;
}

ReadSummary read_reports(const std::filesystem::path& file, const ReportHandler& handler, const ReadOptions& options) {
    std::ifstream stream = open_file(file);
    return read_reports(stream, file.string(), handler, options);
}

}  // namespace relis::intake

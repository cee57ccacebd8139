#pragma once

#include <filesystem>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "../support/both_languages.h"
#include "../support/temporary_folder.h"
#include "intake/json.h"
#include "intake/reports.h"

namespace relis::intake::test {

/// What came out of reading a file or a text.
struct Result {
    std::vector<ReportRecord> reports;
    std::vector<RejectedRecord> rejected;
    ReadSummary summary;
};

/// Whatever a test reads, each of its problems is told in both languages.
inline void expect_both_languages(const std::vector<Problem>& problems) {
    for (const Problem& problem : problems) relis::test::expect_both_languages(problem.message);
}

/// The same of refused records.
template <class Records>
const Records& told_in_both(const Records& rejected) {
    for (const RejectedRecord& record : rejected) {
        expect_both_languages(record.problems);
        EXPECT_FALSE(record.reason.fr.empty() || record.reason.en.empty());
    }
    return rejected;
}

inline ReportHandler into(Result& result) {
    ReportHandler handler;
    handler.report = [&](ReportRecord&& record) {
        expect_both_languages(record.warnings);
        result.reports.push_back(std::move(record));
    };
    handler.rejected = [&](RejectedRecord&& record) {
        told_in_both(std::vector{record});
        result.rejected.push_back(std::move(record));
    };
    return handler;
}

/// The message of the FileError that an action throws, in English; the French one names the same.
inline std::string file_error(const std::function<void()>& action) {
    try {
        action();
    } catch (const FileError& error) {
        relis::test::expect_both_languages(error.message());
        EXPECT_EQ(error.message().en, error.what());
        EXPECT_TRUE(error.message().fr.starts_with(error.file() + " : ")) << error.message().fr;
        return error.what();
    }
    return "no FileError";
}

inline Result read(const std::string& text, const std::string& name = "reports.json", const ReadOptions& options = {}) {
    Result result;
    std::istringstream stream(text);
    result.summary = read_reports(stream, name, into(result), options);
    return result;
}

/// A valid record; `extra` goes before its answers, `answers` are the entries of that array.
inline std::string record(const std::string& id = "R-1",
                          const std::string& answers = R"({"question":"accueil","value":"oui","comment":"Bonjour."})",
                          const std::string& extra = "") {
    return R"({"format":"relis.report/1","report_id":")" + id +
           R"(","mission_id":"M-1","programme":"p","questionnaire":"q@1","site":{"id":"S-1","name":"Marché","city":"Montréal"},)" +
           R"("shopper_id":"C-1","visit":{"start":"2026-06-16T14:05:00-04:00","end":"2026-06-16T14:38:00-04:00"},)" +
           R"("due_at":"2026-06-17T14:38:00-04:00","submitted_at":"2026-06-16T21:12:09-04:00","revision":1,)" + extra +
           R"("answers":[)" + answers + "]}";
}

inline std::string replaced(std::string text, const std::string& from, const std::string& to) {
    return text.replace(text.find(from), from.size(), to);
}

using relis::test::TemporaryFolder;

}  // namespace relis::intake::test

#include "review/assess.h"

#include <future>
#include <mutex>
#include <utility>

#include "assessor.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "pages.h"
#include "parallel.h"
#include "review/shoppers.h"
#include "rework_terms.h"
#include "store/roster.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

void add(AssessSummary& summary, const Assessor::Result& result) {
    ++summary.assessed;
    summary.from_cache += result.from_cache;
    summary.failed_assessments += result.failed;
    summary.kept_assessments += result.kept;
    summary.problems.insert(summary.problems.end(), result.problems.begin(), result.problems.end());
}

/// Assesses reports page by page. While one page is rated on all processors, the one before is stored.
class Passage {
  public:
    Passage(Workspace& workspace, const ProgressSink& progress, const std::stop_token& stop)
        : workspace_(workspace), assessor_(workspace), progress_(progress), stop_(stop) {}

    using PageOfKeys = std::function<store::Page<store::RevisionKey>(const store::PageRequest&)>;

    void expect(std::int64_t reports) { total_ += static_cast<std::uint64_t>(reports); }

    void go(const PageOfKeys& load) {
        store::PageRequest request;
        request.limit = page_size;
        do {
            const store::Page<store::RevisionKey> page = load(request);
            std::vector<store::AssessedRevision> done = assess(page.rows);
            wait();
            saving_ = std::async(std::launch::async, [this, kept = std::move(done)] { save(kept); });
            if (progress_) progress_({{"Évaluation des rapports", "Assessing reports"}, summary_.assessed, total_});
            request.after = page.next;
        } while (!request.after.empty() && !stop_.stop_requested());
        wait();
    }

    [[nodiscard]] Assessor& assessor() { return assessor_; }
    [[nodiscard]] AssessSummary& summary() { return summary_; }

  private:
    static constexpr std::size_t page_size = 200;

    std::vector<store::AssessedRevision> assess(const std::vector<store::RevisionKey>& keys) {
        std::mutex mutex;
        std::vector<store::AssessedRevision> done;
        for_each_parallel(keys.size(), stop_, [&](std::size_t i) {
            try {
                Assessor::Result result = assessor_.assess(keys[i]);
                const std::lock_guard lock(mutex);
                add(summary_, result);
                done.push_back(std::move(result.revision));
            } catch (const std::exception& error) {
                const std::lock_guard lock(mutex);
                summary_.problems.push_back(make_label("{} : {}", "{}: {}", keys[i].report_id, message_of(error)));
            }
        });
        return done;
    }

    void save(const std::vector<store::AssessedRevision>& done) {
        if (done.empty()) return;
        store::save_assessments(workspace_.database(), done, workspace_.user());
        for (const store::AssessedRevision& revision : done)
            workspace_.changes().announce({Change::Kind::assessed, revision.report_id});
    }

    void wait() {
        if (saving_.valid()) saving_.get();
    }

    Workspace& workspace_;
    Assessor assessor_;
    const ProgressSink& progress_;
    const std::stop_token& stop_;
    AssessSummary summary_;
    std::uint64_t total_ = 0;
    std::future<void> saving_;
};

}  // namespace

AssessSummary assess_pending(Workspace& workspace, const AssessOptions& options, const ProgressSink& progress,
                             const std::stop_token& stop) {
    store::Database& database = workspace.database();
    std::vector<std::string> programmes;
    for_each_row([&](const store::PageRequest& page) { return store::list_programmes(database, page); },
                 [&](const store::Programme& programme) {
                     if (options.programme.empty() || programme.id == options.programme)
                         programmes.push_back(programme.id);
                 });
    if (programmes.empty() && !options.programme.empty()) {
        throw LabelledError(no_programme(options.programme));
    }

    const std::size_t expired = expire_in_store(workspace, now()).size();
    const store::ReportsOf which = options.decided_too ? store::ReportsOf::all : store::ReportsOf::waiting;
    Passage passage(workspace, progress, stop);
    std::vector<std::string> fingerprints;
    for (const std::string& programme : programmes) {
        fingerprints.push_back(passage.assessor().criteria(programme).fingerprint);
        if (progress) passage.expect(store::count_stale_reports(database, programme, fingerprints.back(), which));
    }
    // What nobody has rated yet comes before what is rated anew
    if (options.programme.empty()) {
        passage.go([&](const store::PageRequest& page) { return store::unassessed_reports(database, page); });
    }
    for (std::size_t i = 0; i < programmes.size() && !stop.stop_requested(); ++i) {
        passage.go([&](const store::PageRequest& page) {
            return store::stale_reports(database, programmes[i], fingerprints[i], page, which);
        });
    }
    if (options.programme.empty() && !stop.stop_requested()) {
        try {
            passage.summary().rated_shoppers = rate_after_publishing(workspace, progress, stop);
        } catch (const std::exception& error) {
            passage.summary().problems.push_back(
                make_label("cotes des clients mystères : {}", "ratings of the shoppers: {}", message_of(error)));
        }
    }
    passage.summary().expired_reworks = expired;
    return std::move(passage.summary());
}

AssessSummary assess_pending(Workspace& workspace, const ProgressSink& progress, const std::stop_token& stop) {
    return assess_pending(workspace, AssessOptions{}, progress, stop);
}

AssessSummary assess_report(Workspace& workspace, const std::string& report_id) {
    const auto status = store::load_report_status(workspace.database(), report_id);
    if (!status) throw LabelledError(no_report(report_id));
    AssessSummary summary;
    Assessor assessor(workspace);
    const Assessor::Result result = assessor.assess({report_id, status->revision});
    add(summary, result);
    store::save_assessments(workspace.database(), result.revision, workspace.user());
    workspace.changes().announce({Change::Kind::assessed, report_id});
    return summary;
}

}  // namespace relis::review

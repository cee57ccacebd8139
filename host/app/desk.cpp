#include "app/desk.h"

#include "app/this_moment.h"

namespace relis::app {
namespace {

class WorkspaceDesk final : public Desk {
  public:
    explicit WorkspaceDesk(review::Workspace& workspace)
        : workspace_(workspace), at_report_(make_report_desk(workspace)), batch_(make_batch_desk(workspace)) {}

    const std::string& user() const override { return workspace_.user(); }
    Moment now() const override { return this_moment(); }
    review::Changes& changes() override { return workspace_.changes(); }

    review::QueuePage page(const review::QueueQuery& query, const std::string& after, std::size_t limit) override {
        return review::queue_page(workspace_, query, after, limit);
    }
    std::uint64_t count(const review::QueueQuery& query) override { return review::queue_count(workspace_, query); }
    std::vector<review::ProgrammeName> programmes() override { return review::programmes(workspace_); }

    review::ReportDetails load(const std::string& report_id) override {
        return review::load_report(workspace_, report_id);
    }
    std::string claim(const std::string& report_id) override {
        return review::claim(workspace_, report_id).value_or("");
    }
    void release(const std::string& report_id) override { review::release(workspace_, report_id); }

    review::DecisionResult decide(const review::DecisionRequest& request) override {
        return review::decide(workspace_, request);
    }
    review::DecisionResult undo(const std::string& report_id) override {
        return review::undo_decision(workspace_, report_id);
    }
    std::string prefilled_message(const review::ReportDetails& details, Decision decision) override {
        return review::prefilled_message(details, decision);
    }
    Moment default_rework_due() override { return review::default_rework_due(now()); }

    review::ImportSummary import(const std::filesystem::path& path, const review::ProgressSink& progress,
                                 std::stop_token stop) override {
        return review::import_path(workspace_, path, {}, progress, std::move(stop));
    }
    review::AssessSummary assess(const review::ProgressSink& progress, std::stop_token stop) override {
        return review::assess_pending(workspace_, progress, stop);
    }

    std::vector<review::PluginStatus> plugins() override { return workspace_.plugin_status(); }
    void retry_plugin(const std::filesystem::path& path) override { workspace_.retry_plugin(path); }

    ReportDesk& at_report() override { return *at_report_; }
    BatchDesk& batch() override { return *batch_; }

  private:
    review::Workspace& workspace_;
    std::unique_ptr<ReportDesk> at_report_;
    std::unique_ptr<BatchDesk> batch_;
};

}  // namespace

std::unique_ptr<Desk> make_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceDesk>(workspace);
}

}  // namespace relis::app

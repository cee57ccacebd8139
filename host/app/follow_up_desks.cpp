#include "app/follow_up_desks.h"

#include <chrono>

#include "app/this_moment.h"
#include "review/reminders.h"

namespace relis::app {

namespace {

class WorkspaceReworkDesk final : public ReworkDesk {
  public:
    WorkspaceReworkDesk(review::Workspace& workspace, const WordsFile& words) : workspace_(workspace), words_(words) {}
    Moment now() const override { return this_moment(); }
    std::vector<review::AskedRework> waiting() override {
        return review::waiting_reworks(workspace_, review::ReworksWanted::open);
    }
    std::string reminder(const std::string& report_id) override {
        return review::reminder_text(workspace_, report_id, words_.words());
    }
    review::ReworkResult keep_reminder(const std::string& report_id, bool again) override {
        return review::keep_reminder(workspace_, report_id, again);
    }
    review::GivenReminder mail_reminder(const std::string& report_id, bool again) override {
        return review::mail_reminder(workspace_, report_id, words_.words(), again);
    }
    std::vector<std::string> expire() override { return review::expire_reworks(workspace_); }
    std::vector<review::LibraryRemark> library() override { return review::remark_library(workspace_); }
    review::ReworkResult put(const review::LibraryRemark& remark) override {
        return review::put_remark(workspace_, remark);
    }
    review::ReworkResult remove(const std::string& id) override { return review::remove_remark(workspace_, id); }

  private:
    review::Workspace& workspace_;
    const WordsFile& words_;
};

class WorkspaceTiersDesk final : public TiersDesk {
  public:
    explicit WorkspaceTiersDesk(review::Workspace& workspace) : workspace_(workspace) {}
    std::vector<review::ShopperTier> tiers() override { return review::shopper_tiers(workspace_); }
    std::vector<review::TierProposal> proposals() override { return review::tier_proposals(workspace_); }
    std::vector<review::RatingMismatch> mismatches() override { return review::verify_ratings(workspace_); }
    review::TierResult withdraw(const std::string& shopper_id, const std::string& reason) override {
        return review::withdraw_shopper(workspace_, shopper_id, reason);
    }
    review::TierResult reinstate(const std::string& shopper_id, const std::string& reason) override {
        return review::reinstate_shopper(workspace_, shopper_id, reason);
    }
    review::TierResult refuse(const review::TierProposal& proposal, const std::string& reason) override {
        return review::refuse_proposal(workspace_, proposal, reason);
    }

  private:
    review::Workspace& workspace_;
};

class WorkspaceOutboxDesk final : public OutboxDesk {
  public:
    WorkspaceOutboxDesk(review::Workspace& workspace, WordsFile& words) : workspace_(workspace), words_(words) {}
    void use_words(const std::string& file) override { words_.set(file); }
    std::vector<review::OutboxMail> mails() override { return review::outbox_mails(workspace_); }
    review::SendSummary send(const OutboxSettings& settings, const std::string& password,
                             const std::optional<review::MonthToSend>& month, const review::ProgressSink& progress,
                             const std::stop_token& stop) override {
        review::SendOptions options;
        options.month = month;
        options.words = words_.words();
        std::unique_ptr<review::Delivery> delivery;
        if (settings.by_mail) {
            review::SmtpServer server;
            server.url = settings.url;
            server.user = settings.user;
            server.password = password;
            server.sender = options.words.sender_address;
            server.plain = settings.plain;
            delivery = review::smtp_delivery(server);
        } else {
            delivery = review::folder_delivery(settings.folder);
        }
        return review::send_feedback(workspace_, *delivery, options, progress, stop);
    }
    void settle(std::int64_t mail) override { review::settle_as_sent(workspace_, mail); }
    void retry(std::int64_t mail) override { review::post_again(workspace_, mail, words_.words()); }
    review::FeedbackFiles month(const std::string& shopper_id, std::chrono::year_month month,
                                const std::filesystem::path& folder) override {
        review::FeedbackFileOptions options;
        options.words = words_.words();
        options.forms = {review::FeedbackForm::html, review::FeedbackForm::text, review::FeedbackForm::pdf};
        return review::write_month(workspace_, shopper_id, month, folder, options);
    }

  private:
    review::Workspace& workspace_;
    WordsFile& words_;
};

}  // namespace

FollowUpDesks make_follow_up_desks(review::Workspace& workspace, WordsFile& words) {
    return {std::make_unique<WorkspaceReworkDesk>(workspace, words), std::make_unique<WorkspaceTiersDesk>(workspace),
            std::make_unique<WorkspaceOutboxDesk>(workspace, words)};
}

}  // namespace relis::app

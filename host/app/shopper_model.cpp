#include "app/shopper_model.h"

#include <algorithm>
#include <utility>

namespace relis::app {

namespace {

class WorkspaceShopperDesk final : public ShopperDesk {
  public:
    explicit WorkspaceShopperDesk(review::Workspace& workspace) : workspace_(workspace) {}

    review::ShopperFile file(const std::string& shopper_id) override {
        return review::load_shopper_file(workspace_, shopper_id);
    }
    FeedbackPreview feedback(const std::string& report_id) override {
        const review::ReportDetails details = review::load_report(workspace_, report_id);
        FeedbackPreview preview;
        preview.report_id = report_id;
        preview.decided = review::compose_feedback(details).has_value();
        const auto feedback =
            review::compose_feedback(details, review::FeedbackScope::with_previews,
                                     review::feedback_background(workspace_, details, review::feedback_words()));
        if (feedback) {
            const review::Sheet sheet = review::sheet_of(*feedback);
            preview.text = review::text_of(sheet);
            preview.html = review::html_of(sheet);
        }
        return preview;
    }

  private:
    review::Workspace& workspace_;
};

}  // namespace

std::unique_ptr<ShopperDesk> make_shopper_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceShopperDesk>(workspace);
}

ShopperModel::ShopperModel(ShopperDesk& desk, Background& background) : desk_(desk), background_(background) {}

void ShopperModel::open(const std::string& shopper_id) {
    if (shopper_id != shopper_id_) {
        file_.reset();
        shopper_id_ = shopper_id;
    }
    refresh();
}

void ShopperModel::refresh() {
    request_.ask(
        background_,
        [&desk = desk_, shopper_id = shopper_id_](const std::stop_token&) { return desk.file(shopper_id); },
        [this](review::ShopperFile file) {
            file_ = std::move(file);
            error_ = {};
            notifier_.tell();
        },
        [this](const Label& what) {
            error_ = what;
            notifier_.tell();
        });
}

}  // namespace relis::app

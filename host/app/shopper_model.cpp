#include "app/shopper_model.h"

#include <algorithm>
#include <utility>

#include "label/labelled_error.h"
#include "review/feedback_files.h"
#include "review/input_file.h"
#include "review/precheck.h"

namespace relis::app {

namespace {

class WorkspaceShopperDesk final : public ShopperDesk {
  public:
    WorkspaceShopperDesk(review::Workspace& workspace, const WordsFile& words) : workspace_(workspace), words_(words) {}

    review::ShopperFile file(const std::string& shopper_id) override {
        return review::load_shopper_file(workspace_, shopper_id);
    }
    FeedbackPreview feedback(const std::string& report_id,
                             const std::optional<review::DecisionRecord>& planned) override {
        const review::FeedbackFileOptions decided = options();
        if (!planned) {
            if (const auto page = review::feedback_page(workspace_, report_id, decided)) {
                return preview(*page, FeedbackPreview::Standing::decided);
            }
        }
        review::FeedbackFileOptions any = decided;
        any.scope = review::FeedbackScope::with_previews;
        const auto page = review::feedback_page(workspace_, report_id, any, planned);
        return page
                   ? preview(*page, planned ? FeedbackPreview::Standing::planned : FeedbackPreview::Standing::undecided)
                   : FeedbackPreview{};
    }
    FeedbackPreview month(const std::string& shopper_id, std::chrono::year_month month) override {
        const auto page = review::month_page(workspace_, shopper_id, month, options());
        return page ? preview(*page, FeedbackPreview::Standing::decided) : FeedbackPreview{};
    }
    FeedbackPreview draft(const DraftFile& draft) override {
        review::PrecheckOptions options;
        options.questionnaire = draft.questionnaire;
        options.attachments = std::filesystem::absolute(draft.file).parent_path();
        const review::Precheck checked = review::precheck(workspace_, review::content_of(draft.file), options);
        FeedbackPreview preview =
            laid_out(review::sheet_of(checked), checked.nothing_to_do() ? FeedbackPreview::Standing::draft_ready
                                                                        : FeedbackPreview::Standing::draft_to_correct);
        preview.stem = draft.file.stem().string();
        preview.subject = checked.details.questionnaire.title;
        preview.no_mail = {"la vérification d'un brouillon ne part pas par courriel ; enregistrez la page",
                           "the check of a draft is not sent by mail; save the page"};
        return preview;
    }
    std::vector<std::chrono::year_month> months(const std::string& shopper_id) override {
        return review::feedback_months(workspace_, shopper_id);
    }

  private:
    [[nodiscard]] review::FeedbackFileOptions options() const {
        review::FeedbackFileOptions options;
        options.words = words_.words();
        return options;
    }

    static FeedbackPreview laid_out(const review::Sheet& sheet, FeedbackPreview::Standing standing) {
        FeedbackPreview preview;
        preview.standing = standing;
        preview.pages = review::pages_of(sheet);
        preview.pdf = review::pdf_of(sheet);
        preview.text = review::text_of(sheet);
        preview.html = review::html_of(sheet);
        return preview;
    }

    FeedbackPreview preview(const review::FeedbackPage& page, FeedbackPreview::Standing standing) {
        FeedbackPreview preview = laid_out(page.sheet, standing);
        preview.stem = page.stem;
        preview.subject = page.subject;
        try {
            const review::Mail mail = review::mail_of(workspace_, page, words_.words());
            preview.from = in_words(mail.from);
            preview.to = in_words(mail.to);
            preview.mail = review::eml_of(mail);
        } catch (const LabelledError& error) {
            preview.no_mail = error.message();
        }
        return preview;
    }

    static std::string in_words(const review::MailAddress& address) {
        return address.name.empty() ? address.address : address.name + " <" + address.address + ">";
    }

    review::Workspace& workspace_;
    const WordsFile& words_;
};

}  // namespace

std::unique_ptr<ShopperDesk> make_shopper_desk(review::Workspace& workspace, const WordsFile& words) {
    return std::make_unique<WorkspaceShopperDesk>(workspace, words);
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

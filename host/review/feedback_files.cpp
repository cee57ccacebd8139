#include "review/feedback_files.h"

#include <fstream>

#include <fmt/format.h>

#include "feedback_mail.h"
#include "french_text.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "review/shoppers.h"
#include "store/decisions.h"
#include "store/reports.h"
#include "store/roster.h"
#include "store_types.h"

namespace relis::review {

namespace {

void make_folder(const std::filesystem::path& folder) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (error || !std::filesystem::is_directory(folder)) {
        throw LabelledError(make_label("impossible de créer le dossier {} : nommez-en un autre",
                                       "cannot create the folder {}: name another", folder.string()));
    }
}

/// Writes one page in the forms asked for.
class Writer {
  public:
    Writer(Workspace& workspace, const std::filesystem::path& folder, const FeedbackFileOptions& options)
        : workspace_(workspace), folder_(folder), options_(options) {
        make_folder(folder);
    }

    FeedbackFiles files;

    void write(const FeedbackPage& page) {
        for (const FeedbackForm form : options_.forms) {
            switch (form) {
                case FeedbackForm::html:
                    write_file(page.stem + ".html", html_of(page.sheet));
                    break;
                case FeedbackForm::text:
                    write_file(page.stem + ".txt", text_of(page.sheet));
                    break;
                case FeedbackForm::pdf:
                    write_file(page.stem + ".pdf", pdf_of(page.sheet));
                    break;
                case FeedbackForm::mail:
                    write_file(page.stem + ".eml", eml_of(mail_of(workspace_, page, options_.words)));
                    break;
            }
        }
    }

    void write_one(const std::string& id) {
        if (const auto page = feedback_page(workspace_, id, options_)) {
            write(*page);
        } else {
            ++files.without_decision;
        }
    }

  private:
    void write_file(const std::string& name, const std::string& content) {
        const std::filesystem::path path = folder_ / name;
        std::ofstream out(path, std::ios::binary);
        out << content;
        out.close();
        if (!out) {
            throw LabelledError(make_label("impossible d'écrire {} : y a-t-il de la place, et en avez-vous le droit ?",
                                           "cannot write {}: is there room, and may you write there?", path.string()));
        }
        files.written.push_back(path);
    }

    Workspace& workspace_;
    std::filesystem::path folder_;
    FeedbackFileOptions options_;
};

}  // namespace

FeedbackForm feedback_form(const std::string& name) {
    if (name == "html") return FeedbackForm::html;
    if (name == "text" || name == "txt") return FeedbackForm::text;
    if (name == "eml") return FeedbackForm::mail;
    if (name == "pdf") return FeedbackForm::pdf;
    throw LabelledError(make_label("la forme {} n'existe pas : html, text, eml ou pdf",
                                   "there is no form {}: html, text, eml or pdf", name));
}

FeedbackFiles write_feedback(Workspace& workspace, const std::vector<std::string>& report_ids,
                             const std::filesystem::path& folder, const FeedbackFileOptions& options) {
    Writer writer(workspace, folder, options);
    if (!report_ids.empty()) {
        for (const std::string& id : report_ids) {
            writer.write_one(id);
        }
        return std::move(writer.files);
    }
    std::vector<ReportState> states{ReportState::accepted, ReportState::rework_requested, ReportState::reassigned,
                                    ReportState::surplus};
    if (options.scope == FeedbackScope::with_previews) {
        states.push_back(ReportState::assessed);
    }
    for (const ReportState state : states) {
        QueueQuery query;
        query.state = state;
        std::string after;
        do {
            const QueuePage page = queue_page(workspace, query, after);
            for (const QueueRow& row : page.rows) {
                writer.write_one(row.report_id);
            }
            after = page.next;
        } while (!after.empty());
    }
    return std::move(writer.files);
}

std::optional<FeedbackPage> feedback_page(Workspace& workspace, const std::string& report_id,
                                          const FeedbackFileOptions& options,
                                          const std::optional<DecisionRecord>& planned) {
    ReportDetails details = load_report(workspace, report_id);
    if (planned) {
        details.decisions.push_back(*planned);
        details.decisions.back().revision = details.report.revision;
    }
    const auto feedback =
        compose_feedback(details, options.scope, feedback_background(workspace, details, options.words));
    if (!feedback) {
        return std::nullopt;
    }
    return FeedbackPage{safe_file_name(feedback->report_id) + "-r" + std::to_string(feedback->revision),
                        feedback->shopper_id, feedback->subject, sheet_of(*feedback)};
}

Mail mail_of(Workspace& workspace, const FeedbackPage& page, const FeedbackWords& words) {
    return feedback_mail(workspace, page.sheet, page.shopper_id, page.subject, page.stem, words);
}

FeedbackFiles write_month(Workspace& workspace, const std::string& shopper_id, std::chrono::year_month month,
                          const std::filesystem::path& folder, const FeedbackFileOptions& options) {
    Writer writer(workspace, folder, options);
    if (const auto page = month_page(workspace, shopper_id, month, options)) {
        writer.write(*page);
    }
    return std::move(writer.files);
}

}  // namespace relis::review

#include "review/feedback_files.h"

#include <algorithm>
#include <charconv>
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

std::chrono::year_month month_of(const Moment& moment) {
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(moment.local())};
    return date.year() / date.month();
}

/// The month in which the decision that stands on a report's current revision was made; nothing where there is none.
std::optional<std::chrono::year_month> month_of_decision(Workspace& workspace, const store::ReportStatus& status) {
    std::optional<std::chrono::year_month> month;
    for (const store::DecisionRecord& decision : store::list_decisions(workspace.database(), status.report_id)) {
        if (!decision.undone_at && decision.revision == status.revision) {
            month = month_of(decision.at);
        }
    }
    return month;
}

template <typename Visit>
void for_each_report(Workspace& workspace, const std::string& shopper_id, const Visit& visit) {
    static_cast<void>(load_shopper(workspace, shopper_id));  // says so where there is none
    store::PageRequest request;
    do {
        const auto page = store::list_shopper_reports(workspace.database(), shopper_id, request);
        std::ranges::for_each(page.rows, visit);
        request.after = page.next;
    } while (!request.after.empty());
}

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

std::optional<FeedbackPage> month_page(Workspace& workspace, const std::string& shopper_id,
                                       std::chrono::year_month month, const FeedbackFileOptions& options) {
    std::vector<std::pair<Moment, Feedback>> dated;
    for_each_report(workspace, shopper_id, [&](const store::ReportStatus& status) {
        if (month_of_decision(workspace, status) != month) {
            return;
        }
        const ReportDetails details = load_report(workspace, status.report_id);
        if (auto feedback = compose_feedback(details, FeedbackScope::decided_only,
                                             feedback_background(workspace, details, options.words))) {
            dated.emplace_back(details.report.submitted_at.value_or(Moment{}), std::move(*feedback));
        }
    });
    if (dated.empty()) {
        return std::nullopt;
    }
    std::ranges::stable_sort(dated, {}, &std::pair<Moment, Feedback>::first);
    std::vector<Feedback> reports;
    reports.reserve(dated.size());
    for (auto& [when, feedback] : dated) {
        reports.push_back(std::move(feedback));
    }
    const std::string title = "Vos rapports de " + french_month(month);
    return FeedbackPage{safe_file_name(shopper_id) + "-" + text_of(month), shopper_id, title, sheet_of(reports, title)};
}

std::vector<std::chrono::year_month> feedback_months(Workspace& workspace, const std::string& shopper_id) {
    std::vector<std::chrono::year_month> months;
    for_each_report(workspace, shopper_id, [&](const store::ReportStatus& status) {
        if (const auto month = month_of_decision(workspace, status)) {
            months.push_back(*month);
        }
    });
    std::ranges::sort(months, std::greater<>());
    months.erase(std::ranges::unique(months).begin(), months.end());
    return months;
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

std::string text_of(std::chrono::year_month month) {
    return fmt::format("{:04}-{:02}", static_cast<int>(month.year()), static_cast<unsigned>(month.month()));
}

std::chrono::year_month month_from(const std::string& text) {
    int year = 0;
    unsigned month = 0;
    const char* const end = text.data() + text.size();
    const bool shaped = text.size() == 7 && text[4] == '-' &&
                        std::from_chars(text.data(), text.data() + 4, year).ptr == text.data() + 4 &&
                        std::from_chars(text.data() + 5, end, month).ptr == end;
    const std::chrono::year_month result = std::chrono::year{year} / std::chrono::month{month};
    if (!shaped || !result.ok()) {
        throw LabelledError(make_label("« {} » n'est pas un mois : écrivez par exemple 2026-06",
                                       "\"{}\" is no month: write 2026-06, for example", text));
    }
    return result;
}

}  // namespace relis::review

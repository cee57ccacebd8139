// An appeal in words, as the window shows it.
#include "app/appeals_model.h"
#include "app/text.h"
#include "app/words.h"
#include "document_parts.h"

namespace relis::app {

namespace {

constexpr int section_space = 18;
constexpr int line_space = 4;
constexpr std::size_t end_of_text = static_cast<std::size_t>(-1);

Paragraph heading(const wxString& text) {
    Paragraph made = paragraph({span(text, Face::heading, Ink::accent)}, 0, section_space);
    made.rule = true;
    return made;
}

Paragraph muted(const wxString& text) {
    return paragraph({span(text, Face::small, Ink::muted)}, 0, line_space);
}

/// The answer that the finding is about, its passage marked.
Paragraph answer_with_passage(const review::AppealDetails& details) {
    const review::Appeal& appeal = details.appeal;
    if (appeal.start >= appeal.end) {
        return paragraph({span(details.context)}, 0, line_space);
    }
    Span passage = span(slice(details.context, appeal.start, appeal.end), Face::bold);
    passage.fill = Fill::match;
    return paragraph({span(slice(details.context, 0, appeal.start)), std::move(passage),
                      span(slice(details.context, appeal.end, end_of_text))},
                     0, line_space);
}

void add_contested(Document& document, const review::AppealDetails& details) {
    const review::Appeal& appeal = details.appeal;
    document.paragraphs.push_back(heading(_("What is contested")));
    document.paragraphs.push_back(paragraph({span(contested(appeal), Face::bold)}, 0, line_space));
    if (!appeal.message.empty()) {
        document.paragraphs.push_back(paragraph({span(appeal.message)}, 0, line_space));
    }
    if (!details.question_label.empty()) {
        document.paragraphs.push_back(muted(shown(details.question_label)));
    }
    if (!details.context.empty()) {
        document.paragraphs.push_back(answer_with_passage(details));
    }
    if (appeal.subject == review::AppealSubject::decision) {
        for (const std::string& reason : details.because) {
            document.paragraphs.push_back(paragraph({span(reason)}, 0, line_space));
        }
        return;
    }
    wxString stands = wxString::Format(_("The score stands at %s."), score(details.score));
    if (appeal.score_before != details.score) {
        stands += " " + wxString::Format(_("When the appeal came it was %s."), score(appeal.score_before));
    }
    document.paragraphs.push_back(muted(stands + " " + shown(details.reason)));
}

wxString name_of(review::AppealState state) {
    switch (state) {
        case review::AppealState::upheld:
            return _("Upheld");
        case review::AppealState::partly_upheld:
            return _("Upheld in part");
        default:
            return _("Dismissed");
    }
}

void add_answer(Document& document, const review::Appeal& appeal) {
    document.paragraphs.push_back(heading(_("The answer")));
    const Ink ink = appeal.state == review::AppealState::dismissed ? Ink::bad : Ink::good;
    std::vector<Span> spans{span(name_of(appeal.state), Face::bold, ink)};
    if (appeal.score_before && appeal.score_after) {
        spans.push_back(
            span("  " + score(appeal.score_before) + wxString::FromUTF8(" → ") + score(appeal.score_after)));
    }
    document.paragraphs.push_back(paragraph(std::move(spans), 0, line_space));
    document.paragraphs.push_back(paragraph({span(appeal.answer)}, 0, line_space));
    document.paragraphs.push_back(
        muted(wxString::Format(_("by %s on %s"), shown(appeal.handler), clock(appeal.closed_at.value_or(Moment{})))));
}

}  // namespace

std::string contested(const review::Appeal& appeal) {
    switch (appeal.subject) {
        case review::AppealSubject::score:
            return to_utf8(
                wxString::Format(_("score of %s (%s)"), name_of_plugin(appeal.plugin), score(appeal.score_before)));
        case review::AppealSubject::finding:
            return to_utf8(with_colon(name_of_plugin(appeal.plugin))) +
                   (appeal.passage.empty() ? appeal.rule : "« " + appeal.passage + " »");
        case review::AppealSubject::decision:
            break;
    }
    return to_utf8(_("the decision"));
}

Document appeal_document(const review::AppealDetails& details) {
    const review::Appeal& appeal = details.appeal;
    Document document;
    document.paragraphs.push_back(
        paragraph({span(wxString::Format(_("Appeal %lld"), static_cast<long long>(appeal.id)), Face::title)}));
    document.paragraphs.push_back(muted(shown(details.report.shopper_name) + wxString::FromUTF8("  ·  ") +
                                        shown(details.report.row.site) + wxString::FromUTF8("  ·  ") +
                                        shown(appeal.report_id)));
    if (!details.may_not_answer.en.empty() && !appeal.answered()) {
        Paragraph refusal = paragraph({span(shown(details.may_not_answer), Face::bold, Ink::bad)}, 0, section_space);
        document.paragraphs.push_back(std::move(refusal));
    }
    if (!details.current) {
        document.paragraphs.push_back(
            paragraph({span(_("A further revision came in since: the contested one alone is corrected."), Face::body,
                            Ink::warning)},
                      0, line_space));
    }
    document.paragraphs.push_back(heading(_("In the shopper's words")));
    document.paragraphs.push_back(paragraph({span(appeal.text)}, 0, line_space));
    document.paragraphs.push_back(
        muted(wxString::Format(_("entered by %s on %s, answer due on %s"), shown(appeal.entered_by),
                               clock(appeal.filed_at), clock(appeal.due_at))));
    if (appeal.state == review::AppealState::taken) {
        document.paragraphs.push_back(muted(wxString::Format(_("in hand of %s"), shown(appeal.handler))));
    }
    add_contested(document, details);
    if (appeal.answered()) {
        add_answer(document, appeal);
    }
    return document;
}

}  // namespace relis::app

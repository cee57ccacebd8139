#include "app/follow_up_document.h"

#include <algorithm>
#include <iterator>

#include "app/words.h"
#include "document_parts.h"

namespace relis::app {

namespace {

constexpr std::size_t head_of_report = 4;     // title, place, shopper, times
constexpr std::size_t head_of_revisions = 2;  // title, the key that leads back

void insert(Document& document, std::size_t place, std::vector<Paragraph> paragraphs) {
    const auto at =
        document.paragraphs.begin() + static_cast<std::ptrdiff_t>(std::min(place, document.paragraphs.size()));
    document.paragraphs.insert(at, std::make_move_iterator(paragraphs.begin()),
                               std::make_move_iterator(paragraphs.end()));
}

wxString headline_of(const review::Intervention& standing) {
    using Kind = review::Intervention::Kind;
    switch (standing.kind) {
        case Kind::hold:
            return wxString::Format(_("On hold until %s"), clock(standing.until.value_or(standing.at)));
        case Kind::withdrawal:
            return _("Withdrawn");
        case Kind::surplus:
            break;
    }
    return _("Kept as a surplus visit");
}

Paragraph told(std::vector<Span> spans) {
    Paragraph made = paragraph(std::move(spans), 0, 4);
    made.fill = Fill::card;
    return made;
}

std::size_t answered_of(const review::RevisionChanges& changes) {
    return static_cast<std::size_t>(std::ranges::count(changes.reasons, true, &review::AnsweredReason::answered));
}

wxString question_of(const ReportPage& page, const std::string& question) {
    const Question* const asked = page.details.questionnaire.find(question);
    return asked != nullptr ? shown(asked->label) : question.empty() ? _("the report as a whole") : shown(question);
}

Paragraph heading(const wxString& text) {
    Paragraph made = paragraph({span(text, Face::heading, Ink::accent)}, 0, 16);
    made.rule = true;
    return made;
}

Paragraph reason_line(const ReportPage& page, const review::AnsweredReason& asked) {
    const Ink ink = asked.answered ? Ink::good : Ink::warning;
    const wxString symbol = wxString::FromUTF8(asked.answered ? "✔  " : "⚑  ");
    const wxString fate = asked.answered ? _("answered") : _("not answered");
    Span where = span(with_colon(question_of(page, asked.reason.question)), Face::small, Ink::muted);
    Paragraph made = paragraph(
        {span(symbol + fate + "  ", Face::bold, ink), std::move(where), span(shown(asked.reason.text))}, 0, 3);
    return made;
}

Paragraph outdated_line(const ReportPage& page, const review::OutdatedJudgement& judgement) {
    using Kind = review::OutdatedJudgement::Kind;
    const wxString what = judgement.kind == Kind::dismissed ? _("set aside")
                          : judgement.kind == Kind::waived  ? _("let pass in spite of a veto")
                          : judgement.kind == Kind::score   ? _("another score")
                                                            : _("client's copy edited");
    wxString about = question_of(page, judgement.question);
    if (!judgement.about.empty()) {
        about += wxString::FromUTF8(" · ") + shown(judgement.about);
    }
    wxString by = wxString::Format(_("revision %d, %s"), judgement.revision, shown(judgement.by));
    if (!judgement.reason.empty()) {
        by = with_colon(by) + shown(judgement.reason);
    }
    const wxString now = judgement.text_changed ? _("the answer reads otherwise now")
                                                : _("the answer is the same: it can be said again");
    return paragraph(
        {span(wxString::FromUTF8("⊘  ") + what + "  ", Face::bold, Ink::muted),
         span(about + wxString::FromUTF8("  ·  "), Face::small), span(by, Face::small, Ink::muted),
         span(wxString::FromUTF8("  ·  ") + now, Face::small, judgement.text_changed ? Ink::muted : Ink::accent)},
        0, 3);
}

}  // namespace

void add_standing(Document& report, const ReportPage& page, const std::optional<Beside>& beside, const Moment& now) {
    std::vector<Paragraph> made;
    if (const auto& standing = page.details.intervention) {
        const bool due = standing->until && *standing->until <= now;
        std::vector<Span> spans{span(headline_of(*standing), Face::bold, due ? Ink::warning : Ink::accent)};
        if (due) {
            spans.push_back(span("  " + _("the date has come: look again"), Face::body, Ink::warning));
        }
        spans.push_back(span(with_colon(wxString::FromUTF8("  ·  ") + shown(standing->by) + ", " + clock(standing->at)),
                             Face::small, Ink::muted));
        spans.push_back(span(shown(standing->reason)));
        spans.push_back(span("   " + _("Ctrl+Shift+Z takes it back"), Face::small, Ink::muted));
        made.push_back(told(std::move(spans)));
    }
    if (beside && beside->changes && (!beside->changes->reasons.empty() || !beside->changes->outdated.empty())) {
        const review::RevisionChanges& changes = *beside->changes;
        std::vector<Span> spans;
        if (!changes.reasons.empty()) {
            const std::size_t answered = answered_of(changes);
            const bool all = answered == changes.reasons.size();
            spans.push_back(
                span(wxString::Format(_("Rework: %zu of %zu remarks answered"), answered, changes.reasons.size()),
                     Face::bold, all ? Ink::good : Ink::warning));
            if (changes.late) {
                spans.push_back(span(", " + _("late"), Face::body, Ink::warning));
            }
        }
        if (const auto outdated = static_cast<unsigned>(changes.outdated.size()); outdated > 0) {
            spans.push_back(
                span((spans.empty() ? wxString() : wxString::FromUTF8("  ·  ")) +
                     wxString::Format(wxPLURAL("%u judgement is outdated", "%u judgements are outdated", outdated),
                                      outdated)));
        }
        Span more = span("   " + _("show (V)"), Face::small, Ink::accent);
        more.target = Target{{}, {}, Target::Act::revisions};
        spans.push_back(std::move(more));
        made.push_back(told(std::move(spans)));
    }
    insert(report, head_of_report, std::move(made));
}

void add_answers(Document& revisions, const ReportPage& page, const std::optional<Beside>& beside) {
    if (!beside || !beside->changes) {
        return;
    }
    const review::RevisionChanges& changes = *beside->changes;
    std::vector<Paragraph> made;
    if (changes.rework) {
        made.push_back(heading(_("What was asked")));
        const wxString line = wxString::Format(_("by %s on %s, due %s"), shown(changes.rework->by),
                                               clock(changes.rework->asked_at), clock(changes.rework->due)) +
                              (changes.late ? wxString::FromUTF8("  ·  ") + _("the answer came late") : wxString());
        made.push_back(paragraph({span(line, Face::small, changes.late ? Ink::warning : Ink::muted)}, 0, 2));
        // what is still open first: that is what the reviewer looks for
        for (const bool answered : {false, true}) {
            for (const review::AnsweredReason& reason : changes.reasons) {
                if (reason.answered == answered) {
                    made.push_back(reason_line(page, reason));
                }
            }
        }
    }
    if (!changes.outdated.empty()) {
        made.push_back(heading(_("Judgements of older revisions, outdated")));
        for (const review::OutdatedJudgement& judgement : changes.outdated) {
            made.push_back(outdated_line(page, judgement));
        }
    }
    insert(revisions, head_of_revisions, std::move(made));
}

}  // namespace relis::app

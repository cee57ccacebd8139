#include <algorithm>

#include "app/desk.h"
#include "app/report_document.h"
#include "app/words.h"
#include "document_parts.h"

namespace relis::app {
namespace {

constexpr std::size_t most_lines_of_a_score = 60;

/// Where a reason points: the finding of its rule, else the question.
std::optional<Target> target_of(const ReportPage& page, const Reason& reason) {
    for (std::size_t i = 0; i < page.findings.size(); ++i) {
        const ShownFinding& shown_one = page.findings[i];
        const bool same_question = reason.question.empty() || shown_one.finding.question == reason.question;
        if (!reason.rule.empty() && shown_one.plugin == reason.plugin && shown_one.finding.rule == reason.rule &&
            same_question) {
            return Target{i, {}};
        }
    }
    if (reason.question.empty()) return std::nullopt;
    return Target{{}, reason.question};
}

void add_recommendation(Document& document, const ReportPage& page) {
    const Recommendation& recommendation = page.details.recommendation;
    document.paragraphs.push_back(paragraph({span(_("Recommendation"), Face::small, Ink::muted)}));
    if (recommendation.decision) {
        const Ink ink = *recommendation.decision == Decision::accept   ? Ink::good
                        : *recommendation.decision == Decision::rework ? Ink::warning
                                                                       : Ink::bad;
        document.paragraphs.push_back(paragraph({span(name_of(*recommendation.decision), Face::title, ink)}));
    } else {
        document.paragraphs.push_back(paragraph({span(_("none"), Face::title, Ink::muted)}));
    }
    if (recommendation.reasons.empty()) {
        document.paragraphs.push_back(
            paragraph({span(_("The report has not been assessed yet."), Face::body, Ink::muted)}, 0, 4));
    }
    for (const review::EarlierResult& earlier : page.details.earlier) {
        const wxString words =
            wxString::Format(_("%s: from the assessment of %s, since the plugin could not be called at the last one"),
                             name_of_plugin(earlier.plugin), clock(earlier.made_at));
        document.paragraphs.push_back(paragraph({span(words, Face::small, Ink::warning)}, 0, 4));
    }
    const bool open = waits_for_decision(page.details.row.state);
    for (const Reason& reason : recommendation.reasons) {
        const std::optional<Target> target = target_of(page, reason);
        Span words = span(shown(reason.text), Face::body, target ? Ink::accent : Ink::text);
        words.target = target;
        document.paragraphs.push_back(paragraph({span(wxString::FromUTF8("• ")), std::move(words)}, 0, 4));
    }
    if (open && !review::vetoes(page.details).empty()) {
        Span waive = span(_("Let it pass with a reason (W)"), Face::small, Ink::accent);
        waive.target = Target{{}, {}, Target::Act::waive};
        document.paragraphs.push_back(paragraph({std::move(waive)}, 12, 4));
    }
    for (const review::DismissedFinding& finding : page.details.dismissed) {
        if (!finding.waived) continue;
        document.paragraphs.push_back(
            paragraph({span(wxString::FromUTF8("⊘ ") +
                                wxString::Format(_("waived by %s: %s"), shown(finding.by), shown(finding.reason)),
                            Face::small, Ink::muted)},
                      0, 4));
    }
}

/// A person's score beside the machine's, with the reason for the difference.
void add_given(Document& document, const review::ScoreOverride& given, bool open) {
    const wxString who = wxString::Format(_("given by %s, %s"), shown(given.by), clock(given.at));
    const wxString machine = given.machine ? wxString::Format(_("the machine: %s"), number(*given.machine))
                                           : _("the machine had not judged");
    document.paragraphs.push_back(paragraph(
        {span(who, Face::small, Ink::accent), span(wxString::FromUTF8("  ·  ") + machine, Face::small)}, 0, 4));
    document.paragraphs.push_back(
        paragraph({span(wxString::FromUTF8("« ") + shown(given.reason) + wxString::FromUTF8(" »"))}, 0, 2));
    if (!open) return;
    Span back = span(_("Let the machine's score stand"), Face::small, Ink::accent);
    back.target = Target{{}, given.criterion, Target::Act::restore_score};
    document.paragraphs.push_back(paragraph({std::move(back)}, 0, 2));
}

void add_score(Document& document, const ScoreCard& card, std::optional<std::size_t> current, bool open) {
    std::vector<Span> head{span(name_of_plugin(card.plugin) + "   ", Face::heading)};
    if (card.score) {
        head.push_back(span(number(*card.score), Face::title));
        head.push_back(span(wxString(" / 5"), Face::body, Ink::muted));
    } else {
        head.push_back(span(card.state == AssessmentState::failed && card.assessed ? _("failed") : _("not judged"),
                            Face::heading, Ink::muted));
    }
    if (open && card.assessed) {
        Span change = span("     " + _("another score (O)"), Face::small, Ink::accent);
        change.target = Target{{}, card.plugin, Target::Act::override_score};
        head.push_back(std::move(change));
    }
    Paragraph first = paragraph(std::move(head), 0, 20);
    first.rule = true;
    document.paragraphs.push_back(std::move(first));
    Paragraph bar;
    bar.before = 2;
    bar.meter = Meter{card.score, card.given ? card.given->machine : std::nullopt};
    document.paragraphs.push_back(std::move(bar));
    if (card.given) add_given(document, *card.given, open);
    if (!card.assessed) {
        document.paragraphs.push_back(
            paragraph({span(_("The plugin has not assessed this report."), Face::small, Ink::muted)}, 0, 4));
    } else if (!card.reason.empty() && !card.given) {
        document.paragraphs.push_back(paragraph({span(shown(card.reason), Face::small, Ink::muted)}, 0, 6));
    }
    if (card.given && !card.lines.empty()) {
        document.paragraphs.push_back(paragraph({span(_("What the machine counted:"), Face::small, Ink::muted)}, 0, 8));
    }
    for (std::size_t i = 0; i < card.lines.size() && i < most_lines_of_a_score; ++i) {
        const ScoreLine& cause = card.lines[i];
        std::vector<Span> spans{
            span(number(cause.points, 2, true) + "  ", Face::bold, cause.points < 0 ? Ink::bad : Ink::good)};
        // A message that begins with the passage quotes it already
        const bool quoted = !cause.quote.empty() && !cause.label.starts_with("« ");
        if (quoted) {
            spans.push_back(span(wxString::FromUTF8("« ") + shown(cause.quote) + wxString::FromUTF8(" » ")));
        }
        spans.push_back(span(shown(cause.label), quoted ? Face::small : Face::body, quoted ? Ink::muted : Ink::text));
        const bool leads_somewhere = cause.finding || !cause.question.empty();
        for (Span& part : spans) {
            if (leads_somewhere) part.target = Target{cause.finding, cause.finding ? std::string() : cause.question};
        }
        Paragraph made = paragraph(std::move(spans), 0, 4);
        if (cause.finding) {
            made.anchor = Target{cause.finding, {}};
            if (cause.finding == current) made.fill = Fill::card;
        }
        document.paragraphs.push_back(std::move(made));
    }
    if (card.lines.size() > most_lines_of_a_score) {
        document.paragraphs.push_back(
            paragraph({span(wxString::Format(_("and %zu more"), card.lines.size() - most_lines_of_a_score), Face::small,
                            Ink::muted)},
                      0, 4));
    }
}

}  // namespace

Document scores_document(const ReportPage& page, std::optional<std::size_t> current) {
    Document document;
    add_recommendation(document, page);
    const bool open = waits_for_decision(page.details.row.state);
    for (const ScoreCard& card : page.scores) add_score(document, card, current, open);
    return document;
}

}  // namespace relis::app

#include "app/beside_document.h"

#include <algorithm>
#include <utility>

#include <relis/prose.h>

#include "app/words.h"
#include "document_parts.h"
#include "review/text_difference.h"

namespace relis::app {
namespace {

constexpr std::size_t longest_compared = 20'000;  // bytes; more is shown as it stands
constexpr std::size_t most_missions = 15;

Paragraph line(std::vector<Span> spans, int before = 0, Side side = Side::whole) {
    Paragraph made = paragraph(std::move(spans), 0, before);
    made.side = side;
    return made;
}

Paragraph heading(const wxString& text, int before) {
    Paragraph made = line({span(text, Face::heading, Ink::accent)}, before);
    made.rule = true;
    return made;
}

std::string written(const ReportPage& page, const Report& report, const std::string& question) {
    const Answer* const answer = report.find(question);
    if (answer == nullptr) return {};
    const Question* const asked = page.details.questionnaire.find(question);
    return asked != nullptr ? std::string(prose(*asked, answer)) : answer->comment.value_or("");
}

/// The value as the questionnaire words it; empty where it is the written text itself.
wxString value_of(const ReportPage& page, const Report& report, const std::string& question) {
    const Answer* const answer = report.find(question);
    if (answer == nullptr || !answer->value) return {};
    const Question* const asked = page.details.questionnaire.find(question);
    if (asked == nullptr) return shown(*answer->value);
    if (asked->type == QuestionType::text && written(page, report, question) == *answer->value) return {};
    for (const Choice& choice : asked->choices) {
        if (choice.name == *answer->value) return shown(choice.label);
    }
    return shown(*answer->value);
}

/// One side of a comparison.
std::vector<Span> side_of(const std::string& before, const std::string& after, bool earlier) {
    using Kind = review::TextPart::Kind;
    std::vector<Span> spans;
    const std::string& whole = earlier ? before : after;
    if (whole.empty()) return {span(_("nothing written"), Face::small, Ink::muted)};
    if (before.size() > longest_compared || after.size() > longest_compared) return {span(shown(whole))};
    for (const review::TextPart& part : review::compare_texts(before, after)) {
        if (part.kind == (earlier ? Kind::added : Kind::removed)) continue;
        Span made = span(shown(part.text));
        if (part.kind == Kind::removed) {
            made.ink = Ink::bad;
            made.struck = true;
        } else if (part.kind == Kind::added) {
            made.face = Face::bold;
            made.ink = Ink::good;
        }
        spans.push_back(std::move(made));
    }
    return spans;
}

void add_sides(Document& document, const std::string& before, const std::string& after) {
    document.paragraphs.push_back(line(side_of(before, after, true), 3, Side::left));
    document.paragraphs.push_back(line(side_of(before, after, false), 3, Side::right));
}

void add_heads(Document& document, const wxString& left, const wxString& right) {
    document.paragraphs.push_back(line({span(left, Face::bold, Ink::muted)}, 10, Side::left));
    document.paragraphs.push_back(line({span(right, Face::bold, Ink::muted)}, 10, Side::right));
}

wxString head_of(const Report& report) {
    wxString text = wxString::Format(_("Revision %d"), report.revision);
    if (report.submitted_at)
        text += wxString::FromUTF8("  ·  ") + wxString::Format(_("submitted %s"), clock(*report.submitted_at));
    return text;
}

/// What became of a finding of the revision before.
Paragraph fate_of(const review::EarlierFinding& found) {
    const wxString about = found.passage.empty() ? shown(found.finding.message)
                                                 : wxString::FromUTF8("« ") + shown(found.passage).Left(80) +
                                                       wxString::FromUTF8(" » ") + shown(found.finding.message);
    wxString symbol = wxString::FromUTF8("✔  "), fate = _("mended");
    Ink ink = Ink::good;
    if (found.judged) {
        symbol = wxString::FromUTF8("⊘  ");
        ink = Ink::muted;
        const wxString judged =
            wxString::Format(_("set aside by %s: %s"), shown(found.judged->by), shown(found.judged->reason));
        fate =
            judged + wxString::FromUTF8(" — ") +
            (found.gone ? _("outdated: the passage is gone") : _("it is here again, and stands until it is set aside"));
    } else if (!found.gone) {
        symbol = wxString::FromUTF8("⚑  ");
        fate = _("still there");
        ink = Ink::warning;
    }
    return line({span(with_colon(symbol + fate), Face::small, ink), span(about, Face::small, Ink::muted)}, 2);
}

}  // namespace

Document revisions_document(const ReportPage& page, const std::optional<review::EarlierRevision>& earlier) {
    Document document;
    document.paragraphs.push_back(line({span(_("What changed since the last revision"), Face::title)}));
    document.paragraphs.push_back(line({span(_("V or Esc: back to the report"), Face::small, Ink::muted)}, 2));
    if (!earlier) {
        document.paragraphs.push_back(
            line({span(page.details.report.revision > 1 ? _("The revision before is not in the database.")
                                                        : _("This is the first revision: there is nothing to compare."),
                       Face::body, Ink::muted)},
                 12));
        return document;
    }
    add_heads(document, head_of(earlier->report), head_of(page.details.report));
    std::size_t unchanged = 0;
    const auto add_findings = [&](const std::string& question) {
        for (const review::EarlierFinding& found : earlier->findings) {
            if (found.finding.question == question) document.paragraphs.push_back(fate_of(found));
        }
    };
    const bool about_whole = std::any_of(earlier->findings.begin(), earlier->findings.end(),
                                         [](const auto& found) { return found.finding.question.empty(); });
    if (about_whole) {
        document.paragraphs.push_back(heading(_("The report as a whole"), 16));
        add_findings({});
    }
    for (const ShownAnswer& answer : page.answers) {
        const std::string before = written(page, earlier->report, answer.question);
        const std::string after = written(page, page.details.report, answer.question);
        const wxString value_before = value_of(page, earlier->report, answer.question);
        const wxString value_after = value_of(page, page.details.report, answer.question);
        const bool found = std::any_of(earlier->findings.begin(), earlier->findings.end(), [&](const auto& finding) {
            return finding.finding.question == answer.question;
        });
        if (before == after && value_before == value_after && !found) {
            ++unchanged;
            continue;
        }
        document.paragraphs.push_back(line({span(shown(answer.label), Face::bold)}, 14));
        document.paragraphs.back().anchor = Target{{}, answer.question};
        if (value_before != value_after) add_sides(document, to_utf8(value_before), to_utf8(value_after));
        if (before != after) {
            add_sides(document, before, after);
        } else if (!before.empty()) {
            document.paragraphs.push_back(line({span(_("the same words"), Face::small, Ink::muted)}, 2));
        }
        add_findings(answer.question);
    }
    const auto count = static_cast<unsigned>(unchanged);
    document.paragraphs.push_back(
        line({span(wxString::Format(wxPLURAL("%u answer is unchanged.", "%u answers are unchanged.", count), count),
                   Face::small, Ink::muted)},
             16));
    return document;
}

Document copy_document(const ReportPage& page) {
    Document document;
    document.paragraphs.push_back(line({span(_("What the client reads"), Face::title)}));
    document.paragraphs.push_back(line({span(_("B or Esc: back to the report"), Face::small, Ink::muted)}, 2));
    if (page.details.edited.empty()) {
        document.paragraphs.push_back(line(
            {span(_("The client reads the report as it was submitted. C corrects a finding in the client's copy, E "
                    "edits an answer by hand."),
                  Face::body, Ink::muted)},
            12));
        return document;
    }
    add_heads(document, _("As submitted"), _("The client's copy"));
    for (const ShownAnswer& answer : page.answers) {
        if (!answer.edited) continue;
        Span label = span(shown(answer.label), Face::bold);
        Span who = span("   " + wxString::Format(_("%s, %s"), shown(answer.edited->by), clock(answer.edited->at)),
                        Face::small, Ink::muted);
        Span edit = span("   " + _("edit (E)"), Face::small, Ink::accent);
        edit.target = Target{{}, answer.question, Target::Act::edit};
        Span back = span("   " + _("as submitted"), Face::small, Ink::accent);
        back.target = Target{{}, answer.question, Target::Act::reset};
        document.paragraphs.push_back(line({std::move(label), std::move(who), std::move(edit), std::move(back)}, 14));
        add_sides(document, written(page, page.details.report, answer.question), answer.edited->text);
        for (const review::TextChange& change : answer.edited->changes) {
            const wxString by = change.plugin.empty()
                                    ? wxString::Format(_("by hand, %s"), shown(change.by))
                                    : wxString::Format(_("%s / %s, applied by %s"), name_of_plugin(change.plugin),
                                                       shown(change.rule), shown(change.by));
            const wxString words =
                change.text.empty() ? _("left out")
                                    : wxString::FromUTF8("« ") + shown(change.text).Left(60) + wxString::FromUTF8(" »");
            document.paragraphs.push_back(line({span(wxString::FromUTF8("✎  ") + words + "  ", Face::small, Ink::good),
                                                span(by, Face::small, Ink::muted)},
                                               2));
        }
    }
    return document;
}

Document shopper_document(const review::ShopperCard& card) {
    Document document;
    document.paragraphs.push_back(line({span(shown(card.name), Face::title)}));
    wxString place = shown(card.shopper_id);
    for (const std::string& part : {card.city, card.region}) {
        if (!part.empty()) place += wxString::FromUTF8("  ·  ") + shown(part);
    }
    document.paragraphs.push_back(line({span(place, Face::small, Ink::muted)}, 2));
    std::vector<Span> head{span(_("Reliability") + "   ", Face::heading)};
    if (card.reliability) {
        head.push_back(span(number(card.reliability->value), Face::title));
        head.push_back(
            span(wxString::FromUTF8(" / 5  ± ") + number(card.reliability->uncertainty), Face::body, Ink::muted));
    } else {
        head.push_back(span(_("no rating yet"), Face::heading, Ink::muted));
    }
    document.paragraphs.push_back(line(std::move(head), 18));
    document.paragraphs.back().rule = true;
    Paragraph bar;
    bar.before = 2;
    bar.meter = Meter{card.reliability ? std::optional(card.reliability->value) : std::nullopt, {}};
    document.paragraphs.push_back(std::move(bar));
    if (card.reliability && card.reliability->newcomer) {
        document.paragraphs.push_back(
            line({span(_("A newcomer: too few missions to tell."), Face::small, Ink::muted)}, 4));
    }
    if (card.reliability) {
        for (const ReliabilityComponent& part : card.reliability->components) {
            const wxString share = wxString::Format("  (%s %%)", number(100 * part.weight, 0));
            document.paragraphs.push_back(line({span(score(part.value) + "  ", Face::bold), span(shown(part.label)),
                                                span(share, Face::small, Ink::muted)},
                                               6));
            document.paragraphs.push_back(line({span(shown(part.explanation), Face::small, Ink::muted)}));
            document.paragraphs.back().indent = 14;
        }
    }
    document.paragraphs.push_back(heading(_("Last missions"), 22));
    if (card.history.empty()) {
        document.paragraphs.push_back(line({span(_("No finished mission yet."), Face::body, Ink::muted)}, 4));
    }
    for (std::size_t i = 0; i < card.history.size() && i < most_missions; ++i) {
        const MissionRecord& mission = card.history[i];
        const bool accepted = mission.outcome == Outcome::accepted;
        document.paragraphs.push_back(line({span(clock(mission.closed_at).BeforeFirst(' ') + "  "),
                                            span(name_of(mission.outcome), Face::bold, accepted ? Ink::good : Ink::bad),
                                            span("  " + shown(mission.programme), Face::small, Ink::muted)},
                                           8));
        wxString facts = wxString::Format(_("detail %s, French %s"), score(mission.detail), score(mission.french));
        if (mission.reworks > 0) {
            const auto reworks = static_cast<unsigned>(mission.reworks);
            facts += ", " + wxString::Format(wxPLURAL("%u rework", "%u reworks", reworks), reworks);
        }
        if (mission.missing > 0) facts += ", " + wxString::Format(_("%d missing"), mission.missing);
        if (mission.due_at && mission.submitted_at && *mission.submitted_at > *mission.due_at) {
            facts += ", " + _("late");
        }
        document.paragraphs.push_back(line({span(facts, Face::small, Ink::muted)}));
        document.paragraphs.back().indent = 14;
    }
    if (card.history.size() > most_missions) {
        document.paragraphs.push_back(line(
            {span(wxString::Format(_("and %zu more"), card.history.size() - most_missions), Face::small, Ink::muted)},
            6));
    }
    return document;
}

}  // namespace relis::app

#include <algorithm>

#include <unicode/locid.h>

#include "app/beside_document.h"
#include "app/shopper_model.h"
#include "app/words.h"
#include "document_parts.h"

namespace relis::app {

namespace {

constexpr int section_space = 18;
constexpr int line_space = 4;

Paragraph heading(const wxString& text) {
    Paragraph made = paragraph({span(text, Face::heading, Ink::accent)}, 0, section_space);
    made.rule = true;
    return made;
}

void add_moves(Document& document, const review::ShopperFile& file) {
    if (file.moves.empty()) {
        return;
    }
    document.paragraphs.push_back(heading(_("How the rating moved last")));
    for (const review::RatingMove& move : file.moves) {
        std::vector<Span> spans{span(shown(move.label) + "  "),
                                span(score(move.before) + wxString::FromUTF8(" → ") + score(move.after), Face::bold)};
        if (move.before && move.after && *move.before != *move.after) {
            const double by = *move.after - *move.before;
            spans.push_back(span("  " + number(by, 2, true), Face::small, by > 0 ? Ink::good : Ink::bad));
        }
        document.paragraphs.push_back(paragraph(std::move(spans), 0, line_space));
    }
}

/// Tier, and when a person took the shopper out of the pool or back, and why.
void add_standing(Document& document, const review::ShopperFile& file) {
    if (!file.tier && file.standings.empty()) {
        return;
    }
    document.paragraphs.push_back(heading(_("Tier")));
    if (file.tier) {
        const Ink ink = *file.tier == review::Tier::excellent   ? Ink::good
                        : *file.tier == review::Tier::at_risk   ? Ink::warning
                        : *file.tier == review::Tier::withdrawn ? Ink::bad
                                                                : Ink::text;
        std::vector<Span> spans{span(shown(review::label(*file.tier)), Face::bold, ink)};
        if (*file.tier == review::Tier::withdrawn) {
            spans.push_back(span("  " + _("no mission is offered"), Face::small, Ink::muted));
        }
        document.paragraphs.push_back(paragraph(std::move(spans), 0, line_space));
    }
    for (const review::StandingChange& change : file.standings) {
        document.paragraphs.push_back(
            paragraph({span(clock(change.at).BeforeFirst(' ') + "  "),
                       span((change.withdrawn ? _("withdrawn") : _("back in the pool")) + "  ", Face::bold,
                            change.withdrawn ? Ink::bad : Ink::good),
                       span(shown(change.by) + wxString::FromUTF8(" : ") + shown(change.reason))},
                      0, line_space));
    }
}

void add_punctuality(Document& document, const review::Punctuality& punctuality) {
    document.paragraphs.push_back(heading(_("Punctuality")));
    const std::size_t all = punctuality.on_time + punctuality.late;
    if (all == 0) {
        document.paragraphs.push_back(
            paragraph({span(_("No report with a due time yet."), Face::body, Ink::muted)}, 0, line_space));
        return;
    }
    wxString text = wxString::Format(_("%zu of %zu reports on time"), punctuality.on_time, all);
    if (punctuality.mean_hours_late) {
        text += wxString::FromUTF8("  ·  ") +
                wxString::Format(_("the others late by %s h on average"), number(*punctuality.mean_hours_late));
    }
    document.paragraphs.push_back(
        paragraph({span(text, Face::body, punctuality.late == 0 ? Ink::good : Ink::text)}, 0, line_space));
}

void add_notes(Document& document, const review::ShopperFile& file) {
    using Kind = review::ShopperNote::Kind;
    document.paragraphs.push_back(heading(_("Notes and citations")));
    if (file.notes.empty()) {
        document.paragraphs.push_back(paragraph({span(_("None."), Face::body, Ink::muted)}, 0, line_space));
    }
    for (const review::ShopperNote& note : file.notes) {
        const wxString kind = note.kind == Kind::positive   ? _("citation")
                              : note.kind == Kind::negative ? _("reproach")
                                                            : _("note");
        const Ink ink = note.kind == Kind::positive ? Ink::good : note.kind == Kind::negative ? Ink::bad : Ink::muted;
        document.paragraphs.push_back(paragraph(
            {span(shown(note.on) + "  "), span(kind + "  ", Face::bold, ink), span(note.reason)}, 0, line_space));
    }
    if (file.absences.empty()) {
        return;
    }
    document.paragraphs.push_back(heading(_("Away")));
    for (const review::ShopperAbsence& absence : file.absences) {
        document.paragraphs.push_back(paragraph(
            {span(wxString::Format(_("from %s to %s"), shown(absence.from), shown(absence.to)))}, 0, line_space));
    }
}

Chart lines(const wxString& title, const wxString& note) {
    constexpr double best_score = 5;
    Chart chart;
    chart.title = to_utf8(title);
    chart.note = to_utf8(note);
    chart.kind = ChartKind::lines;
    chart.decimals = 1;
    chart.least_top = best_score;
    chart.decimal_separator = speaks_french() ? ',' : '.';
    return chart;
}

ChartSeries series(const wxString& name, ChartInk ink) {
    ChartSeries made;
    made.name = to_utf8(name);
    made.ink = ink;
    return made;
}

/// In words and the interface's language: `français`; a code that names none, as it is.
wxString language_name(const std::string& code) {
    icu::UnicodeString name;
    icu::Locale(code.c_str()).getDisplayLanguage(icu::Locale(speaks_french() ? "fr" : "en"), name);
    std::string utf8;
    return shown(name.toUTF8String(utf8));
}

/// `16/06`
std::string day_of(const Moment& moment) {
    const std::string text = to_utf8(clock(moment));
    return text.substr(8, 2) + "/" + text.substr(5, 2);
}

}  // namespace

Document shopper_file_document(const review::ShopperFile& file) {
    Document card = shopper_document(file.card);
    wxString facts;
    if (!file.joined_on.empty()) {
        facts = wxString::Format(_("with the agency since %s"), shown(file.joined_on));
    }
    for (const std::string& language : file.languages) {
        facts += (facts.empty() ? wxString() : wxString::FromUTF8("  ·  ")) + language_name(language);
    }
    if (!facts.empty()) {
        const auto below_the_place = card.paragraphs.begin() + std::min<std::ptrdiff_t>(2, std::ssize(card.paragraphs));
        card.paragraphs.insert(below_the_place, paragraph({span(facts, Face::small, Ink::muted)}, 0, 2));
    }
    // before the missions, which go on and on
    Document between;
    add_standing(between, file);
    add_moves(between, file);
    add_punctuality(between, file.punctuality);
    add_notes(between, file);
    const std::u32string missions = to_code_points(_("Last missions"));
    const auto place = std::ranges::find_if(card.paragraphs, [&](const Paragraph& paragraph) {
        return !paragraph.spans.empty() && paragraph.spans.front().text == missions;
    });
    card.paragraphs.insert(place, between.paragraphs.begin(), between.paragraphs.end());
    return card;
}

Chart rating_chart(const review::ShopperFile& file) {
    Chart chart = lines(_("Reliability over time"), _("after each decision, import or new criteria"));
    chart.empty = to_utf8(_("Not rated yet."));
    ChartSeries ratings = series(_("reliability"), ChartInk::plain);
    for (const review::RatingPoint& point : file.ratings) {
        chart.labels.push_back(day_of(point.at));
        ratings.values.emplace_back(point.reliability.value);
    }
    chart.series.push_back(std::move(ratings));
    return chart;
}

Chart scores_chart(const review::ShopperFile& file) {
    constexpr std::ptrdiff_t most_missions = 40;
    Chart chart = lines(_("Scores over time"), _("of the finished missions, the latest at the right"));
    chart.empty = to_utf8(_("No finished mission yet."));
    ChartSeries detail = series(_("Detail"), ChartInk::plain);
    ChartSeries french = series(_("French"), ChartInk::second);
    const auto& history = file.card.history;  // newest first
    for (auto i = std::min<std::ptrdiff_t>(std::ssize(history), most_missions) - 1; i >= 0; --i) {
        const MissionRecord& mission = history[static_cast<std::size_t>(i)];
        chart.labels.push_back(day_of(mission.closed_at));
        detail.values.push_back(mission.detail);
        french.values.push_back(mission.french);
    }
    chart.series.push_back(std::move(detail));
    chart.series.push_back(std::move(french));
    return chart;
}

}  // namespace relis::app

#include "app/report_document.h"

#include <algorithm>
#include <numeric>
#include <utility>

#include "app/desk.h"
#include "app/text.h"
#include "app/words.h"
#include "document_parts.h"
#include "review/search.h"

namespace relis::app {
namespace {

constexpr int answer_indent = 14;

Target to_finding(std::size_t finding) {
    return {finding, {}};
}

/// Builds the report's document.
class ReportBuilder {
  public:
    ReportBuilder(const ReportPage& page, std::optional<std::size_t> current, bool with_inapplicable, const Moment& now,
                  const std::string& searched)
        : page_(page), current_(current), with_inapplicable_(with_inapplicable), now_(now), searched_(searched) {}

    Document build() {
        add_head();
        add_counts();
        add_whole_report();
        for (const ShownAnswer& answer : page_.answers) add_answer(answer);
        add_decisions();
        return std::move(document_);
    }

  private:
    void add(Paragraph made) { document_.paragraphs.push_back(std::move(made)); }

    void add_head() {
        const review::ReportDetails& details = page_.details;
        const review::QueueRow& row = details.row;
        Paragraph title = paragraph({span(row.site, Face::title)});
        title.anchor = Target{};
        add(std::move(title));
        const wxString separator = wxString::FromUTF8("  ·  ");
        wxString line =
            shown(row.programme_name.empty() ? row.programme : row.programme_name) + separator + shown(row.report_id);
        if (details.report.revision > 1)
            line += separator + wxString::Format(_("revision %d"), details.report.revision);
        add(paragraph({span(line, Face::small, Ink::muted)}, 0, 2));

        wxString shopper = shown(details.shopper_name.empty() ? row.shopper_id : details.shopper_name);
        if (details.reliability) {
            shopper += " (" + wxString::Format(_("reliability %s"), number(details.reliability->value));
            if (details.reliability->newcomer) shopper += ", " + _("newcomer");
            shopper += ")";
        } else {
            shopper += " (" + _("no rating yet") + ")";
        }
        if (details.report.visit_start) {
            shopper += separator + wxString::Format(_("visit %s"), clock(*details.report.visit_start));
        }
        add(paragraph({span(shopper, Face::small, Ink::muted)}));
        std::vector<Span> times;
        if (details.report.submitted_at) {
            times.push_back(span(wxString::Format(_("submitted %s"), clock(*details.report.submitted_at)) + separator,
                                 Face::small, Ink::muted));
        }
        if (row.due_at) {
            times.push_back(span(wxString::Format(_("due %s"), clock(*row.due_at)), Face::small, Ink::muted));
        }
        // of a report on hold its own line says until when
        const wxString left = row.on_hold_until ? wxString() : time_left(row, now_);
        if (!left.empty()) {
            const review::Urgency urgency = review::urgency(row.due_at, now_);
            const Ink ink = urgency == review::Urgency::late    ? Ink::bad
                            : urgency == review::Urgency::today ? Ink::warning
                                                                : Ink::muted;
            times.push_back(span((times.empty() ? wxString() : separator) + left, Face::small, ink));
        }
        add(paragraph(std::move(times)));
    }

    /// How many of those findings stand and are of a group; nothing where there are none.
    [[nodiscard]] std::optional<Mark> mark_of(FindingGroup group, const std::vector<std::size_t>& findings) const {
        Mark mark;
        for (const std::size_t i : findings) {
            const ShownFinding& finding = page_.findings[i];
            if (finding.set_aside || group_of(finding.finding.category) != group) continue;
            if (mark.count++ == 0) mark.target = to_finding(i);
        }
        if (mark.count == 0) return std::nullopt;
        mark.ink = look_of(group).ink;
        mark.underline = look_of(group).underline;
        return mark;
    }

    [[nodiscard]] std::vector<Mark> marks_of(const ShownAnswer& answer) const {
        std::vector<std::size_t> findings = answer.passages;
        findings.insert(findings.end(), answer.remarks.begin(), answer.remarks.end());
        std::vector<Mark> marks;
        for (const FindingGroup group : all_finding_groups) {
            if (auto mark = mark_of(group, findings)) marks.push_back(std::move(*mark));
        }
        return marks;
    }

    /// How many findings of each look there are: the key to the underlines, and a way to the first of each.
    void add_counts() {
        const std::vector<std::pair<FindingGroup, wxString>> names{
            {FindingGroup::spelling, _("spelling")},
            {FindingGroup::grammar, _("grammar")},
            {FindingGroup::typography, _("typography and style")},
            {FindingGroup::content, _("content")}};
        std::vector<Span> spans;
        std::vector<std::size_t> all(page_.findings.size());
        std::iota(all.begin(), all.end(), std::size_t{0});
        for (const auto& [group, name] : names) {
            const std::optional<Mark> mark = mark_of(group, all);
            if (!mark) continue;
            if (!spans.empty()) spans.push_back(span(wxString("    ")));
            Span made = span(wxString::Format("%zu ", mark->count) + name, Face::small, Ink::text);
            made.underline = mark->underline;
            made.underline_ink = mark->ink;
            made.target = mark->target;
            spans.push_back(std::move(made));
        }
        if (spans.empty()) {
            const bool assessed = !page_.details.assessments.empty();
            spans.push_back(span(assessed
                                     ? _("Nothing was found in this report.")
                                     : _("This report has not been assessed yet: Review > Assess pending reports."),
                                 Face::small, assessed ? Ink::good : Ink::warning));
        }
        add(paragraph(std::move(spans), 0, 6));
        for (const Assessment& assessment : page_.not_working) {
            const wxString text = assessment.state == AssessmentState::failed ? _("%s failed on this report: %s")
                                                                              : _("%s could not judge this report: %s");
            add(paragraph({span(wxString::Format(text, name_of_plugin(assessment.plugin), shown(assessment.reason)),
                                Face::small, Ink::warning)},
                          0, 2));
        }
    }

    void add_whole_report() {
        bool first = true;
        for (std::size_t i = 0; i < page_.findings.size(); ++i) {
            if (page_.findings[i].answer) continue;
            if (first) add(heading(_("The report as a whole")));
            first = false;
            add_remark_or_judged(i);
        }
    }

    static Paragraph heading(const wxString& text) {
        Paragraph made = paragraph({span(text, Face::heading, Ink::accent)}, 0, 18);
        made.rule = true;
        return made;
    }

    void add_answer(const ShownAnswer& answer) {
        if (!answer.section.empty()) section_ = answer.section;
        if (!answer.known && section_ != unknown_section_) section_ = unknown_section_;
        const bool inapplicable = answer.applicability == Applicability::does_not_apply;
        const bool has_findings = !answer.passages.empty() || !answer.remarks.empty();
        if (inapplicable && !with_inapplicable_ && answer.empty() && !has_findings) return;
        if (section_ != shown_section_) {
            shown_section_ = section_;
            add(heading(answer.known ? shown(section_) : _("Answers outside the questionnaire")));
        }
        const Ink ink = inapplicable ? Ink::muted : Ink::text;
        Paragraph label = paragraph({span(answer.label, Face::bold, inapplicable ? Ink::muted : Ink::text)}, 0, 12);
        label.anchor = Target{{}, answer.question};
        label.marks = marks_of(answer);
        if (inapplicable) label.spans.push_back(span("  " + _("does not apply"), Face::small, Ink::muted));
        if (answer.applicability == Applicability::unclear) {
            label.spans.push_back(span("  " + _("may not apply"), Face::small, Ink::muted));
        }
        add(std::move(label));
        if (!answer.values.empty()) {
            wxString values;
            for (const std::string& value : answer.values) values += (values.empty() ? "" : ", ") + shown(value);
            add(paragraph({span(values, Face::body, inapplicable ? Ink::muted : Ink::accent)}, answer_indent, 2));
        }
        if (!answer.comment.text.empty()) add_comment(answer, ink);
        for (const Attachment& attachment : answer.attachments) {
            add(paragraph(
                {span(wxString::FromUTF8("▤ ") + shown(attachment.file) + "  (" + shown(attachment.kind) + ")",
                      Face::small, Ink::muted)},
                answer_indent, 2));
        }
        if (answer.empty() && !answer.missing && !inapplicable) {
            add(paragraph({span(_("no answer"), Face::small, Ink::muted)}, answer_indent, 2));
        }
        if (answer.edited) add_edited(answer);
        for (const std::size_t finding : answer.passages) {
            if (page_.findings[finding].set_aside) {
                add_set_aside(finding);
            } else if (current_ == finding) {
                add_card(finding);
            }
        }
        for (const std::size_t finding : answer.remarks) add_remark_or_judged(finding);
    }

    void add_remark_or_judged(std::size_t finding) {
        page_.findings[finding].set_aside ? add_set_aside(finding) : add_remark(finding);
    }

    /// Who edited the client's copy of an answer last.
    void add_edited(const ShownAnswer& answer) {
        const review::EditedAnswer& edited = *answer.edited;
        Span head = span(wxString::FromUTF8("✎  ") + wxString::Format(_("Corrected in the client's copy by %s, %s"),
                                                                      shown(edited.by), clock(edited.at)),
                         Face::small, Ink::good);
        Span edit = span(_("edit (E)"), Face::small, Ink::accent);
        edit.target = Target{{}, answer.question, Target::Act::edit};
        Span back = span(_("as submitted"), Face::small, Ink::accent);
        back.target = Target{{}, answer.question, Target::Act::reset};
        const wxString gap = "   ";
        add(paragraph({std::move(head), span(gap), std::move(edit), span(gap), std::move(back)}, answer_indent, 2));
    }

    /// A finding that somebody set aside, with who and why; it can be taken back.
    void add_set_aside(std::size_t index) {
        const ShownFinding& shown_one = page_.findings[index];
        const review::DismissedFinding& judged = page_.details.dismissed[*shown_one.set_aside];
        wxString what = judged.waived ? _("waived") : _("set aside");
        const wxString quote =
            shown_one.quote.empty()
                ? shown(shown_one.finding.title.empty() ? shown_one.finding.message : shown_one.finding.title)
                : wxString::FromUTF8("« ") + shown(shown_one.quote) + wxString::FromUTF8(" »");
        Paragraph made =
            paragraph({span(with_colon(wxString::FromUTF8("⊘  ") + what), Face::small, Ink::muted),
                       span(quote, Face::small, Ink::muted),
                       span(wxString::FromUTF8(" — ") + shown(judged.reason) + " (" + shown(judged.by) + ")",
                            Face::small, Ink::muted)},
                      answer_indent, 2);
        for (Span& part : made.spans) part.target = to_finding(index);
        made.anchor = to_finding(index);
        if (current_ != index) {
            add(std::move(made));
            return;
        }
        made.fill = Fill::card;
        add(std::move(made));
        Paragraph message = paragraph({span(shown_one.finding.message)}, answer_indent);
        message.fill = Fill::card;
        add(std::move(message));
        wxString foot = clock(judged.at) + wxString::FromUTF8("  ·  ") + name_of(judged.scope);
        if (shown_one.finding.cost > 0 && !judged.waived) {
            foot += wxString::FromUTF8("  ·  ") +
                    wxString::Format(_("gives back %s points"), number(shown_one.finding.cost, 2));
        }
        Span back = span(_("Let it stand again (U)"), Face::small, Ink::accent);
        back.target = Target{index, {}, Target::Act::take_back};
        Paragraph actions = paragraph({span(foot + "     ", Face::small, Ink::muted), std::move(back)}, answer_indent);
        actions.fill = Fill::card;
        add(std::move(actions));
    }

    void add_comment(const ShownAnswer& answer, Ink ink) {
        const std::u32string& text = answer.comment.text;
        const std::vector<review::TextChange> changes =
            answer.edited ? answer.edited->changes : std::vector<review::TextChange>{};
        std::vector<std::size_t> passages;  // that are drawn: those that stand, and the current one
        for (const std::size_t finding : answer.passages) {
            if (!page_.findings[finding].set_aside || current_ == finding) passages.push_back(finding);
        }
        std::vector<std::size_t> cuts{0, text.size()};
        for (const std::size_t finding : passages) {
            cuts.push_back(page_.findings[finding].finding.start);
            cuts.push_back(std::min(page_.findings[finding].finding.end, text.size()));
        }
        for (const review::TextChange& change : changes) {
            cuts.push_back(std::min(change.start, text.size()));
            cuts.push_back(std::min(change.end, text.size()));
        }
        const std::vector<review::FoundPlace> found = found_in(answer);
        for (const review::FoundPlace& place : found) {
            cuts.push_back(std::min(place.start, text.size()));
            cuts.push_back(std::min(place.end, text.size()));
        }
        std::sort(cuts.begin(), cuts.end());
        cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());

        std::vector<Span> spans;
        std::size_t next = 0;               // of the passages, which are in the order of their starts
        std::vector<std::size_t> covering;  // those begun and not ended
        auto change = changes.begin();
        for (std::size_t i = 0; i < cuts.size(); ++i) {
            const std::size_t begin = cuts[i];
            // what the client reads stands after what the shopper wrote
            for (; change != changes.end() && change->end <= begin; ++change) add_change(spans, *change);
            if (i + 1 == cuts.size()) break;
            while (next < passages.size() && page_.findings[passages[next]].finding.start <= begin) {
                covering.push_back(passages[next++]);
            }
            std::erase_if(covering, [&](std::size_t f) { return page_.findings[f].finding.end <= begin; });
            Span made;
            made.text = text.substr(begin, cuts[i + 1] - begin);
            const bool changed = change != changes.end() && change->start <= begin && begin < change->end;
            made.ink = changed ? Ink::muted : ink;
            made.struck = changed;
            if (!covering.empty()) mark(made, covering);
            const bool matches = std::ranges::any_of(
                found, [begin](const auto& place) { return place.start <= begin && begin < place.end; });
            if (matches && made.fill == Fill::none) made.fill = Fill::match;
            spans.push_back(std::move(made));
        }
        add(paragraph(std::move(spans), answer_indent, 2));
        if (answer.comment.cut()) {
            add(paragraph({span(wxString::Format(_("The comment has %zu characters; only the first %zu are shown."),
                                                 answer.comment.total, text.size()),
                                Face::small, Ink::warning)},
                          answer_indent, 2));
        }
    }

    /// Where in the answer's shown comment the words are that the queue is searched for.
    [[nodiscard]] std::vector<review::FoundPlace> found_in(const ShownAnswer& answer) const {
        if (searched_.empty()) return {};
        for (const Answer& given : page_.details.report.answers) {
            if (given.question == answer.question && given.comment) {
                return review::find_words(slice(*given.comment, 0, answer.comment.text.size()), searched_);
            }
        }
        return {};
    }

    static void add_change(std::vector<Span>& spans, const review::TextChange& change) {
        if (change.text.empty()) return;
        // a word that was put in stands off from the one before it, as it will in the copy
        const bool touches = !spans.empty() && !spans.back().text.empty() && spans.back().text.back() != U' ';
        if (touches && change.start < change.end) spans.push_back(span(wxString(" ")));
        spans.push_back(span(change.text, Face::bold, Ink::good));
    }

    /// Where findings overlap, the current one shows, otherwise the shortest.
    void mark(Span& made, const std::vector<std::size_t>& covering) {
        const auto length = [&](std::size_t f) {
            return page_.findings[f].finding.end - page_.findings[f].finding.start;
        };
        std::size_t shown_one = covering.front();
        for (const std::size_t f : covering) {
            if (length(f) < length(shown_one)) shown_one = f;
        }
        const bool is_current = current_ && std::find(covering.begin(), covering.end(), *current_) != covering.end();
        if (is_current) shown_one = *current_;
        const FindingLook look = look_of(page_.findings[shown_one].finding.category);
        made.underline = look.underline;
        made.underline_ink = look.ink;
        made.fill = is_current ? Fill::current : Fill::none;
        made.target = to_finding(shown_one);
    }

    void add_remark(std::size_t index) {
        const Finding& finding = page_.findings[index].finding;
        const bool missing = finding.category == Category::missing;
        const Ink ink = missing ? Ink::bad : finding.category == Category::not_judged ? Ink::muted : Ink::content;
        const wxString symbol = missing ? wxString::FromUTF8("✘  ") : wxString::FromUTF8("⚑  ");
        Paragraph made =
            paragraph({span(symbol, Face::body, ink), span(with_colon(name_of(finding.category)), Face::bold, ink),
                       span(finding.message, Face::body, missing ? Ink::bad : Ink::text)},
                      answer_indent, 3);
        for (Span& part : made.spans) part.target = to_finding(index);
        made.anchor = to_finding(index);
        if (current_ == index) {
            made.fill = Fill::card;
            add(std::move(made));
            add_card_foot(index);
        } else {
            add(std::move(made));
        }
    }

    void add_card(std::size_t index) {
        const ShownFinding& shown_one = page_.findings[index];
        const Finding& finding = shown_one.finding;
        const FindingLook look = look_of(finding.category);
        wxString name = name_of(finding.category);
        if (!finding.title.empty()) name += wxString::FromUTF8(" · ") + shown(finding.title);
        Paragraph head =
            paragraph({span(name, Face::bold, look.ink),
                       span(wxString::FromUTF8("  « ") + shown(shown_one.quote) + wxString::FromUTF8(" »"))},
                      answer_indent, 4);
        head.fill = Fill::card;
        head.anchor = to_finding(index);
        add(std::move(head));
        Paragraph message = paragraph({span(finding.message)}, answer_indent);
        message.fill = Fill::card;
        add(std::move(message));
        add_card_foot(index);
    }

    /// Which one it is of those that stand, from 1.
    [[nodiscard]] std::size_t number_of(std::size_t index) const {
        return 1 + static_cast<std::size_t>(std::count_if(
                       page_.findings.begin(), page_.findings.begin() + static_cast<std::ptrdiff_t>(index),
                       [](const ShownFinding& finding) { return !finding.set_aside; }));
    }

    void add_card_foot(std::size_t index) {
        const ShownFinding& shown_one = page_.findings[index];
        const Finding& finding = shown_one.finding;
        const bool open = waits_for_decision(page_.details.row.state);
        if (!finding.suggestions.empty()) {
            std::vector<Span> spans{span(_("Instead:"), Face::body, Ink::muted)};
            for (std::size_t i = 0; i < finding.suggestions.size(); ++i) {
                const bool by_key = open && i < 9 && finding.start < finding.end;
                spans.push_back(
                    span(by_key ? wxString::Format("   %zu ", i + 1) : wxString("   "), Face::small, Ink::muted));
                Span word = span(wxString::FromUTF8("« ") + shown(finding.suggestions[i]) + wxString::FromUTF8(" »"),
                                 Face::bold, Ink::good);
                if (by_key) word.target = Target{index, {}, Target::Act::correct, i};
                spans.push_back(std::move(word));
            }
            Paragraph made = paragraph(std::move(spans), answer_indent);
            made.fill = Fill::card;
            add(std::move(made));
        }
        if (shown_one.change) {
            const review::TextChange& change = *shown_one.change;
            Span back = span(_("take it back (U)"), Face::small, Ink::accent);
            back.target = Target{index, {}, Target::Act::take_back};
            const wxString copy =
                change.text.empty()
                    ? wxString::Format(_("left out of the client's copy by %s"), shown(change.by))
                    : wxString::Format(_("The client reads \"%s\" (%s)."), shown(change.text), shown(change.by));
            Paragraph made =
                paragraph({span(wxString::FromUTF8("✎  ") + copy + "   ", Face::small, Ink::good), std::move(back)},
                          answer_indent);
            made.fill = Fill::card;
            add(std::move(made));
        }
        wxString foot = wxString::Format(_("%zu of %zu"), number_of(index), page_.standing());
        foot += wxString::FromUTF8("  ·  ") + name_of_plugin(shown_one.plugin) + " / " + shown(finding.rule);
        foot += wxString::FromUTF8("  ·  ");
        foot += finding.cost > 0 ? wxString::Format(_("costs %s points"), number(finding.cost, 2)) : _("costs nothing");
        if (!finding.mendable) foot += wxString::FromUTF8("  ·  ") + _("a rework cannot mend it");
        std::vector<Span> spans{span(foot, Face::small, Ink::muted)};
        if (open) {
            spans.push_back(span(wxString("     ")));
            Span aside = span(_("Set aside (D)"), Face::small, Ink::accent);
            aside.target = Target{index, {}, Target::Act::dismiss};
            spans.push_back(std::move(aside));
            if (finding.start < finding.end) {
                spans.push_back(span(wxString("     ")));
                Span edit = span(_("Edit the client's copy (E)"), Face::small, Ink::accent);
                edit.target = Target{{}, finding.question, Target::Act::edit};
                spans.push_back(std::move(edit));
            }
        }
        Paragraph made = paragraph(std::move(spans), answer_indent);
        made.fill = Fill::card;
        add(std::move(made));
    }

    void add_decisions() {
        if (page_.details.decisions.empty()) return;
        add(heading(_("Decisions so far")));
        for (const review::DecisionRecord& decision : page_.details.decisions) {
            wxString line = with_colon(clock(decision.decided_at) + "  " + shown(decision.decided_by));
            std::vector<Span> spans{span(line, Face::small, Ink::muted), span(name_of(decision.decision), Face::bold)};
            if (decision.undone) spans.push_back(span("  (" + _("taken back") + ")", Face::small, Ink::muted));
            if (decision.left_out) {
                spans.push_back(span("  (" + _("left out of the client's statistics") + ")", Face::small, Ink::muted));
            }
            if (!decision.reason.empty()) spans.push_back(span(wxString::FromUTF8(" — ") + shown(decision.reason)));
            add(paragraph(std::move(spans), answer_indent, 3));
        }
    }

    const ReportPage& page_;
    std::optional<std::size_t> current_;
    bool with_inapplicable_;
    Moment now_;
    const std::string& searched_;
    std::string section_;
    std::string shown_section_;
    const std::string unknown_section_ = "\n";  // no section of a questionnaire
    Document document_;
};

}  // namespace

FindingLook look_of(FindingGroup group) {
    switch (group) {
        case FindingGroup::spelling:
            return {Underline::squiggle, Ink::spelling};
        case FindingGroup::grammar:
            return {Underline::doubled, Ink::grammar};
        case FindingGroup::typography:
            return {Underline::dotted, Ink::typography};
        case FindingGroup::content:
            break;
    }
    return {Underline::dashed, Ink::content};
}

FindingLook look_of(Category category) {
    return look_of(group_of(category));
}

Document report_document(const ReportPage& page, std::optional<std::size_t> current, bool with_inapplicable,
                         const Moment& now, const std::string& searched) {
    return ReportBuilder(page, current, with_inapplicable, now, searched).build();
}

Document notice_document(const std::u32string& title, const std::u32string& text) {
    Document document;
    Span head;
    head.text = title;
    head.face = Face::heading;
    head.ink = Ink::muted;
    Span body;
    body.text = text;
    body.ink = Ink::muted;
    document.paragraphs = {paragraph({std::move(head)}, 0, 24), paragraph({std::move(body)}, 0, 8)};
    return document;
}

}  // namespace relis::app

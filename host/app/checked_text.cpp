#include "app/checked_text.h"

#include <algorithm>

#include "app/palette.h"
#include "app/report_document.h"
#include "app/underlining.h"
#include "app/words.h"
#include "review/check.h"

namespace relis::app {
namespace {

constexpr int pause_before_checking = 350;  // milliseconds

bool is_fault(const Finding& finding) {
    // typography depends on the programme, and style is the writer's
    const FindingGroup group = group_of(finding.category);
    return finding.start < finding.end && (group == FindingGroup::spelling || group == FindingGroup::grammar);
}

}  // namespace

CheckedText::CheckedText(wxTextCtrl& text, wxStaticText& says, ReportDesk& desk, Background& background,
                         std::function<std::string()> programme, Quotations quotations)
    : text_(text),
      says_(says),
      desk_(desk),
      background_(background),
      programme_(std::move(programme)),
      quotations_(quotations) {
    text_.Bind(wxEVT_TEXT, [this](wxCommandEvent& event) {
        check_soon();
        event.Skip();
    });
    text_.Bind(wxEVT_KEY_DOWN, &CheckedText::on_key, this);
    text_.Bind(wxEVT_KEY_UP, [this](wxKeyEvent& event) {
        say();
        event.Skip();
    });
    text_.Bind(wxEVT_LEFT_UP, [this](wxMouseEvent& event) {
        say();
        event.Skip();
    });
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { check(); });
}

void CheckedText::check_soon() {
    findings_.clear();
    if (text_.IsSingleLine()) {
        underline(text_, {});  // its lines would not move with the letters
    }
    timer_.StartOnce(pause_before_checking);
}

void CheckedText::check() {
    checked_ = text_.GetValue();
    request_.ask(
        background_,
        [&desk = desk_, text = to_utf8(checked_), programme = programme_(),
         quotations = quotations_](const std::stop_token&) {
            std::vector<Finding> findings = desk.check(text, programme);
            return quotations == Quotations::checked ? findings : review::outside_quotations(std::move(findings), text);
        },
        [this](std::vector<Finding> findings) {
            if (text_.GetValue() == checked_) show(std::move(findings));
        },
        [this](const Label& what) {
            says_.SetLabelText(wxString::Format(_("The spelling is not checked: %s"), shown(what).BeforeFirst('\n')));
        });
}

void CheckedText::show(std::vector<Finding> findings) {
    std::erase_if(findings, [](const Finding& finding) { return !is_fault(finding); });
    findings_ = std::move(findings);
    underline(text_, findings_);
    say();
}

std::optional<std::size_t> CheckedText::under_cursor() const {
    long from = 0, to = 0;
    text_.GetSelection(&from, &to);
    for (std::size_t i = 0; i < findings_.size(); ++i) {
        if (from <= static_cast<long>(findings_[i].end) && static_cast<long>(findings_[i].start) <= to) return i;
    }
    return std::nullopt;
}

void CheckedText::say() {
    if (checking() && findings_.empty()) return;
    wxString words;
    if (const auto at = under_cursor()) {
        const Finding& finding = findings_[*at];
        words = shown(finding.message);
        if (!finding.suggestions.empty()) {
            words = wxString::Format(_("%s Ctrl+Space puts \"%s\"."), words, shown(finding.suggestions.front()));
        }
    } else if (findings_.empty()) {
        words = text_.IsEmpty() ? wxString() : _("No fault found.");
    } else {
        const auto count = static_cast<unsigned>(findings_.size());
        words = wxString::Format(
            wxPLURAL("%u fault: F7 goes there.", "%u faults: F7 goes from one to the next.", count), count);
    }
    if (says_.GetLabelText() == words) return;
    says_.SetForegroundColour(Palette().of(findings_.empty() ? Ink::muted : Ink::warning));
    says_.SetLabelText(words);
}

void CheckedText::on_key(wxKeyEvent& event) {
    if (event.GetKeyCode() == WXK_F7) {
        go_to_next();
    } else if (event.GetKeyCode() == WXK_SPACE && event.ControlDown()) {
        put_suggestion();
    } else {
        event.Skip();
    }
}

void CheckedText::go_to_next() {
    if (findings_.empty()) return;
    const long at = text_.GetInsertionPoint();
    auto next = std::find_if(findings_.begin(), findings_.end(),
                             [&](const Finding& finding) { return static_cast<long>(finding.start) > at; });
    // the one that is selected already begins before the cursor
    if (next == findings_.end()) next = findings_.begin();
    text_.SetSelection(static_cast<long>(next->start), static_cast<long>(next->end));
    text_.ShowPosition(static_cast<long>(next->start));
    say();
}

void CheckedText::put_suggestion() {
    const auto at = under_cursor();
    if (!at || findings_[*at].suggestions.empty()) return;
    const Finding finding = findings_[*at];
    text_.Replace(static_cast<long>(finding.start), static_cast<long>(finding.end),
                  wxString::FromUTF8(finding.suggestions.front()));
}

}  // namespace relis::app

#include "app/words.h"

#include <array>
#include <chrono>
#include <clocale>
#include <cmath>
#include <cstdlib>
#include <string_view>

#include <fmt/format.h>
#include <wx/filename.h>
#include <wx/stdpaths.h>
#include <wx/translation.h>

#include "app/desk.h"
#include "app/text.h"

namespace relis::app {

namespace {

/// GTK's own words, names of keys in menus among them, follow the process's locale and LANGUAGE.
void let_gtk_speak(const std::string& language) {
    ::setenv("LANGUAGE", language.c_str(), 1);
    const char* const locale = std::setlocale(LC_MESSAGES, "");
    const std::string_view spoken = locale == nullptr ? "C" : locale;
    if (spoken == "C" || spoken == "POSIX") {
        std::setlocale(LC_MESSAGES, "C.UTF-8");  // in C itself LANGUAGE is not heeded
    }
}

}  // namespace

void set_language(const std::string& language) {
    let_gtk_speak(language);
    wxFileName folder = wxFileName::DirName(wxStandardPaths::Get().GetExecutablePath().BeforeLast('/'));
    folder.AppendDir("..");
    folder.AppendDir("share");
    folder.AppendDir("locale");
    folder.Normalize(wxPATH_NORM_DOTS | wxPATH_NORM_ABSOLUTE);
    wxFileTranslationsLoader::AddCatalogLookupPathPrefix(folder.GetPath());
    auto* const translations = new wxTranslations;
    wxTranslations::Set(translations);  // takes it over
    translations->SetLanguage(wxString::FromUTF8(language));
    translations->AddStdCatalog();
    translations->AddCatalog("relis", wxLANGUAGE_ENGLISH);
}

bool speaks_french() {
    // Translators: the code of the language that you translate into
    return wxGETTEXT_IN_CONTEXT("language", "en") == "fr";
}

wxString shown(std::string_view utf8) {
    return from_code_points(shown_text(utf8).text);
}

wxString shown(const Label& label) {
    return shown(speaks_french() ? label.fr : label.en);
}

std::string to_utf8(const wxString& text) {
    return std::string(text.utf8_str());
}

std::u32string to_code_points(const wxString& text) {
    const std::wstring& wide = text.ToStdWstring();
    return std::u32string(wide.begin(), wide.end());
}

wxString from_code_points(std::u32string_view text) {
    static_assert(sizeof(wchar_t) == sizeof(char32_t));
    return wxString(std::wstring(text.begin(), text.end()));
}

wxString number(double value, int decimals, bool sign) {
    const std::string plain = fmt::format("{:.{}f}", std::abs(value), decimals);
    wxString text = wxString::FromAscii(plain.data(), plain.size());
    if (decimals > 0) text.Replace(".", wxGETTEXT_IN_CONTEXT("decimal separator", "."));
    if (plain.find_first_of("123456789") == std::string::npos) return text;  // rounded to nothing: no sign
    if (value < 0) return wxString(wxUniChar(0x2212)) + text;
    return sign ? "+" + text : text;
}

wxString score(const std::optional<double>& value) {
    return value ? number(*value) : wxString(wxUniChar(0x2014));
}

wxString with_colon(const wxString& name) {
    return wxString::Format(_("%s: "), name.EndsWith(".") ? name.BeforeLast('.') : name);
}

wxString with_semicolon(const wxString& first, const wxString& second) {
    return first.empty() || second.empty() ? first + second : wxString::Format(_("%s; %s"), first, second);
}

wxString clock(const Moment& moment) {
    const std::string text = format_moment(moment);
    return wxString::FromUTF8(text.substr(0, 10) + " " + text.substr(11, 5));
}

wxString month_name(std::chrono::year_month month) {
    const std::array<wxString, 12> names{_("January"),   _("February"), _("March"),    _("April"),
                                         _("May"),       _("June"),     _("July"),     _("August"),
                                         _("September"), _("October"),  _("November"), _("December")};
    return wxString::Format("%s %d", names.at(static_cast<unsigned>(month.month()) - 1),
                            static_cast<int>(month.year()));
}

wxString short_clock(const Moment& moment) {
    const wxString text = clock(moment);
    return text.Mid(8, 2) + "/" + text.Mid(5, 2) + text.Mid(10);
}

wxString time_left(const review::QueueRow& row, const Moment& now) {
    if (row.on_hold_until) {
        const wxString until = short_clock(*row.on_hold_until);
        const bool today =
            clock(Moment{now.utc, row.on_hold_until->offset}).StartsWith(clock(*row.on_hold_until).Left(10));
        return wxString::Format(_("until %s"), today ? until.AfterFirst(' ') : until.BeforeFirst(' '));
    }
    if (!waits_for_decision(row.state)) return {};
    return row.due_at ? time_until(*row.due_at, now) : _("no due time");
}

wxString time_until(const Moment& due, const Moment& now) {
    using std::chrono::minutes;
    const auto left = std::chrono::floor<minutes>(due.utc - now.utc);
    const auto length = std::chrono::abs(left);
    wxString text;
    if (length < std::chrono::hours(1)) {
        text = wxString::Format(_("%d min"), static_cast<int>(length.count()));
    } else if (length < std::chrono::hours(48)) {
        text = wxString::Format(_("%d h"), static_cast<int>(std::chrono::floor<std::chrono::hours>(length).count()));
    } else {
        text = wxString::Format(_("%d d"), static_cast<int>(std::chrono::floor<std::chrono::days>(length).count()));
    }
    return wxString::Format(left < minutes(0) ? _("late by %s") : _("%s left"), text);
}

wxString name_of(Decision decision) {
    switch (decision) {
        case Decision::accept:
            return _("Accept");
        case Decision::rework:
            return _("Rework");
        case Decision::reassign:
            return _("Reassign");
    }
    return {};
}

wxString name_of(review::ReportState state) {
    switch (state) {
        case review::ReportState::submitted:
            return _("submitted");
        case review::ReportState::assessed:
            return _("to decide");
        case review::ReportState::accepted:
            return _("accepted");
        case review::ReportState::rework_requested:
            return _("rework requested");
        case review::ReportState::reassigned:
            return _("reassigned");
        case review::ReportState::held:
            return _("on hold");
        case review::ReportState::withdrawn:
            return _("withdrawn");
        case review::ReportState::surplus:
            return _("surplus visit");
    }
    return {};
}

wxString name_of(Outcome outcome) {
    switch (outcome) {
        case Outcome::accepted:
            return _("accepted");
        case Outcome::reassigned:
            return _("reassigned");
        case Outcome::cancelled:
            return _("cancelled");
        case Outcome::missed:
            return _("missed");
    }
    return {};
}

wxString name_of(Category category) {
    switch (category) {
        case Category::spelling:
            return _("Spelling");
        case Category::grammar:
            return _("Grammar");
        case Category::syntax:
            return _("Syntax");
        case Category::typography:
            return _("Typography");
        case Category::style:
            return _("Style");
        case Category::not_judged:
            return _("Not judged");
        case Category::detail:
            return _("Detail");
        case Category::missing:
            return _("Missing");
        case Category::thin:
            return _("Too short");
        case Category::contradiction:
            return _("Contradiction");
        case Category::repetition:
            return _("Repetition");
        case Category::copied:
            return _("Copied");
        case Category::times:
            return _("Times");
        case Category::privacy:
            return _("Privacy");
        case Category::other:
            return _("Other");
    }
    return {};
}

wxString name_of(review::Unanswered unanswered) {
    switch (unanswered) {
        case review::Unanswered::reassign:
            return _("reassign");
        case review::Unanswered::rework:
            return _("ask again");
        case review::Unanswered::none:
            break;
    }
    return _("a person decides");
}

wxString name_of(review::DismissalScope scope) {
    switch (scope) {
        case review::DismissalScope::here:
            return _("this passage only");
        case review::DismissalScope::rule_in_programme:
            return _("this rule in the whole programme");
        case review::DismissalScope::word_everywhere:
            return _("this word with this rule, everywhere");
    }
    return {};
}

wxString name_of_plugin(std::string_view id) {
    if (id == "detail") return _("Detail");
    if (id == "french") return _("French");
    if (id == "completeness") return _("Completeness");
    if (id == "consistency") return _("Consistency");
    return shown(id);
}

}  // namespace relis::app

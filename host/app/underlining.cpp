#include "app/underlining.h"

#include <algorithm>

#include <fmt/format.h>
#include <wx/textctrl.h>

#include "app/palette.h"
#include "app/report_document.h"
#include "app/words.h"
#include "loaded_symbol.h"

namespace relis::app {

namespace {

wxTextAttrUnderlineType line_of(Category category) {
    switch (look_of(category).underline) {
        case Underline::squiggle:
            return wxTEXT_ATTR_UNDERLINE_SPECIAL;
        case Underline::doubled:
            return wxTEXT_ATTR_UNDERLINE_DOUBLE;
        default:
            return wxTEXT_ATTR_UNDERLINE_SOLID;
    }
}

std::string_view pango_line_of(Category category) {
    switch (look_of(category).underline) {
        case Underline::squiggle:
            return "error";
        case Underline::doubled:
            return "double";
        default:
            return "single";
    }
}

/// Where each code point begins, and the end.
std::vector<std::size_t> beginnings_of(std::string_view text) {
    constexpr unsigned char continuation_mask = 0xC0;
    constexpr unsigned char continuation = 0x80;
    std::vector<std::size_t> beginnings;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & continuation_mask) != continuation) {
            beginnings.push_back(i);
        }
    }
    beginnings.push_back(text.size());
    return beginnings;
}

std::string colour_of(Category category) {
    return to_utf8(Palette().of(look_of(category).ink).GetAsString(wxC2S_HTML_SYNTAX));
}

/// wxWidgets styles texts of several lines only; GTK's own field of one line takes attributes.
void underline_one_line(const wxTextCtrl& text, const std::vector<Finding>& findings) {
    auto* const read = loaded<void*(const char*)>("pango_attr_list_from_string");
    auto* const set = loaded<void(void*, void*)>("gtk_entry_set_attributes");
    auto* const release = loaded<void(void*)>("pango_attr_list_unref");
    if (read == nullptr || set == nullptr || release == nullptr) {
        return;
    }
    if (void* const attributes = read(pango_attributes(to_utf8(text.GetValue()), findings, colour_of).c_str())) {
        set(text.GetHandle(), attributes);
        release(attributes);
    }
}

}  // namespace

std::string pango_attributes(std::string_view text, const std::vector<Finding>& findings,
                             std::string (*colour_of)(Category)) {
    const std::vector<std::size_t> beginnings = beginnings_of(text);
    std::string attributes;
    for (const Finding& finding : findings) {
        if (finding.start >= finding.end || finding.end >= beginnings.size()) {
            continue;
        }
        const std::size_t start = beginnings[finding.start];
        const std::size_t end = beginnings[finding.end];
        attributes +=
            fmt::format("{0}{1} {2} underline {3}, {1} {2} underline-color {4}", attributes.empty() ? "" : ", ", start,
                        end, pango_line_of(finding.category), colour_of(finding.category));
    }
    return attributes;
}

void underline(wxTextCtrl& text, const std::vector<Finding>& findings) {
    if (text.IsSingleLine()) {
        underline_one_line(text, findings);
        return;
    }
    const Palette palette;
    wxTextAttr plain;
    plain.SetFontUnderlined(wxTEXT_ATTR_UNDERLINE_NONE);
    text.SetStyle(0, text.GetLastPosition(), plain);
    for (const Finding& finding : findings) {
        wxTextAttr line;
        line.SetFontUnderlined(line_of(finding.category), palette.of(look_of(finding.category).ink));
        text.SetStyle(static_cast<long>(finding.start), static_cast<long>(finding.end), line);
    }
}

}  // namespace relis::app

#include "app/page_view.h"

#include <utility>

#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/webview.h>

#include "app/accessible_names.h"
#include "loaded_symbol.h"

namespace relis::app {

namespace {

/// Makes what all views of WebKit share.
void begin_webkit() {
    if (auto* const begin = loaded<void*()>("webkit_web_context_get_default")) {
        begin();
    }
}

/// Switches off what wxWidgets has no word for: scripts, and that Tab goes from link to link and never out of the page.
void forbid_scripts_and_tabs(const wxWebView& web) {
    auto* const settings_of = loaded<void*(void*)>("webkit_web_view_get_settings");
    if (settings_of == nullptr || web.GetNativeBackend() == nullptr) {
        return;
    }
    for (const char* const setting :
         {"webkit_settings_set_enable_javascript", "webkit_settings_set_enable_tabs_to_links"}) {
        if (auto* const enable = loaded<void(void*, int)>(setting)) {
            enable(settings_of(web.GetNativeBackend()), 0);
        }
    }
}

/// The page itself takes the keys, so that the arrows scroll it: wxWidgets gives them to the frame around it.
void focus_page(const wxWebView& web) {
    auto* const grab = loaded<void(void*)>("gtk_widget_grab_focus");
    if (grab != nullptr && web.GetNativeBackend() != nullptr) {
        grab(web.GetNativeBackend());
    }
}

}  // namespace

PageView::PageView(wxWindow* parent, const wxString& name) : wxPanel(parent), name_(name) {
    SetSizer(new wxBoxSizer(wxVERTICAL));
    Bind(wxEVT_SET_FOCUS, [this](wxFocusEvent& event) {
        event.Skip();
        if (web_ != nullptr) {
            focus_page(*web_);
        }
    });
    begin_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { begin(); });
}

void PageView::begin() {
    // WebKit, a view and its process in one go would keep the window from answering for longer than it may
    if (!begun_) {
        begin_webkit();
        begun_ = true;
        begin_.StartOnce(1);
    } else if (web_ == nullptr) {
        if (make_view()) {
            begin_.StartOnce(1);
        }
    } else {
        draw();
    }
}

bool PageView::make_view() {
    web_ = wxWebView::New(this, wxID_ANY);
    if (web_ == nullptr) {
        GetSizer()->Add(
            new wxStaticText(this, wxID_ANY, _("The page cannot be drawn here; open it in the browser (Ctrl+B).")),
            wxSizerFlags().Border(wxALL, FromDIP(12)));
        Layout();
        return false;
    }
    web_->SetName(name_);
    web_->EnableContextMenu(false);
    forbid_scripts_and_tabs(*web_);
    web_->Bind(wxEVT_WEBVIEW_NAVIGATING, [](wxWebViewEvent& event) {
        if (event.GetURL() != wxWebViewDefaultURLStr) {
            event.Veto();
        }
    });
    web_->Bind(wxEVT_WEBVIEW_NEWWINDOW, [](wxWebViewEvent& event) { event.Veto(); });
    web_->Bind(wxEVT_WEBVIEW_LOADED, [this](wxWebViewEvent&) { drawn_ = true; });
    GetSizer()->Add(web_, wxSizerFlags(1).Expand());
    Layout();
    announce_names(*this);
    if (HasFocus()) {
        focus_page(*web_);
    }
    return true;
}

void PageView::show(const std::string& html) {
    drawn_ = false;
    html_ = html;
    if (begin_.IsRunning()) {
        return;
    }
    if (web_ != nullptr) {
        draw();
    } else {
        begin_.StartOnce(1);
    }
}

void PageView::draw() {
    web_->SetPage(wxString::FromUTF8(std::exchange(html_, {})), wxString());
}

}  // namespace relis::app

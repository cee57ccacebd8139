#include "app/page_view.h"

#include <dlfcn.h>
#include <wx/sizer.h>
#include <wx/stattext.h>
#include <wx/webview.h>

namespace relis::app {

namespace {

/// Switches scripts off. wxWidgets has no word for it, and WebKit's headers are not asked for to build the workstation.
void forbid_scripts(const wxWebView& web) {
    static auto* const settings_of =
        reinterpret_cast<void* (*)(void*)>(dlsym(RTLD_DEFAULT, "webkit_web_view_get_settings"));
    static auto* const enable =
        reinterpret_cast<void (*)(void*, int)>(dlsym(RTLD_DEFAULT, "webkit_settings_set_enable_javascript"));
    if (settings_of != nullptr && enable != nullptr && web.GetNativeBackend() != nullptr) {
        enable(settings_of(web.GetNativeBackend()), 0);
    }
}

}  // namespace

PageView::PageView(wxWindow* parent, const wxString& name) : wxPanel(parent) {
    auto* const sizer = new wxBoxSizer(wxVERTICAL);
    SetSizer(sizer);
    web_ = wxWebView::New(this, wxID_ANY);
    if (web_ == nullptr) {
        sizer->Add(
            new wxStaticText(this, wxID_ANY, _("The page cannot be drawn here; open it in the browser (Ctrl+B).")),
            wxSizerFlags().Border(wxALL, FromDIP(12)));
        return;
    }
    web_->SetName(name);
    web_->EnableContextMenu(false);
    forbid_scripts(*web_);
    web_->Bind(wxEVT_WEBVIEW_NAVIGATING, [](wxWebViewEvent& event) {
        if (event.GetURL() != wxWebViewDefaultURLStr) {
            event.Veto();
        }
    });
    web_->Bind(wxEVT_WEBVIEW_NEWWINDOW, [](wxWebViewEvent& event) { event.Veto(); });
    web_->Bind(wxEVT_WEBVIEW_LOADED, [this](wxWebViewEvent&) { drawn_ = true; });
    sizer->Add(web_, wxSizerFlags(1).Expand());
}

void PageView::show(const std::string& html) {
    drawn_ = web_ == nullptr;
    if (web_ != nullptr) {
        web_->SetPage(wxString::FromUTF8(html), wxString());
    }
}

}  // namespace relis::app

#include "window_test.h"

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <thread>

#include <wx/button.h>
#include <wx/dcclient.h>
#include <wx/dcmemory.h>
#include <wx/dcscreen.h>
#include <wx/evtloop.h>
#include <wx/image.h>
#include <wx/menu.h>
#include <wx/stattext.h>
#include <wx/uiaction.h>

#include "app/words.h"
#include "review/assess.h"
#include "review/decide.h"
#include "review/import.h"

namespace relis::app {

namespace {

std::filesystem::path folder() {
    static const std::filesystem::path made = [] {
        const auto path = std::filesystem::temp_directory_path() /
                          ("relis-gui-" + std::to_string(std::chrono::steady_clock::now().time_since_epoch().count()));
        std::filesystem::create_directories(path);
        return path;
    }();
    return made;
}

/// Parts of the picture that were not drawn: tiles of nothing but black, which no screen here has.
std::size_t undrawn_tiles(const wxImage& image) {
    constexpr int tile = 40;
    std::size_t undrawn = 0;
    for (int top = 0; top + tile <= image.GetHeight(); top += tile) {
        for (int left = 0; left + tile <= image.GetWidth(); left += tile) {
            bool black = true;
            for (int y = top; black && y < top + tile; ++y) {
                for (int x = left; black && x < left + tile; ++x) {
                    black = image.GetRed(x, y) == 0 && image.GetGreen(x, y) == 0 && image.GetBlue(x, y) == 0;
                }
            }
            undrawn += black ? 1 : 0;
        }
    }
    return undrawn;
}

/// Texts that have less room than they need, as `label (needs, has)`; those that end in an ellipsis on purpose are
/// none.
void find_clipped(const wxWindow& parent, wxString& clipped) {
    for (const wxWindow* const child : parent.GetChildren()) {
        if (!child->IsShown() || child->IsTopLevel()) {
            continue;
        }
        const bool ellipsized = child->HasFlag(wxST_ELLIPSIZE_END) || child->HasFlag(wxST_ELLIPSIZE_MIDDLE);
        const bool is_text = dynamic_cast<const wxStaticText*>(child) != nullptr && !ellipsized;
        if (is_text || dynamic_cast<const wxButton*>(child) != nullptr) {
            const wxSize needed = child->GetBestSize();
            if (needed.x > child->GetSize().x + 1 || needed.y > child->GetSize().y + 1) {
                clipped += wxString::Format("%s (%d x %d, has %d x %d)\n", child->GetLabel(), needed.x, needed.y,
                                            child->GetSize().x, child->GetSize().y);
            }
        }
        find_clipped(*child, clipped);
    }
}

std::size_t keep_picture(wxDC& screen, const wxSize& size, const std::string& name) {
    wxBitmap bitmap(size, 24);
    wxMemoryDC memory(bitmap);
    memory.Blit(0, 0, size.x, size.y, &screen, 0, 0);
    memory.SelectObject(wxNullBitmap);
    if (wxImage::FindHandler(wxBITMAP_TYPE_PNG) == nullptr) wxImage::AddHandler(new wxPNGHandler);
    const wxImage image = bitmap.ConvertToImage();
    const std::filesystem::path folder = std::filesystem::current_path() / "screens";
    std::filesystem::create_directories(folder);
    image.SaveFile(shown((folder / (name + ".png")).string()), wxBITMAP_TYPE_PNG);
    EXPECT_EQ(undrawn_tiles(image), 0U) << name << ": a part of the window was not drawn";
    return image.CountColours(1000);
}

}  // namespace

bool TestApplication::OnInit() {
    return true;
}

TestApplication& application() {
    return static_cast<TestApplication&>(*wxTheApp);
}

void WindowTest::SetUpTestSuite() {
    std::filesystem::create_directories(folder());  // the suite before removed it
    if (std::filesystem::exists(folder() / "demo.sqlite")) return;
    std::filesystem::create_directories(folder());  // the suite before this one removed it
    review::Workspace workspace({(folder() / "demo.sqlite").string(), RELIS_PLUGIN_FOLDER, "Odile"});
    const std::filesystem::path demo = std::filesystem::path(RELIS_SOURCE_FOLDER) / "data" / "demo";
    review::ImportOptions options;
    options.shift_to_now = true;
    review::import_path(workspace, demo, options);
    review::assess_pending(workspace);
}

void WindowTest::TearDownTestSuite() {
    std::filesystem::remove_all(folder());
}

void WindowTest::SetUp() {
    location_ = make_database();
    ApplicationOptions options;
    options.database = location_;
    options.plugins = RELIS_PLUGIN_FOLDER;
    options.user = "Odile";
    options.keep_layout = false;
    application().open(options);
    ASSERT_TRUE(wait_until([] { return report_is_open(); }));
}

std::string WindowTest::make_database() {
    const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
    std::string name = test->name();
    std::ranges::replace(name, '/', '-');
    database_ = folder() / (name + ".sqlite");
    std::filesystem::copy_file(folder() / "demo.sqlite", database_);
    return database_.string();
}

std::string WindowTest::make_postgres_database() {
    const char* const file = std::getenv("RELIS_TEST_POSTGRES");
    std::string url;
    if (file != nullptr) {
        std::getline(std::ifstream(file) >> std::ws, url);
    }
    if (url.empty()) {
        throw std::runtime_error("no PostgreSQL server: run the tests through ctest, or set RELIS_TEST_POSTGRES");
    }
    review::Workspace workspace({url, RELIS_PLUGIN_FOLDER, "Odile"});
    const std::filesystem::path demo = std::filesystem::path(RELIS_SOURCE_FOLDER) / "data" / "demo";
    review::ImportOptions options;
    options.shift_to_now = true;
    review::import_path(workspace, demo, options);
    review::assess_pending(workspace);
    return url;
}

void WindowTest::TearDown() {
    application().close();
}

bool WindowTest::wait_until(const std::function<bool()>& condition) {
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(90);  // a sanitizer is slow
    while (!condition()) {
        if (std::chrono::steady_clock::now() > give_up) return false;
        wxYield();
        std::this_thread::sleep_for(std::chrono::milliseconds(2));
    }
    wxYield();
    return true;
}

void WindowTest::choose(int command) {
    ASSERT_TRUE(frame().GetMenuBar()->IsEnabled(command));
    wxCommandEvent event(wxEVT_MENU, command);
    frame().ProcessWindowEvent(event);
}

void WindowTest::press(wxButton& button) {
    ASSERT_TRUE(button.IsEnabled());
    wxCommandEvent event(wxEVT_BUTTON, button.GetId());
    event.SetEventObject(&button);
    button.ProcessWindowEvent(event);
}

std::string WindowTest::cut_off(const wxWindow& parent) {
    std::string names;
    const wxRect room(parent.GetClientSize());
    const bool scrolls = dynamic_cast<const wxScrolledWindow*>(&parent) != nullptr ||
                         dynamic_cast<const wxNotebook*>(&parent) != nullptr;
    for (const wxWindow* const child : parent.GetChildren()) {
        if (child->IsTopLevel() || !child->IsShown()) {
            continue;
        }
        const auto* const text = dynamic_cast<const wxTextCtrl*>(child);
        const bool low = text != nullptr && text->IsSingleLine() && text->GetSize().y < text->GetCharHeight();
        if (low || (!scrolls && !room.Contains(child->GetRect()))) {
            names += to_utf8(child->GetName()) + ' ';
        }
        names += cut_off(*child);
    }
    return names;
}

wxTopLevelWindow* WindowTest::newest_beside() {
    for (auto node = wxTopLevelWindows.GetLast(); node != nullptr; node = node->GetPrevious()) {
        auto* const window = static_cast<wxTopLevelWindow*>(node->GetData());
        if (window != &frame() && window->IsShown()) {
            return window;
        }
    }
    return nullptr;
}

void WindowTest::in_dialog(const std::function<void(wxDialog&)>& act, const std::function<void()>& open, int end) {
    std::function<void()> look = [&] {
        for (wxWindow* const found : wxTopLevelWindows) {
            auto* const dialog = dynamic_cast<wxDialog*>(found);
            if (dialog != nullptr && dialog->IsModal()) {
                act(*dialog);
                dialog->EndModal(end);
                return;
            }
        }
        wxTheApp->CallAfter(look);
    };
    wxTheApp->CallAfter(look);
    open();
}

void WindowTest::type_key(int key, int modifiers) {
    wxUIActionSimulator simulator;
    simulator.Char(key, modifiers);
    wxYield();
}

bool WindowTest::click_on(DocumentView& view, std::size_t finding) {
    const int unit = 8;
    for (const Row& row : view.layout().rows) {
        for (const Piece& piece : row.pieces) {
            const Span& span = view.document().paragraphs[row.paragraph].spans[piece.span];
            if (!span.target || span.target->finding != finding || span.underline == Underline::none) continue;
            if (row.paragraph < 6) continue;  // the counts in the head lead there too
            view.Scroll(0, std::max(0, row.y - 40) / unit);
            wxYield();
            const wxPoint place(view.text_left() + piece.x + piece.width / 2,
                                row.y + row.height / 2 + view.FromDIP(12) - view.GetViewStart().y * unit);
            wxUIActionSimulator simulator;
            simulator.MouseMove(view.ClientToScreen(place));
            wxYield();
            simulator.MouseClick();
            wxYield();
            return true;
        }
    }
    return false;
}

bool WindowTest::report_is_open() {
    return session().report().current() && session().decision().can_decide() && !session().queue().loading();
}

bool WindowTest::open_recommended(Decision decision) {
    for (const review::QueueRow& row : session().queue().rows()) {
        if (row.recommendation != decision) continue;
        const std::string report_id = row.report_id;
        session().queue().select(report_id);
        return wait_until([&] { return report_is_open() && session().report().report_id() == report_id; });
    }
    return false;
}

bool WindowTest::free_a_mission() {
    if (!open_recommended(Decision::accept)) {
        return false;
    }
    review::DecisionRequest decision;
    decision.report_id = session().report().report_id();
    decision.revision = stored(decision.report_id).report.revision;
    decision.decision = Decision::reassign;
    decision.reason = "La visite est à refaire.";
    return review::decide(application().workspace(), decision).recorded;
}

std::size_t WindowTest::shoot(wxWindow& window, const std::string& name) {
    window.Update();
    wxYield();
    wxString clipped;
    find_clipped(window, clipped);
    EXPECT_TRUE(clipped.empty()) << name << ": text without the room it needs:\n" << clipped.ToStdString();
    wxClientDC screen(&window);
    return keep_picture(screen, window.GetClientSize(), name);
}

std::size_t WindowTest::shoot_screen(const std::string& name) {
    wxScreenDC screen;
    return keep_picture(screen, screen.GetSize(), name);
}

review::ReportDetails WindowTest::stored(const std::string& report_id) {
    return review::load_report(application().workspace(), report_id);
}

}  // namespace relis::app

int main(int count, char** arguments) {
    testing::InitGoogleTest(&count, arguments);
    wxApp::SetInstance(new relis::app::TestApplication);
    if (!wxEntryStart(count, arguments) || !wxTheApp->CallOnInit()) return 1;
    relis::app::set_language("en");
    int result = 0;
    {
        wxEventLoop loop;
        const wxEventLoopActivator active(&loop);
        result = RUN_ALL_TESTS();
        wxTheApp->OnExit();
    }
    wxEntryCleanup();
    return result;
}

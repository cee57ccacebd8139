#include "app/application.h"

#include <clocale>
#include <cstdlib>
#include <filesystem>

#include <wx/cmdline.h>
#include <wx/crt.h>
#include <wx/event.h>
#include <wx/fileconf.h>
#include <wx/image.h>
#include <wx/msgdlg.h>

#include "app/draft_openers.h"
#include "app/words.h"
#include "label/language.h"

namespace relis::app {

namespace {

/// `$NAME/relis`, or the same below the user's home folder.
std::filesystem::path folder_of_user(const char* variable, const std::filesystem::path& below_home) {
    const char* const named = std::getenv(variable);
    if (named != nullptr && *named != '\0') return std::filesystem::path(named) / "relis";
    const char* const home = std::getenv("HOME");
    return std::filesystem::path(home != nullptr ? home : ".") / below_home / "relis";
}

}  // namespace

std::string default_database() {
    const char* const named = std::getenv("RELIS_DB");
    if (named != nullptr && *named != '\0') return named;
    return (folder_of_user("XDG_DATA_HOME", std::filesystem::path(".local") / "share") / "relis.sqlite").string();
}

bool Application::read_command_line(ApplicationOptions& options) {
    wxCmdLineParser parser(argc, argv);
    parser.AddSwitch("h", "help", _("show this help"), wxCMD_LINE_OPTION_HELP);
    parser.AddLongOption("db", _("database: path of a SQLite file or a postgresql:// URL"));
    parser.AddLongOption("plugins", _("folder of the plugins"));
    parser.AddLongOption("user", _("who acts, as decisions name it"));
    parser.AddLongOption("language", _("language of the window: fr or en"));
    const int result = parser.Parse();
    if (result != 0) {
        exit_code_ = result < 0 ? 0 : 2;
        return false;
    }
    const auto option = [&](const wxString& name) {
        wxString value;
        parser.Found(name, &value);
        return to_utf8(value);
    };
    options.database = option("db");
    options.plugins = option("plugins");
    options.user = option("user");
    options.language = option("language");
    if (!options.language.empty() && options.language != "fr" && options.language != "en") {
        wxFprintf(stderr, _("relis-workstation: --language is fr or en, not %s\n"), shown(options.language));
        exit_code_ = 2;
        return false;
    }
    return true;
}

bool Application::OnInit() {
    // names of files and arguments are the system's; numbers stay as C writes them
    std::setlocale(LC_CTYPE, "");
    SetAppName("relis");
    SetAppDisplayName("Relis");
    set_language(language_of(system_locale()) == Language::french ? "fr" : "en");
    ApplicationOptions options;
    if (!read_command_line(options)) return true;  // OnRun hands the exit code back
    if (!options.language.empty()) set_language(options.language);
    try {
        open(options);
    } catch (const std::runtime_error& error) {
        const std::string database = options.database.empty() ? default_database() : options.database;
        const wxString message =
            wxString::Format(_("The database %s cannot be opened."), shown(database)) + "\n\n" + shown(error.what());
        wxFprintf(stderr, "relis-workstation: %s\n", message);
        wxMessageBox(message, "Relis", wxOK | wxICON_ERROR);
        exit_code_ = 1;
    }
    return true;
}

void Application::open(const ApplicationOptions& options) {
    std::string database = options.database;
    if (database.empty()) {
        database = default_database();
        if (database.find("://") == std::string::npos) {
            std::filesystem::create_directories(std::filesystem::path(database).parent_path());
        }
    }
    // menus and controls are told when what they offer changes: asking each of them whenever the program is idle would
    // cost the more the more windows are open
    wxUpdateUIEvent::SetMode(wxUPDATE_UI_PROCESS_SPECIFIED);
    if (wxImage::FindHandler(wxBITMAP_TYPE_JPEG) == nullptr) wxInitAllImageHandlers();  // attachments are shown small
    workspace_ = std::make_unique<review::Workspace>(review::WorkspaceOptions{database, options.plugins, options.user});
    desk_ = make_desk(*workspace_);
    turns_ = std::make_unique<Turns>();
    background_ = std::make_unique<Background>(
        [this](std::function<void()> continuation) { turns_->post(std::move(continuation)); },
        [this](const Label& what) {
            if (frame_ != nullptr) frame_->show_error(shown(what));
        });
    session_ = std::make_unique<Session>(*desk_, *background_);
    quality_ = std::make_unique<QualityManager>(*workspace_, *background_, session_->drafts(),
                                                [this] { session_->work().assess(); });
    shopper_desk_ = make_shopper_desk(*workspace_, words_);
    conduct_desk_ = make_conduct_desk(*workspace_);
    shoppers_ = std::make_unique<ShopperWindows>(*shopper_desk_, *conduct_desk_, *background_, *session_);
    follow_up_desks_ = make_follow_up_desks(*workspace_, words_);
    follow_up_ = std::make_unique<FollowUp>(follow_up_desks_, *background_, *session_, *shoppers_);
    appeals_desk_ = make_appeals_desk(*workspace_, words_);
    filing_desk_ = make_filing_desk(*workspace_);
    const auto open_report = [this](const std::string& report_id) {
        session_->report().open(report_id);
        frame_->Raise();
    };
    appeals_ = std::make_unique<AppealsDoor>(*appeals_desk_, *filing_desk_, *background_, *session_, open_report,
                                             [this] { return session_->report().report_id(); });
    missions_desk_ = make_missions_desk(*workspace_);
    missions_ =
        std::make_unique<MissionsDoor>(*missions_desk_, *background_, session_->drafts(),
                                       [this](const std::string& shopper_id) { shoppers_->show_shopper(shopper_id); });
    std::unique_ptr<wxConfigBase> config;
    if (options.keep_layout) {
        const std::filesystem::path folder = folder_of_user("XDG_CONFIG_HOME", ".config");
        std::error_code ignored;  // without the folder nothing is kept, and wxWidgets logs it
        std::filesystem::create_directories(folder, ignored);
        session_->drafts().open(
            draft_folder(folder_of_user("XDG_STATE_HOME", std::filesystem::path(".local") / "state"), database,
                         workspace_->user()),
            [this](const Label& what) { background_->report_error(what); });
        config = std::make_unique<wxFileConfig>("relis", wxString(), shown((folder / "workstation.ini").string()));
    }
    words_.set(config == nullptr ? std::string() : to_utf8(config->Read("/outbox/words", wxString())));
    const bool url = database.find("://") != std::string::npos;
    // of a URL only what follows the last slash: it may hold a password
    const wxString name =
        shown(url ? database.substr(database.rfind('/') + 1) : std::filesystem::path(database).filename().string());
    frame_ = new MainFrame(*session_, name, std::move(config));
    frame_->Bind(wxEVT_DESTROY, [this](wxWindowDestroyEvent& event) {
        if (event.GetEventObject() == frame_) {
            place_.reset();
            guide_.reset();
            frame_ = nullptr;
        }
        event.Skip();
    });
    quality_->attach(*frame_, frame_->layout());
    shoppers_->attach(*frame_, frame_->layout());
    follow_up_->attach(*frame_);
    appeals_->attach(*frame_, frame_->layout());
    missions_->attach(*frame_, frame_->layout());
    SetTopWindow(frame_);
    guide_ = std::make_unique<Guide>(*frame_, *background_);
    place_ = std::make_unique<PlaceKeeper>(*frame_, *session_, *quality_, *shoppers_);
    add_draft_openers(*place_, *frame_, *quality_, *shoppers_, *follow_up_, *appeals_, *missions_);
    frame_->Show();
    place_->go_back();
}

int Application::OnRun() {
    return frame_ == nullptr ? exit_code_ : wxApp::OnRun();
}

void Application::close() {
    place_.reset();
    delete frame_;
    frame_ = nullptr;
    guide_.reset();
    follow_up_.reset();
    appeals_.reset();
    missions_.reset();
    shoppers_.reset();
    session_.reset();
    background_.reset();
    turns_.reset();
    follow_up_desks_ = {};
    appeals_desk_.reset();
    filing_desk_.reset();
    missions_desk_.reset();
    shopper_desk_.reset();
    conduct_desk_.reset();
    quality_.reset();
    desk_.reset();
    workspace_.reset();
}

int Application::OnExit() {
    close();
    return wxApp::OnExit();
}

}  // namespace relis::app

#include "app/place_keeper.h"

#include <array>
#include <charconv>
#include <utility>

#include <wx/weakref.h>

#include "app/commands.h"
#include "app/draft_fields.h"
#include "app/saved_filters.h"
#include "app/unsent_window.h"
#include "app/words.h"

namespace relis::app {

namespace {

constexpr int looks_every = 500;  // milliseconds

struct WindowByCommand {
    const char* name;  ///< its key in the layout
    int command;
};
/// Windows that open as their menu opens them; the others are opened on what they showed.
constexpr std::array<WindowByCommand, 6> windows_by_command{{{"appeals", command_appeals},
                                                             {"fairness", command_fairness},
                                                             {"missions", command_missions},
                                                             {"reworks", command_reworks},
                                                             {"tiers", command_tiers},
                                                             {"outbox", command_outbox}}};

int whole(const DraftFields& fields, const std::string& name, int otherwise) {
    const std::string text = field_of(fields, name);
    int value = otherwise;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

PlaceKeeper::PlaceKeeper(MainFrame& frame, Session& session, QualityManager& quality, ShopperWindows& shoppers)
    : frame_(frame), session_(session), quality_(quality), shoppers_(shoppers) {
    frame_.Bind(
        wxEVT_MENU, [this](wxCommandEvent&) { show_unsent(); }, command_unsent);
    report_news_ = session_.report().notifier().subscribe([this](ReportModel::News news) { on_report(news); });
    timer_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) {
        if (!returning_) {
            session_.drafts().keep_place(look());
        }
    });
    timer_.Start(looks_every);
    frame_.Bind(wxEVT_CLOSE_WINDOW, [this](wxCloseEvent& event) {
        if (!returning_) {
            session_.drafts().keep_place(look());
        }
        event.Skip();
    });
}

std::string PlaceKeeper::open_editor() const {
    const auto& page = session_.report().page();
    if (!page) {
        return {};
    }
    if (const auto& draft = session_.decision().draft()) {
        return key_of(page->details.row.report_id, page->details.report.revision, draft->decision);
    }
    if (const auto& draft = session_.judging().draft()) {
        return key_of(*page, *draft);
    }
    return {};
}

DraftFields PlaceKeeper::look() const {
    DraftFields place;
    put_query(place, session_.queue().query());
    place["report"] = session_.report().report_id();
    if (session_.report().current()) {
        if (const auto finding = session_.report().finding()) {
            place["finding"] = std::to_string(*finding);
        }
        place["scrolled"] = std::to_string(frame_.report_panel().view().scrolled());
        place["editor"] = open_editor();
    }
    place["layout"] = std::to_string(static_cast<int>(frame_.report_panel().layout_shown()));
    place["side"] = std::to_string(frame_.sides().GetSelection());
    if (CriteriaWindow* const criteria = quality_.criteria()) {
        place["window.criteria"] = criteria->model().programme();
    }
    if (quality_.dashboard() != nullptr) {
        place["window.dashboard"] = "";
    }
    if (quality_.plugins() != nullptr) {
        place["window.plugins"] = "";
    }
    for (const auto& [name, command] : windows_by_command) {
        if (frame_.layout().open(name)) {
            place["window." + std::string(name)] = "";
        }
    }
    if (ShopperWindow* const shopper = shoppers_.shopper()) {
        place["window.shopper"] = shopper->model().shopper_id();
    }
    if (FeedbackWindow* const feedback = shoppers_.feedback()) {
        if (!feedback->report_id().empty()) {
            place["window.feedback"] = feedback->report_id();
        } else if (const auto& draft = feedback->draft()) {
            place["window.draft"] = draft->file.string();
            place["window.draft.questionnaire"] = draft->questionnaire.string();
        }
    }
    return place;
}

void PlaceKeeper::go_back() {
    const DraftFields place = session_.drafts().place();
    if (!place.empty()) {
        session_.queue().show(query_among(place));
    }
    const std::string report_id = field_of(place, "report");
    returning_ = !report_id.empty();
    to_restore_ = place;
    session_.start(report_id);
    if (report_id.empty()) {
        tell_unsent(false);
    }
    if (const int side = whole(place, "side", 0); side > 0 && side < static_cast<int>(frame_.sides().GetPageCount())) {
        frame_.sides().ChangeSelection(static_cast<std::size_t>(side));
    }
    open_windows(place);
}

void PlaceKeeper::open_windows(const DraftFields& place) {
    bool opened = false;
    const auto with = [&](const char* name, const auto& open) {
        if (const auto window = place.find(name); window != place.end()) {
            open(window->second);
            opened = true;
        }
    };
    with("window.criteria", [this](const std::string& programme) { quality_.show_criteria().model().open(programme); });
    with("window.dashboard", [this](const std::string&) { quality_.show_dashboard(); });
    with("window.plugins", [this](const std::string&) { quality_.show_plugins(); });
    for (const auto& [name, command] : windows_by_command) {
        const std::string field = "window." + std::string(name);
        with(field.c_str(), [this, wanted = command](const std::string&) {
            wxCommandEvent chosen(wxEVT_MENU, wanted);
            frame_.GetEventHandler()->ProcessEvent(chosen);
        });
    }
    with("window.shopper", [this](const std::string& id) { shoppers_.show_shopper(id); });
    with("window.feedback", [this](const std::string& id) { shoppers_.show_feedback(id); });
    with("window.draft", [&](const std::string& file) {
        shoppers_.show_draft({file, field_of(place, "window.draft.questionnaire")});
    });
    if (opened) {
        // after the windows, which are shown in one turn and get the focus in another
        Background& background = session_.background();
        const auto raise = [frame = wxWeakRef<MainFrame>(&frame_)] {
            if (frame) frame->Raise();
        };
        background.post([&background, raise] { background.post(raise); });
    }
}

void PlaceKeeper::on_report(ReportModel::News news) {
    if (news != ReportModel::News::shown || (!returning_ && to_open_.empty())) {
        return;
    }
    // once all who listen show the report
    frame_.CallAfter([this] {
        if (!to_open_.empty() && session_.report().current()) {
            open_editor(std::exchange(to_open_, {}));
            return;
        }
        if (!std::exchange(returning_, false)) {
            return;
        }
        const DraftFields place = std::exchange(to_restore_, {});
        const auto& page = session_.report().page();
        const bool there = session_.report().current() && page->details.row.report_id == field_of(place, "report");
        const bool decided = there && !waits_for_decision(page->details.row.state);
        if (!there || (decided && session_.queue().query().open_only)) {
            session_.queue().select(std::size_t{0});  // it was decided or withdrawn meanwhile
            tell_unsent(false);
            return;
        }
        if (const int layout = whole(place, "layout", 0); layout > 0 && layout <= 2) {
            frame_.report_panel().toggle(static_cast<ReportPanel::Layout>(layout));
        }
        if (const int finding = whole(place, "finding", -1); finding >= 0) {
            session_.report().select_finding(static_cast<std::size_t>(finding));
        }
        frame_.report_panel().view().scroll_back(whole(place, "scrolled", 0));
        tell_unsent(open_editor(field_of(place, "editor")));
    });
}

bool PlaceKeeper::open_editor(const std::string& key) {
    if (key.empty()) {
        return false;
    }
    if (const DraftFields* const kept = session_.drafts().find(key)) {
        if (const auto intervention = intervention_of(*kept)) {
            session_.interventions().begin(*intervention, session_.desk().now());
            return true;
        }
        const auto decision = decision_draft_of(*kept);
        return decision ? session_.decision().reopen(decision->decision)
                        : session_.judging().reopen(DraftFields(*kept));
    }
    // it was open and nothing had been typed
    const std::string report_id = session_.report().report_id();
    for (const Decision decision : {Decision::rework, Decision::reassign}) {
        if (key == key_of(report_id, session_.report().page()->details.report.revision, decision)) {
            session_.decision().choose(decision);
        }
    }
    return false;
}

void PlaceKeeper::tell_unsent(bool brought_back) {
    const auto count = static_cast<unsigned>(session_.drafts().all().size());
    if (count == 0) {
        return;
    }
    const wxString others =
        wxString::Format(wxPLURAL("%u text is not sent yet: Review > Unsent texts (Ctrl+Shift+U).",
                                  "%u texts are not sent yet: Review > Unsent texts (Ctrl+Shift+U).", count),
                         count);
    frame_.show_notice((brought_back ? _("What you were writing is back.") + " " : wxString()) + others, wxString(),
                       wxICON_INFORMATION);
}

void PlaceKeeper::show_unsent() {
    if (session_.drafts().all().empty()) {
        frame_.show_notice(_("Nothing is unsent: what you type is kept here until you send, save or throw it away."),
                           wxString(), wxICON_INFORMATION);
        return;
    }
    // what is being written now would be written again
    session_.decision().close_draft();
    session_.judging().close_draft();
    UnsentDialog dialog(&frame_, session_.drafts());
    if (dialog.ShowModal() == wxID_OK) {
        open_draft(dialog.selected());
    }
}

void PlaceKeeper::opens(const std::string& kind, Open open) {
    openers_[kind] = std::move(open);
}

void PlaceKeeper::open_draft(const std::string& key) {
    const DraftFields* const kept = session_.drafts().find(key);
    if (kept == nullptr) {
        return;
    }
    if (const auto opener = openers_.find(field_of(*kept, "kind")); opener != openers_.end()) {
        opener->second(DraftFields(*kept));
        return;
    }
    if (field_of(*kept, "kind") == "criteria") {
        quality_.show_criteria().model().open(field_of(*kept, "programme"));
        return;
    }
    const std::string report_id = field_of(*kept, "report");
    if (session_.report().report_id() == report_id && session_.report().current()) {
        open_editor(key);
        return;
    }
    to_open_ = key;
    session_.queue().select(report_id);
    session_.report().open(report_id);
}

}  // namespace relis::app

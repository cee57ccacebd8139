// Forms: room to read while one writes, refusals with their details, what is typed and not sent.
#include <algorithm>

#include "app/commands.h"
#include "app/draft_fields.h"
#include "app/filter_name_dialog.h"
#include "app/saved_filters.h"
#include "app/unsent_window.h"
#include "app/words.h"
#include "review/appeals.h"
#include "window_test.h"

namespace relis::app {
namespace {

class Forms : public WindowTest {
  protected:
    static wxTextCtrl& text_in(wxDialog& dialog, const wxString& name) {
        return dynamic_cast<wxTextCtrl&>(*wxWindow::FindWindowByName(name, &dialog));
    }
};

TEST_F(Forms, LeaveTwoFifthsOfTheHeightToTheReport) {
    frame().SetSize(1280, 720);
    ASSERT_TRUE(open_recommended(Decision::rework));
    const int before = frame().queue_panel().GetSize().y;
    choose(command_rework);
    DecisionEditor& editor = frame().decision_editor();
    ASSERT_TRUE(wait_until([&] { return editor.IsShownOnScreen() && editor.terms().reasons().GetCount() > 0; }));
    wait_until([&] { return frame().report_panel().GetSize().y > 250; });
    EXPECT_GE(frame().report_panel().GetSize().y, 0.39 * (frame().GetClientSize().y - 10));
    EXPECT_EQ(cut_off(editor), "");
    EXPECT_GT(shoot(frame(), "rework-1280x720"), 20U);
    session().decision().close_draft();
    EXPECT_TRUE(wait_until([&] { return frame().queue_panel().GetSize().y == before; })) << "as it was";
    EXPECT_TRUE(frame().decision_bar().IsShown());
}

TEST_F(Forms, TellTheDetailsOfARefusal) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    const auto& page = session().report().page();
    const std::string key = judgements_below(page->details.row.report_id, page->details.report.revision) + "text/x";
    choose(command_rework);
    session().drafts().keep(key, {{"kind", "text"}, {"text", "x"}});
    DecisionEditor& editor = frame().decision_editor();
    EXPECT_TRUE(editor.refusal().details().empty());
    editor.due().text().SetValue("soon");
    editor.confirm();
    EXPECT_FALSE(editor.refusal().text().empty());
    EXPECT_TRUE(editor.refusal().details().empty()) << "what lacks is no failure";
    editor.due().set(session().desk().default_rework_due());
    editor.confirm();
    EXPECT_TRUE(editor.refusal().text().Contains("not saved")) << editor.refusal().text();
    EXPECT_TRUE(editor.refusal().details().Contains(editor.refusal().text()));
    EXPECT_GT(shoot(frame(), "refusal"), 20U);
    session().drafts().forget(key);
}

/// The windows beside the report: what is typed there and not sent.
TEST_F(Forms, KeepWhatIsTypedInEachWindowUntilItIsSent) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string shopper_id = session().report().page()->details.row.shopper_id;
    const std::string report_id = session().report().report_id();
    Drafts& drafts = session().drafts();

    TiersWindow& tiers = application().follow_up().show_tiers();
    tiers.reason().SetValue("Elle part");
    EXPECT_NE(drafts.find("tiers"), nullptr);
    tiers.Destroy();

    RemarksWindow& remarks = application().follow_up().show_remarks();
    ASSERT_TRUE(wait_until([&] { return remarks.model().ready() && remarks.list().GetItemCount() > 0; }));
    remarks.begin_new();
    remarks.name().SetValue("quand");
    remarks.text().SetValue("Quand ?");
    remarks.list().SelectRow(0);
    wxDataViewEvent selected(wxEVT_DATAVIEW_SELECTION_CHANGED, &remarks.list(), remarks.list().GetSelection());
    remarks.list().ProcessWindowEvent(selected);
    EXPECT_NE(remarks.text().GetValue(), "Quand ?");
    remarks.begin_new();
    EXPECT_EQ(remarks.text().GetValue(), "Quand ?");
    EXPECT_EQ(remarks.name().GetValue(), "quand");
    remarks.Destroy();

    ShopperWindow& file = application().shoppers().show_shopper(shopper_id);
    ASSERT_TRUE(wait_until([&] { return file.model().file() != nullptr && !file.model().loading(); }));
    ConductWindow* conduct = &application().shoppers().show_conduct();
    conduct->kind().SetSelection(2);
    conduct->reason().SetValue("Arrive en retard");
    conduct->Destroy();
    file.Destroy();
    ASSERT_NE(drafts.find("conduct/" + shopper_id), nullptr);
    EXPECT_EQ(about_of(*drafts.find("conduct/" + shopper_id)), wxString(shopper_id));

    FilingDialog& filing = application().appeals().record(report_id);
    ASSERT_TRUE(wait_until([&] { return filing.model().report() != nullptr && !filing.model().points().empty(); }));
    filing.points().SelectRow(0);
    wxDataViewEvent point(wxEVT_DATAVIEW_SELECTION_CHANGED, &filing.points(), filing.points().GetSelection());
    filing.points().ProcessWindowEvent(point);
    filing.text().SetValue("Je conteste");
    filing.Destroy();
    EXPECT_NE(drafts.find("filing/" + report_id), nullptr);

    session().interventions().begin(review::Intervention::Kind::hold, session().desk().now());
    ASSERT_TRUE(wait_until([] { return application().follow_up().intervention_dialog() != nullptr; }));
    application().follow_up().intervention_dialog()->reason().SetValue("On attend");
    session().interventions().close_draft();
    EXPECT_EQ(drafts.all().size(), 5U);

    // each is listed with its name and opens where it was written
    UnsentDialog list(&frame(), drafts);
    EXPECT_EQ(list.list().GetItemCount(), 5);
    for (const Draft& draft : drafts.all()) {
        EXPECT_NE(title_of(draft.fields), wxString(field_of(draft.fields, "kind"))) << "it has a name";
    }
    application().place().open_draft("conduct/" + shopper_id);
    conduct = nullptr;
    ASSERT_TRUE(wait_until([&] {
        for (wxWindow* const window : wxTopLevelWindows) {
            if (auto* const found = dynamic_cast<ConductWindow*>(window);
                found != nullptr && !found->IsBeingDeleted()) {
                conduct = found;
            }
        }
        return conduct != nullptr && conduct->model().log() != nullptr;
    }));
    EXPECT_EQ(conduct->reason().GetValue(), "Arrive en retard");
    EXPECT_EQ(conduct->kind().GetSelection(), 2);
    application().place().open_draft("filing/" + report_id);
    FilingDialog& again = application().appeals().record(report_id);
    ASSERT_TRUE(wait_until([&] { return again.model().chosen().has_value(); }));
    EXPECT_EQ(again.text().GetValue(), "Je conteste");
    EXPECT_TRUE(again.send_button().IsEnabled());
    again.Destroy();

    // sent: forgotten
    conduct->update();
    conduct->record();
    EXPECT_TRUE(wait_until([&] { return drafts.find("conduct/" + shopper_id) == nullptr; }));
    drafts.forget_below("");
}

TEST_F(Forms, KeepTheReasonOfAMissionThatIsNotGivenYet) {
    ASSERT_TRUE(free_a_mission());
    MissionsWindow* window = &application().missions().show();
    ASSERT_TRUE(wait_until([&] { return window->model().opened() != nullptr; }));
    const std::string key = "mission/" + window->model().mission_id();
    window->reason().SetValue("d'accord avec le client");
    const wxWeakRef<MissionsWindow> there(window);
    window->Destroy();
    ASSERT_TRUE(wait_until([&] { return there.get() == nullptr; }));
    ASSERT_NE(session().drafts().find(key), nullptr);
    application().place().open_draft(key);
    window = &application().missions().show();
    ASSERT_TRUE(wait_until([&] { return window->model().opened() != nullptr; }));
    EXPECT_EQ(window->reason().GetValue(), "d'accord avec le client");
    press(window->assign_button());
    EXPECT_TRUE(wait_until([&] { return session().drafts().find(key) == nullptr; })) << "it is given";
}

TEST_F(Forms, KeepWhatIsTypedIntoTheDialogsOfTheOutbox) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    OutboxWindow& window = application().follow_up().show_outbox();
    ASSERT_TRUE(wait_until([&] { return window.model().ready(); }));
    const OutboxSettings before = window.settings();
    window.set({});
    wxString shown_before;
    in_dialog([&](wxDialog& dialog) { text_in(dialog, _("Server:")).SetValue("smtp://mail.example.org"); },
              [&] { window.ask_for_settings(); });
    EXPECT_TRUE(window.settings().url.empty()) << "closed, not confirmed";
    ASSERT_NE(session().drafts().find("outbox-settings"), nullptr);
    in_dialog([&](wxDialog& dialog) { shown_before = text_in(dialog, _("Server:")).GetValue(); },
              [&] { window.ask_for_settings(); });
    EXPECT_EQ(shown_before, "smtp://mail.example.org");

    in_dialog([&](wxDialog& dialog) { text_in(dialog, _("Shopper's number:")).SetValue("C-0099"); },
              [&] { window.ask_for_month(); });
    ASSERT_NE(session().drafts().find("outbox-month"), nullptr);
    in_dialog(
        [&](wxDialog& dialog) {
            shown_before = text_in(dialog, _("Shopper's number:")).GetValue();
            EXPECT_GT(shoot(dialog, "outbox-month"), 10U);
        },
        [&] { window.ask_for_month(); }, wxID_CLEAR);
    EXPECT_EQ(shown_before, "C-0099");
    EXPECT_EQ(session().drafts().find("outbox-month"), nullptr) << "it was thrown away";
    window.set(before);
    session().drafts().forget_below("");
}

TEST_F(Forms, KeepADateThatIsWrittenHalf) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    choose(command_rework);
    DecisionEditor& editor = frame().decision_editor();
    ASSERT_TRUE(wait_until([&] { return editor.IsShownOnScreen(); }));
    editor.due().text().SetValue("2026-12-0");
    editor.terms().reminder().text().SetValue("2026-1");
    session().decision().close_draft();
    choose(command_rework);
    EXPECT_EQ(editor.due().text().GetValue(), "2026-12-0");
    EXPECT_EQ(editor.terms().reminder().text().GetValue(), "2026-1");
    editor.confirm();
    EXPECT_FALSE(editor.refusal().text().empty()) << "it is no moment yet";
    editor.due().set(session().desk().default_rework_due());
    session().decision().close_draft();

    session().interventions().begin(review::Intervention::Kind::hold, session().desk().now());
    ASSERT_TRUE(wait_until([] { return application().follow_up().intervention_dialog() != nullptr; }));
    application().follow_up().intervention_dialog()->until().text().SetValue("2026-");
    session().interventions().close_draft();
    ASSERT_TRUE(wait_until([] { return application().follow_up().intervention_dialog() == nullptr; }));
    session().interventions().begin(review::Intervention::Kind::hold, session().desk().now());
    ASSERT_TRUE(wait_until([] { return application().follow_up().intervention_dialog() != nullptr; }));
    EXPECT_EQ(application().follow_up().intervention_dialog()->until().text().GetValue(), "2026-");
    session().interventions().close_draft();
    session().drafts().forget_below("");
}

TEST_F(Forms, KeepTheNameOfAFilterForThatFilter) {
    review::QueueQuery query;
    query.recommendation = Decision::rework;
    Drafts& drafts = session().drafts();
    FilterNameDialog(&frame(), query, wxString(), drafts).name().SetValue("Reprises du");
    ASSERT_EQ(drafts.all().size(), 1U);
    const std::string key = drafts.all().front().key;
    EXPECT_EQ(title_of(*drafts.find(key)), "Save the filter");
    EXPECT_EQ(excerpt_of(*drafts.find(key)), "Reprises du");
    EXPECT_EQ(query_among(*drafts.find(key)).recommendation, Decision::rework) << "so that it opens on that filter";
    EXPECT_EQ(FilterNameDialog(&frame(), {}, "caissier", drafts).name().GetValue(), "caissier") << "another filter";
    FilterNameDialog again(&frame(), query, wxString(), drafts);
    EXPECT_EQ(again.name().GetValue(), "Reprises du");
    again.done();
    EXPECT_TRUE(drafts.all().empty());
}

TEST_F(Forms, KeepTheReasonForSwitchingAPluginOff) {
    const auto shown = [](PluginsWindow& window) {
        return wait_until([&] { return !window.model().plugins().empty() && window.reason().IsEnabled(); });
    };
    PluginsWindow* window = &application().quality().show_plugins();
    ASSERT_TRUE(shown(*window));
    window->select("consistency");
    window->disable();
    EXPECT_TRUE(window->bar().IsShown()) << "colleagues want to know why";
    EXPECT_FALSE(window->model().working());
    window->reason().SetValue("Trop de fausses");
    window->select("detail");
    EXPECT_EQ(window->reason().GetValue(), "") << "it was about another plugin";
    window->Destroy();
    ASSERT_TRUE(wait_until([] { return application().quality().plugins() == nullptr; }));

    const std::string key = "plugin/consistency";
    ASSERT_NE(session().drafts().find(key), nullptr);
    EXPECT_EQ(about_of(*session().drafts().find(key)), "consistency");
    application().place().open_draft(key);
    window = &application().quality().show_plugins();
    ASSERT_TRUE(wait_until([&] { return window->reason().GetValue() == "Trop de fausses"; }));
    EXPECT_GT(shoot(*window, "plugin-reason"), 20U);
    window->disable();
    ASSERT_TRUE(wait_until([&] { return session().drafts().find(key) == nullptr; })) << "it is sent";
    EXPECT_TRUE(wait_until([&] { return !window->reason().IsEnabled() && !window->model().working(); }));
    EXPECT_EQ(window->reason().GetValue(), "");
    window->enable();
    EXPECT_TRUE(wait_until([&] { return window->reason().IsEnabled(); }));
    EXPECT_TRUE(wait_until([] { return session().work().running() == LongWork::Kind::none; }));
}

TEST_F(Forms, CheckTheAnswerToAnAppealAndKeepIt) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string open_id = session().report().report_id();
    const auto& rows = session().queue().rows();
    const auto other = std::ranges::find_if(rows, [&](const review::QueueRow& row) {
        return row.report_id != open_id && row.recommendation == Decision::accept && row.french.has_value();
    });
    ASSERT_NE(other, rows.end());
    const std::string report_id = other->report_id;
    {
        review::Workspace louise({location_, RELIS_PLUGIN_FOLDER, "Louise"});
        review::DecisionRequest decision;
        decision.report_id = report_id;
        decision.revision = stored(report_id).report.revision;
        decision.decision = Decision::accept;
        ASSERT_TRUE(review::decide(louise, decision).recorded);
        review::AppealRequest appeal;
        appeal.report_id = report_id;
        appeal.revision = decision.revision;
        appeal.subject = review::AppealSubject::score;
        appeal.plugin = "french";
        appeal.text = "Je conteste.";
        const review::AppealResult filed = review::file_appeal(application().workspace(), appeal);
        ASSERT_TRUE(filed.done) << filed.refusal.en;
    }
    AppealsWindow* window = &application().appeals().show();
    ASSERT_TRUE(wait_until([&] { return window->model().details() != nullptr; }));
    const std::int64_t id = window->model().opened();
    window->model().choose(review::AppealOutcome::dismissed);
    window->answer().SetValue(wxString::FromUTF8("Les rayon étaient vides, la note reste."));
    ASSERT_TRUE(wait_until([&] { return !window->spelling().checking() && !window->spelling().findings().empty(); }))
        << "what a shopper reads is checked";
    EXPECT_GT(shoot(*window, "appeal-answer"), 20U);
    const wxWeakRef<AppealsWindow> there(window);
    window->Destroy();
    ASSERT_TRUE(wait_until([&] { return there.get() == nullptr; }));
    const std::string key = "appeal/" + std::to_string(id);
    ASSERT_NE(session().drafts().find(key), nullptr);

    application().place().open_draft(key);
    window = &application().appeals().show();
    ASSERT_TRUE(wait_until([&] { return window->model().details() != nullptr; }));
    EXPECT_EQ(window->model().outcome(), review::AppealOutcome::dismissed);
    EXPECT_TRUE(window->answer().GetValue().StartsWith("Les rayon"));
    window->answer().SetValue(wxString::FromUTF8("Les rayons étaient vides, la note reste."));
    window->model().send();
    EXPECT_TRUE(wait_until([&] { return session().drafts().find(key) == nullptr; })) << "it is sent";
    EXPECT_TRUE(window->answer().GetValue().empty());
}

}  // namespace
}  // namespace relis::app

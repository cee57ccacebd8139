// A reviewer holds a report, asks a rework with reasons of his choosing; a manager looks at tiers and the outbox.
#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <memory>

#include <wx/menu.h>
#include <wx/uiaction.h>

#include "../../host/app/loaded_symbol.h"
#include "app/commands.h"
#include "app/words.h"
#include "review/feedback_files.h"
#include "review/interventions.h"
#include "review/rework.h"
#include "review/tiers.h"
#include "window_test.h"

namespace relis::app {
namespace {

class FollowingUp : public WindowTest {
  protected:
    static FollowUp& follow_up() { return application().follow_up(); }
    static review::Workspace& workspace() { return application().workspace(); }
    /// Selects the rework of that report in the list; whether it is there.
    static bool select(ReworksWindow& window, const std::string& report_id) {
        const auto place = [&] {
            return std::ranges::find(window.model().waiting(), report_id,
                                     [](const WaitingRework& waiting) { return waiting.asked.report_id; }) -
                   window.model().waiting().begin();
        };
        const auto listed = [&] {
            return place() < static_cast<std::ptrdiff_t>(window.model().waiting().size()) &&
                   place() < window.list().GetItemCount();
        };
        if (!wait_until(listed)) {
            return false;
        }
        window.list().SelectRow(static_cast<unsigned>(place()));
        return true;
    }
};

TEST_F(FollowingUp, HoldsAReportByKeyFindsItAndTakesItBack) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string report_id = session().report().report_id();
    frame().queue_panel().focus_rows();
    type_key('H', wxMOD_CONTROL);
    ASSERT_TRUE(wait_until([] { return follow_up().intervention_dialog() != nullptr; }));
    InterventionDialog& dialog = *follow_up().intervention_dialog();
    EXPECT_FALSE(dialog.confirm().IsEnabled()) << "a reason is asked for";
    dialog.reason().SetValue(wxString::FromUTF8("Le client vérifie la facture."));
    EXPECT_TRUE(wait_until([&] { return !dialog.spelling().checking(); }));
    EXPECT_GT(shoot(dialog, "hold"), 20U);
    press(dialog.confirm());
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));
    EXPECT_EQ(follow_up().intervention_dialog(), nullptr);
    EXPECT_FALSE(session().queue().find(report_id));
    ASSERT_TRUE(stored(report_id).intervention);
    EXPECT_EQ(stored(report_id).intervention->reason, "Le client vérifie la facture.");

    choose(command_show_held);
    ASSERT_TRUE(wait_until([&] {
        return !session().queue().loading() && session().queue().find(report_id) && session().report().current() &&
               session().report().report_id() == report_id;
    }));
    EXPECT_EQ(session().queue().rows().size(), 1U);
    EXPECT_TRUE(session().queue().rows().front().on_hold_until);
    EXPECT_GT(shoot(frame(), "held"), 20U);
    choose(command_end_intervention);
    ASSERT_TRUE(wait_until([&] { return stored(report_id).row.state == review::ReportState::assessed; }));
    EXPECT_TRUE(wait_until([] { return report_is_open(); })) << "it can be decided again";
}

/// What GTK underlines in a text of one line, as Pango writes it.
std::string underlined_in(const wxTextCtrl& text) {
    auto* const attributes_of = loaded<void*(void*)>("gtk_entry_get_attributes");
    auto* const text_of = loaded<char*(void*)>("pango_attr_list_to_string");
    void* const attributes = attributes_of == nullptr ? nullptr : attributes_of(text.GetHandle());
    if (attributes == nullptr || text_of == nullptr) {
        return {};
    }
    const std::unique_ptr<char, void (*)(void*)> written(text_of(attributes), std::free);
    return written.get();
}

TEST_F(FollowingUp, FindsFaultsInTheWordsOfAReworkUnderlined) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    choose(command_rework);
    ReworkTermsPanel& terms = frame().decision_editor().terms();
    ASSERT_TRUE(terms.IsShownOnScreen());
    terms.written().SetValue(wxString::FromUTF8("À l'entrée, qui vous a reçuu ?"));
    ASSERT_TRUE(wait_until([&] { return !terms.spelling().checking() && !terms.spelling().findings().empty(); }));
    EXPECT_NE(underlined_in(terms.written()).find("25 31 underline error"), std::string::npos)
        << underlined_in(terms.written());
    EXPECT_GT(shoot(frame(), "rework-words"), 20U);
    terms.written().AppendText("!");
    EXPECT_EQ(underlined_in(terms.written()).find("underline error"), std::string::npos) << "until it is checked";
    terms.add_written();
    EXPECT_TRUE(wait_until([&] { return !terms.spelling().checking(); }));
    EXPECT_TRUE(terms.spelling().findings().empty()) << "it was added";
    session().decision().close_draft();
    session().drafts().forget_below("");
}

TEST_F(FollowingUp, AsksAReworkWithReasonsOfHisChoosing) {
    ASSERT_TRUE(review::put_remark(workspace(), {"heure", "À quelle heure êtes-vous entré ?"}).done);
    ASSERT_TRUE(open_recommended(Decision::rework));
    const std::string report_id = session().report().report_id();
    choose(command_rework);
    ReworkTermsPanel& terms = frame().decision_editor().terms();
    ASSERT_TRUE(terms.IsShownOnScreen());
    const unsigned offered = terms.reasons().GetCount();
    ASSERT_GT(offered, 0U);
    terms.about().SetSelection(1);
    terms.written().SetValue("Qui vous a servi ?");
    terms.add_written();
    EXPECT_EQ(terms.reasons().GetCount(), offered + 1);
    EXPECT_TRUE(terms.reasons().IsChecked(offered));

    choose(command_remarks);
    RemarksWindow& library = follow_up().show_remarks();
    ASSERT_TRUE(wait_until([&] { return library.list().GetItemCount() > 1; }));
    const auto& remarks = library.model().remarks();
    const auto place = std::ranges::find(remarks, "heure", &review::LibraryRemark::id) - remarks.begin();
    library.list().SelectRow(static_cast<unsigned>(place));
    library.name().SetValue("heure");
    library.text().SetValue(wxString::FromUTF8(remarks.at(static_cast<std::size_t>(place)).text));
    EXPECT_GT(shoot(library, "remarks"), 20U);
    library.use();
    EXPECT_EQ(terms.reasons().GetCount(), offered + 2);
    library.Close();
    const wxString message = frame().decision_editor().message().GetValue();
    EXPECT_TRUE(message.Contains("Qui vous a servi ?")) << message;
    EXPECT_TRUE(message.Contains(wxString::FromUTF8("À quelle heure")));
    frame().Raise();
    EXPECT_GT(shoot(frame(), "rework-terms"), 20U);

    MomentPicker& due = frame().decision_editor().due();
    const wxString agreed = due.text().GetValue();
    const auto before = due.value();
    ASSERT_TRUE(before);
    due.text().SetInsertionPoint(0);
    wxKeyEvent up(wxEVT_KEY_DOWN);
    up.m_keyCode = WXK_UP;
    due.text().HandleWindowEvent(up);
    ASSERT_TRUE(due.value());
    EXPECT_EQ(std::chrono::round<std::chrono::days>(due.value()->utc - before->utc), std::chrono::days{1});
    due.text().SetValue("soon");
    EXPECT_FALSE(due.value());
    frame().decision_editor().confirm();
    EXPECT_TRUE(session().decision().draft() && !session().decision().busy()) << "nothing goes out with another time";
    due.text().SetValue(agreed);
    frame().decision_editor().confirm();
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));

    const auto waiting = review::waiting_reworks(workspace(), review::ReworksWanted::open);
    const auto kept = std::ranges::find(waiting, report_id, &review::AskedRework::report_id);
    ASSERT_NE(kept, waiting.end());
    EXPECT_EQ(kept->reasons.back().remark, "heure");
    EXPECT_TRUE(kept->remind_at);

    choose(command_reworks);
    ReworksWindow& window = follow_up().show_reworks();
    ASSERT_TRUE(select(window, report_id));
    window.remind();
    ASSERT_TRUE(wait_until([&] { return window.details().GetValue().Contains("Bonjour"); }));
    EXPECT_GT(shoot(window, "reworks"), 20U);
    window.keep_reminder();
    ASSERT_TRUE(wait_until([&] {
        const auto now = review::waiting_reworks(workspace(), review::ReworksWanted::open);
        const auto found = std::ranges::find(now, report_id, &review::AskedRework::report_id);
        return found != now.end() && found->reminded_at;
    }));
    EXPECT_TRUE(wait_until([&] { return window.bar().IsShown(); }));
}

TEST_F(FollowingUp, RemindsByMailInTheAgencysWordsThatThePreviewShowsToo) {
    ASSERT_TRUE(open_recommended(Decision::rework));
    const std::string report_id = session().report().report_id();
    frame().queue_panel().focus_rows();
    type_key('R');
    ASSERT_TRUE(wait_until([&] { return session().decision().draft().has_value(); }));
    type_key(WXK_RETURN, wxMOD_CONTROL);
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));

    const std::filesystem::path words = database_.parent_path() / "agency.json";
    std::ofstream(words) << R"({"format": "relis.feedback-words/1", "agency": "Agence Épinette",
                               "sender_name": "Épinette", "sender_address": "visites@epinette.example"})";
    OutboxWindow& outbox = follow_up().show_outbox();
    OutboxSettings settings;
    settings.by_mail = false;
    settings.folder = (database_.parent_path() / "mails").string();
    settings.words = words.string();
    outbox.set(settings);
    FeedbackWindow& feedback = application().shoppers().show_feedback(report_id);
    ASSERT_TRUE(wait_until([&] { return feedback.ready(); }));
    EXPECT_NE(to_utf8(feedback.text().GetValue()).find("Agence Épinette"), std::string::npos)
        << "as it will be sent, not:\n"
        << to_utf8(feedback.text().GetValue());

    choose(command_reworks);
    ReworksWindow& window = follow_up().show_reworks();
    ASSERT_TRUE(select(window, report_id));
    window.mail_reminder();
    ASSERT_TRUE(wait_until([&] { return !window.model().mailed().empty() && !window.model().working(); }));
    EXPECT_TRUE(window.model().mailed()[0].done);
    EXPECT_NE(window.model().mailed()[0].text.find("Agence Épinette"), std::string::npos);
    EXPECT_TRUE(window.bar().IsShown());
    const auto mails = review::outbox_mails(workspace());
    EXPECT_TRUE(std::ranges::any_of(
        mails, [&](const review::OutboxMail& mail) { return mail.report_id == report_id && mail.reminder > 0; }));
}

TEST_F(FollowingUp, LooksAtTheTiersAndWithdrawsAShopperWithAReason) {
    choose(command_tiers);
    TiersWindow& window = follow_up().show_tiers();
    ASSERT_TRUE(wait_until([&] { return window.model().ready(); }));
    ASSERT_GT(window.model().shown(), 1U);
    EXPECT_GT(shoot(window, "tiers"), 20U);
    const std::string shopper_id = window.model().shopper(0).shopper_id;
    auto* const rows = dynamic_cast<wxDataViewVirtualListModel*>(window.shoppers().GetModel());
    ASSERT_NE(rows, nullptr);
    window.shoppers().Select(rows->GetItem(0));
    wxDataViewEvent selected(wxEVT_DATAVIEW_SELECTION_CHANGED, &window.shoppers(), rows->GetItem(0));
    window.shoppers().ProcessWindowEvent(selected);
    // a key typed here is no decision on the report that lies open in the main window
    const std::string open = session().report().report_id();
    wxKeyEvent key(wxEVT_CHAR_HOOK);
    key.m_keyCode = 'A';
    key.SetEventObject(&window.shoppers());
    window.shoppers().HandleWindowEvent(key);
    wxYield();
    EXPECT_FALSE(session().decision().busy() || session().decision().draft());
    EXPECT_EQ(stored(open).row.state, review::ReportState::assessed);
    window.change();
    EXPECT_TRUE(window.bar().IsShown()) << "a reason is asked for";
    EXPECT_TRUE(window.bar().HasButtonId(wxID_MORE)) << "with details to copy";
    window.reason().SetValue(wxString::FromUTF8("Trois missions jamais faites."));
    window.change();
    ASSERT_TRUE(wait_until([&] { return window.model().count(review::Tier::withdrawn) > 0; }));
    const auto gone = review::shopper_tiers(workspace(), review::Tier::withdrawn);
    ASSERT_FALSE(gone.empty());
    EXPECT_EQ(gone.front().shopper_id, shopper_id);
    ShopperWindow& file = application().shoppers().show_shopper(shopper_id);
    ASSERT_TRUE(wait_until([&] { return file.model().file() != nullptr && !file.model().loading(); }));
    EXPECT_EQ(file.model().file()->tier, review::Tier::withdrawn);
    EXPECT_GT(shoot(file, "shopper-withdrawn"), 20U);
}

TEST_F(FollowingUp, FindsAShopperByTypingHisNameInTheListOfTiers) {
    TiersWindow& window = follow_up().show_tiers();
    ASSERT_TRUE(wait_until([&] { return window.model().ready() && window.model().shown() > 1; }));
    const std::size_t last = window.model().shown() - 1;
    const wxString surname = shown(window.model().shopper(last).name).AfterLast(' ').Left(4);
    ASSERT_TRUE(surname.IsAscii()) << surname << ": what the simulated keyboard cannot type";
    window.Raise();
    window.shoppers().SetFocus();
    wxUIActionSimulator keyboard;
    keyboard.MouseMove(window.GetScreenRect().GetTopLeft() + window.FromDIP(wxSize(200, 300)));
    keyboard.Text(surname.Lower());
    const auto* const rows = dynamic_cast<const wxDataViewVirtualListModel*>(window.shoppers().GetModel());
    ASSERT_NE(rows, nullptr);
    EXPECT_TRUE(wait_until([&] {
        const wxDataViewItem selected = window.shoppers().GetSelection();
        return selected.IsOk() && rows->GetRow(selected) == last;
    })) << surname;
}

TEST_F(FollowingUp, SendsTheFeedbackOfNewDecisionsIntoAFolder) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string report_id = session().report().report_id();
    press(frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));
    choose(command_outbox);
    OutboxWindow& window = follow_up().show_outbox();
    ASSERT_TRUE(wait_until([&] { return window.model().ready(); }));
    const std::filesystem::path folder = database_.parent_path() / "mails";
    const std::filesystem::path words = database_.parent_path() / "words.json";
    std::ofstream(words) << R"({"format": "relis.feedback-words/1", "sender_address": "agence@example.org"})";
    OutboxSettings settings;
    settings.by_mail = false;
    settings.folder = folder.string();
    settings.words = words.string();
    window.set(settings);
    window.send();
    ASSERT_TRUE(wait_until([&] { return !window.model().sending() && window.model().shown() > 0; }))
        << window.model().error().en;
    EXPECT_TRUE(window.bar().IsShown());
    EXPECT_EQ(window.model().mail(window.model().shown() - 1).report_id.empty(), false);
    EXPECT_GT(shoot(window, "outbox"), 20U);
    const review::OutboxMail& mail = window.model().mail(0);
    EXPECT_TRUE(window.details().GetValue().Contains(wxString::FromUTF8(mail.shopper)));
    EXPECT_TRUE(window.details().GetValue().Contains(wxString::FromUTF8(mail.site)));
    window.state().SetSelection(0);
    EXPECT_EQ(window.model().count("sent") + window.model().count("failed"), window.model().shown());
}

TEST_F(FollowingUp, SendsTheMonthThatIsLookedAtThroughTheOutbox) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string shopper_id = session().report().page()->details.row.shopper_id;
    const std::string report_id = session().report().report_id();
    press(frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));
    const std::filesystem::path words = database_.parent_path() / "words.json";
    std::ofstream(words) << R"({"format": "relis.feedback-words/1", "sender_address": "agence@example.org"})";
    OutboxWindow& outbox = follow_up().show_outbox();
    OutboxSettings settings;
    settings.by_mail = false;
    settings.folder = (database_.parent_path() / "months").string();
    settings.words = words.string();
    outbox.set(settings);
    const auto months = review::feedback_months(application().workspace(), shopper_id);
    ASSERT_FALSE(months.empty());
    FeedbackWindow& feedback = application().shoppers().show_month(shopper_id, months.front());
    ASSERT_TRUE(wait_until([&] { return feedback.ready(); }));
    wxCommandEvent send(wxEVT_MENU,
                        feedback.GetMenuBar()->FindMenuItem(_("&Feedback"), _("Se&nd the month through the outbox")));
    feedback.ProcessWindowEvent(send);
    const auto sent = [&] {
        for (std::size_t row = 0; row < outbox.model().shown(); ++row) {
            if (outbox.model().mail(row).month == months.front()) {
                return true;
            }
        }
        return false;
    };
    ASSERT_TRUE(wait_until([&] { return !outbox.model().sending() && sent(); })) << outbox.model().error().en;
    EXPECT_GT(shoot(outbox, "outbox-month-sent"), 20U);
    EXPECT_EQ(outbox.model().summary().posted, 1U);
}

}  // namespace
}  // namespace relis::app

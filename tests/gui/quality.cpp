// A quality manager tunes a parameter, looks at what it would do, publishes and rolls back; and reads the figures.
#include <filesystem>

#include <wx/image.h>
#include <wx/propgrid/propgrid.h>
#include <wx/uiaction.h>

#include "app/commands.h"
#include "app/criteria_words.h"
#include "app/words.h"
#include "review/criteria.h"
#include "window_test.h"

namespace relis::app {
namespace {

class QualityWindows : public WindowTest {};

TEST_F(QualityWindows, TuneAParameterSeeWhatItDoesPublishAndRollBack) {
    choose(command_criteria);
    ASSERT_NE(application().quality().criteria(), nullptr);
    CriteriaWindow& window = *application().quality().criteria();
    CriteriaModel& model = window.model();
    ASSERT_TRUE(wait_until([&] { return model.sheet() != nullptr && !model.programmes().empty(); }));

    // refused: the message names plugin, parameter and range, and the value stays
    window.sheet().grid().SelectProperty("decision.min_detail");
    window.sheet().grid().ChangePropertyValue("decision.min_detail", wxVariant(wxString("9")));
    ASSERT_TRUE(window.bar().IsShown());
    EXPECT_EQ(model.changes(), 0U);

    EXPECT_TRUE(window.sheet().grid().ChangePropertyValue("decision.min_detail", wxVariant(wxString("4,5"))));
    EXPECT_TRUE(window.sheet().grid().ChangePropertyValue("detail.need", wxVariant(wxString("12"))));
    ASSERT_EQ(model.changes(), 2U);
    EXPECT_TRUE(wait_until([&] {
        return model.preview().stored() && (model.preview().after() || model.preview().folder().empty()) &&
               !model.preview().running();
    }));
    EXPECT_GT(model.preview().stored()->changed, 0U);
    EXPECT_FALSE(model.preview().moved().empty());
    EXPECT_TRUE(has_values(window.preview_panel().chart().chart()));
    EXPECT_GT(window.preview_panel().moved().GetItemCount(), 0);
    window.sheet().grid().SelectProperty("decision.min_detail");
    EXPECT_GT(shoot(window, "criteria-preview"), 20U);

    window.publish();
    EXPECT_TRUE(model.sheet()->history.empty()) << "a note is asked for first";
    window.note().SetValue(wxString::FromUTF8("Plus de détail"));
    window.publish();
    ASSERT_TRUE(wait_until([&] {
        return model.outcome() == CriteriaModel::Outcome::published && !model.loading() &&
               model.sheet()->history.size() == 1;
    })) << static_cast<int>(model.outcome())
        << " " << (model.errors().empty() ? "" : model.errors().front().en);
    EXPECT_EQ(model.changes(), 0U);
    EXPECT_EQ(model.sheet()->history.front().author, "Odile");
    EXPECT_TRUE(wait_until([] { return session().work().running() == LongWork::Kind::none; }));

    window.sheet().grid().SelectProperty("detail.need");
    window.sheet().reset_selected();
    EXPECT_EQ(model.changes(), 1U);
    window.note().SetValue("Retour pour le besoin");
    window.publish();
    ASSERT_TRUE(wait_until([&] { return model.sheet()->history.size() == 2 && !model.loading() && !model.working(); }));
    window.history_panel().select(model.sheet()->history.back().id);
    window.history_panel().roll_back();
    ASSERT_TRUE(wait_until([&] {
        return model.outcome() == CriteriaModel::Outcome::rolled_back && !model.loading() && !model.working();
    }));
    EXPECT_EQ(model.row("detail", "need")->value, ParameterValue(12.0));
    const wxString told = window.history_panel().details().GetValue();
    const std::optional<ParameterRow> need = model.row("detail", "need");
    EXPECT_TRUE(told.Contains(shown(need->spec->label))) << "the parameter by its name: " << told;
    EXPECT_TRUE(told.Contains(value_text(*need->spec, need->value))) << told;
    EXPECT_EQ(told.Find('{'), wxNOT_FOUND) << told;
    EXPECT_GT(shoot(window, "criteria-history"), 20U);
    EXPECT_TRUE(wait_until([] { return session().work().running() == LongWork::Kind::none; }));
}

TEST_F(QualityWindows, AParameterThatASearchHidesIsNotEditedAnyMore) {
    choose(command_criteria);
    CriteriaWindow& window = *application().quality().criteria();
    ASSERT_TRUE(wait_until([&] { return window.model().sheet() != nullptr; }));
    window.sheet().grid().SelectProperty("decision.min_detail");
    ASSERT_TRUE(window.sheet().selected());
    type_key('F', wxMOD_CONTROL);
    for (int i = 0; i < 4; ++i) type_key('Z');
    EXPECT_TRUE(wait_until([&] { return !window.sheet().selected(); }))
        << "its editor would lie over another parameter";
    EXPECT_EQ(window.model().changes(), 0U);
}

TEST_F(QualityWindows, DashboardShowsFiguresAndWritesThem) {
    ASSERT_TRUE(open_recommended(Decision::accept));
    const std::string report_id = session().report().report_id();
    press(frame().decision_bar().button(Decision::accept));
    ASSERT_TRUE(wait_until([&] { return report_is_open() && session().report().report_id() != report_id; }));

    choose(command_dashboard);
    DashboardWindow& window = application().quality().show_dashboard();
    ASSERT_TRUE(wait_until([&] { return window.model().figures() != nullptr && !window.model().reviewers().empty(); }));
    EXPECT_EQ(window.model().figures()->totals.accepted, 1);
    EXPECT_GT(window.model().figures()->backlog.waiting, 10);
    ASSERT_FALSE(window.charts().empty());
    EXPECT_TRUE(wait_until([&] { return !window.charts().front()->drawing().shapes.empty() && window.drawn(); }))
        << "drawn, one after the other";
    EXPECT_GT(shoot(window, "dashboard"), 20U);

    window.model().set_shopper("C-nobody");
    ASSERT_TRUE(wait_until([&] { return !window.model().loading(); }));
    EXPECT_TRUE(window.summary().Contains("C-nobody")) << window.summary();
    window.model().set_shopper("");
    ASSERT_TRUE(wait_until([&] { return !window.model().loading(); }));
    EXPECT_FALSE(window.summary().Contains("C-nobody"));

    const std::filesystem::path folder = database_.parent_path() / "figures";
    std::filesystem::create_directories(folder);
    window.export_all(folder);
    ASSERT_TRUE(wait_until([&] { return std::filesystem::exists(folder / "relis-figures.csv"); }));
    for (const char* const file : {"decisions.png", "decisions.svg", "decisions.csv", "rules.svg", "contested.svg"}) {
        EXPECT_GT(std::filesystem::file_size(folder / file), 20U) << file;
    }
    const wxImage picture(shown((folder / "backlog-age.png").string()), wxBITMAP_TYPE_PNG);
    ASSERT_TRUE(picture.IsOk());
    EXPECT_GT(picture.CountColours(100), 5U) << "not blank";
    window.export_figures(folder / "no-such-folder" / "x.csv");
    EXPECT_TRUE(window.bar().IsShown());
    EXPECT_TRUE(window.bar().HasButtonId(wxID_MORE)) << "with details to copy";
    EXPECT_NE(window.bar().details().Find("no-such-folder"), wxNOT_FOUND);
    window.export_figures(folder / "again.csv");
    EXPECT_TRUE(window.bar().IsShown());
    EXPECT_FALSE(window.bar().HasButtonId(wxID_MORE)) << "what went well has none";
}

TEST_F(QualityWindows, TheFirstKeyIsAMenusThoughTheGridHasTheFocus) {
    choose(command_criteria);
    CriteriaWindow& window = *application().quality().criteria();
    ASSERT_TRUE(wait_until([&] { return window.model().sheet() != nullptr; }));
    window.sheet().grid().SetFocus();
    wxUIActionSimulator().MouseMove(window.GetScreenRect().GetTopLeft() + wxPoint(2, 2));
    type_key('W', wxMOD_CONTROL);
    EXPECT_TRUE(wait_until([] { return application().quality().criteria() == nullptr; }));
}

TEST_F(QualityWindows, ASearchLeavesTheParametersThatMatchAndNoOtherOfTheirPlugin) {
    choose(command_criteria);
    CriteriaWindow& window = *application().quality().criteria();
    ASSERT_TRUE(wait_until([&] { return window.model().sheet() != nullptr; }));
    wxPropertyGrid& grid = window.sheet().grid();
    const auto shown_now = [&](const char* name) { return !grid.GetPropertyByName(name)->HasFlag(wxPG_PROP_HIDDEN); };
    ASSERT_TRUE(shown_now("detail.need"));
    window.sheet().find();
    wxUIActionSimulator().Text("default_words");
    EXPECT_TRUE(wait_until([&] { return !shown_now("detail.need") && !shown_now("decision.min_detail"); }));
    EXPECT_TRUE(shown_now("detail.default_words"));
    EXPECT_TRUE(shown_now("detail"));
    EXPECT_FALSE(shown_now("decision"));
}

TEST_F(QualityWindows, AValueIsTypedOverTheOneOfTheRowAtHandAndEnterConfirmsIt) {
    choose(command_criteria);
    CriteriaWindow& window = *application().quality().criteria();
    ASSERT_TRUE(wait_until([&] { return window.model().sheet() != nullptr; }));
    wxPropertyGrid& grid = window.sheet().grid();
    wxUIActionSimulator().MouseMove(window.GetScreenRect().GetTopLeft() + wxPoint(2, 2));
    const auto value = [&] { return std::get<std::int64_t>(window.model().row("detail", "default_words")->value); };
    ASSERT_TRUE(grid.SelectProperty("detail.default_words"));
    grid.SetFocus();
    ASSERT_TRUE(wait_until([&] { return grid.HasFocus(); }));
    type_key('1');
    type_key('7');
    type_key(WXK_RETURN);
    EXPECT_TRUE(wait_until([&] { return value() == 17; })) << value();
    ASSERT_TRUE(grid.SelectProperty("detail.default_words"));
    grid.SetFocus();
    ASSERT_TRUE(wait_until([&] { return grid.HasFocus(); }));
    type_key(WXK_RETURN);
    EXPECT_TRUE(wait_until([&] { return grid.IsEditorFocused(); })) << "Enter opens what is there";
    type_key('9');
    type_key(WXK_RETURN);
    EXPECT_TRUE(wait_until([&] { return value() == 9 || value() == 179; })) << value();
}

TEST_F(QualityWindows, FairnessShowsDifferencesAndWritesThem) {
    choose(command_fairness);
    FairnessWindow& window = *application().quality().fairness();
    FairnessModel& model = window.model();
    ASSERT_TRUE(wait_until([&] { return model.report() != nullptr && !model.programmes().empty(); }));
    ASSERT_GT(model.rows(), 0U);
    EXPECT_TRUE(window.list().GetSelection().IsOk()) << "the keys have somewhere to go on from";
    EXPECT_TRUE(wait_until([&] { return !window.charts()[1]->drawing().shapes.empty(); })) << "drawn";
    EXPECT_GT(shoot(window, "fairness"), 20U);

    const review::FairnessMeasure before = model.measure();
    window.list().SetFocus();
    type_key(WXK_DOWN);
    EXPECT_TRUE(wait_until([&] { return model.measure() != before; })) << "the chart follows the chosen row";
    type_key('L', wxMOD_CONTROL);
    EXPECT_TRUE(wait_until([&] { return model.only_notable(); }));
    type_key('L', wxMOD_CONTROL);
    EXPECT_TRUE(wait_until([&] { return !model.only_notable(); }));

    const std::filesystem::path folder = database_.parent_path() / "fairness";
    std::filesystem::create_directories(folder);
    window.export_figures(folder / "all.csv");
    EXPECT_GT(std::filesystem::file_size(folder / "all.csv"), 100U);
    for (const char* const file : {"spread.png", "spread.svg", "spread.csv"}) {
        window.export_chart(folder / file);
        EXPECT_GT(std::filesystem::file_size(folder / file), 20U) << file;
    }
    window.export_figures(folder / "no-such-folder" / "x.csv");
    EXPECT_NE(window.bar().details().Find("no-such-folder"), wxNOT_FOUND);
}

TEST_F(QualityWindows, SwitchesAPluginOffAndOn) {
    choose(command_plugins);
    PluginsWindow& window = application().quality().show_plugins();
    PluginsModel& model = window.model();
    const auto stands = [&](PluginEntry::State state) {
        for (std::size_t i = 0; i < model.plugins().size(); ++i) {
            if (model.plugins()[i].status.id == "consistency")
                return model.plugins()[i].state == state && !model.working();
        }
        return false;
    };
    ASSERT_TRUE(wait_until([&] { return stands(PluginEntry::State::works); }));
    for (std::size_t i = 0; i < model.plugins().size(); ++i) {
        if (model.plugins()[i].status.id == "consistency") window.list().SelectRow(static_cast<unsigned>(i));
    }
    const auto row = static_cast<std::size_t>(window.list().GetSelectedRow());
    model.disable(row, "trop de fausses alertes");
    ASSERT_TRUE(wait_until([&] { return stands(PluginEntry::State::off); }));
    EXPECT_TRUE(wait_until([] { return session().work().running() == LongWork::Kind::none; }));
    EXPECT_GT(shoot(window, "plugins"), 20U);
    window.enable();
    EXPECT_TRUE(wait_until([&] { return stands(PluginEntry::State::works); }));
    EXPECT_TRUE(wait_until([] { return session().work().running() == LongWork::Kind::none; }));
}

}  // namespace
}  // namespace relis::app

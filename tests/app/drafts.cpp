// What is typed and not yet sent is kept on disk and comes back, as view models see it.
#include <fstream>

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "../support/temporary_folder.h"
#include "app/draft_fields.h"
#include "app/kept_form.h"
#include "app/session.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

using testing::ElementsAre;
using testing::HasSubstr;
using testing::IsEmpty;
using testing::SizeIs;

/// One start of the program: a session whose texts are kept in a folder.
class Start {
  public:
    Start(FakeDesk& desk, const std::filesystem::path& folder) : desk_(desk) {
        session_.drafts().open(folder, [this](const Label& what) { failures.push_back(what.en); });
        session_.start();
        interface_.run_until([this] { return session_.report().current() && !session_.queue().loading(); });
    }
    Session& session() { return session_; }
    void open(const std::string& report_id) {
        session_.report().open(report_id);
        ASSERT_TRUE(interface_.run_until([this] { return session_.report().current(); }));
    }
    void type_message(const std::string& text) {
        session_.decision().choose(Decision::rework);
        DecisionDraft draft = session_.decision().draft().value();
        draft.message = text;
        session_.decision().edit(draft);
    }
    void type_copy(const std::string& text) {
        session_.judging().edit_answer("accueil");
        JudgementDraft draft = session_.judging().draft().value();
        draft.text = text;
        session_.judging().edit(draft);
    }
    bool run_until(const std::function<bool()>& condition) { return interface_.run_until(condition); }

    std::vector<std::string> failures;

  private:
    FakeDesk& desk_;
    FakeInterface interface_;
    Background background_{interface_.post(), interface_.errors()};
    Session session_{desk_, background_};
};

class Typed : public testing::Test {
  protected:
    Typed() {
        desk_.add_rows(2);
        desk_.loader = [this](const std::string& report_id) {
            review::ReportDetails details;
            details.row = FakeDesk::make_row(report_id);
            details.report.report_id = report_id;
            details.report.revision = revision_;
            Question question;
            question.name = "accueil";
            details.questionnaire.questions = {question};
            details.applicability = {Applicability::applies};
            details.report.answers = {{"accueil", {}, "Une éleve près de la caisse."}};
            Assessment french;
            french.plugin = "french";
            french.findings = findings_;
            details.assessments = {french};
            return details;
        };
    }
    static Finding word(std::size_t start, std::size_t end) {
        Finding finding;
        finding.rule = "mot";
        finding.question = "accueil";
        finding.start = start;
        finding.end = end;
        return finding;
    }
    [[nodiscard]] std::filesystem::path kept() const { return folder_.path() / "drafts"; }

    test::TemporaryFolder folder_;
    FakeDesk desk_;
    int revision_ = 1;
    std::vector<Finding> findings_{word(4, 9)};
};

TEST_F(Typed, MessageComesBackAfterAnotherStart) {
    {
        Start first(desk_, kept());
        first.type_message("À moitié écrit");
    }
    Start second(desk_, kept());
    EXPECT_THAT(second.session().drafts().all(), SizeIs(1));
    EXPECT_TRUE(second.session().decision().reopen(Decision::rework));
    EXPECT_EQ(second.session().decision().draft()->message, "À moitié écrit");
    EXPECT_EQ(second.session().decision().draft()->new_due_at, desk_.default_rework_due());
    EXPECT_FALSE(second.session().decision().reopen(Decision::reassign)) << "nothing was typed there";
}

TEST_F(Typed, IsOnDiskWhileTheProgramRuns) {
    Start first(desk_, kept());
    first.type_message("Ce qui compte");
    // nothing is closed: another reader finds it as soon as it is written
    const auto give_up = std::chrono::steady_clock::now() + std::chrono::seconds(20);
    bool found = false;
    while (!found && std::chrono::steady_clock::now() < give_up) {
        Drafts reader;
        reader.open(kept(), [](const Label&) {});
        const DraftFields* const fields = reader.find("decision/R-0/1/rework");
        found = fields != nullptr && field_of(*fields, "message") == "Ce qui compte";
    }
    EXPECT_TRUE(found);
}

TEST_F(Typed, WhatAReworkAsksComesBackAfterAnotherStart) {
    findings_ = {word(4, 9), word(10, 14)};
    findings_[0].message = "Que voulez-vous dire ?";
    findings_[1].message = "Où était-ce ?";
    {
        Start first(desk_, kept());
        first.session().decision().choose(Decision::rework);
        ReworkTermsModel& rework = first.session().decision().rework();
        ASSERT_THAT(rework.offered(), SizeIs(2));
        rework.choose(0, false);
        rework.choose(1, true);
        review::ReworkReason own;
        own.text = "À quelle heure ?";
        own.question = "accueil";
        rework.add(own);
        rework.remind_at(*parse_moment("2026-11-25T10:00:00-05:00"));
        rework.agree(review::Unanswered::none);
        rework.write("Et qui vous", "accueil");
        first.session().decision().edit(first.session().decision().draft().value());
    }
    findings_.insert(findings_.begin(), word(0, 3));  // it was assessed again meanwhile
    findings_[0].message = "Combien ?";
    Start second(desk_, kept());
    ASSERT_TRUE(second.session().decision().reopen(Decision::rework));
    const ReworkTermsModel& rework = second.session().decision().rework();
    const review::ReworkTerms terms = rework.terms();
    ASSERT_THAT(terms.reasons, SizeIs(2));
    EXPECT_THAT(terms.reasons[0].text, HasSubstr("Où était-ce ?"));
    EXPECT_EQ(terms.reasons[1].text, "À quelle heure ?");
    EXPECT_EQ(terms.reasons[1].question, "accueil");
    EXPECT_THAT(rework.offered(), SizeIs(4)) << "the new finding may be asked too";
    EXPECT_TRUE(terms.remind);
    EXPECT_EQ(terms.remind_at, parse_moment("2026-11-25T10:00:00-05:00"));
    EXPECT_EQ(terms.unanswered, review::Unanswered::none);
    EXPECT_EQ(rework.written(), "Et qui vous");
    EXPECT_EQ(rework.written_about(), "accueil");
}

TEST_F(Typed, WhatAReworkAsksGoesWithTheTextThatWasThrownAway) {
    Start start(desk_, kept());
    start.session().decision().choose(Decision::rework);
    start.session().decision().rework().agree(review::Unanswered::none);
    start.session().decision().edit(start.session().decision().draft().value());
    start.session().decision().close_draft();
    ASSERT_THAT(start.session().drafts().all(), SizeIs(1));
    start.session().drafts().forget(start.session().drafts().all().front().key);
    start.session().decision().choose(Decision::rework);
    EXPECT_EQ(start.session().decision().rework().unanswered(), review::Unanswered::reassign);
}

TEST_F(Typed, TermsOfAnotherVersionAreReadAsFarAsTheyAreKnown) {
    Start start(desk_, kept());
    start.session().drafts().keep("decision/R-0/1/rework", {{"kind", "decision"},
                                                            {"decision", "rework"},
                                                            {"message", "Bonjour"},
                                                            {"terms", R"({"remind": false, "composed": 7})"}});
    ASSERT_TRUE(start.session().decision().reopen(Decision::rework));
    EXPECT_EQ(start.session().decision().draft()->message, "Bonjour");
    EXPECT_FALSE(start.session().decision().rework().reminds());
}

TEST_F(Typed, MessageGoesWithTheDecisionItWasFor) {
    {
        Start first(desk_, kept());
        first.type_message("Merci de compléter.");
        first.session().decision().confirm();
        ASSERT_TRUE(first.run_until([&] { return first.session().report().report_id() == "R-1"; }));
    }
    Start second(desk_, kept());
    EXPECT_THAT(second.session().drafts().all(), IsEmpty());
}

TEST_F(Typed, MessageOfOneRevisionDoesNotComeBackUnderTheNext) {
    Start start(desk_, kept());
    start.type_message("Sur la première");
    revision_ = 2;
    start.session().refresh();
    ASSERT_TRUE(start.run_until([&] {
        return !start.session().report().loading() && start.session().report().page()->details.report.revision == 2;
    }));
    start.session().decision().choose(Decision::rework);
    EXPECT_EQ(start.session().decision().draft()->message, "Bonjour, à propos de R-0");
    EXPECT_THAT(start.session().drafts().all(), SizeIs(1)) << "it is still there to be read";
}

TEST_F(Typed, ReasonFindsItsFindingThoughItsNumberChanged) {
    {
        Start first(desk_, kept());
        first.session().report().next_finding();
        first.session().judging().dismiss();
        JudgementDraft draft = first.session().judging().draft().value();
        draft.reason = "un prénom";
        first.session().judging().edit(draft);
    }
    findings_ = {word(0, 3), word(4, 9)};
    Start second(desk_, kept());
    const std::vector<Draft> drafts = second.session().drafts().all();
    ASSERT_THAT(drafts, SizeIs(1));
    ASSERT_TRUE(second.session().judging().reopen(drafts.front().fields));
    EXPECT_EQ(second.session().judging().draft()->finding, 1U);
    EXPECT_EQ(second.session().judging().draft()->reason, "un prénom");
    EXPECT_EQ(second.session().report().finding(), 1U) << "the reviewer is at it again";

    findings_ = {};
    Start third(desk_, kept());
    EXPECT_FALSE(third.session().judging().reopen(drafts.front().fields));
    EXPECT_THAT(third.session().drafts().all(), SizeIs(1)) << "what was typed stays, though its finding has gone";
}

TEST_F(Typed, UnsavedTextOfTheCopyHoldsTheDecisionBack) {
    Start start(desk_, kept());
    start.type_copy("Une élève près de la caisse.");
    start.session().judging().close_draft();
    start.session().decision().choose(Decision::accept);
    EXPECT_THAT(start.session().decision().refusal().en, HasSubstr("not saved"));
    EXPECT_TRUE(desk_.decided.empty());
    // as it was: nothing to save
    start.type_copy("Une éleve près de la caisse.");
    start.session().judging().close_draft();
    start.session().decision().choose(Decision::accept);
    EXPECT_TRUE(start.run_until([&] { return !start.session().decision().busy(); }));
    EXPECT_THAT(desk_.decided, SizeIs(1));
}

TEST_F(Typed, TextOfTheCopyComesBackAfterAnotherStart) {
    {
        Start first(desk_, kept());
        first.type_copy("Une élève près de l'entrée.");
    }
    Start second(desk_, kept());
    second.session().judging().edit_answer("accueil");
    EXPECT_EQ(second.session().judging().draft()->text, "Une élève près de l'entrée.");
}

TEST_F(Typed, ReasonOfAHoldComesBackAfterAnotherStartUntilTheReportIsHeld) {
    const Moment until = *parse_moment("2026-12-01T10:00:00-05:00");
    {
        Start first(desk_, kept());
        first.session().interventions().begin(review::Intervention::Kind::hold, desk_.now());
        ASSERT_TRUE(first.session().interventions().draft());
        review::Intervention wanted = first.session().interventions().draft()->wanted;
        first.session().interventions().edit(wanted);
        EXPECT_THAT(first.session().drafts().all(), IsEmpty()) << "nothing was typed";
        wanted.reason = "Le client vérifie";
        wanted.until = until;
        first.session().interventions().edit(wanted);
    }
    Start second(desk_, kept());
    InterventionModel& model = second.session().interventions();
    model.begin(review::Intervention::Kind::withdrawal, desk_.now());
    EXPECT_EQ(model.draft()->wanted.reason, "") << "it was to be held";
    model.begin(review::Intervention::Kind::hold, desk_.now());
    EXPECT_EQ(model.draft()->wanted.reason, "Le client vérifie");
    EXPECT_EQ(model.draft()->wanted.until, until);
    model.confirm();
    ASSERT_TRUE(second.run_until([&] { return !model.busy(); }));
    EXPECT_THAT(second.session().drafts().all(), IsEmpty());
}

TEST_F(Typed, DueTimeThatIsWrittenHalfComesBackAfterAnotherStart) {
    {
        Start first(desk_, kept());
        first.session().decision().choose(Decision::rework);
        DecisionDraft draft = first.session().decision().draft().value();
        draft.due_half_written = "2026-12-0";
        first.session().decision().edit(draft);
    }
    Start second(desk_, kept());
    ASSERT_TRUE(second.session().decision().reopen(Decision::rework));
    EXPECT_EQ(second.session().decision().draft()->due_half_written, "2026-12-0");
    EXPECT_EQ(second.session().decision().draft()->new_due_at, desk_.default_rework_due()) << "until it is a moment";
}

TEST_F(Typed, ReminderThatIsWrittenHalfComesBackUntilItIsAMoment) {
    {
        Start first(desk_, kept());
        first.session().decision().choose(Decision::rework);
        first.session().decision().rework().write_reminder("2026-11-25 1");
        first.session().decision().edit(first.session().decision().draft().value());
    }
    Start second(desk_, kept());
    ASSERT_TRUE(second.session().decision().reopen(Decision::rework));
    ReworkTermsModel& rework = second.session().decision().rework();
    EXPECT_EQ(rework.reminder_half_written(), "2026-11-25 1");
    EXPECT_FALSE(rework.terms().remind_at) << "nothing is agreed that cannot be read";
    rework.remind_at(*parse_moment("2026-11-25T10:00:00-05:00"));
    EXPECT_EQ(rework.reminder_half_written(), "");
}

TEST_F(Typed, MomentOfAHoldComesBackWithoutAReasonToo) {
    const Moment until = *parse_moment("2026-12-01T10:00:00-05:00");
    {
        Start first(desk_, kept());
        InterventionModel& model = first.session().interventions();
        model.begin(review::Intervention::Kind::hold, desk_.now());
        review::Intervention wanted = model.draft()->wanted;
        wanted.until = until;
        model.edit(wanted);
    }
    {
        Start second(desk_, kept());
        InterventionModel& model = second.session().interventions();
        model.begin(review::Intervention::Kind::hold, desk_.now());
        EXPECT_EQ(model.draft()->wanted.until, until);
        review::Intervention wanted = model.draft()->wanted;
        wanted.until.reset();
        model.edit(wanted, "2026-12-");
    }
    Start third(desk_, kept());
    InterventionModel& model = third.session().interventions();
    model.begin(review::Intervention::Kind::hold, desk_.now());
    EXPECT_EQ(model.draft()->until_half_written, "2026-12-");
    EXPECT_FALSE(model.draft()->wanted.until) << "what is written is no moment yet";
    EXPECT_FALSE(model.complete(desk_.now()));
}

/// A form of one text and one choice, without a display.
struct PlainForm {
    explicit PlainForm(Drafts& drafts) : form(drafts) {
        form.choice(
            "choice", [this] { return choice; }, [this](const std::string& value) { choice = value; });
        form.text(
            "reason", [this] { return text; },
            [this](const std::string& value) {
                text = value;
                form.keep();  // as a control would that tells of every change
            });
    }
    std::string text;
    std::string choice = "first";
    KeptForm form;
};

TEST(KeptForms, BringBackWhatWasWrittenAboutTheSameThing) {
    Drafts drafts;
    PlainForm one(drafts);
    EXPECT_FALSE(one.form.about("mission/M-1", {{"kind", "mission"}}));
    one.choice = "second";
    one.form.keep();
    EXPECT_THAT(drafts.all(), IsEmpty()) << "a choice alone is quickly made again";
    one.text = "Elle est malade";
    one.form.keep();
    ASSERT_THAT(drafts.all(), SizeIs(1));
    EXPECT_EQ(field_of(drafts.all().front().fields, "kind"), "mission");

    PlainForm other(drafts);
    EXPECT_FALSE(other.form.about("mission/M-2", {{"kind", "mission"}}));
    EXPECT_EQ(other.text, "");
    EXPECT_TRUE(other.form.about("mission/M-1", {{"kind", "mission"}}));
    EXPECT_EQ(other.text, "Elle est malade");
    EXPECT_EQ(other.choice, "second");
    other.form.done();
    EXPECT_THAT(drafts.all(), IsEmpty()) << "it was sent";
}

TEST(KeptForms, KeepNothingThatWasNotWritten) {
    Drafts drafts;
    PlainForm form(drafts);
    form.text = "before it is about anything";
    form.form.keep();
    EXPECT_THAT(drafts.all(), IsEmpty());
    form.text = "the remark as it is";
    form.form.about("remark/heure", {{"kind", "remark"}});
    form.form.keep();
    EXPECT_THAT(drafts.all(), IsEmpty());
    form.text = "the remark as it should be";
    form.form.keep();
    EXPECT_THAT(drafts.all(), SizeIs(1));
    form.text = " ";
    form.form.keep();
    EXPECT_THAT(drafts.all(), IsEmpty()) << "it was deleted";
}

TEST_F(Typed, PlaceComesBackAfterAnotherStart) {
    {
        Start first(desk_, kept());
        first.session().drafts().keep_place({{"report", "R-1"}, {"scrolled", "120"}});
    }
    Start second(desk_, kept());
    EXPECT_EQ(field_of(second.session().drafts().place(), "report"), "R-1");
    EXPECT_THAT(second.session().drafts().all(), IsEmpty()) << "the place is no text";
}

TEST_F(Typed, FileThatCannotBeReadIsPassedByAndStays) {
    const auto broken = folder_.write("drafts/0123456789abcdef.json", "{\"format\": \"relis.dra");
    Start start(desk_, kept());
    start.type_message("Autre chose");
    EXPECT_THAT(start.session().drafts().all(), SizeIs(1));
    EXPECT_TRUE(std::filesystem::exists(broken));
}

TEST_F(Typed, TellsOnceThatNothingCanBeKept) {
    std::vector<std::string> failures;
    {
        Drafts drafts;
        drafts.open(kept(), [&](const Label& what) { failures.push_back(what.en); });
        std::filesystem::remove_all(kept());
        drafts.keep("a", {{"text", "x"}});
        drafts.keep("b", {{"text", "y"}});
    }
    ASSERT_THAT(failures, SizeIs(1));
    EXPECT_THAT(failures.front(), HasSubstr("cannot be kept"));
}

TEST_F(Typed, FolderIsForItsUserAloneAndNamesNoPassword) {
    const auto folder = draft_folder(folder_.path(), "postgresql://odile:secret@host/relis", "Odile");
    EXPECT_THAT(folder.string(), testing::Not(HasSubstr("secret")));
    EXPECT_NE(folder, draft_folder(folder_.path(), "postgresql://odile:secret@host/relis", "Louise"));
    Drafts drafts;
    drafts.open(folder, [](const Label&) {});
    EXPECT_EQ(std::filesystem::status(folder).permissions(), std::filesystem::perms::owner_all);
}

}  // namespace
}  // namespace relis::app

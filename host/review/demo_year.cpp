#include "review/demo_year.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <memory>
#include <set>
#include <tuple>
#include <utility>
#include <vector>

#include <fmt/format.h>

#include "demo_texts.h"
#include "label/labelled_error.h"
#include "review/assess.h"
#include "review/assignments.h"
#include "review/conduct.h"
#include "review/criteria.h"
#include "review/decide.h"
#include "review/import.h"
#include "review/mission_candidates.h"
#include "review/present.h"
#include "review/report_details.h"
#include "review/tiers.h"
#include "store/reports.h"
#include "store_types.h"
#include "temporary_folder.h"

namespace relis::review {

using nlohmann::json;

namespace {

namespace fs = std::filesystem;
using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

constexpr std::array reviewers{"anne", "bruno", "chloe"};
/// Reviewers meet what came in every so many days.
constexpr days session_days{3};
constexpr int year_days = 366;

json read(const fs::path& path) {
    std::ifstream in(path);
    json value = json::parse(in, nullptr, false);
    if (value.is_discarded()) {
        throw std::runtime_error(path.string() + " cannot be read; name the folder data of Relis");
    }
    return value;
}

/// The files that are imported.
class ImportFolder {
  public:
    template <class Json>
    [[nodiscard]] fs::path write(const std::string& name, const Json& content) const {
        const fs::path path = folder_.path() / name;
        std::ofstream(path) << content.dump();
        return path;
    }

  private:
    TemporaryFolder folder_{"demo"};
};

struct Person {
    std::string id;
    std::string joined_on;
    bool overseas = false;  ///< in France
    Talent talent;
};

struct Site {
    json report;  ///< as reports name it
    std::string id;
};

/// What is going to happen, or has.
struct Errand {
    enum class Kind { submit, cancel, miss };
    Moment at;
    Kind kind = Kind::submit;
    std::size_t programme = 0;
    VisitPlan plan;
    json report;  ///< of a further revision: the one before, then the one to submit
    bool copied = false;
    bool silent = false;  ///< its rework was never answered
    bool operator<(const Errand& other) const {
        return std::tie(at, plan.mission_id, kind) < std::tie(other.at, other.plan.mission_id, other.kind);
    }
};

class Year {
  public:
    Year(const WorkspaceOptions& options, const DemoYearOptions& year, const ProgressSink& progress,
         const std::stop_token& stop)
        : year_(year),
          progress_(progress),
          stop_(stop),
          random_(year.seed),
          end_(year.until.value_or(now())),
          begin_{end_.utc - days{year_days}, end_.offset},
          present_(begin_) {
        for (const char* const user : reviewers) {
            WorkspaceOptions own = options;
            own.user = user;
            desks_.push_back(std::make_unique<Workspace>(own));
        }
        if (store::load_report_status(desks_.front()->database(), "R-200001")) {
            throw LabelledError({"cette base contient déjà une année de démonstration ; nommez-en une autre",
                                 "this database holds a demonstration's year already; name another one with --db"});
        }
        read_people_and_places();
        tune(R"({"consistency": {"copy_overlap": 0.9, "copy_min_words": 60}})",
             "Année de démonstration : textes composés, les copies se cherchent dans les longs récits.");
    }

    DemoYearSummary live() {
        Moment session{begin_.utc + session_days, begin_.offset};
        for (int day = 0; session.utc < end_.utc; ++day, session.utc += session_days) {
            if (stop_.stop_requested()) {
                summary_.stopped = true;
                return summary_;
            }
            if (day % 10 == 0) {
                plan_month(session);
            }
            hold_session(session);
            if (progress_) {
                progress_({"Living through " + format_moment(session).substr(0, 7),
                           static_cast<std::uint64_t>((session.utc - begin_.utc).count()),
                           static_cast<std::uint64_t>((end_.utc - begin_.utc).count())});
            }
        }
        present_.move_to(end_);
        tune(R"({"consistency": {"copy_overlap": null, "copy_min_words": null}})",
             "Fin de l'année de démonstration : valeurs d'origine.");
        return summary_;
    }

  private:
    Workspace& desk() { return *desks_[static_cast<std::size_t>(pick(random_, 0, 2))]; }

    /// Texts composed of a limited stock resemble each other as real ones do not: the year is lived with copies looked
    /// for in long texts only.
    void tune(const std::string& parameters, const std::string& note) {
        const PublishResult result = publish_parameters(*desks_.front(), {}, parameters, note);
        if (!result.errors.empty()) {
            throw LabelledError({"les critères de l'année de démonstration sont refusés : " + result.errors.front().fr,
                                 "the criteria of the demonstration's year are refused: " + result.errors.front().en});
        }
    }

    /// Imports a file; what is refused is a fault of the year itself.
    ImportSummary take_in(const fs::path& path) {
        ImportSummary summary = import_path(*desks_.front(), path);
        for (const ImportProblem& problem : summary.problems) {
            if (problem.refused) {
                throw LabelledError({"refusé : " + problem.report_id + " " + problem.field + " " + problem.reason.fr,
                                     "refused: " + problem.report_id + " " + problem.field + " " + problem.reason.en});
            }
        }
        return summary;
    }

    void read_people_and_places() {
        for (const char* const file : {"epicerie", "restaurant", "station-service"}) {
            texts_.emplace_back(year_.data / "demo-year", std::string(file) + ".json");
            json roster = read(year_.data / "demo" / "roster" / (std::string(file) + ".json"));
            std::vector<Site> sites;
            for (const json& site : roster.at("sites")) {
                sites.push_back({{{"id", site.at("id")}, {"name", site.at("name")}, {"city", site.at("city")}},
                                 site.at("id").get<std::string>()});
            }
            sites_.push_back(std::move(sites));
        }
        take_in(year_.data / "demo" / "questionnaires");
        const json talents = read(year_.data / "demo-year" / "talents.json").at("talents");
        json people = read(year_.data / "demo" / "roster" / "people.json").at("shoppers");
        const json others = read(year_.data / "demo-year" / "shoppers.json");
        for (const json& more : others.at("shoppers")) people.push_back(more);
        for (const json& one : people) {
            const json& talent = talents.at(one.at("id").get<std::string>());
            people_.push_back(
                {one.at("id"),
                 one.at("joined_on"),
                 one.at("longitude").get<double>() > -30,
                 {talent.at("detail"), talent.at("faults"), talent.at("late"), talent.at("missing"),
                  talent.at("cancels"), talent.at("misses"), talent.at("copies"), talent.at("gender") == "f"}});
        }
        nlohmann::ordered_json roster = {{"format", "relis.roster/1"},
                                         {"shoppers", people}};  // a reader looks for the format first
        for (const char* const file : {"epicerie", "restaurant", "station-service", "hotel", "mode", "telephone"}) {
            const json one = read(year_.data / "demo" / "roster" / (std::string(file) + ".json"));
            for (const char* const list : {"clients", "programmes", "sites"}) {
                for (const json& entry : one.at(list)) roster[list].emplace_back(entry);
            }
        }
        take_in(folder_.write("roster.json", roster));
    }

    /// Assigns the month's missions, as the agency's planner would, and plans what becomes of each.
    void plan_month(const Moment& from) {
        const auto left = std::chrono::floor<days>(end_.utc - from.utc).count();
        const int span = static_cast<int>(std::clamp<std::int64_t>(left, 2, 30));
        const std::size_t count = year_.reports * static_cast<std::size_t>(span) / year_days;
        json missions = json::array();
        for (std::size_t i = 0; i < count; ++i) {
            Errand errand = planned(from, span);
            missions.push_back(mission_of(errand, from));
            errands_.push_back(std::move(errand));
        }
        present_.move_to(from);
        take_in(folder_.write("missions.json", json({{"format", "relis.roster/1"}, {"missions", missions}})));
    }

    json mission_of(const Errand& errand, const Moment& from) const {
        const VisitPlan& plan = errand.plan;
        const seconds ahead = std::min<seconds>(days{6}, plan.start.utc - from.utc);
        return {{"id", plan.mission_id},
                {"programme", texts_[errand.programme].programme()},
                {"site", plan.site.at("id")},
                {"shopper_id", plan.shopper_id},
                {"assigned_at", format_moment({plan.start.utc - ahead, plan.start.offset})},
                {"due_at", format_moment({plan.end.utc + hours{24}, plan.end.offset})}};
    }

    Errand planned(const Moment& from, int span) {
        Errand errand;
        errand.programme = static_cast<std::size_t>(pick(random_, 0, static_cast<int>(texts_.size()) - 1));
        const auto& sites = sites_[errand.programme];
        errand.plan.site = sites[static_cast<std::size_t>(pick(random_, 0, static_cast<int>(sites.size()) - 1))].report;
        const std::string number = fmt::format("2{:05}", ++missions_);
        errand.plan.report_id = "R-" + number;
        errand.plan.mission_id = "M-" + number;
        const Moment visit{from.utc + days{pick(random_, 1, span - 1)}, from.offset};
        choose_visit(errand, someone_for(errand, visit), visit);
        return errand;
    }

    /// Fewer missions for who gives them back; nobody before he joined.
    const Person& someone_for(const Errand& errand, const Moment& visit) {
        const bool overseas = texts_[errand.programme].offset() > minutes{0};
        for (;;) {
            const Person& person =
                people_[static_cast<std::size_t>(pick(random_, 0, static_cast<int>(people_.size()) - 1))];
            const double welcome = 1 - person.talent.misses * 3 - person.talent.cancels;
            if (person.overseas == overseas && person.joined_on <= format_moment(visit).substr(0, 10) &&
                !withdrawn_.contains(person.id) && happens(random_, std::max(0.15, welcome))) {
                return person;
            }
        }
    }

    /// When the visit takes place on that day, and what becomes of it.
    void choose_visit(Errand& errand, const Person& person, const Moment& day) {
        VisitPlan& plan = errand.plan;
        plan.shopper_id = person.id;
        plan.talent = person.talent;
        DemoTexts& texts = texts_[errand.programme];
        const auto midnight = std::chrono::floor<days>(day.utc);
        const minutes at_clock{pick(random_, 10 * 60, 19 * 60) - texts.offset().count()};
        plan.start = {midnight + at_clock, texts.offset()};
        plan.end = {plan.start.utc + minutes{pick(random_, texts.least_minutes(), texts.most_minutes())},
                    texts.offset()};
        plan.with_proof = !happens(random_, 0.015 + person.talent.missing / 4);
        plan.contradiction = happens(random_, 0.02);
        errand.copied = happens(random_, person.talent.copies);
        const Moment due{plan.end.utc + hours{24}, plan.end.offset};
        if (happens(random_, person.talent.misses)) {
            errand.kind = Errand::Kind::miss;
            errand.at = {due.utc + hours{pick(random_, 30, 70)}, due.offset};
        } else if (happens(random_, person.talent.cancels)) {
            errand.kind = Errand::Kind::cancel;
            errand.at = {due.utc - hours{pick(random_, 3, 110)}, due.offset};
        } else {
            errand.kind = Errand::Kind::submit;
            errand.at = happens(random_, person.talent.late)
                            ? Moment{due.utc + minutes{pick(random_, 20, 34 * 60)}, due.offset}
                            : Moment{plan.end.utc + minutes{pick(random_, 70, 22 * 60)}, due.offset};
        }
    }

    void hold_session(const Moment& session) {
        present_.move_to(session);
        std::stable_sort(errands_.begin(), errands_.end());
        std::vector<Errand> due;
        while (!errands_.empty() && errands_.front().at.utc <= session.utc) {
            due.push_back(std::move(errands_.front()));
            errands_.erase(errands_.begin());
        }
        json reports = json::array();
        std::map<std::string, Errand> came;
        for (Errand& errand : due) {
            if (errand.kind != Errand::Kind::submit) {
                end_mission(errand, session);
                continue;
            }
            write_report(errand);
            reports.push_back(errand.report);
            came.insert_or_assign(errand.plan.report_id, std::move(errand));
        }
        if (!reports.empty()) {
            summary_.reports += take_in(folder_.write("reports.json", reports)).reports_added;
        }
        assess_pending(*desks_.front());
        Moment at = session;
        for (auto& [id, errand] : came) {
            at.utc += seconds{pick(random_, 100, 420)};
            present_.move_to(at);
            decide_on(errand, at);
        }
        settle_silence(at);
        note_somebody(session);
        withdraw_somebody();
    }

    void write_report(Errand& errand) {
        DemoTexts& texts = texts_[errand.programme];
        std::vector<json>& earlier = told_[errand.programme];
        if (errand.report.is_null()) {
            errand.report = texts.compose(errand.plan, random_);
            errand.report["due_at"] = format_moment({errand.plan.end.utc + hours{24}, errand.plan.end.offset});
            const auto other = std::ranges::find_if(
                earlier, [&](const json& report) { return report.at("shopper_id") != errand.plan.shopper_id; });
            errand.copied = errand.copied && other != earlier.end();
            if (errand.copied) {
                copy_texts(*other, errand.report);
            }
        }
        errand.report["submitted_at"] = format_moment(errand.at);
        if (earlier.size() > 12) {
            earlier.erase(earlier.begin());
        }
        earlier.push_back(errand.report);
    }

    /// What another told, under one's own name.
    static void copy_texts(const json& from, json& to) {
        json answers = from.at("answers");
        for (json& answer : answers) {
            const std::string question = answer.at("question");
            const bool own = question.find("heure") != std::string::npos || question == "recu" ||
                             question == "ticket" || question == "montant";
            for (const json& mine : to.at("answers")) {
                if (own && mine.at("question") == question) answer = mine;
            }
        }
        to["answers"] = std::move(answers);
    }

    void end_mission(const Errand& errand, const Moment& session) {
        Workspace& workspace = desk();
        DemoTexts& texts = texts_[errand.programme];
        const std::string& id = errand.plan.mission_id;
        const bool cancelled = errand.kind == Errand::Kind::cancel;
        const bool done = cancelled ? cancel_mission(workspace, id, texts.shared("cancelled", random_), errand.at).done
                                    : declare_missed(workspace, id, texts.shared("missed", random_), errand.at).done;
        if (done) {
            ++(cancelled ? summary_.cancelled : summary_.missed);
            give_on(errand, workspace, session);
        }
    }

    /// The best of the ranking takes it, and visits within the time he is given.
    void give_on(const Errand& errand, Workspace& workspace, const Moment& at) {
        RankingOptions options;
        options.due_at = Moment{at.utc + days{5}, at.offset};
        options.limit = 3;
        options.excluded_limit = 1;
        const Ranking ranking = rank_candidates(workspace, errand.plan.mission_id, options);
        if (ranking.candidates.empty()) {
            return;
        }
        const auto most = std::min<int>(2, static_cast<int>(ranking.candidates.size()) - 1);
        const std::size_t which = happens(random_, 0.75) ? 0 : static_cast<std::size_t>(pick(random_, 0, most));
        const std::string& chosen = ranking.candidates[which].shopper_id;
        const AssignResult given = assign_mission(workspace, {errand.plan.mission_id, chosen, options.due_at, ""});
        const auto person = std::ranges::find(people_, chosen, &Person::id);
        if (!given.done || person == people_.end()) {
            return;
        }
        ++summary_.given;
        Errand next;
        next.programme = errand.programme;
        next.plan.site = errand.plan.site;
        next.plan.mission_id = given.mission_id;
        next.plan.report_id = fmt::format("R-2{:05}", ++missions_);
        choose_visit(next, *person, {at.utc + days{pick(random_, 1, 3)}, at.offset});
        errands_.push_back(std::move(next));
    }

    void decide_on(Errand& errand, const Moment& at) {
        Workspace& workspace = desk();
        const ReportDetails details = load_report(workspace, errand.plan.report_id);
        DecisionRequest request;
        request.report_id = errand.plan.report_id;
        request.revision = details.report.revision;
        const std::optional<Decision>& recommended = details.recommendation.decision;
        request.decision = recommended.value_or(Decision::accept);
        DemoTexts& texts = texts_[errand.programme];
        if (errand.copied) {
            request.decision = Decision::reassign;
            request.reason = texts.shared("copying", random_);
        } else if (errand.silent) {
            request.decision = Decision::reassign;
        } else if (request.decision == Decision::reassign || happens(random_, 0.06)) {
            request.decision = request.decision == Decision::accept ? Decision::rework : Decision::accept;
            request.reason = texts.shared("reasons_depart", random_);
        }
        if (errand.report.at("revision").get<int>() > 2) {
            request.decision = Decision::accept;
            request.reason = texts.shared("reasons_depart", random_);
        }
        if (request.decision == Decision::rework) {
            request.new_due_at = Moment{at.utc + hours{30}, errand.plan.end.offset};
        }
        // A veto or another recommendation asks for a reason; the others do without
        if (!recommended || *recommended != request.decision) {
            request.reason = request.reason.empty() ? texts.shared("reasons_depart", random_) : request.reason;
        } else if (!errand.copied) {
            request.reason.clear();
        }
        if (!decide(workspace, request).recorded) {
            return;
        }
        ++summary_.decisions;
        if (request.decision == Decision::rework) {
            ++summary_.reworks;
            answer_rework(errand, at);
        } else if (request.decision == Decision::reassign) {
            ++summary_.reassigned;
            if (errand.copied && happens(random_, 0.7)) {
                const std::string why = texts.shared("copying", random_);
                summary_.confirmed +=
                    confirm_misconduct(workspace, request.report_id, Misconduct::copying, why).done ? 1U : 0U;
            }
            give_on(errand, workspace, at);
        }
    }

    void answer_rework(const Errand& errand, const Moment& at) {
        if (happens(random_, 0.05 + errand.plan.talent.misses)) {
            unanswered_.push_back(errand);
            return;
        }
        Errand next = errand;
        next.report = texts_[errand.programme].compose_again(errand.report, errand.plan, random_);
        next.plan.contradiction = false;
        const bool late = happens(random_, errand.plan.talent.late / 2);
        next.at = {at.utc + minutes{late ? pick(random_, 31 * 60, 80 * 60) : pick(random_, 90, 29 * 60)},
                   errand.plan.end.offset};
        errands_.push_back(std::move(next));
    }

    /// Reworks that nobody answered await a decision again; the mission goes to somebody else.
    void settle_silence(Moment at) {
        std::vector<Errand> silent;
        std::swap(silent, unanswered_);
        for (Errand& errand : silent) {
            at.utc += seconds{180};
            present_.move_to(at);
            const ReportDetails details = load_report(*desks_.front(), errand.plan.report_id);
            if (details.row.state == ReportState::assessed) {
                errand.silent = true;
                decide_on(errand, at);
            } else if (details.row.state == ReportState::rework_requested) {
                unanswered_.push_back(std::move(errand));
            }
        }
    }

    void note_somebody(const Moment& session) {
        if (!happens(random_, 0.3)) {
            return;
        }
        const Person& person =
            people_[static_cast<std::size_t>(pick(random_, 0, static_cast<int>(people_.size()) - 1))];
        if (person.joined_on > format_moment(session).substr(0, 10)) {
            return;
        }
        const double good = person.talent.detail == 3 ? 0.7 : 0.35;
        const NoteKind kind = happens(random_, 0.15)   ? NoteKind::neutral
                              : happens(random_, good) ? NoteKind::positive
                                                       : NoteKind::negative;
        const std::string why = texts_.front().note(std::string(to_string(kind)), random_);
        summary_.notes += note_shopper(desk(), person.id, kind, why).done ? 1U : 0U;
    }

    void withdraw_somebody() {
        if (!happens(random_, 0.1)) {
            return;
        }
        for (const TierProposal& proposal : tier_proposals(*desks_.front())) {
            if (proposal.withdraw && withdraw_shopper(*desks_.front(), proposal.shopper_id, proposal.reason).done) {
                withdrawn_.insert(proposal.shopper_id);
                ++summary_.withdrawn;
                return;
            }
        }
    }

    const DemoYearOptions& year_;
    const ProgressSink& progress_;
    const std::stop_token& stop_;
    Random random_;
    Moment end_;
    Moment begin_;
    PresentAt present_;
    ImportFolder folder_;
    std::vector<std::unique_ptr<Workspace>> desks_;
    std::vector<DemoTexts> texts_;
    std::vector<std::vector<Site>> sites_;
    std::vector<Person> people_;
    std::set<std::string> withdrawn_;
    std::vector<Errand> errands_;
    std::vector<Errand> unanswered_;
    std::map<std::size_t, std::vector<json>> told_;
    int missions_ = 0;
    DemoYearSummary summary_;
};

}  // namespace

DemoYearSummary live_demo_year(const WorkspaceOptions& options, const DemoYearOptions& year,
                               const ProgressSink& progress, const std::stop_token& stop) {
    return Year(options, year, progress, stop).live();
}

}  // namespace relis::review

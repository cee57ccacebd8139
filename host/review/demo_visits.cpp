#include "demo_visits.h"

#include <algorithm>
#include <utility>

#include <fmt/format.h>

#include "review/assignments.h"
#include "review/conduct.h"
#include "review/mission_candidates.h"

namespace relis::review {

using nlohmann::json;

namespace {

using std::chrono::days;
using std::chrono::hours;
using std::chrono::minutes;
using std::chrono::seconds;

/// Missions that fell free so shortly before the end wait for somebody.
constexpr days still_free{14};

/// What another told, under one's own name.
void copy_texts(const json& from, json& to) {
    json answers = from.at("answers");
    for (json& answer : answers) {
        const std::string question = answer.at("question");
        const bool own = question.find("heure") != std::string::npos || question.find("montant") != std::string::npos ||
                         question == "recu" || question == "ticket" || question == "facture" ||
                         question == "preuve_appel";
        for (const json& mine : to.at("answers")) {
            if (own && mine.at("question") == question) {
                answer = mine;
            }
        }
    }
    to["answers"] = std::move(answers);
}

}  // namespace

void DemoVisits::plan_month(const Moment& from) {
    const auto left = std::chrono::floor<days>(agency_.end.utc - from.utc).count();
    const int span = static_cast<int>(std::clamp<std::int64_t>(left, 2, 30));
    const std::size_t count = agency_.options.reports * static_cast<std::size_t>(span) / year_days;
    json missions = json::array();
    for (std::size_t i = 0; i < count; ++i) {
        DemoErrand errand = planned(from, span);
        missions.push_back(mission_of(errand, from));
        errands_.push_back(std::move(errand));
    }
    agency_.present.move_to(from);
    agency_.take_in(agency_.files.write("missions.json", json({{"format", "relis.roster/1"}, {"missions", missions}})));
}

json DemoVisits::mission_of(const DemoErrand& errand, const Moment& from) const {
    const VisitPlan& plan = errand.plan;
    const seconds ahead = std::min<seconds>(days{6}, plan.start.utc - from.utc);
    return {{"id", plan.mission_id},
            {"programme", agency_.texts[errand.programme].programme()},
            {"site", plan.site.at("id")},
            {"shopper_id", plan.shopper_id},
            {"assigned_at", format_moment({plan.start.utc - ahead, plan.start.offset})},
            {"due_at", format_moment({plan.end.utc + hours{24}, plan.end.offset})}};
}

std::size_t DemoVisits::some_programme() {
    int sum = 0;
    for (const DemoTexts& texts : agency_.texts) {
        sum += texts.share();
    }
    int left = pick(agency_.random, 1, sum);
    std::size_t programme = 0;
    while (left > agency_.texts[programme].share()) {
        left -= agency_.texts[programme++].share();
    }
    return programme;
}

DemoErrand DemoVisits::planned(const Moment& from, int span) {
    DemoErrand errand;
    errand.programme = some_programme();
    const auto& sites = agency_.sites[errand.programme];
    errand.plan.site = sites[static_cast<std::size_t>(pick(agency_.random, 0, static_cast<int>(sites.size()) - 1))];
    const std::string number = fmt::format("2{:05}", ++missions_);
    errand.plan.report_id = "R-" + number;
    errand.plan.mission_id = "M-" + number;
    const Moment visit{from.utc + days{pick(agency_.random, 1, span - 1)}, from.offset};
    choose_visit(errand, someone_for(errand, visit), visit);
    return errand;
}

/// Fewer missions for who gives them back; nobody before he joined; hotels for the best.
const DemoPerson& DemoVisits::someone_for(const DemoErrand& errand, const Moment& visit) {
    const DemoTexts& texts = agency_.texts[errand.programme];
    const bool overseas = texts.offset() > minutes{0};
    for (;;) {
        const DemoPerson* const person = agency_.somebody(visit);
        if (person == nullptr || person->overseas != overseas || agency_.withdrawn.contains(person->id)) {
            continue;
        }
        const Talent& talent = person->talent;
        const bool good = talent.detail == 3 && talent.faults < 0.02;
        const double welcome = 1 - talent.misses * 1.5 - talent.cancels;
        if ((good || !texts.for_the_best()) && happens(agency_.random, std::max(0.8, welcome))) {
            return *person;
        }
    }
}

/// When the visit takes place on that day, and what becomes of it.
void DemoVisits::choose_visit(DemoErrand& errand, const DemoPerson& person, const Moment& day) {
    Random& random = agency_.random;
    VisitPlan& plan = errand.plan;
    plan.shopper_id = person.id;
    plan.talent = person.talent;
    const DemoTexts& texts = agency_.texts[errand.programme];
    const auto midnight = std::chrono::floor<days>(day.utc);
    const auto [earliest, latest] = texts.clock();
    const minutes at_clock{pick(random, earliest, latest) - texts.offset().count()};
    plan.start = {midnight + at_clock, texts.offset()};
    plan.end = {plan.start.utc + minutes{pick(random, texts.least_minutes(), texts.most_minutes())}, texts.offset()};
    plan.with_proof = !happens(random, 0.015 + person.talent.missing / 4);
    plan.contradiction = happens(random, 0.02);
    errand.copied = happens(random, person.talent.copies);
    const Moment due{plan.end.utc + hours{24}, plan.end.offset};
    constexpr double slumping = 0.85;
    if (happens(random, person.slump && *person.slump < day ? slumping : person.talent.misses)) {
        errand.kind = DemoErrand::Kind::miss;
        errand.at = {due.utc + hours{pick(random, 30, 70)}, due.offset};
    } else if (happens(random, person.talent.cancels)) {
        errand.kind = DemoErrand::Kind::cancel;
        errand.at = {due.utc - hours{pick(random, 3, 110)}, due.offset};
    } else {
        errand.kind = DemoErrand::Kind::submit;
        errand.at = happens(random, person.talent.late)
                        ? Moment{due.utc + minutes{pick(random, 20, 34 * 60)}, due.offset}
                        : Moment{plan.end.utc + minutes{pick(random, 70, 22 * 60)}, due.offset};
    }
}

std::vector<DemoErrand> DemoVisits::due(const Moment& until) {
    std::stable_sort(errands_.begin(), errands_.end());
    const auto later =
        std::ranges::find_if(errands_, [&](const DemoErrand& errand) { return errand.at.utc > until.utc; });
    std::vector<DemoErrand> now(std::make_move_iterator(errands_.begin()), std::make_move_iterator(later));
    errands_.erase(errands_.begin(), later);
    return now;
}

void DemoVisits::forget(const std::string& report_id) {
    std::erase_if(errands_, [&](const DemoErrand& errand) { return errand.plan.report_id == report_id; });
}

void DemoVisits::write_report(DemoErrand& errand) {
    std::vector<json>& earlier = told_[errand.programme];
    if (errand.report.is_null()) {
        errand.report = agency_.texts[errand.programme].compose(errand.plan, agency_.random);
        errand.report["due_at"] = format_moment({errand.plan.end.utc + hours{24}, errand.plan.end.offset});
        const auto other = std::ranges::find_if(
            earlier, [&](const json& report) { return report.at("shopper_id") != errand.plan.shopper_id; });
        errand.copied = errand.copied && other != earlier.end();
        if (errand.copied) {
            copy_texts(*other, errand.report);
        }
    }
    errand.report["submitted_at"] = format_moment(errand.at);
    constexpr std::size_t remembered = 12;
    if (earlier.size() > remembered) {
        earlier.erase(earlier.begin());
    }
    earlier.push_back(errand.report);
}

void DemoVisits::end_mission(const DemoErrand& errand, const Moment& session) {
    Workspace& workspace = agency_.desk();
    const std::string& id = errand.plan.mission_id;
    const bool cancelled = errand.kind == DemoErrand::Kind::cancel;
    const bool done = cancelled ? cancel_mission(workspace, id, agency_.sentence("cancelled"), errand.at).done
                                : declare_missed(workspace, id, agency_.sentence("missed"), errand.at).done;
    if (done) {
        ++(cancelled ? agency_.summary.cancelled : agency_.summary.missed);
        if (!cancelled && happens(agency_.random, 0.7)) {
            const std::string why = agency_.texts.front().shared("notes", "negative", agency_.random);
            agency_.summary.notes +=
                note_shopper(workspace, errand.plan.shopper_id, NoteKind::negative, why).done ? 1U : 0U;
        }
        give_on(errand, workspace, session);
    }
}

void DemoVisits::leave_one_free(const Moment& at) {
    const auto next = std::ranges::find(errands_, DemoErrand::Kind::submit, &DemoErrand::kind);
    if (agency_.summary.free_missions > 0 || next == errands_.end()) {
        return;
    }
    DemoErrand errand = std::move(*next);
    errands_.erase(next);
    errand.kind = DemoErrand::Kind::cancel;
    errand.at = at;
    agency_.present.move_to(at);
    end_mission(errand, at);
}

void DemoVisits::give_on(const DemoErrand& errand, Workspace& workspace, const Moment& at) {
    if (agency_.end.utc - at.utc < still_free) {
        ++agency_.summary.free_missions;
        return;
    }
    RankingOptions options;
    options.due_at = Moment{at.utc + days{5}, at.offset};
    options.limit = 3;
    options.excluded_limit = 1;
    const Ranking ranking = rank_candidates(workspace, errand.plan.mission_id, options);
    if (ranking.candidates.empty()) {
        return;
    }
    const auto most = std::min<int>(2, static_cast<int>(ranking.candidates.size()) - 1);
    const std::size_t which =
        happens(agency_.random, 0.75) ? 0 : static_cast<std::size_t>(pick(agency_.random, 0, most));
    const std::string& chosen = ranking.candidates[which].shopper_id;
    const AssignResult given = assign_mission(workspace, {errand.plan.mission_id, chosen, options.due_at, ""});
    const auto person = std::ranges::find(agency_.people, chosen, &DemoPerson::id);
    if (!given.done || person == agency_.people.end()) {
        return;
    }
    ++agency_.summary.given;
    DemoErrand next;
    next.programme = errand.programme;
    next.plan.site = errand.plan.site;
    next.plan.mission_id = given.mission_id;
    next.plan.report_id = fmt::format("R-2{:05}", ++missions_);
    choose_visit(next, *person, {at.utc + days{pick(agency_.random, 1, 3)}, at.offset});
    errands_.push_back(std::move(next));
}

}  // namespace relis::review

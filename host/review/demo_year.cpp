#include "review/demo_year.h"

#include <map>
#include <string>
#include <utility>

#include <nlohmann/json.hpp>

#include "demo_agency.h"
#include "demo_appeals.h"
#include "demo_desk.h"
#include "demo_mails.h"
#include "demo_people.h"
#include "demo_visits.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "review/assess.h"

namespace relis::review {

namespace {

/// Reviewers meet what came in every so many days.
constexpr std::chrono::days session_days{3};
constexpr int sessions_a_month = 10;

/// One day of work: what came in is assessed and met, in the order of its ids.
Moment hold_session(DemoAgency& agency, DemoVisits& visits, DemoDesk& desk, DemoAppeals& appeals,
                    const Moment& session) {
    agency.present.move_to(session);
    nlohmann::json reports = nlohmann::json::array();
    std::map<std::string, DemoErrand> came;
    for (DemoErrand& errand : visits.due(session)) {
        if (errand.kind != DemoErrand::Kind::submit) {
            visits.end_mission(errand, session);
            continue;
        }
        visits.write_report(errand);
        reports.push_back(errand.report);
        came.insert_or_assign(errand.plan.report_id, std::move(errand));
    }
    if (!reports.empty()) {
        agency.summary.reports += agency.take_in(agency.files.write("reports.json", reports)).reports_added;
    }
    assess_pending(agency.first_desk());
    Moment at = session;
    for (auto& [id, errand] : came) {
        at.utc += std::chrono::seconds{pick(agency.random, 100, 420)};
        agency.present.move_to(at);
        desk.meet(errand, at);
        appeals.consider(errand, at);
    }
    return at;
}

}  // namespace

DemoYearSummary live_demo_year(const WorkspaceOptions& options, const DemoYearOptions& year,
                               const ProgressSink& progress, const std::stop_token& stop) {
    DemoAgency agency(options, year);
    DemoVisits visits(agency);
    DemoDesk desk(agency, visits);
    DemoAppeals appeals(agency, desk);
    // Texts composed of a limited stock resemble each other as real ones do not: the year is lived with copies looked
    // for in long texts only
    agency.tune(R"({"consistency": {"copy_overlap": 0.9, "copy_min_words": 60}})",
                "Année de démonstration : textes composés, les copies se cherchent dans les longs récits.");
    Moment session{agency.begin.utc + session_days, agency.begin.offset};
    for (int day = 0; session.utc < agency.end.utc; ++day, session.utc += session_days) {
        if (stop.stop_requested()) {
            agency.summary.stopped = true;
            return agency.summary;
        }
        if (day % sessions_a_month == 0) {
            visits.plan_month(session);
        }
        Moment at = hold_session(agency, visits, desk, appeals, session);
        desk.follow_up(at);
        appeals.hold_session({at.utc + std::chrono::minutes{20}, at.offset});
        note_somebody(agency, session);
        settle_a_proposal(agency);
        send_demo_mails(agency, session);
        if (progress) {
            progress({make_label("{} se passe", "Living through {}", format_moment(session).substr(0, 7)),
                      static_cast<std::uint64_t>((session.utc - agency.begin.utc).count()),
                      static_cast<std::uint64_t>((agency.end.utc - agency.begin.utc).count())});
        }
    }
    appeals.leave_some_waiting({agency.end.utc - std::chrono::hours{6}, agency.end.offset});
    visits.leave_one_free({agency.end.utc - std::chrono::hours{5}, agency.end.offset});
    agency.present.move_to(agency.end);
    agency.tune(R"({"consistency": {"copy_overlap": null, "copy_min_words": null}})",
                "Fin de l'année de démonstration : valeurs d'origine.");
    return agency.summary;
}

}  // namespace relis::review

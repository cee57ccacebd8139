#include "demo_agency.h"

#include <algorithm>
#include <fstream>
#include <tuple>
#include <utility>

#include "label/labelled_error.h"
#include "review/criteria.h"
#include "store/reports.h"
#include "store_types.h"

namespace relis::review {

using nlohmann::json;

namespace {

namespace fs = std::filesystem;
using std::chrono::days;

constexpr std::array programme_files{"epicerie", "restaurant", "station-service", "hotel", "mode", "telephone"};

Talent talent_of(const json& entry) {
    return {entry.at("detail"),  entry.at("faults"), entry.at("late"),   entry.at("missing"),
            entry.at("cancels"), entry.at("misses"), entry.at("copies"), entry.at("gender") == "f"};
}

}  // namespace

bool DemoErrand::operator<(const DemoErrand& other) const {
    return std::tie(at, plan.mission_id, kind) < std::tie(other.at, other.plan.mission_id, other.kind);
}

fs::path DemoFiles::write_text(const std::string& name, const std::string& content) const {
    fs::path path = folder_.path() / name;
    std::ofstream(path) << content;
    return path;
}

DemoAgency::DemoAgency(const WorkspaceOptions& workspace, const DemoYearOptions& year)
    : options(year),
      random(year.seed),
      end(year.until.value_or(now())),
      begin{end.utc - days{year_days}, end.offset},
      present(begin) {
    for (const std::string_view user : reviewers) {
        WorkspaceOptions own = workspace;
        own.user = user;
        desks_.push_back(std::make_unique<Workspace>(own));
    }
    if (store::load_report_status(first_desk().database(), "R-200001")) {
        throw LabelledError({"cette base contient déjà une année de démonstration ; nommez-en une autre",
                             "this database holds a demonstration's year already; name another one with --db"});
    }
    read_programmes();
    read_people();
}

Workspace& DemoAgency::desk_beside(const std::string& user) {
    for (;;) {
        Workspace& colleague = desk();
        if (colleague.user() != user) {
            return colleague;
        }
    }
}

ImportSummary DemoAgency::take_in(const fs::path& path) {
    ImportSummary taken = import_path(first_desk(), path);
    for (const ImportProblem& problem : taken.problems) {
        if (problem.refused) {
            throw LabelledError({"refusé : " + problem.report_id + " " + problem.field + " " + problem.reason.fr,
                                 "refused: " + problem.report_id + " " + problem.field + " " + problem.reason.en});
        }
    }
    return taken;
}

void DemoAgency::tune(const std::string& parameters, const std::string& note) {
    const PublishResult result = publish_parameters(first_desk(), {}, parameters, note);
    if (!result.errors.empty()) {
        throw LabelledError({"les critères de l'année de démonstration sont refusés : " + result.errors.front().fr,
                             "the criteria of the demonstration's year are refused: " + result.errors.front().en});
    }
}

const DemoPerson* DemoAgency::somebody(const Moment& by) {
    const DemoPerson& person = people[static_cast<std::size_t>(pick(random, 0, static_cast<int>(people.size()) - 1))];
    return person.joined_on > format_moment(by).substr(0, 10) ? nullptr : &person;
}

void DemoAgency::read_programmes() {
    take_in(options.data / "demo" / "questionnaires");
    for (const char* const name : programme_files) {
        texts.emplace_back(options.data / "demo-year", std::string(name) + ".json");
        const json roster = read_demo_file(options.data / "demo" / "roster" / (std::string(name) + ".json"));
        std::vector<json> known;
        for (const json& site : roster.at("sites")) {
            known.push_back({{"id", site.at("id")}, {"name", site.at("name")}, {"city", site.at("city")}});
        }
        sites.push_back(std::move(known));
    }
}

void DemoAgency::read_people() {
    const json talents = read_demo_file(options.data / "demo-year" / "talents.json").at("talents");
    json shoppers = read_demo_file(options.data / "demo" / "roster" / "people.json").at("shoppers");
    const json others = read_demo_file(options.data / "demo-year" / "shoppers.json");
    for (const json& more : others.at("shoppers")) {
        shoppers.push_back(more);
    }
    for (json& one : shoppers) {
        const json& talent = talents.at(one.at("id").get<std::string>());
        if (talent.contains("joined_days_before_end")) {
            const days ago{talent.at("joined_days_before_end").get<int>()};
            one["joined_on"] = format_moment({end.utc - ago, end.offset}).substr(0, 10);
        }
        DemoPerson person{one.at("id"), one.at("joined_on"), one.at("longitude").get<double>() > -30, talent_of(talent),
                          std::nullopt};
        if (talent.contains("slump_days_before_end")) {
            person.slump = Moment{end.utc - days{talent.at("slump_days_before_end").get<int>()}, end.offset};
        }
        people.push_back(std::move(person));
    }
    // A reader looks for the format first
    nlohmann::ordered_json roster = {{"format", "relis.roster/1"}, {"shoppers", shoppers}};
    for (const char* const name : programme_files) {
        const json one = read_demo_file(options.data / "demo" / "roster" / (std::string(name) + ".json"));
        for (const char* const list : {"clients", "programmes", "sites"}) {
            for (const json& entry : one.at(list)) {
                roster[list].emplace_back(entry);
            }
        }
    }
    take_in(files.write("roster.json", roster));
}

}  // namespace relis::review

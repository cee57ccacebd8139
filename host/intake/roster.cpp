#include "intake/roster.h"

#include <functional>
#include <set>

#include "byte_source.h"
#include "intake/reports.h"
#include "json_records.h"
#include "label/make_label.h"
#include "report_json.h"
#include "roster_profile.h"
#include "text_check.h"
#include "value_forms.h"

namespace relis::intake {
namespace {

using Need = ObjectReader::Need;

std::string text(ObjectReader& reader, std::string_view key, Need need = Need::optional) {
    return reader.text(key, need).value_or("");
}

std::optional<Moment> moment(ObjectReader& reader, std::string_view key, Need need, std::vector<Problem>& problems) {
    const std::optional<std::string> written = reader.text(key, need);
    if (!written) return std::nullopt;
    const std::optional<Moment> moment = parse_moment(*written);
    if (!moment) {
        reader.problem(key, no_instant(*written));
    }
    check_year(moment, reader.field(key), problems);
    return moment;
}

RosterClient client_from(ObjectReader& reader, std::vector<Problem>&) {
    RosterClient client;
    client.id = reader.id("id");
    client.name = text(reader, "name", Need::required);
    return client;
}

RosterProgramme programme_from(ObjectReader& reader, std::vector<Problem>&) {
    RosterProgramme programme;
    programme.id = reader.id("id");
    programme.client = reader.id("client");
    programme.name = text(reader, "name", Need::required);
    programme.questionnaire = reader.id("questionnaire");
    programme.locale = reader.text("locale", Need::optional).value_or("fr-CA");
    if (programme.locale != "fr-CA" && programme.locale != "fr-FR") {
        reader.problem("locale", make_label("{} n'est ni fr-CA ni fr-FR", "{} is neither fr-CA nor fr-FR",
                                            in_quotes(programme.locale)));
    }
    programme.vocabulary = reader.texts("vocabulary", Need::optional);
    return programme;
}

RosterSite site_from(ObjectReader& reader, std::vector<Problem>&) {
    RosterSite site;
    site.id = reader.id("id");
    site.programme = reader.id("programme");
    site.name = text(reader, "name", Need::required);
    site.city = text(reader, "city");
    site.region = text(reader, "region");
    site.at = read_coordinates(reader);
    site.languages = reader.texts("languages", Need::optional);
    return site;
}

RosterShopper shopper_from(ObjectReader& reader, std::vector<Problem>& problems) {
    RosterShopper shopper;
    shopper.id = reader.id("id");
    shopper.name = text(reader, "name", Need::required);
    shopper.email = text(reader, "email");
    shopper.city = text(reader, "city");
    shopper.region = text(reader, "region");
    shopper.languages = reader.texts("languages", Need::optional);
    if (const auto written = reader.text("joined_on", Need::optional)) {
        shopper.joined_on = read_date(*written);
        if (!shopper.joined_on) reader.problem("joined_on", no_date(*written));
    }
    read_profile(reader, shopper, problems);
    return shopper;
}

RosterMission mission_from(ObjectReader& reader, std::vector<Problem>& problems) {
    RosterMission mission;
    mission.id = reader.id("id");
    mission.programme = reader.id("programme");
    mission.site = reader.id("site");
    mission.shopper_id = reader.id("shopper_id");
    mission.assigned_at = moment(reader, "assigned_at", Need::optional, problems);
    mission.due_at = moment(reader, "due_at", Need::optional, problems);
    return mission;
}

RosterHistory history_from(ObjectReader& reader, std::vector<Problem>& problems) {
    RosterHistory history;
    MissionRecord& record = history.record;
    record.mission_id = reader.id("mission_id");
    record.programme = reader.id("programme");
    history.site = reader.id("site");
    history.shopper_id = reader.id("shopper_id");
    record.due_at = moment(reader, "due_at", Need::optional, problems);
    record.submitted_at = moment(reader, "submitted_at", Need::optional, problems);
    record.closed_at = moment(reader, "closed_at", Need::required, problems).value_or(Moment{});
    if (const auto written = reader.text("outcome", Need::required)) {
        if (const auto outcome = outcome_from(*written)) {
            record.outcome = *outcome;
        } else {
            reader.problem("outcome", is_none_of(*written, "accepted, reassigned, cancelled, missed"));
        }
    }
    record.reworks = reader.integer("reworks", Need::optional, 0, 1000).value_or(0);
    record.detail = reader.number("detail", Need::optional, 0, 5);
    record.french = reader.number("french", Need::optional, 0, 5);
    record.missing = reader.integer("missing", Need::optional, 0, 100'000).value_or(0);
    return history;
}

/// Reads one array of the roster, entry by entry.
class RosterReader {
  public:
    RosterReader(ObjectReader& reader, const Place& place, RosterFile& file)
        : reader_(reader), place_(place), file_(file) {}

    template <class T>
    void read(std::string_view list, std::vector<T>& into, T (*entry_from)(ObjectReader&, std::vector<Problem>&),
              const std::string& (*id_of)(const T&)) {
        const Json* const entries = reader_.array(list, Need::optional);
        if (entries == nullptr) return;
        std::set<std::string, std::less<>> ids;
        for (std::size_t i = 0; i < entries->size(); ++i) {
            const std::string path = std::string(list) + "[" + std::to_string(i) + "]";
            std::vector<Problem> problems;
            ObjectReader entry((*entries)[i], path, problems);
            T value = entry_from(entry, problems);
            entry.finish();
            const std::string& id = id_of(value);
            if (!any_hard(problems) && !ids.insert(id).second) {
                problems.push_back({path,
                                    make_label("{} est déjà l'identifiant d'un élément précédent",
                                               "{} is the id of an earlier entry", in_quotes(id)),
                                    true});
            }
            if (any_hard(problems)) {
                file_.rejected.push_back(rejected_record(place_, id, std::move(problems), (*entries)[i].dump(), true));
            } else {
                file_.warnings.insert(file_.warnings.end(), problems.begin(), problems.end());
                into.push_back(std::move(value));
            }
        }
    }

  private:
    ObjectReader& reader_;
    const Place& place_;
    RosterFile& file_;
};

template <class T>
const std::string& id_of(const T& entry) {
    return entry.id;
}
const std::string& mission_of(const RosterHistory& entry) {
    return entry.record.mission_id;
}

void read_entries(const Json& value, const RawRecord& raw, RosterFile& file) {
    std::vector<Problem> problems;
    ObjectReader reader(value, "", problems);
    if (reader.is_object() && reader.format("relis.roster/1")) {
        RosterReader roster(reader, raw.place, file);
        roster.read("clients", file.roster.clients, client_from, id_of<RosterClient>);
        roster.read("programmes", file.roster.programmes, programme_from, id_of<RosterProgramme>);
        roster.read("sites", file.roster.sites, site_from, id_of<RosterSite>);
        roster.read("shoppers", file.roster.shoppers, shopper_from, id_of<RosterShopper>);
        roster.read("missions", file.roster.missions, mission_from, id_of<RosterMission>);
        roster.read("history", file.roster.history, history_from, mission_of);
        reader.finish();
    }
    if (any_hard(problems)) {
        file.rejected.push_back(rejected_record(raw.place, "", std::move(problems), raw.text, true));
    } else {
        file.warnings.insert(file.warnings.end(), problems.begin(), problems.end());
    }
}

}  // namespace

RosterFile read_roster(std::istream& stream, const std::string& name) {
    RosterFile file;
    ByteSource source(stream, name);
    for_each_json_record(
        source, max_record_bytes, [&](const Json& value, RawRecord& raw) { read_entries(value, raw, file); },
        [&](Problem&& problem, RawRecord& raw, std::string&&) {
            file.rejected.push_back(
                rejected_record(std::move(raw.place), "", {std::move(problem)}, raw.text, raw.whole));
        });
    return file;
}

RosterFile read_roster(const std::filesystem::path& path) {
    std::ifstream stream = open_file(path);
    return read_roster(stream, path.string());
}

}  // namespace relis::intake

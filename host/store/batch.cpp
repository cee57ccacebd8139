#include "store/batch.h"

#include "attachment_index.h"
#include "database_implementation.h"
#include "encode.h"
#include "label/make_label.h"
#include "profile_rows.h"
#include "report_writer.h"
#include "roster_rows.h"
#include "words.h"

namespace relis::store {

class Batch::Implementation {
  public:
    explicit Implementation(Database& database) : transaction(database), reports(*transaction) {}
    Connection& connection() { return *transaction; }

    Transaction transaction;
    ReportWriter reports;
};

namespace {

/// Adds a record where there is none, changes it where it differs: `stored` is what the database has.
template <class Record, class Write>
AddResult put(const std::optional<Record>& stored, const Record& record, Write&& write) {
    if (stored && *stored == record) return {Added::unchanged, {}};
    write();
    return {stored ? Added::updated : Added::added, {}};
}

std::optional<std::string> or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

std::string mission_values() {
    return "INSERT INTO missions (id, programme_id, site_id, shopper_id, assigned_at, assigned_offset, due_at, "
           "due_offset, submitted_at, submitted_offset, outcome, closed_at, closed_offset, reworks, detail, french, "
           "missing) VALUES (:id, :programme_id, :site_id, :shopper_id, :assigned_at, :assigned_offset, :due_at, "
           ":due_offset, :submitted_at, :submitted_offset, :outcome, :closed_at, :closed_offset, :reworks, :detail, "
           ":french, :missing) ON CONFLICT (id) DO UPDATE SET programme_id = excluded.programme_id, site_id = "
           "excluded.site_id, shopper_id = excluded.shopper_id, assigned_at = excluded.assigned_at, assigned_offset = "
           "excluded.assigned_offset, due_at = excluded.due_at, due_offset = excluded.due_offset, submitted_at = "
           "excluded.submitted_at, submitted_offset = excluded.submitted_offset, outcome = excluded.outcome, "
           "closed_at = excluded.closed_at, closed_offset = excluded.closed_offset, reworks = excluded.reworks, "
           "detail = excluded.detail, french = excluded.french, missing = excluded.missing";
}

void write_mission(Connection& connection, const Mission& mission) {
    std::optional<std::string> outcome;
    if (mission.outcome) outcome = std::string(to_string(*mission.outcome));
    connection.run(mission_values(),
                   Arguments(mission.id, mission.programme, mission.site, mission.shopper_id, mission.assigned_at,
                             mission.due_at, mission.submitted_at, outcome, mission.closed_at, mission.reworks,
                             mission.detail, mission.french, mission.missing));
}

std::optional<Mission> stored_mission(Connection& connection, const std::string& id) {
    return connection.first(mission_types, std::string(select_mission) + " WHERE id = :id", Arguments(id), mission_of);
}

/// `what` is the record with its article.
AddResult refused_without_id(const Label& what) {
    return {Added::refused, make_label("{} n'a pas d'identifiant. Donnez-en un et importez de nouveau.",
                                       "{} has no id. Give it one and import it again.", what)};
}

const Label a_mission{"Une mission", "A mission"};

}  // namespace

Batch::Batch(Database& database) : implementation_(std::make_unique<Implementation>(database)) {}

Batch::~Batch() = default;

AddResult Batch::put_client(const Client& client) {
    if (client.id.empty()) return refused_without_id({"Un client", "A client"});
    Connection& c = implementation_->connection();
    const auto stored =
        c.first("tt", "SELECT id, name FROM clients WHERE id = :id", Arguments(client.id), [](Row& row) {
            return Client{row.text(), row.text()};
        });
    return put(stored, client, [&] {
        c.run("INSERT INTO clients (id, name) VALUES (:id, :name) ON CONFLICT (id) DO UPDATE SET name = excluded.name",
              Arguments(client.id, client.name));
    });
}

AddResult Batch::put_programme(const Programme& programme) {
    if (programme.id.empty()) return refused_without_id({"Un programme", "A programme"});
    Connection& c = implementation_->connection();
    const auto stored = c.first(programme_types, std::string(select_programme) + " WHERE id = :id",
                                Arguments(programme.id), programme_of);
    return put(stored, programme, [&] {
        if (!programme.client.empty()) {
            c.run("INSERT INTO clients (id, name) VALUES (:id, :name) ON CONFLICT DO NOTHING",
                  Arguments(programme.client, programme.client));
        }
        c.run(
            "INSERT INTO programmes (id, client_id, name, questionnaire, locale, vocabulary) VALUES (:id, :client_id, "
            ":name, :questionnaire, :locale, :vocabulary) ON CONFLICT (id) DO UPDATE SET client_id = "
            "excluded.client_id, name = excluded.name, questionnaire = excluded.questionnaire, locale = "
            "excluded.locale, vocabulary = excluded.vocabulary",
            Arguments(programme.id, or_null(programme.client), programme.name, programme.questionnaire,
                      programme.locale, encode_texts(programme.vocabulary)));
        c.run("UPDATE queue_entries SET programme_name = :name, programme_sort = :sort WHERE programme_id = :id",
              Arguments(programme.name, folded_name(programme.name), programme.id));
        implementation_->reports.forget_names();
    });
}

AddResult Batch::put_site(const SiteRecord& site) {
    if (site.id.empty()) return refused_without_id({"Un site", "A site"});
    Connection& c = implementation_->connection();
    const auto stored = c.first(site_types, std::string(select_site) + " WHERE id = :id", Arguments(site.id), site_of);
    return put(stored, site, [&] {
        implementation_->reports.ensure_programme(site.programme);
        c.run(
            "INSERT INTO sites (id, programme_id, name, city, region) VALUES (:id, :programme_id, :name, :city, "
            ":region) ON CONFLICT (id) DO UPDATE SET programme_id = excluded.programme_id, name = excluded.name, "
            "city = excluded.city, region = excluded.region",
            Arguments(site.id, site.programme, site.name, site.city, site.region));
        c.run("UPDATE queue_entries SET site_name = :name, site_city = :city, site_sort = :sort WHERE site_id = :id",
              Arguments(site.name, site.city, folded_name(site.name), site.id));
        implementation_->reports.forget_names();
    });
}

AddResult Batch::put_shopper(const Shopper& shopper) {
    if (shopper.id.empty()) return refused_without_id({"Un client mystère", "A shopper"});
    Connection& c = implementation_->connection();
    const auto stored =
        c.first(shopper_types, std::string(select_shopper) + " WHERE id = :id", Arguments(shopper.id), shopper_of);
    return put(stored, shopper, [&] {
        c.run(
            "INSERT INTO shoppers (id, name, email, city, region, languages, joined_on) VALUES (:id, :name, :email, "
            ":city, :region, :languages, :joined_on) ON CONFLICT (id) DO UPDATE SET name = excluded.name, email = "
            "excluded.email, city = excluded.city, region = excluded.region, languages = excluded.languages, "
            "joined_on = excluded.joined_on",
            Arguments(shopper.id, shopper.name, shopper.email, shopper.city, shopper.region,
                      encode_texts(shopper.languages), shopper.joined_on));
        const std::string& shown = shopper.name.empty() ? shopper.id : shopper.name;
        c.run("UPDATE queue_entries SET shopper_name = :name, shopper_sort = :sort WHERE shopper_id = :id",
              Arguments(shown, folded_name(shown), shopper.id));
        implementation_->reports.forget_names();
    });
}

AddResult Batch::put_profile(const std::string& shopper_id, const ShopperProfile& profile) {
    Connection& c = implementation_->connection();
    if (!c.exists("SELECT 1 FROM shoppers WHERE id = :id", Arguments(shopper_id)))
        throw Error(ErrorKind::not_found,
                    make_label("Il n'y a pas de client mystère {}. Importez d'abord le fichier de l'agence.",
                               "There is no shopper {}. Import the roster first.", shopper_id));
    const std::optional<ShopperProfile> stored = stored_profile(c, shopper_id);
    if (!stored && profile == ShopperProfile{}) return {Added::unchanged, {}};
    return put(stored, profile, [&] { write_profile(c, shopper_id, profile); });
}

AddResult Batch::put_site_place(const std::string& site_id, const SitePlace& place) {
    Connection& c = implementation_->connection();
    if (!c.exists("SELECT 1 FROM sites WHERE id = :id", Arguments(site_id)))
        throw Error(ErrorKind::not_found,
                    make_label("Il n'y a pas de point de vente {}. Importez d'abord le fichier de l'agence.",
                               "There is no site {}. Import the roster first.", site_id));
    const std::optional<SitePlace> stored = stored_site_place(c, site_id);
    if (!stored && place == SitePlace{}) return {Added::unchanged, {}};
    return put(stored, place, [&] { write_site_place(c, site_id, place); });
}

AddResult Batch::put_mission(const Mission& mission) {
    if (mission.id.empty()) return refused_without_id(a_mission);
    Connection& c = implementation_->connection();
    const std::optional<Mission> stored = stored_mission(c, mission.id);
    if (stored && stored->outcome) return {Added::unchanged, {}};
    Mission merged = stored.value_or(mission);
    merged.programme = mission.programme;
    merged.site = mission.site;
    merged.shopper_id = mission.shopper_id;
    merged.assigned_at = mission.assigned_at;
    merged.due_at = mission.due_at;
    merged.outcome.reset();
    merged.closed_at.reset();
    return put(stored, merged, [&] {
        implementation_->reports.ensure_people_and_places(merged.programme, {merged.site, {}, {}}, merged.shopper_id);
        write_mission(c, merged);
    });
}

AddResult Batch::put_history(const Mission& mission) {
    if (mission.id.empty()) return refused_without_id(a_mission);
    if (!mission.outcome || !mission.closed_at) {
        return {
            Added::refused,
            make_label(
                "Il manque à la mission terminée {} son issue (outcome) ou sa fin (closed_at). Donnez les deux et "
                "importez de nouveau.",
                "The finished mission {} lacks its outcome or closed_at. Give both and import it again.", mission.id)};
    }
    Connection& c = implementation_->connection();
    if (c.exists("SELECT 1 FROM missions WHERE id = :id AND decision_id IS NOT NULL", Arguments(mission.id))) {
        return {Added::unchanged, {}};
    }
    Mission merged = mission;
    const std::optional<Mission> stored = stored_mission(c, mission.id);
    if (stored && !merged.assigned_at) merged.assigned_at = stored->assigned_at;
    return put(stored, merged, [&] {
        implementation_->reports.ensure_people_and_places(merged.programme, {merged.site, {}, {}}, merged.shopper_id);
        write_mission(c, merged);
    });
}

AddResult Batch::add_questionnaire(const QuestionnaireRecord& questionnaire) {
    if (questionnaire.id.empty() || questionnaire.programme.empty())
        return refused_without_id({"Un questionnaire", "A questionnaire"});
    Connection& c = implementation_->connection();
    const std::string key = questionnaire.key();
    const auto stored = c.first("t", "SELECT json FROM questionnaires WHERE key = :key", Arguments(key),
                                [](Row& row) { return row.text(); });
    if (stored) {
        if (*stored == questionnaire.json) return {Added::unchanged, {}};
        return {
            Added::refused,
            make_label("Le questionnaire {} est enregistré avec un autre contenu, et des rapports peuvent y répondre. "
                       "Donnez au questionnaire changé le numéro de version suivant.",
                       "The questionnaire {} is stored with other content, and reports may answer it. Give the "
                       "changed one the next version number.",
                       key)};
    }
    implementation_->reports.ensure_programme(questionnaire.programme);
    c.run(
        "INSERT INTO questionnaires (key, id, version, programme_id, title, json) VALUES (:key, :id, :version, "
        ":programme_id, :title, :json)",
        Arguments(key, questionnaire.id, questionnaire.version, questionnaire.programme, questionnaire.title,
                  questionnaire.json));
    // A programme that no roster described yet takes its latest questionnaire
    c.run("UPDATE programmes SET questionnaire = :key WHERE id = :id AND questionnaire = ''",
          Arguments(key, questionnaire.programme));
    return {Added::added, {}};
}

AddResult Batch::add_report(const Report& report, const Moment& received_at, const std::string& source) {
    return implementation_->reports.add(report, received_at, source);
}

bool Batch::put_attachment_files(const std::string& report_id, int revision,
                                 std::span<const AttachmentFileRecord> files, const Moment& at) {
    return store::put_attachment_files(implementation_->connection(), report_id, revision, files, at);
}

bool Batch::lacks_attachment_files(const std::string& report_id, int revision) {
    return store::lacks_attachment_files(implementation_->connection(), report_id, revision);
}

void Batch::reject(const RejectedRecord& record) {
    implementation_->connection().run(
        "INSERT INTO rejected_records (file, place, record, field, reason_fr, reason_en, raw, raw_hash, seen_at, "
        "seen_offset, tried) VALUES (:file, :place, :record, :field, :reason_fr, :reason_en, :raw, :raw_hash, "
        ":seen_at, :seen_offset, 1) ON CONFLICT (file, place, raw_hash) DO UPDATE SET record = excluded.record, field "
        "= excluded.field, reason_fr = excluded.reason_fr, reason_en = excluded.reason_en, seen_at = excluded.seen_at, "
        "seen_offset = excluded.seen_offset, tried = "
        "rejected_records.tried + 1",
        Arguments(record.file, record.place, record.record, record.field, record.reason.fr, record.reason.en,
                  record.raw, hash_text(record.raw), record.seen_at));
}

void Batch::resolve_rejected(const std::string& file, const std::string& place) {
    implementation_->connection().run("DELETE FROM rejected_records WHERE file = :file AND place = :place",
                                      Arguments(file, place));
}

void Batch::commit() {
    implementation_->transaction.commit();
}

}  // namespace relis::store

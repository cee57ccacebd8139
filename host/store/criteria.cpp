#include "store/criteria.h"

#include "database_implementation.h"
#include "events_writer.h"
#include "label/make_label.h"
#include "paging.h"

namespace relis::store {

namespace {

CriteriaState criteria_state_from(const std::string& name) {
    if (name == "draft") return CriteriaState::draft;
    return name == "published" ? CriteriaState::published : CriteriaState::retired;
}

const std::string select_set =
    "SELECT id, programme_id, version, parameters, state, author, created_at, created_offset, published_at, "
    "published_offset, note FROM criteria_sets WHERE ";
constexpr const char* set_types = "ititttiiiit";

CriteriaSet set_of(Row& row) {
    CriteriaSet set;
    set.id = row.integer();
    set.programme = row.text();
    set.version = row.number();
    set.parameters = row.text();
    set.state = criteria_state_from(row.text());
    set.author = row.text();
    set.created_at = row.moment();
    set.published_at = row.optional_moment();
    set.note = row.text();
    return set;
}

CriteriaSet locked_set(Connection& c, std::int64_t id) {
    auto set =
        c.first(set_types, select_set + "id = :id" + (c.is_postgresql() ? " FOR UPDATE" : ""), Arguments(id), set_of);
    if (!set) {
        throw Error(ErrorKind::not_found, make_label("Il n'y a pas de grille de critères {}. Énumérez-les de nouveau.",
                                                     "There is no criteria set {}. List the sets again.", id));
    }
    return *set;
}

std::optional<std::string> or_null(const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(text);
}

}  // namespace

std::int64_t save_criteria_draft(Database& database, const CriteriaSet& set) {
    return write(database, [&](Connection& c) {
        if (set.id != 0) {
            if (locked_set(c, set.id).state != CriteriaState::draft) {
                throw Error(ErrorKind::refused,
                            make_label("La grille de critères {} n'est plus un brouillon, et des évaluations peuvent "
                                       "reposer sur elle. Enregistrez le changement comme un nouveau brouillon.",
                                       "The criteria set {} is no draft any more, and assessments may rest on it. Save "
                                       "the change as a new draft.",
                                       set.id));
            }
            c.run("UPDATE criteria_sets SET parameters = :parameters, author = :author, note = :note WHERE id = :id",
                  Arguments(set.parameters, set.author, set.note, set.id));
            return set.id;
        }
        if (!set.programme.empty() && !c.exists("SELECT 1 FROM programmes WHERE id = :id", Arguments(set.programme))) {
            throw Error(ErrorKind::not_found,
                        make_label("Il n'y a pas de programme {}. Importez d'abord le fichier de l'agence.",
                                   "There is no programme {}. Import its roster first.", set.programme));
        }
        const long long version = c.integer(
            "SELECT COALESCE(MAX(version), 0) + 1 FROM criteria_sets WHERE COALESCE(programme_id, '') = :programme",
            Arguments(set.programme));
        return static_cast<std::int64_t>(c.integer(
            "INSERT INTO criteria_sets (programme_id, version, parameters, state, author, created_at, created_offset, "
            "note) VALUES (:programme_id, :version, :parameters, 'draft', :author, :created_at, :created_offset, "
            ":note) RETURNING id",
            Arguments(or_null(set.programme), version, set.parameters, set.author, set.created_at, set.note)));
    });
}

void publish_criteria(Database& database, std::int64_t id, const std::string& user, const Moment& at) {
    write(database, [&](Connection& c) {
        const CriteriaSet set = locked_set(c, id);
        if (set.state == CriteriaState::published) return;
        c.run(
            "UPDATE criteria_sets SET state = 'retired' WHERE state = 'published' AND COALESCE(programme_id, '') = "
            ":programme",
            Arguments(set.programme));
        c.run(
            "UPDATE criteria_sets SET state = 'published', published_at = :at, published_offset = :offset WHERE id = "
            ":id",
            Arguments(at, id));
        write_event(c, {0, at, user, "publish", "criteria_set", std::to_string(id), 0,
                        std::string(to_string(set.state)), "published", set.note});
    });
}

std::optional<CriteriaSet> published_criteria(Database& database, const std::string& programme) {
    return read(database, [&](Connection& c) {
        return c.first(set_types, select_set + "state = 'published' AND COALESCE(programme_id, '') = :programme",
                       Arguments(programme), set_of);
    });
}

std::optional<CriteriaSet> load_criteria(Database& database, std::int64_t id) {
    return read(database,
                [&](Connection& c) { return c.first(set_types, select_set + "id = :id", Arguments(id), set_of); });
}

Page<CriteriaSet> list_criteria(Database& database, const PageRequest& page) {
    return make_page(read(database,
                          [&](Connection& c) {
                              return c.all(set_types, select_set + "id > :after ORDER BY id LIMIT :rows",
                                           Arguments(cursor_number(page, 0), rows_to_read(page)), set_of);
                          }),
                     page, [](const CriteriaSet& set) { return std::to_string(set.id); });
}

}  // namespace relis::store

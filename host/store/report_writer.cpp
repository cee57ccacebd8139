#include "report_writer.h"

#include "events_writer.h"
#include "intervention_rows.h"
#include "label/make_label.h"
#include "report_moves.h"
#include "search_index.h"
#include "similar_index.h"

namespace relis::store {

namespace {

bool holds_unstorable(const Report& report) {
    for (const std::string* text : {&report.report_id, &report.mission_id, &report.programme, &report.questionnaire,
                                    &report.site.id, &report.site.name, &report.site.city, &report.shopper_id}) {
        if (!is_storable(*text)) return true;
    }
    for (const Answer& answer : report.answers) {
        if (!is_storable(answer.question) || !is_storable(answer.value.value_or("")) ||
            !is_storable(answer.comment.value_or(""))) {
            return true;
        }
    }
    for (const Attachment& attachment : report.attachments) {
        if (!is_storable(attachment.question) || !is_storable(attachment.kind) || !is_storable(attachment.file)) {
            return true;
        }
    }
    return false;
}

/// At the beginning of a sentence.
Label name_of(const Report& report) {
    return make_label("Le rapport {}, révision {},", "Report {} revision {}", report.report_id, report.revision);
}

/// What a report that takes no further revision is, after `is`.
Label is_called(ReportState state) {
    Label label = state_label(state);
    return {label.fr, "in the state " + label.en};
}

/// What a resubmitted report must share with its earlier revisions, and where it stands.
struct Known {
    ReportState state = ReportState::submitted;
    int revision = 1;
    std::string mission_id;
    std::string shopper_id;
    std::string programme;
};

Label refuse_revision(const Known& known, const Report& report) {
    const Label name = name_of(report);
    if (known.mission_id != report.mission_id || known.shopper_id != report.shopper_id ||
        known.programme != report.programme) {
        return make_label(
            "{} nomme une autre mission, un autre client mystère ou un autre programme que sa révision précédente ({}, "
            "{}, {}). "
            "Corrigez l'enregistrement, ou donnez-lui un autre identifiant.",
            "{} names another mission, shopper or programme than its earlier revision ({}, {}, {}). Correct the "
            "record, or "
            "give it another id.",
            name, known.mission_id, known.shopper_id, known.programme);
    }
    if (report.revision != known.revision + 1) {
        return make_label(
            "{} ne suit pas la révision {}, qui est la dernière. Importez les révisions dans leur ordre.",
            "{} does not follow revision {}, which is the current one. Import the revisions in their order.", name,
            known.revision);
    }
    if (!next_state(known.state, Move::resubmit)) {
        return make_label(
            "{} arrive alors que le rapport, à la révision {}, est {} : c'est décidé. Annulez cette décision si la "
            "nouvelle révision "
            "doit "
            "compter, puis importez celle-ci de nouveau.",
            "{} comes while revision {} is {}: it was decided. Undo that decision if the new revision is to count, "
            "then "
            "import this one again.",
            name, known.revision, is_called(known.state));
    }
    return {};
}

}  // namespace

void ReportWriter::ensure_programme(const std::string& id) {
    if (!programmes_.insert(id).second) return;
    connection_.run(
        "INSERT INTO programmes (id, client_id, name, questionnaire, locale, vocabulary) VALUES (:id, NULL, :name, '', "
        "'fr-CA', '[]') ON CONFLICT DO NOTHING",
        Arguments(id, id));
}

void ReportWriter::ensure_people_and_places(const std::string& programme, const Site& site,
                                            const std::string& shopper_id) {
    ensure_programme(programme);
    if (sites_.insert(site.id).second) {
        connection_.run(
            "INSERT INTO sites (id, programme_id, name, city, region) VALUES (:id, :programme_id, :name, :city, '') ON "
            "CONFLICT DO NOTHING",
            Arguments(site.id, programme, site.name, site.city));
    }
    if (shoppers_.insert(shopper_id).second) {
        connection_.run(
            "INSERT INTO shoppers (id, name, email, city, region, languages, joined_on) VALUES (:id, '', '', '', '', "
            "'[]', '') ON CONFLICT DO NOTHING",
            Arguments(shopper_id));
    }
}

void ReportWriter::forget_names() {
    programme_names_.clear();
    site_names_.clear();
    shopper_names_.clear();
}

const std::string& ReportWriter::programme_name(const std::string& id) {
    const auto [entry, fresh] = programme_names_.try_emplace(id);
    if (fresh) {
        entry->second = connection_
                            .first("t", "SELECT name FROM programmes WHERE id = :id", Arguments(id),
                                   [](Row& row) { return row.text(); })
                            .value_or(id);
    }
    return entry->second;
}

const ReportWriter::SiteName& ReportWriter::site_name(const Site& site) {
    const auto [entry, fresh] = site_names_.try_emplace(site.id);
    if (fresh) {
        const auto stored =
            connection_.first("tt", "SELECT name, city FROM sites WHERE id = :id", Arguments(site.id), [](Row& row) {
                return SiteName{row.text(), row.text()};
            });
        if (stored) entry->second = *stored;
    }
    return entry->second;
}

const ReportWriter::ShopperName& ReportWriter::shopper_name(const std::string& id) {
    const auto [entry, fresh] = shopper_names_.try_emplace(id);
    if (fresh) {
        const auto stored = connection_.first(
            "tri",
            "SELECT s.name, r.value, COALESCE(r.newcomer, 0) FROM shoppers s LEFT JOIN ratings r ON r.id = (SELECT "
            "MAX(id) FROM ratings WHERE shopper_id = s.id) WHERE s.id = :id",
            Arguments(id), [](Row& row) {
                return ShopperName{row.text(), row.optional_real(), row.flag()};
            });
        if (stored) entry->second = *stored;
        if (entry->second.name.empty()) entry->second.name = id;
    }
    return entry->second;
}

Label ReportWriter::refusal(const Report& report, std::string& from) {
    if (holds_unstorable(report)) {
        return make_label(
            "{} contient un texte qui n'est pas de l'UTF-8 valide, ou le caractère U+0000. Corrigez ce texte.",
            "{} holds text that is not valid UTF-8, or the character U+0000. Correct the text.", name_of(report));
    }
    if (report.report_id.empty() || report.mission_id.empty() || report.programme.empty() || report.site.id.empty() ||
        report.shopper_id.empty() || report.revision < 1) {
        return make_label(
            "{} est incomplet : il faut report_id, mission_id, programme, site.id, shopper_id et une révision d'au "
            "moins 1.",
            "{} lacks one of report_id, mission_id, programme, site.id, shopper_id, or a revision of at "
            "least 1.",
            name_of(report));
    }
    if (!questionnaires_.contains(report.questionnaire)) {
        if (!connection_.exists("SELECT 1 FROM questionnaires WHERE key = :key", Arguments(report.questionnaire))) {
            return make_label(
                "{} répond au questionnaire {}, qui n'est pas dans la base. Importez le questionnaire, puis ce "
                "rapport de nouveau.",
                "{} answers the questionnaire {}, which is not in the database. Import the questionnaire, "
                "then this report again.",
                name_of(report), report.questionnaire);
        }
        questionnaires_.insert(report.questionnaire);
    }
    const auto known = connection_.first(
        "tittt", "SELECT state, revision, mission_id, shopper_id, programme_id FROM reports WHERE id = :id",
        Arguments(report.report_id), [](Row& row) {
            Known found;
            found.state = report_state_from(row.text()).value_or(ReportState::submitted);
            found.revision = row.number();
            found.mission_id = row.text();
            found.shopper_id = row.text();
            found.programme = row.text();
            return found;
        });
    if (!known) return {};
    from = to_string(known->state);
    return refuse_revision(*known, report);
}

void ReportWriter::write_mission(const Report& report) {
    std::optional<Moment> submitted;
    if (report.revision == 1) submitted = report.submitted_at;
    connection_.run(
        "INSERT INTO missions (id, programme_id, site_id, shopper_id, due_at, due_offset, submitted_at, "
        "submitted_offset, reworks, missing) VALUES (:id, :programme_id, :site_id, :shopper_id, :due_at, :due_offset, "
        ":submitted_at, :submitted_offset, 0, 0) ON CONFLICT (id) DO UPDATE SET "
        "due_at = COALESCE(missions.due_at, excluded.due_at), "
        "due_offset = COALESCE(missions.due_offset, excluded.due_offset), "
        "submitted_at = COALESCE(missions.submitted_at, excluded.submitted_at), "
        "submitted_offset = COALESCE(missions.submitted_offset, excluded.submitted_offset) "
        "WHERE missions.closed_at IS NULL",
        Arguments(report.mission_id, report.programme, report.site.id, report.shopper_id, report.due_at, submitted));
}

void ReportWriter::write_answers(const Report& report) {
    int position = 0;
    for (const Answer& answer : report.answers) {
        const std::int64_t id = connection_.integer(
            "INSERT INTO answers (report_id, revision, position, question, value, comment) VALUES (:report_id, "
            ":revision, :position, :question, :value, :comment) RETURNING id",
            Arguments(report.report_id, report.revision, position++, answer.question, answer.value, answer.comment));
        const bool commented = answer.comment && !answer.comment->empty();
        if (commented) index_comment(connection_, id, *answer.comment);
        // An answer in words may be a copy as well as a comment may; one that names choices is too short to be indexed.
        if (commented || answer.value) index_similar(connection_, id, commented ? *answer.comment : *answer.value);
    }
    position = 0;
    for (const Attachment& attachment : report.attachments) {
        connection_.run(
            "INSERT INTO attachments (report_id, revision, position, question, kind, file) VALUES (:report_id, "
            ":revision, :position, :question, :kind, :file)",
            Arguments(report.report_id, report.revision, position++, attachment.question, attachment.kind,
                      attachment.file));
    }
}

AddResult ReportWriter::add(const Report& report, const Moment& received_at, const std::string& source) {
    const std::string hash = content_hash(report);
    if (is_storable(report.report_id)) {
        const auto stored =
            connection_.first("t", "SELECT content_hash FROM revisions WHERE report_id = :id AND revision = :revision",
                              Arguments(report.report_id, report.revision), [](Row& row) { return row.text(); });
        if (stored && *stored == hash) return {Added::unchanged, {}};
        if (stored) {
            return {
                Added::refused,
                make_label("{} est déjà enregistré avec un autre contenu, qui reste tel quel. Un rapport corrigé vient "
                           "comme révision suivante.",
                           "{} is already stored with other content, which stays as it is. A corrected report comes "
                           "as the next revision.",
                           name_of(report))};
        }
    }
    std::string from;
    if (Label reason = refusal(report, from); !reason.en.empty()) return {Added::refused, std::move(reason)};

    ensure_people_and_places(report.programme, report.site, report.shopper_id);
    write_mission(report);
    if (from.empty()) {
        connection_.run(
            "INSERT INTO reports (id, mission_id, programme_id, shopper_id, state, revision, reworks) VALUES (:id, "
            ":mission_id, :programme_id, :shopper_id, 'submitted', :revision, 0)",
            Arguments(report.report_id, report.mission_id, report.programme, report.shopper_id, report.revision));
    } else {
        connection_.run("UPDATE reports SET state = 'submitted', revision = :revision WHERE id = :id",
                        Arguments(report.revision, report.report_id));
        if (from == to_string(ReportState::held)) {
            end_hold_by_revision(connection_, report.report_id, received_at);
        }
    }
    connection_.run(
        "INSERT INTO revisions (report_id, revision, questionnaire, site_id, site_name, site_city, visit_start_at, "
        "visit_start_offset, visit_end_at, visit_end_offset, due_at, due_offset, submitted_at, submitted_offset, "
        "received_at, received_offset, source, content_hash) VALUES (:report_id, :revision, :questionnaire, :site_id, "
        ":site_name, :site_city, :visit_start_at, :visit_start_offset, :visit_end_at, :visit_end_offset, :due_at, "
        ":due_offset, :submitted_at, :submitted_offset, :received_at, :received_offset, :source, :content_hash)",
        Arguments(report.report_id, report.revision, report.questionnaire, report.site.id, report.site.name,
                  report.site.city, report.visit_start, report.visit_end, report.due_at, report.submitted_at,
                  received_at, source, hash));
    write_answers(report);

    const SiteName& site = site_name(report.site);
    const ShopperName& shopper = shopper_name(report.shopper_id);
    put_queue_row(connection_, report,
                  {programme_name(report.programme), site.name.empty() ? report.site.name : site.name,
                   site.city.empty() ? report.site.city : site.city, shopper.name, shopper.reliability,
                   shopper.newcomer, due_of(connection_, report.report_id, report.revision)});
    write_event(connection_,
                {0, received_at, "relis import", from.empty() ? "import" : "resubmit", "report", report.report_id,
                 report.revision, from, std::string(to_string(ReportState::submitted)), source});
    return {Added::added, {}};
}

}  // namespace relis::store

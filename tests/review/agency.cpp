#include "agency.h"

#include <stdexcept>

#include <nlohmann/json.hpp>

namespace relis::review {

namespace {

constexpr const char* questionnaire =
    R"({"format": "relis.questionnaire/1", "id": "essai-2026", "version": 1, "programme": "essai-2026",
 "title": "Essai", "sections": [{"name": "visite", "label": "La visite", "questions": [
  {"name": "accueil", "type": "select_one", "label": "Vous a-t-on salué ?", "required": true, "comment": "required", "min_words": 8,
   "choices": [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}], "negative": ["non"], "topics": ["caissière", "bonjour"]},
  {"name": "attente", "type": "integer", "label": "Combien de minutes avez-vous attendu ?", "required": true},
  {"name": "recu", "type": "image", "label": "Photo du reçu", "required": true}]}]})";

constexpr const char* roster = R"({"format": "relis.roster/1",
 "clients": [{"id": "CL-1", "name": "Les Essais réunis"}],
 "programmes": [{"id": "essai-2026", "client": "CL-1", "name": "Essai 2026", "questionnaire": "essai-2026@1", "locale": "fr-CA"}],
 "sites": [{"id": "S-1", "programme": "essai-2026", "name": "Marché Beaubien", "city": "Montréal", "region": "QC"}],
 "shoppers": [{"id": "C-1", "name": "Louise <Tremblay>", "email": "l@example.org", "city": "Montréal", "region": "QC",
               "languages": ["fr"], "joined_on": "2024-05-02"}],
 "history": [{"mission_id": "M-0", "programme": "essai-2026", "site": "S-1", "shopper_id": "C-1", "due_at": "2026-05-02T12:00:00-04:00",
              "submitted_at": "2026-05-02T10:00:00-04:00", "outcome": "accepted", "reworks": 0, "detail": 4.0, "french": 4.5, "missing": 0,
              "closed_at": "2026-05-03T10:00:00-04:00"}]})";

}  // namespace

Agency::Agency() {
    workspace_ = open_as("anne");
    import("questionnaire.json", questionnaire);
    import("roster.json", roster);
}

std::unique_ptr<Workspace> Agency::open_as(const std::string& user) const {
    return std::make_unique<Workspace>(
        WorkspaceOptions{(folder() / "relis.sqlite").string(), RELIS_PLUGIN_FOLDER, user});
}

ImportSummary Agency::import(const std::string& name, const std::string& content) {
    return import_path(*workspace_, folder_.write(name, content));
}

ImportSummary Agency::import_report(const std::string& report_id, const std::string& comment, int revision) {
    return import(report_id + "-" + std::to_string(revision) + ".json", report_json(report_id, comment, revision));
}

void Agency::give_address(const std::string& address) {
    import("adresse.json",
           R"({"format": "relis.roster/1", "shoppers": [{"id": "C-1", "name": "Louise Côté", "email": ")" + address +
               R"(", "city": "Montréal", "region": "QC", "languages": ["fr"]}]})");
}

std::string report_json(const std::string& report_id, const std::string& comment, int revision) {
    const nlohmann::json report = {
        {"format", "relis.report/1"},
        {"report_id", report_id},
        {"mission_id", "M-" + report_id},
        {"programme", "essai-2026"},
        {"questionnaire", "essai-2026@1"},
        {"site", {{"id", "S-1"}, {"name", "Marché Beaubien"}, {"city", "Montréal"}}},
        {"shopper_id", "C-1"},
        {"visit", {{"start", "2026-06-16T14:03:00-04:00"}, {"end", "2026-06-16T14:38:00-04:00"}}},
        {"due_at", "2026-06-17T14:38:00-04:00"},
        {"submitted_at", "2026-06-16T21:12:09-04:00"},
        {"revision", revision},
        {"answers",
         {{{"question", "accueil"}, {"value", "oui"}, {"comment", comment}},
          {{"question", "attente"}, {"value", "2"}},
          {{"question", "recu"}, {"value", "recu.jpg"}}}},
        {"attachments", {{{"question", "recu"}, {"kind", "receipt"}, {"file", "recu.jpg"}}}}};
    return report.dump();
}

}  // namespace relis::review

#include "support.h"

#include <atomic>
#include <cstdlib>
#include <fstream>

#include <soci/postgresql/soci-postgresql.h>
#include <soci/soci.h>
#include <unistd.h>

namespace relis::store::test {

std::string server_url() {
    const char* const file = std::getenv("RELIS_TEST_POSTGRES");
    std::string url;
    if (file != nullptr) std::getline(std::ifstream(file) >> std::ws, url);
    if (url.empty()) {
        throw std::runtime_error(
            "no PostgreSQL server: run the tests through ctest, or start one with "
            "tests/store/postgres-server.sh and set RELIS_TEST_POSTGRES to its url file");
    }
    return url;
}

TemporaryDatabase::TemporaryDatabase(Backend backend) : backend_(backend) {
    if (backend == Backend::sqlite) {
        folder_ = std::make_unique<TemporaryFolder>();
        location_ = (folder_->path() / "relis été.db").string();
        return;
    }
    static std::atomic<int> count = 0;
    schema_ = "test_" + std::to_string(getpid()) + "_" + std::to_string(++count);
    soci::session session(soci::postgresql, server_url() + "?connect_timeout=10");
    session << "CREATE SCHEMA " + schema_;
    location_ = server_url() + "?options=-csearch_path%3D" + schema_;
}

TemporaryDatabase::~TemporaryDatabase() {
    if (backend_ == Backend::sqlite) return;
    soci::session session(soci::postgresql, server_url() + "?connect_timeout=10");
    session << "SET client_min_messages = warning";
    session << "DROP SCHEMA " + schema_ + " CASCADE";
}

Moment at(int minutes) {
    Moment moment = *parse_moment("2026-06-16T12:00:00-04:00");
    moment.utc += std::chrono::minutes{minutes};
    return moment;
}

Report make_report(const std::string& id, const std::string& comment) {
    Report report;
    report.report_id = id;
    report.mission_id = "M-" + id;
    report.programme = "epicerie";
    report.questionnaire = "epicerie@1";
    report.site = {"S-1", "Marché Beaubien", "Montréal"};
    report.shopper_id = "C-1";
    report.visit_start = at(-120);
    report.visit_end = at(-90);
    report.due_at = at(1440);
    report.submitted_at = at(0);
    report.answers = {{"accueil", "oui", comment}, {"attente", "4", std::nullopt}, {"nom", std::nullopt, std::nullopt}};
    report.attachments = {{"recu", "receipt", "recu.jpg"}};
    return report;
}

AddResult add(Database& database, const Report& report) {
    Batch batch(database);
    batch.add_questionnaire({"epicerie", 1, "epicerie", "Épicerie", "{\"id\": \"epicerie\"}"});
    AddResult result = batch.add_report(report, at(1), "rapports.json");
    batch.commit();
    return result;
}

AssessedRevision make_assessed(const std::string& report_id, int revision) {
    AssessedRevision assessed;
    assessed.report_id = report_id;
    assessed.revision = revision;
    StoredAssessment detail;
    detail.assessment = {"detail", "1.0", AssessmentState::judged, 3.5, "Assez concret.", {}, {}};
    detail.assessment.contributions = {{"accueil", "« Stéphanie » : une personne nommée", 0.25},
                                       {"", "longueur", -0.5}};
    detail.parameters_hash = "aa";
    detail.made_at = at(5);
    StoredAssessment french = detail;
    french.assessment = {"french", "2.1", AssessmentState::judged, 4.25, "Une faute.", {}, {}};
    french.assessment.findings = {{"unknown-word",
                                   Category::spelling,
                                   "accueil",
                                   3,
                                   12,
                                   "Mot inconnu.",
                                   {"caissière", "a \"b\""},
                                   0.75,
                                   true,
                                   "Orthographe"}};
    french.parameters_hash = "bb";
    assessed.assessments = {detail, french};
    assessed.recommendation = {
        Decision::accept, {{"Tout y est.", "detail", "", ""}, {"Une faute.", "french", "unknown-word", "accueil"}}};
    assessed.fingerprint = "f1";
    assessed.at = at(5);
    assessed.detail = 3.5;
    assessed.french = 4.25;
    assessed.flags = 2;
    assessed.missing = 1;
    return assessed;
}

void add_assessed(Database& database, const Report& report) {
    const AddResult result = add(database, report);
    ASSERT_EQ(result.outcome, Added::added) << result.reason.en;
    save_assessments(database, make_assessed(report.report_id, report.revision), "relis");
}

DecisionRequest request(const std::string& report_id, Decision decision) {
    DecisionRequest wanted;
    wanted.report_id = report_id;
    wanted.decision = decision;
    wanted.user = "anne";
    wanted.reason = "Complet.";
    wanted.message = "Merci !";
    wanted.at = at(100);
    return wanted;
}

void give_rating(Database& database, const std::string& shopper_id, const Reliability& reliability, const Moment& at) {
    rate_shopper(database, shopper_id, at, [&](const ShopperHistory&, const Moment&) { return reliability; });
}

Reliability count_missions(const ShopperHistory& history, const Moment&) {
    Reliability reliability;
    reliability.value = std::min(5.0, static_cast<double>(history.missions.size()));
    reliability.uncertainty = 0.5;
    reliability.newcomer = history.missions.size() < 3;
    reliability.components = {{"punctuality", {"Ponctualité", "Punctuality"}, 4.5, 1.0, {"à temps", "in time"}},
                              {"detail", {"Détail", "Detail"}, std::nullopt, 0.0, {"inconnu", "unknown"}}};
    return reliability;
}

}  // namespace relis::store::test

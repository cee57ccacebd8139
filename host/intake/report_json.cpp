#include "report_json.h"

#include <algorithm>
#include <filesystem>
#include <limits>
#include <set>

#include "intake/reports.h"
#include "label/make_label.h"
#include "text_check.h"

namespace relis::intake {
namespace {

using Need = ObjectReader::Need;

std::optional<Moment> moment(ObjectReader& reader, std::string_view key) {
    const std::optional<std::string> text = reader.text(key, Need::optional);
    if (!text) return std::nullopt;
    const std::optional<Moment> moment = parse_moment(*text);
    if (!moment) {
        reader.problem(key, no_instant(*text));
    }
    return moment;
}

Site site_from(const Json* value, std::vector<Problem>& problems) {
    Site site;
    if (value == nullptr) return site;
    ObjectReader reader(*value, "site", problems);
    site.id = reader.id("id");
    site.name = reader.text("name", Need::optional).value_or("");
    site.city = reader.text("city", Need::optional).value_or("");
    reader.finish();
    return site;
}

/// The value of an answer as text: numbers as JSON writes them, several choices joined by spaces.
std::optional<std::string> answer_value(ObjectReader& reader) {
    const Json* const value = reader.value("value", Need::optional);
    if (value == nullptr) return std::nullopt;
    if (value->is_number()) return value->dump();
    if (!value->is_array()) return reader.text("value", Need::optional);
    std::string joined;
    for (const Json& item : *value) {
        if (!item.is_string()) {
            reader.problem("value", make_label("contient {} ; il faut les noms de choix",
                                               "holds {}, expected the names of choices", type_name(item)));
            return std::nullopt;
        }
        const auto& name = item.get_ref<const std::string&>();
        if (name.empty() || name.find_first_of(" \t\n\r") != std::string::npos ||
            name.find('\0') != std::string::npos) {
            reader.problem("value", make_label("{} ne peut pas être le nom d'un choix",
                                               "{} cannot be the name of a choice", in_quotes(name)));
            return std::nullopt;
        }
        joined += (joined.empty() ? "" : " ") + name;
    }
    return joined;
}

Answer answer_from(const Json& value, const std::string& path, std::vector<Problem>& problems) {
    Answer answer;
    ObjectReader reader(value, path, problems);
    answer.question = reader.id("question");
    answer.value = answer_value(reader);
    answer.comment = reader.text("comment", Need::optional);
    reader.finish();
    return answer;
}

Attachment attachment_from(const Json& value, const std::string& path, std::vector<Problem>& problems) {
    Attachment attachment;
    ObjectReader reader(value, path, problems);
    attachment.question = reader.id("question", Need::optional);
    attachment.kind = reader.id("kind", Need::optional);
    attachment.file = reader.text("file", Need::required).value_or("");
    reader.finish();
    return attachment;
}

Label before_the_visit() {
    return {"précède visit.start, le début de la visite", "is before visit.start"};
}

}  // namespace

Label no_instant(std::string_view written) {
    return make_label("{} n'est pas une date avec heure et décalage (comme 2026-06-16T14:05:00-04:00)",
                      "{} is no instant with its offset (as 2026-06-16T14:05:00-04:00)", in_quotes(written));
}

Label no_date(std::string_view written) {
    return make_label("{} n'est pas une date (comme 2026-06-16)", "{} is no date (as 2026-06-16)", in_quotes(written));
}

void check_year(const std::optional<Moment>& moment, const std::string& field, std::vector<Problem>& problems) {
    if (!moment) return;
    const std::chrono::year_month_day date{std::chrono::floor<std::chrono::days>(moment->local())};
    if (date.year() < std::chrono::year{2000} || date.year() > std::chrono::year{2099}) {
        problems.push_back({field,
                            make_label("est en l'an {} ; il faut une année de 2000 à 2099",
                                       "is in the year {}, expected 2000 to 2099", static_cast<int>(date.year())),
                            true});
    }
}

void check_report(const Report& report, std::vector<Problem>& problems) {
    check_year(report.visit_start, "visit.start", problems);
    check_year(report.visit_end, "visit.end", problems);
    check_year(report.due_at, "due_at", problems);
    check_year(report.submitted_at, "submitted_at", problems);
    if (report.visit_start && report.visit_end && *report.visit_end < *report.visit_start) {
        problems.push_back({"visit.end", before_the_visit(), false});
    }
    if (report.visit_start && report.submitted_at && *report.submitted_at < *report.visit_start) {
        problems.push_back({"submitted_at", before_the_visit(), false});
    }
    std::set<std::string_view> seen;
    for (std::size_t i = 0; i < report.answers.size(); ++i) {
        const std::string& question = report.answers[i].question;
        if (!question.empty() && !seen.insert(question).second) {
            problems.push_back(
                {"answers[" + std::to_string(i) + "].question",
                 make_label("{} a deux réponses ; n'en gardez qu'une", "{} is answered twice", in_quotes(question)),
                 true});
        }
    }
    for (std::size_t i = 0; i < report.attachments.size(); ++i) {
        const std::string& file = report.attachments[i].file;
        const std::string field = "attachments[" + std::to_string(i) + "].file";
        if (trimmed(file).empty()) {
            problems.push_back({field, {"est vide", "is empty"}, true});
            continue;
        }
        const std::filesystem::path path(file);
        const bool outside = path.is_absolute() || std::find(path.begin(), path.end(), "..") != path.end();
        if (outside || file.find('\\') != std::string::npos || (file.size() > 1 && file[1] == ':')) {
            problems.push_back({field,
                                make_label("{} sort du dossier du rapport ; ne donnez que le nom du fichier",
                                           "{} leaves the folder of the report; name the file only", in_quotes(file)),
                                true});
        }
    }
}

Report report_from(const Json& value, std::vector<Problem>& problems) {
    Report report;
    ObjectReader reader(value, "", problems);
    if (!reader.is_object()) return report;
    reader.format("relis.report/1");
    report.report_id = reader.id("report_id");
    report.mission_id = reader.id("mission_id");
    report.programme = reader.id("programme");
    report.questionnaire = reader.id("questionnaire");
    report.site = site_from(reader.value("site", Need::required), problems);
    report.shopper_id = reader.id("shopper_id");
    if (const Json* const visit = reader.value("visit", Need::optional)) {
        ObjectReader visit_reader(*visit, "visit", problems);
        report.visit_start = moment(visit_reader, "start");
        report.visit_end = moment(visit_reader, "end");
        visit_reader.finish();
    }
    report.due_at = moment(reader, "due_at");
    report.submitted_at = moment(reader, "submitted_at");
    report.revision = reader.integer("revision", Need::optional, 1, 1'000'000).value_or(1);
    if (const Json* const answers = reader.array("answers", Need::required)) {
        if (answers->size() > max_answers) {
            reader.problem("answers", make_label("compte {} éléments, la limite est de {}",
                                                 "has {} entries, the limit is {}", answers->size(), max_answers));
        } else {
            for (std::size_t i = 0; i < answers->size(); ++i) {
                report.answers.push_back(answer_from((*answers)[i], "answers[" + std::to_string(i) + "]", problems));
            }
        }
    }
    if (const Json* const attachments = reader.array("attachments", Need::optional)) {
        if (attachments->size() > max_answers) {
            reader.problem("attachments", make_label("compte trop d'éléments, la limite est de {}",
                                                     "has too many entries, the limit is {}", max_answers));
        } else {
            for (std::size_t i = 0; i < attachments->size(); ++i) {
                report.attachments.push_back(
                    attachment_from((*attachments)[i], "attachments[" + std::to_string(i) + "]", problems));
            }
        }
    }
    reader.finish();
    check_report(report, problems);
    return report;
}

Json report_to(const Report& report) {
    Json json{
        {"format", "relis.report/1"},    {"report_id", report.report_id},         {"mission_id", report.mission_id},
        {"programme", report.programme}, {"questionnaire", report.questionnaire}, {"shopper_id", report.shopper_id},
        {"revision", report.revision}};
    Json& site = json["site"] = Json{{"id", report.site.id}};
    if (!report.site.name.empty()) site["name"] = report.site.name;
    if (!report.site.city.empty()) site["city"] = report.site.city;
    if (report.visit_start) json["visit"]["start"] = format_moment(*report.visit_start);
    if (report.visit_end) json["visit"]["end"] = format_moment(*report.visit_end);
    if (report.due_at) json["due_at"] = format_moment(*report.due_at);
    if (report.submitted_at) json["submitted_at"] = format_moment(*report.submitted_at);
    Json& answers = json["answers"] = Json::array();
    for (const Answer& answer : report.answers) {
        Json entry{{"question", answer.question}};
        if (answer.value) entry["value"] = *answer.value;
        if (answer.comment) entry["comment"] = *answer.comment;
        answers.push_back(std::move(entry));
    }
    for (const Attachment& attachment : report.attachments) {
        Json entry{{"file", attachment.file}};
        if (!attachment.question.empty()) entry["question"] = attachment.question;
        if (!attachment.kind.empty()) entry["kind"] = attachment.kind;
        json["attachments"].push_back(std::move(entry));
    }
    return json;
}

}  // namespace relis::intake

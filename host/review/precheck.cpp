#include "review/precheck.h"

#include <algorithm>
#include <memory>
#include <sstream>

#include "criteria_in_force.h"
#include "feedback_advice.h"
#include "feedback_sheet.h"
#include "intake/attachments.h"
#include "intake/files.h"
#include "intake/json.h"
#include "intake/questionnaires.h"
#include "intake/reports.h"
#include "intake/rules.h"
#include "json_values.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "plugin/host.h"
#include "plugin/parameters.h"
#include "standing.h"
#include "store/reports.h"
#include "store/roster.h"
#include "stored_context.h"

namespace relis::review {

namespace {

constexpr const char* not_given = "brouillon";  // stands for the ids that a draft need not have yet

[[noreturn]] void refuse(const Label& reason) {
    throw LabelledError(
        make_label("ce brouillon ne peut pas être lu : {} ; il faut un objet relis.report/1 avec au "
                   "moins answers et questionnaire",
                   "this draft cannot be read: {}; it must be a relis.report/1 object with at least "
                   "answers and questionnaire",
                   reason));
}

/// The draft as a whole report, what only a submission has filled in.
Json completed(const std::string& text, const std::string& questionnaire) {
    Json draft;
    try {
        draft = Json::parse(text);
    } catch (const Json::parse_error& error) {
        refuse(make_label("ce n'est pas du JSON valide (octet {})", "it is no valid JSON (byte {})", error.byte));
    }
    if (!draft.is_object()) {
        refuse({"ce n'est pas un objet", "it is no object"});
    }
    const auto give = [&](const char* field, const Json& value) {
        const auto found = draft.find(field);
        if (found == draft.end() || found->is_null()) {
            draft[field] = value;
        }
    };
    give("format", "relis.report/1");
    for (const char* const field : {"report_id", "mission_id", "programme", "shopper_id"}) {
        give(field, not_given);
    }
    if (!questionnaire.empty()) {
        give("questionnaire", questionnaire);
    }
    give("site", {{"id", not_given}});
    return draft;
}

Report read_draft(const std::string& text, const std::string& questionnaire) {
    std::istringstream in(line(completed(text, questionnaire)));
    std::optional<Report> report;
    intake::ReportHandler handler;
    handler.report = [&](intake::ReportRecord&& record) { report = std::move(record.report); };
    handler.rejected = [&](intake::RejectedRecord&& record) {
        refuse(make_label("{} : {}", "{}: {}", record.field.empty() ? std::string("record") : record.field,
                          record.reason));
    };
    intake::read_reports(in, "draft.json", handler);
    if (!report) {
        refuse({"il est vide", "it is empty"});
    }
    return std::move(*report);
}

/// The questionnaire of the file that a draft answers; the only one where the draft names none.
Questionnaire questionnaire_in(const std::filesystem::path& file, const std::string& draft) {
    intake::QuestionnaireFile read = intake::read_questionnaires(file);
    if (!read.rejected.empty()) {
        throw LabelledError(
            make_label("questionnaire {} : {}", "questionnaire {}: {}", file.string(), read.rejected.front().reason));
    }
    const Json json = completed(draft, {});
    const auto named = json.find("questionnaire");
    for (Questionnaire& questionnaire : read.questionnaires) {
        const bool is_it = named == json.end() ? read.questionnaires.size() == 1 : *named == questionnaire.key();
        if (is_it) {
            return std::move(questionnaire);
        }
    }
    throw LabelledError(
        make_label("le fichier {} ne contient pas le questionnaire {} du brouillon",
                   "file {} does not hold the draft's questionnaire {}", file.string(),
                   named == json.end() || !named->is_string() ? std::string("?") : named->get<std::string>()));
}

/// What is known of the draft's files.
std::vector<AttachmentFacts> facts_of(const Report& report, const PrecheckOptions& options) {
    if (options.attachments.empty()) {
        return {};
    }
    std::vector<AttachmentFacts> facts;
    intake::AttachmentReader reader;
    for (const intake::AttachmentFile& file : reader.examine(report, options.attachments / "draft.json")) {
        facts.push_back({file.state, file.media_type, {}});
    }
    for (std::size_t i = 0; options.all_attachments && i < facts.size(); ++i) {
        std::error_code unreadable;
        if (facts[i].state == FileState::unknown &&
            !std::filesystem::exists(options.attachments / report.attachments[i].file, unreadable)) {
            facts[i].state = FileState::missing;
        }
    }
    return facts;
}

/// What a plugin may know beside a draft.
class DraftContext : public StoredContext {
  public:
    DraftContext(std::shared_ptr<const intake::QuestionnaireRules> rules, const Report& report, std::string locale,
                 std::vector<std::string> vocabulary, std::vector<AttachmentFacts> attachments)
        : StoredContext(std::move(rules), report, std::move(locale), std::move(vocabulary), nullptr),
          attachments_(std::move(attachments)) {}
    [[nodiscard]] AttachmentFacts attachment(std::size_t index) const override {
        return index < attachments_.size() ? attachments_[index] : AttachmentFacts{};
    }

  private:
    std::vector<AttachmentFacts> attachments_;
};

/// What a draft is checked with.
struct Means {
    const plugin_host::PluginHost* host = nullptr;
    plugin_host::CriteriaParameters parameters;
    std::vector<store::Dismissal> dismissals;
    std::string locale;
    std::vector<std::string> vocabulary;
};

Precheck check(Report report, Questionnaire questionnaire, const Means& means, const PrecheckOptions& options) {
    Precheck result;
    if (report.programme == not_given) {
        report.programme = questionnaire.programme;
    }
    const auto rules = std::make_shared<const intake::QuestionnaireRules>(std::move(questionnaire));
    ReportDetails& details = result.details;
    details.report = report;
    details.questionnaire = rules->questionnaire();
    const auto applicability = rules->applicability(report);
    for (const Question& question : details.questionnaire.questions) {
        const auto found = applicability.find(question.name);
        details.applicability.push_back(found == applicability.end() ? Applicability::unclear : found->second);
    }
    for (const intake::Problem& problem : rules->validate(report)) {
        result.problems.push_back({problem.field, problem.message});
    }
    const auto context =
        std::make_shared<const DraftContext>(rules, report, means.locale, means.vocabulary, facts_of(report, options));
    std::vector<Assessment> assessments =
        means.host->assess_all(std::make_shared<const Report>(report), context, means.parameters);
    Judgements judgements;
    judgements.dismissals = means.dismissals;
    details.assessments = standing(std::move(assessments), report, judgements).assessments;
    return result;
}

/// `« Vous a-t-on salué ? » : ` for `answers[0].value`; the field itself where it is about no question.
std::string place_of(const ReportDetails& details, const std::string& field) {
    for (std::size_t i = 0; i < details.report.answers.size(); ++i) {
        if (field.starts_with("answers[" + std::to_string(i) + "]")) {
            const Question* const question = details.questionnaire.find(details.report.answers[i].question);
            return question == nullptr ? std::string{} : "« " + question->label + " » : ";
        }
    }
    return field + " : ";
}

bool is_to_do(const Finding& finding) {
    const bool light = finding.category == Category::style || finding.category == Category::typography ||
                       finding.category == Category::not_judged;
    return finding.cost > 0 || !light;
}

}  // namespace

bool Precheck::nothing_to_do() const {
    return problems.empty() && std::ranges::none_of(details.assessments, [](const Assessment& assessment) {
               return std::ranges::any_of(assessment.findings, is_to_do);
           });
}

Precheck precheck(Workspace& workspace, const std::string& draft, const PrecheckOptions& options) {
    std::optional<Questionnaire> questionnaire;
    if (!options.questionnaire.empty()) {
        questionnaire = questionnaire_in(options.questionnaire, draft);
    }
    Report report = read_draft(draft, questionnaire ? questionnaire->key() : std::string{});
    if (!questionnaire) {
        const auto record = store::load_questionnaire(workspace.database(), report.questionnaire);
        if (!record) {
            throw LabelledError(make_label(
                "le questionnaire {} n'est pas dans la base ; importez-le, ou donnez son fichier",
                "questionnaire {} is not in the database; import it, or give its file", report.questionnaire));
        }
        questionnaire = intake::questionnaire_from_json(record->json);
    }
    const std::string programme = questionnaire->programme;
    const CriteriaInForce criteria = criteria_in_force(workspace, programme);
    Means means{&workspace.plugins(), criteria.parameters, criteria.dismissals, options.locale, {}};
    if (const auto stored = store::load_programme(workspace.database(), programme)) {
        means.locale = stored->locale;
        means.vocabulary = stored->vocabulary;
    }
    return check(std::move(report), std::move(*questionnaire), means, options);
}

Precheck precheck(const std::filesystem::path& plugins, const std::string& draft, const PrecheckOptions& options) {
    if (options.questionnaire.empty()) {
        throw LabelledError({"sans base de données, nommez le fichier du questionnaire",
                             "without a database, name the file of the questionnaire"});
    }
    Questionnaire questionnaire = questionnaire_in(options.questionnaire, draft);
    Report report = read_draft(draft, questionnaire.key());
    plugin_host::HostOptions host_options;
    if (!plugins.empty()) {
        host_options.folders = {plugins};
    }
    const plugin_host::PluginHost host(host_options);
    Means means{&host, {}, {}, options.locale, {}};
    for (const plugin_host::PluginInfo& info : host.plugins()) {
        means.parameters.emplace(info.description.id,
                                 std::make_shared<const Parameters>(default_parameters(info.description.parameters)));
    }
    return check(std::move(report), std::move(questionnaire), means, options);
}

Sheet sheet_of(const Precheck& precheck) {
    const ReportDetails& details = precheck.details;
    Sheet sheet;
    sheet.title = "Vérification avant remise";
    sheet.heading(1, sheet.title);
    sheet.add(Block::Kind::paragraph, {{details.questionnaire.title, Span::Look::soft}});
    sheet.paragraph(
        precheck.nothing_to_do()
            ? "Rien à corriger : votre rapport peut être remis."
            : "Voici ce que vous pouvez corriger avant de remettre votre rapport. Rien n'a été enregistré ; "
              "la lecture faite par l'agence peut relever autre chose.");
    if (!precheck.problems.empty()) {
        sheet.heading(2, "Réponses à vérifier");
        for (const DraftProblem& problem : precheck.problems) {
            sheet.item(place_of(details, problem.field) + problem.message.fr);
        }
    }
    sheet.heading(2, "Vos notes, si vous remettiez ce rapport maintenant");
    add_scores(sheet, scores_of(details));
    add_remarks(sheet, remarks_of(details), 2);
    const auto add_list = [&](const char* title, const std::vector<std::string>& items) {
        if (!items.empty()) {
            sheet.heading(2, title);
            for (const std::string& item : items) {
                sheet.item(item);
            }
        }
    };
    add_list("Ce qui est réussi", strengths_of(details));
    add_list("Pour la suite", advice_for(details));
    return sheet;
}

std::string to_json(const Precheck& precheck) {
    const ReportDetails& details = precheck.details;
    Json json{{"questionnaire", details.questionnaire.key()},
              {"report_id", details.report.report_id == not_given ? Json(nullptr) : Json(details.report.report_id)},
              {"nothing_to_do", precheck.nothing_to_do()}};
    Json scores = Json::object();
    for (const char* const criterion : {"detail", "french"}) {
        const Assessment* const assessment = details.assessment(criterion);
        scores[criterion] = assessment == nullptr ? Json(nullptr) : or_null(assessment->score);
    }
    json["scores"] = std::move(scores);
    Json problems = Json::array();
    for (const DraftProblem& problem : precheck.problems) {
        problems.push_back({{"field", problem.field}, {"message", problem.message.fr}});
    }
    json["problems"] = std::move(problems);
    json["missing"] = details.missing();
    Json findings = Json::array();
    for (const Assessment& assessment : details.assessments) {
        for (const Finding& finding : assessment.findings) {
            if (finding.category == Category::not_judged) {
                continue;
            }
            Json entry = finding_json(assessment.plugin, finding);
            entry["to_do"] = is_to_do(finding);
            findings.push_back(std::move(entry));
        }
    }
    json["findings"] = std::move(findings);
    json["advice"] = advice_for(details);
    return line(json);
}

}  // namespace relis::review

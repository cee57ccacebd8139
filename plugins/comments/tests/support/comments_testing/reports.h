// Reports for the tests of the content plugins: made in a line, or read from data/demo.
#pragma once

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <relis/plugin.h>
#include <relis/prose.h>

#include "comments/shingles.h"

namespace relis::comments_testing {

/// A report with its questionnaire, and what the host would tell of them. A question without an answer that has a
/// `relevant` expression does not apply unless `applies` says otherwise.
class Case final : public Context {
  public:
    Questionnaire form;
    Report report;
    std::map<std::string, Applicability, std::less<>> applies;
    std::vector<SimilarComment> similar;
    std::vector<std::string> words;
    std::vector<AttachmentFacts> files;  ///< of the report's attachments; unknown for those beyond its end

    /// A comment of the same folder.
    struct Earlier {
        SimilarComment similar;
        comments::Wording wording;
        std::optional<Moment> submitted_at;
    };
    std::shared_ptr<const std::vector<Earlier>> earlier = std::make_shared<const std::vector<Earlier>>();

    /// Adds a question, in the form `oui`/`non` (`non` negative) with a required comment, and gives it for changes.
    Question& ask(const std::string& name, const std::string& label = "La personne vous a-t-elle salué ?") {
        Question question;
        question.name = name;
        question.type = QuestionType::select_one;
        question.label = label;
        question.choices = {{"oui", "Oui"}, {"non", "Non"}};
        question.required = true;
        question.comment = CommentPolicy::required;
        question.negative = {"non"};
        form.questions.push_back(question);
        return form.questions.back();
    }
    /// A question answered in words.
    Question& ask_text(const std::string& name, const std::string& label, std::size_t min_words = 0) {
        Question& question = ask(name, label);
        question.type = QuestionType::text;
        question.choices.clear();
        question.negative.clear();
        question.comment = CommentPolicy::none;
        question.min_words = min_words;
        return question;
    }
    void answer(const std::string& name, const std::string& value) { report.answers.push_back({name, value, {}}); }
    void answer(const std::string& name, const std::string& value, const std::string& comment) {
        report.answers.push_back({name, value, comment});
    }
    void visit(const std::string& start, const std::string& end) {
        report.visit_start = parse_moment(start);
        report.visit_end = parse_moment(end);
    }

    [[nodiscard]] const Questionnaire& questionnaire() const override { return form; }
    [[nodiscard]] Applicability applicability(std::string_view question) const override {
        if (const auto found = applies.find(question); found != applies.end()) return found->second;
        const Question* const asked = form.find(question);
        if (asked == nullptr) return Applicability::unclear;
        return asked->relevant.empty() || report.find(question) != nullptr ? Applicability::applies
                                                                           : Applicability::does_not_apply;
    }
    [[nodiscard]] const std::string& locale() const override { return locale_; }
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return words; }
    /// By shared pairs of words, much as the host would search.
    [[nodiscard]] std::vector<SimilarComment> similar_comments(std::string_view comment,
                                                               std::size_t limit) const override {
        if (similar.empty() && earlier->empty()) return {};
        const auto own = comments::wording(comments::Comment(comment));
        std::vector<std::pair<double, const SimilarComment*>> found;
        const auto compare = [&](const SimilarComment& one, const comments::Wording& other) {
            const double share = comments::containment(own.pairs, other.pairs);
            if (share > 0.25) found.emplace_back(-share, &one);
        };
        for (const SimilarComment& one : similar) compare(one, comments::wording(comments::Comment(one.text)));
        for (const Earlier& one : *earlier) {
            if (one.similar.report_id != report.report_id && one.submitted_at < report.submitted_at) {
                compare(one.similar, one.wording);
            }
        }
        std::sort(found.begin(), found.end());
        std::vector<SimilarComment> result;
        for (const auto& [share, one] : found) {
            if (result.size() < limit) result.push_back(*one);
        }
        return result;
    }
    [[nodiscard]] AttachmentFacts attachment(std::size_t index) const override {
        return index < files.size() ? files[index] : AttachmentFacts{};
    }
    [[nodiscard]] bool stop_requested() const override { return false; }

  private:
    std::string locale_ = "fr-CA";
};

/// The rules of some findings, for comparison in one look.
inline std::vector<std::string> rules(const std::vector<Finding>& findings) {
    std::vector<std::string> result;
    result.reserve(findings.size());
    for (const Finding& finding : findings) result.push_back(finding.rule);
    return result;
}

inline Environment environment() {
    return {.resources = RELIS_RESOURCE_FOLDER};
}

namespace reading {

using nlohmann::json;

inline json parse(const std::filesystem::path& file) {
    std::ifstream in(file);
    return json::parse(in);
}

inline std::optional<std::string> text(const json& object, const char* key) {
    const auto found = object.find(key);
    if (found == object.end() || found->is_null()) return std::nullopt;
    return found->is_string() ? found->get<std::string>() : found->dump();
}

inline std::optional<Moment> moment(const json& object, const char* key) {
    const auto found = text(object, key);
    return found ? parse_moment(*found) : std::nullopt;
}

inline Question question(const json& object) {
    static const std::map<std::string, QuestionType> types{{"select_one", QuestionType::select_one},
                                                           {"select_multiple", QuestionType::select_multiple},
                                                           {"integer", QuestionType::integer},
                                                           {"decimal", QuestionType::decimal},
                                                           {"date", QuestionType::date},
                                                           {"time", QuestionType::time},
                                                           {"text", QuestionType::text},
                                                           {"image", QuestionType::image}};
    static const std::map<std::string, CommentPolicy> policies{{"required", CommentPolicy::required},
                                                               {"if_negative", CommentPolicy::if_negative},
                                                               {"optional", CommentPolicy::optional},
                                                               {"none", CommentPolicy::none}};
    Question question;
    question.name = object.at("name");
    question.type = types.at(object.at("type"));
    question.label = object.at("label");
    question.hint = object.value("hint", "");
    for (const json& choice : object.value("choices", json::array())) {
        question.choices.push_back({choice.at("name"), choice.at("label")});
    }
    question.required = object.value("required", false);
    question.relevant = object.value("relevant", "");
    question.comment = policies.at(object.value("comment", question.choices.empty() ? "none" : "optional"));
    question.min_words = object.value("min_words", std::size_t{0});
    question.negative = object.value("negative", std::vector<std::string>{});
    question.topics = object.value("topics", std::vector<std::string>{});
    return question;
}

}  // namespace reading

/// Every report below `folder` (its `questionnaires` and `reports`), in the order of file name and place.
inline std::vector<Case> read_folder(const std::filesystem::path& folder) {
    using reading::json;
    const auto files = [](const std::filesystem::path& in) {
        std::vector<std::filesystem::path> found;
        for (const auto& entry : std::filesystem::directory_iterator(in)) found.push_back(entry.path());
        std::sort(found.begin(), found.end());
        return found;
    };
    std::map<std::string, Questionnaire> forms;
    for (const auto& file : files(folder / "questionnaires")) {
        const json object = reading::parse(file);
        Questionnaire form;
        form.id = object.at("id");
        form.version = object.at("version");
        form.title = object.at("title");
        for (const json& section : object.at("sections")) {
            for (const json& question : section.at("questions")) form.questions.push_back(reading::question(question));
        }
        forms.emplace(form.key(), form);
    }
    std::vector<Case> cases;
    for (const auto& file : files(folder / "reports")) {
        for (const json& object : reading::parse(file)) {
            Case& one = cases.emplace_back();
            one.form = forms.at(object.at("questionnaire"));
            Report& report = one.report;
            report.report_id = object.at("report_id");
            report.questionnaire = object.at("questionnaire");
            report.shopper_id = object.value("shopper_id", "");
            report.site = {object.at("site").at("id"), object.at("site").at("name"),
                           object.at("site").value("city", "")};
            const json visit = object.value("visit", json::object());
            report.visit_start = reading::moment(visit, "start");
            report.visit_end = reading::moment(visit, "end");
            report.submitted_at = reading::moment(object, "submitted_at");
            report.revision = object.value("revision", 1);
            for (const json& answer : object.at("answers")) {
                report.answers.push_back(
                    {answer.at("question"), reading::text(answer, "value"), reading::text(answer, "comment")});
            }
            for (const json& attachment : object.value("attachments", json::array())) {
                report.attachments.push_back(
                    {attachment.value("question", ""), attachment.value("kind", ""), attachment.value("file", "")});
            }
        }
    }
    // Every report may be compared with those of the folder that were submitted earlier.
    std::vector<Case::Earlier> all;
    for (const Case& one : cases) {
        for (const Answer& answer : one.report.answers) {
            const Question* const asked = one.form.find(answer.question);
            if (asked == nullptr) continue;
            const std::string text(prose(*asked, &answer));
            if (text.empty()) continue;
            all.push_back({{one.report.report_id, one.report.shopper_id, one.report.site.id, answer.question, text},
                           comments::wording(comments::Comment(text)),
                           one.report.submitted_at});
        }
    }
    const auto shared = std::make_shared<const std::vector<Case::Earlier>>(std::move(all));
    for (Case& one : cases) one.earlier = shared;
    return cases;
}

}  // namespace relis::comments_testing

#include "questionnaire_json.h"

#include <array>
#include <limits>
#include <optional>
#include <utility>

#include "intake/rules.h"
#include "label/make_label.h"
#include "text_check.h"

namespace relis::intake {
namespace {

using Need = ObjectReader::Need;

template <class T, std::size_t count>
using Names = std::array<std::pair<T, std::string_view>, count>;

constexpr Names<QuestionType, 8> type_names{{{QuestionType::select_one, "select_one"},
                                             {QuestionType::select_multiple, "select_multiple"},
                                             {QuestionType::integer, "integer"},
                                             {QuestionType::decimal, "decimal"},
                                             {QuestionType::date, "date"},
                                             {QuestionType::time, "time"},
                                             {QuestionType::text, "text"},
                                             {QuestionType::image, "image"}}};

constexpr Names<CommentPolicy, 4> comment_names{{{CommentPolicy::required, "required"},
                                                 {CommentPolicy::if_negative, "if_negative"},
                                                 {CommentPolicy::optional, "optional"},
                                                 {CommentPolicy::none, "none"}}};

constexpr std::size_t max_questions = 2000;

template <class T, std::size_t count>
std::string_view name_of(const Names<T, count>& names, T value) {
    for (const auto& [known, name] : names) {
        if (known == value) return name;
    }
    return "";
}

template <class T, std::size_t count>
std::optional<T> one_of(ObjectReader& reader, std::string_view key, Need need, const Names<T, count>& names) {
    const std::optional<std::string> text = reader.text(key, need);
    if (!text) return std::nullopt;
    std::string known;
    for (const auto& [value, name] : names) {
        if (name == *text) return value;
        known += (known.empty() ? "" : ", ") + std::string(name);
    }
    reader.problem(key, is_none_of(*text, known));
    return std::nullopt;
}

bool is_select(QuestionType type) {
    return type == QuestionType::select_one || type == QuestionType::select_multiple;
}

std::vector<Choice> choices_from(ObjectReader& reader, std::vector<Problem>& problems) {
    std::vector<Choice> choices;
    const Json* const entries = reader.array("choices", Need::optional);
    if (entries == nullptr) return choices;
    for (std::size_t i = 0; i < entries->size(); ++i) {
        ObjectReader entry((*entries)[i], reader.field("choices") + "[" + std::to_string(i) + "]", problems);
        Choice choice;
        choice.name = entry.id("name");
        choice.label = entry.text("label", Need::required).value_or("");
        entry.finish();
        choices.push_back(std::move(choice));
    }
    return choices;
}

Question question_from(const Json& value, const std::string& path, const std::string& section,
                       std::vector<Problem>& problems) {
    Question question;
    ObjectReader reader(value, path, problems);
    question.section = section;
    question.name = reader.id("name");
    question.type = one_of(reader, "type", Need::required, type_names).value_or(QuestionType::text);
    question.label = reader.text("label", Need::required).value_or("");
    question.hint = reader.text("hint", Need::optional).value_or("");
    question.choices = choices_from(reader, problems);
    question.required = reader.boolean("required", Need::optional).value_or(false);
    question.relevant = reader.text("relevant", Need::optional).value_or("");
    question.constraint = reader.text("constraint", Need::optional).value_or("");
    question.comment = one_of(reader, "comment", Need::optional, comment_names)
                           .value_or(is_select(question.type) ? CommentPolicy::optional : CommentPolicy::none);
    question.min_words = static_cast<std::size_t>(reader.integer("min_words", Need::optional, 0, 10'000).value_or(0));
    question.negative = reader.texts("negative", Need::optional);
    question.topics = reader.texts("topics", Need::optional);
    reader.finish();
    return question;
}

Json question_to(const Question& question) {
    Json json{{"name", question.name},
              {"type", name_of(type_names, question.type)},
              {"label", question.label},
              {"comment", name_of(comment_names, question.comment)}};
    if (!question.hint.empty()) json["hint"] = question.hint;
    for (const Choice& choice : question.choices) {
        json["choices"].push_back(Json{{"name", choice.name}, {"label", choice.label}});
    }
    if (question.required) json["required"] = true;
    if (!question.relevant.empty()) json["relevant"] = question.relevant;
    if (!question.constraint.empty()) json["constraint"] = question.constraint;
    if (question.min_words > 0) json["min_words"] = question.min_words;
    if (!question.negative.empty()) json["negative"] = question.negative;
    if (!question.topics.empty()) json["topics"] = question.topics;
    return json;
}

}  // namespace

Questionnaire questionnaire_from(const Json& value, std::vector<Problem>& problems) {
    Questionnaire questionnaire;
    ObjectReader reader(value, "", problems);
    if (!reader.is_object() || !reader.format("relis.questionnaire/1")) return questionnaire;
    questionnaire.id = reader.id("id");
    questionnaire.version = reader.integer("version", Need::required, 1, 1'000'000).value_or(1);
    questionnaire.programme = reader.id("programme");
    questionnaire.title = reader.text("title", Need::optional).value_or("");
    if (const Json* const sections = reader.array("sections", Need::required)) {
        for (std::size_t i = 0; i < sections->size(); ++i) {
            const std::string path = "sections[" + std::to_string(i) + "]";
            ObjectReader section_reader((*sections)[i], path, problems);
            Section section;
            section.name = section_reader.id("name");
            section.label = section_reader.text("label", Need::optional).value_or("");
            if (const Json* const questions = section_reader.array("questions", Need::required)) {
                for (std::size_t j = 0; j < questions->size() && questionnaire.questions.size() <= max_questions; ++j) {
                    const std::string question_path = path + ".questions[" + std::to_string(j) + "]";
                    questionnaire.questions.push_back(
                        question_from((*questions)[j], question_path, section.name, problems));
                }
            }
            section_reader.finish();
            questionnaire.sections.push_back(std::move(section));
        }
    }
    reader.finish();
    if (questionnaire.questions.size() > max_questions) {
        reader.problem("sections", make_label("ont plus de {} questions, la limite",
                                              "have more than {} questions, the limit", max_questions));
    }
    if (!any_hard(problems)) {
        for (Problem& problem : check(questionnaire)) problems.push_back(std::move(problem));
    }
    return questionnaire;
}

Json questionnaire_to(const Questionnaire& questionnaire) {
    Json json{{"format", "relis.questionnaire/1"},
              {"id", questionnaire.id},
              {"version", questionnaire.version},
              {"programme", questionnaire.programme},
              {"sections", Json::array()}};
    if (!questionnaire.title.empty()) json["title"] = questionnaire.title;
    for (const Section& section : questionnaire.sections) {
        Json entry{{"name", section.name}, {"questions", Json::array()}};
        if (!section.label.empty()) entry["label"] = section.label;
        for (const Question& question : questionnaire.questions) {
            if (question.section == section.name) entry["questions"].push_back(question_to(question));
        }
        json["sections"].push_back(std::move(entry));
    }
    return json;
}

}  // namespace relis::intake

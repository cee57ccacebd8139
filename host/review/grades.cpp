#include "grades.h"

#include <algorithm>
#include <fstream>

#include <nlohmann/json.hpp>

#include <relis/decision.h>

#include "label/labelled_error.h"
#include "label/make_label.h"

namespace relis::review {

namespace {

using Json = nlohmann::json;

double score_of(const std::string& name, const Json& value) {
    if (!value.is_number() || value.get<double>() < 0 || value.get<double>() > 5)
        throw LabelledError(
            make_label("« {} » n'est pas un nombre de 0 à 5", "\"{}\" is not a number from 0 to 5", name));
    return value.get<double>();
}

std::string decision_of(const Json& value) {
    if (!value.is_string() || !decision_from(value.get<std::string>()))
        throw LabelledError(
            {"« decision » n'est ni accept, ni rework, ni reassign", "\"decision\" is not accept, rework or reassign"});
    return value.get<std::string>();
}

std::set<std::string> questions_of(const std::string& name, const Json& value) {
    std::set<std::string> questions;
    const bool names = value.is_array() && std::all_of(value.begin(), value.end(),
                                                       [](const Json& question) { return question.is_string(); });
    if (!names) {
        throw LabelledError(make_label("« {} » n'est pas une liste de noms de questions",
                                       "\"{}\" is not a list of question names", name));
    }
    for (const Json& question : value) questions.insert(question.get<std::string>());
    return questions;
}

/// Reads one line; throws LabelledError with what is wrong.
Grade grade_of(const std::string& line) {
    const Json json = Json::parse(line, nullptr, false);
    if (json.is_discarded() || !json.is_object()) {
        throw LabelledError({"pas un objet JSON ; une ligne est {\"report_id\": \"R-000123\", \"detail\": 3.5}",
                             "not a JSON object; a line is {\"report_id\": \"R-000123\", \"detail\": 3.5}"});
    }
    Grade grade;
    for (const auto& [name, value] : json.items()) {
        if (value.is_null()) continue;
        if (name == "report_id") {
            if (value.is_string()) grade.report_id = value;
        } else if (name == "decision") {
            grade.decision = decision_of(value);
        } else if (std::find(flag_names.begin(), flag_names.end(), name) != flag_names.end()) {
            grade.flags.emplace(name, questions_of(name, value));
        } else if (name == "detail" || name == "french" || value.is_number()) {
            // Any number is the score of a criterion by that name
            grade.scores.emplace(name, score_of(name, value));
        }
    }
    if (grade.report_id.empty()) {
        throw LabelledError({"« report_id » manque ou n'est pas un texte", "\"report_id\" is missing or no text"});
    }
    return grade;
}

}  // namespace

std::vector<Grade> read_grades(const std::filesystem::path& file, const std::function<void(Label)>& problem) {
    std::ifstream in(file);
    if (!in || std::filesystem::is_directory(file)) {
        throw LabelledError(
            make_label("impossible de lire les notes dans {} : donnez un fichier JSON Lines, un rapport par ligne",
                       "cannot read the grades in {}: give a JSON Lines file, one report a line", file.string()));
    }
    std::vector<Grade> grades;
    std::set<std::string> seen;
    std::size_t number = 0;
    for (std::string line; std::getline(in, line);) {
        ++number;
        if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
        const std::string place = file.string() + ":" + std::to_string(number);
        try {
            Grade grade = grade_of(line);
            if (!seen.insert(grade.report_id).second) {
                throw LabelledError(make_label("le rapport {} est noté deux fois dans ce fichier",
                                               "report {} is graded twice in this file", grade.report_id));
            }
            grade.place = place;
            grades.push_back(std::move(grade));
        } catch (const LabelledError& error) {
            problem(make_label("{} : {}", "{}: {}", place, error.message()));
        }
    }
    return grades;
}

People agreed(const std::vector<Grade>& grades) {
    People people;
    std::map<std::string, std::size_t> scored;
    std::map<std::string, std::map<std::string, std::size_t>> named;  // flag, question, passes
    std::map<std::string, std::size_t> spoke;
    for (const Grade& grade : grades) {
        for (const auto& [criterion, score] : grade.scores) {
            people.scores[criterion] += score;
            ++scored[criterion];
        }
        if (!grade.decision.empty()) {
            if (people.decision.empty() && !people.decision_disputed) people.decision = grade.decision;
            if (people.decision != grade.decision) people.decision_disputed = true;
        }
        for (const auto& [flag, questions] : grade.flags) {
            ++spoke[flag];
            for (const std::string& question : questions) ++named[flag][question];
        }
    }
    for (auto& [criterion, sum] : people.scores) sum /= static_cast<double>(scored[criterion]);
    if (people.decision_disputed) people.decision.clear();
    for (const auto& [flag, passes] : spoke) {
        People::Flag& together = people.flags[flag];
        for (const auto& [question, times] : named[flag])
            (times == passes ? together.agreed : together.disputed).insert(question);
    }
    return people;
}

View view_of(const Grade& grade) {
    View view;
    for (const auto& [criterion, score] : grade.scores) view.scores.emplace(criterion, score);
    view.decision = grade.decision;
    view.flags = grade.flags;
    return view;
}

}  // namespace relis::review

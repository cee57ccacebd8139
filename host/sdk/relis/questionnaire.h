#pragma once

#include <algorithm>
#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace relis {

/// What kind of value answers a question; the words are XLSForm's.
enum class QuestionType { select_one, select_multiple, integer, decimal, date, time, text, image };

/// When a question wants a written comment beside its value.
enum class CommentPolicy {
    required,     ///< always
    if_negative,  ///< when the value is one of Question::negative
    optional,     ///< welcome, never missing
    none          ///< the question has no comment box
};

struct Choice {
    std::string name;   ///< what an answer's value holds
    std::string label;  ///< what the shopper sees
    bool operator==(const Choice&) const = default;
};

struct Question {
    std::string name;
    std::string section;  ///< name of the section it stands in
    QuestionType type = QuestionType::text;
    std::string label;
    std::string hint;
    std::vector<Choice> choices;  ///< of select_one and select_multiple
    bool required = false;        ///< the value is required where the question applies
    std::string relevant;         ///< XLSForm expression that says when the question applies; empty: always
    std::string constraint;       ///< XLSForm expression that a value must satisfy; empty: none
    CommentPolicy comment = CommentPolicy::none;
    std::size_t min_words = 0;          ///< a shorter comment is thin; 0: no minimum
    std::vector<std::string> negative;  ///< names of the choices that count as negative
    std::vector<std::string> topics;    ///< words that an answer should touch

    /// Whether `value` (choice names, separated by spaces for select_multiple) counts as negative.
    [[nodiscard]] bool is_negative(std::string_view value) const {
        while (!value.empty()) {
            const std::size_t space = value.find(' ');
            const std::string_view name_of_choice = value.substr(0, space);
            if (std::find(negative.begin(), negative.end(), name_of_choice) != negative.end()) return true;
            value = space == std::string_view::npos ? std::string_view{} : value.substr(space + 1);
        }
        return false;
    }
    bool operator==(const Question&) const = default;
};

struct Section {
    std::string name;
    std::string label;
    bool operator==(const Section&) const = default;
};

/// One version of a programme's questionnaire. Value type; question names are unique, and the questions stand in the
/// order in which the shopper meets them.
struct Questionnaire {
    std::string id;
    int version = 1;
    std::string programme;
    std::string title;
    std::vector<Section> sections;
    std::vector<Question> questions;

    /// `epicerie-2026@1`, how reports name it.
    [[nodiscard]] std::string key() const { return id + "@" + std::to_string(version); }

    /// The question of that name, or null. The pointer lives as long as the questionnaire is unchanged.
    [[nodiscard]] const Question* find(std::string_view name) const {
        const auto found =
            std::find_if(questions.begin(), questions.end(), [&](const Question& q) { return q.name == name; });
        return found == questions.end() ? nullptr : &*found;
    }
    bool operator==(const Questionnaire&) const = default;
};

}  // namespace relis

#include "review/feedback_words.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>

#include "intake/files.h"
#include "json_values.h"
#include "label/labelled_error.h"
#include "label/make_label.h"

namespace relis::review {

namespace {

constexpr std::string_view format_name = "relis.feedback-words/1";

struct Field {
    const char* name;
    std::string FeedbackWords::*text;
};
constexpr std::array<Field, 20> fields{{{"agency", &FeedbackWords::agency},
                                        {"sender_name", &FeedbackWords::sender_name},
                                        {"sender_address", &FeedbackWords::sender_address},
                                        {"reply_address", &FeedbackWords::reply_address},
                                        {"subject", &FeedbackWords::subject},
                                        {"month_subject", &FeedbackWords::month_subject},
                                        {"greeting", &FeedbackWords::greeting},
                                        {"accepted", &FeedbackWords::accepted},
                                        {"rework", &FeedbackWords::rework},
                                        {"reassigned", &FeedbackWords::reassigned},
                                        {"surplus", &FeedbackWords::surplus},
                                        {"surplus_dropped", &FeedbackWords::surplus_dropped},
                                        {"rework_step", &FeedbackWords::rework_step},
                                        {"nothing_to_do", &FeedbackWords::nothing_to_do},
                                        {"reassigned_step", &FeedbackWords::reassigned_step},
                                        {"appeal", &FeedbackWords::appeal},
                                        {"reminder_subject", &FeedbackWords::reminder_subject},
                                        {"reminder", &FeedbackWords::reminder},
                                        {"reminder_crossed", &FeedbackWords::reminder_crossed},
                                        {"closing", &FeedbackWords::closing}}};

constexpr std::array<std::string_view, 6> placeholders{"agence", "prenom", "site", "programme", "rapport", "echeance"};

/// Calls `plain(text)` and `placeholder(name)` for the parts of a text in their order; a brace that is not closed is
/// plain.
template <class Plain, class Placeholder>
void each_part(std::string_view text, Plain&& plain, Placeholder&& placeholder) {
    while (!text.empty()) {
        const std::size_t open = text.find('{');
        const std::size_t close = open == std::string_view::npos ? open : text.find('}', open);
        if (close == std::string_view::npos) {
            plain(text);
            return;
        }
        plain(text.substr(0, open));
        placeholder(text.substr(open + 1, close - open - 1));
        text.remove_prefix(close + 1);
    }
}

std::optional<std::string> unknown_placeholder(const std::string& text) {
    std::optional<std::string> unknown;
    each_part(
        text, [](std::string_view) {},
        [&](std::string_view name) {
            if (!unknown && std::ranges::find(placeholders, name) == placeholders.end()) {
                unknown = std::string(name);
            }
        });
    return unknown;
}

/// Where and why a file of words cannot be taken; the message ends with what to do.
[[noreturn]] void refuse(const std::filesystem::path& file, const Label& reason) {
    throw LabelledError(
        make_label("modèle de rétroaction {} : {} ; `relis feedback --print-words` écrit un modèle "
                   "complet pour commencer",
                   "feedback words {}: {}; `relis feedback --print-words` prints a whole file to begin "
                   "with",
                   file.string(), reason));
}

}  // namespace

FeedbackWords read_feedback_words(const std::filesystem::path& file) {
    const std::string content = intake::content_of(file);
    Json json;
    try {
        json = Json::parse(content);
    } catch (const Json::parse_error& error) {
        const auto last = content.begin() + static_cast<std::ptrdiff_t>(std::min(error.byte, content.size()));
        const auto row = std::count(content.begin(), last, '\n') + 1;
        refuse(file, make_label("ligne {} : ce n'est pas du JSON valide", "line {}: this is no valid JSON", row));
    }
    const auto format = json.is_object() ? json.find("format") : json.end();
    if (!json.is_object() || format == json.end() || *format != format_name) {
        refuse(file, make_label("il faut un objet avec \"format\": \"{}\"", "an object with \"format\": \"{}\" is due",
                                std::string(format_name)));
    }
    FeedbackWords words;
    for (const auto& [name, value] : json.items()) {
        if (name == "format") {
            continue;
        }
        const auto field =
            std::ranges::find_if(fields, [&key = name](const Field& known) { return key == known.name; });
        if (field == fields.end()) {
            refuse(file, make_label("le champ {} n'existe pas", "there is no field {}", name));
        }
        if (!value.is_string()) {
            refuse(file, make_label("le champ {} doit être un texte", "field {} must be a text", name));
        }
        const std::string text = value.get<std::string>();
        if (const auto unknown = unknown_placeholder(text)) {
            refuse(file, make_label("champ {} : {{{}}} n'est pas un mot à remplacer (agence, prenom, site, programme, "
                                    "rapport, echeance)",
                                    "field {}: {{{}}} is no placeholder (agence, prenom, site, programme, rapport, "
                                    "echeance)",
                                    name, *unknown));
        }
        words.*(field->text) = text;
    }
    return words;
}

FeedbackWords feedback_words(const std::filesystem::path& file) {
    if (!file.empty()) {
        return read_feedback_words(file);
    }
    const char* const named = std::getenv("RELIS_FEEDBACK_WORDS");
    return named != nullptr && *named != '\0' ? read_feedback_words(named) : FeedbackWords{};
}

void require_sender(const FeedbackWords& words) {
    if (words.sender_address.empty()) {
        throw LabelledError(
            {"il n'y a pas d'expéditeur : donnez sender_address dans le modèle de rétroaction "
             "(`relis feedback --print-words` en écrit un)",
             "there is no sender: give sender_address in the feedback words (`relis feedback --print-words` prints "
             "some)"});
    }
}

std::string to_json(const FeedbackWords& words) {
    Json json{{"format", format_name}};
    for (const Field& field : fields) {
        json[field.name] = words.*(field.text);
    }
    return json.dump(2, ' ', false, Json::error_handler_t::replace);
}

std::string filled(std::string_view text, const std::map<std::string, std::string, std::less<>>& values) {
    std::string result;
    each_part(
        text, [&](std::string_view plain) { result += plain; },
        [&](std::string_view name) {
            if (const auto value = values.find(name); value != values.end()) {
                result += value->second;
            }
        });
    return result;
}

}  // namespace relis::review

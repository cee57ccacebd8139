#include "word_class.h"

#include <algorithm>
#include <array>
#include <string>

namespace relis::rules {
namespace {

using grammar::part;
using language::PartOfSpeech;
namespace gender = language::gender;
namespace number = language::number;
namespace person = language::person;
namespace tense = language::tense;

constexpr std::uint16_t indicative =
    tense::present | tense::imperfect | tense::past_historic | tense::future | tense::conditional;
constexpr std::uint16_t subjunctive = tense::subjunctive_present | tense::subjunctive_imperfect;
constexpr std::uint16_t all_tenses =
    tense::personal | tense::infinitive | tense::present_participle | tense::past_participle | tense::imperative;

struct ClassName {
    std::string_view name;
    grammar::Parts parts;
    std::uint16_t tenses;
};

constexpr std::array class_names{
    ClassName{"noun", part(PartOfSpeech::noun), 0},
    ClassName{"adj", part(PartOfSpeech::adjective), 0},
    ClassName{"adv", part(PartOfSpeech::adverb), 0},
    ClassName{"det", part(PartOfSpeech::determiner), 0},
    ClassName{"pron", part(PartOfSpeech::pronoun), 0},
    ClassName{"prep", part(PartOfSpeech::preposition), 0},
    ClassName{"conj", part(PartOfSpeech::conjunction), 0},
    ClassName{"num", part(PartOfSpeech::numeral), 0},
    ClassName{"name", part(PartOfSpeech::proper_noun), 0},
    ClassName{"interj", part(PartOfSpeech::interjection), 0},
    ClassName{"verb", part(PartOfSpeech::verb), tense::personal},
    ClassName{"indicative", part(PartOfSpeech::verb), indicative},
    ClassName{"present", part(PartOfSpeech::verb), tense::present},
    ClassName{"imperfect", part(PartOfSpeech::verb), tense::imperfect},
    ClassName{"past", part(PartOfSpeech::verb), tense::past_historic},
    ClassName{"future", part(PartOfSpeech::verb), tense::future},
    ClassName{"conditional", part(PartOfSpeech::verb), tense::conditional},
    ClassName{"subjunctive", part(PartOfSpeech::verb), subjunctive},
    ClassName{"imperative", part(PartOfSpeech::verb), tense::imperative},
    ClassName{"inf", part(PartOfSpeech::verb), tense::infinitive},
    ClassName{"participle", part(PartOfSpeech::verb), tense::past_participle},
    ClassName{"gerund", part(PartOfSpeech::verb), tense::present_participle},
    ClassName{"anyverb", part(PartOfSpeech::verb), all_tenses},
    ClassName{"nominal", part(PartOfSpeech::noun) | part(PartOfSpeech::adjective) | part(PartOfSpeech::verb),
              tense::past_participle},
};

}  // namespace

bool read_features(std::string_view letters, FeatureLetters& features) {
    for (const char letter : letters) {
        switch (letter) {
            case 'm':
                features.genders |= gender::masculine;
                break;
            case 'f':
                features.genders |= gender::feminine;
                break;
            case 's':
                features.numbers |= number::singular;
                break;
            case 'p':
                features.numbers |= number::plural;
                break;
            case '1':
                features.persons |= person::first_singular | person::first_plural;
                break;
            case '2':
                features.persons |= person::second_singular | person::second_plural;
                break;
            case '3':
                features.persons |= person::third_singular | person::third_plural;
                break;
            default:
                return false;
        }
    }
    constexpr std::uint8_t singular = person::first_singular | person::second_singular | person::third_singular;
    constexpr std::uint8_t plural = person::first_plural | person::second_plural | person::third_plural;
    if (features.numbers == number::singular) features.persons &= singular;
    if (features.numbers == number::plural) features.persons &= plural;
    return true;
}

WordClass word_class(std::string_view text, const Place& place) {
    WordClass result;
    result.certain = text.starts_with("<<");
    const std::size_t marks = result.certain ? 2 : 1;
    if (text.size() <= 2 * marks || !text.ends_with(result.certain ? ">>" : ">")) {
        fail(place, "a class is written <name> or <<name>>: " + std::string(text));
    }
    text = text.substr(marks, text.size() - 2 * marks);
    const std::size_t colon = std::min(text.find(':'), text.size());
    const std::string_view name = text.substr(0, colon);
    if (name == "word") {
        result.kind = WordClass::Kind::word;
        return result;
    }
    if (name == "unknown") {
        result.kind = WordClass::Kind::unknown;
        return result;
    }
    if (name == "lower") {
        result.kind = WordClass::Kind::lower_case;
        return result;
    }
    if (name == "capital") {
        result.kind = WordClass::Kind::capital;
        return result;
    }
    const auto* const known = std::find_if(class_names.begin(), class_names.end(),
                                           [&](const ClassName& candidate) { return candidate.name == name; });
    if (known == class_names.end()) fail(place, "unknown class <" + std::string(text) + ">");
    result.parts = known->parts;
    result.tenses = known->tenses;
    FeatureLetters features;
    if (colon < text.size() && !read_features(text.substr(colon + 1), features)) {
        fail(place, "unknown feature in <" + std::string(text) + ">: only m, f, s, p, 1, 2, 3");
    }
    result.genders = features.genders;
    result.numbers = features.numbers;
    result.persons = features.persons;
    return result;
}

}  // namespace relis::rules

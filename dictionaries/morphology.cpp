#include "morphology.h"

#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

namespace relis::dictionaries {
namespace {

using language::Features;
using language::PartOfSpeech;
namespace gender = language::gender;
namespace number = language::number;
namespace person = language::person;
namespace role = language::role;
namespace tense = language::tense;
namespace verb = language::verb;

struct PartName {
    std::string_view name;
    PartOfSpeech part;
    std::uint32_t roles;
};

constexpr std::array part_names{
    PartName{"nom", PartOfSpeech::noun, 0},
    PartName{"adj", PartOfSpeech::adjective, 0},
    PartName{"adv", PartOfSpeech::adverb, 0},
    PartName{"negadv", PartOfSpeech::adverb, role::negative},
    PartName{"advint", PartOfSpeech::adverb, role::interrogative},
    PartName{"npr", PartOfSpeech::proper_noun, 0},
    PartName{"prn", PartOfSpeech::proper_noun, role::first_name},
    PartName{"patr", PartOfSpeech::proper_noun, role::surname},
    PartName{"interj", PartOfSpeech::interjection, 0},
    PartName{"nb", PartOfSpeech::numeral, 0},
    PartName{"nbro", PartOfSpeech::adjective, role::ordinal},
    PartName{"prep", PartOfSpeech::preposition, 0},
    PartName{"prepv", PartOfSpeech::preposition, role::before_infinitive},
    PartName{"titr", PartOfSpeech::title, 0},
    PartName{"det", PartOfSpeech::determiner, 0},
    PartName{"detpos", PartOfSpeech::determiner, role::possessive},
    PartName{"detdem", PartOfSpeech::determiner, role::demonstrative},
    PartName{"detind", PartOfSpeech::determiner, role::indefinite},
    PartName{"detneg", PartOfSpeech::determiner, role::negative},
    PartName{"detint", PartOfSpeech::determiner, role::interrogative},
    PartName{"detex", PartOfSpeech::determiner, role::interrogative},
    PartName{"propersuj", PartOfSpeech::pronoun, role::subject},
    PartName{"properobj", PartOfSpeech::pronoun, role::object},
    PartName{"preverb", PartOfSpeech::pronoun, role::before_verb},
    PartName{"proadv", PartOfSpeech::pronoun, role::adverbial},
    PartName{"prodem", PartOfSpeech::pronoun, role::demonstrative},
    PartName{"proind", PartOfSpeech::pronoun, role::indefinite},
    PartName{"proneg", PartOfSpeech::pronoun, role::negative},
    PartName{"prorel", PartOfSpeech::pronoun, role::relative},
    PartName{"proint", PartOfSpeech::pronoun, role::interrogative},
    PartName{"pronom", PartOfSpeech::pronoun, 0},
    PartName{"cj", PartOfSpeech::conjunction, 0},
    PartName{"cjco", PartOfSpeech::conjunction, role::coordinating},
    PartName{"cjsub", PartOfSpeech::conjunction, role::subordinating},
    PartName{"pfx", PartOfSpeech::affix, 0},
    PartName{"sfx", PartOfSpeech::affix, 0},
    PartName{"sign", PartOfSpeech::symbol, 0},
    PartName{"symb", PartOfSpeech::symbol, 0},
    PartName{"ponc", PartOfSpeech::symbol, 0},
    PartName{"loc.adv", PartOfSpeech::adverb, role::part_of_phrase},
    PartName{"loc.adj", PartOfSpeech::adjective, role::part_of_phrase},
    PartName{"loc.nom", PartOfSpeech::noun, role::part_of_phrase},
    PartName{"loc.prep", PartOfSpeech::preposition, role::part_of_phrase},
    PartName{"loc.cj", PartOfSpeech::conjunction, role::part_of_phrase},
    PartName{"loc.verb", PartOfSpeech::verb, role::part_of_phrase},
    PartName{"loc.interj", PartOfSpeech::interjection, role::part_of_phrase},
    PartName{"loc.cjsub", PartOfSpeech::conjunction, role::subordinating | role::part_of_phrase},
    PartName{"loc.patr", PartOfSpeech::proper_noun, role::surname | role::part_of_phrase},
    PartName{"loc.prepv", PartOfSpeech::preposition, role::before_infinitive | role::part_of_phrase},
    PartName{"div", PartOfSpeech::symbol, 0},
    PartName{"brand", PartOfSpeech::proper_noun, role::brand},
};

constexpr std::array<std::pair<std::string_view, std::uint16_t>, 11> tense_names{
    {{"infi", tense::infinitive},
     {"ppre", tense::present_participle},
     {"ppas", tense::past_participle},
     {"ipre", tense::present},
     {"iimp", tense::imperfect},
     {"ipsi", tense::past_historic},
     {"ifut", tense::future},
     {"cond", tense::conditional},
     {"spre", tense::subjunctive_present},
     {"simp", tense::subjunctive_imperfect},
     {"impe", tense::imperative}}};

constexpr std::array<std::pair<std::string_view, std::uint8_t>, 7> person_names{{{"1sg", person::first_singular},
                                                                                 {"2sg", person::second_singular},
                                                                                 {"3sg", person::third_singular},
                                                                                 {"1pl", person::first_plural},
                                                                                 {"2pl", person::second_plural},
                                                                                 {"3pl", person::third_plural},
                                                                                 {"3pl!", person::third_plural}}};

template <class Table>
auto value_in(const Table& table, std::string_view name) -> std::optional<decltype(table[0].second)> {
    for (const auto& [key, value] : table) {
        if (key == name) return value;
    }
    return std::nullopt;
}

/// What the fields say before it is spread over the parts of speech.
struct Collected {
    std::vector<std::pair<PartOfSpeech, std::uint32_t>> parts;
    Features common;
    std::uint8_t pronoun_rank = 0;  ///< 1pe, 2pe, 3pe
    bool mistake = false;
};

void read_inflection(std::string_view name, Collected& collected);

/// v1_itnq__a: group, copula, intransitive, transitive, indirect, pronominal, impersonal, auxiliaries.
void read_verb_code(std::string_view code, Features& features) {
    features.verb_group = static_cast<std::uint8_t>(code[1] - '0');
    std::uint16_t traits = 0;
    const auto has = [&](std::size_t place, char letter) { return place < code.size() && code[place] == letter; };
    if (has(2, 'e')) traits |= verb::copula;
    if (has(3, 'i')) traits |= verb::intransitive;
    if (has(4, 't')) traits |= verb::transitive;
    if (has(5, 'n')) traits |= verb::indirect;
    if (has(6, 'p')) traits |= verb::pronominal | verb::always_pronominal;
    if (has(6, 'q') || has(6, 'r') || has(6, 'x') || has(6, 'e')) traits |= verb::pronominal;
    if (has(7, 'm')) traits |= verb::impersonal;
    if (has(8, 'e')) traits |= verb::auxiliary_etre;
    if (has(9, 'a')) traits |= verb::auxiliary_avoir;
    features.verb = traits;
}

void read_part(std::string_view name, Collected& collected) {
    if (name.size() >= 2 && name[0] == 'v' && name[1] >= '0' && name[1] <= '3') {
        collected.parts.emplace_back(PartOfSpeech::verb, 0);
        read_verb_code(name, collected.common);
    } else if (const auto tenses = value_in(tense_names, name)) {
        collected.common.tenses |= *tenses;
    } else if (const auto persons = value_in(person_names, name)) {
        collected.common.persons |= *persons;
    } else if (name == "1isg" || name == "1jsg") {
        if (name == "1isg") collected.common.roles |= role::inverted_only;
        if (name == "1isg") collected.common.persons |= person::first_singular;
    } else if (name == "1pe" || name == "2pe" || name == "3pe") {
        collected.pronoun_rank = static_cast<std::uint8_t>(name[0] - '0');
    } else if (name == "err") {
        collected.mistake = true;
    } else if (name == "sg" || name == "epi") {
        read_inflection(name, collected);  // misplaced in a few entries
    } else if (name != "mg") {
        for (const PartName& part : part_names) {
            if (part.name == name) {
                collected.parts.emplace_back(part.part, part.roles);
                return;
            }
        }
        throw std::runtime_error("unknown part of speech po:" + std::string(name));
    }
}

void read_inflection(std::string_view name, Collected& collected) {
    Features& common = collected.common;
    if (name == "mas") {
        common.genders |= gender::masculine;
    } else if (name == "fem") {
        common.genders |= gender::feminine;
    } else if (name == "epi") {
        common.genders |= gender::any;
    } else if (name == "sg") {
        common.numbers |= number::singular;
    } else if (name == "pl") {
        common.numbers |= number::plural;
    } else if (name == "inv") {
        common.numbers |= number::any;
    } else {
        read_part(name, collected);  // a few entries write a tense or person as is:
    }
}

void read_field(const std::string& field, Collected& collected) {
    const std::string_view value = std::string_view(field).substr(3);
    if (field.starts_with("po:")) {
        read_part(value, collected);
    } else if (field.starts_with("is:")) {
        read_inflection(value, collected);
    } else if (!field.starts_with("st:") && !field.starts_with("ds:") && !field.starts_with("dp:") &&
               !field.starts_with("al:") && !field.starts_with("sp:")) {
        throw std::runtime_error("unknown field " + field);
    }
}

void add_part(std::vector<Features>& result, const Collected& collected, PartOfSpeech part, std::uint32_t roles) {
    for (Features& existing : result) {
        // Kinds of one part of speech are one analysis: po:properobj po:preverb.
        if (existing.part == part && part != PartOfSpeech::verb) {
            existing.roles |= roles;
            return;
        }
    }
    Features features = collected.common;
    features.part = part;
    features.roles |= roles;
    if (part == PartOfSpeech::pronoun && collected.pronoun_rank != 0) {
        const unsigned rank = collected.pronoun_rank - 1U;
        if ((features.numbers & number::singular) != 0 || features.numbers == 0) {
            features.persons |= static_cast<std::uint8_t>(1U << rank);
        }
        if ((features.numbers & number::plural) != 0 || features.numbers == 0) {
            features.persons |= static_cast<std::uint8_t>(8U << rank);
        }
    }
    if (part != PartOfSpeech::verb) {
        features.tenses = 0;
        features.verb = 0;
        features.verb_group = 0;
    }
    result.push_back(features);
}

}  // namespace

std::vector<Features> analyse(const std::vector<std::string>& entry_fields,
                              const std::vector<std::string>& affix_fields) {
    Collected collected;
    for (const std::string& field : entry_fields) read_field(field, collected);
    for (const std::string& field : affix_fields) read_field(field, collected);
    if (collected.mistake) return {};

    bool is_verb = false;
    bool contraction = false;
    std::uint32_t seen = 0;
    for (const auto& [part, roles] : collected.parts) {
        is_verb = is_verb || part == PartOfSpeech::verb;
        seen |= 1U << static_cast<unsigned>(part);
    }
    contraction = (seen & 1U << static_cast<unsigned>(PartOfSpeech::determiner)) != 0 &&
                  (seen & 1U << static_cast<unsigned>(PartOfSpeech::preposition)) != 0;
    std::vector<Features> result;
    for (const auto& [part, roles] : collected.parts) {
        // A participle is listed as an adjective too: one analysis, the verb's, says both.
        if (is_verb && part == PartOfSpeech::adjective) continue;
        add_part(result, collected, part, roles | (contraction ? role::contracted : 0U));
    }
    if (result.empty()) add_part(result, collected, PartOfSpeech::other, 0);
    return result;
}

std::string_view stem_of(const std::vector<std::string>& entry_fields) {
    for (const std::string& field : entry_fields) {
        if (field.starts_with("st:")) return std::string_view(field).substr(3);
    }
    return {};
}

}  // namespace relis::dictionaries

#include "advice.h"

#include <algorithm>
#include <array>
#include <initializer_list>
#include <string_view>
#include <vector>

namespace relis::content_detail {

using comments::FactKind;

namespace {

constexpr std::array<const char*, comments::fact_kinds> kind_labels{"une personne nommée ou décrite",
                                                                    "une personne",
                                                                    "une heure",
                                                                    "une durée",
                                                                    "une quantité",
                                                                    "un prix",
                                                                    "des paroles",
                                                                    "des propos",
                                                                    "un endroit",
                                                                    "une observation",
                                                                    "un objet",
                                                                    "une action",
                                                                    "l'ordre des faits",
                                                                    "le sujet de la question"};

struct Lack {
    const char* text;
    bool (*there)(const Measured&);
};

bool has(const Measured& measured, std::initializer_list<FactKind> kinds, std::size_t least = 1) {
    std::size_t count = 0;
    for (const FactKind kind : kinds) count += measured.count[static_cast<std::size_t>(kind)];
    return count >= least;
}

constexpr Lack who{"qui s'est occupé de vous (prénom ou description)",
                   [](const Measured& m) { return has(m, {FactKind::identity}); }};
constexpr Lack when{"à quelle heure ou pendant combien de temps", [](const Measured& m) {
                        return has(m, {FactKind::time, FactKind::duration});
                    }};
constexpr Lack words{"avec quels mots on vous a parlé", [](const Measured& m) {
                         return has(m, {FactKind::quote, FactKind::reported});
                     }};
constexpr Lack how_much{"combien", [](const Measured& m) { return has(m, {FactKind::quantity, FactKind::price}); }};
constexpr Lack seen{"ce que vous avez vu, et à quel endroit", [](const Measured& m) {
                        return has(m, {FactKind::place, FactKind::sensory}, 2);
                    }};
constexpr Lack done{"ce que chacun a fait", [](const Measured& m) { return has(m, {FactKind::action}, 2); }};

bool asks(const Question& question, std::initializer_list<std::string_view> parts) {
    std::string text = language::fold(question.label + " " + question.hint);
    for (const std::string& topic : question.topics) text += " " + language::fold(topic);
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

std::vector<Lack> called_for(const Question& question) {
    if (asks(question, {"attend", "attente", "delai", "combien de minutes", "rapidite"}))
        return {when, done, who, how_much};
    if (asks(question, {"employe", "caissi", "serveu", "vendeu", "reception", "personne", "accueil", "conseil",
                        "prepose", "personnel", "salu", "interlocut", "commis"})) {
        return {who, words, done, when};
    }
    if (asks(question, {"propre", "etat", "proprete", "rayon", "vitrine", "chambre", "toilette", "qualite", "fraich",
                        "equip", "produit", "plat", "presentation"})) {
        return {seen, how_much, when, words};
    }
    return {done, seen, when, who};
}

std::string untouched_topics(const Measured& measured) {
    if (measured.question->topics.empty() || has(measured, {FactKind::topic})) return {};
    std::string list;
    for (std::size_t i = 0; i < std::min<std::size_t>(3, measured.question->topics.size()); ++i) {
        list += (i == 0 ? "" : ", ") + measured.question->topics[i];
    }
    return " La question porte aussi sur : " + list + ".";
}

}  // namespace

std::string earned_label(const Measured& measured, const comments::Comment* comment) {
    if (comment == nullptr) return "aucun texte";
    constexpr std::size_t most = 5;
    std::vector<comments::Fact> facts;
    for (const comments::Fact& fact : measured.facts) {
        if (facts.size() < most && fact.kind != FactKind::topic) facts.push_back(fact);
    }
    if (facts.empty()) return "aucun fait précis";
    std::vector<std::string_view> kinds;
    for (const comments::Fact& fact : facts) {
        const std::string_view label = kind_labels[static_cast<std::size_t>(fact.kind)];
        if (std::find(kinds.begin(), kinds.end(), label) == kinds.end()) kinds.push_back(label);
    }
    std::sort(facts.begin(), facts.end(),
              [](const comments::Fact& a, const comments::Fact& b) { return a.first_token < b.first_token; });
    std::string result;
    for (const comments::Fact& fact : facts) {
        result += (result.empty() ? "« " : ", « ") + comment->quote(fact.first_token, fact.last_token, 40) + " »";
    }
    result += " : ";
    for (std::size_t i = 0; i < kinds.size(); ++i) (result += i == 0 ? "" : ", ") += kinds[i];
    return result;
}

std::string advice(const Measured& measured, const comments::Comment* comment) {
    std::vector<const char*> lacking;
    for (const Lack& lack : called_for(*measured.question)) {
        if (lacking.size() < 2 && !lack.there(measured)) lacking.push_back(lack.text);
    }
    std::string opening;
    if (comment == nullptr) {
        opening = "Il n'y a pas encore de texte ici. ";
    } else if (measured.vague_first < measured.vague_last) {
        opening = "« " + comment->quote(measured.vague_first, measured.vague_last) +
                  (measured.repeats ? " » est déjà dit. " : " » ne montre rien de précis. ");
    }
    if (lacking.empty()) {
        return opening + "Ajoutez d'autres faits : ce que vous avez vu, entendu ou compté." +
               untouched_topics(measured);
    }
    std::string result = opening + "Dites ";
    for (std::size_t i = 0; i < lacking.size(); ++i) (result += i == 0 ? "" : " et ") += lacking[i];
    return result + "." + untouched_topics(measured);
}

}  // namespace relis::content_detail

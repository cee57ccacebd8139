#include "schema.h"

#include <string>
#include <utility>

#include <relis/parameter_specs.h>

#include "comments/facts.h"

namespace relis::content_detail {

namespace {

struct KindText {
    comments::FactKind kind;
    double weight;
    const char* fr;
    const char* en;
};

constexpr KindText kinds[] = {
    {comments::FactKind::identity, 1.5, "personne nommée ou décrite", "person named or described"},
    {comments::FactKind::person, 0.6, "personne", "person"},
    {comments::FactKind::time, 1.2, "heure", "time"},
    {comments::FactKind::duration, 1.2, "durée", "duration"},
    {comments::FactKind::quantity, 0.9, "quantité", "quantity"},
    {comments::FactKind::price, 0.9, "prix", "price"},
    {comments::FactKind::quote, 1.5, "paroles citées", "words quoted"},
    {comments::FactKind::reported, 1.0, "propos rapportés", "reported speech"},
    {comments::FactKind::place, 0.6, "endroit", "place"},
    {comments::FactKind::sensory, 0.8, "chose vue, entendue ou sentie", "sensory observation"},
    {comments::FactKind::object, 0.7, "objet ou produit", "object or product"},
    {comments::FactKind::action, 0.7, "action", "action"},
    {comments::FactKind::sequence, 0.4, "ordre des faits", "order of events"},
    {comments::FactKind::topic, 0.6, "sujet de la question", "topic of the question"}};

}  // namespace

std::vector<ParameterSpec> schema() {
    std::vector<ParameterSpec> specs;
    for (const KindText& text : kinds) {
        specs.push_back(
            real_parameter("weight_" + std::string(to_string(text.kind)), text.weight, 0, 10, "",
                           {.fr = std::string("Poids : ") + text.fr, .en = std::string("Weight: ") + text.en},
                           {.fr = "Ce que vaut le premier fait de ce genre dans une réponse.",
                            .en = "What the first fact of this kind is worth in an answer."}));
    }
    specs.push_back(real_parameter("further_fact", 0.68, 0, 1, "", {.fr = "Faits suivants", .en = "Further facts"},
                                   {.fr = "Part que vaut chaque fait suivant du même genre, par rapport au précédent.",
                                    .en = "What each further fact of a kind is worth, as a share of the one before."}));
    specs.push_back(real_parameter(
        "further_common", 0.8, 0, 1, "", {.fr = "Actions et objets suivants", .en = "Further actions and objects"},
        {.fr = "La même part pour les actions et les objets, qui font l'essentiel d'un récit.",
         .en = "The same share for actions and objects, which make up most of an account."}));
    specs.push_back(real_parameter(
        "asked_factor", 1.5, 1, 4, "", {.fr = "Faits demandés", .en = "Facts asked for"},
        {.fr = "Ce que vaut un fait du genre que la question demande (qui, quand, combien…), par rapport à un autre.",
         .en = "What a fact of a kind that the question asks for (who, when, how much…) is worth, against another."}));
    specs.push_back(
        real_parameter("need", 7.5, 1, 50, "", {.fr = "Faits attendus", .en = "Facts expected"},
                       {.fr = "Valeur des faits qui donne tous les points à une question qui demande quinze mots.",
                        .en = "The worth of facts that earns full marks for a question that asks for fifteen words."}));
    specs.push_back(real_parameter("curve", 1.0, 0.2, 3, "", {.fr = "Courbe", .en = "Curve"},
                                   {.fr = "Exposant de la part gagnée : sous 1, les premiers faits comptent davantage.",
                                    .en = "Exponent of the share earned: below 1, the first facts count for more."}));
    specs.push_back(real_parameter("off_topic_penalty", 0.2, 0, 1, "",
                                   {.fr = "Hors sujet", .en = "Beside the question"},
                                   {.fr = "Part perdue par des faits qui ne touchent pas au sujet de la question.",
                                    .en = "Share lost by facts that do not touch the subject of the question."}));
    specs.push_back(
        real_parameter("unclear_penalty", 0.15, 0, 1, "", {.fr = "Phrases sans fin", .en = "Endless sentences"},
                       {.fr = "Part perdue par un texte qui n'a que des phrases de plus de 55 mots sans arrêt.",
                        .en = "Share lost by a text that has only sentences of over 55 words without a stop."}));
    specs.push_back(real_parameter(
        "disorder_from", 0.085, 0, 0.5, "", {.fr = "Désordre toléré", .en = "Disorder tolerated"},
        {.fr = "Part des petits mots mal placés dans le rapport à partir de laquelle il perd des points.",
         .en = "Share of little words out of place in the report from which on it loses points."}));
    specs.push_back(
        real_parameter("disorder_full", 0.12, 0, 1, "", {.fr = "Désordre complet", .en = "Full disorder"},
                       {.fr = "Part des petits mots mal placés à partir de laquelle le texte ne se lit plus.",
                        .en = "Share of little words out of place from which on the text cannot be read."}));
    specs.push_back(real_parameter("vague_penalty", 0.6, 0, 1, "", {.fr = "Phrases vagues", .en = "Vague sentences"},
                                   {.fr = "Part perdue par un texte qui n'a que des phrases vagues ou répétées.",
                                    .en = "Share lost by a text that has vague or repeated sentences only."}));
    specs.push_back(real_parameter(
        "whole_share", 0.33, 0, 0.5, "", {.fr = "Part de l'ensemble", .en = "Share of the whole"},
        {.fr = "Part de la note que décide le rapport entier : qui, quand, combien, quels mots, quel décor.",
         .en = "Part of the score that the whole report decides: who, when, how much, what words, what setting."}));
    specs.push_back(real_parameter("advice_threshold", 0.05, 0, 1, "points",
                                   {.fr = "Perte signalée", .en = "Loss worth a finding"},
                                   {.fr = "Une réponse qui perd moins de points que cela ne donne pas de constat.",
                                    .en = "An answer that loses fewer points than this gives no finding."}));
    specs.push_back(integer_parameter("default_words", 12, 1, 200, "words",
                                      {.fr = "Mots attendus", .en = "Words expected"},
                                      {.fr = "Longueur supposée demandée quand la question n'a pas de minimum.",
                                       .en = "Length taken as asked for where the question has no minimum."}));
    return specs;
}

}  // namespace relis::content_detail

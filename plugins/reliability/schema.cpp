#include <relis/parameter_specs.h>

#include "model.h"

namespace relis::reliability {

namespace {

ParameterSpec weight(const char* name, double value, const char* french, const char* english) {
    return real_parameter(name, value, 0, 1, "", {std::string("Poids : ") + french, std::string("Weight: ") + english},
                          {"Part de cette composante dans la cote ; les poids sont ramenés à un total de 1.",
                           "Share of this component in the rating; the weights are scaled to a sum of 1."});
}

}  // namespace

PluginDescription Model::describe() const {
    PluginDescription description;
    description.id = "reliability";
    description.version = "1.2";
    description.role = Role::reliability_model;
    description.name = {"Cote de fiabilité", "Reliability rating"};
    description.summary = {
        "Cote un client mystère de 0 à 5 d'après ses missions terminées et les notes de l'agence, les récentes "
        "pesant plus.",
        "Rates a shopper 0–5 from the finished missions and what the agency noted, recent ones weighing more."};
    description.parameters = {
        real_parameter("half_life_days", 180.0, 7, 3650, "days", {"Demi-vie", "Half-life"},
                       {"Âge auquel une mission pèse moitié moins qu'une mission du jour.",
                        "Age at which a mission weighs half as much as one of today."}),
        real_parameter("prior", 3.5, 0, 5, "points", {"Cote de départ", "Prior"},
                       {"Cote de quelqu'un dont on ne sait rien.", "Rating of somebody of whom nothing is known."}),
        real_parameter(
            "prior_missions", 3.0, 0.5, 50, "missions", {"Poids de la cote de départ", "Weight of the prior"},
            {"Nombre de missions que vaut la cote de départ : plus il est grand, plus il faut de missions pour s'en "
             "éloigner.",
             "How many missions the prior counts as: the larger, the more missions it takes to leave it."}),
        real_parameter("mission_spread", 1.2, 0.1, 2.5, "points", {"Dispersion d'une mission", "Spread of one mission"},
                       {"Écart type attendu d'une mission à l'autre chez une même personne ; il fonde l'incertitude.",
                        "Standard deviation expected between missions of one person; the uncertainty rests on it."}),
        integer_parameter("newcomer_missions", 3, 0, 50, "missions", {"Seuil des nouveaux", "Newcomer threshold"},
                          {"En dessous de ce nombre de missions terminées, la personne est signalée comme nouvelle.",
                           "Below this number of finished missions the person is shown as a newcomer."}),
        real_parameter("tier_excellent", 4.3, 0, 5, "points", {"Seuil des excellents", "Excellent from"},
                       {"À partir de cette cote, une personne est dite excellente.",
                        "From this rating on, a person is called excellent."}),
        real_parameter("tier_at_risk", 2.8, 0, 5, "points", {"Seuil des cas à risque", "At risk below"},
                       {"En dessous de cette cote, une personne est dite à risque ; entre les deux, elle est fiable.",
                        "Below this rating a person is at risk; between the two, reliable."}),
        real_parameter(
            "tier_withdraw", 2.0, 0, 5, "points", {"Retrait proposé", "Withdrawal proposed"},
            {"Un retrait est proposé quand toute la marge de la cote est sous ce seuil ; une personne décide.",
             "A withdrawal is proposed when the whole margin of the rating lies below this; a person decides."}),
        real_parameter("tier_reinstate", 3.0, 0, 5, "points", {"Retour proposé", "Return proposed"},
                       {"Le retour d'une personne retirée est proposé quand sa cote est remontée jusque-là.",
                        "The return of a withdrawn person is proposed once the rating has come back to this."}),
        real_parameter("late_hours", 24.0, 0.5, 240, "h", {"Retard qui vaut zéro", "Lateness worth zero"},
                       {"La ponctualité baisse régulièrement jusqu'à 0 à ce retard.",
                        "Punctuality falls evenly to 0 at this lateness."}),
        integer_parameter("missing_limit", 5, 1, 100, "answers",
                          {"Réponses manquantes qui valent zéro", "Missing answers worth zero"},
                          {"La complétude baisse régulièrement jusqu'à 0 à ce nombre de réponses manquantes.",
                           "Completeness falls evenly to 0 at this number of missing answers."}),
        real_parameter(
            "rework_credit", 2.5, 0, 5, "points", {"Valeur après une reprise", "Worth after one rework"},
            {"Ce que vaut un rapport accepté après une reprise ; chaque reprise de plus réduit dans le même rapport.",
             "What a report accepted after one rework is worth; each further one reduces in the same ratio."}),
        real_parameter(
            "cancelled_credit", 2.0, 0, 5, "points", {"Valeur d'une annulation", "Worth of a cancellation"},
            {"Ce que vaut, pour les engagements, une mission rendue à l'avance ; une mission manquée vaut 0.",
             "What a mission given back is worth as a commitment; a missed one is worth 0."}),
        real_parameter("cancel_notice_hours", 48.0, 1, 720, "h",
                       {"Préavis d'une annulation", "Notice of a cancellation"},
                       {"Une annulation garde toute sa valeur si elle est annoncée au moins ce temps avant "
                        "l'échéance ; en dessous, elle baisse régulièrement jusqu'à 0.",
                        "A cancellation keeps all of its worth this long before the due time; below that it falls "
                        "evenly to 0."}),
        real_parameter("late_answer_credit", 2.5, 0, 5, "points",
                       {"Reprise répondue en retard", "Rework answered late"},
                       {"Ce que vaut une reprise répondue après son délai ; sans réponse, elle vaut 0.",
                        "What a rework answered after its time is worth; one without an answer is worth 0."}),
        real_parameter("neutral_note", 3.5, 0, 5, "points", {"Valeur d'une note neutre", "Worth of a neutral note"},
                       {"Ce que vaut une note neutre de professionnalisme ; favorable, elle vaut 5, défavorable 0.",
                        "What a neutral note of professionalism is worth; a positive one is worth 5, a negative 0."}),
        real_parameter("misconduct_share", 0.8, 0, 1, "",
                       {"Part d'une faute confirmée", "Share of confirmed misconduct"},
                       {"Part de la cote, alors valant 0, que prend une copie ou une invention confirmée par une "
                        "personne.",
                        "Share of the rating, worth 0, that a copy or an invention confirmed by a person takes."}),
        real_parameter("misconduct_half_life_days", 730.0, 30, 7300, "days",
                       {"Demi-vie d'une faute confirmée", "Half-life of confirmed misconduct"},
                       {"Âge auquel une copie ou une invention confirmée prend moitié moins de la cote.",
                        "Age at which a confirmed copy or invention takes half as much of the rating."}),
        weight("weight_punctuality", 0.25, "ponctualité", "punctuality"),
        weight("weight_detail", 0.20, "détail", "detail"),
        weight("weight_french", 0.15, "français", "French"),
        weight("weight_completeness", 0.10, "complétude", "completeness"),
        weight("weight_first_pass", 0.10, "acceptation du premier coup", "first-pass acceptance"),
        weight("weight_commitment", 0.20, "engagements tenus", "commitments kept"),
        weight("weight_rework_answers", 0.05, "réponses aux reprises", "answers to reworks"),
        weight("weight_professionalism", 0.10, "professionnalisme", "professionalism")};
    return description;
}

}  // namespace relis::reliability

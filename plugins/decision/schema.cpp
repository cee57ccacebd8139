#include <relis/parameter_specs.h>

#include "policy.h"

namespace relis::decision {

PluginDescription Policy::describe() const {
    PluginDescription description;
    description.id = "decision";
    description.version = "1.2";
    description.role = Role::decision_policy;
    description.name = {"Recommandation de décision", "Recommended decision"};
    description.summary = {
        "Recommande d'accepter le rapport, de le renvoyer à son auteur ou de réattribuer la mission, avec ses motifs.",
        "Recommends to accept the report, to send it back to its author or to reassign the mission, with its reasons."};
    description.parameters = {
        real_parameter("min_detail", 3.0, 0, 5, "points", {"Note de détail exigée", "Required detail score"},
                       {"En dessous de cette note, le rapport est renvoyé à son auteur.",
                        "Below this score the report goes back to its author."}),
        real_parameter("min_french", 1.5, 0, 5, "points", {"Note de français exigée", "Required French score"},
                       {"En dessous de cette note, le rapport est renvoyé ; au-dessus, l'agence corrige le texte.",
                        "Below this score the report goes back; above it the agency corrects the text."}),
        integer_parameter("missing_tolerated", 0, 0, 100, "answers",
                          {"Réponses manquantes tolérées", "Tolerated missing answers"},
                          {"Le rapport est renvoyé lorsqu'il manque plus de réponses que ce nombre.",
                           "The report goes back when more answers than this are missing."}),
        boolean_parameter("rework_thin", false,
                          {"Renvoyer pour un commentaire trop court", "Rework for a short comment"},
                          {"Un commentaire plus court que le minimum demandé suffit à renvoyer le rapport.",
                           "A comment shorter than the minimum asked for is enough to send the report back."}),
        boolean_parameter(
            "rework_times", false, {"Renvoyer pour une heure douteuse", "Rework for a doubtful time"},
            {"Une heure impossible ou douteuse suffit à renvoyer le rapport ; sinon elle est seulement signalée.",
             "An impossible or doubtful time is enough to send the report back; otherwise it is only mentioned."}),
        boolean_parameter(
            "rework_privacy", false, {"Renvoyer pour la vie privée", "Rework for privacy"},
            {"Un renseignement personnel de trop suffit à renvoyer le rapport ; sinon l'agence le retire.",
             "Needless personal information is enough to send the report back; otherwise the agency removes it."}),
        integer_parameter("max_reworks", 2, 0, 20, "reworks", {"Reprises permises", "Reworks allowed"},
                          {"Après ce nombre de renvois, un rapport toujours insuffisant fait réattribuer la mission.",
                           "After this many reworks, a report that still falls short has its mission reassigned."}),
        real_parameter(
            "rework_hours", 6.0, 0, 240, "h", {"Temps d'une reprise", "Time for a rework"},
            {"S'il reste moins de temps avant l'échéance, les motifs disent que la reprise sera livrée en retard.",
             "With less time left before the report is due, the reasons say that a rework will be delivered late."}),
        real_parameter(
            "blank_detail", 0.5, 0, 5, "points", {"Détail d'un rapport sans contenu", "Detail of a blank report"},
            {"Sans aucune pièce jointe alors que le questionnaire en demande, un rapport dont la note de détail ne "
             "dépasse pas ce seuil ne prouve pas la "
             "visite : la mission est à réattribuer.",
             "Without any file although the questionnaire asks for one, a report whose detail score is at most this "
             "does not prove the visit: the mission "
             "is to be reassigned."}),
        list_parameter(
            "veto_words", {"Pièces sans lesquelles rien n'est accepté", "Files without which nothing is accepted"},
            {"Une pièce exigée dont la question contient l'un de ces mots, et qui manque, frappe le rapport d'un veto "
             ": "
             "ni les notes ni les réponses manquantes tolérées n'y changent rien. Une liste vide ne pose aucun veto.",
             "A required file that is not there, whose question holds one of these words, vetoes the report: neither "
             "scores nor tolerated missing answers change that. An empty list vetoes nothing."},
            {"reçu", "recu", "ticket", "facture", "addition", "preuve", "receipt"}),
        list_parameter("required_plugins", {"Évaluations exigées pour accepter", "Assessments required to accept"},
                       {"Modules qui doivent avoir jugé le rapport avant que l'acceptation soit recommandée.",
                        "Plugins that must have judged the report before acceptance is recommended."},
                       {"completeness", "consistency", "detail", "french"})};
    return description;
}

}  // namespace relis::decision

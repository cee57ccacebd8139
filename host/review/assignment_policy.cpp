#include "assignment_policy.h"

#include <relis/parameter_specs.h>

#include "house_rules.h"

namespace relis::review {

namespace {

ParameterSpec weight(CandidateCriterion criterion, double value, Label help) {
    const Label name = label(criterion);
    return real_parameter("weight_" + std::string(to_string(criterion)), value, 0, 100, "",
                          {"Poids : " + name.fr, "Weight: " + name.en}, std::move(help));
}

std::vector<ParameterSpec> weights() {
    using enum CandidateCriterion;
    return {
        weight(french, 20, {"Composante « français » de la cote de fiabilité.", "The rating's component for French."}),
        weight(punctuality, 20,
               {"Composante « ponctualité » de la cote de fiabilité.", "The rating's component for punctuality."}),
        weight(reliability, 20, {"La cote de fiabilité elle-même.", "The reliability rating itself."}),
        weight(professionalism, 10,
               {"Notes de professionnalisme, positives et négatives.", "Notes of professionalism, good and bad."}),
        weight(rotation, 10,
               {"Moins le client mystère a visité ce concept, mieux c'est.",
                "The less often he visited this programme, the better."}),
        weight(
            load, 10,
            {"Moins il a de missions ce mois-ci, mieux c'est.", "The fewer missions he has this month, the better."}),
        weight(distance, 10,
               {"Distance du domicile au point de vente ; sans coordonnées, ville et région.",
                "From his home to the site; without coordinates, city and region."}),
        weight(availability, 5, {"Jours libres avant l'échéance.", "Free days before the due time."}),
        weight(perfect_reports, 20,
               {"Part de rapports parfaits ; ne compte que pour les programmes réservés.",
                "Share of perfect reports; counts for reserved programmes only."})};
}

std::vector<ParameterSpec> parameters() {
    std::vector<ParameterSpec> all = weights();
    std::vector<ParameterSpec> limits{
        real_parameter("unknown_worth", 0.5, 0, 1, "", {"Valeur de l'inconnu", "Worth of the unknown"},
                       {"Ce que vaut un critère dont on ne sait rien : 0 comme le pire, 1 comme le meilleur.",
                        "What a criterion counts of which nothing is known: 0 as the worst, 1 as the best."}),
        integer_parameter("rest_days", 30, 0, 365, "days", {"Repos entre deux visites", "Rest between two visits"},
                          {"Qui a visité ce point de vente depuis moins de jours est exclu.",
                           "Who visited this site fewer days ago is excluded."}),
        integer_parameter("rotation_days", 365, 1, 366, "days", {"Période de rotation", "Period of rotation"},
                          {"Les visites du même concept comptent pendant ces jours.",
                           "Visits for the same programme count for so many days."}),
        integer_parameter("rotation_full", 6, 1, 100, "missions", {"Rotation épuisée", "Rotation used up"},
                          {"Autant de visites du concept ne donnent plus de points de rotation.",
                           "So many visits for the programme give no points for rotation."}),
        integer_parameter("max_month", 8, 1, 100, "missions", {"Missions par mois", "Missions a month"},
                          {"Qui en a autant ce mois-ci est exclu.", "Who has so many this month is excluded."}),
        real_parameter("far_km", 100, 1, 20000, "km", {"Loin", "Far"},
                       {"À cette distance il n'y a plus de points.", "At this distance there are no points."}),
        real_parameter("max_km", 300, 0, 20000, "km", {"Distance maximale", "Greatest distance"},
                       {"Qui habite plus loin est exclu ; 0 : pas de limite.",
                        "Who lives farther away is excluded; 0: no limit."}),
        boolean_parameter("same_region_only", false, {"Même région seulement", "Same region only"},
                          {"Qui habite une autre région est exclu.", "Who lives in another region is excluded."}),
        real_parameter("min_hours", 12, 0, 720, "h", {"Délai minimal", "Least time"},
                       {"Temps d'une visite et de son rapport, sans le trajet.",
                        "Time of a visit and its report, without the way."}),
        real_parameter("travel_speed", 60, 1, 1000, "km/h", {"Vitesse de trajet", "Speed of travel"},
                       {"Pour le temps de l'aller et du retour.", "For the time of the way there and back."}),
        integer_parameter("comfortable_days", 3, 1, 60, "days", {"Jours libres voulus", "Free days wanted"},
                          {"Autant de jours libres avant l'échéance donnent tous les points.",
                           "So many free days before the due time give all points."}),
        integer_parameter("notes_days", 365, 1, 3650, "days", {"Durée des notes", "Life of notes"},
                          {"Les notes de professionnalisme plus anciennes ne comptent plus.",
                           "Older notes of professionalism no longer count."}),
        real_parameter("min_reliability", 2, 0, 5, "points", {"Cote minimale", "Least rating"},
                       {"Qui a une cote plus basse est exclu, sauf s'il est nouveau.",
                        "Who has a lower rating is excluded, unless he is new."}),
        list_parameter(
            "reserved_programmes", {"Programmes réservés", "Reserved programmes"},
            {"Un programme dont l'identifiant ou le nom contient l'un de ces mots est réservé aux meilleurs.",
             "A programme whose id or name holds one of these words is kept for the best."},
            {"hotel", "hôtel"}),
        real_parameter(
            "reserved_reliability", 4, 0, 5, "points",
            {"Cote minimale, programmes réservés", "Least rating, reserved programmes"},
            {"Cote qu'il faut pour un programme réservé.", "The rating that a reserved programme asks for."}),
        integer_parameter("reserved_perfect", 1, 0, 100, "reports",
                          {"Rapports parfaits, programmes réservés", "Perfect reports, reserved programmes"},
                          {"Rapports parfaits en un an qu'il faut pour un programme réservé.",
                           "Perfect reports within a year that a reserved programme asks for."}),
        real_parameter("perfect_score", 4.5, 0, 5, "points", {"Rapport parfait", "Perfect report"},
                       {"Les deux notes au moins ; accepté sans reprise ni réponse manquante.",
                        "Both scores at least; accepted without rework or missing answer."}),
        integer_parameter("assigned_days", 5, 1, 90, "days",
                          {"Délai d'une mission réattribuée", "Time for a reassigned mission"},
                          {"Nouvelle échéance, si personne n'en donne une et que l'ancienne est trop proche.",
                           "The new due time where nobody gives one and the old one is too near."})};
    std::move(limits.begin(), limits.end(), std::back_inserter(all));
    return all;
}

}  // namespace

const PluginDescription& assignment_description() {
    static const PluginDescription description{
        assignment_id,
        "1.0.0",
        Role::decision_policy,
        {"Attribution des missions", "Assigning missions"},
        {"Classe les clients mystères pour une mission.", "Ranks the shoppers for a mission."},
        parameters()};
    return description;
}

AssignmentPolicy assignment_policy(const Parameters& parameters) {
    const auto whole = [&](std::string_view name) { return static_cast<int>(parameters.integer(name)); };
    AssignmentPolicy policy;
    for (std::size_t i = 0; i < candidate_criteria; ++i)
        policy.weights.at(i) = parameters.real("weight_" + std::string(to_string(static_cast<CandidateCriterion>(i))));
    policy.unknown_worth = parameters.real("unknown_worth");
    policy.rest_days = whole("rest_days");
    policy.rotation_days = whole("rotation_days");
    policy.rotation_full = whole("rotation_full");
    policy.max_month = whole("max_month");
    policy.far_km = parameters.real("far_km");
    policy.max_km = parameters.real("max_km");
    policy.same_region_only = parameters.boolean("same_region_only");
    policy.min_hours = parameters.real("min_hours");
    policy.travel_speed = parameters.real("travel_speed");
    policy.comfortable_days = whole("comfortable_days");
    policy.notes_days = whole("notes_days");
    policy.min_reliability = parameters.real("min_reliability");
    policy.reserved_programmes = parameters.text_list("reserved_programmes");
    policy.reserved_reliability = parameters.real("reserved_reliability");
    policy.reserved_perfect = whole("reserved_perfect");
    policy.perfect_score = parameters.real("perfect_score");
    policy.assigned_days = whole("assigned_days");
    return policy;
}

Parameters assignment_parameters(Workspace& workspace, const std::string& programme) {
    return house_parameters(workspace, assignment_id, programme);
}

}  // namespace relis::review

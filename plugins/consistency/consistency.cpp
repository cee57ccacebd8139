#include "consistency/consistency.h"

#include <string>
#include <utility>

#include <relis/parameter_specs.h>

#include "box.h"
#include "comments/facts.h"
#include "comments/shingles.h"
#include "comments/substance.h"
#include "conduct.h"
#include "contradictions.h"
#include "differences.h"
#include "language/lexicon.h"
#include "privacy.h"
#include "repeats.h"
#include "times.h"
#include "wording.h"

namespace relis::consistency {

struct Consistency::Readers {
    explicit Readers(std::shared_ptr<const language::Lexicon> lexicon)
        : book(std::make_shared<const comments::WordBook>(std::move(lexicon))),
          substance(book),
          facts(book),
          contradictions(book) {}
    std::shared_ptr<const comments::WordBook> book;
    comments::SubstanceJudge substance;
    comments::FactFinder facts;
    ContradictionFinder contradictions;
};

namespace {

/// The boxes that say something, in the questionnaire's order, so that the order of the answers makes no difference.
std::vector<Box> boxes_of(const Report& report, const Context& context, const comments::SubstanceJudge& substance) {
    std::vector<Box> boxes;
    for (const Question& question : context.questionnaire().questions) {
        const Answer* const answer = report.find(question.name);
        const std::string_view text = prose(question, answer);
        if (text.empty() || context.applicability(question.name) == Applicability::does_not_apply) continue;
        comments::Comment comment(text, substance.book());
        if (substance.judge(comment, question) != comments::Substance::content) continue;
        auto words = comments::word_hashes(comment);
        auto quantities = quantities_of(comment);
        boxes.push_back({&question, answer, std::move(comment), std::move(words),
                         comments::wants_words(question, answer), std::move(quantities)});
    }
    return boxes;
}

}  // namespace

Consistency::Consistency(const Environment& environment)
    : readers_(std::make_unique<const Readers>(language::Lexicon::open(environment.resources / "french.lexicon"))) {}

Consistency::~Consistency() = default;

PluginDescription Consistency::describe() const {
    return {
        .id = "consistency",
        .version = "2.2.0",
        .role = Role::inspection,
        .name = {.fr = "Cohérence", .en = "Consistency"},
        .summary = {.fr = "Contradictions, heures impossibles, textes répétés ou copiés, données personnelles.",
                    .en = "Contradictions, impossible times, repeated or copied texts, personal data."},
        .parameters = {
            integer_parameter(
                "repeat_min_words", 5, 2, 100, "words", {.fr = "Répétition mot pour mot", .en = "Exact repeat"},
                {.fr = "Un texte répété à l'identique n'est signalé que s'il compte au moins ce nombre de mots.",
                 .en = "A text repeated word for word is flagged from this many words on."}),
            integer_parameter(
                "near_repeat_min_words", 7, 3, 200, "words", {.fr = "Répétition approchée", .en = "Near repeat"},
                {.fr = "Deux textes presque identiques ne sont signalés qu'à partir de ce nombre de mots.",
                 .en = "Two near-identical texts are flagged from this many words on."}),
            real_parameter(
                "repeat_overlap", 0.6, 0.1, 1, "", {.fr = "Part commune d'une répétition", .en = "Overlap of a repeat"},
                {.fr = "Part des suites de trois mots du plus court texte qui se trouvent aussi dans l'autre.",
                 .en = "Share of the shorter text's runs of three words that the other holds too."}),
            integer_parameter("copy_min_words", 10, 5, 200, "words",
                              {.fr = "Longueur d'une copie", .en = "Length of a copy"},
                              {.fr = "Un texte plus court n'est pas comparé aux autres rapports.",
                               .en = "A shorter text is not compared with other reports."}),
            real_parameter("copy_overlap", 0.5, 0.1, 1, "",
                           {.fr = "Part commune d'une copie", .en = "Overlap of a copy"},
                           {.fr = "Part des suites de trois mots du texte qui se trouvent aussi dans l'autre rapport.",
                            .en = "Share of the text's runs of three words that the other report holds too."}),
            integer_parameter("time_tolerance", 20, 0, 600, "min",
                              {.fr = "Tolérance des heures", .en = "Time tolerance"},
                              {.fr = "Écart admis entre une heure du rapport et les bornes de la visite.",
                               .en = "How far a time in the report may lie outside the visit."}),
            boolean_parameter(
                "forbid_instructions", false, {.fr = "Sans conseil au client", .en = "No advice to the client"},
                {.fr = "Le programme interdit au client mystère de dire au client ce qu'il devrait faire.",
                 .en = "The programme forbids shoppers to tell the client what to do."}),
            list_parameter(
                "opening_hours", {.fr = "Heures d'ouverture", .en = "Opening hours"},
                {.fr = "Une ligne par plage, par exemple « lu-ve 9:00-21:00 ». Sans ligne, rien n'est vérifié.",
                 .en = "One line a span, for example “lu-ve 9:00-21:00”. Without a line nothing is checked."}),
            list_parameter(
                "mission_window", {.fr = "Plages de visite", .en = "Visiting windows"},
                {.fr = "Quand la visite doit commencer : « lu-ve 11:30-14:00 », « 2026-06-01/2026-06-30 ». Sans "
                       "ligne, seule l'échéance de la mission est vérifiée.",
                 .en = "When the visit must begin: “lu-ve 11:30-14:00”, “2026-06-01/2026-06-30”. Without a line "
                       "only the mission's due time is checked."}),
            real_parameter(
                "round_times_bits", 8.5, 0, 100, "bits", {.fr = "Heures rondes", .en = "Round times"},
                {.fr = "Invraisemblance à partir de laquelle des heures toutes rondes font poser la question : "
                       "8,5 bits, une chance sur 360. 0 : jamais.",
                 .en = "How unlikely all times being round must be to raise the question: 8.5 bits is one "
                       "chance in 360. 0: never."}),
            integer_parameter("longest_visit", 96, 1, 1000, "h", {.fr = "Visite la plus longue", .en = "Longest visit"},
                              {.fr = "Une visite plus longue fait poser la question.",
                               .en = "A longer visit raises the question."})}};
}

std::vector<Finding> Consistency::inspect(const Report& report, const Context& context,
                                          const Parameters& parameters) const {
    std::vector<Finding> findings;
    const std::vector<Box> boxes = boxes_of(report, context, readers_->substance);
    const comments::KnownNames names = comments::known_names(report, context);
    readers_->contradictions.find(report, context, boxes, findings);
    find_differences(report, context, boxes, findings);
    find_times(report, context, boxes, parameters, findings);
    find_repeats(boxes, parameters, findings);
    find_copies(report, context, boxes, parameters, findings);
    find_conduct(boxes, parameters, findings);
    find_empty_wording(boxes, readers_->facts, *readers_->book, names, findings);
    find_personal_data(boxes, readers_->facts, *readers_->book, names, findings);
    return findings;
}

}  // namespace relis::consistency

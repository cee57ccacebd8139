#include "parameters.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>

#include <relis/parameter_specs.h>

#include "language/text.h"

namespace relis::french {
namespace {

ParameterSpec weight(const std::string& category, double value, Label label) {
    return real_parameter(
        "weight_" + category, value, 0, 10, "fautes", std::move(label),
        {"Combien vaut une faute de cette catégorie dans le calcul ; 0 : montrée, sans effet sur la note.",
         "What one fault of this category counts for; 0: shown, without effect on the score."});
}

/// In the order of language::SpellingNorm.
constexpr std::array<std::string_view, 3> norm_names{"either", "classic", "reformed"};

language::SpellingNorm norm_of(std::string_view name) {
    const auto* const found = std::find(norm_names.begin(), norm_names.end(), name);
    return static_cast<language::SpellingNorm>(found - norm_names.begin());
}

std::size_t count(const Parameters& parameters, std::string_view name) {
    return static_cast<std::size_t>(parameters.integer(name));
}

}  // namespace

std::vector<ParameterSpec> parameter_schema() {
    return {
        weight("spelling", 1.0, {"Poids d'une faute d'orthographe", "Weight of a spelling fault"}),
        weight("grammar", 1.2, {"Poids d'une faute de grammaire", "Weight of a grammar fault"}),
        weight("syntax", 1.2, {"Poids d'une faute de syntaxe", "Weight of a syntax fault"}),
        weight("typography", 0.0, {"Poids d'une faute de typographie", "Weight of a typography fault"}),
        weight("style", 0.0, {"Poids d'une remarque de style", "Weight of a style remark"}),
        real_parameter(
            "half_loss", 6.0, 0.5, 100, "faults per 100 words",
            {"Densité qui coûte la moitié des points", "Density that takes half of the points"},
            {"Nombre de fautes pondérées par 100 mots qui fait passer la note de 5 à 2,5. Plus grand : plus indulgent.",
             "Weighted faults per 100 words that bring the score from 5 to 2.5. Larger: more lenient."}),
        real_parameter(
            "steepness", 1.0, 0.5, 4, "", {"Raideur de la courbe", "Steepness of the curve"},
            {"1 : les premières fautes coûtent le plus ; au-dessus de 1 : quelques fautes sont presque pardonnées.",
             "1: the first faults cost most; above 1: a few faults are almost forgiven."}),
        integer_parameter(
            "fewest_words", 60, 1, 1000, "words", {"Longueur minimale comptée", "Shortest length counted"},
            {"Un rapport plus court est noté comme s'il avait autant de mots, pour qu'une seule faute n'y coûte pas "
             "trop.",
             "A shorter report is rated as if it had so many words, so that a single fault does not cost too much."}),
        integer_parameter("min_words", 15, 1, 1000, "words",
                          {"Mots nécessaires pour noter", "Words needed for a score"},
                          {"En dessous, le rapport n'est pas noté : il n'y a pas assez de texte.",
                           "Below this, the report is not judged: there is not enough text."}),
        real_parameter(
            "min_judged_share", 50, 0, 100, "%",
            {"Part du texte à pouvoir juger", "Share of the text that must be judged"},
            {"Si une plus grande part du texte est dans une autre langue ou illisible, le rapport n'est pas noté.",
             "If more of the text is in another language or unreadable, the report is not judged."}),
        real_parameter(
            "repeated_fault", 0.5, 0, 1, "", {"Poids d'une faute répétée", "Weight of a repeated fault"},
            {"Part du poids que garde la même faute sur le même mot à partir de la deuxième fois ; 1 : plein poids.",
             "Share of its weight that the same fault on the same word keeps from the second time on; 1: full "
             "weight."}),
        integer_parameter("suggestions", 5, 0, 10, "",
                          {"Corrections proposées par faute", "Corrections offered for a fault"},
                          {"Nombre maximal de corrections proposées.", "At most so many corrections are offered."}),
        boolean_parameter("spelling", true, {"Vérifier l'orthographe", "Check spelling"},
                          {"Mots inconnus du dictionnaire, accents, traits d'union.",
                           "Words that the dictionary does not have, accents, hyphens."}),
        boolean_parameter("grammar", true, {"Vérifier la grammaire", "Check grammar"},
                          {"Accords, conjugaison, participes, mots pris l'un pour l'autre.",
                           "Agreement, conjugation, participles, words taken for one another."}),
        boolean_parameter(
            "syntax", true, {"Vérifier la syntaxe", "Check syntax"},
            {"Mots manquants, constructions et prépositions.", "Missing words, constructions and prepositions."}),
        boolean_parameter("typography", true, {"Vérifier la typographie", "Check typography"},
                          {"Espaces, majuscules en début de phrase, ligatures, accents sur les capitales.",
                           "Spaces, capitals at the start of sentences, ligatures, accents on capitals."}),
        boolean_parameter(
            "style", true, {"Vérifier le style", "Check style"},
            {"Anglicismes, pléonasmes et tournures familières.", "Anglicisms, pleonasms and familiar phrases."}),
        choice_parameter(
            "spelling_norm", std::string(norm_names.front()), {norm_names.begin(), norm_names.end()},
            {"Orthographe demandée", "Spelling asked for"},
            {"either : l'orthographe classique et celle de 1990 sont acceptées ; classic ou reformed : les mots de "
             "l'autre "
             "orthographe sont signalés.",
             "either: both the classic spelling and that of 1990 are accepted; classic or reformed: words of the other "
             "one "
             "are reported."}),
        list_parameter("accepted_words", {"Mots acceptés", "Accepted words"},
                       {"Noms, marques et mots du programme qui ne sont pas des fautes.",
                        "Names, brands and words of the programme that are no faults."}),
        list_parameter("silent_rules", {"Règles désactivées", "Rules switched off"},
                       {"Identifiants des règles qui ne signalent rien, par exemple doubled-word.",
                        "Ids of rules that report nothing, for example doubled-word."}),
    };
}

Settings::Settings(const Parameters& parameters)
    : curve{parameters.real("half_loss"), parameters.real("steepness"), count(parameters, "fewest_words")},
      min_words(count(parameters, "min_words")),
      min_judged_share(parameters.real("min_judged_share") / 100),
      repeated_fault(parameters.real("repeated_fault")),
      suggestions(count(parameters, "suggestions")),
      spelling(norm_of(parameters.text("spelling_norm"))),
      spelling_(parameters.real("weight_spelling")),
      grammar_(parameters.real("weight_grammar")),
      syntax_(parameters.real("weight_syntax")),
      typography_weight_(parameters.real("weight_typography")),
      style_(parameters.real("weight_style")) {
    for (const std::string& word : parameters.text_list("accepted_words")) accepted_words.insert(language::lower(word));
    for (const std::string& rule : parameters.text_list("silent_rules")) silent_rules.insert(rule);
    for (const Category category :
         {Category::spelling, Category::grammar, Category::syntax, Category::typography, Category::style}) {
        if (!parameters.boolean(to_string(category))) silent_categories_.insert(category);
    }
}

double Settings::weight(Category category) const {
    switch (category) {
        case Category::spelling:
            return spelling_;
        case Category::grammar:
            return grammar_;
        case Category::syntax:
            return syntax_;
        case Category::typography:
            return typography_weight_;
        case Category::style:
            return style_;
        default:
            return 0;
    }
}

}  // namespace relis::french

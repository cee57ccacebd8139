#include "grammar/check.h"

#include <array>
#include <utility>

#include "rules.h"

namespace relis::grammar {

namespace {

/// The most specific first: a token that one check has reported is left alone by the next ones.
constexpr std::array checks{check_verb_homophones,
                            check_demonstrative_homophones,
                            check_word_homophones,
                            check_determiner_homophones,
                            check_clause_homophones,
                            check_statement_homophones,
                            check_apostrophe_homophones,
                            check_relative_homophones,
                            check_adverb_homophones,
                            check_small_word_homophones,
                            check_auxiliary_homophones,
                            check_nouns_and_verbs,
                            check_qualifiers_demanded,
                            check_mood,
                            check_inversions,
                            check_imperatives,
                            check_first_person_tenses,
                            check_pronoun_verb,
                            check_numerals,
                            check_words_before_nouns,
                            check_invariable_forms,
                            check_quantity_complements,
                            check_inverted_attributes,
                            check_noun_groups,
                            check_appositions,
                            check_infinitives,
                            check_adverbial_adjectives,
                            check_attributes,
                            check_other_attributes,
                            check_noun_attributes,
                            check_elliptic_attributes,
                            check_noun_verb_forms,
                            check_subject_verb,
                            check_missing_subjects,
                            check_participles_avoir,
                            check_participles_pronominal};

}  // namespace

std::vector<std::vector<Fault>> check(std::span<const ReadText> texts, const Options& options) {
    std::vector<Checker> checkers;
    checkers.reserve(texts.size());
    for (const ReadText& text : texts) checkers.emplace_back(text, options);
    for (const auto run : checks) {
        for (Checker& checker : checkers) run(checker);
    }
    std::vector<std::vector<Fault>> faults;
    faults.reserve(texts.size());
    for (Checker& checker : checkers) faults.push_back(checker.take_faults());
    return faults;
}

std::vector<Fault> check(const ReadText& text, const Options& options) {
    return std::move(check(std::span(&text, 1), options).front());
}

const std::vector<RuleInfo>& rules() {
    static const std::vector<RuleInfo> all{
        {"adjective-demanded", "Nom écrit à la place d'un adjectif", Category::grammar},
        {"adverb-demanded", "Nom écrit à la place d'un adverbe", Category::grammar},
        {"adverbial-adjective", "Adjectif employé comme adverbe", Category::grammar},
        {"after-que", "Indicatif après « après que »", Category::grammar},
        {"apposition", "Accord d'un adjectif entre virgules", Category::grammar},
        {"attribute", "Accord de l'attribut avec le sujet", Category::grammar},
        {"before-vowel", "Forme devant une voyelle", Category::grammar},
        {"capital-a", "Accent sur la majuscule À", Category::typography},
        {"first-person-tense", "Terminaisons « -ai » et « -ais »", Category::grammar},
        {"colour", "Accord des couleurs", Category::grammar},
        {"gerund", "Participe présent après « en »", Category::grammar},
        {"homophone-a", "a ou à", Category::grammar},
        {"homophone-autres", "entre autres", Category::grammar},
        {"homophone-avant", "avent ou avant", Category::grammar},
        {"homophone-bien", "bine ou bien", Category::grammar},
        {"homophone-ce", "ce ou se", Category::grammar},
        {"homophone-cense", "sensé ou censé", Category::grammar},
        {"homophone-ces", "ces ou c'est", Category::grammar},
        {"homophone-cest", "c'est ou s'est", Category::grammar},
        {"homophone-dans", "dans ou d'en", Category::grammar},
        {"homophone-davantage", "davantage ou d'avantage", Category::grammar},
        {"homophone-des", "des ou dès", Category::grammar},
        {"homophone-digit", "Chiffre 1 à la place de la lettre l", Category::grammar},
        {"homophone-dont", "don ou dont", Category::grammar},
        {"homophone-du", "du ou dû", Category::grammar},
        {"homophone-ensemble", "ensemble ou ensembles", Category::grammar},
        {"homophone-est", "et ou est", Category::grammar},
        {"homophone-ete", "été ou était", Category::grammar},
        {"homophone-eu", "eu ou eut", Category::grammar},
        {"homophone-faire", "ferrer ou faire", Category::grammar},
        {"homophone-fois", "foi ou fois", Category::grammar},
        {"homophone-guere", "guère ou guerre", Category::grammar},
        {"homophone-hors", "hors ou or", Category::grammar},
        {"homophone-l-a", "la ou l'a", Category::grammar},
        {"homophone-la", "la ou là", Category::grammar},
        {"homophone-leur", "leur ou leurs", Category::grammar},
        {"homophone-ma", "ma ou m'a", Category::grammar},
        {"homophone-mes", "mes ou mais", Category::grammar},
        {"homophone-mois", "moi ou mois", Category::grammar},
        {"homophone-ni", "ni ou n'y", Category::grammar},
        {"homophone-notre", "notre ou nôtre", Category::grammar},
        {"homophone-on", "on ou ont", Category::grammar},
        {"homophone-on-n", "on ou on n'", Category::grammar},
        {"homophone-ou", "ou ou où", Category::grammar},
        {"homophone-part", "à part", Category::grammar},
        {"homophone-personne", "personne ou personnes", Category::grammar},
        {"homophone-peu", "peu ou peut", Category::grammar},
        {"homophone-peut-etre", "peut être ou peut-être", Category::grammar},
        {"homophone-plus", "plus ou plu", Category::grammar},
        {"homophone-plutot", "plutôt ou plus tôt", Category::grammar},
        {"homophone-pres", "près ou prêt", Category::grammar},
        {"homophone-quand", "quand ou qu'en", Category::grammar},
        {"homophone-quant", "quand ou quant", Category::grammar},
        {"homophone-quelle", "quelle ou qu'elle", Category::grammar},
        {"homophone-quelque", "quelque ou quel que", Category::grammar},
        {"homophone-qui", "qui ou qu'il", Category::grammar},
        {"homophone-quoique", "quoique ou quoi que", Category::grammar},
        {"homophone-sa", "sa ou ça", Category::grammar},
        {"homophone-sans", "sans ou s'en", Category::grammar},
        {"homophone-ses", "c'est ou ses", Category::grammar},
        {"homophone-si", "si ou s'y", Category::grammar},
        {"homophone-soi", "soi ou soit", Category::grammar},
        {"homophone-somme", "somme ou sommes", Category::grammar},
        {"homophone-son", "son ou sont", Category::grammar},
        {"homophone-sous", "sou ou sous", Category::grammar},
        {"homophone-sur", "sur ou sûr", Category::grammar},
        {"homophone-tache", "tache ou tâche", Category::grammar},
        {"homophone-temps", "tant, temps ou t'en", Category::grammar},
        {"homophone-tout", "tout, tous, toute ou toutes", Category::grammar},
        {"homophone-vers", "ver ou vers", Category::grammar},
        {"homophone-voire", "voir ou voire", Category::grammar},
        {"imperative", "Impératif", Category::grammar},
        {"indicative", "Indicatif", Category::grammar},
        {"infinitive-after-preposition", "Infinitif après une préposition", Category::grammar},
        {"infinitive-after-question", "Infinitif après un mot interrogatif", Category::grammar},
        {"infinitive-after-verb", "Infinitif après un verbe", Category::grammar},
        {"inversion", "Accord du verbe avec le sujet qui suit", Category::grammar},
        {"inversion-t", "Le « t » entre le verbe et son sujet", Category::grammar},
        {"lequel-fused", "lequel en un mot", Category::grammar},
        {"missing-ne", "« ne » oublié", Category::style},
        {"missing-que", "« que » oublié", Category::grammar},
        {"missing-subject", "Verbe sans sujet qui lui convienne", Category::grammar},
        {"noun-demanded", "Verbe écrit à la place d'un nom", Category::grammar},
        {"neuter-adjective", "Adjectif après « rien de »", Category::grammar},
        {"noun-group-gender", "Genre dans le groupe du nom", Category::grammar},
        {"noun-group-number", "Nombre dans le groupe du nom", Category::grammar},
        {"numeral", "Accord des nombres en lettres", Category::grammar},
        {"noun-verb-form", "Verbe à conjuguer après un nom", Category::grammar},
        {"participle-avoir", "Participe avec avoir, sans complément placé avant", Category::grammar},
        {"participle-demanded", "Verbe écrit à la place d'un participe", Category::grammar},
        {"participle-etre", "Participe avec être", Category::grammar},
        {"participle-form", "Participe passé après un auxiliaire", Category::grammar},
        {"participle-invariable", "Participe invariable", Category::grammar},
        {"participle-object", "Participe et complément placé avant", Category::grammar},
        {"participle-pronominal", "Participe d'un verbe pronominal", Category::grammar},
        {"perfect-auxiliary", "Verbe conjugué avec être", Category::grammar},
        {"pronominal-auxiliary", "Verbe pronominal avec être", Category::grammar},
        {"pronoun-verb", "Accord du verbe avec le pronom", Category::grammar},
        {"pronoun-verb-form", "Verbe à conjuguer", Category::grammar},
        {"quantity-complement", "Pluriel après une quantité", Category::grammar},
        {"qui-verb", "Accord du verbe après « qui »", Category::grammar},
        {"si-conditional", "Imparfait après « si »", Category::grammar},
        {"subject-verb", "Accord du verbe avec son sujet", Category::grammar},
        {"subjunctive", "Subjonctif", Category::grammar},
        {"verb-demanded", "Nom écrit à la place d'un verbe", Category::grammar},
    };
    return all;
}

}  // namespace relis::grammar

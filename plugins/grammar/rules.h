// The checks of this library: one function a phenomenon, each in a file of its own name.
#pragma once

#include "checker.h"

namespace relis::grammar {

void check_noun_groups(Checker& checker);               // noun_group.cpp
void check_words_before_nouns(Checker& checker);        // word_before_noun.cpp
void check_numerals(Checker& checker);                  // numerals.cpp
void check_invariable_forms(Checker& checker);          // invariable_forms.cpp
void check_quantity_complements(Checker& checker);      // quantity_complement.cpp
void check_subject_verb(Checker& checker);              // subject_verb.cpp
void check_pronoun_verb(Checker& checker);              // pronoun_verb.cpp
void check_inversions(Checker& checker);                // inversion.cpp
void check_imperatives(Checker& checker);               // imperative.cpp
void check_first_person_tenses(Checker& checker);       // first_person_tense.cpp
void check_noun_verb_forms(Checker& checker);           // noun_verb_form.cpp
void check_missing_subjects(Checker& checker);          // missing_subject.cpp
void check_inverted_attributes(Checker& checker);       // inverted_attribute.cpp
void check_appositions(Checker& checker);               // apposition.cpp
void check_adverbial_adjectives(Checker& checker);      // adverbial_adjective.cpp
void check_attributes(Checker& checker);                // attribute.cpp
void check_elliptic_attributes(Checker& checker);       // elliptic_attribute.cpp
void check_other_attributes(Checker& checker);          // attribute_other.cpp
void check_noun_attributes(Checker& checker);           // attribute_noun.cpp
void check_participles_avoir(Checker& checker);         // participle_avoir.cpp
void check_participles_pronominal(Checker& checker);    // participle_pronominal.cpp
void check_infinitives(Checker& checker);               // infinitive.cpp
void check_mood(Checker& checker);                      // mood.cpp
void check_verb_homophones(Checker& checker);           // homophones_verb.cpp: a/à, et/est, son/sont, on/ont, la/l'a
void check_demonstrative_homophones(Checker& checker);  // homophones_demonstrative.cpp: c'est/s'est/ces/ses/sais
void check_determiner_homophones(Checker& checker);     // homophones_determiner.cpp
void check_word_homophones(Checker& checker);    // homophones_word.cpp: ce/se, la/là/l'a, ou/où, peu/peut, leur/leurs
void check_clause_homophones(Checker& checker);  // homophones_clause.cpp: a verb is wanted, or one too many
void check_statement_homophones(Checker& checker);   // homophones_statement.cpp: a subject that waits for its verb
void check_apostrophe_homophones(Checker& checker);  // homophones_apostrophe.cpp: sans/s'en, si/s'y, ni/n'y, mes/m'est
void check_relative_homophones(Checker& checker);  // homophones_relative.cpp: ou/où, que/dont, qui/qu'il, quel/quelle
void check_adverb_homophones(Checker& checker);    // homophones_adverb.cpp: plus/plu, près/prêt, tant/temps, sur/sûr
void check_small_word_homophones(Checker& checker);  // homophones_small.cpp: moi/mois, des/dès, notre/nôtre, soi/soit
void check_auxiliary_homophones(Checker& checker);   // homophones_auxiliary.cpp: il s'a trompé, il y a pas
void check_nouns_and_verbs(Checker& checker);        // category_repair.cpp: un maintient, il travail
void check_qualifiers_demanded(Checker& checker);    // category_repair_qualifier.cpp: ceux trouver, très suivit

}  // namespace relis::grammar

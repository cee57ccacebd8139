#include "grammar/check.h"

#include "rules.h"

namespace relis::grammar {

std::vector<Fault> check(const ReadText& text, const Options& options) {
    Checker checker(text, options);
    // The most specific first: a token that one check has reported is left alone by the next ones.
    check_verb_homophones(checker);
    check_word_homophones(checker);
    check_mood(checker);
    check_pronoun_verb(checker);
    check_noun_groups(checker);
    check_appositions(checker);
    check_attributes(checker);
    check_subject_verb(checker);
    check_participles_avoir(checker);
    check_participles_pronominal(checker);
    check_infinitives(checker);
    return checker.take_faults();
}

const std::vector<RuleInfo>& rules() {
    static const std::vector<RuleInfo> all;
    return all;
}

}  // namespace relis::grammar

// Whether the words of a sentence follow one another as in French: articles, prepositions and pronouns say what may
// come next, and a text whose words were shuffled or heaped breaks that at every second of them.
#include "facts_pass.h"

namespace relis::comments {

namespace wc = word_class;

namespace {

constexpr Classes links = wc::determiner | wc::article | wc::preposition | wc::subject_pronoun | wc::clitic |
                          wc::conjunction | wc::loose_preposition | wc::loose_subject | wc::degree;

bool is_stop(std::string_view mark) {
    return mark.size() == 1 ? std::string_view(".,;:!?)").find(mark) != std::string_view::npos
                            : mark.starts_with('.') || mark == "…";
}

}  // namespace

bool FactFinder::Pass::may_follow(std::size_t i, std::size_t next) const {
    const Classes link = tokens[i].classes;
    // « C'est loin, la », for « là », ends a sentence, and the comment be it without its stop
    const bool may_end = (link & (wc::loose_preposition | wc::loose_subject)) != 0 || comment.folded(i) == "la";
    if (!same_sentence(i, next)) return may_end && next == tokens.size();
    const TokenReading& reading = tokens[next];
    if (!is_content(token(next))) {
        const std::string_view mark = comment.folded(next);
        if (!is_stop(mark) || may_end) return true;
        return (link & wc::conjunction) != 0 && mark != "." && mark != ";";
    }
    if ((link & wc::conjunction) != 0 || reading.figure || !reading.known) return true;
    if ((reading.classes & wc::homophone) != 0) return true;
    const Classes after = reading.classes & links;
    const bool finite_only = reading.only_verb && reading.finite && !reading.infinitive && !reading.past_participle;
    if ((link & wc::determiner) != 0) {
        if (after != 0) return (after & wc::preposition) != 0 && comment.folded(next).starts_with('d');
        return !finite_only && (reading.classes & wc::auxiliary) == 0;
    }
    if ((link & wc::article) != 0) return after == 0 || (after & wc::clitic) != 0;
    if ((link & wc::preposition) != 0) {
        if ((after & (wc::subject_pronoun | wc::conjunction)) != 0) return comment.folded(next).starts_with('q');
        return !finite_only && !((reading.classes & wc::auxiliary) != 0 && reading.finite);
    }
    if ((link & wc::loose_preposition) != 0) {
        return !finite_only && (after & wc::subject_pronoun) == 0 &&
               !((reading.classes & wc::auxiliary) != 0 && reading.finite);
    }
    if ((link & wc::degree) != 0) {
        return after == 0 &&
               (reading.adjective || reading.adverb || reading.past_participle || reading.present_participle);
    }
    if ((link & wc::loose_subject) != 0) {
        if ((after & (wc::determiner | wc::preposition | wc::subject_pronoun)) != 0) return false;
        return after != 0 || reading.verb || reading.function_word;
    }
    // A subject or a pronoun before its verb
    if ((after & (wc::clitic | wc::article)) != 0) return true;
    return after == 0 && (reading.verb || reading.function_word);
}

bool WordOrder::is_broken() const {
    return (broken >= 2 && broken * 100 >= checked * 34) || (broken >= 3 && broken * 100 >= checked * 22) ||
           (broken >= 6 && broken * 100 >= checked * 15);
}

WordOrder FactFinder::Pass::order(const Span& sentence) const {
    WordOrder order;
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
        const TokenReading& one = tokens[i];
        const bool within = i > sentence.first_token && is_content(token(i - 1));
        // « et La », « puis Elle », « sac Demandé »: the first word of another sentence
        const bool astray = within && token(i).letter_case == language::LetterCase::initial_capital &&
                            (one.function_word || one.only_verb) && !one.first_name &&
                            token(i).kind == language::TokenKind::word && comment.folded(i).size() > 2;
        const auto finite_only = [](const TokenReading& reading) {
            return reading.only_verb && reading.finite && !reading.infinitive && !reading.past_participle;
        };
        const bool two_verbs = within && finite_only(one) && finite_only(tokens[i - 1]);
        if (astray || two_verbs) {
            ++order.checked;
            ++order.broken;
        } else if ((one.classes & links) != 0 && !(within && is(i - 1, wc::article))) {  // « l'un », « le leur »
            ++order.checked;
            order.broken += may_follow(i, i + 1) ? 0U : 1U;
        }
    }
    return order;
}

}  // namespace relis::comments

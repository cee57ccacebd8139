// Infinitives after mieux vaut, avoir beau, comment, pourquoi; the present participle after en.
#include "infinitive_words.h"

namespace relis::grammar {

/// mieux vaut, il vaut mieux, avoir beau, comment and pourquoi before an infinitive
void infinitive_after_other_words(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const std::string_view form = text.lower(i);
    if (text[i].id == no_word && !form.starts_with("va") && !form.starts_with("b")) return;
    if (text[i].unknown || text[i].boundary != Boundary::none) return;
    const bool start = i == 0 || !same_sentence(text, i - 1, i) || text[i - 1].boundary != Boundary::none;
    std::size_t k = i + 1;
    bool certain = false;
    if (form == "vaut" || form == "valait" || form == "vaudrait" || form == "valu" || form == "vaudra") {
        const std::size_t from = i >= 3 ? i - 3 : 0;
        for (std::size_t b = from; b < i; ++b)
            certain = certain || (text.is(b, word("mieux")) && same_sentence(text, b, i));
        if (text.is(i + 1, word("mieux"))) {
            certain = true;
            ++k;
        }
    } else if ((text.is(i, word("mieux")) && i > 0 && text.lower(i - 1) == "autant") ||
               (form == "bon" && i > 1 && text.is(i - 1, word("quoi")) && text.is(i - 2, word("à"))) ||
               (form == "beau" && i > 0 && is_form_of(text, i - 1, lemma_class::avoir))) {
        certain = true;
    } else if (text.is_any(i, {word("pourquoi"), word("comment"), word("où"), word("quoi"), word("quand")})) {
        // ne pas savoir quoi acheter, comment payer la note
        bool knows = false;
        for (std::size_t b = i, n = 0; b > 0 && n < 3 && same_sentence(text, b - 1, i); --b, ++n) {
            knows = knows || text.lower(b - 1).starts_with("sais") || text.lower(b - 1).starts_with("sav") ||
                    text.lower(b - 1) == "sait" || text.lower(b - 1).starts_with("demand") ||
                    text.lower(b - 1).starts_with("expliqu") || text.lower(b - 1).starts_with("montr") ||
                    text.lower(b - 1).starts_with("indiqu") || text.lower(b - 1).starts_with("appris") ||
                    text.lower(b - 1) == "dit";
        }
        const bool preposition = i > 0 && text.is(i, word("quoi")) && text.can(i - 1, PartOfSpeech::preposition);
        if (!start && !knows && !preposition) return;
        const std::size_t next = clitics_from(text, i + 1).verb;
        if (next == npos || checker.reported(next) || text[next + 1].enclitic) return;
        const Heard heard = heard_like_infinitive(text, next);
        if (heard == Heard::no ||
            text.is_any(next + 1, {word("vous"), word("tu"), word("il"), word("nous"), word("je")}))
            return;
        const bool finite = text.lower(next).ends_with("ez");
        bool only_vous = false;  // comment vous gérez; but « comment le montez »
        for (std::size_t c = i + 1; c < next; ++c) only_vous = only_vous || text.is(c, word("vous"));
        // expliqué comment le monté: no article, for no verb would follow its noun
        const bool article = next == i + 2 && text.is_any(i + 1, {word("le"), word("la"), word("les"), word("l'")}) &&
                             text.is(i, word("comment")) && knows && is_masculine_participle(text, next) &&
                             !text.can(next, PartOfSpeech::noun) && !can_be_finite(text, next + 1);
        const bool object = is_masculine_participle(text, next) && next == i + 1 &&
                            (sure_object_follows(checker, next) || (knows && heard == Heard::verb) ||
                             (text.is_any(i, {word("comment"), word("quoi")}) && heard == Heard::verb &&
                              (text.can(next + 1, PartOfSpeech::preposition) || preposition)));
        if ((finite && !only_vous && heard == Heard::verb) || object || article)
            report_infinitive(checker, next, i, "infinitive-after-question");
        return;
    }
    if (!certain) return;
    k = k < text.size() && same_sentence(text, i, k) ? skip_adverbs(text, k) : npos;
    if (k == npos) return;
    const Clitics clitics = clitics_from(text, k);
    if (clitics.verb == npos || checker.reported(clitics.verb)) return;
    if (clitics.article && clitics.count == 1) return;
    const Heard heard = heard_like_infinitive(text, clitics.verb);
    if (heard == Heard::verb || (heard == Heard::open && is_masculine_participle(text, clitics.verb)))
        report_infinitive(checker, clitics.verb, i, "infinitive-after-verb");
}

/// en vérifient ma facture, en sortent du magasin: heard like the present participle
void gerund_after_en(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const std::size_t k = i + 1;
    if (!same_sentence(text, i, k) || !text.lower(k).ends_with("ent") || !only_finite(text, k) || checker.reported(k))
        return;
    if (text.persons(k) != person::third_plural || (text.tenses(k) & tense::present) == 0) return;
    const std::size_t after = k + 1;
    const bool completed = object_follows(text, checker.chunks(), k) ||
                           (same_sentence(text, k, after) && text.is_any(after, {word("du"), word("des"), word("au"),
                                                                                 word("à"), word("de"), word("dans")}));
    if (!completed) return;
    if (i > 0 && same_sentence(text, i - 1, i)) {
        // les clients en parlent à, qui en sortent, ils en: a subject before it
        const std::size_t before = i - 1;
        if (is_clitic(text, before) || is_ne(text, before) || is_subject_pronoun(text, before) ||
            text.is_any(before, {word("qui"), word("qu'"), word("que"), word("dont")}) || text[before].unknown ||
            text[before].enclitic)
            return;
        for (std::size_t b = before, steps = 0; steps < 8; --b, ++steps) {
            if (!same_sentence(text, b, i) || text[b].boundary != Boundary::none) break;
            if (text.only(b, PartOfSpeech::verb)) break;
            const Chunk& group = checker.chunks()[checker.chunks().of_token(b)];
            if (group.kind == ChunkKind::noun_group && (group.numbers & number::plural) != 0) return;
            if (b == 0) break;
        }
    }
    std::vector<std::string> suggestions;
    for (const Analysis& reading : text.readings(k)) {
        if (reading.features.part != PartOfSpeech::verb) continue;
        for (std::string& form :
             checker.forms(reading.lemma, {tense::present_participle, 0, 0, 0, false}, text.lower(k)))
            suggestions.push_back(std::move(form));
    }
    if (suggestions.empty() && checker.wants_suggestions()) return;
    checker.report("gerund", k, k, "Après « en », le participe présent se termine par « -ant ».",
                   std::move(suggestions));
}

}  // namespace relis::grammar

// A verb conjugated in a person that is not its pronoun's: je prend, tu mange, ils était.
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "rules.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

/// nous and vous are subjects only where no other subject stands: after a mark, a conjunction, que.
bool is_subject_here(const Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    const std::size_t i = chunks[k].first;
    const bool first = k == 0 || !same_sentence(text, chunks[k - 1].first, i);
    if (is_sure_subject_pronoun(text, i)) return true;
    if (text.is_any(i, {word("elle"), word("elles")})) {
        if (first) return true;
        const ChunkKind previous = chunks[k - 1].kind;
        return previous == ChunkKind::coordination || previous == ChunkKind::subordinator ||
               previous == ChunkKind::comma || previous == ChunkKind::strong ||
               (previous == ChunkKind::relative && !text.is(chunks[k - 1].first, word("qui")));
    }
    if (first) return true;
    const ChunkKind before = chunks[k - 1].kind;
    if (before == ChunkKind::coordination || before == ChunkKind::subordinator) return true;
    if (before == ChunkKind::relative) return !text.is(chunks[k - 1].first, word("qui"));
    // je crois, vous m'avez: ne or a clitic shows that vous is the subject
    if (before == ChunkKind::comma) {
        // sinon, vous perdrai vos clients: a person that only je or tu has, who stand nowhere
        const Chunk& verb = chunks[k + 1];
        if (verb.kind == ChunkKind::verb && verb.first == i + 1 &&
            (verb.persons & (person::third_singular | person::third_plural)) == 0)
            return true;
        return text.is_any(i + 1, {word("ne"), word("n'"), word("me"), word("m'"), word("nous"), word("vous")});
    }
    return before == ChunkKind::strong;
}

std::uint8_t person_of_antecedent(const ReadText& text, std::size_t i) {
    if (text.is(i, word("vous"))) return person::second_plural;
    if (text.is(i, word("nous"))) return person::first_plural;
    if (text.is(i, word("moi"))) return person::first_singular;
    if (text.is(i, word("toi"))) return person::second_singular;
    return text.is_any(i, {word("ceux"), word("celles"), word("eux")}) ? person::third_plural : person::third_singular;
}

class PronounVerbRule {
  public:
    PronounVerbRule(Checker& checker, std::size_t k)
        : checker_(checker), text_(checker.text()), pronoun_(checker.chunks()[k]), k_(k) {}

    void run() {
        const Chunks& chunks = checker_.chunks();
        if (k_ + 1 >= chunks.size() || chunks[k_ + 1].first != pronoun_.last + 1U || !is_subject_here(checker_, k_))
            return;
        const Chunk& verb = chunks[k_ + 1];
        for (std::size_t i = pronoun_.first; i <= verb.last; ++i) {
            if (checker_.reported(i)) return;
        }
        if (verb.kind == ChunkKind::verb && can_be_finite(text_, verb.head)) {
            if ((verb.persons & pronoun_.persons) == 0) wrong_person(verb);
        } else if (verb.kind == ChunkKind::infinitive || verb.kind == ChunkKind::participle ||
                   verb.kind == ChunkKind::verb) {
            not_conjugated(verb);
        }
    }

  private:
    [[nodiscard]] bool finite_verb_follows() const;
    [[nodiscard]] bool question_ends() const;
    [[nodiscard]] bool subject_by_clitics(const Chunk& verb) const;
    void wrong_person(const Chunk& verb);
    void not_conjugated(const Chunk& verb);

    Checker& checker_;
    const ReadText& text_;
    const Chunk& pronoun_;
    std::size_t k_;
};

/// nous ne l'avait, vous m'avais: ne and most clitics stand after a subject, never after an object
bool PronounVerbRule::subject_by_clitics(const Chunk& verb) const {
    if (verb.first == verb.head) {
        // nous arrivèrent: at the beginning of the sentence, and no group follows that may be the subject
        const bool begins = k_ == 0 || !same_sentence(text_, checker_.chunks()[k_ - 1].first, pronoun_.first);
        std::size_t after = k_ + 2;
        while (checker_.chunks()[after].kind == ChunkKind::adverb) ++after;  // nous parvinrent alors des bruits
        const Chunk& next = checker_.chunks()[after];
        // nous partiront: heard like -ons
        const bool alike = text_.is(pronoun_.first, word("nous")) && text_.tenses(verb.head) == tense::future &&
                           text_.lower(verb.head).ends_with("ront");
        // nous rejoindront au bar les deux autres: the subject comes last
        bool inverted = false;
        for (std::size_t k = after + 1; alike && k < after + 3; ++k) {
            const Chunk& last = checker_.chunks()[k];
            inverted = inverted || (last.kind == ChunkKind::noun_group && (last.numbers & number::plural) != 0);
        }
        return begins && !inverted && verb.persons == person::third_plural &&
               (alike || text_.tenses(verb.head) == tense::past_historic) &&
               (next.kind == ChunkKind::preposition || next.kind == ChunkKind::comma ||
                next.kind == ChunkKind::strong || (alike && next.kind == ChunkKind::infinitive) ||
                (next.kind == ChunkKind::noun_group && (next.numbers & number::plural) == 0));
    }
    if (text_.is_any(verb.first, {word("ne"), word("n'"), word("me"), word("m'"), word("nous"), word("vous"),
                                  word("lui"), word("leur")}))
        return true;
    // vous l'accomplissait: only where no clause can have begun before
    const bool start = k_ == 0 || !same_sentence(text_, checker_.chunks()[k_ - 1].first, pronoun_.first);
    if (!start) return false;
    const Chunk& after = checker_.chunks()[k_ + 2];
    return after.kind != ChunkKind::noun_group && after.kind != ChunkKind::participle;
}

void PronounVerbRule::wrong_person(const Chunk& verb) {
    const Chunks& chunks = checker_.chunks();
    // nous, vous before a third person are mostly objects: « que nous a dit le vendeur », « , nous a-t-il dit »
    const bool object = text_.is_any(pronoun_.first, {word("nous"), word("vous")});
    if (object && (verb.persons & (person::third_singular | person::third_plural)) != 0 && !subject_by_clitics(verb))
        return;
    if (k_ > 1 && chunks[k_ - 1].kind == ChunkKind::coordination && (verb.persons & person::third_plural) != 0 &&
        (chunks[k_ - 2].kind == ChunkKind::noun_group || chunks[k_ - 2].kind == ChunkKind::pronoun) &&
        !(text_.is_any(pronoun_.first, {word("il"), word("on"), word("ils")}) &&
          text_.is(chunks[k_ - 1].first, word("et")))) {
        return;  // Dominique et elle attendent, il ou elle
    }
    if (text_[verb.head].id == word("puis") || verb.last > verb.head) return;
    const std::string pronoun = checker_.quoted(pronoun_.first);
    const bool third = text_.is_any(pronoun_.first, {word("il"), word("elle"), word("ils"), word("elles")});
    std::string message =
        "Le verbe " + checker_.quoted(verb.head) + " ne s'accorde pas avec son sujet " + pronoun + ".";
    if (third && (verb.persons & person::third_singular) != 0 && pronoun_.persons == person::third_plural) {
        // elles donne: most likely the verb
        std::vector<std::string> suggestions;
        for (const std::string& form : checker_.conjugated(verb.head, person::third_plural)) {
            std::string whole = checker_.original(pronoun_.first, verb.head - 1U);
            if (text_.token(verb.head).space_before) whole.push_back(' ');
            suggestions.push_back(whole + form);
        }
        checker_.report("pronoun-verb", pronoun_.first, verb.head, std::move(message), std::move(suggestions));
        return;
    }
    if (third && (verb.persons & (person::third_singular | person::third_plural)) != 0 &&
        (pronoun_.persons == person::third_singular)) {
        // elle étaient: the pronoun or the verb
        std::string both = checker_.original(pronoun_.first, pronoun_.first) + "s";
        if (text_[pronoun_.first].id == no_word) return;
        for (std::size_t i = pronoun_.first + 1U; i <= verb.head; ++i) {
            if (text_.token(i).space_before) both.push_back(' ');
            both += text_.token(i).form;
        }
        std::vector<std::string> suggestions{both};
        for (const std::string& form : checker_.conjugated(verb.head, person::third_singular)) {
            std::string alternative = checker_.original(pronoun_.first, verb.head - 1U);
            if (text_.token(verb.head).space_before) alternative.push_back(' ');
            suggestions.push_back(alternative + form);
        }
        // il ne restaient que des chambres, il me manquent une clé: nobody stands behind that « il »
        constexpr std::array<std::string_view, 5> impersonal{"rest", "manqu", "suffi", "exist", "fall"};
        const bool nobody = text_.is(pronoun_.first, word("il")) &&
                            std::any_of(impersonal.begin(), impersonal.end(), [&](std::string_view stem) {
                                return text_.lower(verb.head).starts_with(stem);
                            });
        if (nobody && suggestions.size() > 1) std::swap(suggestions[0], suggestions[1]);
        checker_.report("pronoun-verb", pronoun_.first, verb.head, std::move(message), std::move(suggestions));
        return;
    }
    std::vector<std::string> suggestions;
    const VerbGroup group = verb_group(text_, chunks, k_ + 1);
    const bool perfect = group.next != npos && only_participle(text_, group.next) &&
                         (text_.classes(group.next, part(PartOfSpeech::verb)) & lemma_class::etre_perfect) == 0;
    const bool nothing = text_.is(verb.last + 1U, word("rien")) && same_sentence(text_, verb.last, verb.last + 1U);
    if (text_.is(verb.head, word("est")) && pronoun_.persons == person::first_singular && group.reflexive == npos &&
        (perfect || nothing)) {
        suggestions.emplace_back("ai");  // je lui est donné, je n'est rien à signaler
    }
    for (std::string& form : checker_.conjugated(verb.head, pronoun_.persons)) suggestions.push_back(std::move(form));
    checker_.report("pronoun-verb", verb.head, verb.head, std::move(message), std::move(suggestions));
}

/// Vous résoudre à partir ? the infinitive of an exclamation
bool PronounVerbRule::question_ends() const {
    for (std::size_t i = pronoun_.first, n = 0; n < 40 && same_sentence(text_, pronoun_.first, i); ++i, ++n) {
        if (text_.is_any(i, {word("?"), word("!")})) return true;
    }
    return false;
}

/// vous servir est un plaisir: another verb makes a sentence of it
bool PronounVerbRule::finite_verb_follows() const {
    const Chunks& chunks = checker_.chunks();
    for (std::size_t k = k_ + 2, n = 0; k < chunks.size() && n < 30; ++k, ++n) {
        if (!same_sentence(text_, chunks[k].first, pronoun_.first)) return false;
        if (chunks[k].kind == ChunkKind::verb) return true;
    }
    return false;
}

void PronounVerbRule::not_conjugated(const Chunk& verb) {
    const Chunks& chunks = checker_.chunks();
    const bool sure = (is_sure_subject_pronoun(text_, pronoun_.first) || text_.is(pronoun_.first, word("vous"))) &&
                      can_be_infinitive(text_, verb.head);
    if ((!sure && !text_.only(verb.head, PartOfSpeech::verb)) ||
        (text_.tenses(verb.head) & tense::present_participle) != 0)
        return;
    if (text_.is(pronoun_.first, word("elle")) || text_.is(pronoun_.first, word("elles"))) {
        // une fois elle partie; comme elle arrivée; but « elle porté un badge »
        const bool feminine = (agreement(text_, verb.head, part(PartOfSpeech::verb)) & 12U) != 0;
        if (verb.kind == ChunkKind::participle && (feminine || !text_.lower(verb.head).ends_with("é"))) return;
    }
    if (text_.is_any(pronoun_.first, {word("nous"), word("vous")})) {
        // vous aider est un plaisir; but never « vous aller »
        const bool clitics = verb.first < verb.head && subject_by_clitics(verb);
        if (verb.kind == ChunkKind::infinitive && text_.lower(verb.head) != "aller") {
            const bool opens = k_ == 0 || !same_sentence(text_, chunks[k_ - 1].first, pronoun_.first) ||
                               chunks[k_ - 1].kind == ChunkKind::subordinator;
            if (!opens || (!clitics && finite_verb_follows())) return;
        }
        const bool start = k_ == 0 || !same_sentence(text_, chunks[k_ - 1].first, pronoun_.first);
        const bool clause =
            !start && (chunks[k_ - 1].kind == ChunkKind::subordinator ||
                       (chunks[k_ - 1].kind == ChunkKind::relative && !text_.is(chunks[k_ - 1].first, word("qui"))));
        const bool object =
            text_.lower(verb.head).ends_with("é") &&
            (object_follows(text_, chunks, verb.head) || text_.is_any(verb.head + 1U, {word("du"), word("des")}));
        if (!clause && !(start && (verb.kind == ChunkKind::infinitive || object))) return;
        if (start && !object && question_ends()) return;
        if (clause && !text_.lower(verb.head).starts_with("allé") &&
            text_.is_any(chunks[k_ - 1].first, {word("où"), word("quoi"), word("comment"), word("comme")}))
            return;
    }
    if ((text_.tenses(verb.head) & tense::imperative) != 0 && verb.kind == ChunkKind::verb) return;
    // va t'il, vas donc tu: an inversion without its hyphen
    if (k_ > 0 && same_sentence(text_, chunks[k_ - 1].first, pronoun_.first) &&
        (chunks[k_ - 1].kind == ChunkKind::verb || text_.is(pronoun_.first - 1U, word("t'")) ||
         text_.is(pronoun_.first - 1U, word("donc")))) {
        return;
    }
    std::vector<std::string> suggestions =
        checker_.conjugated(verb.head, pronoun_.persons, tense::present | tense::imperfect);
    checker_.report("pronoun-verb-form", verb.head, verb.head,
                    "Après le sujet " + checker_.quoted(pronoun_.first) + ", conjuguez le verbe " +
                        checker_.quoted(verb.head) + ".",
                    std::move(suggestions));
}

/// vous qui travailler ici, nous qui vous aimé, ceux qui payé: after qui the verb is conjugated
void check_after_qui(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunks& chunks = checker.chunks();
    if (k == 0 || k + 1 >= chunks.size() || !text.is(chunks[k].first, word("qui"))) return;
    const Chunk& before = chunks[k - 1];
    const Chunk& verb = chunks[k + 1];
    if (!same_sentence(text, before.first, verb.first) || verb.first != chunks[k].last + 1U ||
        checker.reported(verb.head))
        return;
    const bool after_noun = before.kind == ChunkKind::noun_group && before.determined && !before.uncertain &&
                            only_participle(text, verb.first) && verb.first == verb.last;
    if (!after_noun &&
        !text.is_any(before.last, {word("vous"), word("nous"), word("moi"), word("toi"), word("celui"), word("celle"),
                                   word("ceux"), word("celles"), word("ce"), word("eux")}))
        return;
    // à vous qui parler: a question after a preposition
    if (!after_noun && k > 1 && same_sentence(text, chunks[k - 2].first, verb.first) &&
        chunks[k - 2].kind == ChunkKind::preposition)
        return;
    const bool infinitive = verb.kind == ChunkKind::infinitive && only_infinitive(text, verb.head);
    std::size_t head = verb.head;
    // the clitics of a participle stay alone
    while (head < verb.first + 3 && is_clitic(text, head)) ++head;
    const bool participle = !infinitive && can_be_participle(text, head) && text.lower(head).ends_with("é") &&
                            (only_participle(text, head) || head > verb.first);
    if (!infinitive && !participle) return;
    std::uint8_t persons = after_noun ? before.persons : person_of_antecedent(text, before.last);
    checker.report("pronoun-verb-form", head, head, "Après « qui », conjuguez le verbe " + checker.quoted(head) + ".",
                   checker.conjugated(head, persons, tense::present | tense::imperfect));
}

/// vous dite, si vous faite: the feminine participle is heard like the second person
void check_vous_dites(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const std::string_view form = text.lower(i + 1);
    if ((form != "dite" && form != "faite") || checker.reported(i + 1)) return;
    const bool clause =
        i == 0 || !same_sentence(text, i - 1, i) ||
        text.is_any(i - 1, {word("si"), word("que"), word("qu'"), word("quand"), word("comme"), word("et")});
    if (!clause) return;
    checker.report("pronoun-verb-form", i + 1, i + 1, "Avec « vous », ce verbe se termine par « -tes ».",
                   {std::string(form) + "s"});
}

/// elle porté un badge: no participle of the masculine stands after elle
void check_elle(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    const std::size_t k = i + 1;
    if (checker.reported(k) || !only_participle(text, k) || !text.lower(k).ends_with("é")) return;
    const bool start = i == 0 || !same_sentence(text, i - 1, i) || text[i - 1].boundary != Boundary::none ||
                       text.is_any(i - 1, {word("et"), word("mais"), word("que"), word("qu'"), word("puis")});
    if (!start) return;
    const std::uint8_t wanted = text.is(i, word("elle")) ? person::third_singular : person::third_plural;
    std::vector<std::string> suggestions = checker.conjugated(k, wanted, tense::imperfect);
    for (std::string& form : checker.conjugated(k, wanted, tense::present)) suggestions.push_back(std::move(form));
    checker.report("pronoun-verb-form", k, k,
                   "Après le sujet " + checker.quoted(i) + ", conjuguez le verbe " + checker.quoted(k) + ".",
                   std::move(suggestions));
}

}  // namespace

void check_pronoun_verb(Checker& checker) {
    for (const std::size_t i : checker.closed_words()) {
        if (checker.text().is(i, word("vous")) && same_sentence(checker.text(), i, i + 1)) check_vous_dites(checker, i);
        if (checker.text().is_any(i, {word("elle"), word("elles")}) && same_sentence(checker.text(), i, i + 1))
            check_elle(checker, i);
    }
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        const Chunk& chunk = checker.chunks()[k];
        if (chunk.kind == ChunkKind::relative) check_after_qui(checker, k);
        if (chunk.kind == ChunkKind::pronoun) PronounVerbRule(checker, k).run();
    }
}

}  // namespace relis::grammar

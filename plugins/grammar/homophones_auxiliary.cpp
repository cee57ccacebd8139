// The auxiliary of a pronominal verb: je m'avais habitué, il s'a trompé; and the ne that one does not hear: il y a pas.
#include "homophones.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class AuxiliaryCheck : public Homophones {
  public:
    using Homophones::Homophones;

    void pronominal(std::size_t k);
    void perfect(std::size_t k);
    void missing_ne(std::size_t i);

  private:
    [[nodiscard]] std::vector<std::string> forms_of_etre(std::size_t head, std::uint8_t persons,
                                                         std::uint16_t tenses) const;
};

std::vector<std::string> AuxiliaryCheck::forms_of_etre(std::size_t head, std::uint8_t persons,
                                                       std::uint16_t tenses) const {
    std::vector<std::string> result;
    for (const LemmaId lemma : text_.reader().lexicon().lemmas("être", verb)) {
        for (const std::uint16_t t : {tense::present, tense::imperfect, tense::future, tense::conditional,
                                      tense::past_historic, tense::subjunctive_present}) {
            if ((tenses & t) == 0) continue;
            for (std::string& form : checker_.forms(lemma, {t, persons, 0, 0, false}, text_.lower(head)))
                result.push_back(std::move(form));
        }
    }
    return result;
}

/// nous avons arrivés, elle a devenue impatiente: verbs that never build their perfect with avoir
void AuxiliaryCheck::perfect(std::size_t k) {
    const VerbGroup group = verb_group(text_, chunks_, k);
    if (!group.is_avoir || group.next == npos || !can_be_finite(text_, group.head) ||
        chunks_[k].last != chunks_[k].head)
        return;
    if (group.reflexive != npos || group.direct != npos || group.open_object != npos || group.dative != npos) return;
    if (!only_participle(text_, group.next) || checker_.reported(group.head)) return;
    if (object_follows(text_, chunks_, group.next)) return;  // elle a parti le moteur: another fault
    if (lower_is(group.next, {"partie", "parties", "venue", "venues"})) return;  // nous avons partie gagnée
    bool always = false;
    for (const Analysis& reading : text_.readings(group.next)) {
        const std::string_view lemma = text_.reader().lexicon().lemma(reading.lemma);
        for (const std::string_view item : {"arriver", "partir", "repartir", "venir", "revenir", "devenir", "rester",
                                            "naître", "mourir", "intervenir", "survenir", "parvenir"}) {
            always = always || lemma == item;
        }
    }
    if (!always || chunks_[k - 1].kind != ChunkKind::pronoun) return;
    std::uint8_t persons = 0;
    std::uint16_t tenses = 0;
    for (const Analysis& reading : text_.readings(group.head)) {
        if ((text_.reader().classes(reading.lemma) & lemma_class::avoir) == 0) continue;
        persons |= reading.features.persons;
        tenses |= reading.features.tenses & tense::personal;
    }
    // j'ai: the pronoun changes too
    if (text_.is(chunks_[k - 1].first, word("j'")) || persons == 0) return;
    std::vector<std::string> suggestions = forms_of_etre(group.head, persons, tenses);
    if (suggestions.empty() && checker_.wants_suggestions()) return;
    checker_.report("perfect-auxiliary", group.head, group.head,
                    "Le passé composé de ce verbe se forme avec « être », et non avec « avoir ».",
                    std::move(suggestions));
    checker_.leave_alone(group.next, group.next);
}

/// je m'y avais habitué, tu t'as trompé, nous nous avons assis
void AuxiliaryCheck::pronominal(std::size_t k) {
    const VerbGroup group = verb_group(text_, chunks_, k);
    if (!group.is_avoir || group.reflexive == npos || group.next == npos || !can_be_finite(text_, group.head)) return;
    if (!can_be_participle(text_, group.next) || group.direct != npos || group.dative != npos) return;
    std::uint8_t persons = 0;
    std::uint16_t tenses = 0;
    for (const Analysis& reading : text_.readings(group.head)) {
        if ((text_.reader().classes(reading.lemma) & lemma_class::avoir) == 0) continue;
        persons |= reading.features.persons;
        tenses |= reading.features.tenses & tense::personal;
    }
    if (chunks_[k - 1].kind == ChunkKind::pronoun) persons &= chunks_[k - 1].persons;
    if (persons == 0) return;
    std::vector<std::string> suggestions;
    const bool joined =
        group.reflexive + 1 == group.head && !text_.is_any(group.reflexive, {word("nous"), word("vous")});
    for (const LemmaId lemma : text_.reader().lexicon().lemmas("être", verb)) {
        for (const std::uint16_t t : {tense::present, tense::imperfect, tense::future, tense::conditional,
                                      tense::past_historic, tense::subjunctive_present}) {
            if ((tenses & t) == 0) continue;
            for (std::string& form : checker_.forms(lemma, {t, persons, 0, 0, false}, text_.lower(group.head))) {
                if (!joined) {
                    suggestions.push_back(std::move(form));
                    continue;
                }
                const bool vowel = form.front() == 'e' || form.starts_with("é") || form.starts_with("ê");
                std::string whole(1, text_.lower(group.reflexive).front());
                whole.append(vowel ? "'" : "e ").append(form);
                suggestions.push_back(std::move(whole));
            }
        }
    }
    if (suggestions.empty()) return;
    const std::size_t first = joined ? group.reflexive : group.head;
    std::string message = "Un verbe pronominal se conjugue avec « être » : « " + suggestions.front() + " ».";
    checker_.report("pronominal-auxiliary", first, group.head, std::move(message), std::move(suggestions));
}

/// il y a pas, il y avait aucun
void AuxiliaryCheck::missing_ne(std::size_t i) {
    if (!next_any(i, {word("y")}) || !here(i + 3) || !is_form_of(text_, i + 2, lemma_class::avoir) ||
        !can_be_finite(text_, i + 2) || !text_.can(i + 1, pronoun))
        return;
    if (!text_.is_any(i + 3, {word("pas"), word("jamais"), word("guère"), word("aucun"), word("aucune")})) return;
    if (lower_is(i + 4, {"mal"})) return;  // il y a pas mal de monde
    if (after_any(i, {word("qu'")}) && after_any(i - 1, {word("sans"), word("avant")}))
        return;  // sans qu'il y ait rien
    const std::string il = checker_.original(i, i);
    checker_.report("missing-ne", i, i + 1,
                    "La négation « " + checker_.original(i + 3, i + 3) + " » demande « ne » : « " + il + " n'y ».",
                    {il + " n'y"});
}

}  // namespace

void check_auxiliary_homophones(Checker& checker) {
    AuxiliaryCheck check(checker);
    for (std::size_t k = 1; k < checker.chunks().size(); ++k) {
        if (checker.chunks()[k].kind == ChunkKind::verb) {
            check.pronominal(k);
            check.perfect(k);
        }
    }
    for (const std::size_t i : checker.closed_words()) {
        if (checker.text().is(i, word("il")) && !checker.text()[i].enclitic) check.missing_ne(i);
    }
}

}  // namespace relis::grammar

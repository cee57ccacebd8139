// A participle or an adverb where only an infinitive, a finite verb or a noun is written: ceux trouver à la cave, très
// suivit, il avançait aveuglement; and the reverse: son aveuglément.
#include "category_repair.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class QualifierRepair : public CategoryRepair {
  public:
    using CategoryRepair::CategoryRepair;

    void run(std::size_t i) {
        if (text_[i].id != no_word) return closed_word(i);
        if (!open_word(i)) return;
        if (infinitive_in_er(i)) noun_infinitive(i);
        if (text_.only(i, noun)) accent_adjective(i);
        if (text_.lower(i).ends_with("ement")) adverb_demanded(i);
        if (text_.lower(i).ends_with("ément")) noun_in_ement(i);
    }

  private:
    void closed_word(std::size_t i) {
        if (text_.is_any(i, {word("très"), word("trop"), word("assez"), word("si")})) degree_noun(i);
        if (text_.is(i, word("très"))) return very(i);
        if (text_.is_any(i, {word("celui"), word("celle"), word("ceux"), word("celles")})) pronoun_infinitive(i);
    }
    void very(std::size_t i);
    void degree_noun(std::size_t i);
    void accent_adjective(std::size_t i);
    [[nodiscard]] std::vector<std::string> accented_adjectives(std::size_t i, AgreementSet wanted) const;
    void pronoun_infinitive(std::size_t i);
    void noun_infinitive(std::size_t i);
    void adverb_demanded(std::size_t i);
    void noun_in_ement(std::size_t i);
    [[nodiscard]] bool infinitive_in_er(std::size_t i) const {
        return here(i) && !text_[i].unknown && text_.lower(i).ends_with("er") && only_infinitive(text_, i);
    }
    [[nodiscard]] bool verb_follows(std::size_t k) const;
    [[nodiscard]] bool clause_has_verb(std::size_t k) const;
    [[nodiscard]] bool clause_has_any_verb(std::size_t k) const;
    [[nodiscard]] bool clause_starts(std::size_t k) const;
    void participle(std::size_t i, std::uint8_t genders, std::uint8_t numbers);
    [[nodiscard]] AgreementSet qualified(std::size_t i) const;
    /// The adverb or noun that differs in the vowel before -ment only: aveuglement, aveuglément.
    [[nodiscard]] std::string counterpart(std::string_view form, std::string_view ending,
                                          std::initializer_list<std::string_view> others, PartOfSpeech wanted) const;
};

void QualifierRepair::participle(std::size_t i, std::uint8_t genders, std::uint8_t numbers) {
    std::vector<std::string> found = checker_.participles(i, genders, numbers);
    if (found.empty()) return;
    repair("participle-demanded", i, "un participe passé", std::move(found));
}

/// What a qualifier after the degree adverb i belongs to.
AgreementSet QualifierRepair::qualified(std::size_t i) const {
    const std::size_t p = before(i);
    if (p == npos) return any_agreement;
    const std::size_t k = chunks_.of_token(p);
    if (chunks_[k].kind == ChunkKind::noun_group) return agreement_set(chunks_[k].genders, chunks_[k].numbers);
    if (chunks_[k].kind == ChunkKind::verb) {
        const Subject subject = find_subject(text_, chunks_, k);
        if (subject.found) return subject.nearest != 0 ? subject.nearest : subject.agreement;
    }
    return any_agreement;
}

/// très suivit, très habille, très importent, très concerner
void QualifierRepair::very(std::size_t i) {
    const std::size_t next = past_adverbs(i);
    if (next == npos || !open_word(next) || !text_.only(next, verb)) return;
    if (!infinitive_in_er(next) && !is_finite_only(next)) return;
    const AgreementSet wanted = qualified(i);
    std::vector<std::string> found;
    // importent: the adjective in -ant; else the participle of the verb itself
    if (!text_.lower(next).ends_with("ent")) found = checker_.participles(next, genders_of(wanted), numbers_of(wanted));
    if (found.empty()) found = qualifiers(next, wanted);
    if (found.empty()) found = qualifiers(next, any_agreement);
    if (found.empty()) found = checker_.participles(next, genders_of(wanted), numbers_of(wanted));
    if (!found.empty()) repair("participle-demanded", next, "un adjectif ou un participe", std::move(found));
}

/// Adjectives that differ from the noun i in an accent only: pale and pâle, mur and mûr, jeûne and jeune.
std::vector<std::string> QualifierRepair::accented_adjectives(std::size_t i, AgreementSet wanted) const {
    const auto bare = [](std::string form) {
        for (const auto& [marked, plain] : {std::pair{"â", "a"}, {"û", "u"}, {"î", "i"}, {"ô", "o"}, {"ê", "e"}}) {
            for (std::size_t at; (at = form.find(marked)) != std::string::npos;) form.replace(at, 2, plain);
        }
        return form;
    };
    const std::string own = bare(std::string(text_.lower(i)));
    std::vector<std::string> found = qualifiers(i, wanted);
    std::erase_if(found, [&](const std::string& form) { return bare(form) != own; });
    return found;
}

/// très pale, trop mur, assez jeûne
void QualifierRepair::degree_noun(std::size_t i) {
    const std::size_t next = i + 1;
    if (!open_word(next) || !text_.only(next, noun)) return;
    std::vector<std::string> found = accented_adjectives(next, any_agreement);
    if (!found.empty()) repair("adjective-demanded", next, "un adjectif", std::move(found));
}

/// elle est pale, des jeûnes filles, une lumière pale
void QualifierRepair::accent_adjective(std::size_t i) {
    const std::string_view form = text_.lower(i);
    if (form.size() > 8 || form.size() < 3) return;
    const std::size_t p = before(i);
    if (p == npos) return;
    AgreementSet wanted = 0;
    if (is_form_of(text_, p, lemma_class::etre) && ends(i)) {
        const Subject subject = find_subject(text_, chunks_, chunks_.of_token(p));
        if (subject.found) wanted = subject.agreement;
    } else if (text_.only(p, part(determiner) | part(numeral)) && noun_only(i + 1) && text_[i + 1].id == no_word &&
               !text_[i + 1].capital) {
        wanted = agreement(text_, i + 1, part(noun)) & agreement(text_, p, part(determiner) | part(numeral));
    } else if (noun_only(p) && before(p) != npos && text_.can(before(p), determiner) && ends(i)) {
        wanted = agreement(text_, p, part(noun));
    }
    if (wanted == 0) return;
    std::vector<std::string> found = accented_adjectives(i, wanted);
    if (!found.empty()) repair("adjective-demanded", i, "un adjectif", std::move(found));
}

/// ceux trouver à la cave
void QualifierRepair::pronoun_infinitive(std::size_t i) {
    const std::size_t next = past_adverbs(i);
    if (next == npos || text_[i].enclitic) return;
    // celui attaquait par les mites: celui needs qui before a verb
    const bool sounds = infinitive_in_er(next) || (is_finite_only(next) && heard(text_.lower(next)).ends_with("E") &&
                                                   text_.lower(next).ends_with("ait"));
    if (!sounds) return;
    const AgreementSet set = agreement(text_, i, part(pronoun));
    participle(next, genders_of(set), numbers_of(set));
}

/// A finite verb leads from chunk k on, past complements, without a subject of its own.
bool QualifierRepair::verb_follows(std::size_t k) const {
    for (std::size_t steps = 0; steps < 5; ++steps, ++k) {
        switch (chunks_[k].kind) {
            case ChunkKind::verb:
                return can_be_finite(text_, chunks_[k].head);
            case ChunkKind::preposition:
            case ChunkKind::noun_group:
            case ChunkKind::adverb:
                break;
            default:
                return false;
        }
    }
    return false;
}

bool QualifierRepair::clause_starts(std::size_t k) const {
    return k == 0 || !same_sentence(text_, chunks_[k - 1].first, chunks_[k].first) ||
           chunks_[k - 1].kind == ChunkKind::strong || chunks_[k - 1].kind == ChunkKind::subordinator ||
           (chunks_[k - 1].kind == ChunkKind::relative &&
            text_.is_any(chunks_[k - 1].first, {word("que"), word("qu'")}));
}

/// A verb, or what may govern an infinitive, stands in the sentence before chunk k.
bool QualifierRepair::clause_has_verb(std::size_t k) const {
    const std::size_t last = chunks_[k].first;
    while (k > 0 && same_sentence(text_, chunks_[k - 1].first, last)) {
        --k;
        if (chunks_[k].kind == ChunkKind::infinitive) return true;
        if (chunks_[k].kind == ChunkKind::verb || chunks_[k].kind == ChunkKind::participle) {
            constexpr std::uint32_t governs = lemma_class::causative | lemma_class::motion | lemma_class::modal;
            if (is_form_of(text_, chunks_[k].head, governs)) return true;
        }
        if (chunks_[k].kind == ChunkKind::strong) return false;
    }
    return false;
}

/// Any verb stands before chunk k, back to a strong mark, or a word that may ask for an infinitive.
bool QualifierRepair::clause_has_any_verb(std::size_t k) const {
    const std::size_t last = chunks_[k].first;
    while (k > 0 && same_sentence(text_, chunks_[k - 1].first, last)) {
        --k;
        if (chunks_[k].kind == ChunkKind::strong) return false;
        if (chunks_[k].kind != ChunkKind::noun_group && chunks_[k].kind != ChunkKind::comma &&
            chunks_[k].kind != ChunkKind::participle)
            return true;
    }
    return false;
}

/// mon pantalon repriser me grattait, un plat préparer par le chef
void QualifierRepair::noun_infinitive(std::size_t i) {
    std::size_t p = before(i);
    for (int steps = 0; steps < 3 && p != npos && is_inner_adverb(text_, p); ++steps) p = before(p);
    if (p == npos) return;
    const std::size_t group = chunks_.of_token(p);
    const Chunk& chunk = chunks_[group];
    if (chunk.kind != ChunkKind::noun_group || chunk.last != p || !text_.can(chunk.head, noun) ||
        text_[chunk.head].capital)
        return;
    if (chunk.first == chunk.last && !(ends(i) && text_.only(chunk.head, noun))) return;
    const std::size_t own = chunks_.of_token(i);
    if (chunks_[own].first != i) return;  // with a clitic
    for (const std::string_view named : {"verbe", "mot", "bouton", "touche", "option", "fonction", "onglet", "menu",
                                         "icône", "étape", "case", "rubrique", "lien", "page", "mode", "commande"}) {
        if (text_.lower(chunk.head) == named) return;  // le bouton payer: named by an infinitive
    }
    const bool leads_verb = clause_starts(group) && chunk.determined && verb_follows(own + 1);
    const bool agent = next_any(i, {word("par")}) && !clause_has_verb(group) && here(i + 2) &&
                       (determiner_at(i + 2) || text_[i + 2].capital) && text_.lower(i) != "passer" &&
                       text_.lower(i) != "commencer" && text_.lower(i) != "terminer" && text_.lower(i) != "entrer";
    // serviettes trouer, rideau arracher: notes without a verb
    const bool note = ends(i) && text_.only(chunk.head, noun) && !text_[chunk.head].unknown && !chunk.uncertain &&
                      text_.lower(chunk.head).size() > 4 && !clause_has_any_verb(group) && text_.lower(i) != "manger" &&
                      (group == 0 || chunks_[group - 1].kind != ChunkKind::preposition);
    if (!leads_verb && !agent && !note) return;
    const AgreementSet set = agreement(text_, chunk.head, part(noun));
    const std::uint8_t numbers = chunk.numbers & numbers_of(set);
    participle(i, genders_of(set), numbers != 0 ? numbers : numbers_of(set));
}

std::string QualifierRepair::counterpart(std::string_view form, std::string_view ending,
                                         std::initializer_list<std::string_view> others, PartOfSpeech wanted) const {
    const std::string_view stem = form.substr(0, form.size() - ending.size());
    for (const std::string_view other : others) {
        std::string candidate = std::string(stem) + std::string(other);
        if (text_.reader().lexicon().lookup(candidate).any(wanted)) return candidate;
    }
    return {};
}

/// il avançait aveuglement, vous avez forcement raison, évidement
void QualifierRepair::adverb_demanded(std::size_t i) {
    if (!text_.only(i, noun)) return;
    const std::string found = counterpart(text_.lower(i), "ement", {"ément", "emment", "amment"}, adverb);
    if (found.empty()) return;
    const std::size_t p = before(i);
    bool free = false;
    if (p == npos) {
        free = ends(i) ? text_[i + 1].boundary == Boundary::comma : here(i + 1) && is_subject_pronoun(text_, i + 1);
    } else if (text_.can(p, part(determiner) | part(adjective) | part(preposition) | part(numeral))) {
        free = text_.only(p, preposition) && here(i + 1) && can_be_infinitive(text_, i + 1);
    } else if (text_.only(p, verb) || text_.only(p, adverb) || text_[p].enclitic) {
        free = true;
    } else if (text_.can(p, noun)) {
        free = here(i + 1) && adjectival(text_, i + 1);
    }
    if (free) repair("adverb-demanded", i, "un adverbe", {found});
}

/// son aveuglément
void QualifierRepair::noun_in_ement(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !text_.only(i, adverb)) return;
    if (!sure_determiner(p) && !text_.is_any(p, {word("l'"), word("le"), word("la")})) return;
    const std::string found = counterpart(text_.lower(i), "ément", {"ement"}, noun);
    if (found.empty()) return;
    const bool qualifies =
        here(i + 1) && !text_.can(i + 1, preposition) &&
        (text_.can(i + 1, part(adjective) | part(noun) | part(adverb)) || can_be_participle(text_, i + 1));
    if (!qualifies) repair("noun-demanded", i, "un nom", {found});
}

}  // namespace

void check_qualifiers_demanded(Checker& checker) {
    QualifierRepair check(checker);
    for (std::size_t i = 0; i < checker.text().size(); ++i) {
        if (!checker.reported(i)) check.run(i);
    }
}

}  // namespace relis::grammar

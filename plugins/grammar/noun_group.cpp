// Agreement inside the noun group: determiner, adjectives, noun, adjectives after it.
#include <array>

#include "determiner_forms.h"
#include "phrases.h"
#include "rules.h"
#include "subject.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

/// A member of a noun group with what its form allows.
struct Member {
    std::size_t token = 0;
    AgreementSet set = any_agreement;
    bool is_determiner = false;
    bool is_head = false;
    bool after_head = false;
};

constexpr std::size_t max_members = 8;

struct Members {
    std::array<Member, max_members> list{};
    std::size_t count = 0;
    void add(const Member& member) {
        if (count < max_members) list[count++] = member;
    }
    [[nodiscard]] const Member* begin() const { return list.data(); }
    [[nodiscard]] const Member* end() const { return list.data() + count; }
};

class NounGroupRule {
  public:
    NounGroupRule(Checker& checker, std::size_t k)
        : checker_(checker), text_(checker.text()), chunk_(checker.chunks()[k]), k_(k) {}

    void run() {
        if (chunk_.uncertain && !chunk_.determined) return;
        collect();
        if (members_.count < 2) return;
        // les premier et deuxième trimestres
        if (!chunk_.determined && k_ > 0 && checker_.chunks()[k_ - 1].kind == ChunkKind::coordination) return;
        for (std::size_t i = chunk_.first; i <= chunk_.last; ++i) {
            if (checker_.reported(i)) return;
        }
        const std::size_t after = chunk_.last + 1U;
        if (after < text_.size() && same_sentence(text_, chunk_.last, after)) {
            // le ou la, patron/ne, vos nom et prénom, les premier et deuxième
            if (text_.token(after).kind == language::TokenKind::symbol || text_.is(after, word("/"))) return;
            const bool joined = text_.is_any(after, {word("et"), word("ou")}) && after + 1 < text_.size();
            if (joined && !is_determiner(text_, after + 1) &&
                text_.can(after + 1, part(noun) | part(adjective) | part(numeral)) && chunk_.head == chunk_.last) {
                const AgreementSet head = agreement(text_, chunk_.head, part(noun) | part(adjective));
                if ((numbers_of(head) & number::plural) == 0) return;
            }
        }
        if (chunk_.first > 1 && text_.is(chunk_.first - 1U, word("ou")) && is_determiner(text_, chunk_.first - 2U))
            return;
        if (text_.token(chunk_.first).kind == language::TokenKind::number) {
            for (const std::string_view street :
                 {"rue", "avenue", "boulevard", "chemin", "place", "route", "allée", "rang", "quai", "cours"}) {
                if (text_.lower(chunk_.head) == street) return;
            }
        }
        AgreementSet all = any_agreement;
        for (const Member& member : members_) all &= member.set;
        if (all != 0) return;
        decide_target();
        if (target_gender_ == 0 || target_number_ == 0) return;
        const AgreementSet target = agreement_set(target_gender_, target_number_);
        for (const Member& member : members_) {
            // without a determiner nothing says that the noun is the one to change
            const bool bare_head =
                member.is_head && !members_.list[0].is_determiner && !text_.can(members_.list[0].token, numeral);
            if ((member.set & target) == 0 && !bare_head) report(member);
        }
    }

  private:
    void collect();
    void collect_determiners(std::size_t& i);
    void collect_before(std::size_t i);
    void collect_after();
    void decide_target();
    void report(const Member& member);
    /// A preposition stands before the group or in its first word.
    [[nodiscard]] bool is_preposition_group() const {
        return text_.is_any(chunk_.first, {word("au"), word("aux"), word("du")}) ||
               (k_ > 0 && checker_.chunks()[k_ - 1].kind == ChunkKind::preposition);
    }
    [[nodiscard]] bool may_attach_elsewhere(const Member& member) const;

    Checker& checker_;
    const ReadText& text_;
    const Chunk& chunk_;
    std::size_t k_;
    Members members_;
    std::uint8_t target_gender_ = 0;
    std::uint8_t target_number_ = 0;
};

bool is_euphonic_possessive(const ReadText& text, std::size_t i) {
    return text.is_any(i, {word("mon"), word("ton"), word("son")});
}

void NounGroupRule::collect_determiners(std::size_t& i) {
    for (; i <= chunk_.last && is_determiner(text_, i); ++i) {
        if (i == chunk_.head) return;
        if (!text_.only(i, part(determiner) | part(preposition)) &&
            !text_.is_any(i, {word("un"), word("une"), word("aucun"), word("aucune"), word("certains"),
                              word("plusieurs"), word("certaines"), word("quelque"), word("nul"), word("nulle"),
                              word("toutes"), word("toute"), word("différents"), word("différentes")})) {
            continue;
        }
        const bool before_noun =
            i + 1 == chunk_.head && text_.is_any(i, {word("toute"), word("toutes")}) && text_.can(i + 1, noun);
        if (!before_noun && text_.is_any(i, {word("tout"), word("toute"), word("toutes"), word("tous")})) continue;
        const bool last_determiner = i < chunk_.last && !is_determiner(text_, i + 1);
        AgreementSet set = agreement(text_, i, part(determiner));
        if (is_euphonic_possessive(text_, i) && last_determiner && !text_[i + 1].unknown &&
            !begins_with_vowel(text_, i + 1)) {
            set = agreement_set(gender::masculine, number::singular);
        }
        // quelque trente clients, quelque part
        if (text_.is(i, word("quelque")) && i < chunk_.last && text_.can(i + 1, numeral)) continue;
        // a figure or a name after a singular article is a label: le 12, la 4 portes
        if (i < chunk_.last && text_.can(i + 1, numeral)) {
            if ((numbers_of(set) & number::plural) == 0) set = agreement_set(gender::any, number::any);
        }
        members_.add({i, set, true, false, false});
    }
}

void NounGroupRule::collect_before(std::size_t i) {
    for (; i < chunk_.head; ++i) {
        if (text_.can(i, numeral)) {
            const bool label =
                i > chunk_.first &&
                (numbers_of(members_.count > 0 ? members_.list[members_.count - 1].set : any_agreement) == number::any);
            if (text_.token(i).kind == language::TokenKind::number && label && members_.count > 0) continue;
            members_.add({i, agreement(text_, i, part(numeral)), false, false, false});
            continue;
        }
        const bool same = text_.is_any(i, {word("même"), word("mêmes"), word("autre"), word("autres")});
        if (!same && text_.can(i, part(adverb) | part(preposition) | part(determiner))) continue;
        const AgreementSet set = agreement(text_, i, part(adjective) | part(verb));
        if (set != 0) members_.add({i, set, false, false, false});
    }
}

void NounGroupRule::collect_after() {
    bool other_noun = false;
    bool joined = false;
    if (text_.can(chunk_.head, numeral)) return;
    const std::uint32_t head_classes = text_.classes(chunk_.head, part(noun));
    if ((head_classes & (lemma_class::time | lemma_class::quantity)) != 0 &&
        !text_.is_any(chunk_.first, {word("le"), word("la"), word("l'"), word("les")}) &&
        !(k_ > 0 && text_.is_any(chunk_.first - 1U, {word("sous"), word("dans"), word("de")}))) {
        return;  // passer quelques secondes pensif, un moment habitée
    }
    for (std::size_t i = chunk_.head + 1U; i <= chunk_.last; ++i) {
        if (const std::size_t phrase = adverb_phrase(text_, i)) {
            i += phrase - 1;
            continue;
        }
        if (text_.is_any(i, {word("et"), word("ou"), word("mais")})) {
            joined = true;
            continue;
        }
        // voisin, public, jeune: adjectives that are nouns too, but no client, clé, station
        const bool both =
            text_.can(i, adjective) && text_.only(i, part(adjective) | part(noun)) && !text_[i].unknown &&
            ((i == chunk_.head + 1U && i == chunk_.last) || (i > chunk_.head + 1U && text_.can(i - 1, adverb))) &&
            (text_.classes(i, part(noun)) & (lemma_class::attributive_noun | lemma_class::invariable_colour)) == 0 &&
            ((text_.classes(i, part(adjective)) & lemma_class::colour) == 0 || i + 1 >= text_.size() ||
             text_[i + 1].boundary != Boundary::none || text_.is_any(i + 1, {word("et"), word("ou")}));
        if (!only_qualifier(text_, i) && !both) {
            if (text_.can(i, part(noun) | part(proper_noun)) && !text_.is(i, word("même"))) other_noun = true;
            continue;
        }
        if (i == chunk_.last && i + 2 < text_.size() && text_[i + 1].boundary == Boundary::comma &&
            adjectival(text_, i + 2)) {
            continue;  // les couleurs rouge, jaune et verte
        }
        const bool leads_noun = (text_.classes(i, part(adjective)) & lemma_class::before_noun) != 0 &&
                                i + 1 < text_.size() && same_sentence(text_, i, i + 1) && text_.can(i + 1, noun);
        if (leads_noun || text_.is(i - 1, word("si"))) continue;  // frappes longue distance, si nécessaire
        const bool capitals = text_[i].capital || text_.token(i).letter_case == language::LetterCase::all_capitals;
        if (capitals || other_noun ||
            text_.is_any(i, {word("possible"), word("demi"), word("demie"), word("compris"), word("passé"),
                             word("seul"), word("excepté"), word("vu")}))
            continue;
        const std::uint32_t classes = text_.classes(i, part(adjective));
        if ((classes & (lemma_class::colour | lemma_class::invariable_colour)) != 0 && i < chunk_.last &&
            !text_.is_any(i + 1, {word("et"), word("ou")})) {
            return;  // bleu clair, vert bouteille
        }
        const bool next_joins = i < chunk_.last && text_.is_any(i + 1, {word("et"), word("ou")});
        if (joined || next_joins) {
            // les secteurs public et privé
            const AgreementSet set = agreement(text_, i, part(adjective) | part(verb));
            const AgreementSet widened =
                (numbers_of(set) & number::plural) != 0 ? set : agreement_set(genders_of(set), number::any);
            members_.add({i, widened, false, false, true});
            continue;
        }
        members_.add({i, agreement(text_, i, part(adjective) | part(verb)), false, false, true});
    }
}

void NounGroupRule::collect() {
    std::size_t i = chunk_.first;
    collect_determiners(i);
    if (chunk_.head > chunk_.last || i > chunk_.head) return;
    collect_before(i);
    AgreementSet head = agreement(text_, chunk_.head, part(noun) | part(proper_noun) | part(title));
    head |= agreement(text_, chunk_.head,
                      head == 0 ? Parts(part(adjective) | part(verb) | part(numeral)) : part(adjective));
    if ((text_.classes(chunk_.head, part(noun)) & lemma_class::any_gender_person) != 0) {
        head = agreement_set(gender::any, numbers_of(head));
    }
    if ((text_.classes(chunk_.head, part(noun)) & lemma_class::month) != 0) return;
    const bool nameless = text_.only(chunk_.head, proper_noun) || text_[chunk_.head].capital;
    if (text_.lower(chunk_.head).starts_with("numéro") && text_.is(chunk_.first, word("la"))) return;
    if ((text_.tenses(chunk_.head) & tense::present_participle) != 0 && !text_.can(chunk_.head, noun))
        return;  // certaines saisissant
    if (nameless || text_[chunk_.head].id == word("gens")) head = any_agreement;
    members_.add({chunk_.head, head, false, true, false});
    // avoir l'air content
    if (text_.is_any(chunk_.head,
                     {word("air"), word("chose"), word("fois"), word("gens"), word("personne"), word("rien")}))
        return;
    collect_after();
}

void NounGroupRule::decide_target() {
    double singular = 0;
    double plural = 0;
    std::uint8_t genders = gender::any;
    for (const Member& member : members_) {
        const std::uint8_t numbers = numbers_of(member.set);
        const bool bare = !members_.list[0].is_determiner && !text_.can(members_.list[0].token, numeral);
        double weight = member.is_head && bare ? 9 : member.is_determiner ? 1.6 : member.is_head ? 1.5 : 1.0;
        if (text_.can(member.token, numeral) && !member.is_head) weight = 4;
        if (member.is_determiner && text_.is_any(member.token, {word("leur"), word("leurs"), word("quelque")}))
            weight = 0.7;
        if (member.is_determiner && text_.is_any(member.token, {word("chaque"), word("plusieurs")})) weight = 4;
        if (numbers == number::singular) singular += weight;
        if (numbers == number::plural) plural += weight;
        if (member.is_head && genders_of(member.set) != gender::any) genders = genders_of(member.set);
    }
    target_number_ = singular == 0 && plural == 0 ? number::any : plural > singular ? number::plural : number::singular;
    if (genders == gender::any) {
        // the noun leaves its gender open: the determiner says it, else the adjectives
        for (const Member& member : members_) {
            const std::uint8_t own = genders_of(member.set);
            if (own != gender::any && genders == gender::any) genders = own;
        }
    } else {
        // a person's noun exists in both genders: the majority decides
        int against = 0;
        int with = 0;
        for (const Member& member : members_) {
            const std::uint8_t own = genders_of(member.set);
            if (own == gender::any || member.is_head) continue;
            ++(own == genders ? with : against);
        }
        const auto other = static_cast<std::uint8_t>(gender::any ^ genders);
        if (against > 1 && with == 0 && !checker_.inflected(chunk_.head, other, target_number_).empty())
            genders = other;
    }
    target_gender_ = genders;
}

/// An adjective after the noun may belong to a noun before: un verre d'eau plein, une jupe et un pull noirs.
bool NounGroupRule::may_attach_elsewhere(const Member& member) const {
    if (!member.after_head) return false;
    const Chunks& chunks = checker_.chunks();
    // est en ce sens utile, ont avec constance démontré: the verb before the complement is meant
    std::size_t verb = k_;
    for (int steps = 0; steps < 5 && verb > 0 && same_sentence(text_, chunks[verb - 1].first, chunk_.first); ++steps) {
        --verb;
        const ChunkKind kind = chunks[verb].kind;
        if (kind == ChunkKind::verb) {
            if (k_ > 0 && verb + 1 == k_ && chunk_.determined && !is_preposition_group()) break;
            const bool auxiliary =
                is_form_of(text_, chunks[verb].head, lemma_class::avoir) && can_be_participle(text_, member.token);
            if (auxiliary) return true;
            if (!is_form_of(text_, chunks[verb].head, lemma_class::copula)) break;
            const Subject subject = find_subject(text_, chunks, verb);
            return !subject.found || (member.set & subject.agreement) != 0;
        }
        if (kind != ChunkKind::noun_group && kind != ChunkKind::preposition && kind != ChunkKind::adverb) break;
    }
    std::size_t k = k_;
    for (int steps = 0; steps < 4 && k >= 1; ++steps) {
        const bool contracted = text_.is_any(chunks[k].first, {word("du"), word("des"), word("au"), word("aux")});
        std::size_t before = k - 1;
        bool coordinated = false;
        if (chunks[before].kind == ChunkKind::preposition) {
            if (before == 0 ||
                !text_.is_any(chunks[before].first, {word("de"), word("d'"), word("à"), word("en"), word("sans")}))
                return false;
            --before;
        } else if (chunks[before].kind == ChunkKind::coordination || chunks[before].kind == ChunkKind::comma) {
            if (before == 0) return false;
            coordinated = true;
            --before;
        } else if (!contracted) {
            return false;
        }
        if (chunks[before].kind == ChunkKind::coordination && (numbers_of(member.set) & number::plural) != 0)
            return true;
        if (chunks[before].kind != ChunkKind::noun_group)
            return coordinated && chunks[before].kind != ChunkKind::verb && steps > 0;
        if (coordinated && (numbers_of(member.set) & number::plural) != 0) return true;
        if ((member.set & agreement_set(chunks[before].genders, chunks[before].numbers)) != 0 && !coordinated)
            return true;
        k = before;
    }
    return false;
}

void NounGroupRule::report(const Member& member) {
    if (may_attach_elsewhere(member)) return;
    const std::uint8_t own_numbers = numbers_of(member.set);
    const bool number_fault = (own_numbers & target_number_) == 0;
    const std::string_view rule = number_fault ? "noun-group-number" : "noun-group-gender";
    std::vector<std::string> suggestions;
    if (member.is_determiner) {
        const std::uint8_t g = (target_gender_ & gender::masculine) != 0 ? gender::masculine : gender::feminine;
        const std::uint8_t n = target_number_ == number::plural ? number::plural : number::singular;
        std::string form = determiner_for(text_[member.token].id, g, n, text_, member.token + 1);
        if (text_.is_any(member.token, {word("leur"), word("leurs")}) && chunk_.head == member.token + 1U) {
            // either may be meant: leur client, leurs clients
            const std::uint8_t other = n == number::plural ? number::singular : number::plural;
            suggestions.push_back(form + " " + checker_.original(chunk_.head, chunk_.head));
            for (const std::string& noun_form : checker_.inflected(
                     chunk_.head, genders_of(agreement(text_, chunk_.head, part(noun) | part(adjective))), other)) {
                suggestions.push_back(determiner_for(text_[member.token].id, g, other, text_, member.token + 1) + " " +
                                      noun_form);
            }
            checker_.report(rule, member.token, chunk_.head,
                            "« Leur » et le nom qui suit s'accordent en nombre : " +
                                checker_.quoted(member.token, chunk_.head) + ".",
                            std::move(suggestions));
            return;
        }
        if (!form.empty()) suggestions.push_back(std::move(form));
    } else {
        suggestions = checker_.inflected(member.token, target_gender_, target_number_);
        if (suggestions.empty() && member.is_head) return;  // plurale tantum, symbol, foreign noun
    }
    const std::string what = number_fault ? (target_number_ == number::plural ? "au pluriel" : "au singulier")
                                          : (target_gender_ == gender::feminine ? "au féminin" : "au masculin");
    std::string message = "Accord dans le groupe " + checker_.quoted(chunk_.first, chunk_.last) + " : mettez " +
                          checker_.quoted(member.token) + " " + what + ".";
    checker_.report(rule, member.token, member.token, std::move(message), std::move(suggestions));
}

/// seul vos efforts, seules ces femmes: seul agrees with the group that it introduces
void check_seul(Checker& checker, std::size_t k) {
    const ReadText& text = checker.text();
    const Chunk& chunk = checker.chunks()[k];
    if (chunk.first == 0 || !chunk.determined || chunk.uncertain || chunk.faulty || chunk.last == chunk.first) return;
    const std::size_t i = chunk.first - 1U;
    if (!same_sentence(text, i, chunk.first) || checker.reported(i) ||
        !text.is_any(i, {word("seul"), word("seule"), word("seuls"), word("seules")}))
        return;
    if (text.is_any(chunk.first, {word("du"), word("au"), word("aux")})) return;
    if (i > 0 && same_sentence(text, i - 1, i) && text[i - 1].boundary == Boundary::none &&
        !text.can(i - 1, conjunction))
        return;
    if ((text.classes(chunk.head, part(noun)) & lemma_class::time) != 0) return;
    if (chunk.last + 1U < text.size() && text.is_any(chunk.last + 1U, {word("et"), word("ou"), word(",")})) return;
    const AgreementSet wanted = agreement_set(chunk.genders, chunk.numbers);
    if ((agreement(text, i, part(adjective) | part(noun)) & wanted) != 0) return;
    checker.report("noun-group-number", i, i,
                   checker.quoted(i) + " s'accorde avec " + checker.quoted(chunk.first, chunk.last) + ".",
                   checker.inflected(i, chunk.genders, chunk.numbers));
}

}  // namespace

void check_noun_groups(Checker& checker) {
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        if (checker.chunks()[k].kind != ChunkKind::noun_group) continue;
        NounGroupRule(checker, k).run();
        check_seul(checker, k);
    }
}

}  // namespace relis::grammar

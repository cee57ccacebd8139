// Homophones of être and avoir where a clause has been begun and still wants its verb, or has it already: the subject
// that waits at the start of a clause, the participle after « et à », the second clause after « est ».
// a/à, et/est, on/ont, son/sont, ces/c'est, ni/n'y.
#include <array>

#include "homophones.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

class StatementHomophones : public Homophones {
  public:
    using Homophones::Homophones;

    void run(std::size_t i) {
        switch (text_[i].id) {
            case word("à"):
                return a_grave(i);
            case word("a"):
                return a_verb(i);
            case word("et"):
                return et(i);
            case word("est"):
                return est(i);
            case word("on"):
                return on(i);
            case word("ont"):
                return ont(i);
            case word("son"):
                return son(i);
            case word("sont"):
                return sont(i);
            case word("ces"):
            case word("ses"):
                return ces(i);
            case word("c'"):
                return c_es(i);
            case word("n'"):
                return n_y(i);
            case word("ni"):
                return ni(i);
            default:
                return;
        }
    }

  private:
    void a_grave(std::size_t i);
    void a_verb(std::size_t i);
    void et(std::size_t i);
    void est(std::size_t i);
    void on(std::size_t i);
    void ont(std::size_t i);
    void son(std::size_t i);
    void sont(std::size_t i);
    void ces(std::size_t i);
    void c_es(std::size_t i);
    void n_y(std::size_t i);
    void ni(std::size_t i);

    /// What an adjective or past participle at i may agree with, whatever the context has removed.
    [[nodiscard]] AgreementSet qualifies(std::size_t i) const {
        AgreementSet set = 0;
        if (!here(i) || text_[i].unknown) return set;
        for (const Analysis& analysis : text_.all_analyses(i)) {
            if (is_qualifier(analysis.features)) set |= agreement(analysis.features);
        }
        return set;
    }
    [[nodiscard]] AgreementSet names(std::size_t i) const {
        AgreementSet set = 0;
        if (!here(i) || text_[i].unknown) return set;
        for (const Analysis& analysis : text_.all_analyses(i)) {
            if (analysis.features.part == noun) set |= agreement(analysis.features);
        }
        return set;
    }
    [[nodiscard]] bool could_be_infinitive(std::size_t i) const {
        for (const Analysis& analysis : text_.all_analyses(i)) {
            if (is_infinitive(analysis.features)) return true;
        }
        return false;
    }
    /// First token after i that is no word of degree, negation or manner: also mal, tout, tous, which may be more.
    [[nodiscard]] std::size_t past_degrees(std::size_t i) const {
        std::size_t k = i + 1;
        if (here(k) && text_[k].phrase > 1) k += text_[k].phrase;  // tout de suite
        while (here(k) && k < i + 4 &&
               (is_inner_adverb(text_, k) || text_.only(k, adverb) ||
                text_.is_any(k, {word("tout"), word("tous"), word("mal"), word("bien"), word("rien")})))
            ++k;
        return here(k) ? k : npos;
    }
    /// A noun group with a definite determiner that alone begins the clause ending at token i - 1; npos otherwise.
    [[nodiscard]] std::size_t opening_group(std::size_t i) const {
        const std::size_t p = before(i);
        if (p == npos || checker_.reported(p)) return npos;
        const std::size_t k = chunks_.of_token(p);
        const Chunk& group = chunks_[k];
        if (group.kind != ChunkKind::noun_group || group.last != p) return npos;
        const bool everything = text_.is(p, word("tout")) && group.first == p;
        if (!everything &&
            (!group.determined ||
             !text_.is_any(group.first,
                           {word("le"), word("la"), word("l'"), word("les"), word("mon"), word("ma"), word("mes"),
                            word("notre"), word("nos"), word("votre"), word("vos"), word("ce"), word("cet"),
                            word("cette"), word("ces"), word("son"), word("sa"), word("ses"), word("leur")})))
            return npos;
        if (is_time(group.head)) return npos;
        if (k == 0 || !same_sentence(text_, chunks_[k - 1].first, i)) return k;
        const Chunk& left = chunks_[k - 1];
        if (left.kind == ChunkKind::strong || left.kind == ChunkKind::subordinator) return k;
        if (left.kind == ChunkKind::coordination)
            return text_.is_any(left.first, {word("mais"), word("car"), word("donc")}) ? k : npos;
        return left.kind == ChunkKind::comma && after_subordinate(k - 1) ? k : npos;
    }
    /// The clause before the comma chunks_[comma] began with quoique, si, comme, quand and has its verb.
    [[nodiscard]] bool after_subordinate(std::size_t comma) const {
        bool verb_seen = false;
        for (std::size_t k = comma; k > 0 && k + 12 > comma; --k) {
            const Chunk& chunk = chunks_[k - 1];
            if (!same_sentence(text_, chunk.first, chunks_[comma].first) || chunk.kind == ChunkKind::comma)
                return false;
            if (chunk.kind == ChunkKind::verb) verb_seen = true;
            if (chunk.kind == ChunkKind::subordinator) {
                const bool begins = k < 2 || !same_sentence(text_, chunks_[k - 2].first, chunk.first);
                return verb_seen && begins;
            }
        }
        return false;
    }
    [[nodiscard]] bool is_time(std::size_t i) const {
        return (text_.classes(i, part(noun)) & (lemma_class::time | lemma_class::month)) != 0 ||
               lower_is_word(
                   i, {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "midi", "soir", "matin",
                       "après-midi", "week-end", "nuit", "début", "fin", "retour", "arrivée"});
    }
    [[nodiscard]] bool lower_is_word(std::size_t i, std::initializer_list<std::string_view> forms) const {
        for (const std::string_view form : forms) {
            if (text_.lower(i) == form) return true;
        }
        return false;
    }
    /// No finite verb stands between i and the strong mark, comma or conjunction that ends its clause.
    [[nodiscard]] bool without_verb_after(std::size_t i) const {
        for (std::size_t k = i + 1; k < text_.size() && same_sentence(text_, i, k) && k < i + 25; ++k) {
            if (text_[k].boundary != Boundary::none) return true;
            const ChunkKind kind = chunks_[chunks_.of_token(k)].kind;
            if (kind == ChunkKind::relative || kind == ChunkKind::subordinator) return true;
            if (text_.is_any(k, {word("mais"), word("car"), word("donc")})) return true;
            if (can_be_finite(text_, k) && !text_.can(k, part(noun) | part(adjective) | part(preposition)))
                return false;
            if (kind == ChunkKind::verb) return false;
        }
        return true;
    }
    /// The clause before the conjunction at c has a verb in a compound past of the third person singular.
    [[nodiscard]] bool compound_before(std::size_t c) const {
        for (std::size_t k = c; k > 0 && k + 14 > c && same_sentence(text_, k - 1, c); --k) {
            const std::size_t verb_token = k - 1;
            if (text_[verb_token].boundary == Boundary::strong) return false;
            const ChunkKind kind = chunks_[chunks_.of_token(verb_token)].kind;
            if (kind == ChunkKind::relative || kind == ChunkKind::subordinator) return false;
            if (!text_.is_any(verb_token, {word("a"), word("est"), word("avait"), word("était")})) continue;
            const std::size_t next = past_degrees(verb_token);
            return next != npos && next < c && (could_be_participle(next) || could_be_infinitive(next));
        }
        return false;
    }
    /// The sentence has a finite verb before token i, at any distance, whose subject is a pronoun.
    [[nodiscard]] bool pronoun_clause_before(std::size_t i) const {
        for (std::size_t k = chunks_.of_token(i); k > 1 && same_sentence(text_, chunks_[k - 1].first, i); --k) {
            const ChunkKind kind = chunks_[k - 1].kind;
            if (kind == ChunkKind::verb) {
                if (chunks_[k - 2].kind != ChunkKind::pronoun) return false;
                return k == 2 || !same_sentence(text_, chunks_[k - 3].first, i) ||
                       chunks_[k - 3].kind == ChunkKind::strong || chunks_[k - 3].kind == ChunkKind::comma;
            }
            if (kind != ChunkKind::noun_group && kind != ChunkKind::adverb && kind != ChunkKind::participle &&
                kind != ChunkKind::preposition)
                return false;
        }
        return false;
    }
};

/// mon fils à une allergie, la gérante à tout expliqué, il s'est levé et à quitté la salle
void StatementHomophones::a_grave(std::size_t i) {
    if (!here(i + 1)) return;
    const std::size_t next = past_degrees(i);
    if (next == npos || text_.is_any(i + 1, {word("peu")})) return;
    const bool participle = could_be_participle(next) && !could_be_infinitive(next);
    const bool object_behind = determiner_at(next + 1) || (ends(next) && next > i + 1) ||
                               (here(next + 1) && is_clitic(text_, next + 1) && can_be_infinitive(text_, next + 2));
    const std::size_t p = before(i);
    if (participle && p != npos && text_.is(p, word("elle")) && after_subject_pronoun(i) &&
        !text_.can(next, part(pronoun) | part(determiner)) &&
        (next > i + 1 || determiner_at(next + 1) || names(next) == 0))
        return confuse("homophone-a", i, "a");
    if (participle && p != npos && text_.is_any(p, {word("et"), word("puis"), word("mais")}) &&
        (names(next) == 0 || determiner_at(next + 1) ||
         (ends(next) && !lower_is_word(next, {"découvert", "point", "crédit", "part"}))) &&
        compound_before(p))
        return confuse("homophone-a", i, "a");
    // la serveuse, débordée, à oublié le pain
    if (participle && p == npos && i > 3 && same_sentence(text_, i - 1, i) && text_.is(i - 1, word(",")) &&
        (names(next) == 0 || determiner_at(next + 1))) {
        const std::size_t inside = chunks_.of_token(i - 2);
        const bool enclosed = chunks_[inside].kind == ChunkKind::participle && inside > 1 &&
                              chunks_[inside - 1].kind == ChunkKind::comma &&
                              opening_group(chunks_[inside - 1].first) != npos;
        if (enclosed) return confuse("homophone-a", i, "a");
    }
    const std::size_t k = opening_group(i);
    if (k == npos || (chunks_[k].numbers & number::singular) == 0 || text_.is(p, word("tout"))) return;
    if (participle && (names(next) == 0 || object_behind) && !governed(i) && without_verb_after(next))
        return confuse("homophone-a", i, "a");
    // le technicien à du retard, cette boutique à beaucoup de succès
    const bool quantity = next_any(i + 1, {word("de"), word("d'")}) &&
                          text_.is_any(i + 1, {word("beaucoup"), word("trop"), word("tellement")});
    if ((quantity || text_.is(i + 1, word("du"))) && without_verb_after(i)) return confuse("homophone-a", i, "a");
    // ma mère à quatre-vingts ans, le magasin à le mérite d'être propre, le chef à l'habitude
    const bool age =
        text_.is_any(chunks_[k].first, {word("mon"), word("ma"), word("notre"), word("son"), word("sa")}) &&
        text_.can(i + 1, numeral) && lower_is(i + 2, {"an", "ans"});
    const bool with_le = text_.is_any(i + 1, {word("le"), word("les")}) && here(i + 2) && names(i + 2) != 0;
    const bool custom = text_.is(i + 1, word("l'")) && lower_is(i + 2, {"habitude", "avantage", "air", "allure"}) &&
                        !text_.is_any(chunks_[k].first, {word("un"), word("une")});
    if ((age || with_le || (custom && next_any(i + 2, {word("de"), word("d'")})) || (custom && ends(i + 2))) &&
        without_verb_after(i))
        return confuse("homophone-a", i, "a");
    // ma fille à une allergie, l'hôtel à un charme fou: a sentence without any verb
    if (!text_.is_any(i + 1, {word("un"), word("une")}) || !without_verb_after(i)) return;
    const Chunk& object = chunks_[chunks_.of_token(i + 1)];
    if (object.kind != ChunkKind::noun_group || object.first != i + 1U || object.head <= object.first) return;
    const std::string_view head = text_.lower(chunks_[k].head);
    const bool process = head.ends_with("ion") || head.ends_with("ment") || head.ends_with("age") ||
                         head.ends_with("ure") || head.ends_with("ée");
    const bool measure =
        is_time(object.head) || text_.can(object.head, numeral) ||
        lower_is_word(object.head, {"prix",    "tarif",       "euro",    "dollar",  "mètre",    "kilomètre", "pas",
                                    "endroit", "niveau",      "moment",  "rythme",  "lit",      "place",     "table",
                                    "client",  "cliente",     "autre",   "degré",   "étage",    "personne",  "coin",
                                    "bout",    "température", "cadence", "vitesse", "distance", "date"});
    const bool last_sentence =
        i + 2 < text_.size() && text_.token(i).sentence == text_.token(text_.size() - 1).sentence;
    const bool told = !last_sentence || text_[text_.size() - 1].boundary == Boundary::strong;
    if (!process && !measure && told &&
        !lower_is_word(chunks_[k].head,
                       {"accès", "retour", "appel", "prix", "vente", "commande", "menu", "formule", "réponse"}))
        confuse("homophone-a", i, "a");
}

/// ouvert de 9 h a 18 h
void StatementHomophones::a_verb(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1)) return;
    const auto figure = [&](std::size_t token) {
        return text_.token(token).kind == language::TokenKind::hour ||
               text_.token(token).kind == language::TokenKind::amount;
    };
    if (figure(p) && figure(i + 1)) confuse("homophone-a", i, "à");
}

/// la qualité et au rendez-vous, le prix et de 12 euros, mon plat et arrivé froid
void StatementHomophones::et(std::size_t i) {
    const std::size_t p = before(i);
    if (p != npos && text_.is(p, word("elle")) && before(p) == npos && !text_[p].enclitic) {
        const std::size_t attribute = past_degrees(i);
        if (attribute != npos && attribute > i + 1 && (qualifies(attribute) & 4U) != 0 &&
            (ends(attribute) || next_any(attribute, {word("et"), word("mais")})))
            return confuse("homophone-est", i, "est");
    }
    const std::size_t k = opening_group(i);
    if (k == npos || !here(i + 1) || (chunks_[k].numbers & number::singular) == 0) return;
    if (text_.is_any(i + 1, {word("rien"), word("tout"), word("tous")})) return;
    const std::size_t next = past_degrees(i);
    if (next == npos || text_[next].unknown || !without_verb_after(next - 1)) return;
    const AgreementSet group = agreement_set(chunks_[k].genders, number::singular);
    const AgreementSet set = qualifies(next);
    if ((set & group) != 0) {
        if (determiner_at(next) || text_.can(next, part(determiner) | part(pronoun) | part(numeral))) return;
        const bool closed = ends(next) || next_any(next, {word("et"), word("mais"), word("pour"), word("car")});
        const bool double_predicate = could_be_participle(next) && names(next) == 0 && here(next + 1) &&
                                      (qualifies(next + 1) & group) != 0 && ends(next + 1);
        // la déco et moderne et chaleureuse
        const bool chain = next_any(next, {word("et"), word("mais")}) && past_degrees(next + 1) != npos &&
                           (qualifies(past_degrees(next + 1)) & group) != 0 && ends(past_degrees(next + 1));
        // « le café et chaud »: an adjective that is no noun, or a degree before it
        const bool sure = names(next) == 0 || chain || next > i + 1 || text_.is(before(i), word("tout"));
        if ((closed && sure) || double_predicate) return confuse("homophone-est", i, "est");
    }
    const bool place = text_.is_any(next, {word("au"), word("aux"), word("à"), word("dans"), word("sur"), word("sous"),
                                           word("chez"), word("en"), word("devant"), word("derrière"), word("près")});
    const bool amount = text_.is(next, word("de")) && here(next + 1) && text_.can(next + 1, numeral);
    if (!place && !amount) return;
    // « l'accueil et à la fin le dessert »: something follows that is no complement
    const std::size_t head = here(next + 1) ? next + 1 : next;
    for (std::size_t token = head; token < next + 8; ++token) {
        if (ends(token)) return confuse("homophone-est", i, "est");
        if (is_time(token) && !amount) return;
        const Chunk& chunk = chunks_[chunks_.of_token(token + 1)];
        if (chunk.kind == ChunkKind::noun_group && chunk.first == token + 1 && token > head && chunk.determined &&
            chunks_[chunks_.of_token(token)].kind != ChunkKind::preposition &&
            !text_.is_any(chunk.first, {word("du"), word("des"), word("au"), word("aux")}))
            return;
    }
}

/// ils étaient trois, est on a attendu; il fumait est personne ne disait rien; poli est efficace
void StatementHomophones::est(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic) return;
    const std::size_t p = before(i);
    const bool after_comma = p == npos && i > 1 && same_sentence(text_, i - 1, i) && text_.is(i - 1, word(","));
    if (after_comma) {
        const bool pronoun = is_sure_subject_pronoun(text_, i + 1);
        std::size_t verb_token = i + 2;
        while (here(verb_token) && verb_token < i + 5 && (is_clitic(text_, verb_token) || is_ne(text_, verb_token)))
            ++verb_token;
        if (pronoun && here(verb_token) && can_be_finite(text_, verb_token)) return confuse("homophone-est", i, "et");
    }
    const bool nobody = text_.is_any(i + 1, {word("personne"), word("rien")}) && here(i + 2) && is_ne(text_, i + 2);
    if (nobody && (after_comma || (p != npos && second_verb(i)))) return confuse("homophone-est", i, "et");
    if (p == npos || checker_.reported(p)) return;
    // elle m'a souri est m'a tendu la carte
    if (is_clitic(text_, i + 1) && !is_subject_pronoun(text_, i + 1) && !determiner_at(i + 1) && here(i + 2) &&
        only_finite(text_, i + 2) && second_verb(i) && !text_.is_any(i + 1, {word("y"), word("en")}))
        return confuse("homophone-est", i, "et");
    if (text_.is_any(i + 1, {word("nous"), word("vous")}) && text_.is_any(i + 2, {word("a"), word("avait")}) &&
        second_verb(i))
        return confuse("homophone-est", i, "et");
    if (!pronoun_clause_before(i) && !second_verb(i)) return;
    const Chunk& left = chunks_[chunks_.of_token(p)];
    // le riz est sec est froid
    const AgreementSet left_set = qualifies(p);
    if (left.first == p && left_set != 0 && second_verb(i) && ends(i + 1) && (qualifies(i + 1) & left_set) != 0 &&
        !could_be_finite(i + 1) && chunks_.of_token(p) > 0 &&
        is_form_of(text_, chunks_[chunks_.of_token(p) - 1].head, lemma_class::etre))
        return confuse("homophone-est", i, "et");
    // j'ai pris une salade est un café
    const Chunk& right = chunks_[chunks_.of_token(i + 1)];
    const bool groups = left.kind == ChunkKind::noun_group && left.determined && right.kind == ChunkKind::noun_group &&
                        right.determined && right.first == i + 1U && ends(right.last);
    if (groups && pronoun_clause_before(i) && text_.is_any(left.first, {word("un"), word("une"), word("des")}) &&
        text_.is_any(right.first, {word("un"), word("une"), word("des")}))
        confuse("homophone-est", i, "et");
}

/// les serveurs nous on bien conseillés, ils m'on tout expliqué, les employés on l'air fatigués
void StatementHomophones::on(std::size_t i) {
    if (text_[i].enclitic || !here(i + 1)) return;
    const std::size_t p = before(i);
    if (p == npos) return;
    const std::size_t next = past_degrees(i);
    if (next == npos) return;
    const bool participle = could_be_participle(next) && !could_be_infinitive(next);
    const bool finite = could_be_finite(next, person::third_singular) || could_be_finite(i + 1, person::third_singular);
    if (text_.is_any(p, {word("m'"), word("t'")}) && participle) return confuse("homophone-on", i, "ont");
    if (text_.is_any(p, {word("les"), word("leur"), word("lui"), word("nous"), word("vous"), word("l'")}) &&
        !text_[p].enclitic && participle && !finite) {
        const std::size_t q = before(p);
        const bool subject = q != npos && (chunks_[chunks_.of_token(q)].kind == ChunkKind::noun_group ||
                                           text_.is_any(q, {word("ils"), word("elles"), word("qui"), word("ne")}));
        const bool plural = q != npos && (chunks_[chunks_.of_token(q)].kind != ChunkKind::noun_group ||
                                          (chunks_[chunks_.of_token(q)].numbers & number::plural) != 0 ||
                                          before(chunks_[chunks_.of_token(q)].first) != npos);
        if (subject && plural) return confuse("homophone-on", i, "ont");
    }
    // les clients on attendu, les employés on l'air fatigués
    const Waiting subject = waiting_subject(i);
    const bool air = text_.is(i + 1, word("l'")) && here(i + 2) && text_.is(i + 2, word("air"));
    if (subject.found && subject.plural() && !subject.singular() && !subject.pronoun && opening_group(i) != npos &&
        ((participle && !finite) || air))
        return confuse("homophone-on", i, "ont");
    // elle l'a dit on souriant: a present participle follows en alone
    bool gerund = text_[i + 1].reading_count > 0 && !text_[i + 1].unknown;
    for (const Analysis& analysis : text_.all_analyses(i + 1)) {
        gerund = gerund &&
                 ((analysis.features.tenses & tense::present_participle) != 0 || analysis.features.part == adjective);
    }
    if (gerund && text_.lower(i + 1).ends_with("ant") && second_verb(i)) confuse("homophone-on", i, "en");
}

/// ici ont se sent bien, le midi ont mange vite
void StatementHomophones::ont(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic) return;
    const std::size_t p = before(i);
    const bool opens = p == npos || text_.only(p, adverb) || text_.is_any(p, {word("ici"), word("là")});
    if (!opens) return;
    if (p != npos && before(p) != npos) return;
    const std::size_t verb_token = is_clitic(text_, i + 1) && here(i + 2) ? i + 2 : i + 1;
    const bool singular_verb = could_be_finite(verb_token, person::third_singular) &&
                               !could_be_participle(verb_token) && names(verb_token) == 0;
    if (singular_verb && !text_.can(verb_token, part(determiner) | part(preposition))) confuse("homophone-on", i, "on");
}

/// les plats son copieux, les vendeuses son gentilles et rapides
void StatementHomophones::son(std::size_t i) {
    const std::size_t k = opening_group(i);
    if (k == npos || (chunks_[k].numbers & number::singular) != 0 || !here(i + 1)) return;
    const std::size_t next = past_degrees(i);
    if (next == npos || !without_verb_after(next)) return;
    const AgreementSet set = qualifies(next);
    if ((set & agreement_set(chunks_[k].genders, number::plural)) == 0) return;
    const bool only_plural = (numbers_of(set) & number::singular) == 0;
    const bool closed = ends(next) || next_any(next, {word("et"), word("mais"), word("de"), word("d'"), word("à"),
                                                      word("pour"), word("dans"), word("sur"), word("par")});
    if (closed && (only_plural || names(next) == 0)) confuse("homophone-son", i, "sont");
}

/// il a quitté sont poste, derrière sont comptoir, sont sourire fait plaisir, et sont remplaçant n'avait rien
void StatementHomophones::sont(std::size_t i) {
    if (!here(i + 1) || text_[i + 1].enclitic || text_[i + 1].unknown) return;
    const AgreementSet set = names(i + 1);
    if ((numbers_of(set) & number::singular) == 0 || (numbers_of(set) & number::plural) != 0) return;
    if (text_.can(i + 1, part(preposition) | part(adverb) | part(determiner) | part(pronoun))) return;
    const std::size_t p = before(i);
    const bool plural_verb_after = here(i + 2) && can_be_finite(text_, i + 2) &&
                                   !text_.can(i + 2, part(noun) | part(adjective) | part(preposition));
    const bool verb_next = here(i + 2) && (is_ne(text_, i + 2) || plural_verb_after);
    if (p == npos) {
        const bool singular_verb = here(i + 2) && could_be_finite(i + 2, person::third_singular) &&
                                   !text_.can(i + 2, part(preposition) | part(determiner)) && qualifies(i + 1) == 0;
        if ((verb_next || singular_verb) && text_.token(i).first_of_sentence) confuse("homophone-son", i, "son");
        return;
    }
    if (text_.is_any(p, {word("derrière"), word("devant"), word("avec"),    word("dans"),   word("sur"),
                         word("sous"),     word("à"),      word("de"),      word("par"),    word("pour"),
                         word("chez"),     word("sans"),   word("pendant"), word("après"),  word("vers"),
                         word("entre"),    word("depuis"), word("malgré"),  word("contre"), word("selon")}))
        return confuse("homophone-son", i, "son");
    if (text_.is_any(p, {word("et"), word("mais"), word("que"), word("car")}) && verb_next &&
        (qualifies(i + 1) == 0 || is_ne(text_, i + 2)))
        return confuse("homophone-son", i, "son");
    // a quitté sont poste
    const std::size_t auxiliary = before(p);
    const bool after_compound = could_be_participle(p) && auxiliary != npos &&
                                is_form_of(text_, auxiliary, lemma_class::avoir) && can_be_finite(text_, auxiliary) &&
                                chunks_.of_token(auxiliary) > 0;
    if (after_compound && second_verb(i)) confuse("homophone-son", i, "son");
}

/// ces bien dommage, ses propre et bien rangé, je trouve que ces normal
void StatementHomophones::ces(std::size_t i) {
    const std::size_t p = before(i);
    const bool opens = p == npos || text_.is_any(p, {word("que"), word("qu'"), word("mais"), word("car"), word("et"),
                                                     word("donc"), word("si"), word("quand"), word("comme")});
    if (!opens || !here(i + 1)) return;
    const std::size_t next = past_degrees(i);
    if (next == npos) {
        std::size_t last = i + 1;  // ces bien, ces vraiment bien
        while (here(last + 1)) ++last;
        if (last < i + 4 && text_.is_any(last, {word("bien"), word("mieux"), word("trop")}) &&
            !text_.can(i + 1, part(noun) | part(adjective)))
            confuse("homophone-ces", i, "c'est");
        return;
    }
    if (text_[next].unknown) return;
    const AgreementSet set = qualifies(next);
    const bool pity = text_.lower(next) == "dommage" && (ends(next) || next_any(next, {word("que"), word("qu'")}));
    const bool masculine =
        (set & 1U) != 0 && (numbers_of(set) & number::plural) == 0 && (numbers_of(names(next)) & number::plural) == 0;
    if (!pity && !masculine) return;
    // ces bon plats: a noun follows, or the noun stands before its adjective
    const bool closed = ends(next) || next_any(next, {word("et"), word("mais"), word("de"), word("d'"), word("que"),
                                                      word("qu'"), word("pour"), word("à"), word("si"), word("quand")});
    if (!closed || (names(next) != 0 && next == i + 1 && !pity && !text_.can(next, adjective))) return;
    if (names(next) != 0 && !pity && next == i + 1 && !lower_is_word(next, {"normal", "vrai", "faux", "parfait"}))
        return;
    confuse("homophone-ces", i, "c'est");
}

/// c'es fermé, c'es plus pareil
void StatementHomophones::c_es(std::size_t i) {
    if (!here(i + 1) || !text_.is(i + 1, word("es"))) return;
    const AgreementSet set = here(i + 2) ? names(i + 2) : AgreementSet{0};
    const bool plural = set != 0 && (numbers_of(set) & number::singular) == 0;
    confuse("homophone-ces", i, i + 1, {plural ? "ces" : "c'est"});
}

/// il n'a pas salué n'y souri, pas de savon n'y de papier
void StatementHomophones::n_y(std::size_t i) {
    if (!here(i + 2) || !text_.is(i + 1, word("y")) || text_[i + 1].enclitic) return;
    if (text_.is_any(i + 2, {word("à"), word("rien"), word("pas"), word("plus"), word("jamais"), word("en")})) return;
    if (text_[i + 2].unknown || could_be_finite(i + 2) || could_be_infinitive(i + 2) || is_clitic(text_, i + 2)) {
        // ni aimable n'y serveur: the first ni stands before
        bool ni_before = false;
        for (std::size_t k = i; k > 0 && k + 6 > i && same_sentence(text_, k - 1, i); --k)
            ni_before = ni_before || text_.is(k - 1, word("ni"));
        if (!ni_before || text_[i + 2].unknown || only_finite(text_, i + 2) || is_clitic(text_, i + 2)) return;
        if (names(i + 2) == 0 && qualifies(i + 2) == 0) return;
    } else if (text_.lower(i + 2).ends_with("ant")) {
        return;
    }
    confuse("homophone-ni", i, i + 1, {"ni"});
}

/// nous ni sommes pas restés
void StatementHomophones::ni(std::size_t i) {
    const std::size_t p = before(i);
    if (p == npos || !here(i + 1) || !text_.is_any(p, {word("nous"), word("vous")})) return;
    const std::uint8_t persons =
        text_.is(p, word("nous")) ? std::uint8_t{person::first_plural} : std::uint8_t{person::second_plural};
    if (could_be_finite(i + 1, persons)) confuse("homophone-ni", i, "n'y");
}

}  // namespace

void check_statement_homophones(Checker& checker) {
    run_at_closed_words<StatementHomophones>(checker);
}

}  // namespace relis::grammar

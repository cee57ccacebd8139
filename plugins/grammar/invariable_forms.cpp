// Participles and adjectives that stand still: plus tôt que prévu, comme convenu, excepté les fêtes, rien de neuf;
// and nul et non avenu, d'entre elles, bien d'autres.
#include <array>

#include "determiner_forms.h"
#include "form_filter.h"
#include "rules.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

constexpr AgreementSet masculine_singular = 1;

class InvariableRule {
  public:
    explicit InvariableRule(Checker& checker) : checker_(checker), text_(checker.text()) {}

    void run() {
        for (std::size_t i = 0; i < text_.size(); ++i) {
            if (text_[i].boundary != Boundary::none || checker_.reported(i)) continue;
            switch (text_[i].id) {
                case word("comme"):
                case word("que"):
                case word("qu'"):
                    check_expected(i);
                    break;
                case word("rien"):
                case word("personne"):
                case word("chose"):
                case word("quelqu'un"):
                case word("quoi"):
                    check_neuter(i);
                    break;
                case word("entre"):
                case word("parmi"):
                case word("d'"):
                    check_among(i);
                    break;
                case word("non"):
                    check_void(i);
                    break;
                default:
                    check_before_group(i);
            }
        }
    }

  private:
    [[nodiscard]] bool follows(std::size_t i) const {
        return i > 0 && i < text_.size() && same_sentence(text_, i - 1, i) && text_[i].boundary == Boundary::none;
    }
    [[nodiscard]] bool ends(std::size_t i) const { return !follows(i + 1); }
    void check_expected(std::size_t i);
    void check_neuter(std::size_t i);
    void check_among(std::size_t i);
    void check_void(std::size_t i);
    void check_before_group(std::size_t i);

    Checker& checker_;
    const ReadText& text_;
};

bool is_expectation(std::string_view form) {
    for (const std::string_view stem :
         {"prévu",    "convenu", "annoncé",   "promis",     "indiqué",   "attendu", "demandé", "souhaité",
          "espéré",   "précisé", "mentionné", "imaginé",    "expliqué",  "stipulé", "décidé",  "voulu",
          "entendu",  "supposé", "exigé",     "affiché",    "estimé",    "pensé",   "dit",     "craint",
          "constaté", "requis",  "permis",    "recommandé", "conseillé", "suggéré"}) {
        if (!form.starts_with(stem)) continue;
        const std::string_view ending = form.substr(stem.size());
        if (ending.empty() || ending == "e" || ending == "s" || ending == "es") return true;
    }
    return false;
}

/// plus chers que prévus, comme convenus
void InvariableRule::check_expected(std::size_t i) {
    const std::size_t next = i + 1;
    if (!follows(next) || text_[next].unknown || checker_.reported(next) || !can_be_participle(text_, next)) return;
    if (!is_expectation(text_.lower(next)) || (agreement(text_, next, part(verb)) & masculine_singular) != 0) return;
    if (text_.is(i, word("comme"))) {
        // comme prévues par le contrat: said of a noun, which some write
        if (!ends(next) || (i > 0 && follows(i) && text_.can(i - 1, verb))) return;
    } else {
        bool comparison = false;
        for (std::size_t k = i, steps = 0; k > 0 && steps < 8 && same_sentence(text_, k - 1, i); --k, ++steps) {
            if (text_.is_any(k - 1, {word("tel"), word("telle"), word("tels"), word("telles"), word("même"),
                                     word("mêmes"), word("ainsi")}))
                return;
            if (text_[k - 1].boundary == Boundary::strong) break;
            if (text_.is_any(k - 1, {word("plus"), word("moins"), word("autant"), word("aussi"), word("mieux"),
                                     word("si"), word("tant")}) ||
                text_.lower(k - 1).starts_with("meilleur") || text_.lower(k - 1).starts_with("pire")) {
                comparison = true;
                break;
            }
        }
        if (!comparison) return;
    }
    checker_.report("participle-invariable", next, next,
                    "Après « " + std::string(text_.lower(i)) + " », on sous-entend « il était " +
                        std::string(text_.lower(next)) + " » : le participe reste au masculin singulier.",
                    checker_.participles(next, gender::masculine, number::singular));
}

/// rien de bonne, quelque chose de chaude, personne de compétente
void InvariableRule::check_neuter(std::size_t i) {
    if (text_.is(i, word("chose")) && !(i > 0 && text_.is_any(i - 1, {word("quelque"), word("autre"), word("grand")})))
        return;
    // une personne de confiance; rien d'une grande maison
    if (text_.is(i, word("personne")) && i > 0 && is_determiner(text_, i - 1)) return;
    if (text_.is(i, word("quoi")) && i > 0 && text_.can(i - 1, preposition)) return;
    std::size_t at = i + 1;
    if (!follows(at) || !text_.is_any(at, {word("de"), word("d'")})) return;
    ++at;
    while (follows(at) && at < i + 4 && (text_.classes(at, part(adverb)) & lemma_class::degree_adverb) != 0 &&
           !text_.can(at, adjective)) {
        ++at;
    }
    if (!follows(at) || text_[at].unknown || checker_.reported(at)) return;
    if (!only_qualifier(text_, at) && !(text_.can(at, adjective) && text_.only(at, part(adjective) | part(noun)) &&
                                        (text_.is(i, word("rien")) || text_.is(i, word("chose")))))
        return;
    // rien de grandes surfaces: the adjective of a noun
    if (follows(at + 1) && text_.can(at + 1, noun) && !text_.can(at + 1, part(preposition) | part(determiner))) return;
    if ((agreement(text_, at, part(adjective) | part(verb)) & masculine_singular) != 0) return;
    checker_.report("neuter-adjective", at, at,
                    "Après « " + std::string(text_.lower(i)) + " de », l'adjectif reste au masculin singulier.",
                    checker_.inflected(at, gender::masculine, number::singular));
}

/// plusieurs d'entre elle, l'une d'elle, parmi elle
void InvariableRule::check_among(std::size_t i) {
    const std::size_t next = i + 1;
    if (!follows(next) || !follows(i) || checker_.reported(next)) return;
    if (text_.is(i, word("d'")) && text_.is_any(next, {word("autre")}) && i > 0 && text_.is(i - 1, word("bien")) &&
        !(follows(next + 1) && text_.can(next + 1, noun) &&
          (numbers_of(agreement(text_, next + 1, part(noun))) & number::plural) == 0)) {
        checker_.report("noun-group-number", next, next, "« Bien d'autres » est toujours au pluriel.", {"autres"});
        return;
    }
    if (!text_.is_any(next, {word("elle"), word("lui")})) return;
    std::size_t counted = i - 1;
    if (text_.is(i, word("entre")) && i > 1) counted = i - 2;
    if (text_.is(i, word("entre")) && !text_.is(i - 1, word("d'"))) return;
    const bool countable = text_.is_any(counted, {word("un"), word("une"), word("chacun"), word("chacune"),
                                                  word("aucun"), word("aucune"), word("plusieurs"), word("certains"),
                                                  word("certaines"), word("quelques-uns"), word("quelques-unes"),
                                                  word("beaucoup"), word("deux"), word("combien"), word("plupart")}) ||
                           (text_.can(counted, numeral) && !text_.can(counted, noun));
    // un d'elle: only with l'un, une, chacun before it
    if (!countable || (text_.is(i, word("d'")) && text_.is(counted, word("beaucoup")))) return;
    const bool feminine = text_.is(next, word("elle"));
    checker_.report("noun-group-number", next, next, "On choisit parmi plusieurs : mettez le pronom au pluriel.",
                    {feminine ? "elles" : "eux"});
}

/// nulle et non avenu
void InvariableRule::check_void(std::size_t i) {
    const std::size_t next = i + 1;
    if (i < 2 || !follows(next) || !text_.lower(next).starts_with("avenu") || !text_.is(i - 1, word("et"))) return;
    if (!text_.lower(i - 2).starts_with("nul")) return;
    const AgreementSet wanted =
        agreement(text_, i - 2, part(adjective) | part(determiner) | part(PartOfSpeech::pronoun));
    constexpr std::array endings{"avenu", "avenus", "avenue", "avenues"};
    for (std::size_t k = 0; k < endings.size(); ++k) {
        if (wanted != 1U << k || text_.lower(next) == endings[k]) continue;
        checker_.report("noun-group-gender", next, next, "« Avenu » s'accorde comme « nul ».", {endings[k]});
    }
}

/// exceptés les enfants, vues les circonstances, y comprises les taxes: before the group they are prepositions.
void InvariableRule::check_before_group(std::size_t i) {
    struct Entry {
        std::string_view form, right;
    };
    static constexpr std::array entries{Entry{"exceptés", "excepté"},
                                        Entry{"exceptée", "excepté"},
                                        Entry{"exceptées", "excepté"},
                                        Entry{"vus", "vu"},
                                        Entry{"vue", "vu"},
                                        Entry{"vues", "vu"},
                                        Entry{"attendus", "attendu"},
                                        Entry{"attendue", "attendu"},
                                        Entry{"attendues", "attendu"},
                                        Entry{"comprises", "compris"},
                                        Entry{"comprise", "compris"},
                                        Entry{"non-comprises", "non compris"},
                                        Entry{"non-comprise", "non compris"}};
    static constexpr FormFilter named(entries, [](const Entry& entry) { return entry.form; });
    if (!named.may_be(text_[i])) return;
    const std::string_view form = text_.lower(i);
    const Entry* found = nullptr;
    for (const Entry& entry : entries) {
        if (entry.form == form) found = &entry;
    }
    if (found == nullptr || !follows(i + 1)) return;
    const std::size_t next = i + 1;
    const bool starts = !follows(i);
    const bool included = form.find("compris") != std::string_view::npos;
    const bool with_particle = i > 0 && text_.is_any(i - 1, {word("y"), word("non")}) && follows(i);
    if (included && !with_particle && !starts && form.starts_with("compris")) return;
    if (!included && !starts) return;
    const bool clause = text_.is_any(next, {word("que"), word("qu'")}) && !included && !form.starts_with("except");
    if (!clause && !is_determiner(text_, next)) return;
    // vue la semaine dernière: a participle; vues des clients: seen by them
    if (text_.is_any(next, {word("du"), word("des"), word("au"), word("aux")})) return;
    const Chunks& chunks = checker_.chunks();
    const Chunk& group = chunks[chunks.of_token(next)];
    if (!clause &&
        (group.kind != ChunkKind::noun_group || (text_.classes(group.head, part(noun)) & lemma_class::time) != 0))
        return;
    if (form.starts_with("vu") || form.starts_with("attendu")) {
        // vues les unes après les autres, vue une fois
        if (text_.is_any(group.head, {word("un"), word("une"), word("fois")})) return;
    }
    checker_.report(
        "participle-invariable", i, i,
        "Placé devant le nom, " + checker_.quoted(i) + " s'emploie comme une préposition et reste invariable.",
        {std::string(found->right)});
}

/// une musique assourdissant: no participle, since nothing completes it and the sentence ends
void check_ending_ant(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    if (i < 2 || !text.lower(i).ends_with("ant") || checker.reported(i) || text[i].unknown || text[i].capital) return;
    if (!same_sentence(text, i - 1, i) ||
        (same_sentence(text, i, i + 1) && !text.is_any(i + 1, {word("."), word("!")})))
        return;
    const Chunk& group = checker.chunks()[checker.chunks().of_token(i - 1)];
    if (group.kind != ChunkKind::noun_group || !group.determined || group.uncertain || group.faulty ||
        group.head != i - 1 || !text.can(group.head, PartOfSpeech::noun))
        return;
    AgreementSet own = 0;
    for (const Analysis& reading : text.all_analyses(i)) {
        if (reading.features.part == PartOfSpeech::adjective) own |= agreement(reading.features);
    }
    const AgreementSet wanted = agreement_set(group.genders, group.numbers);
    if (own == 0 || (own & wanted) != 0 || text.is(group.first - 1U, word("en"))) return;
    const std::string ending =
        genders_of(wanted) == gender::feminine ? (numbers_of(wanted) == number::plural ? "es" : "e") : "s";
    checker.report("noun-group-gender", i, i,
                   checker.quoted(i) + " s'accorde avec " + checker.quoted(group.first, group.last) + ".",
                   {std::string(text.lower(i)) + ending});
}

}  // namespace

void check_invariable_forms(Checker& checker) {
    InvariableRule(checker).run();
    if (!checker.any_tense(tense::present_participle)) return;
    for (std::size_t i = 0; i < checker.text().size(); ++i) {
        if ((checker.text().tenses(i) & tense::present_participle) != 0) check_ending_ant(checker, i);
    }
}

}  // namespace relis::grammar

// Verbs without a subject of their own: il lisait et parlaient, se considérez, la caissière, ce jour-là, décideras.
#include "rules.h"
#include "subject.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

constexpr std::uint8_t third = person::third_singular | person::third_plural;

class MissingSubject {
  public:
    MissingSubject(Checker& checker, std::size_t k)
        : checker_(checker), text_(checker.text()), chunks_(checker.chunks()), k_(k), verb_(chunks_[k]) {}
    void run();

  private:
    struct Around {
        std::uint8_t persons = 0;  ///< of every group and pronoun before the verb in its sentence
        std::uint8_t nearest = 0;  ///< of the last one that may be a subject
        bool any = false;
        bool verb = false;  ///< a verb stands before
    };
    [[nodiscard]] Around persons_before() const;
    [[nodiscard]] bool sentence_names(std::uint8_t persons) const;
    [[nodiscard]] bool subject_may_follow() const;
    bool reflexive();
    void report(std::uint8_t persons, std::string message, bool infinitive = false);

    Checker& checker_;
    const ReadText& text_;
    const Chunks& chunks_;
    std::size_t k_;
    const Chunk& verb_;
};

MissingSubject::Around MissingSubject::persons_before() const {
    Around around;
    std::size_t groups = 0;
    for (std::size_t k = k_, n = 0; k > 0 && n < 40 && same_sentence(text_, chunks_[k - 1].first, verb_.first);
         --k, ++n) {
        const Chunk& chunk = chunks_[k - 1];
        const bool pronoun = chunk.kind == ChunkKind::pronoun;
        around.verb = around.verb || chunk.kind == ChunkKind::verb;
        if (!pronoun && chunk.kind != ChunkKind::noun_group && chunk.kind != ChunkKind::other) continue;
        if (chunk.kind == ChunkKind::noun_group) ++groups;
        around.any = true;
        around.persons |= chunk.persons;
        if (around.nearest == 0 && pronoun) around.nearest = chunk.persons;
        if (groups > 1 || (groups == 1 && chunk.uncertain)) around.persons |= person::third_plural;
        if (chunk.kind == ChunkKind::noun_group &&
            (text_.classes(chunk.head, part(PartOfSpeech::noun)) & lemma_class::quantity) != 0)
            around.persons |= third;
    }
    return around;
}

/// je, tu, nous, vous or one of their other forms stand anywhere in the sentence.
bool MissingSubject::sentence_names(std::uint8_t persons) const {
    std::size_t first = verb_.first;
    for (int n = 0; first > 0 && n < 80 && same_sentence(text_, first - 1, verb_.first); ++n) --first;
    for (std::size_t i = first; i < first + 120 && same_sentence(text_, i, verb_.first); ++i) {
        // ma femme et moi-même avons
        if (text_.lower(i).ends_with("-même") || text_.lower(i).ends_with("-mêmes")) return true;
        if ((persons & person::first_singular) != 0 &&
            text_.is_any(
                i, {word("je"), word("j'"), word("moi"), word("me"), word("m'"), word("mon"), word("ma"), word("mes")}))
            return true;
        if ((persons & person::second_singular) != 0 &&
            text_.is_any(i, {word("tu"), word("toi"), word("te"), word("t'"), word("ton"), word("ta"), word("tes")}))
            return true;
        if ((persons & person::first_plural) != 0 &&
            text_.is_any(i, {word("nous"), word("on"), word("notre"), word("nos"), word("moi")}))
            return true;
        if ((persons & person::second_plural) != 0 &&
            text_.is_any(i, {word("vous"), word("votre"), word("vos"), word("toi")}))
            return true;
    }
    return false;
}

/// A group or pronoun after the verb may be its subject: et viennent les desserts.
bool MissingSubject::subject_may_follow() const {
    for (std::size_t k = k_ + 1; k <= k_ + 3 && k < chunks_.size(); ++k) {
        if (!same_sentence(text_, chunks_[k].first, verb_.first)) return false;
        const Chunk& chunk = chunks_[k];
        if ((chunk.kind == ChunkKind::noun_group || chunk.kind == ChunkKind::pronoun ||
             chunk.kind == ChunkKind::other) &&
            (chunk.persons & verb_.persons) != 0)
            return true;
        if (chunk.kind == ChunkKind::verb || chunk.kind == ChunkKind::strong) return false;
    }
    return false;
}

void MissingSubject::report(std::uint8_t persons, std::string message, bool infinitive) {
    std::vector<std::string> suggestions;
    if (infinitive) suggestions = checker_.infinitives(verb_.head);
    for (const std::uint8_t one : {person::third_singular, person::first_singular, person::second_singular,
                                   person::third_plural, person::first_plural, person::second_plural}) {
        if ((persons & one) == 0) continue;
        // -ai of the past historic is mostly meant as an imperfect
        const bool past = (text_.tenses(verb_.head) & tense::personal) == tense::past_historic &&
                          text_.lower(verb_.head).ends_with("ai");
        for (std::string& form :
             checker_.conjugated(verb_.head, one, past ? tense::imperfect | tense::past_historic : std::uint16_t{0}))
            suggestions.push_back(std::move(form));
    }
    checker_.report("missing-subject", verb_.head, verb_.head, std::move(message), std::move(suggestions));
}

/// se considérez, s'en vas: se goes with a third person
bool MissingSubject::reflexive() {
    bool se = false;
    for (std::size_t i = verb_.first; i < verb_.head; ++i) se = se || text_.is_any(i, {word("se"), word("s'")});
    if (!se || (verb_.persons & third) != 0) return false;
    const bool pronoun = k_ > 0 && same_sentence(text_, chunks_[k_ - 1].first, verb_.first) &&
                         chunks_[k_ - 1].kind == ChunkKind::pronoun;
    if (pronoun && (chunks_[k_ - 1].persons & third) == 0) return false;  // nous se sommes: the pronoun is at fault
    const Subject subject = find_subject(text_, chunks_, k_);
    std::uint8_t persons = subject.found ? static_cast<std::uint8_t>(subject.persons & third) : std::uint8_t{0};
    if (persons == 0) {
        const bool plural = (verb_.persons & (person::first_plural | person::second_plural)) != 0;
        persons = plural ? person::third_plural : person::third_singular;
    }
    const bool infinitive = !subject.found && text_.lower(verb_.head).ends_with("ez");
    report(persons, "Avec « se », le verbe " + checker_.quoted(verb_.head) + " se met à la troisième personne.",
           infinitive);
    return true;
}

void MissingSubject::run() {
    if (verb_.kind != ChunkKind::verb || verb_.last > verb_.head || !can_be_finite(text_, verb_.head)) return;
    for (std::size_t i = verb_.first; i <= verb_.last; ++i) {
        if (checker_.reported(i)) return;
    }
    if (text_[verb_.head].capital || text_.token(verb_.head).letter_case == language::LetterCase::all_capitals) return;
    if (reflexive()) return;
    // the words of a list of forms, or a foreign word, are no sentence
    if (!only_finite(text_, verb_.head)) return;
    const bool second_of_two = k_ > 1 && verb_.first == chunks_[k_ - 1].last + 1U &&
                               text_.is(chunks_[k_ - 1].first, word("et")) && chunks_[k_ - 2].kind == ChunkKind::verb;
    if ((text_.tenses(verb_.head) & tense::imperative) != 0 &&
        (!second_of_two || (verb_.persons & person::third_singular) == 0))
        return;
    if (text_.is_any(verb_.head, {word("soit"), word("puis"), word("es"), word("as"), word("est")})) return;
    const bool start = k_ == 0 || !same_sentence(text_, chunks_[k_ - 1].first, verb_.first);
    std::size_t left = k_;
    while (!start && left > 0 && same_sentence(text_, chunks_[left - 1].first, verb_.first) &&
           chunks_[left - 1].kind == ChunkKind::adverb)
        --left;
    const bool at_start = left == 0 || !same_sentence(text_, chunks_[left - 1].first, verb_.first);
    const ChunkKind before = at_start ? ChunkKind::strong : chunks_[left - 1].kind;
    if (before == ChunkKind::pronoun || before == ChunkKind::relative || before == ChunkKind::subordinator) return;
    if (subject_may_follow()) return;
    const bool first_or_second = (verb_.persons & third) == 0;
    if (at_start || before == ChunkKind::strong) {
        // arrimeras le voilier; but diaries leave je and nous out: « Suis arrivée à 10 h »
        if (!at_start || !first_or_second || sentence_names(verb_.persons)) return;
        if ((verb_.persons & person::second_singular) == 0 || (verb_.persons & person::first_singular) != 0) return;
        if (text_.lower(verb_.head).size() < 6 || text_.size() < 3) return;
        report(person::third_singular,
               "Le verbe " + checker_.quoted(verb_.head) + " est à la deuxième personne, mais « tu » manque.");
        return;
    }
    const Around around = persons_before();
    if (!around.any) return;
    if (first_or_second) {
        // ai attendu, puis suis repartie: diaries leave je out
        const bool diary =
            (verb_.persons & person::first_singular) != 0 && (text_.tenses(verb_.head) & tense::present) != 0;
        if (diary) return;
        if ((around.persons & verb_.persons) != 0 || sentence_names(verb_.persons)) return;
        const Subject subject = find_subject(text_, chunks_, k_);
        std::uint8_t persons = subject.found ? subject.persons : around.nearest;
        if (persons == 0) {
            const bool plural = (verb_.persons & (person::first_plural | person::second_plural)) != 0;
            persons = plural ? person::third_plural : person::third_singular;
        }
        report(persons, "Aucun sujet de la phrase ne s'accorde avec le verbe " + checker_.quoted(verb_.head) + ".");
        return;
    }
    // il connaissait et savaient, les chambres sont claires et sente bon: the second of two verbs
    if (before != ChunkKind::coordination || (around.persons & verb_.persons) != 0 || !around.verb) return;
    const bool single = (around.persons & (around.persons - 1U)) == 0;
    const std::uint8_t persons = single ? around.persons : around.nearest;
    if (persons == 0 || (!single && chunks_[left - 2].kind != ChunkKind::verb)) return;
    report(persons, "Le verbe " + checker_.quoted(verb_.head) +
                        " a le même sujet que le verbe qui précède et s'accorde avec lui.");
}

/// mieux vaux, mieux valais
void check_mieux_vaut(Checker& checker, std::size_t i) {
    const ReadText& text = checker.text();
    if (!text.lower(i).starts_with("va") || checker.reported(i)) return;
    for (const Analysis& reading : text.readings(i)) {
        const Features& f = reading.features;
        if (f.part != PartOfSpeech::verb || text.reader().lexicon().lemma(reading.lemma) != "valoir") continue;
        if (!is_finite(f) || (f.persons & person::third_singular) != 0) continue;
        checker.report("missing-subject", i, i,
                       "« Mieux vaut » est impersonnel : le verbe se met à la troisième personne.",
                       checker.forms(reading.lemma, {f.tenses, person::third_singular, 0, 0, false}, text.lower(i)));
        return;
    }
}

}  // namespace

void check_missing_subjects(Checker& checker) {
    const ReadText& text = checker.text();
    for (const std::size_t i : checker.closed_words()) {
        if (text.is(i, word("mieux")) && same_sentence(text, i, i + 1)) check_mieux_vaut(checker, i + 1);
    }
    for (std::size_t k = 0; k < checker.chunks().size(); ++k) {
        if (checker.chunks()[k].kind == ChunkKind::verb) MissingSubject(checker, k).run();
    }
}

}  // namespace relis::grammar

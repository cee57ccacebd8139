// Imperatives: prend-le, donnes-moi, donner-moi, manges ta soupe, ne manger pas, vas au comptoir, soit patient.
#include "rules.h"
#include "sound_alike.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

/// -moi, -le, -lui, -en… after a verb; not -vous and -nous alone, which may be subjects.
bool is_object_enclitic(const ReadText& text, std::size_t i) {
    return text[i].enclitic && text.is_any(i, {word("moi"), word("toi"), word("lui"), word("leur"), word("le"),
                                               word("la"), word("les"), word("y"), word("en")});
}

class ImperativeRule {
  public:
    ImperativeRule(Checker& checker, std::size_t i) : checker_(checker), text_(checker.text()), i_(i) {}
    void run();

  private:
    enum class Place : std::uint8_t { none, sentence, clause };
    void before_enclitic();
    void negated_infinitive();
    void third_for_second();
    void s_too_many();
    [[nodiscard]] bool after_condition_on_tu() const;
    void aller();
    void be();
    [[nodiscard]] Place place() const;
    [[nodiscard]] bool closes_quotation(std::size_t i) const;
    [[nodiscard]] bool advises() const;
    [[nodiscard]] bool speaks_to_somebody() const;
    [[nodiscard]] bool speaks_of_somebody() const;
    [[nodiscard]] std::vector<std::string> imperatives(std::uint8_t person) const;
    void report(std::string message, std::vector<std::string> suggestions) {
        checker_.report("imperative", i_, i_, std::move(message), std::move(suggestions));
    }
    [[nodiscard]] bool here(std::size_t i) const {
        return same_sentence(text_, i_, i) && text_[i].boundary == Boundary::none;
    }

    Checker& checker_;
    const ReadText& text_;
    std::size_t i_;
    std::size_t first_ = 0;  ///< ne and clitics before the verb
    bool negated_ = false;
    bool second_clitic_ = false;  ///< me, nous, te… before it: somebody is spoken to
};

std::vector<std::string> ImperativeRule::imperatives(std::uint8_t person) const {
    std::vector<std::string> result;
    for (const Analysis& reading : text_.readings(i_)) {
        if (reading.features.part != PartOfSpeech::verb || text_[i_].unknown) continue;
        for (std::string& form :
             checker_.forms(reading.lemma, {tense::imperative, person, 0, 0, false}, text_.lower(i_))) {
            // allez-vous-en stands in the lexicon beside allez
            if (form.find('-') == std::string::npos) result.push_back(std::move(form));
        }
    }
    return result;
}

/// The mark at i ends a quotation that began in the same sentence.
bool ImperativeRule::closes_quotation(std::size_t i) const {
    const std::string_view mark = text_.token(i).form;
    if (mark == "»" || mark == "”") return true;
    if (mark != "\"") return false;
    bool open = false;
    for (std::size_t k = i; k > 0 && same_sentence(text_, k - 1, i); --k) {
        if (text_.token(k - 1).form == mark) open = !open;
    }
    return open;
}

/// Where the verb stands: nothing but ne and clitics between it and the beginning of its sentence or clause.
ImperativeRule::Place ImperativeRule::place() const {
    if (first_ == 0 || !same_sentence(text_, first_ - 1, first_)) return Place::sentence;
    const std::size_t before = first_ - 1;
    if (text_[before].boundary == Boundary::strong) {
        if (closes_quotation(before)) return Place::none;  // « volontiers » prend un s
        return text_.is_any(before, {word(";"), word(":"), word(")")}) ? Place::clause : Place::sentence;
    }
    if (text_[before].boundary == Boundary::comma ||
        text_.is_any(before, {word("et"), word("mais"), word("alors"), word("donc")}))
        return Place::clause;
    return Place::none;
}

bool ImperativeRule::speaks_to_somebody() const {
    if (second_clitic_) return true;
    for (std::size_t i = i_, n = 0; n < 30 && same_sentence(text_, i_, i); ++i, ++n) {
        if (text_.is_any(i, {word("toi"), word("ton"), word("ta"), word("tes"), word("te"), word("t'")})) return true;
    }
    return false;
}

bool ImperativeRule::speaks_of_somebody() const {
    for (std::size_t i = 0; i < text_.size() && i < 40; ++i) {
        if (text_.is_any(i,
                         {word("son"), word("sa"), word("ses"), word("leur"), word("leurs"), word("il"), word("elle"),
                          word("ils"), word("elles"), word("on"), word("se"), word("s'"), word("lui")}))
            return true;
    }
    return false;
}

void ImperativeRule::run() {
    if (checker_.reported(i_) || text_[i_].boundary != Boundary::none || text_[i_].enclitic || text_[i_].capital)
        return;
    if (is_object_enclitic(text_, i_ + 1) && here(i_ + 1)) {
        before_enclitic();
        return;
    }
    if (text_[i_].unknown || !text_.can(i_, PartOfSpeech::verb)) return;
    first_ = i_;
    while (first_ > 0 && same_sentence(text_, first_ - 1, i_) && i_ - first_ < 4 &&
           (is_clitic(text_, first_ - 1) || is_ne(text_, first_ - 1))) {
        --first_;
        if (is_ne(text_, first_)) negated_ = true;
        if (text_.is_any(first_, {word("me"), word("m'"), word("nous"), word("te"), word("t'")})) second_clitic_ = true;
    }
    // without ne the pronouns of an imperative stand after it
    if (first_ != i_ && !negated_) return;
    if (text_[i_ + 1].enclitic && here(i_ + 1)) return;
    if (place() == Place::none) return;
    negated_infinitive();
    aller();
    be();
    s_too_many();
    third_for_second();
}

/// prend-le, donnes-moi, donner-moi, donne-en
void ImperativeRule::before_enclitic() {
    const std::size_t p = i_ + 1;
    const bool y_or_en = text_.is_any(p, {word("y"), word("en")});
    // the pronoun of a subject: chantes-la is no question
    if (!text_.can(i_, PartOfSpeech::verb) || text_[i_].unknown) {
        // rappel-moi, appel-lui
        if (text_[i_].unknown || text_[i_].id != no_word || !text_.is_any(p, {word("moi"), word("toi"), word("lui")}))
            return;
        const language::Lexicon& lexicon = text_.reader().lexicon();
        std::vector<std::string> suggestions;
        for (const SoundAlike& alike : sound_alikes(lexicon, text_.lower(i_))) {
            for (const Analysis& reading : lexicon.analyses(alike.id)) {
                if ((reading.features.tenses & tense::imperative) == 0) continue;
                suggestions.push_back(alike.form);
                break;
            }
        }
        if (suggestions.empty()) return;
        report("Devant « " + std::string(closed_word(text_[p].id)) + " », écrivez un verbe à l'impératif.",
               std::move(suggestions));
        return;
    }
    const std::uint16_t tenses = text_.tenses(i_);
    std::uint8_t persons = 0;
    for (const Analysis& reading : text_.readings(i_)) persons |= reading.features.persons;
    const std::string_view form = text_.lower(i_);
    const bool ends_in_s = form.ends_with("s");
    if ((tenses & tense::imperative) != 0) {
        // donne-en, va-y: an s for the sound, unless an infinitive follows (va en chercher)
        const bool bare = (form.ends_with("e") || form == "va") && (persons & person::second_singular) != 0;
        if (!y_or_en || !bare || (here(p + 1) && can_be_infinitive(text_, p + 1))) return;
        if (text_.lower(p).find('\'') != std::string_view::npos) return;  // donne-m'en
        report("Devant « y » et « en », l'impératif prend un « s » : " + std::string(form) + "s-" +
                   std::string(closed_word(text_[p].id)) + ".",
               {std::string(form) + "s"});
        return;
    }
    const bool finite = can_be_finite(text_, i_);
    if (finite && (persons & person::second_singular) != 0 && ends_in_s) {
        // donnes-moi, vas-lui; but donnes-en, vas-y
        if (y_or_en && text_.lower(p).find('\'') == std::string_view::npos) return;
        report("À l'impératif, " + checker_.quoted(i_) + " s'écrit sans « s ».", imperatives(person::second_singular));
        return;
    }
    if (finite && (persons & person::third_singular) == 0) return;
    if (finite && (tenses & tense::present) == 0) return;
    if (y_or_en && finite) return;
    // heard like -ez: the plural first
    const bool plural = form.ends_with("er") || form.ends_with("é") || form.ends_with("ée") || form.ends_with("és") ||
                        form == "dite" || form == "faite";
    std::vector<std::string> suggestions = imperatives(plural ? person::second_plural : person::second_singular);
    for (std::string& other : imperatives(plural ? person::second_singular : person::second_plural))
        suggestions.push_back(std::move(other));
    if (suggestions.empty()) return;
    report("Devant « " + checker_.original(p, p) + " », écrivez le verbe " + checker_.quoted(i_) + " à l'impératif.",
           std::move(suggestions));
}

/// The participle at i_ begins an advice: « un conseil : », or a verb that notes do not begin with.
bool ImperativeRule::advises() const {
    const bool group = is_determiner(text_, i_ + 1) || text_.is_any(i_ + 1, {word("de"), word("d'")});
    const bool named = text_.can(i_ + 1, PartOfSpeech::proper_noun) && text_[i_ + 1].capital;
    if (!group && !named) return false;
    if (i_ > 1 && text_.is(i_ - 1, word(":"))) {
        const std::string_view before = text_.lower(i_ - 2);
        return before == "conseil" || before == "suggestion" || before == "astuce";
    }
    if (text_.lower(i_) == "évité" || text_.lower(i_) == "evité" || text_.lower(i_) == "privilégié")
        return place() == Place::sentence && (is_determiner(text_, i_ + 1) || can_be_infinitive(text_, i_ + 2));
    // évitez le samedi et demandé Karine: joined to an imperative
    if (i_ < 2 || !text_.is(i_ - 1, word("et"))) return false;
    for (std::size_t k = i_ - 1, n = 0; k > 0 && n < 8 && same_sentence(text_, k - 1, i_); --k, ++n) {
        if (text_[k - 1].boundary == Boundary::comma) return false;
        if (can_be_participle(text_, k - 1) && checker_.reported(k - 1) && text_.lower(k - 1).ends_with("é")) {
            const std::size_t first = k - 1;
            return first == 0 || !same_sentence(text_, first - 1, first) || text_.is(first - 1, word(":"));
        }
    }
    return false;
}

/// ne manger pas ça
void ImperativeRule::negated_infinitive() {
    const bool participle = only_participle(text_, i_) && text_.lower(i_).ends_with("é");
    // passé votre chemin: -é heard for -ez before a word of the second person
    if (participle && !negated_ && first_ == i_ && place() == Place::sentence && here(i_ + 1) &&
        text_.is_any(i_ + 1, {word("votre"), word("vos")})) {
        for (std::size_t i = i_, n = 0; n < 30 && same_sentence(text_, i_, i); ++i, ++n) {
            if (text_.is(i, word("?"))) return;
        }
        report("À l'impératif, le verbe finit par « -ez ».", imperatives(person::second_plural));
        return;
    }
    // évité le samedi, un conseil : demandé Karine: advice
    if (participle && !negated_ && first_ == i_ && here(i_ + 1) && advises()) {
        report("Pour conseiller, on écrit l'impératif, avec « -ez ».", imperatives(person::second_plural));
        return;
    }
    if (!negated_ || (!participle && !(only_infinitive(text_, i_) && text_.lower(i_).ends_with("er"))) || !here(i_ + 1))
        return;
    if (!text_.is_any(i_ + 1, {word("pas"), word("jamais"), word("plus"), word("rien")})) return;
    // ne vous fié pas: clitics between
    if (i_ == 0 || !is_ne(text_, first_)) return;
    const bool open_clitics = !text_.is_any(i_ - 1, {word("se"), word("s'"), word("te"), word("t'")});
    if (!is_ne(text_, i_ - 1) && (!open_clitics || place() != Place::sentence)) return;
    std::vector<std::string> suggestions = imperatives(person::second_plural);
    if (!text_.is(i_ - 1, word("vous")))
        for (std::string& other : imperatives(person::second_singular)) suggestions.push_back(std::move(other));
    report("Entre « ne » et " + checker_.quoted(i_ + 1) + ", écrivez l'impératif.", std::move(suggestions));
}

/// vas au comptoir, allé payer, aller, on y va
void ImperativeRule::aller() {
    const std::string_view form = text_.lower(i_);
    if (form == "vas") {
        bool named = false;
        bool condition = false;
        for (std::size_t i = first_, n = 0; i > 0 && n < 30 && same_sentence(text_, i - 1, i_); --i, ++n) {
            named = named || text_.is(i - 1, word("tu"));
            condition = condition || text_.is_any(i - 1, {word("si"), word("quand")});
        }
        if (here(i_ + 1) && text_.is_any(i_ + 1, {word("tu"), word("y"), word("en")})) return;
        if (named && !condition) return;
        report("À l'impératif, « va » s'écrit sans « s ».", {"va"});
        return;
    }
    const bool misheard = form == "allé" || form == "allée" || form == "allés" || form == "allées" || form == "aller";
    if (!misheard || first_ != i_ || place() != Place::sentence) return;
    const bool infinitive =
        here(i_ + 1) && form != "aller" &&
        (only_infinitive(text_, i_ + 1) || text_.lower(i_ + 1) == "plutôt" || text_.lower(i_ + 1) == "directement");
    const bool call =
        same_sentence(text_, i_, i_ + 2) && text_[i_ + 1].boundary == Boundary::comma &&
        text_.is_any(i_ + 2, {word("on"), word("vous"), word("c'"), word("nous"), word("je"), word("tu")});
    if (!infinitive && !call) return;
    report("Pour encourager ou demander, on écrit l'impératif « allez ».", {"allez"});
}

/// soit patient, ne soit pas, n'aies pas peur, ait confiance
void ImperativeRule::be() {
    if (text_.is_any(i_, {word("soit"), word("ait"), word("aies")})) {
        const bool is_soit = text_.is(i_, word("soit"));
        std::size_t next = i_ + 1;
        if (negated_) {
            if (!here(next) || !text_.is_any(next, {word("pas"), word("plus"), word("jamais"), word("point")})) return;
        } else {
            if (place() != Place::sentence || !here(next)) return;
            next = skip_adverbs(text_, next);
            if (next == npos) return;
            const bool adjective = is_soit && !text_[next].unknown && text_.can(next, PartOfSpeech::adjective) &&
                                   text_.only(next, part(PartOfSpeech::adjective) | part(PartOfSpeech::noun)) &&
                                   (agreement(text_, next, part(PartOfSpeech::adjective)) &
                                    agreement_set(gender::any, number::singular)) != 0;
            const bool noun = !is_soit && (text_.lower(next) == "confiance" || text_.lower(next) == "pitié" ||
                                           text_.lower(next) == "peur" || text_.lower(next) == "foi");
            if (!adjective && !noun) return;
            for (std::size_t i = next, n = 0; n < 30 && same_sentence(text_, i_, i); ++i, ++n) {
                if (text_.is_any(i, {word("soit"), word("ou"), word("que")})) return;
            }
        }
        report("À l'impératif, on écrit " + std::string(is_soit ? "« sois »" : "« aie »") + ".",
               {is_soit ? "sois" : "aie"});
    }
}

/// manges ta soupe, n'oublies pas
/// si tu y vas, | demandes: the verb opens the clause after the one of « si tu », « quand tu »
bool ImperativeRule::after_condition_on_tu() const {
    if (first_ < 3 || !same_sentence(text_, first_ - 1, i_) || text_[first_ - 1].boundary != Boundary::comma)
        return false;
    bool tu = false;
    for (std::size_t i = first_ - 1, n = 0; i > 0 && n < 14 && same_sentence(text_, i - 1, i_); --i, ++n) {
        if (text_[i - 1].boundary != Boundary::none) return false;
        tu = tu || text_.is(i - 1, word("tu"));
        const bool start = i == 1 || !same_sentence(text_, i - 2, i_) || text_[i - 2].boundary != Boundary::none;
        if (start) return tu && text_.is_any(i - 1, {word("si"), word("quand"), word("lorsque")});
    }
    return false;
}

void ImperativeRule::s_too_many() {
    const std::string_view form = text_.lower(i_);
    if (form.ends_with("es") && (text_.tenses(i_) & tense::present) != 0 && !text_.is(i_, word("es")) &&
        text_.only(i_, part(PartOfSpeech::verb) | part(PartOfSpeech::noun)) &&
        (text_.persons(i_) & ~person::second_singular) == 0 && after_condition_on_tu() && here(i_ + 1) &&
        !text_.is(i_ + 1, word("tu"))) {
        report("À l'impératif, " + checker_.quoted(i_) + " s'écrit sans « s ».", imperatives(person::second_singular));
        return;
    }
    if (!form.ends_with("es") || !only_finite(text_, i_) || (text_.tenses(i_) & tense::present) == 0 ||
        text_.is(i_, word("es")))
        return;
    std::uint8_t persons = 0;
    for (const Analysis& reading : text_.readings(i_)) persons |= reading.features.persons;
    if (persons != person::second_singular || (place() != Place::sentence && !negated_)) return;
    if (here(i_ + 1) && text_.is(i_ + 1, word("tu"))) return;
    for (std::size_t i = first_, n = 0; i > 0 && n < 30 && same_sentence(text_, i - 1, i_); --i, ++n) {
        if (text_.is(i - 1, word("tu"))) return;
    }
    std::vector<std::string> suggestions = imperatives(person::second_singular);
    if (suggestions.empty() && checker_.wants_suggestions()) return;
    report("À l'impératif, " + checker_.quoted(i_) + " s'écrit sans « s ».", std::move(suggestions));
}

/// prend le temps, ne m'attend pas
void ImperativeRule::third_for_second() {
    const std::string_view form = text_.lower(i_);
    if (!form.ends_with("d") && !form.ends_with("t")) return;
    if (!only_finite(text_, i_) || (text_.tenses(i_) & tense::present) == 0) return;
    std::uint8_t persons = 0;
    bool transitive = false;
    for (const Analysis& reading : text_.readings(i_)) {
        persons |= reading.features.persons;
        transitive =
            transitive || (reading.features.verb & (language::verb::transitive | language::verb::indirect)) != 0;
    }
    constexpr std::uint32_t never = lemma_class::impersonal | lemma_class::etre | lemma_class::avoir |
                                    lemma_class::modal | lemma_class::etre_perfect;
    if (persons != person::third_singular || !transitive || is_form_of(text_, i_, never)) return;
    if (form == "suffit" || form == "vaut" || form == "plaît" || form == "suit" || form == "dit" || form == "fait") {
        if (!second_clitic_) return;
    }
    // the only sentence of a text cannot leave out a subject that was named before; notes on an employee do
    std::size_t sentences = text_.size() == 0 ? 0 : text_.token(text_.size() - 1).sentence + 1U;
    const bool alone = sentences == 1 && text_.size() < 16 && !speaks_of_somebody();
    if (!(negated_ && second_clitic_) && !speaks_to_somebody() && !(alone && place() == Place::sentence)) return;
    if (place() != Place::sentence && !negated_) return;
    // répond le vendeur: the subject follows
    if (is_form_of(text_, i_, lemma_class::speech) && !negated_ && here(i_ + 1)) return;
    std::vector<std::string> suggestions = imperatives(person::second_singular);
    if (suggestions.empty() && checker_.wants_suggestions()) return;
    report("À l'impératif, " + checker_.quoted(i_) + " finit par « s ».", std::move(suggestions));
}

}  // namespace

void check_imperatives(Checker& checker) {
    const ReadText& text = checker.text();
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text.can(i, PartOfSpeech::verb) || text[i + 1].enclitic) ImperativeRule(checker, i).run();
    }
}

}  // namespace relis::grammar

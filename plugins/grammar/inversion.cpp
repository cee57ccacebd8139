// A verb and the subject pronoun joined to it: que pouvait-ils, attaques-on, aie-je, prend-t-il, parts-tu.
#include "rules.h"
#include "sound_alike.h"
#include "verb_group.h"

namespace relis::grammar {
namespace {

class InversionRule {
  public:
    /// i is the verb, the pronoun follows it.
    InversionRule(Checker& checker, std::size_t i) : checker_(checker), text_(checker.text()), i_(i) {}
    void run();

  private:
    /// c'est-tu loin, ça se peut-tu, j'ai-tu le temps: the particle of questions in Québec; the verb has its subject.
    [[nodiscard]] bool is_particle_tu() const {
        return text_.is(i_ + 1, word("tu")) && i_ > 0 && same_sentence(text_, i_ - 1, i_) &&
               (is_subject_pronoun(text_, i_ - 1) || is_clitic(text_, i_ - 1) ||
                text_.is_any(i_ - 1, {word("c'"), word("ça"), word("cela")}));
    }
    void wrong_form();
    void other_word();
    void linking();
    [[nodiscard]] std::uint8_t person_asked() const;
    [[nodiscard]] std::string with_pronoun(std::string form) const;
    [[nodiscard]] bool has_link() const {
        return text_.lower(i_ + 1).find("t-") != std::string_view::npos ||
               text_.lower(i_ + 1).find("t'") != std::string_view::npos;
    }

    Checker& checker_;
    const ReadText& text_;
    std::size_t i_;
    std::uint8_t wanted_ = 0;
};

std::uint8_t InversionRule::person_asked() const {
    const std::size_t p = i_ + 1;
    if (text_.is(p, word("je"))) return person::first_singular;
    if (text_.is(p, word("tu"))) return person::second_singular;
    if (text_.is_any(p, {word("il"), word("elle"), word("on"), word("iel")})) return person::third_singular;
    if (text_.is_any(p, {word("ils"), word("elles"), word("iels")})) return person::third_plural;
    if (text_.is(p, word("nous"))) return person::first_plural;
    if (text_.is(p, word("vous"))) return person::second_plural;
    if (text_.is(p, word("ce"))) return person::third_singular | person::third_plural;
    return 0;
}

/// mange and il → mange-t-il, prend and il → prend-il
std::string InversionRule::with_pronoun(std::string form) const {
    const bool vowel = form.ends_with("e") || form.ends_with("a") || form.ends_with("c");
    const bool third = wanted_ == person::third_singular;
    if (wanted_ == person::first_singular && form.ends_with("e")) form.replace(form.size() - 1, 1, "é");
    form += third && vowel ? "-t-" : "-";
    form += closed_word(text_[i_ + 1].id);
    return form;
}

void InversionRule::run() {
    if (i_ + 1 >= text_.size() || !text_[i_ + 1].enclitic || text_[i_].boundary != Boundary::none ||
        text_[i_].enclitic || checker_.reported(i_) || checker_.reported(i_ + 1))
        return;
    wanted_ = person_asked();
    if (wanted_ == 0 || is_particle_tu()) return;
    const bool object_too = text_.is_any(i_ + 1, {word("nous"), word("vous")});
    // laissez-nous, dites-vous que: an imperative and its object
    if (object_too && (text_.tenses(i_) & tense::imperative) != 0) return;
    if (text_.can(i_, PartOfSpeech::verb) && can_be_finite(text_, i_)) {
        wrong_form();
    } else if (!text_[i_].unknown && text_[i_].id == no_word) {
        other_word();
    }
}

void InversionRule::wrong_form() {
    std::uint8_t persons = 0;
    bool indicative = false;
    for (const Analysis& reading : text_.readings(i_)) {
        if (!is_finite(reading.features)) continue;
        persons |= reading.features.persons;
        const bool subjunctive = (reading.features.tenses & tense::personal &
                                  ~(tense::subjunctive_present | tense::subjunctive_imperfect)) == 0;
        indicative = indicative || !subjunctive || text_.is(i_ + 1, word("ce"));
    }
    // puissé-je, fût-il, soient-ils: a wish or a concession; but « aie-je »
    const bool wish = indicative || !text_.is(i_ + 1, word("je")) || !text_.is_any(i_, {word("aie"), word("ait")});
    const bool puis = text_.is(i_, word("peux")) && text_.is(i_ + 1, word("je"));
    if ((persons & wanted_) != 0 && wish && !puis) {
        linking();
        return;
    }
    const std::string pronoun(closed_word(text_[i_ + 1].id));
    std::vector<std::string> suggestions;
    constexpr std::uint16_t moods =
        static_cast<std::uint16_t>(tense::personal & ~(tense::subjunctive_present | tense::subjunctive_imperfect));
    const std::uint16_t own = text_.tenses(i_) & moods;
    std::size_t last = i_;
    const bool demonstrative = text_.is(i_ + 1, word("ce"));
    const std::uint8_t asked = demonstrative ? person::third_singular : wanted_;
    for (std::string form : checker_.conjugated(i_, asked, own != 0 ? own : tense::present)) {
        if (form == "peux" && wanted_ == person::first_singular) form = "puis";
        const std::string whole = with_pronoun(form);
        // the pronoun changes too: mange-t-on
        const bool linked = whole.size() > form.size() + pronoun.size() + 1;
        if (last == i_ && ((suggestions.empty() && linked) || has_link())) last = i_ + 1;
        suggestions.push_back(last == i_ ? form : whole);
    }
    checker_.report("inversion", i_, last,
                    "Le verbe " + checker_.quoted(i_) + " ne s'accorde pas avec son sujet « " + pronoun + " ».",
                    std::move(suggestions));
}

/// mange-il, prend-t-il
void InversionRule::linking() {
    if (wanted_ != person::third_singular) return;
    const std::string_view form = text_.lower(i_);
    const bool ends_in_t = form.ends_with("t") || form.ends_with("d");
    const bool vowel = form.ends_with("e") || form.ends_with("a");
    if (has_link() ? !ends_in_t : !vowel) return;
    checker_.report("inversion-t", i_, i_ + 1,
                    has_link()
                        ? "Le verbe finit déjà par le son « t » : on n'ajoute pas de « t » devant « " +
                              std::string(closed_word(text_[i_ + 1].id)) + " »."
                        : "Entre deux voyelles, on ajoute un « t » : « " + with_pronoun(std::string(form)) + " ».",
                    {with_pronoun(std::string(form))});
}

/// parts-tu, boycott-ils, attaquant-ils: no verb, but a form of one is heard like it
void InversionRule::other_word() {
    if (text_[i_].capital || (text_.is(i_ + 1, word("je")) && text_.lower(i_).ends_with("é"))) return;
    const bool demonstrative = text_.is(i_ + 1, word("ce"));
    const bool participle = text_.can(i_, PartOfSpeech::verb);
    const language::Lexicon& lexicon = text_.reader().lexicon();
    std::vector<std::string> suggestions;
    bool found = false;
    for (const SoundAlike& alike : sound_alikes(lexicon, text_.lower(i_))) {
        for (const Analysis& reading : lexicon.analyses(alike.id)) {
            constexpr std::uint16_t moods = tense::present | tense::imperfect | tense::future | tense::conditional;
            if (demonstrative && (text_.reader().classes(reading.lemma) & lemma_class::etre) == 0) continue;
            if ((reading.features.tenses & moods) == 0 || (reading.features.persons & wanted_) == 0) continue;
            found = true;
            suggestions.push_back(with_pronoun(alike.form));
            break;
        }
    }
    if (!found && participle && !demonstrative) {
        suggestions = checker_.conjugated(i_, wanted_, tense::present);
        for (std::string& form : suggestions) form = with_pronoun(form);
        found = true;
    }
    if (!found) return;
    checker_.report("inversion", i_, i_ + 1,
                    "Devant le pronom sujet « " + std::string(closed_word(text_[i_ + 1].id)) +
                        " », il faut un verbe conjugué et non " + checker_.quoted(i_) + ".",
                    std::move(suggestions));
}

}  // namespace

void check_inversions(Checker& checker) {
    const ReadText& text = checker.text();
    for (std::size_t i = 0; i + 1 < text.size(); ++i) {
        if (text[i + 1].enclitic) InversionRule(checker, i).run();
    }
}

}  // namespace relis::grammar

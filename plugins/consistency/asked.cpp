#include "asked.h"

#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::TokenKind;

namespace {

/// Reads the words of a label into aspects.
class Reader {
  public:
    Reader(const Comment& label, const Topics& topics, Asked& asked) : label_(label), topics_(topics), asked_(asked) {
        senses_.reserve(label.tokens().size());
        CueWords::Forms forms;
        for (std::size_t i = 0; i < label.tokens().size(); ++i)
            senses_.push_back(topics.words().sense(label, i, forms));
    }

    void run(bool is_scale) {
        read_form();
        if (inverted_ == 0) read_statement();
        asked_.aspects.emplace_back();
        const bool only_nouns = !has_verb_or_adjective();
        for (std::size_t i = 0; i < senses_.size(); ++i) {
            const std::string_view word = label_.folded(i);
            within_ = word == "(" || (within_ && word != ")");
            if (word == "?" || word == "!" || label_.tokens()[i].kind == TokenKind::punctuation) continue;
            if (within_) {
                read_example(i);
                continue;
            }
            if (is_circumstance(i)) break;
            // « Avez-vous pu parler sans être entendu »: what one was able to do is seldom told by its verb.
            if (word == "pu" && i > inverted_) able_ = i;
            if ((word == "et" || word == "ou" || word == "ni") && !asked_.aspects.back().parts.empty()) {
                next_is_new_ = true;
                if (word == "ou") joined_by_or_ = true;
                continue;
            }
            indirect_ |= opens_indirect(i);
            if (able_ != 0 && i > able_ && senses_[i].infinitive && i <= able_ + 2) continue;
            read_word(i, only_nouns || is_scale);
        }
        only_again();
        merge_same();
        if (joined_by_or_ && asked_.aspects.size() > 1) asked_.joined = Joined::any;
        for (const Aspect& aspect : asked_.aspects) {
            for (const Aspect::Part& part : aspect.parts) asked_.traits |= topics_.topic(part.topic).traits;
        }
    }

  private:
    void read_form() {
        int parentheses = 0;
        for (std::size_t i = 0; i < senses_.size(); ++i) {
            const std::string_view word = label_.folded(i);
            const std::string_view next = i + 1 < senses_.size() ? label_.folded(i + 1) : std::string_view{};
            // « Avant que vous ne parliez » denies nothing.
            // « De 1 (aucun) à 5 (remarquable) »: of a mark, not of the question
            parentheses += word == "(" ? 1 : word == ")" ? -1 : 0;
            asked_.negative |= (parentheses == 0 && is_any(word, "pas", "jamais", "aucun", "aucune")) ||
                               ((word == "ne" || word == "n'") && !is_any(next, "parliez", "demandiez", "ayez"));
            asked_.unasked |= word.starts_with("spontan") || word == "initiative" || word == "proactive" ||
                              word == "proactif" ||
                              (word == "sans" && (next == "que" || next == "qu'" || next == "avoir"));
            asked_.of_person |= word == "vous" && label_.tokens()[i].kind == TokenKind::word;
            presence_ |= is_any(word, "remarque", "constate", "observe", "releve", "note", "apercu", "decele",
                                "rencontre", "existait", "vu", "trouve", "restait", "restaient", "subsistait",
                                "trainait", "trainaient", "presentait", "presentaient", "comportait") ||
                         (word == "avait" && i > 0 && label_.folded(i - 1) == "y");
            asked_.had_to |= (word == "du" && label_.folded(i > 0 ? i - 1 : 0) == "-vous") ||
                             (word == "fallu" && !next.empty()) || word == "contraint" || word == "contrainte" ||
                             word.starts_with("oblige");
            asked_.every |= word == "tous" || word == "toutes";
            asked_.at_once |=
                is_any(word, "des", "immediatement", "aussitot", "rapidement", "promptement", "d'emblee") &&
                label_.tokens()[i].form != "des";
            asked_.at_once |= (word == "suite" && i > 1 && label_.folded(i - 2) == "tout") ||
                              (is_any(word, "premiere", "premieres") && is_any(next, "minute", "minutes", "secondes"));
            asked_.first |= word == "avant" && i + 2 < senses_.size() && is_any(next, "que", "meme") &&
                            is_any(label_.folded(i + 2), "vous", "que");
            asked_.bound |= word == "avant" || (word == "premier" && is_any(next, "coup", "essai"));
            asked_.first |= is_any(word, "premier", "premiere") && i > 1 &&
                            is_any(label_.folded(i - 1), "le", "la", "en") && (next.empty() || !senses_[i + 1].noun);
            for (const std::string_view start :
                 {"quelqu'un", "employe", "membre", "personnel", "conseill", "vendeu", "agent", "caissi", "serveu",
                  "-t-on", "-on", "preposé", "responsable", "technicien", "receptionn", "equipe"}) {
                asked_.of_person |= word.starts_with(start);
            }
            if (label_.tokens()[i].kind != TokenKind::enclitic) continue;
            inverted_ = inverted_ == 0 ? i : inverted_;
            if (word == "-vous" && inverted_ == i) {
                // « Avez-vous été salué »: the doing is another's.
                const bool passive = next == "ete" || next == "senti" || next == "sentie" || next == "recu" ||
                                     next == "eu" || next == "obtenu" || next == "vu" || next == "remarque" ||
                                     next == "constate" || next == "pu" || next == "trouve";
                asked_.of_shopper = !passive;
            }
        }
        // A label that asks for the absence of something by « sans » is no negative question.
    }

    /// « Le livreur s'est montré courtois », « J'ai dû attendre »: the first verb takes the place of the inverted
    /// subject. Without any, the label only names what is asked.
    void read_statement() {
        bool subordinate = false;
        for (std::size_t i = 1; i < senses_.size(); ++i) {
            const std::string_view word = label_.folded(i);
            if (is_any(word, "quand", "si", "lorsque", "lorsqu'", "qui", "que", "qu'", "dont")) subordinate = true;
            if (word == ",") subordinate = false;
            const CueWords::Sense& sense = senses_[i];
            const bool auxiliary = is_auxiliary(i);
            if (!auxiliary && (!sense.finite || sense.noun || (sense.adjective && sense.participle))) continue;
            // « La personne qui m'a servi m'a conseillé »: the first verb is the subordinate's
            if (subordinate) {
                subordinate = false;
                continue;
            }
            inverted_ = i > 1 ? i - 1 : i;
            const std::string_view next = i + 1 < senses_.size() ? label_.folded(i + 1) : std::string_view{};
            const std::string_view before = label_.folded(i - 1);
            asked_.of_shopper =
                is_any(before, "je", "j'") && !is_any(next, "ete", "senti", "sentie", "recu", "eu", "obtenu", "vu",
                                                      "remarque", "constate", "pu", "trouve");
            asked_.had_to |= next == "du" && is_any(before, "je", "j'");
            asked_.of_person |= is_any(before, "m'", "me", "on");
            return;
        }
        asked_.nominal = true;
    }

    /// « On m'a salué », « la borne a fonctionné »: a letter is a noun too, and so is the east.
    [[nodiscard]] bool is_auxiliary(std::size_t i) const {
        const std::string_view form = label_.tokens()[i].form;
        if (i + 1 >= senses_.size() || !senses_[i + 1].participle) return false;
        return form == "a" || form == "est" || form == "ai" || form == "suis";
    }

    /// « Douleur ou inconfort »: one thing by two names.
    void merge_same() {
        auto& aspects = asked_.aspects;
        for (std::size_t i = 1; i < aspects.size();) {
            const auto& parts = aspects[i].parts;
            const bool same =
                !parts.empty() && aspects[i].own.empty() &&
                std::all_of(parts.begin(), parts.end(), [&](const auto& part) {
                    return std::any_of(aspects[0].parts.begin(), aspects[0].parts.end(), [&](const auto& known) {
                        return known.topic == part.topic && known.reversed == part.reversed;
                    });
                });
            if (!same) {
                ++i;
                continue;
            }
            auto& nouns = aspects[0].nouns;
            nouns.insert(nouns.end(), aspects[i].nouns.begin(), aspects[i].nouns.end());
            aspects.erase(aspects.begin() + static_cast<std::ptrdiff_t>(i));
        }
    }

    /// « avant que vous parliez », « dans les deux minutes », « pour vous guider »: when and why, no longer what.
    [[nodiscard]] bool is_circumstance(std::size_t i) const {
        if (i <= inverted_ + 1) return false;
        const std::string_view word = label_.folded(i);
        const std::string_view next = i + 1 < senses_.size() ? label_.folded(i + 1) : std::string_view{};
        return word == "avant" || word == "quand" || word == "lorsque" || word == "lorsqu'" || word == "afin" ||
               (word == "sans" && (next == "que" || next == "qu'" || next == "avoir" || next == "vous"));
    }

    /// « Savez-vous ce qui… et sous quel délai »: what follows is what somebody told or knows, and no longer asked
    /// itself.
    [[nodiscard]] bool opens_indirect(std::size_t i) const {
        if (inverted_ == 0 || i <= inverted_) return false;
        const std::string_view word = label_.folded(i);
        const std::string_view next = i + 1 < senses_.size() ? label_.folded(i + 1) : std::string_view{};
        return is_any(word, "quel", "quelle", "quels", "quelles", "pourquoi", "combien", "comment") ||
               (word == "ce" && is_any(next, "qui", "que", "qu'", "dont") && tells_before(i));
    }

    /// « Avez-vous dû répéter une information »: nothing but the repeating.
    void only_again() {
        if (!asked_.had_to) return;
        const std::uint16_t again = topics_.number_of("again");
        Aspect& aspect = asked_.aspects.front();
        const auto found = std::find_if(aspect.parts.begin(), aspect.parts.end(),
                                        [&](const Aspect::Part& part) { return part.topic == again; });
        if (found == aspect.parts.end()) return;
        aspect.parts = {*found};
        aspect.own.clear();
        asked_.aspects.resize(1);
    }

    /// « Savez-vous », « vous a-t-on expliqué » before `i`; « reçu ce que vous aviez commandé » is no indirect
    /// question.
    [[nodiscard]] bool tells_before(std::size_t i) const {
        for (std::size_t k = 0; k < i; ++k) {
            for (const std::string_view start : {"sav", "dit", "expliq", "inform", "precis", "indiq", "annonc",
                                                 "demand", "connai", "compri", "compren"}) {
                if (label_.folded(k).starts_with(start)) return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool is_reflexive(std::size_t i) const {
        for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
            if (label_.folded(i - back) == "s'" || label_.folded(i - back) == "se") return true;
        }
        return false;
    }

    [[nodiscard]] bool has_verb_or_adjective() const {
        for (std::size_t i = inverted_; i < senses_.size(); ++i) {
            for (const WordNumber number : senses_[i].words) {
                if (number != 0 && !topics_.asked_by(number).empty() && (senses_[i].verb || senses_[i].adjective))
                    return true;
            }
        }
        return false;
    }

    [[nodiscard]] bool follows(const std::vector<WordNumber>& words, std::size_t i) const {
        std::size_t at = i;
        for (std::size_t k = 1; k < words.size(); ++k) {
            std::size_t gap = 0;
            do {
                if (++at >= senses_.size() || ++gap > 4) return false;
            } while (!senses_[at].is(words[k]));
        }
        return true;
    }

    /// « Quelque chose vous a gêné (bruit, odeur) »: in brackets stand examples, which ask only for what is felt.
    void read_example(std::size_t i) {
        Aspect& aspect = asked_.aspects.back();
        for (const WordNumber number : senses_[i].words) {
            if (number == 0) continue;
            for (const std::uint32_t at : topics_.asked_by(number)) {
                const Topics::Ask& ask = topics_.asks()[at];
                if (!ask.reversed || ask.words.size() > 1 || (topics_.topic(ask.topic).traits & trait::felt) == 0)
                    continue;
                aspect.parts.push_back({ask.topic, true});
            }
        }
    }

    void read_word(std::size_t i, bool nouns_ask) {
        const CueWords::Sense& sense = senses_[i];
        // « Les frais vous ont-ils été expliqués »: after an article before the verb, a noun
        const bool only_noun = sense.noun && sense.adjective && inverted_ != 0 && i < inverted_ && i > 0 &&
                               is_any(label_.folded(i - 1), "les", "des", "le", "la", "l'", "un", "une");
        const bool after_inversion = inverted_ == 0 || i > inverted_ || i + 1 == inverted_;
        bool asks = false;
        // « La coupe demandée a-t-elle été bien faite »: a participle of the noun asks nothing
        const bool of_noun =
            inverted_ != 0 && i < inverted_ && sense.participle && !sense.finite && i > 0 && senses_[i - 1].noun;
        if (!only_noun && !of_noun && !indirect_ && !after_without_) {
            // « Délai respecté » asks more closely than « délai »: the longest that fits counts
            std::size_t longest = 0;
            for (const WordNumber number : sense.words) {
                if (number == 0) continue;
                for (const std::uint32_t at : topics_.asked_by(number)) {
                    const auto& words = topics_.asks()[at].words;
                    if (words.size() > longest && follows(words, i)) longest = words.size();
                }
            }
            for (const WordNumber number : sense.words) {
                if (number == 0) continue;
                for (const std::uint32_t at : topics_.asked_by(number)) {
                    const Topics::Ask& ask = topics_.asks()[at];
                    if (ask.words.size() < longest || !follows(ask.words, i)) continue;
                    // A noun before the verb is what a state is asked of; of an act it says only who or where.
                    const bool act = (topics_.topic(ask.topic).traits & trait::act) != 0;
                    if (!after_inversion && !sense.adjective && !sense.verb && act) continue;
                    if (sense.verb && ask.reflexive != (is_reflexive(i) && has_reflexive(number))) continue;
                    if (!nouns_ask && sense.noun && !sense.verb && !sense.adjective && is_place(i)) continue;
                    start_aspect();
                    Aspect& aspect = asked_.aspects.back();
                    const auto same = [&](const Aspect::Part& part) { return part.topic == ask.topic; };
                    if (std::none_of(aspect.parts.begin(), aspect.parts.end(), same)) {
                        aspect.parts.push_back({ask.topic, ask.reversed});
                    }
                    asks = true;
                }
            }
        }
        // « Y avait-il des étagères vides », « des odeurs nauséabondes »: a fault that no list of questions names
        if (!asks && presence_ && !only_noun && inverted_ != 0 && i > inverted_ && (sense.noun || sense.adjective)) {
            asks = read_fault(sense);
        }
        after_without_ |= label_.folded(i) == "sans";
        const bool own_word = (asked_.nominal ? i > 0 && sense.participle : inverted_ != 0 && i > inverted_) &&
                              !indirect_ && !after_without_ && (sense.verb || sense.adjective) && !sense.noun;
        if (own_word) {
            for (std::size_t k = 0; k < sense.lemma_count; ++k) {
                if (topics_.is_weak(sense.lemmas[k])) return;
            }
            if (!asks && next_is_new_) start_aspect();
            Aspect& aspect = asked_.aspects.back();
            aspect.own.insert(aspect.own.end(), sense.lemmas, sense.lemmas + sense.lemma_count);
            if (sense.adjective || sense.participle) add_poles(aspect, sense);
        } else if (sense.noun && !after_without_ && label_.folded(i).size() >= 3 &&
                   !is_any(label_.folded(i), "ete", "dans", "sur", "pour", "par", "pas", "vous", "avez", "tout")) {
            asked_.aspects.back().nouns.emplace_back(label_.folded(i));
            if (presence_ && asked_.present.empty() && inverted_ != 0 && i > inverted_ + 1)
                asked_.present = label_.folded(i);
        }
    }

    void add_poles(Aspect& aspect, const CueWords::Sense& sense) const {
        for (std::size_t k = 0; k < sense.lemma_count; ++k) {
            const auto& poles = topics_.poles(sense.lemmas[k]);
            aspect.poles.insert(aspect.poles.end(), poles.begin(), poles.end());
        }
    }

    bool read_fault(const CueWords::Sense& sense) {
        for (const WordNumber number : sense.words) {
            if (number == 0) break;
            for (const std::uint32_t at : topics_.beginning_with(number)) {
                const Cue& cue = topics_.cue(at);
                if (cue.agreeing || !cue.strong || cue.words.size() != 1 || cue.absolute ||
                    !topics_.is_asked(cue.topic))
                    continue;
                start_aspect();
                asked_.aspects.back().parts.push_back({cue.topic, true});
                return true;
            }
        }
        return false;
    }

    /// Whether the word asks about something of its own where it is reflexive.
    [[nodiscard]] bool has_reflexive(WordNumber number) const {
        const auto& asks = topics_.asked_by(number);
        return std::any_of(asks.begin(), asks.end(), [&](std::uint32_t at) { return topics_.asks()[at].reflexive; });
    }

    void start_aspect() {
        if (!next_is_new_) return;
        next_is_new_ = false;
        asked_.aspects.emplace_back();
        asked_.aspects.back().nouns = asked_.aspects[asked_.aspects.size() - 2].nouns;
    }

    /// « à l'accueil », « de la réponse »: where, not what.
    [[nodiscard]] bool is_place(std::size_t i) const {
        for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
            const std::string_view word = label_.folded(i - back);
            if (word == "a" || word == "au" || word == "aux" || word == "dans" || word == "de" || word == "du" ||
                word == "des" || word == "sur" || word == "d'" || word == "pour" || word == "par") {
                return true;
            }
            if (word != "l'" && word != "la" && word != "le" && word != "les" && word != "votre" && word != "vos" &&
                word != "tous" && word != "toutes")
                return false;
        }
        return false;
    }

    const Comment& label_;
    const Topics& topics_;
    Asked& asked_;
    std::vector<CueWords::Sense> senses_;
    bool after_without_ = false;  ///< « sans être entendu »: its words ask the contrary
    bool within_ = false;         ///< brackets
    std::size_t able_ = 0;        ///< « pu », whose infinitive is not what is asked
    std::size_t inverted_ = 0;    ///< the inverted subject; 0: none
    bool presence_ = false;       ///< « Avez-vous remarqué », « y avait-il »
    bool indirect_ = false;       ///< within « ce qui… », « quel… »
    bool next_is_new_ = false;
    bool joined_by_or_ = false;
};

}  // namespace

namespace {

/// « Aucune, légère, forte »: the best choice says that there was none.
bool best_is_none(const Question& question) {
    const Choice& first = question.choices.front();
    const Choice& last = question.choices.back();
    const Choice& best = question.is_negative(last.name) || !question.is_negative(first.name) ? first : last;
    const std::string label = language::fold(best.label);
    return label.starts_with("aucun") || label.starts_with("rien") || label.starts_with("jamais") ||
           label.starts_with("pas ") || label.starts_with("nul");
}

}  // namespace

Asked read_question(const Question& question, const Comment& label, const Topics& topics) {
    Asked asked;
    const bool scale = std::none_of(question.choices.begin(), question.choices.end(),
                                    [](const Choice& choice) { return yes_or_no(choice.label) != Side::none; });
    Reader(label, topics, asked).run(scale && question.choices.size() > 1);
    if (scale && question.choices.size() > 1) {
        // « Dans quel état »: clean, in order, working
        for (std::size_t i = 0; i < label.tokens().size(); ++i) {
            if (label.folded(i) != "etat") continue;
            for (std::size_t number = 0; number < topics.size(); ++number) {
                const auto topic = static_cast<std::uint16_t>(number);
                const std::string_view name = topics.topic(topic).name;
                if (name == "clean" || name == "tidy" || name == "working")
                    asked.aspects.front().parts.push_back({topic, false});
            }
        }
        // « Calme, quelques bruits, bruyante »: the choices name what a question « Comment était… » asks.
        for (const Choice& choice : question.choices) {
            const Comment words(choice.label);
            Asked said;
            Reader(words, topics, said).run(true);
            const bool bad = question.is_negative(choice.name);
            for (Aspect& aspect : said.aspects) {
                for (Aspect::Part part : aspect.parts) {
                    // A bad choice that uses a good word (« peu propre ») is not read.
                    if (bad != part.reversed) continue;
                    part.reversed = false;
                    auto& parts = asked.aspects.front().parts;
                    if (std::none_of(parts.begin(), parts.end(),
                                     [&](const Aspect::Part& known) { return known.topic == part.topic; })) {
                        parts.push_back(part);
                    }
                }
            }
        }
        const bool denied_best = best_is_none(question);
        for (Aspect& aspect : asked.aspects) {
            for (Aspect::Part& part : aspect.parts) {
                // Best is good whatever word asks; « aucune » is best where a fault is asked for.
                part.reversed = denied_best && !part.reversed && (topics.topic(part.topic).traits & trait::act) == 0;
                asked.traits |= topics.topic(part.topic).traits;
            }
        }
    }
    return asked;
}

}  // namespace relis::consistency

// What a comment says for and against what a question asks.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <string_view>
#include <vector>

#include "asked.h"
#include "box.h"
#include "clauses.h"

namespace relis::consistency {

/// What a comment says for and against one aspect of a question. Weights: 2 convinces alone.
struct Evidence {
    int agreeing = 0;
    int opposed = 0;
    int opposed_outright = 0;  ///< of it by words that say the contrary undenied
    bool strongly = false;     ///< a strong cue agrees
    bool own_denied = false;   ///< the question's own word is denied
    bool doubtful = false;     ///< something opposed, but dated or limited
    std::size_t agreeing_first = 0, agreeing_last = 0;
    std::size_t opposed_first = 0, opposed_last = 0;
    std::size_t doubtful_first = 0, doubtful_last = 0;

    void agree(int weight, std::size_t first, std::size_t last) {
        if (agreeing == 0) agreeing_first = first, agreeing_last = last;
        agreeing += weight;
    }
    void doubt(std::size_t first, std::size_t last) {
        if (!doubtful) doubtful_first = first, doubtful_last = last;
        doubtful = true;
    }
    void oppose(int weight, std::size_t first, std::size_t last) {
        if (opposed == 0) opposed_first = first, opposed_last = last;
        opposed += weight;
    }
};

/// Weighs the words of one comment. Lives no longer than what it reads.
class Weigher {
  public:
    /// `several`: the question asks for one thing or another (« une entrée ou un dessert »).
    Weigher(const Topics& topics, const Box& box, const ReadComment& read, bool several)
        : topics_(topics),
          box_(box),
          read_(read),
          several_(several),
          quick_(topics.named().quick),
          silence_(topics.named().silence),
          exact_(topics.named().exact),
          excuse_(topics.named().excuse),
          attention_(topics.named().attention),
          approach_(topics.named().approach) {}

    /// Only these sentences count from now on; all of them with null.
    void read_only(const std::vector<bool>* sentences) { sentences_ = sentences; }
    /// The cues of the aspect's topics, and the question's own words.
    [[nodiscard]] Evidence weigh(const Aspect& aspect, const Asked& asked) const;
    /// The cues of one topic.
    void weigh_cues(const Aspect& aspect, const Aspect::Part& part, const Asked& asked, Evidence& evidence) const;
    /// « Aucun temps ne m'a été donné », « pas de gants », where the question speaks of a time, of gloves.
    void weigh_denied_nouns(const Aspect& aspect, Evidence& evidence) const;
    /// « Il a oublié les points », « aucune question là-dessus »: what the question names was left undone or unsaid.
    void weigh_omissions(const Aspect& aspect, const Asked& asked, Evidence& evidence) const;
    /// « Elle m'a juste dit le total »: in the first sentence, this and nothing else was done.
    void weigh_restriction(Evidence& evidence) const;
    /// « J'ai eu le temps de lire le menu avant que… », where the question asks whether it was at once.
    void weigh_lateness(Evidence& evidence) const;
    /// « Personne n'est venu », « il n'a rien dit », whatever the act was.
    void weigh_silence(const Asked& asked, Evidence& evidence) const;

    /// « Elle a recommencé avec un contenant neuf »: somebody put it right.
    [[nodiscard]] bool is_mended() const;
    /// « Le premier employé m'a affirmé qu'il n'y en avait plus. Sa collègue en a trouvé deux »: what somebody said at
    /// first, and something is told after it.
    [[nodiscard]] bool is_reported(std::size_t i) const;
    /// Where the shopper asks for something; nothing where he does not.
    [[nodiscard]] std::optional<std::size_t> shopper_asked() const;
    /// « C'est moi qui… »
    [[nodiscard]] bool is_the_shopper(std::size_t i) const;
    /// « Je lui ai dit : « Et les frais ? » »: whether what is said at `i` is a question in quotation marks.
    [[nodiscard]] bool puts_question(std::size_t i) const;
    /// « J'ai dit bonjour la première »
    [[nodiscard]] std::optional<std::size_t> speaks_first() const;
    /// Whether the shopper finds a reason for what stands at `i`: « et je ne le lui reproche pas ».
    [[nodiscard]] bool is_excused(std::size_t i) const;
    /// The longest cue of a topic at token `i`.
    [[nodiscard]] const Cue* cue_at(std::uint16_t topic, std::size_t i, std::size_t& last) const;
    /// Whether the shopper himself does what stands at `i`.
    [[nodiscard]] bool is_own_doing(std::size_t i) const;

  private:
    [[nodiscard]] std::string_view word(std::size_t i) const { return box_.comment.folded(i); }
    [[nodiscard]] std::size_t size() const { return box_.comment.tokens().size(); }
    [[nodiscard]] bool follows(const Cue& cue, std::size_t i, std::size_t& last) const;
    /// « J'ai été saluée »: the shopper is the subject, the doing is another's.
    [[nodiscard]] bool is_passive(std::size_t i) const;
    /// « À vrai dire », « demandé de signer »: the word of a cue that says something else.
    [[nodiscard]] bool is_idiom(std::size_t i) const;
    /// « Aucun guichet n'était brisé », where the noun stands at `noun`.
    [[nodiscard]] bool is_subject_of_state(std::size_t noun) const;
    [[nodiscard]] bool is_read(std::size_t i) const {
        return sentences_ == nullptr || (*sentences_)[box_.comment.tokens()[i].sentence];
    }
    /// Whether token `i` is one of the question's nouns.
    [[nodiscard]] bool is_named(const Aspect& aspect, std::size_t i) const;
    [[nodiscard]] bool is_noun_asked(const Aspect& aspect, std::string_view noun) const;
    /// Whether the clause holds a noun of the question, elsewhere than at `except`.
    [[nodiscard]] bool names_asked(const Aspect& aspect, const Clause& clause, std::size_t except) const;
    /// Whether the act at `i` bears on another thing than the question: « proposé de sac » where a dessert is asked.
    [[nodiscard]] bool has_other_object(const Aspect& aspect, std::size_t i) const;
    /// Whether the denial bears on the noun itself: « aucun badge », « pas de merci », « sans un mot ».
    [[nodiscard]] bool is_denied_noun(std::size_t i) const;
    [[nodiscard]] bool said_by_shopper(std::size_t i) const;
    /// « J'ai trouvé toute seule », « j'ai ouvert moi-même »: what was asked of others, the shopper did.
    void weigh_self_help(Evidence& evidence) const;
    /// Where quickness is asked: a quarter of an hour and more is slow, four minutes and less quick.
    /// « J'avais commandé le poulet et j'ai eu celui au thon »
    void weigh_other_received(Evidence& evidence) const;
    void weigh_durations(Evidence& evidence) const;
    /// Whether the duration at `i` was promised or announced rather than lived.
    [[nodiscard]] bool is_promised(std::size_t i) const;
    /// « Il n'y avait personne ; j'ai attendu une minute et un agent est arrivé »: somebody came after that clause.
    [[nodiscard]] bool somebody_comes(std::size_t clause) const;
    [[nodiscard]] bool holds(const Clause& clause, std::span<const std::string_view> words) const;
    /// « Froid » beside a question that asks whether it was hot.
    void weigh_antonyms(const Aspect& aspect, Evidence& evidence) const;
    void weigh_own_words(const Aspect& aspect, const Asked& asked, Evidence& evidence) const;

    const Topics& topics_;
    const Box& box_;
    const ReadComment& read_;
    bool several_;
    const std::vector<bool>* sentences_ = nullptr;
    std::uint16_t quick_, silence_, exact_, excuse_, attention_, approach_;
};

}  // namespace relis::consistency

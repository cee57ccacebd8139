// The concrete facts of a comment: what lets a reader picture the visit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include <relis/context.h>
#include <relis/questionnaire.h>
#include <relis/report.h>

#include "comments/comment.h"
#include "comments/readability.h"
#include "comments/words.h"
#include "language/lexicon.h"

namespace relis::comments {

enum class FactKind : std::uint8_t {
    identity,  ///< a first name, or what somebody looked like or wore
    person,    ///< a role: caissière, gérant, un couple
    time,      ///< 14 h 10, midi
    duration,  ///< trois minutes, une demi-heure
    quantity,  ///< deux caisses, une douzaine de clients
    price,     ///< 12,50 $
    quote,     ///< words between quotation marks
    reported,  ///< il m'a demandé si…, elle m'a dit bonjour
    place,     ///< allée, comptoir, cabine
    sensory,   ///< what was seen, heard, smelt, tasted or felt
    object,    ///< another concrete thing: a product, a paper, a machine
    action,    ///< what somebody did, by its verb
    sequence,  ///< puis, ensuite, en sortant
    topic      ///< a word that the question says an answer should touch
};
inline constexpr std::size_t fact_kinds = 14;

/// The stable name of a kind (`identity`), used in parameters.
[[nodiscard]] std::string_view to_string(FactKind kind);

/// One fact. Facts of one kind and one key are the same fact told again.
struct Fact {
    FactKind kind = FactKind::object;
    std::uint32_t sentence = 0;     ///< index into Reading::sentences
    std::uint32_t first_token = 0;  ///< [first_token, last_token) of the comment
    std::uint32_t last_token = 0;
    std::uint64_t key = 0;  ///< hash of what identifies it within its kind
};

/// How often what may follow a little word (an article, a pronoun) follows it.
struct WordOrder {
    std::size_t checked = 0, broken = 0;
    /// So often broken that the words stand in no order of French. One comment of a thousand natural ones comes near.
    [[nodiscard]] bool is_broken() const;
    /// The share of little words out of place, one slip forgiven.
    [[nodiscard]] double rate() const {
        return broken < 2 ? 0 : static_cast<double>(broken - 1) / static_cast<double>(checked);
    }
};

/// How a sentence tells what it tells.
struct SentenceReading {
    std::uint64_t hash = 0;  ///< of its folded words, whatever their order: equal for a sentence repeated
    std::uint32_t first_token = 0, last_token = 0;  ///< [first_token, last_token) of the comment
    std::uint32_t first_word = 0, last_word = 0;    ///< [first_word, last_word) of Reading::words
    std::size_t words = 0;                          ///< words and figures
    std::uint32_t themes = 0;                       ///< what it speaks of: a set of themes (theme_name)
    bool has_verb = false;                          ///< a conjugated verb or participle
    bool is_past = false;                           ///< a verb of it tells what happened
    bool is_outside = false;    ///< it tells of the shopper's life outside the visit: its facts tell nothing
    bool is_phrase = false;     ///< no verb, but a noun phrase held together by its little words
    bool is_heap = false;       ///< figures, hours and names piled up: its facts tell nothing
    bool is_scrambled = false;  ///< its words do not follow one another as in French: its facts tell nothing
    bool is_general = false;    ///< it leaves the visit for generalities: only its checkable facts are told
    bool has_opinion = false;   ///< bien, parfait, sympathique: a judgement
    bool is_vague = false;      ///< judgement or set phrase, and no fact that could be checked
    bool tells = false;         ///< it tells at least one fact
    bool is_winding = false;    ///< so many words without a stop that one loses the thread
};

struct Reading {
    std::vector<Fact> facts;  ///< in the order of the text; those of heaps and of mere lists are left out
    /// In the order of the text. A full stop ends one even before a small letter, as careless people write.
    std::vector<SentenceReading> sentences;
    /// Hashes of the folded words but the little ones, sentence by sentence, in the order of their values.
    std::vector<std::uint64_t> words;
    WordOrder order;  ///< of the whole comment
    Readability readability = Readability::french;
};

/// Names that are no persons: the site's and the programme's words, folded.
using KnownNames = std::unordered_set<std::string>;

/// The folded words of the programme's vocabulary, of the site and of the client's names.
[[nodiscard]] KnownNames known_names(const Report& report, const Context& context);

/// What the words of a question ask about.
struct QuestionReading {
    /// A word of a topic: its stem, or the verb whose forms count too.
    struct Word {
        std::uint64_t stem = 0;
        language::LemmaId verb = 0;
        bool is_verb = false;
    };
    std::vector<std::vector<Word>> topics;  ///< what an answer should touch, each of one or more words
    std::uint32_t label_themes = 0;         ///< what the label speaks of: a set of themes
    std::uint32_t themes = 0;               ///< of label, hint and topics together
};

/// How many themes there are, and what the theme of that number is called in French (`l'attente`).
[[nodiscard]] std::size_t theme_count();
[[nodiscard]] std::string_view theme_name(std::size_t theme);
/// The set that holds the theme of that file (`waiting`). Throws std::logic_error for another name.
[[nodiscard]] std::uint32_t theme(std::string_view file);

class Vocabulary;
struct TokenReading;

/// Finds the facts of comments, in one pass over the tokens. Immutable; safe to use from several threads.
class FactFinder {
  public:
    /// `book` says what words are; not null. Comments that were looked up in it are read fastest.
    explicit FactFinder(std::shared_ptr<const WordBook> book);
    ~FactFinder();

    /// REQUIRES: `question` is of this finder.
    [[nodiscard]] Reading read(const Comment& comment, const KnownNames& names, const QuestionReading& question) const;

    /// What a question asks about.
    [[nodiscard]] QuestionReading read_question(const Question& question) const;

    /// Whether the token stands for a person's first name, where `names` are known not to be persons.
    [[nodiscard]] bool is_first_name(const Comment& comment, std::size_t token, const KnownNames& names) const;

  private:
    struct Pass;
    [[nodiscard]] TokenReading read_token(const Comment& comment, std::size_t token) const;

    std::shared_ptr<const WordBook> book_;
    const language::Lexicon& lexicon_;
    const Vocabulary& vocabulary_;
};

}  // namespace relis::comments

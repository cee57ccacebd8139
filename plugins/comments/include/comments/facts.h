// The concrete facts of a comment: what lets a reader picture the visit.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <utility>
#include <vector>

#include <relis/context.h>
#include <relis/questionnaire.h>
#include <relis/report.h>

#include "comments/comment.h"
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
    std::uint32_t sentence = 0;     ///< index into Comment::sentences()
    std::uint32_t first_token = 0;  ///< [first_token, last_token) of the comment
    std::uint32_t last_token = 0;
    std::uint64_t key = 0;  ///< hash of what identifies it within its kind
};

/// How a sentence tells what it tells.
struct SentenceReading {
    std::uint64_t hash = 0;    ///< of its folded words: equal for a sentence repeated
    std::size_t words = 0;     ///< words and figures
    bool has_verb = false;     ///< a conjugated verb or participle
    bool is_phrase = false;    ///< no verb, but a noun phrase held together by its little words
    bool is_heap = false;      ///< figures, hours and names piled up: its facts tell nothing
    bool is_general = false;   ///< it leaves the visit for generalities: only its checkable facts are told
    bool has_opinion = false;  ///< bien, parfait, sympathique: a judgement
    bool is_vague = false;     ///< judgement or set phrase, and no fact that could be checked
};

struct Reading {
    std::vector<Fact> facts;  ///< in the order of the text; those of heaps and of mere lists are left out
    std::vector<SentenceReading> sentences;  ///< one for each of Comment::sentences()
};

/// Names that are no persons: the site's and the programme's words, folded.
using KnownNames = std::unordered_set<std::string>;

/// The folded words of the programme's vocabulary, of the site and of the client's names.
[[nodiscard]] KnownNames known_names(const Report& report, const Context& context);

/// The words an answer should touch, folded, each topic one or more words.
using Topics = std::vector<std::vector<std::string>>;
[[nodiscard]] Topics topics_of(const Question& question);

/// Finds the facts of comments, in one pass over the tokens. Immutable; safe to use from several threads.
class FactFinder {
  public:
    /// `lexicon` gives lemmas and analyses; not null.
    explicit FactFinder(std::shared_ptr<const language::Lexicon> lexicon);

    [[nodiscard]] Reading read(const Comment& comment, const KnownNames& names, const Topics& topics) const;

    /// Whether the token stands for a person's first name, where `names` are known not to be persons.
    [[nodiscard]] bool is_first_name(const Comment& comment, std::size_t token, const KnownNames& names) const;

  private:
    struct TokenReading;
    struct Pass;
    [[nodiscard]] TokenReading read_token(const Comment& comment, std::size_t index) const;
    [[nodiscard]] std::uint32_t listed(std::string_view folded) const;
    [[nodiscard]] bool names_person(const Comment& comment, std::size_t token, const TokenReading& reading,
                                    const KnownNames& names) const;

    std::shared_ptr<const language::Lexicon> lexicon_;
    std::unordered_map<std::string_view, std::uint32_t> by_form_;  ///< word classes of folded forms
    std::unordered_map<language::LemmaId, std::uint32_t> by_lemma_;
    std::vector<std::unique_ptr<const std::string>> folded_words_;  ///< what by_form_'s keys point into
    using Phrases = std::unordered_map<std::string_view, std::vector<std::vector<std::string_view>>>;
    Phrases vague_phrases_;
    Phrases general_phrases_;
    std::unordered_set<std::string_view> concrete_;
};

}  // namespace relis::comments

// What a question asks: its topics, whose doing it is about, and which answer says what.
#pragma once

#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <relis/questionnaire.h>

#include "comments/comment.h"
#include "topics.h"

namespace relis::consistency {

/// One thing asked, where a question may ask for several at once.
struct Aspect {
    struct Part {
        std::uint16_t topic = 0;
        bool reversed = false;
    };
    std::vector<Part> parts;             ///< topics, any of which answers
    std::vector<language::LemmaId> own;  ///< the question's own verbs and adjectives
    std::vector<std::uint16_t> poles;    ///< where its adjectives stand among the antonyms
    std::vector<std::string> nouns;      ///< folded: what it bears on
};

enum class Joined : std::uint8_t { all, any };

struct Asked {
    std::vector<Aspect> aspects;
    Joined joined = Joined::all;
    bool of_shopper = false;  ///< it asks what the shopper did
    bool negative = false;    ///< it is put in the negative: not read
    bool had_to = false;      ///< « Avez-vous dû demander » : what should not be needed
    bool unasked = false;     ///< « spontanément », « sans que vous le demandiez »
    bool first = false;       ///< « m'a parlé la première »: before the shopper did
    bool at_once = false;     ///< « dès votre entrée », « rapidement »
    bool bound = false;       ///< « avant la signature », « du premier coup »: what came later was not so
    bool of_person = false;   ///< it asks what somebody of the place did
    bool every = false;       ///< « tous les produits »
    bool nominal = false;     ///< « Coût communiqué avant de commencer »: no verb says what is asked
    std::string present;      ///< folded: the noun whose presence is asked (« y avait-il des déchets »); empty: none
    std::uint8_t traits = 0;  ///< of its topics together
};

/// Reads a question's label, and for a scale the labels of its choices.
[[nodiscard]] Asked read_question(const Question& question, const comments::Comment& label, const Topics& topics);

/// What an answer of a select_one says of what is asked.
enum class Side : std::uint8_t { none, yes, no, best, worst };

/// A label with the beginnings of its words, which tell at once that none of them begins as is looked for.
class Label : public comments::Comment {
  public:
    explicit Label(std::string_view utf8);
    /// Whether a word of the label, folded, begins with one of these.
    [[nodiscard]] bool holds_any(std::initializer_list<std::string_view> starts) const;

  private:
    [[nodiscard]] static std::uint64_t bit_of(std::string_view start) {
        const auto byte = [&](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(start[at])); };
        return std::uint64_t{1} << ((byte(0) * 5U + byte(1)) & 63U);
    }
    std::uint64_t beginnings_ = 0;  ///< bits of the first two bytes of the words
};

/// A question read once: its label, what it asks, and what each of its choices says.
struct ReadQuestion {
    ReadQuestion(const Question& question, const Topics& topics);
    /// Of a choice, by its name.
    [[nodiscard]] Side side(std::string_view value) const;

    Label label;
    Asked asked;
    std::vector<std::pair<std::string, Side>> sides;  ///< by the name of the choice
    /// Of a question whose choices take no side: the verbs of each choice's label (« Réservée en ligne »), in their
    /// order.
    std::vector<std::vector<language::LemmaId>> choice_verbs;
};

/// « Oui », « Non », or how such a choice begins.
[[nodiscard]] Side yes_or_no(std::string_view label);

[[nodiscard]] Side side_of(const Question& question, std::string_view value);

/// A mark beside a label that tells its range (« De 1 à 5 », « sur 10 »): the upper end is the best, the lower third
/// the worst.
[[nodiscard]] Side side_of_mark(const Question& question, const comments::Comment& label, const std::string& value);

}  // namespace relis::consistency

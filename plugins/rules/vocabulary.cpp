#include "rules/vocabulary.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <limits>
#include <span>
#include <stdexcept>

#include "grammar/closed_words.h"

namespace relis::rules {
namespace {

/// Words that are about so frequent.
struct Frequent {
    std::uint32_t in_100_000;
    std::string_view words;  ///< blanks between them
};

/// Counted in the right examples of the rule files and the comments of the demonstration (41,672 words and marks).
constexpr std::array frequent_forms{
    Frequent{10000, "."},
    Frequent{3000, "le la de ,"},
    Frequent{2000, "a est il un à"},
    Frequent{1000, "les l' j' et ai une en je était"},
    Frequent{700, "m' du des d' elle que au"},
    Frequent{400, "pas c' ce n' y sur on dans"},
    Frequent{250, "pour sont avec deux « » fait par avait suis dit mon nous tout sans ne bien s' prix ? ! me"},
    Frequent{150, "ma qu' étaient son vous qui clients bon plus minutes : se mais magasin client aux $ été trois rien"},
    Frequent{80,
             "si faut quand sa service bonjour carte très ont avant moi ils trop fois ici comme ça salle bonne même "
             "cette ses où lui mes temps entrée personne après oui vu ni peut peu faire va sous leur leurs"},
};

/// Lemmas whose forms stand in every other sentence.
constexpr std::array frequent_lemmas{
    Frequent{6000, "avoir être"},
    Frequent{500, "faire dire aller pouvoir prendre mettre voir devoir venir vouloir demander falloir"},
    Frequent{200,
             "savoir donner passer trouver laisser rester rendre tenir porter parler attendre payer servir client "
             "magasin prix minute"},
};

constexpr std::uint32_t closed_word_frequency = 30;
constexpr std::uint32_t everyday_frequency = 15;
constexpr std::uint32_t other_frequency = 2;

/// The words of a table with their frequencies.
std::unordered_map<std::string_view, std::uint32_t> read_table(std::span<const Frequent> table) {
    std::unordered_map<std::string_view, std::uint32_t> result;
    for (const Frequent& frequent : table) {
        std::string_view rest = frequent.words;
        while (!rest.empty()) {
            const std::size_t end = std::min(rest.find(' '), rest.size());
            result.emplace(rest.substr(0, end), frequent.in_100_000);
            rest.remove_prefix(std::min(end + 1, rest.size()));
        }
    }
    return result;
}

}  // namespace

Vocabulary::Vocabulary(const language::Lexicon& lexicon)
    : lexicon_(lexicon),
      by_form_(lexicon.form_count(), no_word_key),
      by_closed_word_(std::size(grammar::closed_words) + 1, no_word_key),
      by_lemma_(lexicon.lemma_count(), no_word_key),
      frequent_forms_(read_table(frequent_forms)),
      frequent_lemmas_(read_table(frequent_lemmas)) {
    constexpr std::size_t usual_size = 16384;
    forms_.reserve(usual_size);
}

WordKey Vocabulary::add(std::uint32_t frequency) {
    if (frequency_.size() > std::numeric_limits<WordKey>::max()) {
        throw std::runtime_error("the rules name more than 65535 words and lemmas");
    }
    frequency_.push_back(frequency);
    return static_cast<WordKey>(frequency_.size() - 1);
}

WordKey Vocabulary::add_form(std::string_view form) {
    if (const auto known = forms_.find(form); known != forms_.end()) return known->second;
    const grammar::WordId closed = grammar::find_closed_word(form);
    const auto id = lexicon_.find(form);
    std::uint32_t frequency = closed != grammar::no_word ? closed_word_frequency : frequency_of(id);
    if (const auto frequent = frequent_forms_.find(form); frequent != frequent_forms_.end()) {
        frequency = frequent->second;
    }
    const WordKey key = add(frequency);
    forms_.emplace(form, key);
    if (id) by_form_[*id] = key;
    if (closed != grammar::no_word) by_closed_word_[closed] = key;
    return key;
}

WordKey Vocabulary::add_lemma(language::LemmaId lemma) {
    WordKey& key = by_lemma_[lemma];
    if (key == no_word_key) {
        constexpr std::uint32_t forms_in_use = 3;
        const std::string_view text = lexicon_.lemma(lemma);
        const auto frequent = frequent_lemmas_.find(text);
        key = add(frequent != frequent_lemmas_.end() ? frequent->second
                                                     : forms_in_use * frequency_of(lexicon_.find(text)));
    }
    return key;
}

std::uint32_t Vocabulary::frequency_of(std::optional<language::FormId> form) const {
    const bool everyday = form && (lexicon_.flags(*form) & language::form_flag::common) != 0;
    return everyday ? everyday_frequency : other_frequency;
}

WordKey Vocabulary::form(const grammar::ReadText& text, std::size_t i) const {
    if (!text[i].enclitic) {
        const language::FormId form = text.looked_up().common(i);
        if (form != language::no_form_id) return by_form_[form];
        if (text[i].id != grammar::no_word) return by_closed_word_[text[i].id];
    }
    const auto found = forms_.find(text.lower(i));
    return found == forms_.end() ? no_word_key : found->second;
}

}  // namespace relis::rules

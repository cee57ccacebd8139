// The lists behind a WordBook, and what they say of one form.
#pragma once

#include <string_view>
#include <unordered_set>

#include "comments/words.h"
#include "mash.h"
#include "placeholders.h"
#include "vocabulary.h"

namespace relis::comments {

/// What the word files say of a form.
struct WordReading {
    TokenReading token;  ///< where it is a word of the text
    FillerToken filler;
    bool formula = false;          ///< a statement that repeats its question may have it
    bool praise = false;           ///< …or praises with it
    bool question_little = false;  ///< a question and its answer have it in other forms: an article, a pronoun
    bool little = false;           ///< is_little_word()
    bool little_foreign = false;   ///< a little word of another language
    bool hollow = false;           ///< it says nothing beside letters struck at random
};

/// Words that a statement made of the question's own may add: little words, formulas, verbs that say nothing.
class Formulas {
  public:
    explicit Formulas(const language::Lexicon& lexicon);
    [[nodiscard]] bool has(std::string_view folded, std::optional<language::FormId> form) const;
    [[nodiscard]] bool has(std::string_view folded, std::string_view form) const;
    [[nodiscard]] bool praises(std::string_view folded) const { return praise_.contains(folded); }
    [[nodiscard]] static bool is_little(std::string_view folded);

  private:
    struct TextHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
    };
    const language::Lexicon& lexicon_;
    std::unordered_set<std::string, TextHash, std::equal_to<>> words_;
    WordSet praise_;
};

struct WordBook::Lists {
    explicit Lists(const language::Lexicon& lexicon)
        : vocabulary(lexicon), fillers(lexicon), mash(lexicon), formulas(lexicon) {}
    Vocabulary vocabulary;
    FillerJudge fillers;
    MashJudge mash;
    Formulas formulas;
};

}  // namespace relis::comments

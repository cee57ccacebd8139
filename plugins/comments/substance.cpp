#include "comments/substance.h"

#include <algorithm>
#include <array>
#include <utility>

#include "placeholders.h"

namespace relis::comments {

namespace {

// A question that holds one of these may be answered by « rien à signaler ».
constexpr std::array open_question_words{
    "signaler",    "remarque", "commentaire",   "ajouter",     "anomalie",    "probleme",   "suggestion",
    "observation", "preciser", "incident",      "plainte",     "defaut",      "difficulte", "dysfonction",
    "panne",       "degat",    "dommage",       "endommage",   "ameliore",    "manqu",      "inhabituel",
    "anormal",     "derang",   "quelque chose", "autre chose", "particulier", "special"};

// A question that holds one of these provides for « sans objet » itself.
constexpr std::array provided_words{"le cas echeant", "s'il y a lieu", "si applicable",
                                    "s'il y en a",    "sans objet",    "n/a",
                                    "non applicable", "si besoin",     "s'il y a eu"};

constexpr std::array keyboard_rows{"azertyuiop", "qsdfghjklm", "wxcvbn",     "qwertyuiop", "asdfghjkl",
                                   "zxcvbnm",    "poiuytreza", "mlkjhgfdsq", "poiuytrewq", "lkjhgfdsa"};

bool is_vowel(char c) {
    return std::string_view("aeiouy").find(c) != std::string_view::npos;
}

/// Letters struck at random: a run along a keyboard row, no vowel, or a heap of consonants no French word has.
bool looks_struck(std::string_view word) {
    if (word.size() < 4) return false;
    for (std::size_t i = 0; i + 4 <= word.size(); ++i) {
        const std::string_view run = word.substr(i, 4);
        for (const std::string_view row : keyboard_rows) {
            if (row.find(run) != std::string_view::npos) return true;
        }
    }
    std::size_t consonants = 0, longest = 0, vowels = 0;
    for (const char c : word) {
        if (c < 'a' || c > 'z') return false;
        vowels += is_vowel(c) ? 1U : 0U;
        consonants = is_vowel(c) ? 0 : consonants + 1;
        longest = std::max(longest, consonants);
    }
    return vowels == 0 || longest >= 5;
}

/// What tells a question from a statement that answers it in the same words.
constexpr std::array asking_words{"vous",    "votre",   "vos",     "est-ce", "quel",     "quelle", "quels",
                                  "quelles", "combien", "comment", "quand",  "pourquoi", "qui",    "quoi"};

struct Wording {
    std::unordered_set<std::string_view> words;
    bool asks = false;
};

Wording wording_of(const Comment& comment) {
    Wording wording;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        const language::Token& token = comment.tokens()[i];
        const std::string_view word = comment.folded(i);
        if (word.find('?') != std::string_view::npos) wording.asks = true;
        if (!is_content(token)) continue;
        wording.words.insert(word);
        wording.asks = wording.asks || token.kind == language::TokenKind::enclitic ||
                       std::find(asking_words.begin(), asking_words.end(), word) != asking_words.end();
    }
    return wording;
}

/// Whether a comment is made of the question's own words. One that turns them into a statement answers.
bool repeats(const Comment& comment, const std::string& question) {
    constexpr std::size_t fewest_words = 3;
    constexpr double most_of_it = 0.5;
    if (question.empty()) return false;
    const Comment asked(question);
    const Wording own = wording_of(comment);
    const Wording theirs = wording_of(asked);
    if (own.words.size() < std::min(fewest_words, theirs.words.size()) || own.words.empty()) return false;
    if (theirs.asks && !own.asks) return false;
    if (static_cast<double>(own.words.size()) < most_of_it * static_cast<double>(theirs.words.size())) return false;
    return std::all_of(own.words.begin(), own.words.end(),
                       [&](std::string_view word) { return theirs.words.contains(word); });
}

template <std::size_t count>
bool holds_any(const std::string& text, const std::array<const char*, count>& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

}  // namespace

SubstanceJudge::SubstanceJudge(std::shared_ptr<const language::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)), fillers_(std::make_unique<const FillerJudge>()) {}

SubstanceJudge::~SubstanceJudge() = default;

Substance SubstanceJudge::judge(std::string_view text, const Question& question) const {
    if (is_blank(text)) return Substance::nothing;
    return judge(Comment(text), question);
}

Substance SubstanceJudge::judge(const Comment& comment, const Question& question) const {
    // Longer texts say something, if only nonsense.
    constexpr std::size_t longest_filler = 400;
    if (comment.source().size() > longest_filler) {
        return comment.skeleton(1).empty() ? Substance::nothing : Substance::content;
    }
    if (comment.skeleton(1).empty()) return Substance::nothing;
    switch (fillers_->judge(comment)) {
        case Filler::stands_in:
        case Filler::points_away:
            return Substance::placeholder;
        case Filler::not_applicable:
            return holds_any(language::fold(question.label + " " + question.hint), provided_words)
                       ? Substance::content
                       : Substance::placeholder;
        case Filler::nothing_to_say:
            return holds_any(language::fold(question.label + " " + question.hint), open_question_words)
                       ? Substance::content
                       : Substance::placeholder;
        case Filler::none:
            break;
    }
    if (repeats(comment, question.label) || repeats(comment, question.hint)) return Substance::question_repeated;
    return is_mash(comment) ? Substance::mash : Substance::content;
}

bool SubstanceJudge::is_mash(const Comment& comment) const {
    std::size_t words = 0;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        const language::Token& token = comment.tokens()[i];
        if (!is_content(token)) continue;
        if (token.kind != language::TokenKind::word || ++words > 8) return false;
        if (!looks_struck(comment.folded(i)) || lexicon_->knows(token.form)) return false;
    }
    return words > 0;
}

}  // namespace relis::comments

#include "comments/substance.h"

#include <algorithm>
#include <array>
#include <utility>

namespace relis::comments {

namespace {

// Whole comments, folded, without punctuation: these stand in the place of an answer and answer nothing.
constexpr std::array placeholder_texts{"n a",
                                       "na",
                                       "n/a",
                                       "nd",
                                       "n d",
                                       "nsp",
                                       "n s p",
                                       "s o",
                                       "s/o",
                                       "so",
                                       "sans objet",
                                       "non applicable",
                                       "pas applicable",
                                       "ne s'applique pas",
                                       "cela ne s'applique pas",
                                       "idem",
                                       "id",
                                       "ditto",
                                       "pareil",
                                       "meme chose",
                                       "la meme chose",
                                       "meme reponse",
                                       "comme plus haut",
                                       "comme ci dessus",
                                       "comme ci-dessus",
                                       "comme precedemment",
                                       "comme avant",
                                       "deja dit",
                                       "deja repondu",
                                       "deja mentionne",
                                       "voir plus haut",
                                       "voir ci dessus",
                                       "voir ci-dessus",
                                       "voir plus bas",
                                       "voir ci-dessous",
                                       "voir commentaire",
                                       "voir commentaires",
                                       "voir commentaire precedent",
                                       "voir commentaire plus haut",
                                       "voir reponse precedente",
                                       "voir la reponse precedente",
                                       "voir question precedente",
                                       "voir autre question",
                                       "voir precedent",
                                       "voir photo",
                                       "voir photos",
                                       "voir recit",
                                       "cf plus haut",
                                       "cf ci-dessus",
                                       "cf ci dessus",
                                       "cf commentaire",
                                       "v plus haut",
                                       "a completer",
                                       "a completer plus tard",
                                       "a remplir",
                                       "je completerai",
                                       "je completerai demain",
                                       "je completerai plus tard",
                                       "je completerai ce soir",
                                       "je remplirai plus tard",
                                       "a venir",
                                       "todo",
                                       "tbd",
                                       "test",
                                       "tests",
                                       "essai",
                                       "commentaire",
                                       "commentaires",
                                       "reponse",
                                       "texte",
                                       "lorem ipsum",
                                       "bla",
                                       "bla bla",
                                       "blabla",
                                       "bla bla bla",
                                       "blablabla",
                                       "etc",
                                       "null",
                                       "none",
                                       "nil",
                                       "nan",
                                       "undefined",
                                       "vide",
                                       "inconnu",
                                       "x",
                                       "xx",
                                       "ok ok"};

// Placeholders too, but for a question that asks whether there is anything to say.
constexpr std::array nothing_to_say_texts{"ras",
                                          "r a s",
                                          "rien a signaler",
                                          "rien a dire",
                                          "rien a redire",
                                          "rien de special",
                                          "rien de particulier",
                                          "rien a ajouter",
                                          "rien d'autre",
                                          "rien de plus",
                                          "pas de commentaire",
                                          "pas de commentaires",
                                          "pas de remarque",
                                          "pas de remarques",
                                          "aucun commentaire",
                                          "aucune remarque",
                                          "aucune observation",
                                          "sans commentaire",
                                          "sans commentaires",
                                          "sans remarque",
                                          "rien a mentionner",
                                          "rien a noter",
                                          "rien a declarer",
                                          "rien a rapporter",
                                          "rien a commenter",
                                          "no comment",
                                          "neant",
                                          "non rien",
                                          "non rien a signaler",
                                          "rien d'anormal a signaler"};

// A question whose label holds one of these may be answered by « rien à signaler ».
constexpr std::array open_question_words{"signaler",   "remarque",    "commentaire", "ajouter",  "anomalie", "probleme",
                                         "suggestion", "observation", "autre chose", "preciser", "incident"};

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

bool one_sign_repeated(std::string_view skeleton) {
    std::size_t letters = 0;
    char first = 0;
    for (const char c : skeleton) {
        if (c == ' ') continue;
        if (first == 0) first = c;
        if (c != first) return false;
        ++letters;
    }
    return letters >= 2 && (first < '0' || first > '9');
}

/// The content words of `skeleton`, without the little words that any question has.
std::vector<std::string_view> words_of(std::string_view skeleton) {
    std::vector<std::string_view> words;
    while (!skeleton.empty()) {
        const std::size_t space = skeleton.find(' ');
        const std::string_view word = skeleton.substr(0, space);
        if (word.size() > 2) words.push_back(word);
        skeleton = space == std::string_view::npos ? std::string_view{} : skeleton.substr(space + 1);
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

}  // namespace

SubstanceJudge::SubstanceJudge(std::shared_ptr<const language::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)),
      placeholders_(placeholder_texts.begin(), placeholder_texts.end()),
      nothing_to_say_(nothing_to_say_texts.begin(), nothing_to_say_texts.end()) {}

Substance SubstanceJudge::judge(std::string_view text, const Question& question) const {
    if (is_blank(text)) return Substance::nothing;
    return judge(Comment(text), question);
}

Substance SubstanceJudge::judge(const Comment& comment, const Question& question) const {
    // Longer texts say something, if only nonsense; no whole-comment list applies to them.
    constexpr std::size_t longest_placeholder = 400;
    std::string skeleton = comment.skeleton(longest_placeholder + 1);
    if (skeleton.empty()) return Substance::nothing;
    if (skeleton.size() > longest_placeholder) return Substance::content;
    std::erase(skeleton, '.');  // r.a.s.
    if (placeholders_.contains(skeleton) || one_sign_repeated(skeleton)) return Substance::placeholder;
    const std::string label = Comment(question.label).skeleton();
    if (nothing_to_say_.contains(skeleton)) {
        const bool asked = std::any_of(open_question_words.begin(), open_question_words.end(),
                                       [&](std::string_view word) { return label.find(word) != std::string::npos; });
        return asked ? Substance::content : Substance::placeholder;
    }
    if (const auto words = words_of(skeleton); words.size() >= 3 && words == words_of(label)) {
        return Substance::question_repeated;
    }
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

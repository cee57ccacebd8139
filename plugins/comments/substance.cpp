#include "comments/substance.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "placeholders.h"
#include "word_classes.h"

namespace relis::comments {

namespace {

// A question that holds one of these may be answered by « rien à signaler ».
constexpr std::array open_question_words{
    "signaler",    "remarque", "commentaire",   "ajouter",     "anomalie", "probleme",    "suggestion",
    "observation", "preciser", "incident",      "plainte",     "defaut",   "difficulte",  "dysfonction",
    "panne",       "degat",    "dommage",       "endommage",   "ameliore", "manqu",       "inhabituel",
    "anormal",     "derang",   "quelque chose", "autre chose", "d'autre",  "particulier", "special"};

// What turns a question into a statement of the same: « concernant la question de savoir si …, je confirme que … ».
constexpr std::array<std::string_view, 4> formula_words{
    "concernant concerne question questions savoir confirme confirmer confirmons effectivement indique indiquer "
    "demande demandez demandait repondre reponds reponse ainsi cas niveau sujet egard dire affirme affirmer affirmatif",
    "lors pendant moment visite passage constate constater observe observer note noter remarque remarquer precise "
    "preciser pouvoir peux puis faut exactement precisement comme mentionne reellement tout fait vraiment avoir etre",
    "suis sera serait fut fus ont ayant etant ete etais avons positif positive negatif negative cela ceci cette ces "
    "son ses leur leurs aussi egalement alors donc car mais dont moi lui nous point aspect ici bien oui non rapport",
    "propos ladite ledit telle tel mesure partie part vrai vraie exact exacte toujours donne donnee dois doit devoir"};

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
    if (word.size() < 3) return false;
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
constexpr auto asking_words =
    std::to_array<std::string_view>({"vous", "votre", "vos", "est-ce", "quel", "quelle", "quels", "quelles", "combien",
                                     "comment", "quand", "pourquoi", "qui", "quoi"});

/// Articles, pronouns and the like, which a question and its answer have in other forms.
bool is_little(const Comment& comment, std::size_t token) {
    constexpr auto little = std::to_array<std::string_view>(
        {"oui", "non",  "bien", "avait", "avez", "sont",  "est", "etes",  "etait", "etaient", "ete",  "elle",  "elles",
         "ils", "nous", "vous", "mon",   "mes",  "votre", "vos", "notre", "nos",   "les",     "des",  "une",   "aux",
         "par", "pour", "avec", "dans",  "que",  "qui",   "ont", "aviez", "avais", "pas",     "quel", "quelle"});
    const language::TokenKind kind = comment.tokens()[token].kind;
    const std::string_view word = comment.folded(token);
    return kind == language::TokenKind::enclitic || kind == language::TokenKind::elided || word.size() <= 2 ||
           std::find(little.begin(), little.end(), word) != little.end();
}

/// The words of a text, those that are no little words, and whether it asks.
struct Wording {
    std::unordered_set<std::string_view> words;
    std::unordered_map<std::string_view, std::string_view> telling;  ///< folded, as written
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
        if (!is_little(comment, i)) wording.telling.emplace(word, token.form);
        wording.asks = wording.asks || token.kind == language::TokenKind::enclitic ||
                       std::find(asking_words.begin(), asking_words.end(), word) != asking_words.end();
    }
    return wording;
}

/// Two forms of a word: salué, saluée; propre, propres.
bool same_stem(std::string_view a, std::string_view b) {
    constexpr std::size_t shortest_stem = 4;
    if (a == b) return true;
    const std::size_t length = std::min(a.size(), b.size());
    const std::size_t stem = std::max(shortest_stem, length > 2 ? length - 2 : 0);
    return length >= stem && a.size() <= length + 3 && b.size() <= length + 3 && a.substr(0, stem) == b.substr(0, stem);
}

bool in_words_of(const Wording& wording, std::string_view word) {
    return std::any_of(wording.words.begin(), wording.words.end(),
                       [&](std::string_view other) { return same_stem(word, other); });
}

template <std::size_t count>
bool holds_any(const std::string& text, const std::array<const char*, count>& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

}  // namespace

SubstanceJudge::SubstanceJudge(std::shared_ptr<const language::Lexicon> lexicon)
    : lexicon_(std::move(lexicon)), fillers_(std::make_unique<const FillerJudge>()) {
    const auto add = [&](std::string_view words) {
        while (!words.empty()) {
            const std::size_t space = words.find(' ');
            formulas_.emplace(language::fold(words.substr(0, space)));
            words = space == std::string_view::npos ? std::string_view{} : words.substr(space + 1);
        }
    };
    using namespace word_class;
    for (const std::string_view words : formula_words) add(words);
    for (const std::string_view word : listed_words(abstract_noun | weak_verb | auxiliary | glue | subject)) add(word);
}

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

bool SubstanceJudge::repeats(const Comment& comment, const std::string& question) const {
    constexpr std::size_t fewest_words = 3;
    constexpr double most_of_it = 0.5;
    constexpr double most_of_statement = 0.6;
    if (question.empty()) return false;
    // Nearly every comment ends here, at its first word that is not the question's
    constexpr std::size_t enough_of_word = 4;
    const std::string folded = fold_quickly(question);
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        const language::Token& token = comment.tokens()[i];
        const std::string_view word = comment.folded(i);
        const bool known = !is_content(token) || folded.find(word.substr(0, enough_of_word)) != std::string::npos;
        if (!known && !is_little(comment, i) && !is_formula(word, token.form)) return false;
    }
    const Wording own = wording_of(comment);
    if (own.words.empty()) return false;
    const Comment asked(question);
    const Wording theirs = wording_of(asked);
    const bool verbatim = std::all_of(own.words.begin(), own.words.end(),
                                      [&](std::string_view word) { return theirs.words.contains(word); });
    if (verbatim && own.words.size() >= std::min(fewest_words, theirs.words.size()) && (own.asks || !theirs.asks)) {
        return static_cast<double>(own.words.size()) >= most_of_it * static_cast<double>(theirs.words.size());
    }
    std::size_t shared = 0;
    for (const auto& [word, form] : own.telling) {
        if (in_words_of(theirs, word)) {
            ++shared;
        } else if (!is_formula(word, form)) {
            return false;
        }
    }
    return shared >= fewest_words &&
           static_cast<double>(shared) >= most_of_statement * static_cast<double>(theirs.telling.size());
}

bool SubstanceJudge::is_formula(std::string_view folded, std::string_view form) const {
    if (formulas_.contains(std::string(folded))) return true;
    const auto known = lexicon_->find_in_any_case(form);
    if (!known) return false;
    const language::Analyses analyses = lexicon_->analyses(*known);
    return std::any_of(analyses.begin(), analyses.end(), [&](const language::Analysis& analysis) {
        return formulas_.contains(language::fold(lexicon_->lemma(analysis.lemma)));
    });
}

bool SubstanceJudge::is_mash(const Comment& comment) const {
    std::size_t words = 0;
    std::size_t struck = 0;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        const language::Token& token = comment.tokens()[i];
        if (!is_content(token)) continue;
        if (token.kind != language::TokenKind::word) return false;
        ++words;
        const std::string word(comment.folded(i));
        if (fillers_->is_stand_in(word)) {
            ++struck;
        } else if (lexicon_->knows(token.form)) {
            return false;
        } else {
            struck += looks_struck(word) ? 1U : 0U;
        }
    }
    return words > 0 && 2 * struck > words;
}

}  // namespace relis::comments

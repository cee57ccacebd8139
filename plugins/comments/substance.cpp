#include "comments/substance.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <utility>

#include "word_lists.h"

namespace relis::comments {

namespace {

// A question that holds one of these may be answered by « rien à signaler ».
constexpr std::array open_question_words{
    "signaler", "remarque", "commentaire", "ajouter", "anomalie", "probleme", "suggestion", "observation", "preciser",
    "incident", "plainte", "defaut", "difficulte", "dysfonction", "panne", "degat", "dommage", "endommage", "ameliore",
    "manqu", "inhabituel", "anormal", "derang", "autre chose", "d'autre", "particulier", "special",
    // « Quelque chose vous a-t-il déplu », but not « acheté quelque chose à manger »
    ". quelque chose", "quelque chose que", "quelque chose qui", "quelque chose vous"};

// A question that holds one of these asks what the shopper did, or why: he may have had no time for it.
constexpr std::array deed_words{"avez-vous", "avez vous", "aviez-vous", "etes-vous",
                                "pourquoi",  "raison",    "motif",      "temps"};

// A question that holds one of these asks for what the shopper may honestly not know.
constexpr std::array knowledge_words{"pourquoi", "raison", "motif", "savez", "saviez",     "connai", "souven",
                                     "nom ",     "prenom", "nom,",  "nom?",  "selon vous", "cause"};

// A question that holds one of these may be answered by « aucune réponse ».
constexpr std::array reply_words{"repon", "reponse", "appel", "telephon", "joindre", "sonner", "courriel", "message"};

// A question that holds one of these asks to be told, and not for yes or no.
constexpr std::array telling_words{"racont",  "decri", "pourquoi",  "comment ", "quel",
                                   "combien", "resum", "refaites",  "rejoue",   "revivre",
                                   "retenez", "relat", "expliquez", "precisez", "detaillez"};

// A question that holds one of these may be answered with yes.
constexpr std::array yes_no_words{"avez-vous", "a-t-",   "ont-",   "est-ce",  "etait-",
                                  "etaient-",  "etiez-", "est-il", "est-elle"};

// A question that holds one of these provides for « sans objet » itself.
constexpr std::array provided_words{"le cas echeant", "s'il y a lieu", "si applicable",
                                    "s'il y en a",    "sans objet",    "n/a",
                                    "non applicable", "si besoin",     "s'il y a eu"};

/// What tells a question from a statement that answers it in the same words.
constexpr auto asking_words =
    std::to_array<std::string_view>({"vous", "votre", "vos", "est-ce", "quel", "quelle", "quels", "quelles", "combien",
                                     "comment", "quand", "pourquoi", "qui", "quoi"});

/// Articles, pronouns and the like, which a question and its answer have in other forms.
bool is_little(const Comment& comment, std::size_t token, const WordBook& book) {
    const language::TokenKind kind = comment.tokens()[token].kind;
    if (kind == language::TokenKind::enclitic || kind == language::TokenKind::elided) return true;
    const Word* const word = comment.word(token, book);
    return word != nullptr ? word->reading->question_little : Formulas::is_little(comment.folded(token));
}

/// The words of a text, those that are no little words, and whether it asks.
struct Wording {
    std::unordered_set<std::string_view> words;
    std::unordered_map<std::string_view, std::size_t> telling;  ///< folded, with the first token of that form
    bool asks = false;
};

Wording wording_of(const Comment& comment, const WordBook& book) {
    Wording wording;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        const language::Token& token = comment.tokens()[i];
        const std::string_view word = comment.folded(i);
        if (word.find('?') != std::string_view::npos) wording.asks = true;
        if (!is_content(token)) continue;
        wording.words.insert(word);
        if (!is_little(comment, i, book)) wording.telling.emplace(word, i);
        wording.asks = wording.asks || token.kind == language::TokenKind::enclitic ||
                       std::find(asking_words.begin(), asking_words.end(), word) != asking_words.end();
    }
    return wording;
}

/// An adverb without its ending: `discretement` is `discrete`.
std::string_view without_adverb_ending(std::string_view word) {
    constexpr std::string_view ending = "ment";
    if (word.size() > 2 * ending.size() && word.ends_with(ending)) word.remove_suffix(ending.size());
    return word;
}

/// Two forms of a word: salué, saluée; propre, propres; discret, discrètement.
bool same_stem(std::string_view a, std::string_view b) {
    constexpr std::size_t shortest_stem = 4;
    if (a == b) return true;
    a = without_adverb_ending(a);
    b = without_adverb_ending(b);
    const std::size_t length = std::min(a.size(), b.size());
    const std::size_t stem = std::max(shortest_stem, length > 2 ? length - 2 : 0);
    return length >= stem && a.size() <= length + 3 && b.size() <= length + 3 && a.substr(0, stem) == b.substr(0, stem);
}

bool in_words_of(const Wording& wording, std::string_view word) {
    return std::any_of(wording.words.begin(), wording.words.end(),
                       [&](std::string_view other) { return same_stem(word, other); });
}

/// A label without what it says in brackets.
std::string without_brackets(std::string_view label) {
    std::string rest;
    for (std::size_t at = 0; at < label.size();) {
        const std::size_t open = std::min(label.find('(', at), label.size());
        rest += label.substr(at, open - at);
        const std::size_t close = label.find(')', open);
        at = close == std::string_view::npos ? label.size() : close + 1;
    }
    return rest;
}

template <std::size_t count>
bool holds_any(const std::string& text, const std::array<const char*, count>& parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string::npos; });
}

}  // namespace

Substance SubstanceJudge::judge(std::string_view text, const Question& question) const {
    if (is_blank(text)) return Substance::nothing;
    return judge(Comment(text, *book_), question);
}

Substance SubstanceJudge::judge(const Comment& comment, const Question& question) const {
    // Longer texts say something, if only nonsense.
    constexpr std::size_t longest_filler = 400;
    if (comment.source().size() > longest_filler) {
        return comment.skeleton(1).empty() ? Substance::nothing : Substance::content;
    }
    if (comment.skeleton(1).empty()) return Substance::nothing;
    // A placeholder, unless the question asks for just that
    const auto unless = [&](const auto& words) {
        return holds_any(language::fold(". " + question.label + " " + question.hint), words) ? Substance::content
                                                                                             : Substance::placeholder;
    };
    switch (book_->lists().fillers.judge(comment, *book_)) {
        case Filler::stands_in:
        case Filler::points_away:
            return Substance::placeholder;
        case Filler::not_applicable:
            return unless(provided_words);
        case Filler::nothing_to_say:
            return unless(open_question_words);
        case Filler::no_time:
            return unless(deed_words);
        case Filler::no_knowledge:
            return unless(knowledge_words);
        case Filler::no_reply:
            return unless(reply_words);
        case Filler::assents:
            return unless(telling_words) == Substance::content ? Substance::placeholder : Substance::content;
        case Filler::none:
            break;
    }
    if (const std::size_t about = own_subject(comment, question); about > 0) {
        const std::string_view source = comment.source();
        const auto before = static_cast<std::size_t>(comment.tokens()[about].original.data() - source.data());
        const Substance rest = judge(source.substr(0, before), question);
        if (rest == Substance::placeholder) return rest;
    }
    // « Oui » tells nothing to a question that asks to be told
    if (only_says_yes(comment) && unless(telling_words) == Substance::content &&
        unless(yes_no_words) == Substance::placeholder) {
        return Substance::placeholder;
    }
    if (repeats(comment, question.label) || repeats(comment, question.hint)) return Substance::question_repeated;
    return book_->lists().mash.is_mash(comment, *book_) ? Substance::mash : Substance::content;
}

bool SubstanceJudge::only_says_yes(const Comment& comment) const {
    return book_->lists().fillers.says_yes(comment, *book_);
}

bool SubstanceJudge::repeats_answer(const Comment& comment, const Question& question, std::string_view choice) const {
    return repeats(comment, question.label + " " + std::string(choice));
}

std::size_t SubstanceJudge::own_subject(const Comment& comment, const Question& question) const {
    constexpr std::size_t longest = 24;
    constexpr auto openers = std::to_array<std::string_view>(
        {"concernant", "propos", "sujet", "quant", "sur", "pour", "concerne", "rapport", "cote", "niveau"});
    const std::size_t count = comment.tokens().size();
    if (count > longest || count < 4) return 0;
    std::size_t about = 1;
    while (about < count && std::ranges::find(openers, comment.folded(about)) == openers.end()) ++about;
    if (about + 1 >= count) return 0;
    const std::string asked = fold_quickly(question.label);
    std::size_t own = 0;
    for (std::size_t i = about + 1; i < count; ++i) {
        if (!is_content(comment.tokens()[i]) || is_little(comment, i, *book_)) continue;
        constexpr std::size_t enough_of_word = 5;
        if (asked.find(comment.folded(i).substr(0, enough_of_word)) != std::string::npos) {
            ++own;
        } else if (!is_formula(comment, i)) {
            return 0;
        }
    }
    if (own == 0) return 0;
    // « à propos de », « au sujet de », « en ce qui concerne »
    constexpr auto leading = std::to_array<std::string_view>({"a", "au", "en", "ce", "qui", "par", "du", "de"});
    while (about > 1 && std::ranges::find(leading, comment.folded(about - 1)) != leading.end()) --about;
    return about;
}

bool SubstanceJudge::repeats(const Comment& comment, const std::string& question) const {
    constexpr std::size_t fewest_words = 3;
    constexpr double most_of_it = 0.5;
    constexpr double most_of_statement = 0.6;
    constexpr std::size_t whole_list = 5;
    if (question.empty()) return false;
    // Nearly every comment ends here, at its first word that is not the question's
    constexpr std::size_t enough_of_word = 4;
    std::string folded;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        if (!is_content(comment.tokens()[i]) || is_little(comment, i, *book_) || is_praise(comment, i) ||
            is_formula(comment, i))
            continue;
        if (folded.empty()) folded = fold_quickly(question);
        if (folded.find(comment.folded(i).substr(0, enough_of_word)) == std::string::npos) return false;
    }
    if (folded.empty()) folded = fold_quickly(question);
    const Wording own = wording_of(comment, *book_);
    if (own.words.empty()) return false;
    const Comment asked(question, *book_);
    const Wording theirs = wording_of(asked, *book_);
    const bool verbatim = std::all_of(own.words.begin(), own.words.end(),
                                      [&](std::string_view word) { return theirs.words.contains(word); });
    if (verbatim && own.words.size() >= std::min(fewest_words, theirs.words.size()) && (own.asks || !theirs.asks)) {
        return static_cast<double>(own.words.size()) >= most_of_it * static_cast<double>(theirs.words.size());
    }
    // What an opinion adds is an answer where the question asks how something was, unless it recites a whole list
    const bool asks_how = question.find("quel") != std::string::npos || folded.find("comment ") != std::string::npos;
    std::size_t shared = 0, padding = 0;
    bool praises = false;
    for (const auto& [word, token] : own.telling) {
        if (in_words_of(theirs, word)) {
            ++shared;
        } else if (is_formula(comment, token)) {
            ++padding;
        } else if (is_praise(comment, token)) {
            praises = true;
        } else {
            return false;
        }
    }
    if (praises && asks_how && shared < whole_list) return false;
    const auto of = [&](std::size_t count) { return most_of_statement * static_cast<double>(count); };
    if (shared >= fewest_words) {
        return static_cast<double>(shared) >= of(theirs.telling.size()) ||
               static_cast<double>(shared) >=
                   of(wording_of(Comment(without_brackets(question), *book_), *book_).telling.size());
    }
    // « Oui, on m'a effectivement bel et bien remercié »: little was asked, and the padding is all that was added
    return !praises && shared + 1 == fewest_words && shared == theirs.telling.size() && padding + 1 >= fewest_words;
}

bool SubstanceJudge::is_formula(const Comment& comment, std::size_t token) const {
    const Word* const word = comment.word(token, *book_);
    if (word != nullptr) return word->reading->formula;
    return book_->lists().formulas.has(comment.folded(token), comment.tokens()[token].form);
}

bool SubstanceJudge::is_praise(const Comment& comment, std::size_t token) const {
    const Word* const word = comment.word(token, *book_);
    return word != nullptr ? word->reading->praise : book_->lists().formulas.praises(comment.folded(token));
}

}  // namespace relis::comments

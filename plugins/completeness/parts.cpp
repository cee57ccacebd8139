#include "parts.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string_view>
#include <unordered_set>
#include <utility>

#include "comments/readability.h"
#include "language/text.h"

namespace relis::completeness {

using comments::Comment;
using comments::FactKind;
using language::TokenKind;

namespace {

/// What kind of answer a part asks for.
enum class Asked {
    words,   ///< something that is told in the part's own words: salué, étiqueté
    hour,    ///< à quelle heure
    number,  ///< combien
    person,  ///< qui, quel prénom
    open     ///< pourquoi, comment: anything may answer
};

constexpr std::uint32_t noun = 1;
constexpr std::uint32_t adjective = 2;  // participles are told apart by verbs that are no adjectives
constexpr std::uint32_t participle = 4;
constexpr std::uint32_t infinitive = 8;

/// Words that answer for all parts at once, or decline them.
constexpr auto blanket_words = std::to_array<std::string_view>(
    {"tout",  "toute", "tous",   "toutes",   "chacun",   "chacune",    "aucun", "aucune", "ni", "rien", "egalement",
     "aussi", "non",   "jamais", "personne", "ensemble", "impossible", "sans",  "ne",     "n'", "pas"});

/// Words of a list that name no part.
constexpr auto no_parts = std::to_array<std::string_view>(
    {"demi", "demie", "quart", "plus", "moins", "autre", "autres", "etc", "chose", "choses"});

constexpr auto question_words = std::to_array<std::string_view>(
    {"que",    "qu'",   "quoi",    "qui",    "quand",    "ou",       "combien",  "comment", "pourquoi", "quel",
     "quelle", "quels", "quelles", "lequel", "laquelle", "precisez", "indiquez", "donnez",  "nommez",   "dites"});

constexpr auto prepositions = std::to_array<std::string_view>(
    {"a", "de", "d'", "par", "avec", "dans", "pour", "vers", "chez", "sur", "depuis", "en"});

/// Beginnings of folded words that tell the same in a report: one line answers for another.
constexpr std::array<std::string_view, 14> same_matter{
    "serv",
    "salu bonjour bonsoir bienvenue accueil",
    "remerci merci",
    "regard yeux oeil visuel",
    "souri",
    "present nomm prenom appel badge insigne",
    "propr sale sali tache poussi nettoy miett trace dechet lave balay colla",
    "eclair lumi sombr ampoul neon allum obscur",
    "degag encombr libre obstru carton passage bloqu",
    "prix tarif cout euro dollar montant",
    "polit poli courtois bonjour bonsoir merci monsieur madame bienvenue aimabl",
    "aide aider offert offrir propos assist conseil",
    "gout bon delici sale sucr fade epice savour amer",
    "chaud tied froid brulant temper"};

template <class List>
bool listed(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

/// Whether the word begins as one of those on the line.
bool begins_as_one_of(std::string_view line, std::string_view word) {
    while (!line.empty()) {
        const std::size_t end = std::min(line.find(' '), line.size());
        if (word.starts_with(line.substr(0, end))) return true;
        line.remove_prefix(std::min(end + 1, line.size()));
    }
    return false;
}

/// Two forms or derivations of a word: propre and propreté, salué and saluer.
bool akin(std::string_view a, std::string_view b) {
    constexpr std::size_t shortest = 5;
    if (a == b) return true;
    const std::size_t length = std::min(a.size(), b.size());
    const std::size_t stem = length == shortest ? shortest - 1 : shortest;  // frais, fraîcheur
    return length >= shortest && a.substr(0, stem) == b.substr(0, stem);
}

/// The lines of well-known words for the matter of one of `asked`.
std::vector<std::string_view> matters_of(const std::vector<std::string>& asked) {
    std::vector<std::string_view> lines;
    std::ranges::copy_if(same_matter, std::back_inserter(lines), [&](std::string_view line) {
        return std::ranges::any_of(asked, [&](const std::string& word) { return begins_as_one_of(line, word); });
    });
    return lines;
}

bool is_mark(const Comment& comment, std::size_t token, std::string_view marks) {
    return !comments::is_content(comment.tokens()[token]) &&
           comment.folded(token).find_first_of(marks) != std::string_view::npos;
}

/// The label without what stands in brackets, which gives examples.
std::string without_brackets(std::string_view label) {
    std::string text;
    int depth = 0;
    for (const char c : label) {
        if (c == '(') ++depth;
        if (depth == 0) text.push_back(c);
        if (c == ')' && depth > 0) --depth;
    }
    return text;
}

}  // namespace

struct PartFinder::Part {
    Asked asked = Asked::words;
    std::string label;                        ///< in the question's words
    std::vector<std::string> words{};         ///< folded, of Asked::words: `formule` and `politesse`
    std::vector<language::LemmaId> lemmas{};  ///< of those words
};

/// What a text brings.
struct PartFinder::Answered {
    std::vector<std::string> words;
    std::vector<language::LemmaId> lemmas;
    bool hour = false;
    bool number = false;
    bool person = false;
    bool blanket = false;
};

PartFinder::PartFinder(std::shared_ptr<const comments::WordBook> book)
    : book_(std::move(book)), lexicon_(book_->lexicon().get()), facts_(book_) {}

std::vector<language::LemmaId> PartFinder::lemmas_of(const Comment& comment, std::size_t token) const {
    std::vector<language::LemmaId> lemmas;
    const comments::Word* const word = comment.word(token, *book_);
    const auto form = word != nullptr ? word->id : lexicon_->find_in_any_case(comment.tokens()[token].form);
    if (!form) return lemmas;
    for (const language::Analysis& analysis : lexicon_->analyses(*form)) lemmas.push_back(analysis.lemma);
    return lemmas;
}

/// The classes of a word that may head a part; 0 for little words, verbs in a tense, and words outside the lexicon.
std::uint32_t PartFinder::classes_of(const Comment& label, std::size_t token) const {
    using language::PartOfSpeech;
    if (label.tokens()[token].kind != TokenKind::word || comments::is_little_word(label.folded(token)) ||
        listed(no_parts, label.folded(token))) {
        return 0;
    }
    const comments::Word* const word = label.word(token, *book_);
    const auto form = word != nullptr ? word->id : lexicon_->find_in_any_case(label.tokens()[token].form);
    if (!form) return 0;
    std::uint32_t classes = 0;
    for (const language::Analysis& analysis : lexicon_->analyses(*form)) {
        const language::Features& features = analysis.features;
        switch (features.part) {
            case PartOfSpeech::noun:
                classes |= noun;
                break;
            case PartOfSpeech::adjective:
                classes |= adjective;
                break;
            case PartOfSpeech::verb:
                if (features.verb_group == 0) return 0;  // être and avoir
                if (features.has_tense(language::tense::past_participle)) classes |= participle | adjective;
                if (features.has_tense(language::tense::infinitive)) classes |= infinitive;
                break;
            case PartOfSpeech::preposition:
            case PartOfSpeech::determiner:
            case PartOfSpeech::pronoun:
            case PartOfSpeech::conjunction:
            case PartOfSpeech::numeral:
                return 0;
            default:
                break;
        }
    }
    return classes;
}

/// A part that the word heads, with the nouns that complete it: « une formule de politesse ».
PartFinder::Part PartFinder::word_part(const Comment& label, std::size_t token) const {
    constexpr auto links = std::to_array<std::string_view>({"de", "du", "d'", "des", "a", "au", "la", "l'"});
    Part part{Asked::words, {}, {}, {}};
    std::size_t last = token;
    for (std::size_t i = token; i < label.tokens().size(); ++i) {
        const bool heads = i == token || (classes_of(label, i) & noun) != 0;
        if (!heads && !listed(links, label.folded(i))) break;
        if (!heads) continue;
        if (i > last + 1 || i == token) {
            part.words.emplace_back(label.folded(i));
            for (const language::LemmaId lemma : lemmas_of(label, i)) part.lemmas.push_back(lemma);
            last = i;
        } else {
            break;  // two nouns side by side belong to two things
        }
    }
    part.label = label.quote(token, last + 1, 60);
    return part;
}

/// « …, et dans quelle allée ? », « … ? Qui vous a servi ? »: clauses with a question word of their own.
void PartFinder::add_clauses(const Comment& label, std::vector<Parts>& groups) const {
    const auto& tokens = label.tokens();
    std::vector<std::pair<std::size_t, std::size_t>> clauses;
    std::size_t first = 0;
    const auto asks = [&](std::size_t from, std::size_t to) {
        // The question word opens the clause, after a preposition at most: `de combien`, `dans quelle allée`
        bool after_preposition = false;
        for (std::size_t i = from; i < to; ++i) {
            if (!comments::is_content(tokens[i])) continue;
            const std::string_view word = label.folded(i);
            if (listed(question_words, word)) return word != "ou" || tokens[i].form.size() > word.size();
            if (after_preposition || !listed(prepositions, word)) return false;
            after_preposition = true;
        }
        return false;
    };
    const auto inverts = [&](std::size_t from, std::size_t to) {
        return std::any_of(tokens.begin() + static_cast<std::ptrdiff_t>(from),
                           tokens.begin() + static_cast<std::ptrdiff_t>(to),
                           [](const language::Token& token) { return token.kind == TokenKind::enclitic; });
    };
    for (std::size_t i = 0; i <= tokens.size(); ++i) {
        const bool ends = i == tokens.size() || is_mark(label, i, "?.;");
        const bool joins = !ends && (is_mark(label, i, ",") || label.folded(i) == "et") && asks(i + 1, tokens.size());
        if (!ends && !joins) continue;
        if (i > first) clauses.emplace_back(first, i);
        first = i + 1;
    }
    if (clauses.size() < 2) return;
    Parts parts;
    for (const auto& [from, to] : clauses) {
        Part part{Asked::open, label.quote(from, to, 80), {}, {}};
        for (std::size_t i = from; i < to; ++i) {
            const std::string_view word = label.folded(i);
            if (word == "heure" || word == "quand") part.asked = Asked::hour;
            if (word == "combien" || word == "prix" || word == "montant" || word == "nombre")
                part.asked = Asked::number;
            if (word == "qui" || word == "prenom") part.asked = Asked::person;
        }
        if (!asks(from, to) && !(parts.empty() && inverts(from, to))) continue;  // no question: a remark, a request
        parts.push_back(std::move(part));
    }
    if (parts.size() > 1) groups.push_back(std::move(parts));
}

/// « Décrivez le plat : présentation, goût, cuisson. »
void PartFinder::add_list(const Comment& label, std::vector<Parts>& groups) const {
    const auto& tokens = label.tokens();
    std::size_t i = 0;
    while (i < tokens.size() && !is_mark(label, i, ":")) ++i;
    Parts parts;
    bool open = true;
    for (++i; i < tokens.size(); ++i) {
        if (label.folded(i) == "ou") return;  // any one of them will do
        if (is_mark(label, i, ",") || label.folded(i) == "et") {
            open = true;
        } else if (is_mark(label, i, "?.;")) {
            break;
        } else if (open && (classes_of(label, i) & noun) != 0) {
            parts.push_back(word_part(label, i));
            open = false;
        }
    }
    if (parts.size() > 1) groups.push_back(std::move(parts));
}

/// « propres, éclairées et dégagées », « salué et remercié »: what `conjunction` joins, found by its like before it.
void PartFinder::add_coordinated(const Comment& label, std::size_t conjunction, std::vector<Parts>& groups) const {
    constexpr std::size_t reach = 5;
    const auto& tokens = label.tokens();
    std::size_t right = conjunction + 1;
    while (right < tokens.size() && right <= conjunction + reach && classes_of(label, right) == 0) {
        if (is_mark(label, right, "?:;,.") || label.folded(right) == "ou") return;
        ++right;
    }
    if (right >= tokens.size() || right > conjunction + reach) return;
    const std::uint32_t classes = classes_of(label, right);
    Parts parts{word_part(label, right)};
    // Stretches between commas, from right to left; in the last of them, which may hold the whole clause, the nearest
    std::size_t end = conjunction;
    while (end > 0) {
        std::size_t begin = end;
        while (begin > 0 && !is_mark(label, begin - 1, ",?:;.")) --begin;
        const bool leftmost = begin == 0 || !is_mark(label, begin - 1, ",");
        std::size_t found = tokens.size();
        for (std::size_t i = begin; i < end; ++i) {
            if (label.folded(i) == "ou") return;
            if ((classes_of(label, i) & classes) != 0 && (leftmost || found == tokens.size())) found = i;
        }
        if (found == tokens.size()) break;
        parts.insert(parts.begin(), word_part(label, found));
        if (leftmost) break;
        end = begin - 1;
    }
    if (parts.size() > 1) groups.push_back(std::move(parts));
}

std::vector<PartFinder::Parts> PartFinder::groups_of(const Comment& label) const {
    std::vector<Parts> groups;
    add_clauses(label, groups);
    if (!groups.empty()) return groups;
    add_list(label, groups);
    if (!groups.empty()) return groups;
    for (std::size_t i = 0; i < label.tokens().size(); ++i) {
        if (label.folded(i) == "et") add_coordinated(label, i, groups);
    }
    return groups;
}

PartFinder::Answered PartFinder::read(const Comment& text, const comments::KnownNames& names) const {
    Answered answered;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        const language::Token& token = text.tokens()[i];
        const std::string_view word = text.folded(i);
        const bool both = word == "deux" && i > 0 && text.folded(i - 1) == "les";
        answered.blanket = answered.blanket || both || listed(blanket_words, word);
        answered.hour = answered.hour || token.kind == TokenKind::hour || word == "midi" || word == "minuit";
        answered.number = answered.number || token.kind == TokenKind::number || token.kind == TokenKind::amount;
        answered.person = answered.person || facts_.is_first_name(text, i, names);
        if (token.kind != TokenKind::word) continue;
        answered.words.emplace_back(word);
        for (const language::LemmaId lemma : lemmas_of(text, i)) answered.lemmas.push_back(lemma);
    }
    for (const comments::Fact& fact : facts_.read(text, names, {}).facts) {
        answered.hour = answered.hour || fact.kind == FactKind::time;
        answered.number = answered.number || fact.kind == FactKind::quantity || fact.kind == FactKind::duration ||
                          fact.kind == FactKind::price;
        answered.person = answered.person || fact.kind == FactKind::person || fact.kind == FactKind::identity;
    }
    return answered;
}

std::vector<std::string> PartFinder::unanswered(const Question& question, const Comment& text,
                                                const std::function<const comments::KnownNames&()>& names,
                                                std::size_t most_words) const {
    std::vector<std::string> open;
    if (text.word_count() == 0 || text.word_count() > most_words) return open;
    const std::vector<Parts> groups = groups_of(Comment(without_brackets(question.label), *book_));
    if (groups.empty()) return open;
    const Answered answered = read(text, names());
    if (answered.blanket) return open;
    const auto answers = [&](const Part& part) {
        switch (part.asked) {
            case Asked::hour:
                return answered.hour;
            case Asked::number:
                return answered.number;
            case Asked::person:
                return answered.person;
            case Asked::open:
                return true;
            case Asked::words:
                break;
        }
        const bool by_lemma = std::any_of(part.lemmas.begin(), part.lemmas.end(), [&](language::LemmaId lemma) {
            return std::find(answered.lemmas.begin(), answered.lemmas.end(), lemma) != answered.lemmas.end();
        });
        if (by_lemma) return true;
        const std::vector<std::string_view> matters = matters_of(part.words);
        return std::ranges::any_of(answered.words, [&](const std::string& said) {
            return std::ranges::any_of(part.words, [&](const std::string& asked) { return akin(asked, said); }) ||
                   std::ranges::any_of(matters, [&](std::string_view line) { return begins_as_one_of(line, said); });
        });
    };
    for (const Parts& parts : groups) {
        std::vector<std::string> without;
        for (const Part& part : parts) {
            if (!answers(part)) without.push_back(part.label);
        }
        const std::size_t touched = parts.size() - without.size();
        if (without.empty() || touched == 0 || 2 * touched > parts.size()) continue;
        open.insert(open.end(), without.begin(), without.end());
        break;
    }
    return open;
}

}  // namespace relis::completeness

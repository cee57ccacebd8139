#include "parser.h"

#include <algorithm>
#include <array>
#include <optional>
#include <stdexcept>
#include <utility>

#include "grammar/closed_words.h"
#include "language/text.h"
#include "word_class.h"

namespace relis::rules {
namespace {

constexpr std::size_t longest_pattern = 16;
constexpr std::string_view arrow = "→";

template <typename T>
void sort_unique(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

std::vector<std::string_view> split(std::string_view text, char separator) {
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(text.substr(0, end));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + 1);
    }
}

/// The condition of an element that an index can find it by, or null.
const Condition* anchor_of(const Element& element) {
    if (element.kind != Element::Kind::token || element.optional) return nullptr;
    for (const Condition& condition : element.conditions) {
        if (condition.can_anchor()) return &condition;
    }
    return nullptr;
}

/// How rare a word is in texts, roughly: closed-class words are everywhere, long words seldom.
std::size_t rarity(std::string_view form) {
    constexpr std::size_t open_class = 20;
    return form.size() + (grammar::find_closed_word(form) == grammar::no_word ? open_class : 0U);
}

/// Verbs whose forms stand in every other sentence.
constexpr std::array<std::string_view, 24> everyday_verbs{
    "avoir",  "être",    "faire",   "dire",    "aller",  "pouvoir",  "prendre", "mettre",
    "voir",   "devoir",  "venir",   "vouloir", "savoir", "demander", "falloir", "donner",
    "passer", "trouver", "laisser", "rester",  "rendre", "tenir",    "porter",  "parler"};

/// How rare the words of a condition are: the least rare decides. A lemma has many forms.
std::size_t rarity(const Condition& condition, const language::Lexicon& lexicon) {
    std::size_t least = 1000;
    for (const std::string& form : condition.forms) least = std::min(least, rarity(form));
    for (const language::LemmaId lemma : condition.all_lemmas()) {
        const std::string_view text = lexicon.lemma(lemma);
        const bool everyday = std::find(everyday_verbs.begin(), everyday_verbs.end(), text) != everyday_verbs.end();
        least = std::min(least, everyday ? 1 : rarity(text) - text.size() / 2);
    }
    return least;
}

void check_marks(const Pattern& pattern, const Place& place) {
    if (pattern.elements.size() > longest_pattern) fail(place, "a pattern has at most 16 elements");
    if (pattern.mark_first >= pattern.mark_last) fail(place, "the marked part is empty");
    const Element& first = pattern.elements[pattern.mark_first];
    if (first.kind != Element::Kind::token || first.optional) {
        fail(place, "the marked part begins with a token that is always there");
    }
}

std::size_t number_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9' ? static_cast<std::size_t>(text[at] - '0') : 10;
}

/// What stands behind `$n=`.
Piece form_piece(std::string_view what, std::size_t element, const Place& place) {
    Piece piece;
    piece.element = element;
    if (what == "inf") {
        piece.kind = Piece::Kind::infinitive;
        return piece;
    }
    if (what == "lower" || what == "capital") {
        piece.kind = what == "lower" ? Piece::Kind::lower_case : Piece::Kind::capital;
        return piece;
    }
    const bool participle = what.starts_with("participle");
    piece.kind = participle ? Piece::Kind::participle : Piece::Kind::inflected;
    FeatureLetters features;
    if (!read_features(participle ? what.substr(10) : what, features)) {
        fail(place,
             "after $n= stand inf, participle, lower, capital or the letters m f s p 1 2 3: " + std::string(what));
    }
    piece.genders = features.genders;
    piece.numbers = features.numbers;
    piece.persons = features.persons;
    if (participle && piece.genders == 0) piece.genders = language::gender::masculine;
    if (participle && piece.numbers == 0) piece.numbers = language::number::singular;
    return piece;
}

void add_text(Suggestion& suggestion, char letter) {
    if (suggestion.empty() || suggestion.back().kind != Piece::Kind::text) suggestion.emplace_back();
    suggestion.back().text.push_back(letter);
}

Suggestion parse_suggestion(std::string_view text, const Place& place) {
    Suggestion suggestion;
    for (std::size_t i = 0; i < text.size();) {
        const std::size_t element = text[i] == '$' ? number_at(text, i + 1) : 10;
        if (element > 9) {
            add_text(suggestion, text[i++]);
            continue;
        }
        i += 2;
        const char sign = i < text.size() ? text[i] : ' ';
        if (sign == '@' && i + 1 < text.size()) {
            Piece piece;
            piece.kind = Piece::Kind::agreeing;
            piece.element = element;
            piece.variable = text[i + 1];
            suggestion.push_back(std::move(piece));
            i += 2;
        } else if (sign == '=' || sign == '>') {
            const std::size_t end = std::min(text.find(' ', i), text.size());
            const std::string_view what = text.substr(i + 1, end - i - 1);
            if (sign == '=') {
                suggestion.push_back(form_piece(what, element, place));
            } else {
                Piece piece;
                piece.kind = Piece::Kind::other_lemma;
                piece.element = element;
                piece.text = std::string(what);
                suggestion.push_back(std::move(piece));
            }
            i = end;
        } else {
            Piece piece;
            piece.kind = Piece::Kind::token;
            piece.element = element;
            suggestion.push_back(std::move(piece));
        }
    }
    return suggestion;
}

}  // namespace

bool Condition::can_anchor() const {
    const bool known =
        std::all_of(classes.begin(), classes.end(), [](const WordClass& word_class) { return word_class.wants_lemma; });
    return !negated && !anything && known && !(forms.empty() && lemmas.empty() && classes.empty());
}

std::vector<grammar::LemmaId> Condition::all_lemmas() const {
    std::vector<grammar::LemmaId> result = lemmas;
    for (const WordClass& word_class : classes) {
        result.insert(result.end(), word_class.lemmas.begin(), word_class.lemmas.end());
    }
    sort_unique(result);
    return result;
}

void fail(const Place& place, const std::string& what) {
    throw std::runtime_error(place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " +
                             what);
}

std::string trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

std::vector<language::LemmaId> Parser::lemmas(std::string_view lemma, const Place& place) const {
    std::vector<language::LemmaId> result;
    for (const language::Analysis analysis : lexicon_.lookup(lemma)) {
        if (lexicon_.lemma(analysis.lemma) == lemma) result.push_back(analysis.lemma);
    }
    if (result.empty()) fail(place, "the lexicon has no lemma " + std::string(lemma));
    sort_unique(result);
    return result;
}

void Parser::add_alternative(Condition& condition, std::string_view text, const Place& place) const {
    if (text.empty()) fail(place, "an alternative is empty");
    if (text == "*") {
        condition.anything = true;
    } else if (text.front() == '{') {
        if (!text.ends_with('}')) fail(place, "a set is written {name}: " + std::string(text));
        const auto set = sets_.find(std::string(text.substr(1, text.size() - 2)));
        if (set == sets_.end()) fail(place, "unknown set " + std::string(text));
        const Condition& known = set->second;
        condition.forms.insert(condition.forms.end(), known.forms.begin(), known.forms.end());
        condition.lemmas.insert(condition.lemmas.end(), known.lemmas.begin(), known.lemmas.end());
        condition.classes.insert(condition.classes.end(), known.classes.begin(), known.classes.end());
    } else if (text.front() == '<') {
        condition.classes.push_back(word_class(text, place));
    } else if (text.front() == '=' && text.size() > 1) {
        const std::size_t angle = std::min(text.find('<'), text.size());
        std::vector<language::LemmaId> found = lemmas(text.substr(1, angle - 1), place);
        if (angle < text.size()) {
            WordClass of_lemma = word_class(text.substr(angle), place);
            of_lemma.wants_lemma = true;
            of_lemma.lemmas = std::move(found);
            condition.classes.push_back(std::move(of_lemma));
        } else {
            condition.lemmas.insert(condition.lemmas.end(), found.begin(), found.end());
        }
    } else {
        condition.forms.push_back(language::lower(text));
    }
}

Condition Parser::alternatives(std::string_view text, const Place& place) const {
    Condition condition;
    for (const std::string_view part : split(text, '|')) add_alternative(condition, trim(part), place);
    sort_unique(condition.forms);
    sort_unique(condition.lemmas);
    return condition;
}

Element Parser::element(std::string_view text, const Place& place) const {
    Element element;
    if (text == "^" || text == "$") {
        element.kind = text == "^" ? Element::Kind::sentence_start : Element::Kind::sentence_end;
        return element;
    }
    if (text.starts_with("...")) {
        element.kind = Element::Kind::gap;
        if (text.size() == 3) {
            element.gap = 3;
        } else {
            element.gap = number_at(text, 3);
            if (text.size() > 4 || element.gap == 0 || element.gap > 9) fail(place, "a gap is ... or ...1 to ...9");
        }
        return element;
    }
    if (text.size() > 1 && text.ends_with('?') && !text.ends_with("|?")) {
        element.optional = true;
        text.remove_suffix(1);
    }
    if (const std::size_t at = text.rfind('@'); at != std::string_view::npos && at > 0) {
        if (at + 2 != text.size()) fail(place, "an agreement is written @ and one letter, at the end");
        element.variable = text[at + 1];
        element.disagrees = text[at - 1] == '!';
        text = text.substr(0, element.disagrees ? at - 1 : at);
    }
    for (std::string_view part : text == "&" ? std::vector{text} : split(text, '&')) {
        const bool negated = part.size() > 1 && part.front() == '!';
        if (negated) part.remove_prefix(1);
        element.conditions.push_back(alternatives(part, place));
        element.conditions.back().negated = negated;
    }
    return element;
}

Pattern Parser::elements(std::string_view text, const Place& place) const {
    Pattern pattern;
    std::optional<std::size_t> open;
    std::optional<std::size_t> close;
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == ' ') {
            ++i;
            continue;
        }
        const std::size_t end = std::min(text.find(' ', i), text.size());
        const std::string_view word = text.substr(i, end - i);
        if (word == "[") {
            open = pattern.elements.size();
        } else if (word == "]") {
            close = pattern.elements.size();
        } else {
            pattern.elements.push_back(element(word, {place.file, place.line, place.column + i}));
        }
        i = end;
    }
    if (open.has_value() != close.has_value()) fail(place, "[ and ] come together");
    pattern.mark_first = open.value_or(0);
    pattern.mark_last = close.value_or(pattern.elements.size());
    if (!open) {  // the ends of the sentence are no part of a fault
        while (pattern.mark_first < pattern.mark_last &&
               pattern.elements[pattern.mark_first].kind == Element::Kind::sentence_start) {
            ++pattern.mark_first;
        }
    }
    check_marks(pattern, place);
    return pattern;
}

Pattern Parser::pattern(std::string_view text, const Place& place) const {
    Pattern result = elements(text, place);
    std::optional<std::size_t> best;
    for (std::size_t i = 0; i < result.elements.size(); ++i) {
        const Condition* const condition = anchor_of(result.elements[i]);
        if (condition == nullptr) continue;
        const std::size_t own = rarity(*condition, lexicon_);
        if (!best || own > *best) {
            best = own;
            result.anchor = i;
        }
    }
    if (!best) fail(place, "a pattern needs a word or =lemma that is always there");
    return result;
}

Pattern Parser::exception(std::string_view text, const Place& place) const {
    Pattern result = elements(text, place);
    result.anchor = result.mark_first;
    return result;
}

std::vector<Suggestion> Parser::suggestions(std::string_view text, const Place& place) const {
    std::vector<Suggestion> result;
    for (const std::string_view part : split(text, '|')) result.push_back(parse_suggestion(trim(part), place));
    for (const Suggestion& suggestion : result) {
        for (const Piece& piece : suggestion) {
            if (piece.kind == Piece::Kind::other_lemma) static_cast<void>(lemmas(piece.text, place));
        }
    }
    return result;
}

Example Parser::example(std::string text, bool is_right, const Place& place) {
    Example example;
    example.is_right = is_right;
    example.line = place.line;
    if (!is_right) {
        const std::size_t open = text.find('[');
        const std::size_t close = text.find(']', open);
        if (open == std::string::npos || close == std::string::npos) {
            fail(place, "a wrong example has its fault between [ and ]");
        }
        std::string fault = text.substr(open + 1, close - open - 1);
        if (const std::size_t at = fault.find(arrow); at != std::string::npos) {
            example.correction = fault.substr(at + arrow.size());
            fault.resize(at);
        }
        example.start = static_cast<std::uint32_t>(language::code_points(text.substr(0, open)));
        example.end = example.start + static_cast<std::uint32_t>(language::code_points(fault));
        text.replace(open, close - open + 1, fault);
    }
    example.text = std::move(text);
    return example;
}

}  // namespace relis::rules

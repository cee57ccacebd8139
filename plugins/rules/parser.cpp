#include "parser.h"

#include <algorithm>
#include <optional>
#include <span>
#include <stdexcept>
#include <utility>

#include "language/text.h"
#include "rules/index.h"
#include "word_class.h"

namespace relis::rules {
namespace {

constexpr std::string_view arrow = "→";

template <typename T>
void sort_unique(std::vector<T>& values) {
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
}

template <class Use>
void for_each_part(std::string_view text, char separator, Use use) {
    for (;;) {
        const std::size_t end = text.find(separator);
        use(text.substr(0, end));
        if (end == std::string_view::npos) return;
        text.remove_prefix(end + 1);
    }
}

void check_marks(std::span<const Element> elements, const Pattern& pattern, const Place& place) {
    if (pattern.mark_first >= pattern.mark_last) fail(place, "the marked part is empty");
    const Element& first = elements[pattern.mark_first];
    if (first.kind != Element::Kind::token || first.optional) {
        fail(place, "the marked part begins with a token that is always there");
    }
}

std::size_t number_at(std::string_view text, std::size_t at) {
    return at < text.size() && text[at] >= '0' && text[at] <= '9' ? static_cast<std::size_t>(text[at] - '0') : 10;
}

/// Most words of rules: in lower case without a letter that only Unicode's tables know.
bool is_plain_lower(std::string_view text) {
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return (c >= 'A' && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80; });
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

void fail(const Place& place, const std::string& what) {
    throw std::runtime_error(place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " +
                             what);
}

std::string_view trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return text.substr(first, text.find_last_not_of(" \t\r") - first + 1);
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

void Parser::define_set(std::string_view text, const Place& place) {
    const std::size_t equals = text.find(" = ");
    if (equals == std::string_view::npos) fail(place, "a set is written: set name = alternatives");
    sets_.insert_or_assign(std::string(trim(text.substr(0, equals))), condition(text.substr(equals + 3), place));
    elements_with_sets_.clear();
}

const Condition& Parser::set(std::string_view text, const Place& place) const {
    if (!text.ends_with('}')) fail(place, "a set is written {name}: " + std::string(text));
    const std::string name(text.substr(1, text.size() - 2));
    if (const auto own = sets_.find(name); own != sets_.end()) return own->second;
    const auto common = common_sets_.find(name);
    if (common == common_sets_.end()) fail(place, "unknown set " + std::string(text));
    return common->second;
}

void Parser::add_alternative(Alternatives& alternatives, std::string_view text, const Place& place) {
    std::vector<WordKey>& words = alternatives.words;
    if (text.empty()) fail(place, "an alternative is empty");
    if (text == "*") {
        alternatives.anything = true;
    } else if (text.front() == '{') {
        const Condition& known = set(text, place);
        alternatives.anything = alternatives.anything || known.anything;
        const auto known_words = patterns_.words_of(known);
        const auto known_classes = patterns_.classes_of(known);
        words.insert(words.end(), known_words.begin(), known_words.end());
        alternatives.classes.insert(alternatives.classes.end(), known_classes.begin(), known_classes.end());
    } else if (text.front() == '<') {
        alternatives.classes.push_back(word_class(text, place));
    } else if (text.front() == '=' && text.size() > 1) {
        const std::size_t angle = std::min(text.find('<'), text.size());
        std::vector<WordKey> found;
        for (const language::LemmaId lemma : lemmas(text.substr(1, angle - 1), place)) {
            found.push_back(vocabulary_.add_lemma(lemma));
        }
        if (angle < text.size()) {
            WordClass of_lemma = word_class(text.substr(angle), place);
            of_lemma.wants_lemma = true;
            of_lemma.lemmas = stored(std::move(found));
            alternatives.classes.push_back(of_lemma);
        } else {
            words.insert(words.end(), found.begin(), found.end());
        }
    } else {
        words.push_back(is_plain_lower(text) ? vocabulary_.add_form(text)
                                             : vocabulary_.add_form(language::lower(text)));
    }
}

Range Parser::stored(std::vector<WordKey> words) {
    sort_unique(words);
    const Range range{static_cast<std::uint32_t>(patterns_.words.size()), static_cast<std::uint32_t>(words.size())};
    patterns_.words.insert(patterns_.words.end(), words.begin(), words.end());
    return range;
}

Condition Parser::stored(Alternatives alternatives) {
    Condition condition;
    condition.anything = alternatives.anything;
    if (condition.anything) condition.signature.add_any_token();
    for (const WordKey word : alternatives.words) condition.signature.add_word(word);
    for (const WordClass& word_class : alternatives.classes) {
        if (word_class.kind != WordClass::Kind::reading) {
            condition.signature.add_any_token();
        } else if (word_class.wants_lemma) {
            for (const WordKey lemma : patterns_.lemmas_of(word_class)) condition.signature.add_word(lemma);
        } else {
            condition.signature.add_parts(word_class.parts, word_class.tenses);
        }
    }
    condition.words = stored(std::move(alternatives.words));
    condition.classes = {static_cast<std::uint32_t>(patterns_.classes.size()),
                         static_cast<std::uint32_t>(alternatives.classes.size())};
    patterns_.classes.insert(patterns_.classes.end(), alternatives.classes.begin(), alternatives.classes.end());
    return condition;
}

Condition Parser::condition(std::string_view text, const Place& place) {
    if (text.find('|') == std::string_view::npos && trim(text).starts_with('{')) return set(trim(text), place);
    Alternatives alternatives;
    for_each_part(text, '|', [&](std::string_view part) { add_alternative(alternatives, trim(part), place); });
    return stored(std::move(alternatives));
}

const Element& Parser::element(std::string_view text, const Place& place) {
    Elements& elements = text.find('{') == std::string_view::npos ? known_elements_ : elements_with_sets_;
    std::string key(text);
    if (const auto known = elements.find(key); known != elements.end()) return known->second;
    return elements.emplace(std::move(key), new_element(text, place)).first->second;
}

Element Parser::new_element(std::string_view text, const Place& place) {
    Element element;
    if (text == "^" || text == "$") {
        element.kind = text == "^" ? Element::Kind::sentence_start : Element::Kind::sentence_end;
        return element;
    }
    if (text.starts_with("...")) {
        element.kind = Element::Kind::gap;
        const std::size_t tokens = text.size() == 3 ? 3 : number_at(text, 3);
        if (text.size() > 4 || tokens == 0 || tokens > 9) fail(place, "a gap is ... or ...1 to ...9");
        element.gap = static_cast<std::uint8_t>(tokens);
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
    std::vector<Condition> conditions;
    const auto add = [&](std::string_view part) {
        const bool negated = part.size() > 1 && part.front() == '!';
        if (negated) part.remove_prefix(1);
        conditions.push_back(condition(part, place));
        conditions.back().negated = negated;
    };
    if (text == "&") {
        add(text);
    } else {
        for_each_part(text, '&', add);
    }
    element.conditions = {static_cast<std::uint32_t>(patterns_.conditions.size()),
                          static_cast<std::uint32_t>(conditions.size())};
    patterns_.conditions.insert(patterns_.conditions.end(), conditions.begin(), conditions.end());
    return element;
}

Pattern Parser::elements(std::string_view text, const Place& place) {
    std::vector<Element> elements;
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
            open = elements.size();
        } else if (word == "]") {
            close = elements.size();
        } else {
            elements.push_back(element(word, {place.file, place.line, place.column + i}));
        }
        i = end;
    }
    if (open.has_value() != close.has_value()) fail(place, "[ and ] come together");
    if (elements.size() > longest_pattern) fail(place, "a pattern has at most 16 elements");
    Pattern pattern;
    pattern.mark_first = static_cast<std::uint8_t>(open.value_or(0));
    pattern.mark_last = static_cast<std::uint8_t>(close.value_or(elements.size()));
    if (!open) {  // the ends of the sentence are no part of a fault
        while (pattern.mark_first < pattern.mark_last &&
               elements[pattern.mark_first].kind == Element::Kind::sentence_start) {
            ++pattern.mark_first;
        }
    }
    check_marks(elements, pattern, place);
    pattern.elements = {static_cast<std::uint32_t>(patterns_.elements.size()),
                        static_cast<std::uint32_t>(elements.size())};
    patterns_.elements.insert(patterns_.elements.end(), elements.begin(), elements.end());
    return pattern;
}

Pattern Parser::pattern(std::string_view text, const Place& place) {
    Pattern result = elements(text, place);
    if (!choose_anchor(result, patterns_, vocabulary_)) {
        fail(place, "a pattern needs a word or =lemma that is always there");
    }
    return result;
}

Pattern Parser::exception(std::string_view text, const Place& place) {
    Pattern result = elements(text, place);
    result.anchor = result.mark_first;
    return result;
}

std::vector<Suggestion> Parser::suggestions(std::string_view text, const Place& place) const {
    std::vector<Suggestion> result;
    for_each_part(text, '|', [&](std::string_view part) { result.push_back(parse_suggestion(trim(part), place)); });
    for (const Suggestion& suggestion : result) {
        for (const Piece& piece : suggestion) {
            if (piece.kind == Piece::Kind::other_lemma) static_cast<void>(lemmas(piece.text, place));
        }
    }
    return result;
}

Example Parser::example(std::string_view line, bool is_right, const Place& place) {
    std::string text(line);
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

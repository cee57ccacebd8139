#include "language/rules.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <optional>
#include <stdexcept>
#include <utility>

#include "language/text.h"

namespace relis::language {
namespace {

struct ClassName {
    std::string_view name;
    PartOfSpeech part;
    std::uint16_t tenses;
};

constexpr std::array class_names{ClassName{"noun", PartOfSpeech::noun, 0},
                                 ClassName{"adj", PartOfSpeech::adjective, 0},
                                 ClassName{"verb", PartOfSpeech::verb, tense::personal},
                                 ClassName{"inf", PartOfSpeech::verb, tense::infinitive},
                                 ClassName{"participle", PartOfSpeech::verb, tense::past_participle},
                                 ClassName{"gerund", PartOfSpeech::verb, tense::present_participle},
                                 ClassName{"subjunctive", PartOfSpeech::verb, tense::subjunctive_present},
                                 ClassName{"adv", PartOfSpeech::adverb, 0},
                                 ClassName{"det", PartOfSpeech::determiner, 0},
                                 ClassName{"pron", PartOfSpeech::pronoun, 0},
                                 ClassName{"prep", PartOfSpeech::preposition, 0},
                                 ClassName{"conj", PartOfSpeech::conjunction, 0},
                                 ClassName{"num", PartOfSpeech::numeral, 0},
                                 ClassName{"name", PartOfSpeech::proper_noun, 0}};

constexpr std::array<std::pair<std::string_view, FaultCategory>, 5> category_names{
    {{"spelling", FaultCategory::spelling},
     {"grammar", FaultCategory::grammar},
     {"syntax", FaultCategory::syntax},
     {"typography", FaultCategory::typography},
     {"style", FaultCategory::style}}};

constexpr std::size_t longest_pattern = 16;
constexpr std::string_view arrow = "→";

/// Where the reader stands, for messages.
struct Place {
    const std::string& file;
    std::size_t line = 0;
    std::size_t column = 0;
};

[[noreturn]] void fail(const Place& place, const std::string& what) {
    throw std::runtime_error(place.file + ":" + std::to_string(place.line) + ":" + std::to_string(place.column) + ": " +
                             what);
}

std::string trim(std::string_view text) {
    const std::size_t first = text.find_first_not_of(" \t\r");
    if (first == std::string_view::npos) return {};
    return std::string(text.substr(first, text.find_last_not_of(" \t\r") - first + 1));
}

std::vector<std::string> split(std::string_view text, std::string_view separator) {
    std::vector<std::string> parts;
    for (;;) {
        const std::size_t end = text.find(separator);
        parts.push_back(trim(text.substr(0, end)));
        if (end == std::string_view::npos) return parts;
        text.remove_prefix(end + separator.size());
    }
}

/// <noun:fp>: a class, and perhaps m f s p.
Alternative parse_class(std::string_view text, const Place& place) {
    if (!text.ends_with('>')) fail(place, "a class ends with >");
    text = text.substr(1, text.size() - 2);
    const std::size_t colon = std::min(text.find(':'), text.size());
    const auto name = std::find_if(class_names.begin(), class_names.end(),
                                   [&](const ClassName& candidate) { return candidate.name == text.substr(0, colon); });
    if (name == class_names.end()) fail(place, "unknown class <" + std::string(text) + ">");
    Alternative alternative;
    alternative.wants_features = true;
    alternative.features.part = name->part;
    alternative.features.tenses = name->tenses;
    for (const char mark : text.substr(std::min(colon + 1, text.size()))) {
        if (mark == 'm') {
            alternative.features.genders |= gender::masculine;
        } else if (mark == 'f') {
            alternative.features.genders |= gender::feminine;
        } else if (mark == 's') {
            alternative.features.numbers |= number::singular;
        } else if (mark == 'p') {
            alternative.features.numbers |= number::plural;
        } else {
            fail(place, std::string("unknown feature ") + mark + ": only m, f, s and p");
        }
    }
    return alternative;
}

Element parse_element(std::string_view text, const Place& place) {
    Element element;
    if (text == "^") {
        element.sentence_start = true;
        return element;
    }
    if (text.starts_with("...")) {
        element.gap =
            text.size() == 4 && text[3] >= '1' && text[3] <= '9' ? static_cast<std::size_t>(text[3] - '0') : 3;
        if (text.size() > 4) fail(place, "a gap is written ... or ...1 to ...9");
        return element;
    }
    if (text.starts_with('!') && text.size() > 1) {
        element.negated = true;
        text.remove_prefix(1);
    }
    if (text.ends_with('?') && text.size() > 1) {
        element.optional = true;
        text.remove_suffix(1);
    }
    for (const std::string& part : split(text, "|")) {
        if (part.empty()) fail(place, "an alternative is empty");
        if (part == "*") {
            element.alternatives.emplace_back();
        } else if (part.front() == '<') {
            element.alternatives.push_back(parse_class(part, place));
        } else {
            Alternative& alternative = element.alternatives.emplace_back();
            (part.front() == '=' ? alternative.lemma : alternative.form) =
                part.front() == '=' ? part.substr(1) : lower(part);
        }
    }
    return element;
}

bool can_anchor(const Element& element) {
    return !element.negated && !element.optional && !element.alternatives.empty() &&
           std::all_of(element.alternatives.begin(), element.alternatives.end(), [](const Alternative& alternative) {
               return !alternative.form.empty() || !alternative.lemma.empty();
           });
}

Pattern parse_pattern(std::string_view text, Place place) {
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
        const Place here{place.file, place.line, place.column + i};
        if (word == "[") {
            open = pattern.elements.size();
        } else if (word == "]") {
            close = pattern.elements.size();
        } else {
            pattern.elements.push_back(parse_element(word, here));
        }
        i = end;
    }
    if (pattern.elements.size() > longest_pattern) fail(place, "a pattern has at most 16 elements");
    if (open.has_value() != close.has_value()) fail(place, "[ and ] come together");
    pattern.mark_first = open.value_or(0);
    pattern.mark_last = close.value_or(pattern.elements.size());
    if (pattern.mark_first >= pattern.mark_last) fail(place, "the marked part is empty");
    // The longest word is the rarest, roughly; what stands before it must take one token each.
    std::optional<std::size_t> anchor;
    std::size_t best = 0;
    for (std::size_t i = 0; i < pattern.elements.size(); ++i) {
        const Element& element = pattern.elements[i];
        if (element.optional || element.gap > 0) break;
        if (!can_anchor(element)) continue;
        std::size_t length = 1000;
        for (const Alternative& a : element.alternatives)
            length = std::min(length, std::max(a.form.size(), a.lemma.size() / 2));
        if (!anchor || length > best) {
            anchor = i;
            best = length;
        }
    }
    if (!anchor) fail(place, "a pattern needs a word or =lemma before its first optional part or gap");
    pattern.anchor = *anchor;
    return pattern;
}

Example parse_example(std::string text, bool is_right, const Place& place) {
    Example example;
    example.is_right = is_right;
    example.line = place.line;
    if (!is_right) {
        const std::size_t open = text.find('[');
        const std::size_t close = text.find(']', open);
        if (open == std::string::npos || close == std::string::npos)
            fail(place, "a wrong example has its fault between [ and ]");
        std::string fault = text.substr(open + 1, close - open - 1);
        if (const std::size_t at = fault.find(arrow); at != std::string::npos) {
            example.correction = fault.substr(at + arrow.size());
            fault.resize(at);
        }
        example.start = static_cast<std::uint32_t>(code_points(text.substr(0, open)));
        example.end = example.start + static_cast<std::uint32_t>(code_points(fault));
        text.replace(open, close - open + 1, fault);
    }
    example.text = std::move(text);
    return example;
}

void check_complete(const Rule& rule, const Place& place) {
    const auto has = [&](bool right) {
        return std::any_of(rule.examples.begin(), rule.examples.end(),
                           [&](const Example& e) { return e.is_right == right; });
    };
    if (rule.title.empty() || rule.message.empty()) fail(place, "rule " + rule.id + " needs a title and a message");
    if (rule.patterns.empty()) fail(place, "rule " + rule.id + " needs a pattern");
    if (!has(false) || !has(true)) fail(place, "rule " + rule.id + " needs a wrong and a right example");
}

}  // namespace

RuleSet::RuleSet(const std::filesystem::path& folder) {
    std::vector<std::filesystem::path> files;
    for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().extension() == ".rules") files.push_back(entry.path());
    }
    std::sort(files.begin(), files.end());
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(in)), {});
        if (!in && !in.eof()) throw std::runtime_error("cannot read " + file.string());
        add(text, file.filename().string());
    }
}

void RuleSet::add(std::string_view text, const std::string& file) {
    Place place{file};
    std::optional<Rule> rule;
    const auto finish = [&] {
        if (!rule) return;
        check_complete(*rule, place);
        rules_.push_back(std::move(*rule));
        rule.reset();
        index(static_cast<std::uint32_t>(rules_.size() - 1));
    };
    while (!text.empty()) {
        const std::size_t end = std::min(text.find('\n'), text.size());
        const std::string line = trim(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
        ++place.line;
        place.column = 1;
        if (line.empty() || line.front() == '#') continue;
        const std::size_t space = std::min(line.find(' '), line.size());
        const std::string keyword = line.substr(0, space);
        std::string value = trim(std::string_view(line).substr(space));
        place.column = space + 2;
        if (keyword == "rule") {
            finish();
            const bool taken =
                std::any_of(rules_.begin(), rules_.end(), [&](const Rule& other) { return other.id == value; });
            if (value.empty() || taken) fail(place, "a rule needs an id of its own: " + value);
            rule.emplace();
            rule->id = value;
            rule->file = file;
            continue;
        }
        if (!rule) fail({file, place.line, 1}, "expected: rule id");
        if (keyword == "category") {
            const auto category = std::find_if(category_names.begin(), category_names.end(),
                                               [&](const auto& c) { return c.first == value; });
            if (category == category_names.end()) fail(place, "unknown category " + value);
            rule->category = category->second;
        } else if (keyword == "title") {
            rule->title = std::move(value);
        } else if (keyword == "message") {
            rule->message = std::move(value);
        } else if (keyword == "pattern") {
            rule->patterns.push_back(parse_pattern(value, place));
        } else if (keyword == "suggest") {
            rule->suggestions = split(value, "|");
        } else if (keyword == "wrong" || keyword == "right") {
            rule->examples.push_back(parse_example(std::move(value), keyword == "right", place));
        } else {
            place.column = 1;
            fail(place, "unknown keyword " + keyword);
        }
    }
    finish();
}

void RuleSet::index(std::uint32_t rule) {
    for (std::uint32_t i = 0; i < rules_[rule].patterns.size(); ++i) {
        const Pattern& pattern = rules_[rule].patterns[i];
        for (const Alternative& alternative : pattern.elements[pattern.anchor].alternatives) {
            if (!alternative.form.empty()) {
                const bool enclitic = alternative.form.size() > 1 && alternative.form.front() == '-';
                forms_[alternative.form.substr(enclitic ? 1 : 0)].push_back({rule, i});
            } else {
                lemmas_[alternative.lemma].push_back({rule, i});
            }
        }
    }
}

const std::vector<RuleSet::Candidate>* RuleSet::by_form(std::string_view form) const {
    const auto found = forms_.find(form);
    return found == forms_.end() ? nullptr : &found->second;
}

const std::vector<RuleSet::Candidate>* RuleSet::by_lemma(LemmaId lemma) const {
    if (lemma >= is_bound_.size() || !is_bound_[lemma]) return nullptr;
    return &bound_.at(lemma);
}

void RuleSet::bind(const Lexicon& lexicon) {
    bound_.clear();
    is_bound_.assign(lexicon.lemma_count(), false);
    for (const auto& [text, candidates] : lemmas_) {
        for (const Analysis analysis : lexicon.lookup(text)) {
            if (lexicon.lemma(analysis.lemma) != text || is_bound_[analysis.lemma]) continue;
            is_bound_[analysis.lemma] = true;
            bound_.emplace(analysis.lemma, candidates);
        }
    }
}

}  // namespace relis::language

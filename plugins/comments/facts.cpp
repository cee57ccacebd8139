#include "comments/facts.h"

#include <algorithm>
#include <utility>

#include "facts_pass.h"
#include "word_lists.h"

namespace relis::comments {

using language::TokenKind;
namespace wc = word_class;

namespace {

/// Whether a text holds nothing but spaces and letters of French.
bool is_letters_and_spaces(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto byte = static_cast<unsigned char>(text[i]);
        if ((byte >= 'a' && byte <= 'z') || (byte >= 'A' && byte <= 'Z') || byte == ' ') continue;
        // À to ÿ without × and ÷
        const auto next = i + 1 < text.size() ? static_cast<unsigned char>(text[i + 1]) : 0U;
        if (byte != 0xC3 || next < 0x80 || next > 0xBF || next == 0x97 || next == 0xB7) return false;
        ++i;
    }
    return true;
}

void add_words(KnownNames& names, std::string_view text) {
    if (is_letters_and_spaces(text)) {  // they need no tokens
        const std::string folded = fold_quickly(text);
        for (std::size_t at = 0; at < folded.size();) {
            const std::size_t end = std::min(folded.find(' ', at), folded.size());
            if (end > at) names.emplace(folded, at, end - at);
            at = end + 1;
        }
        return;
    }
    const Comment comment(text);
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        if (comment.tokens()[i].kind == TokenKind::word) names.emplace(comment.folded(i));
    }
}

std::uint32_t themes_of(Classes classes) {
    return static_cast<std::uint32_t>(classes >> wc::first_theme);
}

}  // namespace

std::string_view to_string(FactKind kind) {
    constexpr std::array<std::string_view, fact_kinds> names{"identity", "person", "time",     "duration", "quantity",
                                                             "price",    "quote",  "reported", "place",    "sensory",
                                                             "object",   "action", "sequence", "topic"};
    return names[static_cast<std::size_t>(kind)];
}

KnownNames known_names(const Report& report, const Context& context) {
    KnownNames names;
    for (const std::string& word : context.vocabulary()) add_words(names, word);
    add_words(names, report.site.name);
    add_words(names, report.site.city);
    add_words(names, context.questionnaire().title);
    return names;
}

FactFinder::FactFinder(std::shared_ptr<const WordBook> book)
    : book_(std::move(book)), lexicon_(*book_->lexicon()), vocabulary_(book_->lists().vocabulary) {}

FactFinder::~FactFinder() = default;

TokenReading FactFinder::read_token(const Comment& comment, std::size_t index) const {
    const language::Token& token = comment.tokens()[index];
    const Word* const word = comment.word(index, *book_);
    if (word == nullptr) return vocabulary_.read(token, comment.folded(index));
    const bool is_word = token.kind == TokenKind::word || token.kind == TokenKind::elided;
    return is_word ? word->reading->token : Vocabulary::read_other(token.kind, word->hash);
}

QuestionReading FactFinder::read_question(const Question& question) const {
    QuestionReading reading;
    const auto read = [&](std::string_view text, auto use) {
        const Comment comment(text, *book_);
        for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
            if (!is_content(comment.tokens()[i])) continue;
            const TokenReading token = read_token(comment, i);
            reading.themes |= themes_of(token.classes | token.verb_classes);
            use(token);
        }
    };
    read(question.label, [](const TokenReading&) {});
    reading.label_themes = reading.themes;
    read(question.hint, [](const TokenReading&) {});
    for (const std::string& topic : question.topics) {
        std::vector<QuestionReading::Word> words;
        read(topic, [&](const TokenReading& token) { words.push_back({token.stem, token.verb_lemma, token.verb}); });
        if (!words.empty()) reading.topics.push_back(std::move(words));
    }
    return reading;
}

Reading FactFinder::read(const Comment& comment, const KnownNames& names, const QuestionReading& question) const {
    Pass pass(*this, comment, names, question);
    pass.run();
    return std::move(pass.result);
}

bool FactFinder::is_first_name(const Comment& comment, std::size_t index, const KnownNames& names) const {
    if (comment.tokens()[index].letter_case != language::LetterCase::initial_capital) return false;
    const TokenReading reading = read_token(comment, index);
    const bool after_road = index > 0 && (vocabulary_.listed(comment.folded(index - 1)) & wc::name_of_road) != 0;
    return reading.first_name && Pass::stands_as_name(lexicon_, comment, index, names, after_road);
}

}  // namespace relis::comments

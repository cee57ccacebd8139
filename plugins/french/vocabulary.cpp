#include "vocabulary.h"

#include "language/text.h"

namespace relis::french {

bool Vocabulary::has(std::string_view word) {
    if (!gathered_) gather();
    return words_.contains(std::string(word));
}

void Vocabulary::gather() {
    gathered_ = true;
    words_ = accepted_;
    add(report_.site.name);
    add(report_.site.city);
    for (const std::string& text : context_.vocabulary()) add(text);
    const Questionnaire& questionnaire = context_.questionnaire();
    add(questionnaire.title);
    for (const Section& section : questionnaire.sections) add(section.label);
    std::string_view previous;
    for (const Question& question : questionnaire.questions) {
        if (question.label != previous) add(question.label);
        previous = question.label;
        add(question.hint);
        for (const Choice& choice : question.choices) add(choice.label);
        for (const std::string& topic : question.topics) add(topic);
    }
}

void Vocabulary::add(std::string_view text) {
    if (text.empty()) return;
    const language::Text tokens = language::tokenize(text);
    for (const language::Token& token : tokens.tokens()) {
        if (token.kind == language::TokenKind::word) words_.insert(language::lower(token.form));
    }
}

}  // namespace relis::french

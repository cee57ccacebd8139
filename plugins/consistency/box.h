// One box of the report that holds words: what the checks of this plugin read.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <relis/finding.h>
#include <relis/questionnaire.h>
#include <relis/report.h>

#include "comments/comment.h"
#include "quantity.h"

namespace relis::consistency {

struct Box {
    const Question* question;
    const Answer* answer;
    comments::Comment comment;
    std::vector<std::uint64_t> words;  ///< hashes of its words and figures, in their order
    bool wanted;                       ///< the questionnaire requires words here
    std::vector<Quantity> quantities;  ///< told in it, in their order
};

/// What the shopper chose, as the questionnaire shows it.
inline std::string label_of(const Question& question, const std::string& value) {
    for (const Choice& choice : question.choices) {
        if (choice.name == value && !choice.label.empty()) return choice.label;
    }
    return value;
}

/// « text »
inline std::string quoted(const std::string& text) {
    return "« " + text + " »";
}

/// A finding about the tokens [first, last) of a box; about the answer as a whole where first == last.
inline Finding finding_in(const Box& box, std::size_t first, std::size_t last, const char* rule, Category category,
                          std::string message) {
    Finding finding;
    finding.rule = rule;
    finding.category = category;
    finding.question = box.question->name;
    if (first < last) {
        finding.start = box.comment.tokens()[first].start;
        finding.end = box.comment.tokens()[last - 1].end;
    }
    finding.message = std::move(message);
    return finding;
}

inline Finding finding_on(const Box& box, const char* rule, Category category, std::string message) {
    return finding_in(box, 0, box.comment.tokens().size(), rule, category, std::move(message));
}

/// A contradiction between the answer, spelt `said`, and the tokens [first, last) of its comment.
inline Finding contradiction(const Box& box, std::size_t first, std::size_t last, const char* rule,
                             const std::string& said) {
    return finding_in(box, first, last, rule, Category::contradiction,
                      "Vous avez répondu " + quoted(said) + ", mais le commentaire semble dire le contraire : " +
                          quoted(box.comment.quote(first, last)) + ". Lequel des deux est exact ?");
}

}  // namespace relis::consistency

#include "choices.h"

#include <algorithm>
#include <optional>

#include "topics.h"
#include "word_set.h"

namespace relis::consistency {

namespace {

constexpr auto unsure =
    word_set("ne", "n'", "pas", "sans", "aucun", "aucune", "refuse", "refusait", "refusee", "panne", "voulais",
             "aurais", "habituellement", "souvent", "mais", "puis", "ensuite", "avant", "prefere", "plus");

bool alike(std::string_view word, std::string_view known) {
    if (word == known) return true;
    // A plural
    return word.size() == known.size() + 1 && word.starts_with(known) && (word.back() == 's' || word.back() == 'x');
}

/// « Plus un sou en liquide »
bool denies_before(const comments::Comment& comment, std::size_t i) {
    for (std::size_t back = 1; back <= 4 && back <= i; ++back) {
        if (is_any(comment.folded(i - back), "plus", "pas", "aucun", "sans", "jamais")) return true;
    }
    return false;
}

}  // namespace

Kinds::Kinds() {
    std::string_view file = word_file("kinds");
    for (std::size_t group = 0; !file.empty(); ++group) {
        const std::size_t line_end = std::min(file.find('\n'), file.size());
        std::string_view line = file.substr(0, line_end);
        file = file.substr(std::min(line_end + 1, file.size()));
        if (line.starts_with('#')) continue;
        while (!line.empty()) {
            const std::size_t end = std::min(line.find(' '), line.size());
            Word word{{}, group};
            for (std::string_view rest = line.substr(0, end); !rest.empty();) {
                const std::size_t plus = std::min(rest.find('+'), rest.size());
                word.parts.emplace_back(rest.substr(0, plus));
                rest = rest.substr(std::min(plus + 1, rest.size()));
            }
            if (!word.parts.empty()) words_.push_back(std::move(word));
            line = line.substr(std::min(end + 1, line.size()));
        }
    }
}

bool Kinds::stands_at(const Word& word, const comments::Comment& text, std::size_t i) const {
    if (i + word.parts.size() > text.tokens().size()) return false;
    for (std::size_t k = 0; k < word.parts.size(); ++k) {
        if (!alike(text.folded(i + k), word.parts[k])) return false;
    }
    return true;
}

std::vector<std::size_t> Kinds::groups_in(const comments::Comment& text) const {
    std::vector<std::size_t> groups;
    for (std::size_t i = 0; i < text.tokens().size(); ++i) {
        for (const Word& word : words_) {
            if (stands_at(word, text, i)) groups.push_back(word.group);
        }
    }
    return groups;
}

bool Kinds::find(const Box& box, const ReadComment& read, std::vector<Finding>& findings) const {
    const Question& question = *box.question;
    const std::string& value = *box.answer->value;
    if (question.type != QuestionType::select_one || question.choices.size() < 2) return false;
    std::vector<std::size_t> chosen, others;
    for (const Choice& choice : question.choices) {
        const comments::Comment label(choice.label.empty() ? choice.name : choice.label);
        for (const std::size_t group : groups_in(label)) (choice.name == value ? chosen : others).push_back(group);
    }
    if (others.empty()) return false;
    std::erase_if(others,
                  [&](std::size_t group) { return std::find(chosen.begin(), chosen.end(), group) != chosen.end(); });
    // What the chosen one is called stands in the comment: no more is asked.
    const std::string label = label_of(question, value);
    const comments::Comment said(label);
    const comments::Comment& comment = box.comment;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        for (std::size_t k = 0; k < said.tokens().size(); ++k) {
            if (said.folded(k).size() >= 4 && comment.folded(i).substr(0, 5) == said.folded(k).substr(0, 5)) {
                if (!read.denied(i)) return false;
            }
        }
        for (const Word& word : words_) {
            const bool of_chosen = std::find(chosen.begin(), chosen.end(), word.group) != chosen.end();
            if (of_chosen && stands_at(word, comment, i) && !read.denied(i) && !denies_before(comment, i)) return false;
        }
    }
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        const Clause& clause = read.clause_of(i);
        if (clause.sentence > 0 || clause.quoted || clause.hypothetical) continue;
        for (const Word& word : words_) {
            if (std::find(others.begin(), others.end(), word.group) == others.end() || !stands_at(word, comment, i))
                continue;
            bool clear = true;
            for (std::size_t k = clause.first; k < clause.last; ++k) clear &= !listed(unsure, comment.folded(k));
            if (!clear) continue;
            findings.push_back(
                contradiction(box, clause.first, std::min(clause.last, i + word.parts.size()), "other-choice", label));
            return true;
        }
    }
    return false;
}

namespace {

bool is_of_payment(std::string_view word) {
    return word.starts_with("paye") || word.starts_with("paie") || word.starts_with("regl") ||
           word.starts_with("acquitt");
}

bool holds_payment(const comments::Comment& text, std::size_t first, std::size_t last) {
    for (std::size_t i = first; i < last; ++i) {
        if (is_of_payment(text.folded(i))) return true;
    }
    return false;
}

}  // namespace

void Kinds::find_payment(const std::vector<GivenAnswer>& answers, const std::vector<ReadBox>& boxes,
                         std::vector<Finding>& findings) const {
    for (const GivenAnswer& one : answers) {
        const Question& question = *one.question;
        const comments::Comment& asked = one.read->label;
        if (question.type != QuestionType::select_one || question.choices.size() < 2 ||
            !holds_payment(asked, 0, asked.tokens().size()))
            continue;
        std::vector<std::size_t> chosen, others;
        for (const Choice& choice : question.choices) {
            const comments::Comment label(choice.label);
            for (const std::size_t group : groups_in(label))
                (choice.name == *one.answer->value ? chosen : others).push_back(group);
        }
        if (chosen.empty()) continue;
        const auto is_in = [](const std::vector<std::size_t>& groups, std::size_t group) {
            return std::find(groups.begin(), groups.end(), group) != groups.end();
        };
        const ReadBox* where = nullptr;
        std::size_t first = 0, last = 0;
        bool agrees = false;
        for (const ReadBox& box : boxes) {
            if (box.box->question == one.question) continue;  // judged by find()
            const comments::Comment& comment = box.box->comment;
            for (const Clause& clause : box.read.clauses()) {
                if (clause.quoted || clause.hypothetical || !holds_payment(comment, clause.first, clause.last))
                    continue;
                const bool own = clause.subject == Subject::shopper && !clause.limited && [&] {
                    for (std::size_t i = clause.first; i < clause.last; ++i) {
                        if (is_of_payment(comment.folded(i)) && box.read.sense(i).participle) return true;
                    }
                    return false;
                }();
                for (std::size_t i = clause.first; i < clause.last; ++i) {
                    for (const Word& word : words_) {
                        if (!stands_at(word, comment, i)) continue;
                        agrees |= is_in(chosen, word.group) && !box.read.denied(i);
                        const bool other = own && is_in(others, word.group) && !is_in(chosen, word.group);
                        if (!other || box.read.denied(i) || denies_before(comment, i) || where != nullptr) continue;
                        where = &box;
                        first = clause.first;
                        last = i + word.parts.size();
                    }
                }
            }
        }
        const bool found = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.question == question.name && finding.category == Category::contradiction;
        });
        if (where == nullptr || agrees || found) continue;
        Finding finding;
        finding.rule = "other-choice";
        finding.category = Category::contradiction;
        finding.question = question.name;
        finding.message = "Vous avez répondu " + quoted(label_of(question, *one.answer->value)) +
                          ", mais vous écrivez " + quoted(where->box->comment.quote(first, last)) + " à la question " +
                          quoted(where->box->question->label) + ". Lequel des deux est exact ?";
        findings.push_back(std::move(finding));
    }
}

namespace {

using Verbs = std::vector<language::LemmaId>;

bool holds(const Verbs& verbs, const CueWords::Sense& sense) {
    return std::any_of(sense.lemmas, sense.lemmas + sense.lemma_count, [&](language::LemmaId lemma) {
        return std::find(verbs.begin(), verbs.end(), lemma) != verbs.end();
    });
}

/// « J'avais réservé »: the shopper's own deed, and done.
bool is_own_deed(const ReadComment& read, std::size_t i) {
    const Clause& clause = read.clause_of(i);
    // « J'avais réservé la veille » is of another day, and of this visit all the same.
    if (clause.quoted || clause.limited || clause.subject != Subject::shopper) return false;
    if (!read.sense(i).participle || read.denied(i) || i == clause.first) return false;
    return is_any(read.word(i - 1), "ai", "avais", "avions", "avons", "jai", "suis", "etais") ||
           (i > clause.first + 1 && is_any(read.word(i - 2), "ai", "avais", "avions", "avons"));
}

/// Where the box tells that the shopper did what one of the other choices says; nothing where it tells the one chosen.
std::optional<std::size_t> other_deed(const ReadBox& box, const Verbs& chosen, const Verbs& others) {
    std::optional<std::size_t> found;
    for (std::size_t i = 0; i < box.read.size(); ++i) {
        const CueWords::Sense& sense = box.read.sense(i);
        if (!sense.verb || !is_own_deed(box.read, i)) continue;
        if (holds(chosen, sense)) return std::nullopt;
        if (!found && holds(others, sense)) found = i;
    }
    return found;
}

}  // namespace

void find_told_choices(const std::vector<GivenAnswer>& answers, const std::vector<ReadBox>& boxes,
                       std::vector<Finding>& findings) {
    for (const GivenAnswer& one : answers) {
        const auto& verbs = one.read->choice_verbs;
        if (verbs.size() != one.question->choices.size() || verbs.size() < 2) continue;
        Verbs chosen, others;
        for (std::size_t i = 0; i < verbs.size(); ++i) {
            Verbs& side = one.question->choices[i].name == *one.answer->value ? chosen : others;
            side.insert(side.end(), verbs[i].begin(), verbs[i].end());
        }
        std::erase_if(others, [&](language::LemmaId lemma) {
            return std::find(chosen.begin(), chosen.end(), lemma) != chosen.end();
        });
        const bool found = std::any_of(findings.begin(), findings.end(), [&](const Finding& finding) {
            return finding.question == one.question->name && finding.category == Category::contradiction;
        });
        if (others.empty() || found) continue;
        for (const ReadBox& box : boxes) {
            const auto at = other_deed(box, chosen, others);
            if (!at) continue;
            Finding finding;
            finding.rule = "other-choice";
            finding.category = Category::contradiction;
            finding.question = one.question->name;
            finding.message = "Vous avez répondu " + quoted(label_of(*one.question, *one.answer->value)) +
                              ", mais vous écrivez " +
                              quoted(box.box->comment.quote(box.read.clause_of(*at).first, *at + 1)) +
                              " à la question " + quoted(box.box->question->label) + ". Lequel des deux est exact ?";
            findings.push_back(std::move(finding));
            break;
        }
    }
}

}  // namespace relis::consistency

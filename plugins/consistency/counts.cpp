#include "counts.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <string_view>

#include "quantities.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;

namespace {

constexpr auto vague = word_set("personne", "personnes", "minute", "minutes", "client", "clients", "fois", "jours",
                                "heures", "points", "produits", "articles", "gens", "etoiles");
constexpr auto people = word_set("personne", "personnes", "client", "clients", "cliente", "clientes", "gens");

/// A text of the report with what it counts.
struct Told {
    const ReadBox* box;
    std::vector<Quantity> quantities;
};

class Pass {
  public:
    Pass(const std::vector<GivenAnswer>& answers, const std::vector<ReadBox>& boxes, std::vector<Finding>& findings)
        : answers_(answers), boxes_(boxes), findings_(findings) {}

    void run() {
        for (const GivenAnswer& one : answers_) {
            if (one.question->type != QuestionType::integer && one.question->type != QuestionType::decimal) continue;
            const std::string_view noun = counted(one.read->label);
            const auto value = number_of(*one.answer->value);
            if (noun.empty() || !value || is_found(*one.question)) continue;
            if (listed(people, noun) && holds(one.read->label, "devant")) {
                people_ahead(one, *value);
            } else if (noun.size() >= 5 && !listed(vague, noun) && !one.answer->comment) {
                things(one, noun, *value);
            }
        }
    }

  private:
    /// « Combien de caisses », « Nombre de caisses », « Caisses ouvertes (nombre) »
    [[nodiscard]] static std::string_view counted(const Comment& label) {
        for (std::size_t i = 0; i < label.tokens().size(); ++i) {
            if (!is_any(label.folded(i), "combien", "nombre")) continue;
            if (i + 2 < label.tokens().size() && is_any(label.folded(i + 1), "de", "d'")) return label.folded(i + 2);
            if (i > 1 && label.folded(i - 1) == "(") return label.folded(0);
        }
        return {};
    }

    [[nodiscard]] static bool holds(const Comment& text, std::string_view wanted) {
        for (std::size_t i = 0; i < text.tokens().size(); ++i) {
            if (text.folded(i) == wanted) return true;
        }
        return false;
    }

    [[nodiscard]] bool is_found(const Question& question) const {
        return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
            return finding.question == question.name && finding.category == Category::contradiction;
        });
    }

    [[nodiscard]] const std::vector<Told>& told() {
        if (told_.empty()) {
            for (const ReadBox& box : boxes_) {
                told_.push_back({&box, box.box->quantities});
                std::erase_if(told_.back().quantities, [&](const Quantity& quantity) {
                    const Clause& clause = box.read.clause_of(quantity.first);
                    return quantity.unit != Unit::count || clause.quoted;
                });
            }
        }
        return told_;
    }

    void things(const GivenAnswer& one, std::string_view noun, double value) {
        const auto stem = noun.substr(0, noun.size() - (noun.ends_with("s") || noun.ends_with("x") ? 1 : 0));
        const Told* where = nullptr;
        const Quantity* other = nullptr;
        for (const Told& text : told()) {
            if (text.box->box->question->type != QuestionType::text) continue;
            for (const Quantity& quantity : text.quantities) {
                if (!quantity.noun.starts_with(stem)) continue;
                const bool same = std::abs(quantity.value - value) < 0.5;
                if (!same && !shares_word(text.box->box->comment, quantity, one.read->label, stem)) continue;
                // Two counts of one thing are of its parts.
                if (quantity.approximate || other != nullptr || same) return;
                where = &text;
                other = &quantity;
            }
        }
        if (other != nullptr) report(one, *where, *other);
    }

    /// Whether the sentence says of the count what the question asks: « ouvertes », « présentées ».
    [[nodiscard]] static bool shares_word(const Comment& comment, const Quantity& quantity, const Comment& label,
                                          std::string_view noun) {
        const language::Sentence& sentence = comment.sentences()[comment.tokens()[quantity.first].sentence];
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const std::string_view word = comment.folded(i);
            if (word.size() < 5 || word.starts_with(noun)) continue;
            for (std::size_t k = 0; k < label.tokens().size(); ++k) {
                if (label.folded(k).substr(0, 5) == word.substr(0, 5)) return true;
            }
        }
        return false;
    }

    /// « Les quatre personnes qui patientaient devant moi »
    void people_ahead(const GivenAnswer& one, double value) {
        const Told* where = nullptr;
        const Quantity* other = nullptr;
        for (const Told& text : told()) {
            const Comment& comment = text.box->box->comment;
            for (const Quantity& quantity : text.quantities) {
                if (!listed(people, quantity.noun)) continue;
                const Clause& clause = text.box->read.clause_of(quantity.first);
                bool ahead = false;
                const std::size_t end = std::min(comment.tokens().size() - 1, quantity.last + 5);
                for (std::size_t i = quantity.last; i < end; ++i) {
                    if (comment.tokens()[i].sentence != clause.sentence) break;
                    ahead |= comment.folded(i) == "devant" && is_any(comment.folded(i + 1), "moi", "nous");
                }
                if (!ahead || clause.other_day) continue;
                if (quantity.approximate || std::abs(quantity.value - value) < 2) return;
                if (other == nullptr) where = &text, other = &quantity;
            }
        }
        if (other != nullptr) report(one, *where, *other);
    }

    void report(const GivenAnswer& one, const Told& where, const Quantity& other) {
        Finding finding;
        finding.rule = "other-quantity";
        finding.category = Category::contradiction;
        finding.question = one.question->name;
        finding.message = "Vous avez répondu " + quoted(*one.answer->value) + ", mais vous écrivez aussi " +
                          quoted(where.box->box->comment.quote(other.first, other.last)) + " à la question " +
                          quoted(where.box->box->question->label) + ". Lequel des deux est exact ?";
        findings_.push_back(std::move(finding));
    }

    const std::vector<GivenAnswer>& answers_;
    const std::vector<ReadBox>& boxes_;
    std::vector<Finding>& findings_;
    std::vector<Told> told_;  ///< read when first asked for
};

}  // namespace

void find_other_counts(const std::vector<GivenAnswer>& answers, const std::vector<ReadBox>& boxes,
                       std::vector<Finding>& findings) {
    Pass(answers, boxes, findings).run();
}

}  // namespace relis::consistency

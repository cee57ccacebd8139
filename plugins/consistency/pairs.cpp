#include "pairs.h"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

#include "quantities.h"
#include "word_set.h"

namespace relis::consistency {

namespace {

bool holds_any(const comments::Comment& label, std::initializer_list<std::string_view> starts) {
    for (std::size_t i = 0; i < label.tokens().size(); ++i) {
        for (const std::string_view start : starts) {
            if (label.folded(i).starts_with(start)) return true;
        }
    }
    return false;
}

class Pass {
  public:
    Pass(const Topics& topics, const std::vector<GivenAnswer>& answers, std::vector<Finding>& findings)
        : topics_(topics), answers_(answers), findings_(findings) {}

    void run() {
        for (const GivenAnswer& one : answers_) {
            if (one.question->type != QuestionType::select_one) continue;
            const Side side = one.read->side(*one.answer->value);
            if ((side != Side::yes && side != Side::no) || one.read->asked.negative) continue;
            for (const GivenAnswer& other : answers_) {
                if (other.question->type != QuestionType::integer && other.question->type != QuestionType::decimal)
                    continue;
                const auto number = number_of(*other.answer->value);
                if (number && are_at_odds(one, side == Side::yes, other, *number) && !is_found(*one.question) &&
                    !is_found(*other.question)) {
                    report(one, other);
                    break;
                }
            }
        }
    }

  private:
    [[nodiscard]] bool is_found(const Question& question) const {
        return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
            return finding.question == question.name && finding.category == Category::contradiction;
        });
    }

    [[nodiscard]] bool asks(const GivenAnswer& one, std::string_view topic) const {
        const std::uint16_t number = topics_.number_of(topic);
        for (const Aspect& aspect : one.read->asked.aspects) {
            for (const Aspect::Part& part : aspect.parts) {
                if (part.topic == number) return true;
            }
        }
        return false;
    }

    /// The nouns by which two questions ask of the same place or thing: those of one are among the other's.
    [[nodiscard]] static bool same_thing(const GivenAnswer& one, const GivenAnswer& other) {
        const auto nouns = [](const GivenAnswer& given) {
            std::vector<std::string> found;
            for (const Aspect& aspect : given.read->asked.aspects) {
                for (const std::string& noun : aspect.nouns) {
                    if (noun.size() >= 4 && !noun.starts_with("minute") && !noun.starts_with("temps") &&
                        !noun.starts_with("attente") && !noun.starts_with("nombre"))
                        found.push_back(noun.substr(0, 5));
                }
            }
            return found;
        };
        const auto a = nouns(one), b = nouns(other);
        return std::all_of(a.begin(), a.end(),
                           [&](const std::string& noun) { return std::find(b.begin(), b.end(), noun) != b.end(); });
    }

    [[nodiscard]] bool are_at_odds(const GivenAnswer& one, bool yes, const GivenAnswer& other, double number) const {
        const comments::Comment& label = one.read->label;
        const comments::Comment& asked = other.read->label;
        const bool minutes = holds_any(asked, {"minute"});
        const bool waits = minutes && holds_any(asked, {"attend", "attente", "patient"});
        if (holds_any(label, {"achet", "achat"}) && holds_any(label, {"avez", "effectu", "fait"}) && !yes) {
            return number > 0 && !minutes && holds_any(asked, {"montant", "paye", "depens", "total"}) &&
                   !holds_any(asked, {"pourboire", "combien", "budget", "prevu"}) && label.tokens().size() <= 8;
        }
        if (waits && holds_any(label, {"attend", "attente", "patient", "file"}) &&
            holds_any(label, {"avez", "avait", "fallu"}) && !has_limit(label) && same_thing(one, other)) {
            return (!yes && number >= 5) || (yes && number == 0);
        }
        if (waits && yes && asks(one, "open") && holds_any(asked, {"ouvert"}) &&
            !one.read->asked.aspects.front().parts.front().reversed) {
            return number >= 2;
        }
        // « Y avait-il des employés au rayon ? Non », and three are counted
        if (holds_any(label, {"avait"}) && holds_any(asked, {"combien", "nombre"}) && !minutes &&
            label.tokens().size() <= 9) {
            const bool states =
                std::any_of(one.read->asked.aspects.begin(), one.read->asked.aspects.end(),
                            [](const Aspect& aspect) { return !aspect.parts.empty() || !aspect.own.empty(); });
            const bool named = !one.read->asked.aspects.front().nouns.empty();
            return !states && named && same_thing(one, other) && same_thing(other, one) && yes == (number == 0);
        }
        return false;
    }

    void report(const GivenAnswer& one, const GivenAnswer& other) {
        Finding finding;
        finding.rule = "answers-at-odds";
        finding.category = Category::contradiction;
        finding.question = one.question->name;
        finding.message = "Vous avez répondu " + quoted(label_of(*one.question, *one.answer->value)) + ", et " +
                          quoted(*other.answer->value) + " à la question " + quoted(other.question->label) +
                          ". Laquelle des deux réponses est exacte ?";
        findings_.push_back(std::move(finding));
    }

    const Topics& topics_;
    const std::vector<GivenAnswer>& answers_;
    std::vector<Finding>& findings_;
};

}  // namespace

void find_answers_at_odds(const Topics& topics, const std::vector<GivenAnswer>& answers,
                          std::vector<Finding>& findings) {
    Pass(topics, answers, findings).run();
}

}  // namespace relis::consistency

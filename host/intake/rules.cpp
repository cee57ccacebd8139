#include "intake/rules.h"

#include <algorithm>
#include <set>

#include "intake/expression.h"
#include "label/make_label.h"
#include "text_check.h"
#include "value_forms.h"

namespace relis::intake {
namespace {

bool is_select(QuestionType type) {
    return type == QuestionType::select_one || type == QuestionType::select_multiple;
}

bool has_value(const Answer* answer) {
    return answer != nullptr && answer->value && !trimmed(*answer->value).empty();
}

bool has_choice(const Question& question, std::string_view name) {
    return std::any_of(question.choices.begin(), question.choices.end(),
                       [&](const Choice& choice) { return choice.name == name; });
}

std::string choices_of(const Question& question) {
    std::string text;
    for (const Choice& choice : question.choices) text += (text.empty() ? "" : ", ") + choice.name;
    return text;
}

/// XLSForm's rule for names, so that `${name}` can be read and a choice stands between spaces.
bool is_name(std::string_view text) {
    return !text.empty() && text.find_first_of(" \t\r\n{}$'\"") == std::string_view::npos;
}

/// `column 7: expected a value (in …)`
Label at_column(std::size_t column, const Label& message, const std::string& expression) {
    return make_label("colonne {} : {} (dans `{}`)", "column {}: {} (in `{}`)", column, message, expression);
}

Label no_question(const std::string& name) {
    return make_label("la question {} n'existe pas", "there is no question {}", in_quotes(name));
}

Label no_question(const std::string& name, const std::string& questionnaire) {
    return make_label("la question {} n'existe pas dans {}", "there is no question {} in {}", in_quotes(name),
                      questionnaire);
}

/// Parses an expression, or adds why it cannot be.
std::optional<Expression> parsed(const std::string& text, const std::string& field, std::vector<Problem>& problems) {
    std::variant<Expression, ExpressionError> result = parse_expression(text);
    if (const auto* error = std::get_if<ExpressionError>(&result)) {
        problems.push_back({field, at_column(error->column, error->message, text), true});
        return std::nullopt;
    }
    return std::get<Expression>(std::move(result));
}

class Checker {
  public:
    Checker(const Questionnaire& questionnaire, std::vector<Problem>& problems)
        : questionnaire_(questionnaire), problems_(problems) {}

    void check() {
        if (questionnaire_.questions.empty()) add("sections", {"n'ont aucune question", "have no question"});
        std::set<std::string_view> sections;
        for (const Section& section : questionnaire_.sections) {
            if (!sections.insert(section.name).second) {
                add("sections",
                    make_label("{} est le nom de deux sections", "{} is the name of two", in_quotes(section.name)));
            }
        }
        std::set<std::string_view> names;
        for (const Question& question : questionnaire_.questions) {
            if (!is_name(question.name)) {
                add(question, "name",
                    {"contient un espace, un guillemet, « $ » ou une accolade, ou est vide",
                     "holds a space, a quote, `$` or a brace, or is empty"});
            }
            if (!names.insert(question.name).second)
                add(question, "name", {"est le nom de deux questions", "is the name of two questions"});
            if (!sections.contains(question.section))
                add(question, "section", {"n'est pas une section du questionnaire", "is none of the questionnaire"});
            check_choices(question);
            check_expression(question, "relevant", question.relevant);
            check_expression(question, "constraint", question.constraint);
        }
        for (const Question& question : questionnaire_.questions) check_circle(question);
    }

  private:
    void add(std::string field, Label message, bool hard = true) {
        problems_.push_back({std::move(field), std::move(message), hard});
    }
    void add(const Question& question, std::string_view key, Label message, bool hard = true) {
        add(question.name + "." + std::string(key), std::move(message), hard);
    }

    void check_choices(const Question& question) {
        if (is_select(question.type) && question.choices.empty()) add(question, "choices", {"manquent", "are missing"});
        if (!is_select(question.type) && !question.choices.empty()) {
            add(question, "choices",
                {"ne vont qu'avec select_one et select_multiple", "belong to select_one and select_multiple only"});
        }
        std::set<std::string_view> names;
        for (const Choice& choice : question.choices) {
            if (!is_name(choice.name)) {
                add(question, "choices",
                    make_label("{} ne peut pas être un nom : un espace, un guillemet, « $ » ou une accolade",
                               "{} cannot be a name: a space, a quote, `$` or a brace", in_quotes(choice.name)));
            }
            if (!names.insert(choice.name).second) {
                add(question, "choices",
                    make_label("{} est le nom de deux choix", "{} is the name of two choices", in_quotes(choice.name)));
            }
        }
        for (const std::string& name : question.negative) {
            if (!has_choice(question, name)) {
                add(question, "negative",
                    make_label("{} n'est pas parmi les choix ({})", "{} is not among the choices ({})", in_quotes(name),
                               choices_of(question)));
            }
        }
        if (question.comment == CommentPolicy::if_negative && question.negative.empty()) {
            add(question, "comment",
                {"vaut if_negative, mais aucun choix n'est négatif", "is if_negative, but no choice is negative"},
                false);
        }
    }

    void check_expression(const Question& question, std::string_view key, const std::string& text) {
        if (trimmed(text).empty()) return;
        const auto expression = parsed(text, question.name + "." + std::string(key), problems_);
        if (!expression) return;
        for (const Expression::Reference& reference : expression->references()) {
            if (questionnaire_.find(reference.name) == nullptr) {
                add(question, key, at_column(reference.column, no_question(reference.name), text));
            } else if (key == "relevant") {
                depends_on_[question.name].insert(reference.name);
            }
        }
    }

    /// A question whose relevance rests, over others, on itself can never be told to apply.
    void check_circle(const Question& question) {
        std::set<std::string, std::less<>> reached;
        std::vector<std::string> waiting{question.name};
        while (!waiting.empty()) {
            const std::string name = std::move(waiting.back());
            waiting.pop_back();
            const auto found = depends_on_.find(name);
            if (found == depends_on_.end()) continue;
            for (const std::string& next : found->second) {
                if (next == question.name) {
                    add(question, "relevant",
                        make_label("dépend de la question elle-même, par {}",
                                   "rests on the question itself, by way of {}", in_quotes(name)));
                    return;
                }
                if (reached.insert(next).second) waiting.push_back(next);
            }
        }
    }

    const Questionnaire& questionnaire_;
    std::vector<Problem>& problems_;
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> depends_on_;
};

}  // namespace

std::vector<Problem> check(const Questionnaire& questionnaire) {
    std::vector<Problem> problems;
    Checker(questionnaire, problems).check();
    return problems;
}

struct QuestionnaireRules::Parsed {
    struct Entry {
        std::optional<Expression> relevant;
        std::optional<Expression> constraint;
    };
    Questionnaire questionnaire;
    std::vector<Entry> entries;                             ///< one a question, in their order
    std::map<std::string, std::size_t, std::less<>> index;  ///< of a question by its name
    std::vector<std::size_t> order;                         ///< each question after those its relevance rests on

    void sort() {
        std::vector<std::size_t> waits_for(entries.size(), 0);
        std::vector<std::vector<std::size_t>> decides(entries.size());
        for (std::size_t at = 0; at < entries.size(); ++at) {
            if (!entries[at].relevant) continue;
            for (const Expression::Reference& reference : entries[at].relevant->references()) {
                decides[index.find(reference.name)->second].push_back(at);
                ++waits_for[at];
            }
        }
        for (std::size_t at = 0; at < entries.size(); ++at) {
            if (waits_for[at] == 0) order.push_back(at);
        }
        for (std::size_t next = 0; next < order.size(); ++next) {
            for (const std::size_t at : decides[order[next]]) {
                if (--waits_for[at] == 0) order.push_back(at);
            }
        }
    }

    /// The state of one walk over a report.
    struct Walk {
        const Report& report;
        std::optional<std::chrono::year_month_day> today;
        std::optional<Moment> now;
        std::map<std::string_view, const Answer*> answers;
        std::vector<std::optional<Applicability>> known;
    };

    [[nodiscard]] Walk walk_of(const Report& report) const {
        Walk walk{report, std::nullopt, std::nullopt, {}, {}};
        walk.now = report.visit_start ? report.visit_start : report.submitted_at;
        if (walk.now) {
            walk.today = std::chrono::year_month_day{std::chrono::floor<std::chrono::days>(walk.now->local())};
        }
        for (const Answer& answer : report.answers) walk.answers.emplace(answer.question, &answer);
        walk.known.resize(entries.size());
        for (const std::size_t at : order) walk.known[at] = applicability_of(walk, at);
        return walk;
    }

    [[nodiscard]] Operand operand_of(Walk& walk, std::string_view name) const {
        const std::size_t at = index.find(name)->second;
        const Question& question = questionnaire.questions[at];
        Operand operand{"", question.type, true};
        if (walk.known[at] == Applicability::does_not_apply) return operand;
        const auto found = walk.answers.find(name);
        if (found != walk.answers.end() && has_value(found->second)) {
            operand.text = *found->second->value;
        } else {
            // an optional question left empty is an answer of its own; a due one is not
            operand.known = !question.required;
        }
        return operand;
    }

    [[nodiscard]] Inputs inputs_of(Walk& walk, const Question& question) const {
        Inputs inputs;
        inputs.reference = [this, &walk](std::string_view name) { return operand_of(walk, name); };
        const auto found = walk.answers.find(question.name);
        inputs.current.type = question.type;
        if (found != walk.answers.end() && has_value(found->second)) inputs.current.text = *found->second->value;
        inputs.today = walk.today;
        inputs.now = walk.now;
        return inputs;
    }

    /// REQUIRES: what the question rests on is known already.
    Applicability applicability_of(Walk& walk, std::size_t at) const {
        if (!entries[at].relevant) return Applicability::applies;
        switch (entries[at].relevant->truth(inputs_of(walk, questionnaire.questions[at]))) {
            case Truth::yes:
                return Applicability::applies;
            case Truth::no:
                return Applicability::does_not_apply;
            case Truth::unclear:
                break;
        }
        return Applicability::unclear;
    }

    void validate_value(Walk& walk, std::size_t at, const std::string& value, const std::string& field,
                        std::vector<Problem>& problems) const {
        const Question& question = questionnaire.questions[at];
        if (const auto reason = misread(question.type, value)) {
            problems.push_back(
                {field, make_label("{} (question {})", "{} (question {})", *reason, question.name), true});
            return;
        }
        if (is_select(question.type)) {
            std::set<std::string> seen;
            const std::vector<std::string> names = question.type == QuestionType::select_multiple
                                                       ? words_of(value)
                                                       : std::vector<std::string>{std::string(trimmed(value))};
            for (const std::string& name : names) {
                if (!has_choice(question, name)) {
                    problems.push_back(
                        {field,
                         make_label("{} n'est pas parmi les choix de {} ({})", "{} is not among the choices of {} ({})",
                                    in_quotes(name), question.name, choices_of(question)),
                         true});
                    return;
                }
                if (!seen.insert(name).second) {
                    problems.push_back(
                        {field, make_label("{} est choisi deux fois", "{} is chosen twice", in_quotes(name)), false});
                }
            }
        }
        if (entries[at].constraint && entries[at].constraint->truth(inputs_of(walk, question)) == Truth::no) {
            problems.push_back({field,
                                make_label("{} ne respecte pas la contrainte de {} ({})",
                                           "{} does not satisfy the constraint of {} ({})", in_quotes(value),
                                           question.name, question.constraint),
                                false});
        }
    }
};

QuestionnaireRules::QuestionnaireRules(Questionnaire questionnaire) {
    for (const Problem& problem : check(questionnaire)) {
        if (problem.hard)
            throw std::invalid_argument(questionnaire.key() + ": " + problem.field + ": " + problem.message.en);
    }
    auto parsed_rules = std::make_unique<Parsed>();
    for (std::size_t i = 0; i < questionnaire.questions.size(); ++i) {
        const Question& question = questionnaire.questions[i];
        Parsed::Entry entry;
        std::vector<Problem> none;
        if (!trimmed(question.relevant).empty()) entry.relevant = parsed(question.relevant, "", none);
        if (!trimmed(question.constraint).empty()) entry.constraint = parsed(question.constraint, "", none);
        parsed_rules->entries.push_back(std::move(entry));
        parsed_rules->index.emplace(question.name, i);
    }
    parsed_rules->questionnaire = std::move(questionnaire);
    parsed_rules->sort();
    parsed_ = std::move(parsed_rules);
}

QuestionnaireRules::~QuestionnaireRules() = default;
QuestionnaireRules::QuestionnaireRules(QuestionnaireRules&&) noexcept = default;
QuestionnaireRules& QuestionnaireRules::operator=(QuestionnaireRules&&) noexcept = default;

const Questionnaire& QuestionnaireRules::questionnaire() const noexcept {
    return parsed_->questionnaire;
}

std::map<std::string, Applicability, std::less<>> QuestionnaireRules::applicability(const Report& report) const {
    std::map<std::string, Applicability, std::less<>> result;
    const Parsed::Walk walk = parsed_->walk_of(report);
    for (std::size_t i = 0; i < parsed_->entries.size(); ++i) {
        result.emplace(parsed_->questionnaire.questions[i].name, *walk.known[i]);
    }
    return result;
}

std::vector<Problem> QuestionnaireRules::validate(const Report& report) const {
    std::vector<Problem> problems;
    Parsed::Walk walk = parsed_->walk_of(report);
    if (report.programme != parsed_->questionnaire.programme) {
        problems.push_back(
            {"programme",
             make_label("{} n'est pas le programme de {} ({})", "{} is not the programme of {} ({})",
                        in_quotes(report.programme), parsed_->questionnaire.key(), parsed_->questionnaire.programme),
             false});
    }
    for (std::size_t i = 0; i < report.answers.size(); ++i) {
        const Answer& answer = report.answers[i];
        const std::string path = "answers[" + std::to_string(i) + "]";
        const auto found = parsed_->index.find(answer.question);
        if (found == parsed_->index.end()) {
            problems.push_back({path + ".question", no_question(answer.question, parsed_->questionnaire.key()), true});
            continue;
        }
        const Question& question = parsed_->questionnaire.questions[found->second];
        if (has_value(&answer)) parsed_->validate_value(walk, found->second, *answer.value, path + ".value", problems);
        const bool has_comment = answer.comment && !trimmed(*answer.comment).empty();
        if (has_comment && question.comment == CommentPolicy::none) {
            problems.push_back({path + ".comment",
                                make_label("la question {} n'a pas de zone de commentaire",
                                           "question {} has no comment box", question.name),
                                false});
        }
        if ((has_comment || has_value(&answer)) && walk.known[found->second] == Applicability::does_not_apply) {
            problems.push_back({path,
                                make_label("la question {} ne s'applique pas ({})", "question {} does not apply ({})",
                                           question.name, question.relevant),
                                false});
        }
    }
    for (std::size_t i = 0; i < report.attachments.size(); ++i) {
        const std::string& name = report.attachments[i].question;
        if (!name.empty() && !parsed_->index.contains(name)) {
            problems.push_back({"attachments[" + std::to_string(i) + "].question",
                                no_question(name, parsed_->questionnaire.key()), true});
        }
    }
    return problems;
}

std::vector<Problem> validate(const Report& report, const Questionnaire& questionnaire) {
    return QuestionnaireRules(questionnaire).validate(report);
}

std::map<std::string, Applicability, std::less<>> applicability(const Questionnaire& questionnaire,
                                                                const Report& report) {
    return QuestionnaireRules(questionnaire).applicability(report);
}

}  // namespace relis::intake

#include <mutex>
#include <shared_mutex>
#include <string>
#include <unordered_map>

#include "contradictions.h"
#include "counts.h"
#include "elsewhere.h"
#include "pairs.h"
#include "timeline.h"

namespace relis::consistency {

/// The questions read so far. The same few come with every report, so that reading them again would cost more than
/// reading the comments; the answer is the same with and without.
struct ContradictionFinder::Questions {
    std::shared_ptr<const ReadQuestion> get(const relis::Question& question, const Topics& topics) {
        std::string key = question.label;
        for (const Choice& choice : question.choices) {
            key.append(1, '\n').append(choice.name).append(1, '\t').append(choice.label);
            key.append(question.is_negative(choice.name) ? "-" : "+");
        }
        {
            const std::shared_lock lock(mutex);
            if (const auto found = read.find(key); found != read.end()) return found->second;
        }
        auto made = std::make_shared<const ReadQuestion>(question, topics);
        const std::unique_lock lock(mutex);
        constexpr std::size_t most = 5000;
        if (read.size() >= most) read.clear();
        return read.emplace(std::move(key), std::move(made)).first->second;
    }
    std::shared_mutex mutex;
    std::unordered_map<std::string, std::shared_ptr<const ReadQuestion>> read;
};

ContradictionFinder::ContradictionFinder(std::shared_ptr<const language::Lexicon> lexicon)
    : topics_(std::move(lexicon)), questions_(std::make_unique<Questions>()) {}

ContradictionFinder::~ContradictionFinder() = default;

void ContradictionFinder::find(const Report& report, const Context& context, const std::vector<Box>& boxes,
                               std::vector<Finding>& findings) const {
    // A megabyte of words is no comment to be read closely.
    constexpr std::size_t longest = 2000;
    std::vector<ReadBox> read;
    read.reserve(boxes.size());
    CueWords::Forms forms;
    for (const Box& box : boxes) {
        if (box.comment.tokens().size() > longest) continue;
        read.emplace_back(box, topics_, questions_->get(*box.question, topics_), forms);
    }
    for (const ReadBox& box : read) {
        const Question& question = *box.box->question;
        if (question.type == QuestionType::text || !box.box->answer->value || !box.box->answer->comment) continue;
        const bool takes_side = box.question->side(*box.box->answer->value) != Side::none;
        if (takes_side || question.type != QuestionType::select_one || !kinds_.find(*box.box, box.read, findings))
            check_box(topics_, box, *box.question, findings);
    }
    std::vector<AnsweredQuestion> answered;
    for (const Question& question : context.questionnaire().questions) {
        const Answer* const answer = report.find(question.name);
        if (answer == nullptr || !answer->value || question.type != QuestionType::select_one) continue;
        if (context.applicability(question.name) == Applicability::does_not_apply) continue;
        answered.push_back({&question, answer, questions_->get(question, topics_)});
    }
    std::vector<GivenAnswer> given;
    for (const Question& question : context.questionnaire().questions) {
        const Answer* const answer = report.find(question.name);
        if (answer == nullptr || !answer->value || question.type == QuestionType::text) continue;
        if (context.applicability(question.name) == Applicability::does_not_apply) continue;
        given.push_back({&question, answer, questions_->get(question, topics_)});
    }
    find_answers_at_odds(topics_, given, findings);
    find_hours_at_odds(report, given, read, findings);
    find_other_counts(given, read, findings);
    find_told_choices(given, read, findings);
    kinds_.find_payment(given, read, findings);
    find_other_moments(report, given, findings);
    find_told_elsewhere(topics_, answered, read, findings);
}

}  // namespace relis::consistency

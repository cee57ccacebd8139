#include "detail/detail.h"

#include <algorithm>
#include <optional>
#include <string>

#include "advice.h"
#include "comments/comment.h"
#include "comments/facts.h"
#include "comments/substance.h"
#include "language/lexicon.h"
#include "measure.h"
#include "picture.h"
#include "questions.h"
#include "schema.h"

namespace relis::content_detail {

using comments::Comment;

struct Detail::Readers {
    explicit Readers(std::shared_ptr<const language::Lexicon> lexicon)
        : book(std::make_shared<const comments::WordBook>(std::move(lexicon))),
          substance(book),
          facts(book),
          questions(facts) {}
    std::shared_ptr<const comments::WordBook> book;
    comments::SubstanceJudge substance;
    comments::FactFinder facts;
    QuestionBook questions;
};

namespace {

constexpr double full_marks = 5;

/// One question that has, or should have, words.
struct Box {
    Measured measured;
    comments::Reading reading;       ///< of the comment
    std::optional<Comment> comment;  ///< absent: nothing that says something
    bool asked = false;              ///< words were asked for
    bool readable = true;            ///< false: foreign or gibberish, not judged
};

/// Whether the answer should be an account. A text question without a minimum or topics asks for a name or a word.
bool asks_for_account(const Question& question, const Answer* answer) {
    if (comments::wants_comment(question, answer)) return true;
    return comments::wants_words(question, answer) && (question.min_words > 0 || !question.topics.empty());
}

std::string reason_for(const std::vector<Box>& boxes) {
    std::size_t asked = 0, precise = 0, empty = 0;
    for (const Box& box : boxes) {
        if (!box.asked || !box.readable) continue;
        ++asked;
        precise += box.measured.share >= 0.75 ? 1U : 0U;
        empty += box.measured.share < 0.25 ? 1U : 0U;
    }
    const auto count = [](std::size_t number) { return std::to_string(number); };
    return count(precise) + " réponse" + (precise > 1 ? "s" : "") + " sur " + count(asked) +
           (precise > 1 ? " font" : " fait") + " bien voir la visite" +
           (empty == 0 ? "." : ", " + count(empty) + " n'" + (empty > 1 ? "en disent" : "en dit") + " presque rien.");
}

}  // namespace

Detail::Detail(const Environment& environment)
    : readers_(std::make_unique<const Readers>(language::Lexicon::open(environment.resources / "french.lexicon"))) {}

Detail::~Detail() = default;

PluginDescription Detail::describe() const {
    return {.id = "detail",
            .version = "2.1.1",
            .role = Role::criterion,
            .name = {.fr = "Détail", .en = "Detail"},
            .summary = {.fr = "À quel point le rapport fait voir la visite : qui, quand, combien, en quels mots.",
                        .en = "How well the report lets one picture the visit: who, when, how much, in what words."},
            .parameters = schema()};
}

namespace {

/// The rating of one report.
class Pass {
  public:
    Pass(const Report& report, const Context& context, const Parameters& parameters)
        : report_(report),
          context_(context),
          weights_(parameters),
          advice_threshold_(parameters.real("advice_threshold")),
          names_(comments::known_names(report, context)) {}

    template <class Readers>
    void read(const Readers& readers) {
        asked_ = readers.questions.read(context_.questionnaire());
        // In the questionnaire's order, so that the order of the answers makes no difference.
        for (std::size_t q = 0; q < asked_->size(); ++q) {
            if (context_.stop_requested()) return;
            const Question& question = context_.questionnaire().questions[q];
            const Applicability applies = context_.applicability(question.name);
            if (applies == Applicability::does_not_apply) continue;
            const Answer* const answer = report_.find(question.name);
            Box box;
            box.measured.question = &question;
            box.measured.asked = &(*asked_)[q];
            box.measured.weight = answer_weight(question, weights_);
            box.asked = asks_for_account(question, answer);
            const std::string_view text = prose(question, answer);
            if (!text.empty()) read(readers, text, box);
            if (!box.comment) note_value(question, answer, box.measured);
            if (!box.comment && applies == Applicability::unclear) box.asked = false;
            boxes_.push_back(std::move(box));
        }
        legible_ = legibility(order_, weights_);
        std::size_t words = 0;
        for (const Box& box : boxes_) words += box.comment ? box.comment->tokens().size() : 0;
        told_.make_room_for(words);
        for (Box& box : boxes_) {
            if (!box.comment || !box.readable) continue;
            const Measured& blank = box.measured;
            box.measured = measure(*blank.question, *blank.asked, *box.comment, box.reading, legible_, weights_, told_);
        }
        std::erase_if(boxes_, [](const Box& box) {
            return !box.asked && !box.comment && box.measured.facts.empty() && !box.measured.tells(Aspect::when) &&
                   !box.measured.tells(Aspect::how_much);
        });
        // Where nothing was asked for, what was written of one's own accord is what there is to rate.
        if (std::none_of(boxes_.begin(), boxes_.end(), [](const Box& box) { return box.asked; })) {
            for (Box& box : boxes_) box.asked = box.measured.question->min_words > 0 || box.comment.has_value();
        }
    }

    Rating rate() {
        Rating rating;
        double total = 0;
        for (const Box& box : boxes_) total += rated(box) ? box.measured.weight : 0;
        if (total <= 0) {
            const bool unreadable = std::any_of(boxes_.begin(), boxes_.end(), [](const Box& b) { return !b.readable; });
            rating.reason = unreadable ? "Les textes de ce rapport ne se lisent pas en français."
                                       : "Ce rapport n'avait pas à donner de texte et n'en donne pas.";
            return rating;
        }
        double score = 0;
        for (const Box& box : boxes_) {
            if (rated(box))
                score += answer(box, full_marks * (1 - weights_.whole_share) * box.measured.weight / total, rating);
        }
        score += whole(rating);
        rating.score = std::clamp(score, 0.0, full_marks);
        rating.reason = reason_for(boxes_);
        return rating;
    }

  private:
    /// Reads a text that stands in a box.
    template <class Readers>
    void read(const Readers& readers, std::string_view text, Box& box) {
        comments::Comment comment(text, *readers.book);
        const Question& question = *box.measured.question;
        if (readers.substance.judge(comment, question) != comments::Substance::content) return;
        comments::Reading reading = readers.facts.read(comment, names_, box.measured.asked->reading);
        box.readable = reading.readability == comments::Readability::french;
        order_.checked += reading.order.checked;
        order_.broken += reading.order.broken;
        box.reading = std::move(reading);
        box.comment = std::move(comment);
    }

    /// A time or a number given as the answer itself is told, though in no sentence.
    static void note_value(const Question& question, const Answer* answer, Measured& measured) {
        if (answer == nullptr || !answer->value || answer->value->empty()) return;
        const auto note = [&](comments::FactKind kind) { ++measured.count[static_cast<std::size_t>(kind)]; };
        if (question.type == QuestionType::time) note(comments::FactKind::time);
        if (question.type == QuestionType::integer || question.type == QuestionType::decimal) {
            static const std::uint32_t waits = comments::theme("waiting");
            const bool waiting = measured.asked->is_about(waits);
            note(waiting ? comments::FactKind::duration : comments::FactKind::quantity);
        }
    }

    static bool rated(const Box& box) { return box.asked && box.readable; }

    /// What one answer earns and loses of the `points` it can give.
    double answer(const Box& box, double points, Rating& rating) const {
        const Comment* const comment = box.comment ? &*box.comment : nullptr;
        const std::string& question = box.measured.question->name;
        const double earned = points * box.measured.share;
        const double lost = points - earned;
        if (earned > 0) rating.contributions.push_back({question, earned_label(box.measured, comment), earned});
        if (lost <= 0) return earned;
        const std::string text = advice(box.measured, comment);
        rating.contributions.push_back({question, text, -lost});
        if (lost < advice_threshold_) return earned;
        Finding finding;
        finding.category = Category::detail;
        finding.question = question;
        const Rule rule = rule_of(box.measured.shortcoming);
        finding.rule = rule.name;
        finding.title = rule.title;
        if (comment != nullptr && box.measured.blamed_first < box.measured.blamed_last) {
            finding.start = comment->tokens()[box.measured.blamed_first].start;
            finding.end = comment->tokens()[box.measured.blamed_last - 1].end;
        }
        finding.message = text;
        finding.cost = lost;
        rating.findings.push_back(std::move(finding));
        return earned;
    }

    double whole(Rating& rating) const {
        std::vector<const Measured*> measured;
        for (const Box& box : boxes_) measured.push_back(&box.measured);
        std::vector<Side> sides = picture(measured);
        const double points = full_marks * weights_.whole_share;
        double share = 0;
        std::string there, lacking;
        for (const Side& side : sides) {
            share += side.share / static_cast<double>(sides.size());
            if (side.share > 0) there += (there.empty() ? "" : ", ") + std::string(side.label);
        }
        std::stable_sort(sides.begin(), sides.end(), [](const Side& a, const Side& b) { return a.share < b.share; });
        for (std::size_t i = 0; i < 2; ++i) {
            if (sides[i].share < 1) lacking += (lacking.empty() ? "" : " et ") + std::string(sides[i].advice);
        }
        const double earned = points * share * legible_;
        const double lost = points - earned;
        if (earned > 0) rating.contributions.push_back({{}, "L'ensemble du rapport dit " + there, earned});
        if (lost <= 1e-12) return earned;
        const std::string text = "Dans l'ensemble du rapport, dites aussi " + lacking + ".";
        rating.contributions.push_back({{}, text, -lost});
        if (lost >= advice_threshold_) {
            Finding finding;
            finding.rule = "incomplete-picture";
            finding.title = "Vue d'ensemble incomplète";
            finding.category = Category::detail;
            finding.message = text;
            finding.cost = lost;
            rating.findings.push_back(std::move(finding));
        }
        return earned;
    }

    const Report& report_;
    const Context& context_;
    Weights weights_;
    double advice_threshold_;
    comments::KnownNames names_;
    comments::WordOrder order_;
    double legible_ = 1;
    ToldSentences told_;
    std::shared_ptr<const AskedQuestions> asked_;
    std::vector<Box> boxes_;
};

}  // namespace

Rating Detail::rate(const Report& report, const Context& context, const Parameters& parameters) const {
    Pass pass(report, context, parameters);
    pass.read(*readers_);
    return pass.rate();
}

}  // namespace relis::content_detail

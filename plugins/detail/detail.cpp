#include "detail/detail.h"

#include <algorithm>
#include <optional>
#include <string>
#include <unordered_set>

#include "advice.h"
#include "comments/comment.h"
#include "comments/facts.h"
#include "comments/readability.h"
#include "comments/substance.h"
#include "language/lexicon.h"
#include "measure.h"
#include "schema.h"

namespace relis::content_detail {

using comments::Comment;

struct Detail::Readers {
    explicit Readers(const std::shared_ptr<const language::Lexicon>& opened)
        : lexicon(opened), substance(opened), facts(opened) {}
    std::shared_ptr<const language::Lexicon> lexicon;
    comments::SubstanceJudge substance;
    comments::FactFinder facts;
};

namespace {

constexpr double full_marks = 5;

/// One question that has, or should have, words.
struct Box {
    Measured measured;
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
    return count(precise) + " réponse" + (precise > 1 ? "s" : "") + " sur " + count(asked) + " fait" +
           (precise > 1 ? "s" : "") + " bien voir la visite" +
           (empty == 0 ? "." : ", " + count(empty) + " n'" + (empty > 1 ? "en disent" : "en dit") + " presque rien.");
}

}  // namespace

Detail::Detail(const Environment& environment)
    : readers_(std::make_unique<const Readers>(language::Lexicon::open(environment.resources / "french.lexicon"))) {}

Detail::~Detail() = default;

PluginDescription Detail::describe() const {
    return {.id = "detail",
            .version = "1.0.0",
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
        // In the questionnaire's order, so that the order of the answers makes no difference.
        for (const Question& question : context_.questionnaire().questions) {
            if (context_.stop_requested()) return;
            const Applicability applies = context_.applicability(question.name);
            if (applies == Applicability::does_not_apply) continue;
            const Answer* const answer = report_.find(question.name);
            Box box;
            box.measured.question = &question;
            box.asked = asks_for_account(question, answer);
            const std::string_view text = prose(question, answer);
            if (!text.empty()) {
                Comment comment(text);
                if (readers.substance.judge(comment, question) == comments::Substance::content) {
                    box.readable = comments::readability_of(comment, *readers.lexicon) == comments::Readability::french;
                    box.comment = std::move(comment);
                }
            }
            if (!box.comment && (!box.asked || applies == Applicability::unclear)) continue;
            if (box.comment && box.readable) {
                const comments::Reading reading =
                    readers.facts.read(*box.comment, names_, comments::topics_of(question));
                box.measured = measure(question, *box.comment, reading, weights_, told_);
            } else {
                box.measured.weight = answer_weight(question, weights_);
            }
            boxes_.push_back(std::move(box));
        }
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
        if (comment == nullptr) {
            finding.rule = "no-comment";
        } else if (box.measured.vague_first == box.measured.vague_last) {
            finding.rule = "few-facts";
        } else {
            finding.rule = "vague";
            finding.start = comment->tokens()[box.measured.vague_first].start;
            finding.end = comment->tokens()[box.measured.vague_last - 1].end;
        }
        finding.message = text;
        finding.cost = lost;
        rating.findings.push_back(std::move(finding));
        return earned;
    }

    double whole(Rating& rating) const {
        std::vector<Measured> measured;
        for (const Box& box : boxes_) measured.push_back(box.measured);
        const std::vector<Aspect> aspects = picture(measured);
        const double points = full_marks * weights_.whole_share;
        double share = 0;
        std::string there, lacking;
        for (const Aspect& aspect : aspects) {
            share += aspect.share / static_cast<double>(aspects.size());
            if (aspect.share > 0) there += (there.empty() ? "" : ", ") + std::string(aspect.label);
            if (aspect.share < 1) lacking += (lacking.empty() ? "" : " ; ") + std::string(aspect.advice);
        }
        const double earned = points * share;
        const double lost = points - earned;
        if (earned > 0) rating.contributions.push_back({{}, "L'ensemble du rapport dit " + there, earned});
        if (lost <= 1e-12) return earned;
        const std::string text = "Dans l'ensemble du rapport, dites plus souvent " + lacking + ".";
        rating.contributions.push_back({{}, text, -lost});
        if (lost >= advice_threshold_) {
            Finding finding;
            finding.rule = "incomplete-picture";
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
    std::unordered_set<std::uint64_t> told_;
    std::vector<Box> boxes_;
};

}  // namespace

Rating Detail::rate(const Report& report, const Context& context, const Parameters& parameters) const {
    Pass pass(report, context, parameters);
    pass.read(*readers_);
    return pass.rate();
}

}  // namespace relis::content_detail

// A criterion that works: the score is its parameter, and it flags the first letter of the first comment.
#include "empty_criterion.h"

namespace {

class Good final : public EmptyCriterion {
  public:
    using EmptyCriterion::EmptyCriterion;
    [[nodiscard]] relis::PluginDescription describe() const override {
        relis::PluginDescription described = description("good");
        described.parameters = {{"score",
                                 relis::ParameterType::real,
                                 4.0,
                                 0.0,
                                 5.0,
                                 {},
                                 "points",
                                 {"Note", "Score"},
                                 {"La note rendue.", "The score given."}}};
        return described;
    }
    [[nodiscard]] relis::Rating rate(const relis::Report& report, const relis::Context&,
                                     const relis::Parameters& parameters) const override {
        relis::Rating rating{parameters.real("score"), "La note du paramètre.", {}, {}};
        for (const relis::Answer& answer : report.answers) {
            if (!answer.comment || answer.comment->empty()) continue;
            rating.findings.push_back({"first-letter",
                                       relis::Category::other,
                                       answer.question,
                                       0,
                                       1,
                                       "La première lettre.",
                                       {},
                                       0,
                                       true,
                                       ""});
            break;
        }
        return rating;
    }
};

}  // namespace

RELIS_PLUGIN(Good);

// A criterion whose parameter `how` says in which way it misbehaves.
#include <limits>
#include <stdexcept>

#include "empty_criterion.h"

namespace {

class Misbehaving final : public EmptyCriterion {
  public:
    using EmptyCriterion::EmptyCriterion;

    [[nodiscard]] relis::PluginDescription describe() const override {
        relis::PluginDescription described = description("misbehaving");
        relis::ParameterSpec how;
        how.name = "how";
        how.type = relis::ParameterType::text;
        how.default_value = std::string("well");
        how.label = how.help = {"Comment", "How"};
        described.parameters = {how};
        return described;
    }

    [[nodiscard]] relis::Rating rate(const relis::Report& report, const relis::Context& context,
                                     const relis::Parameters& parameters) const override {
        const std::string& how = parameters.text("how");
        relis::Rating rating{5.0, "Rien à dire.", {}, {}};
        relis::Finding finding{"rule", relis::Category::other, "accueil", 0, 1, "Un constat.", {}, 0, true, ""};
        if (how == "throw") throw std::runtime_error("the index\nis corrupt");
        if (how == "throw-int") throw 7;
        if (how == "unknown-parameter") rating.score = parameters.real("never_declared");
        // Blocks in the test's context until the test lets it go
        if (how == "hang") rating.reason = context.similar_comments("hang", 1).empty() ? "Rien." : "Une.";
        if (how == "until-stopped") {
            while (!context.stop_requested()) (void)context.applicability("accueil");
        }
        if (how == "after-stop") rating.reason = context.stop_requested() ? "Arrêté." : "Non arrêté.";
        if (how == "score-6") rating.score = 6;
        if (how == "score-nan") rating.score = std::numeric_limits<double>::quiet_NaN();
        if (how == "no-score") rating.score.reset();
        if (how == "position") finding.end = 1000;
        if (how == "code-points") finding.end = context.questionnaire().questions.size() + 4;
        if (how == "backwards") finding.start = 2;
        if (how == "question") finding.question = "inconnue";
        if (how == "category") finding.category = static_cast<relis::Category>(99);
        if (how == "cost") finding.cost = -1;
        if (how == "message") finding.message = "\xC3";
        if (!report.answers.empty() && how != "well") rating.findings.push_back(finding);
        return rating;
    }
};

}  // namespace

RELIS_PLUGIN(Misbehaving);

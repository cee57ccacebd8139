// A complete criterion that does next to nothing: it flags two spaces in a row. Replace what stands in describe() and
// rate(); the rest is what every plugin has.
#include <algorithm>
#include <cstddef>
#include <string_view>

#include <relis/parameter_specs.h>
#include <relis/plugin.h>

namespace {

/// How many Unicode code points stand in `text`: what Finding::start and Finding::end count.
std::size_t code_points(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(
        text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80; }));
}

class Template final : public relis::Criterion {
  public:
    /// Files that come with the plugin are read here, once; what goes wrong is thrown and refuses the plugin.
    explicit Template(const relis::Environment&) {}

    [[nodiscard]] relis::PluginDescription describe() const override {
        relis::PluginDescription description;
        description.id = "template";
        description.version = "1.0";
        description.role = relis::Role::criterion;
        description.name = {"Modèle", "Template"};
        description.summary = {"Relève les espaces doubles : un modèle pour écrire un module.",
                               "Flags double spaces: a template to write a plugin from."};
        description.parameters = {relis::real_parameter(
            "cost", 0.1, 0, 5, "points", {"Coût d'un espace double", "Cost of a double space"},
            {"Points retirés pour chaque espace double.", "Points taken for each double space."})};
        return description;
    }

    [[nodiscard]] relis::Rating rate(const relis::Report& report, const relis::Context& context,
                                     const relis::Parameters& parameters) const override {
        relis::Rating rating;
        double score = 5;
        for (const relis::Question& question : context.questionnaire().questions) {
            // What the shopper wrote for it, and what places of findings count in
            const std::string_view comment = relis::prose(question, report.find(question.name));
            std::size_t bytes = 0;   // where the search stands, in bytes
            std::size_t points = 0;  // the same place in code points, counted along to stay linear in long comments
            for (std::size_t found = comment.find("  "); found != std::string_view::npos && !context.stop_requested();
                 found = comment.find("  ", bytes)) {
                points += code_points(comment.substr(bytes, found - bytes));
                // Costs may not add up to more than the points there are
                const double cost = std::min(score, parameters.real("cost"));
                score -= cost;
                rating.findings.push_back({"double-space",
                                           relis::Category::typography,
                                           question.name,
                                           points,
                                           points + 2,
                                           "Un seul espace suffit ici.",
                                           {" "},
                                           cost,
                                           true,
                                           "Espace double"});
                bytes = found + 2;
                points += 2;
            }
        }
        rating.score = score;
        rating.reason = rating.findings.empty() ? "Aucun espace double." : "Des espaces doubles ont été relevés.";
        return rating;
    }
};

}  // namespace

RELIS_PLUGIN(Template);

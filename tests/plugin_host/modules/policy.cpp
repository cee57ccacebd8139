// A decision policy that recommends, throws or gives no reason, by its parameter.
#include <stdexcept>

#include <relis/plugin.h>

namespace {

class Policy final : public relis::DecisionPolicy {
  public:
    explicit Policy(const relis::Environment&) {}
    [[nodiscard]] relis::PluginDescription describe() const override {
        relis::ParameterSpec how;
        how.name = "how";
        how.type = relis::ParameterType::choice;
        how.default_value = std::string("well");
        how.choices = {"well", "throw", "no-reason"};
        how.label = how.help = {"Comment", "How"};
        return {"policy", "1", relis::Role::decision_policy, {"Politique", "Policy"}, {"Décide.", "Decides."}, {how}};
    }
    [[nodiscard]] relis::Recommendation recommend(const relis::ReviewCase&, const relis::Context&,
                                                  const relis::Parameters& parameters) const override {
        if (parameters.text("how") == "throw") throw std::logic_error("undecided");
        if (parameters.text("how") == "no-reason") return {relis::Decision::accept, {}};
        return {relis::Decision::accept, {{"Tout va bien.", "", "", ""}}};
    }
};

}  // namespace

RELIS_PLUGIN(Policy);

// A reliability model that gives its parameter as value, whatever it is.
#include <relis/plugin.h>

namespace {

class Model final : public relis::ReliabilityModel {
  public:
    explicit Model(const relis::Environment&) {}
    [[nodiscard]] relis::PluginDescription describe() const override {
        return {"model",
                "1",
                relis::Role::reliability_model,
                {"Modèle", "Model"},
                {"Cote.", "Rates."},
                {{"value",
                  relis::ParameterType::real,
                  3.0,
                  0.0,
                  10.0,
                  {},
                  "points",
                  {"Valeur", "Value"},
                  {"La cote rendue.", "The rating given."}}}};
    }
    [[nodiscard]] relis::Reliability rate(const relis::ShopperHistory& history, const relis::Moment&,
                                          const relis::Parameters& parameters) const override {
        return {parameters.real("value"), 0.5, history.missions.empty(), {}};
    }
};

}  // namespace

RELIS_PLUGIN(Model);

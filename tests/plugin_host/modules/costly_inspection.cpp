// An inspection: its finding costs what its parameter says, which may only be nothing.
#include <relis/plugin.h>

namespace {

class CostlyInspection final : public relis::Inspection {
  public:
    explicit CostlyInspection(const relis::Environment&) {}
    [[nodiscard]] relis::PluginDescription describe() const override {
        return {"inspection",
                "2",
                relis::Role::inspection,
                {"Vérification", "Inspection"},
                {"Vérifie.", "Inspects."},
                {{"cost",
                  relis::ParameterType::real,
                  0.0,
                  0.0,
                  5.0,
                  {},
                  "points",
                  {"Coût", "Cost"},
                  {"Ce que coûte le constat.", "What the finding costs."}}}};
    }
    [[nodiscard]] std::vector<relis::Finding> inspect(const relis::Report&, const relis::Context&,
                                                      const relis::Parameters& parameters) const override {
        return {{"whole-report",
                 relis::Category::missing,
                 "",
                 0,
                 0,
                 "Il manque tout.",
                 {},
                 parameters.real("cost"),
                 true,
                 ""}};
    }
};

}  // namespace

RELIS_PLUGIN(CostlyInspection);

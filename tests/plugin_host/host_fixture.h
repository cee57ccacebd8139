#pragma once

#include <filesystem>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include <gtest/gtest.h>

#include <relis/plugin.h>

#include "../support/both_languages.h"
#include "plugin/host.h"
#include "plugin/parameters.h"

namespace relis::plugin_host {

/// The folder of one of the modules built for these tests.
inline std::filesystem::path module_folder(const std::string& name) {
    return std::filesystem::path(RELIS_TEST_MODULES) / name;
}

inline std::filesystem::path module_path(const std::string& name) {
    return std::filesystem::canonical(module_folder(name) / (name + ".so"));
}

inline HostOptions options_for(const std::vector<std::string>& modules) {
    HostOptions options;
    options.folders.clear();
    for (const std::string& name : modules) options.folders.push_back(module_folder(name));
    options.threads = 2;
    return options;
}

/// A questionnaire whose first question is `accueil`.
class SmallContext : public ReportContext {
  public:
    explicit SmallContext(std::size_t questions = 1) {
        for (std::size_t i = 0; i < questions; ++i) {
            Question& question = questionnaire_.questions.emplace_back();
            question.name = i == 0 ? "accueil" : "question_" + std::to_string(i);
            question.label = "Comment avez-vous été accueilli?";
        }
    }
    [[nodiscard]] const Questionnaire& questionnaire() const override { return questionnaire_; }
    [[nodiscard]] Applicability applicability(std::string_view) const override { return Applicability::applies; }
    [[nodiscard]] const std::string& locale() const override { return locale_; }
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return vocabulary_; }
    [[nodiscard]] std::vector<SimilarComment> similar_comments(std::string_view, std::size_t) const override {
        return {};
    }

  private:
    Questionnaire questionnaire_;
    std::string locale_ = "fr-CA";
    std::vector<std::string> vocabulary_;
};

/// A report whose comment has six code points in nine bytes.
inline std::shared_ptr<const Report> small_report() {
    Report report;
    report.report_id = "R-000001";
    report.answers.push_back({"accueil", "oui", "Été là"});
    return std::make_shared<const Report>(report);
}

inline std::shared_ptr<const Parameters> parameters_of(const PluginHost& host, const std::string& plugin,
                                                       const ParameterOverrides& overrides = {}) {
    ValidatedParameters validated = validate(host.find(plugin).value().description, overrides);
    return std::make_shared<const Parameters>(validated.parameters.value());
}

inline std::string refusal_of(const std::string& module) {
    const PluginHost host(options_for({module}));
    EXPECT_TRUE(host.plugins().empty());
    if (host.refused().size() != 1) return "not refused once";
    test::expect_both_languages(host.refused().front().reason);
    return host.refused().front().reason.en;
}

}  // namespace relis::plugin_host

#include "review/check.h"

#include <stdexcept>
#include <utility>

#include "plugin/host.h"
#include "stored_context.h"

namespace relis::review {

namespace {

constexpr const char* plugin_id = "french";
constexpr const char* question_name = "texte";

Questionnaire one_question() {
    Questionnaire questionnaire;
    questionnaire.id = "texte";
    questionnaire.title = "Texte";
    questionnaire.sections = {{"texte", "Texte"}};
    Question question;
    question.name = question_name;
    question.section = "texte";
    question.label = "Texte";
    question.comment = CommentPolicy::required;
    questionnaire.questions = {question};
    return questionnaire;
}

plugin_host::HostOptions host_options(const std::filesystem::path& plugins) {
    plugin_host::HostOptions options;
    if (!plugins.empty()) options.folders = {plugins};
    return options;
}

}  // namespace

struct TextChecker::Parts {
    explicit Parts(const std::filesystem::path& plugins) : host(host_options(plugins)) {}
    plugin_host::PluginHost host;
    std::shared_ptr<const StoredContext> context;
    std::shared_ptr<const Parameters> parameters;
};

TextChecker::TextChecker(const std::filesystem::path& plugins, const std::string& locale) {
    auto parts = std::make_unique<Parts>(plugins);
    const auto plugin = parts->host.find(plugin_id);
    if (!plugin) {
        std::string reason = "no plugin named \"french\" was found";
        for (const plugin_host::RefusedPlugin& refused : parts->host.refused())
            reason += "; " + refused.path.string() + ": " + refused.reason;
        throw std::runtime_error(reason);
    }
    parts->parameters = std::make_shared<const Parameters>(default_parameters(plugin->description.parameters));
    parts->context =
        std::make_shared<const StoredContext>(std::make_shared<const intake::QuestionnaireRules>(one_question()),
                                              Report{}, locale, std::vector<std::string>{}, nullptr);
    parts_ = std::move(parts);
}

TextChecker::~TextChecker() = default;

Assessment TextChecker::check(const std::string& text) const {
    Report report;
    report.questionnaire = "texte@1";
    report.answers.push_back({question_name, std::nullopt, text});
    return parts_->host.assess(plugin_id, std::make_shared<const Report>(std::move(report)), parts_->context,
                               parts_->parameters);
}

}  // namespace relis::review

#include "review/check.h"

#include <algorithm>
#include <functional>
#include <map>
#include <set>
#include <stdexcept>
#include <utility>

#include "code_points.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "plugin/host.h"
#include "review/workspace.h"
#include "store/roster.h"
#include "stored_context.h"

namespace relis::review {

namespace {

constexpr const char* plugin_id = "french";
/// Texts of one call, and bytes after which no more are added, so that a call stays far below its time budget.
constexpr std::size_t batch_texts = 64;
constexpr std::size_t batch_bytes = std::size_t{64} * 1024;

std::string question_name(std::size_t index) {
    return "texte-" + std::to_string(index);
}

Questionnaire one_question_a_text() {
    Questionnaire questionnaire;
    questionnaire.id = "texte";
    questionnaire.title = "Texte";
    questionnaire.sections = {{"texte", "Texte"}};
    for (std::size_t i = 0; i < batch_texts; ++i) {
        Question question;
        question.name = question_name(i);
        question.section = "texte";
        question.label = "Texte";
        question.comment = CommentPolicy::required;
        questionnaire.questions.push_back(std::move(question));
    }
    return questionnaire;
}

using Modules = std::set<std::string, std::less<>>;

plugin_host::HostOptions host_options(const std::filesystem::path& plugins, Modules modules) {
    plugin_host::HostOptions options;
    if (!plugins.empty()) options.folders = {plugins};
    options.modules = std::move(modules);
    return options;
}

}  // namespace

struct TextChecker::Parts {
    Parts(const std::filesystem::path& plugins, Modules modules) : host(host_options(plugins, std::move(modules))) {}
    plugin_host::PluginHost host;
    std::shared_ptr<const StoredContext> context;
    std::shared_ptr<const Parameters> parameters;

    /// REQUIRES: at most batch_texts texts.
    [[nodiscard]] Assessment assess(std::span<const std::string> texts) const {
        Report report;
        report.questionnaire = "texte@1";
        for (std::size_t i = 0; i < texts.size(); ++i) {
            report.answers.push_back({question_name(i), std::nullopt, texts[i]});
        }
        return host.assess(plugin_id, std::make_shared<const Report>(std::move(report)), context, parameters);
    }
};

std::vector<Finding> outside_quotations(std::vector<Finding> findings, std::string_view text) {
    const std::u32string points = code_points(text);
    std::vector<std::pair<std::size_t, std::size_t>> quotations;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i < points.size(); ++i) {
        if (points[i] == U'\n') depth = 0;
        if (points[i] == U'«' && depth++ == 0) begin = i;
        if (points[i] == U'»' && depth > 0 && --depth == 0) quotations.emplace_back(begin, i);
    }
    std::erase_if(findings, [&](const Finding& finding) {
        return std::any_of(quotations.begin(), quotations.end(), [&](const auto& quotation) {
            return finding.start < finding.end && finding.start > quotation.first && finding.end <= quotation.second;
        });
    });
    return findings;
}

std::string locale_of_programme(Workspace& workspace, const std::string& programme) {
    const auto stored = store::load_programme(workspace.database(), programme);
    return stored && !stored->locale.empty() ? stored->locale : "fr-CA";
}

TextChecker::TextChecker(const std::filesystem::path& plugins, const std::string& locale) {
    // The others would take a sixth of the start; where the plugin goes by another file name they are looked into
    auto parts = std::make_unique<Parts>(plugins, Modules{plugin_id});
    auto plugin = parts->host.find(plugin_id);
    if (!plugin && parts->host.refused().empty()) {
        parts = std::make_unique<Parts>(plugins, Modules{});
        plugin = parts->host.find(plugin_id);
    }
    if (!plugin) {
        Label reason{"aucun greffon nommé « french » n'a été trouvé", "no plugin named \"french\" was found"};
        for (const plugin_host::RefusedPlugin& refused : parts->host.refused())
            reason = make_label("{} ; {} : {}", "{}; {}: {}", reason, refused.path.string(), refused.reason);
        throw LabelledError(reason);
    }
    parts->parameters = std::make_shared<const Parameters>(default_parameters(plugin->description.parameters));
    parts->context =
        std::make_shared<const StoredContext>(std::make_shared<const intake::QuestionnaireRules>(one_question_a_text()),
                                              Report{}, locale, std::vector<std::string>{}, nullptr);
    parts_ = std::move(parts);
}

TextChecker::~TextChecker() = default;

Assessment TextChecker::check(const std::string& text) const {
    return parts_->assess({&text, 1});
}

std::vector<Assessment> TextChecker::check(std::span<const std::string> texts) const {
    std::vector<Assessment> result;
    result.reserve(texts.size());
    while (!texts.empty()) {
        std::size_t count = 1;
        std::size_t bytes = texts.front().size();
        while (count < std::min(texts.size(), batch_texts) && bytes + texts[count].size() <= batch_bytes) {
            bytes += texts[count++].size();
        }
        for (Assessment& assessment : check_batch(texts.first(count))) result.push_back(std::move(assessment));
        texts = texts.subspan(count);
    }
    return result;
}

std::vector<Assessment> TextChecker::check_batch(std::span<const std::string> texts) const {
    Assessment whole = parts_->assess(texts);
    std::vector<Assessment> result;
    if (whole.state == AssessmentState::failed && texts.size() > 1) {
        for (const std::string& text : texts) {
            result.push_back(parts_->assess({&text, 1}));
            result.back().score.reset();
        }
        return result;
    }
    Assessment empty = whole;
    empty.score.reset();
    empty.findings.clear();
    empty.contributions.clear();
    result.assign(texts.size(), empty);
    std::map<std::string, std::size_t, std::less<>> places;
    for (std::size_t i = 0; i < texts.size(); ++i) places.emplace(question_name(i), i);
    for (Finding& finding : whole.findings) {
        const auto place = places.find(finding.question);  // a finding about the whole goes to the first
        result[place == places.end() ? 0 : place->second].findings.push_back(std::move(finding));
    }
    return result;
}

}  // namespace relis::review

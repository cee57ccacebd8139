#include "french/french.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>

#include <relis/prose.h>

#include "cursor.h"
#include "earlier_texts.h"
#include "engine.h"
#include "french/score.h"
#include "parameters.h"
#include "vocabulary.h"

namespace relis::french {
namespace {

std::string decimal(double value) {
    const auto tenths = std::lround(value * 10);
    return std::to_string(tenths / 10) + "," + std::to_string(tenths % 10);
}

std::string plural(std::size_t count, std::string_view singular, std::string_view plural_form) {
    return std::to_string(count) + " " + std::string(count < 2 ? singular : plural_form);
}

/// The rating of one report.
class Pass {
  public:
    Pass(const Engine& engine, const Report& report, const Context& context, const Settings& settings)
        : engine_(engine),
          report_(report),
          context_(context),
          settings_(settings),
          vocabulary_(report, context, settings.accepted_words) {}

    Rating run() {
        language::CheckOptions options;
        options.locale = context_.locale() == "fr-FR" ? language::Locale::france : language::Locale::canada;
        options.typography = settings_.checks(Category::typography);
        options.suggestions = settings_.suggestions;
        options.spelling = settings_.spelling;
        options.accepts = [this](std::string_view word) { return vocabulary_.has(word); };
        const EarlierTexts earlier(context_, settings_);
        std::vector<Box> boxes;  // checked together, up to a limit that keeps their readings at hand
        std::size_t bytes = 0;
        const auto check = [&] {
            check_changed(boxes, options);
            for (Box& box : boxes) add_all(box.answer->question, box.text, *box.checked);
            boxes.clear();
            bytes = 0;
        };
        for (const Answer& answer : report_.answers) {
            if (context_.stop_requested()) break;
            const Question* const question = context_.questionnaire().find(answer.question);
            if (question == nullptr) continue;
            const std::string_view comment = prose(*question, &answer);
            if (comment.empty()) continue;
            boxes.push_back({&answer, comment, earlier.find(*question, comment)});
            bytes += comment.size();
            if (bytes >= batch_bytes) check();
        }
        check();
        return rate();
    }

  private:
    static constexpr std::size_t batch_bytes = 16384;

    /// A text with what was found in it.
    struct Box {
        const Answer* answer;
        std::string_view text;
        std::optional<Checked> checked;  ///< absent: not read yet
    };

    /// Reads the texts that were not read in the revision before.
    void check_changed(std::vector<Box>& boxes, const language::CheckOptions& options) const {
        std::vector<std::string_view> texts;
        std::vector<Box*> theirs;
        for (Box& box : boxes) {
            if (box.checked) continue;
            texts.push_back(box.text);
            theirs.push_back(&box);
        }
        std::vector<Checked> results = engine_.check(texts, options);
        for (std::size_t i = 0; i < theirs.size(); ++i) theirs[i]->checked = std::move(results[i]);
    }

    void add_all(const std::string& question, std::string_view text, Checked& checked) {
        words_ += checked.words;
        judged_words_ += checked.judged_words;
        Cursor cursor(text);
        for (Fault& fault : checked.faults) {
            cursor.cut_until(fault.start);
            std::string words = language::lower(cursor.cut_until(fault.end));
            add(question, std::move(fault), std::move(words));
        }
    }

    void add(const std::string& question, Fault fault, std::string words) {
        if (!settings_.checks(fault.category) || settings_.silent_rules.contains(std::string(fault.rule))) return;
        Finding finding;
        finding.rule = fault.rule;
        finding.title = fault.title;
        finding.category = fault.category;
        finding.question = question;
        finding.start = fault.start;
        finding.end = fault.end;
        finding.message = std::move(fault.message);
        finding.suggestions = std::move(fault.suggestions);
        double weight = settings_.weight(finding.category);
        if (weight > 0) {
            ++counted_;
            if (!seen_.emplace(finding.rule, std::move(words)).second) weight *= settings_.repeated_fault;
        }
        weights_.push_back(weight);
        rating_.findings.push_back(std::move(finding));
    }

    Rating rate() {
        if (words_ < settings_.min_words) {
            rating_.reason = words_ == 0
                                 ? "Aucun texte à juger."
                                 : "Trop peu de texte pour juger du français : " + plural(words_, "mot.", "mots.");
            return std::move(rating_);
        }
        if (static_cast<double>(judged_words_) < settings_.min_judged_share * static_cast<double>(words_)) {
            rating_.reason = "La plus grande partie du texte est dans une autre langue ou illisible : à vérifier.";
            return std::move(rating_);
        }
        double total = 0;
        for (const double weight : weights_) total += weight;
        rating_.score = score(total, judged_words_, settings_.curve);
        const std::vector<double> shares = costs(weights_, judged_words_, settings_.curve);
        for (std::size_t i = 0; i < shares.size(); ++i) rating_.findings[i].cost = shares[i];
        contributions();
        state_reason();
        return std::move(rating_);
    }

    /// Faults and density, and how much of the text was not judged.
    void state_reason() {
        if (counted_ == 0) {
            rating_.reason = "Aucune faute comptée en " + plural(judged_words_, "mot.", "mots.");
        } else {
            const double density =
                static_cast<double>(counted_) * 100 / static_cast<double>(std::max<std::size_t>(judged_words_, 1));
            rating_.reason = plural(counted_, "faute comptée", "fautes comptées") + " en " +
                             plural(judged_words_, "mot", "mots") + ", soit " + decimal(density) + " par 100 mots.";
        }
        if (judged_words_ < words_) {
            rating_.reason +=
                " Non jugé : " + plural(words_ - judged_words_, "mot", "mots") + " sur " + std::to_string(words_) + ".";
        }
    }

    /// Points lost a question.
    void contributions() {
        std::map<std::string, std::pair<double, std::size_t>> lost;
        for (const Finding& finding : rating_.findings) {
            if (finding.cost <= 0) continue;
            auto& [points, faults] = lost[finding.question];
            points += finding.cost;
            ++faults;
        }
        for (const Answer& answer : report_.answers) {
            const auto found = lost.find(answer.question);
            if (found == lost.end()) continue;
            rating_.contributions.push_back({answer.question,
                                             plural(found->second.second, "faute de français", "fautes de français"),
                                             -found->second.first});
            lost.erase(found);
        }
    }

    const Engine& engine_;
    const Report& report_;
    const Context& context_;
    const Settings& settings_;
    Vocabulary vocabulary_;
    Rating rating_;
    std::vector<double> weights_;  ///< of rating_.findings
    std::set<std::pair<std::string, std::string>> seen_;
    std::size_t words_ = 0;
    std::size_t judged_words_ = 0;
    std::size_t counted_ = 0;
};

}  // namespace

French::French(const Environment& environment) : engine_(std::make_unique<const Engine>(environment.resources)) {}

French::~French() = default;

PluginDescription French::describe() const {
    return {"french",
            "0.3.0",
            Role::criterion,
            {"Qualité du français", "French quality"},
            {"Orthographe, grammaire et syntaxe des commentaires, de 0 à 5.",
             "Spelling, grammar and syntax of the comments, from 0 to 5."},
            parameter_schema()};
}

Rating French::rate(const Report& report, const Context& context, const Parameters& parameters) const {
    const Settings settings(parameters);
    return Pass(*engine_, report, context, settings).run();
}

}  // namespace relis::french

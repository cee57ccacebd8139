#include "model.h"

#include <algorithm>
#include <cmath>
#include <string>
#include <tuple>
#include <utility>
#include <vector>

#include "explanations.h"
#include "missions.h"

namespace relis::reliability {

namespace {

/// 90 % quantile of the normal distribution: half of the interval that holds 80 %.
constexpr double quantile_90 = 1.2815515655446004;

[[nodiscard]] std::optional<double> score(const std::optional<double>& value) {
    if (!value || !std::isfinite(*value)) return std::nullopt;
    return std::clamp(*value, 0.0, 5.0);
}

/// The components that missions tell of, each with what one mission is worth in it, 0–5, or nothing where it does not
/// tell.
class Components {
  public:
    explicit Components(const Parameters& parameters)
        : late_hours_(parameters.real("late_hours")),
          missing_limit_(static_cast<double>(parameters.integer("missing_limit"))),
          rework_credit_(parameters.real("rework_credit")),
          cancelled_credit_(parameters.real("cancelled_credit")),
          cancel_notice_hours_(parameters.real("cancel_notice_hours")),
          late_answer_credit_(parameters.real("late_answer_credit")) {}

    /// A mission that was never done is the latest of all; one given back in advance says nothing of punctuality.
    [[nodiscard]] std::optional<double> punctuality(const MissionRecord& mission) const {
        if (mission.outcome == Outcome::missed) return 0.0;
        const std::optional<double> late = hours_late(mission);
        if (!late) return std::nullopt;
        return 5 * std::max(0.0, 1 - *late / late_hours_);
    }

    [[nodiscard]] static std::optional<double> detail(const MissionRecord& mission) { return score(mission.detail); }
    [[nodiscard]] static std::optional<double> french(const MissionRecord& mission) { return score(mission.french); }

    [[nodiscard]] std::optional<double> completeness(const MissionRecord& mission) const {
        if (!has_report(mission)) return std::nullopt;
        return 5 * std::max(0.0, 1 - std::max(0, mission.missing) / missing_limit_);
    }

    [[nodiscard]] std::optional<double> first_pass(const MissionRecord& mission) const {
        if (!has_report(mission)) return std::nullopt;
        if (mission.outcome == Outcome::reassigned) return 0.0;
        return 5 * std::pow(rework_credit_ / 5, std::max(0, mission.reworks));
    }

    [[nodiscard]] std::optional<double> commitment(const MissionRecord& mission) const {
        if (mission.outcome == Outcome::missed) return 0.0;
        if (mission.outcome != Outcome::cancelled) return 5.0;
        const std::optional<double> notice = notice_hours(mission);
        return cancelled_credit_ * (notice ? std::min(1.0, *notice / cancel_notice_hours_) : 1.0);
    }

    [[nodiscard]] std::optional<double> rework_answers(const MissionRecord& mission) const {
        const int in_time = std::max(0, mission.answered_reworks);
        const int late = std::max(0, mission.late_answers);
        const int asked = in_time + late + std::max(0, mission.unanswered_reworks);
        if (asked == 0) return std::nullopt;
        return (5.0 * in_time + late_answer_credit_ * late) / asked;
    }

  private:
    double late_hours_;
    double missing_limit_;
    double rework_credit_;
    double cancelled_credit_;
    double cancel_notice_hours_;
    double late_answer_credit_;
};

/// A component in the making.
struct Component {
    ReliabilityComponent result;
    std::vector<std::optional<double>> worth;  ///< of each mission in the order of the history; of each note
    double observed = 0;                       ///< sum of the weights of the missions that tell
};

/// One rating in the making.
class Estimate {
  public:
    Estimate(const ShopperHistory& history, const Moment& now, const Parameters& parameters)
        : parameters_(parameters),
          now_(now),
          prior_(parameters.real("prior")),
          prior_weight_(parameters.real("prior_missions")),
          notes_(history.notes),
          misconduct_(history.misconduct) {
        for (const MissionRecord& mission : history.missions) {
            history_.push_back({&mission, weight(mission.closed_at, "half_life_days")});
        }
        // Sums of floating numbers depend on their order, the rating must not
        std::stable_sort(history_.begin(), history_.end(), [](const Weighed& a, const Weighed& b) {
            const auto key = [](const Weighed& w) { return std::tie(w.mission->closed_at, w.mission->mission_id); };
            return key(a) < key(b);
        });
    }

    Reliability run() {
        const Components worth(parameters_);
        add(
            "punctuality", {"Ponctualité", "Punctuality"}, [&](const auto& m) { return worth.punctuality(m); },
            [&](const Component&) { return explain_punctuality(history_); });
        const auto explain = [](const Component& component) { return explain_scores(component.worth); };
        add("detail", {"Détail", "Detail"}, Components::detail, explain);
        add("french", {"Français", "French"}, Components::french, explain);
        add(
            "completeness", {"Complétude", "Completeness"}, [&](const auto& m) { return worth.completeness(m); },
            [&](const Component&) { return explain_completeness(history_); });
        add(
            "first_pass", {"Acceptation du premier coup", "First-pass acceptance"},
            [&](const auto& m) { return worth.first_pass(m); },
            [&](const Component&) { return explain_first_pass(history_); });
        add(
            "commitment", {"Engagements tenus", "Commitments kept"}, [&](const auto& m) { return worth.commitment(m); },
            [&](const Component&) { return explain_commitment(history_); });
        add(
            "rework_answers", {"Réponses aux reprises", "Answers to reworks"},
            [&](const auto& m) { return worth.rework_answers(m); },
            [&](const Component&) { return explain_rework_answers(history_); });
        add_professionalism();
        scale_weights();

        Reliability reliability;
        reliability.value = value();
        reliability.uncertainty = uncertainty(reliability.value);
        add_integrity(reliability);
        reliability.newcomer = static_cast<std::int64_t>(history_.size()) < parameters_.integer("newcomer_missions");
        for (Component& component : components_) reliability.components.push_back(std::move(component.result));
        return reliability;
    }

  private:
    template <class Worth, class Explain>
    void add(const char* id, Label label, const Worth& worth, const Explain& explain) {
        Component component;
        double sum = 0;
        for (const Weighed& weighed : history_) {
            const std::optional<double> value = worth(*weighed.mission);
            component.worth.push_back(value);
            if (!value) continue;
            sum += weighed.weight * *value;
            component.observed += weighed.weight;
        }
        finish(std::move(component), id, std::move(label), sum, explain);
    }

    /// What an observation of that age weighs.
    [[nodiscard]] double weight(const Moment& at, const char* half_life) const {
        const std::chrono::duration<double, std::ratio<86400>> age = now_.utc - at.utc;
        return std::exp2(-std::max(0.0, age.count()) / parameters_.real(half_life));
    }

    /// Notes are observations of their own, each with its age; they belong to no mission.
    void add_professionalism() {
        std::ranges::stable_sort(notes_, [](const ConductNote& a, const ConductNote& b) {
            return std::tie(a.at, a.kind) < std::tie(b.at, b.kind);
        });
        const auto worth = [&](NoteKind kind) {
            if (kind == NoteKind::neutral) return parameters_.real("neutral_note");
            return kind == NoteKind::positive ? 5.0 : 0.0;
        };
        Component component;
        double sum = 0;
        for (const ConductNote& note : notes_) {
            const double weighs = weight(note.at, "half_life_days");
            component.worth.emplace_back(worth(note.kind));
            sum += weighs * worth(note.kind);
            component.observed += weighs;
        }
        finish(std::move(component), "professionalism", {"Professionnalisme", "Professionalism"}, sum,
               [&](const Component&) { return explain_notes(notes_); });
        components_.back().worth.assign(history_.size(), std::nullopt);
    }

    /// The hard consequence: what was confirmed takes its share of the rating, in which it is worth nothing.
    void add_integrity(Reliability& reliability) {
        std::ranges::stable_sort(misconduct_, [](const ConfirmedMisconduct& a, const ConfirmedMisconduct& b) {
            return std::tie(a.at, a.report_id) < std::tie(b.at, b.report_id);
        });
        double rest = 1;
        for (const ConfirmedMisconduct& one : misconduct_) {
            rest *= 1 - parameters_.real("misconduct_share") * weight(one.at, "misconduct_half_life_days");
        }
        Component component;
        component.result.id = "integrity";
        component.result.label = {"Intégrité", "Integrity"};
        component.result.explanation = explain_misconduct(misconduct_);
        if (!misconduct_.empty()) {
            component.result.weight = rated_ ? 1 - rest : 1;
            component.result.value = rated_ ? 0 : rest * prior_;
            for (Component& other : components_) other.result.weight *= rest;
            reliability.value *= rest;
            reliability.uncertainty *= rest;
        }
        components_.push_back(std::move(component));
    }

    template <class Explain>
    void finish(Component component, const char* id, Label label, double sum, const Explain& explain) {
        const bool tells = std::any_of(component.worth.begin(), component.worth.end(),
                                       [](const std::optional<double>& value) { return value.has_value(); });
        component.result.id = id;
        component.result.label = std::move(label);
        component.result.explanation = tells ? explain(component) : nothing_tells();
        if (tells) {
            // a mean lies within what it is a mean of, its rounded sums need not
            component.result.value =
                std::clamp((sum + prior_weight_ * prior_) / (component.observed + prior_weight_), 0.0, 5.0);
            component.result.weight = parameters_.real(std::string("weight_") + id);
        }
        components_.push_back(std::move(component));
    }

    void scale_weights() {
        double sum = 0;
        for (const Component& component : components_) sum += component.result.weight;
        for (Component& component : components_) {
            if (sum > 0) component.result.weight /= sum;
        }
        rated_ = sum > 0;
    }

    [[nodiscard]] double value() const {
        if (!rated_) return prior_;
        double sum = 0;
        for (const Component& component : components_) {
            sum += component.result.weight * component.result.value.value_or(0);
        }
        return std::clamp(sum, 0.0, 5.0);
    }

    /// The mean of one mission over the components it tells about, or nothing.
    [[nodiscard]] std::optional<double> mission_mean(std::size_t mission) const {
        double sum = 0;
        double weights = 0;
        for (const Component& component : components_) {
            const std::optional<double>& worth = component.worth[mission];
            if (!worth) continue;
            sum += component.result.weight * *worth;
            weights += component.result.weight;
        }
        return weights > 0 ? std::optional(sum / weights) : std::nullopt;
    }

    [[nodiscard]] double uncertainty(double value) const {
        const double spread = parameters_.real("mission_spread");
        double squares = prior_weight_ * spread * spread;
        double observed = prior_weight_;
        for (std::size_t i = 0; i < history_.size(); ++i) {
            const std::optional<double> mean = mission_mean(i);
            if (!mean) continue;
            squares += history_[i].weight * (*mean - value) * (*mean - value);
            observed += history_[i].weight;
        }
        const double deviation = std::sqrt(squares / observed);
        return quantile_90 * deviation / std::sqrt(observed);
    }

    const Parameters& parameters_;
    const Moment& now_;
    double prior_;
    double prior_weight_;
    std::vector<ConductNote> notes_;
    std::vector<ConfirmedMisconduct> misconduct_;
    std::vector<Weighed> history_;
    std::vector<Component> components_;
    bool rated_ = false;
};

}  // namespace

Reliability Model::rate(const ShopperHistory& history, const Moment& now, const Parameters& parameters) const {
    return Estimate(history, now, parameters).run();
}

}  // namespace relis::reliability

#include "labels.h"

#include <algorithm>
#include <chrono>
#include <cmath>

#include <fmt/format.h>

#include "label/make_label.h"
#include "session.h"

namespace relis::cli {

namespace {

std::string with_comma(std::string number) {
    std::replace(number.begin(), number.end(), '.', ',');
    return number;
}

std::string duration_text(std::chrono::minutes duration) {
    const auto minutes = duration.count();
    const auto hours = minutes / 60;
    if (hours >= 48) return fmt::format("{} j", hours / 24);
    if (hours >= 24) return fmt::format("1 j {} h", hours - 24);
    if (hours >= 6) return fmt::format("{} h", hours);
    return hours > 0 ? fmt::format("{} h {:02}", hours, minutes % 60) : fmt::format("{} min", minutes);
}

}  // namespace

std::string label(Decision decision) {
    switch (decision) {
        case Decision::accept:
            return "accepter";
        case Decision::rework:
            return "reprise";
        case Decision::reassign:
            return "réattribuer";
    }
    return {};
}

std::string label(review::ReportState state) {
    switch (state) {
        case review::ReportState::submitted:
            return "à évaluer";
        case review::ReportState::assessed:
            return "à valider";
        case review::ReportState::accepted:
            return "accepté";
        case review::ReportState::rework_requested:
            return "en reprise";
        case review::ReportState::reassigned:
            return "réattribué";
        case review::ReportState::held:
            return "en attente";
        case review::ReportState::withdrawn:
            return "retiré";
        case review::ReportState::surplus:
            return "surnuméraire";
    }
    return {};
}

std::string label(Outcome outcome) {
    switch (outcome) {
        case Outcome::accepted:
            return "accepté";
        case Outcome::reassigned:
            return "réattribué";
        case Outcome::cancelled:
            return "annulé";
        case Outcome::missed:
            return "manqué";
    }
    return {};
}

std::string label(Category category) {
    switch (category) {
        case Category::spelling:
            return "orthographe";
        case Category::grammar:
            return "grammaire";
        case Category::syntax:
            return "syntaxe";
        case Category::typography:
            return "typographie";
        case Category::style:
            return "style";
        case Category::not_judged:
            return "non jugé";
        case Category::detail:
            return "détail";
        case Category::missing:
            return "manquant";
        case Category::thin:
            return "trop court";
        case Category::contradiction:
            return "contradiction";
        case Category::repetition:
            return "répétition";
        case Category::copied:
            return "copie";
        case Category::times:
            return "heures";
        case Category::privacy:
            return "vie privée";
        case Category::other:
            return "autre";
    }
    return {};
}

std::string label(const std::optional<Decision>& decision) {
    return decision ? label(*decision) : "–";
}

std::string named(const std::string& name, const std::string& id) {
    return name.empty() || name == id ? id : name + " (" + id + ")";
}

std::string score_text(const std::optional<double>& score) {
    if (!score) return "–";
    // A score that only rounds to 5 has lost something, and its reader is owed that
    const double shown = *score < 5 ? std::min(*score, 4.9) : *score;
    return number_text(shown, 1);
}

std::string number_text(double value, int decimals) {
    const std::string shown = with_comma(fmt::format("{:.{}f}", std::abs(value), decimals));
    const bool is_nought = shown.find_first_of("123456789") == std::string::npos;
    return (value < 0 && !is_nought ? "−" : "") + shown;
}

std::string signed_text(double value, int decimals) {
    const std::string shown = number_text(value, decimals);
    return value > 0 && shown != number_text(0, decimals) ? "+" + shown : shown;
}

std::string percent_text(const std::optional<double>& share) {
    return share ? number_text(100 * *share, 0) + " %" : "–";
}

std::string points_text(double points) {
    const double shown = std::round(std::abs(points) * 100) / 100;
    if (shown == 0) return "0";
    return (points < 0 ? "−" : "+") + with_comma(fmt::format("{:g}", shown));
}

std::string clock_text(const std::optional<Moment>& moment) {
    if (!moment) return "–";
    std::string text = format_moment(*moment).substr(0, 16);
    text[10] = ' ';
    return text;
}

Cell due_cell(const std::optional<Moment>& due_at, const Moment& now) {
    const auto left =
        due_at ? std::chrono::floor<std::chrono::minutes>(due_at->utc - now.utc) : std::chrono::minutes{0};
    switch (review::urgency(due_at, now)) {
        case review::Urgency::late:
            return {"retard " + duration_text(-left), Style::red};
        case review::Urgency::today:
            return {duration_text(left), Style::yellow};
        case review::Urgency::soon:
        case review::Urgency::calm:
            return {duration_text(left)};
        case review::Urgency::unknown:
            break;
    }
    return {"–"};
}

std::vector<std::string> english(const std::vector<Label>& texts) {
    std::vector<std::string> lines;
    lines.reserve(texts.size());
    for (const Label& text : texts) lines.push_back(text.en);
    return lines;
}

Label not_done(const Label& what, const Label& refusal) {
    return make_label("{} : refusé : {}", "{}: not done: {}", what, refusal);
}

Label not_recorded(const Label& what, const Label& refusal) {
    return make_label("{} : non enregistré : {}", "{}: not recorded: {}", what, refusal);
}

Label rule_without_plugin() {
    return {"nommez la règle avec son greffon, comme french/unknown-word ; `relis show` liste les constats",
            "name the rule with its plugin, such as french/unknown-word; `relis show` lists the findings"};
}

Moment moment_of(std::string_view option, const std::string& text) {
    if (const std::optional<Moment> moment = parse_moment(text)) return *moment;
    throw WrongUse(make_label("{} {} : donnez la date, l'heure et le décalage, comme 2026-06-18T12:00:00-04:00",
                              "{} {}: give date, time and offset, such as 2026-06-18T12:00:00-04:00", option, text));
}

std::optional<Moment> moment_if_given(std::string_view option, const std::string& text) {
    return text.empty() ? std::nullopt : std::optional(moment_of(option, text));
}

Moment present() {
    return {std::chrono::floor<std::chrono::seconds>(std::chrono::system_clock::now()), std::chrono::minutes{0}};
}

}  // namespace relis::cli

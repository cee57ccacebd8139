#include "feedback_advice.h"

#include <algorithm>
#include <array>
#include <set>
#include <string_view>

#include <fmt/format.h>

#include "french_text.h"

namespace relis::review {

namespace {

constexpr std::size_t last_reports = 10;
/// Less than this between two scores is no difference that a shopper should be told of.
constexpr double telling_difference = 0.25;
/// What a flag without cost counts for beside points of a score.
constexpr double weight_of_flag = 0.3;
/// From so many rules of French on, reading again helps more than any one of them.
constexpr std::size_t scattered_rules = 4;

enum Topic : std::size_t {
    homophones,
    agreement,
    spelling,
    rereading,
    sentences,
    facts,
    missing,
    values,
    copies,
    times
};

constexpr std::array<std::string_view, 10> advice{
    "Pour les mots qui se prononcent pareil, remplacez-les à la relecture : « a » s'écrit sans accent si « avait » "
    "convient, « ont » si « avaient » convient, « ses » si « les siens » a le même sens.",
    "Pour les accords, cherchez à la relecture de qui ou de quoi parle chaque verbe, chaque participe et chaque "
    "adjectif, et accordez avec ce mot-là.",
    "Activez la correction orthographique en français de votre téléphone ou de votre navigateur : elle souligne les "
    "mots qui n'existent pas.",
    "Laissez passer une heure, puis relisez tout votre rapport à voix haute avant de le remettre.",
    "Écrivez des phrases courtes : un fait par phrase, une vingtaine de mots au plus.",
    "Notez dès la sortie du point de vente les heures, les durées, les mots entendus et un prénom ou une description : "
    "une ou deux de ces précisions par réponse suffisent.",
    "Avant de remettre le rapport, parcourez le questionnaire du début à la fin pour vérifier que chaque question et "
    "chaque pièce demandée y est.",
    "Relisez chaque commentaire à côté de la réponse cochée : les deux doivent dire la même chose.",
    "Racontez chaque réponse à partir de ce que cette visite-ci avait de particulier, sans reprendre un texte écrit "
    "ailleurs.",
    "Notez les heures à la minute, comme votre montre ou votre reçu les montre."};

bool has_any(std::string_view rule, std::initializer_list<std::string_view> parts) {
    return std::ranges::any_of(parts, [&](std::string_view part) { return rule.find(part) != std::string_view::npos; });
}

/// What would have avoided a finding; nothing fits some.
std::optional<Topic> topic_of(const Finding& finding) {
    switch (finding.category) {
        case Category::missing:
            return missing;
        case Category::contradiction:
            return values;
        case Category::repetition:
        case Category::copied:
            return copies;
        case Category::times:
            return times;
        case Category::thin:
            return facts;
        case Category::detail:
            if (has_any(finding.rule, {"winding", "scrambled"})) return sentences;
            return finding.rule == "repeated" ? copies : facts;
        case Category::spelling:
        case Category::grammar:
        case Category::syntax:
            if (has_any(finding.rule, {"homophone", "-for-", "noun-verb"})) return homophones;
            if (has_any(finding.rule, {"noun-group", "participle", "subject-verb", "adjective", "agree", "number",
                                       "gender", "pronoun-verb", "qui-verb"})) {
                return agreement;
            }
            if (finding.category == Category::spelling) return spelling;
            return std::nullopt;
        default:
            return std::nullopt;
    }
}

std::string sentence(const std::string& name, const std::optional<double>& now, double mean, std::size_t reports) {
    const std::string against =
        reports == 1 ? "votre rapport précédent" : fmt::format("la moyenne de vos {} derniers rapports", reports);
    const double difference = *now - mean;
    if (std::abs(difference) < telling_difference) {
        return fmt::format("{} : {}, au niveau de {} ({}).", name, french_score(*now), against, french_score(mean));
    }
    return fmt::format("{} : {}, soit {} de {} que {} ({}).", name, french_score(*now),
                       french_points(std::abs(difference)), difference > 0 ? "plus" : "moins", against,
                       french_score(mean));
}

/// The shopper's reports before this one, latest first.
std::vector<const MissionRecord*> reports_before(const ReportDetails& details,
                                                 const std::vector<MissionRecord>& history) {
    std::vector<const MissionRecord*> before;
    for (const MissionRecord& mission : history) {
        const bool reported = mission.outcome == Outcome::accepted || mission.outcome == Outcome::reassigned;
        const bool later =
            details.report.submitted_at && mission.submitted_at && *mission.submitted_at > *details.report.submitted_at;
        if (reported && !later && mission.mission_id != details.report.mission_id && before.size() < last_reports) {
            before.push_back(&mission);
        }
    }
    return before;
}

}  // namespace

std::vector<std::string> advice_for(const ReportDetails& details, std::size_t most) {
    std::array<double, advice.size()> weights{};
    std::set<std::string> french_rules;
    double french_cost = 0;
    for (const Assessment& assessment : details.assessments) {
        for (const Finding& finding : assessment.findings) {
            if (const auto topic = topic_of(finding)) {
                weights.at(*topic) += finding.cost > 0 ? finding.cost : weight_of_flag;
            }
            if (assessment.plugin == "french" && finding.cost > 0) {
                french_rules.insert(finding.rule);
                french_cost += finding.cost;
            }
        }
    }
    if (french_rules.size() >= scattered_rules) {
        weights[rereading] = french_cost / 2;
    }
    std::vector<std::size_t> topics;
    for (std::size_t topic = 0; topic < weights.size(); ++topic) {
        if (weights.at(topic) > 0) {
            topics.push_back(topic);
        }
    }
    std::ranges::stable_sort(topics,
                             [&](std::size_t one, std::size_t other) { return weights.at(one) > weights.at(other); });
    topics.resize(std::min(topics.size(), most));
    std::vector<std::string> result;
    result.reserve(topics.size());
    for (const std::size_t topic : topics) {
        result.emplace_back(advice.at(topic));
    }
    return result;
}

std::vector<std::string> progress_of(const ReportDetails& details, const std::vector<MissionRecord>& history) {
    std::vector<std::string> progress;
    const std::vector<const MissionRecord*> before = reports_before(details, history);
    const auto compare = [&](const char* plugin, const char* name, std::optional<double> MissionRecord::*score) {
        const Assessment* const assessment = details.assessment(plugin);
        double sum = 0;
        std::size_t count = 0;
        for (const MissionRecord* const mission : before) {
            if (mission->*score) {
                sum += *(mission->*score);
                ++count;
            }
        }
        if (assessment != nullptr && assessment->score && count > 0) {
            progress.push_back(sentence(name, assessment->score, sum / static_cast<double>(count), count));
        }
    };
    compare("detail", "Détail", &MissionRecord::detail);
    compare("french", "Français", &MissionRecord::french);
    std::size_t due = 0;
    std::size_t on_time = 0;
    for (const MissionRecord* const mission : before) {
        if (mission->due_at && mission->submitted_at) {
            ++due;
            on_time += *mission->submitted_at <= *mission->due_at ? 1 : 0;
        }
    }
    if (due > 1) {
        progress.push_back(fmt::format("Remis à temps : {} de vos {} derniers rapports.", on_time, due));
    }
    return progress;
}

}  // namespace relis::review

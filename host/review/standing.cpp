#include "standing.h"

#include <algorithm>
#include <utility>

#include <unicode/casemap.h>
#include <unicode/normalizer2.h>
#include <unicode/unistr.h>

#include "french_text.h"

namespace relis::review {

namespace {

/// NFC and simple case folding, so that « Été » and « été » are one word.
std::string folded(const std::string& text) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Normalizer2* const nfc = icu::Normalizer2::getNFCInstance(error);
    icu::UnicodeString wide = icu::UnicodeString::fromUTF8(text);
    if (U_SUCCESS(error)) wide = nfc->normalize(wide, error);
    wide.foldCase().trim();
    std::string result;
    wide.toUTF8String(result);
    return result;
}

bool applies(const store::Dismissal& dismissal, const std::string& plugin, const Finding& finding,
             const std::string& passage) {
    if (dismissal.plugin != plugin || dismissal.rule != finding.rule) return false;
    switch (dismissal.scope) {
        case store::DismissalScope::here:
            return dismissal.question == finding.question && dismissal.word == passage;
        case store::DismissalScope::rule:
            return true;
        case store::DismissalScope::word:
            return dismissal.word == passage;
    }
    return false;
}

const store::Dismissal* dismissal_of(const Judgements& judgements, const std::string& plugin, const Finding& finding,
                                     const Report& report) {
    // Nearly every finding has no dismissal of its rule: its passage is not worth folding
    const bool possible =
        std::any_of(judgements.dismissals.begin(), judgements.dismissals.end(),
                    [&](const store::Dismissal& d) { return d.plugin == plugin && d.rule == finding.rule; });
    if (!possible) return nullptr;
    const std::string passage = folded_passage(report, finding);
    const auto found = std::find_if(judgements.dismissals.begin(), judgements.dismissals.end(),
                                    [&](const store::Dismissal& d) { return applies(d, plugin, finding, passage); });
    return found == judgements.dismissals.end() ? nullptr : &*found;
}

DismissedFinding record_of(const std::string& plugin, Finding finding, const store::Dismissal& dismissal) {
    DismissedFinding record;
    record.plugin = plugin;
    record.finding = std::move(finding);
    record.dismissal = dismissal.id;
    record.waived = dismissal.kind == store::Dismissal::Kind::waived;
    record.scope = from_store(dismissal.scope);
    record.by = dismissal.user;
    record.at = dismissal.at;
    record.reason = dismissal.reason;
    record.appeal = dismissal.appeal_id;
    return record;
}

}  // namespace

std::string folded_passage(const Report& report, const Finding& finding) {
    if (finding.end <= finding.start) return {};
    const Answer* const answer = report.find(finding.question);
    if (answer == nullptr) return {};
    const std::optional<std::string>& text = answer->comment ? answer->comment : answer->value;
    return text ? folded(slice(*text, finding.start, finding.end)) : std::string{};
}

Standing standing(std::vector<Assessment> assessments, const Report& report, const Judgements& judgements) {
    Standing result;
    result.assessments = std::move(assessments);
    for (Assessment& assessment : result.assessments) {
        if (!judgements.dismissals.empty()) {
            std::vector<Finding> kept;
            double given_back = 0;
            for (Finding& finding : assessment.findings) {
                const store::Dismissal* const dismissal = dismissal_of(judgements, assessment.plugin, finding, report);
                if (dismissal == nullptr) {
                    kept.push_back(std::move(finding));
                    continue;
                }
                if (dismissal->kind == store::Dismissal::Kind::dismissed) given_back += finding.cost;
                result.dismissed.push_back(record_of(assessment.plugin, std::move(finding), *dismissal));
            }
            assessment.findings = std::move(kept);
            if (assessment.score && given_back > 0) assessment.score = std::min(5.0, *assessment.score + given_back);
        }
        for (const store::ScoreOverride& score : judgements.scores) {
            if (score.plugin != assessment.plugin) continue;
            assessment.state = AssessmentState::judged;
            assessment.score = score.score;
            assessment.reason = score.appeal_id != 0
                                    ? "Cette note a été corrigée après votre contestation."
                                    : "Cette note a été donnée par une personne de l'agence qui a lu le rapport.";
            result.overrides.push_back(
                {score.plugin, score.machine, score.score, score.user, score.at, score.reason, score.appeal_id});
        }
    }
    return result;
}

DismissalScope from_store(store::DismissalScope scope) {
    switch (scope) {
        case store::DismissalScope::rule:
            return DismissalScope::rule_in_programme;
        case store::DismissalScope::word:
            return DismissalScope::word_everywhere;
        case store::DismissalScope::here:
            break;
    }
    return DismissalScope::here;
}

store::DismissalScope to_store(DismissalScope scope) {
    switch (scope) {
        case DismissalScope::rule_in_programme:
            return store::DismissalScope::rule;
        case DismissalScope::word_everywhere:
            return store::DismissalScope::word;
        case DismissalScope::here:
            break;
    }
    return store::DismissalScope::here;
}

}  // namespace relis::review

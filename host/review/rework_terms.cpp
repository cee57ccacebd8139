#include "rework_terms.h"

#include <algorithm>

#include "french_text.h"
#include "label/blank.h"
#include "label/make_label.h"
#include "store_types.h"

namespace relis::review {

namespace {

store::Unanswered to_store(Unanswered unanswered) {
    switch (unanswered) {
        case Unanswered::reassign:
            return store::Unanswered::reassign;
        case Unanswered::rework:
            return store::Unanswered::rework;
        case Unanswered::none:
            break;
    }
    return store::Unanswered::none;
}

Unanswered from_store(store::Unanswered unanswered) {
    switch (unanswered) {
        case store::Unanswered::reassign:
            return Unanswered::reassign;
        case store::Unanswered::rework:
            return Unanswered::rework;
        case store::Unanswered::none:
            break;
    }
    return Unanswered::none;
}

ReworkReason from_store(const store::ReworkReason& stored) {
    ReworkReason reason;
    reason.kind = static_cast<ReworkReason::Kind>(stored.kind);
    reason.plugin = stored.plugin;
    reason.rule = stored.rule;
    reason.question = stored.question;
    if (stored.kind == store::ReworkReason::Kind::finding) {
        reason.start = stored.start;
        reason.end = stored.end;
    }
    reason.remark = stored.remark;
    reason.text = stored.text;
    return reason;
}
static_assert(static_cast<int>(ReworkReason::Kind::finding) == static_cast<int>(store::ReworkReason::Kind::finding) &&
              static_cast<int>(ReworkReason::Kind::remark) == static_cast<int>(store::ReworkReason::Kind::remark) &&
              static_cast<int>(ReworkReason::Kind::written) == static_cast<int>(store::ReworkReason::Kind::written));

/// The standing finding that a reason means, or null.
const Finding* finding_meant(const ReportDetails& details, const ReworkReason& reason) {
    const Assessment* const assessment = details.assessment(reason.plugin);
    if (assessment == nullptr) {
        return nullptr;
    }
    const auto found = std::ranges::find_if(assessment->findings, [&](const Finding& finding) {
        return finding.rule == reason.rule && finding.question == reason.question &&
               (!reason.start || finding.start == *reason.start) && (!reason.end || finding.end == *reason.end);
    });
    return found == assessment->findings.end() ? nullptr : &*found;
}

/// Makes a reason whole; why not, or empty texts.
Label settle(const ReportDetails& details, const std::vector<store::LibraryRemark>& library, const ReworkReason& asked,
             store::ReworkReason& reason) {
    reason.kind = static_cast<store::ReworkReason::Kind>(asked.kind);
    reason.question = asked.question;
    reason.text = asked.text;
    if (!asked.question.empty() && details.questionnaire.find(asked.question) == nullptr) {
        return make_label("le questionnaire n'a pas de question {}", "the questionnaire has no question {}",
                          asked.question);
    }
    if (asked.kind == ReworkReason::Kind::finding) {
        const Finding* const finding = finding_meant(details, asked);
        if (finding == nullptr) {
            return make_label("ce constat ({}/{}) n'est pas dans le rapport ; `relis show {}` les donne",
                              "the report has no finding {}/{} there; `relis show {}` lists those there are",
                              asked.plugin, asked.rule, details.report.report_id);
        }
        reason.plugin = asked.plugin;
        reason.rule = asked.rule;
        reason.start = finding->start;
        reason.end = finding->end;
        if (reason.text.empty()) {
            reason.text = finding->message;
        }
    }
    if (asked.kind == ReworkReason::Kind::remark) {
        const auto found = std::ranges::find_if(
            library, [&](const store::LibraryRemark& remark) { return remark.id == asked.remark; });
        if (found == library.end()) {
            return make_label("la bibliothèque n'a pas de remarque {} ; `relis rework remarks` les donne",
                              "the library has no remark {}; `relis rework remarks` lists those there are",
                              asked.remark);
        }
        reason.remark = asked.remark;
        if (reason.text.empty()) {
            reason.text = found->text;
        }
    }
    if (is_blank(reason.text)) {
        return {"une remarque est vide : écrivez ce que le client mystère doit préciser",
                "a reason is empty: write what the shopper is to answer"};
    }
    return {};
}

std::vector<ReworkReason> from_store(const std::vector<store::ReworkReason>& stored) {
    std::vector<ReworkReason> reasons;
    for (const store::ReworkReason& reason : stored) {
        reasons.push_back(from_store(reason));
    }
    return reasons;
}

}  // namespace

Moment default_reminder(const Moment& at, const Moment& due) {
    constexpr int parts = 4;
    return {due.utc - (due.utc - at.utc) / parts, due.offset};
}

std::string message_of_kept(const ReportDetails& details, const std::vector<store::ReworkReason>& reasons) {
    return rework_message(details, from_store(reasons));
}

std::string_view to_string(Unanswered unanswered) {
    return store::to_string(to_store(unanswered));
}

std::optional<Unanswered> unanswered_from(std::string_view name) {
    const auto unanswered = store::unanswered_from(name);
    return unanswered ? std::optional(from_store(*unanswered)) : std::nullopt;
}

std::string_view to_string(ReworkReason::Kind kind) {
    return store::to_string(static_cast<store::ReworkReason::Kind>(kind));
}

AskedRework from_store(const store::Rework& stored) {
    AskedRework rework;
    rework.report_id = stored.report_id;
    rework.revision = stored.revision;
    rework.shopper_id = stored.shopper_id;
    rework.shopper = stored.shopper;
    rework.site = stored.site;
    rework.by = stored.user;
    rework.asked_at = stored.asked_at;
    rework.due = stored.due;
    rework.reasons = from_store(stored.terms.reasons);
    rework.remind_at = stored.terms.remind_at;
    rework.reminded_by = stored.reminded_by;
    rework.reminded_at = stored.reminded_at;
    rework.unanswered = from_store(stored.terms.unanswered);
    rework.expired_at = stored.expired_at;
    return rework;
}

SettledTerms settle_terms(Workspace& workspace, const ReportDetails& details, const ReworkTerms& terms,
                          const Moment& at, const Moment& due) {
    SettledTerms settled;
    settled.terms.unanswered = to_store(terms.unanswered);
    const std::vector<store::LibraryRemark> library = store::list_remarks(workspace.database());
    for (const ReworkReason& asked : terms.reasons.empty() ? suggested_reasons(details) : terms.reasons) {
        store::ReworkReason reason;
        settled.refusal = settle(details, library, asked, reason);
        if (!settled.refusal.en.empty()) {
            return settled;
        }
        settled.terms.reasons.push_back(std::move(reason));
    }
    if (terms.remind) {
        settled.terms.remind_at = terms.remind_at.value_or(default_reminder(at, due));
        if (*settled.terms.remind_at <= at || *settled.terms.remind_at >= due) {
            settled.refusal = {"le rappel doit venir avant l'échéance et n'être pas déjà passé",
                               "the reminder is to come before the rework is due, and not to have passed already"};
        }
    }
    return settled;
}

void recommend_unanswered(const store::Rework& expired, Recommendation& recommendation) {
    // On one clock, the shopper's, though the agency's machine may have another
    const Moment asked{expired.asked_at.utc, expired.due.offset};
    const std::string passed = "La reprise demandée le " + french_moment(asked) +
                               " n'a pas été rendue à l'échéance, le " + french_moment(expired.due);
    std::string text;
    switch (expired.terms.unanswered) {
        case store::Unanswered::reassign:
            recommendation.decision = Decision::reassign;
            text = passed + " : la mission est à confier à une autre personne, comme convenu.";
            break;
        case store::Unanswered::rework:
            recommendation.decision = Decision::rework;
            text = passed + " : elle est à demander de nouveau, comme convenu.";
            break;
        case store::Unanswered::none:
            recommendation.decision.reset();
            text = passed + " : la décision vous revient.";
            break;
    }
    recommendation.reasons.insert(recommendation.reasons.begin(), Reason{std::move(text), {}, {}, {}});
}

}  // namespace relis::review

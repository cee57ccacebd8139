#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <relis/reliability.h>

#include "review/feedback_words.h"
#include "review/report_details.h"
#include "review/sheet.h"
#include "review/workspace.h"

namespace relis::review {

/// A place of a remark: the shopper's own words and what to write instead.
struct Passage {
    std::string question;  ///< label of the question; empty: the report as a whole
    std::string before;    ///< a few words before the quoted passage
    std::string quote;     ///< the passage itself; empty where the whole answer is meant
    std::string after;
    std::string message;     ///< French; the reason
    std::string correction;  ///< what to write in place of the quote; may be empty
    double cost = 0;
};

/// What was found, by rule: several faults of one rule are one remark.
struct Remark {
    std::string criterion;          ///< `Français`, `Détail`, `Réponses manquantes`, …
    std::string title;              ///< the rule in a few words; may be empty
    std::string question;           ///< what is asked of the shopper where the remark is a question and not a fault
    double cost = 0;                ///< points of the score that its passages took together
    bool light = false;             ///< only typography or style, and it cost nothing
    std::vector<Passage> passages;  ///< dearest first, at least one
};

/// What took points of a score.
struct Loss {
    std::string what;
    double points = 0;  ///< > 0
};

/// One criterion's score with what it is made of.
struct ShownScore {
    std::string name;
    std::optional<double> value;  ///< absent: not judged
    std::string reason;
    std::vector<Loss> losses;  ///< dearest first, in tenths; they add up to 5 less the value at one decimal. None where
                               ///< a person gave the score.
};

/// What was answered to an appeal of the shopper's.
struct AppealNote {
    std::string title;       ///< `Votre contestation de la note de français : retenue`
    std::string answer;      ///< the agency's words
    std::string correction;  ///< `Après votre contestation, votre note de français est de 4,5 ; elle était de 3,5.`
};

/// What a shopper receives for one decided revision, before it is laid out. All text French. It names nobody of the
/// agency and no other shopper.
struct Feedback {
    std::string report_id;
    int revision = 1;
    std::string shopper_id;
    std::string shopper_name;
    std::string programme_name;
    std::string site;
    std::string title;               ///< `Rapport accepté`, …
    std::string subject;             ///< of a mail
    std::string salutation;          ///< the agency's: `Bonjour Louise,`
    std::string signature;           ///< the agency's, with how to answer
    std::string greeting;            ///< with what opens the letter; empty where the reviewer wrote a whole letter
    std::string message;             ///< the reviewer's message
    std::string closing;             ///< the signature; without it where the reviewer signed himself
    std::vector<std::string> steps;  ///< what to do now, and until when
    std::optional<Moment> rework_due;
    std::vector<AppealNote> appeals;     ///< those answered, oldest first
    std::vector<ShownScore> scores;      ///< detail, then French
    std::vector<std::string> strengths;  ///< what was good: facts, a sentence each
    std::vector<Remark> remarks;         ///< what would raise the scores most first, light ones last
    std::vector<std::string> progress;   ///< against the shopper's last reports, a sentence each
    std::vector<std::string> advice;     ///< at most two
};

/// Which reports have feedback: a preview is what the shopper would receive if the report were decided now, without a
/// decision in it; it is for the agency's eyes.
enum class FeedbackScope { decided_only, with_previews };

/// What feedback says beside the report: the agency's words and the shopper's own missions before it.
struct FeedbackBackground {
    FeedbackWords words;
    std::vector<MissionRecord> history;  ///< latest closed first; more than is needed does no harm
};

/// The background of a report.
[[nodiscard]] FeedbackBackground feedback_background(Workspace& workspace, const ReportDetails& details,
                                                     FeedbackWords words = {});

/// The appeal that brought the report's decision down, where none was made since; else null. The report awaits a
/// decision, and its shopper has nothing to redo.
[[nodiscard]] const Appeal* fallen_by(const ReportDetails& details);

/// Composes the feedback of a report's last decision that stands, or of an appeal that brought it down. Nothing where
/// there is neither and no preview is asked for.
[[nodiscard]] std::optional<Feedback> compose_feedback(const ReportDetails& details,
                                                       FeedbackScope scope = FeedbackScope::decided_only,
                                                       const FeedbackBackground& background = {});

/// What was found in a report as remarks: what would raise the scores most first, light ones last; where a rework is
/// asked for, what keeps the report from being accepted before that. A finding that was not judged is none.
[[nodiscard]] std::vector<Remark> remarks_of(const ReportDetails& details, bool rework = false);

/// The feedback as a page.
[[nodiscard]] Sheet sheet_of(const Feedback& feedback);

/// Several reports of one shopper on one page, with what they have in common. REQUIRES: at least one.
[[nodiscard]] Sheet sheet_of(const std::vector<Feedback>& reports, const std::string& title);

}  // namespace relis::review

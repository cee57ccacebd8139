#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

namespace relis {

/// How a mission ended.
enum class Outcome {
    accepted,    ///< its report was accepted, perhaps after reworks
    reassigned,  ///< its report was refused and the mission given to somebody else
    cancelled,   ///< the shopper gave it back
    missed       ///< never done, nobody told
};

/// The stable name used in JSON and in the database.
constexpr std::string_view to_string(Outcome outcome) {
    switch (outcome) {
        case Outcome::accepted:
            return "accepted";
        case Outcome::reassigned:
            return "reassigned";
        case Outcome::cancelled:
            return "cancelled";
        case Outcome::missed:
            return "missed";
    }
    return "";
}

/// The outcome of that stable name, or nothing.
constexpr std::optional<Outcome> outcome_from(std::string_view name) {
    for (const Outcome outcome : {Outcome::accepted, Outcome::reassigned, Outcome::cancelled, Outcome::missed}) {
        if (to_string(outcome) == name) return outcome;
    }
    return std::nullopt;
}

/// One finished mission of a shopper.
struct MissionRecord {
    std::string mission_id;
    std::string programme;
    Outcome outcome = Outcome::accepted;
    Moment closed_at;
    std::optional<Moment> due_at;
    std::optional<Moment> submitted_at;  ///< of the first revision; absent where nothing was submitted
    int reworks = 0;                     ///< how often its report was sent back
    std::optional<double> detail;        ///< score of the last revision, 0–5
    std::optional<double> french;        ///< score of the last revision, 0–5
    int missing = 0;                     ///< missing answers of the first revision
    // What became of the reworks whose asking is on record; `reworks` alone tells of those before.
    int answered_reworks = 0;    ///< a further revision came in time
    int late_answers = 0;        ///< one came after the time given was over
    int unanswered_reworks = 0;  ///< none came
    bool operator==(const MissionRecord&) const = default;
};

/// What a person of the agency thinks of how a shopper dealt with it.
enum class NoteKind { positive, neutral, negative };

/// The stable name used in JSON and in the database.
constexpr std::string_view to_string(NoteKind kind) {
    switch (kind) {
        case NoteKind::positive:
            return "positive";
        case NoteKind::neutral:
            return "neutral";
        case NoteKind::negative:
            break;
    }
    return "negative";
}

/// The kind of that stable name, or nothing.
constexpr std::optional<NoteKind> note_kind_from(std::string_view name) {
    for (const NoteKind kind : {NoteKind::positive, NoteKind::neutral, NoteKind::negative}) {
        if (to_string(kind) == name) return kind;
    }
    return std::nullopt;
}

/// A note of a shopper's professionalism.
struct ConductNote {
    Moment at;
    NoteKind kind = NoteKind::neutral;
    std::string reason;
    bool operator==(const ConductNote&) const = default;
};

/// What a person confirmed of a report. A flag alone is never one.
enum class Misconduct {
    copying,       ///< it tells what another report told
    falsification  ///< what it tells did not happen
};

/// The stable name used in JSON and in the database.
constexpr std::string_view to_string(Misconduct kind) {
    return kind == Misconduct::copying ? "copying" : "falsification";
}

/// The kind of that stable name, or nothing.
constexpr std::optional<Misconduct> misconduct_from(std::string_view name) {
    for (const Misconduct kind : {Misconduct::copying, Misconduct::falsification}) {
        if (to_string(kind) == name) return kind;
    }
    return std::nullopt;
}

struct ConfirmedMisconduct {
    std::string report_id;
    Misconduct kind = Misconduct::copying;
    Moment at;  ///< when it was confirmed
    std::string reason;
    bool operator==(const ConfirmedMisconduct&) const = default;
};

/// All that a rating is made of, each list in any order.
struct ShopperHistory {
    std::vector<MissionRecord> missions;          ///< finished ones
    std::vector<ConductNote> notes;               ///< those that stand
    std::vector<ConfirmedMisconduct> misconduct;  ///< what stands
    bool operator==(const ShopperHistory&) const = default;
};

/// One component of a reliability rating.
struct ReliabilityComponent {
    std::string id;  ///< `punctuality`, `detail`, …
    Label label;
    std::optional<double> value;  ///< 0–5; absent where the history does not tell
    double weight = 0;            ///< share of the rating, the weights that count sum to 1
    Label explanation;            ///< what it rests on: `7 of 8 reports in time`
    bool operator==(const ReliabilityComponent&) const = default;
};

/// A shopper's reliability rating (cote de fiabilité).
struct Reliability {
    double value = 0;        ///< 0–5
    double uncertainty = 0;  ///< half width, in points, of the interval that holds the true value with 80 % probability
    bool newcomer = false;   ///< too few missions to tell: the value is mostly the prior
    std::vector<ReliabilityComponent> components;
    bool operator==(const Reliability&) const = default;
};

}  // namespace relis

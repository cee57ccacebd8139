#include "review/conduct.h"

#include <algorithm>

#include "criteria_in_force.h"
#include "json_values.h"
#include "review/shoppers.h"
#include "store/assignment.h"
#include "store/conduct.h"
#include "store/criteria.h"
#include "store_types.h"

namespace relis::review {

namespace {

ConductResult announced(Workspace& workspace, const store::ConductResult& result) {
    if (result.done) {
        workspace.changes().announce({Change::Kind::decided, {}});
    }
    return {result.done, result.id, result.refusal};
}

}  // namespace

ConductResult note_shopper(Workspace& workspace, const std::string& shopper_id, NoteKind kind,
                           const std::string& reason) {
    store::NoteRecord note;
    note.shopper_id = shopper_id;
    note.kind = kind;
    note.reason = reason;
    note.user = workspace.user();
    note.at = now();
    return announced(workspace, store::add_note(workspace.database(), note, reliability_rater(workspace)));
}

ConductResult take_back_note(Workspace& workspace, std::int64_t note) {
    return announced(workspace, store::take_back_note(workspace.database(), note, workspace.user(), now(),
                                                      reliability_rater(workspace)));
}

ConductResult confirm_misconduct(Workspace& workspace, const std::string& report_id, Misconduct kind,
                                 const std::string& reason) {
    store::MisconductRecord misconduct;
    misconduct.report_id = report_id;
    misconduct.kind = kind;
    misconduct.reason = reason;
    misconduct.user = workspace.user();
    misconduct.at = now();
    return announced(workspace,
                     store::confirm_misconduct(workspace.database(), misconduct, reliability_rater(workspace)));
}

ConductResult take_back_misconduct(Workspace& workspace, const std::string& report_id) {
    return announced(workspace, store::take_back_misconduct(workspace.database(), report_id, workspace.user(), now(),
                                                            reliability_rater(workspace)));
}

ShopperLog shopper_log(Workspace& workspace, const std::string& shopper_id, int most) {
    static_cast<void>(load_shopper(workspace, shopper_id));  // an unknown one is told as everywhere
    ShopperLog log;
    for (store::RatingCause& cause : store::rating_causes(workspace.database(), shopper_id, most)) {
        if (cause.action == "publish") {
            const auto set = store::load_criteria(workspace.database(), std::stoll(cause.subject));
            cause.subject = set ? std::to_string(set->version) : std::string();
        }
        log.ratings.push_back({cause.at, cause.value, cause.uncertainty, std::move(cause.action),
                               std::move(cause.subject), std::move(cause.user), std::move(cause.note)});
    }
    const std::vector<store::NoteRecord> entered = store::list_notes(workspace.database(), shopper_id);
    const std::size_t standing =
        static_cast<std::size_t>(std::ranges::count_if(entered, [](const auto& note) { return !note.ended_at; }));
    const store::ShopperProfile profile = store::load_profile(workspace.database(), shopper_id);
    for (std::size_t i = 0; i + standing < profile.notes.size(); ++i) {  // the roster's stand first
        const store::ProfessionalismNote& note = profile.notes[i];
        log.notes.push_back(
            {0, note.kind, note.reason, {}, parse_moment(note.on + "T12:00:00Z").value_or(Moment{}), true});
    }
    for (const store::NoteRecord& note : entered) {
        log.notes.push_back({note.id, note.kind, note.reason, note.user, note.at, !note.ended_at});
    }
    for (store::MisconductRecord& one : store::list_misconduct(workspace.database(), shopper_id)) {
        log.misconduct.push_back(
            {std::move(one.report_id), one.kind, std::move(one.reason), std::move(one.user), one.at, !one.ended_at});
    }
    return log;
}

std::string to_json(const ShopperLog& log) {
    Json ratings = Json::array();
    for (const RatingChange& change : log.ratings) {
        ratings.push_back({{"at", format_moment(change.at)},
                           {"value", change.value},
                           {"uncertainty", change.uncertainty},
                           {"action", change.action},
                           {"subject", change.subject},
                           {"by", change.user},
                           {"reason", change.reason}});
    }
    Json notes = Json::array();
    for (const EnteredNote& note : log.notes) {
        notes.push_back({{"note", note.id == 0 ? Json(nullptr) : Json(note.id)},
                         {"kind", to_string(note.kind)},
                         {"reason", note.reason},
                         {"by", note.user},
                         {"at", format_moment(note.at)},
                         {"stands", note.stands}});
    }
    Json misconduct = Json::array();
    for (const ConfirmedReport& one : log.misconduct) {
        misconduct.push_back({{"report_id", one.report_id},
                              {"kind", to_string(one.kind)},
                              {"reason", one.reason},
                              {"by", one.user},
                              {"at", format_moment(one.at)},
                              {"stands", one.stands}});
    }
    return line({{"ratings", ratings}, {"notes", notes}, {"misconduct", misconduct}});
}

}  // namespace relis::review

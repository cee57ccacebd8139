#include "review/shopper_file.h"

#include <algorithm>
#include <chrono>

#include "label/labelled_error.h"
#include "store/assignment.h"
#include "store/ratings.h"
#include "store/roster.h"
#include "store/shopper_standings.h"

namespace relis::review {

namespace {

ShopperNote::Kind kind_of(relis::NoteKind kind) {
    switch (kind) {
        case NoteKind::positive:
            return ShopperNote::Kind::positive;
        case NoteKind::negative:
            return ShopperNote::Kind::negative;
        case NoteKind::neutral:
            break;
    }
    return ShopperNote::Kind::neutral;
}

std::vector<RatingPoint> ratings_of(Workspace& workspace, const std::string& shopper_id) {
    std::vector<RatingPoint> ratings;
    store::PageRequest request;
    do {
        const store::Page<store::RatingRecord> page = store::list_ratings(workspace.database(), shopper_id, request);
        for (const store::RatingRecord& record : page.rows) {
            if (ratings.size() < ShopperFile::most_ratings) {
                ratings.push_back({record.at, record.reliability});
            }
        }
        request.after = page.next;
    } while (!request.after.empty() && ratings.size() < ShopperFile::most_ratings);
    std::ranges::reverse(ratings);
    return ratings;
}

/// Against the last rating that was another one.
std::vector<RatingMove> moves_of(const std::vector<RatingPoint>& ratings) {
    if (ratings.empty()) {
        return {};
    }
    const Reliability& present = ratings.back().reliability;
    const auto before = std::find_if(ratings.rbegin(), ratings.rend(),
                                     [&](const RatingPoint& point) { return point.reliability != present; });
    if (before == ratings.rend()) {
        return {};
    }
    std::vector<RatingMove> moves;
    for (const ReliabilityComponent& component : present.components) {
        const auto& earlier = before->reliability.components;
        const auto found = std::ranges::find(earlier, component.id, &ReliabilityComponent::id);
        moves.push_back(
            {component.id, component.label, found == earlier.end() ? std::nullopt : found->value, component.value});
    }
    return moves;
}

QueueQuery reports_of(const std::string& shopper_id) {
    QueueQuery query;
    query.open_only = false;
    query.shopper_id = shopper_id;
    query.sort = QueueColumn::submitted_at;
    query.descending = true;
    return query;
}

}  // namespace

Punctuality punctuality_of(const std::vector<MissionRecord>& history) {
    Punctuality result;
    double hours = 0;
    for (const MissionRecord& mission : history) {
        if (!mission.due_at || !mission.submitted_at) {
            continue;
        }
        if (mission.submitted_at->utc <= mission.due_at->utc) {
            ++result.on_time;
        } else {
            ++result.late;
            hours += std::chrono::duration<double, std::ratio<3600>>(mission.submitted_at->utc - mission.due_at->utc)
                         .count();
        }
    }
    if (result.late > 0) {
        result.mean_hours_late = hours / static_cast<double>(result.late);
    }
    return result;
}

ShopperFile load_shopper_file(Workspace& workspace, const std::string& shopper_id) {
    ShopperFile file;
    file.card = load_shopper(workspace, shopper_id);
    if (const auto shopper = store::load_shopper(workspace.database(), shopper_id)) {
        file.joined_on = shopper->joined_on;
        file.languages = shopper->languages;
    }
    for (const store::ShopperStanding& change : store::list_standings(workspace.database(), shopper_id)) {
        file.standings.insert(file.standings.begin(), {change.withdrawn, change.user, change.at, change.reason});
    }
    try {
        file.tier = tier_of(file.card.reliability, !file.standings.empty() && file.standings.front().withdrawn,
                            tier_rules(workspace));
    } catch (const LabelledError&) {
        file.tier.reset();  // without a reliability model the file is shown all the same
    }
    file.ratings = ratings_of(workspace, shopper_id);
    file.moves = moves_of(file.ratings);
    file.punctuality = punctuality_of(file.card.history);
    const store::ShopperProfile profile = store::load_profile(workspace.database(), shopper_id);
    for (const store::ProfessionalismNote& note : profile.notes) {
        file.notes.push_back({note.on, kind_of(note.kind), note.reason});
    }
    std::ranges::stable_sort(file.notes, std::ranges::greater{}, &ShopperNote::on);
    for (const store::Absence& absence : profile.absences) {
        file.absences.push_back({absence.from, absence.to});
    }
    file.reports = queue_page(workspace, reports_of(shopper_id), {}, ShopperFile::most_reports).rows;
    return file;
}

std::vector<ShopperReport> shopper_reports(Workspace& workspace, const std::string& shopper_id) {
    std::vector<ShopperReport> reports;
    std::string after;
    do {
        const QueuePage page = queue_page(workspace, reports_of(shopper_id), after);
        for (const QueueRow& row : page.rows) {
            reports.push_back({row.report_id, row.submitted_at, row.site});
        }
        after = page.next;
    } while (!after.empty());
    return reports;
}

}  // namespace relis::review

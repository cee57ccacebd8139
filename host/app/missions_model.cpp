#include "app/missions_model.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "label/blank.h"

namespace relis::app {

namespace {

bool can_be_given(const review::MissionCard& card) {
    return card.state == "reassigned" || card.state == "cancelled" || card.state == "missed";
}

class WorkspaceMissionsDesk final : public MissionsDesk {
  public:
    explicit WorkspaceMissionsDesk(review::Workspace& workspace) : workspace_(workspace) {}

    std::vector<review::WaitingMission> waiting() override { return review::missions_to_assign(workspace_); }
    OpenedMission open(const std::string& mission_id) override {
        OpenedMission opened;
        opened.card = review::load_mission(workspace_, mission_id);
        if (can_be_given(opened.card)) {
            opened.new_due = review::default_assignment_due(workspace_, mission_id);
            review::RankingOptions options;
            options.due_at = opened.new_due;  // as the assignment will see them
            review::Ranking ranking = review::rank_candidates(workspace_, mission_id, options);
            opened.candidates = std::move(ranking.candidates);
            std::ranges::move(ranking.excluded, std::back_inserter(opened.candidates));
        }
        return opened;
    }
    review::AssignResult assign(const review::AssignRequest& request) override {
        return review::assign_mission(workspace_, request);
    }
    review::MissionResult undo_assignment(const std::string& mission_id) override {
        return review::undo_assignment(workspace_, mission_id);
    }
    review::MissionResult cancel(const std::string& mission_id, const std::string& reason,
                                 const std::optional<Moment>& told_at) override {
        return review::cancel_mission(workspace_, mission_id, reason, told_at);
    }
    review::MissionResult miss(const std::string& mission_id, const std::string& reason) override {
        return review::declare_missed(workspace_, mission_id, reason);
    }
    review::MissionResult reopen(const std::string& mission_id) override {
        return review::reopen_mission(workspace_, mission_id);
    }

  private:
    review::Workspace& workspace_;
};

}  // namespace

std::unique_ptr<MissionsDesk> make_missions_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceMissionsDesk>(workspace);
}

void MissionsModel::fail(const Label& what) {
    error_ = what;
    notifier_.tell(News::failed);
}

void MissionsModel::refresh() {
    list_.ask(
        background_, [&desk = desk_](const std::stop_token&) { return desk.waiting(); },
        [this](std::vector<review::WaitingMission> waiting) {
            waiting_ = std::move(waiting);
            notifier_.tell(News::list);
            if (!opened_ && !opening_.waiting() && !waiting_.empty()) {
                open(waiting_.front().mission_id);
            }
        },
        [this](const Label& what) { fail(what); });
}

void MissionsModel::open(const std::string& mission_id) {
    if (work_.waiting()) {
        return;
    }
    opening_.ask(
        background_, [&desk = desk_, mission_id](const std::stop_token&) { return desk.open(mission_id); },
        [this](OpenedMission opened) {
            opened_ = std::move(opened);
            notifier_.tell(News::opened);
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::opening);
}

bool MissionsModel::may_end() const {
    return opened_ && opened_->card.state == "open";
}

bool MissionsModel::may_reopen() const {
    return opened_ && (opened_->card.state == "cancelled" || opened_->card.state == "missed");
}

bool MissionsModel::may_undo() const {
    return may_end() && std::ranges::any_of(opened_->card.assignments, [&](const review::GivenMission& given) {
               return given.stands && given.mission_id == opened_->card.mission_id;
           });
}

bool MissionsModel::lacks(const std::string& reason) {
    if (!is_blank(reason)) {
        return false;
    }
    fail({"Dites d'abord pourquoi : la raison reste au journal de la mission.",
          "Say why first: the reason stays in the mission's log."});
    return true;
}

void MissionsModel::done(const std::string& given) {
    given_ = given;
    notifier_.tell(News::done);
    open(mission_id());
    refresh();
}

void MissionsModel::assign(std::size_t candidate, const std::string& reason, const std::optional<Moment>& due_at) {
    if (working() || !opened_ || candidate >= opened_->candidates.size()) {
        return;
    }
    const review::MissionCandidate& chosen = opened_->candidates[candidate];
    review::AssignRequest request;
    request.mission_id = mission_id();
    request.shopper_id = chosen.shopper_id;
    request.due_at = due_at;
    if (!chosen.exclusions.empty()) {
        if (lacks(reason)) {
            return;
        }
        request.exception = reason;
    }
    work_.perform(
        background_, [&desk = desk_, request](const std::stop_token&) { return desk.assign(request); },
        [this](const review::AssignResult& result) {
            if (!result.done) {
                fail(result.refusal);
                return;
            }
            done(result.mission_id);
        },
        [this](const Label& what) { fail(what); });
}

template <class Work>
void MissionsModel::work(Work work) {
    if (working() || !opened_) {
        return;
    }
    work_.perform(
        background_, [work = std::move(work), id = mission_id()](const std::stop_token&) { return work(id); },
        [this](const review::MissionResult& result) {
            if (!result.done) {
                fail(result.refusal);
                return;
            }
            done({});
        },
        [this](const Label& what) { fail(what); });
}

void MissionsModel::cancel(const std::string& reason, const std::optional<Moment>& told_at) {
    if (!lacks(reason)) {
        work([&desk = desk_, reason, told_at](const std::string& id) { return desk.cancel(id, reason, told_at); });
    }
}

void MissionsModel::miss(const std::string& reason) {
    if (!lacks(reason)) {
        work([&desk = desk_, reason](const std::string& id) { return desk.miss(id, reason); });
    }
}

void MissionsModel::reopen() {
    work([&desk = desk_](const std::string& id) { return desk.reopen(id); });
}

void MissionsModel::undo_assignment() {
    work([&desk = desk_](const std::string& id) { return desk.undo_assignment(id); });
}

}  // namespace relis::app

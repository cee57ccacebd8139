#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/notifier.h"
#include "review/assignments.h"
#include "review/workspace.h"

namespace relis::app {

/// A mission, and who could take it.
struct OpenedMission {
    review::MissionCard card;
    std::optional<Moment> new_due;  ///< that somebody who gets it now would have; absent: it is not to be given
    std::vector<review::MissionCandidate> candidates;  ///< best first, then the excluded ones; empty: not to be given
};

/// What the window of missions asks of the review layer. May block: call it off the interface thread. Thread-safe.
/// Errors: std::runtime_error with a message for people.
class MissionsDesk {
  public:
    MissionsDesk() = default;
    MissionsDesk(const MissionsDesk&) = delete;
    MissionsDesk& operator=(const MissionsDesk&) = delete;
    virtual ~MissionsDesk() = default;

    [[nodiscard]] virtual std::vector<review::WaitingMission> waiting() = 0;
    [[nodiscard]] virtual OpenedMission open(const std::string& mission_id) = 0;
    [[nodiscard]] virtual review::AssignResult assign(const review::AssignRequest& request) = 0;
    [[nodiscard]] virtual review::MissionResult undo_assignment(const std::string& mission_id) = 0;
    [[nodiscard]] virtual review::MissionResult cancel(const std::string& mission_id, const std::string& reason,
                                                       const std::optional<Moment>& told_at) = 0;
    [[nodiscard]] virtual review::MissionResult miss(const std::string& mission_id, const std::string& reason) = 0;
    [[nodiscard]] virtual review::MissionResult reopen(const std::string& mission_id) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<MissionsDesk> make_missions_desk(review::Workspace& workspace);

/// Missions that nobody has, the one that lies open, and what is done with it. Lives on the interface thread; works off
/// it.
class MissionsModel {
  public:
    enum class News {
        list,     ///< waiting() is known anew
        opening,  ///< another mission is being looked for; what lies open stays until it is found
        opened,   ///< opened() is another one, or known anew
        done,     ///< what a person asked is kept; given() says what an assignment made
        failed    ///< see error()
    };

    /// `desk` and `background` outlive the model.
    MissionsModel(MissionsDesk& desk, Background& background) : desk_(desk), background_(background) {}

    /// Loads the list again, and opens the first mission where none is open.
    void refresh();
    /// What is due first first.
    [[nodiscard]] const std::vector<review::WaitingMission>& waiting() const { return waiting_; }

    /// What lies open stays where no such mission is found.
    void open(const std::string& mission_id);
    /// Null until the first one has been loaded.
    [[nodiscard]] const OpenedMission* opened() const { return opened_ ? &*opened_ : nullptr; }
    [[nodiscard]] std::string mission_id() const { return opened_ ? opened_->card.mission_id : std::string(); }

    /// What the open mission allows as it stands.
    [[nodiscard]] bool may_end() const;     ///< it is open: cancelled or missed
    [[nodiscard]] bool may_reopen() const;  ///< it was cancelled or missed
    [[nodiscard]] bool may_undo() const;    ///< it was given to its shopper from another one

    /// Gives the open mission to that candidate, due then (absent: OpenedMission::new_due). An excluded one needs a
    /// reason.
    void assign(std::size_t candidate, const std::string& reason, const std::optional<Moment>& due_at = {});
    /// Needs a reason, as does miss(). The shopper said so at that moment; absent: now.
    void cancel(const std::string& reason, const std::optional<Moment>& told_at = {});
    void miss(const std::string& reason);
    void reopen();
    void undo_assignment();
    [[nodiscard]] bool working() const { return work_.waiting() || opening_.waiting(); }
    /// The mission that the last assignment made; empty: the last thing done was another.
    [[nodiscard]] const std::string& given() const { return given_; }

    [[nodiscard]] const Label& error() const { return error_; }
    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    template <class Work>
    void work(Work work);
    bool lacks(const std::string& reason);
    void fail(const Label& what);
    void done(const std::string& given);

    MissionsDesk& desk_;
    Background& background_;
    std::vector<review::WaitingMission> waiting_;
    std::optional<OpenedMission> opened_;
    std::string given_;
    Label error_;
    Notifier<News> notifier_;
    Request list_;
    Request opening_;
    Request work_;
};

}  // namespace relis::app

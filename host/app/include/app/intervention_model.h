#pragma once

#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>
#include <relis/moment.h>

#include "app/background.h"
#include "app/drafts.h"
#include "app/notifier.h"
#include "app/report_desk.h"
#include "app/report_model.h"

namespace relis::app {

/// What somebody is about to do with a report beside deciding it, while it can still be edited.
struct InterventionDraft {
    std::string report_id;
    review::Intervention wanted;          ///< kind, reason, and of a hold until when
    std::string until_half_written;       ///< as it stands while it is no moment yet; else empty
    std::optional<Moment> proposed = {};  ///< of a hold: until when, where nobody writes another
    bool takes_back = false;              ///< what stands as a surplus visit is taken back, for that reason
};

/// Something that was done with a report beside deciding it.
struct DoneIntervention {
    std::string report_id;
    review::Intervention::Kind kind = review::Intervention::Kind::hold;
    std::optional<Moment> until;  ///< of a hold
    bool ended = false;           ///< it was taken back
};

/// Holding the report that lies open, withdrawing it, keeping it as a surplus visit, and taking that back. Lives on the
/// interface thread; works off it.
class InterventionModel {
  public:
    using Kind = review::Intervention::Kind;
    enum class News {
        changed,  ///< working began or ended
        draft,    ///< a draft was opened or closed
        done,     ///< see last()
        refused   ///< see refusal(); the draft stays
    };

    /// All outlive the model.
    InterventionModel(ReportDesk& desk, Background& background, ReportModel& report, Drafts& drafts);

    [[nodiscard]] bool busy() const { return request_.waiting(); }
    /// Whether it may be begun on the open report, and whether something stands on it that may be taken back.
    [[nodiscard]] bool can_begin(Kind kind) const;
    [[nodiscard]] bool can_end() const;

    /// Opens a draft, with what was typed before; a hold is at first until two days after `now`. On a report that is a
    /// surplus visit already, `surplus` opens the draft that takes it back.
    void begin(Kind kind, const Moment& now);
    [[nodiscard]] const std::optional<InterventionDraft>& draft() const { return draft_; }
    /// Keeps what was typed so far, on disk too, without news; nothing where there is neither a reason nor another
    /// moment than the proposed one.
    void edit(const review::Intervention& wanted, const std::string& until_half_written = {});
    /// Closes the draft; what was typed comes back with the next begin() on the same report, also after another start.
    void close_draft();
    /// Whether nothing lacks for confirm(): a reason, and of a hold a moment after `now`.
    [[nodiscard]] bool complete(const Moment& now) const;
    void confirm();
    /// Takes back what stands on the open report; of a surplus visit it opens a draft, since its shopper reads why.
    void end();

    /// REQUIRES: News::done was told.
    [[nodiscard]] const DoneIntervention& last() const { return last_; }
    /// Whether the last thing that was done can be taken back, nothing having been decided since.
    [[nodiscard]] bool can_undo() const { return undoable_ && !busy(); }
    void undo();
    /// Something was decided since.
    void forget() { undoable_ = false; }
    [[nodiscard]] const Label& refusal() const { return refusal_; }

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    void open_draft(const std::string& report_id, Kind kind, bool takes_back, const Moment& now);
    void end(const std::string& report_id, Kind kind, const std::string& reason = {});
    void answered(DoneIntervention done, const review::InterventionResult& result);
    void refuse(const Label& why);

    ReportDesk& desk_;
    Background& background_;
    ReportModel& report_;
    Drafts& drafts_;
    std::optional<InterventionDraft> draft_;
    DoneIntervention last_;
    bool undoable_ = false;
    Label refusal_;
    Notifier<News> notifier_;
    Request request_;
};

}  // namespace relis::app

#pragma once

#include <memory>
#include <span>
#include <string>

#include <relis/label.h>
#include <relis/moment.h>
#include <relis/reliability.h>
#include <relis/report.h>

#include "store/assignment.h"
#include "store/attachments.h"
#include "store/database.h"
#include "store/rejected.h"
#include "store/reports.h"
#include "store/roster.h"

namespace relis::store {

/// What adding a record did.
enum class Added {
    added,
    updated,    ///< roster records only: they follow the latest file
    unchanged,  ///< the same record was there already
    refused     ///< see AddResult::reason; nothing was written, the batch goes on
};

struct AddResult {
    Added outcome = Added::added;
    Label reason{};  ///< of a refusal: names the record and says why and what next
    bool operator==(const AddResult&) const = default;
};

/// The writer of intake: one transaction, usually one for a file. Nothing is kept unless commit() returns; the
/// destructor rolls back. Records that name something unknown (a report whose shopper or site is in no roster yet, a
/// questionnaire whose programme comes later) make a bare entry for it that the roster fills in later; only a report
/// with an unknown questionnaire is refused.
///
/// Thread safety: one thread at a time. It holds a connection, and on SQLite the write lock, until it ends.
class Batch {
  public:
    /// Starts the transaction. Throws Error locked where another writer does not finish in time.
    explicit Batch(Database& database);
    ~Batch();
    Batch(const Batch&) = delete;
    Batch& operator=(const Batch&) = delete;

    AddResult put_client(const Client& client);
    AddResult put_programme(const Programme& programme);
    AddResult put_site(const SiteRecord& site);
    AddResult put_shopper(const Shopper& shopper);
    /// What a shopper declared and where a site is; the shopper or site is there already (Throws Error not_found).
    AddResult put_profile(const std::string& shopper_id, const ShopperProfile& profile);
    AddResult put_site_place(const std::string& site_id, const SitePlace& place);
    /// Adds an open mission or follows its changes. A mission that was closed meanwhile stays as it is (unchanged).
    AddResult put_mission(const Mission& mission);
    /// Adds a finished mission of the shopper's history (`mission.outcome` and `closed_at` set). One that this
    /// database closed itself by a decision is left alone (unchanged).
    AddResult put_history(const Mission& mission);

    /// Adds a version of a questionnaire; the same key with other content is refused.
    AddResult add_questionnaire(const QuestionnaireRecord& questionnaire);

    /// Adds a revision of a report: its answers, attachments, full-text and near-duplicate index and queue row, and
    /// the event. `unchanged` when the same content is there already (compared by content_hash). Refused: the same id
    /// and revision with other content; an unknown questionnaire; a further revision of a report that is accepted or
    /// reassigned, that is not current + 1, or of another mission or shopper; text that is not valid UTF-8 or holds
    /// U+0000; an empty id. A report of a mission that is already over is taken: a person
    /// decides. `received_at` is when it came in, `source` the file it came from.
    AddResult add_report(const Report& report, const Moment& received_at, const std::string& source);

    /// Keeps what was found of the files of a revision's attachments, one for each in their order, in place of what was
    /// known before. True where that changed: an assessed report then awaits its assessment again, a decided one stays
    /// decided. Throws Error not_found for another number of files than the revision has attachments.
    bool put_attachment_files(const std::string& report_id, int revision, std::span<const AttachmentFileRecord> files,
                              const Moment& at);

    /// Whether the file of any attachment of the revision is not known to be readable.
    [[nodiscard]] bool lacks_attachment_files(const std::string& report_id, int revision);

    /// Keeps a record that could not be read for another try. Seen again (same file name, place and raw text), it
    /// counts one more try instead of a second row.
    void reject(const RejectedRecord& record);

    /// Forgets the rejected records of that file whose place is `place` (the record was read at last).
    void resolve_rejected(const std::string& file, const std::string& place);

    /// Makes everything since the start permanent and ends the batch; no further call is allowed. Throws Error (full,
    /// …), and then nothing was kept.
    void commit();

  private:
    class Implementation;
    std::unique_ptr<Implementation> implementation_;
};

}  // namespace relis::store

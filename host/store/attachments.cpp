#include "store/attachments.h"

#include <algorithm>
#include <array>
#include <bit>
#include <charconv>
#include <cstdint>
#include <optional>
#include <set>
#include <utility>

#include "attachment_index.h"
#include "database_implementation.h"
#include "events_writer.h"
#include "intervention_rows.h"
#include "label/make_label.h"
#include "store/states.h"

namespace relis::store {

namespace {

constexpr std::array<std::pair<FileState, std::string_view>, 4> state_names{{{FileState::unknown, "unknown"},
                                                                             {FileState::missing, "missing"},
                                                                             {FileState::unreadable, "unreadable"},
                                                                             {FileState::readable, "readable"}}};

constexpr std::size_t row_count = 16;
constexpr std::size_t digits_of_row = 4;
constexpr int candidates_of_row = 64;  // the latest ones
constexpr double most_that_differs = 0.1;

/// A picture's hash, a row of cells each.
using Edges = std::array<std::uint16_t, row_count>;

std::string name_of(FileState state) {
    const auto* const found =
        std::find_if(state_names.begin(), state_names.end(), [&](const auto& entry) { return entry.first == state; });
    return std::string(found == state_names.end() ? "unknown" : found->second);
}

FileState state_from(std::string_view name) {
    const auto* const found =
        std::find_if(state_names.begin(), state_names.end(), [&](const auto& entry) { return entry.second == name; });
    return found == state_names.end() ? FileState::unknown : found->first;
}

std::optional<Edges> edges_from(std::string_view hash) {
    if (hash.size() != row_count * digits_of_row) return std::nullopt;
    Edges edges{};
    for (std::size_t row = 0; row < row_count; ++row) {
        const char* const begin = hash.data() + row * digits_of_row;
        if (std::from_chars(begin, begin + digits_of_row, edges[row], 16).ptr != begin + digits_of_row) {
            return std::nullopt;
        }
    }
    return edges;
}

/// The keys under which a picture is found: each row with its number. A row without an edge tells nothing.
std::vector<std::int64_t> bands_of(const Edges& edges) {
    std::vector<std::int64_t> bands;
    for (std::size_t row = 0; row < row_count; ++row) {
        if (edges[row] != 0) bands.push_back(static_cast<std::int64_t>(row << 16U | edges[row]));
    }
    return bands;
}

bool look_alike(const Edges& a, const Edges& b) {
    int either = 0;
    int one_only = 0;
    for (std::size_t row = 0; row < row_count; ++row) {
        either += std::popcount(static_cast<std::uint16_t>(a[row] | b[row]));
        one_only += std::popcount(static_cast<std::uint16_t>(a[row] ^ b[row]));
    }
    return either > 0 && one_only <= most_that_differs * either;
}

AttachmentFileRecord record_of(Row& row) {
    return {state_from(row.text()), row.text(), row.text(), row.text()};
}

std::vector<AttachmentFileRecord> stored_files(Connection& c, const std::string& report_id, int revision) {
    return c.all("tttt",
                 "SELECT COALESCE(f.state, 'unknown'), COALESCE(f.media_type, ''), COALESCE(f.content_hash, ''), "
                 "COALESCE(f.picture_hash, '') FROM attachments a LEFT JOIN attachment_files f ON f.report_id = "
                 "a.report_id AND f.revision = a.revision AND f.position = a.position WHERE a.report_id = :id AND "
                 "a.revision = :revision ORDER BY a.position",
                 Arguments(report_id, revision), record_of);
}

const std::string select_twin =
    "SELECT f.report_id, p.shopper_id, a.file, f.picture_hash FROM attachment_files f JOIN attachments a ON "
    "a.report_id = f.report_id AND a.revision = f.revision AND a.position = f.position JOIN revisions r ON "
    "r.report_id = f.report_id AND r.revision = f.revision JOIN reports p ON p.id = f.report_id WHERE f.report_id <> "
    ":excluded AND COALESCE(r.submitted_at, r.received_at) < :before AND ";

/// Collects the reports that share a file, each once.
class Twins {
  public:
    Twins(Connection& connection, const std::string& report_id, const Moment& before, std::size_t limit)
        : connection_(connection), report_id_(report_id), before_(before), limit_(limit) {}

    std::vector<AttachmentTwin> of(const AttachmentFileRecord& file) {
        found_.clear();
        reports_.clear();
        if (!file.content_hash.empty()) same_content(file.content_hash);
        if (const auto edges = edges_from(file.picture_hash)) same_picture(*edges);
        return std::move(found_);
    }

  private:
    void add(AttachmentTwin twin) {
        if (found_.size() < limit_ && reports_.insert(twin.report_id).second) found_.push_back(std::move(twin));
    }

    void same_content(const std::string& hash) {
        connection_.each("tttt", select_twin + "f.content_hash = :hash ORDER BY f.id DESC LIMIT :most",
                         Arguments(report_id_, before_.utc.time_since_epoch().count(), hash, candidates_of_row),
                         [&](Row& row) {
                             add({row.text(), row.text(), row.text(), true});
                         });
    }

    void same_picture(const Edges& edges) {
        std::set<std::int64_t, std::greater<>> candidates;
        for (const std::int64_t band : bands_of(edges)) {
            connection_.each("i",
                             "SELECT file_id FROM picture_bands WHERE band = :band ORDER BY file_id DESC LIMIT :most",
                             Arguments(band, candidates_of_row), [&](Row& row) { candidates.insert(row.integer()); });
        }
        for (const std::int64_t id : candidates) {
            connection_.each("tttt", select_twin + "f.id = :id",
                             Arguments(report_id_, before_.utc.time_since_epoch().count(), id), [&](Row& row) {
                                 AttachmentTwin twin{row.text(), row.text(), row.text(), false};
                                 const auto other = edges_from(row.text());
                                 if (other && look_alike(edges, *other)) add(std::move(twin));
                             });
        }
    }

    Connection& connection_;
    const std::string& report_id_;
    Moment before_;
    std::size_t limit_;
    std::vector<AttachmentTwin> found_;
    std::set<std::string> reports_;
};

void forget_files(Connection& c, const std::string& report_id, int revision) {
    c.run(
        "DELETE FROM picture_bands WHERE file_id IN (SELECT id FROM attachment_files WHERE report_id = :id AND "
        "revision = :revision)",
        Arguments(report_id, revision));
    c.run("DELETE FROM attachment_files WHERE report_id = :id AND revision = :revision",
          Arguments(report_id, revision));
}

/// What was found without the files must be looked at again; a decision that was taken stands.
void await_assessment(Connection& c, const std::string& report_id, int revision, const Moment& at) {
    const std::string from(to_string(ReportState::assessed));
    const std::string to(to_string(*next_state(ReportState::assessed, Move::files)));
    const bool moved = c.run(
                           "UPDATE reports SET state = :to_state WHERE id = :id AND revision = :revision AND state = "
                           ":from_state",
                           Arguments(to, report_id, revision, from)) > 0;
    if (!moved) {
        come_back_unassessed(c, report_id);
        return;
    }
    c.run("UPDATE queue_entries SET state = :to_state WHERE report_id = :id", Arguments(to, report_id));
    write_event(c, {0, at, "relis import", "files", "report", report_id, revision, from, to, ""});
}

}  // namespace

bool put_attachment_files(Connection& c, const std::string& report_id, int revision,
                          std::span<const AttachmentFileRecord> files, const Moment& at) {
    const std::vector<AttachmentFileRecord> stored = stored_files(c, report_id, revision);
    if (stored.size() != files.size()) {
        throw Error(ErrorKind::not_found, make_label("Le rapport {} révision {} a {} pièces jointes, et non {}.",
                                                     "Report {} revision {} has {} attachments, not {}.", report_id,
                                                     revision, stored.size(), files.size()));
    }
    if (std::equal(stored.begin(), stored.end(), files.begin())) return false;
    forget_files(c, report_id, revision);
    for (std::size_t position = 0; position < files.size(); ++position) {
        const AttachmentFileRecord& file = files[position];
        const std::int64_t id = c.integer(
            "INSERT INTO attachment_files (report_id, revision, position, state, media_type, content_hash, "
            "picture_hash) VALUES (:report_id, :revision, :position, :state, :media_type, :content_hash, "
            ":picture_hash) RETURNING id",
            Arguments(report_id, revision, position, name_of(file.state), file.media_type, file.content_hash,
                      file.picture_hash));
        const auto edges = edges_from(file.picture_hash);
        if (!edges) continue;
        for (const std::int64_t band : bands_of(*edges)) {
            c.run("INSERT INTO picture_bands (band, file_id) VALUES (:band, :file)", Arguments(band, id));
        }
    }
    await_assessment(c, report_id, revision, at);
    return true;
}

bool lacks_attachment_files(Connection& c, const std::string& report_id, int revision) {
    const auto files = stored_files(c, report_id, revision);
    return std::any_of(files.begin(), files.end(),
                       [](const AttachmentFileRecord& file) { return file.state != FileState::readable; });
}

std::vector<AttachmentFacts> attachment_facts(Database& database, const std::string& report_id, int revision,
                                              const Moment& before, std::size_t limit) {
    return read_snapshot(database, [&](Connection& c) {
        Twins twins(c, report_id, before, limit);
        std::vector<AttachmentFacts> facts;
        for (const AttachmentFileRecord& file : stored_files(c, report_id, revision)) {
            facts.push_back({file.state, file.media_type, twins.of(file)});
        }
        return facts;
    });
}

}  // namespace relis::store

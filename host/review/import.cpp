#include "review/import.h"

#include <algorithm>
#include <map>
#include <memory>
#include <optional>
#include <sstream>
#include <stdexcept>
#include <utility>

#include <fmt/format.h>

#include "intake/attachments.h"
#include "intake/files.h"
#include "intake/json.h"
#include "intake/questionnaires.h"
#include "intake/reports.h"
#include "intake/roster.h"
#include "intake/rules.h"
#include "label/labelled_error.h"
#include "label/make_label.h"
#include "review/shoppers.h"
#include "roster_profiles.h"
#include "store/batch.h"
#include "store/rejected.h"
#include "store/reports.h"
#include "store_types.h"

namespace relis::review {

namespace {

using Days = std::chrono::days;

/// Thrown to leave a reader when somebody asked to stop.
struct Stopped {};

void shift(std::optional<Moment>& moment, Days by) {
    if (moment) moment->utc += by;
}

void shift(Report& report, Days by) {
    shift(report.visit_start, by);
    shift(report.visit_end, by);
    shift(report.due_at, by);
    shift(report.submitted_at, by);
}

std::string place_of(const intake::Place& place) {
    return fmt::format("record {}", place.index);
}

ImportProblem problem_of(const intake::Place& place, const std::string& report_id, const std::string& field,
                         const Label& reason, bool refused) {
    return {place.file, place.line, place.index, report_id, field, reason, refused};
}

/// Imports files one after the other.
class Importer {
  public:
    Importer(Workspace& workspace, const ImportOptions& options, const ProgressSink& progress, std::stop_token stop)
        : workspace_(workspace), options_(options), progress_(progress), stop_(std::move(stop)) {}

    ImportSummary import(const std::filesystem::path& path) {
        const std::vector<std::filesystem::path> files = intake::files_to_import(path);
        if (options_.shift_to_now) days_ = days_to_shift(files);
        for (const std::filesystem::path& file : files) {
            if (stop_.stop_requested()) break;
            import_file(file);
        }
        return std::move(summary_);
    }

    /// Reads one kept record again. True where it was taken in, or was there already.
    bool retry(const store::RejectedRecord& record) {
        const std::size_t refused_before = refused();
        store::Batch batch(workspace_.database());
        std::istringstream in(record.raw);
        bool read = false;
        intake::ReportHandler handler;
        handler.report = [&](intake::ReportRecord&& found) {
            read = true;
            add(batch, std::move(found), record.place);
        };
        handler.rejected = [&](intake::RejectedRecord&& found) {
            summary_.problems.push_back(problem_of(found.place, found.report_id, found.field, found.reason, true));
            store::RejectedRecord again = record;
            again.reason = found.reason;
            again.field = found.field;
            again.seen_at = now();
            batch.reject(again);
        };
        intake::read_reports(in, record.file, handler, read_options());
        const bool taken = read && refused() == refused_before;
        if (taken) batch.resolve_rejected(record.file, record.place);
        batch.commit();
        return taken;
    }

    [[nodiscard]] ImportSummary summary() const { return summary_; }

  private:
    void import_file(const std::filesystem::path& file) {
        switch (intake::identify(file)) {
            case intake::FileKind::questionnaire:
                return import_questionnaires(file);
            case intake::FileKind::roster:
                return import_roster(file);
            case intake::FileKind::reports:
                return import_reports(file);
            case intake::FileKind::unknown:
                break;
        }
        summary_.problems.push_back({file.string(),
                                     0,
                                     0,
                                     {},
                                     "format",
                                     {"ni rapports, ni questionnaire, ni fichier de base (clients, sites, clients "
                                      "mystères) : il faut au premier objet \"format\": \"relis.report/1\", "
                                      "\"relis.questionnaire/1\" ou \"relis.roster/1\"",
                                      "neither reports, nor a questionnaire, nor a roster: the first object needs "
                                      "\"format\": \"relis.report/1\", \"relis.questionnaire/1\" or "
                                      "\"relis.roster/1\""},
                                     true});
    }

    void import_questionnaires(const std::filesystem::path& file) {
        tell({"Lecture des questionnaires", "Reading questionnaires"}, file, 0, 0);
        intake::QuestionnaireFile read = intake::read_questionnaires(file);
        list_rejected(read.rejected);
        store::Batch batch(workspace_.database());
        for (const Questionnaire& questionnaire : read.questionnaires) {
            store::QuestionnaireRecord record;
            record.id = questionnaire.id;
            record.version = questionnaire.version;
            record.programme = questionnaire.programme;
            record.title = questionnaire.title;
            record.json = intake::to_json(questionnaire);
            if (count(batch.add_questionnaire(record), file, questionnaire.key())) ++summary_.questionnaires;
        }
        batch.commit();
    }

    void import_roster(const std::filesystem::path& file) {
        tell({"Lecture du fichier de l'agence", "Reading the roster"}, file, 0, 0);
        intake::RosterFile read = intake::read_roster(file);
        list_rejected(read.rejected);
        store::Batch batch(workspace_.database());
        const auto note = [&](const store::AddResult& result, const std::string& id) {
            if (count(result, file, id)) ++summary_.roster_entries;
        };
        for (const intake::RosterClient& client : read.roster.clients)
            note(batch.put_client({client.id, client.name}), client.id);
        for (const intake::RosterProgramme& p : read.roster.programmes) {
            note(batch.put_programme({p.id, p.client, p.name, p.questionnaire, p.locale, p.vocabulary}), p.id);
        }
        for (const intake::RosterSite& s : read.roster.sites) {
            const store::AddResult site = batch.put_site({s.id, s.programme, s.name, s.city, s.region});
            note(both(site, batch.put_site_place(s.id, site_place_of(s))), s.id);
        }
        for (const intake::RosterShopper& s : read.roster.shoppers) {
            store::Shopper shopper{s.id, s.name, s.email, s.city, s.region, s.languages, {}};
            if (s.joined_on) shopper.joined_on = date_text(*s.joined_on);
            const store::AddResult added = batch.put_shopper(shopper);
            note(both(added, batch.put_profile(s.id, profile_of(s, days_))), s.id);
        }
        for (const intake::RosterMission& m : read.roster.missions) {
            store::Mission mission;
            mission.id = m.id;
            mission.programme = m.programme;
            mission.site = m.site;
            mission.shopper_id = m.shopper_id;
            mission.assigned_at = m.assigned_at;
            mission.due_at = m.due_at;
            shift(mission.assigned_at, days_);
            shift(mission.due_at, days_);
            note(batch.put_mission(mission), m.id);
        }
        for (const intake::RosterHistory& h : read.roster.history)
            note(batch.put_history(mission_of(h)), h.record.mission_id);
        batch.commit();
    }

    [[nodiscard]] store::Mission mission_of(const intake::RosterHistory& history) const {
        store::Mission mission;
        mission.id = history.record.mission_id;
        mission.programme = history.record.programme;
        mission.site = history.site;
        mission.shopper_id = history.shopper_id;
        mission.due_at = history.record.due_at;
        mission.submitted_at = history.record.submitted_at;
        mission.outcome = history.record.outcome;
        mission.closed_at = history.record.closed_at;
        mission.reworks = history.record.reworks;
        mission.detail = history.record.detail;
        mission.french = history.record.french;
        mission.missing = history.record.missing;
        shift(mission.due_at, days_);
        shift(mission.submitted_at, days_);
        shift(mission.closed_at, days_);
        return mission;
    }

    void import_reports(const std::filesystem::path& file) {
        const ImportSummary before = summary_;
        store::Batch batch(workspace_.database());
        intake::ReportHandler handler;
        handler.report = [&](intake::ReportRecord&& record) {
            if (stop_.stop_requested()) throw Stopped{};
            const std::string place = place_of(record.place);
            add(batch, std::move(record), place);
        };
        handler.rejected = [&](intake::RejectedRecord&& record) {
            keep_aside(batch, record.place, record.report_id, record.field, record.reason, record.raw);
        };
        handler.progress = [&](const intake::Progress& progress) {
            if (stop_.stop_requested()) throw Stopped{};
            tell({"Lecture des rapports", "Reading reports"}, file, progress.bytes_read, progress.bytes_total);
        };
        try {
            intake::read_reports(file, handler, read_options());
        } catch (const Stopped&) {
            summary_ = before;
            return;  // the batch rolls back: a file is taken in whole or not at all
        }
        batch.commit();
    }

    void add(store::Batch& batch, intake::ReportRecord&& record, const std::string& place) {
        shift(record.report, days_);
        for (const intake::Problem& warning : record.warnings) {
            summary_.problems.push_back(
                problem_of(record.place, record.report.report_id, warning.field, warning.message, false));
        }
        const store::AddResult result = batch.add_report(record.report, now(), record.place.file);
        switch (result.outcome) {
            case store::Added::added:
            case store::Added::updated:
                ++summary_.reports_added;
                look_at_files(batch, record);
                batch.resolve_rejected(record.place.file, place);
                break;
            case store::Added::unchanged:
                // The files may have come after the report
                if (batch.lacks_attachment_files(record.report.report_id, record.report.revision) &&
                    look_at_files(batch, record)) {
                    ++summary_.reports_added;
                } else {
                    ++summary_.reports_unchanged;
                }
                break;
            case store::Added::refused:
                keep_aside(batch, record.place, record.report.report_id, {}, result.reason,
                           intake::to_json(record.report));
                break;
        }
    }

    /// Keeps what the report's attachments are found to hold; true where that is news.
    bool look_at_files(store::Batch& batch, const intake::ReportRecord& record) {
        if (record.report.attachments.empty()) return false;
        std::vector<store::AttachmentFileRecord> files;
        for (intake::AttachmentFile& file : attachments_.examine(record.report, record.place.file)) {
            files.push_back(
                {file.state, std::move(file.media_type), std::move(file.content_hash), std::move(file.picture_hash)});
        }
        return batch.put_attachment_files(record.report.report_id, record.report.revision, files, now());
    }

    void keep_aside(store::Batch& batch, const intake::Place& place, const std::string& report_id,
                    const std::string& field, const Label& reason, const std::string& raw) {
        summary_.problems.push_back(problem_of(place, report_id, field, reason, true));
        store::RejectedRecord kept;
        kept.file = place.file;
        kept.place = place_of(place);
        kept.record = report_id;
        kept.field = field;
        kept.reason = reason;
        kept.raw = raw;
        kept.seen_at = now();
        batch.reject(kept);
    }

    /// Lists a refusal; true where something was added or changed.
    bool count(const store::AddResult& result, const std::filesystem::path& file, const std::string& id) {
        if (result.outcome == store::Added::refused) {
            summary_.problems.push_back({file.string(), 0, 0, id, {}, result.reason, true});
        }
        return result.outcome == store::Added::added || result.outcome == store::Added::updated;
    }

    void list_rejected(const std::vector<intake::RejectedRecord>& rejected) {
        for (const intake::RejectedRecord& record : rejected) {
            summary_.problems.push_back(problem_of(record.place, record.report_id, record.field, record.reason, true));
        }
    }

    [[nodiscard]] std::size_t refused() const {
        return static_cast<std::size_t>(std::count_if(summary_.problems.begin(), summary_.problems.end(),
                                                      [](const ImportProblem& problem) { return problem.refused; }));
    }

    intake::ReadOptions read_options() {
        intake::ReadOptions options;
        options.time_zone = options_.time_zone;
        options.questionnaire = [this](std::string_view key) { return rules(std::string(key)); };
        return options;
    }

    std::shared_ptr<const intake::QuestionnaireRules> rules(const std::string& key) {
        const auto known = rules_.find(key);
        if (known != rules_.end()) return known->second;
        std::shared_ptr<const intake::QuestionnaireRules> made;
        if (const auto record = store::load_questionnaire(workspace_.database(), key)) {
            made = std::make_shared<const intake::QuestionnaireRules>(intake::questionnaire_from_json(record->json));
        }
        return rules_.emplace(key, made).first->second;
    }

    /// Whole days from the newest due time among the reports to the day from now on.
    Days days_to_shift(const std::vector<std::filesystem::path>& files) {
        std::optional<Moment> newest;
        std::optional<Days> as_before;
        intake::ReportHandler handler;
        handler.rejected = [](intake::RejectedRecord&&) {};  // told when the file is imported
        handler.report = [&](intake::ReportRecord&& record) {
            if (!record.report.due_at || as_before) return;
            if (!newest || *record.report.due_at > *newest) newest = record.report.due_at;
            const auto stored =
                store::load_report(workspace_.database(), record.report.report_id, record.report.revision);
            if (stored && stored->due_at)
                as_before = std::chrono::round<Days>(stored->due_at->utc - record.report.due_at->utc);
        };
        for (const std::filesystem::path& file : files) {
            if (intake::identify(file) == intake::FileKind::reports) intake::read_reports(file, handler);
        }
        if (as_before) return *as_before;
        return newest ? std::chrono::floor<Days>(now().utc - newest->utc) + Days{1} : Days{0};
    }

    void tell(const Label& step, const std::filesystem::path& file, std::uint64_t done, std::uint64_t total) const {
        if (progress_) progress_({make_label("{} : {}", "{}: {}", step, file.filename().string()), done, total});
    }

    Workspace& workspace_;
    const ImportOptions& options_;
    const ProgressSink& progress_;
    std::stop_token stop_;
    Days days_{0};
    ImportSummary summary_;
    std::map<std::string, std::shared_ptr<const intake::QuestionnaireRules>> rules_;
    intake::AttachmentReader attachments_;
};

}  // namespace

bool ImportSummary::anything_refused() const {
    return std::any_of(problems.begin(), problems.end(), [](const ImportProblem& problem) { return problem.refused; });
}

ImportSummary import_path(Workspace& workspace, const std::filesystem::path& path, const ImportOptions& options,
                          const ProgressSink& progress, std::stop_token stop) {
    Importer importer(workspace, options, progress, std::move(stop));
    ImportSummary summary = importer.import(path);
    if (summary.roster_entries > 0) rate_all_shoppers(workspace);
    if (summary.roster_entries + summary.reports_added > 0) workspace.changes().announce({Change::Kind::imported, {}});
    return summary;
}

ImportSummary retry_rejected(Workspace& workspace) {
    const ImportOptions options;
    const ProgressSink progress;
    Importer importer(workspace, options, progress, {});
    store::PageRequest request;
    do {
        const store::Page<store::RejectedRecord> page = store::list_rejected(workspace.database(), request);
        for (const store::RejectedRecord& record : page.rows) importer.retry(record);
        request.after = page.next;
    } while (!request.after.empty());
    ImportSummary summary = importer.summary();
    if (summary.reports_added > 0) workspace.changes().announce({Change::Kind::imported, {}});
    return summary;
}

}  // namespace relis::review

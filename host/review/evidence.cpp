#include "evidence.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include <fmt/format.h>

#include "label/make_label.h"
#include "pages.h"
#include "plugin/host.h"
#include "review/import.h"
#include "store/reports.h"
#include "temporary_folder.h"
#include "unknown.h"

namespace relis::review {

namespace fs = std::filesystem;

namespace {

std::vector<fs::path> entries_of(const fs::path& folder) {
    std::vector<fs::path> entries;
    for (const fs::directory_entry& entry : fs::directory_iterator(folder)) {
        if (!entry.path().filename().string().starts_with('.')) entries.push_back(entry.path());
    }
    std::sort(entries.begin(), entries.end());
    return entries;
}

std::set<std::string> report_ids(Workspace& workspace) {
    std::set<std::string> ids;
    for_each_row([&](const store::PageRequest& page) { return store::list_reports(workspace.database(), page); },
                 [&](const store::ReportStatus& status) { ids.insert(status.report_id); });
    return ids;
}

nlohmann::json parameters_of(const std::string& text) {
    if (text.empty()) return nlohmann::json::object();
    nlohmann::json json = nlohmann::json::parse(text, nullptr, false);
    if (!json.is_object()) {
        throw LabelledError(no_parameters());
    }
    return json;
}

std::string_view flag_of(Category category) {
    switch (category) {
        case Category::missing:
            return "missing";
        case Category::contradiction:
            return "contradictions";
        case Category::repetition:
            return "repeats";
        case Category::copied:
            return "copied";
        default:
            return {};
    }
}

}  // namespace

/// A folder's own database.
class Evidence::Temporary {
  public:
    Temporary(const WorkspaceOptions& program, const fs::path& folder)
        : workspace_({(place_.path() / "calibration.sqlite").string(), program.plugins, "calibrate"}),
          folder_(folder) {}

    [[nodiscard]] Workspace& workspace() { return workspace_; }
    /// Reports of the halves, by report.
    [[nodiscard]] const std::map<std::string, std::string>& halves() const { return halves_; }

    void import(const ProgressSink& progress, const std::stop_token& stop, std::vector<Label>& problems) {
        const std::set<std::string> before_halves{"questionnaires", "roster", "reports"};
        for (const std::string& name : before_halves) {
            if (fs::is_directory(folder_ / name)) take(folder_ / name, progress, stop, problems);
        }
        std::set<std::string> known = report_ids(workspace_);
        for (const fs::path& half : entries_of(folder_)) {
            const std::string name = half.filename().string();
            if (!fs::is_directory(half) || name == "grades" || before_halves.contains(name)) continue;
            take(half, progress, stop, problems);
            for (const std::string& id : report_ids(workspace_)) {
                if (known.insert(id).second) halves_.emplace(id, name);
            }
        }
    }

  private:
    void take(const fs::path& path, const ProgressSink& progress, const std::stop_token& stop,
              std::vector<Label>& problems) {
        const ImportSummary summary = import_path(workspace_, path, {}, progress, stop);
        for (const ImportProblem& problem : summary.problems) {
            if (!problem.refused) continue;
            const Label why =
                problem.field.empty() ? problem.reason : make_label("{} : {}", "{}: {}", problem.field, problem.reason);
            problems.push_back(
                make_label("{} : donnée {} : {}", "{}: record {}: {}", problem.file, problem.index, why));
        }
    }

    TemporaryFolder place_{"calibrate"};
    Workspace workspace_;
    fs::path folder_;
    std::map<std::string, std::string> halves_;
};

Evidence::Evidence(Workspace* workspace, const WorkspaceOptions& program, const CalibrateOptions& options,
                   const ProgressSink& progress, const std::stop_token& stop)
    : lender_(workspace), program_(program), parameters_(parameters_of(options.parameters)) {
    for (const fs::path& path : options.paths) {
        if (fs::is_directory(path)) {
            read_folder(path, progress, stop);
        } else {
            read_file(path);
        }
    }
}

Evidence::~Evidence() = default;

std::vector<const GradedCase*> Evidence::cases() const {
    std::vector<const GradedCase*> sorted;
    for (const GradedCase& one : cases_) sorted.push_back(&one);
    const auto place = [](const GradedCase* one) { return std::tie(one->key.report_id, one->key.revision); };
    std::stable_sort(sorted.begin(), sorted.end(), [&](const GradedCase* a, const GradedCase* b) {
        return a->half != b->half ? a->half > b->half : place(a) < place(b);
    });
    return sorted;
}

std::shared_ptr<Assessor> Evidence::assessor_on(Workspace& workspace) const {
    return std::make_shared<Assessor>(
        workspace,
        [this, &workspace](const std::string& programme) {
            Overrides overrides = lender_ == nullptr ? Overrides{} : published_overrides(*lender_, programme);
            overrides.programme.merge_patch(parameters_);
            return criteria_with(workspace, programme, overrides);
        },
        Voices::machine_alone);
}

void Evidence::read_folder(const fs::path& folder, const ProgressSink& progress, const std::stop_token& stop) {
    if (!fs::is_directory(folder / "grades")) {
        throw LabelledError(
            make_label("le dossier {} ne contient pas de dossier `grades` avec un fichier JSON Lines par passe ; voyez "
                       "data/calibration",
                       "the folder {} holds no `grades` folder with a JSON Lines file a pass; see data/calibration",
                       folder.string()));
    }
    auto& own = *temporary_.emplace_back(std::make_unique<Temporary>(program_, folder));
    own.import(progress, stop, problems_);
    for (const PluginStatus& plugin : own.workspace().plugin_status()) {
        // What a plugin does not find for not being there is no measure of it
        if (plugin.state != PluginStatus::State::loaded) {
            problems_.push_back(make_label("non mesuré : greffon {} : {}", "not measured: plugin {}: {}",
                                           plugin.path.string(), plugin.reason));
        }
    }
    if (lender_ != nullptr) {
        std::set<std::string, std::less<>> off;
        for (const plugin_host::PluginInfo& info : lender_->plugins().disabled()) off.insert(info.description.id);
        own.workspace().plugins().disable(std::move(off));
    }
    const std::shared_ptr<Assessor> assessor = assessor_on(own.workspace());
    for (const fs::path& file : entries_of(folder / "grades")) {
        if (file.extension() != ".jsonl") continue;
        for (Grade& grade : read_grades(file, [&](Label problem) { problems_.push_back(std::move(problem)); })) {
            const auto half = own.halves().find(grade.report_id);
            add(own.workspace(), assessor, half == own.halves().end() ? std::string{} : half->second, std::move(grade),
                0);
        }
    }
}

void Evidence::read_file(const fs::path& file) {
    if (lender_ == nullptr) {
        throw LabelledError(make_label(
            "les rapports que {} note sont dans une base : nommez-la avec --db PATH, ou donnez un dossier qui contient "
            "les "
            "deux",
            "the reports that {} grades are in a database: name it with --db PATH, or give a folder that holds both",
            file.string()));
    }
    if (stored_ == nullptr) stored_ = assessor_on(*lender_);
    for (Grade& grade : read_grades(file, [&](Label problem) { problems_.push_back(std::move(problem)); }))
        add(*lender_, stored_, {}, std::move(grade), 0);
}

void Evidence::add(Workspace& workspace, const std::shared_ptr<Assessor>& assessor, const std::string& half,
                   Grade grade, int revision) {
    const auto status = store::load_report_status(workspace.database(), grade.report_id);
    if (!status) {
        problems_.push_back(
            make_label("{} : il n'y a pas de rapport {}", "{}: no report {}", grade.place, grade.report_id));
        return;
    }
    const store::RevisionKey key{grade.report_id, revision == 0 ? status->revision : revision};
    const auto [place, is_new] = known_.try_emplace({&workspace, key.report_id, key.revision}, cases_.size());
    if (is_new) cases_.push_back({key, half, status->programme, &workspace, assessor, {}});
    cases_[place->second].grades.push_back(std::move(grade));
}

void Evidence::add_reviewers(Workspace& workspace, Grade grade, int revision) {
    if (stored_ == nullptr) stored_ = assessor_on(workspace);
    add(workspace, stored_, {}, std::move(grade), revision);
}

std::map<std::string, std::set<std::string>> flags_of(const std::vector<Assessment>& assessments) {
    std::map<std::string, std::set<std::string>> flags;
    for (const Assessment& assessment : assessments) {
        if (assessment.state == AssessmentState::failed) continue;
        for (const Finding& finding : assessment.findings) {
            const std::string_view flag = flag_of(finding.category);
            // A flag is a question's: a report without proof as a whole is the decision's matter
            if (!flag.empty() && !finding.question.empty()) flags[std::string(flag)].insert(finding.question);
        }
    }
    return flags;
}

View view_of(const std::vector<Assessment>& assessments, const Recommendation& recommendation) {
    View view;
    for (const Assessment& assessment : assessments) {
        if (assessment.state != AssessmentState::failed) view.scores.emplace(assessment.plugin, assessment.score);
    }
    view.flags = flags_of(assessments);
    view.decision = recommendation.decision ? std::string(to_string(*recommendation.decision)) : "none";
    return view;
}

}  // namespace relis::review

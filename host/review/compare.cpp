#include "review/compare.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <mutex>
#include <utility>

#include "assessor.h"
#include "label/make_label.h"
#include "pages.h"
#include "parallel.h"
#include "proposals.h"
#include "store/criteria.h"
#include "store/reports.h"
#include "store/roster.h"
#include "store_types.h"
#include "unknown.h"

namespace relis::review {

namespace {

std::map<std::string, std::optional<double>> scores_of(const Assessor::Result& result) {
    std::map<std::string, std::optional<double>> scores;
    for (const Assessment& assessment : result.standing) {
        if (assessment.score) scores.emplace(assessment.plugin, assessment.score);
    }
    return scores;
}

std::string name_of(const std::optional<Decision>& decision) {
    return decision ? std::string(to_string(*decision)) : "none";
}

/// Counts what changes; one thread at a time.
class Tally {
  public:
    explicit Tally(std::size_t list) : list_(list) {}

    void add(const Assessor::Result& before, const Assessor::Result& after) {
        ++result_.reports;
        ReportChange change;
        change.report_id = before.revision.report_id;
        change.programme = before.programme;
        change.state = from_store(before.state);
        change.recommendation = {before.revision.recommendation.decision, after.revision.recommendation.decision};
        ++result_.recommendations[name_of(change.recommendation.before)][name_of(change.recommendation.after)];
        add_scores(scores_of(before), scores_of(after), change);
        if (change.scores.empty() && !change.recommendation.changed()) return;
        ++result_.changed;
        if (change.recommendation.changed() && !after.revision.recommendation.reasons.empty())
            change.reason = after.revision.recommendation.reasons.front().text;
        (change.recommendation.changed() ? otherwise_ : regraded_).push_back(std::move(change));
        keep_short(otherwise_);
        keep_short(regraded_);
    }

    void problem(Label line) { result_.problems.push_back(std::move(line)); }

    CriteriaComparison finish() {
        for (auto& [criterion, shift] : result_.scores) {
            const std::size_t both = both_judged_[criterion];
            if (both > 0) shift.mean_change /= static_cast<double>(both);
        }
        for (std::vector<ReportChange>* const changes : {&otherwise_, &regraded_}) {
            std::sort(changes->begin(), changes->end(),
                      [](const ReportChange& a, const ReportChange& b) { return a.report_id < b.report_id; });
            for (ReportChange& change : *changes) {
                if (result_.changes.size() < list_) result_.changes.push_back(std::move(change));
            }
        }
        return std::move(result_);
    }

  private:
    void add_scores(const std::map<std::string, std::optional<double>>& before,
                    std::map<std::string, std::optional<double>> after, ReportChange& change) {
        for (const auto& [criterion, score] : before) {
            const auto other = after.find(criterion);
            add_score(criterion, score, other == after.end() ? std::nullopt : other->second, change);
            if (other != after.end()) after.erase(other);
        }
        for (const auto& [criterion, score] : after) add_score(criterion, std::nullopt, score, change);
    }

    void add_score(const std::string& criterion, std::optional<double> before, std::optional<double> after,
                   ReportChange& change) {
        ScoreShift& shift = result_.scores[criterion];
        if (before && after) {
            ++both_judged_[criterion];
            shift.mean_change += *after - *before;
            ++shift.by_quarter[static_cast<int>(std::lround(4 * (*after - *before)))];
        }
        if (before == after) return;
        change.scores[criterion] = {before, after};
        if (!before || !after) {
            ++shift.judged_otherwise;
        } else {
            ++(*after > *before ? shift.raised : shift.lowered);
        }
    }

    /// Threads finish in any order: twice the list is kept, and the first by id of it.
    void keep_short(std::vector<ReportChange>& changes) const {
        if (changes.size() < 2 * list_ + 100) return;
        const auto by_id = [](const ReportChange& a, const ReportChange& b) { return a.report_id < b.report_id; };
        std::nth_element(changes.begin(), changes.begin() + static_cast<std::ptrdiff_t>(list_), changes.end(), by_id);
        changes.resize(list_);
    }

    std::size_t list_;
    CriteriaComparison result_;
    std::vector<ReportChange> otherwise_;
    std::vector<ReportChange> regraded_;
    std::map<std::string, std::size_t> both_judged_;
};

std::vector<std::string> programmes_of(Workspace& workspace, const store::CriteriaSet& set) {
    if (!set.programme.empty()) return {set.programme};
    std::vector<std::string> programmes;
    for_each_row([&](const store::PageRequest& page) { return store::list_programmes(workspace.database(), page); },
                 [&](const store::Programme& programme) { programmes.push_back(programme.id); });
    return programmes;
}

/// The reports that were named.
struct Chosen {
    std::vector<store::RevisionKey> keys;
    std::vector<Label> problems;
};

Chosen chosen_reports(Workspace& workspace, const std::vector<std::string>& ids,
                      const std::vector<std::string>& programmes) {
    Chosen chosen;
    for (const std::string& id : ids) {
        const auto status = store::load_report_status(workspace.database(), id);
        if (!status) {
            chosen.problems.push_back(make_label("il n'y a pas de rapport {}", "there is no report {}", id));
        } else if (std::find(programmes.begin(), programmes.end(), status->programme) == programmes.end()) {
            chosen.problems.push_back(make_label("{} est d'un autre programme : {}", "{} is of another programme: {}",
                                                 id, status->programme));
        } else {
            chosen.keys.push_back({id, status->revision});
        }
    }
    return chosen;
}

/// One of so many, so that about `sample` of `total` are taken, spread evenly.
class EvenSample {
  public:
    EvenSample(std::uint64_t total, std::size_t sample) : total_(total), sample_(sample) {}
    bool take() {
        if (sample_ == 0 || sample_ >= total_) return true;
        carried_ += sample_;
        if (carried_ < total_) return false;
        carried_ -= total_;
        return true;
    }

  private:
    std::uint64_t total_;
    std::uint64_t sample_;
    std::uint64_t carried_ = 0;
};

}  // namespace

CriteriaComparison compare_criteria(Workspace& workspace, const CompareOptions& options, const ProgressSink& progress,
                                    const std::stop_token& stop) {
    store::Database& database = workspace.database();
    const std::optional<store::CriteriaSet> set = options.proposal
                                                      ? std::optional(set_of(*options.proposal))
                                                      : store::load_criteria(database, options.criteria_set);
    if (!set) {
        throw LabelledError(no_criteria_set(options.criteria_set));
    }
    Assessor before(workspace);
    Assessor after(workspace, [&](const std::string& programme) {
        return criteria_with(workspace, programme, published_overrides(workspace, programme, &*set));
    });
    const store::ReportsOf which = options.decided_too ? store::ReportsOf::all : store::ReportsOf::waiting;
    const std::vector<std::string> programmes = programmes_of(workspace, *set);
    const Chosen chosen = chosen_reports(workspace, options.reports, programmes);
    std::uint64_t total = 0;
    for (const std::string& programme : programmes) {
        (void)after.criteria(programme);  // what does not fit is told before any report is read
        total += static_cast<std::uint64_t>(store::count_programme_reports(database, programme, which));
    }
    std::uint64_t wanted = options.sample == 0 ? total : std::min<std::uint64_t>(options.sample, total);
    if (!options.reports.empty()) wanted = chosen.keys.size();

    Tally tally(options.list);
    EvenSample sample(total, options.sample);
    std::mutex mutex;
    std::uint64_t done = 0;
    const auto compare_all = [&](const std::vector<store::RevisionKey>& keys) {
        for_each_parallel(keys.size(), stop, [&](std::size_t i) {
            try {
                const Assessor::Result old = before.assess(keys[i]);
                const Assessor::Result other = after.assess(keys[i]);
                const std::lock_guard lock(mutex);
                tally.add(old, other);
                ++done;
                if (progress) progress({{"Comparaison des critères", "Comparing criteria"}, done, wanted});
            } catch (const std::exception& error) {
                const std::lock_guard lock(mutex);
                tally.problem(make_label("{} : {}", "{}: {}", keys[i].report_id, message_of(error)));
            }
        });
    };
    for (const Label& problem : chosen.problems) tally.problem(problem);
    if (!options.reports.empty()) compare_all(chosen.keys);
    for (const std::string& programme : options.reports.empty() ? programmes : std::vector<std::string>{}) {
        store::PageRequest request;
        request.limit = 200;
        do {
            const auto page = store::programme_reports(database, programme, request, which);
            std::vector<store::RevisionKey> keys;
            std::copy_if(page.rows.begin(), page.rows.end(), std::back_inserter(keys),
                         [&](const store::RevisionKey&) { return sample.take(); });
            compare_all(keys);
            request.after = page.next;
        } while (!request.after.empty() && !stop.stop_requested());
    }
    CriteriaComparison result = tally.finish();
    result.complete = !stop.stop_requested();
    return result;
}

}  // namespace relis::review

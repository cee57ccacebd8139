#pragma once

#include <chrono>
#include <cstddef>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <relis/assessment.h>
#include <relis/decision.h>
#include <relis/label.h>
#include <relis/plugin.h>
#include <relis/reliability.h>
#include <relis/report.h>

#include "plugin/load_guard.h"
#include "plugin/report_context.h"

namespace relis::plugin_host {

/// A loaded plugin.
struct PluginInfo {
    std::filesystem::path path;
    PluginDescription description;
};

/// A file or a folder that gave no plugin.
struct RefusedPlugin {
    std::filesystem::path path;
    Label reason;                   ///< one line that says what is wrong and, where it can, what to do
    bool marked_as_failed = false;  ///< skipped since an earlier start did not survive loading it; see retry
};

/// Where the plugins of this program are: `../plugins` beside the program's folder (a build tree), or else the folder
/// of the installation; then the folders that the environment variable RELIS_PLUGIN_PATH names, separated by colons.
/// The earlier folder wins where two plugins have one id. Not to be called while another thread changes the
/// environment.
[[nodiscard]] std::vector<std::filesystem::path> default_plugin_folders();

/// The folder `share/relis` of this program's build tree or installation.
[[nodiscard]] std::filesystem::path default_resource_folder();

struct HostOptions {
    std::vector<std::filesystem::path> folders = default_plugin_folders();
    std::filesystem::path resources = default_resource_folder();
    /// How long one call may take, from the moment it begins to run (waiting for a free thread is not counted).
    std::chrono::milliseconds time_budget{30'000};
    /// Threads that run plugin calls; 0: as many as the machine has, at least two.
    std::size_t threads = 0;
    /// The modules to load, by the names of their files without ending; empty: all that the folders hold.
    std::set<std::string, std::less<>> modules = {};
};

/// What a report is assessed with: parameters by plugin id. A plugin without an entry gets its defaults.
using CriteriaParameters = std::map<std::string, std::shared_ptr<const Parameters>, std::less<>>;

/// A shopper's rating, or why there is none.
struct ReliabilityResult {
    std::optional<Reliability> reliability;
    std::string failure;  ///< French, names the plugin; empty when there is a rating
};

/// Finds, checks, loads and calls plugins. What goes wrong in a plugin ends here: at loading as a RefusedPlugin, in a
/// call as a failed result that names the plugin; no exception of a plugin leaves this class.
///
/// Thread safety: after construction every function may be called from several threads at once. Calls block their
/// caller and run on the host's own threads, at most HostOptions::threads at a time, each plugin and each report
/// beside the others. The destructor must not run before the last call has returned.
///
/// Time: when a call's budget is spent, Context::stop_requested becomes true and the caller gets a failed result. The
/// overrunning thread is replaced and left to end by itself, even beyond the host's life; all that it uses (plugin,
/// report, context, parameters) lives until then, which is why they are shared. While such calls remain, the plugin is
/// not called again: its results are failed at once and say so.
///
/// A result is checked before it is handed out (scores finite and within 0–5, findings within their text, known
/// questions and categories, no cost from an inspection, texts valid UTF-8); one that does not pass is a failed result.
class PluginHost {
  public:
    /// Loads every `*.so` of the folders, in the order of folders and of names. SDK version and ABI tag are compared
    /// before any function of the plugin is called. Refused plugins are listed and the rest goes on.
    ///
    /// `guard` may be null; otherwise it is used here and by retry only, and must outlive the host. Throws what the
    /// guard throws, and std::system_error where no thread can be started.
    explicit PluginHost(HostOptions options = {}, LoadGuard* guard = nullptr);
    ~PluginHost();
    PluginHost(const PluginHost&) = delete;
    PluginHost& operator=(const PluginHost&) = delete;

    /// The loaded plugins, in the order of their ids.
    [[nodiscard]] std::vector<PluginInfo> plugins() const;

    /// The loaded plugins of one role, in the order of their ids.
    [[nodiscard]] std::vector<PluginInfo> plugins(Role role) const;

    /// The loaded plugin of that id, or nothing.
    [[nodiscard]] std::optional<PluginInfo> find(std::string_view id) const;

    /// What was refused, and the folders named that could not be read, in the order met.
    [[nodiscard]] std::vector<RefusedPlugin> refused() const;

    /// Switches loaded plugins off, those of these ids and no others: they are neither listed nor called, and a call by
    /// name answers as if they were not loaded. Ids of no plugin are kept for one that is loaded later.
    void disable(std::set<std::string, std::less<>> ids);

    /// The loaded plugins that are switched off, in the order of their ids.
    [[nodiscard]] std::vector<PluginInfo> disabled() const;

    /// Loads a plugin in spite of the guard's mark, on a person's demand. The mark is set again before and removed
    /// after. Returns nothing when the plugin is loaded now, or why it is refused; refused() tells the same. A plugin
    /// that is loaded already stays as it is. Throws what the guard throws.
    std::optional<RefusedPlugin> retry(const std::filesystem::path& path);

    /// One criterion's or inspection's result. Failed when no such plugin is loaded. `report`, `context` and
    /// `parameters` must not be null; `parameters` come from validate or parameters_from_json (plugin/parameters.h).
    /// Throws std::invalid_argument where the plugin has neither role or a pointer is null.
    [[nodiscard]] Assessment assess(std::string_view plugin, const std::shared_ptr<const Report>& report,
                                    const std::shared_ptr<const ReportContext>& context,
                                    const std::shared_ptr<const Parameters>& parameters) const;

    /// The results of all criteria and inspections, run beside each other, in the order of their ids. A plugin id of
    /// `parameters` that is not loaded gives a failed assessment unless a loaded plugin of another role has it.
    /// Throws std::invalid_argument where a pointer is null.
    [[nodiscard]] std::vector<Assessment> assess_all(const std::shared_ptr<const Report>& report,
                                                     const std::shared_ptr<const ReportContext>& context,
                                                     const CriteriaParameters& parameters) const;

    /// A decision policy's recommendation. When the call fails or no such plugin is loaded, the decision is absent and
    /// one reason says why, in French. Throws std::invalid_argument where the plugin has another role or a pointer is
    /// null.
    [[nodiscard]] Recommendation recommend(std::string_view plugin,
                                           const std::shared_ptr<const ReviewCase>& review_case,
                                           const std::shared_ptr<const ReportContext>& context,
                                           const std::shared_ptr<const Parameters>& parameters) const;

    /// A reliability model's rating of a shopper at the time `now`. Throws std::invalid_argument where the plugin has
    /// another role or a pointer is null.
    [[nodiscard]] ReliabilityResult rate(std::string_view plugin,
                                         const std::shared_ptr<const ShopperHistory>& history,
                                         const Moment& now, const std::shared_ptr<const Parameters>& parameters) const;

  private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace relis::plugin_host

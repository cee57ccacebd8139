#include "app/plugins_model.h"

#include <algorithm>
#include <utility>

namespace relis::app {

namespace {

using State = PluginEntry::State;

class WorkspacePluginsDesk final : public PluginsDesk {
  public:
    explicit WorkspacePluginsDesk(review::Workspace& workspace) : workspace_(workspace) {}
    std::vector<PluginEntry> plugins() override {
        std::vector<PluginEntry> entries;
        for (review::DisabledPlugin& off : review::disabled_plugins(workspace_)) {
            entries.push_back({State::off, std::move(off.plugin), off.by, off.at, {off.reason, off.reason}});
        }
        for (review::PluginStatus& status : workspace_.plugin_status()) {
            const State state = status.state == review::PluginStatus::State::loaded    ? State::works
                                : status.state == review::PluginStatus::State::refused ? State::refused
                                                                                       : State::skipped;
            const Label reason = status.reason;
            entries.push_back({state, std::move(status), {}, {}, reason});
        }
        for (const std::string& id : review::absent_plugins(workspace_)) {
            PluginEntry entry;
            entry.state = State::absent;
            entry.status.id = id;
            entries.push_back(std::move(entry));
        }
        return entries;
    }
    void disable(const std::string& id, const std::string& reason) override {
        review::disable_plugin(workspace_, id, reason);
    }
    void enable(const std::string& id) override { review::enable_plugin(workspace_, id); }
    std::optional<Label> retry(const std::filesystem::path& path) override { return workspace_.retry_plugin(path); }

  private:
    review::Workspace& workspace_;
};

}  // namespace

std::unique_ptr<PluginsDesk> make_plugins_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspacePluginsDesk>(workspace);
}

void PluginsModel::refresh() {
    list_.ask(
        background_, [&desk = desk_](const std::stop_token&) { return desk.plugins(); },
        [this](std::vector<PluginEntry> plugins) {
            plugins_ = std::move(plugins);
            std::stable_sort(plugins_.begin(), plugins_.end(), [](const auto& a, const auto& b) {
                return a.status.id.empty() != b.status.id.empty() ? b.status.id.empty() : a.status.id < b.status.id;
            });
            notifier_.tell(News::plugins);
        },
        [this](const Label& what) {
            error_ = what;
            notifier_.tell(News::failed);
        });
}

bool PluginsModel::stands(std::size_t row, State state) const {
    return row < plugins_.size() && plugins_[row].state == state && !working();
}
bool PluginsModel::can_disable(std::size_t row) const {
    return stands(row, State::works) || stands(row, State::absent);
}
bool PluginsModel::can_enable(std::size_t row) const {
    return stands(row, State::off);
}
bool PluginsModel::can_retry(std::size_t row) const {
    return stands(row, State::skipped) || stands(row, State::refused);
}

template <class Work>
void PluginsModel::work(Work work) {
    work_.perform(
        background_, [work = std::move(work)](const std::stop_token&) { return std::optional<Label>(work()); },
        [this](const std::optional<Label>& refusal) {
            error_ = refusal.value_or(Label{});
            notifier_.tell(refusal ? News::failed : News::switched);
            refresh();
        },
        [this](const Label& what) {
            error_ = what;
            notifier_.tell(News::failed);
        });
    notifier_.tell(News::working);
}

void PluginsModel::disable(std::size_t row, const std::string& reason) {
    if (!can_disable(row)) return;
    work([&desk = desk_, id = plugins_[row].status.id, reason] {
        desk.disable(id, reason);
        return std::nullopt;
    });
}

void PluginsModel::enable(std::size_t row) {
    if (!can_enable(row)) return;
    work([&desk = desk_, id = plugins_[row].status.id] {
        desk.enable(id);
        return std::nullopt;
    });
}

void PluginsModel::retry(std::size_t row) {
    if (!can_retry(row)) return;
    work([&desk = desk_, path = plugins_[row].status.path] { return desk.retry(path); });
}

}  // namespace relis::app

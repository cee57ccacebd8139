#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/notifier.h"
#include "app/plugins_desk.h"

namespace relis::app {

/// The plugins as they were found, and switching them off and on. Lives on the interface thread.
class PluginsModel {
  public:
    enum class News {
        plugins,  ///< plugins() is known anew
        working,
        switched,  ///< one was switched or loaded: reports are to be rated anew
        failed     ///< see error()
    };

    /// `desk` and `background` outlive the model.
    PluginsModel(PluginsDesk& desk, Background& background) : desk_(desk), background_(background) {}

    void refresh();
    /// By id, those without one by their files.
    [[nodiscard]] const std::vector<PluginEntry>& plugins() const { return plugins_; }
    [[nodiscard]] bool working() const { return work_.waiting(); }
    [[nodiscard]] const Label& error() const { return error_; }

    /// What may be done with a row. Nothing may while work is under way.
    [[nodiscard]] bool can_disable(std::size_t row) const;
    [[nodiscard]] bool can_enable(std::size_t row) const;
    [[nodiscard]] bool can_retry(std::size_t row) const;
    /// Each does nothing where it may not.
    void disable(std::size_t row, const std::string& reason);
    void enable(std::size_t row);
    void retry(std::size_t row);

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    [[nodiscard]] bool stands(std::size_t row, PluginEntry::State state) const;
    template <class Work>
    void work(Work work);

    PluginsDesk& desk_;
    Background& background_;
    std::vector<PluginEntry> plugins_;
    Label error_;
    Notifier<News> notifier_;
    Request list_;
    Request work_;
};

}  // namespace relis::app

#pragma once

#include <filesystem>
#include <memory>
#include <optional>
#include <string>

#include <relis/label.h>

#include "app/background.h"
#include "app/desk.h"
#include "app/notifier.h"

namespace relis::app {

/// Importing and assessing: one at a time, off the interface thread, with progress and a way to stop. What was done
/// before stopping stays; the rest is done the next time.
class LongWork {
  public:
    enum class Kind { none, importing, assessing };
    enum class News {
        started,
        finished,  ///< import_summary() or assess_summary() is new
        failed     ///< see error()
    };

    /// `desk` and `background` outlive the model.
    LongWork(Desk& desk, Background& background);

    /// Imports a file or folder and then assesses what is new. Nothing happens while something runs.
    void import(const std::filesystem::path& path);
    /// Assesses what has not been assessed with the present plugins and criteria.
    void assess();
    void stop();

    [[nodiscard]] Kind running() const { return kind_; }
    [[nodiscard]] bool stopping() const { return stopping_; }
    /// How far it has come; to be asked now and then while it runs.
    [[nodiscard]] review::Progress progress() const;

    /// Of the last import or assessment that finished; absent where the last work was of the other kind.
    [[nodiscard]] const std::optional<review::ImportSummary>& import_summary() const { return import_summary_; }
    [[nodiscard]] const std::optional<review::AssessSummary>& assess_summary() const { return assess_summary_; }
    [[nodiscard]] const Label& error() const { return error_; }

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    struct SharedProgress;
    [[nodiscard]] review::ProgressSink sink() const;
    void begin(Kind kind);
    void fail(const Label& what);

    Desk& desk_;
    Background& background_;
    Kind kind_ = Kind::none;
    bool stopping_ = false;
    std::optional<review::ImportSummary> import_summary_;
    std::optional<review::AssessSummary> assess_summary_;
    Label error_;
    std::shared_ptr<SharedProgress> progress_;
    Notifier<News> notifier_;
    Request request_;
};

}  // namespace relis::app

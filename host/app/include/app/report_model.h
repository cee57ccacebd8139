#pragma once

#include <cstddef>
#include <memory>
#include <optional>
#include <string>

#include <relis/label.h>

#include "app/background.h"
#include "app/desk.h"
#include "app/notifier.h"
#include "app/report_page.h"

namespace relis::app {

/// The report that lies open, and the finding the reviewer is at. Opening claims the report, opening another one or
/// none gives it back. Lives on the interface thread; loads off it.
class ReportModel {
  public:
    enum class News {
        loading,  ///< another report was asked for; page() is still the earlier one
        shown,    ///< page() is another one, or none
        finding,  ///< the reviewer is at another finding, or at none
        holder    ///< held_by() is known
    };

    /// `desk` and `background` outlive the model.
    ReportModel(Desk& desk, Background& background);
    ~ReportModel();
    ReportModel(const ReportModel&) = delete;
    ReportModel& operator=(const ReportModel&) = delete;

    /// Opens a report; empty: none.
    void open(const std::string& report_id);
    /// Loads the open one again, keeping the place.
    void reload();

    [[nodiscard]] const std::string& report_id() const { return report_id_; }
    /// Null while none has been loaded or loading failed, see error().
    [[nodiscard]] const std::shared_ptr<const ReportPage>& page() const { return page_; }
    /// True when page() is the report that was asked for last.
    [[nodiscard]] bool current() const { return page_ && page_->details.row.report_id == report_id_; }
    [[nodiscard]] bool loading() const { return load_.waiting(); }
    [[nodiscard]] const Label& error() const { return error_; }
    /// Somebody else who has it open; empty: nobody.
    [[nodiscard]] const std::string& held_by() const { return held_by_; }

    /// Index into page()->findings.
    [[nodiscard]] std::optional<std::size_t> finding() const { return finding_; }
    void select_finding(std::optional<std::size_t> finding);
    /// The next finding that stands (of a group), going round at the ends; false where there is none.
    bool next_finding(std::optional<FindingGroup> group = {}) { return step(group, true); }
    bool previous_finding(std::optional<FindingGroup> group = {}) { return step(group, false); }
    /// The next one without going round; otherwise the place stays.
    bool later_finding();
    /// The first finding of that question and rule (empty: any), for a reason that points there.
    [[nodiscard]] std::optional<std::size_t> find(const std::string& question, const std::string& rule) const;

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    struct Claims;
    void load(bool keep_place);
    bool step(std::optional<FindingGroup> group, bool forwards);
    void hold(const std::string& report_id);

    Desk& desk_;
    Background& background_;
    std::string report_id_;
    std::shared_ptr<const ReportPage> page_;
    std::optional<std::size_t> finding_;
    Label error_;
    std::string held_by_;
    std::shared_ptr<Claims> claims_;
    Notifier<News> notifier_;
    Request load_;
    Request claim_;
};

}  // namespace relis::app

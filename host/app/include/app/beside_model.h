#pragma once

#include <optional>
#include <string>

#include <relis/label.h>

#include "app/background.h"
#include "app/notifier.h"
#include "app/report_desk.h"
#include "app/report_model.h"

namespace relis::app {

/// What the open report is read beside: the revision before, its attachments, its shopper's history. Loaded after the
/// report itself, so that reading never waits for it. Lives on the interface thread; loads off it.
class BesideModel {
  public:
    /// All outlive the model.
    BesideModel(ReportDesk& desk, Background& background, ReportModel& report);

    /// Of the open report; absent while it is being loaded, and where that failed, see error().
    [[nodiscard]] const std::optional<Beside>& beside() const { return beside_; }
    [[nodiscard]] bool loading() const { return request_.waiting(); }
    [[nodiscard]] const Label& error() const { return error_; }

    /// Told whenever beside() is another one.
    [[nodiscard]] Notifier<>& notifier() { return notifier_; }

  private:
    void on_report(ReportModel::News news);

    ReportDesk& desk_;
    Background& background_;
    ReportModel& report_;
    std::string report_id_;
    std::optional<Beside> beside_;
    Label error_;
    Notifier<> notifier_;
    Request request_;
    Notifier<ReportModel::News>::Subscription report_news_;
};

}  // namespace relis::app

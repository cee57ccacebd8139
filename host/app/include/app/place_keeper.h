#pragma once

#include <functional>
#include <map>
#include <string>

#include <wx/timer.h>

#include "app/drafts.h"
#include "app/main_frame.h"
#include "app/quality_manager.h"
#include "app/session.h"
#include "app/shopper_windows.h"

namespace relis::app {

/// Remembers where the windows stand, twice a second, so that the next start goes on there even after a crash: filters,
/// open report, finding, scrolling, what is being written, the windows beside. Also shows what is not sent yet. Where
/// the place and the texts are kept is Drafts' matter.
class PlaceKeeper {
  public:
    /// All outlive the keeper. Answers the menu's command_unsent.
    PlaceKeeper(MainFrame& frame, Session& session, QualityManager& quality, ShopperWindows& shoppers);

    /// Starts the session where it was left.
    void go_back();
    /// The texts that are not sent yet, to be opened or thrown away.
    void show_unsent();
    /// Where texts of that kind are written, other than at a report.
    using Open = std::function<void(const DraftFields& kept)>;
    void opens(const std::string& kind, Open open);
    /// Opens the report or window of a text and the text in it.
    void open_draft(const std::string& key);

  private:
    [[nodiscard]] DraftFields look() const;
    [[nodiscard]] std::string open_editor() const;
    void open_windows(const DraftFields& place);
    void on_report(ReportModel::News news);
    /// False where the text is not kept or not about the open report any more.
    bool open_editor(const std::string& key);
    void tell_unsent(bool brought_back);

    MainFrame& frame_;
    Session& session_;
    QualityManager& quality_;
    ShopperWindows& shoppers_;
    DraftFields to_restore_;               ///< once the report is shown
    std::string to_open_;                  ///< the same: key of a text
    bool returning_ = false;               ///< nothing is remembered before everything stands where it was
    std::map<std::string, Open> openers_;  ///< by kind
    wxTimer timer_;
    Notifier<ReportModel::News>::Subscription report_news_;
};

}  // namespace relis::app

#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/notifier.h"
#include "app/rework_desk.h"

namespace relis::app {

/// The agency's library of remarks. Lives on the interface thread; works off it.
class RemarksModel {
  public:
    enum class News {
        list,     ///< remarks() is new
        kept,     ///< a remark was added, changed or taken out
        working,  ///< that began or ended
        failed    ///< see error()
    };

    /// `desk` and `background` outlive the model.
    RemarksModel(ReworkDesk& desk, Background& background) : desk_(desk), background_(background) {}

    void refresh();
    [[nodiscard]] bool ready() const { return ready_; }
    /// By name.
    [[nodiscard]] const std::vector<review::LibraryRemark>& remarks() const { return remarks_; }
    [[nodiscard]] bool working() const { return work_.waiting(); }
    /// Adds a remark, or changes the text of the one of that name.
    void put(const review::LibraryRemark& remark);
    void remove(const std::string& id);

    [[nodiscard]] const Label& error() const { return error_; }
    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    template <class Work>
    void work(Work work);
    void fail(const Label& what);

    ReworkDesk& desk_;
    Background& background_;
    std::vector<review::LibraryRemark> remarks_;
    Label error_;
    bool ready_ = false;
    Notifier<News> notifier_;
    Request list_;
    Request work_;
};

}  // namespace relis::app

#pragma once

#include <memory>
#include <string>

#include "review/feedback.h"
#include "review/shopper_file.h"
#include "review/workspace.h"

namespace relis::app {

/// What a shopper gets for a report, laid out.
struct FeedbackPreview {
    std::string report_id;
    bool decided = false;  ///< false: nobody has decided yet; as it would be now
    std::string text;      ///< French, as in the e-mail
    std::string html;      ///< one page of its own
};

/// What the windows about a shopper ask of the review layer. May block: call it off the interface thread. Thread-safe.
/// Errors: std::runtime_error with a message for people.
class ShopperDesk {
  public:
    ShopperDesk() = default;
    ShopperDesk(const ShopperDesk&) = delete;
    ShopperDesk& operator=(const ShopperDesk&) = delete;
    virtual ~ShopperDesk() = default;

    [[nodiscard]] virtual review::ShopperFile file(const std::string& shopper_id) = 0;
    [[nodiscard]] virtual FeedbackPreview feedback(const std::string& report_id) = 0;
};

/// The desk that works on a real workspace, which has to outlive it.
[[nodiscard]] std::unique_ptr<ShopperDesk> make_shopper_desk(review::Workspace& workspace);

}  // namespace relis::app

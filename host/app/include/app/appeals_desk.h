#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/words_file.h"
#include "review/appeals.h"
#include "review/workspace.h"

namespace relis::app {

/// What the window of appeals asks of the review layer. May block: call it off the interface thread. Thread-safe.
/// Errors: std::runtime_error with a message for people.
class AppealsDesk {
  public:
    AppealsDesk() = default;
    AppealsDesk(const AppealsDesk&) = delete;
    AppealsDesk& operator=(const AppealsDesk&) = delete;
    virtual ~AppealsDesk() = default;

    [[nodiscard]] virtual Moment now() const = 0;  ///< does not block
    [[nodiscard]] virtual std::vector<review::Appeal> waiting() = 0;
    /// The latest answer first.
    [[nodiscard]] virtual std::vector<review::Appeal> answered() = 0;
    [[nodiscard]] virtual std::vector<review::AppealedRule> rules() = 0;
    [[nodiscard]] virtual review::AppealDetails load(std::int64_t id) = 0;
    [[nodiscard]] virtual review::AppealResult take(std::int64_t id) = 0;
    [[nodiscard]] virtual review::AppealResult give_back(std::int64_t id) = 0;
    /// The page of the feedback as it was before the answer, or nothing.
    [[nodiscard]] virtual std::optional<std::string> earlier_sheet(std::int64_t id) = 0;
    [[nodiscard]] virtual review::AppealResult answer(const review::AppealAnswer& answer) = 0;
};

/// The desk that works on a real workspace, in those words; both have to outlive it.
[[nodiscard]] std::unique_ptr<AppealsDesk> make_appeals_desk(review::Workspace& workspace, const WordsFile& words);

}  // namespace relis::app

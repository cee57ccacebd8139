#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "review/queue.h"

namespace relis::app {

/// What a column of the queue shows.
enum class QueueField {
    due,
    report,
    programme,
    site,
    shopper,
    reliability,
    detail,
    french,
    flags,
    missing,
    recommendation,
    state,
    held
};

/// What is known of a column before anybody chose.
struct QueueFieldTraits {
    QueueField field;
    std::string_view key;  ///< stable, for the configuration
    int width;             ///< device independent pixels
    std::optional<review::QueueColumn> sort;
    bool number;  ///< aligned to the right
    bool shown;   ///< at first
};
/// All columns, in the order they have at first.
[[nodiscard]] std::span<const QueueFieldTraits> queue_fields();
[[nodiscard]] const QueueFieldTraits& traits_of(QueueField field);

/// The order of the queue as the configuration keeps it: the key of the column that is sorted by.
[[nodiscard]] std::string sort_key(review::QueueColumn sort);
/// Reads what sort_key() wrote, or the number that programs before it wrote; nothing for another version's column.
[[nodiscard]] std::optional<review::QueueColumn> sort_of(std::string_view key);

/// Which columns the queue shows, and in which order. Always holds every column once, and shows at least one.
class QueueColumns {
  public:
    struct Choice {
        QueueField field;
        bool shown;
        bool operator==(const Choice&) const = default;
    };

    /// The columns that are shown at first.
    QueueColumns();
    /// Reads what text() wrote, by a program of any version: unknown columns are dropped, those it does not name come
    /// at their first place. A text that would show nothing gives the columns that are shown at first.
    explicit QueueColumns(std::string_view text);
    /// `due,site,-french`: in order, a dash before what is not shown.
    [[nodiscard]] std::string text() const;

    [[nodiscard]] const std::vector<Choice>& all() const { return choices_; }
    [[nodiscard]] std::vector<QueueField> shown() const;
    /// Takes another choice over; columns that it lacks follow, not shown. False, and nothing changes, where it shows
    /// none.
    bool choose(const std::vector<Choice>& choices);
    /// The shown ones as they were dragged; the others keep their places among them.
    void reorder(const std::vector<QueueField>& shown);

  private:
    std::vector<Choice> choices_;
};

}  // namespace relis::app

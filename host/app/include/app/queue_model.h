#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/desk.h"
#include "app/notifier.h"
#include "app/row_changes.h"
#include "review/queue.h"

namespace relis::app {

/// The queue as the window shows it: the rows loaded so far of one query, page by page as they are scrolled to, the
/// selected one, and how many there are in all. Lives on the interface thread; loads off it.
class QueueModel {
  public:
    enum class News {
        reset,      ///< all rows may be others
        appended,   ///< rows were added at the end
        row,        ///< a row changed in place
        removed,    ///< one row left
        counted,    ///< count() is known anew
        selection,  ///< another row, or none, is selected
        marked,     ///< marked() changed
        query,      ///< query() is another one; its rows follow
        programmes  ///< programmes() is known anew
    };

    /// `desk` and `background` outlive the model. Nothing is loaded before refresh().
    QueueModel(Desk& desk, Background& background, std::size_t page_size = 200);

    [[nodiscard]] const std::vector<review::QueueRow>& rows() const { return rows_; }
    /// True once the last page has come.
    [[nodiscard]] bool complete() const { return complete_; }
    [[nodiscard]] bool loading() const { return page_request_.waiting(); }
    /// True once the first page of the present query has come.
    [[nodiscard]] bool ready() const { return ready_; }
    /// Why the last page could not be loaded; empty: it could.
    [[nodiscard]] const Label& error() const { return error_; }
    /// Rows of the query in all, as they were last counted; absent before.
    [[nodiscard]] std::optional<std::uint64_t> count() const;
    /// How the rows before the last reset or removal become the present ones; nothing: they are others altogether.
    [[nodiscard]] const std::optional<RowChanges>& last_changes() const { return last_changes_; }
    [[nodiscard]] const review::QueueQuery& query() const { return query_; }
    /// Whether the query leaves reports out that wait for a decision.
    [[nodiscard]] bool filtered() const;
    [[nodiscard]] const std::vector<review::ProgrammeName>& programmes() const { return programmes_; }

    /// Each loads anew where it changes something.
    void set_search(const std::string& words);
    void set_programme(const std::string& id);
    /// No state and not all: what waits for a person.
    void set_state(std::optional<review::ReportState> state, bool all = false);
    void set_recommendation(std::optional<Decision> recommendation);
    void clear_filters();
    /// Another query as a whole: a filter that was kept.
    void show(review::QueueQuery query) { set_query(std::move(query)); }
    /// Sorts by that column; by the same one again, the other way round.
    void sort_by(review::QueueColumn column);
    void sort_by(review::QueueColumn column, bool descending);

    /// Loads what is shown again, with as many rows as stood there (at most a few pages), and the programmes.
    void refresh();
    /// Whether refresh() brings back as many rows as stand here.
    [[nodiscard]] bool keeps_its_rows() const;
    /// Says that this row is about to be seen: the next page is loaded when the end comes near.
    void need(std::size_t row);

    [[nodiscard]] std::optional<std::size_t> find(const std::string& report_id) const;
    [[nodiscard]] std::optional<std::size_t> selected() const { return find(selected_id_); }
    [[nodiscard]] const std::string& selected_id() const { return selected_id_; }
    void select(std::size_t row);
    void select(const std::string& report_id);
    /// The rows that are selected together, in the order of the list; those that left the rows are left out.
    void mark(std::vector<std::string> report_ids);
    /// The rows from `one` to `other`, either way round; both are among rows().
    void mark_rows(std::size_t one, std::size_t other);
    [[nodiscard]] const std::vector<std::string>& marked() const { return marked_; }
    /// The row `step` further from the selected one, held inside the rows; nothing in an empty queue.
    [[nodiscard]] std::optional<std::size_t> step_from_selected(int step) const;

    /// Takes a decided report out of the rows and selects the one that follows it (the last one: the one before).
    void remove(const std::string& report_id);
    /// Shows in place who has a report open.
    void set_holder(const std::string& report_id, const std::string& holder);

    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    void reload(std::size_t limit);
    void set_query(review::QueueQuery query);
    void recount();
    void forget_lost_marks();

    Desk& desk_;
    Background& background_;
    std::size_t page_size_;
    review::QueueQuery query_;
    std::vector<review::QueueRow> rows_;
    std::vector<review::ProgrammeName> programmes_;
    std::string next_;
    std::string selected_id_;
    std::vector<std::string> marked_;
    Label error_;
    std::optional<std::uint64_t> count_;
    bool complete_ = false;
    bool ready_ = false;
    std::optional<RowChanges> last_changes_;
    Notifier<News> notifier_;
    Request page_request_;
    Request count_request_;
    Request programmes_request_;
};

}  // namespace relis::app

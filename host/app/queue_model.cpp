#include "app/queue_model.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace relis::app {

namespace {
constexpr std::size_t most_rows_to_reload = 50'000;

bool same(const review::QueueQuery& a, const review::QueueQuery& b) {
    return a.open_only == b.open_only && a.state == b.state && a.programme == b.programme &&
           a.shopper_id == b.shopper_id && a.recommendation == b.recommendation && a.search == b.search &&
           a.sort == b.sort && a.descending == b.descending;
}
}  // namespace

QueueModel::QueueModel(Desk& desk, Background& background, std::size_t page_size)
    : desk_(desk), background_(background), page_size_(page_size) {}

std::optional<std::uint64_t> QueueModel::count() const {
    if (ready_ && complete_) return rows_.size();
    return count_;
}

bool QueueModel::filtered() const {
    return query_.state || !query_.programme.empty() || !query_.shopper_id.empty() || query_.recommendation ||
           !query_.search.empty();
}

void QueueModel::set_query(review::QueueQuery query) {
    if (same(query, query_)) return;
    query_ = std::move(query);
    mark({});
    count_.reset();
    notifier_.tell(News::query);
    reload(page_size_);
    recount();
}

void QueueModel::set_search(const std::string& words) {
    review::QueueQuery query = query_;
    query.search = words;
    set_query(std::move(query));
}

void QueueModel::set_programme(const std::string& id) {
    review::QueueQuery query = query_;
    query.programme = id;
    set_query(std::move(query));
}

void QueueModel::set_state(std::optional<review::ReportState> state, bool all) {
    review::QueueQuery query = query_;
    query.state = state;
    query.open_only = !state && !all;
    set_query(std::move(query));
}

void QueueModel::set_recommendation(std::optional<Decision> recommendation) {
    review::QueueQuery query = query_;
    query.recommendation = recommendation;
    set_query(std::move(query));
}

void QueueModel::clear_filters() {
    review::QueueQuery query;
    query.sort = query_.sort;
    query.descending = query_.descending;
    set_query(std::move(query));
}

void QueueModel::sort_by(review::QueueColumn column) {
    sort_by(column, column == query_.sort && !query_.descending);
}

void QueueModel::sort_by(review::QueueColumn column, bool descending) {
    review::QueueQuery query = query_;
    query.sort = column;
    query.descending = descending;
    set_query(std::move(query));
}

void QueueModel::refresh() {
    reload(std::clamp(rows_.size(), page_size_, std::max(page_size_, most_rows_to_reload)));
    recount();
    programmes_request_.ask(
        background_, [&desk = desk_](const std::stop_token&) { return desk.programmes(); },
        [this](std::vector<review::ProgrammeName> programmes) {
            const bool others =
                !std::equal(programmes.begin(), programmes.end(), programmes_.begin(), programmes_.end(),
                            [](const auto& a, const auto& b) { return a.id == b.id && a.name == b.name; });
            if (!others) return;
            programmes_ = std::move(programmes);
            notifier_.tell(News::programmes);
        });
}

bool QueueModel::keeps_its_rows() const {
    return rows_.size() <= std::max(page_size_, most_rows_to_reload);
}

void QueueModel::reload(std::size_t limit) {
    page_request_.ask(
        background_,
        [&desk = desk_, query = query_, limit](const std::stop_token&) { return desk.page(query, {}, limit); },
        [this](review::QueuePage page) {
            last_changes_ = ready_ && error_.en.empty() ? changes_between(rows_, page.rows) : std::nullopt;
            rows_.swap(page.rows);
            // freeing many rows takes a while too
            background_.run([gone = std::make_shared<std::vector<review::QueueRow>>(std::move(page.rows))] {});
            next_ = std::move(page.next);
            complete_ = next_.empty();
            ready_ = true;
            error_ = {};
            forget_lost_marks();
            notifier_.tell(News::reset);
        },
        [this](const Label& what) {
            error_ = what;
            ready_ = true;
            last_changes_.reset();
            notifier_.tell(News::reset);
            background_.report_error(what);
        });
}

void QueueModel::recount() {
    notifier_.tell(News::counted);
    count_request_.ask(
        background_, [&desk = desk_, query = query_](const std::stop_token&) { return desk.count(query); },
        [this](std::uint64_t count) {
            count_ = count;
            notifier_.tell(News::counted);
        });
}

void QueueModel::need(std::size_t row) {
    if (!ready_ || complete_ || loading() || row + page_size_ / 4 < rows_.size()) return;
    page_request_.ask(
        background_,
        [&desk = desk_, query = query_, after = next_, limit = page_size_](const std::stop_token&) {
            return desk.page(query, after, limit);
        },
        [this](review::QueuePage page) {
            rows_.insert(rows_.end(), std::make_move_iterator(page.rows.begin()),
                         std::make_move_iterator(page.rows.end()));
            next_ = std::move(page.next);
            complete_ = next_.empty();
            notifier_.tell(News::appended);
        });
}

std::optional<std::size_t> QueueModel::find(const std::string& report_id) const {
    if (report_id.empty()) return std::nullopt;
    const auto found = std::find_if(rows_.begin(), rows_.end(),
                                    [&](const review::QueueRow& row) { return row.report_id == report_id; });
    if (found == rows_.end()) return std::nullopt;
    return static_cast<std::size_t>(found - rows_.begin());
}

void QueueModel::select(std::size_t row) {
    select(row < rows_.size() ? rows_[row].report_id : std::string{});
}

void QueueModel::select(const std::string& report_id) {
    if (report_id == selected_id_) return;
    selected_id_ = report_id;
    if (marked_.size() > 1 || (!marked_.empty() && marked_.front() != report_id)) mark({});
    notifier_.tell(News::selection);
}

void QueueModel::mark(std::vector<std::string> report_ids) {
    if (report_ids == marked_) return;
    marked_ = std::move(report_ids);
    notifier_.tell(News::marked);
}

void QueueModel::mark_rows(std::size_t one, std::size_t other) {
    const auto [first, last] = std::minmax(one, other);
    std::vector<std::string> report_ids;
    report_ids.reserve(last - first + 1);
    for (std::size_t row = first; row <= last && row < rows_.size(); ++row) {
        report_ids.push_back(rows_[row].report_id);
    }
    mark(std::move(report_ids));
}

void QueueModel::forget_lost_marks() {
    if (marked_.empty()) return;
    std::unordered_set<std::string_view> present;
    present.reserve(rows_.size());
    for (const review::QueueRow& row : rows_) present.insert(row.report_id);
    const auto lost = [&](const std::string& report_id) { return !present.contains(report_id); };
    if (std::erase_if(marked_, lost) > 0) notifier_.tell(News::marked);
}

std::optional<std::size_t> QueueModel::step_from_selected(int step) const {
    if (rows_.empty()) return std::nullopt;
    const std::optional<std::size_t> from = selected();
    if (!from) return step >= 0 ? 0 : rows_.size() - 1;
    const auto last = static_cast<std::ptrdiff_t>(rows_.size()) - 1;
    return static_cast<std::size_t>(std::clamp<std::ptrdiff_t>(static_cast<std::ptrdiff_t>(*from) + step, 0, last));
}

void QueueModel::remove(const std::string& report_id) {
    const std::optional<std::size_t> row = find(report_id);
    if (!row) return;
    const bool was_selected = report_id == selected_id_;
    rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(*row));
    last_changes_ = RowChanges{{*row}, {}};
    forget_lost_marks();
    if (count_ && *count_ > 0) --*count_;
    notifier_.tell(News::removed);
    notifier_.tell(News::counted);
    if (was_selected) select(rows_.empty() ? std::string{} : rows_[std::min(*row, rows_.size() - 1)].report_id);
    need(*row);
}

void QueueModel::set_holder(const std::string& report_id, const std::string& holder) {
    const std::optional<std::size_t> row = find(report_id);
    if (!row || rows_[*row].held_by == holder) return;
    rows_[*row].held_by = holder;
    notifier_.tell(News::row);
}

}  // namespace relis::app

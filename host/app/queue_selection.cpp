#include "queue_selection.h"

#include <algorithm>
#include <string_view>
#include <unordered_set>
#include <utility>

namespace relis::app {

namespace {
constexpr std::size_t many = 1000;  // rows; GTK selects so many within two milliseconds

bool is_way(int key) {
    switch (key) {
        case WXK_UP:
        case WXK_DOWN:
        case WXK_PAGEUP:
        case WXK_PAGEDOWN:
        case WXK_HOME:
        case WXK_END:
            return true;
        default:
            return false;
    }
}
}  // namespace

QueueSelection::QueueSelection(wxDataViewCtrl& list, QueueRows& rows, QueueModel& queue)
    : list_(list), rows_(rows), queue_(queue), shown_(list, rows) {
    list_.Bind(wxEVT_DATAVIEW_SELECTION_CHANGED, [this](wxDataViewEvent&) { on_change(); });
    list_.Bind(wxEVT_CHAR_HOOK, &QueueSelection::on_key, this);
    list_.Bind(wxEVT_LEFT_DOWN, &QueueSelection::on_click, this);
}

void QueueSelection::on_change() {
    if (quiet_ || pending_ || shown_.acting()) return;
    if (!shown_.done()) {  // by somebody who did not ask: what is under way counts
        show();
        return;
    }
    end_.reset();
    if (list_.GetSelectedItemsCount() <= 1) {
        take();
        return;
    }
    // GTK took its time for so many already: the window answers in between
    pending_ = true;
    list_.CallAfter([this] { take_pending(); });
}

void QueueSelection::take_pending() {
    if (std::exchange(pending_, false)) take();
}

void QueueSelection::take() {
    wxDataViewItemArray items;
    list_.GetSelections(items);
    std::vector<std::string> marked;
    marked.reserve(items.size());
    for (const wxDataViewItem& item : items) {
        const unsigned row = rows_.GetRow(item);
        if (row < queue_.rows().size()) marked.push_back(queue_.rows()[row].report_id);
    }
    const std::string alone = marked.size() == 1 ? marked.front() : std::string();
    queue_.mark(std::move(marked));
    if (!alone.empty()) queue_.select(alone);
}

bool QueueSelection::too_many() const {
    return queue_.marked().size() > many || !shown_.done();
}

std::size_t QueueSelection::beginning() const {
    return queue_.selected().value_or(0);
}

std::size_t QueueSelection::current() const {
    const wxDataViewItem item = list_.GetCurrentItem();
    return item.IsOk() ? std::min<std::size_t>(rows_.GetRow(item), queue_.rows().size()) : beginning();
}

std::optional<std::size_t> QueueSelection::reached_by(int key) const {
    const std::size_t rows = queue_.rows().size();
    if (rows == 0) return std::nullopt;
    const std::size_t from = end_.value_or(queue_.marked().size() > 1 ? current() : beginning());
    const auto page = static_cast<std::size_t>(std::max(1, list_.GetCountPerPage() - 1));
    const auto back = [from](std::size_t by) { return from - std::min(from, by); };
    switch (key) {
        case WXK_UP:
            return back(1);
        case WXK_DOWN:
            return std::min(from + 1, rows - 1);
        case WXK_PAGEUP:
            return back(page);
        case WXK_PAGEDOWN:
            return std::min(from + page, rows - 1);
        case WXK_HOME:
            return 0;
        default:
            return rows - 1;
    }
}

void QueueSelection::on_key(wxKeyEvent& event) {
    const int key = event.GetKeyCode();
    const int modifiers = event.GetModifiers();
    if (key == 'A' && modifiers == wxMOD_CONTROL && queue_.rows().size() > many) {
        end_.reset();
        queue_.mark_rows(0, queue_.rows().size() - 1);
        show();
        return;
    }
    if (const auto row = is_way(key) ? reached_by(key) : std::nullopt) {
        const std::size_t from = beginning();
        const bool far = std::max(from, *row) - std::min(from, *row) > many;
        if (modifiers == wxMOD_SHIFT && (far || too_many() || end_)) {
            extend_to(*row);
            return;
        }
        if (modifiers == wxMOD_NONE && too_many()) {
            select_alone(*row);
            return;
        }
    }
    // a row more or less, of what is selected then
    if (key == WXK_SPACE) shown_.finish();
    event.Skip();
}

void QueueSelection::on_click(wxMouseEvent& event) {
    wxDataViewItem item;
    wxDataViewColumn* column = nullptr;
    list_.HitTest(event.GetPosition(), item, column);
    const unsigned row = item.IsOk() ? rows_.GetRow(item) : static_cast<unsigned>(queue_.rows().size());
    if (row < queue_.rows().size()) {
        const std::size_t from = beginning();
        const bool far = std::max<std::size_t>(from, row) - std::min<std::size_t>(from, row) > many;
        if (event.GetModifiers() == wxMOD_SHIFT && (far || too_many() || end_)) {
            list_.SetFocus();
            extend_to(row);
            return;
        }
        if (event.GetModifiers() == wxMOD_NONE && too_many()) {
            list_.SetFocus();
            select_alone(row);
            return;
        }
    }
    if (event.ControlDown()) shown_.finish();
    event.Skip();
}

void QueueSelection::extend_to(std::size_t row) {
    pending_ = false;
    end_ = row;
    queue_.mark_rows(beginning(), row);
    show();
    list_.EnsureVisible(rows_.GetItem(static_cast<unsigned>(row)));
    queue_.need(row);
}

void QueueSelection::select_alone(std::size_t row) {
    pending_ = false;
    end_.reset();
    if (queue_.rows()[row].report_id == queue_.selected_id()) {
        queue_.mark({});
        show();
    } else {
        queue_.select(row);
    }
}

void QueueSelection::forget() {
    pending_ = false;
    end_.reset();
    shown_.give_up();
}

void QueueSelection::show() {
    if (too_many() || list_.GetSelectedItemsCount() > static_cast<int>(many)) {
        show_many();
    } else {
        show_few();
    }
}

void QueueSelection::show_many() {
    const std::size_t rows = std::min<std::size_t>(queue_.rows().size(), rows_.GetCount());
    std::vector<bool> wanted(rows);
    if (queue_.marked().size() > 1) {
        const std::unordered_set<std::string_view> marked(queue_.marked().begin(), queue_.marked().end());
        for (std::size_t row = 0; row < rows; ++row) wanted[row] = marked.contains(queue_.rows()[row].report_id);
        shown_.show(std::move(wanted), std::nullopt);
        return;
    }
    std::optional<unsigned> alone;
    if (const auto row = queue_.selected(); row && *row < rows) {
        wanted[*row] = true;
        alone = static_cast<unsigned>(*row);
    }
    shown_.show(std::move(wanted), alone);
    if (alone) list_.EnsureVisible(rows_.GetItem(*alone));
}

void QueueSelection::show_few() {
    wxDataViewItemArray wanted;
    if (queue_.marked().size() > 1) {
        const std::unordered_set<std::string_view> marked(queue_.marked().begin(), queue_.marked().end());
        for (unsigned row = 0; row < std::min<std::size_t>(queue_.rows().size(), rows_.GetCount()); ++row) {
            if (marked.contains(queue_.rows()[row].report_id)) wanted.Add(rows_.GetItem(row));
        }
    }
    const std::optional<std::size_t> row = queue_.selected();
    if (wanted.empty() && row && *row < rows_.GetCount()) wanted.Add(rows_.GetItem(static_cast<unsigned>(*row)));
    wxDataViewItemArray selected;
    list_.GetSelections(selected);
    if (selected == wanted) return;
    quietly([&] {
        if (wanted.size() == 1) list_.SetCurrentItem(wanted.front());
        list_.SetSelections(wanted);
        if (wanted.size() == 1) list_.EnsureVisible(wanted.front());
    });
}

}  // namespace relis::app

#include "row_selection.h"

#include <chrono>
#include <utility>

namespace relis::app {

namespace {
constexpr int soon = 1;                                  // milliseconds
constexpr std::chrono::milliseconds longest_at_once{8};  // far below what a person notices
constexpr std::size_t looked_at_between_glances = 64;    // at the clock
}  // namespace

RowSelection::RowSelection(wxDataViewCtrl& list, wxDataViewVirtualListModel& rows) : list_(list), rows_(rows) {
    turn_.Bind(wxEVT_TIMER, [this](wxTimerEvent&) { go_on(); });
}

void RowSelection::show(std::vector<bool> wanted, std::optional<unsigned> current) {
    wanted_ = std::move(wanted);
    current_ = current;
    left_ = wanted_.size();
    const wxDataViewItem top = list_.GetTopItem();
    place_ = top.IsOk() && rows_.GetRow(top) < wanted_.size() ? rows_.GetRow(top) : 0;
    go_on();
}

void RowSelection::finish() {
    while (left_ > 0) next();
    turn_.Stop();
}

void RowSelection::give_up() {
    left_ = 0;
    turn_.Stop();
}

void RowSelection::go_on() {
    const auto end = std::chrono::steady_clock::now() + longest_at_once;
    while (left_ > 0 && std::chrono::steady_clock::now() < end) {
        for (std::size_t i = 0; i < looked_at_between_glances && left_ > 0; ++i) next();
    }
    if (left_ > 0) turn_.StartOnce(soon);
}

void RowSelection::next() {
    acting_ = true;
    const auto row = static_cast<unsigned>(place_);
    if (row < rows_.GetCount()) {
        const wxDataViewItem item = rows_.GetItem(row);
        const bool wanted = wanted_[place_];
        if (list_.IsSelected(item) != wanted) wanted ? list_.Select(item) : list_.Unselect(item);
    }
    place_ = place_ + 1 < wanted_.size() ? place_ + 1 : 0;
    --left_;
    if (left_ == 0 && current_ && *current_ < rows_.GetCount()) list_.SetCurrentItem(rows_.GetItem(*current_));
    acting_ = false;
}

}  // namespace relis::app

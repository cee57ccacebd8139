#include "appeal_rows.h"

#include "app/palette.h"
#include "review/queue.h"

namespace relis::app {

bool AppealRows::GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const {
    if (column != left || row >= model_.appeals().size()) {
        return false;
    }
    attr.SetColour(Palette().of(review::urgency(model_.appeals()[row].due_at, model_.now())));
    return true;
}

int AppealRows::Compare(const wxDataViewItem& first, const wxDataViewItem& second, unsigned column,
                        bool ascending) const {
    const unsigned one = GetRow(first);
    const unsigned other = GetRow(second);
    if (column != left || one >= model_.appeals().size() || other >= model_.appeals().size()) {
        return wxDataViewListStore::Compare(first, second, column, ascending);
    }
    const auto order = model_.appeals()[one].due_at.utc <=> model_.appeals()[other].due_at.utc;
    const int result = order < 0 ? -1 : order > 0 ? 1 : one < other ? -1 : 1;
    return ascending ? result : -result;
}

}  // namespace relis::app

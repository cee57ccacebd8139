#pragma once

#include <wx/dataview.h>

#include "app/appeals_model.h"

namespace relis::app {

/// The rows of the appeals that wait: time left in the colour of its urgency, sorted by when the answer is due.
class AppealRows : public wxDataViewListStore {
  public:
    enum Column : unsigned { left, report, shopper, contested, hand };

    /// `model` outlives it.
    explicit AppealRows(const AppealsModel& model) : model_(model) {}

    [[nodiscard]] bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override;
    [[nodiscard]] int Compare(const wxDataViewItem& first, const wxDataViewItem& second, unsigned column,
                              bool ascending) const override;

  private:
    const AppealsModel& model_;
};

}  // namespace relis::app

#pragma once

#include <wx/dataview.h>

#include "app/desk.h"
#include "app/queue_columns.h"
#include "app/queue_model.h"

namespace relis::app {

[[nodiscard]] wxString title_of(QueueField field);

/// The rows of the queue as its list asks for them; a model column is a QueueField.
class QueueRows final : public wxDataViewVirtualListModel {
  public:
    /// `queue` and `desk` outlive the list.
    QueueRows(QueueModel& queue, const Desk& desk) : queue_(queue), desk_(desk) {}

    unsigned GetColumnCount() const override { return static_cast<unsigned>(queue_fields().size()); }
    wxString GetColumnType(unsigned) const override { return "string"; }
    bool SetValueByRow(const wxVariant&, unsigned, unsigned) override { return false; }
    void GetValueByRow(wxVariant& value, unsigned row, unsigned column) const override;
    bool GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const override;

  private:
    QueueModel& queue_;
    const Desk& desk_;
};

}  // namespace relis::app

#include "queue_rows.h"

#include "app/palette.h"
#include "app/words.h"

namespace relis::app {

namespace {

wxString count(int number) {
    return number == 0 ? wxString() : wxString::Format("%d", number);
}

wxString cell(const review::QueueRow& row, QueueField field, const Desk& desk) {
    switch (field) {
        case QueueField::due:
            return time_left(row, desk.now());
        case QueueField::report:
            return shown(row.report_id) + (row.revision > 1 ? wxString::Format(" (%d)", row.revision) : wxString());
        case QueueField::programme:
            return shown(row.programme_name.empty() ? row.programme : row.programme_name);
        case QueueField::site:
            return shown(row.site);
        case QueueField::shopper:
            return shown(row.shopper) + (row.reliability ? "  (" + number(*row.reliability) + ")" : wxString());
        case QueueField::reliability:
            return score(row.reliability);
        case QueueField::detail:
            return score(row.detail);
        case QueueField::french:
            return score(row.french);
        case QueueField::flags:
            return count(row.flags);
        case QueueField::missing:
            return count(row.missing);
        case QueueField::recommendation:
            return row.recommendation ? name_of(*row.recommendation) : wxString();
        case QueueField::state:
            return name_of(row.state);
        case QueueField::held:
            return row.held_by == desk.user() ? _("you") : shown(row.held_by);
    }
    return {};
}

}  // namespace

wxString title_of(QueueField field) {
    switch (field) {
        case QueueField::due:
            return _("Due");
        case QueueField::report:
            return _("Report");
        case QueueField::programme:
            return _("Programme");
        case QueueField::site:
            return _("Site");
        case QueueField::shopper:
            return _("Shopper");
        case QueueField::reliability:
            return _("Reliability");
        case QueueField::detail:
            return _("Detail");
        case QueueField::french:
            return _("French");
        case QueueField::flags:
            return _("Flags");
        case QueueField::missing:
            return _("Missing");
        case QueueField::recommendation:
            return _("Recommendation");
        case QueueField::state:
            return _("State");
        case QueueField::held:
            return _("Held by");
    }
    return {};
}

void QueueRows::GetValueByRow(wxVariant& value, unsigned row, unsigned column) const {
    value = row < queue_.rows().size() ? cell(queue_.rows()[row], static_cast<QueueField>(column), desk_) : wxString();
    queue_.need(row);
}

bool QueueRows::GetAttrByRow(unsigned row, unsigned column, wxDataViewItemAttr& attr) const {
    if (row >= queue_.rows().size()) {
        return false;
    }
    const review::QueueRow& shown_row = queue_.rows()[row];
    const Palette palette;
    switch (static_cast<QueueField>(column)) {
        case QueueField::due:
            if (shown_row.on_hold_until) {
                attr.SetColour(palette.of(*shown_row.on_hold_until <= desk_.now() ? Ink::warning : Ink::muted));
                return true;
            }
            if (!waits_for_decision(shown_row.state)) {
                return false;
            }
            attr.SetColour(palette.of(review::urgency(shown_row.due_at, desk_.now())));
            return true;
        case QueueField::missing:
        case QueueField::flags: {
            const bool missing = static_cast<QueueField>(column) == QueueField::missing;
            if ((missing ? shown_row.missing : shown_row.flags) == 0) {
                return false;
            }
            attr.SetColour(palette.of(missing ? Ink::bad : Ink::content));
            attr.SetBold(true);
            return true;
        }
        case QueueField::recommendation:
            if (!shown_row.recommendation) {
                return false;
            }
            attr.SetColour(palette.of(*shown_row.recommendation == Decision::accept   ? Ink::good
                                      : *shown_row.recommendation == Decision::rework ? Ink::warning
                                                                                      : Ink::bad));
            return true;
        default:
            return false;
    }
}

}  // namespace relis::app

#include "follow_up_menu.h"

#include <wx/intl.h>
#include <wx/menu.h>

#include "app/commands.h"

namespace relis::app {

wxMenu* make_follow_up_menu() {
    auto* const menu = new wxMenu;
    menu->Append(command_hold, _("&Hold the report...") + "\tCtrl+H");
    menu->Append(command_withdraw, _("&Withdraw the report...") + "\tCtrl+Shift+W");
    menu->Append(command_leave_out, _("Accept, but &leave out of the client's statistics...") + "\tCtrl+I");
    menu->Append(command_keep_surplus, _("&Keep as a surplus visit...") + "\tCtrl+Shift+V");
    menu->Append(command_end_intervention, _("Take the hold, withdrawal or surplus visit &back") + "\tCtrl+Shift+Z");
    menu->Append(command_show_held, _("Show the reports on h&old") + "\tCtrl+Shift+G");
    menu->AppendSeparator();
    menu->Append(command_reworks, _("&Reworks awaited...") + "\tCtrl+Shift+K");
    menu->Append(command_remarks, _("Library of re&marks...") + "\tCtrl+L");
    menu->Append(command_write_reason, _("&Ask something of your own in the rework") + "\tCtrl+K");
    menu->AppendSeparator();
    menu->Append(command_tiers, _("Shoppers by &tier...") + "\tCtrl+Shift+T");
    menu->Append(command_outbox, _("Out&box...") + "\tCtrl+Shift+M");
    return menu;
}

}  // namespace relis::app

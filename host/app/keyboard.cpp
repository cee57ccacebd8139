#include "app/keyboard.h"

#include <string_view>

#include <wx/intl.h>

namespace relis::app {

namespace {

/// A key as the catalogue calls it; letters, digits and keys without a name of their own stay.
wxString name_of_key(std::string_view key) {
    const std::pair<std::string_view, wxString> named[] = {{"Shift", _("Shift")},
                                                           {"Enter", _("Enter")},
                                                           {"Esc", _("Esc")},
                                                           {"Up", _("Up")},
                                                           {"Down", _("Down")},
                                                           {"Space", _("Space")},
                                                           {"Page Down", _("Page Down")},
                                                           {"click", _("click")},
                                                           {"1 to 4", _("1 to 4")},
                                                           {"1 to 9", _("1 to 9")}};
    for (const auto& [known, name] : named) {
        if (known == key) {
            return name;
        }
    }
    return wxString::FromUTF8(key.data(), key.size());
}

}  // namespace

wxString names_of_keys(std::string_view keys) {
    wxString names;
    while (!keys.empty()) {
        const std::size_t end = keys.find_first_of("+,");
        names += name_of_key(keys.substr(0, end));
        if (end == std::string_view::npos) {
            break;
        }
        const bool another = keys[end] == ',';
        names += another ? ", " : "+";
        keys.remove_prefix(end + (another ? 2 : 1));
    }
    return names;
}

std::vector<KeyLine> keyboard_overview() {
    return {
        {names_of_keys("A, Ctrl+Enter"), _("accept the report")},
        {names_of_keys("R, Ctrl+R"), _("send it back to its shopper")},
        {names_of_keys("X, Ctrl+Shift+R"), _("give the mission to another shopper")},
        {names_of_keys("Ctrl+Z"), _("take the last decision or judgement back")},
        {names_of_keys("J, Ctrl+Down"), _("next report")},
        {names_of_keys("K, Ctrl+Up"), _("previous report")},
        {names_of_keys("F8, N"), _("next finding")},
        {names_of_keys("Shift+F8, P"), _("previous finding")},
        {names_of_keys("Ctrl+1 to 4, Ctrl+Shift+1 to 4"),
         _("next and previous finding of spelling, grammar, typography, content")},
        {names_of_keys("D, Ctrl+D"), _("set the finding aside, with a reason")},
        {names_of_keys("C, 1 to 9"), _("put a suggestion into the client's copy")},
        {names_of_keys("U"), _("let a finding stand again, take a correction back")},
        {names_of_keys("E, Ctrl+E"), _("edit the client's copy by hand")},
        {names_of_keys("O"), _("give another score, with a reason")},
        {names_of_keys("W"), _("let the report pass in spite of a veto, with a reason")},
        {names_of_keys("S, H, T"), _("scores, shopper's history, attachments")},
        {names_of_keys("V"), _("what changed since the last revision")},
        {names_of_keys("B"), _("the client's copy beside the report")},
        {names_of_keys("F7, Ctrl+Space"), _("next fault in what you write, put the suggestion in")},
        {names_of_keys("Enter"), _("from the queue to the report")},
        {names_of_keys("Space, Page Down"), _("read on")},
        {names_of_keys("Esc"), _("close the card, the message, then go back to the queue")},
        {names_of_keys("Ctrl+Shift+U"), _("texts that are not sent yet")},
        {names_of_keys("Ctrl+F, /"), _("search")},
        {names_of_keys("F3, Shift+F3"), _("next and previous place found in the report")},
        {names_of_keys("Ctrl+Shift+F, S, X"), _("saved filters, save the filter, clear it")},
        {names_of_keys("Ctrl+Shift+L"), _("columns of the queue")},
        {names_of_keys("Shift+Down, Ctrl+click"), _("several reports selected")},
        {names_of_keys("Ctrl+Shift+Enter"), _("decide the selected reports at once")},
        {names_of_keys("F6"), _("next part of the window")},
        {names_of_keys("F5"), _("load the queue again")},
        {names_of_keys("Ctrl+O, Ctrl+Shift+O"), _("import a file of reports, a folder of them")},
        {names_of_keys("F9"), _("assess pending reports")},
        {names_of_keys("Ctrl+Shift+J"), _("check a draft before it is submitted")},
        {names_of_keys("Ctrl+Shift+H, B"), _("shopper's file, feedback to the shopper")},
        {names_of_keys("Ctrl+Shift+C, D, P, Y"), _("criteria, dashboard, plugins, fairness")},
        {names_of_keys("Ctrl+Shift+A, E"), _("appeals of shoppers, record one")},
        {names_of_keys("Ctrl+Shift+N"), _("missions that nobody has")},
        {names_of_keys("Ctrl+H, Ctrl+Shift+W"), _("hold the report, withdraw it")},
        {names_of_keys("Ctrl+Shift+Z"), _("take a hold or withdrawal back")},
        {names_of_keys("Ctrl+I"), _("accept, but leave out of the client's statistics")},
        {names_of_keys("Ctrl+Shift+V"), _("keep as a surplus visit")},
        {names_of_keys("Ctrl+K"), _("ask something of your own in the rework")},
        {names_of_keys("Ctrl+Shift+G"), _("the reports on hold")},
        {names_of_keys("Ctrl+Shift+K, Ctrl+L"), _("reworks awaited, library of remarks")},
        {names_of_keys("Ctrl+Shift+T, M"), _("shoppers by tier, outbox")},
        {names_of_keys("F1, Shift+F1"), _("this overview, the help")},
        {names_of_keys("Ctrl+Q"), _("quit")},
    };
}

}  // namespace relis::app

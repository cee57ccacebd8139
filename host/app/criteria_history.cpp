#include "app/criteria_history.h"

#include "app/criteria_words.h"
#include "app/words.h"
#include "review/criteria_changes.h"

namespace relis::app {

namespace {

using review::Misfit;
using review::ParameterChange;

/// A parameter with its plugin, as far as they are loaded.
struct Known {
    const PluginDescription* plugin = nullptr;
    const ParameterSpec* spec = nullptr;
};

Known find(const review::CriteriaSheet& sheet, const ParameterChange& change) {
    for (const PluginDescription& plugin : sheet.plugins) {
        if (plugin.id != change.plugin) continue;
        for (const ParameterSpec& spec : plugin.parameters) {
            if (spec.name == change.parameter) return {&plugin, &spec};
        }
        return {&plugin, nullptr};
    }
    return {};
}

wxString name_of(const Known& known, const ParameterChange& change) {
    return (known.plugin == nullptr ? shown(change.plugin) : shown(known.plugin->name)) + ", " +
           (known.spec == nullptr ? shown(change.parameter) : shown(known.spec->label));
}

/// What holds where the set does not override the parameter.
wxString without(const review::CriteriaSheet& sheet, const Known& known) {
    if (!sheet.programme.empty()) return _("as the agency");
    if (known.spec == nullptr) return _("default");
    return wxString::Format(_("default (%s)"), value_text(*known.spec, known.spec->default_value));
}

wxString value_of(const review::CriteriaSheet& sheet, const Known& known,
                  const std::optional<review::StoredValue>& stored) {
    if (!stored) return without(sheet, known);
    return stored->value ? value_text(*known.spec, *stored->value) : shown(stored->written);
}

wxString reason_of(Misfit misfit) {
    switch (misfit) {
        case Misfit::plugin:
            return _("the plugin is not loaded");
        case Misfit::parameter:
            return _("the plugin has no such parameter any more");
        case Misfit::value:
            return _("the plugin does not take this value any more");
        case Misfit::none:
            break;
    }
    return {};
}

wxString line_of(const review::CriteriaSheet& sheet, const ParameterChange& change) {
    const Known known = find(sheet, change);
    wxString line = name_of(known, change) + (speaks_french() ? wxString(wxUniChar(0xA0)) : wxString()) + ": ";
    if (change.changed()) line += value_of(sheet, known, change.before) + " " + wxUniChar(0x2192) + " ";
    line += value_of(sheet, known, change.after);
    if (change.misfit != Misfit::none) line += " (" + reason_of(change.misfit) + ")";
    return line + "\n";
}

}  // namespace

wxString state_of(const review::CriteriaSheet& sheet, const review::CriteriaVersion& version) {
    if (review::changes_of_version(sheet.history, version, sheet.plugins).rolled_back) return _("rolled back");
    return name_of(version.state);
}

wxString version_text(const review::CriteriaSheet& sheet, const review::CriteriaVersion& version) {
    const review::VersionChanges changes = review::changes_of_version(sheet.history, version, sheet.plugins);
    wxString text = wxString::Format(_("Version %d, %s"), version.version, state_of(sheet, version)) + "\n";
    if (!version.note.empty()) text += shown(version.note) + "\n";
    text += wxString::Format(_("%s made by %s"), clock(version.created_at), shown(version.author)) + "\n";
    bool again = false;
    for (const review::CriteriaEvent& event : version.events) {
        text += wxString::Format(again ? _("%s put in force again by %s") : _("%s put in force by %s"), clock(event.at),
                                 shown(event.who)) +
                "\n";
        again = true;
    }

    wxString fitting, misfitting, kept;
    for (const ParameterChange& change : changes.parameters) {
        wxString& group = change.misfit != Misfit::none ? misfitting : change.changed() ? fitting : kept;
        group += line_of(sheet, change);
    }
    const auto add = [&text](const wxString& title, const wxString& lines) {
        if (!lines.empty()) text += "\n" + title + "\n" + lines;
    };
    if (fitting.empty()) {
        text += "\n" +
                (changes.since == 0 ? _("It changes no value.")
                                    : wxString::Format(_("It changes no value since version %d."), changes.since)) +
                "\n";
    }
    add(changes.since == 0 ? _("Changed, as the first version:")
                           : wxString::Format(_("Changed since version %d:"), changes.since),
        fitting);
    add(_("Without effect with today's plugins:"), misfitting);
    add(_("Tuned as before:"), kept);
    return text;
}

}  // namespace relis::app

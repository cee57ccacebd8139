#include <map>

#include "command_line.h"
#include "input_file.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/criteria.h"
#include "review/plugin_switches.h"
#include "table.h"

namespace relis::cli {

namespace {

using Json = nlohmann::ordered_json;

struct Tuning {
    std::string file;
    std::string programme;
    std::string note;
};

Label absent_reason() {
    return {"il ne peut pas être appelé, et ce qu'il avait trouvé est gardé ; `relis plugin disable` y renonce",
            "it cannot be called, and what it found before is kept; `relis plugin disable` lets that go"};
}

Label name_of(review::PluginStatus::State state) {
    switch (state) {
        case review::PluginStatus::State::loaded:
            return {"chargé", "loaded"};
        case review::PluginStatus::State::refused:
            return {"refusé", "refused"};
        case review::PluginStatus::State::skipped:
            return {"ignoré", "skipped"};
    }
    return {};
}

Label role_text(const std::string& role) {
    if (role == "criterion") return {"critère", role};
    if (role == "inspection") return {"vérification", role};
    if (role == "decision_policy") return {"politique de décision", role};
    return role == "reliability_model" ? Label{"modèle de fiabilité", role} : same_in_both(role);
}

ExitCode list(Session& session) {
    const Format format = session.format({Format::table, Format::json});
    const std::vector<review::PluginStatus> plugins = session.workspace(true).plugin_status();
    const std::vector<review::DisabledPlugin> disabled = review::disabled_plugins(session.workspace(true));
    const std::vector<std::string> absent = review::absent_plugins(session.workspace(true));
    if (format == Format::json) {
        Json array = Json::array();
        for (const review::PluginStatus& p : plugins) {
            array.push_back({{"id", p.id},
                             {"version", p.version},
                             {"role", p.role},
                             {"state", name_of(p.state).en},
                             {"name", {{"fr", p.name_fr}, {"en", p.name_en}}},
                             {"path", p.path.string()},
                             {"reason", p.reason.en}});
        }
        for (const review::DisabledPlugin& off : disabled) {
            array.push_back({{"id", off.plugin.id},
                             {"version", off.plugin.version},
                             {"role", off.plugin.role},
                             {"state", "disabled"},
                             {"name", {{"fr", off.plugin.name_fr}, {"en", off.plugin.name_en}}},
                             {"path", off.plugin.path.string()},
                             {"reason", off.reason}});
        }
        for (const std::string& id : absent) {
            array.push_back({{"id", id},
                             {"version", ""},
                             {"role", ""},
                             {"state", "absent"},
                             {"name", {{"fr", ""}, {"en", ""}}},
                             {"path", ""},
                             {"reason", absent_reason().en}});
        }
        session.print_json(array);
        return ExitCode::done;
    }
    Table table({{session.say({"Greffon", "Plugin"})},
                 {"Version"},
                 {session.say({"Rôle", "Role"})},
                 {session.say({"Nom", "Name"}), Column::Align::left, 12},
                 {session.say({"Fichier", "Path"}), Column::Align::left, 16}});
    std::size_t loaded = 0;
    for (const review::PluginStatus& p : plugins) {
        if (p.state != review::PluginStatus::State::loaded) continue;
        table.add(
            {p.id, p.version, session.say(role_text(p.role)), session.say({p.name_fr, p.name_en}), p.path.string()});
        ++loaded;
    }
    if (loaded > 0) table.print(session.out());
    for (const review::PluginStatus& p : plugins) {
        if (p.state != review::PluginStatus::State::loaded) {
            session.complain(make_label("{} : {} : {}", "{}: {}: {}", name_of(p.state), p.path.string(), p.reason));
        }
    }
    for (const review::DisabledPlugin& off : disabled) {
        const Label version =
            off.plugin.version.empty() ? Label{"(non chargé)", "(not loaded)"} : same_in_both(off.plugin.version);
        session.remark(make_label("désactivé : {} {}, par {}, {} : {}", "disabled: {} {}, by {}, {}: {}", off.plugin.id,
                                  version, off.by, clock_text(off.at), off.reason));
    }
    for (const std::string& id : absent)
        session.complain(make_label("absent : {} : {}", "absent: {}: {}", id, absent_reason()));
    if (plugins.empty() && disabled.empty()) {
        session.complain({"aucun greffon n'a été trouvé ; nommez leur dossier avec --plugins DOSSIER",
                          "no plugin was found; name their folder with --plugins FOLDER"});
    }
    return ExitCode::done;
}

/// A parameter's value as it is typed in a JSON file.
std::string value_text(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

Label range_text(const Json& parameter) {
    if (parameter.contains("choices")) return same_in_both(value_text(parameter["choices"]));
    const bool low = parameter.contains("minimum"), high = parameter.contains("maximum");
    const std::string least = low ? fmt::format("{:g}", parameter["minimum"].get<double>()) : std::string{};
    const std::string most = high ? fmt::format("{:g}", parameter["maximum"].get<double>()) : std::string{};
    if (low && high) return make_label("{} à {}", "{} to {}", least, most);
    if (low) return make_label("à partir de {}", "from {}", least);
    return high ? make_label("jusqu'à {}", "up to {}", most) : Label{};
}

Label type_text(const std::string& type) {
    static const std::map<std::string, std::string> french{{"boolean", "oui ou non"}, {"integer", "entier"},
                                                           {"real", "nombre"},        {"text", "texte"},
                                                           {"choice", "choix"},       {"text_list", "liste"}};
    const auto known = french.find(type);
    return known == french.end() ? same_in_both(type) : Label{known->second, type};
}

/// Units that read alike in both languages stand for themselves.
Label unit_text(const std::string& unit) {
    static const std::map<std::string, std::string> french{
        {"words", "mots"},       {"faults", "fautes"},    {"faults per 100 words", "fautes par 100 mots"},
        {"answers", "réponses"}, {"reworks", "reprises"}, {"days", "jours"}};
    const auto known = french.find(unit);
    return known == french.end() ? same_in_both(unit) : Label{known->second, unit};
}

Label both_of(const Json& texts) {
    return {texts["fr"].get<std::string>(), texts["en"].get<std::string>()};
}

void print_schema(Session& session, const Json& schema) {
    session.tell(make_label("{} {} ({}) : {}\n{}", "{} {} ({}): {}\n{}", schema["id"].get<std::string>(),
                            schema["version"].get<std::string>(), role_text(schema["role"].get<std::string>()),
                            both_of(schema["name"]), both_of(schema["summary"])));
    Table table({{session.say({"Paramètre", "Parameter"})},
                 {session.say({"Genre", "Type"})},
                 {session.say({"Défaut", "Default"}), Column::Align::left, 10},
                 {session.say({"Limites", "Range"}), Column::Align::left, 10},
                 {session.say({"Unité", "Unit"})},
                 {session.say({"Sens", "Meaning"}), Column::Align::left, 24}});
    for (const Json& p : schema["parameters"]) {
        table.add({p["name"].get<std::string>(), session.say(type_text(p["type"].get<std::string>())),
                   value_text(p["default"]), session.say(range_text(p)),
                   session.say(unit_text(p["unit"].get<std::string>())), session.say(both_of(p["help"]))});
    }
    if (table.waiting() > 0) {
        session.out().write("\n");
        table.print(session.out());
    }
}

ExitCode show(Session& session, const std::string& id) {
    const Format format = session.format({Format::table, Format::json});
    const Json schemas = Json::parse(review::plugin_schemas(session.workspace(true)));
    for (const Json& schema : schemas) {
        if (schema["id"] != id) continue;
        if (format == Format::json) {
            session.print_json(schema);
            return ExitCode::done;
        }
        print_schema(session, schema);
        return ExitCode::done;
    }
    throw LabelledError(
        make_label("aucun greffon nommé « {} » n'est chargé ; `relis plugin list` énumère ceux qui le sont",
                   "no plugin named \"{}\" is loaded; `relis plugin list` names those that are", id));
}

ExitCode parameters(Session& session, const std::string& programme) {
    const Format format = session.format({Format::table, Format::json});
    const Json values = Json::parse(review::effective_parameters(session.workspace(), programme));
    if (format == Format::json) {
        session.print_json(values);
        return ExitCode::done;
    }
    Table table({{session.say({"Greffon", "Plugin"})},
                 {session.say({"Paramètre", "Parameter"})},
                 {session.say({"Valeur", "Value"}), Column::Align::left, 20}});
    for (const auto& [plugin, own] : values.items()) {
        for (const auto& [name, value] : own.items()) table.add({plugin, name, value_text(value)});
    }
    table.print(session.out());
    return ExitCode::done;
}

ExitCode tune(Session& session, const Tuning& tuning) {
    const Format format = session.format({Format::table, Format::json});
    const std::string content = content_of(tuning.file);
    const review::PublishResult result =
        review::publish_parameters(session.workspace(), tuning.programme, content, tuning.note);
    if (format == Format::json) {
        session.print_json({{"criteria_set", result.criteria_set}, {"errors", english(result.errors)}});
    } else {
        for (const Label& error : result.errors) session.complain(make_label("{} : {}", "{}: {}", tuning.file, error));
        if (result.errors.empty()) {
            session.tell(make_label(
                "Publiée comme grille de critères {}. `relis assess` évalue de nouveau ce qui attend une décision.",
                "Published as criteria set {}. `relis assess` rates what waits for a decision anew.",
                result.criteria_set));
        }
    }
    return result.errors.empty() ? ExitCode::done : ExitCode::problem;
}

ExitCode disable(Session& session, const std::string& id, const std::string& reason) {
    const bool changed = review::disable_plugin(session.workspace(), id, reason);
    session.tell(changed
                     ? make_label("{} est désactivé. `relis assess` évalue sans lui ce qui attend une décision.",
                                  "{} is switched off. `relis assess` rates what waits for a decision without it.", id)
                     : make_label("{} est déjà désactivé.", "{} is switched off already.", id));
    return ExitCode::done;
}

ExitCode enable(Session& session, const std::string& id) {
    const bool changed = review::enable_plugin(session.workspace(), id);
    session.tell(changed ? make_label("{} est activé. `relis assess` évalue avec lui ce qui attend une décision.",
                                      "{} is switched on. `relis assess` rates what waits for a decision with it.", id)
                         : make_label("{} est déjà activé.", "{} is switched on already.", id));
    return ExitCode::done;
}

ExitCode retry(Session& session, const std::string& path) {
    const std::optional<Label> reason = session.workspace(true).retry_plugin(path);
    if (reason) throw LabelledError(make_label("{} : {}", "{}: {}", path, *reason));
    session.tell(make_label("{} est de nouveau chargé.", "{} is loaded again.", path));
    return ExitCode::done;
}

}  // namespace

void add_plugin(CommandLine& line) {
    CLI::App* const verb = line.add_verb(
        "plugin", "Look at the plugins and tune them",
        "  relis plugin list                                     what is loaded, what was refused and why\n"
        "  relis plugin show detail                              its parameters with ranges\n"
        "  relis plugin parameters --programme hotel-2026        the values in force\n"
        "  relis plugin tune new.json --note \"shorter comments\"  publish {\"detail\": {\"min_words\": 12}}");
    verb->require_subcommand(1);
    line.on(
        line.add_verb("list", "What is loaded, what was refused and why", "  relis plugin list --format json", verb),
        list);

    const auto id = std::make_shared<std::string>();
    CLI::App* const show_verb =
        line.add_verb("show", "Describe a plugin with its parameters", "  relis plugin show french", verb);
    show_verb->add_option("plugin", *id, "The plugin")->type_name("ID")->required();
    line.on(show_verb, [id](Session& session) { return show(session, *id); });

    const auto tuning = std::make_shared<Tuning>();
    CLI::App* const values = line.add_verb("parameters", "Print the parameters in force",
                                           "  relis plugin parameters --format json > all.json", verb);
    values->add_option("--programme", tuning->programme, "Of this programme (default: the agency's own)")
        ->type_name("ID");
    line.on(values, [tuning](Session& session) { return parameters(session, tuning->programme); });

    CLI::App* const tune_verb =
        line.add_verb("tune", "Publish a new version of the parameters",
                      "  echo '{\"detail\": {\"min_words\": 12}}' | relis plugin tune - --note \"longer comments\"\n"
                      "  relis plugin tune hotel.json --programme hotel-2026 --note \"hotels: more detail\"",
                      verb);
    tune_verb
        ->add_option("file", tuning->file,
                     "JSON object of plugins to parameters; null takes one back; - reads standard input")
        ->type_name("FILE.json")
        ->required();
    tune_verb->add_option("--programme", tuning->programme, "For this programme only (default: the agency's own)")
        ->type_name("ID");
    tune_verb->add_option("--note", tuning->note, "Why, for the log")->type_name("TEXT")->required();
    line.on(tune_verb, [tuning](Session& session) { return tune(session, *tuning); });

    const auto switched = std::make_shared<std::string>(), why = std::make_shared<std::string>();
    CLI::App* const disable_verb =
        line.add_verb("disable", "Switch a plugin off for everybody on this database",
                      "  relis plugin disable consistency --reason \"too many false alarms at hotels\"", verb);
    disable_verb->add_option("plugin", *switched, "The plugin")->type_name("ID")->required();
    disable_verb->add_option("--reason", *why, "Why, for colleagues")->type_name("TEXT")->required();
    line.on(disable_verb, [switched, why](Session& session) { return disable(session, *switched, *why); });
    CLI::App* const enable_verb =
        line.add_verb("enable", "Switch a plugin on again", "  relis plugin enable consistency", verb);
    enable_verb->add_option("plugin", *switched, "The plugin")->type_name("ID")->required();
    line.on(enable_verb, [switched](Session& session) { return enable(session, *switched); });

    const auto path = std::make_shared<std::string>();
    CLI::App* const retry_verb = line.add_verb("retry", "Load a plugin again that once took the program down",
                                               "  relis plugin retry plugins/mine.so", verb);
    retry_verb->add_option("path", *path, "Its file, as `relis plugin list` names it")->type_name("PATH")->required();
    line.on(retry_verb, [path](Session& session) { return retry(session, *path); });
}

}  // namespace relis::cli

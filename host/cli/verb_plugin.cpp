#include "command_line.h"
#include "input_file.h"
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

constexpr const char* absent_reason =
    "it cannot be called, and what it found before is kept; `relis plugin disable` lets that go";

std::string_view name_of(review::PluginStatus::State state) {
    switch (state) {
        case review::PluginStatus::State::loaded:
            return "loaded";
        case review::PluginStatus::State::refused:
            return "refused";
        case review::PluginStatus::State::skipped:
            return "skipped";
    }
    return {};
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
                             {"state", name_of(p.state)},
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
                             {"reason", absent_reason}});
        }
        session.print_json(array);
        return ExitCode::done;
    }
    Table table(
        {{"Plugin"}, {"Version"}, {"Role"}, {"Name", Column::Align::left, 12}, {"Path", Column::Align::left, 16}});
    std::size_t loaded = 0;
    for (const review::PluginStatus& p : plugins) {
        if (p.state != review::PluginStatus::State::loaded) continue;
        table.add({p.id, p.version, p.role, p.name_en, p.path.string()});
        ++loaded;
    }
    if (loaded > 0) table.print(session.out());
    for (const review::PluginStatus& p : plugins) {
        if (p.state != review::PluginStatus::State::loaded)
            session.complain(fmt::format("{}: {}: {}", name_of(p.state), p.path.string(), p.reason.en));
    }
    for (const review::DisabledPlugin& off : disabled) {
        const std::string version = off.plugin.version.empty() ? "(not loaded)" : off.plugin.version;
        session.remark(fmt::format("disabled: {} {}, by {}, {}: {}", off.plugin.id, version, off.by, clock_text(off.at),
                                   off.reason));
    }
    for (const std::string& id : absent) session.complain(fmt::format("absent: {}: {}", id, absent_reason));
    if (plugins.empty() && disabled.empty())
        session.complain("no plugin was found; name their folder with --plugins FOLDER");
    return ExitCode::done;
}

/// A parameter's value as it is typed in a JSON file.
std::string value_text(const Json& value) {
    return value.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string range_text(const Json& parameter) {
    if (parameter.contains("choices")) return value_text(parameter["choices"]);
    const bool low = parameter.contains("minimum"), high = parameter.contains("maximum");
    const std::string least = low ? fmt::format("{:g}", parameter["minimum"].get<double>()) : std::string{};
    const std::string most = high ? fmt::format("{:g}", parameter["maximum"].get<double>()) : std::string{};
    if (low && high) return least + " to " + most;
    if (low) return "from " + least;
    return high ? "up to " + most : std::string{};
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
        Output& out = session.out();
        out.print("{} {} ({}): {}\n{}\n", id, schema["version"].get<std::string>(), schema["role"].get<std::string>(),
                  schema["name"]["en"].get<std::string>(), schema["summary"]["en"].get<std::string>());
        Table table({{"Parameter"},
                     {"Type"},
                     {"Default", Column::Align::left, 10},
                     {"Range", Column::Align::left, 10},
                     {"Unit"},
                     {"Meaning", Column::Align::left, 24}});
        for (const Json& p : schema["parameters"]) {
            table.add({p["name"].get<std::string>(), p["type"].get<std::string>(), value_text(p["default"]),
                       range_text(p), p["unit"].get<std::string>(), p["help"]["en"].get<std::string>()});
        }
        if (table.waiting() > 0) {
            out.write("\n");
            table.print(out);
        }
        return ExitCode::done;
    }
    throw std::runtime_error("no plugin named \"" + id + "\" is loaded; `relis plugin list` names those that are");
}

ExitCode parameters(Session& session, const std::string& programme) {
    const Format format = session.format({Format::table, Format::json});
    const Json values = Json::parse(review::effective_parameters(session.workspace(), programme));
    if (format == Format::json) {
        session.print_json(values);
        return ExitCode::done;
    }
    Table table({{"Plugin"}, {"Parameter"}, {"Value", Column::Align::left, 20}});
    for (const auto& [plugin, own] : values.items()) {
        for (const auto& [name, value] : own.items()) table.add({plugin, name, value_text(value)});
    }
    table.print(session.out());
    return ExitCode::done;
}

ExitCode tune(Session& session, const Tuning& tuning) {
    const Format format = session.format({Format::table, Format::json});
    const std::string content = content_of(tuning.file, "the parameters");
    const review::PublishResult result =
        review::publish_parameters(session.workspace(), tuning.programme, content, tuning.note);
    if (format == Format::json) {
        session.print_json({{"criteria_set", result.criteria_set}, {"errors", english(result.errors)}});
    } else {
        for (const Label& error : result.errors) session.complain(tuning.file + ": " + error.en);
        if (result.errors.empty()) {
            session.out().print("Published as criteria set {}. `relis assess` rates what waits for a decision anew.\n",
                                result.criteria_set);
        }
    }
    return result.errors.empty() ? ExitCode::done : ExitCode::problem;
}

ExitCode disable(Session& session, const std::string& id, const std::string& reason) {
    const bool changed = review::disable_plugin(session.workspace(), id, reason);
    session.out().line(changed ? id + " is switched off. `relis assess` rates what waits for a decision without it."
                               : id + " is switched off already.");
    return ExitCode::done;
}

ExitCode enable(Session& session, const std::string& id) {
    const bool changed = review::enable_plugin(session.workspace(), id);
    session.out().line(changed ? id + " is switched on. `relis assess` rates what waits for a decision with it."
                               : id + " is switched on already.");
    return ExitCode::done;
}

ExitCode retry(Session& session, const std::string& path) {
    const std::optional<Label> reason = session.workspace(true).retry_plugin(path);
    if (reason) throw std::runtime_error(path + ": " + reason->en);
    session.out().line(path + " is loaded again.");
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

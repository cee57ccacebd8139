#include "session.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <utility>

#include <fmt/ranges.h>
#include <unistd.h>

#include "label/make_label.h"
#include "label/system_message.h"
#include "text.h"

namespace relis::cli {

namespace {

namespace fs = std::filesystem;

constexpr std::array<std::pair<Format, std::string_view>, 5> format_names{{{Format::table, "table"},
                                                                           {Format::json, "json"},
                                                                           {Format::jsonl, "jsonl"},
                                                                           {Format::text, "text"},
                                                                           {Format::csv, "csv"}}};

std::string_view name_of(Format format) {
    return std::find_if(format_names.begin(), format_names.end(),
                        [&](const auto& entry) { return entry.first == format; })
        ->second;
}

/// A set and not empty variable of the environment, or nothing.
std::string from_environment(const char* name) {
    const char* const value = std::getenv(name);
    return value == nullptr ? std::string{} : value;
}

bool is_url(const std::string& location) {
    return location.find("://") != std::string::npos;
}

/// Where the database lies if nobody says: makes its folder.
std::string default_database() {
    if (std::string named = from_environment("RELIS_DB"); !named.empty()) return named;
    fs::path data = from_environment("XDG_DATA_HOME");
    if (!data.is_absolute()) {
        const std::string home = from_environment("HOME");
        if (home.empty()) {
            throw WrongUse(
                {"il n'y a pas de dossier personnel où garder une base de données ; nommez-en une avec --db CHEMIN ou "
                 "réglez RELIS_DB",
                 "there is no home folder to keep a database in; name one with --db PATH or set RELIS_DB"});
        }
        data = fs::path(home) / ".local" / "share";
    }
    const fs::path folder = data / "relis";
    std::error_code error;
    fs::create_directories(folder, error);
    if (error) {
        throw LabelledError(
            make_label("impossible de créer le dossier {} ({}) ; nommez une base de données avec --db CHEMIN",
                       "cannot create the folder {} ({}); name a database with --db PATH", folder.string(),
                       system_message(error)));
    }
    return (folder / "relis.sqlite").string();
}

void write_error(const std::string& text) {
    // Nobody is left to tell when standard error itself is gone
    if (write(STDERR_FILENO, text.data(), text.size()) < 0) return;
}

}  // namespace

Format Session::format(std::initializer_list<Format> known) const {
    if (options.format.empty()) return *known.begin();
    for (const Format format : known) {
        if (name_of(format) == options.format) return format;
    }
    std::vector<std::string_view> names;
    for (const Format format : known) names.push_back(name_of(format));
    throw WrongUse(make_label("--format {} : cette commande écrit {}", "--format {}: this verb prints {}",
                              options.format, fmt::to_string(fmt::join(names, ", "))));
}

review::Workspace& Session::workspace(bool may_create) {
    if (workspace_ == nullptr) {
        const std::string location = options.database.empty() ? default_database() : options.database;
        std::error_code error;
        if (!may_create && !is_url(location) && !fs::exists(location, error)) {
            const std::string begin =
                options.database.empty() ? "relis import PATH" : "relis --db " + location + " import PATH";
            throw LabelledError(make_label(
                "il n'y a pas de base de données {}{} ; nommez-en une autre avec --db CHEMIN, ou commencez-la par `{}`",
                "there is no database {}{}; name another with --db PATH, or begin it with `{}`", location,
                error ? " (" + error.message() + ")" : std::string{}, begin));
        }
        review::WorkspaceOptions opened = workspace_options();
        opened.database = location;
        workspace_ = std::make_unique<review::Workspace>(std::move(opened));
    }
    return *workspace_;
}

review::WorkspaceOptions Session::workspace_options() const {
    return {options.database, options.plugins, options.user};
}

void Session::complain(const Label& message) {
    out_.flush();
    write_error("relis: " + printable(say(message), true) + "\n");
}

void Session::remark(const Label& message) {
    out_.flush();
    write_error(printable(say(message), true) + "\n");
}

void Session::print_json(const nlohmann::ordered_json& json) {
    out_.line(json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace));
}

}  // namespace relis::cli

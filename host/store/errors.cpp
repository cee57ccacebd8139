#include "errors.h"

#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>

#include "label/make_label.h"

namespace relis::store {

namespace {

Failure explain_kind(ErrorKind kind, const ConnectionSettings& settings, const std::string& detail) {
    const std::string& name = settings.display_name;
    const std::string seconds = std::to_string(static_cast<double>(settings.lock_timeout.count()) / 1000.0);
    const std::string wait = seconds.substr(0, seconds.find('.') + 2) + " s";
    switch (kind) {
        case ErrorKind::locked:
            return {kind,
                    make_label("La base de données {} est verrouillée : un autre programme n'a pas fini d'écrire en "
                               "{}. Rien n'a changé ; fermez l'autre programme ou recommencez.",
                               "The database {} is locked: another program did not finish writing within {}. "
                               "Nothing was changed; close the other program or try again.",
                               name, wait)};
        case ErrorKind::read_only:
            return {kind,
                    make_label("La base de données {} ne peut pas être modifiée ({}). Rien n'a changé ; donnez-vous "
                               "le droit d'écrire le fichier et son dossier, ou ouvrez une autre base.",
                               "The database {} cannot be written ({}). Nothing was changed; give yourself the right "
                               "to write the file and its folder, or open another database.",
                               name, detail)};
        case ErrorKind::full:
            return {kind,
                    make_label("Il n'y a plus de place pour la base de données {} ({}). Rien de cette opération n'a "
                               "été gardé ; libérez de la place et recommencez.",
                               "There is no space left for the database {} ({}). Nothing of this operation was kept; "
                               "free some space and try again.",
                               name, detail)};
        case ErrorKind::not_a_database:
            return {kind,
                    make_label("{} n'est pas une base de données de Relis, ou elle est abîmée ({}). Nommez un autre "
                               "fichier, ou reprenez-la d'une copie.",
                               "{} is not a Relis database, or it is damaged ({}). Name another file, or restore it "
                               "from a copy.",
                               name, detail)};
        case ErrorKind::missing_folder:
            return {kind,
                    make_label("La base de données {} ne peut pas être ouverte ({}). Vérifiez que son dossier existe "
                               "et que vous pouvez y entrer.",
                               "The database {} cannot be opened ({}). Check that its folder exists and may be "
                               "entered.",
                               name, detail)};
        case ErrorKind::unreachable:
            return {
                kind,
                make_label("Le serveur de la base de données {} ne répond pas ({}). Vérifiez que le serveur tourne, et "
                           "l'adresse, le nom et le mot de passe ; puis recommencez.",
                           "The database server of {} cannot be reached ({}). Check that the server runs, and the "
                           "address, the name and the password; then try again.",
                           name, detail),
                true};
        default:
            return {kind, make_label("La base de données {} a refusé une opération : {}.",
                                     "The database {} refused an operation: {}.", name, detail)};
    }
}

/// Server messages come with a prefix, several lines and a line end.
std::string first_line(std::string text) {
    for (const std::string_view prefix : {"Cannot execute query. ", "Cannot prepare statement. ", "script "}) {
        if (text.starts_with(prefix)) text.erase(0, prefix.size());
    }
    text = text.substr(0, text.find('\n'));
    while (!text.empty() && (text.back() == '.' || text.back() == ' ')) text.pop_back();
    return text;
}

ErrorKind kind_of_sqlite(int result) {
    switch (result & 0xFF) {
        case SQLITE_BUSY:
        case SQLITE_LOCKED:
            return ErrorKind::locked;
        case SQLITE_READONLY:
        case SQLITE_PERM:
            return ErrorKind::read_only;
        case SQLITE_FULL:
            return ErrorKind::full;
        case SQLITE_NOTADB:
        case SQLITE_CORRUPT:
            return ErrorKind::not_a_database;
        case SQLITE_CANTOPEN:
            return ErrorKind::missing_folder;
        default:
            return ErrorKind::other;
    }
}

ErrorKind kind_of_postgresql(const std::string& state, bool opening) {
    if (opening || state.empty() || state.starts_with("08") || state.starts_with("57P") || state.starts_with("28")) {
        return ErrorKind::unreachable;
    }
    if (state == "55P03" || state == "40P01" || state == "40001") return ErrorKind::locked;
    if (state == "25006" || state == "42501") return ErrorKind::read_only;
    if (state == "53100") return ErrorKind::full;
    return ErrorKind::other;
}

}  // namespace

Failure explain(const soci::soci_error& error, const ConnectionSettings& settings, std::string_view attempt) {
    const bool opening = attempt == "opening";
    const std::string detail = first_line(error.get_error_message());
    ErrorKind kind = ErrorKind::other;
    if (const auto* sqlite = dynamic_cast<const soci::sqlite3_soci_error*>(&error)) {
        kind = kind_of_sqlite(sqlite->result());
    } else if (const auto* postgresql = dynamic_cast<const soci::postgresql_soci_error*>(&error)) {
        std::string state = postgresql->sqlstate();
        if (state.find_first_not_of(" \0", 0, 2) == std::string::npos) state.clear();
        kind = kind_of_postgresql(state, opening);
    } else if (settings.dialect == Dialect::postgresql && opening) {
        kind = ErrorKind::unreachable;
    }
    const bool explained = kind != ErrorKind::other;
    return explain_kind(kind, settings, explained ? detail : detail + " (in: " + std::string(attempt) + ")");
}

std::string without_password(const std::string& location) {
    const std::size_t scheme = location.find("://");
    if (scheme == std::string::npos) return location;
    std::string shown = location;
    const std::size_t host = shown.find('@', scheme);
    const std::size_t colon = shown.find(':', scheme + 3);
    if (host != std::string::npos && colon < host) shown.erase(colon, host - colon);
    const std::size_t parameter = shown.find("password=");
    if (parameter != std::string::npos) {
        const std::size_t end = shown.find('&', parameter);
        shown.replace(parameter, end == std::string::npos ? std::string::npos : end - parameter, "password=***");
    }
    return shown;
}

Error newer_version_error(const std::string& display_name, int found, int newest) {
    return {ErrorKind::newer_version,
            make_label("La base de données {} a été écrite par un Relis plus récent (schéma {}, ce programme connaît "
                       "jusqu'au {}). Rien n'a changé ; installez le Relis plus récent pour l'ouvrir.",
                       "The database {} was written by a newer Relis (schema {}, this program knows up to {}). Nothing "
                       "was changed; install the newer Relis to open it.",
                       display_name, found, newest)};
}

}  // namespace relis::store

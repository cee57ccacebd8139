#include "store/database.h"

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>

#include <fcntl.h>
#include <unistd.h>

#include "database_implementation.h"
#include "errors.h"
#include "label/make_label.h"
#include "migrations.h"

namespace relis::store {

namespace {

bool is_url(const std::string& location) {
    return location.starts_with("postgresql://") || location.starts_with("postgres://");
}

/// Whether this process may write there, by the rights it acts with.
bool may_write(const std::filesystem::path& path) {
    return faccessat(AT_FDCWD, path.c_str(), W_OK, AT_EACCESS) == 0;
}

/// What can be told of a file before SQLite opens it, so that nothing is made or changed by mistake.
void look_at_file(const std::string& location, const OpenOptions& options) {
    namespace fs = std::filesystem;
    const auto refuse = [&](ErrorKind kind, const Label& why) -> void { throw Error(kind, why); };
    if (location.empty()) {
        refuse(ErrorKind::missing_folder,
               Label{"Aucune base de données n'est nommée. Nommez un fichier ou une adresse postgresql://.",
                     "No database is named. Name a file or a postgresql:// address."});
    }
    if (location.find('"') != std::string::npos) {
        refuse(ErrorKind::missing_folder,
               make_label("La base de données {} ne peut pas être ouverte : son chemin contient un guillemet. Nommez "
                          "un autre fichier.",
                          "The database {} cannot be opened: its path holds a quotation mark. Name another file.",
                          location));
    }
    const fs::path path(location);
    const fs::path folder = path.has_parent_path() ? path.parent_path() : fs::path(".");
    std::error_code code;
    if (!fs::is_directory(folder, code)) {
        refuse(ErrorKind::missing_folder, make_label("La base de données {} ne peut pas être ouverte : le dossier {} "
                                                     "n'existe pas. Créez le dossier, ou nommez un autre fichier.",
                                                     "The database {} cannot be opened: the folder {} does not exist. "
                                                     "Make the folder, or name another file.",
                                                     location, folder.string()));
    }
    if (fs::is_directory(path, code)) {
        refuse(ErrorKind::not_a_database,
               make_label("{} est un dossier, et non une base de données. Nommez un fichier de ce dossier.",
                          "{} is a folder, not a database. Name a file in it.", location));
    }
    // SQLite writes its journal beside the file, so the folder must be writable too
    const bool exists = fs::exists(path, code);
    if (!options.read_only && (options.create || exists) && (!may_write(folder) || (exists && !may_write(path)))) {
        refuse(ErrorKind::read_only,
               make_label("La base de données {} ne peut pas être modifiée : {} vous est interdit en écriture. Rien "
                          "n'a changé ; donnez-vous le droit d'écrire, ou nommez un autre fichier.",
                          "The database {} cannot be written: {} is read-only for you. Nothing was changed; give "
                          "yourself the right to write, or name another file.",
                          location,
                          may_write(folder) ? Label{"le fichier", "the file"}
                                            : make_label("le dossier {}", "the folder {}", folder.string())));
    }
    if (!exists) {
        if (!options.create || options.read_only) {
            refuse(ErrorKind::missing_folder,
                   make_label("Il n'y a pas de base de données {}. Importez-y d'abord des rapports.",
                              "There is no database {}. Import reports into it first.", location));
        }
        return;
    }
    std::array<char, 16> head{};
    std::ifstream file(path, std::ios::binary);
    if (!file) {
        refuse(ErrorKind::read_only,
               make_label("La base de données {} ne peut pas être lue. Donnez-vous le droit de la lire et de l'écrire.",
                          "The database {} cannot be read. Give yourself the right to read and write it.", location));
    }
    file.read(head.data(), head.size());
    const std::string_view magic("SQLite format 3\0", 16);
    if (file.gcount() > 0 && std::string_view(head.data(), static_cast<std::size_t>(file.gcount())) != magic) {
        refuse(
            ErrorKind::not_a_database,
            make_label("{} n'est pas une base de données : le fichier contient autre chose. Rien n'a changé ; nommez "
                       "un autre fichier.",
                       "{} is not a database: the file holds something else. Nothing was changed; name another file.",
                       location));
    }
}

}  // namespace

Database::Database(const std::string& location, const OpenOptions& options) {
    ConnectionSettings settings;
    settings.dialect = is_url(location) ? Dialect::postgresql : Dialect::sqlite;
    settings.location = location;
    settings.display_name = without_password(location);
    settings.read_only = options.read_only;
    settings.lock_timeout = options.lock_timeout;
    if (settings.dialect == Dialect::sqlite) look_at_file(location, options);
    implementation_ = std::make_unique<Implementation>(settings, std::max<std::size_t>(options.connections, 1));
    const Lease lease = implementation_->borrow();
    if (!options.read_only) migrate(*lease);
    const int version = read_schema_version(*lease);
    if (version > newest_migration()) {
        throw newer_version_error(settings.display_name, version, newest_migration());
    }
    if (version < newest_migration()) {
        throw Error(ErrorKind::read_only,
                    make_label("La base de données {} a l'ancien schéma {} et n'est ouverte que pour la lecture. "
                               "Ouvrez-la une fois pour l'écriture, afin qu'elle soit mise à jour.",
                               "The database {} has the older schema {} and is opened for reading only. Open it for "
                               "writing once, so that it can be brought up to date.",
                               settings.display_name, version));
    }
    implementation_->schema_version = version;
}

Database::~Database() = default;
Database::Database(Database&&) noexcept = default;
Database& Database::operator=(Database&&) noexcept = default;

bool Database::is_postgresql() const {
    return implementation_->settings().dialect == Dialect::postgresql;
}

const std::string& Database::display_name() const {
    return implementation_->settings().display_name;
}

int Database::schema_version() const {
    return implementation_->schema_version;
}

int Database::newest_schema_version() {
    return newest_migration();
}

Database::Implementation::Implementation(ConnectionSettings settings, std::size_t connections)
    : settings_(std::move(settings)), most_(connections) {}

Lease Database::Implementation::borrow() {
    {
        std::unique_lock lock(mutex_);
        returned_.wait(lock, [&] { return !free_.empty() || lent_ < most_; });
        ++lent_;
        if (!free_.empty()) {
            std::unique_ptr<Connection> connection = std::move(free_.back());
            free_.pop_back();
            return {*this, std::move(connection)};
        }
    }
    try {
        return {*this, std::make_unique<Connection>(settings_)};
    } catch (...) {
        const std::lock_guard lock(mutex_);
        --lent_;
        returned_.notify_one();
        throw;
    }
}

void Database::Implementation::give_back(std::unique_ptr<Connection> connection) {
    const std::lock_guard lock(mutex_);
    --lent_;
    if (connection->usable()) free_.push_back(std::move(connection));
    returned_.notify_one();
}

bool Database::Implementation::take_writer_turn() {
    if (settings_.dialect == Dialect::postgresql) return false;
    if (!writer_.try_acquire_for(settings_.lock_timeout)) {
        throw Error(ErrorKind::locked,
                    make_label("La base de données {} est verrouillée : une autre partie de ce programme écrit encore. "
                               "Rien n'a changé ; recommencez quand elle a fini.",
                               "The database {} is locked: another part of this program is still writing. Nothing was "
                               "changed; try again when it has finished.",
                               settings_.display_name));
    }
    return true;
}

void Database::Implementation::end_writer_turn() {
    writer_.release();
}

Transaction::Transaction(Database& database, Durability durability)
    : pool_(database.implementation()),
      turn_(pool_.take_writer_turn()),
      lease_([this] {
          try {
              return pool_.borrow();
          } catch (...) {
              if (turn_) pool_.end_writer_turn();
              throw;
          }
      }()),
      durability_(durability) {
    try {
        if (lease_->is_postgresql()) {
            lease_->script(durability == Durability::full ? "BEGIN; SET LOCAL synchronous_commit = on" : "BEGIN");
        } else {
            // The level cannot change inside a transaction
            if (durability == Durability::full) lease_->script("PRAGMA synchronous = FULL");
            lease_->script("BEGIN IMMEDIATE");
        }
        open_ = true;
    } catch (...) {
        if (turn_) pool_.end_writer_turn();
        throw;
    }
}

Transaction::~Transaction() {
    if (open_) {
        try {
            finish("ROLLBACK");
        } catch (const Error&) {
            // SQLite rolls back by itself when the disk is full; a broken session has nothing left to roll back
            lease_->mark_broken();
        }
    }
    if (turn_) pool_.end_writer_turn();
}

void Transaction::commit() {
    finish("COMMIT");
}

void Transaction::finish(const char* command) {
    lease_->script(command);
    open_ = false;
    if (durability_ == Durability::full && !lease_->is_postgresql()) lease_->script("PRAGMA synchronous = NORMAL");
    if (turn_) pool_.end_writer_turn();
    turn_ = false;
}

}  // namespace relis::store

#include "connection.h"

#include <algorithm>
#include <chrono>
#include <cstring>
#include <thread>

#include <libpq-fe.h>
#include <soci/postgresql/soci-postgresql.h>
#include <soci/sqlite3/soci-sqlite3.h>
#include <unicode/utf8.h>

#include "errors.h"
#include "label/make_label.h"

namespace relis::store {

namespace {

constexpr std::size_t most_prepared = 300;  ///< the queue's filters make many statements; old ones may go

constexpr Value::Type type_of(char letter) {
    switch (letter) {
        case 'i':
            return Value::Type::integer;
        case 'r':
            return Value::Type::real;
        default:
            return Value::Type::text;
    }
}

/// A variable that SOCI reads or writes: one parameter or one column of a prepared statement, at a fixed address.
struct Slot {
    Value::Type type = Value::Type::text;
    std::string text;
    long long integer = 0;
    double real = 0;
    soci::indicator indicator = soci::i_ok;
};

// SOCI's use() refers to a name that lives as long as the full expression only, so exchange() stands in the same one
void bind_parameter(soci::statement& statement, Slot& slot) {
    switch (slot.type) {
        case Value::Type::text:
            statement.exchange(soci::use(slot.text, slot.indicator));
            break;
        case Value::Type::integer:
            statement.exchange(soci::use(slot.integer, slot.indicator));
            break;
        case Value::Type::real:
            statement.exchange(soci::use(slot.real, slot.indicator));
            break;
    }
}

void bind_column(soci::statement& statement, Slot& slot) {
    switch (slot.type) {
        case Value::Type::text:
            statement.exchange(soci::into(slot.text, slot.indicator));
            break;
        case Value::Type::integer:
            statement.exchange(soci::into(slot.integer, slot.indicator));
            break;
        case Value::Type::real:
            statement.exchange(soci::into(slot.real, slot.indicator));
            break;
    }
}

}  // namespace

bool is_storable(std::string_view text) {
    if (std::memchr(text.data(), 0, text.size()) != nullptr) return false;
    const auto* const bytes = reinterpret_cast<const std::uint8_t*>(text.data());
    const auto length = static_cast<std::int64_t>(text.size());
    for (std::int64_t at = 0; at < length;) {
        if (bytes[at] < 0x80) {
            ++at;
            continue;
        }
        const auto rest = static_cast<std::int32_t>(std::min<std::int64_t>(length - at, 4));
        std::int32_t width = 0;
        UChar32 character = 0;
        U8_NEXT(bytes + at, width, rest, character);
        if (character < 0) return false;
        at += width;
    }
    return true;
}

std::optional<std::string> Row::optional_text() {
    const Value& value = next();
    return value.null ? std::nullopt : std::optional(value.text);
}

std::optional<long long> Row::optional_integer() {
    const Value& value = next();
    return value.null ? std::nullopt : std::optional(value.integer);
}

std::optional<double> Row::optional_real() {
    const Value& value = next();
    return value.null ? std::nullopt : std::optional(value.real);
}

Moment Row::moment() {
    const Value& seconds = next();
    const Value& offset = next();
    return Moment{std::chrono::sys_seconds{std::chrono::seconds{seconds.integer}},
                  std::chrono::minutes{offset.integer}};
}

std::optional<Moment> Row::optional_moment() {
    const bool null = columns_.at(at_).null;
    const Moment value = moment();
    return null ? std::nullopt : std::optional(value);
}

struct Connection::Prepared {
    explicit Prepared(soci::session& session) : statement(session) {}
    soci::statement statement;
    std::vector<Slot> parameters;
    std::vector<Slot> columns;
    std::vector<Value> row;
    bool running = false;
    bool fetched = false;  ///< execute() already holds the first row
};

Connection::Running::~Running() {
    prepared.running = false;
    if (!finished) connection.prepared_.erase(sql);
}

Connection::Connection(ConnectionSettings settings) : settings_(std::move(settings)) {
    try {
        open();
    } catch (const soci::soci_error& error) {
        fail(error, "opening");
    }
}

Connection::~Connection() = default;

void Connection::open() {
    if (is_postgresql()) {
        std::string url = settings_.location;
        if (url.find("connect_timeout=") == std::string::npos) {
            url += (url.find('?') == std::string::npos ? "?" : "&");
            url += "connect_timeout=10";
        }
        session_.open(soci::postgresql, url);
        const std::string timeout = std::to_string(settings_.lock_timeout.count());
        script(
            "SET client_encoding = 'UTF8'; SET client_min_messages = warning; SET application_name = 'relis'; "
            "SET synchronous_commit = off; SET lock_timeout = " +
            timeout + (settings_.read_only ? "; SET default_transaction_read_only = on" : ""));
        return;
    }
    session_.open(soci::sqlite3, "dbname=\"" + settings_.location + "\"");
    script("PRAGMA busy_timeout = " + std::to_string(settings_.lock_timeout.count()) +
           "; PRAGMA foreign_keys = ON; PRAGMA recursive_triggers = ON; PRAGMA synchronous = NORMAL; "
           "PRAGMA temp_store = MEMORY; PRAGMA cache_size = -32000");
    if (settings_.read_only) {
        script("PRAGMA query_only = ON");
    } else {
        // The mode stays in the file: asking first spares the lock that setting it takes. SQLite itself does not wait
        // for another program that sets it at the same moment.
        const auto deadline = std::chrono::steady_clock::now() + settings_.lock_timeout;
        for (bool set = false; !set;) {
            try {
                const auto mode = first("t", "PRAGMA journal_mode", Arguments(), [](Row& row) { return row.text(); });
                if (mode != "wal") script("PRAGMA journal_mode = WAL");
                set = true;
            } catch (const Error& error) {
                if (error.kind() != ErrorKind::locked || std::chrono::steady_clock::now() >= deadline) throw;
                std::this_thread::sleep_for(std::chrono::milliseconds(5));
            }
        }
    }
}

void Connection::fail(const soci::soci_error& error, std::string_view attempt) {
    const Failure failure = explain(error, settings_, attempt);
    if (failure.broken) usable_ = false;
    throw Error(failure.kind, failure.message);
}

void Connection::script(const std::string& sql) {
    try {
        if (is_postgresql()) {
            auto& backend = static_cast<soci::postgresql_session_backend&>(*session_.get_backend());
            const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(backend.conn_, sql.c_str()), &PQclear);
            const ExecStatusType status = PQresultStatus(result.get());
            if (status != PGRES_COMMAND_OK && status != PGRES_TUPLES_OK) {
                const char* const state = PQresultErrorField(result.get(), PG_DIAG_SQLSTATE);
                // Without a result there was no answer: 08006 is a broken connection
                throw soci::postgresql_soci_error(PQerrorMessage(backend.conn_), state == nullptr ? "08006" : state);
            }
        } else {
            auto& backend = static_cast<soci::sqlite3_session_backend&>(*session_.get_backend());
            char* message = nullptr;
            const int code = sqlite_api::sqlite3_exec(backend.conn_, sql.c_str(), nullptr, nullptr, &message);
            const std::string text = message == nullptr ? "" : message;
            sqlite_api::sqlite3_free(message);
            if (code != SQLITE_OK) throw soci::sqlite3_soci_error(text, code);
        }
    } catch (const soci::soci_error& error) {
        fail(error, sql.substr(0, sql.find_first_of(";\n")));
    }
}

Connection::Prepared& Connection::execute(const std::string& columns, const std::string& sql,
                                          const Arguments& arguments) {
    auto found = prepared_.find(sql);
    if (found != prepared_.end() && found->second->running) {
        throw std::logic_error("a statement is run again inside its own rows: " + sql);
    }
    const std::vector<Value>& values = arguments.values();
    for (const Value& value : values) {
        if (!is_storable(value.text)) {
            throw Error(ErrorKind::refused,
                        make_label("Un texte pour la base de données {} n'est pas de l'UTF-8 ou contient le caractère "
                                   "U+0000. Nettoyez le texte et recommencez.",
                                   "A text for the database {} is not valid UTF-8 or holds the character U+0000. Clean "
                                   "the text and try again.",
                                   settings_.display_name));
        }
    }
    try {
        if (found == prepared_.end()) {
            if (prepared_.size() >= most_prepared) {
                std::erase_if(prepared_, [](const auto& entry) { return !entry.second->running; });
            }
            auto fresh = std::make_unique<Prepared>(session_);
            fresh->parameters.resize(values.size());
            fresh->columns.resize(columns.size());
            fresh->row.resize(columns.size());
            fresh->statement.alloc();
            fresh->statement.prepare(sql);
            for (std::size_t i = 0; i < columns.size(); ++i) {
                fresh->columns[i].type = fresh->row[i].type = type_of(columns[i]);
                bind_column(fresh->statement, fresh->columns[i]);
            }
            for (std::size_t i = 0; i < values.size(); ++i) {
                fresh->parameters[i].type = values[i].type;
                bind_parameter(fresh->statement, fresh->parameters[i]);
            }
            fresh->statement.define_and_bind();
            found = prepared_.emplace(sql, std::move(fresh)).first;
        }
        Prepared& prepared = *found->second;
        if (prepared.parameters.size() != values.size() || prepared.columns.size() != columns.size()) {
            throw std::logic_error("arguments do not fit the statement: " + sql);
        }
        for (std::size_t i = 0; i < values.size(); ++i) {
            Slot& slot = prepared.parameters[i];
            if (slot.type != values[i].type) throw std::logic_error("argument of another type: " + sql);
            slot.indicator = values[i].null ? soci::i_null : soci::i_ok;
            slot.text = values[i].text;
            slot.integer = values[i].integer;
            slot.real = values[i].real;
        }
        prepared.running = true;
        prepared.fetched = prepared.statement.execute(true);
        return prepared;
    } catch (const soci::soci_error& error) {
        if (found != prepared_.end()) prepared_.erase(found);
        fail(error, sql);
    }
}

bool Connection::fetch(Prepared& prepared) {
    if (prepared.fetched) {
        prepared.fetched = false;
        return true;
    }
    try {
        return prepared.statement.fetch();
    } catch (const soci::soci_error& error) {
        fail(error, "reading rows");
    }
}

const std::vector<Value>& Connection::read(Prepared& prepared) {
    for (std::size_t i = 0; i < prepared.columns.size(); ++i) {
        const Slot& slot = prepared.columns[i];
        Value& value = prepared.row[i];
        value.null = slot.indicator == soci::i_null;
        if (value.null) {
            value.text.clear();
            value.integer = 0;
            value.real = 0;
            continue;
        }
        value.text = slot.text;
        value.integer = slot.integer;
        value.real = slot.real;
    }
    return prepared.row;
}

long long Connection::run(const std::string& sql, const Arguments& arguments) {
    Prepared& prepared = execute("", sql, arguments);
    Running running{*this, prepared, sql};
    try {
        const long long rows = prepared.statement.get_affected_rows();
        running.finished = true;
        return rows;
    } catch (const soci::soci_error& error) {
        fail(error, sql);
    }
}

long long Connection::integer(const std::string& sql, const Arguments& arguments) {
    return first("i", sql, arguments, [](Row& row) { return row.integer(); }).value_or(0);
}

bool Connection::exists(const std::string& sql, const Arguments& arguments) {
    return first("i", sql, arguments, [](Row& row) { return row.integer(); }).has_value();
}

}  // namespace relis::store

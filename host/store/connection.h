#pragma once

#include <chrono>
#include <initializer_list>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

#include <soci/soci.h>

#include <relis/moment.h>

#include "store/error.h"

namespace relis::store {

enum class Dialect { sqlite, postgresql };

/// A value on its way into or out of a statement; a null one keeps its type.
struct Value {
    enum class Type : char { text = 't', integer = 'i', real = 'r' };
    Type type = Type::text;
    bool null = false;
    std::string text;
    long long integer = 0;
    double real = 0;
};

/// The arguments of a statement in the order of its parameters. A moment fills two parameters: epoch seconds, offset
/// in minutes.
class Arguments {
  public:
    template <class... T>
    explicit Arguments(const T&... arguments) {
        values_.reserve(sizeof...(arguments) + 4);
        (add(arguments), ...);
    }
    template <class T>
    void add(const T& argument) {
        if constexpr (std::is_same_v<T, Moment>) {
            add(argument.utc.time_since_epoch().count());
            add(argument.offset.count());
        } else if constexpr (std::is_same_v<T, Value>) {
            values_.push_back(argument);
        } else if constexpr (std::is_integral_v<T>) {
            values_.push_back({Value::Type::integer, false, {}, static_cast<long long>(argument), 0});
        } else if constexpr (std::is_floating_point_v<T>) {
            values_.push_back({Value::Type::real, false, {}, 0, argument});
        } else {
            values_.push_back({Value::Type::text, false, std::string(argument), 0, 0});
        }
    }
    template <class T>
    void add(const std::optional<T>& argument) {
        const std::size_t first = values_.size();
        if constexpr (std::is_same_v<T, Moment>) {
            add(argument.value_or(Moment{}));
        } else {
            add(argument.value_or(T{}));
        }
        for (std::size_t i = first; i < values_.size(); ++i) values_[i].null = !argument;
    }
    [[nodiscard]] const std::vector<Value>& values() const { return values_; }

  private:
    std::vector<Value> values_;
};

/// The current row of a query; each getter reads the next column, in the order of the statement.
class Row {
  public:
    explicit Row(const std::vector<Value>& columns) : columns_(columns) {}
    std::string text() { return next().text; }
    long long integer() { return next().integer; }
    int number() { return static_cast<int>(next().integer); }
    bool flag() { return next().integer != 0; }
    double real() { return next().real; }
    std::optional<std::string> optional_text();
    std::optional<long long> optional_integer();
    std::optional<double> optional_real();
    Moment moment();  ///< two columns
    std::optional<Moment> optional_moment();

  private:
    const Value& next() { return columns_.at(at_++); }
    const std::vector<Value>& columns_;
    std::size_t at_ = 0;
};

/// What a connection needs to be made.
struct ConnectionSettings {
    Dialect dialect = Dialect::sqlite;
    std::string location;      ///< path or URL
    std::string display_name;  ///< for messages
    bool read_only = false;
    std::chrono::milliseconds lock_timeout{5000};
};

/// One session with its prepared statements, which stay prepared for its life. One thread at a time. Every SOCI error
/// leaves as store::Error.
class Connection {
  public:
    explicit Connection(ConnectionSettings settings);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    [[nodiscard]] Dialect dialect() const { return settings_.dialect; }
    [[nodiscard]] bool is_postgresql() const { return settings_.dialect == Dialect::postgresql; }
    [[nodiscard]] const ConnectionSettings& settings() const { return settings_; }

    /// Runs SQL of several statements without parameters, not prepared.
    void script(const std::string& sql);

    /// Runs a statement and returns how many rows it changed. Each parameter (`:name`) stands once in the SQL.
    long long run(const std::string& sql, const Arguments& arguments = Arguments());

    /// Runs a query and calls `use(Row&)` for each row. `columns` has a letter a column: t text, i integer, r real.
    /// `use` must not run the same SQL on this connection.
    template <class Use>
    void each(const std::string& columns, const std::string& sql, const Arguments& arguments, Use&& use) {
        Prepared& prepared = execute(columns, sql, arguments);
        Running running{*this, prepared, sql};
        while (fetch(prepared)) {
            Row row(read(prepared));
            use(row);
        }
        running.finished = true;
    }

    /// The first row of a query mapped by `map(Row&)`, or nothing.
    template <class Map>
    auto first(const std::string& columns, const std::string& sql, const Arguments& arguments, Map&& map) {
        std::optional<std::invoke_result_t<Map, Row&>> result;
        each(columns, sql, arguments, [&](Row& row) {
            if (!result) result.emplace(map(row));
        });
        return result;
    }

    /// The rows of a query, each mapped by `map(Row&)`.
    template <class Map>
    auto all(const std::string& columns, const std::string& sql, const Arguments& arguments, Map&& map) {
        std::vector<std::invoke_result_t<Map, Row&>> result;
        each(columns, sql, arguments, [&](Row& row) { result.push_back(map(row)); });
        return result;
    }

    /// The one integer of a query's first row, 0 where there is no row.
    long long integer(const std::string& sql, const Arguments& arguments = Arguments());

    /// Whether the query has a row.
    bool exists(const std::string& sql, const Arguments& arguments);

    /// False once the session broke: the pool then drops it.
    [[nodiscard]] bool usable() const { return usable_; }
    void mark_broken() { usable_ = false; }

  private:
    struct Prepared;
    /// Frees the statement when a row's user throws, since it would keep its place in the result.
    struct Running {
        Connection& connection;
        Prepared& prepared;
        const std::string& sql;
        bool finished = false;
        Running(Connection& c, Prepared& p, const std::string& s) : connection(c), prepared(p), sql(s) {}
        ~Running();
        Running(const Running&) = delete;
        Running& operator=(const Running&) = delete;
    };

    Prepared& execute(const std::string& columns, const std::string& sql, const Arguments& arguments);
    bool fetch(Prepared& prepared);
    const std::vector<Value>& read(Prepared& prepared);
    void open();
    [[noreturn]] void fail(const soci::soci_error& error, std::string_view attempt);

    ConnectionSettings settings_;
    soci::session session_;
    std::map<std::string, std::unique_ptr<Prepared>, std::less<>> prepared_;
    bool usable_ = true;
};

/// Whether a text can be kept by both back ends: valid UTF-8 without U+0000.
bool is_storable(std::string_view text);

}  // namespace relis::store

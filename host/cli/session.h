#pragma once

#include <filesystem>
#include <initializer_list>
#include <memory>
#include <string>
#include <string_view>

#include <nlohmann/json.hpp>

#include "label/labelled_error.h"
#include "label/language.h"
#include "output.h"
#include "review/workspace.h"

namespace relis::cli {

/// How the command ended, for the shell.
enum class ExitCode {
    done = 0,
    problem = 1,   ///< the work found a problem: a record refused, a database that cannot be opened, …
    wrong_use = 2  ///< the command line itself is wrong
};

/// What only shows once the work begins and still is a wrong use: a value that this verb does not know.
class WrongUse : public LabelledError {
  public:
    using LabelledError::LabelledError;
};

/// How results are printed; the names are those of --format.
enum class Format { table, json, jsonl, text, csv };

/// The options that every verb has.
struct GlobalOptions {
    std::string database;
    std::string user;
    std::string plugins;
    std::string format;  ///< empty: the verb's own
};

/// One run of the command: its options, its output and, once a verb asks for it, the open workspace.
class Session {
  public:
    Session() : out_(1), language_(language_of(system_locale())) {}

    GlobalOptions options;  ///< filled in by the parser before a verb runs

    [[nodiscard]] Output& out() { return out_; }

    /// The format asked for, or the first of `known`. Throws WrongUse for one that is not among them.
    [[nodiscard]] Format format(std::initializer_list<Format> known) const;

    /// Opens the database at the first call. One that does not exist yet is an error, unless the verb may begin one.
    [[nodiscard]] review::Workspace& workspace(bool may_create = false);

    /// What a workspace is opened with; the database as named, empty where nobody names one.
    [[nodiscard]] review::WorkspaceOptions workspace_options() const;

    /// The text in the language of whoever runs the command, as the environment names it.
    [[nodiscard]] const std::string& say(const Label& text) const { return text_in(language_, text); }

    /// One line of the results.
    void tell(const Label& result) { out_.line(say(result)); }
    /// `relis: …` on standard error, made printable; what was printed before comes first.
    void complain(const Label& message);
    /// The same without the name of the program, for what is no error.
    void remark(const Label& message);

    /// One JSON value and a line break; no text in it can make it invalid.
    void print_json(const nlohmann::ordered_json& json);

  private:
    Output out_;
    Language language_;
    std::unique_ptr<review::Workspace> workspace_;
};

}  // namespace relis::cli

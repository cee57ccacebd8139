#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "../support/temporary_folder.h"

namespace relis::cli_tests {

/// How a run ended and what it wrote.
struct Finished {
    int code = -1;  ///< exit code; minus the signal where a signal ended it
    std::string out;
    std::string err;

    [[nodiscard]] nlohmann::json json() const { return nlohmann::json::parse(out); }
    /// One JSON value a line.
    [[nodiscard]] std::vector<nlohmann::json> json_lines() const;
};

/// What a run is given beside its arguments.
struct Surroundings {
    std::string in{};                                  ///< standard input
    std::map<std::string, std::string> environment{};  ///< laid over this process's
    std::size_t largest_file = 0;                      ///< bytes that a file may grow to; 0: no limit
    bool obeys_permissions = false;                    ///< even root is then kept from what it may not read or write
    std::string out_file{};                            ///< standard output goes there instead of into Finished::out
    bool out_closed = false;                           ///< starts without a standard output
};

/// A folder of its own for each test with files, a database and the command `relis` to run on them.
class Desk {
  public:
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }
    [[nodiscard]] std::string database() const { return (folder() / "relis.sqlite").string(); }
    [[nodiscard]] std::string path(const std::string& name) const { return (folder() / name).string(); }
    /// Writes a file and returns its path.
    std::string write(const std::string& name, const std::string& content) const {
        return folder_.write(name, content).string();
    }

    /// Runs `relis` with exactly these arguments.
    [[nodiscard]] static Finished run_bare(const std::vector<std::string>& arguments,
                                           const Surroundings& surroundings = {});
    /// The same on this desk's database, as the user `anne`.
    [[nodiscard]] Finished run(std::vector<std::string> arguments, const Surroundings& surroundings = {}) const;

    /// Imports the questionnaire and the roster of a small agency.
    void open_agency() const;
    /// Imports a report on the welcome in a grocery.
    Finished import_report(const std::string& id, const std::string& comment) const;

  private:
    test::TemporaryFolder folder_;
};

/// A report of that agency, to be changed by tests.
[[nodiscard]] nlohmann::json report(const std::string& id, const std::string& comment);

/// Comments that an editor would praise, and would not.
extern const char* const good_comment;
extern const char* const poor_comment;

}  // namespace relis::cli_tests

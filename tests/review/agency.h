#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "../support/both_languages.h"
#include "../support/temporary_folder.h"
#include "review/import.h"
#include "review/workspace.h"

namespace relis::review {

/// A small agency of its own for each test: a questionnaire of three questions, two shoppers, a database in a
/// temporary folder.
class Agency {
  public:
    Agency();

    [[nodiscard]] Workspace& workspace() { return *workspace_; }
    [[nodiscard]] const std::filesystem::path& folder() const { return folder_.path(); }

    /// Writes a file into the folder and imports it.
    ImportSummary import(const std::string& name, const std::string& content);
    /// Imports a report that answers every question; `comment` is what it says of the welcome.
    ImportSummary import_report(const std::string& report_id, const std::string& comment, int revision = 1);
    /// The address of the shopper C-1 as a new roster gives it; empty: none.
    void give_address(const std::string& address);
    /// Another workspace on the same database, for a colleague.
    [[nodiscard]] std::unique_ptr<Workspace> open_as(const std::string& user) const;

  private:
    test::TemporaryFolder folder_;
    std::unique_ptr<Workspace> workspace_;
};

/// The record that import_report writes, as JSON text.
[[nodiscard]] std::string report_json(const std::string& report_id, const std::string& comment, int revision = 1);

/// A comment that an editor would praise.
inline const std::string good_comment =
    "À 14 h 05, la caissière, une jeune femme nommée Stéphanie, m'a regardée et a dit « Bonjour madame, vous allez "
    "bien ? » pendant "
    "qu'elle rangeait les sacs près de la caisse 3. J'ai attendu deux minutes derrière un couple avant de passer.";

}  // namespace relis::review

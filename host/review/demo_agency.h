#pragma once

#include <array>
#include <memory>
#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "demo_texts.h"
#include "review/demo_year.h"
#include "review/import.h"
#include "review/present.h"
#include "temporary_folder.h"

// What the parts of the demonstration's year work on: people, places, desks, the clock and the dice.
namespace relis::review {

inline constexpr int year_days = 366;

struct DemoPerson {
    std::string id;
    std::string joined_on;
    bool overseas = false;  ///< in France
    Talent talent;
    std::optional<Moment> slump;  ///< from then on hardly a mission is done
};

/// What is going to happen, or has.
struct DemoErrand {
    enum class Kind { submit, cancel, miss };
    Moment at;
    Kind kind = Kind::submit;
    std::size_t programme = 0;
    VisitPlan plan;
    nlohmann::json report;  ///< of a further revision: the one before, then the one to submit
    bool copied = false;
    bool silent = false;  ///< its rework was never answered
    bool asked_again = false;
    std::chrono::hours rework_time{30};  ///< of the latest rework
    bool operator<(const DemoErrand& other) const;
};

/// The files that are imported.
class DemoFiles {
  public:
    template <class Json>
    [[nodiscard]] std::filesystem::path write(const std::string& name, const Json& content) const {
        return write_text(name, content.dump());
    }

  private:
    [[nodiscard]] std::filesystem::path write_text(const std::string& name, const std::string& content) const;
    TemporaryFolder folder_{"demo"};
};

/// The agency with its three reviewers. Not thread-safe.
class DemoAgency {
  public:
    static constexpr std::array<std::string_view, 3> reviewers{"anne", "bruno", "chloe"};

    /// Opens the desks and brings people, places and questionnaires in. Throws as live_demo_year does.
    DemoAgency(const WorkspaceOptions& options, const DemoYearOptions& year);

    [[nodiscard]] Workspace& first_desk() { return *desks_.front(); }
    /// One of the reviewers', by the dice.
    [[nodiscard]] Workspace& desk() { return *desks_[static_cast<std::size_t>(pick(random, 0, 2))]; }
    /// A colleague's of that user.
    [[nodiscard]] Workspace& desk_beside(const std::string& user);

    /// Imports a file; what is refused is a fault of the year itself.
    ImportSummary take_in(const std::filesystem::path& path);
    /// Publishes parameters for the whole agency.
    void tune(const std::string& parameters, const std::string& note);
    /// A shared sentence, see DemoTexts.
    [[nodiscard]] std::string sentence(const std::string& name) { return texts.front().shared(name, random); }
    /// A person who is known by then; null where the dice choose somebody who is not.
    [[nodiscard]] const DemoPerson* somebody(const Moment& by);

    const DemoYearOptions& options;
    Random random;
    Moment end;
    Moment begin;
    PresentAt present;
    DemoFiles files;
    std::vector<DemoTexts> texts;                    ///< one a programme
    std::vector<std::vector<nlohmann::json>> sites;  ///< of each programme, as reports name them
    std::vector<DemoPerson> people;
    std::set<std::string> withdrawn;  ///< shoppers
    DemoYearSummary summary;

  private:
    void read_programmes();
    void read_people();

    std::vector<std::unique_ptr<Workspace>> desks_;
};

}  // namespace relis::review

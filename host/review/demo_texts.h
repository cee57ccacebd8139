#pragma once

#include <filesystem>
#include <map>
#include <random>
#include <string>
#include <utility>
#include <vector>

#include <nlohmann/json.hpp>

#include <relis/moment.h>

// The texts of the demonstration's year, composed from the sentences in data/demo-year. Its README says how.
namespace relis::review {

using Random = std::mt19937_64;

/// A JSON file of the folder `data`. Throws LabelledError that names it where there is none.
[[nodiscard]] nlohmann::json read_demo_file(const std::filesystem::path& path);

/// A number from `least` to `most`, the same on every machine, which the distributions of the library are not.
[[nodiscard]] int pick(Random& random, int least, int most);
/// True with that probability, 0–1.
[[nodiscard]] bool happens(Random& random, double probability);

/// How somebody writes and works, 0–1 where nothing else is said.
struct Talent {
    int detail = 2;     ///< 0 terse, 1 short, 2 plain, 3 rich, 4 opinions
    double faults = 0;  ///< share of the words with a fault
    double late = 0;
    double missing = 0;  ///< of the answers
    double cancels = 0;
    double misses = 0;
    double copies = 0;
    bool woman = true;
};

/// What is to be told.
struct VisitPlan {
    std::string report_id;
    std::string mission_id;
    std::string shopper_id;
    nlohmann::json site;  ///< id, name, city
    Moment start;
    Moment end;
    Talent talent;
    bool with_proof = true;
    bool contradiction = false;
};

class DemoTexts {
  public:
    /// Reads the sentences of one programme and those that all share. Throws std::runtime_error with the file's name.
    DemoTexts(const std::filesystem::path& folder, const std::string& file);

    [[nodiscard]] const std::string& programme() const { return programme_; }
    [[nodiscard]] int least_minutes() const { return sentences_.at("minutes").at(0).get<int>(); }
    [[nodiscard]] int most_minutes() const { return sentences_.at("minutes").at(1).get<int>(); }
    /// Minutes east of UTC at the sites.
    [[nodiscard]] std::chrono::minutes offset() const;
    /// How many of the year's visits are of this programme, against the others' shares.
    [[nodiscard]] int share() const { return sentences_.at("share").get<int>(); }
    /// Kept for shoppers who write well.
    [[nodiscard]] bool for_the_best() const { return sentences_.value("for_the_best", false); }
    /// The earliest and the latest beginning of a visit, in minutes of the day.
    [[nodiscard]] std::pair<int, int> clock() const;

    /// A `relis.report/1` of the first revision; due and submission times are the caller's.
    [[nodiscard]] nlohmann::json compose(const VisitPlan& plan, Random& random);
    /// The same visit told again: what was missing is there, what was thin is told at length.
    [[nodiscard]] nlohmann::json compose_again(const nlohmann::json& report, const VisitPlan& plan, Random& random);
    /// One of the shared sentences of that name; with a kind, of those of a group.
    [[nodiscard]] std::string shared(const std::string& name, Random& random) const;
    [[nodiscard]] std::string shared(const std::string& group, const std::string& kind, Random& random) const;
    /// A whole group, by kind.
    [[nodiscard]] std::map<std::string, std::string> group(const std::string& name) const;

  private:
    struct Telling;
    using Chosen = std::map<std::string, int>;  ///< question and answer → which telling

    [[nodiscard]] Chosen choose_tellings(const nlohmann::json& answers, Random& random);
    [[nodiscard]] nlohmann::json choose_answers(const VisitPlan& plan, const nlohmann::json& known,
                                                Random& random) const;
    [[nodiscard]] const nlohmann::json* tellings_of(const nlohmann::json& question, const std::string& value) const;
    [[nodiscard]] std::string tell(const nlohmann::json& say, int chosen, const Telling& how, Random& random) const;
    /// The same sentence in other words, with something before or after it.
    [[nodiscard]] std::string reworded(std::string sentence, Random& random) const;
    [[nodiscard]] std::string story(const nlohmann::json& question, const Telling& how, Random& random) const;
    [[nodiscard]] std::string expand(const std::string& text, const Telling& how, Random& random) const;
    [[nodiscard]] std::string slot(const std::string& name, const Telling& how, Random& random) const;
    [[nodiscard]] nlohmann::json report_of(const VisitPlan& plan, const nlohmann::json& answers, Random& random);

    nlohmann::json sentences_;
    nlohmann::json common_;
    std::string programme_;
    std::vector<Chosen> told_;  ///< of the reports so far, so that no two are told alike
};

/// A text with that share of its words misspelt as people do: accents, homophones, endings, doubled letters.
[[nodiscard]] std::string with_faults(const std::string& text, double share, Random& random);

}  // namespace relis::review

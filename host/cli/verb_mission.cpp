#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/assignments.h"
#include "review/json.h"
#include "review/mission_candidates.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

struct Arguments {
    std::string mission;
    std::string due;
    std::string at;
    std::string shopper;
    std::size_t limit = 20;
    std::size_t excluded = 20;
};

std::string reasons_of(const review::MissionCandidate& candidate) {
    std::string text;
    for (const review::CandidateReason& reason : candidate.reasons)
        text += (text.empty() ? "" : " ; ") + label(reason.criterion).fr + " " + reason.text.fr;
    return text;
}

std::string exclusions_of(const review::MissionCandidate& candidate) {
    std::string text;
    for (const review::CandidateExclusion& exclusion : candidate.exclusions)
        text += (text.empty() ? "" : " ; ") + label(exclusion.kind).fr + " : " + exclusion.text.fr;
    return text;
}

void print_mission(Output& out, const review::MissionNeed& mission) {
    out.line(styled("Mission " + mission.mission_id, Style::bold, out) + ", " + mission.programme_name + ", " +
             mission.site_name + (mission.city.empty() ? "" : ", " + mission.city));
    std::string due = "Sans échéance";
    if (mission.due_at) {
        due = "Échéance " + clock_text(mission.due_at);
        due +=
            mission.hours_left.value_or(0) > 0 ? fmt::format(", il reste {:.0f} h", *mission.hours_left) : ", passée";
    }
    out.line(due + (mission.reserved ? " ; réservée aux meilleurs" : ""));
}

/// Everything about one shopper.
void print_one(Output& out, const review::MissionCandidate& candidate) {
    out.print("\n{} ({}) : {} points{}\n\n", candidate.name, candidate.shopper_id, number_text(candidate.score, 0),
              candidate.rank == 0 ? ", exclu" : fmt::format(", rang {}", candidate.rank));
    for (const review::CandidateExclusion& exclusion : candidate.exclusions)
        out.print("{} : {}\n", label(exclusion.kind).fr, exclusion.text.fr);
    Table table({{"Critère"}, {"Points", right}, {"Au plus", right}, {"D'après", Column::Align::left, 20}});
    for (const review::CandidateReason& reason : candidate.reasons) {
        table.add({label(reason.criterion).fr, number_text(reason.points, 1), number_text(100 * reason.weight, 1),
                   reason.text.fr});
    }
    table.print(out);
}

void print_ranking(Session& session, const review::Ranking& ranking) {
    Output& out = session.out();
    if (!ranking.candidates.empty()) {
        out.write("\n");
        Table table({{"Rang", right},
                     {"Client mystère"},
                     {"Nom", Column::Align::left, 12},
                     {"Ville", Column::Align::left, 8},
                     {"Points", right},
                     {"Raisons", Column::Align::left, 20}});
        for (const review::MissionCandidate& c : ranking.candidates)
            table.add({std::to_string(c.rank), c.shopper_id, c.name, c.city, number_text(c.score, 0), reasons_of(c)});
        table.print(out);
    }
    if (!ranking.excluded.empty()) {
        out.write("\n");
        Table table(
            {{"Exclu"}, {"Nom", Column::Align::left, 12}, {"Points", right}, {"Pourquoi", Column::Align::left, 20}});
        for (const review::MissionCandidate& c : ranking.excluded)
            table.add({c.shopper_id, c.name, number_text(c.score, 0), exclusions_of(c)});
        table.print(out);
    }
    session.remark(make_label("{} clients mystères sur {} peuvent la prendre ; {} affichés, et {} exclus.",
                              "{} of {} shoppers can take it; {} shown, {} excluded ones shown.", ranking.eligible,
                              ranking.shoppers, ranking.candidates.size(), ranking.excluded.size()));
    if (ranking.mission.due_at && ranking.mission.hours_left == 0.0)
        session.remark({"L'échéance est passée ; --due HEURE classe pour la nouvelle.",
                        "The due time has passed; --due TIME ranks for the new one."});
}

ExitCode candidates(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    review::RankingOptions options;
    options.due_at = moment_if_given("--due", arguments.due);
    options.at = moment_if_given("--at", arguments.at);
    const bool one = !arguments.shopper.empty();
    options.only = arguments.shopper;
    options.limit = arguments.limit;
    options.excluded_limit = arguments.excluded;
    review::Ranking ranking = review::rank_candidates(session.workspace(), arguments.mission, options);
    // Nobody makes a time that has passed: what counts is when the mission would be due again
    const bool due_again =
        !options.due_at && !options.at && ranking.mission.due_at && ranking.mission.hours_left == 0.0;
    if (due_again) {
        options.due_at = review::default_assignment_due(session.workspace(), arguments.mission);
        ranking = review::rank_candidates(session.workspace(), arguments.mission, options);
        session.remark(
            {"L'échéance est passée : classement pour celle que donne `relis mission assign` ; --due HEURE "
             "classe pour une autre.",
             "The due time has passed: ranked for the one that `relis mission assign` gives; --due TIME "
             "ranks for another."});
    }
    if (format == Format::json) {
        session.out().line(review::to_json(ranking));
        return ExitCode::done;
    }
    print_mission(session.out(), ranking.mission);
    if (one) {
        print_one(session.out(), ranking.candidates.empty() ? ranking.excluded.front() : ranking.candidates.front());
    } else {
        print_ranking(session, ranking);
    }
    return ExitCode::done;
}

}  // namespace

void add_mission(CommandLine& line) {
    CLI::App* const verb = line.add_verb("mission", "Who could take a mission, giving it, and how missions end",
                                         "  relis mission candidates M-000123\n"
                                         "  relis mission candidates M-000123 --shopper C-0042    why, or why not\n"
                                         "  relis mission assign M-000123 C-0042");
    verb->require_subcommand(1);
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const list =
        line.add_verb("candidates", "Rank the shoppers for a mission, with reasons; say who is excluded and why",
                      "  relis mission candidates M-000123\n"
                      "  relis mission candidates M-000123 --due 2026-06-20T18:00:00-04:00\n"
                      "  relis mission candidates M-000123 --limit 0 --format json\n"
                      "Weights and limits: `relis criteria values`, entry assignment.",
                      verb);
    list->add_option("mission", arguments->mission, "The mission")->type_name("MISSION_ID")->required();
    list->add_option(
            "--due", arguments->due,
            "The new due time (default: the mission's own, or once it has passed the one that assigning gives)")
        ->type_name("ISO-TIME");
    list->add_option("--at", arguments->at, "When it is asked (default: now)")->type_name("ISO-TIME");
    list->add_option("--shopper", arguments->shopper, "Explain this shopper only")->type_name("SHOPPER_ID");
    list->add_option("--limit", arguments->limit, "At most so many candidates; 0: all")
        ->type_name("N")
        ->check(whole_number_from(0))
        ->capture_default_str();
    list->add_option("--excluded", arguments->excluded, "At most so many excluded ones; 0: all")
        ->type_name("N")
        ->check(whole_number_from(0))
        ->capture_default_str();
    line.on(list, [arguments](Session& session) { return candidates(session, *arguments); });
    add_mission_moves(line, verb);
}

}  // namespace relis::cli

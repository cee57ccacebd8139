#include "command_line.h"
#include "labels.h"
#include "review/json.h"
#include "review/shoppers.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

std::string rating_text(const std::optional<Reliability>& reliability) {
    return score_text(reliability ? std::optional(reliability->value) : std::nullopt);
}

void print_list(Session& session, Format format) {
    Table table({{"Client mystère"},
                 {"Nom", Column::Align::left, 12},
                 {"Ville", Column::Align::left, 8},
                 {"Cote", right},
                 {"±", right},
                 {""}});
    Output& out = session.out();
    bool first = true;
    std::string next;
    if (format == Format::json) out.write("[");
    do {
        const review::ShopperPage page = review::shopper_page(session.workspace(), next);
        for (const review::ShopperCard& card : page.shoppers) {
            if (format == Format::json) {
                out.write((first ? "" : ",\n") + review::to_json(card));
            } else {
                const auto& rating = card.reliability;
                table.add({card.shopper_id, card.name, card.city, rating_text(rating),
                           rating ? score_text(rating->uncertainty) : "–",
                           rating && rating->newcomer ? "nouveau" : ""});
            }
            first = false;
        }
        if (format == Format::table && table.waiting() > 0) table.print(out);
        next = page.next;
    } while (!next.empty() && !out.closed());
    if (format == Format::json) {
        out.line("]");
    } else if (first) {
        session.remark({"Aucun client mystère n'est connu ; importez leur fichier avec `relis import`.",
                        "No shopper is known; import a roster with `relis import`."});
    }
}

void print_card(Session& session, const review::ShopperCard& card) {
    Output& out = session.out();
    out.line(styled(card.name, Style::bold, out) + " (" + card.shopper_id + ")" +
             (card.city.empty() ? "" : ", " + card.city));
    if (!card.reliability) {
        out.line("Pas encore de cote de fiabilité.");
    } else {
        out.print("Cote de fiabilité {} sur 5 (à {} près){}\n\n", score_text(card.reliability->value),
                  score_text(card.reliability->uncertainty),
                  card.reliability->newcomer ? ", nouveau : trop peu de missions pour juger" : "");
        Table components({{"Composante"}, {"Note", right}, {"Poids", right}, {"D'après", Column::Align::left, 20}});
        for (const ReliabilityComponent& component : card.reliability->components) {
            components.add({component.label.fr, score_text(component.value),
                            fmt::format("{:.0f} %", component.weight * 100), session.say(component.explanation)});
        }
        components.print(out);
    }
    if (card.history.empty()) return;
    out.write("\n");
    Table missions({{"Mission"},
                    {"Programme", Column::Align::left, 10},
                    {"Fermée le"},
                    {"Issue"},
                    {"Remise"},
                    {"Reprises", right},
                    {"Dét.", right},
                    {"Fr.", right},
                    {"Manq.", right}});
    for (const MissionRecord& m : card.history) {
        const char* punctual = "–";
        if (m.submitted_at && m.due_at) punctual = *m.submitted_at <= *m.due_at ? "à temps" : "en retard";
        missions.add({m.mission_id, m.programme, clock_text(m.closed_at).substr(0, 10), label(m.outcome), punctual,
                      std::to_string(m.reworks), score_text(m.detail), score_text(m.french),
                      std::to_string(m.missing)});
    }
    missions.print(out);
}

ExitCode shopper(Session& session, const std::string& id) {
    const Format format = session.format({Format::table, Format::json});
    if (id.empty()) {
        print_list(session, format);
        return ExitCode::done;
    }
    const review::ShopperCard card = review::load_shopper(session.workspace(), id);
    if (format == Format::json) {
        session.out().line(review::to_json(card));
    } else {
        print_card(session, card);
    }
    return ExitCode::done;
}

}  // namespace

void add_shopper(CommandLine& line) {
    const auto id = std::make_shared<std::string>();
    CLI::App* const verb = line.add_verb("shopper", "List the shoppers, or show one with rating and history",
                                         "  relis shopper\n"
                                         "  relis shopper C-0042\n"
                                         "  relis shopper tiers --tier at_risk\n"
                                         "  relis shopper proposals\n"
                                         "  relis shopper C-0042 --format json");
    verb->add_option("shopper", *id, "The shopper")->type_name("SHOPPER_ID");
    line.on(verb, [id](Session& session) { return shopper(session, *id); });
    add_shopper_tiers(line, verb);
    add_shopper_conduct(line, verb);
}

}  // namespace relis::cli

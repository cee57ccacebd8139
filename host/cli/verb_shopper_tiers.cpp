#include <algorithm>

#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/shoppers.h"
#include "review/tiers.h"

namespace relis::cli {

namespace {

constexpr auto right = Column::Align::right;

struct Arguments {
    std::string shopper;
    std::string reason;
    std::string tier;
};

std::string rating_text(const std::optional<Reliability>& rating) {
    return rating ? score_text(rating->value) + " ± " + score_text(rating->uncertainty) : "–";
}

ExitCode tiers(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    const auto shoppers = review::shopper_tiers(session.workspace(), review::tier_from(arguments.tier));
    if (format == Format::json) {
        session.out().line(review::to_json(shoppers));
        return ExitCode::done;
    }
    Table table({{"Client mystère"},
                 {"Nom", Column::Align::left, 12},
                 {"Rang"},
                 {"Cote", right},
                 {"Retiré par"},
                 {"Raison", Column::Align::left, 16}});
    for (const review::ShopperTier& shopper : shoppers) {
        table.add({shopper.shopper_id, shopper.name, review::label(shopper.tier).fr, rating_text(shopper.reliability),
                   shopper.withdrawn_by, shopper.withdrawn_because});
    }
    if (table.waiting() > 0) {
        table.print(session.out());
    } else {
        session.remark({"Aucun client mystère n'est à ce rang.", "No shopper is in that tier."});
    }
    return ExitCode::done;
}

ExitCode proposals(Session& session) {
    const Format format = session.format({Format::table, Format::json});
    const auto found = review::tier_proposals(session.workspace());
    if (format == Format::json) {
        session.out().line(review::to_json(found));
        return ExitCode::done;
    }
    Table table(
        {{"Proposé"}, {"Client mystère"}, {"Nom", Column::Align::left, 12}, {"Raison", Column::Align::left, 20}});
    for (const review::TierProposal& proposal : found) {
        table.add({proposal.withdraw ? "retirer" : "reprendre", proposal.shopper_id, proposal.name,
                   session.say(proposal.reason)});
    }
    if (table.waiting() > 0) {
        table.print(session.out());
        session.remark(
            {"Rien ne se fait tout seul : `relis shopper withdraw|reinstate ID --reason TEXTE` confirme une "
             "proposition, "
             "`relis shopper keep ID --reason TEXTE` la refuse.",
             "Nothing happens by itself: `relis shopper withdraw|reinstate ID --reason TEXT` confirms one, "
             "`relis shopper keep ID --reason TEXT` refuses it."});
    } else {
        session.remark({"Rien n'est proposé.", "Nothing is proposed."});
    }
    return ExitCode::done;
}

ExitCode confirm(Session& session, const Arguments& arguments, bool withdraw) {
    const Format format = session.format({Format::table, Format::json});
    review::Workspace& workspace = session.workspace();
    const review::TierResult result = withdraw
                                          ? review::withdraw_shopper(workspace, arguments.shopper, arguments.reason)
                                          : review::reinstate_shopper(workspace, arguments.shopper, arguments.reason);
    if (format == Format::json) {
        session.print_json({{"shopper_id", arguments.shopper}, {"done", result.done}, {"refusal", result.refusal.en}});
    }
    if (!result.done) {
        session.complain(not_done(same_in_both(arguments.shopper), result.refusal));
        return ExitCode::problem;
    }
    if (format == Format::table) {
        session.tell(withdraw
                         ? make_label("{} est retiré : plus aucune mission ne lui est proposée.",
                                      "{} is withdrawn: no mission is offered any more.", arguments.shopper)
                         : make_label("{} est repris dans l'équipe.", "{} is back in the pool.", arguments.shopper));
    }
    return ExitCode::done;
}

ExitCode keep(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json});
    (void)review::load_shopper(session.workspace(), arguments.shopper);  // says it where there is none
    const auto found = review::tier_proposals(session.workspace());
    const auto meant = std::ranges::find(found, arguments.shopper, &review::TierProposal::shopper_id);
    review::TierResult result{false, {"rien n'est proposé de lui", "nothing is proposed of him"}};
    if (meant != found.end()) {
        result = review::refuse_proposal(session.workspace(), *meant, arguments.reason);
    }
    if (format == Format::json) {
        session.print_json({{"shopper_id", arguments.shopper}, {"done", result.done}, {"refusal", result.refusal.en}});
    }
    if (!result.done) {
        session.complain(not_done(same_in_both(arguments.shopper), result.refusal));
        return ExitCode::problem;
    }
    if (format == Format::table) {
        session.tell(make_label("{} reste où il est ; la proposition est refusée.",
                                "{} stays where he is; the proposal is refused.", arguments.shopper));
    }
    return ExitCode::done;
}

ExitCode verify(Session& session, const std::string& shopper) {
    const Format format = session.format({Format::table, Format::json});
    if (!shopper.empty()) {
        (void)review::load_shopper(session.workspace(), shopper);  // an unknown one is no rating that agrees
    }
    auto mismatches = review::verify_ratings(session.workspace());
    std::erase_if(mismatches, [&](const review::RatingMismatch& mismatch) {
        return !shopper.empty() && mismatch.shopper_id != shopper;
    });
    if (format == Format::json) {
        session.out().line(review::to_json(mismatches));
    } else if (mismatches.empty()) {
        session.tell(shopper.empty()
                         ? Label{"Chaque cote est ce que donne le journal.", "Every rating is what the log gives."}
                         : make_label("La cote de {} est ce que donne le journal.",
                                      "{}'s rating is what the log gives.", shopper));
    }
    for (const review::RatingMismatch& mismatch : mismatches) {
        session.complain(
            make_label("{} : cote {}, le journal donne {} ; des paramètres ou l'historique ont changé depuis le {}",
                       "{}: rated {}, the log gives {}; parameters or history changed since {}", mismatch.shopper_id,
                       score_text(mismatch.stored), score_text(mismatch.recomputed), clock_text(mismatch.rated_at)));
    }
    return mismatches.empty() ? ExitCode::done : ExitCode::problem;
}

}  // namespace

void add_shopper_tiers(CommandLine& line, CLI::App* shopper) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const list = line.add_verb("tiers", "List the shoppers by tier",
                                         "  relis shopper tiers\n  relis shopper tiers --tier at_risk", shopper);
    list->add_option("--tier", arguments->tier, "Only this one")
        ->type_name("TIER")
        ->check(CLI::IsMember({"newcomer", "excellent", "reliable", "at_risk", "withdrawn"}));
    line.on(list, [arguments](Session& session) { return tiers(session, *arguments); });
    line.on(line.add_verb("proposals", "Whom the ratings suggest to withdraw, and whom to take back",
                          "  relis shopper proposals", shopper),
            [](Session& session) { return proposals(session); });
    for (const bool withdraw : {true, false}) {
        CLI::App* const one =
            line.add_verb(withdraw ? "withdraw" : "reinstate",
                          withdraw ? "Take a shopper out of the pool" : "Take a withdrawn shopper back",
                          withdraw ? "  relis shopper withdraw C-0042 --reason \"trois missions jamais faites\""
                                   : "  relis shopper reinstate C-0042 --reason \"s'est expliqué\"",
                          shopper);
        one->add_option("shopper", arguments->shopper, "The shopper")->type_name("SHOPPER_ID")->required();
        one->add_option("--reason", arguments->reason, "Why; kept in the log")->type_name("TEXT")->required();
        line.on(one, [arguments, withdraw](Session& session) { return confirm(session, *arguments, withdraw); });
    }
    CLI::App* const refusal =
        line.add_verb("keep", "Refuse a proposal: the shopper stays where he is",
                      "  relis shopper keep C-0042 --reason \"malade en juin, revenu depuis\"", shopper);
    refusal->add_option("shopper", arguments->shopper, "The shopper")->type_name("SHOPPER_ID")->required();
    refusal->add_option("--reason", arguments->reason, "Why; kept in the log")->type_name("TEXT")->required();
    line.on(refusal, [arguments](Session& session) { return keep(session, *arguments); });
    const auto verified = std::make_shared<std::string>();
    CLI::App* const verifying = line.add_verb("verify", "Make every rating anew from the log and compare",
                                              "  relis shopper verify\n  relis shopper verify C-0042", shopper);
    verifying->add_option("shopper", *verified, "Only this one")->type_name("SHOPPER_ID");
    line.on(verifying, [verified](Session& session) { return verify(session, *verified); });
}

}  // namespace relis::cli

#include "picture.h"

#include <algorithm>
#include <array>
#include <initializer_list>

namespace relis::content_detail {

using comments::FactKind;

namespace {

std::uint32_t themes(std::initializer_list<std::string_view> files) {
    std::uint32_t set = 0;
    for (const std::string_view file : files) set |= comments::theme(file);
    return set;
}

/// The stages of a visit, by the themes that tell of them.
const std::array<std::uint32_t, 5>& stages() {
    static const std::array<std::uint32_t, 5> all{
        themes({"arrival"}), themes({"greeting", "waiting"}),
        themes({"help", "selling", "display", "quality", "food", "fitting", "care", "room", "vehicle", "money",
                "delivery", "problem", "phone", "restroom"}),
        themes({"checkout", "price"}), themes({"departure"})};
    return all;
}

std::size_t count(const Measured& measured, FactKind kind) {
    return measured.count[static_cast<std::size_t>(kind)];
}

}  // namespace

std::vector<Side> picture(std::vector<const Measured*> answers) {
    // Times and numbers given as bare values complete an account; by themselves they are none.
    const bool any =
        std::any_of(answers.begin(), answers.end(), [](const Measured* one) { return !one->facts.empty(); });
    if (!any) answers.clear();
    const auto told_in = [&](Aspect aspect, std::size_t least) {
        constexpr double full = 2;
        const auto telling = std::count_if(answers.begin(), answers.end(),
                                           [&](const Measured* one) { return one->tells(aspect, least); });
        return std::min(1.0, static_cast<double>(telling) / full);
    };
    std::uint32_t told = 0;
    std::size_t ordered = 0;
    for (const Measured* one : answers) {
        told |= one->themes;
        ordered += count(*one, FactKind::sequence) + count(*one, FactKind::time);
    }
    const auto reached =
        std::count_if(stages().begin(), stages().end(), [&](std::uint32_t one) { return (told & one) != 0; });
    const double course = std::min(1.0, static_cast<double>(reached) / 4);
    const double order = std::min(1.0, static_cast<double>(ordered) / 3);
    return {{"qui", "qui vous avez rencontré (prénom ou description)", told_in(Aspect::who, 1)},
            {"quand", "à quelle heure et combien de temps", told_in(Aspect::when, 1)},
            {"combien", "les prix, les quantités et le nombre de personnes", told_in(Aspect::how_much, 1)},
            {"en quels mots", "ce qu'on vous a dit, mot pour mot", told_in(Aspect::words, 1)},
            {"dans quel décor", "ce que vous avez vu, et à quel endroit", told_in(Aspect::seen, 2)},
            {"de l'arrivée au départ", "comment la visite a commencé et comment elle s'est terminée", course},
            {"dans quel ordre", "dans quel ordre les choses se sont passées", order}};
}

}  // namespace relis::content_detail

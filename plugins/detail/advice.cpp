#include "advice.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <vector>

namespace relis::content_detail {

using comments::FactKind;

namespace {

constexpr std::array<const char*, comments::fact_kinds> kind_labels{"une personne nommée ou décrite",
                                                                    "une personne",
                                                                    "une heure",
                                                                    "une durée",
                                                                    "une quantité",
                                                                    "un prix",
                                                                    "des paroles",
                                                                    "des propos rapportés",
                                                                    "un endroit",
                                                                    "une observation",
                                                                    "un objet",
                                                                    "une action",
                                                                    "l'ordre des faits",
                                                                    "le sujet de la question"};

/// How to ask for an aspect where the question is about a theme; an empty theme fits any question.
struct Request {
    Aspect aspect;
    std::string_view theme;
    std::string_view text;
};

constexpr std::array requests{
    Request{Aspect::who, "greeting", "qui vous a accueilli (prénom ou description)"},
    Request{Aspect::who, "phone", "qui vous a répondu (prénom ou description de la voix)"},
    Request{Aspect::who, "food", "qui vous a servi (prénom ou description)"},
    Request{Aspect::who, "help", "qui vous a renseigné (prénom ou description)"},
    Request{Aspect::who, "fitting", "qui vous a conseillé (prénom ou description)"},
    Request{Aspect::who, "checkout", "qui se trouvait à la caisse (prénom ou description)"},
    Request{Aspect::who, "", "qui s'est occupé de vous (prénom ou description)"},
    Request{Aspect::when, "waiting", "combien de minutes vous avez attendu"},
    Request{Aspect::when, "arrival", "à quelle heure vous êtes arrivé"},
    Request{Aspect::when, "departure", "à quelle heure vous êtes parti"},
    Request{Aspect::when, "delivery", "combien de temps il a fallu"},
    Request{Aspect::when, "", "à quelle heure c'était"},
    Request{Aspect::words, "departure", "les mots employés pour prendre congé"},
    Request{Aspect::words, "greeting", "les mots employés pour vous saluer"},
    Request{Aspect::words, "help", "ce qu'on vous a répondu, mot pour mot"},
    Request{Aspect::words, "", "ce qu'on vous a dit, mot pour mot"},
    Request{Aspect::how_much, "waiting", "combien de personnes attendaient avant vous"},
    Request{Aspect::how_much, "price", "combien vous avez payé"},
    Request{Aspect::how_much, "food", "la taille ou le nombre des portions"},
    Request{Aspect::how_much, "display", "combien d'articles manquaient ou étaient mal placés, s'il y en avait"},
    Request{Aspect::how_much, "quality", "combien de produits vous avez regardés"},
    Request{Aspect::how_much, "cleanliness", "le nombre de taches ou de déchets, s'il y en avait"},
    Request{Aspect::how_much, "", "un nombre ou un prix que l'on puisse vérifier"},
    Request{Aspect::seen, "restroom", "l'état du sol, du lavabo, du savon et du papier"},
    Request{Aspect::seen, "cleanliness", "ce que vous avez vu au sol et sur les surfaces, et à quel endroit"},
    Request{Aspect::seen, "food", "l'aspect, le goût et la température de ce qu'on vous a servi"},
    Request{Aspect::seen, "quality", "quels produits vous avez regardés, et dans quel état ils étaient"},
    Request{Aspect::seen, "display", "quels articles vous avez regardés, et dans quel rayon"},
    Request{Aspect::seen, "noise", "quels bruits vous avez entendus, et d'où ils venaient"},
    Request{Aspect::seen, "vehicle", "l'état de la carrosserie, de l'intérieur et des équipements"},
    Request{Aspect::seen, "arrival", "ce que vous avez vu dehors et en entrant"},
    Request{Aspect::seen, "", "ce que vous avez vu, et à quel endroit"},
    Request{Aspect::done, "waiting", "ce qui s'est passé pendant l'attente"},
    Request{Aspect::done, "problem", "ce qu'on a fait pour régler la situation"},
    Request{Aspect::done, "checkout", "ce qu'on a fait à la caisse, geste après geste"},
    Request{Aspect::done, "help", "ce que cette personne a fait ou montré"},
    Request{Aspect::done, "quality", "ce que vous avez touché, goûté ou vérifié"},
    Request{Aspect::done, "fitting", "ce que vous avez essayé, et combien de temps"},
    Request{Aspect::done, "greeting", "ce que cette personne a fait"},
    Request{Aspect::done, "", "ce qui s'est passé, geste après geste"},
};

std::string_view request(Aspect aspect, const Asked& asked) {
    if (asked.is_story && aspect == Aspect::done) return "ce que vous avez fait, dans l'ordre, de l'arrivée au départ";
    static const std::array<std::uint32_t, requests.size()> themes = [] {
        std::array<std::uint32_t, requests.size()> sets{};
        for (std::size_t i = 0; i < requests.size(); ++i) {
            sets[i] = requests[i].theme.empty() ? ~std::uint32_t{0} : comments::theme(requests[i].theme);
        }
        return sets;
    }();
    for (std::size_t i = 0; i < requests.size(); ++i) {
        if (requests[i].aspect == aspect && (requests[i].theme.empty() || asked.is_about(themes[i]))) {
            return requests[i].text;
        }
    }
    return {};
}

std::size_t least(Aspect aspect) {
    return aspect == Aspect::seen || aspect == Aspect::done ? 2 : 1;
}

/// The aspects that an answer lacks, those that its question asks for first; at most two.
std::vector<Aspect> lacking(const Measured& measured) {
    std::vector<Aspect> result;
    // What was told of something else answers nothing
    if (measured.shortcoming == Shortcoming::off_topic) return {measured.asked->wants.front()};
    for (const Aspect aspect : measured.asked->wants) {
        if (result.size() < 2 && !measured.tells(aspect, least(aspect))) result.push_back(aspect);
    }
    if (!result.empty()) return result;
    for (const Aspect aspect :
         {Aspect::who, Aspect::words, Aspect::when, Aspect::done, Aspect::seen, Aspect::how_much}) {
        if (result.empty() && !measured.tells(aspect, least(aspect))) result.push_back(aspect);
    }
    return result;
}

/// « Dites à quelle heure c'était et qui vous a accueilli (prénom ou description). »
std::string ask_for(const Measured& measured) {
    std::vector<Aspect> aspects = lacking(measured);
    if (aspects.empty()) return "Ajoutez une chose que vous avez vue, entendue ou comptée vous-même.";
    // A request with commas of its own reads better at the end.
    std::stable_sort(aspects.begin(), aspects.end(), [&](Aspect a, Aspect b) {
        const auto commas = [&](Aspect aspect) {
            return request(aspect, *measured.asked).find(',') != std::string::npos;
        };
        return commas(a) < commas(b);
    });
    std::string result = "Dites ";
    for (std::size_t i = 0; i < aspects.size(); ++i) {
        if (i > 0) result += " et ";
        result += request(aspects[i], *measured.asked);
    }
    return result + ".";
}

/// The shopper's words between guillemets; guillemets of his own inside them become “ ”, or go where they stand alone
/// or at both ends.
std::string in_guillemets(std::string words) {
    const std::string_view opening = "«";
    const std::string_view closing = "»";
    const auto trim = [&] {
        while (!words.empty() && words.back() == ' ') words.pop_back();
        words.erase(0, words.find_first_not_of(' '));
    };
    const auto count = [&](std::string_view mark) {
        std::size_t found = 0;
        for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, at + mark.size()))
            ++found;
        return found;
    };
    if (words.starts_with(opening) && count(opening) == 1 && (count(closing) == 0 || words.ends_with(closing))) {
        words.erase(0, opening.size());
        trim();
    }
    if (words.ends_with(closing) && count(opening) == 0) {
        words.erase(words.size() - closing.size());
        trim();
    }
    const auto replace = [&](std::string_view mark, std::string_view other) {
        for (std::size_t at = words.find(mark); at != std::string::npos; at = words.find(mark, at + other.size())) {
            words.replace(at, mark.size(), other);
        }
    };
    replace("« ", "“");
    replace(" »", "”");
    replace(opening, "“");
    replace(closing, "”");
    return "« " + words + " »";
}

std::string blamed(const Measured& measured, const comments::Comment& comment) {
    std::size_t last = measured.blamed_last;
    while (last > measured.blamed_first + 1 && comment.tokens()[last - 1].kind == language::TokenKind::punctuation)
        --last;
    return in_guillemets(comment.quote(measured.blamed_first, last));
}

}  // namespace

std::string earned_label(const Measured& measured, const comments::Comment* comment) {
    if (comment == nullptr) return "aucun texte";
    constexpr std::size_t most = 5;
    std::vector<comments::Fact> facts;
    for (const comments::Fact& fact : measured.facts) {
        if (facts.size() < most && fact.kind != FactKind::topic) facts.push_back(fact);
    }
    if (facts.empty()) return "aucun fait précis";
    std::vector<std::string_view> kinds;
    for (const comments::Fact& fact : facts) {
        const std::string_view label = kind_labels[static_cast<std::size_t>(fact.kind)];
        if (std::find(kinds.begin(), kinds.end(), label) == kinds.end()) kinds.push_back(label);
    }
    std::sort(facts.begin(), facts.end(),
              [](const comments::Fact& a, const comments::Fact& b) { return a.first_token < b.first_token; });
    std::string result;
    for (const comments::Fact& fact : facts) {
        result += (result.empty() ? "" : ", ") + in_guillemets(comment->quote(fact.first_token, fact.last_token, 40));
    }
    result += " : ";
    for (std::size_t i = 0; i < kinds.size(); ++i) (result += i == 0 ? "" : ", ") += kinds[i];
    return result;
}

std::string advice(const Measured& measured, const comments::Comment* comment) {
    std::string request = ask_for(measured);
    if (comment == nullptr || measured.shortcoming == Shortcoming::absent) return "Rien n'est raconté ici. " + request;
    switch (measured.shortcoming) {
        case Shortcoming::vague:
            return blamed(measured, *comment) + " ne fait rien voir. " + request;
        case Shortcoming::repeated:
            return blamed(measured, *comment) + " est déjà dit dans ce rapport et ne compte qu'une fois. " + request;
        case Shortcoming::heap:
            return blamed(measured, *comment) + " aligne des chiffres ou des noms sans rien raconter. " + request;
        case Shortcoming::scrambled:
            if (measured.blamed_first == measured.blamed_last) {
                return "Les mots de ce rapport ne se suivent pas comme en français. Racontez la visite en phrases "
                       "simples.";
            }
            return blamed(measured, *comment) + " ne se lit pas comme une phrase. Racontez-le en phrases simples.";
        case Shortcoming::winding:
            return "La phrase qui commence par " +
                   in_guillemets(comment->quote(measured.blamed_first,
                                                std::min(measured.blamed_first + 6, measured.blamed_last))) +
                   " est si longue qu'on en perd le fil. Coupez-la en phrases d'un seul fait.";
        case Shortcoming::off_topic:
            return "Ce commentaire semble parler d'autre chose que ce que la question demande. " + request;
        default:
            return request;
    }
}

Rule rule_of(Shortcoming shortcoming) {
    switch (shortcoming) {
        case Shortcoming::absent:
            return {"no-comment", "Commentaire absent"};
        case Shortcoming::few_facts:
            return {"few-facts", "Trop peu de faits"};
        case Shortcoming::winding:
            return {"winding", "Phrase trop longue"};
        case Shortcoming::vague:
            return {"vague", "Propos vague"};
        case Shortcoming::repeated:
            return {"repeated", "Déjà dit"};
        case Shortcoming::heap:
            return {"heap", "Chiffres ou noms sans récit"};
        case Shortcoming::scrambled:
            return {"scrambled", "Texte décousu"};
        case Shortcoming::off_topic:
            return {"off-topic", "À côté de la question"};
    }
    return {"few-facts", "Trop peu de faits"};
}

}  // namespace relis::content_detail

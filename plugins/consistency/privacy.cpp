#include "privacy.h"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

#include "word_set.h"

namespace relis::consistency {

using language::LetterCase;
using language::Token;
using language::TokenKind;

namespace {

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

/// Whether a run of figures and separators is written as a telephone number of France or North America.
bool is_telephone(std::string_view run) {
    std::string digits;
    std::size_t groups = 0;
    bool inside = false;
    for (const char c : run) {
        if (is_digit(c)) digits.push_back(c);
        if (is_digit(c) && !inside) ++groups;
        inside = is_digit(c);
    }
    const bool international = run.front() == '+';
    if (digits.size() == 11 && (digits.starts_with("33") || digits.starts_with("1")))
        return international || groups >= 4;
    if (digits.size() != 10) return false;
    if (digits.front() == '0') return groups == 1 || groups == 5;
    return groups == 3 && digits.front() >= '2' && digits[3] >= '2';
}

void find_telephones(const Box& box, std::vector<Finding>& findings) {
    const std::string_view text = box.comment.source();
    const auto belongs = [](char c) { return is_digit(c) || c == ' ' || c == '.' || c == '-' || c == '(' || c == ')'; };
    if (std::none_of(text.begin(), text.end(), is_digit)) return;
    std::size_t points = 0;
    for (std::size_t i = 0; i < text.size();) {
        const bool starts =
            is_digit(text[i]) || ((text[i] == '+' || text[i] == '(') && i + 1 < text.size() && is_digit(text[i + 1]));
        if (!starts) {
            points += (static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U ? 1U : 0U;
            ++i;
            continue;
        }
        std::size_t end = i + 1;
        while (end < text.size() && belongs(text[end])) ++end;
        while (!is_digit(text[end - 1])) --end;
        if (is_telephone(text.substr(i, end - i))) {
            Finding finding = finding_in(box, 0, 0, "telephone-number", Category::privacy,
                                         "Ce texte contient un numéro de téléphone. Le client n'en a pas besoin : "
                                         "pouvez-vous le retirer ?");
            finding.start = points;
            finding.end = points + (end - i);
            findings.push_back(std::move(finding));
        }
        points += end - i;
        i = end;
    }
}

bool is_surname(const Box& box, std::size_t i, const comments::WordBook& book, const comments::KnownNames& names) {
    const Token& token = box.comment.tokens()[i];
    if (token.kind != TokenKind::word || !token.space_before) return false;
    if (token.letter_case != LetterCase::initial_capital && token.letter_case != LetterCase::all_capitals) return false;
    const std::string_view folded = box.comment.folded(i);
    if (folded.size() < 3 || names.contains(std::string(folded))) return false;
    const language::Lexicon& lexicon = *book.lexicon();
    const comments::Word* const word = box.comment.word(i, book);
    const auto form = word != nullptr ? word->id : lexicon.find_in_any_case(token.form);
    if (!form) return true;
    for (const language::Analysis analysis : lexicon.analyses(*form)) {
        if (analysis.features.has_role(language::role::brand)) return false;
        if (analysis.features.has_role(language::role::surname)) return true;
    }
    return lexicon.lookup(language::lower(token.form)).empty();
}

// Folded: what may not be told of an employee, right after the word for the person…
constexpr auto after_person =
    word_set("noir", "noire", "arabe", "maghrebin", "maghrebine", "africain", "africaine", "asiatique", "chinois",
             "chinoise", "latino", "latina", "haitien", "haitienne", "indien", "indienne", "antillais", "antillaise",
             "musulman", "musulmane", "juif", "juive", "gay", "homosexuel", "homosexuelle", "lesbienne", "transgenre",
             "enceinte", "voilee", "handicape", "handicapee", "autiste", "blanc", "blanche", "mulatre", "metis",
             "metisse", "turc", "turque", "roumain", "roumaine", "obese");
// …and wherever a person of the place is spoken of.
constexpr auto anywhere = word_set("enceinte", "voilee", "musulmane", "musulman", "homosexuel", "homosexuelle",
                                   "lesbienne", "transgenre", "kippa", "hijab", "maghrebin", "maghrebine");
constexpr auto persons =
    word_set("homme", "femme", "dame", "monsieur", "employe", "employee", "caissier", "caissiere", "vendeur",
             "vendeuse", "serveur", "serveuse", "garcon", "fille", "conseiller", "conseillere", "agent", "agente",
             "commis", "gerant", "gerante", "hotesse", "receptionniste", "preposee", "prepose", "jeune", "personne",
             "pharmacien", "pharmacienne", "technicien", "technicienne", "gars", "livreur", "directrice", "directeur");

/// Origin, religion, health, sexual orientation: what the law protects, and no client needs to know of an employee.
void find_protected(const Box& box, std::vector<Finding>& findings) {
    const auto& comment = box.comment;
    // Nearly every comment ends here
    bool any = false;
    for (std::size_t i = 0; i < comment.tokens().size() && !any; ++i) {
        if (comment.tokens()[i].kind != TokenKind::word) continue;
        any = listed(after_person, comment.folded(i)) || listed(anywhere, comment.folded(i)) ||
              is_any(comment.folded(i), "origine");
    }
    if (!any) return;
    for (const language::Sentence& sentence : comment.sentences()) {
        bool person = false;
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const std::string_view word = comment.folded(i);
            person |= listed(persons, word);
            if (!person || i == sentence.first_token) continue;
            const bool origin = word == "origine" && i > 0 && comment.folded(i - 1) == "d'";
            const bool wherever = listed(anywhere, word) || origin;
            if (!wherever && !listed(after_person, word)) continue;
            bool near = false;
            for (std::size_t back = 1; back <= 3 && back <= i - sentence.first_token; ++back) {
                const std::string_view before = comment.folded(i - back);
                if (comment.tokens()[i - back].kind == TokenKind::punctuation || before == "cheveux" ||
                    before == "en" || before == "aux" || before == "avec" || before == "veste" || before == "chemise") {
                    break;
                }
                near |= listed(persons, before);
            }
            if (!wherever && !near) continue;
            const std::size_t last = origin ? std::min(i + 2, sentence.last_token) : i + 1;
            findings.push_back(
                finding_in(box, i, last, "protected-characteristic", Category::privacy,
                           quoted(comment.quote(i, last)) +
                               " : le client n'a pas à connaître l'origine, la religion ou la santé d'une "
                               "personne. Pouvez-vous la décrire autrement (tenue, cheveux, badge) ?"));
            return;
        }
    }
}

}  // namespace

void find_personal_data(const std::vector<Box>& boxes, const comments::FactFinder& facts,
                        const comments::WordBook& book, const comments::KnownNames& names,
                        std::vector<Finding>& findings) {
    for (const Box& box : boxes) {
        find_telephones(box, findings);
        find_protected(box, findings);
        const auto& tokens = box.comment.tokens();
        for (std::size_t i = 0; i < tokens.size(); ++i) {
            if (tokens[i].kind == TokenKind::email) {
                findings.push_back(finding_in(box, i, i + 1, "e-mail-address", Category::privacy,
                                              "Ce texte contient une adresse électronique. Le client n'en a pas "
                                              "besoin : pouvez-vous la retirer ?"));
            }
            if (i + 1 < tokens.size() && tokens[i].sentence == tokens[i + 1].sentence &&
                tokens[i].letter_case == LetterCase::initial_capital && is_surname(box, i + 1, book, names) &&
                facts.is_first_name(box.comment, i, names)) {
                findings.push_back(finding_in(box, i, i + 2, "full-name", Category::privacy,
                                              quoted(box.comment.quote(i, i + 2)) +
                                                  " semble un nom complet. Le prénom ou une description suffit : "
                                                  "pouvez-vous retirer le nom de famille ?"));
            }
        }
    }
}

}  // namespace relis::consistency

#include "conduct.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "word_set.h"

namespace relis::consistency {

namespace {

/// A sentence of a box, and which of its tokens are somebody's words.
class Sentence {
  public:
    Sentence(const Box& box, const language::Sentence& sentence, bool& quoted)
        : box_(box), first_(sentence.first_token), last_(sentence.last_token) {
        for (std::size_t i = first_; i < last_; ++i) {
            const std::string_view at = box.comment.folded(i);
            if (at == "«" || at == "“") quoted = true;
            quoted_.push_back(quoted);
            if (at == "»" || at == "”") quoted = false;
        }
    }

    [[nodiscard]] std::size_t first() const { return first_; }
    [[nodiscard]] std::size_t last() const { return last_; }
    [[nodiscard]] std::string_view word(std::size_t i) const {
        return i >= first_ && i < last_ ? box_.comment.folded(i) : std::string_view{};
    }
    [[nodiscard]] bool quoted(std::size_t i) const { return quoted_[i - first_]; }

  private:
    const Box& box_;
    std::size_t first_;
    std::size_t last_;
    std::vector<bool> quoted_;
};

bool is_of(std::string_view word) {
    return word == "de" || word == "d'" || word == "que" || word == "qu'";
}

/// Whether what to do is told at `i`: « vous devriez », « il faudrait », « je vous suggère de », « la direction devrait
/// ».
bool instructs(const Sentence& sentence, std::size_t i) {
    const std::string_view at = sentence.word(i);
    const std::string_view before = i > sentence.first() ? sentence.word(i - 1) : std::string_view{};
    const std::string_view next = sentence.word(i + 1);
    if ((at == "devriez" || at == "devez" || at == "pourriez" || at == "gagneriez" || at == "auriez") &&
        before == "vous")
        return true;
    if (at == "devrait" || at == "devraient" || at == "gagnerait" || at == "gagneraient") {
        // « Cela devrait aller », « je devrais »: no instruction
        return !is_any(before, "ca", "cela", "ce", "qui", "il", "elle", "je", "j'");
    }
    if (at == "faudrait" || at == "faudra")
        return before == "il" || before == "y" || i == sentence.first() || before == "pense" || before == "donc";
    if (is_any(at, "suggere", "recommande", "conseille", "propose", "suggererais", "recommanderais", "conseillerais",
               "proposerais", "preconise")) {
        const bool own = before == "je" || before == "vous" || before == "leur" || before == "lui";
        const bool is_own = before == "je" || (i >= sentence.first() + 2 && sentence.word(i - 2) == "je");
        return own && is_own && is_of(next);
    }
    if (at == "serait" && is_any(next, "bon", "preferable", "souhaitable", "judicieux", "utile", "temps", "sage",
                                 "bien", "mieux", "pertinent", "important")) {
        return is_of(sentence.word(i + 2));
    }
    return is_any(at, "gagnerait", "meriterait") && next == "a";
}

/// What the shopper is there for.
constexpr auto errands = word_set("mystere", "mysteres", "agence", "mandat", "mission", "evaluation", "enquete",
                                  "evaluer", "questionnaire", "incognito", "rapport");

/// Whether a text holds any of the words by which a mission is told: most do not, and need not be read closely.
bool speaks_of_errand(const comments::Comment& comment) {
    bool any = false;
    for (std::size_t i = 0; i < comment.tokens().size() && !any; ++i) any = listed(errands, comment.folded(i));
    if (!any) return false;
    const std::string_view text = comment.source();
    for (const std::string_view part :
         {"yst", "gence", "andat", "ission", "valu", "nqu", "uestionnaire", "ncognito", "apport"}) {
        if (text.find(part) != std::string_view::npos) return true;
    }
    return false;
}

/// Whether the sentence tells somebody at the place what the shopper is there for.
bool reveals(const Sentence& sentence, std::size_t& at) {
    bool mystery = false, errand = false, own = false, tells = false, found_out = false, denied = false;
    for (std::size_t i = sentence.first(); i < sentence.last(); ++i) {
        const std::string_view word = sentence.word(i);
        if (is_any(word, "mystere", "mysteres")) {
            mystery = true;
            at = i;
        } else if (listed(errands, word)) {
            if (!mystery) at = i;
            errand = true;
        }
        own |= (word == "je" || word == "j'") && !sentence.quoted(i);
        denied |= word == "pas" || word == "jamais" || word == "sans" || word == "rien" || word == "aurait";
        for (const std::string_view start : {"dit", "dire", "expliqu", "avou", "revel", "annonc", "mentionn", "precis",
                                             "confi", "inform", "presente"}) {
            tells |= word == start || (start.size() > 4 && word.starts_with(start));
        }
        for (const std::string_view start : {"devin", "reconnu", "demasqu", "comprit", "compris", "soupconn", "repere"})
            found_out |= word.starts_with(start);
    }
    if (denied) return false;
    const bool to_somebody = [&] {
        for (std::size_t i = sentence.first(); i < sentence.last(); ++i) {
            if (is_any(sentence.word(i), "lui", "leur", "caissiere", "caissier", "vendeuse", "vendeur", "serveuse",
                       "serveur", "gerant", "gerante", "employe", "employee", "responsable", "directeur", "directrice",
                       "conseiller", "conseillere", "personnel", "equipe", "commis", "preposee", "prepose")) {
                return true;
            }
        }
        return false;
    }();
    if (mystery) return (own && tells) || found_out;
    return errand && own && tells && to_somebody && [&] {
        // « Je lui ai dit que je venais pour une évaluation », and not « il m'a dit que mon évaluation… »
        for (std::size_t i = sentence.first(); i + 2 < sentence.last(); ++i) {
            const bool i_say =
                (sentence.word(i) == "je" || sentence.word(i) == "j'") &&
                (sentence.word(i + 1) == "lui" || sentence.word(i + 1) == "leur" || sentence.word(i + 1) == "ai");
            if (i_say) return true;
        }
        return false;
    }();
}

}  // namespace

void find_conduct(const std::vector<Box>& boxes, const Parameters& parameters, std::vector<Finding>& findings) {
    const bool forbidden = parameters.boolean("forbid_instructions");
    for (const Box& box : boxes) {
        const bool may_reveal = speaks_of_errand(box.comment);
        bool instructed = !forbidden, revealed = !may_reveal, quoted = false;
        if (instructed && revealed) continue;
        for (const language::Sentence& one : box.comment.sentences()) {
            const Sentence sentence(box, one, quoted);
            std::size_t at = 0;
            if (!revealed && reveals(sentence, at)) {
                revealed = true;
                findings.push_back(finding_in(box, at, at + 1, "mission-revealed", Category::other,
                                              "La mission semble avoir été révélée sur place. Qui l'a su, et à quel "
                                              "moment de la visite ?"));
            }
            for (std::size_t i = sentence.first(); i < sentence.last() && !instructed; ++i) {
                if (sentence.quoted(i) || !instructs(sentence, i)) continue;
                instructed = true;
                findings.push_back(finding_in(box, i > sentence.first() ? i - 1 : i, std::min(i + 4, sentence.last()),
                                              "instruction-to-client", Category::other,
                                              "Ce passage dit au client ce qu'il devrait faire. Pouvez-vous vous en "
                                              "tenir à ce que vous avez constaté ?"));
            }
        }
    }
}

}  // namespace relis::consistency

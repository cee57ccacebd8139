#include "placeholders.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "language/text.h"
#include "word_classes.h"

namespace relis::comments {

namespace {

constexpr std::size_t most_words = 30;
constexpr std::size_t fewest_to_repeat = 8;
/// How many words of its own a text may have that begins as a reference does: `idem que pour la caisse centrale`.
constexpr std::size_t most_foreign_words = 3;

// All lists are folded. Those of whole texts are compared without any spaces.

constexpr std::string_view stand_ins =
    "nd nsp nc nr todo tbd test tests essai commentaire commentaires reponse texte loremipsum bla blabla blablabla etc "
    "null none nil nan undefined inconnu x xx okok abc abcd toto nonrenseigne "
    "noncommunique";

constexpr std::string_view not_applicable =
    "na so sansobjet nonapplicable pasapplicable inapplicable nesappliquepas celanesappliquepas canesappliquepas "
    "nonconcerne pasconcerne";

constexpr std::string_view nothing_words =
    "r a s ras rien neant aucun aucune pas sans non no comment de d du des au aux en y n ne je j ai il nous on "
    "avons est ete c ce cet cette cela ca propos sujet niveau point cote mon ma notre part moi pour sur ici la "
    "le les l un une chose quoi que soit special speciale particulier particuliere notable autre autres plus "
    "anormal vraiment tout concernant particulierement specialement merci svp voila d accord egard regard "
    "present moment question aspect partie dessus me mes nos concerne vu m avait eu rapport chapitre";
constexpr std::string_view nothing_verbs =
    "signaler dire redire ajouter mentionner noter declarer rapporter commenter remarquer preciser observer "
    "relater special speciale particulier particuliere notable autre plus anormal";
constexpr std::string_view remark_nouns = "commentaire commentaires remarque remarques observation observations";

// Praise of nothing in particular, which adds nothing to « rien à signaler ».
constexpr std::string_view empty_praise =
    "tout tous toutes est etait va allait passe s bien tres vraiment bon bonne belle beau ok correct parfait "
    "parfaite impeccable nickel super top excellent excellente normal conforme visite experience ensemble dans "
    "journee comme attendu prevu content contente satisfait satisfaite globalement general agreable "
    "satisfaisant satisfaisante positif positive sympa cool formidable genial geniale correctement "
    "parfaitement normalement deroule deroulee habitude fut ete mon ma ce qui";

constexpr std::string_view pointing_words =
    "voir cf vr v confer reportez referer referez se s vous je me refere idem id pareil pareille ditto "
    "identique meme memes chose ma mon mes la le les l ci au aux a de du des d dans en sur pour que qu comme "
    "plus deja j ai ete c est ce cela ca cette tout tous toutes no n numero svp merci egalement aussi loin "
    "dernier derniere premier premiere formulaire questionnaire y et lien details detail etc nous "
    "avons propos tel ou";
constexpr std::string_view pointers =
    "voir cf vr confer idem id ditto pareil pareille referer referez refere reportez supra infra";
constexpr std::string_view targets =
    "haut bas dessus dessous avant precedent precedente precedents precedentes precedemment anterieur "
    "anterieure anterieurement suivant suivante supra infra question questions reponse reponses commentaire "
    "commentaires remarque remarques observation observations rubrique section case champ page recit bilan "
    "resume rapport document annexe photo photos piece pieces jointe jointes joint fichier image texte "
    "description explication explications autre autres formulaire questionnaire details detail";
constexpr std::string_view said_words =
    "dit dite ecrit ecrite mentionne mentionnee indique indiquee note notee explique expliquee decrit decrite "
    "repondu precise precisee detaille detaillee evoque evoquee cite citee expose exposee aborde abordee "
    "signale signalee repondre parle donne donnee fourni fournie";
constexpr std::string_view links = "que qu pour a au aux comme dans en la l le les de du des sur n no numero";
// What follows one of these is an answer of its own.
constexpr std::string_view turns = "mais sauf sinon hormis excepte avec et elle il ils elles on";

constexpr std::string_view delay_words =
    "je j a vais la le les l ce cela ca mon ma commentaire reponse texte rapport suite demain soir matin plus tard "
    "apres "
    "bientot des que possible venir svp merci";
constexpr std::string_view delay_verbs =
    "completer completerai remplir remplirai finir finirai terminer terminerai ecrire ecrirai ajouterai suivre";
// A promise: one of these, with a time to come or for want of time.
constexpr std::string_view promises =
    "completerai remplirai finirai terminerai ecrirai ajouterai enverrai mettrai redigerai detaillerai repondrai "
    "preciserai completer remplir rediger detailler repondre";
constexpr std::string_view times_to_come =
    "demain bientot prochainement ulterieurement tard lundi mardi mercredi jeudi vendredi samedi dimanche";

std::unordered_set<std::string_view> set_of(std::initializer_list<std::string_view> lists) {
    std::unordered_set<std::string_view> words;
    for (std::string_view list : lists) {
        while (!list.empty()) {
            const std::size_t space = list.find(' ');
            words.insert(list.substr(0, space));
            list = space == std::string_view::npos ? std::string_view{} : list.substr(space + 1);
        }
    }
    return words;
}

/// Without the endings of gender and number: `satisfaites` and `satisfait` are one.
std::string_view without_ending(std::string_view word) {
    for (const char ending : {'s', 'e'}) {
        if (word.size() > 3 && word.back() == ending) word.remove_suffix(1);
    }
    return word;
}

bool is_word_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
}

bool is_figure(const std::string& word) {
    return word.find_first_not_of("0123456789") == std::string::npos;
}

std::string joined(const Words& words) {
    std::string text;
    for (const std::string& word : words) text += word;
    return text;
}

/// One letter over and over, whatever the spaces: `xxx`, `a a a`.
bool is_one_sign(const std::string& text) {
    return text.size() >= 2 && text.find_first_not_of(text.front()) == std::string::npos && !is_figure(text);
}

template <class Set>
bool holds(const Words& words, const Set& set) {
    return std::any_of(words.begin(), words.end(), [&](const std::string& word) { return set.contains(word); });
}

bool has(const Words& words, std::string_view word) {
    return std::find(words.begin(), words.end(), word) != words.end();
}

/// No comma, colon or full stop between two words.
bool is_one_clause(const Comment& comment) {
    bool said = false;
    bool stopped = false;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        if (is_content(comment.tokens()[i])) {
            if (stopped) return false;
            said = true;
        } else {
            stopped = stopped || (said && comment.folded(i).find_first_of(",;:.!?") != std::string_view::npos);
        }
    }
    return true;
}

/// Whether something new begins at a token: after a mark other than those within `N/A` and `R.A.S.`, or on a new line.
bool separates(const Comment& comment, std::size_t token) {
    const auto& tokens = comment.tokens();
    const std::string_view before = tokens[token - 1].original;
    const char* const end = before.data() + before.size();
    const std::string_view gap(end, static_cast<std::size_t>(tokens[token].original.data() - end));
    if (gap.find('\n') != std::string_view::npos) return true;
    if (is_content(tokens[token]) || comment.folded(token) == "/") return false;
    const auto is_letter = [&](std::size_t at) {
        return at < tokens.size() && is_content(tokens[at]) && comment.folded(at).size() == 1;
    };
    const bool ends_fraction = token > 1 && comment.folded(token - 2) == "/";
    return comment.folded(token) != "." || ends_fraction || !is_letter(token - 1) || !is_letter(token + 1);
}

}  // namespace

Words words_of(const Comment& comment, std::size_t first, std::size_t last, std::size_t limit) {
    Words words;
    for (std::size_t i = first; i < last && words.size() < limit; ++i) {
        if (!is_content(comment.tokens()[i])) continue;
        std::string word;
        for (const char c : comment.folded(i)) {
            if (is_word_letter(c)) {
                word.push_back(c);
            } else if (!word.empty()) {
                words.push_back(std::move(word));
                word.clear();
            }
        }
        if (!word.empty()) words.push_back(std::move(word));
    }
    return words;
}

FillerJudge::FillerJudge()
    : stand_ins_(set_of({stand_ins})),
      not_applicable_(set_of({not_applicable})),
      nothing_words_(set_of({nothing_words, nothing_verbs, remark_nouns})),
      nothing_verbs_(set_of({nothing_verbs})),
      remark_nouns_(set_of({remark_nouns})),
      pointing_words_(set_of({pointing_words, pointers, targets, said_words})),
      pointers_(set_of({pointers})),
      targets_(set_of({targets})),
      said_(set_of({said_words})),
      links_(set_of({links})),
      turns_(set_of({turns})),
      delay_words_(set_of({delay_words, delay_verbs})),
      delay_verbs_(set_of({delay_verbs})),
      promises_(set_of({promises})),
      times_to_come_(set_of({times_to_come})) {
    using namespace word_class;
    for (const std::string_view word : listed_words(opinion | auxiliary | glue)) {
        vague_.emplace(without_ending(language::fold(word)));
    }
    for (const std::string_view word : set_of({empty_praise})) vague_.emplace(without_ending(word));
}

bool FillerJudge::is_stand_in(const std::string& word) const {
    return stand_ins_.contains(word) || is_one_sign(word);
}

bool FillerJudge::is_vague(std::string_view word) const {
    return vague_.find(without_ending(word)) != vague_.end();
}

bool FillerJudge::may_be_filler(const Comment& comment) const {
    // Every kind of filler is made of listed words, but for a few, or repeats its words.
    std::array<std::string_view, most_words> foreign;
    const std::size_t enough = std::max<std::size_t>(2 * most_foreign_words, comment.tokens().size() / 2 + 1);
    std::size_t count = 0;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        if (!is_content(comment.tokens()[i])) continue;
        const std::string_view word = comment.folded(i);
        if (promises_.contains(word)) return true;
        if (pointing_words_.contains(word) || nothing_words_.contains(word) || delay_words_.contains(word) ||
            stand_ins_.contains(word) || word.find('-') != std::string_view::npos || is_vague(word)) {
            continue;
        }
        if (count == foreign.size()) return false;
        if (std::find(foreign.begin(), foreign.begin() + static_cast<std::ptrdiff_t>(count), word) ==
            foreign.begin() + static_cast<std::ptrdiff_t>(count))
            foreign[count++] = word;
    }
    return count < enough;
}

Filler FillerJudge::judge(const Comment& comment) const {
    const auto& tokens = comment.tokens();
    if (!may_be_filler(comment)) return Filler::none;
    const Words whole = words_of(comment, 0, tokens.size(), most_words + 1);
    if (whole.empty() || whole.size() > most_words) return Filler::none;
    if (const Filler found = judge(whole, is_one_clause(comment)); found != Filler::none) return found;
    // Several in a row: « RAS, voir plus haut »
    Filler all = Filler::none;
    for (std::size_t first = 0; first < tokens.size();) {
        std::size_t last = first + 1;
        while (last < tokens.size() && !separates(comment, last)) ++last;
        if (const Words words = words_of(comment, first, last, most_words); !words.empty()) {
            const Filler part = judge(words, true);
            if (part == Filler::none) return Filler::none;
            if (all == Filler::none || part == Filler::nothing_to_say) all = part;
        }
        first = last;
    }
    return all;
}

Filler FillerJudge::judge(const Words& words, bool one_clause) const {
    const std::string text = joined(words);
    if (not_applicable_.contains(text)) return Filler::not_applicable;
    if (stands_in(words, text) || puts_off(words)) return Filler::stands_in;
    if (says_nothing(words)) return Filler::nothing_to_say;
    return points_away(words, one_clause) ? Filler::points_away : Filler::none;
}

bool FillerJudge::stands_in(const Words& words, const std::string& text) const {
    if (stand_ins_.contains(text) || is_one_sign(text) || text.starts_with("loremipsum")) return true;
    const std::unordered_set<std::string_view> distinct(words.begin(), words.end());
    if (distinct.size() == 1 && stand_ins_.contains(words.front())) return true;
    // A few words over and over
    return words.size() >= fewest_to_repeat && 2 * distinct.size() < words.size();
}

bool FillerJudge::says_nothing(const Words& words) const {
    const std::string text = joined(words);
    if (text == "ras" || text == "neant" || text == "nonrien" || text == "nocomment") return true;
    bool praises = false;
    for (const std::string& word : words) {
        if (nothing_words_.contains(word)) continue;
        if (!is_vague(word)) return false;
        praises = true;
    }
    if (has(words, "ras") || has(words, "neant") || text.starts_with("ras")) return true;
    // « rien à signaler », « rien de spécial »; praise may follow the first only: « rien de plus » goes on otherwise
    for (auto rien = std::find(words.begin(), words.end(), "rien"); rien != words.end();
         rien = std::find(rien + 1, words.end(), "rien")) {
        if (words.end() - rien < 3) break;
        if (!praises && holds({rien + 1, words.end()}, nothing_verbs_)) return true;
        if (praises && rien[1] == "a" && nothing_verbs_.contains(rien[2])) return true;
        if (praises && (rien[2] == "special" || rien[2] == "particulier")) return true;
    }
    const bool denies = has(words, "pas") || has(words, "sans") || has(words, "aucun") || has(words, "aucune");
    return denies && !praises && holds(words, remark_nouns_);
}

bool FillerJudge::points_away(const Words& words, bool one_clause) const {
    const auto foreign =
        static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [&](const std::string& word) {
            return !pointing_words_.contains(word) && !is_figure(word);
        }));
    const std::size_t article = words.front() == "la" || words.front() == "le" ? 1 : 0;
    const bool same = words.size() > article + 1 && (words[article] == "meme" || words[article] == "memes") &&
                      (words[article + 1] == "chose" || targets_.contains(words[article + 1]));
    if (foreign > 0) {
        // Only a text that begins as a reference and goes on with what it refers to
        const bool names_target =
            words.size() > 1 && (pointers_.contains(words.front()) || same) &&
            (words.front() == "cf" || links_.contains(words[1]) || targets_.contains(words[1]) || same);
        const bool sees = words.front() == "voir" && !holds(words, targets_);
        return one_clause && foreign <= most_foreign_words && names_target && !sees && !holds(words, turns_);
    }
    if (same) return true;
    if (has(words, "voir") || has(words, "vr")) return words.size() > 1 && holds(words, targets_);
    if (holds(words, pointers_)) return true;
    const bool told = holds(words, said_) || holds(words, targets_);
    if (has(words, "comme")) return told;
    if (has(words, "deja")) return holds(words, said_);
    const bool before =
        has(words, "dessus") || has(words, "precedemment") || has(words, "precedente") || has(words, "precedent");
    return before && told;
}

bool FillerJudge::puts_off(const Words& words) const {
    const bool only_that =
        std::all_of(words.begin(), words.end(), [&](const std::string& word) { return delay_words_.contains(word); });
    if (only_that && (holds(words, delay_verbs_) || joined(words) == "avenir")) return true;
    if (!holds(words, promises_)) return false;
    const auto promise =
        std::find_if(words.begin(), words.end(), [&](const std::string& word) { return promises_.contains(word); });
    if (has(words, "je") && promise->ends_with("ai") && (holds(words, times_to_come_) || has(words, "soir")))
        return true;
    // The writer's own want of time: « le vendeur n'a pas eu le temps » tells of the visit
    const std::string text = joined(words);
    const std::array own{"jenaipaseuletemps", "jenaipasletemps", "jemanquedetemps"};
    const std::array first{"pasletemps", "paseuletemps", "manquedetemps", "fautedetemps"};
    return std::any_of(own.begin(), own.end(),
                       [&](const char* phrase) { return text.find(phrase) != std::string::npos; }) ||
           std::any_of(first.begin(), first.end(), [&](const char* phrase) { return text.starts_with(phrase); });
}

}  // namespace relis::comments

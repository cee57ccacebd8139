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

/// Without the endings of gender and number: `satisfaites` and `satisfait` are one.
std::string_view without_ending(std::string_view word) {
    for (const char ending : {'s', 'e'}) {
        if (word.size() > 3 && word.back() == ending) word.remove_suffix(1);
    }
    return word;
}

WordSet united(std::initializer_list<const WordSet*> sets) {
    WordSet all;
    for (const WordSet* set : sets) all.insert(set->begin(), set->end());
    return all;
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

FillerJudge::FillerJudge(const language::Lexicon& lexicon)
    : stand_ins_(filler_words("stand_ins")),
      not_applicable_(filler_words("not_applicable")),
      nothing_words_(filler_words("nothing_words")),
      nothing_verbs_(filler_words("nothing_verbs")),
      remark_nouns_(filler_words("remark_nouns")),
      pointing_words_(filler_words("pointing_words")),
      pointers_(filler_words("pointers")),
      targets_(filler_words("targets")),
      said_(filler_words("said")),
      links_(filler_words("links")),
      turns_(filler_words("turns")),
      delay_words_(filler_words("delay_words")),
      delay_verbs_(filler_words("delay_verbs")),
      promises_(filler_words("promises")),
      times_to_come_(filler_words("times_to_come")),
      padding_(filler_words("padding")),
      yes_(Filler::assents, "yes", {"yes_words"}),
      respelling_(lexicon, united({&nothing_verbs_, &remark_nouns_, &targets_, &said_, &delay_verbs_, &promises_})) {
    nothing_words_ = united({&nothing_words_, &nothing_verbs_, &remark_nouns_});
    pointing_words_ = united({&pointing_words_, &pointers_, &targets_, &said_});
    delay_words_ = united({&delay_words_, &delay_verbs_});
    using Files = std::initializer_list<std::string_view>;
    dodges_.emplace_back(Filler::stands_in, "put_off", Files{"put_off_words"});
    dodges_.emplace_back(Filler::no_time, "no_time", Files{"put_off_words"});
    dodges_.emplace_back(Filler::no_reply, "no_reply", Files{"put_off_words"});
    dodges_.emplace_back(Filler::points_away, "points", Files{"pointing_words", "pointers", "targets", "said"});
    dodges_.emplace_back(Filler::nothing_to_say, "nothing", Files{"nothing_words", "nothing_verbs", "remark_nouns"});
    dodges_.emplace_back(Filler::no_knowledge, "no_knowledge", Files{"put_off_words"});
    dodges_.emplace_back(Filler::assents, "assents", Files{"assent_words"});
    listed_ = united({&stand_ins_, &nothing_words_, &pointing_words_, &delay_words_, &padding_});
    for (const Dodge& dodge : dodges_) dodge.list(listed_);
    respelling_.list(listed_);
    using namespace word_class;
    for (const std::string_view word : listed_words(opinion | auxiliary | glue)) {
        vague_.emplace(without_ending(language::fold(word)));
    }
    for (const std::string_view word : filler_words("empty_praise")) vague_.emplace(without_ending(word));
}

bool FillerJudge::is_vague(std::string_view word) const {
    return vague_.find(without_ending(word)) != vague_.end();
}

bool FillerJudge::may_be_filler(const Comment& comment) const {
    const auto content = std::count_if(comment.tokens().begin(), comment.tokens().end(), is_content);
    if (static_cast<std::size_t>(content) > most_words) return false;
    // Every kind of filler is made of listed words, but for a few, or repeats its words.
    std::array<std::string_view, most_words> foreign;
    const std::size_t enough = std::max<std::size_t>(most_foreign_words + 1, comment.tokens().size() / 2 + 1);
    std::size_t count = 0;
    std::size_t words = 0;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        if (!is_content(comment.tokens()[i])) continue;
        const std::string_view word = comment.folded(i);
        ++words;
        if (promises_.contains(word)) return true;
        if (listed_.contains(word) || word.find('-') != std::string_view::npos || is_vague(word)) continue;
        if (count >= std::min(enough, foreign.size())) return false;
        if (std::find(foreign.begin(), foreign.begin() + static_cast<std::ptrdiff_t>(count), word) ==
            foreign.begin() + static_cast<std::ptrdiff_t>(count))
            foreign[count++] = word;
    }
    return count <= most_foreign_words || 2 * count < words;
}

Filler FillerJudge::judge(const Comment& comment) const {
    const auto& tokens = comment.tokens();
    if (!may_be_filler(comment)) return Filler::none;
    const Words whole = words_of(comment, 0, tokens.size(), most_words + 1);
    if (whole.empty() || whole.size() > most_words) return Filler::none;
    if (const Filler found = judge(whole, is_one_clause(comment)); found != Filler::none) return found;
    if (answers_itself(comment)) return Filler::stands_in;
    // Several in a row: « RAS, voir plus haut », with noise between them
    Filler all = Filler::none;
    for (std::size_t first = 0; first < tokens.size();) {
        std::size_t last = first + 1;
        while (last < tokens.size() && !separates(comment, last)) ++last;
        const Words words = words_of(comment, first, last, most_words);
        if (!std::all_of(words.begin(), words.end(),
                         [&](const std::string& word) { return padding_.contains(word); })) {
            const Filler part = judge(words, true);
            if (part == Filler::none) return Filler::none;
            if (all == Filler::none || part == Filler::nothing_to_say) all = part;
        }
        first = last;
    }
    return all;
}

bool FillerJudge::says_yes(const Comment& comment) const {
    constexpr std::size_t longest = 10;
    if (comment.tokens().size() > 2 * longest) return false;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        const std::string_view word = comment.folded(i);
        // Nearly every comment ends here
        if (is_content(comment.tokens()[i]) && !yes_.may_hold(word) && !respelling_.knows(word)) return false;
    }
    const Words words = words_of(comment, 0, comment.tokens().size(), longest + 1);
    return !words.empty() && words.size() <= longest && yes_.matches(respelling_.read(words, listed_));
}

bool FillerJudge::answers_itself(const Comment& comment) const {
    const auto& tokens = comment.tokens();
    std::size_t answer = 0;
    bool asks = false;
    for (std::size_t i = 0; i < tokens.size(); ++i) {
        const std::string_view word = comment.folded(i);
        // What somebody said may well be a question
        if (word == "\"" || word == "«" || word == "“") return false;
        asks = asks || word == "vous";
        if (word == "?") answer = i + 1;
    }
    if (answer == 0 || !asks) return false;
    const Words words = words_of(comment, answer, tokens.size(), most_words);
    return has(words, "reponse") && dodges_.back().matches(words);
}

Filler FillerJudge::judge(const Words& written, bool one_clause) const {
    if (const Filler found = judge_as_read(written, one_clause); found != Filler::none) return found;
    Words words = respelling_.read(written, listed_);
    const bool respelt = words != written;
    if (respelt) {
        if (const Filler found = judge_as_read(words, one_clause); found != Filler::none) return found;
    }
    // Without the noise around it
    const std::size_t count = words.size();
    words.erase(
        std::remove_if(words.begin(), words.end(), [&](const std::string& word) { return padding_.contains(word); }),
        words.end());
    return words.empty() || words.size() == count ? Filler::none : judge_as_read(words, one_clause);
}

Filler FillerJudge::judge_as_read(const Words& words, bool one_clause) const {
    const std::string text = joined(words);
    if (not_applicable_.contains(text)) return Filler::not_applicable;
    if (stands_in(words, text) || puts_off(words)) return Filler::stands_in;
    if (says_nothing(words)) return Filler::nothing_to_say;
    if (points_away(words, one_clause)) return Filler::points_away;
    const auto dodge =
        std::find_if(dodges_.begin(), dodges_.end(), [&](const Dodge& one) { return one.matches(words); });
    if (dodge == dodges_.end()) return Filler::none;
    // « La réponse est oui » says nothing beside the value, whatever was asked
    return dodge->filler() == Filler::assents && has(words, "reponse") ? Filler::stands_in : dodge->filler();
}

bool FillerJudge::is_nothing_verb(const std::string& word) const {
    if (nothing_verbs_.contains(word)) return true;
    for (const std::string_view ending : {"ez", "ee", "es", "ers", "er", "e"}) {
        if (word.size() > ending.size() + 2 && word.ends_with(ending))
            return nothing_verbs_.contains(word.substr(0, word.size() - ending.size()) + "er");
    }
    return false;
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
    if (text == "ras" || text == "neant" || text == "nocomment") return true;
    // « rien a signalé », but not « rien n'a été signalé »
    const bool begins = words.size() == 3 && words[0] == "rien" && (words[1] == "a" || words[1] == "d");
    if (begins && is_nothing_verb(words[2])) return true;
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

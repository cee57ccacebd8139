#include "placeholders.h"

#include <algorithm>
#include <array>
#include <initializer_list>

#include "language/text.h"
#include "word_classes.h"
#include "word_lists.h"

namespace relis::comments {

namespace fc = filler_class;

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

bool is_figure(std::string_view word) {
    return word.find_first_not_of("0123456789") == std::string_view::npos;
}

std::string joined(const Words& words) {
    std::size_t size = 0;
    for (const FillerWord& word : words) size += word.text.size();
    std::string text;
    text.reserve(size);
    for (const FillerWord& word : words) text += word.text;
    return text;
}

/// One letter over and over, whatever the spaces: `xxx`, `a a a`.
bool is_one_sign(const std::string& text) {
    return text.size() >= 2 && text.find_first_not_of(text.front()) == std::string::npos && !is_figure(text);
}

bool holds(const Words& words, FillerClasses any) {
    return std::any_of(words.begin(), words.end(), [&](const FillerWord& word) { return word.is(any); });
}

bool holds_only(const Words& words, FillerClasses any) {
    return std::all_of(words.begin(), words.end(), [&](const FillerWord& word) { return word.is(any); });
}

bool has(const Words& words, std::string_view text) {
    return std::any_of(words.begin(), words.end(), [&](const FillerWord& word) { return word.text == text; });
}

/// Whether fewer than half of the words are different ones.
bool repeats_itself(const Words& words) {
    std::size_t distinct = 0;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const auto end = words.begin() + static_cast<std::ptrdiff_t>(i);
        const bool known =
            std::any_of(words.begin(), end, [&](const FillerWord& word) { return word.text == words[i].text; });
        if (!known && 2 * ++distinct >= words.size()) return false;
    }
    return true;
}

/// A verb of nothing_verbs, or what careless people write for it: `signalé`, `ajoutez`.
bool is_nothing_verb(const FillerWord& word, const WordSet& verbs) {
    if (word.is(fc::nothing_verb)) return true;
    for (const std::string_view ending : {"ez", "ee", "es", "ers", "er", "e"}) {
        if (word.text.size() > ending.size() + 2 && word.text.ends_with(ending))
            return verbs.contains(std::string(word.text.substr(0, word.text.size() - ending.size())) + "er");
    }
    return false;
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

FillerJudge::FillerJudge(const language::Lexicon& lexicon)
    : stand_ins_(filler_words("stand_ins")),
      not_applicable_(filler_words("not_applicable")),
      nothing_verbs_(filler_words("nothing_verbs")),
      yes_(Filler::assents, fc::yes, "yes", {"yes_words"}),
      respelling_(lexicon, [&] {
          const WordSet nouns = filler_words("remark_nouns"), targets = filler_words("targets"),
                        said = filler_words("said"), delays = filler_words("delay_verbs"),
                        promises = filler_words("promises");
          return united({&nothing_verbs_, &nouns, &targets, &said, &delays, &promises});
      }()) {
    using Files = std::initializer_list<std::string_view>;
    const auto add_dodge = [&](Filler filler, std::string_view phrases, Files words) {
        const FillerClasses around = 1U << (fc::first_dodge + static_cast<unsigned>(dodges_.size()));
        dodges_.emplace_back(filler, around, phrases, words);
    };
    add_dodge(Filler::stands_in, "put_off", {"put_off_words"});
    add_dodge(Filler::no_time, "no_time", {"put_off_words"});
    add_dodge(Filler::no_reply, "no_reply", {"put_off_words"});
    add_dodge(Filler::points_away, "points", {"pointing_words", "pointers", "targets", "said"});
    add_dodge(Filler::nothing_to_say, "nothing", {"nothing_words", "nothing_verbs", "remark_nouns"});
    add_dodge(Filler::no_knowledge, "no_knowledge", {"put_off_words"});
    add_dodge(Filler::assents, "assents", {"assent_words"});
    struct List {
        std::string_view file;
        FillerClasses classes;
    };
    for (const auto& [file, classes] :
         {List{"stand_ins", fc::stand_in | fc::listed}, List{"nothing_words", fc::nothing_word | fc::listed},
          List{"nothing_verbs", fc::nothing_word | fc::nothing_verb | fc::listed},
          List{"remark_nouns", fc::nothing_word | fc::remark_noun | fc::listed},
          List{"pointing_words", fc::pointing_word | fc::listed},
          List{"pointers", fc::pointing_word | fc::pointer | fc::listed},
          List{"targets", fc::pointing_word | fc::target | fc::listed},
          List{"said", fc::pointing_word | fc::said | fc::listed}, List{"links", fc::link}, List{"turns", fc::turn},
          List{"delay_words", fc::delay_word | fc::listed},
          List{"delay_verbs", fc::delay_word | fc::delay_verb | fc::listed}, List{"promises", fc::promise},
          List{"times_to_come", fc::time_to_come}, List{"padding", fc::padding | fc::listed}}) {
        for (const std::string_view word : filler_words(file)) classes_[word] |= classes;
    }
    for (const Dodge& dodge : dodges_) {
        for (const std::string_view word : dodge.words()) classes_[word] |= dodge.around() | fc::listed;
    }
    for (const std::string_view word : yes_.words()) classes_[word] |= yes_.around();
    for (const auto& [written, read] : respelling_.usual()) classes_[written] |= fc::misspelt | fc::listed;
    using namespace word_class;
    for (const std::string_view word : listed_words(opinion | auxiliary | glue)) {
        vague_.emplace(without_ending(language::fold(word)));
    }
    for (const std::string_view word : filler_words("empty_praise")) vague_.emplace(without_ending(word));
}

FillerClasses FillerJudge::classes_of(std::string_view word) const {
    const auto found = classes_.find(word);
    const FillerClasses vague = vague_.find(without_ending(word)) != vague_.end() ? fc::vague : 0U;
    return (found == classes_.end() ? 0U : found->second) | vague;
}

FillerWord FillerJudge::read_word(std::string_view word) const {
    FillerWord read{word, {}, classes_of(word)};
    if (read.is(fc::misspelt)) {
        read.meant = respelling_.usual().at(word);
    } else if (!read.is(fc::listed)) {
        read.meant = respelling_.key_near(word);
    }
    return read;
}

namespace {

/// The stretches of letters and figures in a folded form.
template <class Use>
void for_each_part(std::string_view folded, Use use) {
    for (std::size_t at = 0; at < folded.size();) {
        while (at < folded.size() && !is_word_letter(folded[at])) ++at;
        const std::size_t first = at;
        while (at < folded.size() && is_word_letter(folded[at])) ++at;
        if (at > first) use(folded.substr(first, at - first));
    }
}

}  // namespace

FillerToken FillerJudge::read_token(std::string_view folded) const {
    FillerToken token;
    token.whole = classes_of(folded);
    std::string_view last;
    for_each_part(folded, [&](std::string_view part) {
        last = part;
        token.parts = token.parts == 0 ? 1 : 2;
    });
    if (token.parts == 1) token.part = read_word(last);
    return token;
}

FillerClasses FillerJudge::classes_at(const Comment& comment, std::size_t token, const WordBook& book) const {
    const Word* const word = comment.word(token, book);
    return word != nullptr ? word->reading->filler.whole : classes_of(comment.folded(token));
}

Words FillerJudge::words_of(const Comment& comment, const WordBook& book, std::size_t first, std::size_t last,
                            std::size_t limit) const {
    Words words;
    words.reserve(std::min(last - first, limit));
    for (std::size_t i = first; i < last && words.size() < limit; ++i) {
        if (!is_content(comment.tokens()[i])) continue;
        const Word* const word = comment.word(i, book);
        if (word == nullptr || word->reading->filler.parts > 1) {
            for_each_part(comment.folded(i), [&](std::string_view part) { words.push_back(read_word(part)); });
        } else if (word->reading->filler.parts == 1) {
            words.push_back(word->reading->filler.part);
        }
    }
    return words;
}

Words FillerJudge::respelt(const Words& words) const {
    Words read;
    read.reserve(words.size());
    for (const FillerWord& word : words) {
        if (word.meant.empty()) {
            read.push_back(word);
        } else {
            for_each_part(word.meant, [&](std::string_view part) { read.push_back({part, {}, classes_of(part)}); });
        }
    }
    return read;
}

bool FillerJudge::may_be_filler(const Comment& comment, const WordBook& book) const {
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
        const FillerClasses classes = classes_at(comment, i, book);
        ++words;
        if ((classes & fc::promise) != 0) return true;
        if ((classes & (fc::listed | fc::vague)) != 0 || word.find('-') != std::string_view::npos) continue;
        if (count >= std::min(enough, foreign.size())) return false;
        if (std::find(foreign.begin(), foreign.begin() + static_cast<std::ptrdiff_t>(count), word) ==
            foreign.begin() + static_cast<std::ptrdiff_t>(count))
            foreign[count++] = word;
    }
    return count <= most_foreign_words || 2 * count < words;
}

Filler FillerJudge::judge(const Comment& comment, const WordBook& book) const {
    const auto& tokens = comment.tokens();
    if (!may_be_filler(comment, book)) return Filler::none;
    const Words whole = words_of(comment, book, 0, tokens.size(), most_words + 1);
    if (whole.empty() || whole.size() > most_words) return Filler::none;
    if (const Filler found = judge(whole, is_one_clause(comment)); found != Filler::none) return found;
    if (answers_itself(comment, book)) return Filler::stands_in;
    // Several in a row: « RAS, voir plus haut », with noise between them
    Filler all = Filler::none;
    for (std::size_t first = 0; first < tokens.size();) {
        std::size_t last = first + 1;
        while (last < tokens.size() && !separates(comment, last)) ++last;
        const Words words = words_of(comment, book, first, last, most_words);
        if (!holds_only(words, fc::padding)) {
            const Filler part = judge(words, true);
            if (part == Filler::none) return Filler::none;
            if (all == Filler::none || part == Filler::nothing_to_say) all = part;
        }
        first = last;
    }
    return all;
}

bool FillerJudge::says_yes(const Comment& comment, const WordBook& book) const {
    constexpr std::size_t longest = 10;
    if (comment.tokens().size() > 2 * longest) return false;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        // Nearly every comment ends here
        if (is_content(comment.tokens()[i]) && (classes_at(comment, i, book) & (fc::yes | fc::misspelt)) == 0)
            return false;
    }
    const Words words = words_of(comment, book, 0, comment.tokens().size(), longest + 1);
    return !words.empty() && words.size() <= longest && yes_.matches(respelt(words));
}

bool FillerJudge::answers_itself(const Comment& comment, const WordBook& book) const {
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
    const Words words = words_of(comment, book, answer, tokens.size(), most_words);
    return has(words, "reponse") && dodges_.back().matches(words);
}

Filler FillerJudge::judge(const Words& written, bool one_clause) const {
    if (const Filler found = judge_as_read(written, one_clause); found != Filler::none) return found;
    const bool misspelt =
        std::any_of(written.begin(), written.end(), [](const FillerWord& word) { return !word.meant.empty(); });
    Words words;
    if (misspelt) {
        words = respelt(written);
        if (const Filler found = judge_as_read(words, one_clause); found != Filler::none) return found;
    } else {
        if (!holds(written, fc::padding)) return Filler::none;
        words = written;
    }
    // Without the noise around it
    const std::size_t count = words.size();
    std::erase_if(words, [](const FillerWord& word) { return word.is(fc::padding); });
    return words.empty() || words.size() == count ? Filler::none : judge_as_read(words, one_clause);
}

Filler FillerJudge::judge_as_read(const Words& words, bool one_clause) const {
    const std::string text = joined(words);
    if (not_applicable_.contains(text)) return Filler::not_applicable;
    if (stands_in(words, text) || puts_off(words, text)) return Filler::stands_in;
    if (says_nothing(words, text, nothing_verbs_)) return Filler::nothing_to_say;
    if (points_away(words, one_clause)) return Filler::points_away;
    const auto dodge =
        std::find_if(dodges_.begin(), dodges_.end(), [&](const Dodge& one) { return one.matches(words); });
    if (dodge == dodges_.end()) return Filler::none;
    // « La réponse est oui » says nothing beside the value, whatever was asked
    return dodge->filler() == Filler::assents && has(words, "reponse") ? Filler::stands_in : dodge->filler();
}

bool FillerJudge::stands_in(const Words& words, const std::string& text) const {
    if (stand_ins_.contains(text) || is_one_sign(text) || text.starts_with("loremipsum")) return true;
    const bool one = std::all_of(words.begin(), words.end(),
                                 [&](const FillerWord& word) { return word.text == words.front().text; });
    if (one && words.front().is(fc::stand_in)) return true;
    // A few words over and over
    return words.size() >= fewest_to_repeat && repeats_itself(words);
}

bool FillerJudge::says_nothing(const Words& words, const std::string& text, const WordSet& verbs) {
    if (text == "ras" || text == "neant" || text == "nocomment") return true;
    // « rien a signalé », but not « rien n'a été signalé »
    const bool begins = words.size() == 3 && words[0].text == "rien" && (words[1].text == "a" || words[1].text == "d");
    if (begins && is_nothing_verb(words[2], verbs)) return true;
    bool praises = false;
    for (const FillerWord& word : words) {
        if (word.is(fc::nothing_word)) continue;
        if (!word.is(fc::vague)) return false;
        praises = true;
    }
    if (has(words, "ras") || has(words, "neant") || text.starts_with("ras")) return true;
    // « rien à signaler », « rien de spécial »; praise may follow the first only: « rien de plus » goes on otherwise
    for (auto rien = words.begin(); words.end() - rien >= 3; ++rien) {
        if (rien->text != "rien") continue;
        const bool tells =
            std::any_of(rien + 1, words.end(), [](const FillerWord& w) { return w.is(fc::nothing_verb); });
        if (!praises && tells) return true;
        if (praises && rien[1].text == "a" && rien[2].is(fc::nothing_verb)) return true;
        if (praises && (rien[2].text == "special" || rien[2].text == "particulier")) return true;
    }
    const bool denies = has(words, "pas") || has(words, "sans") || has(words, "aucun") || has(words, "aucune");
    return denies && !praises && holds(words, fc::remark_noun);
}

bool FillerJudge::points_away(const Words& words, bool one_clause) {
    const auto foreign = static_cast<std::size_t>(std::count_if(words.begin(), words.end(), [](const FillerWord& word) {
        return !word.is(fc::pointing_word) && !is_figure(word.text);
    }));
    const std::size_t article = words.front().text == "la" || words.front().text == "le" ? 1 : 0;
    const bool same = words.size() > article + 1 && (words[article].text == "meme" || words[article].text == "memes") &&
                      (words[article + 1].text == "chose" || words[article + 1].is(fc::target));
    if (foreign > 0) {
        // Only a text that begins as a reference and goes on with what it refers to
        const bool names_target = words.size() > 1 && (words.front().is(fc::pointer) || same) &&
                                  (words.front().text == "cf" || words[1].is(fc::link | fc::target) || same);
        const bool sees = words.front().text == "voir" && !holds(words, fc::target);
        return one_clause && foreign <= most_foreign_words && names_target && !sees && !holds(words, fc::turn);
    }
    if (same) return true;
    if (has(words, "voir") || has(words, "vr")) return words.size() > 1 && holds(words, fc::target);
    if (holds(words, fc::pointer)) return true;
    const bool told = holds(words, fc::said | fc::target);
    if (has(words, "comme")) return told;
    if (has(words, "deja")) return holds(words, fc::said);
    const bool before =
        has(words, "dessus") || has(words, "precedemment") || has(words, "precedente") || has(words, "precedent");
    return before && told;
}

bool FillerJudge::puts_off(const Words& words, const std::string& text) {
    if (holds_only(words, fc::delay_word) && (holds(words, fc::delay_verb) || text == "avenir")) return true;
    const auto promise =
        std::find_if(words.begin(), words.end(), [](const FillerWord& word) { return word.is(fc::promise); });
    if (promise == words.end()) return false;
    if (has(words, "je") && promise->text.ends_with("ai") && (holds(words, fc::time_to_come) || has(words, "soir")))
        return true;
    // The writer's own want of time: « le vendeur n'a pas eu le temps » tells of the visit
    const std::array own{"jenaipaseuletemps", "jenaipasletemps", "jemanquedetemps"};
    const std::array first{"pasletemps", "paseuletemps", "manquedetemps", "fautedetemps"};
    return std::any_of(own.begin(), own.end(),
                       [&](const char* phrase) { return text.find(phrase) != std::string::npos; }) ||
           std::any_of(first.begin(), first.end(), [&](const char* phrase) { return text.starts_with(phrase); });
}

}  // namespace relis::comments

#include "division.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string_view>

#include "characters.h"
#include "language/utf8.h"

namespace relis::language {
namespace {

constexpr double for_an_apostrophe = 0.25;
constexpr double for_a_space = 0.5;
constexpr double for_another_space = 0.35;  ///< the third word and the fourth
constexpr double of_everyday_use = -0.45;
constexpr double uncommon = 0.5;  ///< a word that is not of everyday use
constexpr double odd = 0.6;       ///< words that seldom follow each other
constexpr std::size_t most_parts = 4;

constexpr std::array<std::u32string_view, 13> elided{U"l", U"d",  U"j",     U"m",      U"n",      U"s",     U"t",
                                                     U"c", U"qu", U"jusqu", U"lorsqu", U"puisqu", U"quoiqu"};

/// One part, looked up.
struct Part {
    std::string text;
    FormId form = 0;
    std::uint8_t flags = 0;
    Analyses analyses;

    [[nodiscard]] bool is(PartOfSpeech part) const { return analyses.any(part); }
    [[nodiscard]] bool is_common() const { return (flags & form_flag::common) != 0; }
    [[nodiscard]] bool is_nominal() const {
        return std::any_of(analyses.begin(), analyses.end(), [](const Analysis& a) {
            return a.features.is(PartOfSpeech::noun) || a.features.is(PartOfSpeech::adjective) ||
                   a.features.has_tense(tense::past_participle);
        });
    }
    [[nodiscard]] bool has_tense(std::uint16_t tenses) const {
        return std::any_of(analyses.begin(), analyses.end(),
                           [&](const Analysis& a) { return a.features.has_tense(tenses); });
    }
    [[nodiscard]] bool has_role(PartOfSpeech part, std::uint32_t roles) const {
        return std::any_of(analyses.begin(), analyses.end(),
                           [&](const Analysis& a) { return a.features.is(part) && a.features.has_role(roles); });
    }
    [[nodiscard]] bool is_first_person() const {
        return std::any_of(analyses.begin(), analyses.end(), [](const Analysis& a) {
            return a.features.has_tense(tense::personal) && (a.features.persons & person::first_singular) != 0;
        });
    }
    /// A word that never ends a group: le, me, te.
    [[nodiscard]] bool leans_on_what_follows() const {
        return std::all_of(analyses.begin(), analyses.end(),
                           [](const Analysis& a) {
                               return a.features.is(PartOfSpeech::determiner) ||
                                      a.features.has_role(role::before_verb) || a.features.is(PartOfSpeech::noun);
                           }) &&
               (is(PartOfSpeech::determiner) || has_role(PartOfSpeech::pronoun, role::before_verb));
    }
};

class Division {
  public:
    Division(const Lexicon& lexicon, const std::u32string& word, std::vector<Suggestion>& found)
        : lexicon_(lexicon), word_(word), found_(found) {}

    void run() {
        for (std::size_t i = 1; i < word_.size(); ++i) {
            const std::u32string_view left = std::u32string_view(word_).substr(0, i);
            const auto right = look_up(i, word_.size());
            if (!right) continue;
            if (is_elided(left) && elides_before(*right, word_[i])) {
                const double cost = for_an_apostrophe + (right->is_common() ? of_everyday_use : 0.0);
                if (may_elide_to(left, *right)) found_.push_back({to_utf8(left) + "'" + right->text, cost});
            }
            if (left == U"j" && !is_vowel(word_[i]) && right->is_first_person()) {
                found_.push_back(
                    {"je " + right->text, for_a_space + (right->is_common() ? 0.0 : uncommon)});  // jrecommande
            }
            const auto word = look_up(0, i);
            if (word) two_words(*word, *right);
        }
        if (word_.size() >= 8) several_words();
    }

  private:
    [[nodiscard]] std::optional<Part> look_up(std::size_t first, std::size_t last) const {
        Part part;
        part.text = to_utf8(std::u32string_view(word_).substr(first, last - first));
        const auto form = lexicon_.find(part.text);
        if (!form || (lexicon_.flags(*form) & (form_flag::no_suggest | form_flag::unit)) != 0) return std::nullopt;
        part.form = *form;
        part.flags = lexicon_.flags(*form);
        part.analyses = lexicon_.analyses(*form);
        const bool stands_alone = last - first > 1 || part.text == "à" || part.text == "y" || part.text == "a";
        const bool is_word = std::any_of(part.analyses.begin(), part.analyses.end(), [](const Analysis& a) {
            return !a.features.is(PartOfSpeech::symbol) && !a.features.is(PartOfSpeech::affix) &&
                   !a.features.is(PartOfSpeech::proper_noun);
        });
        if (!stands_alone || !is_word) return std::nullopt;
        return part;
    }

    [[nodiscard]] static bool is_elided(std::u32string_view left) {
        return std::find(elided.begin(), elided.end(), left) != elided.end();
    }

    /// Letters before which a word may elide.
    [[nodiscard]] static bool is_vowel(char32_t letter) {
        return std::u32string_view(U"aeiouyhœ").find(base_letter(letter)) != std::u32string_view::npos;
    }

    [[nodiscard]] static bool elides_before(const Part& right, char32_t first) {
        return (right.flags & form_flag::aspirated) == 0 && is_vowel(first);
    }

    /// l' before nouns and verbs, j' and n' before verbs, c' before être, qu' before small words.
    [[nodiscard]] static bool may_elide_to(std::u32string_view left, const Part& right) {
        const bool verb = right.has_tense(tense::personal) || right.text == "y" || right.text == "en";
        const bool infinitive = right.has_tense(tense::infinitive);
        if (left == U"l") return right.is_nominal() || verb || infinitive || right.text == "on";
        if (left == U"j" || left == U"n") return verb;
        if (left == U"m" || left == U"t" || left == U"s") {
            return verb || infinitive || (left == U"s" && right.text.starts_with("il"));
        }
        if (left == U"c")
            return right.text == "en" || (verb && right.text.starts_with("est")) || right.text.starts_with("ét");
        if (left == U"d") {
            return right.is_nominal() || infinitive || right.is(PartOfSpeech::adverb) ||
                   right.is(PartOfSpeech::determiner) || right.is(PartOfSpeech::pronoun);
        }
        return right.is(PartOfSpeech::pronoun) || right.is(PartOfSpeech::determiner) ||
               right.is(PartOfSpeech::preposition) || right.is(PartOfSpeech::adverb);
    }

    [[nodiscard]] static bool agree(const Part& left, const Part& right) {
        for (const Analysis a : left.analyses) {
            for (const Analysis b : right.analyses) {
                const bool nominal = b.features.is(PartOfSpeech::noun) || b.features.is(PartOfSpeech::adjective) ||
                                     b.features.has_tense(tense::past_participle);
                const auto meet = [](std::uint8_t x, std::uint8_t y) { return x == 0 || y == 0 || (x & y) != 0; };
                if (a.features.is(PartOfSpeech::determiner) && nominal &&
                    meet(a.features.genders, b.features.genders) && meet(a.features.numbers, b.features.numbers)) {
                    return true;
                }
            }
        }
        return false;
    }

    /// The person of a subject pronoun and of a verb meet.
    [[nodiscard]] static bool conjugates(const Part& pronoun, const Part& verb) {
        for (const Analysis a : pronoun.analyses) {
            if (!a.features.is(PartOfSpeech::pronoun) || !a.features.has_role(role::subject)) continue;
            for (const Analysis b : verb.analyses) {
                if (b.features.has_tense(tense::personal) && (a.features.persons & b.features.persons) != 0)
                    return true;
            }
        }
        return false;
    }

    /// 0 where the second word may well follow the first.
    [[nodiscard]] static double oddity(const Part& left, const Part& right) {
        if (right.leans_on_what_follows() && !left.is(PartOfSpeech::preposition) &&
            !left.is(PartOfSpeech::conjunction) && !left.is(PartOfSpeech::adverb) &&
            !left.is(PartOfSpeech::determiner)) {
            return 2 * odd;
        }
        if (left.is(PartOfSpeech::determiner) && agree(left, right)) return 0;
        if (left.is(PartOfSpeech::preposition)) {
            return right.has_tense(tense::personal) && !right.is_nominal() ? odd : 0;
        }
        if (conjugates(left, right)) return 0;
        if (left.is(PartOfSpeech::conjunction) || left.is(PartOfSpeech::adverb)) return 0.05;
        if (left.is(PartOfSpeech::numeral) && right.is(PartOfSpeech::noun)) return 0.05;
        if (left.has_role(PartOfSpeech::pronoun, role::before_verb) && right.has_tense(tense::personal)) return 0.1;
        return odd;
    }

    void two_words(const Part& left, const Part& right) {
        const double rare = (left.is_common() ? 0.0 : uncommon) + (right.is_common() ? 0.0 : uncommon);
        if (conjugates(right, left) || (right.text == "ce" && left.has_tense(tense::personal))) {
            found_.push_back({left.text + "-" + right.text, for_a_space + rare - 0.05});  // estce
            return;
        }
        found_.push_back({left.text + " " + right.text, for_a_space + rare + oddity(left, right)});
    }

    /// Everyday words only, as few as possible: toutdesuite, silvousplait.
    void several_words() {
        struct Best {
            std::size_t parts = 0;  ///< 0: cannot be reached
            std::size_t from = 0;
        };
        std::vector<Best> best(word_.size() + 1);
        best[0] = {1, 0};
        for (std::size_t i = 0; i < word_.size(); ++i) {
            if (best[i].parts == 0 || best[i].parts > most_parts) continue;
            for (std::size_t j = i + 1; j <= word_.size(); ++j) {
                if (best[j].parts != 0 && best[j].parts <= best[i].parts + 1) continue;
                const bool apostrophe =
                    j < word_.size() && is_vowel(word_[j]) && is_elided(std::u32string_view(word_).substr(i, j - i));
                const auto part = apostrophe ? std::nullopt : look_up(i, j);
                if (apostrophe || (part && part->is_common())) best[j] = {best[i].parts + 1, i};
            }
        }
        const std::size_t parts = best[word_.size()].parts;
        if (parts < 4 || parts > most_parts + 1) return;  // one more than there are parts
        std::string text;
        for (std::size_t end = word_.size(); end > 0; end = best[end].from) {
            const std::u32string_view part = std::u32string_view(word_).substr(best[end].from, end - best[end].from);
            std::string piece = to_utf8(part);
            if (end < word_.size()) piece += is_elided(part) ? "'" : " ";
            text.insert(0, piece);
        }
        found_.push_back({text, for_a_space + for_another_space * static_cast<double>(parts - 3)});
    }

    const Lexicon& lexicon_;
    const std::u32string& word_;
    std::vector<Suggestion>& found_;
};

}  // namespace

void add_divided(const Lexicon& lexicon, const std::u32string& word, std::vector<Suggestion>& found) {
    Division(lexicon, word, found).run();
}

}  // namespace relis::language

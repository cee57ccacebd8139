#include "contradictions.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <mutex>
#include <optional>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

#include "counts.h"
#include "elsewhere.h"
#include "evidence.h"
#include "first_words.h"
#include "pairs.h"
#include "quantities.h"
#include "timeline.h"
#include "tone.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::Token;

namespace {

/// The check of one box.
class Pass {
  public:
    Pass(const Topics& topics, const ReadBox& box, const ReadQuestion& question, std::vector<Finding>& findings)
        : topics_(topics),
          box_(*box.box),
          findings_(findings),
          read_(box.read),
          question_(question),
          label_(question.label),
          asked_(question.asked),
          weigher_(topics, box_, read_, label_holds("ou")) {}

    void run() {
        const Question& question = *box_.question;
        const std::string& value = *box_.answer->value;
        if (find_other_quantity(question, value, label_, read_, box_, findings_)) return;
        if (question.type == QuestionType::select_multiple) {
            none_of_many();
            return;
        }
        if (question.type != QuestionType::select_one) {
            const Side side = side_of_mark(question, label_, value);
            if (side == Side::none || judgement(side) || side != Side::best || asked_.negative) return;
            (void)statement(asked_, side);
            return;
        }
        const Side side = question_.side(value);
        if (side == Side::none) return;
        if ((side == Side::yes || side == Side::no) && opening(side)) return;
        const Asked& asked = asked_;
        if (asked.had_to && (asked.traits & trait::act) != 0) {
            had_to(side);
            return;
        }
        if (!asked.negative && statement(asked, side)) return;
        (void)judgement(extreme(side));
    }

  private:
    [[nodiscard]] const std::vector<Token>& tokens() const { return box_.comment.tokens(); }
    [[nodiscard]] std::string_view word(std::size_t i) const { return box_.comment.folded(i); }

    bool report(const char* rule, std::size_t first, std::size_t last) {
        findings_.push_back(contradiction(box_, first, last, rule, label_of(*box_.question, *box_.answer->value)));
        return true;
    }

    [[nodiscard]] bool has_any(const auto& words) const {
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (listed(words, word(i))) return true;
        }
        return false;
    }

    [[nodiscard]] bool opening(Side side) {
        if (asked_.negative) return false;
        const bool of_fault = side == Side::yes && box_.question->is_negative(*box_.answer->value);
        const auto contrary = contrary_opening(box_, side, of_fault);
        return contrary && report("opposite-opening", contrary->first, contrary->last);
    }

    /// « Avez-vous dû demander de l'aide ? »: the deed itself, or that it came unasked.
    void had_to(Side side) {
        std::size_t first = 0, last = 0;
        if (side == Side::no && read_.had_to_ask(first, last)) {
            report("opposite-statement", first, last);
            return;
        }
        if (side != Side::yes || read_.had_to_ask(first, last)) return;
        for (std::size_t i = 0; i + 1 < tokens().size(); ++i) {
            const bool of_itself = is_any(word(i), "lui-meme", "elle-meme", "eux-memes", "spontanement", "d'office") ||
                                   (word(i) == "initiative" && word(i - (i > 0)) == "propre");
            const bool needless = read_.denied(i) &&
                                  is_any(word(i), "eu", "besoin", "demande", "demander", "chercher", "cherche") &&
                                  read_.clause_of(i).subject == Subject::shopper;
            if (!of_itself && !needless) continue;
            report("opposite-statement", read_.clause_of(i).first, read_.clause_of(i).last);
            return;
        }
    }

    // Decisions

    /// « Oui, mais… »: the shopper says himself that he knows what he answered.
    [[nodiscard]] bool opens_as(Side side) const {
        std::size_t first = 0;
        while (first < tokens().size() && !comments::is_content(tokens()[first])) ++first;
        if (first >= tokens().size()) return false;
        return ((side == Side::yes || side == Side::best) && word(first) == "oui") ||
               (side == Side::no && word(first) == "non" &&
                word(first + 1 < tokens().size() ? first + 1 : first) != "seulement");
    }

    [[nodiscard]] bool statement(const Asked& asked, Side side) {
        constexpr std::size_t longest = 80;
        if (tokens().size() > longest || opens_as(side)) return false;
        std::vector<Evidence> told;
        for (const Aspect& aspect : asked.aspects) {
            if (!aspect.parts.empty() || !aspect.own.empty() || asked.aspects.size() == 1)
                told.push_back(weigher_.weigh(aspect, asked));
        }
        if (told.empty()) return false;
        if (side == Side::yes || side == Side::best) return contradicts_yes(asked, side, told);
        return contradicts_no(asked, side, told);
    }

    [[nodiscard]] bool contradicts_yes(const Asked& asked, Side side, std::vector<Evidence>& told) {
        if (side == Side::yes) {
            if (asked.every) {
                for (std::size_t i = 0; i < tokens().size(); ++i) {
                    if (is_share(i)) return report("exception-to-all", i, i + 1);
                    if (is_exception(i)) return report("exception-to-all", i, std::min(i + 4, read_.clause_of(i).last));
                }
            }
            std::size_t first = 0, last = 0;
            const bool unprompted = asked.unasked || told.front().agreeing == 0;
            if (unprompted && (asked.traits & trait::unasked) != 0 && !asked.of_shopper &&
                read_.had_to_ask(first, last) && read_.clause_of(first).sentence == 0) {
                return report("had-to-ask", first, last);
            }
            if (asked.unasked && !asked.of_shopper) {
                if (const auto at = weigher_.shopper_asked()) return report("had-to-ask", *at, *at + 1);
            }
            if (asked.first) {
                if (const auto at = weigher_.speaks_first()) return report("had-to-ask", *at, *at + 2);
            }
            const bool silent =
                std::all_of(told.begin(), told.end(), [](const Evidence& evidence) { return evidence.agreeing == 0; });
            if (silent) weigher_.weigh_denied_nouns(asked.aspects.back(), told.back());
            if (silent) weigher_.weigh_omissions(asked.aspects.back(), asked, told.back());
            if (asked.at_once) weigher_.weigh_lateness(told.front());
            if (silent && ((asked.traits & trait::act) != 0 || asked.of_person)) {
                weigher_.weigh_silence(asked, told.back());
                if (told.back().opposed == 0 && (asked.traits & trait::speech) != 0)
                    weigher_.weigh_restriction(told.back());
            }
        }
        if (side == Side::best && (asked.traits & trait::act) != 0 &&
            std::all_of(told.begin(), told.end(), [](const Evidence& evidence) { return evidence.agreeing == 0; })) {
            weigher_.weigh_silence(asked, told.back());
        }
        const bool any = asked.joined == Joined::any;
        const Evidence* opposed = nullptr;
        for (const Evidence& evidence : told) {
            const bool contrary = evidence.opposed >= 2 && evidence.agreeing == 0 && is_plain(evidence);
            if (contrary && opposed == nullptr) opposed = &evidence;
            // Of one thing or another, nothing speaks for either.
            if (any && !contrary && (evidence.agreeing > 0 || evidence.doubtful)) return false;
        }
        if (opposed != nullptr && (asked.traits & trait::act) == 0 && weigher_.is_mended()) return false;
        if (any && opposed != nullptr && told.back().opposed == 0 && !is_total(*opposed)) return false;
        if (opposed == nullptr && side == Side::yes && asked.every && told.front().doubtful &&
            told.front().agreeing < 2) {
            return report("exception-to-all", told.front().doubtful_first, told.front().doubtful_last);
        }
        return opposed != nullptr && report("opposite-statement", opposed->opposed_first, opposed->opposed_last);
    }

    /// « Rien », « aucun », « jamais », « personne »: the denial leaves nothing.
    [[nodiscard]] bool is_total(const Evidence& evidence) const {
        const Clause& clause = read_.clause_of(evidence.opposed_first);
        for (std::size_t i = clause.first; i < clause.last; ++i) {
            if (is_any(word(i), "rien", "aucun", "aucune", "jamais", "personne", "pantoute", "dutout", "ni") ||
                (word(i) == "tout" && i > 0 && word(i - 1) == "du"))
                return true;
        }
        return false;
    }

    /// Whether what is opposed is said at the beginning, and not taken back in the same sentence.
    [[nodiscard]] bool is_plain(const Evidence& evidence) const {
        const Token& at = tokens()[evidence.opposed_first];
        if (evidence.opposed_outright >= 4 && at.sentence <= 2 && !weigher_.is_excused(evidence.opposed_first))
            return true;
        // The first sentence answers; what a later one denies is of the rest, or a shade of it, but for the question's
        // own word.
        if ((at.sentence > 0 && !evidence.own_denied) || at.sentence > 2 || weigher_.is_excused(evidence.opposed_first))
            return false;
        // « Un bonjour bien senti. Par contre, aucun au revoir »: what goes before says that it was so.
        for (std::size_t i = 1; i < evidence.opposed_first; ++i) {
            if ((word(i) == "contre" && word(i - 1) == "par") || (word(i) == "revanche" && word(i - 1) == "en") ||
                is_any(word(i), "cependant", "toutefois"))
                return false;
        }
        if (weigher_.is_reported(evidence.opposed_first)) return false;
        for (std::size_t i = evidence.opposed_last; i < box_.comment.sentences()[at.sentence].last_token; ++i) {
            if (is_any(word(i), "mais", "cependant", "toutefois", "pourtant", "sinon", "finalement", "contre"))
                return false;
        }
        return true;
    }

    [[nodiscard]] bool contradicts_no(const Asked& asked, Side side, const std::vector<Evidence>& told) {
        // Beside a limit (« dans les deux minutes »), a late *non* is right: the quantities have been compared.
        if (has_limit(label_)) return false;
        // « Produit suggéré en tablette », « coût communiqué avant de commencer »: which word is denied is not said,
        // but a fault that is named.
        if (asked.nominal && box_.question->is_negative(*box_.answer->value)) return false;
        const bool any = asked.joined == Joined::any;
        const Evidence* agreeing = nullptr;
        for (const Evidence& evidence : told) {
            const bool with_denial = evidence.agreeing > 0 && denies_near(evidence);
            const int enough = side == Side::worst || with_denial ? 4 : 2;
            if (evidence.opposed > 0 || evidence.doubtful) return false;
            if (evidence.agreeing >= enough && agreeing == nullptr) agreeing = &evidence;
            if (!any && evidence.agreeing < enough) return tells_presence(asked);
        }
        if (agreeing == nullptr) return tells_presence(asked);
        constexpr auto at_once =
            word_set("des", "direct", "directement", "aussitot", "immediatement", "instant", "suite", "entrant",
                     "rentrant", "arrivant", "d'emblee", "avant", "peine", "seconde", "secondes", "vite", "rapide",
                     "rapidement", "prompt", "promptement");
        if (asked.at_once && !has_any(at_once)) return false;
        // « Communiqué une fois la caution versée », « marche depuis »: beside « avant », « du premier coup » it came
        // late.
        if (asked.bound && (tokens()[agreeing->agreeing_first].sentence > 0 || has_any(word_set("fois", "depuis"))))
            return false;
        if (turns_near(*agreeing, (asked.traits & trait::act) != 0)) return false;
        if ((asked.traits & trait::unasked) != 0 && !asked.of_shopper && weigher_.shopper_asked()) return false;
        // Of two things asked at once one may well be so beside *non*, unless all are.
        if (told.size() == 1 && label_holds("et") && !has_any(word_set("tout", "tous", "toutes", "deux"))) return false;
        return report("opposite-statement", agreeing->agreeing_first, agreeing->agreeing_last);
    }

    /// « Y avait-il des présentoirs vides ? Non », and the comment opens with some: the thing itself is told.
    [[nodiscard]] bool tells_presence(const Asked& asked) {
        if (asked.present.size() < 4 || read_.has_denial() || has_any(turns)) return false;
        const std::string_view stem = std::string_view(asked.present).substr(0, asked.present.size() - 1);
        for (std::size_t i = 0; i < tokens().size() && tokens()[i].sentence == 0; ++i) {
            const Clause& clause = read_.clause_of(i);
            if (!word(i).starts_with(stem) || !read_.sense(i).noun || word(i).size() > asked.present.size() + 1)
                continue;
            if (read_.denied(i) || clause.quoted || clause.hypothetical || clause.limited) return false;
            for (std::size_t back = 1; back <= 3 && back <= i; ++back) {
                if (is_any(word(i - back), "un", "une", "des", "deux", "trois", "quatre", "plusieurs", "quelques"))
                    return report("opposite-statement", i - back, i + 1);
            }
        }
        return false;
    }

    /// Whether anything is denied near the clause that agrees: in its sentence, or right after it.
    [[nodiscard]] bool denies_near(const Evidence& evidence) const {
        const std::size_t clause = read_.clause_index(evidence.agreeing_first);
        const std::uint32_t sentence = tokens()[evidence.agreeing_first].sentence;
        for (std::size_t i = 0; i < read_.size(); ++i) {
            const std::uint32_t here = tokens()[i].sentence;
            const bool near = here == sentence || here + 1 == sentence || (here == sentence + 1 && sentence == 0);
            if (near && read_.clause_index(i) != clause && read_.denies(i)) return true;
        }
        return false;
    }

    /// Whether the sentence that agrees, or the beginning of the next one, takes it back.
    [[nodiscard]] bool turns_near(const Evidence& evidence, bool act) const {
        const std::uint32_t sentence = tokens()[evidence.agreeing_first].sentence;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            const std::string_view at = word(i);
            if (!listed(turns, at) || read_.clause_of(i).quoted) continue;
            // « Elle m'a proposé la soupe, mais je n'en voulais pas »: it was proposed all the same
            std::size_t first = 0, last = 0;
            if (at == "mais" && act && i + 1 < tokens().size() && is_any(word(i + 1), "je", "j'", "on", "nous") &&
                read_.denied(std::min(i + 3, tokens().size() - 1)) && !read_.had_to_ask(first, last))
                continue;
            if (at == "que" || at == "qu'") {
                // « ne … que » limits; any other « que » does not.
                if (read_.clause_index(i) != read_.clause_index(evidence.agreeing_first)) continue;
                for (std::size_t k = read_.clause_of(i).first; k < i; ++k) {
                    if (word(k) == "ne" || word(k) == "n'") return true;
                }
                continue;
            }
            if (at == "avant" || at == "apres" || at == "tard") {
                // « Avant même que j'ouvre la bouche »: all the sooner. And what comes late is no act any more; a state
                // lasts.
                const bool sooner = at == "avant" && i + 2 < tokens().size() &&
                                    (is_any(word(i + 1), "que", "qu'") || word(i + 1) == "meme");
                if (sooner || !act) continue;
                return true;
            }
            const bool opens_next =
                tokens()[i].sentence == sentence + 1 && i <= box_.comment.sentences()[sentence + 1].first_token + 1;
            if (tokens()[i].sentence == sentence || opens_next || is_any(at, "finalement", "sauf", "fini")) return true;
        }
        return false;
    }

    [[nodiscard]] bool label_holds(std::string_view wanted) const {
        for (std::size_t i = 0; i < label_.tokens().size(); ++i) {
            if (label_.folded(i) == wanted) return true;
        }
        return false;
    }

    /// « Deux sur cinq », « la moitié des tablettes »
    [[nodiscard]] bool is_share(std::size_t i) const {
        if (read_.clause_of(i).hypothetical || read_.clause_of(i).quoted) return false;
        if (word(i) == "moitie") return !read_.denied(i) && i > 0 && word(i - 1) == "la";
        if (word(i) != "sur" || i == 0 || i + 1 >= tokens().size()) return false;
        const auto few = number_in(tokens()[i - 1], word(i - 1)), all = number_in(tokens()[i + 1], word(i + 1));
        return few && all && *few < *all && *all <= 100;
    }

    [[nodiscard]] bool is_exception(std::size_t i) const {
        const std::string_view at = word(i);
        if (at == "sauf" || at == "hormis" || at == "excepte") return !read_.denied(i);
        return (at == "part" || at == "exception") && i > 0 && (word(i - 1) == "a" || word(i - 1) == "l'") &&
               i + 1 < tokens().size() && at != "part";
    }

    /// « Aucun, tout fonctionnait » beside a comment that makes an exception, or beside another choice.
    void none_of_many() {
        const Question& question = *box_.question;
        const std::string& value = *box_.answer->value;
        const auto chosen = std::find_if(question.choices.begin(), question.choices.end(),
                                         [&](const Choice& choice) { return choice.name == value; });
        if (chosen == question.choices.end() || !is_none(chosen->label)) return;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (is_exception(i)) {
                report("exception-to-all", i, std::min(i + 4, read_.clause_of(i).last));
                return;
            }
        }
        const Asked& asked = asked_;
        // « Quels équipements ne fonctionnaient pas ? Aucun »: nothing that is opposed was met.
        Evidence evidence;
        for (const Aspect& aspect : asked.aspects) {
            for (Aspect::Part part : aspect.parts) {
                part.reversed = false;
                weigher_.weigh_cues(aspect, part, asked, evidence);
            }
        }
        const bool of_faults =
            asked.negative || std::any_of(asked.aspects.begin(), asked.aspects.end(), [](const Aspect& aspect) {
                return std::any_of(aspect.parts.begin(), aspect.parts.end(),
                                   [](const Aspect::Part& part) { return part.reversed; });
            });
        if (of_faults && evidence.opposed >= 2 && evidence.agreeing == 0) {
            report("opposite-statement", evidence.opposed_first, evidence.opposed_last);
        }
    }

    [[nodiscard]] static bool is_none(std::string_view label) {
        const std::string folded = language::fold(label);
        return folded.starts_with("aucun") || folded.starts_with("rien") || folded.starts_with("personne");
    }

    /// A yes or no as the end of a scale that its negative choice tells.
    [[nodiscard]] Side extreme(Side side) const {
        const Question& question = *box_.question;
        if (side == Side::best || side == Side::worst) return side;
        if (question.negative.empty() || question.choices.size() > 2) return Side::none;
        return question.is_negative(*box_.answer->value) ? Side::worst : Side::best;
    }

    [[nodiscard]] bool judgement(Side side) {
        if (side != Side::best && side != Side::worst) return false;
        return opposite_tone(side == Side::best);
    }

    static constexpr std::size_t longest_opening = 12;  ///< tokens shown

    /// Blame and no praise beside the best choice or mark, praise and no blame beside the worst.
    bool opposite_tone(bool good) {
        const Tone tone = tone_of(topics_, box_, read_);
        const int contrary = good ? tone.blame : tone.praise, agreeing = good ? tone.praise : tone.blame;
        if (good && !tone.turns && agreeing == 0 && opens_with_regret(box_.comment))
            return report("opposite-judgement", 0, std::min<std::size_t>(tokens().size(), longest_opening));
        if (tone.turns || agreeing > 0 || contrary < 4 || (good ? tone.blaming : tone.praising) < 2) return false;
        return report("opposite-judgement", tone.first, tone.last);
    }

    const Topics& topics_;
    const Box& box_;
    std::vector<Finding>& findings_;
    const ReadComment& read_;
    const ReadQuestion& question_;
    const Comment& label_;
    const Asked& asked_;
    Weigher weigher_;
};

}  // namespace

/// The questions read so far. The same few come with every report, so that reading them again would cost more than
/// reading the comments; the answer is the same with and without.
struct ContradictionFinder::Questions {
    std::shared_ptr<const ReadQuestion> get(const relis::Question& question, const Topics& topics) {
        {
            const std::shared_lock lock(mutex);
            if (const auto found = find(question)) return found;
        }
        auto made = std::make_shared<const ReadQuestion>(question, topics);
        const std::unique_lock lock(mutex);
        if (const auto found = find(question)) return found;  // another thread was quicker
        constexpr std::size_t most = 5000;
        if (read.size() >= most) read.clear();
        read[question.label].push_back({question.type, question.choices, question.negative, made});
        return made;
    }

  private:
    /// What tells questions of one label apart.
    struct Entry {
        QuestionType type;
        std::vector<Choice> choices;
        std::vector<std::string> negative;
        std::shared_ptr<const ReadQuestion> read;
    };
    [[nodiscard]] std::shared_ptr<const ReadQuestion> find(const relis::Question& question) const {
        const auto found = read.find(question.label);
        if (found == read.end()) return nullptr;
        for (const Entry& entry : found->second) {
            if (entry.type == question.type && entry.choices == question.choices && entry.negative == question.negative)
                return entry.read;
        }
        return nullptr;
    }
    std::shared_mutex mutex;
    std::unordered_map<std::string, std::vector<Entry>> read;  ///< by label
};

ContradictionFinder::ContradictionFinder(const std::shared_ptr<const comments::WordBook>& book)
    : topics_(book), questions_(std::make_unique<Questions>()) {}

ContradictionFinder::~ContradictionFinder() = default;

void ContradictionFinder::find(const Report& report, const Context& context, const std::vector<Box>& boxes,
                               std::vector<Finding>& findings) const {
    // A megabyte of words is no comment to be read closely.
    constexpr std::size_t longest = 2000;
    std::vector<ReadBox> read;
    read.reserve(boxes.size());
    CueWords::Forms forms;
    for (const Box& box : boxes) {
        if (box.comment.tokens().size() > longest) continue;
        read.emplace_back(box, topics_, questions_->get(*box.question, topics_), forms);
    }
    for (const ReadBox& box : read) {
        const Question& question = *box.box->question;
        if (question.type == QuestionType::text || !box.box->answer->value || !box.box->answer->comment) continue;
        const bool takes_side = box.question->side(*box.box->answer->value) != Side::none;
        if (takes_side || question.type != QuestionType::select_one || !kinds_.find(*box.box, box.read, findings))
            Pass(topics_, box, *box.question, findings).run();
    }
    std::vector<AnsweredQuestion> answered;
    for (const Question& question : context.questionnaire().questions) {
        const Answer* const answer = report.find(question.name);
        if (answer == nullptr || !answer->value || question.type != QuestionType::select_one) continue;
        if (context.applicability(question.name) == Applicability::does_not_apply) continue;
        answered.push_back({&question, answer, questions_->get(question, topics_)});
    }
    std::vector<GivenAnswer> given;
    for (const Question& question : context.questionnaire().questions) {
        const Answer* const answer = report.find(question.name);
        if (answer == nullptr || !answer->value || question.type == QuestionType::text) continue;
        if (context.applicability(question.name) == Applicability::does_not_apply) continue;
        given.push_back({&question, answer, questions_->get(question, topics_)});
    }
    find_answers_at_odds(topics_, given, findings);
    find_hours_at_odds(report, given, read, findings);
    find_other_counts(given, read, findings);
    find_told_choices(given, read, findings);
    kinds_.find_payment(given, read, findings);
    find_other_moments(report, given, findings);
    find_told_elsewhere(topics_, answered, read, findings);
}

}  // namespace relis::consistency

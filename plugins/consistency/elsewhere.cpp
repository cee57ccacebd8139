#include "elsewhere.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include "evidence.h"
#include "word_set.h"

namespace relis::consistency {

ReadBox::ReadBox(const Box& of, const Topics& list, std::shared_ptr<const ReadQuestion> asked, CueWords::Forms& forms)
    : box(&of), read(of.comment, list.words(), forms), question(std::move(asked)) {
    for (std::size_t i = 0; i < read.size(); ++i) {
        for (const WordNumber number : read.sense(i).words) {
            if (number == 0) break;
            for (const std::uint32_t cue : list.beginning_with(number)) topics.set(list.cue(cue).topic);
        }
    }
}

namespace {

constexpr auto turning = word_set("mais", "cependant", "toutefois", "pourtant", "sauf", "seulement", "presque",
                                  "finalement", "sinon", "hormis", "excepte", "apres", "ensuite", "puis");

const std::unordered_set<std::string_view>& general_nouns() {
    static const std::unordered_set<std::string_view> nouns = [] {
        std::unordered_set<std::string_view> read;
        std::string_view file = word_file("general_nouns");
        while (!file.empty()) {
            const std::size_t line_end = std::min(file.find('\n'), file.size());
            std::string_view line = file.substr(0, line_end);
            file = file.substr(std::min(line_end + 1, file.size()));
            if (line.starts_with('#')) continue;
            while (!line.empty()) {
                const std::size_t end = std::min(line.find(' '), line.size());
                if (end > 0) read.insert(line.substr(0, end));
                line = line.substr(std::min(end + 1, line.size()));
            }
        }
        return read;
    }();
    return nouns;
}

std::string_view stem_of(std::string_view noun) {
    while (noun.size() > 3 && (noun.back() == 's' || noun.back() == 'x' || noun.back() == 'e')) noun.remove_suffix(1);
    return noun;
}

class Pass {
  public:
    Pass(const Topics& topics, const std::vector<AnsweredQuestion>& answered, const std::vector<ReadBox>& boxes,
         std::vector<Finding>& findings)
        : topics_(topics), answered_(answered), boxes_(boxes), findings_(findings) {}

    void run() {
        for (const AnsweredQuestion& one : answered_) {
            const Side side = one.read->side(*one.answer->value);
            const Asked& asked = one.read->asked;
            if (side == Side::none || side == Side::worst || asked.negative || is_found(*one.question)) continue;
            if (side == Side::yes && asked.of_shopper && left_undone(one)) continue;
            if (asked.aspects.size() != 1 || asked.aspects.front().parts.empty()) continue;
            check(one, side == Side::yes || side == Side::best);
        }
    }

  private:
    [[nodiscard]] bool is_found(const Question& question) const {
        return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
            return finding.question == question.name && finding.category == Category::contradiction;
        });
    }

    /// « La boutique, que j'ai laissée de côté faute de temps » beside a question whether the shopper went there
    bool left_undone(const AnsweredQuestion& one) {
        std::vector<std::string_view> nouns;
        constexpr auto anything =
            word_set("visite", "passage", "fois", "temps", "moment", "minutes", "article", "produit");
        for (const Aspect& aspect : one.read->asked.aspects) {
            for (const std::string& noun : aspect.nouns) {
                if (noun.size() >= 4 && !listed(anything, noun)) nouns.push_back(stem_of(noun));
            }
        }
        const std::uint16_t topic = topics_.named().undone;
        for (const ReadBox& box : boxes_) {
            if (nouns.empty() || !box.topics.test(topic)) continue;
            const Weigher weigher(topics_, *box.box, box.read, false);
            const comments::Comment& comment = box.box->comment;
            for (const language::Sentence& sentence : comment.sentences()) {
                bool names = false;
                for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
                    std::size_t last = i + 1;
                    names |= std::find(nouns.begin(), nouns.end(), stem_of(comment.folded(i))) != nouns.end();
                    if (!names || box.read.sense(i).words[0] == 0 || box.read.clause_of(i).quoted) continue;
                    const Cue* const cue = weigher.cue_at(topic, i, last);
                    if (cue == nullptr || cue->only_denied != box.read.denied(i)) continue;

                    Evidence evidence;
                    evidence.oppose(2, box.read.clause_of(i).first, last);
                    report(one, box, evidence, true);
                    return true;
                }
            }
        }
        return false;
    }

    [[nodiscard]] bool speaks_of(const ReadBox& box, const Aspect& aspect) const {
        return std::any_of(aspect.parts.begin(), aspect.parts.end(),
                           [&](const Aspect::Part& part) { return box.topics.test(part.topic); });
    }

    [[nodiscard]] static bool shares_topic(const Asked& a, const Asked& b) {
        for (const Aspect& one : a.aspects) {
            for (const Aspect::Part& part : one.parts) {
                for (const Aspect& other : b.aspects) {
                    for (const Aspect::Part& known : other.parts) {
                        if (known.topic == part.topic) return true;
                    }
                }
            }
        }
        return false;
    }

    /// The stems of the nouns that tell this question from others.
    [[nodiscard]] std::vector<std::string_view> own_nouns(const Aspect& aspect) const {
        std::vector<std::string_view> nouns;
        for (const std::string& noun : aspect.nouns) {
            if (noun.size() >= 4 && !general_nouns().contains(noun)) nouns.push_back(stem_of(noun));
        }
        return nouns;
    }

    void check(const AnsweredQuestion& one, bool affirmed) {
        const Aspect& aspect = one.read->asked.aspects.front();
        const std::vector<std::string_view> nouns = own_nouns(aspect);
        const bool unique = std::none_of(answered_.begin(), answered_.end(), [&](const AnsweredQuestion& other) {
            return other.question != one.question && shares_topic(other.read->asked, one.read->asked);
        });
        // Beside *no* only what is smelt, heard or felt is told so that it cannot be of something else.
        const std::uint8_t traits = topics_.topic(aspect.parts.front().topic).traits;
        const bool felt = (traits & trait::felt) != 0;
        if (affirmed ? !unique && nouns.empty() : !felt && (traits & trait::anywhere) == 0) return;
        const ReadBox* where = nullptr;
        Evidence against;
        std::vector<bool> linked;
        for (const ReadBox& box : boxes_) {
            if (!speaks_of(box, aspect)) continue;
            Weigher weigher(topics_, *box.box, box.read, false);
            if (box.box->question == one.question) {
                // What its own box says for the answer settles it; what it says against it has been judged.
                const Evidence own = weigher.weigh(aspect, one.read->asked);
                if ((affirmed ? own.agreeing : own.opposed) > 0 || own.doubtful) return;
                continue;
            }
            const bool closing = box.box->question->type == QuestionType::text;
            if (!closing && shares_topic(box.question->asked, one.read->asked)) continue;
            // What is smelt, heard or felt is told by a strong word wherever it was.
            const bool anywhere =
                !affirmed || (closing && (topics_.topic(aspect.parts.front().topic).traits & trait::anywhere) != 0);
            if (anywhere) {
                linked.assign(box.box->comment.sentences().size(), true);
            } else {
                link(box, nouns, unique, linked);
            }
            weigher.read_only(&linked);
            const Evidence evidence = weigher.weigh(aspect, one.read->asked);
            if ((affirmed ? evidence.agreeing : evidence.opposed) > 0 || evidence.doubtful) return;
            if (where != nullptr) continue;
            const bool enough = affirmed ? evidence.opposed >= 2 : evidence.agreeing >= 2 && evidence.strongly;
            // In a box of another question only its own verb denied counts.
            if (enough && !closing && !anywhere && !denies_act(box, evidence)) continue;
            if (!enough || turns(box, affirmed ? evidence.opposed_first : evidence.agreeing_first)) continue;
            where = &box;
            against = evidence;
        }
        if (where != nullptr) report(one, *where, against, affirmed);
    }

    /// « Il ne m'a rien proposé »: a verb of the topic is denied.
    [[nodiscard]] bool denies_act(const ReadBox& box, const Evidence& evidence) const {
        for (std::size_t i = evidence.opposed_first; i < evidence.opposed_last; ++i) {
            const CueWords::Sense& sense = box.read.sense(i);
            if (!sense.verb || !box.read.denied(i)) continue;
            for (const WordNumber number : sense.words) {
                if (number != 0 && !topics_.asked_by(number).empty()) return true;
            }
        }
        return false;
    }

    /// The sentences that may be about the question.
    void link(const ReadBox& box, const std::vector<std::string_view>& nouns, bool unique,
              std::vector<bool>& linked) const {
        const comments::Comment& comment = box.box->comment;
        linked.assign(comment.sentences().size(), nouns.empty() && unique);
        for (std::size_t s = 0; s < comment.sentences().size(); ++s) {
            for (std::size_t i = comment.sentences()[s].first_token;
                 i < comment.sentences()[s].last_token && !linked[s]; ++i) {
                const std::string_view stem = stem_of(comment.folded(i));
                linked[s] = std::find(nouns.begin(), nouns.end(), stem) != nouns.end();
            }
        }
    }

    /// Whether the sentence turns, so that it takes a person to say what it comes to.
    [[nodiscard]] static bool turns(const ReadBox& box, std::size_t at) {
        const comments::Comment& comment = box.box->comment;
        const language::Sentence& sentence = comment.sentences()[comment.tokens()[at].sentence];
        for (std::size_t i = at; i < sentence.last_token; ++i) {
            if (listed(turning, comment.folded(i))) return true;
        }
        return false;
    }

    void report(const AnsweredQuestion& one, const ReadBox& where, const Evidence& evidence, bool affirmed) {
        Finding finding;
        finding.rule = "told-elsewhere";
        finding.category = Category::contradiction;
        finding.question = one.question->name;
        const std::size_t first = affirmed ? evidence.opposed_first : evidence.agreeing_first;
        const std::size_t last = affirmed ? evidence.opposed_last : evidence.agreeing_last;
        finding.message = "Vous avez répondu " + quoted(label_of(*one.question, *one.answer->value)) +
                          ", mais vous écrivez " + quoted(where.box->comment.quote(first, last)) + " à la question " +
                          quoted(where.box->question->label) +
                          ". Parlez-vous de la même chose, et si oui, lequel des deux est exact ?";
        findings_.push_back(std::move(finding));
    }

    const Topics& topics_;
    const std::vector<AnsweredQuestion>& answered_;
    const std::vector<ReadBox>& boxes_;
    std::vector<Finding>& findings_;
};

}  // namespace

void find_told_elsewhere(const Topics& topics, const std::vector<AnsweredQuestion>& answered,
                         const std::vector<ReadBox>& boxes, std::vector<Finding>& findings) {
    Pass(topics, answered, boxes, findings).run();
}

}  // namespace relis::consistency

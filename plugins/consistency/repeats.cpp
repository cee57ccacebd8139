#include "repeats.h"

#include <algorithm>
#include <array>
#include <bitset>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <unordered_set>

#include "comments/shingles.h"

namespace relis::consistency {

using comments::Overlap;
using comments::Wording;

namespace {

/// The sentences long enough to be recognised when they are pasted, as hashes.
std::vector<std::uint64_t> long_sentences(const Box& box, std::size_t least) {
    std::vector<std::uint64_t> hashes;
    std::size_t word = 0;  // of box.words
    for (const language::Sentence& sentence : box.comment.sentences()) {
        std::uint64_t hash = 0;
        const std::size_t first = word;
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            if (comments::is_content(box.comment.tokens()[i]))
                hash = (hash ^ box.words[word++]) * 0x9E3779B97F4A7C15ULL;
        }
        if (word - first >= least) hashes.push_back(hash);
    }
    return hashes;
}

/// The runs of words of the boxes at three grains, made where they are asked for: few boxes have anything in common.
class Wordings {
  public:
    explicit Wordings(const std::vector<Box>& boxes) : boxes_(boxes), made_(boxes.size()), traces_(boxes.size()) {
        for (std::size_t box = 0; box < boxes.size(); ++box) {
            const std::vector<std::uint64_t>& words = boxes[box].words;
            for (std::size_t i = 0; i + 1 < words.size(); ++i) {
                traces_[box].set(((words[i] * 3 + words[i + 1]) * 0x9E3779B97F4A7C15ULL) >> (64U - trace_bits));
            }
        }
    }
    /// The distinct runs of `width` words (1 to 3) of a box, sorted.
    const std::vector<std::uint64_t>& runs(std::size_t box, std::size_t width) {
        std::vector<std::uint64_t>& made = made_[box][width - 1];
        if (made.empty()) made = comments::runs_of(boxes_[box].words, width);
        return made;
    }
    /// How much of the shorter of two boxes stands in the other, as comments::overlap.
    double overlap(std::size_t a, std::size_t b, std::size_t width) {
        const auto& one = runs(a, width);
        const auto& other = runs(b, width);
        return one.size() <= other.size() ? comments::containment(one, other) : comments::containment(other, one);
    }
    /// Whether one text is the other with words moved or a few changed. A sentence put together from the same words in
    /// another order keeps its words and half of its pairs of neighbours.
    bool nearly_the_same(std::size_t a, std::size_t b, double threshold) {
        const std::size_t counts[] = {boxes_[a].words.size(), boxes_[b].words.size()};
        const auto shorter = static_cast<double>(std::min(counts[0], counts[1]));
        const auto longer = static_cast<double>(std::max(counts[0], counts[1]));
        // A few words that come back in an account are no repetition of it.
        if (shorter < 10 && longer > 2.5 * shorter) return false;
        const double most = most_in_common(a, b);
        if (most < threshold && most < least_pairs) return false;
        const double common_runs = overlap(a, b, 3);
        if (common_runs >= threshold) return true;
        const double pairs = overlap(a, b, 2);
        if (pairs < least_pairs) return false;
        const double words = overlap(a, b, 1);
        if (words >= 0.8 && pairs >= 0.5) return true;
        return shorter >= 0.6 * longer && words >= 0.6 && common_runs >= 0.25;
    }

    /// Whether the pairs of neighbours leave it open that two boxes have the same runs.
    [[nodiscard]] bool may_be_the_same(std::size_t a, std::size_t b) const { return traces_[a] == traces_[b]; }

  private:
    static constexpr double least_pairs = 0.4;
    static constexpr unsigned trace_bits = 9;
    using Trace = std::bitset<1U << trace_bits>;

    /// No less than the overlap of two boxes at the grains of two and of three words. Each bit of a pair that the
    /// other box has not is a pair less in common, and, but for one at the end, a run of three less that begins with
    /// it.
    [[nodiscard]] double most_in_common(std::size_t a, std::size_t b) const {
        const auto share = [&](std::size_t one, std::size_t other) {
            const auto pairs = static_cast<double>(std::max<std::size_t>(2, boxes_[one].words.size()) - 1);
            const auto lacking = static_cast<double>((traces_[one] & ~traces_[other]).count());
            return 1 - (lacking - 1) / pairs;
        };
        return std::max(share(a, b), share(b, a));
    }

    const std::vector<Box>& boxes_;
    std::vector<std::array<std::vector<std::uint64_t>, 3>> made_;
    std::vector<Trace> traces_;  ///< of the pairs of neighbouring words
};

/// Which earlier boxes share something with a box, and what.
class EarlierBoxes {
  public:
    /// `words`: of all boxes together.
    EarlierBoxes(std::size_t boxes, std::size_t words) : shared_(boxes) {
        std::size_t room = 16;
        while (room < 2 * words) room *= 2;
        holders_.resize(room);
    }

    /// The earlier boxes that share a pair of neighbouring words, the most first; then remembers those of this box.
    const std::vector<std::size_t>& meet(const std::vector<std::uint64_t>& words, std::size_t box) {
        for (const std::size_t other : touched_) shared_[other] = 0;
        touched_.clear();
        if (words.size() == 1) meet_pair(words.front(), box);
        for (std::size_t i = 0; i + 1 < words.size(); ++i) {
            meet_pair((words[i] ^ (words[i + 1] >> 1U) ^ (words[i + 1] << 63U)) * 0x9E3779B97F4A7C15ULL, box);
        }
        std::sort(touched_.begin(), touched_.end(), [&](std::size_t a, std::size_t b) {
            return shared_[a] != shared_[b] ? shared_[a] > shared_[b] : a < b;
        });
        return touched_;
    }

    /// The first box with one of these sentences, or `box`; then remembers them.
    std::size_t with_sentence(const std::vector<std::uint64_t>& sentences, std::size_t box) {
        std::size_t found = box;
        for (const std::uint64_t sentence : sentences) {
            const auto [known, is_new] = sentences_.emplace(sentence, box);
            if (!is_new && known->second != box) found = std::min(found, known->second);
        }
        return found;
    }

  private:
    /// Most pairs have one holder; up to three are remembered, since one that more boxes have tells nothing.
    struct Holders {
        std::uint64_t pair = 0;
        std::array<std::uint32_t, 3> boxes{};
        std::uint32_t count = 0;  ///< 0: a free place
        std::uint32_t last = 0;   ///< the last box that had it: it counts once a box
    };

    void meet_pair(std::uint64_t pair, std::size_t box) {
        Holders& holders = holders_of(pair);
        if (holders.count != 0 && holders.last == box) return;
        for (std::size_t i = 0; i < holders.count; ++i) {
            if (shared_[holders.boxes[i]]++ == 0) touched_.push_back(holders.boxes[i]);
        }
        holders.pair = pair;
        holders.last = static_cast<std::uint32_t>(box);
        if (holders.count < holders.boxes.size()) holders.boxes[holders.count++] = static_cast<std::uint32_t>(box);
    }

    Holders& holders_of(std::uint64_t pair) {
        for (std::size_t at = pair ^ (pair >> 32U);; ++at) {
            Holders& holders = holders_[at & (holders_.size() - 1)];
            if (holders.count == 0 || holders.pair == pair) return holders;
        }
    }

    std::vector<Holders> holders_;  ///< open addressing, a power of two
    std::unordered_map<std::uint64_t, std::size_t> sentences_;
    std::vector<std::size_t> shared_;
    std::vector<std::size_t> touched_;
};

}  // namespace

namespace {

/// The share of a box's words that stand in runs of three which earlier boxes have as well.
double told_before(const std::vector<Box>& boxes, std::size_t b) {
    constexpr std::size_t run = 3;
    const auto runs_of = [&](const Box& box) {
        std::vector<std::uint64_t> runs;
        for (std::size_t i = 0; i + run <= box.words.size(); ++i) {
            std::uint64_t hash = 0;
            for (std::size_t k = i; k < i + run; ++k) hash = (hash ^ box.words[k]) * 0x9E3779B97F4A7C15ULL;
            runs.push_back(hash);
        }
        return runs;
    };
    const std::vector<std::uint64_t> own = runs_of(boxes[b]);
    if (own.empty()) return 1;
    std::unordered_set<std::uint64_t> earlier;
    for (std::size_t other = 0; other < b; ++other) {
        for (const std::uint64_t hash : runs_of(boxes[other])) earlier.insert(hash);
    }
    std::size_t told = 0, counted = 0;  // words before `counted` are counted already
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (!earlier.contains(own[i])) continue;
        told += i + run - std::max(counted, i);
        counted = i + run;
    }
    return static_cast<double>(told) / static_cast<double>(boxes[b].words.size());
}

}  // namespace

void find_repeats(const std::vector<Box>& boxes, const Parameters& parameters, std::vector<Finding>& findings) {
    const auto exact_words = static_cast<std::size_t>(parameters.integer("repeat_min_words"));
    const auto near_words = static_cast<std::size_t>(parameters.integer("near_repeat_min_words"));
    const double threshold = parameters.real("repeat_overlap");
    constexpr std::size_t most_compared = 6;
    constexpr std::size_t pasted_words = 9;
    constexpr double least_told_before = 1.0 / 3;
    std::size_t all_words = 0;
    for (const Box& box : boxes) all_words += box.words.size();
    EarlierBoxes earlier(boxes.size(), all_words);
    Wordings wordings(boxes);
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        const Box& box = boxes[b];
        std::size_t repeated = boxes.size();
        bool same = false;
        std::size_t compared = 0;
        for (const std::size_t other : earlier.meet(box.words, b)) {
            if (++compared > most_compared) break;
            const std::size_t words = std::min(box.words.size(), boxes[other].words.size());
            if (words < std::min(exact_words, near_words)) {
                same = false;
                continue;
            }
            same = words >= exact_words && box.words.size() == boxes[other].words.size() &&
                   wordings.may_be_the_same(b, other) && wordings.runs(b, 3) == wordings.runs(other, 3);
            if (!same && (words < near_words || !wordings.nearly_the_same(b, other, threshold))) continue;
            repeated = other;
            break;
        }
        const std::size_t pasted = earlier.with_sentence(long_sentences(box, pasted_words), b);
        if (repeated == boxes.size() && pasted != b) repeated = pasted;
        if (repeated == boxes.size()) continue;
        // An account that tells more besides sums up, though it holds a sentence of an earlier box.
        if (!same && told_before(boxes, b) < least_told_before) continue;
        findings.push_back(finding_on(box, "repeated-comment", Category::repetition,
                                      "Ce texte est " + std::string(same ? "le même" : "presque le même") +
                                          " que celui de la question " + quoted(boxes[repeated].question->label) +
                                          ". Pouvez-vous dire ici ce qui concerne " + quoted(box.question->label) +
                                          " ?"));
    }
}

namespace {

/// Share of a box's telling words from which on it counts as told again, once its source is known.
constexpr double least_retold = 0.3;

/// A box beside the comment of another report that is most like it.
struct Candidate {
    std::size_t box = 0;
    SimilarComment source;
    double share = 0;   ///< of the box's runs of three words
    bool alike = true;  ///< enough to count towards a source
    double retold = 0;  ///< share of its telling words, where the source answers the same question
};

/// The distinct words that tell something (four letters and more, and figures), sorted: what a retelling keeps.
std::vector<std::uint64_t> telling_words(const comments::Comment& comment) {
    constexpr std::size_t shortest = 4;
    std::vector<std::uint64_t> words;
    for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
        if (!comments::is_content(comment.tokens()[i])) continue;
        const std::string_view word = comment.folded(i);
        const bool figure = word.front() >= '0' && word.front() <= '9';
        if (figure || word.size() >= shortest) words.push_back(comments::stable_hash(word));
    }
    std::sort(words.begin(), words.end());
    words.erase(std::unique(words.begin(), words.end()), words.end());
    return words;
}

/// The share of the shorter one's words that the other has too.
double share_of_shorter(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
    return a.size() <= b.size() ? comments::containment(a, b) : comments::containment(b, a);
}

class CopyFinder {
  public:
    CopyFinder(const Report& report, const Context& context, const std::vector<Box>& boxes,
               const Parameters& parameters, std::vector<Finding>& findings)
        : report_(report),
          context_(context),
          boxes_(boxes),
          least_words_(static_cast<std::size_t>(parameters.integer("copy_min_words"))),
          threshold_(parameters.real("copy_overlap")),
          findings_(findings) {}

    void run() {
        for (std::size_t b = 0; b < boxes_.size(); ++b) {
            if (context_.stop_requested()) return;
            if (boxes_[b].words.size() >= least_words_) compare(b);
        }
        take_from_sources();
        compare_short_boxes();
        report_boxes();
    }

  private:
    void compare(std::size_t b) {
        constexpr std::size_t limit = 8;
        const Box& box = boxes_[b];
        Candidate best;
        std::vector<SimilarComment> found = context_.similar_comments(box.comment.source(), limit);
        if (found.empty()) return;
        const std::vector<std::uint64_t>& telling = telling_of(b);
        const Wording own = comments::wording(box.words);
        for (SimilarComment& similar : found) {
            if (similar.report_id == report_.report_id) continue;
            const comments::Comment text(similar.text);
            if (similar.question == box.question->name && telling.size() >= 5) {
                const std::vector<std::uint64_t> others = telling_words(text);
                const double share = share_of_shorter(telling, others);
                // A short text within a long one is no retelling of it.
                const std::size_t least = std::min(telling.size(), others.size());
                const std::size_t most = std::max(telling.size(), others.size());
                if (share >= least_retold && least * 3 >= most)
                    retold_.push_back({b, similar, std::max(share, 0.01), true, share});
            }
            const Wording other = comments::wording(text);
            const Overlap overlap = comments::overlap(own, other);
            const double share = comments::containment(own.runs, other.runs);
            // A pasted text with a little added, or one with words changed all over
            // (a turn of phrase alone may fill half of a short comment).
            const bool pasted = share >= 0.7 || share * static_cast<double>(own.runs.size()) >= 10;
            const bool copied =
                (share >= threshold_ && pasted) || (overlap.words >= 0.85 && overlap.pairs >= 0.6 && share >= 0.3);
            const double words = comments::containment(own.words, other.words);
            const double pairs = comments::containment(own.pairs, other.pairs);
            if (copied) {
                ++sources_[similar.report_id];
                if (best.share == 0 || share > best.share) best = {b, std::move(similar), std::max(share, 0.01), true};
            } else if (words >= 0.55 && pairs >= 0.3) {
                weaker_.push_back({b, std::move(similar), std::max(share, 0.01), true});
            } else if (words >= 0.4 && pairs >= 0.12 && similar.question == box.question->name) {
                weaker_.push_back({b, std::move(similar), std::max(share, 0.01), false});
            }
        }
        if (best.share > 0) copied_.push_back(std::move(best));
    }

    /// A short text proves nothing, until the report is known that most of the others come from: then the same words in
    /// the same box do.
    void compare_short_boxes() {
        constexpr std::size_t least_copied = 2, shortest = 5, limit = 8;
        constexpr double nearly_all = 0.8;
        std::map<std::string, std::size_t> copied;
        for (const Candidate& candidate : copied_) ++copied[candidate.source.report_id];
        if (std::none_of(copied.begin(), copied.end(), [](const auto& of) { return of.second >= least_copied; }))
            return;
        for (std::size_t b = 0; b < boxes_.size(); ++b) {
            const Box& box = boxes_[b];
            if (box.words.size() >= least_words_ || box.words.size() < shortest || says_again(b)) continue;
            for (SimilarComment& similar : context_.similar_comments(box.comment.source(), limit)) {
                const auto known = copied.find(similar.report_id);
                if (known == copied.end() || known->second < least_copied || similar.question != box.question->name)
                    continue;
                const double share = share_of_shorter(telling_of(b), telling_words(comments::Comment(similar.text)));
                if (share < nearly_all) continue;
                copied_.push_back({b, std::move(similar), share, true});
                break;
            }
        }
    }

    /// What alone would be no proof is one beside a comment that comes from the same report.
    void take_from_sources() {
        for (Candidate& candidate : weaker_) {
            const auto same_box = [&](const Candidate& known) { return known.box == candidate.box; };
            const bool known = std::any_of(copied_.begin(), copied_.end(), same_box);
            if (!known &&
                (sources_.contains(candidate.source.report_id) || several_from(candidate.source.report_id) >= 3)) {
                copied_.push_back(std::move(candidate));
            }
        }
        std::map<std::string, bool> retold;  // by source
        for (const Candidate& candidate : retold_) {
            const std::string& source = candidate.source.report_id;
            const auto [known, is_new] = retold.emplace(source, false);
            if (is_new) known->second = sources_.contains(source) || is_retold(source);
        }
        for (Candidate& candidate : retold_) {
            const auto same_box = [&](const Candidate& known) { return known.box == candidate.box; };
            if (std::any_of(copied_.begin(), copied_.end(), same_box)) continue;
            if (retold.at(candidate.source.report_id)) copied_.push_back(std::move(candidate));
        }
    }

    void report_boxes() {
        std::sort(copied_.begin(), copied_.end(), [](const Candidate& a, const Candidate& b) { return a.box < b.box; });
        bool foreign = false;
        const std::size_t first = findings_.size();
        std::map<std::string, std::pair<std::size_t, const Candidate*>> notes;
        for (const Candidate& candidate : copied_) {
            const bool own = candidate.source.shopper_id == report_.shopper_id;
            foreign |= !own;
            // The report of another shopper is not named: the message goes to this one.
            findings_.push_back(
                finding_on(boxes_[candidate.box], "copied-comment", Category::copied,
                           "Ce texte reprend presque mot pour mot celui d'un autre rapport" +
                               (own ? " que vous avez remis (" + candidate.source.report_id + ")" : std::string{}) +
                               ". Pouvez-vous raconter ce que vous avez constaté pendant cette visite-ci ?"));
            auto& note = notes[candidate.source.report_id];
            ++note.first;
            if (note.second == nullptr || candidate.share > note.second->share) note.second = &candidate;
        }
        // One comment taken from one's own earlier report can be written again; more, or somebody else's, cannot be
        // trusted.
        const bool mendable = !foreign && findings_.size() - first < 2;
        for (std::size_t i = first; i < findings_.size(); ++i) findings_[i].mendable = mendable;
        for (const auto& [source, note] : notes) add_note(source, note.first, *note.second);
    }

    /// Whether box after box tells in other words what the same box of that report tells: half of the boxes, three at
    /// least, by 0.45 of their words on average, or two by two thirds in a short report. Reports that have nothing to
    /// do with each other share a fifth of their words box by box, and in a single box half of them at most.
    [[nodiscard]] bool is_retold(const std::string& source) {
        std::size_t alike = 0, two_thirds = 0, boxes = 0;
        double shares = 0;
        for (const Candidate& candidate : retold_) {
            if (candidate.source.report_id != source || candidate.retold < 0.36 || says_again(candidate.box)) continue;
            ++alike;
            shares += candidate.retold;
            two_thirds += candidate.retold >= 0.65 ? 1 : 0;
        }
        for (const Box& box : boxes_) boxes += box.words.size() >= least_words_ ? 1 : 0;
        const bool many = alike >= 3 && alike * 2 >= boxes && shares >= 0.45 * static_cast<double>(alike);
        return many || (two_thirds >= 2 && two_thirds * 3 >= boxes);
    }

    /// In how many boxes that report has a comment that is nearly enough like this one's.
    [[nodiscard]] std::size_t several_from(const std::string& source) {
        std::set<std::size_t> boxes;
        for (const Candidate& candidate : weaker_) {
            if (candidate.alike && candidate.source.report_id == source && !says_again(candidate.box)) {
                boxes.insert(candidate.box);
            }
        }
        return boxes.size();
    }

    /// Whether an earlier box of this report has most of its words: a sentence pasted into four boxes that somebody
    /// else wrote too is one coincidence, not four. Worked out once a box.
    [[nodiscard]] bool says_again(std::size_t box) {
        const auto [known, is_new] = again_.emplace(box, false);
        if (!is_new) return known->second;
        for (std::size_t earlier = 0; earlier < box && !known->second; ++earlier) {
            if (boxes_[earlier].words.size() < least_words_) continue;
            known->second = share_of_shorter(telling_of(box), telling_of(earlier)) >= 0.7;
        }
        return known->second;
    }

    [[nodiscard]] const std::vector<std::uint64_t>& telling_of(std::size_t box) {
        const auto [known, is_new] = telling_.try_emplace(box);
        if (is_new) known->second = telling_words(boxes_[box].comment);
        return known->second;
    }

    /// For the reviewer: where the text comes from. Findings of not_judged are no part of a shopper's feedback.
    void add_note(const std::string& source, std::size_t boxes, const Candidate& candidate) {
        const SimilarComment& similar = candidate.source;
        const bool own = similar.shopper_id == report_.shopper_id;
        findings_.push_back(finding_on(
            boxes_[candidate.box], "copy-source", Category::not_judged,
            "Note interne : " + std::to_string(boxes) + (boxes > 1 ? " textes se retrouvent" : " texte se retrouve") +
                " dans le rapport " + source + (own ? ", du même client mystère" : ", de " + similar.shopper_id) +
                (similar.site_id == report_.site.id ? ", au même point de vente"
                                                    : ", à un autre point de vente (" + similar.site_id + ")") +
                "; jusqu'à " + std::to_string(static_cast<int>(std::lround(candidate.share * 100))) +
                " % des suites de trois mots sont communes."));
    }

    const Report& report_;
    const Context& context_;
    const std::vector<Box>& boxes_;
    std::size_t least_words_;
    double threshold_;
    std::vector<Finding>& findings_;
    std::vector<Candidate> copied_;
    std::vector<Candidate> weaker_;
    std::vector<Candidate> retold_;
    std::unordered_map<std::size_t, bool> again_;                          ///< by box: says_again()
    std::unordered_map<std::size_t, std::vector<std::uint64_t>> telling_;  ///< by box: telling_words()
    std::map<std::string, std::size_t> sources_;                           ///< reports with a copied comment
};

}  // namespace

void find_copies(const Report& report, const Context& context, const std::vector<Box>& boxes,
                 const Parameters& parameters, std::vector<Finding>& findings) {
    CopyFinder(report, context, boxes, parameters, findings).run();
}

}  // namespace relis::consistency

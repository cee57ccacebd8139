#include "measure.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cmath>

#include "comments/shingles.h"

namespace relis::content_detail {

using comments::Fact;
using comments::FactKind;

namespace {

/// The number of words that the parameter `need` speaks of.
constexpr double reference_words = 15;

std::size_t index(FactKind kind) {
    return static_cast<std::size_t>(kind);
}

/// Sum of a geometric series: the first fact of a kind is worth its weight, each further one a share of the one before.
double worth(FactKind kind, std::size_t count, const Weights& weights) {
    const double further =
        kind == FactKind::action || kind == FactKind::object ? weights.further_common : weights.further_fact;
    double sum = 0, next = weights.kind[index(kind)];
    for (std::size_t i = 0; i < count && next > 1e-6; ++i) {
        sum += next;
        next *= further;
    }
    return sum;
}

/// Words by what their sentences do.
struct Words {
    double telling = 0, vague = 0, winding = 0;
};

/// Remembers the first sentence that a shortcoming is about; the worst shortcoming wins.
void blame(Measured& measured, Shortcoming shortcoming, const comments::SentenceReading& sentence) {
    if (measured.shortcoming >= shortcoming) return;
    measured.shortcoming = shortcoming;
    measured.blamed_first = sentence.first_token;
    measured.blamed_last = sentence.last_token;
}

/// How many of the tokens [first, last) are marked in `again`, which may be empty.
std::size_t count_told(const std::vector<char>& again, std::size_t first, std::size_t last) {
    if (again.empty()) return 0;
    return static_cast<std::size_t>(std::count(again.begin() + static_cast<std::ptrdiff_t>(first),
                                               again.begin() + static_cast<std::ptrdiff_t>(last), char{1}));
}

bool all_told(const std::vector<char>& again, std::size_t first, std::size_t last) {
    return !again.empty() && count_told(again, first, last) == last - first;
}

/// Adds the facts of the sentences told for the first time, one of each key.
/// `again`: token by token, whether earlier comments say the same there; empty: nowhere.
Words collect(const comments::Reading& reading, const std::vector<char>& again, ToldSentences& told,
              Measured& measured) {
    Words words;
    auto fact = reading.facts.begin();
    for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
        const comments::SentenceReading& sentence = reading.sentences[s];
        const bool repeated = told.tell(reading, sentence);
        bool tells = false;
        for (; fact != reading.facts.end() && fact->sentence == s; ++fact) {
            const auto same = [&](const Fact& known) { return known.key == fact->key && known.kind == fact->kind; };
            if (repeated || all_told(again, fact->first_token, fact->last_token) ||
                std::any_of(measured.facts.begin(), measured.facts.end(), same))
                continue;
            tells = true;
            ++measured.count[index(fact->kind)];
            measured.facts.push_back(*fact);
        }
        const auto length = static_cast<double>(sentence.words);
        const auto told_before = static_cast<double>(count_told(again, sentence.first_token, sentence.last_token));
        if (sentence.is_scrambled) {
            blame(measured, Shortcoming::scrambled, sentence);
        } else if (repeated || 2 * told_before > length) {
            blame(measured, Shortcoming::repeated, sentence);
        } else if (sentence.is_heap) {
            blame(measured, Shortcoming::heap, sentence);
        } else if (sentence.is_vague) {
            blame(measured, Shortcoming::vague, sentence);
        }
        if (repeated || sentence.is_vague || sentence.is_scrambled || sentence.is_heap) {
            words.vague += length;
        } else if (tells) {
            words.telling += length - told_before;
            words.vague += told_before;
            measured.themes |= sentence.themes;
            if (sentence.is_winding) {
                words.winding += length;
                blame(measured, Shortcoming::winding, sentence);
            }
        }
    }
    return words;
}

/// Subjects that are told in words of their own: a comment that speaks of one of them and not of the one asked about is
/// beside the question. What was explained, shown or offered may be told in any words.
std::uint32_t plain_subjects() {
    static const std::uint32_t all = [] {
        std::uint32_t set = 0;
        for (const char* const name : {"waiting", "cleanliness", "restroom", "food", "price", "checkout", "room",
                                       "noise", "fitting", "vehicle", "departure", "greeting"}) {
            set |= comments::theme(name);
        }
        return set;
    }();
    return all;
}

/// Whether the facts told are about what was asked. To say that somebody missed the question needs certainty: only a
/// question about plain subjects, none of which the comment touches while it speaks of another.
bool is_pertinent(const Measured& measured) {
    const std::uint32_t asked = measured.asked->about();
    if (measured.asked->is_story || asked == 0 || (asked & ~plain_subjects()) != 0) return true;
    if ((measured.themes & (measured.asked->reading.themes | asked)) != 0) return true;
    if ((measured.themes & plain_subjects()) == 0 || measured.count[index(FactKind::topic)] > 0) return true;
    return std::any_of(measured.asked->wants.begin(), measured.asked->wants.end(), [&](Aspect aspect) {
        return (aspect == Aspect::who || aspect == Aspect::words || aspect == Aspect::when) && measured.tells(aspect);
    });
}

}  // namespace

bool ToldSentences::tell(const comments::Reading& reading, const comments::SentenceReading& sentence) {
    constexpr std::size_t fewest = 5;       // in shorter ones, nearly the same words may say another thing
    constexpr std::size_t nearly_all = 80;  // percent
    if (sentence.words < 3) return false;
    if (!hashes_.insert(sentence.hash).second) return true;
    const auto begin = reading.words.begin() + sentence.first_word, end = reading.words.begin() + sentence.last_word;
    const std::size_t size = sentence.last_word - sentence.first_word;
    if (size < fewest) return false;
    std::uint64_t bits = 0;
    for (auto word = begin; word != end; ++word) bits |= std::uint64_t{1} << (*word >> 58U);
    for (const Span& span : sentences_) {
        // Each bit that the other has not is a word at least that it has not: nearly every pair ends here
        const auto lacking = static_cast<std::size_t>(std::popcount(bits & ~span.bits));
        if ((size - lacking) * 100 < size * nearly_all || (span.last - span.first) * 100 < size * nearly_all) continue;
        std::size_t common = 0;
        auto other = words_.begin() + static_cast<std::ptrdiff_t>(span.first);
        const auto other_end = words_.begin() + static_cast<std::ptrdiff_t>(span.last);
        for (auto word = begin; word != end; ++word) {
            while (other != other_end && *other < *word) ++other;
            if (other != other_end && *other == *word) ++common, ++other;
        }
        if (common * 100 >= size * nearly_all) return true;
    }
    sentences_.push_back({words_.size(), words_.size() + size, bits});
    words_.insert(words_.end(), begin, end);
    return false;
}

ToldSentences::Run& ToldSentences::place_of(std::uint64_t run) {
    for (std::size_t at = run ^ (run >> 32U);; ++at) {
        Run& place = runs_[at & (runs_.size() - 1)];
        if (place.boxes == 0 || place.hash == run) return place;
    }
}

void ToldSentences::make_room_for(std::size_t words) {
    if (2 * (run_count_ + words) <= runs_.size()) return;
    std::vector<Run> before(std::bit_ceil(2 * (run_count_ + words)));
    before.swap(runs_);
    for (const Run& run : before) {
        if (run.boxes != 0) place_of(run.hash) = run;
    }
}

std::vector<char> ToldSentences::runs_again(const comments::Comment& comment) {
    constexpr std::size_t width = 5;
    constexpr std::uint32_t often = 2;    // what two boxes tell alike may be two things; in the third it is a formula
    constexpr std::size_t long_run = 10;  // but so many words in a row are pasted
    const std::vector<std::uint64_t> words = comments::word_hashes(comment);
    ++box_;
    if (words.size() < width) return {};
    make_room_for(words.size());
    std::vector<char> told;  // word by word; empty as long as none was
    std::size_t known = 0;   // runs in a row that an earlier box has too
    const auto mark = [&](std::size_t first, std::size_t last) {
        told.resize(words.size());
        std::fill(told.begin() + static_cast<std::ptrdiff_t>(first), told.begin() + static_cast<std::ptrdiff_t>(last),
                  char{1});
    };
    for (std::size_t first = 0; first + width <= words.size(); ++first) {
        std::uint64_t hash = 0;
        for (std::size_t i = first; i < first + width; ++i) hash = (hash ^ words[i]) * 0x9E3779B97F4A7C15ULL;
        Run& run = place_of(hash);
        run_count_ += run.boxes == 0 ? 1U : 0U;
        if (run.last_box != box_) ++run.boxes;
        run.hash = hash;
        run.last_box = box_;
        known = run.boxes > 1 ? known + 1 : 0;
        if (run.boxes > often) mark(first, first + width);
        if (known + width > long_run) mark(first + 1 - known, first + width);
    }
    if (told.empty()) return told;
    std::vector<char> again(comment.tokens().size());
    for (std::size_t i = 0, word = 0; i < again.size(); ++i) {
        if (comments::is_content(comment.tokens()[i])) again[i] = told[word++];
    }
    return again;
}

Weights::Weights(const Parameters& parameters)
    : further_fact(parameters.real("further_fact")),
      further_common(parameters.real("further_common")),
      asked_factor(parameters.real("asked_factor")),
      need(parameters.real("need")),
      curve(parameters.real("curve")),
      vague_penalty(parameters.real("vague_penalty")),
      off_topic_penalty(parameters.real("off_topic_penalty")),
      unclear_penalty(parameters.real("unclear_penalty")),
      disorder_from(parameters.real("disorder_from")),
      disorder_full(parameters.real("disorder_full")),
      whole_share(parameters.real("whole_share")),
      default_words(static_cast<double>(parameters.integer("default_words"))) {
    static const std::array<std::string, comments::fact_kinds> names = [] {
        std::array<std::string, comments::fact_kinds> made;
        for (std::size_t k = 0; k < made.size(); ++k) {
            made[k] = "weight_" + std::string(to_string(static_cast<FactKind>(k)));
        }
        return made;
    }();
    for (std::size_t k = 0; k < names.size(); ++k) kind[k] = parameters.real(names[k]);
}

bool Measured::tells(Aspect aspect, std::size_t least) const {
    std::size_t facts = 0;
    for (std::size_t k = 0; k < comments::fact_kinds; ++k) {
        if (static_cast<FactKind>(k) == FactKind::person) continue;  // a role says who somebody was not
        if (aspect_of(static_cast<FactKind>(k)) == static_cast<std::size_t>(aspect)) facts += count[k];
    }
    return facts >= least;
}

double legibility(const comments::WordOrder& order, const Weights& weights) {
    const double room = std::max(1e-6, weights.disorder_full - weights.disorder_from);
    return 1 - std::clamp((order.rate() - weights.disorder_from) / room, 0.0, 1.0);
}

double wanted_words(const Question& question, const Weights& weights) {
    return question.min_words > 0 ? static_cast<double>(question.min_words) : weights.default_words;
}

double answer_weight(const Question& question, const Weights& weights) {
    return std::clamp(std::sqrt(wanted_words(question, weights) / reference_words), 0.5, 2.0);
}

Measured measure(const Question& question, const Asked& asked, const comments::Comment& comment,
                 const comments::Reading& reading, double legible, const Weights& weights, ToldSentences& told) {
    Measured measured;
    measured.question = &question;
    measured.asked = &asked;
    measured.shortcoming = Shortcoming::few_facts;
    measured.weight = answer_weight(question, weights);
    const Words words = collect(reading, told.runs_again(comment), told, measured);
    double sum = 0;
    for (std::size_t k = 0; k < comments::fact_kinds; ++k) {
        const auto kind = static_cast<FactKind>(k);
        sum +=
            worth(kind, measured.count[k], weights) * (asked.wants_aspect(aspect_of(kind)) ? weights.asked_factor : 1);
    }
    const double need = weights.need * std::clamp(measured.weight, 0.6, 1.8);
    measured.share = std::pow(std::min(1.0, sum / need), weights.curve);
    if (words.vague > 0) measured.share *= 1 - weights.vague_penalty * words.vague / (words.vague + words.telling);
    if (words.winding > 0) measured.share *= 1 - weights.unclear_penalty * words.winding / words.telling;
    if (!is_pertinent(measured)) {
        measured.share *= 1 - weights.off_topic_penalty;
        measured.shortcoming = Shortcoming::off_topic;
        measured.blamed_first = measured.blamed_last = 0;
    }
    if (legible < 1) {
        measured.share *= legible;
        measured.shortcoming = Shortcoming::scrambled;
        measured.blamed_first = measured.blamed_last = 0;
    }
    std::stable_sort(measured.facts.begin(), measured.facts.end(), [&](const Fact& a, const Fact& b) {
        return weights.kind[index(a.kind)] > weights.kind[index(b.kind)];
    });
    return measured;
}

}  // namespace relis::content_detail

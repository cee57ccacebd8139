#include "store/similar.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <functional>
#include <limits>
#include <map>
#include <string_view>
#include <unordered_map>
#include <utility>

#include "database_implementation.h"
#include "similar_index.h"
#include "words.h"

namespace relis::store {

namespace {

constexpr std::size_t shortest = 8;  // words
// A retelling in other words keeps a tenth to a third of its pairs: met at similarity s with 1 - (1 - s)^16
constexpr std::size_t band_count = 16;
constexpr std::size_t candidates_of_band = 64;  // the latest ones, where a wording is everywhere
constexpr std::size_t most_candidates = 60;     // of all bands together, those that share most of them
constexpr double least_similarity = 0.06;       // of the pairs of words of both
constexpr double least_retold = 0.35;           // of the telling words of the shorter one
constexpr double order_of_retold = 4;           // words alone count less than pairs of them
constexpr std::size_t retold_words = 8;         // the longest words of a text, which a retelling keeps half of
constexpr std::size_t longest_apart = 3;        // times the shorter one's words: a short text is no retelling of it
constexpr std::size_t longest = 20000;          // words; of a longer text its beginning tells enough
constexpr std::size_t telling = 4;              // bytes of the shortest word that tells something

// Longer words that any French text has: pairs with them would make all texts alike.
constexpr std::array<std::string_view, 24> frequent_words{
    "avec", "dans",  "pour", "mais", "elle", "nous",  "vous", "tres", "tout", "etait", "avait",   "etaient",
    "sont", "cette", "leur", "plus", "bien", "comme", "fait", "puis", "etre", "meme",  "ensuite", "suis"};

/// Distinct hashes, sorted.
using Hashes = std::vector<std::uint64_t>;
using Bands = std::vector<std::int64_t>;

/// What is compared of a text. Empty where it has too few words.
struct Signature {
    Hashes pairs;  ///< of neighbouring telling words
    Hashes words;  ///< telling ones
    Bands bands;   ///< what the index holds of it
    [[nodiscard]] bool empty() const { return pairs.empty(); }
};

/// The finaliser of MurmurHash3 (Appleby, public domain): every bit of the input moves every bit of the result.
constexpr std::uint64_t mix(std::uint64_t value) {
    value ^= value >> 33U;
    value *= 0xff51afd7ed558ccdULL;
    value ^= value >> 33U;
    value *= 0xc4ceb9fe1a85ec53ULL;
    value ^= value >> 33U;
    return value;
}

/// FNV-1a, which is fixed for all time: the signatures stay in the database.
constexpr std::uint64_t hash_word(std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;
    for (const char byte : word) {
        hash ^= static_cast<unsigned char>(byte);
        hash *= 0x100000001b3ULL;
    }
    return hash;
}

void sort_distinct(Hashes& hashes) {
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

/// A band a hash function: the smallest value among the pairs.
void add_pair_bands(Signature& signature) {
    for (std::size_t band = 0; band < band_count; ++band) {
        std::uint64_t smallest = std::numeric_limits<std::uint64_t>::max();
        const std::uint64_t function = mix(band + 1);
        for (const std::uint64_t pair : signature.pairs) smallest = std::min(smallest, mix(pair ^ function));
        signature.bands.push_back(static_cast<std::int64_t>(mix(mix(band + 1000) ^ smallest)));
    }
}

/// A band a word: the longest ones, which are seldom the same by chance.
void add_word_bands(std::vector<std::pair<std::size_t, std::uint64_t>> lengths, Signature& signature) {
    constexpr std::uint64_t words_apart_from_pairs = 2000;
    std::sort(lengths.begin(), lengths.end(), std::greater<>());
    lengths.erase(std::unique(lengths.begin(), lengths.end()), lengths.end());
    if (lengths.size() > retold_words) lengths.resize(retold_words);
    for (const auto& [length, word] : lengths) {
        signature.bands.push_back(static_cast<std::int64_t>(mix(mix(words_apart_from_pairs) ^ word)));
    }
}

Signature signature_of(std::string_view text) {
    std::vector<std::uint64_t> words;
    std::vector<std::pair<std::size_t, std::uint64_t>> lengths;
    std::size_t count = 0;
    for (const FoldedWord& word : fold_words(text)) {
        if (++count == longest) break;
        const bool figure = word.word.front() >= '0' && word.word.front() <= '9';
        const bool frequent =
            std::find(frequent_words.begin(), frequent_words.end(), word.word) != frequent_words.end();
        if (!figure && (word.word.size() < telling || frequent)) continue;
        words.push_back(hash_word(word.word));
        if (word.word.size() > telling) lengths.emplace_back(word.word.size(), words.back());
    }
    Signature signature;
    if (count < shortest || words.size() < 2) return signature;
    signature.pairs.reserve(words.size());
    for (std::size_t i = 0; i + 1 < words.size(); ++i) signature.pairs.push_back(mix(mix(words[i]) + words[i + 1]));
    sort_distinct(signature.pairs);
    signature.words = std::move(words);
    sort_distinct(signature.words);
    add_pair_bands(signature);
    add_word_bands(std::move(lengths), signature);
    return signature;
}

std::size_t shared(const Hashes& a, const Hashes& b) {
    std::size_t count = 0;
    for (auto i = a.begin(), j = b.begin(); i != a.end() && j != b.end();) {
        if (*i == *j) {
            ++count, ++i, ++j;
        } else if (*i < *j) {
            ++i;
        } else {
            ++j;
        }
    }
    return count;
}

/// Of all pairs of neighbours, the share that both have (Jaccard).
double similarity(const Signature& a, const Signature& b) {
    const std::size_t both = shared(a.pairs, b.pairs);
    const std::size_t all = a.pairs.size() + b.pairs.size() - both;
    return all == 0 ? 0 : static_cast<double>(both) / static_cast<double>(all);
}

/// Share of the shorter one's telling words that the other has too; 0 where one is much longer.
double retold(const Signature& a, const Signature& b) {
    const auto [shorter, longer] = std::minmax({a.words.size(), b.words.size()});
    if (shorter == 0 || longer > longest_apart * shorter) return 0;
    return static_cast<double>(shared(a.words, b.words)) / static_cast<double>(shorter);
}

struct Candidate {
    SimilarComment comment;
    double similarity = 0;
};

/// The answers that share bands with a text: those that share most of them, and of as many the latest.
std::vector<std::int64_t> candidates(Connection& connection, const Bands& bands) {
    std::unordered_map<std::int64_t, std::size_t> shared;
    for (const std::int64_t band : bands) {
        connection.each("i",
                        "SELECT answer_id FROM comment_bands WHERE band = :band ORDER BY answer_id DESC LIMIT :most",
                        Arguments(band, candidates_of_band), [&](Row& row) { ++shared[row.integer()]; });
    }
    std::vector<std::pair<std::size_t, std::int64_t>> ordered;
    ordered.reserve(shared.size());
    for (const auto& [id, count] : shared) ordered.emplace_back(count, id);
    std::sort(ordered.begin(), ordered.end(), std::greater<>());
    std::vector<std::int64_t> ids;
    for (const auto& [count, id] : ordered) {
        if (ids.size() == most_candidates) break;
        ids.push_back(id);
    }
    return ids;
}

}  // namespace

void index_similar(Connection& connection, std::int64_t answer_id, const std::string& text) {
    const Bands bands = signature_of(text).bands;
    if (bands.empty()) return;
    std::string statement = "INSERT INTO comment_bands (band, answer_id) VALUES ";
    Arguments arguments;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const std::string number = std::to_string(i);
        statement.append(i == 0 ? "(:band" : ", (:band").append(number).append(", :answer").append(number).append(")");
        arguments.add(bands[i]);
        arguments.add(answer_id);
    }
    connection.run(statement + " ON CONFLICT DO NOTHING", arguments);
}

void rebuild_similar(Connection& connection) {
    struct Text {
        std::int64_t id = 0;
        std::string text;
    };
    constexpr int rows = 2000;
    std::int64_t after = std::numeric_limits<std::int64_t>::min();
    while (true) {
        const std::vector<Text> texts = connection.all("it",
                                                       "SELECT id, COALESCE(NULLIF(comment, ''), value, '') FROM "
                                                       "answers WHERE id > :after ORDER BY id LIMIT :rows",
                                                       Arguments(after, rows), [](Row& row) {
                                                           Text text;
                                                           text.id = row.integer();
                                                           text.text = row.text();
                                                           return text;
                                                       });
        if (texts.empty()) return;
        for (const Text& text : texts) index_similar(connection, text.id, text.text);
        after = texts.back().id;
    }
}

std::vector<SimilarComment> similar_comments(Database& database, std::string_view text, const Moment& before,
                                             const std::string& excluding_report, std::size_t limit) {
    const Signature wanted = signature_of(text);
    if (wanted.empty() || limit == 0) return {};
    // One comment of each box of a report: in a report with two revisions, the more alike
    std::map<std::pair<std::string, std::string>, Candidate> best;
    read(database, [&](Connection& c) {
        for (const std::int64_t id : candidates(c, wanted.bands)) {
            c.each(
                "ttttt",
                "SELECT a.report_id, p.shopper_id, r.site_id, a.question, COALESCE(NULLIF(a.comment, ''), a.value, '') "
                "FROM answers a "
                "JOIN revisions r ON r.report_id = a.report_id AND r.revision = a.revision "
                "JOIN reports p ON p.id = a.report_id "
                "WHERE a.id = :id AND a.report_id <> :excluded AND COALESCE(r.submitted_at, r.received_at) < "
                ":before",
                Arguments(id, excluding_report, before.utc.time_since_epoch().count()), [&](Row& row) {
                    Candidate candidate;
                    candidate.comment = {row.text(), row.text(), row.text(), row.text(), row.text()};
                    const Signature other = signature_of(candidate.comment.text);
                    const double told_again = retold(wanted, other);
                    candidate.similarity = similarity(wanted, other);
                    if (candidate.similarity < least_similarity && told_again < least_retold) return;
                    candidate.similarity = std::max(candidate.similarity, told_again / order_of_retold);
                    Candidate& known = best[{candidate.comment.report_id, candidate.comment.question}];
                    if (candidate.similarity > known.similarity) known = std::move(candidate);
                });
        }
    });
    std::vector<Candidate> ordered;
    ordered.reserve(best.size());
    for (auto& [box, candidate] : best) ordered.push_back(std::move(candidate));
    std::stable_sort(ordered.begin(), ordered.end(),
                     [](const Candidate& a, const Candidate& b) { return a.similarity > b.similarity; });
    std::vector<SimilarComment> result;
    for (Candidate& candidate : ordered) {
        if (result.size() == limit) break;
        result.push_back(std::move(candidate.comment));
    }
    return result;
}

}  // namespace relis::store

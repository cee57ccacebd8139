#include "store/similar.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>
#include <set>
#include <unordered_set>

#include "database_implementation.h"
#include "similar_index.h"
#include "words.h"

namespace relis::store {

namespace {

constexpr std::size_t shortest = 8;       // words
constexpr std::size_t shingle_words = 3;  // words of one shingle
constexpr std::size_t band_count = 8;     // with three rows each: found at similarity s with 1 - (1 - s^3)^8
constexpr std::size_t band_rows = 3;
constexpr std::size_t candidates_of_band = 64;  // the latest ones, where a wording is everywhere
constexpr double least_similarity = 0.5;
constexpr std::size_t longest = 20000;  // words; of a longer text its beginning tells enough

using Shingles = std::unordered_set<std::uint64_t>;
using Bands = std::array<std::int64_t, band_count>;

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

Shingles shingles_of(std::string_view text) {
    std::vector<std::uint64_t> words;
    for (const FoldedWord& word : fold_words(text)) {
        words.push_back(hash_word(word.word));
        if (words.size() == longest) break;
    }
    Shingles shingles;
    if (words.size() < shortest) return shingles;
    for (std::size_t i = 0; i + shingle_words <= words.size(); ++i) {
        std::uint64_t hash = 0;
        for (std::size_t j = 0; j < shingle_words; ++j) hash = mix(hash + words[i + j]);
        shingles.insert(hash);
    }
    return shingles;
}

Bands bands_of(const Shingles& shingles) {
    std::array<std::uint64_t, band_count * band_rows> smallest{};
    smallest.fill(std::numeric_limits<std::uint64_t>::max());
    for (const std::uint64_t shingle : shingles) {
        for (std::size_t i = 0; i < smallest.size(); ++i) {
            smallest[i] = std::min(smallest[i], mix(shingle ^ mix(i + 1)));
        }
    }
    Bands bands{};
    for (std::size_t band = 0; band < band_count; ++band) {
        std::uint64_t hash = mix(band + 1000);
        for (std::size_t row = 0; row < band_rows; ++row) hash = mix(hash ^ smallest[band * band_rows + row]);
        bands[band] = static_cast<std::int64_t>(hash);
    }
    return bands;
}

double similarity(const Shingles& a, const Shingles& b) {
    const Shingles& small = a.size() < b.size() ? a : b;
    const Shingles& large = a.size() < b.size() ? b : a;
    const auto shared = static_cast<double>(
        std::count_if(small.begin(), small.end(), [&](std::uint64_t shingle) { return large.contains(shingle); }));
    const double all = static_cast<double>(a.size() + b.size()) - shared;
    return all == 0 ? 0 : shared / all;
}

struct Candidate {
    SimilarComment comment;
    double similarity = 0;
};

std::set<std::int64_t> candidates(Connection& connection, const Bands& bands) {
    std::set<std::int64_t> ids;
    for (const std::int64_t band : bands) {
        connection.each("i",
                        "SELECT answer_id FROM comment_bands WHERE band = :band ORDER BY answer_id DESC LIMIT :most",
                        Arguments(band, candidates_of_band), [&](Row& row) { ids.insert(row.integer()); });
    }
    return ids;
}

}  // namespace

void index_similar(Connection& connection, std::int64_t answer_id, const std::string& comment) {
    const Shingles shingles = shingles_of(comment);
    if (shingles.empty()) return;
    static const std::string sql = [] {
        std::string text = "INSERT INTO comment_bands (band, answer_id) VALUES ";
        for (std::size_t i = 0; i < band_count; ++i) {
            const std::string number = std::to_string(i);
            text.append(i == 0 ? "(:band" : ", (:band").append(number).append(", :answer").append(number).append(")");
        }
        return text + " ON CONFLICT DO NOTHING";
    }();
    Arguments arguments;
    for (const std::int64_t band : bands_of(shingles)) {
        arguments.add(band);
        arguments.add(answer_id);
    }
    connection.run(sql, arguments);
}

std::vector<SimilarComment> similar_comments(Database& database, std::string_view text, const Moment& before,
                                             const std::string& excluding_report, std::size_t limit) {
    const Shingles wanted = shingles_of(text);
    if (wanted.empty() || limit == 0) return {};
    // The most alike comment of each report
    std::map<std::string, Candidate> best;
    read(database, [&](Connection& c) {
        for (const std::int64_t id : candidates(c, bands_of(wanted))) {
            c.each("ttttt",
                   "SELECT a.report_id, p.shopper_id, r.site_id, a.question, a.comment FROM answers a "
                   "JOIN revisions r ON r.report_id = a.report_id AND r.revision = a.revision "
                   "JOIN reports p ON p.id = a.report_id "
                   "WHERE a.id = :id AND a.report_id <> :excluded AND COALESCE(r.submitted_at, r.received_at) < "
                   ":before",
                   Arguments(id, excluding_report, before.utc.time_since_epoch().count()), [&](Row& row) {
                       Candidate candidate;
                       candidate.comment = {row.text(), row.text(), row.text(), row.text(), row.text()};
                       candidate.similarity = similarity(wanted, shingles_of(candidate.comment.text));
                       if (candidate.similarity < least_similarity) return;
                       Candidate& known = best[candidate.comment.report_id];
                       if (candidate.similarity > known.similarity) known = std::move(candidate);
                   });
        }
    });
    std::vector<Candidate> ordered;
    ordered.reserve(best.size());
    for (auto& [report, candidate] : best) ordered.push_back(std::move(candidate));
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

#include "repeats.h"

#include <algorithm>
#include <string>
#include <unordered_map>

namespace relis::consistency {

namespace {

std::size_t count_words(const Box& box) {
    return static_cast<std::size_t>(
        std::count_if(box.comment.tokens().begin(), box.comment.tokens().end(),
                      [](const language::Token& token) { return comments::is_content(token); }));
}

}  // namespace

void find_repeats(const std::vector<Box>& boxes, const Parameters& parameters, std::vector<Finding>& findings) {
    const auto exact_words = static_cast<std::size_t>(parameters.integer("repeat_min_words"));
    const auto near_words = static_cast<std::size_t>(parameters.integer("near_repeat_min_words"));
    const double threshold = parameters.real("repeat_overlap");
    std::unordered_map<std::uint64_t, std::size_t> first_box;
    std::vector<std::size_t> shared(boxes.size());
    std::vector<std::size_t> touched;
    for (std::size_t b = 0; b < boxes.size(); ++b) {
        const Box& box = boxes[b];
        for (const std::size_t other : touched) shared[other] = 0;
        touched.clear();
        for (const std::uint64_t shingle : box.shingles) {
            const auto [found, is_new] = first_box.emplace(shingle, b);
            if (!is_new && shared[found->second]++ == 0) touched.push_back(found->second);
        }
        if (touched.empty()) continue;
        const std::size_t most = *std::max_element(touched.begin(), touched.end(),
                                                   [&](std::size_t a, std::size_t c) { return shared[a] < shared[c]; });
        const Box& other = boxes[most];
        const std::size_t smaller = std::min(box.shingles.size(), other.shingles.size());
        const double overlap = static_cast<double>(shared[most]) / static_cast<double>(smaller);
        const std::size_t words = std::min(count_words(box), count_words(other));
        const bool same = box.shingles == other.shingles && words >= exact_words;
        if (!same && (words < near_words || overlap < threshold)) continue;
        findings.push_back(finding_on(box, "repeated-comment", Category::repetition,
                                      "Ce texte est " + std::string(same ? "le même" : "presque le même") +
                                          " que celui de la question " + quoted(other.question->label) +
                                          ". Pouvez-vous dire ici ce qui concerne " + quoted(box.question->label) +
                                          " ?"));
    }
}

void find_copies(const Report& report, const Context& context, const std::vector<Box>& boxes,
                 const Parameters& parameters, std::vector<Finding>& findings) {
    const auto min_words = static_cast<std::size_t>(parameters.integer("copy_min_words"));
    const double threshold = parameters.real("copy_overlap");
    constexpr std::size_t limit = 5;
    const std::size_t first = findings.size();
    bool foreign = false;
    for (const Box& box : boxes) {
        if (context.stop_requested()) return;
        if (count_words(box) < min_words) continue;
        for (const SimilarComment& similar : context.similar_comments(box.comment.source(), limit)) {
            if (similar.report_id == report.report_id) continue;
            if (comments::containment(box.shingles, comments::shingles(comments::Comment(similar.text))) < threshold) {
                continue;
            }
            const bool own = similar.shopper_id == report.shopper_id;
            foreign |= !own;
            // The report of another shopper is not named: the message goes to this one.
            findings.push_back(
                finding_on(box, "copied-comment", Category::copied,
                           "Ce texte reprend presque mot pour mot celui d'un autre rapport" +
                               (own ? " que vous avez remis (" + similar.report_id + ")" : std::string{}) +
                               ". Pouvez-vous raconter ce que vous avez constaté pendant cette visite-ci ?"));
            break;
        }
    }
    // One comment taken from one's own earlier report can be written again; more, or somebody else's, cannot be
    // trusted.
    const bool mendable = !foreign && findings.size() - first < 2;
    for (std::size_t i = first; i < findings.size(); ++i) findings[i].mendable = mendable;
}

}  // namespace relis::consistency

#include "measure.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <utility>

namespace relis::content_detail {

using comments::Fact;
using comments::FactKind;

namespace {

/// The number of words that the parameter `need` speaks of.
constexpr double reference_words = 15;

std::size_t index(FactKind kind) {
    return static_cast<std::size_t>(kind);
}

double further(FactKind kind, const Weights& weights) {
    return kind == FactKind::action || kind == FactKind::object ? weights.further_common : weights.further_fact;
}

/// Sum of a geometric series: the first fact of a kind is worth its weight, each further one a share of the one before.
double worth(FactKind kind, std::size_t count, const Weights& weights) {
    double sum = 0, next = weights.kind[index(kind)];
    for (std::size_t i = 0; i < count && next > 1e-6; ++i) {
        sum += next;
        next *= further(kind, weights);
    }
    return sum;
}

/// Adds the facts of the sentences told for the first time, one of each key.
void collect(const comments::Comment& comment, const comments::Reading& reading,
             std::unordered_set<std::uint64_t>& told, Measured& measured, double& telling, double& vague) {
    std::array<std::unordered_set<std::uint64_t>, comments::fact_kinds> seen;
    auto fact = reading.facts.begin();
    for (std::uint32_t s = 0; s < reading.sentences.size(); ++s) {
        const comments::SentenceReading& sentence = reading.sentences[s];
        const bool repeated = sentence.words >= 3 && !told.insert(sentence.hash).second;
        bool tells = false;
        for (; fact != reading.facts.end() && fact->sentence == s; ++fact) {
            if (repeated || !seen[index(fact->kind)].insert(fact->key).second) continue;
            tells = true;
            ++measured.count[index(fact->kind)];
            measured.facts.push_back(*fact);
        }
        const auto words = static_cast<double>(sentence.words);
        measured.repeats |= repeated;
        if (repeated || sentence.is_vague) {
            vague += words;
            if (measured.vague_first == measured.vague_last) {
                measured.vague_first = static_cast<std::uint32_t>(comment.sentences()[s].first_token);
                measured.vague_last = static_cast<std::uint32_t>(comment.sentences()[s].last_token);
            }
        } else if (tells) {
            telling += words;
        }
    }
}

}  // namespace

Weights::Weights(const Parameters& parameters)
    : further_fact(parameters.real("further_fact")),
      further_common(parameters.real("further_common")),
      need(parameters.real("need")),
      curve(parameters.real("curve")),
      vague_penalty(parameters.real("vague_penalty")),
      whole_share(parameters.real("whole_share")),
      default_words(static_cast<double>(parameters.integer("default_words"))) {
    for (std::size_t k = 0; k < comments::fact_kinds; ++k) {
        kind[k] = parameters.real("weight_" + std::string(to_string(static_cast<FactKind>(k))));
    }
}

double wanted_words(const Question& question, const Weights& weights) {
    return question.min_words > 0 ? static_cast<double>(question.min_words) : weights.default_words;
}

double answer_weight(const Question& question, const Weights& weights) {
    return std::clamp(std::sqrt(wanted_words(question, weights) / reference_words), 0.5, 2.0);
}

Measured measure(const Question& question, const comments::Comment& comment, const comments::Reading& reading,
                 const Weights& weights, std::unordered_set<std::uint64_t>& told) {
    Measured measured;
    measured.question = &question;
    measured.written = true;
    measured.weight = answer_weight(question, weights);
    double telling = 0, vague = 0;
    collect(comment, reading, told, measured, telling, vague);
    double sum = 0;
    for (std::size_t k = 0; k < comments::fact_kinds; ++k) {
        sum += worth(static_cast<FactKind>(k), measured.count[k], weights);
    }
    const double need = weights.need * std::clamp(measured.weight, 0.6, 1.8);
    measured.share = std::pow(std::min(1.0, sum / need), weights.curve);
    if (vague > 0) measured.share *= 1 - weights.vague_penalty * vague / (vague + telling);
    std::stable_sort(measured.facts.begin(), measured.facts.end(), [&](const Fact& a, const Fact& b) {
        return weights.kind[index(a.kind)] > weights.kind[index(b.kind)];
    });
    return measured;
}

std::vector<Aspect> picture(const std::vector<Measured>& boxes) {
    const auto told_in = [&](std::initializer_list<FactKind> kinds, std::size_t least) {
        constexpr double full = 2;
        const auto count = std::count_if(boxes.begin(), boxes.end(), [&](const Measured& box) {
            std::size_t facts = 0;
            for (const FactKind kind : kinds) facts += box.count[index(kind)];
            return facts >= least;
        });
        return std::min(1.0, static_cast<double>(count) / full);
    };
    return {{"qui", "qui vous avez rencontré (prénom ou description)", told_in({FactKind::identity}, 1)},
            {"quand", "à quelle heure et pendant combien de temps", told_in({FactKind::time, FactKind::duration}, 1)},
            {"combien", "combien", told_in({FactKind::quantity, FactKind::price}, 1)},
            {"en quels mots", "avec quels mots on vous a parlé", told_in({FactKind::quote, FactKind::reported}, 1)},
            {"dans quel décor", "ce que vous avez vu, et à quel endroit",
             told_in({FactKind::place, FactKind::sensory}, 2)}};
}

}  // namespace relis::content_detail

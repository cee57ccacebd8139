// The engine alone, for working on rules: reads {"id","text"} a line, writes {"id","findings"} a line; with --time it
// tells the words a second instead; with --examples it tries the examples of the rule files whose name holds a word;
// with
// --list it prints the list of rules for README.md.
#include <chrono>
#include <cstddef>
#include <exception>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <nlohmann/json.hpp>

#include "engine.h"
#include "rule_list.h"

namespace {

using relis::french::Checked;
using relis::french::Engine;
using relis::french::Fault;

std::string shown(const Fault& fault) {
    return std::string(fault.rule) + (fault.suggestions.empty() ? "" : " → " + fault.suggestions.front());
}

/// Prints what is wrong with an example and returns whether it is right.
bool try_example(const Engine& engine, const relis::rules::Rule& rule, const relis::rules::Example& example) {
    const Checked checked = engine.check(example.text, {});
    const Fault* own = nullptr;
    std::string others;
    for (const Fault& fault : checked.faults) {
        if (fault.rule == rule.id) own = &fault;
        if (fault.category != relis::Category::typography && fault.category != relis::Category::style) {
            others += (others.empty() ? "" : ", ") + shown(fault);
        }
    }
    std::string problem;
    if (example.is_right) {
        if (own != nullptr || !others.empty()) problem = "right, but found: " + others;
    } else if (own == nullptr) {
        problem = "not found; instead: " + others;
    } else if (own->start != example.start || own->end != example.end) {
        problem = "found at " + std::to_string(own->start) + "-" + std::to_string(own->end);
    } else if (!example.correction.empty() &&
               (own->suggestions.empty() || own->suggestions.front() != example.correction)) {
        problem = "suggests " + (own->suggestions.empty() ? "nothing" : own->suggestions.front());
    }
    if (problem.empty()) return true;
    std::cout << rule.file << ":" << example.line << ": " << rule.id << ": " << example.text << ": " << problem << '\n';
    return false;
}

int try_examples(const Engine& engine, std::string_view file) {
    std::size_t wrong = 0;
    std::size_t all = 0;
    for (const auto& rule : engine.rules().rules()) {
        if (rule.file.find(file) == std::string::npos) continue;
        for (const auto& example : rule.examples) {
            ++all;
            if (!try_example(engine, rule, example)) ++wrong;
        }
    }
    std::cout << all << " examples, " << wrong << " fail\n";
    return wrong == 0 ? 0 : 1;
}

int check_lines(const Engine& engine, bool timing) {
    std::chrono::steady_clock::duration spent{};
    std::size_t words = 0;
    std::string line;
    relis::language::CheckOptions options;
    if (timing) options.suggestions = 0;
    while (std::getline(std::cin, line)) {
        const auto row = nlohmann::json::parse(line);
        const auto text = row.at("text").get<std::string>();
        const auto began = std::chrono::steady_clock::now();
        const Checked checked = engine.check(text, options);
        spent += std::chrono::steady_clock::now() - began;
        words += checked.words;
        if (timing) continue;
        auto findings = nlohmann::json::array();
        for (const Fault& fault : checked.faults) {
            findings.push_back({{"start", fault.start},
                                {"end", fault.end},
                                {"category", to_string(fault.category)},
                                {"rule", fault.rule},
                                {"message", fault.message},
                                {"suggestions", fault.suggestions}});
        }
        std::cout << nlohmann::json{{"id", row.at("id")}, {"findings", findings}}.dump() << '\n';
    }
    if (timing) {
        const double seconds = std::chrono::duration<double>(spent).count();
        std::cout << static_cast<double>(words) / seconds << " words/s\n";
    }
    return 0;
}

}  // namespace

int main(int argc, char** argv) {
    const std::vector<std::string> arguments(argv + 1, argv + argc);
    if (arguments.size() < 2) {
        std::cerr << "usage: relis-french-check LEXICON RULES [--time | --examples [FILE] | --list] < lines.jsonl\n";
        return 2;
    }
    std::ios::sync_with_stdio(false);
    try {
        const Engine engine(arguments[0], arguments[1]);
        const std::string mode = arguments.size() > 2 ? arguments[2] : "";
        if (mode == "--examples") return try_examples(engine, arguments.size() > 3 ? arguments[3] : "");
        if (mode == "--list") {
            std::cout << relis::french::rule_list(engine);
            return 0;
        }
        return check_lines(engine, mode == "--time");
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
}

// The checker protocol with the grammar library alone: reads {"id","text"} a line, writes {"id","findings"} a line.
// For measuring rules while they are written; reports go through the french plugin.
#include <chrono>
#include <iostream>
#include <memory>
#include <string>

#include <nlohmann/json.hpp>

#include "grammar/check.h"
#include "language/lexicon.h"
#include "language/text.h"

int main(int argc, char** argv) {
    using namespace relis;
    std::ios::sync_with_stdio(false);
    const bool timing = argc > 2 && std::string_view(argv[2]) == "--time";
    if (argc < 2) {
        std::cerr << "usage: relis-grammar-check LEXICON [--time] < lines.jsonl\n";
        return 2;
    }
    const grammar::Reader reader(language::Lexicon::open(argv[1]));
    std::chrono::steady_clock::duration spent[3] = {};
    std::size_t words = 0;
    std::string line;
    while (std::getline(std::cin, line)) {
        const auto row = nlohmann::json::parse(line);
        const auto source = row.at("text").get<std::string>();
        const auto began = std::chrono::steady_clock::now();
        const language::Text text = language::tokenize(source);
        const auto cut = std::chrono::steady_clock::now();
        const grammar::ReadText reading = reader.read(text);
        const auto read = std::chrono::steady_clock::now();
        const auto faults = grammar::check(reading, {.suggestions = !timing, .disabled = {}});
        spent[0] += cut - began;
        spent[1] += read - cut;
        spent[2] += std::chrono::steady_clock::now() - read;
        words += text.word_count();
        auto findings = nlohmann::json::array();
        for (const auto& fault : faults) {
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
        for (const auto& part : spent) {
            const double seconds = std::chrono::duration<double>(part).count();
            std::cerr << static_cast<double>(words) / seconds << " words/s\n";
        }
    }
    return 0;
}

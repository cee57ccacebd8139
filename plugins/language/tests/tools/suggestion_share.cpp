// relis-suggestion-share LEXICON MISSPELLINGS [AFFIXES DICTIONARY] [--misses]
//
// How often the word meant comes first, and among the first five, for a list of misspellings; and what a suggestion
// costs in processor time. With Hunspell's two files, the same for Hunspell.
#include <algorithm>
#include <cstdio>
#include <ctime>
#include <exception>
#include <functional>
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include <hunspell/hunspell.hxx>

#include "../support/misspellings.h"
#include "language/lexicon.h"

namespace {

using relis::language::tests::Misspelling;
using Suggest = std::function<std::vector<std::string>(const std::string&)>;

void measure(const char* name, const std::vector<Misspelling>& list, const Suggest& suggest, bool show_misses) {
    std::size_t first = 0;
    std::size_t among_five = 0;
    std::vector<double> milliseconds;
    for (const auto& [wrong, meant] : list) {
        const std::clock_t start = std::clock();
        std::vector<std::string> found = suggest(wrong);
        milliseconds.push_back(1000.0 * static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC);
        if (found.size() > 5) found.resize(5);
        const bool right = !found.empty() && found.front() == meant;
        first += right ? 1U : 0U;
        among_five += std::find(found.begin(), found.end(), meant) != found.end() ? 1U : 0U;
        if (right || !show_misses) continue;
        std::cout << wrong << " = " << meant << ":";
        for (const std::string& form : found) std::cout << " [" << form << ']';
        std::cout << '\n';
    }
    std::sort(milliseconds.begin(), milliseconds.end());
    const auto share = [&](std::size_t count) {
        return 100.0 * static_cast<double>(count) / static_cast<double>(list.size());
    };
    std::printf("%-9s %zu words: first %.1f %%, among five %.1f %%; p50 %.2f ms, p95 %.2f ms, longest %.2f ms\n", name,
                list.size(), share(first), share(among_five), milliseconds[milliseconds.size() / 2],
                milliseconds[milliseconds.size() * 95 / 100], milliseconds.back());
}

int run(const std::vector<std::string>& arguments, bool show_misses) {
    const auto lexicon = relis::language::Lexicon::open(arguments[0]);
    const std::vector<Misspelling> list = relis::language::tests::read_misspellings(arguments[1]);
    for (const auto& [wrong, meant] : list) {
        if (lexicon->knows(wrong)) std::cout << "a known word: " << wrong << '\n';
    }
    const Suggest ours = [&](const std::string& word) {
        std::vector<std::string> forms;
        for (const auto& suggestion : lexicon->suggest(word, 10)) forms.push_back(suggestion.form);
        return forms;
    };
    measure("Relis", list, ours, show_misses);
    if (arguments.size() == 4) {
        Hunspell hunspell(arguments[2].c_str(), arguments[3].c_str());
        measure(
            "Hunspell", list, [&](const std::string& word) { return hunspell.suggest(word); }, show_misses);
    }
    return 0;
}

}  // namespace

int main(int count, char** values) {
    std::vector<std::string> arguments(values + 1, values + count);
    const bool show_misses = std::erase(arguments, "--misses") > 0;
    if (arguments.size() != 2 && arguments.size() != 4) {
        std::cerr << "usage: relis-suggestion-share LEXICON MISSPELLINGS [AFFIXES DICTIONARY] [--misses]\n";
        return 2;
    }
    try {
        return run(arguments, show_misses);
    } catch (const std::exception& error) {
        std::cerr << "relis-suggestion-share: " << error.what() << '\n';
        return 1;
    }
}

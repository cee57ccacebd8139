// libFuzzer target: any bytes are cut, read, checked and corrected as French.
//
// RELIS_RESOURCES names the folder that holds french.lexicon and rules/.
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "grammar/check.h"
#include "grammar/reading.h"
#include "language/checker.h"
#include "language/lexicon.h"
#include "language/text.h"
#include "rules/match.h"
#include "rules/rule_set.h"

namespace {

namespace grammar = relis::grammar;
namespace language = relis::language;
namespace rules = relis::rules;

std::filesystem::path resources() {
    const char* folder = std::getenv("RELIS_RESOURCES");
    if (folder == nullptr) {
        std::fputs("RELIS_RESOURCES must name the folder of french.lexicon\n", stderr);
        std::exit(2);
    }
    return folder;
}

struct French {
    std::shared_ptr<const language::Lexicon> lexicon = language::Lexicon::open(resources() / "french.lexicon");
    language::Checker checker{lexicon};
    grammar::Reader reader{lexicon};
    rules::RuleSet rules{lexicon, resources() / "rules"};
};

/// What must hold of every answer; the fuzzer reports a broken promise as a crash.
void require(bool promise, const char* what) {
    if (promise) return;
    std::fprintf(stderr, "broken promise: %s\n", what);
    std::abort();
}

void check_tokens(const language::Text& text) {
    std::uint32_t end = 0;
    for (const language::Token& token : text.tokens()) {
        require(end <= token.start && token.start < token.end, "tokens follow each other");
        require(token.sentence < text.sentences().size(), "a token stands in a sentence");
        end = token.end;
    }
    require(end <= text.length(), "tokens end with the text");
}

template <class Faults>
void check_places(const Faults& faults, const language::Text& text) {
    for (const auto& fault : faults) {
        require(fault.start <= fault.end && fault.end <= text.length(), "a fault stands in the text");
        require(!fault.message.empty(), "a fault has a message");
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    static const French french;
    if (size == 0) return 0;
    // The first byte chooses the options, so that all of them are met.
    language::CheckOptions options;
    options.spelling = static_cast<language::SpellingNorm>(data[0] % 3U);
    options.locale = (data[0] & 4U) != 0 ? language::Locale::france : language::Locale::canada;
    options.suggested_words = 3;
    const std::string_view source(reinterpret_cast<const char*>(data) + 1, size - 1);

    const language::Text text = language::tokenize(source);
    check_tokens(text);
    const grammar::ReadText reading = french.reader.read(text);
    const language::CheckResult result = french.checker.check(reading.looked_up(), options);
    check_places(result.faults, text);
    require(result.judged_words <= result.words, "no more words are judged than there are");
    for (std::size_t i = 1; i < result.faults.size(); ++i) {
        require(result.faults[i - 1].end <= result.faults[i].start, "faults of words do not overlap");
    }
    check_places(rules::apply(french.rules, reading, true), text);
    check_places(grammar::check(reading, {true, {}}), text);
    return 0;
}

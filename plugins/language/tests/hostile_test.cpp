// Texts that nobody writes: the checks neither crash nor lose their place, and are done in time that grows with the
// text.
#include <filesystem>
#include <random>
#include <string>

#include <gtest/gtest.h>

#include "language/checker.h"

namespace {

using namespace relis::language;

const Checker& checker() {
    static const Checker instance(Lexicon::open(std::filesystem::path(RELIS_RESOURCE_FOLDER) / "french.lexicon"));
    return instance;
}

std::string repeated(std::string_view unit, std::size_t bytes) {
    std::string text;
    text.reserve(bytes + unit.size());
    while (text.size() < bytes) text += unit;
    return text;
}

void expect_sound(const std::string& source, const std::string& name) {
    const Text text = tokenize(source);
    const CheckResult result = checker().check(Reading(checker().lexicon(), text), {});
    std::uint32_t end = 0;
    for (const Fault& fault : result.faults) {
        ASSERT_LE(end, fault.start) << name;
        ASSERT_LT(fault.start, fault.end) << name;
        ASSERT_LE(fault.end, text.length()) << name;
        ASSERT_FALSE(fault.message.empty()) << name;
        ASSERT_LT(fault.message.size(), 1000U) << name;
        end = fault.end;
    }
    EXPECT_LE(result.judged_words, result.words) << name;
}

constexpr std::size_t ten_megabytes = 10U << 20U;

TEST(HostileText, OneWordOfTenMegabytes) {
    expect_sound(std::string(ten_megabytes, 'a'), "a word");
}

TEST(HostileText, TenMegabytesOfQuotes) {
    expect_sound(std::string(ten_megabytes, '"'), "quotes");
}

TEST(HostileText, TenMegabytesOfElisions) {
    expect_sound(repeated("l'", ten_megabytes), "elisions");
}

TEST(HostileText, AnythingRepeated) {
    constexpr std::size_t enough = 1U << 17U;
    for (const char* unit : {"magazin ",
                             "magasin ",
                             "le ",
                             "le",
                             "\"",
                             "«",
                             "» ",
                             "'",
                             "’",
                             "-",
                             "- ",
                             "a-",
                             "-là",
                             "a'",
                             "l'l'",
                             "...",
                             ". ",
                             "A.",
                             "!",
                             " ",
                             "\n",
                             "\r\n",
                             "\t",
                             "1",
                             "1 ",
                             "1,",
                             "$",
                             "12 h ",
                             "a@",
                             "@a.ca ",
                             "www.",
                             "http://",
                             "e\u0301",
                             "\u0301",
                             "\u0301 ",
                             "a\u0300\u0301\u0302",
                             "\u202Eabc ",
                             "\u202E",
                             "\u200B",
                             "a\u200Bb ",
                             "\uFEFF",
                             "\u00AD",
                             "😀",
                             "👨‍👩‍👧 ",
                             "🇨🇦",
                             "مرحبا ",
                             "שלום ",
                             "您好",
                             "the ",
                             "the and of ",
                             "bcp ",
                             "Kh",
                             "BONJOUR",
                             "\xFF",
                             "\xC3",
                             "\xED\xA0\x80",
                             "\xED\xBF\xBF",
                             "\xF4\x90\x80\x80",
                             "l\xFF'"}) {
        expect_sound(repeated(unit, enough), unit);
    }
    expect_sound(std::string(enough, '\0'), "zeros");
}

TEST(HostileText, RandomBytes) {
    std::mt19937 random(20261122);
    for (int round = 0; round < 20; ++round) {
        std::string source(1U << 13U, ' ');
        for (char& c : source) c = static_cast<char>(random() & 0xFFU);
        expect_sound(source, "random bytes");
    }
}

TEST(HostileText, RandomWords) {
    std::mt19937 random(7);
    const std::string_view letters = "aeiou lmnrst'-., \n\"é";
    for (int round = 0; round < 8; ++round) {
        std::string source;
        for (int i = 0; i < 4000; ++i) source += letters[random() % letters.size()];
        expect_sound(source, "random words");
    }
}

}  // namespace

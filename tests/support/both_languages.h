#pragma once

#include <cctype>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include <gtest/gtest.h>

#include <relis/label.h>

namespace relis::test {

/// What a text names: stretches between the same two marks.
inline std::vector<std::string> between(std::string_view text, std::string_view open, std::string_view close) {
    std::vector<std::string> found;
    std::size_t at = text.find(open);
    while (at != std::string_view::npos) {
        const std::size_t start = at + open.size();
        const std::size_t end = text.find(close, start);
        if (end == std::string_view::npos) break;
        found.emplace_back(text.substr(start, end - start));
        at = text.find(open, end + close.size());
    }
    return found;
}

/// The text without what is quoted in it.
inline std::string without(std::string text, std::string_view open, std::string_view close) {
    for (std::size_t at = text.find(open); at != std::string::npos; at = text.find(open, at)) {
        const std::size_t end = text.find(close, at + open.size());
        if (end == std::string::npos) break;
        text.erase(at, end + close.size() - at);
    }
    return text;
}

/// The longest stretches of characters that a test of their own finds.
template <class Belongs>
std::set<std::string> stretches(std::string_view text, const Belongs& belongs) {
    std::set<std::string> found;
    std::string one;
    for (const char c : text) {
        if (belongs(static_cast<unsigned char>(c))) {
            one += c;
        } else if (!one.empty()) {
            found.insert(one);
            one.clear();
        }
    }
    if (!one.empty()) found.insert(one);
    return found;
}

/// Words that only English has and that every English sentence of ours needs: one of them in a French text is a
/// fragment that was left over.
inline std::set<std::string> english_words_in(const std::string& french) {
    static const std::set<std::string> english{"the",   "is",     "are",   "not",     "missing", "expected",
                                               "found", "with",   "which", "cannot",  "there",   "has",
                                               "have",  "holds",  "bytes", "and",     "of",      "its",
                                               "was",   "import", "this",  "allowed", "given",   "twice"};
    std::string plain = without(french, "« ", " »");
    plain = without(plain, "`", "`");
    plain = without(plain, "(", ")");
    std::set<std::string> left;
    for (const std::string& word :
         stretches(plain, [](unsigned char c) { return std::isalnum(c) != 0 || c == '_' || c >= 0x80; })) {
        if (english.contains(word)) left.insert(word);
    }
    return left;
}

/// Both languages are there, they differ, and the French text names every value that the English one names: what
/// stands in quotes or between backquotes, and each number.
inline void expect_both_languages(const Label& label) {
    const std::string both = "\n  fr: " + label.fr + "\n  en: " + label.en;
    EXPECT_FALSE(label.fr.empty()) << both;
    EXPECT_FALSE(label.en.empty()) << both;
    EXPECT_NE(label.fr, label.en);
    EXPECT_EQ(english_words_in(label.fr), std::set<std::string>{}) << both;
    for (const char* const mark : {"\"", "`"}) {
        for (const std::string& value : between(label.en, mark, mark)) {
            EXPECT_NE(label.fr.find(value), std::string::npos) << value << both;
        }
    }
    const auto is_digit = [](unsigned char c) { return std::isdigit(c) != 0; };
    const std::set<std::string> numbers = stretches(label.fr, is_digit);
    for (const std::string& number : stretches(label.en, is_digit)) {
        EXPECT_TRUE(numbers.contains(number)) << number << both;
    }
}

}  // namespace relis::test

// Reads a Hunspell affix file, as far as Debian's French dictionary uses it, and inflects its entries.
#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace relis::dictionaries {

/// One line of a suffix or prefix class.
struct Affix {
    std::u32string strip;
    std::u32string add;
    std::vector<std::string> flags;         ///< continuation classes
    std::vector<std::u32string> condition;  ///< one character class a place: "abc", or "^abc" for none of them
    std::vector<std::string> fields;        ///< po:, is: …
};

struct AffixClass {
    bool prefix = false;
    std::vector<Affix> affixes;
};

/// A dictionary entry or an inflected form of one.
struct Inflected {
    std::u32string form;
    std::vector<std::string> fields;  ///< the affix's; the entry's own are not repeated
};

/// A line of the dictionary: `mot/flags po:… is:…`.
struct Entry {
    std::u32string word;
    std::vector<std::string> flags;
    std::vector<std::string> fields;

    [[nodiscard]] bool has_flag(std::string_view flag) const;
};

/// The affix rules. Handles two-letter flags, continuation classes (a suffix behind a prefix and the reverse),
/// conditions, NEEDAFFIX, KEEPCASE, NOSUGGEST, FORBIDDENWORD and FULLSTRIP. Prefixes that elide (l', d', qu', …) are
/// left out: the tokenizer takes elided words apart. Stops with std::runtime_error, file and line, at anything else.
class Affixes {
  public:
    explicit Affixes(const std::filesystem::path& file);

    /// Cuts "abc'd." into its two-letter flags.
    [[nodiscard]] static std::vector<std::string> split_flags(std::string_view flags);

    /// Every form of the entry, the entry itself included where it may stand alone; in a fixed order.
    [[nodiscard]] std::vector<Inflected> inflect(const Entry& entry) const;

    [[nodiscard]] const std::string& keep_case() const { return keep_case_; }
    [[nodiscard]] const std::string& no_suggest() const { return no_suggest_; }
    [[nodiscard]] const std::string& forbidden() const { return forbidden_; }

  private:
    [[nodiscard]] const AffixClass* find(const std::string& flag) const;

    std::map<std::string, AffixClass, std::less<>> classes_;
    std::string need_affix_, forbidden_, keep_case_, no_suggest_;
};

/// Reads the dictionary's entries. Throws std::runtime_error with file and line.
std::vector<Entry> read_dictionary(const std::filesystem::path& file);

}  // namespace relis::dictionaries

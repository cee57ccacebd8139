// Gathers forms, analyses and flags, and writes them as one lexicon file.
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "language/analysis.h"

namespace relis::dictionaries {

class LexiconBuilder {
  public:
    /// Registers an entry and gives its number. Entries of the same lemma and the same key are one.
    std::uint32_t add_lemma(const std::string& lemma, const std::string& key);

    /// Adds one analysis to a form; an equal one is not added twice.
    void add(const std::u32string& form, std::uint32_t lemma, const language::Features& features, std::uint8_t flags);

    /// Ends the dictionary proper: what comes next are our own words. has_lemma() looks at what came before.
    void close_dictionary();

    /// Whether the dictionary has a lemma spelt so, of that part of speech and at least these genders (0: any).
    [[nodiscard]] bool has_lemma(const std::string& lemma, language::PartOfSpeech part, std::uint8_t genders) const;

    /// Adds flags to every form of the lemmas spelt so, except its forms in rare tenses when `everyday` is asked.
    /// A word that is no lemma (caissière) stands for the lemmas of its form. Returns false for an unknown word.
    bool flag_lemma(std::string_view lemma, std::uint8_t flags, bool everyday);

    /// Adds flags to every form of the lemmas that begin so.
    bool flag_lemmas_beginning(std::string_view beginning, std::uint8_t flags);

    /// Pairs the forms of a classic lemma with those of the same word in the spelling of 1990, and the two spellings
    /// of one form inside every lemma (céderai, cèderai). To be called once, when all words are in.
    void pair_spellings(const std::vector<std::pair<std::string, std::string>>& lemmas);

    [[nodiscard]] std::size_t form_count() const { return forms_.size(); }
    [[nodiscard]] std::size_t lemma_count() const { return lemmas_.size(); }

    /// Writes the file beside its place and renames it. `source_hash` is 16 hexadecimal digits.
    /// Throws std::runtime_error naming the file.
    void write(const std::filesystem::path& file, std::string_view source_hash) const;

  private:
    struct Form {
        std::vector<std::pair<std::uint32_t, std::uint32_t>> entries;  ///< lemma, feature index
        std::uint8_t flags = 0;
    };

    using FormOf = std::map<std::u32string, Form>::value_type;
    /// A form in one spelling, and what it is in the other.
    struct Respelt {
        std::u32string other;
        std::set<std::uint32_t> lemmas;  ///< those for which it is
    };
    using Respellings = std::map<std::u32string, Respelt>;

    void pair_forms(const FormOf& classic, std::uint32_t classic_lemma, const FormOf& reformed,
                    std::uint32_t reformed_lemma);
    void pair_inside_lemmas(const std::vector<std::vector<const FormOf*>>& forms_of);
    /// Keeps those that are no other word.
    void settle(Respellings& spellings, std::uint8_t flag);
    [[nodiscard]] std::vector<std::uint32_t> numbered_spellings() const;

    void flag_forms(std::uint32_t lemma, std::uint8_t flags, bool everyday);
    void index_lemmas();

    std::map<std::u32string, Form> forms_;
    std::vector<std::string> lemmas_;
    std::map<std::string, std::uint32_t> lemma_by_key_;
    std::vector<language::Features> features_;
    std::map<std::string, std::uint32_t> feature_index_;
    /// The dictionary's lemmas with their genders, filled by close_dictionary.
    std::map<std::pair<std::string, language::PartOfSpeech>, std::uint8_t> dictionary_;
    Respellings classic_, reformed_;
    std::vector<std::vector<Form*>> forms_of_lemma_;  ///< filled by index_lemmas, when flags are asked for
};

}  // namespace relis::dictionaries

// The compiled French lexicon: every inflected form with all its analyses, memory-mapped.
#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <iterator>
#include <limits>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "language/analysis.h"

namespace relis::language {

/// Identifies a dictionary entry (a lemma with its own morphology); stable within one lexicon file only.
using LemmaId = std::uint32_t;
/// Identifies a form, dense from 0 to Lexicon::form_count() - 1, in the order of the automaton.
using FormId = std::uint32_t;

struct Analysis {
    LemmaId lemma = 0;
    Features features;
};

/// The analyses of one form: a light view into the mapped file, valid as long as the Lexicon lives.
class Analyses {
  public:
    class Iterator {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = Analysis;
        using difference_type = std::ptrdiff_t;
        using pointer = const Analysis*;
        using reference = Analysis;

        Iterator(const std::uint32_t* entry, const Features* features) : entry_(entry), features_(features) {}
        Analysis operator*() const { return {entry_[0], features_[entry_[1]]}; }
        Iterator& operator++() {
            entry_ += 2;
            return *this;
        }
        friend bool operator==(const Iterator& a, const Iterator& b) { return a.entry_ == b.entry_; }

      private:
        const std::uint32_t* entry_;
        const Features* features_;
    };

    Analyses() = default;
    Analyses(const std::uint32_t* first, const std::uint32_t* last, const Features* features)
        : first_(first), last_(last), features_(features) {}

    [[nodiscard]] Iterator begin() const { return {first_, features_}; }
    [[nodiscard]] Iterator end() const { return {last_, features_}; }
    [[nodiscard]] bool empty() const { return first_ == last_; }
    [[nodiscard]] std::size_t size() const { return static_cast<std::size_t>(last_ - first_) / 2; }

    /// True when one analysis is of this part of speech.
    [[nodiscard]] bool any(PartOfSpeech part) const;

  private:
    const std::uint32_t* first_ = nullptr;
    const std::uint32_t* last_ = nullptr;
    const Features* features_ = nullptr;
};

/// One form of a lemma, with its analysis.
struct InflectedForm {
    std::string form;
    Features features;
};

/// A proposed correction; a smaller distance is better. Distances compare within one call only.
struct Suggestion {
    std::string form;
    double distance = 0;
};

/// The lexicon. Read-only and immutable once opened: every function is const and may be called from
/// several threads. The file is mapped shared, so that processes share its pages; opening parses nothing.
///
/// Forms are UTF-8, in NFC, with the straight apostrophe; Token::form (text.h) is in this shape.
class Lexicon {
  public:
    /// Maps the file. Throws std::runtime_error naming the file when it is absent, unreadable,
    /// truncated, or of another format version than this build reads.
    static std::shared_ptr<const Lexicon> open(const std::filesystem::path& file);

    Lexicon(const Lexicon&) = delete;
    Lexicon& operator=(const Lexicon&) = delete;
    ~Lexicon();

    /// The form exactly as written (case matters), or nothing.
    [[nodiscard]] std::optional<FormId> find(std::string_view form) const;

    /// As find(), then with the letter case that French allows: a capital at the start for a common
    /// word, a whole word in capitals (accents required), each part of a hyphenated name.
    [[nodiscard]] std::optional<FormId> find_in_any_case(std::string_view form) const;

    /// All analyses of a form as written; empty when unknown.
    [[nodiscard]] Analyses lookup(std::string_view form) const;
    [[nodiscard]] Analyses analyses(FormId form) const;

    /// True when the form is correct French as written: find_in_any_case, or a hyphenated compound
    /// whose parts are all correct (Hunspell's rule for this dictionary).
    [[nodiscard]] bool knows(std::string_view form) const;

    [[nodiscard]] std::uint8_t flags(FormId form) const;

    /// The form in the other spelling, classic for that of 1990 and the reverse; nothing for a form that both have, or
    /// that is another word too (boite, of boiter). form_flag::classic and reformed tell which of the two `form` is.
    [[nodiscard]] std::optional<FormId> other_spelling(FormId form) const;

    /// The text of a form or lemma. `spell` rebuilds the form from the automaton (about 1 µs).
    [[nodiscard]] std::string spell(FormId form) const;
    [[nodiscard]] std::string_view lemma(LemmaId lemma) const;

    /// Every form of one dictionary entry with its analyses, in the order of the automaton.
    [[nodiscard]] std::vector<InflectedForm> forms_of(LemmaId lemma) const;

    /// The entries whose lemma is spelt so, of one part of speech.
    [[nodiscard]] std::vector<LemmaId> lemmas(std::string_view lemma, PartOfSpeech part) const;

    /// At most `limit` corrections for a misspelt word, the likeliest first, in the letter case of the
    /// word. Diacritics, doubled letters, sounds and neighbouring keys are cheap; also tries a missing
    /// space, apostrophe or hyphen. Empty for words over 40 letters. Typically below 1 ms; less with a distance
    /// `within` beyond which they do not matter: then those farther away may be left out.
    [[nodiscard]] std::vector<Suggestion> suggest(std::string_view word, std::size_t limit,
                                                  double within = std::numeric_limits<double>::max()) const;

    [[nodiscard]] std::size_t form_count() const;
    [[nodiscard]] std::size_t lemma_count() const;

    /// Hash of the dictionary and word lists it was compiled from, in hexadecimal: part of the version
    /// of any result that depends on the lexicon.
    [[nodiscard]] std::string_view version() const;

  private:
    struct Impl;
    explicit Lexicon(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

}  // namespace relis::language

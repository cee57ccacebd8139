// Forms looked up lately, with their numbers.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

#include "language/lexicon.h"

namespace relis::language {

/// Stands for a form that the lexicon lacks.
inline constexpr FormId no_form_id = static_cast<FormId>(-1);

/// A memory of bounded size in front of Lexicon::find: texts are made of the same few thousand forms over and over, and
/// finding one here touches one line of memory where the automaton touches a dozen. Not to be shared between threads;
/// belongs to one lexicon.
class FormMemory {
  public:
    explicit FormMemory(const Lexicon& lexicon) : lexicon_(lexicon), slots_(slot_count) {}

    /// The number of the form exactly as written, or no_form_id.
    [[nodiscard]] FormId find(std::string_view form);

    /// Tells the processor that find() will be asked for that form soon.
    void fetch(std::string_view form) const;

  private:
    static constexpr std::size_t slot_count = 16384;
    static constexpr std::size_t longest = 27;  ///< bytes of a form that is remembered

    struct alignas(32) Slot {
        FormId form = no_form_id;
        std::uint8_t size = 0;
        std::array<char, longest> letters{};
    };

    /// REQUIRES: 1 to `longest` bytes.
    [[nodiscard]] static std::size_t place_of(std::string_view form);

    const Lexicon& lexicon_;
    std::vector<Slot> slots_;
};

}  // namespace relis::language

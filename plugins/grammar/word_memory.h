// Words read lately, with all that is known of them whatever their context.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "grammar/reading.h"
#include "language/form_memory.h"

namespace relis::grammar {

/// A memory of bounded size for words in lower case, by the numbers of their forms. What the lexicon and the tables of
/// a reader know of a word lies in many places; here it lies in one. Not to be shared between threads.
class WordMemory {
  public:
    static constexpr std::size_t most_readings = 6;

    struct alignas(64) Slot {
        language::FormId form = language::no_form_id;
        bool rare = false;  ///< one of its readings counts in some contexts only; it is none of those below
        Word word;  ///< as Reader makes it before any context; lower, first_reading and sentence are not its own
        std::array<Analysis, most_readings> readings;
    };

    explicit WordMemory(const language::Lexicon& lexicon) : forms(lexicon), slots_(slot_count) {}

    /// Where that form is remembered, if it is: Slot::form tells.
    [[nodiscard]] Slot& slot(language::FormId form) {
        constexpr std::uint32_t mixer = 2654435761U;  // Knuth's multiplicative hash
        return slots_[(form * mixer >> 16U) % slot_count];
    }

    /// Tells the processor that slot() will be asked for that form soon.
    void fetch(language::FormId form) { __builtin_prefetch(&slot(form)); }

    language::FormMemory forms;

  private:
    static constexpr std::size_t slot_count = 4096;
    std::vector<Slot> slots_;
};

/// The memories of a reader: one for each thread that reads with it at a time. Thread-safe.
class WordMemories {
  public:
    explicit WordMemories(std::shared_ptr<const language::Lexicon> lexicon) : lexicon_(std::move(lexicon)) {}

    [[nodiscard]] std::unique_ptr<WordMemory> take() {
        {
            const std::lock_guard lock(mutex_);
            if (!idle_.empty()) {
                std::unique_ptr<WordMemory> memory = std::move(idle_.back());
                idle_.pop_back();
                return memory;
            }
        }
        return std::make_unique<WordMemory>(*lexicon_);
    }
    void give_back(std::unique_ptr<WordMemory> memory) {
        const std::lock_guard lock(mutex_);
        idle_.push_back(std::move(memory));
    }

  private:
    std::shared_ptr<const language::Lexicon> lexicon_;
    std::mutex mutex_;
    std::vector<std::unique_ptr<WordMemory>> idle_;
};

}  // namespace relis::grammar

// What the questions of a questionnaire ask for, read once a questionnaire.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <mutex>
#include <vector>

#include <relis/questionnaire.h>

#include "comments/facts.h"

namespace relis::content_detail {

/// What an account lets its reader see.
enum class Aspect : std::uint8_t {
    who,       ///< a person named or described
    when,      ///< an hour or a duration
    words,     ///< what was said
    how_much,  ///< a count or a price
    seen,      ///< what was there, where, and how it looked, smelt or tasted
    done       ///< what somebody did
};
inline constexpr std::size_t aspects = 6;

/// The aspect that a kind of fact tells; `aspects` for the two that tell none (order, topic).
[[nodiscard]] constexpr std::size_t aspect_of(comments::FactKind kind) {
    using comments::FactKind;
    switch (kind) {
        case FactKind::identity:
        case FactKind::person:
            return static_cast<std::size_t>(Aspect::who);
        case FactKind::time:
        case FactKind::duration:
            return static_cast<std::size_t>(Aspect::when);
        case FactKind::quote:
        case FactKind::reported:
            return static_cast<std::size_t>(Aspect::words);
        case FactKind::quantity:
        case FactKind::price:
            return static_cast<std::size_t>(Aspect::how_much);
        case FactKind::place:
        case FactKind::sensory:
        case FactKind::object:
            return static_cast<std::size_t>(Aspect::seen);
        case FactKind::action:
            return static_cast<std::size_t>(Aspect::done);
        default:
            return aspects;
    }
}

/// A question as read: what it is about, and what it asks to be told, the most wanted first.
struct Asked {
    comments::QuestionReading reading;
    bool is_story = false;  ///< it asks for the whole visit to be told
    std::vector<Aspect> wants;

    [[nodiscard]] bool wants_aspect(std::size_t aspect) const;
    /// Whether its label or, where the label tells nothing, its hint and topics speak of that theme.
    [[nodiscard]] bool is_about(std::uint32_t theme) const { return (about() & theme) != 0; }
    [[nodiscard]] std::uint32_t about() const {
        return reading.label_themes != 0 ? reading.label_themes : reading.themes;
    }
};

/// The readings of a questionnaire's questions, in its order.
using AskedQuestions = std::vector<Asked>;

/// Keeps the readings of the questionnaires seen last, since reports come by programme. Safe to use from several
/// threads.
class QuestionBook {
  public:
    /// `facts` must outlive the book.
    explicit QuestionBook(const comments::FactFinder& facts) : facts_(facts) {}

    [[nodiscard]] std::shared_ptr<const AskedQuestions> read(const Questionnaire& questionnaire) const;

  private:
    struct Entry {
        Questionnaire questionnaire;
        std::shared_ptr<const AskedQuestions> asked;
    };
    const comments::FactFinder& facts_;
    mutable std::mutex mutex_;
    mutable std::array<std::shared_ptr<const Entry>, 16> entries_;
    mutable std::size_t next_ = 0;
};

}  // namespace relis::content_detail

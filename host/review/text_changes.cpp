#include "text_changes.h"

#include <algorithm>

#include "code_points.h"
#include "review/text_difference.h"

namespace relis::review {

namespace {

/// A character of the edited text and where it comes from.
struct Character {
    char32_t character;
    enum class From { original, change, hand } from;
    std::size_t index;  ///< in the submitted text, or of the change
};

std::vector<Character> characters_of(const std::string& original, const std::vector<TextChange>& changes) {
    const std::u32string text = code_points(original);
    std::vector<Character> result;
    std::size_t at = 0;
    const auto copy_to = [&](std::size_t end) {
        for (; at < std::min(end, text.size()); ++at) result.push_back({text[at], Character::From::original, at});
    };
    for (std::size_t i = 0; i < changes.size(); ++i) {
        copy_to(changes[i].start);
        for (const char32_t c : code_points(changes[i].text)) result.push_back({c, Character::From::change, i});
        at = std::max(at, changes[i].end);
    }
    copy_to(text.size());
    return result;
}

bool overlap(const TextChange& change, std::size_t start, std::size_t end) {
    if (change.start == change.end) return change.start > start && change.start < end;
    return change.start < end && start < change.end;
}

}  // namespace

std::string changed_text(const std::string& original, const std::vector<TextChange>& changes) {
    std::u32string text;
    for (const Character& character : characters_of(original, changes)) text += character.character;
    return utf8(text);
}

std::optional<std::vector<TextChange>> with_change(std::vector<TextChange> changes, const TextChange& change) {
    std::erase_if(changes, [&](const TextChange& other) {
        return other.start == change.start && other.end == change.end && other.start != other.end;
    });
    if (std::any_of(changes.begin(), changes.end(),
                    [&](const TextChange& other) { return overlap(other, change.start, change.end); })) {
        return std::nullopt;
    }
    const auto place = std::find_if(changes.begin(), changes.end(), [&](const TextChange& other) {
        return other.start >= change.end && other.end > change.start;
    });
    changes.insert(place, change);
    return changes;
}

std::vector<TextChange> without_changes(std::vector<TextChange> changes, std::size_t start, std::size_t end) {
    std::erase_if(changes, [&](const TextChange& change) {
        return overlap(change, start, end) || (change.start == start && change.end == end);
    });
    return changes;
}

std::vector<TextChange> rewritten(const std::string& original, const std::vector<TextChange>& changes,
                                  const std::string& text, const TextChange& by_hand) {
    const std::vector<Character> before = characters_of(original, changes);
    std::vector<Character> after;
    std::size_t at = 0;
    for (const TextPart& part : compare_texts(changed_text(original, changes), text)) {
        const std::u32string characters = code_points(part.text);
        if (part.kind == TextPart::Kind::added) {
            for (const char32_t c : characters) after.push_back({c, Character::From::hand, 0});
            continue;
        }
        if (part.kind == TextPart::Kind::same) {
            after.insert(after.end(), before.begin() + static_cast<std::ptrdiff_t>(at),
                         before.begin() + static_cast<std::ptrdiff_t>(at + characters.size()));
        }
        at += characters.size();
    }

    // Whatever stands between two kept characters of the submitted text, in place of what stood between them there
    std::vector<TextChange> result;
    const std::u32string submitted = code_points(original);
    std::u32string written;
    std::size_t start = 0;
    const auto close = [&](std::size_t end) {
        if (submitted.compare(start, end - start, written) == 0) {
            written.clear();
            return;
        }
        std::vector<TextChange> known;
        std::string known_text;
        std::size_t reached = start;
        for (const TextChange& change : changes) {
            if (change.start != reached || change.end > end) continue;
            known.push_back(change);
            known_text += change.text;
            reached = change.end;
        }
        if (!known.empty() && reached == end && known_text == utf8(written)) {
            result.insert(result.end(), known.begin(), known.end());
        } else {
            TextChange change = by_hand;
            change.start = start;
            change.end = end;
            change.text = utf8(written);
            result.push_back(std::move(change));
        }
        written.clear();
    };
    for (const Character& character : after) {
        if (character.from != Character::From::original) {
            written += character.character;
            continue;
        }
        close(character.index);
        start = character.index + 1;
    }
    close(submitted.size());
    return result;
}

}  // namespace relis::review

#include "second_reading.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "language/utf8.h"

namespace relis::french {
namespace {

/// Faults that say how a word is read; the others (agreement, style) leave the rest of the sentence as it is.
bool changes_reading(const Fault& fault) {
    if (fault.suggestions.empty()) return false;
    if (fault.category == Category::spelling) return true;
    return fault.category == Category::grammar && fault.rule.starts_with("homophone-") && fault.suggestions.size() == 1;
}

/// What the grammar says, which depends on how the neighbours are read.
bool depends_on_reading(const Fault& fault) {
    return fault.category == Category::grammar || fault.category == Category::syntax;
}

bool overlaps(const Fault& fault, std::uint32_t start, std::uint32_t end) {
    return fault.start < end && start < fault.end;
}

/// The place in the text as submitted. REQUIRES: `place` lies inside no edit.
std::uint32_t original_place(const MendedSentence& sentence, std::uint32_t place) {
    std::uint32_t original = sentence.start + place;
    for (const Edit& edit : sentence.edits) {
        if (place <= edit.mended_start) break;
        original = edit.end + (place - edit.mended_end);
    }
    return original;
}

}  // namespace

std::vector<MendedSentence> mended_sentences(const language::Text& text, const std::vector<Fault>& faults) {
    std::vector<MendedSentence> result;
    auto fault = faults.begin();
    std::size_t byte = 0;
    std::uint32_t point = 0;
    const std::string_view source = text.source();
    const auto copy_until = [&](std::uint32_t end, std::string* copy) {
        const std::size_t first = byte;
        while (point < end && byte < source.size()) {
            language::decode(source, byte);
            ++point;
        }
        if (copy != nullptr) copy->append(source.substr(first, byte - first));
    };
    for (const language::Sentence& sentence : text.sentences()) {
        while (fault != faults.end() && fault->start < sentence.start) ++fault;
        const auto first = fault;
        while (fault != faults.end() && fault->start < sentence.end) ++fault;
        const bool judged = std::none_of(
            first, fault, [&](const Fault& f) { return f.category == Category::not_judged || f.end > sentence.end; });
        if (!judged || std::none_of(first, fault, changes_reading)) continue;
        MendedSentence mended{sentence.start, sentence.end, {}, {}};
        copy_until(sentence.start, nullptr);
        std::uint32_t length = 0;
        for (auto f = first; f != fault; ++f) {
            if (!changes_reading(*f) || f->start < point) continue;
            length += f->start - point;
            copy_until(f->start, &mended.text);
            const std::string& right = f->suggestions.front();
            const auto size = static_cast<std::uint32_t>(language::code_points(right));
            mended.edits.push_back({f->start, f->end, length, length + size});
            mended.text += right;
            length += size;
            copy_until(f->end, nullptr);
        }
        copy_until(sentence.end, &mended.text);
        result.push_back(std::move(mended));
    }
    return result;
}

void take_over(std::vector<Fault>& faults, const MendedSentence& sentence, std::vector<Fault> second) {
    const auto is_mended = [&](const Fault& fault) {
        return std::any_of(sentence.edits.begin(), sentence.edits.end(),
                           [&](const Edit& edit) { return edit.start == fault.start && edit.end == fault.end; });
    };
    std::erase_if(faults, [&](const Fault& fault) {
        return overlaps(fault, sentence.start, sentence.end) && depends_on_reading(fault) && !is_mended(fault);
    });
    std::erase_if(second, [&](Fault& fault) {
        if (!depends_on_reading(fault)) return true;
        const bool touches = std::any_of(sentence.edits.begin(), sentence.edits.end(), [&](const Edit& edit) {
            return overlaps(fault, edit.mended_start, edit.mended_end);
        });
        if (touches) return true;
        fault.start = original_place(sentence, fault.start);
        fault.end = original_place(sentence, fault.end);
        return std::any_of(faults.begin(), faults.end(),
                           [&](const Fault& kept) { return overlaps(kept, fault.start, fault.end); });
    });
    const auto middle = static_cast<std::ptrdiff_t>(faults.size());
    faults.insert(faults.end(), std::make_move_iterator(second.begin()), std::make_move_iterator(second.end()));
    std::inplace_merge(faults.begin(), faults.begin() + middle, faults.end(),
                       [](const Fault& a, const Fault& b) { return a.start < b.start; });
}

}  // namespace relis::french

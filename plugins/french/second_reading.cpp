#include "second_reading.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "cursor.h"
#include "language/text.h"

namespace relis::french {
namespace {

/// What the grammar says, which depends on how the neighbours are read.
bool depends_on_reading(const Fault& fault) {
    return fault.category == Category::grammar || fault.category == Category::syntax;
}

bool share_a_lemma(const language::Lexicon& lexicon, std::string_view a, std::string_view b) {
    const language::Analyses of_a = lexicon.lookup(language::lower(a));
    const language::Analyses of_b = lexicon.lookup(language::lower(b));
    return std::any_of(of_a.begin(), of_a.end(), [&](const language::Analysis& one) {
        return std::any_of(of_b.begin(), of_b.end(),
                           [&](const language::Analysis& other) { return one.lemma == other.lemma; });
    });
}

/// Faults that put one word for another. Those of agreement put a form for another of the same word and leave the rest
/// of the sentence as it is.
bool changes_reading(const language::Lexicon& lexicon, const Fault& fault, std::string_view words) {
    if (fault.suggestions.empty()) return false;
    if (fault.category == Category::spelling) return true;
    return depends_on_reading(fault) && fault.suggestions.size() == 1 &&
           !share_a_lemma(lexicon, words, fault.suggestions.front());
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

std::vector<MendedSentence> mended_sentences(const language::Lexicon& lexicon, const language::Text& text,
                                             const std::vector<Fault>& faults) {
    std::vector<MendedSentence> result;
    auto fault = faults.begin();
    Cursor cursor(text.source());
    for (const language::Sentence& sentence : text.sentences()) {
        while (fault != faults.end() && fault->start < sentence.start) ++fault;
        const auto first = fault;
        while (fault != faults.end() && fault->start < sentence.end) ++fault;
        const bool judged = std::none_of(
            first, fault, [&](const Fault& f) { return f.category == Category::not_judged || f.end > sentence.end; });
        if (first == fault || !judged) continue;
        MendedSentence mended{sentence.start, sentence.end, {}, {}};
        cursor.cut_until(sentence.start);
        std::uint32_t shift = 0;  // of a place in the mended sentence; wraps around where it is shorter
        for (auto f = first; f != fault; ++f) {
            if (f->start < cursor.place()) continue;
            mended.text += cursor.cut_until(f->start);
            const std::string_view words = cursor.cut_until(f->end);
            if (!changes_reading(lexicon, *f, words)) {
                mended.text += words;
                continue;
            }
            const std::string& right = f->suggestions.front();
            const std::uint32_t start = f->start - sentence.start + shift;
            const auto size = static_cast<std::uint32_t>(language::code_points(right));
            mended.edits.push_back({f->start, f->end, start, start + size});
            mended.text += right;
            shift += size - (f->end - f->start);
        }
        if (mended.edits.empty()) continue;
        mended.text += cursor.cut_until(sentence.end);
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
        return overlaps(fault, sentence.start, sentence.end) && depends_on_reading(fault) && !fault.of_rule_file &&
               !is_mended(fault);
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

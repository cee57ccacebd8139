#include "language/form_memory.h"

#include <algorithm>
#include <cstring>

namespace relis::language {
namespace {

template <class Number>
Number load(const char* bytes) {
    Number number = 0;
    std::memcpy(&number, bytes, sizeof number);
    return number;
}

/// The beginning and the end of the form, which may overlap, mixed with its size. REQUIRES: not empty.
std::uint64_t hash(std::string_view form) {
    const char* const first = form.data();
    const char* const end = first + form.size();
    std::uint64_t a = 0;
    std::uint64_t b = 0;
    if (form.size() >= 8) {
        a = load<std::uint64_t>(first);
        b = load<std::uint64_t>(end - 8);
    } else if (form.size() >= 4) {
        a = load<std::uint32_t>(first);
        b = load<std::uint32_t>(end - 4);
    } else {
        a = static_cast<unsigned char>(*first);
        b = static_cast<std::uint64_t>(static_cast<unsigned char>(first[form.size() / 2])) << 8U |
            static_cast<unsigned char>(end[-1]);
    }
    const std::uint64_t mixed = (a ^ form.size()) * 0x9E3779B97F4A7C15U ^ (b + 0x7F4A7C15U) * 0xC2B2AE3D27D4EB4FU;
    return mixed ^ mixed >> 29U;
}

}  // namespace

std::size_t FormMemory::place_of(std::string_view form) {
    return (hash(form) * 0x9E3779B97F4A7C15U >> 32U) % slot_count;
}

void FormMemory::fetch(std::string_view form) const {
    if (!form.empty() && form.size() <= longest) __builtin_prefetch(&slots_[place_of(form)]);
}

FormId FormMemory::find(std::string_view form) {
    if (form.empty() || form.size() > longest) return lexicon_.find(form).value_or(no_form_id);
    Slot& slot = slots_[place_of(form)];
    if (slot.size == form.size() && std::memcmp(slot.letters.data(), form.data(), form.size()) == 0) return slot.form;
    slot.form = lexicon_.find(form).value_or(no_form_id);
    slot.size = static_cast<std::uint8_t>(form.size());
    std::copy(form.begin(), form.end(), slot.letters.begin());
    return slot.form;
}

}  // namespace relis::language

#include "chunks.h"

namespace relis::grammar {

AgreementSet agreement_set(std::uint8_t genders, std::uint8_t numbers) {
    AgreementSet set = 0;
    if ((genders & gender::masculine) != 0) set = static_cast<AgreementSet>(set | (numbers & number::any));
    if ((genders & gender::feminine) != 0) set = static_cast<AgreementSet>(set | (numbers & number::any) << 2U);
    return set;
}

AgreementSet agreement(const Features& features) {
    return agreement_set(features.genders == 0 ? gender::any : features.genders,
                         features.numbers == 0 ? number::any : features.numbers);
}

AgreementSet agreement(const ReadText& text, std::size_t i, Parts parts) {
    AgreementSet set = 0;
    if (text[i].unknown) return any_agreement;
    for (const Analysis& reading : text.readings(i)) {
        const Features& f = reading.features;
        if (f.part == PartOfSpeech::noun && f.numbers == 0 && text[i].reading_count > 1) continue;  // a unit: seconde
        const bool wanted = f.part == PartOfSpeech::verb
                                ? is_past_participle(f) && (parts & part(PartOfSpeech::verb)) != 0
                                : (parts & part(f.part)) != 0;
        if (wanted) set = static_cast<AgreementSet>(set | agreement(f));
    }
    return set;
}

std::uint8_t genders_of(AgreementSet set) {
    return static_cast<std::uint8_t>(((set & 3U) != 0 ? gender::masculine : 0U) |
                                     ((set & 12U) != 0 ? gender::feminine : 0U));
}

std::uint8_t numbers_of(AgreementSet set) {
    return static_cast<std::uint8_t>((set | set >> 2U) & 3U);
}

}  // namespace relis::grammar

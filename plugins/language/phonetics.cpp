#include "phonetics.h"

#include <array>

#include "characters.h"

namespace relis::language {
namespace {

struct Sound {
    std::u32string_view letters;
    std::u32string_view key;
    std::u32string_view before = {};  ///< only before one of these letters; empty: anywhere
};

bool is_vowel(char32_t c) {
    return std::u32string_view(U"aeiouyàâäéèêëîïôöùûüœ").find(c) != std::u32string_view::npos;
}

// The longest first. Capitals stand for sounds of several letters: O (o), E (é, è), A (an), I (in), U (on), W (ou), S
// (ch).
constexpr std::array sounds{
    Sound{U"eaux", U"O"},
    Sound{U"eau", U"O"},
    Sound{U"aux", U"O"},
    Sound{U"au", U"O"},
    Sound{U"aient", U"E"},
    Sound{U"ain", U"I", U"bcdfghjklpqrstvwxz$"},
    Sound{U"aim", U"I", U"bp$"},
    Sound{U"ein", U"I", U"bcdfghjklpqrstvwxz$"},
    Sound{U"ait", U"E", U"$"},
    Sound{U"ais", U"E", U"$"},
    Sound{U"aî", U"E"},
    Sound{U"ai", U"E"},
    Sound{U"ei", U"E"},
    Sound{U"ez", U"E", U"$"},
    Sound{U"er", U"E", U"$"},
    Sound{U"et", U"E", U"$"},
    Sound{U"ou", U"W"},
    Sound{U"oû", U"W"},
    Sound{U"oi", U"wa"},
    Sound{U"eu", U"e"},
    Sound{U"œu", U"e"},
    Sound{U"an", U"A", U"bcdfgjklpqrstvwxz$"},
    Sound{U"am", U"A", U"bp"},
    Sound{U"en", U"A", U"bcdfgjklpqrstvwxz"},
    Sound{U"em", U"A", U"bp"},
    Sound{U"in", U"I", U"bcdfgjklpqrstvwxz$"},
    Sound{U"im", U"I", U"bp"},
    Sound{U"un", U"I", U"bcdfgjklpqrstvwxz$"},
    Sound{U"on", U"U", U"bcdfgjklpqrstvwxz$"},
    Sound{U"om", U"U", U"bp"},
    Sound{U"ph", U"f"},
    Sound{U"ch", U"S"},
    Sound{U"sch", U"S"},
    Sound{U"qu", U"k"},
    Sound{U"ck", U"k"},
    Sound{U"gn", U"N"},
    Sound{U"gu", U"g", U"eiéèêy"},
    Sound{U"ge", U"j", U"aou"},
    Sound{U"th", U"t"},
    Sound{U"sc", U"s", U"eiéèêy"},
    Sound{U"tion", U"sjU"},
    Sound{U"ill", U"ij"},
    Sound{U"cc", U"ks", U"eiéèê"},
    Sound{U"c", U"s", U"eiéèêy"},
    Sound{U"g", U"j", U"eiéèêy"},
    Sound{U"ç", U"s"},
    Sound{U"c", U"k"},
    Sound{U"q", U"k"},
    Sound{U"z", U"s"},
    Sound{U"x", U"ks"},
    Sound{U"y", U"i"},
    Sound{U"h", U""},
    Sound{U"w", U"v"},
    Sound{U"o", U"O"},
    Sound{U"ô", U"O"},
    Sound{U"é", U"E"},
    Sound{U"è", U"E"},
    Sound{U"ê", U"E"},
    Sound{U"ë", U"E"},
    Sound{U"œ", U"e"},
    Sound{U"-", U""},
    Sound{U"'", U""},
};

const Sound* sound_at(std::u32string_view word, std::size_t i) {
    const Sound* best = nullptr;
    for (const Sound& sound : sounds) {
        if (word.substr(i, sound.letters.size()) != sound.letters) continue;
        const std::size_t after = i + sound.letters.size();
        const char32_t next = after < word.size() ? word[after] : U'$';
        if (!sound.before.empty() && sound.before.find(next) == std::u32string_view::npos) continue;
        if (best == nullptr || sound.letters.size() > best->letters.size()) best = &sound;
    }
    return best;
}

}  // namespace

std::u32string sound_of(std::u32string_view word) {
    // Silent at the end: plural s and x, then e, or t, d, p. What is left out still tells how the letters before it
    // sound: service, vitrine.
    std::size_t end = word.size();
    if (end > 3 && (word[end - 1] == U's' || word[end - 1] == U'x')) word.remove_suffix(1);
    end = word.size();
    const bool silent = word.ends_with(U'e') || word.ends_with(U'd') || word.ends_with(U'p') ||
                        (word.ends_with(U't') && !word.ends_with(U"et"));  // guichet
    if (end > 3 && silent) --end;
    std::u32string key;
    const auto put = [&](char32_t c) {
        if (key.empty() || key.back() != c || is_vowel(c)) key.push_back(c);  // double consonants sound once
    };
    for (std::size_t i = 0; i < end;) {
        if (const Sound* sound = sound_at(word, i)) {
            for (const char32_t c : sound->key) put(c);
            i += sound->letters.size();
            continue;
        }
        put(base_letter(word[i]));
        ++i;
    }
    return key;
}

}  // namespace relis::language

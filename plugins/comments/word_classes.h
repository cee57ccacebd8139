// The classes that the word files give to words, and the files themselves as the build embeds them.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace relis::comments {

/// A set of word classes and, from bit `first_theme` on, of themes (files/themes, in the order of their names).
using Classes = std::uint64_t;

namespace word_class {

constexpr Classes bit(unsigned position) {
    return Classes{1} << position;
}
inline constexpr Classes person = bit(0);
inline constexpr Classes description = bit(1);
inline constexpr Classes place = bit(2);
inline constexpr Classes sensory = bit(3);
inline constexpr Classes sequence = bit(4);
inline constexpr Classes opinion = bit(5);
inline constexpr Classes abstract_noun = bit(6);
inline constexpr Classes weak_verb = bit(7);
inline constexpr Classes speech_verb = bit(8);
inline constexpr Classes number = bit(9);
inline constexpr Classes duration = bit(10);
inline constexpr Classes money = bit(11);
inline constexpr Classes subject = bit(12);
inline constexpr Classes auxiliary = bit(13);
inline constexpr Classes glue = bit(14);
inline constexpr Classes hour = bit(15);
inline constexpr Classes greeting = bit(16);
inline constexpr Classes name_cue = bit(17);
inline constexpr Classes measure = bit(18);
inline constexpr Classes not_verb = bit(19);
inline constexpr Classes soft = bit(20);
inline constexpr Classes name_of_road = bit(21);
inline constexpr Classes thing = bit(22);
inline constexpr Classes deed = bit(23);
inline constexpr Classes foreign = bit(25);
inline constexpr Classes opens_phrase = bit(27);  ///< a set phrase of files/phrases may begin with it
// What a little word asks of the next one (facts_order.cpp)
inline constexpr Classes determiner = bit(28);
inline constexpr Classes article = bit(29);
inline constexpr Classes preposition = bit(30);
inline constexpr Classes subject_pronoun = bit(31);
inline constexpr Classes clitic = bit(32);
inline constexpr Classes conjunction = bit(33);
inline constexpr Classes homophone = bit(34);  ///< careless people write it for another: it proves nothing
inline constexpr Classes etre = bit(35);
inline constexpr Classes loose_preposition = bit(36);
inline constexpr Classes loose_subject = bit(24);
inline constexpr Classes degree = bit(26);
inline constexpr unsigned first_theme = 37;

/// What a word file says of its words: how they are looked up.
enum class Lookup : std::uint8_t {
    any,    ///< by folded form, and by the lemmas of nouns, adjectives, adverbs and verbs
    nouns,  ///< by folded form, and by the lemmas of nouns and adjectives
    verbs,  ///< by the lemmas of verbs only
    form    ///< by folded form only
};

struct File {
    std::string_view name;
    Classes classes;
    Lookup lookup;
};

/// The files of files/words.
inline constexpr std::array files{
    File{"person", person, Lookup::nouns},
    File{"description", description, Lookup::nouns},
    File{"name_cue", name_cue, Lookup::any},
    File{"place", place, Lookup::nouns},
    File{"sensory", sensory, Lookup::any},
    File{"soft", soft, Lookup::any},
    File{"sequence", sequence, Lookup::form},
    File{"name_of_road", name_of_road, Lookup::nouns},
    File{"number", number, Lookup::form},
    File{"duration", duration, Lookup::form},
    File{"money", money, Lookup::form},
    File{"measure", measure, Lookup::form},
    File{"hour", hour, Lookup::form},
    File{"greeting", greeting, Lookup::form},
    File{"subject", subject, Lookup::form},
    File{"auxiliary", auxiliary, Lookup::form},
    File{"glue", glue, Lookup::form},
    File{"not_verb", not_verb, Lookup::form},
    File{"opinion", opinion, Lookup::any},
    File{"abstract", abstract_noun, Lookup::nouns},
    File{"concrete", thing, Lookup::nouns},
    File{"thing", thing, Lookup::nouns},
    File{"weak_verb", weak_verb, Lookup::verbs},
    File{"speech_verb", speech_verb, Lookup::verbs},
    File{"deed", deed, Lookup::verbs},
    File{"foreign", foreign, Lookup::form},
    File{"determiner", determiner, Lookup::form},
    File{"article", article, Lookup::form},
    File{"preposition", preposition, Lookup::form},
    File{"subject_pronoun", subject_pronoun, Lookup::form},
    File{"clitic", clitic, Lookup::form},
    File{"conjunction", conjunction, Lookup::form},
    File{"homophone", homophone, Lookup::form},
    File{"etre", etre, Lookup::form},
    File{"loose_preposition", loose_preposition, Lookup::form},
    File{"loose_subject", loose_subject, Lookup::form},
    File{"degree", degree, Lookup::form},
};

}  // namespace word_class

/// A file below files/, as the build embeds it: `words/person`, and its text with comments from `#` on.
struct WordFile {
    std::string_view name;
    std::string_view text;
};

/// All of them, sorted by name.
[[nodiscard]] std::span<const WordFile> word_files();

/// The text of one file without its comment lines. Throws std::logic_error where there is none of that name.
[[nodiscard]] std::string_view word_file(std::string_view name);

/// The words of every file whose classes meet `classes`, as written there.
[[nodiscard]] std::vector<std::string_view> listed_words(Classes classes);

}  // namespace relis::comments

// relis-compile-lexicon: the dictionary and our own lists in, one lexicon file out. Run by the build.
//
// usage: relis-compile-lexicon --affixes FILE --dictionary FILE --output FILE
//                              [--words FILE]... [--aspirated FILE] [--common FILE] [--spellings FILE]
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <exception>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <vector>

#include "affixes.h"
#include "language/lexicon.h"
#include "language/utf8.h"
#include "lexicon_builder.h"
#include "morphology.h"
#include "word_list.h"

namespace {

using namespace relis::dictionaries;
namespace form_flag = relis::language::form_flag;
using relis::language::to_utf8;

struct Options {
    std::filesystem::path affixes, dictionary, output, aspirated, common, spellings;
    std::vector<std::filesystem::path> words;
};

Options parse(int count, char** values) {
    Options options;
    for (int i = 1; i + 1 < count; i += 2) {
        const std::string name = values[i];
        const std::filesystem::path value = values[i + 1];
        if (name == "--affixes") {
            options.affixes = value;
        } else if (name == "--dictionary") {
            options.dictionary = value;
        } else if (name == "--output") {
            options.output = value;
        } else if (name == "--aspirated") {
            options.aspirated = value;
        } else if (name == "--common") {
            options.common = value;
        } else if (name == "--spellings") {
            options.spellings = value;
        } else if (name == "--words") {
            options.words.push_back(value);
        } else {
            throw std::runtime_error("unknown option " + name);
        }
    }
    if (options.affixes.empty() || options.dictionary.empty() || options.output.empty()) {
        throw std::runtime_error("--affixes, --dictionary and --output are needed");
    }
    return options;
}

/// FNV-1a, 64 bits, over the content of all files: what the lexicon's version is.
std::string hash_of(const std::vector<std::filesystem::path>& files) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const auto& file : files) {
        std::ifstream in(file, std::ios::binary);
        for (auto i = std::istreambuf_iterator<char>(in); i != std::istreambuf_iterator<char>(); ++i) {
            hash = (hash ^ static_cast<unsigned char>(*i)) * 0x100000001b3U;
        }
    }
    char text[17];
    std::snprintf(text, sizeof text, "%016llx", static_cast<unsigned long long>(hash));
    return text;
}

std::string key_of(const Entry& entry) {
    std::string key;
    for (const std::string& field : entry.fields) key += field + ' ';
    return key;
}

/// The genders of all forms of a noun; 0 for other words, which the dictionary has or has not.
std::uint8_t genders_of(const OwnWord& word) {
    std::uint8_t genders = 0;
    for (const Inflected& inflected : word.forms) {
        for (const auto& features : analyse(word.entry.fields, inflected.fields)) {
            if (features.is(relis::language::PartOfSpeech::noun)) genders |= features.genders;
        }
    }
    return genders;
}

/// Units stand twice in the dictionary's expansion, once without number: mètre, seconde.
bool is_repeated_without_number(const relis::language::Features& features, const Inflected& inflected,
                                const std::vector<Inflected>& forms) {
    const bool nominal = features.is(relis::language::PartOfSpeech::noun) && features.genders != 0;
    return nominal && features.numbers == 0 && std::any_of(forms.begin(), forms.end(), [&](const Inflected& other) {
               const auto has_number = [](const std::string& field) { return field == "is:sg" || field == "is:pl"; };
               return other.form == inflected.form && std::any_of(other.fields.begin(), other.fields.end(), has_number);
           });
}

void add_forms(LexiconBuilder& builder, const Entry& entry, const std::vector<Inflected>& forms, std::uint8_t flags) {
    const std::string_view stem = stem_of(entry.fields);
    const std::string lemma = stem.empty() ? to_utf8(entry.word) : std::string(stem);
    std::uint32_t number = 0;
    bool registered = false;
    for (const Inflected& inflected : forms) {
        if (inflected.form.find(U' ') != std::u32string::npos) continue;
        for (const auto& features : analyse(entry.fields, inflected.fields)) {
            if (is_repeated_without_number(features, inflected, forms)) continue;
            if (!registered) number = builder.add_lemma(lemma, key_of(entry));
            registered = true;
            builder.add(inflected.form, number, features, flags);
        }
    }
}

void compile(const Options& options) {
    const Affixes affixes(options.affixes);
    const std::vector<Entry> dictionary = read_dictionary(options.dictionary);
    LexiconBuilder builder;
    for (const Entry& entry : dictionary) {
        std::uint8_t flags = 0;
        if (entry.has_flag(affixes.keep_case())) flags |= form_flag::unit;
        if (entry.has_flag(affixes.no_suggest())) flags |= form_flag::no_suggest;
        add_forms(builder, entry, affixes.inflect(entry), flags);
    }
    builder.close_dictionary();
    const VerbModels models = verb_models(dictionary);
    std::vector<std::filesystem::path> sources{options.affixes, options.dictionary};
    for (const auto& file : options.words) {
        sources.push_back(file);
        for (const OwnWord& word : read_word_list(file, affixes, models)) {
            // What the dictionary has since learnt needs no second entry.
            const auto features = analyse(word.entry.fields, {});
            const std::string lemma = to_utf8(word.entry.word);
            if (!word.completes_dictionary && builder.has_lemma(lemma, features.front().part, genders_of(word)))
                continue;
            add_forms(builder, word.entry, word.forms, word.completes_dictionary ? std::uint8_t{0} : form_flag::own);
        }
    }
    if (!options.aspirated.empty()) {
        sources.push_back(options.aspirated);
        for (const std::string& word : read_plain_list(options.aspirated)) {
            const bool beginning = word.ends_with('*');
            const bool found =
                beginning ? builder.flag_lemmas_beginning(word.substr(0, word.size() - 1), form_flag::aspirated)
                          : builder.flag_lemma(word, form_flag::aspirated, false);
            if (!found) std::cerr << options.aspirated.string() << ": not in the lexicon: " << word << '\n';
        }
    }
    if (!options.common.empty()) {
        sources.push_back(options.common);
        for (const std::string& word : read_plain_list(options.common)) {
            if (!builder.flag_lemma(word, form_flag::common, true)) {
                std::cerr << options.common.string() << ": not in the lexicon: " << word << '\n';
            }
        }
    }
    if (!options.spellings.empty()) {
        sources.push_back(options.spellings);
        builder.pair_spellings(read_pairs(options.spellings));
    }
    builder.write(options.output, hash_of(sources));
    std::cout << options.output.string() << ": " << builder.form_count() << " forms of " << builder.lemma_count()
              << " entries\n";
}

}  // namespace

int main(int count, char** values) {
    try {
        compile(parse(count, values));
        return 0;
    } catch (const std::exception& error) {
        std::cerr << "relis-compile-lexicon: " << error.what() << '\n';
        return 1;
    }
}

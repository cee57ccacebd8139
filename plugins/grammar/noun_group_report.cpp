// What a noun group reports: the member to change, or all words that disagree where the noun may be the wrong one.
#include <algorithm>

#include "determiner_forms.h"
#include "noun_group.h"
#include "subject.h"

namespace relis::grammar {
namespace {

using enum PartOfSpeech;

/// beau table, but bel homme: of two forms with the same gender and number the one that fits the next word.
std::string before_vowel_or_not(const std::vector<std::string>& forms, const ReadText& text, std::size_t next) {
    if (forms.size() < 2) return forms.front();
    const bool vowel = next < text.size() && begins_with_vowel(text, next) && text.can(next, part(noun));
    for (const std::string& form : forms) {
        const bool before_vowel =
            form == "bel" || form == "nouvel" || form == "vieil" || form == "fol" || form == "mol";
        const bool plain = form == "beau" || form == "nouveau" || form == "vieux" || form == "fou" || form == "mou";
        if ((before_vowel && vowel) || (plain && !vowel)) return form;
    }
    return forms.front();
}

}  // namespace

/// A group of the sentence before this one asks for the forms of the member.
bool NounGroupRule::agrees_with_earlier(const Member& member) const {
    const Chunks& chunks = checker_.chunks();
    // ils ont une équipe jeune et motivé: what the form is, not what joined adjectives of one plural noun may be
    const AgreementSet own = agreement(text_, member.token, part(adjective) | part(verb));
    for (std::size_t k = k_, steps = 0; k > 0 && steps < 16; ++steps) {
        --k;
        if (!same_sentence(text_, chunks[k].first, chunk_.first)) break;
        const bool group = chunks[k].kind == ChunkKind::noun_group || chunks[k].kind == ChunkKind::pronoun;
        if (group && (own & agreement_set(chunks[k].genders, chunks[k].numbers)) != 0) return true;
    }
    return false;
}

/// la jupe et la veste assorties: what an adjective after both may have, or 0 when no two groups are joined here.
AgreementSet NounGroupRule::joined_nouns() const {
    const Chunks& chunks = checker_.chunks();
    if (k_ < 2 || !chunk_.determined || !text_.is_any(chunks[k_ - 1].first, {word("et")})) return 0;
    const Chunk& other = chunks[k_ - 2];
    if (other.kind != ChunkKind::noun_group || !other.determined || other.uncertain || other.faulty) return 0;
    if (!same_sentence(text_, other.first, chunk_.first) ||
        text_.is_any(other.first, {word("au"), word("du"), word("aux")}))
        return 0;
    // une photo de mon frère et ma sœur, ravis: the first may be a complement
    if (k_ > 2 && same_sentence(text_, chunks[k_ - 3].first, chunk_.first)) {
        const ChunkKind outer = chunks[k_ - 3].kind;
        if (outer != ChunkKind::strong && outer != ChunkKind::verb && outer != ChunkKind::subordinator &&
            outer != ChunkKind::infinitive && outer != ChunkKind::participle) {
            return 0;
        }
        if (outer == ChunkKind::verb && is_form_of(text_, chunks[k_ - 3].head, lemma_class::etre | lemma_class::avoir))
            return 0;
    }
    const std::uint8_t genders =
        chunk_.genders == gender::masculine || other.genders == gender::masculine ? gender::masculine
        : chunk_.genders == gender::feminine && other.genders == gender::feminine ? gender::feminine
                                                                                  : gender::any;
    return agreement_set(genders, number::plural);
}

/// An adjective after the noun may belong to a noun before: un verre d'eau plein, une jupe et un pull noirs.
bool NounGroupRule::may_attach_elsewhere(const Member& member) const {
    if (!member.after_head) return false;
    const Chunks& chunks = checker_.chunks();
    // un coureur d'une tête plus petit que moi
    if (k_ > 0 && chunks[k_ - 1].kind == ChunkKind::preposition &&
        text_.is_any(member.token - 1, {word("plus"), word("moins")}))
        return true;
    if (member.joined_after && agrees_with_earlier(member)) return true;
    // est en ce sens utile, ont avec constance démontré: the verb before the complement is meant
    std::size_t verb = k_;
    bool participle_between = false;
    bool passive = false;  // a participle with its agent stands between
    for (int steps = 0; steps < 5 && verb > 0 && same_sentence(text_, chunks[verb - 1].first, chunk_.first); ++steps) {
        --verb;
        const ChunkKind kind = chunks[verb].kind;
        if (kind == ChunkKind::verb) {
            if (k_ > 0 && verb + 1 == k_ && chunk_.determined && !is_preposition_group()) break;
            const bool there_is = text_.is(chunks[verb].head - 1U, word("y"));  // il y a plein de verres cassés
            const bool auxiliary = !participle_between && !there_is &&
                                   is_form_of(text_, chunks[verb].head, lemma_class::avoir) &&
                                   can_be_participle(text_, member.token);
            if (auxiliary) return true;
            if (!is_form_of(text_, chunks[verb].head, lemma_class::copula)) break;
            // étais surpris par la qualité des matelas proposés: what a passive says is complete
            if (passive) break;
            const Subject subject = find_subject(text_, chunks, verb);
            if (!subject.found || (member.set & subject.agreement) != 0) return true;
            break;
        }
        if (kind != ChunkKind::noun_group && kind != ChunkKind::preposition && kind != ChunkKind::adverb &&
            kind != ChunkKind::participle)
            break;
        participle_between = participle_between || kind == ChunkKind::participle;
        passive =
            passive || (kind == ChunkKind::participle && only_qualifier(text_, chunks[verb].head) &&
                        can_be_participle(text_, chunks[verb].head) && text_.is(chunks[verb].last + 1U, word("par")) &&
                        (text_.classes(chunks[verb].head, part(PartOfSpeech::verb)) &
                         (lemma_class::etre_perfect | lemma_class::copula)) == 0);
    }
    std::size_t k = k_;
    for (int steps = 0; steps < 4 && k >= 1; ++steps) {
        const bool contracted = text_.is_any(chunks[k].first, {word("du"), word("des"), word("au"), word("aux")});
        std::size_t before = k - 1;
        bool coordinated = false;
        if (chunks[before].kind == ChunkKind::preposition) {
            if (before == 0) return false;
            const bool usual =
                text_.is_any(chunks[before].first, {word("de"), word("d'"), word("à"), word("en"), word("sans")});
            const bool after_copula = before > 0 && chunks[before - 1].kind == ChunkKind::participle;
            if (!usual && !after_copula && (steps > 0 || chunk_.determined || !bare())) return false;
            --before;
            // (C) de révision donné: a parenthesis hides what stands before
            if (chunks[before].kind == ChunkKind::strong && text_.is(chunks[before].first, word(")"))) return true;
        } else if (chunks[before].kind == ChunkKind::coordination || chunks[before].kind == ChunkKind::comma) {
            if (before == 0) return false;
            coordinated = true;
            --before;
        } else if (!contracted) {
            return false;
        }
        if (coordinated && steps == 0) {
            // le pain froid et la bière éventée: one thing, so the nearest
            if (chunk_.determined && (numbers_of(member.set) & number::plural) == 0 &&
                chunks[before].kind == ChunkKind::noun_group && chunks[before].determined)
                return false;
            if (const AgreementSet together = joined_nouns(); together != 0) return (member.set & together) != 0;
        }
        if (chunks[before].kind == ChunkKind::coordination && (numbers_of(member.set) & number::plural) != 0)
            return true;
        // devenus dans ce cas inutiles
        if (chunks[before].kind == ChunkKind::participle && is_form_of(text_, chunks[before].head, lemma_class::copula))
            return true;
        if (chunks[before].kind == ChunkKind::comma && !coordinated &&
            text_.is_any(chunk_.first - 1U, {word("de"), word("d'")}) && agrees_with_earlier(member))
            return true;
        if (chunks[before].kind != ChunkKind::noun_group)
            return coordinated && chunks[before].kind != ChunkKind::verb && steps > 0;
        if (coordinated && (numbers_of(member.set) & number::plural) != 0) return true;
        if ((member.set & agreement_set(chunks[before].genders, chunks[before].numbers)) != 0 && !coordinated)
            return true;
        k = before;
    }
    return false;
}

std::string NounGroupRule::other_gender_noun(std::uint8_t genders, std::uint8_t numbers, bool common) const {
    const language::Lexicon& lexicon = text_.reader().lexicon();
    const auto is_noun = [&](std::string_view form) {
        const auto id = lexicon.find(form);
        if (!id || (common && (lexicon.flags(*id) & language::form_flag::common) == 0)) return false;
        for (const Analysis& analysis : lexicon.analyses(*id)) {
            const Features& f = analysis.features;
            if (f.part == noun && f.genders == genders && (f.numbers & numbers) != 0 &&
                (f.roles & role::part_of_phrase) == 0) {
                return true;
            }
        }
        return false;
    };
    const Wanted wanted{0, 0, genders, numbers, true};
    for (const Analysis& reading : text_.readings(chunk_.head)) {
        if (reading.features.part != noun && reading.features.part != adjective) continue;
        for (std::string& form : forms(lexicon, reading.lemma, wanted, text_.lower(chunk_.head))) {
            if (is_noun(form)) return std::move(form);
        }
    }
    // parti and partie, mort and morte are two entries
    if (numbers == number::plural || genders != gender::feminine) return {};
    std::string built(text_.lower(chunk_.head));
    built += 'e';
    return is_noun(built) ? built : std::string();
}

/// The feminine of the noun is a form of the same entry, or ends in -ée, -ie, -ue.
bool NounGroupRule::names_person_in(std::uint8_t genders) const {
    const std::string other =
        other_gender_noun(genders, target_number_ == number::plural ? number::plural : number::singular, false);
    if (other.empty()) return false;
    if (other != std::string(text_.lower(chunk_.head)) + "e") return true;
    const std::string_view form = text_.lower(chunk_.head);
    return form.ends_with("é") || form.ends_with("i") || form.ends_with("u");
}

/// The words [first, last] with every member made to agree; empty when a form does not exist.
std::string NounGroupRule::version(std::size_t first, std::size_t last, std::uint8_t genders,
                                   std::uint8_t numbers) const {
    std::vector<std::string> words;
    for (std::size_t i = first; i <= last; ++i) words.push_back(checker_.original(i, i));
    const AgreementSet wanted = agreement_set(genders, numbers);
    for (const Member& member : members_) {
        if (member.token < first || member.token > last || (member.set & wanted) != 0) continue;
        std::string& own = words[member.token - first];
        if (member.is_determiner) {
            own = determiner_for(text_[member.token].id, genders, numbers, text_, member.token + 1);
        } else {
            if (member.is_head && genders != target_gender_ && numbers == target_number_) {
                own = other_gender_noun(genders, numbers, false);
                if (own.empty()) return {};
                continue;
            }
            const std::vector<std::string> forms = checker_.inflected(member.token, genders, numbers);
            own = forms.empty() ? std::string() : before_vowel_or_not(forms, text_, member.token + 1);
        }
        if (own.empty()) return {};
    }
    std::string result;
    for (std::size_t i = first; i <= last; ++i) {
        const std::string& own = words[i - first];
        const bool elided = result.ends_with('\'') || result.ends_with("’");
        if (i > first && !elided && (text_.token(i).space_before || i == first + 1U)) result.push_back(' ');
        result += own;
    }
    return result;
}

/// Where the noun itself may be the wrong word (mon chienne, à grande enjambées), all that disagrees is one fault.
bool NounGroupRule::report_together(AgreementSet target) {
    std::size_t first = chunk_.head;
    std::size_t last = chunk_.head;
    int off = 0;
    bool gender_fault = false;
    bool number_fault = false;
    bool confirmed = false;  // a determiner says the noun's gender
    for (const Member& member : members_) {
        if ((member.set & target) != 0) {
            confirmed = confirmed || (member.is_determiner && genders_of(member.set) == target_gender_);
            continue;
        }
        if (may_attach_elsewhere(member)) return false;
        ++off;
        if ((numbers_of(member.set) & target_number_) == 0) {
            number_fault = true;
        } else {
            gender_fault = true;
        }
        first = std::min(first, member.token);
        last = std::max(last, member.token);
    }
    bool coordinated = false;
    for (std::size_t i = chunk_.first; i < chunk_.head; ++i) coordinated = coordinated || text_.is(i, word("et"));
    if (last > chunk_.head && joined_nouns() != 0) return false;
    if (off == 0 || (number_fault && !bare() && !(coordinated && off > 1)) || (!gender_fault && !bare())) return false;
    if (last > chunk_.head && confirmed) return false;
    const auto other = static_cast<std::uint8_t>(gender::any ^ target_gender_);
    const bool head_changes = target_gender_ != gender::any && !other_gender_noun(other, target_number_, false).empty();
    if (off > 1 && !head_changes && !bare() && !coordinated) return false;
    std::vector<std::string> suggestions;
    const auto add = [&](std::string form) {
        if (!form.empty() && std::find(suggestions.begin(), suggestions.end(), form) == suggestions.end())
            suggestions.push_back(std::move(form));
    };
    const auto single = [](std::uint8_t set) { return set == 3 ? std::uint8_t{1} : set; };
    // la caissier, une employé: the article was meant, the noun lacks its ending
    const bool noun_lacks_ending =
        !number_fault && head_changes && members_.list[0].is_determiner &&
        genders_of(members_.list[0].set) == gender::feminine && target_gender_ == gender::masculine &&
        text_.is_any(members_.list[0].token, {word("une"), word("la"), word("ma"), word("ta"), word("sa")}) &&
        names_person_in(gender::feminine);
    if (noun_lacks_ending) add(version(first, last, other, single(target_number_)));
    add(version(first, last, single(target_gender_), single(target_number_)));
    if (number_fault) {
        add(version(first, last, single(target_gender_), static_cast<std::uint8_t>(number::any ^ target_number_)));
    } else if (head_changes) {
        add(version(first, last, other, single(target_number_)));
    }
    if (suggestions.empty() && checker_.wants_suggestions()) return false;
    checker_.report(
        number_fault ? "noun-group-number" : "noun-group-gender", first, last,
        "Les mots de " + checker_.quoted(first, last) + " s'accordent en " + (number_fault ? "nombre." : "genre."),
        std::move(suggestions));
    return true;
}

/// la débloqué, sa manque, ces correct: no noun group at all, but l'a débloqué, ça manque, c'est correct.
bool NounGroupRule::report_verb_meant() {
    const std::size_t i = chunk_.first;
    const std::size_t next = i + 1U;
    if (chunk_.head != next || !members_.list[0].is_determiner || text_[next].unknown || text_[next].capital)
        return false;
    const bool noun_head = text_.can(next, noun);
    const AgreementSet own = agreement(text_, next, part(noun) | part(adjective) | part(verb));
    if ((genders_of(own) & gender::masculine) == 0) return false;
    // à la sorti: the noun sortie is meant
    const bool feminine_noun = !other_gender_noun(gender::feminine, number::singular, false).empty();
    const bool participle = can_be_participle(text_, next) && !noun_head && !feminine_noun && !is_preposition_group();
    const auto replace = [&](std::string_view rule, std::string_view words, std::string_view meaning) {
        std::vector<std::string> suggestions;
        suggestions.emplace_back(words);
        checker_.report(rule, i, i,
                        "Devant " + checker_.quoted(next) + ", il faut sans doute « " + std::string(words) + " » (" +
                            std::string(meaning) + ").",
                        std::move(suggestions));
        return true;
    };
    if (participle && text_.is(i, word("la"))) return replace("homophone-l-a", "l'a", "le pronom et le verbe avoir");
    if (participle && text_.is(i, word("ma"))) return replace("homophone-ma", "m'a", "le pronom et le verbe avoir");
    if (text_.is(i, word("sa")) && (participle || text_.lower(next) == "été"))
        return replace("homophone-sa", "ça a", "le pronom et le verbe avoir");
    if (text_.is(i, word("sa")) && noun_head && genders_of(own) == gender::masculine) {
        for (const Analysis& reading : text_.all_analyses(next)) {
            const Features& f = reading.features;
            if (is_finite(f) && (f.persons & person::third_singular) != 0)
                return replace("homophone-sa", "ça", "ce pronom est le sujet du verbe");
        }
    }
    const bool singular = (numbers_of(own) & number::plural) == 0;
    if (text_.is_any(i, {word("ces"), word("ses")}) && !noun_head && singular && chunk_.last == chunk_.head)
        return replace(text_.is(i, word("ces")) ? "homophone-ces" : "homophone-ses", "c'est", "le verbe être");
    return false;
}

/// Either may be meant: leur client, leurs clients.
void NounGroupRule::report_pair(std::size_t determiner_token, std::uint8_t genders, std::uint8_t numbers,
                                std::string_view rule) {
    std::vector<std::string> suggestions;
    for (const std::uint8_t wanted : {numbers, static_cast<std::uint8_t>(number::any ^ numbers)}) {
        std::string words = version(determiner_token, chunk_.head, genders, wanted);
        if (!words.empty()) suggestions.push_back(std::move(words));
    }
    checker_.report(
        rule, determiner_token, chunk_.head,
        "Le déterminant et le nom s'accordent en nombre : " + checker_.quoted(determiner_token, chunk_.head) + ".",
        std::move(suggestions));
}

void NounGroupRule::report(const Member& member) {
    if (may_attach_elsewhere(member)) return;
    const std::uint8_t own_numbers = numbers_of(member.set);
    const bool number_fault = (own_numbers & target_number_) == 0;
    const std::string_view rule = number_fault ? "noun-group-number" : "noun-group-gender";
    std::vector<std::string> suggestions;
    const Member& leader = members_.list[0];
    if (member.is_head && number_fault && leader.is_determiner &&
        text_.is_any(leader.token, {word("leur"), word("leurs"), word("tout"), word("toute")})) {
        report_pair(leader.token, genders_of(member.set) == gender::feminine ? gender::feminine : gender::masculine,
                    target_number_ == number::plural ? number::plural : number::singular, rule);
        return;
    }
    if (member.is_determiner) {
        const std::uint8_t g = (target_gender_ & gender::masculine) != 0 ? gender::masculine : gender::feminine;
        const std::uint8_t n = target_number_ == number::plural ? number::plural : number::singular;
        std::string form = determiner_for(text_[member.token].id, g, n, text_, member.token + 1);
        if (text_.is_any(member.token, {word("leur"), word("leurs"), word("tout"), word("toute"), word("quelque")}) &&
            number_fault) {
            report_pair(member.token, g, n, rule);
            return;
        }
        if (form.empty() && number_fault && text_.lower(member.token).starts_with("aucun"))
            form = g == gender::masculine ? "aucun" : "aucune";
        if (form.empty() && number_fault && n == number::plural &&
            text_.is_any(member.token, {word("certain"), word("certaine")}))
            form = g == gender::masculine ? "certains" : "certaines";
        if (!form.empty()) suggestions.push_back(std::move(form));
    } else {
        const AgreementSet together = member.after_head ? joined_nouns() : AgreementSet{0};
        if (together != 0 && (own_numbers & number::plural) != 0) {
            suggestions = checker_.inflected(member.token, genders_of(together), number::plural);
        }
        for (std::string& form : checker_.inflected(member.token, target_gender_, target_number_)) {
            suggestions.push_back(std::move(form));
        }
    }
    // plurale tantum, symbol, foreign noun, Roman numeral
    if (suggestions.empty() && checker_.wants_suggestions()) return;
    const std::string what = number_fault ? (target_number_ == number::plural ? "au pluriel" : "au singulier")
                                          : (target_gender_ == gender::feminine ? "au féminin" : "au masculin");
    std::string message = "Accord dans le groupe " + checker_.quoted(chunk_.first, chunk_.last) + " : mettez " +
                          checker_.quoted(member.token) + " " + what + ".";
    checker_.report(rule, member.token, member.token, std::move(message), std::move(suggestions));
}

}  // namespace relis::grammar

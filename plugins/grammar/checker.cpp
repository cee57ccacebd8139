#include "checker.h"

#include <algorithm>

namespace relis::grammar {
namespace {

void add_new(std::vector<std::string>& list, std::string form) {
    if (std::find(list.begin(), list.end(), form) == list.end()) list.push_back(std::move(form));
}

}  // namespace

Checker::Checker(const ReadText& text, const Options& options)
    : text_(text), options_(options), chunks_(text), marked_(text.size(), 0) {
    closed_words_.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i].id != no_word) closed_words_.push_back(static_cast<std::uint32_t>(i));
        tenses_ |= text.tenses(i);
    }
}

void Checker::report(std::string_view rule, std::size_t first, std::size_t last, std::string message,
                     std::vector<std::string> suggestions) {
    if (last >= marked_.size() || first > last) return;
    for (std::size_t i = first; i <= last; ++i) {
        if (marked_[i] != 0) return;
    }
    if (std::find(options_.disabled.begin(), options_.disabled.end(), rule) != options_.disabled.end()) return;
    for (std::size_t i = first; i <= last; ++i) marked_[i] = 1;
    Fault fault;
    fault.start = text_.token(first).start;
    fault.end = text_.token(last).end;
    fault.rule = rule;
    for (const RuleInfo& info : rules()) {
        if (info.id == rule) fault.category = info.category;
    }
    fault.message = std::move(message);
    if (options_.suggestions) {
        const std::string_view form = text_.token(first).form;
        for (std::string& suggestion : suggestions) suggestion = in_case_of(form, std::move(suggestion));
        fault.suggestions = std::move(suggestions);
    }
    faults_.push_back(std::move(fault));
}

void Checker::leave_alone(std::size_t first, std::size_t last) {
    for (std::size_t i = first; i <= last && i < marked_.size(); ++i) marked_[i] = 1;
}

std::vector<Fault> Checker::take_faults() {
    std::sort(faults_.begin(), faults_.end(), [](const Fault& a, const Fault& b) { return a.start < b.start; });
    return std::move(faults_);
}

std::string Checker::original(std::size_t first, std::size_t last) const {
    std::string result;
    for (std::size_t i = first; i <= last; ++i) {
        if (i > first && text_.token(i).space_before) result.push_back(' ');
        result += text_.token(i).form;
    }
    return result;
}

std::string Checker::quoted(std::size_t first, std::size_t last) const {
    return "« " + original(first, last) + " »";
}

std::vector<std::string> Checker::forms(LemmaId lemma, const Wanted& wanted, std::string_view like) const {
    if (!options_.suggestions) return {};
    return grammar::forms(text_.reader().lexicon(), lemma, wanted, like);
}

std::vector<std::string> Checker::inflected(std::size_t i, std::uint8_t genders, std::uint8_t numbers) const {
    std::vector<std::string> result;
    if (text_[i].unknown) return result;
    // one gender and number at a time, those of the token first, so that the smallest change leads
    const AgreementSet own = agreement(text_, i, nominal_parts | part(PartOfSpeech::verb));
    const auto add_forms = [&](std::uint8_t g, std::uint8_t n) {
        for (const Analysis& reading : text_.readings(i)) {
            const Features& f = reading.features;
            const bool participle = is_past_participle(f);
            if (!participle && f.part != PartOfSpeech::noun && f.part != PartOfSpeech::adjective) continue;
            const Wanted wanted{participle ? tense::past_participle : std::uint16_t{0}, 0, g, n, !participle};
            for (std::string& form : forms(reading.lemma, wanted, text_.lower(i))) add_new(result, std::move(form));
        }
    };
    const std::uint8_t own_gender = genders_of(own);
    for (const std::uint8_t g : {gender::masculine, gender::feminine}) {
        for (const std::uint8_t n : {number::singular, number::plural}) {
            if ((genders & g) != 0 && (numbers & n) != 0 && (own_gender & g) != 0) add_forms(g, n);
        }
    }
    for (const std::uint8_t g : {gender::masculine, gender::feminine}) {
        for (const std::uint8_t n : {number::singular, number::plural}) {
            if ((genders & g) != 0 && (numbers & n) != 0 && (own_gender & g) == 0) add_forms(g, n);
        }
    }
    // bel, vieil, fol stand before a noun only
    std::stable_partition(result.begin(), result.end(), [](const std::string& form) {
        return form != "bel" && form != "nouvel" && form != "vieil" && form != "fol" && form != "mol";
    });
    return result;
}

std::vector<std::string> Checker::participles(std::size_t i, std::uint8_t genders, std::uint8_t numbers) const {
    std::vector<std::string> result;
    for (const std::uint8_t g : {gender::masculine, gender::feminine}) {
        for (const std::uint8_t n : {number::singular, number::plural}) {
            if ((genders & g) == 0 || (numbers & n) == 0) continue;
            for (const Analysis& reading : text_.readings(i)) {
                if (reading.features.part != PartOfSpeech::verb || text_[i].unknown) continue;
                const Wanted wanted{tense::past_participle, 0, g, n, false};
                for (std::string& form : forms(reading.lemma, wanted, text_.lower(i))) add_new(result, std::move(form));
            }
        }
    }
    return result;
}

std::vector<std::string> Checker::infinitives(std::size_t i) const {
    std::vector<std::string> result;
    for (const Analysis& reading : text_.readings(i)) {
        if (reading.features.part != PartOfSpeech::verb || text_[i].unknown) continue;
        add_new(result, std::string(text_.reader().lexicon().lemma(reading.lemma)));
    }
    return result;
}

std::vector<std::string> Checker::conjugated(std::size_t i, std::uint8_t person, std::uint16_t tenses) const {
    std::vector<std::string> result;
    // étais is être before it is étayer
    constexpr std::uint32_t auxiliaries = lemma_class::etre | lemma_class::avoir;
    const bool auxiliary = (text_.classes(i, part(PartOfSpeech::verb)) & auxiliaries) != 0;
    // traite is a form of traiter before it is a participle of traire
    const bool finite = tenses == 0 && can_be_finite(text_, i);
    for (const Analysis& reading : text_.readings(i)) {
        const Features& f = reading.features;
        if (f.part != PartOfSpeech::verb || text_[i].unknown) continue;
        if (auxiliary && (text_.reader().classes(reading.lemma) & auxiliaries) == 0) continue;
        if (finite && (f.tenses & tense::personal) == 0) continue;
        std::uint16_t wanted_tenses = tenses;
        if (wanted_tenses == 0) wanted_tenses = f.tenses & tense::personal;
        if (wanted_tenses == 0) wanted_tenses = tense::present;
        // the indicative first where the form is also a subjunctive
        for (const std::uint16_t t : {tense::present, tense::imperfect, tense::future, tense::conditional,
                                      tense::past_historic, tense::subjunctive_present, tense::subjunctive_imperfect}) {
            if ((wanted_tenses & t) == 0) continue;
            for (std::string& form : forms(reading.lemma, {t, person, 0, 0, false}, text_.lower(i))) {
                add_new(result, std::move(form));
            }
        }
    }
    return result;
}

}  // namespace relis::grammar

#include "timeline.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "quantities.h"
#include "times.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::TokenKind;

namespace {

constexpr int half_day = 12 * 60;
constexpr int latest = 45;    // minutes: after that it was no first contact
constexpr int longest = 180;  // minutes: what is further apart is of something else

bool is_number(const Question& question) {
    return question.type == QuestionType::integer || question.type == QuestionType::decimal;
}

/// Whether minutes are asked for that passed, and not ones that were promised.
bool asks_minutes(const GivenAnswer& one) {
    return is_number(*one.question) && one.read->label.holds_any({"minute"}) &&
           !one.read->label.holds_any({"promis", "annonc", "prevu", "estim", "affich"});
}

int of_day(const Moment& moment) {
    const auto local = moment.local();
    return static_cast<int>(
        std::chrono::duration_cast<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local)).count());
}

std::string spelt(int minutes) {
    const std::string minute = std::to_string(minutes % 60);
    return std::to_string(minutes / 60) + " h " + (minute.size() < 2 ? "0" : "") + minute;
}

struct ToldHour {
    const ReadBox* box;
    std::size_t token;
    int minutes;  ///< of the day
};

class Pass {
  public:
    Pass(const std::vector<GivenAnswer>& answers, std::optional<int> arrival, const std::vector<ReadBox>& boxes,
         std::vector<Finding>& findings)
        : answers_(answers), arrival_(arrival), findings_(findings) {
        for (const ReadBox& box : boxes) read_hours(box);
    }

    void run() {
        if (told_.empty()) return;
        for (std::size_t i = 0; i < answers_.size(); ++i) {
            const GivenAnswer& one = answers_[i];
            if (is_found(*one.question)) continue;
            if (one.question->type == QuestionType::select_one) limit(one);
            if (asks_minutes(one) && !asks_whole(one.read->label)) {
                const auto value = number_of(*one.answer->value);
                if (value && !between_two(one, *value)) since_beginning(i, *value);
            }
        }
    }

  private:
    void read_hours(const ReadBox& box) {
        const Comment& comment = box.box->comment;
        for (std::size_t i = 0; i < comment.tokens().size(); ++i) {
            if (comment.tokens()[i].kind != TokenKind::hour) continue;
            const Clause& clause = box.read.clause_of(i);
            auto minutes = minutes_of_day(comment.folded(i));
            if (!minutes || clause.quoted || clause.hypothetical || box.read.denied(i)) continue;
            // « 2 h 10 », said of the afternoon
            if (arrival_ && *minutes < half_day && *minutes < *arrival_ && *minutes + half_day >= *arrival_)
                *minutes += half_day;
            told_.push_back({&box, i, *minutes});
        }
    }

    [[nodiscard]] bool is_found(const Question& question) const {
        return std::any_of(findings_.begin(), findings_.end(), [&](const Finding& finding) {
            return finding.question == question.name && finding.category == Category::contradiction;
        });
    }

    static bool asks_whole(const Label& label) {
        return label.holds_any({"total", "visite", "passage", "porte", "place", "sejour"});
    }

    static double slack(double value) { return std::max(5.0, 0.4 * value); }

    /// « Accueilli en moins d'une minute ? Oui », and the first word is told for five minutes after the arrival
    void limit(const GivenAnswer& one) {
        if (!arrival_ ||
            !one.read->label.holds_any({"premier", "accueil", "contact", "salu", "abord", "entre", "arriv", "approch"}))
            return;
        auto kept = limit_of(one.read->label);
        if (kept && one.read->side(*one.answer->value) != Side::yes) return;
        if (!kept) kept = limit_of(Comment(label_of(*one.question, *one.answer->value)));
        if (!kept || !kept->at_most || kept->quantity.unit != Unit::seconds) return;
        const double minutes = kept->quantity.value / 60;
        const ToldHour* late = nullptr;
        for (const ToldHour& hour : told_) {
            if (hour.box->box->question != one.question || hour.minutes < *arrival_) continue;
            const double after = hour.minutes - *arrival_;
            if (after <= std::max(minutes + 2, 1.5 * minutes) || tells_at_once(*hour.box)) return;
            if (after <= latest && late == nullptr && !leaves(hour)) late = &hour;
        }
        if (late != nullptr) report(one, *late, *arrival_);
    }

    /// « Saluée en entrant », « aussitôt »
    static bool tells_at_once(const ReadBox& box) {
        for (std::size_t i = 0; i < box.read.size(); ++i) {
            if (box.read.denied(i)) continue;
            if (is_any(box.read.word(i), "aussitot", "immediatement", "des", "entrant", "arrivant", "instant") &&
                (box.read.word(i) != "des" ||
                 (i + 1 < box.read.size() && is_any(box.read.word(i + 1), "que", "qu'", "mon", "l'", "la", "le"))))
                return true;
        }
        return false;
    }

    /// « J'ai regagné la rue à 10 h 20 »: the shopper's own going is no contact.
    static bool leaves(const ToldHour& hour) {
        return hour.box->read.clause_of(hour.token).subject == Subject::shopper;
    }

    /// « Arrivé à 14 h 02, assis à 14 h 25 » in the box of the minutes
    bool between_two(const GivenAnswer& one, double value) {
        std::vector<const ToldHour*> own;
        for (const ToldHour& hour : told_) {
            if (hour.box->box->question == one.question) own.push_back(&hour);
        }
        if (own.size() != 2 || own[1]->minutes <= own[0]->minutes) return false;
        const double took = own[1]->minutes - own[0]->minutes;
        if (took > longest || std::abs(took - value) <= slack(std::max(took, value))) return false;
        report(one, *own[1], own[0]->minutes);
        return true;
    }

    /// « Minutes avant d'être conduit au fauteuil » beside « il était 14 h 23 quand j'ai enfin quitté la banquette »
    void since_beginning(std::size_t index, double value) {
        const GivenAnswer& one = answers_[index];
        const Label& label = one.read->label;
        if (!label.holds_any({"avant", "depuis", "entre", "jusqu", "delai", "ecoul"}) ||
            label.holds_any({"caisse", "payer", "rappel", "toilette", "essay"}))
            return;
        const auto start = beginning_of(index);
        if (!start) return;
        const ToldHour* end = nullptr;
        for (const ToldHour& hour : told_) {
            const double took = hour.minutes - *start;
            if (took <= 0 || took > longest || !ends(hour, label)) continue;
            if (took < value + std::max(8.0, 0.5 * value)) return;
            if (end == nullptr) end = &hour;
        }
        if (end != nullptr) report(one, *end, *start);
    }

    /// The hour from which the minutes run: the nearest one answered before, unless other minutes lie between.
    [[nodiscard]] std::optional<int> beginning_of(std::size_t index) const {
        for (std::size_t i = index; i > 0; --i) {
            const GivenAnswer& before = answers_[i - 1];
            if (asks_minutes(before)) return std::nullopt;
            if (before.question->type == QuestionType::time) return minutes_of_day(*before.answer->value);
        }
        return arrival_;
    }

    static bool is_same_noun(std::string_view a, std::string_view b) {
        for (std::string_view* word : {&a, &b}) {
            if (word->ends_with('s')) word->remove_suffix(1);
            if (word->ends_with('e')) word->remove_suffix(1);
        }
        return a == b;
    }

    /// Whether the sentence of the hour names what the label waits for, or where it waits and that it came to an end.
    [[nodiscard]] static bool ends(const ToldHour& hour, const Comment& label) {
        const Comment& comment = hour.box->box->comment;
        const language::Sentence& sentence = comment.sentences()[comment.tokens()[hour.token].sentence];
        const std::size_t clause = hour.box->read.clause_index(hour.token);
        bool at_last = false, names_end = false, names = false;
        for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
            const std::string_view word = comment.folded(i);
            at_last |= is_any(word, "enfin", "finalement", "seulement");
            // A noun of the label, or its participle: « avant d'être servi » beside « on m'a servie à 10 h 40 »
            const CueWords::Sense& sense = hour.box->read.sense(i);
            if (word.size() < 5 || !((sense.noun && !sense.verb) || (sense.participle && !sense.finite))) continue;
            bool after = false;
            for (std::size_t k = 0; k < label.tokens().size(); ++k) {
                const std::string_view asked = label.folded(k);
                after |= is_any(asked, "avant", "jusqu'", "jusque", "au", "a", "et");
                if (listed(general, asked) || !is_same_noun(asked, word)) continue;
                names = true;
                names_end |= after && i < hour.token && hour.box->read.clause_index(i) == clause;
            }
        }
        return names_end || (names && at_last);
    }

    void report(const GivenAnswer& one, const ToldHour& hour, int start) {
        Finding finding;
        finding.rule = "hours-at-odds";
        finding.category = Category::contradiction;
        finding.question = one.question->name;
        finding.message =
            "Vous avez répondu " + quoted(label_of(*one.question, *one.answer->value)) + ", mais vous écrivez " +
            quoted(hour.box->box->comment.quote(hour.token > 5 ? hour.token - 5 : 0, hour.token + 1)) + ", soit " +
            std::to_string(hour.minutes - start) + " minutes après " + spelt(start) + ". Lequel des deux est exact ?";
        findings_.push_back(std::move(finding));
    }

    static constexpr auto general =
        word_set("minute", "minutes", "temps", "heure", "heures", "attente", "avant", "delai", "depuis", "arrivee",
                 "duree", "nombre", "passees", "passe", "ecoule", "ecoulees", "entre", "entree", "votre", "jusqu'",
                 "conduit", "personne", "quelqu'un", "premier", "premiere");

    const std::vector<GivenAnswer>& answers_;
    std::optional<int> arrival_;
    std::vector<Finding>& findings_;
    std::vector<ToldHour> told_;
};

/// When the visit began: as its first hour is answered, where that is near its instant.
std::optional<int> arrival_of(const Report& report, const std::vector<GivenAnswer>& answers) {
    std::optional<int> start;
    if (report.visit_start) start = of_day(*report.visit_start);
    for (const GivenAnswer& one : answers) {
        if (one.question->type != QuestionType::time) continue;
        const auto first = minutes_of_day(*one.answer->value);
        if (first && start && std::abs(*first - *start) <= 20) return first;
        break;
    }
    return start;
}

}  // namespace

void find_hours_at_odds(const Report& report, const std::vector<GivenAnswer>& answers,
                        const std::vector<ReadBox>& boxes, std::vector<Finding>& findings) {
    Pass(answers, arrival_of(report, answers), boxes, findings).run();
}

}  // namespace relis::consistency

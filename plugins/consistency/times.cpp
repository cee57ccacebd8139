#include "times.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <cstdlib>
#include <set>
#include <string>

#include "opening.h"

namespace relis::consistency {

using language::TokenKind;

namespace {

constexpr int minutes_a_day = 24 * 60;

std::string spelt(int minutes) {
    const int minute = minutes % 60;
    return std::to_string(minutes / 60) + " h" +
           (minute == 0 ? "" : (minute < 10 ? " 0" : " ") + std::to_string(minute));
}

bool holds_any(std::string_view text, std::initializer_list<std::string_view> parts) {
    return std::any_of(parts.begin(), parts.end(),
                       [&](std::string_view part) { return text.find(part) != std::string_view::npos; });
}

// Hours that are not of the visit itself: of the shop, of a booking, of another day.
bool is_about_another_time(const Box& box, const language::Sentence& sentence) {
    for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
        const std::string_view word = box.comment.folded(i);
        for (const std::string_view start :
             {"ouverture", "ouvrent", "ouvre",    "ferme",     "horaire", "jusqu",    "reserv", "rendez",
              "livr",      "promo",   "veille",   "lendemain", "demain",  "hier",     "affich", "prevu",
              "cuisson",   "cuit",    "arrivage", "prochain",  "depuis",  "dispon",   "signe",  "feuille",
              "registre",  "prepar",  "emball",   "expir",     "heures",  "courriel", "appel",  "rappel"}) {
            if (word.starts_with(start)) return true;
        }
    }
    return false;
}

bool tells_own_act(const Box& box, const language::Sentence& sentence) {
    for (std::size_t i = sentence.first_token; i + 1 < sentence.last_token; ++i) {
        const std::string_view word = box.comment.folded(i);
        const std::string_view next = box.comment.folded(i + 1);
        if ((word == "je" && next == "suis") || (word == "j'" && next == "ai") || (word == "nous" && next == "avons") ||
            (word == "nous" && next == "sommes")) {
            return true;
        }
    }
    return false;
}

/// A question that asks for the story of the visit: its hours are of the visit.
bool is_account(const Question& question) {
    const std::string label = comments::fold_quickly(question.label);
    return holds_any(label, {"racontez", "decrivez votre visite", "deroulement"});
}

class Pass {
  public:
    Pass(const Report& report, const Context& context, const std::vector<Box>& boxes, const Parameters& parameters,
         std::vector<Finding>& findings)
        : report_(report),
          context_(context),
          boxes_(boxes),
          tolerance_(static_cast<int>(parameters.integer("time_tolerance"))),
          round_bits_(parameters.real("round_times_bits")),
          longest_visit_(std::chrono::hours(parameters.integer("longest_visit"))),
          opening_(parameters.text_list("opening_hours")),
          window_(parameters.text_list("mission_window")),
          findings_(findings) {}

    void run() {
        instants();
        answers();
        told_hours();
        round_times();
    }

  private:
    void add(const std::string& question, const char* rule, std::string message, Category category = Category::times) {
        Finding finding;
        finding.rule = rule;
        finding.category = category;
        finding.question = question;
        finding.message = std::move(message);
        findings_.push_back(std::move(finding));
    }

    static int of_day(const Moment& moment) {
        const auto local = moment.local();
        return static_cast<int>(
            std::chrono::duration_cast<std::chrono::minutes>(local - std::chrono::floor<std::chrono::days>(local))
                .count());
    }

    void instants() {
        const auto& start = report_.visit_start;
        const auto& end = report_.visit_end;
        if (start && end) {
            if (end->utc < start->utc) {
                add({}, "end-before-start",
                    "La visite finit (" + spelt(of_day(*end)) + ") avant d'avoir commencé (" + spelt(of_day(*start)) +
                        "). Pouvez-vous vérifier ces heures ?");
            } else if (end->utc - start->utc > longest_visit_) {
                add({}, "very-long-visit",
                    "La visite dure plus longtemps qu'à l'ordinaire. Pouvez-vous vérifier ses heures ?");
            } else {
                length_ =
                    static_cast<int>(std::chrono::duration_cast<std::chrono::minutes>(end->utc - start->utc).count());
                same_day_ = std::chrono::floor<std::chrono::days>(start->local()) ==
                            std::chrono::floor<std::chrono::days>(end->local());
            }
        }
        if (end && report_.submitted_at && report_.submitted_at->utc < end->utc) {
            add({}, "submitted-before-end",
                "Le rapport a été remis avant la fin de la visite. Pouvez-vous vérifier l'heure de fin ?");
        }
        if (start) allowed(*start);
        if (start) clock_times_.insert(of_day(*start));
        if (end) clock_times_.insert(of_day(*end));
    }

    /// Whether the visit began while the place was open, and while the mission could be done.
    void allowed(const Moment& start) {
        if (opening_.has_hours() && !opening_.in_hours(start, tolerance_)) {
            add({}, "outside-opening-hours",
                "La visite commence à " + spelt(of_day(start)) +
                    ", hors des heures d'ouverture. Pouvez-vous vérifier cette heure ?");
        }
        const bool too_late = report_.due_at && start.utc > report_.due_at->utc;
        const bool wrong_hour = window_.has_hours() && !window_.in_hours(start, tolerance_);
        const bool wrong_date = window_.has_dates() && !window_.in_dates(start);
        if (too_late || wrong_hour || wrong_date) {
            add({}, "outside-mission-window",
                "La visite commence hors de la plage prévue pour la mission. Pouvez-vous vérifier sa date et son heure "
                "?");
        }
    }

    [[nodiscard]] bool outside(int minutes) const {
        return minutes < of_day(*report_.visit_start) - tolerance_ || minutes > of_day(*report_.visit_end) + tolerance_;
    }

    void answers() {
        std::optional<int> arrival;
        for (const Question& question : context_.questionnaire().questions) {
            const Answer* const answer = report_.find(question.name);
            if (answer == nullptr || !answer->value) continue;
            if (context_.applicability(question.name) == Applicability::does_not_apply) continue;
            const bool choice =
                question.type == QuestionType::select_one || question.type == QuestionType::select_multiple;
            if (choice) continue;
            const auto folded = [&] { return comments::fold_quickly(question.label + " " + question.name); };
            if (question.type == QuestionType::time) {
                const auto minutes = minutes_of_day(*answer->value);
                if (!minutes) continue;
                clock_times_.insert(*minutes);
                const std::string label = folded();
                // An hour that was announced or agreed upon need not be of the visit.
                if (holds_any(label,
                              {"annonc", "promis", "prevu", "convenu", "rendez", "reserv", "fermeture", "ouverture",
                               "prochain", "estim", "affich", "reponse", "rappel", "courriel", "souhait"}))
                    continue;
                const bool departs = holds_any(label, {"sorti", "parti", "quitt", "depart", "fin de la visite"});
                const bool arrives =
                    !departs && holds_any(label, {"arriv", "entre", "present", "debut de la visite", "passe la porte"});
                if (arrives && !arrival) arrival = minutes;
                if (length_ && !same_day_) continue;  // hours of several days do not compare
                if (departs && arrival && *minutes < *arrival) {
                    add(question.name, "departure-before-arrival",
                        "Le départ (" + spelt(*minutes) + ") vient avant l'arrivée (" + spelt(*arrival) +
                            "). Pouvez-vous vérifier ces heures ?",
                        Category::contradiction);
                } else if (length_ && outside(*minutes)) {
                    add(question.name, "time-outside-visit",
                        "Cette heure (" + spelt(*minutes) + ") n'est pas dans la visite, de " +
                            spelt(of_day(*report_.visit_start)) + " à " + spelt(of_day(*report_.visit_end)) +
                            ". Pouvez-vous la vérifier ?",
                        Category::contradiction);
                }
            } else if (question.type == QuestionType::integer || question.type == QuestionType::decimal) {
                wait(question, *answer, folded());
            }
        }
    }

    void wait(const Question& question, const Answer& answer, const std::string& label) {
        const bool in_minutes = holds_any(label, {"minute"});
        if (in_minutes) whole(question, answer, label);
        const bool in_seconds = !in_minutes && holds_any(label, {"seconde"});
        if ((!in_seconds && !in_minutes) || holds_any(label, {"total", "entiere"})) return;
        // Whatever takes minutes of the visit takes no more than the visit has.
        if (holds_any(label, {"promis", "annonc", "prevu", "livraison", "estim", "garanti", "trajet", "deplacement",
                              "route", "validite", "rappel", "recommand", "lendemain", "depuis", "a pied", "marche",
                              "entre deux", "reponse"}))
            return;
        char* parsed = nullptr;
        const double minutes = std::strtod(answer.value->c_str(), &parsed) / (in_seconds ? 60 : 1);
        if (parsed == answer.value->c_str() || !(minutes >= 0)) return;
        if (!in_seconds && minutes <= 24 * 60 && minutes == std::floor(minutes))
            waits_.push_back(static_cast<int>(minutes));
        if (length_ && minutes > *length_ + 1) {  // the instants are told to the minute
            add(question.name, "wait-longer-than-visit",
                "L'attente (" + *answer.value + (in_seconds ? " s" : " min") + ") est plus longue que la visite (" +
                    std::to_string(*length_) + " min). Pouvez-vous vérifier ?",
                Category::contradiction);
        }
    }

    /// « Durée totale de l'appel, en minutes » beside the instants of the visit. `label` speaks of minutes.
    void whole(const Question& question, const Answer& answer, const std::string& label) {
        if (!length_ || *length_ == 0 ||
            !holds_any(label, {"duree", "longueur", "temps passe", "passees", "reste", "dure"}))
            return;
        const bool from_end_to_end = holds_any(label, {"arriv", "entree"}) && holds_any(label, {"depart", "sorti"});
        if ((!from_end_to_end && !holds_any(label, {"visite", "appel", "communication", "passage", "total", "sur place",
                                                    "porte a la porte", "en tout", "sur les lieux"})) ||
            holds_any(label, {"attente", "attend", "annonc", "promis", "prevu", "avant"}))
            return;
        const double minutes = std::strtod(answer.value->c_str(), nullptr);
        if (minutes <= 0 || std::abs(minutes - *length_) <= std::max(10.0, 0.4 * *length_)) return;
        add(question.name, "other-duration",
            "Vous avez répondu « " + *answer.value + " », mais la visite dure " + std::to_string(*length_) +
                " minutes d'après ses heures. Lequel des deux est exact ?",
            Category::contradiction);
    }

    void told_hours() {
        if (!length_ || !same_day_) return;
        for (const Box& box : boxes_) {
            const auto& tokens = box.comment.tokens();
            if (std::none_of(tokens.begin(), tokens.end(),
                             [](const language::Token& token) { return token.kind == TokenKind::hour; }))
                continue;
            const bool account = is_account(*box.question);
            for (const language::Sentence& sentence : box.comment.sentences()) {
                std::optional<bool> about_visit;  // looked up once, at the first hour of the sentence
                for (std::size_t i = sentence.first_token; i < sentence.last_token; ++i) {
                    if (tokens[i].kind != TokenKind::hour) continue;
                    const auto minutes = minutes_of_day(box.comment.folded(i));
                    if (!minutes || !is_outside_on_any_clock(*minutes)) continue;
                    if (!about_visit) {
                        about_visit =
                            (account || tells_own_act(box, sentence)) && !is_about_another_time(box, sentence);
                    }
                    if (!*about_visit) break;
                    findings_.push_back(
                        finding_in(box, i, i + 1, "hour-outside-visit", Category::times,
                                   "Cette heure n'est pas dans la visite, de " + spelt(of_day(*report_.visit_start)) +
                                       " à " + spelt(of_day(*report_.visit_end)) + ". Pouvez-vous la vérifier ?"));
                }
            }
        }
    }

    /// Also as « 2 h 10 » said of the afternoon.
    [[nodiscard]] bool is_outside_on_any_clock(int minutes) const {
        const int half_day = minutes_a_day / 2;
        return outside(minutes) && (minutes >= half_day || outside(minutes + half_day));
    }

    /// How surprising it is that every time is round, in bits: a multiple of thirty minutes comes up by chance twice
    /// an hour, of fifteen four times, of ten six times, of five twelve times. One time to the minute ends the doubt.
    void round_times() {
        if (round_bits_ <= 0) return;
        double bits = 0;
        for (const int time : clock_times_) {
            if (time % 5 != 0) return;
            const double chances = time % 30 == 0 ? 2 : time % 15 == 0 ? 4 : time % 10 == 0 ? 6 : 12;
            bits += std::log2(60 / chances);
        }
        for (const int wait : waits_) {
            if (wait > 5 && wait % 5 != 0) return;
            if (wait >= 5) bits += std::log2(5.0);
        }
        if (clock_times_.size() < 2 || bits < round_bits_) return;
        add({}, "round-times", "Toutes les heures de ce rapport sont rondes. Les avez-vous relevées à la minute ?");
    }

    const Report& report_;
    const Context& context_;
    const std::vector<Box>& boxes_;
    int tolerance_;
    double round_bits_;
    std::chrono::seconds longest_visit_;
    Spans opening_;
    Spans window_;
    std::vector<Finding>& findings_;
    std::optional<int> length_;  ///< of the visit, minutes; absent where its instants are or disagree
    bool same_day_ = false;
    std::set<int> clock_times_;
    std::vector<int> waits_;  ///< whole minutes
};

}  // namespace

std::optional<int> minutes_of_day(std::string_view text) {
    const auto digits = [&](int& value) {
        std::size_t count = 0;
        value = 0;
        while (count < 2 && !text.empty() && text.front() >= '0' && text.front() <= '9') {
            value = value * 10 + (text.front() - '0');
            text.remove_prefix(1);
            ++count;
        }
        return count > 0;
    };
    const auto skip_spaces = [&] {
        while (!text.empty()) {
            if (text.front() == ' ') {
                text.remove_prefix(1);
            } else if (text.starts_with("\u00A0")) {
                text.remove_prefix(2);
            } else if (text.starts_with("\u202F")) {
                text.remove_prefix(3);
            } else {
                return;
            }
        }
    };
    int hour = 0, minute = 0, second = 0;
    skip_spaces();
    if (!digits(hour)) return std::nullopt;
    skip_spaces();
    if (text.empty() || (text.front() != ':' && text.front() != 'h' && text.front() != 'H')) return std::nullopt;
    const bool colon = text.front() == ':';
    text.remove_prefix(1);
    skip_spaces();
    if (!digits(minute) && colon) return std::nullopt;
    if (colon && text.starts_with(":")) {
        text.remove_prefix(1);
        if (!digits(second)) return std::nullopt;
        if (text.starts_with(".")) text = {};
    }
    skip_spaces();
    if (!text.empty() || hour > 23 || minute > 59 || second > 59) return std::nullopt;
    return hour * 60 + minute;
}

void find_times(const Report& report, const Context& context, const std::vector<Box>& boxes,
                const Parameters& parameters, std::vector<Finding>& findings) {
    Pass(report, context, boxes, parameters, findings).run();
}

}  // namespace relis::consistency

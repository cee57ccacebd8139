#include "policy.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <tuple>
#include <utility>

namespace relis::decision {

namespace {

/// `3,5`; two decimals at most, and none that say nothing.
std::string number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.2f", value);
    std::string result = text.data();
    // The program's locale decides between point and comma; a French reader expects the comma
    std::replace(result.begin(), result.end(), '.', ',');
    result.erase(result.find_last_not_of('0') + 1);
    if (result.back() == ',') result.pop_back();
    return result;
}

/// `2 h 10`, `45 min`, `3 jours`.
std::string duration(std::chrono::minutes time) {
    constexpr std::chrono::minutes::rep minutes_a_day = 24L * 60;
    const auto minutes = std::abs(time.count());
    if (minutes < 60) return std::to_string(minutes) + " min";
    if (minutes >= 3 * minutes_a_day) return std::to_string(minutes / minutes_a_day) + " jours";
    std::string hours = std::to_string(minutes / 60) + " h";
    if (minutes % 60 == 0) return hours;
    return hours + (minutes % 60 < 10 ? " 0" : " ") + std::to_string(minutes % 60);
}

std::string quoted(const std::string& text) {
    return "« " + text + " »";
}

/// In lower case, ASCII and the letters of Latin-1 that French needs: enough to know a listed word again.
std::string lower(std::string text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] >= 'A' && text[i] <= 'Z') text[i] = static_cast<char>(text[i] - 'A' + 'a');
        // U+00C0–U+00DE are C3 80–C3 9E in UTF-8, their lower case 32 further on
        const auto byte = static_cast<unsigned char>(text[i]);
        const bool capital = i > 0 && text[i - 1] == '\xC3' && byte <= 0x9E && byte != 0x97;
        if (capital) text[i] = static_cast<char>(byte + 0x20);
    }
    return text;
}

/// Whether the text holds the word with no letter before it: « reçu » in « Photo du reçu », and not in « aperçu ».
bool has_word(const std::string& text, const std::string& word) {
    for (std::size_t at = text.find(word); at != std::string::npos && !word.empty(); at = text.find(word, at + 1)) {
        const auto before = at == 0 ? static_cast<unsigned char>(' ') : static_cast<unsigned char>(text[at - 1]);
        const bool letter = before >= 0x80 || (before >= 'a' && before <= 'z');
        if (!letter) return true;
    }
    return false;
}

bool is_blank(const std::optional<std::string>& text) {
    return !text || text->find_first_not_of(" \t\r\n") == std::string::npos;
}

/// A finding with the plugin that made it.
struct Found {
    const Assessment* assessment;
    const Finding* finding;
};

/// One recommendation in the making.
class Weighing {
  public:
    Weighing(const ReviewCase& review_case, const Context& context, const Parameters& parameters)
        : case_(review_case), context_(context), parameters_(parameters) {}

    Recommendation run() {
        sort_findings();
        const bool final_fault = add_unmendable();
        const bool vetoed = add_vetoes();
        const bool mendable_fault = add_mendable() || vetoed;
        const std::size_t faults = reasons_.size();
        add_not_judged();
        const bool all_judged = reasons_.size() == faults;

        std::optional<Decision> decision;
        if (final_fault) {
            decision = Decision::reassign;
        } else if (mendable_fault) {
            decision = rework_or_reassign();
        } else if (all_judged) {
            decision = Decision::accept;
            add_acceptance();
        }
        add_remarks();
        return {decision, std::move(reasons_)};
    }

  private:
    [[nodiscard]] std::string place(const Finding& finding) const {
        const Question* const question = context_.questionnaire().find(finding.question);
        return quoted(question == nullptr || question->label.empty() ? finding.question : question->label);
    }

    /// What a finding says in a recommendation: shorter than its message, which speaks to the shopper.
    [[nodiscard]] std::string text_of(const Finding& finding) const {
        if (finding.question.empty()) return finding.message;
        const std::string where = place(finding);
        switch (finding.category) {
            case Category::missing:
                return "Il manque une réponse à " + where + ".";
            case Category::thin:
                return "Le commentaire est trop court pour " + where + ".";
            case Category::contradiction:
                return "Des réponses se contredisent : " + where + ".";
            case Category::repetition:
                return "Un même commentaire sert plusieurs fois : " + where + ".";
            case Category::copied:
                return "Un texte ou un fichier se trouve aussi dans un autre rapport : " + where + ".";
            case Category::times:
                return "Une heure ou une durée est à vérifier : " + where + ".";
            case Category::privacy:
                return "Un renseignement personnel est à retirer : " + where + ".";
            default:
                return finding.message;
        }
    }

    void add(std::string text, std::string plugin = {}, std::string rule = {}, std::string question = {}) {
        // Several findings of one rule in one answer are one reason
        if (!plugin.empty() && !rule.empty() && !seen_.emplace(plugin, rule, question).second) return;
        // and so are two rules that say the same of it, such as a value and a comment that are both missing
        if (std::any_of(reasons_.begin(), reasons_.end(), [&](const Reason& reason) { return reason.text == text; }))
            return;
        reasons_.push_back({std::move(text), std::move(plugin), std::move(rule), std::move(question)});
    }

    void add(const Found& found) {
        add(text_of(*found.finding), found.assessment->plugin, found.finding->rule, found.finding->question);
    }

    /// Which faults a rework is asked for; the others of the mendable findings are remarks, or a score's matter.
    [[nodiscard]] bool asks_rework(Category category) const {
        switch (category) {
            case Category::contradiction:
            case Category::repetition:
            case Category::copied:
                return true;
            case Category::missing:
                return static_cast<std::int64_t>(missing_) > parameters_.integer("missing_tolerated");
            case Category::thin:
                return parameters_.boolean("rework_thin");
            case Category::times:
                return parameters_.boolean("rework_times");
            case Category::privacy:
                return parameters_.boolean("rework_privacy");
            default:
                return false;
        }
    }

    [[nodiscard]] static bool is_remark(Category category) {
        return category == Category::missing || category == Category::thin || category == Category::times ||
               category == Category::privacy;
    }

    void sort_findings() {
        std::set<std::string> missing_questions;
        for (const Assessment& assessment : case_.assessments) {
            if (assessment.state == AssessmentState::failed) continue;
            for (const Finding& finding : assessment.findings) {
                findings_.push_back({&assessment, &finding});
                if (finding.category == Category::missing) missing_questions.insert(finding.question);
            }
        }
        missing_ = missing_questions.size();
    }

    /// No answer and no comment: nothing tells that the visit took place.
    [[nodiscard]] bool is_blank_report() const {
        return std::all_of(case_.report.answers.begin(), case_.report.answers.end(),
                           [](const Answer& answer) { return is_blank(answer.value) && is_blank(answer.comment); });
    }

    /// A visit is proven by files only where a question that applies asks for one.
    [[nodiscard]] bool is_file_asked_for() const {
        const std::vector<Question>& questions = context_.questionnaire().questions;
        return std::any_of(questions.begin(), questions.end(), [&](const Question& question) {
            return question.type == QuestionType::image &&
                   context_.applicability(question.name) == Applicability::applies;
        });
    }

    /// Whether the answer to a required image question stands for a file, so that completeness does not miss it: only
    /// the list of attachments may lack it.
    [[nodiscard]] bool names_file() const {
        const std::vector<Question>& questions = context_.questionnaire().questions;
        return std::any_of(questions.begin(), questions.end(), [&](const Question& question) {
            if (question.type != QuestionType::image || !question.required) return false;
            const Answer* const answer = case_.report.find(question.name);
            return answer != nullptr && !is_blank(answer->value) &&
                   std::none_of(findings_.begin(), findings_.end(), [&](const Found& found) {
                       return found.finding->category == Category::missing && found.finding->question == question.name;
                   });
        });
    }

    bool add_unmendable() {
        for (const Found& found : findings_) {
            if (!found.finding->mendable) add(found);
        }
        if (!reasons_.empty() || !case_.report.attachments.empty() || names_file()) return !reasons_.empty();
        const std::optional<double> detail = score("detail");
        if (is_blank_report()) {
            add("Le rapport est vide et rien n'y prouve la visite : son auteur ne peut pas y remédier.");
        } else if (is_file_asked_for() && detail && *detail <= parameters_.real("blank_detail")) {
            // Boxes ticked without a word to picture the visit can be ticked at home
            add("Le rapport ne donne rien à voir de la visite et aucune pièce ne la prouve : son auteur ne peut pas y "
                "remédier.",
                "detail");
        }
        return !reasons_.empty();
    }

    /// A required proof that is not there: a gate of its own, which no score opens. A person may waive it, and then its
    /// finding is no longer handed to the policy.
    [[nodiscard]] bool is_veto(const Finding& finding) const {
        if (finding.category != Category::missing || !finding.mendable) return false;
        const Question* const question = context_.questionnaire().find(finding.question);
        if (question != nullptr && question->type != QuestionType::image) return false;
        if (question == nullptr && !finding.question.empty()) return false;
        // What the mission as a whole requires is named in the message alone
        const std::string asked = lower(question == nullptr ? finding.message : question->name + " " + question->label);
        const std::vector<std::string>& words = parameters_.text_list("veto_words");
        return std::any_of(words.begin(), words.end(),
                           [&](const std::string& word) { return has_word(asked, lower(word)); });
    }

    bool add_vetoes() {
        const std::size_t before = reasons_.size();
        for (const Found& found : findings_) {
            if (!is_veto(*found.finding)) continue;
            const std::string what =
                found.finding->question.empty() ? found.finding->message : place(*found.finding) + " manque.";
            add("Veto : " + what + " Rien n'est accepté sans cette preuve, quelles que soient les notes.",
                found.assessment->plugin, "veto", found.finding->question);
        }
        return reasons_.size() > before;
    }

    bool add_mendable() {
        const std::size_t before = reasons_.size();
        for (const Found& found : findings_) {
            if (found.finding->mendable && asks_rework(found.finding->category) && !is_veto(*found.finding)) add(found);
        }
        add_low_score("detail", "Le détail", parameters_.real("min_detail"));
        add_low_score("french", "Le français", parameters_.real("min_french"));
        return reasons_.size() > before;
    }

    [[nodiscard]] const Assessment* find(std::string_view plugin) const {
        const auto found = std::find_if(case_.assessments.begin(), case_.assessments.end(),
                                        [&](const Assessment& assessment) { return assessment.plugin == plugin; });
        return found == case_.assessments.end() ? nullptr : &*found;
    }

    [[nodiscard]] std::optional<double> score(std::string_view plugin) const {
        const Assessment* const assessment = find(plugin);
        return assessment != nullptr && assessment->state == AssessmentState::judged ? assessment->score : std::nullopt;
    }

    void add_low_score(const char* plugin, const std::string& name, double threshold) {
        const std::optional<double> value = score(plugin);
        if (value && *value < threshold) {
            add(name + " obtient " + number(*value) + " sur 5, sous le seuil de " + number(threshold) + ".", plugin);
        }
    }

    /// Says what is not known: without it nothing is accepted, since a plugin that did not judge found nothing wrong.
    void add_not_judged() {
        for (const std::string& plugin : parameters_.text_list("required_plugins")) {
            const Assessment* const assessment = find(plugin);
            if (assessment == nullptr) {
                add("Le module " + quoted(plugin) + " n'a pas évalué ce rapport : c'est à une personne d'en juger.",
                    plugin);
            } else if (assessment->state != AssessmentState::judged) {
                add(not_judged_text(*assessment) + " C'est à une personne d'en juger.", plugin);
            }
        }
    }

    [[nodiscard]] static std::string not_judged_text(const Assessment& assessment) {
        if (!assessment.reason.empty()) {
            const bool ends = assessment.reason.find_last_of(".!?") == assessment.reason.size() - 1;
            return assessment.reason + (ends ? "" : ".");
        }
        return "Le module " + quoted(assessment.plugin) +
               (assessment.state == AssessmentState::failed ? " a échoué." : " n'a pas pu juger ce rapport.");
    }

    Decision rework_or_reassign() {
        const auto allowed = parameters_.integer("max_reworks");
        if (case_.reworks_asked >= allowed) {
            const std::string times = std::to_string(case_.reworks_asked);
            add(case_.reworks_asked == 0
                    ? std::string("Aucune reprise n'est permise : la mission est à réattribuer.")
                    : "Le rapport a déjà été renvoyé " + times + " fois : la mission est à réattribuer.");
            return Decision::reassign;
        }
        if (!case_.time_left) return Decision::rework;
        const double hours = std::chrono::duration<double, std::ratio<3600>>(*case_.time_left).count();
        if (case_.time_left->count() < 0) {
            add("Le rapport est arrivé " + duration(*case_.time_left) +
                " après l'échéance : le client doit être prévenu du retard d'une reprise.");
        } else if (hours < parameters_.real("rework_hours")) {
            add("Le rapport est arrivé " + duration(*case_.time_left) + " avant l'échéance et une reprise demande " +
                number(parameters_.real("rework_hours")) + " h : elle sera livrée en retard.");
        }
        return Decision::rework;
    }

    void add_acceptance() {
        if (const auto detail = score("detail")) add("Le détail obtient " + number(*detail) + " sur 5.", "detail");
        if (const auto french = score("french")) {
            add("Le français obtient " + number(*french) + " sur 5" +
                    (*french < 5 ? " : l'agence corrige le reste." : "."),
                "french");
        }
        add(missing_ == 0 ? "Rien ne manque, ne se contredit, ne se répète ni n'est copié."
                          : "Rien ne se contredit, ne se répète ni n'est copié.");
    }

    /// What the reviewer should know besides: findings that ask for nothing by themselves, and other plugins' failures.
    void add_remarks() {
        for (const Found& found : findings_) {
            const Finding& finding = *found.finding;
            if (finding.mendable && is_remark(finding.category) && !asks_rework(finding.category) && !is_veto(finding))
                add(found);
        }
        const std::vector<std::string>& required = parameters_.text_list("required_plugins");
        for (const Assessment& assessment : case_.assessments) {
            const bool told = std::find(required.begin(), required.end(), assessment.plugin) != required.end();
            if (assessment.state != AssessmentState::judged && !told)
                add(not_judged_text(assessment), assessment.plugin);
        }
    }

    const ReviewCase& case_;
    const Context& context_;
    const Parameters& parameters_;
    std::vector<Found> findings_;
    std::size_t missing_ = 0;
    std::set<std::tuple<std::string, std::string, std::string>> seen_;
    std::vector<Reason> reasons_;
};

}  // namespace

Recommendation Policy::recommend(const ReviewCase& review_case, const Context& context,
                                 const Parameters& parameters) const {
    return Weighing(review_case, context, parameters).run();
}

}  // namespace relis::decision

#include "samples.h"

#include <utility>

namespace relis::conformance {

namespace {

Questionnaire make_questionnaire() {
    Questionnaire made;
    made.id = "conformance";
    made.programme = "conformance";
    made.title = "Visite d'une épicerie";
    made.sections = {{"visite", "Visite"}};
    const auto add = [&](const char* name, QuestionType type, const char* label, CommentPolicy comment) -> Question& {
        Question& question = made.questions.emplace_back();
        question.name = name;
        question.section = "visite";
        question.type = type;
        question.label = label;
        question.required = true;
        question.comment = comment;
        if (comment == CommentPolicy::required) question.min_words = 15;
        return question;
    };
    const std::vector<Choice> yes_no = {{"oui", "Oui"}, {"non", "Non"}};
    add("arrivee", QuestionType::time, "À quelle heure êtes-vous arrivé?", CommentPolicy::none);
    Question& welcome = add("accueil", QuestionType::select_one, "Vous a-t-on salué?", CommentPolicy::required);
    welcome.choices = yes_no;
    welcome.negative = {"non"};
    welcome.topics = {"caissière", "bonjour"};
    Question& clean =
        add("proprete", QuestionType::select_one, "Le plancher était-il propre?", CommentPolicy::if_negative);
    clean.choices = yes_no;
    clean.negative = {"non"};
    Question& aisles =
        add("rayons", QuestionType::select_multiple, "Quels rayons avez-vous visités?", CommentPolicy::optional);
    aisles.choices = {{"fruits", "Fruits"}, {"pain", "Boulangerie"}};
    add("attente", QuestionType::integer, "Combien de minutes avez-vous attendu?", CommentPolicy::optional);
    add("montant", QuestionType::decimal, "Combien avez-vous payé?", CommentPolicy::none);
    add("jour", QuestionType::date, "Quel jour?", CommentPolicy::none);
    Question& story = add("recit", QuestionType::text, "Racontez votre visite.", CommentPolicy::none);
    story.min_words = 20;
    add("recu", QuestionType::image, "Reçu", CommentPolicy::none);
    Question& exchange = add("echange", QuestionType::text, "Comment s'est passé l'échange?", CommentPolicy::none);
    exchange.relevant = "${accueil} = 'non'";
    exchange.required = false;
    return made;
}

class SampleContext final : public plugin_host::ReportContext {
  public:
    [[nodiscard]] const Questionnaire& questionnaire() const override { return conformance::questionnaire(); }
    [[nodiscard]] Applicability applicability(std::string_view question) const override {
        if (question == "echange" || questionnaire().find(question) == nullptr) return Applicability::unclear;
        return Applicability::applies;
    }
    [[nodiscard]] const std::string& locale() const override { return locale_; }
    [[nodiscard]] const std::vector<std::string>& vocabulary() const override { return vocabulary_; }
    [[nodiscard]] std::vector<SimilarComment> similar_comments(std::string_view comment,
                                                               std::size_t limit) const override {
        if (limit == 0 || comment.empty()) return {};
        return {{"R-000009", "C-0009", "S-001", "accueil", std::string(comment)}};
    }
    [[nodiscard]] AttachmentFacts attachment(std::size_t index) const override {
        if (index > 0) return {};
        return {FileState::readable, "image/jpeg", {{"R-000009", "C-0009", "recu.jpg", true}}};
    }

  private:
    std::string locale_ = "fr-CA";
    std::vector<std::string> vocabulary_ = {"Vertbois", "wifi"};
};

/// Every answer of the ordinary report with that text as comment and, where it is text, as value.
Report with_text(const std::string& text) {
    Report report = ordinary_report();
    for (Answer& answer : report.answers) {
        answer.comment = text;
        const Question* const question = questionnaire().find(answer.question);
        if (question != nullptr && question->type == QuestionType::text) answer.value = text;
    }
    return report;
}

std::string repeated(const std::string& text, std::size_t bytes) {
    std::string result;
    result.reserve(bytes + text.size());
    while (result.size() < bytes) result += text;
    return result;
}

}  // namespace

const Questionnaire& questionnaire() {
    static const Questionnaire made = make_questionnaire();
    return made;
}

std::shared_ptr<const plugin_host::ReportContext> context() {
    return std::make_shared<const SampleContext>();
}

Report ordinary_report() {
    Report report;
    report.report_id = "R-000001";
    report.mission_id = "M-000001";
    report.programme = "conformance";
    report.questionnaire = questionnaire().key();
    report.site = {"S-001", "Marché Vertbois Beaubien", "Montréal"};
    report.shopper_id = "C-0001";
    report.visit_start = parse_moment("2026-06-16T14:05:00-04:00");
    report.visit_end = parse_moment("2026-06-16T14:38:00-04:00");
    report.due_at = parse_moment("2026-06-17T14:38:00-04:00");
    report.submitted_at = parse_moment("2026-06-16T21:12:09-04:00");
    report.answers = {
        {"arrivee", "14:05", std::nullopt},
        {"accueil", "oui",
         "La caissière, Stéphanie d'après son insigne, m'a dit « Bonjour! » dès que je suis entré, à 14 h 07. Elle "
         "portait un tablier vert et souriait. Elle à ensuite pointée les paniers du doigt."},
        {"proprete", "non", "Une flaque d'eau d'un mètre se trouvait devant les tomates  et personne la ramassait."},
        {"rayons", "fruits pain", "J'ai visité les deux rayons en vingt minutes."},
        {"attente", "3", std::nullopt},
        {"montant", "12.48", std::nullopt},
        {"jour", "2026-06-16", std::nullopt},
        {"recit",
         "J'ai pris une baguette à 3,49 $ et un casseau de fraises. L'étiquette indiquait une cuisson à 11 h. À la "
         "caisse 4, j'ai attendu trois minutes derrière une dame, puis le commis a emballé mes achats sans un mot.",
         std::nullopt}};
    report.attachments = {{"recu", "receipt", "recu.jpg"}};
    return report;
}

std::vector<NamedReport> reports() {
    std::vector<NamedReport> all;
    const auto add = [&](const char* name, Report report) {
        all.push_back({name, std::make_shared<const Report>(std::move(report))});
    };
    add("ordinary", ordinary_report());
    add("empty", Report{});
    Report nulls = ordinary_report();
    for (Answer& answer : nulls.answers) answer.value = answer.comment = std::nullopt;
    nulls.attachments.clear();
    add("nulls", nulls);
    Report no_times = ordinary_report();
    no_times.visit_start = no_times.visit_end = no_times.due_at = no_times.submitted_at = std::nullopt;
    add("no times", no_times);
    Report backwards = ordinary_report();
    std::swap(backwards.visit_start, backwards.visit_end);
    add("times backwards", backwards);
    Report odd = ordinary_report();
    for (Answer& answer : odd.answers) answer.value = "-99999999999999999999 x:y é";
    odd.answers.push_back({"question_inconnue", "oui", "Une réponse à une question qui n'existe pas."});
    odd.answers.push_back(odd.answers[1]);
    add("odd values, unknown and doubled questions", odd);

    using namespace std::string_literals;
    const std::vector<std::pair<const char*, std::string>> texts = {
        {"spaces only", " \t\r\n   "},
        {"no-break spaces only", "\u00A0\u202F\u2003"},
        {"punctuation only", "...,;:!?!?!?--- « » \" ' ’ ( ["},
        {"placeholder", "n/a"},
        {"one letter", "é"},
        {"capitals", "LA CAISSIÈRE M'A DIT BONJOUR À 14 H 10 ET ELLE SOURIAIT."},
        {"English", "The cashier greeted me warmly, but nobody had cleaned the floor near the tomatoes."},
        {"emoji", "Super accueil 😀👩🏽‍🦰🇨🇦! J'ai adoré ❤️ la boulangerie 🥖🥖."},
        {"combining marks",
         "E\u0301te\u0301 a\u0300 l'e\u0301picerie: c\u0327a va, Zal\u0338\u0336go\u0302\u0301\u0323."},
        {"right to left",
         "Le commis a dit \u202Eruojnob\u202C puis \u0645\u0631\u062D\u0628\u0627 et \u05E9\u05DC\u05D5\u05DD."},
        {"other scripts", "東京 の 店員 さん. Καλημέρα. Привет. ปากกา"},
        {"control characters", "La\x01 caissière\x1B[31m m'a\x7F saluée\x00 hier."s},
        {"only a NUL", "\0"s},
        {"joiners and marks", "\uFEFFBon\u200Bjour\u00AD ma\u2060dame\u200D."},
        {"last code points", "Fin \U0010FFFF\uFFFD\uFFFF\U0001F1E8."},
        {"line breaks", repeated("Bonjour.\r\n\n\r", 3000)},
        {"one word", repeated("anticonstitutionnellement", 3000)},
        {"apostrophes", repeated("l'", 2000) + "épicerie"},
        {"hyphens", repeated("rendez-vous-", 2000)},
        {"digits", repeated("1234567890", 2000)},
        {"unclosed", "« Bonjour (madame [la \"caissière, m'a-t-elle dit"},
    };
    for (const auto& [name, text] : texts) add(name, with_text(text));
    return all;
}

Report huge_report(std::size_t bytes) {
    Report report = ordinary_report();
    const std::string text = *report.answers[1].comment + " " + *report.answers[2].comment + " ";
    report.answers[1].comment = repeated(text, bytes);
    return report;
}

Report huge_word(std::size_t bytes) {
    Report report = ordinary_report();
    report.answers[1].comment = repeated("éab", bytes);
    return report;
}

std::vector<ReviewCase> review_cases() {
    const auto with = [](AssessmentState state, std::optional<double> score) {
        ReviewCase review_case;
        review_case.report = ordinary_report();
        for (const char* const plugin : {"completeness", "consistency", "detail", "french"}) {
            Assessment assessment;
            assessment.plugin = plugin;
            assessment.plugin_version = "1";
            assessment.state = state;
            assessment.reason = "Une raison.";
            const std::string_view id = plugin;
            if (id == "detail" || id == "french") assessment.score = score;
            review_case.assessments.push_back(assessment);
        }
        return review_case;
    };
    std::vector<ReviewCase> cases(1);  // nothing at all
    cases.push_back(with(AssessmentState::failed, std::nullopt));
    cases.push_back(with(AssessmentState::not_judged, std::nullopt));
    for (const double score : {0.0, 1.5, 3.0, 5.0}) cases.push_back(with(AssessmentState::judged, score));
    for (const bool mendable : {true, false}) {
        for (const auto& [category, name] : category_names) {
            ReviewCase review_case = with(AssessmentState::judged, 4.0);
            Finding finding;
            finding.rule = std::string(name);
            finding.category = category;
            finding.question = category == Category::missing ? "" : "accueil";
            finding.message = "Un constat.";
            finding.mendable = mendable;
            review_case.assessments[1].findings.assign(3, finding);
            review_case.reworks_asked = mendable ? 0 : 9;
            review_case.time_left = std::chrono::minutes{mendable ? 90 : -100000};
            cases.push_back(review_case);
        }
    }
    return cases;
}

std::vector<ShopperHistory> histories() {
    const Moment last = parse_moment("2026-06-20T12:00:00Z").value();
    const auto mission = [&](int number) {
        MissionRecord record;
        record.mission_id = "M-" + std::to_string(number);
        record.programme = "conformance";
        record.outcome = static_cast<Outcome>(number % 4);
        record.closed_at = Moment{last.utc - std::chrono::hours{37L * number}, {}};
        if (number % 3 != 0) record.due_at = Moment{record.closed_at.utc - std::chrono::hours{20}, {}};
        if (record.outcome == Outcome::accepted || record.outcome == Outcome::reassigned) {
            record.submitted_at = Moment{record.closed_at.utc - std::chrono::hours{number % 50}, {}};
            record.detail = number % 6;
            if (number % 5 != 0) record.french = 5 - number % 6;
            record.reworks = number % 4;
            record.missing = number % 7;
            record.answered_reworks = number % 2;
            record.late_answers = number % 3;
            record.unanswered_reworks = number % 5 == 4 ? 1 : 0;
        }
        return record;
    };
    std::vector<ShopperHistory> all(1);  // nothing at all
    for (int number = 0; number < 4; ++number) all.push_back({{mission(number)}, {}, {}});
    for (const int count : {7, 300, 20000}) {
        ShopperHistory history;
        for (int number = 0; number < count; ++number) {
            history.missions.push_back(mission(number));
            const Moment closed_at = history.missions.back().closed_at;
            if (number % 6 == 1) history.notes.push_back({closed_at, static_cast<NoteKind>(number % 3), "Une note."});
            if (number % 150 == 5) {
                history.misconduct.push_back({"R-" + std::to_string(number), Misconduct::copying, closed_at, "Copie."});
            }
        }
        all.push_back(std::move(history));
    }
    MissionRecord future = mission(1);
    future.closed_at = Moment{last.utc + std::chrono::hours{24L * 400}, {}};
    MissionRecord ancient = mission(4);
    ancient.closed_at = Moment{};
    all.push_back({{future, ancient}, {}, {}});
    all.push_back({{},
                   {{future.closed_at, NoteKind::negative, "Une note."}},
                   {{"R-1", Misconduct::falsification, ancient.closed_at, "Inventé."}}});
    return all;
}

}  // namespace relis::conformance

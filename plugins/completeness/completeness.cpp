#include "completeness/completeness.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_set>

#include <relis/parameter_specs.h>

#include "comments/comment.h"
#include "comments/substance.h"
#include "files.h"
#include "language/lexicon.h"
#include "parts.h"

namespace relis::completeness {

using comments::Comment;
using comments::Substance;

namespace {

bool is_select(QuestionType type) {
    return type == QuestionType::select_one || type == QuestionType::select_multiple;
}

std::string quoted(const std::string& text) {
    return "« " + text + " »";
}

std::string choice_label(const Question& question, const std::string& value) {
    const auto found = std::find_if(question.choices.begin(), question.choices.end(),
                                    [&](const Choice& choice) { return choice.name == value; });
    return found == question.choices.end() || found->label.empty() ? value : found->label;
}

/// One inspection of one report.
class Pass {
  public:
    Pass(const comments::SubstanceJudge& judge, const PartFinder& parts, const Report& report, const Context& context,
         const Parameters& parameters)
        : judge_(judge),
          parts_(parts),
          report_(report),
          context_(context),
          thin_tolerance_(static_cast<std::size_t>(parameters.integer("thin_tolerance"))),
          part_words_(static_cast<std::size_t>(parameters.integer("part_words"))),
          value_alone_missing_(parameters.boolean("value_alone_missing")),
          blank_share_(parameters.real("blank_share")),
          required_kinds_(parameters.text_list("required_kinds")) {
        for (const std::string& text : parameters.text_list("placeholders")) {
            placeholders_.insert(Comment(text).skeleton());
        }
        for (const std::string& text : parameters.text_list("accepted")) accepted_.insert(Comment(text).skeleton());
    }

    std::vector<Finding> run() {
        look_at_files();
        for (const Question& question : context_.questionnaire().questions) {
            if (context_.stop_requested()) break;
            const Applicability applicability = context_.applicability(question.name);
            if (applicability != Applicability::does_not_apply) inspect(question, applicability);
        }
        kinds();
        files();
        blank();
        return std::move(findings_);
    }

  private:
    void inspect(const Question& question, Applicability applicability) {
        unclear_ = applicability == Applicability::unclear;
        const Answer* const answer = report_.find(question.name);
        if (question.type == QuestionType::image) {
            image(question, answer);
            return;
        }
        const bool has_value =
            question.type == QuestionType::text ? text_value(question, answer) : plain_value(question, answer);
        const bool has_comment = comment(question, answer);
        if (question.required || comments::wants_comment(question, answer)) ++asked_;
        if (has_value || has_comment) ++answered_;
    }

    [[nodiscard]] Substance substance(const Comment& comment, const Question& question) const {
        const Substance found = judge_.judge(comment, question);
        if (accepted_.empty() && placeholders_.empty()) return found;
        const std::string skeleton = comment.skeleton();
        if (accepted_.contains(skeleton)) return Substance::content;
        return found == Substance::content && placeholders_.contains(skeleton) ? Substance::placeholder : found;
    }

    [[nodiscard]] Substance substance(const std::optional<std::string>& text, const Question& question) const {
        if (!text || comments::is_blank(*text)) return Substance::nothing;
        return substance(Comment(*text, judge_.book()), question);
    }

    /// The value of a choice, a number, a date or a time.
    bool plain_value(const Question& question, const Answer* answer) {
        const bool written = answer != nullptr && answer->value && !comments::is_blank(*answer->value);
        bool says = written;
        if (written) {
            const std::string& value = *answer->value;
            const bool is_choice = std::any_of(question.choices.begin(), question.choices.end(),
                                               [&](const Choice& c) { return c.name == value; });
            const bool has_digit = value.find_first_of("0123456789") != std::string::npos;
            // A choice may be named `na`; a number always has a digit.
            if (!is_choice && (is_select(question.type) || !has_digit)) {
                says = substance(answer->value, question) == Substance::content;
            }
        }
        if (!says && question.required) {
            missing(question, written ? "placeholder-value" : "missing-value",
                    written ? quoted(*answer->value) + " ne répond pas à la question " + quoted(question.label) +
                                  ". Pouvez-vous y répondre ?"
                            : "Il manque la réponse à la question " + quoted(question.label) +
                                  ". Pouvez-vous y répondre ?");
        }
        return says;
    }

    /// The value of a question that is answered in words; a comment in its stead counts as the answer.
    bool text_value(const Question& question, const Answer* answer) {
        const std::string_view text = prose(question, answer);
        if (comments::is_blank(text)) {
            if (question.required) {
                missing(question, "missing-value",
                        "Il manque la réponse à la question " + quoted(question.label) + ". Pouvez-vous y répondre ?");
            }
            return false;
        }
        return words(question, Comment(text, judge_.book()), question.required, "placeholder-value");
    }

    bool comment(const Question& question, const Answer* answer) {
        const bool wanted = comments::wants_comment(question, answer);
        const bool written = answer != nullptr && answer->comment && !comments::is_blank(*answer->comment);
        if (question.type == QuestionType::text && !wanted) return false;
        if (!written) {
            if (wanted) missing(question, "missing-comment", comment_request(question, answer));
            return false;
        }
        const Comment text(*answer->comment, judge_.book());
        if (wanted && value_alone_missing_ && says_value_only(question, *answer, text)) {
            missing(question, "placeholder-comment",
                    quoted(text.quote(0, text.tokens().size(), 40)) +
                        " répète votre réponse. Pouvez-vous dire ce que vous avez vu et entendu ?",
                    language::code_points(text.source()));
            return false;
        }
        return words(question, text, wanted, "placeholder-comment");
    }

    /// « Oui. » beside the value `oui`, or « ok ». « Non. » is left: where something did not happen there may be no
    /// more to tell.
    [[nodiscard]] bool says_value_only(const Question& question, const Answer& answer, const Comment& text) const {
        if (judge_.only_says_yes(text)) return true;
        if (!answer.value || question.is_negative(*answer.value)) return false;
        const std::string label = choice_label(question, *answer.value);
        if (question.type == QuestionType::select_one && judge_.repeats_answer(text, question, label)) return true;
        // Neither folding nor the spaces between words make a text six times as long: nearly every comment ends here
        const std::size_t longest = 6 * std::max(label.size(), answer.value->size());
        const std::string said = text.skeleton(longest + 1);
        if (said.size() > longest || said == "non") return false;
        return said == Comment(*answer.value).skeleton() || said == Comment(label).skeleton();
    }

    /// Looks into a text that was written; `wanted` where the questionnaire requires it.
    bool words(const Question& question, const Comment& text, bool wanted, const char* placeholder_rule) {
        const Substance found = substance(text, question);
        if (found != Substance::content) {
            if (wanted) placeholder(question, text, found, placeholder_rule);
            return false;
        }
        if (wanted && !unclear_) {
            thin(question, text);
            parts(question, text);
        }
        return true;
    }

    /// Asks about the parts of a question that a short text passes over. After a negative value the others mostly no
    /// longer apply: « Vous a-t-on salué ? Qui ? »
    void parts(const Question& question, const Comment& text) {
        const Answer* const answer = report_.find(question.name);
        if (part_words_ == 0) return;
        if (answer != nullptr && answer->value && question.is_negative(*answer->value)) return;
        const auto names = [&]() -> const comments::KnownNames& {
            if (!names_) names_ = comments::known_names(report_, context_);
            return *names_;
        };
        const std::vector<std::string> open = parts_.unanswered(question, text, names, part_words_);
        if (open.empty()) return;
        std::string list;
        for (const std::string& part : open) list += (list.empty() ? "" : ", ") + quoted(part);
        findings_.push_back(
            {.rule = "part-unanswered",
             .category = Category::not_judged,
             .question = question.name,
             .message = "La question demande aussi : " + list + ". Votre texte y répond-il, ou pouvez-vous l'ajouter ?",
             .suggestions = {},
             .title = "Une partie de la question"});
    }

    static std::string comment_request(const Question& question, const Answer* answer) {
        if (question.comment == CommentPolicy::if_negative && answer != nullptr && answer->value) {
            return "Vous avez répondu " + quoted(choice_label(question, *answer->value)) + " à la question " +
                   quoted(question.label) + ". Pouvez-vous dire en quelques phrases ce qui s'est passé ?";
        }
        return "Il manque le commentaire de la question " + quoted(question.label) +
               ". Pouvez-vous dire en quelques phrases ce que vous avez vu et entendu ?";
    }

    void placeholder(const Question& question, const Comment& text, Substance found, const char* rule) {
        std::string message;
        switch (found) {
            case Substance::question_repeated:
                message = "Ce texte reprend la question sans y répondre. Pouvez-vous dire ce que vous avez constaté ?";
                break;
            case Substance::mash:
                message = "Ce texte ne se lit pas. Pouvez-vous répondre à la question " + quoted(question.label) + " ?";
                break;
            default:
                message = quoted(text.quote(0, text.tokens().size(), 40)) +
                          " ne dit pas ce qui s'est passé. Pouvez-vous répondre à la question " +
                          quoted(question.label) + " ?";
        }
        missing(question, rule, std::move(message), language::code_points(text.source()));
    }

    void thin(const Question& question, const Comment& text) {
        if (question.min_words == 0) return;
        const auto figures =
            std::count_if(text.tokens().begin(), text.tokens().end(), [](const language::Token& token) {
                using language::TokenKind;
                return token.kind != TokenKind::word && token.kind != TokenKind::elided &&
                       token.kind != TokenKind::enclitic && comments::is_content(token);
            });
        const std::size_t count = text.word_count() + static_cast<std::size_t>(figures);
        if (count + thin_tolerance_ >= question.min_words) return;
        findings_.push_back({.rule = "thin-comment",
                             .category = Category::thin,
                             .question = question.name,
                             .start = 0,
                             .end = language::code_points(text.source()),
                             .message = "Ce texte compte " + std::to_string(count) + (count == 1 ? " mot" : " mots") +
                                        " ; la question en demande au moins " + std::to_string(question.min_words) +
                                        ". Que pouvez-vous ajouter de ce que vous avez vu ou entendu ?",
                             .suggestions = {},
                             .title = "Réponse trop courte"});
    }

    /// The attachments with what the host knows of their files, looked up once.
    struct File {
        const Attachment* attachment;
        AttachmentFacts facts;
        std::optional<FileFault> fault;
        bool told = false;  ///< its fault stands in a finding already
    };

    void look_at_files() {
        for (std::size_t i = 0; i < report_.attachments.size(); ++i) {
            const Attachment& attachment = report_.attachments[i];
            File file{&attachment, context_.attachment(i), {}, false};
            file.fault = fault_of(attachment, file.facts, context_.questionnaire().find(attachment.question));
            files_.push_back(std::move(file));
        }
    }

    void image(const Question& question, const Answer* answer) {
        if (!question.required) return;
        ++asked_;
        bool any = false;
        File* faulty = nullptr;
        for (File& file : files_) {
            const bool named = answer != nullptr && answer->value && *answer->value == file.attachment->file;
            if (file.attachment->question != question.name && !file.attachment->question.empty() && !named) continue;
            any = any || !file.fault;
            if (file.fault && faulty == nullptr) faulty = &file;
        }
        if (any) {
            ++answered_;
        } else if (faulty != nullptr) {
            faulty->told = true;
            missing(question, faulty->fault->rule, faulty->fault->message);
            findings_.back().title = unclear_ ? findings_.back().title : faulty->fault->title;
        } else if (answer != nullptr && answer->value && names_file(*answer->value)) {
            named_only(question, *answer->value);
        } else {
            missing(question, "missing-attachment",
                    "Il manque la pièce jointe demandée : " + quoted(question.label) + ". Pouvez-vous l'ajouter ?");
        }
    }

    /// A file that the answer names and the list of attachments does not: asked about, since only the list may lack it.
    void named_only(const Question& question, const std::string& file) {
        ++answered_;
        names_proof_ = true;
        findings_.push_back(
            {.rule = "attachment-not-listed",
             .category = Category::other,
             .question = question.name,
             .message = "La réponse nomme le fichier " + quoted(file) +
                        ", qui ne figure pas parmi les pièces jointes. Est-il bien parti avec le rapport ?",
             .suggestions = {},
             .title = "Pièce jointe à vérifier"});
    }

    void kinds() {
        for (const std::string& kind : required_kinds_) {
            File* faulty = nullptr;
            const bool there = std::any_of(files_.begin(), files_.end(), [&](File& file) {
                if (file.attachment->kind != kind) return false;
                if (file.fault && faulty == nullptr) faulty = &file;
                return !file.fault;
            });
            if (there || (faulty != nullptr && faulty->told)) continue;
            if (faulty != nullptr) {
                tell(*faulty, Category::missing);
                continue;
            }
            findings_.push_back({.rule = "missing-attachment",
                                 .category = Category::missing,
                                 .question = {},
                                 .message = "Il manque une pièce jointe que la mission exige" +
                                            (kind == "receipt" ? std::string(" : le reçu") : " (" + kind + ")") +
                                            ". Pouvez-vous l'ajouter ?",
                                 .suggestions = {},
                                 .title = "Pièce jointe manquante"});
        }
    }

    void tell(File& file, Category category) {
        file.told = true;
        findings_.push_back({.rule = file.fault->rule,
                             .category = category,
                             .question = file.attachment->question,
                             .message = file.fault->message,
                             .suggestions = {},
                             .title = file.fault->title});
    }

    /// Faults of files that nothing required, and files that came with other reports too.
    void files() {
        for (File& file : files_) {
            if (file.fault && !file.told) tell(file, Category::other);
            if (file.facts.twins.empty()) continue;
            const bool same = file.facts.twins.front().same_content;
            const std::string message = "Le fichier " + quoted(file.attachment->file) +
                                        (same ? " est aussi joint à un autre rapport."
                                              : " montre la même image que la pièce jointe d'un autre rapport.") +
                                        " Vient-il bien de cette visite ?";
            findings_.push_back({.rule = same ? "attachment-of-another-report" : "picture-of-another-report",
                                 .category = same ? Category::copied : Category::other,
                                 .question = file.attachment->question,
                                 .message = message,
                                 .suggestions = {},
                                 .title = "Pièce jointe déjà vue"});
        }
    }

    void blank() {
        const bool any_file =
            std::any_of(files_.begin(), files_.end(), [](const File& file) { return !file.fault.has_value(); });
        if (asked_ == 0 || any_file || names_proof_) return;
        if (static_cast<double>(answered_) > blank_share_ * static_cast<double>(asked_)) return;
        findings_.push_back({.rule = "blank-without-proof",
                             .category = Category::missing,
                             .question = {},
                             .message = "Ce rapport est presque vide et rien n'y montre que la visite a eu lieu. "
                                        "A-t-elle bien été faite ?",
                             .suggestions = {},
                             .mendable = false,
                             .title = "Rapport presque vide"});
    }

    void missing(const Question& question, const char* rule, std::string message, std::size_t end = 0) {
        Finding finding{.rule = rule,
                        .category = Category::missing,
                        .question = question.name,
                        .start = 0,
                        .end = end,
                        .message = std::move(message),
                        .suggestions = {},
                        .title = "Réponse manquante"};
        if (unclear_) {
            // One question to the shopper, whether value or comment or both are not there
            if (!findings_.empty() && findings_.back().rule == "unclear-whether-missing" &&
                findings_.back().question == question.name) {
                return;
            }
            finding.rule = "unclear-whether-missing";
            finding.category = Category::not_judged;
            finding.message = "Vos autres réponses ne disent pas si la question " + quoted(question.label) +
                              " s'appliquait à votre visite. Si oui, pouvez-vous y répondre ?";
        }
        findings_.push_back(std::move(finding));
    }

    const comments::SubstanceJudge& judge_;
    const PartFinder& parts_;
    const Report& report_;
    const Context& context_;
    std::size_t thin_tolerance_;
    std::size_t part_words_;
    bool value_alone_missing_;
    double blank_share_;
    const std::vector<std::string>& required_kinds_;
    std::unordered_set<std::string> placeholders_;
    std::unordered_set<std::string> accepted_;
    std::optional<comments::KnownNames> names_;
    std::vector<File> files_;
    std::vector<Finding> findings_;
    bool unclear_ = false;
    bool names_proof_ = false;  ///< an answer names a file
    std::size_t asked_ = 0;
    std::size_t answered_ = 0;
};

}  // namespace

Completeness::Completeness(const Environment& environment) {
    const auto book =
        std::make_shared<const comments::WordBook>(language::Lexicon::open(environment.resources / "french.lexicon"));
    judge_ = std::make_unique<const comments::SubstanceJudge>(book);
    parts_ = std::make_unique<const PartFinder>(book);
}

Completeness::~Completeness() = default;

PluginDescription Completeness::describe() const {
    return {
        .id = "completeness",
        .version = "2.1.1",
        .role = Role::inspection,
        .name = {.fr = "Complétude", .en = "Completeness"},
        .summary = {.fr = "Réponses, commentaires et pièces jointes qui manquent, et commentaires trop courts.",
                    .en = "Answers, comments and attachments that are missing, and comments that are too short."},
        .parameters = {
            integer_parameter(
                "thin_tolerance", 0, 0, 50, "words", {.fr = "Tolérance de longueur", .en = "Length tolerance"},
                {.fr = "Nombre de mots qui peuvent manquer au minimum de la question avant qu'un commentaire "
                       "soit signalé comme trop court.",
                 .en = "How many words a comment may fall short of its question's minimum before it is "
                       "flagged as thin."}),
            integer_parameter(
                "part_words", 15, 0, 100, "words", {.fr = "Questions multiples", .en = "Questions in several parts"},
                {.fr = "Longueur, au plus, d'un texte dont Relis demande s'il répond à chaque partie d'une "
                       "question qui en a plusieurs ; 0 : jamais.",
                 .en = "The longest text of which Relis asks whether it answers every part of a question that "
                       "has several; 0: never."}),
            boolean_parameter(
                "value_alone_missing", true, {.fr = "Réponse répétée", .en = "Value repeated"},
                {.fr = "Un commentaire exigé qui ne fait que répéter la réponse cochée (« Oui. », « ok ») compte comme "
                       "manquant, et non comme trop court.",
                 .en = "A required comment that only repeats the answer's value (« Oui. ») counts as missing "
                       "instead of thin."}),
            real_parameter("blank_share", 0.1, 0, 1, "", {.fr = "Rapport vide", .en = "Blank report"},
                           {.fr = "Part des questions exigées qui ont une réponse, au plus, pour qu'un rapport sans "
                                  "pièce jointe soit tenu pour vide.",
                            .en = "A report without attachments is blank where at most this share of its required "
                                  "questions is answered."}),
            list_parameter("required_kinds", {.fr = "Pièces jointes exigées", .en = "Required attachments"},
                           {.fr = "Genres de pièces que tout rapport doit comporter, par exemple receipt.",
                            .en = "Kinds of attachment that every report must carry, for example receipt."}),
            list_parameter("placeholders", {.fr = "Autres bouche-trous", .en = "Further placeholders"},
                           {.fr = "Textes qui, seuls dans une case, ne valent pas réponse, en plus de ceux de Relis.",
                            .en = "Texts that are no answer when alone in a box, beside those that Relis knows."}),
            list_parameter("accepted", {.fr = "Réponses courtes admises", .en = "Accepted short answers"},
                           {.fr = "Textes que Relis prendrait pour des bouche-trous et qui valent réponse ici.",
                            .en = "Texts that Relis would take for placeholders and that are answers here."})}};
}

std::vector<Finding> Completeness::inspect(const Report& report, const Context& context,
                                           const Parameters& parameters) const {
    return Pass(*judge_, *parts_, report, context, parameters).run();
}

}  // namespace relis::completeness

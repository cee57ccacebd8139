#include <algorithm>
#include <cerrno>
#include <optional>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <unistd.h>

#include "checker_line.h"
#include "command_line.h"
#include "label/make_label.h"
#include "label/system_message.h"
#include "labels.h"
#include "line_reader.h"
#include "review/check.h"
#include "review/json.h"
#include "text.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::vector<std::string> files;
    std::optional<std::string> text;
    std::string locale = "fr-CA";
};

/// An input that is open as long as this lives.
class Input {
  public:
    /// `-` is standard input. Throws LabelledError with the name.
    explicit Input(const std::string& name)
        : standard_(name == "-"), name_(standard_ ? Label{"entrée standard", "standard input"} : same_in_both(name)) {
        descriptor_ = standard_ ? STDIN_FILENO : open(name.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor_ < 0) fail(errno);
    }
    ~Input() {
        if (!standard_) close(descriptor_);
    }
    Input(const Input&) = delete;
    Input& operator=(const Input&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] const Label& name() const { return name_; }
    [[noreturn]] void fail(int error) const {
        throw LabelledError(make_label("impossible de lire {} : {}", "cannot read {}: {}", name_,
                                       system_message(std::error_code(error, std::generic_category()))));
    }

  private:
    bool standard_;
    Label name_;
    int descriptor_;
};

/// Checks texts and prints what was found, as lines for programs or for people.
class Checking {
  public:
    Checking(Session& session, const Arguments& arguments)
        : session_(session),
          format_(arguments.text ? session.format({Format::text, Format::jsonl, Format::json})
                                 : session.format({Format::jsonl, Format::json, Format::text})),
          checker_(session.options.plugins, arguments.locale) {}

    void check_text(const std::string& text) {
        const Assessment assessment = checker_.check(text);
        if (format_ == Format::text) {
            print_findings({"texte", "text"}, 1, text, assessment);
        } else {
            print_line("\"text\"", same_in_both("--text"), assessment);
        }
    }

    void check_file(const std::string& file) {
        const Input input(file);
        LineReader reader(input.descriptor(), [this] {
            check_waiting();
            session_.out().flush();
        });
        try {
            format_ == Format::text ? check_paragraphs(input.name(), reader) : check_lines(input.name(), reader);
        } catch (const std::system_error& error) {
            input.fail(error.code().value());
        }
    }

    [[nodiscard]] ExitCode code() const { return code_; }
    void note_problem(const Label& message) {
        session_.complain(message);
        code_ = ExitCode::problem;
    }

  private:
    /// The checker protocol: `{"id", "text"}` a line.
    void check_lines(const Label& name, LineReader& reader) {
        std::string_view line;
        while (!session_.out().closed() && reader.next(line)) {
            if (reader.number() == 1 && line.starts_with("\xEF\xBB\xBF")) line.remove_prefix(3);
            if (line.find_first_not_of(" \t\r") == std::string_view::npos) continue;
            const Label place = make_label("{}:{}", "{}:{}", name, reader.number());
            if (std::optional<CheckerLine> plain = read_plain_line(line)) {
                wait(std::move(plain->id), place, std::move(plain->text));
                continue;
            }
            const nlohmann::json json = nlohmann::json::parse(line, nullptr, false);
            if (!json.is_object()) {
                note_problem(make_label("{} : pas d'objet JSON en UTF-8 ; une ligne est {{\"id\": …, \"text\": …}}",
                                        "{}: no JSON object in UTF-8; a line is {{\"id\": …, \"text\": …}}", place));
                continue;
            }
            const auto id = json.find("id"), text = json.find("text");
            if (id == json.end() || !(id->is_string() || id->is_number())) {
                note_problem(make_label("{} : « id » manque, ou n'est ni un texte ni un nombre",
                                        "{}: \"id\" is missing, or neither a text nor a number", place));
            } else if (text == json.end() || !text->is_string()) {
                note_problem(make_label("{} : « text » manque, ou n'est pas un texte",
                                        "{}: \"text\" is missing or no text", place));
            } else {
                wait(id->dump(), place, text->get<std::string>());
            }
        }
        check_waiting();
    }

    void wait(std::string id, Label place, std::string text) {
        ids_.push_back({std::move(id), std::move(place)});
        texts_.push_back(std::move(text));
        if (texts_.size() == most_waiting) check_waiting();
    }

    /// Answers the lines read so far: together they cost the plugin one call.
    void check_waiting() {
        const std::vector<Assessment> assessments = checker_.check(texts_);
        for (std::size_t i = 0; i < assessments.size(); ++i) print_line(ids_[i].id, ids_[i].place, assessments[i]);
        ids_.clear();
        texts_.clear();
    }

    void print_line(const std::string& id, const Label& place, const Assessment& assessment) {
        if (assessment.state == AssessmentState::failed) note_problem(not_checked(place, assessment.reason));
        session_.out().line(review::checker_json(id, assessment));
    }

    /// Plain text: paragraphs with empty lines between.
    void check_paragraphs(const Label& name, LineReader& reader) {
        std::string paragraph;
        std::size_t first = 1;
        const auto finish = [&] {
            if (!paragraph.empty()) print_findings(name, first, paragraph, checker_.check(paragraph));
            paragraph.clear();
        };
        std::string_view line;
        while (!session_.out().closed() && reader.next(line)) {
            if (line.find_first_not_of(" \t\r") == std::string_view::npos) {
                finish();
                continue;
            }
            if (paragraph.empty()) {
                first = reader.number();
            } else {
                paragraph += '\n';
            }
            paragraph += line;
        }
        finish();
    }

    /// `file:line:column: …` a finding; lines and columns from 1.
    void print_findings(const Label& name, std::size_t first_line, const std::string& text,
                        const Assessment& assessment) {
        if (assessment.state == AssessmentState::failed) {
            return note_problem(not_checked(make_label("{}:{}", "{}:{}", name, first_line), assessment.reason));
        }
        for (const Finding& finding : assessment.findings) {
            const std::string before = slice(text, 0, finding.start);
            const auto line = first_line + static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
            const std::size_t line_start = before.rfind('\n') == std::string::npos ? 0 : before.rfind('\n') + 1;
            const std::size_t column = code_points(std::string_view(before).substr(line_start)) + 1;
            std::string found = fmt::format("{}:{}:{}: {} [{}]: ", session_.say(name), line, column,
                                            label(finding.category), finding.rule);
            if (finding.end > finding.start) found += "« " + slice(text, finding.start, finding.end) + " » ";
            found += finding.message;
            for (std::size_t i = 0; i < finding.suggestions.size(); ++i)
                found += (i == 0 ? " → " : ", ") + finding.suggestions[i];
            session_.out().line(printable(found));
        }
    }

    static Label not_checked(const Label& place, const std::string& reason) {
        return make_label("{} : non vérifié : {}", "{}: not checked: {}", place, reason);
    }

    static std::size_t code_points(std::string_view text) {
        return static_cast<std::size_t>(std::count_if(
            text.begin(), text.end(), [](char byte) { return (static_cast<unsigned char>(byte) & 0xC0U) != 0x80U; }));
    }

    /// A line of the checker protocol that waits for its answer.
    struct Waiting {
        std::string id;  ///< as JSON
        Label place;
    };
    static constexpr std::size_t most_waiting = 64;

    Session& session_;
    Format format_;
    std::vector<Waiting> ids_;
    std::vector<std::string> texts_;  ///< of ids_
    review::TextChecker checker_;
    ExitCode code_ = ExitCode::done;
};

ExitCode check(Session& session, const Arguments& arguments) {
    if (arguments.text && !arguments.files.empty())
        throw WrongUse({"donnez des fichiers ou --text, pas les deux", "give files or --text, not both"});
    Checking checking(session, arguments);
    if (arguments.text) checking.check_text(*arguments.text);
    std::vector<std::string> files = arguments.files;
    if (files.empty() && !arguments.text) files.emplace_back("-");
    for (const std::string& file : files) {
        try {
            checking.check_file(file);
        } catch (const std::runtime_error& error) {
            checking.note_problem(message_of(error));
        }
    }
    return checking.code();
}

}  // namespace

void add_check(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb = line.add_verb(
        "check", "Check French texts, without a database",
        "  echo '{\"id\": 1, \"text\": \"Il a mangé deux pomme.\"}' | relis check\n"
        "  relis check comments.jsonl > findings.jsonl           {\"id\", \"text\"} in, {\"id\", \"findings\"} out\n"
        "  relis check --format text letter.txt                  plain text in, file:line:column out\n"
        "  relis check --text \"Il a mangé deux pomme.\"");
    verb->add_option("file", arguments->files, "Files; none or -: standard input")->type_name("FILE");
    verb->add_option("--text", arguments->text, "This text instead of a file")->type_name("TEXT");
    verb->add_option("--locale", arguments->locale, "Typography and vocabulary")
        ->type_name("LOCALE")
        ->check(CLI::IsMember({"fr-CA", "fr-FR"}))
        ->capture_default_str();
    line.on(verb, [arguments](Session& session) { return check(session, *arguments); });
}

}  // namespace relis::cli

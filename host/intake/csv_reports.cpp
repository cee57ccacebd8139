#include "csv_reports.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <charconv>
#include <map>

#include "csv_rows.h"
#include "csv_times.h"
#include "delivery.h"
#include "label/make_label.h"
#include "report_json.h"
#include "text_check.h"
#include "value_forms.h"

namespace relis::intake {
namespace {

constexpr std::array<std::string_view, 13> report_columns{
    "report_id",  "mission_id",  "programme", "questionnaire", "site.id",      "site.name", "site.city",
    "shopper_id", "visit.start", "visit.end", "due_at",        "submitted_at", "revision"};
constexpr std::array<std::string_view, 6> required_columns{"report_id",     "mission_id", "programme",
                                                           "questionnaire", "site.id",    "shopper_id"};

enum class Part { report, value, comment, file, kind, unnamed };

struct Column {
    std::string name;      ///< as the header has it
    std::string question;  ///< of the other parts than report
    Part part = Part::report;
};

std::string lower(std::string text) {
    std::transform(text.begin(), text.end(), text.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

/// `AB`, as a spreadsheet names the column.
std::string letters_of(std::size_t index) {
    std::string letters;
    for (std::size_t rest = index + 1; rest > 0; rest = (rest - 1) / 26) {
        letters.insert(letters.begin(), static_cast<char>('A' + (rest - 1) % 26));
    }
    return letters;
}

/// As the field of a problem.
std::string letter_name(std::size_t index) {
    return "column " + letters_of(index);
}

Column column_of(std::string_view header, std::size_t index) {
    Column column;
    column.name = std::string(trimmed(header));
    if (column.name.empty()) {
        column.name = letter_name(index);
        column.part = Part::unnamed;
        return column;
    }
    const std::string lowered = lower(column.name);
    if (std::find(report_columns.begin(), report_columns.end(), lowered) != report_columns.end()) {
        column.name = lowered;
        return column;
    }
    column.part = Part::value;
    column.question = column.name;
    for (const auto& [suffix, part] : {std::pair{std::string_view(".comment"), Part::comment},
                                       {std::string_view(".file"), Part::file},
                                       {std::string_view(".kind"), Part::kind}}) {
        if (column.name.size() > suffix.size() && lowered.ends_with(suffix)) {
            column.part = part;
            column.question.resize(column.question.size() - suffix.size());
        }
    }
    return column;
}

std::vector<Column> columns_of(const CsvRow& header, const std::string& file) {
    std::vector<Column> columns;
    std::map<std::string, std::size_t, std::less<>> seen;
    for (std::size_t i = 0; i < header.cells.size(); ++i) {
        columns.push_back(column_of(header.cells[i], i));
        std::vector<Problem> problems;
        check_id(columns.back().name, "", problems);
        if (!problems.empty()) {
            throw FileError(
                file, make_label("le nom de la colonne {} de la première ligne {}",
                                 "the name of column {} in the first row {}", letters_of(i), problems.front().message));
        }
        if (!seen.emplace(columns.back().name, i).second) {
            throw FileError(file, make_label("la première ligne a deux fois la colonne {}",
                                             "the first row has the column {} twice", in_quotes(columns.back().name)));
        }
    }
    std::string missing;
    for (const std::string_view name : required_columns) {
        if (!seen.contains(name)) missing += (missing.empty() ? "" : ", ") + std::string(name);
    }
    if (!missing.empty()) {
        throw FileError(
            file, make_label("n'est pas un tableau de rapports : il manque à sa première ligne les colonnes {} "
                             "(elle commence par {})",
                             "is no table of reports: its first row lacks the columns {} (it begins with {})", missing,
                             in_quotes(as_valid_text(header.raw))));
    }
    return columns;
}

/// Turns the cells of one row into a report.
class RowReader {
  public:
    RowReader(const std::vector<Column>& columns, const CsvRow& row, const CellTimes& times,
              std::vector<Problem>& problems)
        : columns_(columns), row_(row), times_(times), problems_(problems) {}

    Report report(const ReadOptions& options) {
        Report report;
        check_cells();
        report.report_id = id("report_id");
        report.mission_id = id("mission_id");
        report.programme = id("programme");
        report.questionnaire = id("questionnaire");
        report.site.id = id("site.id");
        report.site.name = text("site.name");
        report.site.city = text("site.city");
        report.shopper_id = id("shopper_id");
        report.visit_start = moment("visit.start");
        report.visit_end = moment("visit.end");
        report.due_at = moment("due_at");
        report.submitted_at = moment("submitted_at");
        report.revision = revision();
        const auto rules = options.questionnaire ? options.questionnaire(report.questionnaire) : nullptr;
        for (std::size_t i = 0; i < columns_.size(); ++i) take_answer(i, rules.get(), report);
        return report;
    }

  private:
    std::string_view cell(std::size_t index) const {
        return index < row_.cells.size() ? std::string_view(row_.cells[index]) : std::string_view{};
    }

    std::string_view cell(std::string_view name) const {
        const auto found = std::find_if(columns_.begin(), columns_.end(), [&](const Column& column) {
            return column.part == Part::report && column.name == name;
        });
        return found == columns_.end() ? std::string_view{} : cell(static_cast<std::size_t>(found - columns_.begin()));
    }

    void check_cells() {
        for (std::size_t i = 0; i < row_.cells.size(); ++i) {
            const std::string& text = row_.cells[i];
            const std::string name = i < columns_.size() ? columns_[i].name : letter_name(i);
            const bool named = i < columns_.size() && columns_[i].part != Part::unnamed;
            if (!named && !trimmed(text).empty()) {
                problems_.push_back({name,
                                     make_label("contient {}, mais la première ligne n'y nomme aucune colonne",
                                                "holds {}, but the first row names no column there", in_quotes(text)),
                                     true});
            } else if (const auto invalid = first_invalid_utf8(text)) {
                problems_.push_back({name,
                                     make_label("n'est pas de l'UTF-8 valide à l'octet {} de la cellule",
                                                "invalid UTF-8 at byte {} of the cell", *invalid),
                                     true});
            } else if (text.size() > max_comment_bytes) {
                problems_.push_back({name, too_long(text.size()), true});
            } else if (named && columns_[i].part != Part::report) {
                check_characters(text, name, problems_);
            }
        }
        if (row_.cells.size() < columns_.size() && !row_.ended) {
            problems_.push_back({"",
                                 make_label("le fichier s'arrête après la cellule {} sur {} : la ligne est coupée",
                                            "the file ends after cell {} of {}: the row is cut off", row_.cells.size(),
                                            columns_.size()),
                                 true});
        }
    }

    std::string text(std::string_view name) {
        const std::string_view value = trimmed(cell(name));
        check_characters(value, std::string(name), problems_);
        return std::string(value);
    }

    std::string id(std::string_view name) {
        const std::string_view value = trimmed(cell(name));
        check_id(value, std::string(name), problems_);
        return std::string(value);
    }

    std::optional<Moment> moment(std::string_view name) {
        const std::string_view value = trimmed(cell(name));
        if (value.empty()) return std::nullopt;
        const auto moment = times_.read(value);
        if (!moment) {
            problems_.push_back({std::string(name),
                                 make_label("{} n'est pas une date avec heure (comme 16/06/2026 14:05 ou "
                                            "2026-06-16T14:05:00-04:00)",
                                            "{} is no date and time (as 16/06/2026 14:05 or 2026-06-16T14:05:00-04:00)",
                                            in_quotes(value)),
                                 true});
        }
        return moment;
    }

    int revision() {
        const std::string_view value = trimmed(cell("revision"));
        if (value.empty()) return 1;
        int number = 0;
        const auto result = std::from_chars(value.data(), value.data() + value.size(), number);
        if (result.ec != std::errc{} || result.ptr != value.data() + value.size() || number < 1 || number > 1'000'000) {
            problems_.push_back({"revision",
                                 make_label("{} n'est pas un nombre entier de 1 à 1000000",
                                            "{} is no whole number from 1 to 1000000", in_quotes(value)),
                                 true});
            return 1;
        }
        return number;
    }

    static Answer& answer_of(Report& report, const std::string& question) {
        for (Answer& answer : report.answers) {
            if (answer.question == question) return answer;
        }
        report.answers.push_back({question, std::nullopt, std::nullopt});
        return report.answers.back();
    }

    void take_answer(std::size_t index, const QuestionnaireRules* rules, Report& report) {
        const Column& column = columns_[index];
        const std::string_view written = cell(index);
        if (trimmed(written).empty()) return;
        switch (column.part) {
            case Part::value: {
                const Question* const question = rules ? rules->questionnaire().find(column.question) : nullptr;
                answer_of(report, column.question).value =
                    question ? canonical_cell(question->type, written) : std::string(written);
                break;
            }
            case Part::comment:
                answer_of(report, column.question).comment = std::string(written);
                break;
            case Part::file: {
                Attachment attachment{column.question, "", std::string(trimmed(written))};
                const auto kind = std::find_if(columns_.begin(), columns_.end(), [&](const Column& other) {
                    return other.part == Part::kind && other.question == column.question;
                });
                if (kind != columns_.end()) {
                    attachment.kind = trimmed(cell(static_cast<std::size_t>(kind - columns_.begin())));
                }
                report.attachments.push_back(std::move(attachment));
                break;
            }
            case Part::kind:
            case Part::report:
            case Part::unnamed:
                break;
        }
    }

    const std::vector<Column>& columns_;
    const CsvRow& row_;
    const CellTimes& times_;
    std::vector<Problem>& problems_;
};

/// `answers[2].value` in the words of the table: the column that holds it.
std::string in_columns(const std::string& field, const Report& report) {
    const auto entry = [&](std::string_view list) -> std::optional<std::size_t> {
        std::size_t index = 0;
        if (!field.starts_with(list) ||
            std::from_chars(field.data() + list.size(), field.data() + field.size(), index).ec != std::errc{}) {
            return std::nullopt;
        }
        return index;
    };
    if (const auto answer = entry("answers["); answer && *answer < report.answers.size()) {
        return report.answers[*answer].question + (field.ends_with(".comment") ? ".comment" : "");
    }
    if (const auto attachment = entry("attachments["); attachment && *attachment < report.attachments.size()) {
        return report.attachments[*attachment].question + ".file";
    }
    return field;
}

}  // namespace

void read_csv(ByteSource& source, const ReportHandler& handler, const ReadOptions& options, ReadSummary& summary) {
    const CellTimes times(options.time_zone);
    DecodedSource decoded(source);
    CsvRows rows(decoded, options.record_limit);
    CsvRow header;
    do {
        if (!rows.next(header)) throw FileError(source.name(), nothing_to_import());
    } while (trimmed(header.raw).empty());
    if (header.error) {
        throw FileError(source.name(), make_label("la première ligne est illisible : {}",
                                                  "the first row cannot be read: {}", *header.error));
    }
    const std::vector<Column> columns = columns_of(header, source.name());
    CsvRow row;
    std::size_t index = 0;
    while (rows.next(row)) {
        const bool blank = std::all_of(row.cells.begin(), row.cells.end(),
                                       [](const std::string& cell) { return trimmed(cell).empty(); });
        if (!row.error && blank) continue;
        Place place{source.name(), row.line, ++index, 0};
        std::vector<Problem> problems;
        Report report;
        if (!row.error) {
            report = RowReader(columns, row, times, problems).report(options);
            check_report(report, problems);
        } else {
            problems.push_back({"", *row.error, true});
        }
        check_with_questionnaire(report, options, problems);
        for (Problem& problem : problems) problem.field = in_columns(problem.field, report);
        hand_over(std::move(report), std::move(problems), std::move(place), header.raw + "\r\n" + row.raw + "\r\n",
                  row.whole, handler, summary);
    }
}

}  // namespace relis::intake

#include <array>
#include <utility>

#include "command_line.h"
#include "label/make_label.h"
#include "labels.h"
#include "review/json.h"
#include "review/queue.h"

namespace relis::cli {

namespace {

using review::QueueColumn;

constexpr std::size_t page_size = 500;
constexpr std::size_t narrow = 100;  // columns under which the rating is left out

const std::map<std::string, QueueColumn> sort_columns = {
    {"due", QueueColumn::due_at},
    {"site", QueueColumn::site},
    {"shopper", QueueColumn::shopper},
    {"reliability", QueueColumn::reliability},
    {"detail", QueueColumn::detail},
    {"french", QueueColumn::french},
    {"flags", QueueColumn::flags},
    {"missing", QueueColumn::missing},
    {"recommendation", QueueColumn::recommendation},
    {"state", QueueColumn::state},
    {"submitted", QueueColumn::submitted_at},
    {"programme", QueueColumn::programme},
    {"held", QueueColumn::held_by},
};

struct Arguments {
    review::QueueQuery query;
    std::string sort = "due";
    std::string state;
    std::string recommendation;
    bool all = false;
    std::size_t limit = 50;
};

/// The rows for people; what stands in each line depends on how wide the terminal is.
class QueueTable {
  public:
    QueueTable(Output& out, bool with_state)
        : out_(out),
          with_state_(with_state),
          with_rating_(out.columns() == 0 || out.columns() >= narrow),
          table_(columns()),
          now_(present()) {}

    void add(const review::QueueRow& row) {
        std::vector<Cell> cells{due_cell(row.due_at, now_), row.report_id, row.site, row.shopper};
        if (with_rating_) cells.emplace_back(score_text(row.reliability));
        cells.emplace_back(score_text(row.detail));
        cells.emplace_back(score_text(row.french));
        cells.emplace_back(row.missing == 0 ? "" : std::to_string(row.missing));
        cells.emplace_back(row.flags == 0 ? "" : std::to_string(row.flags));
        cells.emplace_back(label(row.recommendation));
        if (with_state_) cells.emplace_back(label(row.state));
        table_.add(std::move(cells));
        if (table_.waiting() >= page_size) table_.print(out_);
    }

    void finish() { table_.print(out_); }

  private:
    [[nodiscard]] std::vector<Column> columns() const {
        constexpr auto right = Column::Align::right;
        std::vector<Column> columns{{"Échéance"},
                                    {"Rapport"},
                                    {"Point de vente", Column::Align::left, 9},
                                    {"Client mystère", Column::Align::left, 8}};
        if (with_rating_) columns.push_back({"Cote", right});
        columns.insert(columns.end(),
                       {{"Dét.", right}, {"Fr.", right}, {"Manq.", right}, {"Sign.", right}, {"Conseil"}});
        if (with_state_) columns.push_back({"État"});
        return columns;
    }

    Output& out_;
    bool with_state_;
    bool with_rating_;
    Table table_;
    Moment now_;
};

review::QueueQuery query_of(const Arguments& arguments) {
    review::QueueQuery query = arguments.query;
    query.sort = sort_columns.at(arguments.sort);
    query.open_only = !arguments.all;
    query.state = review::report_state_from(arguments.state);
    query.recommendation = decision_from(arguments.recommendation);
    return query;
}

/// Hands the rows to `take` until there are enough. Returns whether there are more.
template <class Take>
bool for_each_row(Session& session, const review::QueueQuery& query, std::size_t limit, const Take& take) {
    std::string next;
    std::size_t taken = 0;
    do {
        const std::size_t wanted = limit == 0 ? page_size : std::min(page_size, limit - taken);
        const review::QueuePage page = review::queue_page(session.workspace(), query, next, wanted);
        for (const review::QueueRow& row : page.rows) take(row);
        taken += page.rows.size();
        next = page.next;
        if (session.out().closed()) return false;
    } while (!next.empty() && (limit == 0 || taken < limit));
    return !next.empty();
}

ExitCode queue(Session& session, const Arguments& arguments) {
    const Format format = session.format({Format::table, Format::json, Format::jsonl});
    const review::QueueQuery query = query_of(arguments);
    Output& out = session.out();
    bool more = false;
    bool empty = true;
    if (format == Format::table) {
        QueueTable table(out, !query.open_only || query.state.has_value());
        more = for_each_row(session, query, arguments.limit, [&](const review::QueueRow& row) {
            empty = false;
            table.add(row);
        });
        if (!empty) table.finish();
    } else {
        const bool array = format == Format::json;
        if (array) out.write("[");
        for_each_row(session, query, arguments.limit, [&](const review::QueueRow& row) {
            if (array && !empty) out.write(",\n");
            empty = false;
            out.write(review::to_json(row));
            if (!array) out.write("\n");
        });
        if (array) out.line("]");
        return ExitCode::done;
    }
    if (empty) {
        session.remark({"Aucun rapport ne convient ; `relis queue --all` montre aussi ceux qui sont décidés.",
                        "No report fits; `relis queue --all` shows the decided ones too."});
    }
    if (more) {
        session.remark(make_label("Les {} premiers de {} ; --limit 0 les montre tous.",
                                  "The first {} of {}; --limit 0 shows all.", arguments.limit,
                                  review::queue_count(session.workspace(), query)));
    }
    return ExitCode::done;
}

}  // namespace

void add_queue(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb =
        line.add_verb("queue", "List the reports that wait for a decision, most urgent first",
                      "  relis queue                                   the 50 most urgent\n"
                      "  relis queue --recommendation rework --sort detail\n"
                      "  relis queue --search \"caissière\"              words of the comments\n"
                      "  relis queue --all --limit 0 --format jsonl    every report, one JSON object a line");
    verb->add_flag("--all", arguments->all, "Decided reports too");
    verb->add_option("--state", arguments->state, "Only this state")
        ->type_name("STATE")
        ->check(CLI::IsMember(
            {"submitted", "assessed", "accepted", "rework_requested", "reassigned", "held", "withdrawn", "surplus"}));
    verb->add_option("--programme", arguments->query.programme, "Only this programme")->type_name("ID");
    verb->add_option("--shopper", arguments->query.shopper_id, "Only this shopper")->type_name("ID");
    verb->add_option("--recommendation", arguments->recommendation, "Only what is recommended so")
        ->type_name("DECISION")
        ->check(CLI::IsMember({"accept", "rework", "reassign"}));
    verb->add_option("--search", arguments->query.search, "Only reports with these words")->type_name("WORDS");
    verb->add_option("--sort", arguments->sort, "Order by this column")
        ->type_name("COLUMN")
        ->check(CLI::IsMember(&sort_columns))
        ->capture_default_str();
    verb->add_flag("--descending", arguments->query.descending, "Highest, latest or last first");
    verb->add_option("--limit", arguments->limit, "At most so many; 0: all")
        ->type_name("N")
        ->check(whole_number_from(0))
        ->capture_default_str();
    line.on(verb, [arguments](Session& session) { return queue(session, *arguments); });
}

}  // namespace relis::cli

#include "command_line.h"
#include "report_text.h"
#include "review/json.h"
#include "review/queue.h"
#include "review/report_details.h"

namespace relis::cli {

namespace {

struct Arguments {
    std::vector<std::string> reports;
    bool all = false;
};

/// Prints reports one after the other in one format.
class ReportPrinter {
  public:
    ReportPrinter(Session& session, Format format, bool array) : session_(session), format_(format), array_(array) {
        if (array_) session_.out().write("[");
    }

    void print(const std::string& id) {
        const review::ReportDetails details = review::load_report(session_.workspace(), id);
        Output& out = session_.out();
        if (format_ == Format::table) {
            if (!first_) out.line("\n" + std::string(20, '='));
            print_report(out, details);
        } else {
            if (array_ && !first_) out.write(",\n");
            out.write(review::to_json(details));
            if (!array_) out.write("\n");
        }
        first_ = false;
    }

    void finish() {
        if (array_) session_.out().line("]");
    }

  private:
    Session& session_;
    Format format_;
    bool array_;  ///< several reports as one JSON value
    bool first_ = true;
};

void print_all(Session& session, ReportPrinter& printer) {
    review::QueueQuery query;
    query.open_only = false;
    std::string next;
    do {
        const review::QueuePage page = review::queue_page(session.workspace(), query, next);
        for (const review::QueueRow& row : page.rows) {
            if (session.out().closed()) return;
            printer.print(row.report_id);
        }
        next = page.next;
    } while (!next.empty());
}

ExitCode show(Session& session, const Arguments& arguments) {
    if (arguments.all == !arguments.reports.empty()) {
        throw WrongUse({"nommez les rapports à montrer, ou --all, pas les deux ; voyez `relis show --help`",
                        "name the reports to show, or --all, not both; see `relis show --help`"});
    }
    const Format format = session.format({Format::table, Format::json, Format::jsonl});
    ReportPrinter printer(session, format, format == Format::json && arguments.reports.size() != 1);
    ExitCode code = ExitCode::done;
    if (arguments.all) {
        print_all(session, printer);
    } else {
        review::Workspace& workspace = session.workspace();  // its errors are not those of one report
        static_cast<void>(workspace);
        for (const std::string& id : arguments.reports) {
            try {
                printer.print(id);
            } catch (const std::runtime_error& error) {
                session.complain(message_of(error));
                code = ExitCode::problem;
            }
        }
    }
    printer.finish();
    return code;
}

}  // namespace

void add_show(CommandLine& line) {
    const auto arguments = std::make_shared<Arguments>();
    CLI::App* const verb =
        line.add_verb("show", "Show reports with scores, findings and recommendation",
                      "  relis show R-000123                     for reading\n"
                      "  relis show R-000123 --format json       for programs\n"
                      "  relis show --all --format jsonl         every report, one JSON object a line");
    verb->add_option("report", arguments->reports, "Reports to show")->type_name("REPORT_ID");
    verb->add_flag("--all", arguments->all, "Every report, most urgent first");
    line.on(verb, [arguments](Session& session) { return show(session, *arguments); });
}

}  // namespace relis::cli

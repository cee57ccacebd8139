#include "app/draft_fields.h"

#include <array>
#include <charconv>
#include <utility>

namespace relis::app {

namespace {

using Kind = JudgementDraft::Kind;

constexpr std::array<std::pair<Kind, const char*>, 4> kinds{
    {{Kind::dismissal, "dismissal"}, {Kind::score, "score"}, {Kind::waiver, "waiver"}, {Kind::text, "text"}}};

std::string name_of(Kind kind) {
    for (const auto& [known, name] : kinds) {
        if (known == kind) {
            return name;
        }
    }
    return {};
}

using Intervention = review::Intervention;

constexpr std::array<std::pair<Intervention::Kind, const char*>, 3> interventions{{
    {Intervention::Kind::hold, "hold"},
    {Intervention::Kind::withdrawal, "withdrawal"},
    {Intervention::Kind::surplus, "surplus"},
}};

std::string name_of(Intervention::Kind kind) {
    for (const auto& [known, name] : interventions) {
        if (known == kind) {
            return name;
        }
    }
    return {};
}

/// What a finding is, in the words of a draft.
DraftFields fields_of(const ShownFinding& shown) {
    return {{"plugin", shown.plugin},
            {"rule", shown.finding.rule},
            {"question", shown.finding.question},
            {"start", std::to_string(shown.finding.start)},
            {"end", std::to_string(shown.finding.end)}};
}

bool is_about(const DraftFields& fields, const ShownFinding& shown) {
    const DraftFields wanted = fields_of(shown);
    return std::ranges::all_of(wanted,
                               [&](const auto& field) { return field_of(fields, field.first) == field.second; });
}

template <class Number>
Number number_of(const DraftFields& fields, const std::string& name) {
    const std::string text = field_of(fields, name);
    Number number{};
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::string field_of(const DraftFields& fields, const std::string& name) {
    const auto found = fields.find(name);
    return found == fields.end() ? std::string() : found->second;
}

std::string decisions_below(const std::string& report_id) {
    return "decision/" + report_id + '/';
}

std::string judgements_below(const std::string& report_id, int revision) {
    return "judgement/" + report_id + '/' + std::to_string(revision) + '/';
}

std::string key_of(const std::string& report_id, int revision, Decision decision) {
    return decisions_below(report_id) + std::to_string(revision) + '/' + std::string(to_string(decision));
}

DraftFields fields_of(const std::string& report_id, const DecisionDraft& draft) {
    DraftFields fields{
        {"kind", "decision"},     {"report", report_id},      {"decision", std::string(to_string(draft.decision))},
        {"reason", draft.reason}, {"message", draft.message}, {"assign_to", draft.assign_to}};
    if (draft.new_due_at) {
        fields["due"] = format_moment(*draft.new_due_at);
    }
    if (!draft.due_half_written.empty()) {
        fields["due_half_written"] = draft.due_half_written;
    }
    if (draft.left_out) {
        fields["left_out"] = "yes";
    }
    return fields;
}

std::optional<DecisionDraft> decision_draft_of(const DraftFields& fields) {
    const std::optional<Decision> decision = decision_from(field_of(fields, "decision"));
    if (!decision) {
        return std::nullopt;
    }
    return DecisionDraft{.decision = *decision,
                         .reason = field_of(fields, "reason"),
                         .message = field_of(fields, "message"),
                         .new_due_at = parse_moment(field_of(fields, "due")),
                         .due_half_written = field_of(fields, "due_half_written"),
                         .left_out = !field_of(fields, "left_out").empty(),
                         .assign_to = field_of(fields, "assign_to")};
}

std::string key_of(const ReportPage& page, const JudgementDraft& draft) {
    std::string key = judgements_below(page.details.row.report_id, page.details.report.revision) + name_of(draft.kind);
    if (draft.kind == Kind::score) {
        key += '/' + draft.criterion;
    } else if (draft.kind == Kind::text) {
        key += '/' + draft.question;
    } else if (draft.finding && *draft.finding < page.findings.size()) {
        for (const auto& [name, value] : fields_of(page.findings[*draft.finding])) {
            key += '/' + value;
        }
    }
    return key;
}

DraftFields fields_of(const ReportPage& page, const JudgementDraft& draft) {
    DraftFields fields;
    if (draft.finding && *draft.finding < page.findings.size()) {
        fields = fields_of(page.findings[*draft.finding]);
        fields["quote"] = page.findings[*draft.finding].quote;
    }
    fields["kind"] = name_of(draft.kind);
    fields["report"] = page.details.row.report_id;
    fields["scope"] = review::to_string(draft.scope);
    fields["reason"] = draft.reason;
    if (draft.kind == Kind::score) {
        fields["criterion"] = draft.criterion;
        std::array<char, 32> digits{};
        const auto written = std::to_chars(digits.data(), digits.data() + digits.size(), draft.score);
        fields["score"] = std::string(digits.data(), written.ptr);
    }
    if (draft.kind == Kind::text) {
        fields["question"] = draft.question;
        fields["text"] = draft.text;
        fields["base"] = std::to_string(draft.base);
    }
    return fields;
}

std::optional<JudgementDraft> judgement_draft_of(const ReportPage& page, const DraftFields& fields) {
    const auto* const kind =
        std::ranges::find_if(kinds, [&](const auto& known) { return known.second == field_of(fields, "kind"); });
    if (kind == kinds.end()) {
        return std::nullopt;
    }
    JudgementDraft draft;
    draft.kind = kind->first;
    draft.scope = review::dismissal_scope_from(field_of(fields, "scope")).value_or(review::DismissalScope::here);
    draft.reason = field_of(fields, "reason");
    draft.criterion = field_of(fields, "criterion");
    draft.score = number_of<double>(fields, "score");
    if (draft.kind == Kind::text) {
        draft.question = field_of(fields, "question");
        draft.text = field_of(fields, "text");
        draft.base = number_of<std::int64_t>(fields, "base");
    }
    if (draft.kind == Kind::dismissal) {
        const auto found =
            std::ranges::find_if(page.findings, [&](const ShownFinding& shown) { return is_about(fields, shown); });
        if (found == page.findings.end()) {
            return std::nullopt;
        }
        draft.finding = static_cast<std::size_t>(found - page.findings.begin());
    }
    return draft;
}

std::string key_of(const std::string& report_id, Intervention::Kind kind) {
    return "intervention/" + report_id + '/' + name_of(kind);
}

DraftFields fields_of(const std::string& report_id, const Intervention& wanted) {
    DraftFields fields{{"kind", "intervention"},
                       {"report", report_id},
                       {"intervention", name_of(wanted.kind)},
                       {"reason", wanted.reason}};
    if (wanted.until) {
        fields["until"] = format_moment(*wanted.until);
    }
    return fields;
}

std::optional<Intervention::Kind> intervention_of(const DraftFields& fields) {
    for (const auto& [kind, name] : interventions) {
        if (field_of(fields, "kind") == "intervention" && field_of(fields, "intervention") == name) {
            return kind;
        }
    }
    return std::nullopt;
}

}  // namespace relis::app

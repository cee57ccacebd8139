#include "app/queue_columns.h"

#include <algorithm>
#include <array>

namespace relis::app {

namespace {

using review::QueueColumn;

constexpr std::array<QueueFieldTraits, 13> fields{{
    {QueueField::due, "due", 118, QueueColumn::due_at, false, true},
    {QueueField::report, "report", 78, QueueColumn::submitted_at, false, true},
    {QueueField::programme, "programme", 112, QueueColumn::programme, false, true},
    {QueueField::site, "site", 166, QueueColumn::site, false, true},
    {QueueField::shopper, "shopper", 156, QueueColumn::shopper, false, true},
    {QueueField::reliability, "reliability", 78, QueueColumn::reliability, true, false},
    {QueueField::detail, "detail", 58, QueueColumn::detail, true, true},
    {QueueField::french, "french", 72, QueueColumn::french, true, true},
    {QueueField::flags, "flags", 78, QueueColumn::flags, true, true},
    {QueueField::missing, "missing", 92, QueueColumn::missing, true, true},
    {QueueField::recommendation, "recommendation", 142, QueueColumn::recommendation, false, true},
    {QueueField::state, "state", 82, QueueColumn::state, false, true},
    {QueueField::held, "held", 100, QueueColumn::held_by, false, true},
}};

bool holds(const std::vector<QueueColumns::Choice>& choices, QueueField field) {
    return std::ranges::any_of(choices, [field](const auto& choice) { return choice.field == field; });
}

bool shows_any(const std::vector<QueueColumns::Choice>& choices) {
    return std::ranges::any_of(choices, [](const auto& choice) { return choice.shown; });
}

}  // namespace

std::span<const QueueFieldTraits> queue_fields() {
    return fields;
}

const QueueFieldTraits& traits_of(QueueField field) {
    return fields.at(static_cast<std::size_t>(field));
}

std::string sort_key(QueueColumn sort) {
    const auto* const found = std::ranges::find(fields, std::optional(sort), &QueueFieldTraits::sort);
    return found == fields.end() ? std::string() : std::string(found->key);
}

std::optional<QueueColumn> sort_of(std::string_view key) {
    for (const QueueFieldTraits& field : fields) {
        const bool numbered = field.sort && std::to_string(static_cast<int>(*field.sort)) == key;
        if (field.key == key || numbered) {
            return field.sort;
        }
    }
    return std::nullopt;
}

QueueColumns::QueueColumns() {
    for (const QueueFieldTraits& field : fields) {
        choices_.push_back({field.field, field.shown});
    }
}

QueueColumns::QueueColumns(std::string_view text) : QueueColumns() {
    std::vector<Choice> read;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find(','), text.size());
        std::string_view key = text.substr(0, end);
        text.remove_prefix(std::min(end + 1, text.size()));
        const bool shown = !key.starts_with('-');
        if (!shown) {
            key.remove_prefix(1);
        }
        const auto* const found = std::ranges::find(fields, key, &QueueFieldTraits::key);
        if (found != fields.end() && !holds(read, found->field)) {
            read.push_back({found->field, shown});
        }
    }
    if (!shows_any(read)) {
        return;
    }
    // a column of a newer program stands where it stands at first
    for (std::size_t place = 0; place < choices_.size(); ++place) {
        if (!holds(read, choices_[place].field)) {
            read.insert(read.begin() + static_cast<std::ptrdiff_t>(std::min(place, read.size())), choices_[place]);
        }
    }
    choices_ = std::move(read);
}

std::string QueueColumns::text() const {
    std::string text;
    for (const Choice& choice : choices_) {
        text += text.empty() ? "" : ",";
        text += choice.shown ? "" : "-";
        text += traits_of(choice.field).key;
    }
    return text;
}

std::vector<QueueField> QueueColumns::shown() const {
    std::vector<QueueField> shown;
    for (const Choice& choice : choices_) {
        if (choice.shown) {
            shown.push_back(choice.field);
        }
    }
    return shown;
}

bool QueueColumns::choose(const std::vector<Choice>& choices) {
    if (!shows_any(choices)) {
        return false;
    }
    std::vector<Choice> chosen;
    for (const Choice& choice : choices) {
        if (!holds(chosen, choice.field)) {
            chosen.push_back(choice);
        }
    }
    for (const Choice& choice : choices_) {
        if (!holds(chosen, choice.field)) {
            chosen.push_back({choice.field, false});
        }
    }
    choices_ = std::move(chosen);
    return true;
}

void QueueColumns::reorder(const std::vector<QueueField>& shown) {
    auto next = shown.begin();
    for (Choice& choice : choices_) {
        if (choice.shown && next != shown.end()) {
            choice.field = *next++;
        }
    }
}

}  // namespace relis::app

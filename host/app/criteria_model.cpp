#include "app/criteria_model.h"

#include <algorithm>

#include "app/draft_fields.h"
#include "app/parameter_text.h"

namespace relis::app {

namespace {

const ParameterValue* find_value(const review::ParameterValues& values, const std::string& plugin,
                                 const std::string& parameter) {
    const auto own = values.find(plugin);
    if (own == values.end()) return nullptr;
    const auto value = own->second.find(parameter);
    return value == own->second.end() ? nullptr : &value->second;
}

constexpr std::string_view overridden = "=";
constexpr std::string_view taken_back = "-";

}  // namespace

CriteriaModel::CriteriaModel(CriteriaDesk& desk, Background& background, Drafts& drafts)
    : desk_(desk), background_(background), drafts_(drafts), preview_(desk, background) {}

void CriteriaModel::start() {
    programmes_request_.ask(
        background_, [&desk = desk_](const std::stop_token&) { return desk.programmes(); },
        [this](std::vector<review::ProgrammeName> programmes) {
            programmes_ = std::move(programmes);
            notifier_.tell(News::programmes);
        });
    open({});
}

void CriteriaModel::open(const std::string& programme) {
    const bool another = programme != programme_;
    programme_ = programme;
    if (another) preview_.clear();
    sheet_request_.ask(
        background_, [&desk = desk_, programme](const std::stop_token&) { return desk.sheet(programme); },
        [this](review::CriteriaSheet sheet) { take_sheet(std::move(sheet)); },
        [this](const Label& what) {
            error_ = what;
            notifier_.tell(News::sheet);
        });
    notifier_.tell(News::loading);
}

void CriteriaModel::reload() {
    open(programme_);
}

void CriteriaModel::take_sheet(review::CriteriaSheet sheet) {
    error_ = {};
    sheet_ = std::move(sheet);
    bring_back();
    // a change that says what is in force meanwhile is none any more
    std::erase_if(edits(), [this](const auto& edit) {
        const ParameterValue* const own = find_value(sheet_->overrides, edit.first.first, edit.first.second);
        return own == nullptr ? !edit.second : edit.second && *edit.second == *own;
    });
    notifier_.tell(News::sheet);
}

void CriteriaModel::bring_back() {
    brought_back_ = 0;
    const DraftFields* const kept = drafts_.find(draft_key());
    if (kept == nullptr || edits_.contains(programme_)) return;
    notes_[programme_] = field_of(*kept, "note");
    Edits& changes = edits();
    for (const PluginDescription& plugin : sheet_->plugins) {
        for (const ParameterSpec& spec : plugin.parameters) {
            const std::string text = field_of(*kept, plugin.id + '.' + spec.name);
            if (text.starts_with(taken_back)) {
                changes[{plugin.id, spec.name}] = std::nullopt;
            } else if (text.starts_with(overridden)) {
                const auto value = value_from(spec, text.substr(overridden.size()));
                if (value && is_allowed(spec, *value)) changes[{plugin.id, spec.name}] = *value;
            }
        }
    }
    brought_back_ = changes.size();
}

void CriteriaModel::keep() const {
    DraftFields fields{{"kind", "criteria"}, {"programme", programme_}};
    for (const auto& [key, value] : edits()) {
        fields[key.first + '.' + key.second] =
            value ? std::string(overridden) + text_of(*value) : std::string(taken_back);
    }
    if (const std::string written = note(); !written.empty()) fields["note"] = written;
    if (fields.size() > 2) {
        drafts_.keep(draft_key(), std::move(fields));
    } else {
        drafts_.forget(draft_key());
    }
}

void CriteriaModel::set_note(const std::string& note) {
    notes_[programme_] = note;
    keep();
}

std::string CriteriaModel::note() const {
    const auto found = notes_.find(programme_);
    return found == notes_.end() ? std::string() : found->second;
}

const CriteriaModel::Edits& CriteriaModel::edits() const {
    static const Edits none;
    const auto found = edits_.find(programme_);
    return found == edits_.end() ? none : found->second;
}

ParameterRow CriteriaModel::make_row(const PluginDescription& plugin, const ParameterSpec& spec) const {
    ParameterRow row;
    row.plugin = &plugin;
    row.spec = &spec;
    const ParameterValue* const inherited = find_value(sheet_->inherited, plugin.id, spec.name);
    row.without = inherited == nullptr ? spec.default_value : *inherited;
    const ParameterValue* own = find_value(sheet_->overrides, plugin.id, spec.name);
    const auto edit = edits().find({plugin.id, spec.name});
    if (edit != edits().end()) {
        row.changed = true;
        own = edit->second ? &*edit->second : nullptr;
    }
    row.value = own == nullptr ? row.without : *own;
    if (own != nullptr) {
        row.origin = ValueOrigin::overridden;
    } else if (inherited != nullptr) {
        row.origin = ValueOrigin::inherited;
    }
    return row;
}

std::vector<ParameterRow> CriteriaModel::rows() const {
    std::vector<ParameterRow> rows;
    if (!sheet_) return rows;
    for (const PluginDescription& plugin : sheet_->plugins) {
        for (const ParameterSpec& spec : plugin.parameters) rows.push_back(make_row(plugin, spec));
    }
    return rows;
}

std::optional<ParameterRow> CriteriaModel::row(const std::string& plugin, const std::string& parameter) const {
    if (!sheet_) return std::nullopt;
    for (const PluginDescription& known : sheet_->plugins) {
        if (known.id != plugin) continue;
        for (const ParameterSpec& spec : known.parameters) {
            if (spec.name == parameter) return make_row(known, spec);
        }
    }
    return std::nullopt;
}

void CriteriaModel::edit(const Key& key, std::optional<ParameterValue> value) {
    const ParameterValue* const own = find_value(sheet_->overrides, key.first, key.second);
    const bool as_in_force = own == nullptr ? !value : value && *value == *own;
    if (as_in_force) {
        edits().erase(key);
    } else {
        edits()[key] = std::move(value);
    }
    keep();
    notifier_.tell(News::value);
}

bool CriteriaModel::set(const std::string& plugin, const std::string& parameter, const ParameterValue& value) {
    const auto present = row(plugin, parameter);
    if (!present || !is_allowed(*present->spec, value)) return false;
    if (present->value == value) return true;
    edit({plugin, parameter}, value);
    return true;
}

void CriteriaModel::reset(const std::string& plugin, const std::string& parameter) {
    if (row(plugin, parameter)) edit({plugin, parameter}, std::nullopt);
}

void CriteriaModel::revert() {
    edits_.erase(programme_);
    keep();
    notifier_.tell(News::value);
}

std::size_t CriteriaModel::changes() const {
    return edits().size();
}

bool CriteriaModel::changes_elsewhere() const {
    return std::any_of(edits_.begin(), edits_.end(),
                       [this](const auto& entry) { return entry.first != programme_ && !entry.second.empty(); });
}

review::CriteriaProposal CriteriaModel::proposal() const {
    review::CriteriaProposal proposal;
    proposal.programme = programme_;
    if (!sheet_) return proposal;
    proposal.overrides = sheet_->overrides;
    for (const auto& [key, value] : edits()) {
        auto& own = proposal.overrides[key.first];
        if (value) {
            own[key.second] = *value;
        } else {
            own.erase(key.second);
        }
        if (own.empty()) proposal.overrides.erase(key.first);
    }
    return proposal;
}

void CriteriaModel::finish(Outcome outcome, std::vector<Label> errors) {
    outcome_ = errors.empty() ? outcome : Outcome::refused;
    errors_ = std::move(errors);
    if (outcome_ == Outcome::published || outcome_ == Outcome::rolled_back) {
        edits_.erase(programme_);
        notes_.erase(programme_);
        keep();
        kept_drafts_.erase(programme_);
        preview_.clear();
    }
    notifier_.tell(News::working);
    notifier_.tell(News::done);
    if (outcome_ != Outcome::refused) reload();
}

void CriteriaModel::save_draft(const std::string& note) {
    if (!sheet_ || working()) return;
    const auto kept = kept_drafts_.find(programme_);
    const std::int64_t replaced = kept == kept_drafts_.end() ? 0 : kept->second;
    work_request_.perform(
        background_,
        [&desk = desk_, proposal = proposal(), note, replaced](const std::stop_token&) {
            return desk.draft(proposal, note, replaced);
        },
        [this, programme = programme_](review::PublishResult result) {
            if (result.errors.empty()) kept_drafts_[programme] = result.criteria_set;
            finish(Outcome::drafted, std::move(result.errors));
        },
        [this](const Label& what) { finish(Outcome::refused, {what}); });
    notifier_.tell(News::working);
}

void CriteriaModel::publish(const std::string& note) {
    if (!sheet_ || working()) return;
    work_request_.perform(
        background_,
        [&desk = desk_, proposal = proposal(), note, based_on = sheet_->criteria_set](const std::stop_token&) {
            return desk.publish(proposal, note, based_on);
        },
        [this](review::ProposalResult result) {
            finish(result.overtaken ? Outcome::overtaken : Outcome::published, std::move(result.published.errors));
        },
        [this](const Label& what) { finish(Outcome::refused, {what}); });
    notifier_.tell(News::working);
}

void CriteriaModel::roll_back(std::int64_t criteria_set) {
    if (!sheet_ || working()) return;
    work_request_.perform(
        background_,
        [&desk = desk_, programme = programme_, criteria_set](const std::stop_token&) {
            return desk.roll_back(programme, criteria_set);
        },
        [this](review::PublishResult result) { finish(Outcome::rolled_back, std::move(result.errors)); },
        [this](const Label& what) { finish(Outcome::refused, {what}); });
    notifier_.tell(News::working);
}

void CriteriaModel::take(std::int64_t criteria_set) {
    if (!sheet_ || working()) return;
    work_request_.ask(
        background_, [&desk = desk_, criteria_set](const std::stop_token&) { return desk.overrides_of(criteria_set); },
        [this](std::optional<review::ParameterValues> values) {
            if (!values) return;
            Edits taken;
            for (const auto& [plugin, own] : sheet_->overrides) {
                for (const auto& [name, value] : own) {
                    if (find_value(*values, plugin, name) == nullptr) taken[{plugin, name}] = std::nullopt;
                }
            }
            for (const auto& [plugin, own] : *values) {
                for (const auto& [name, value] : own) {
                    const ParameterValue* const present = find_value(sheet_->overrides, plugin, name);
                    if (present == nullptr || *present != value) taken[{plugin, name}] = value;
                }
            }
            edits() = std::move(taken);
            keep();
            notifier_.tell(News::working);
            notifier_.tell(News::value);
        },
        [this](const Label& what) { finish(Outcome::refused, {what}); });
    notifier_.tell(News::working);
}

}  // namespace relis::app

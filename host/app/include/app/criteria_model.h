#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include <relis/label.h>

#include "app/background.h"
#include "app/criteria_desk.h"
#include "app/criteria_preview.h"
#include "app/drafts.h"
#include "app/notifier.h"

namespace relis::app {

/// Where the value of a parameter comes from.
enum class ValueOrigin {
    plugin_default,  ///< nobody has tuned it
    inherited,       ///< the agency's set, under a programme's
    overridden       ///< this set
};

/// One parameter as the sheet shows it.
struct ParameterRow {
    const PluginDescription* plugin = nullptr;
    const ParameterSpec* spec = nullptr;
    ParameterValue value;
    ParameterValue without;  ///< what it would be if this set did not override it
    ValueOrigin origin = ValueOrigin::plugin_default;
    bool changed = false;  ///< otherwise than in the version in force
};

/// One criteria set being edited: the agency's own or a programme's. Changes stay until they are published or thrown
/// away, also while another set is looked at and from one start of the program to the next. Lives on the interface
/// thread.
class CriteriaModel {
  public:
    enum class News {
        programmes,  ///< programmes() is known
        loading,     ///< another sheet is on its way
        sheet,       ///< everything is another
        value,       ///< changed() or a value is another
        working,     ///< working() changed
        done         ///< outcome() tells what came of saving, publishing, rolling back
    };
    enum class Outcome {
        none,
        drafted,
        published,
        rolled_back,
        overtaken,  ///< somebody published meanwhile: the sheet shows theirs, with the changes laid over it
        refused     ///< see errors()
    };

    /// All outlive the model.
    CriteriaModel(CriteriaDesk& desk, Background& background, Drafts& drafts);

    /// Loads the programmes and the agency's sheet.
    void start();
    /// Goes to another set; an empty programme means the agency's own.
    void open(const std::string& programme);
    /// Loads the same set again; changes stay.
    void reload();

    [[nodiscard]] const std::vector<review::ProgrammeName>& programmes() const { return programmes_; }
    [[nodiscard]] const std::string& programme() const { return programme_; }
    /// Null until one has been loaded.
    [[nodiscard]] const review::CriteriaSheet* sheet() const { return sheet_ ? &*sheet_ : nullptr; }
    [[nodiscard]] bool loading() const { return sheet_request_.waiting(); }
    [[nodiscard]] const Label& error() const { return error_; }

    /// All parameters, plugin after plugin. Pointers hold until the next sheet.
    [[nodiscard]] std::vector<ParameterRow> rows() const;
    [[nodiscard]] std::optional<ParameterRow> row(const std::string& plugin, const std::string& parameter) const;
    /// Gives a value of the parameter's type; false where it is outside its range, and then nothing changes.
    bool set(const std::string& plugin, const std::string& parameter, const ParameterValue& value);
    /// Takes this set's override back, so that the value is the agency's or the default again.
    void reset(const std::string& plugin, const std::string& parameter);
    /// Throws the changes away.
    void revert();
    /// How many parameters are otherwise than in the version in force.
    [[nodiscard]] std::size_t changes() const;
    /// Whether a set that is not shown has changes too.
    [[nodiscard]] bool changes_elsewhere() const;
    [[nodiscard]] review::CriteriaProposal proposal() const;
    /// How many changes the sheet took over from an earlier time with the last News::sheet.
    [[nodiscard]] std::size_t brought_back() const { return brought_back_; }

    /// What is being written for the history, kept with the changes.
    void set_note(const std::string& note);
    [[nodiscard]] std::string note() const;

    void save_draft(const std::string& note);
    void publish(const std::string& note);
    void roll_back(std::int64_t criteria_set);
    /// Takes what a stored version overrides as the changes.
    void take(std::int64_t criteria_set);
    [[nodiscard]] bool working() const { return work_request_.waiting(); }
    [[nodiscard]] Outcome outcome() const { return outcome_; }
    /// Why the last work was refused.
    [[nodiscard]] const std::vector<Label>& errors() const { return errors_; }

    [[nodiscard]] CriteriaPreview& preview() { return preview_; }
    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    using Key = std::pair<std::string, std::string>;  ///< plugin, parameter
    /// Absent: the override is taken back.
    using Edits = std::map<Key, std::optional<ParameterValue>>;

    [[nodiscard]] ParameterRow make_row(const PluginDescription& plugin, const ParameterSpec& spec) const;
    [[nodiscard]] Edits& edits() { return edits_[programme_]; }
    [[nodiscard]] const Edits& edits() const;
    void edit(const Key& key, std::optional<ParameterValue> value);
    void take_sheet(review::CriteriaSheet sheet);
    void bring_back();
    void keep() const;
    [[nodiscard]] std::string draft_key() const { return "criteria/" + programme_; }
    void finish(Outcome outcome, std::vector<Label> errors);

    CriteriaDesk& desk_;
    Background& background_;
    Drafts& drafts_;
    std::vector<review::ProgrammeName> programmes_;
    std::string programme_;
    std::optional<review::CriteriaSheet> sheet_;
    std::map<std::string, Edits> edits_;        ///< by programme
    std::map<std::string, std::string> notes_;  ///< by programme
    std::size_t brought_back_ = 0;
    std::map<std::string, std::int64_t> kept_drafts_;  ///< by programme: the draft that save_draft made here
    Label error_;
    Outcome outcome_ = Outcome::none;
    std::vector<Label> errors_;
    CriteriaPreview preview_;
    Notifier<News> notifier_;
    Request programmes_request_;
    Request sheet_request_;
    Request work_request_;
};

}  // namespace relis::app

#pragma once

#include <functional>
#include <string>
#include <vector>

#include "app/drafts.h"

class wxTextCtrl;
class wxChoice;
class wxCheckBox;

namespace relis::app {

/// The fields of a form, kept on disk while somebody writes until they are sent; what was written about a thing comes
/// back when the form is about it again, also after another start. Lives on the interface thread.
class KeptForm {
  public:
    using Read = std::function<std::string()>;
    using Write = std::function<void(const std::string&)>;

    /// `drafts` outlives the form.
    explicit KeptForm(Drafts& drafts) : drafts_(drafts) {}

    /// Fields, by names that stay the same from version to version; brought back in the order in which they are named.
    /// The form is worth keeping as soon as a text is not what it was when about() was called, and not blank; a choice
    /// alone is not. `write` must not make the form be kept.
    void text(const std::string& name, Read read, Write write);
    void choice(const std::string& name, Read read, Write write);
    /// A control that keeps the form whenever somebody changes it.
    void text(const std::string& name, wxTextCtrl& control);
    void choice(const std::string& name, wxChoice& control);
    void choice(const std::string& name, wxCheckBox& control);

    /// What the form is about from now on, by the draft's key, and what else its draft says: `kind` at least. Fields
    /// hold what they begin with; what is kept replaces it. True where something was.
    bool about(const std::string& key, DraftFields known);
    [[nodiscard]] const std::string& key() const { return key_; }
    /// Keeps the fields as they are; nothing before about().
    void keep();
    /// They were sent, or are not wanted any more: forgets them. What stands in them now counts as their beginning.
    void done();

  private:
    struct Field {
        std::string name;
        Read read;
        Write write;
        bool written = false;
        std::string beginning;
    };
    void begin();

    Drafts& drafts_;
    std::vector<Field> fields_;
    std::string key_;
    DraftFields known_;
    bool restoring_ = false;
};

}  // namespace relis::app

#pragma once

#include <cstddef>
#include <filesystem>
#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <relis/label.h>

#include "app/notifier.h"

namespace relis::app {

/// What was typed, as names and values that stay the same from version to version.
using DraftFields = std::map<std::string, std::string>;

/// A text that was typed and not yet recorded.
struct Draft {
    std::string key;  ///< what it is about; parts separated by slashes
    DraftFields fields;
};

/// Everything typed and not yet recorded, and where the window stood, kept on disk while it is being typed: a crash, a
/// power cut or closing the window loses none of it. A thread of its own writes, one small file a text, always the
/// latest; the destructor waits until all of it is written. Lives on the interface thread.
class Drafts {
  public:
    /// Tells, from another thread, that a text could not be written; once until one can be written again.
    using Failed = std::function<void(const Label& what)>;

    /// Keeps in memory only until open().
    Drafts();
    ~Drafts();
    Drafts(const Drafts&) = delete;
    Drafts& operator=(const Drafts&) = delete;

    /// Reads what a folder keeps and writes into it from now on; makes the folder, for its user alone. A file that
    /// cannot be read is left where it is and passed by. What cannot be made or read is told to `failed`.
    void open(const std::filesystem::path& folder, Failed failed);

    /// Keeps the latest of a text.
    void keep(const std::string& key, DraftFields fields);
    void forget(const std::string& key);
    /// Forgets all whose key begins so.
    void forget_below(std::string_view beginning);
    /// Null where nothing is kept. Holds until the next keep() or forget().
    [[nodiscard]] const DraftFields* find(const std::string& key) const;
    /// Those whose key begins so, by key.
    [[nodiscard]] std::vector<Draft> all(std::string_view beginning = {}) const;

    /// Where the window stood when it was last told; written like a text.
    void keep_place(DraftFields place);
    [[nodiscard]] const DraftFields& place() const { return place_; }

    /// Another text is kept or one was forgotten; not each key typed into one that is kept already.
    [[nodiscard]] Notifier<>& notifier() { return notifier_; }

  private:
    class Writer;

    std::map<std::string, DraftFields> kept_;
    DraftFields place_;
    std::unique_ptr<Writer> writer_;
    Notifier<> notifier_;
};

/// The folder for the texts of one user at one database: below `state`, named by a hash, since a database's URL may
/// hold a password.
[[nodiscard]] std::filesystem::path draft_folder(const std::filesystem::path& state, const std::string& database,
                                                 const std::string& user);

}  // namespace relis::app

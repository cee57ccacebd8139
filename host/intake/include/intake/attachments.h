#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <string>
#include <vector>

#include <relis/context.h>
#include <relis/report.h>

/// The files that come with reports: whether they are there, whether they open, what they hold.
namespace relis::intake {

/// The largest file that is read whole; of a larger one only the kind is known.
inline constexpr std::uintmax_t max_attachment_bytes = std::uintmax_t{128} * 1024 * 1024;

/// What was found out about one file. The hashes are not meant against forgery.
struct AttachmentFile {
    FileState state = FileState::unknown;
    std::string media_type;    ///< from the content, by libmagic; empty where it was not read or is not recognised
    std::string content_hash;  ///< 32 hexadecimal digits; empty where it was not read
    /// 64 hexadecimal digits, equal or nearly so for pictures that look alike: the difference hash of N. Krawetz
    /// ("Kind of Like That", 2013) on 17 × 16 cells of brightness, one bit for each pair of neighbours where the right
    /// one is clearly brighter. Of JPEG and PNG only; empty for others and for pictures with too few edges to tell.
    std::string picture_hash;

    bool operator==(const AttachmentFile&) const = default;
};

/// Looks into a file. Never throws for what the file is or holds; a folder, a pipe or a link that leads nowhere is
/// `missing`. Thread safe: no shared state.
[[nodiscard]] AttachmentFile examine_attachment(const std::filesystem::path& file);

/// The attachments beside files of reports. Not thread safe: it remembers which folders it has looked into.
class AttachmentReader {
  public:
    /// What is known of each attachment of a report that was read from the file `source`; their paths count from its
    /// folder. A file that is not there is `missing` where its folder holds at least one file that could be an
    /// attachment, and `unknown` where none came at all: many systems hand over reports without their files. A path
    /// that leaves the folder, also by way of a link, is `unknown`.
    [[nodiscard]] std::vector<AttachmentFile> examine(const Report& report, const std::filesystem::path& source);

  private:
    [[nodiscard]] bool any_file_came(const std::filesystem::path& folder);

    std::map<std::filesystem::path, bool> folders_;
};

}  // namespace relis::intake

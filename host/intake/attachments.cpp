#include "intake/attachments.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <memory>
#include <optional>
#include <system_error>

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/nil_generator.hpp>
#include <boost/uuid/uuid_io.hpp>
#include <magic.h>

#include "picture.h"

namespace relis::intake {
namespace {

namespace fs = std::filesystem;
using Bytes = std::vector<std::uint8_t>;

/// What a file is called that could be an attachment; tells only whether any file came with the reports.
constexpr std::array attachment_endings{".jpg", ".jpeg", ".png", ".gif", ".webp", ".heic", ".heif", ".avif",
                                        ".tif", ".tiff", ".bmp", ".pdf", ".mp3",  ".m4a",  ".aac",  ".wav",
                                        ".ogg", ".opus", ".amr", ".3gp", ".mp4",  ".mov",  ".avi",  ".webm"};
constexpr std::size_t most_entries = 20'000;
constexpr std::uintmax_t enough_to_tell = std::uintmax_t{1024} * 1024;

std::optional<Bytes> read_file(const fs::path& file, std::uintmax_t size) {
    std::ifstream in(file, std::ios::binary);
    if (!in) return std::nullopt;
    Bytes bytes(static_cast<std::size_t>(size));
    in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
    bytes.resize(static_cast<std::size_t>(in.gcount()));
    return bytes;
}

std::string hash_of(const Bytes& bytes) {
    const boost::uuids::name_generator_sha1 generate(boost::uuids::nil_uuid());
    std::string hash = boost::uuids::to_string(generate(bytes.data(), bytes.size()));
    std::erase(hash, '-');
    return hash;
}

/// `application/octet-stream`, libmagic's word for what it does not know, becomes empty. Nothing where libmagic cannot
/// be asked.
std::optional<std::string> media_type_of(const Bytes& bytes) {
    using Magic = std::unique_ptr<magic_set, decltype(&magic_close)>;
    // Loading its table takes longer than reading a picture, and a cookie serves one thread
    thread_local const Magic magic = [] {
        Magic opened(magic_open(MAGIC_MIME_TYPE), &magic_close);
        if (opened != nullptr && magic_load(opened.get(), nullptr) != 0) opened.reset();
        return opened;
    }();
    if (magic == nullptr) return std::nullopt;
    const char* const found = magic_buffer(magic.get(), bytes.data(), bytes.size());
    const std::string type = found == nullptr ? "" : found;
    return type == "application/octet-stream" ? std::string() : type;
}

void look_at_picture(const Bytes& bytes, AttachmentFile& file) {
    GreyPicture picture;
    Decoding decoding = Decoding::not_decoded;
    if (file.media_type == "image/jpeg") decoding = decode_jpeg(bytes, picture);
    if (file.media_type == "image/png") decoding = decode_png(bytes, picture);
    if (decoding == Decoding::damaged) file.state = FileState::unreadable;
    if (decoding == Decoding::done) file.picture_hash = picture_hash(picture);
}

/// Whether `path` stands below `folder` when every link is followed.
bool stays_below(const fs::path& folder, const fs::path& path) {
    std::error_code failed;
    const fs::path base = fs::weakly_canonical(folder, failed);
    if (failed) return false;
    const fs::path real = fs::weakly_canonical(path, failed);
    if (failed) return false;
    return std::mismatch(base.begin(), base.end(), real.begin(), real.end()).first == base.end();
}

bool could_be_attachment(const fs::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
    return std::find(attachment_endings.begin(), attachment_endings.end(), ending) != attachment_endings.end();
}

}  // namespace

AttachmentFile examine_attachment(const fs::path& file) {
    AttachmentFile result;
    result.state = FileState::missing;
    std::error_code failed;
    if (!fs::is_regular_file(file, failed) || failed) return result;
    result.state = FileState::unreadable;
    const std::uintmax_t size = fs::file_size(file, failed);
    if (failed || size == 0) return result;
    const bool whole = size <= max_attachment_bytes;
    const std::optional<Bytes> bytes = read_file(file, whole ? size : enough_to_tell);
    if (!bytes || bytes->empty()) return result;
    const std::optional<std::string> media_type = media_type_of(*bytes);
    // Without libmagic's table nothing is known of any file, which must not look like a fault of this one
    result.state = media_type ? FileState::readable : FileState::unknown;
    result.media_type = media_type.value_or("");
    if (!whole) return result;
    result.content_hash = hash_of(*bytes);
    look_at_picture(*bytes, result);
    return result;
}

std::vector<AttachmentFile> AttachmentReader::examine(const Report& report, const fs::path& source) {
    const fs::path folder = source.has_parent_path() ? source.parent_path() : fs::path(".");
    std::vector<AttachmentFile> files;
    for (const Attachment& attachment : report.attachments) {
        AttachmentFile& file = files.emplace_back();
        const fs::path path = folder / fs::path(attachment.file);
        if (attachment.file.empty() || !stays_below(folder, path)) continue;
        file = examine_attachment(path);
        if (file.state == FileState::missing && !any_file_came(folder)) file.state = FileState::unknown;
    }
    return files;
}

bool AttachmentReader::any_file_came(const fs::path& folder) {
    const auto [known, fresh] = folders_.try_emplace(folder, false);
    if (!fresh) return known->second;
    std::error_code failed;
    std::size_t seen = 0;
    for (fs::recursive_directory_iterator at(folder, fs::directory_options::skip_permission_denied, failed), end;
         !failed && at != end && seen < most_entries; at.increment(failed), ++seen) {
        if (could_be_attachment(at->path())) {
            known->second = true;
            break;
        }
    }
    return known->second;
}

}  // namespace relis::intake

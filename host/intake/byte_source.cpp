#include "byte_source.h"

#include <cerrno>
#include <system_error>

#include "label/make_label.h"
#include "label/system_message.h"

namespace relis::intake {
namespace {

constexpr std::uint64_t progress_step = std::uint64_t{1024} * 1024;

}  // namespace

Label nothing_to_import() {
    return {"est vide ; il n'y a rien à importer", "is empty; there is nothing to import"};
}

std::ifstream open_file(const std::filesystem::path& file) {
    std::error_code error;
    const std::filesystem::file_status status = std::filesystem::status(file, error);
    if (status.type() == std::filesystem::file_type::not_found) {
        throw FileError(file.string(), {"ce fichier n'existe pas ; vérifiez son nom, ou s'il a été déplacé",
                                        "there is no such file; check its name, or whether it was moved meanwhile"});
    }
    if (status.type() == std::filesystem::file_type::directory) {
        throw FileError(file.string(),
                        {"est un dossier ; nommez un fichier qui s'y trouve", "is a folder; name a file in it"});
    }
    errno = 0;
    std::ifstream stream(file, std::ios::binary);
    if (!stream) {
        const std::error_code reason(errno, std::generic_category());
        throw FileError(file.string(),
                        make_label("ne peut pas être ouvert : {}", "cannot be opened: {}", system_message(reason)));
    }
    return stream;
}

ByteSource::ByteSource(std::istream& stream, std::string name, ProgressHandler progress)
    : stream_(stream), name_(std::move(name)), progress_(std::move(progress)), start_(stream.tellg()) {
    if (start_ == std::istream::pos_type(-1)) {
        stream_.clear();
        return;
    }
    stream_.seekg(0, std::ios::end);
    const std::istream::pos_type end = stream_.tellg();
    if (end != std::istream::pos_type(-1)) total_ = static_cast<std::uint64_t>(end - start_);
    stream_.clear();
    stream_.seekg(start_);
}

std::size_t ByteSource::read(char* buffer, std::size_t size) {
    if (stream_.eof()) return 0;
    stream_.read(buffer, static_cast<std::streamsize>(size));
    const auto count = static_cast<std::size_t>(stream_.gcount());
    if (stream_.bad() || (stream_.fail() && !stream_.eof())) {
        throw FileError(name_,
                        make_label("ne peut plus être lu après {} octets ; vérifiez le disque ou la connexion et "
                                   "importez-le de nouveau",
                                   "cannot be read further after {} bytes; check the disk or the connection and "
                                   "import it again",
                                   read_ + count));
    }
    read_ += count;
    if (progress_ && read_ - told_ >= progress_step) {
        told_ = read_;
        progress_({read_, total_});
    }
    return count;
}

void ByteSource::finish() const {
    if (progress_) progress_({read_, total_});
}

bool ByteSource::rewind() {
    if (start_ == std::istream::pos_type(-1)) return false;
    stream_.clear();
    stream_.seekg(start_);
    if (!stream_) return false;
    read_ = 0;
    told_ = 0;
    return true;
}

}  // namespace relis::intake

#include "mapped_file.h"

#include <cerrno>
#include <stdexcept>
#include <string>
#include <system_error>

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

namespace relis::language {

MappedFile::MappedFile(const std::filesystem::path& file) {
    const auto fail = [&](int error) {
        return std::runtime_error("cannot open the lexicon " + file.string() + ": " +
                                  std::system_category().message(error));
    };
    const int descriptor = ::open(file.c_str(), O_RDONLY | O_CLOEXEC);
    if (descriptor < 0) throw fail(errno);
    struct stat status {};
    if (::fstat(descriptor, &status) != 0) {
        const int error = errno;
        ::close(descriptor);
        throw fail(error);
    }
    size_ = static_cast<std::size_t>(status.st_size);
    if (!S_ISREG(status.st_mode) || size_ == 0) {
        ::close(descriptor);
        throw std::runtime_error("the lexicon " + file.string() + " is empty or not a file");
    }
    void* address = ::mmap(nullptr, size_, PROT_READ, MAP_SHARED, descriptor, 0);
    const int error = errno;
    ::close(descriptor);
    if (address == MAP_FAILED) throw fail(error);
    data_ = static_cast<const std::byte*>(address);
}

MappedFile::~MappedFile() {
    ::munmap(const_cast<std::byte*>(data_), size_);
}

}  // namespace relis::language

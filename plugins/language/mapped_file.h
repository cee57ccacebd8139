// A file mapped read-only and shared between processes.
#pragma once

#include <cstddef>
#include <filesystem>
#include <span>

namespace relis::language {

class MappedFile {
  public:
    /// Throws std::runtime_error naming the file and what is wrong with it.
    explicit MappedFile(const std::filesystem::path& file);
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    ~MappedFile();

    [[nodiscard]] std::span<const std::byte> bytes() const { return {data_, size_}; }

  private:
    const std::byte* data_ = nullptr;
    std::size_t size_ = 0;
};

}  // namespace relis::language

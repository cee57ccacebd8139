#pragma once

#include <cstddef>
#include <cstdint>
#include <filesystem>
#include <fstream>
#include <istream>
#include <string>

#include "intake/problem.h"

namespace relis::intake {

/// Of a file that holds nothing, or white space only.
Label nothing_to_import();

/// Opens a file for reading. Throws FileError where it is missing, a folder or not readable.
std::ifstream open_file(const std::filesystem::path& file);

/// Bytes of a stream with their count, failures as FileError, and progress about once a megabyte.
class ByteSource {
  public:
    ByteSource(std::istream& stream, std::string name, ProgressHandler progress = {});

    /// Up to `size` bytes into `buffer`; 0 at the end.
    std::size_t read(char* buffer, std::size_t size);
    /// Reports the progress at the end of the work.
    void finish() const;
    /// Back to the first byte, where the stream can seek; false: it cannot, nothing changed.
    bool rewind();

    [[nodiscard]] const std::string& name() const noexcept { return name_; }
    [[nodiscard]] std::uint64_t bytes_read() const noexcept { return read_; }

  private:
    std::istream& stream_;
    std::string name_;
    ProgressHandler progress_;
    std::istream::pos_type start_;
    std::uint64_t read_ = 0;
    std::uint64_t total_ = 0;
    std::uint64_t told_ = 0;
};

}  // namespace relis::intake

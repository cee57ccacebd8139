#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include <unicode/ucnv.h>

#include "byte_source.h"

namespace relis::intake {

/// The encoding of a text file, by its byte order mark, else by its bytes (ICU's detector for what is not UTF-8).
/// Reads the stream through where it can seek, since one accent in the last row tells; otherwise `sample` only.
/// Returns ICU's name: `UTF-8`, `UTF-16LE`, `UTF-16BE` or `windows-1252`.
std::string detect_encoding(ByteSource& source, std::string& sample);

/// The text of a stream as UTF-8, without a byte order mark, in pieces. Bytes that are no text in a UTF-8 stream stay
/// as they are, for the reader to refuse the record they stand in.
class DecodedSource {
  public:
    explicit DecodedSource(ByteSource& source);

    /// Appends the next piece to `text`; false at the end.
    bool append_to(std::string& text);

    [[nodiscard]] const std::string& encoding() const noexcept { return encoding_; }

  private:
    void decode(std::string_view bytes, bool last, std::string& text);

    struct ConverterCloser {
        void operator()(UConverter* converter) const { ucnv_close(converter); }
    };
    ByteSource& source_;
    std::string pending_;  ///< bytes that were read to detect the encoding
    std::string encoding_;
    std::unique_ptr<UConverter, ConverterCloser> converter_;  ///< null for UTF-8
    bool started_ = false;
    bool ended_ = false;
};

}  // namespace relis::intake

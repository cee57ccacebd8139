#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <vector>

/// Pictures in shades of grey, and what they look like in 256 bits.
namespace relis::intake {

/// Shades of grey, row by row.
struct GreyPicture {
    std::size_t width = 0;
    std::size_t height = 0;
    std::vector<std::uint8_t> pixels;
};

enum class Decoding {
    done,
    damaged,     ///< no picture of that format, or cut off
    not_decoded  ///< too many pixels, or colours that are not read
};

/// A JPEG at an eighth of its size where it is large enough for that, by libjpeg-turbo. A picture that breaks off
/// before its last row is damaged.
Decoding decode_jpeg(std::span<const std::uint8_t> bytes, GreyPicture& picture);

/// A PNG on white, by libpng.
Decoding decode_png(std::span<const std::uint8_t> bytes, GreyPicture& picture);

/// AttachmentFile::picture_hash of a picture; empty where too few cells differ from their neighbours.
std::string picture_hash(const GreyPicture& picture);

}  // namespace relis::intake

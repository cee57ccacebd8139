#include "picture.h"

#include <algorithm>
#include <csetjmp>
#include <cstdio>

#include <jerror.h>
#include <jpeglib.h>
#include <png.h>

namespace relis::intake {
namespace {

constexpr std::size_t most_pixels = std::size_t{60} * 1000 * 1000;
/// A progressive JPEG of more passes is made to keep a reader busy.
constexpr int most_scans = 200;
constexpr std::size_t columns = 17;
constexpr std::size_t rows = 16;
constexpr std::size_t pixels_a_cell = 8;
/// Shades by which a neighbour is clearly brighter; saving a picture anew moves the mean of a cell by less than one.
constexpr double clearly = 3;
constexpr std::size_t fewest_edges = 24;

struct JpegErrors {
    jpeg_error_mgr manager;
    std::jmp_buf leave;
    bool cut_off = false;
};

JpegErrors& errors_of(j_common_ptr codec) {
    return *static_cast<JpegErrors*>(codec->client_data);
}

void leave(j_common_ptr codec) {
    std::longjmp(errors_of(codec).leave, 1);
}

/// Warnings (level -1) are counted by libjpeg only; one of them says that the file ends too early.
void note(j_common_ptr codec, int level) {
    if (level < 0 && codec->err->msg_code == JWRN_JPEG_EOF) errors_of(codec).cut_off = true;
}

void keep_quiet(j_common_ptr /*codec*/) {}

void bound_scans(j_common_ptr codec) {
    if (reinterpret_cast<j_decompress_ptr>(codec)->input_scan_number > most_scans) leave(codec);
}

/// Everything between setjmp and the return; nothing here has a destructor that a longjmp would skip.
Decoding decode(jpeg_decompress_struct& codec, JpegErrors& errors, std::span<const std::uint8_t> bytes,
                GreyPicture& picture) {
    if (setjmp(errors.leave) != 0) return Decoding::damaged;
    jpeg_create_decompress(&codec);
    codec.client_data = &errors;
    jpeg_progress_mgr progress{};
    progress.progress_monitor = bound_scans;
    codec.progress = &progress;
    jpeg_mem_src(&codec, bytes.data(), static_cast<unsigned long>(bytes.size()));
    if (jpeg_read_header(&codec, TRUE) != JPEG_HEADER_OK) return Decoding::damaged;
    if (static_cast<std::size_t>(codec.image_width) * codec.image_height > most_pixels) return Decoding::not_decoded;
    codec.scale_num = 1;
    codec.scale_denom = 8;
    while (codec.scale_denom > 1 && (codec.image_width / codec.scale_denom < pixels_a_cell * columns ||
                                     codec.image_height / codec.scale_denom < pixels_a_cell * rows)) {
        codec.scale_denom /= 2;
    }
    // Four colours (CMYK) cannot become grey inside libjpeg
    const bool grey = codec.jpeg_color_space == JCS_GRAYSCALE || codec.jpeg_color_space == JCS_YCbCr ||
                      codec.jpeg_color_space == JCS_RGB;
    if (!grey) return Decoding::not_decoded;
    codec.out_color_space = JCS_GRAYSCALE;
    jpeg_start_decompress(&codec);
    picture.width = codec.output_width;
    picture.height = codec.output_height;
    picture.pixels.resize(picture.width * picture.height);
    while (codec.output_scanline < codec.output_height) {
        JSAMPROW row = picture.pixels.data() + codec.output_scanline * picture.width;
        jpeg_read_scanlines(&codec, &row, 1);
    }
    return errors.cut_off ? Decoding::damaged : Decoding::done;
}

/// Calls `use(cell, share)` for each of `cells` equal stretches of `length` that the unit `[at, at + 1)` lies in, with
/// the share of it that does.
template <class Use>
void for_each_cell(std::size_t at, std::size_t length, std::size_t cells, Use&& use) {
    const double cell_length = static_cast<double>(length) / static_cast<double>(cells);
    const auto begin = static_cast<double>(at);
    for (auto cell = static_cast<std::size_t>(begin / cell_length); cell < cells; ++cell) {
        const double from = std::max(begin, static_cast<double>(cell) * cell_length);
        const double to = std::min(begin + 1, static_cast<double>(cell + 1) * cell_length);
        if (from >= begin + 1) break;
        if (to > from) use(cell, to - from);
    }
}

/// The mean brightness of each cell; a pixel on a border counts for both sides by its share.
std::array<double, columns * rows> cells_of(const GreyPicture& picture) {
    std::array<double, columns * rows> cells{};
    for (std::size_t y = 0; y < picture.height; ++y) {
        std::array<double, columns> line{};
        for (std::size_t x = 0; x < picture.width; ++x) {
            const double shade = picture.pixels[y * picture.width + x];
            for_each_cell(x, picture.width, columns,
                          [&](std::size_t column, double share) { line[column] += shade * share; });
        }
        for_each_cell(y, picture.height, rows, [&](std::size_t row, double share) {
            for (std::size_t column = 0; column < columns; ++column) {
                cells[row * columns + column] += line[column] * share;
            }
        });
    }
    const double pixels_of_cell =
        static_cast<double>(picture.width * picture.height) / static_cast<double>(columns * rows);
    for (double& cell : cells) cell /= pixels_of_cell;
    return cells;
}

}  // namespace

Decoding decode_jpeg(std::span<const std::uint8_t> bytes, GreyPicture& picture) {
    jpeg_decompress_struct codec{};
    JpegErrors errors{};
    codec.err = jpeg_std_error(&errors.manager);
    codec.client_data = &errors;
    errors.manager.error_exit = leave;
    errors.manager.emit_message = note;
    errors.manager.output_message = keep_quiet;
    const Decoding result = decode(codec, errors, bytes, picture);
    jpeg_destroy_decompress(&codec);
    return result;
}

Decoding decode_png(std::span<const std::uint8_t> bytes, GreyPicture& picture) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    if (png_image_begin_read_from_memory(&image, bytes.data(), bytes.size()) == 0) return Decoding::damaged;
    if (static_cast<std::size_t>(image.width) * image.height > most_pixels) {
        png_image_free(&image);
        return Decoding::not_decoded;
    }
    image.format = PNG_FORMAT_GRAY;
    picture.width = image.width;
    picture.height = image.height;
    picture.pixels.resize(PNG_IMAGE_SIZE(image));
    const png_color white{255, 255, 255};
    return png_image_finish_read(&image, &white, picture.pixels.data(), 0, nullptr) == 0 ? Decoding::damaged
                                                                                         : Decoding::done;
}

std::string picture_hash(const GreyPicture& picture) {
    if (picture.width < columns || picture.height < rows) return {};
    const auto cells = cells_of(picture);
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hash;
    std::size_t edges = 0;
    unsigned digit = 0;
    for (std::size_t row = 0; row < rows; ++row) {
        for (std::size_t column = 0; column + 1 < columns; ++column) {
            const double* const cell = &cells[row * columns + column];
            const bool edge = cell[1] > cell[0] + clearly;
            edges += edge ? 1U : 0U;
            digit = digit * 2 + (edge ? 1U : 0U);
            if (column % 4 == 3) {
                hash += digits[digit];
                digit = 0;
            }
        }
    }
    return edges < fewest_edges ? std::string() : hash;
}

}  // namespace relis::intake

#include "csv_encoding.h"

#include <algorithm>
#include <optional>
#include <stdexcept>

#include <unicode/ucsdet.h>
#include <unicode/unistr.h>
#include <unicode/utf8.h>

#include "label/make_label.h"

namespace relis::intake {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
constexpr std::size_t detector_bytes = std::size_t{256} * 1024;

/// How much of a stream is UTF-8, across chunk borders.
struct Utf8Census {
    std::size_t sequences = 0;  ///< of more than one byte
    std::size_t invalid = 0;
    std::string rest;

    void take(std::string_view bytes, bool last) {
        std::string text = std::move(rest);
        rest.clear();
        text.append(bytes);
        const auto length = static_cast<std::int32_t>(text.size());
        const auto* data = reinterpret_cast<const std::uint8_t*>(text.data());
        std::int32_t at = 0;
        while (at < length) {
            if (data[at] < 0x80) {
                ++at;
                continue;
            }
            if (length - at < 4 && !last) {
                rest = text.substr(static_cast<std::size_t>(at));
                return;
            }
            const std::int32_t needed = 1 + U8_COUNT_TRAIL_BYTES(data[at]);
            if (needed > 1 && length - at < needed) {
                // cut in the middle of a character: a truncated file, where UTF-8 was seen before
                if (sequences == 0) ++invalid;
                return;
            }
            UChar32 character = 0;
            U8_NEXT(data, at, length, character);
            ++(character < 0 ? invalid : sequences);
        }
    }
};

/// The first candidate of ICU's detector that this reader knows.
std::optional<std::string> detected_by_icu(std::string_view sample) {
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector(ucsdet_open(&status), &ucsdet_close);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &status);
    std::int32_t count = 0;
    const UCharsetMatch** const matches = ucsdet_detectAll(detector.get(), &count, &status);
    if (U_FAILURE(status)) return std::nullopt;
    for (std::int32_t i = 0; i < count; ++i) {
        const char* const name = ucsdet_getName(matches[i], &status);
        if (U_FAILURE(status)) return std::nullopt;
        const std::string_view known(name);
        if (known == "UTF-8") return "UTF-8";
        // ISO-8859-1 without its control characters is a part of Windows-1252, which is what Excel writes
        if (known == "windows-1252" || known == "ISO-8859-1") return "windows-1252";
    }
    return std::nullopt;
}

/// UTF-16 without its mark: text of this kind has a zero in most of its bytes of one parity.
std::optional<std::string> looks_like_utf16(std::string_view sample) {
    std::size_t even = 0;
    std::size_t odd = 0;
    for (std::size_t i = 0; i < sample.size(); ++i) {
        if (sample[i] == '\0') ++(i % 2 == 0 ? even : odd);
    }
    const std::size_t half = sample.size() / 2;
    if (odd > half / 2 && even < half / 10) return "UTF-16LE";
    if (even > half / 2 && odd < half / 10) return "UTF-16BE";
    return std::nullopt;
}

}  // namespace

std::string detect_encoding(ByteSource& source, std::string& sample) {
    sample.resize(detector_bytes);
    std::size_t size = 0;
    while (size < sample.size()) {
        const std::size_t count = source.read(sample.data() + size, sample.size() - size);
        if (count == 0) break;
        size += count;
    }
    sample.resize(size);
    if (sample.starts_with("\xEF\xBB\xBF")) return "UTF-8";
    if (sample.starts_with("\xFF\xFE")) return "UTF-16LE";
    if (sample.starts_with("\xFE\xFF")) return "UTF-16BE";
    if (const auto utf16 = looks_like_utf16(sample)) return *utf16;
    Utf8Census census;
    std::string telling = sample;
    census.take(sample, size < detector_bytes);
    if (size == detector_bytes) {
        std::string chunk(chunk_bytes, '\0');
        if (source.rewind()) {
            census = Utf8Census{};
            while (const std::size_t count = source.read(chunk.data(), chunk.size())) {
                const std::size_t before = census.invalid;
                census.take(std::string_view(chunk).substr(0, count), false);
                if (before == 0 && census.invalid > 0) telling = chunk.substr(0, count);
            }
            census.take("", true);
            source.rewind();
            sample.clear();
        }
    }
    // Windows-1252 holds hardly any valid sequence, by chance; so a few damaged bytes do not make a UTF-8 file another
    // one: only the records they stand in are refused
    if (census.invalid == 0 || census.sequences > census.invalid) return "UTF-8";
    return detected_by_icu(telling).value_or("windows-1252");
}

DecodedSource::DecodedSource(ByteSource& source) : source_(source), encoding_(detect_encoding(source, pending_)) {
    if (encoding_ == "UTF-8") return;
    UErrorCode status = U_ZERO_ERROR;
    converter_.reset(ucnv_open(encoding_.c_str(), &status));
    if (U_FAILURE(status)) {
        throw FileError(source.name(), make_label("est dans le codage {}, que l'ICU de cet ordinateur n'a pas",
                                                  "is of the encoding {}, which ICU lacks here", encoding_));
    }
}

void DecodedSource::decode(std::string_view bytes, bool last, std::string& text) {
    if (!converter_) {
        text.append(bytes);
        return;
    }
    std::u16string characters(bytes.size() + 16, u'\0');
    const char* from = bytes.data();
    UChar* to = characters.data();
    UErrorCode status = U_ZERO_ERROR;
    ucnv_toUnicode(converter_.get(), &to, characters.data() + characters.size(), &from, bytes.data() + bytes.size(),
                   nullptr, static_cast<UBool>(last), &status);
    if (U_FAILURE(status)) {
        throw FileError(source_.name(), make_label("ne se décode pas en {} : {}", "cannot be decoded as {}: {}",
                                                   encoding_, u_errorName(status)));
    }
    const icu::UnicodeString view(false, characters.data(), static_cast<std::int32_t>(to - characters.data()));
    view.toUTF8String(text);
}

bool DecodedSource::append_to(std::string& text) {
    if (ended_) return false;
    const std::size_t before = text.size();
    std::string bytes = std::move(pending_);
    pending_.clear();
    if (bytes.empty()) {
        bytes.resize(chunk_bytes);
        bytes.resize(source_.read(bytes.data(), bytes.size()));
    }
    ended_ = bytes.empty();
    decode(bytes, ended_, text);
    if (!started_ && text.size() > before) {
        started_ = true;
        if (std::string_view(text).substr(before).starts_with("\xEF\xBB\xBF")) text.erase(before, 3);
    }
    return !ended_ || text.size() > before;
}

}  // namespace relis::intake

#include "intake/attachments.h"

#include <cstdio>
#include <fstream>
#include <random>

#include <gmock/gmock.h>
#include <gtest/gtest.h>
#include <jpeglib.h>
#include <png.h>

namespace relis::intake {
namespace {

namespace fs = std::filesystem;
using testing::IsEmpty;

/// How many of the 256 bits differ.
int distance(const std::string& a, const std::string& b) {
    int bits = 0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const auto value = [](char c) { return c <= '9' ? c - '0' : c - 'a' + 10; };
        for (int difference = value(a[i]) ^ value(b.at(i)); difference != 0; difference &= difference - 1) ++bits;
    }
    return bits;
}

/// A picture of some discs, the same for the same seed at every size.
std::vector<std::uint8_t> scene(unsigned seed, int width, int height) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> place(0, 1);
    struct Disc {
        double x, y, radius, shade;
    };
    std::vector<Disc> discs;
    for (int i = 0; i < 25; ++i) discs.push_back({place(random), place(random), place(random) / 6, place(random)});
    std::vector<std::uint8_t> pixels;
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            double shade = 0.6;
            for (const Disc& disc : discs) {
                const double dx = (x + 0.5) / width - disc.x;
                const double dy = (y + 0.5) / height - disc.y;
                if (dx * dx + dy * dy < disc.radius * disc.radius) shade = disc.shade;
            }
            pixels.insert(pixels.end(), 3, static_cast<std::uint8_t>(shade * 255));
        }
    }
    return pixels;
}

class Attachments : public testing::Test {
  protected:
    Attachments() {
        const auto* const test = testing::UnitTest::GetInstance()->current_test_info();
        folder = fs::temp_directory_path() / (std::string("relis-attachments-") + test->name());
        fs::remove_all(folder);
        fs::create_directories(folder);
    }
    ~Attachments() override { fs::remove_all(folder); }

    fs::path write(const std::string& name, const std::string& content) const {
        fs::create_directories((folder / name).parent_path());
        std::ofstream(folder / name, std::ios::binary) << content;
        return folder / name;
    }

    fs::path write_jpeg(const std::string& name, unsigned seed, int width = 800, int height = 600, int quality = 85,
                        bool progressive = false) const {
        std::vector<std::uint8_t> pixels = scene(seed, width, height);
        jpeg_compress_struct codec{};
        jpeg_error_mgr errors{};
        codec.err = jpeg_std_error(&errors);
        jpeg_create_compress(&codec);
        const fs::path path = folder / name;
        std::FILE* const file = std::fopen(path.c_str(), "wb");
        jpeg_stdio_dest(&codec, file);
        codec.image_width = static_cast<JDIMENSION>(width);
        codec.image_height = static_cast<JDIMENSION>(height);
        codec.input_components = 3;
        codec.in_color_space = JCS_RGB;
        jpeg_set_defaults(&codec);
        jpeg_set_quality(&codec, quality, TRUE);
        if (progressive) jpeg_simple_progression(&codec);
        jpeg_start_compress(&codec, TRUE);
        while (codec.next_scanline < codec.image_height) {
            JSAMPROW row =
                pixels.data() + static_cast<std::size_t>(codec.next_scanline) * static_cast<std::size_t>(width) * 3;
            jpeg_write_scanlines(&codec, &row, 1);
        }
        jpeg_finish_compress(&codec);
        jpeg_destroy_compress(&codec);
        std::fclose(file);
        return path;
    }

    fs::path write_png(const std::string& name, unsigned seed, int width = 400, int height = 300) const {
        const std::vector<std::uint8_t> pixels = scene(seed, width, height);
        png_image image{};
        image.version = PNG_IMAGE_VERSION;
        image.width = static_cast<png_uint_32>(width);
        image.height = static_cast<png_uint_32>(height);
        image.format = PNG_FORMAT_RGB;
        const fs::path path = folder / name;
        png_image_write_to_file(&image, path.c_str(), 0, pixels.data(), 0, nullptr);
        return path;
    }

    [[nodiscard]] static std::string content(const fs::path& path) {
        std::ifstream in(path, std::ios::binary);
        return {std::istreambuf_iterator<char>(in), {}};
    }

    fs::path folder;
};

}  // namespace

TEST_F(Attachments, TellTheKindOfAFileFromItsContent) {
    EXPECT_EQ(examine_attachment(write_jpeg("recu.pdf", 1)).media_type, "image/jpeg");
    EXPECT_EQ(examine_attachment(write_png("recu.txt", 1)).media_type, "image/png");
    EXPECT_EQ(examine_attachment(write("photo.jpg", "%PDF-1.4\n1 0 obj\n<<>>\nendobj\n")).media_type,
              "application/pdf");
    EXPECT_EQ(examine_attachment(write("photo2.jpg", "Je n'ai pas pris de photo.\n")).media_type, "text/plain");
    EXPECT_EQ(examine_attachment(write("photo3.jpg", "\x01\x9f\x03\xee\x05")).media_type, "");
}

TEST_F(Attachments, SayWhichFilesAreNotThereOrDoNotOpen) {
    EXPECT_EQ(examine_attachment(folder / "absent.jpg").state, FileState::missing);
    EXPECT_EQ(examine_attachment(folder).state, FileState::missing) << "a folder is no file";
    EXPECT_EQ(examine_attachment(write("vide.jpg", "")).state, FileState::unreadable);
    EXPECT_EQ(examine_attachment(write_jpeg("bon.jpg", 1)).state, FileState::readable);
    EXPECT_EQ(examine_attachment(write("note.txt", "Bonjour")).state, FileState::readable);
}

TEST_F(Attachments, ACutOffPictureIsUnreadableWhereverItIsCut) {
    for (const fs::path& whole :
         {write_jpeg("a.jpg", 2), write_jpeg("b.jpg", 2, 800, 600, 85, true), write_png("c.png", 2)}) {
        const std::string bytes = content(whole);
        for (const double share : {0.1, 0.4, 0.7, 0.9}) {
            const auto length = static_cast<std::size_t>(share * static_cast<double>(bytes.size()));
            EXPECT_EQ(examine_attachment(write("coupe", bytes.substr(0, length))).state, FileState::unreadable)
                << whole << ' ' << share;
        }
        EXPECT_EQ(examine_attachment(whole).state, FileState::readable) << whole;
    }
}

TEST_F(Attachments, ADamagedPictureNeverStopsTheReader) {
    std::mt19937 random(7);
    for (const fs::path& whole : {write_jpeg("a.jpg", 3, 200, 150), write_png("b.png", 3, 200, 150)}) {
        const std::string bytes = content(whole);
        for (int round = 0; round < 60; ++round) {
            std::string damaged = bytes;
            for (int i = 0; i < 8; ++i) damaged[random() % damaged.size()] = static_cast<char>(random() % 256);
            EXPECT_NE(examine_attachment(write("abime", damaged)).state, FileState::missing);
        }
    }
}

TEST_F(Attachments, ThePictureHashOutlivesAnotherSizeAndFormat) {
    for (unsigned seed = 10; seed < 14; ++seed) {
        const std::string original = examine_attachment(write_jpeg("a.jpg", seed, 1600, 1200, 92)).picture_hash;
        ASSERT_EQ(original.size(), 64U);
        const std::string smaller = examine_attachment(write_jpeg("b.jpg", seed, 640, 480, 60)).picture_hash;
        const std::string other_format = examine_attachment(write_png("c.png", seed, 400, 300)).picture_hash;
        EXPECT_LE(distance(original, smaller), 8) << seed;
        EXPECT_LE(distance(original, other_format), 8) << seed;
        const std::string another = examine_attachment(write_jpeg("d.jpg", seed + 100, 1600, 1200, 92)).picture_hash;
        EXPECT_GE(distance(original, another), 40) << seed;
    }
}

TEST_F(Attachments, APictureWithoutEdgesHasNoPictureHash) {
    png_image image{};
    image.version = PNG_IMAGE_VERSION;
    image.width = 300;
    image.height = 300;
    image.format = PNG_FORMAT_GRAY;
    const std::vector<std::uint8_t> white(90'000, 250);
    const fs::path path = folder / "blanc.png";
    png_image_write_to_file(&image, path.c_str(), 0, white.data(), 0, nullptr);
    const AttachmentFile file = examine_attachment(path);
    EXPECT_EQ(file.state, FileState::readable);
    EXPECT_THAT(file.picture_hash, IsEmpty());
    EXPECT_EQ(file.content_hash.size(), 32U);
}

TEST_F(Attachments, SameContentHasTheSameHashWhateverTheName) {
    const fs::path first = write_jpeg("a.jpg", 4);
    fs::copy_file(first, folder / "b.png");
    EXPECT_EQ(examine_attachment(first), examine_attachment(folder / "b.png"));
    EXPECT_NE(examine_attachment(first).content_hash, examine_attachment(write_jpeg("c.jpg", 5)).content_hash);
}

TEST_F(Attachments, AFileIsMissingOnlyWhereOthersCame) {
    Report report;
    report.attachments = {{"recu", "receipt", "recu.jpg"}};
    const fs::path source = write("rapports.json", "[]");
    EXPECT_EQ(AttachmentReader().examine(report, source).at(0).state, FileState::unknown);
    write_jpeg("autre.JPG", 6);
    EXPECT_EQ(AttachmentReader().examine(report, source).at(0).state, FileState::missing);
    write_jpeg("recu.jpg", 6);
    EXPECT_EQ(AttachmentReader().examine(report, source).at(0).state, FileState::readable);
}

TEST_F(Attachments, AreReadFromTheFolderOfTheirReportAndNowhereElse) {
    write_jpeg("dehors.jpg", 8);
    write("lot/photos/recu.jpg", content(folder / "dehors.jpg"));
    fs::create_symlink(folder / "dehors.jpg", folder / "lot" / "lien.jpg");
    Report report;
    report.attachments = {{"", "photo", "photos/recu.jpg"}, {"", "photo", "lien.jpg"}, {"", "photo", "../dehors.jpg"}};
    const auto files = AttachmentReader().examine(report, folder / "lot" / "rapports.json");
    ASSERT_EQ(files.size(), 3U);
    EXPECT_EQ(files[0].state, FileState::readable);
    EXPECT_EQ(files[1].state, FileState::unknown);
    EXPECT_EQ(files[2].state, FileState::unknown);
}

}  // namespace relis::intake

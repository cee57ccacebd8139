#include <algorithm>
#include <cstdlib>
#include <functional>

#include <gtest/gtest.h>
#include <malloc.h>

#include "reading.h"

namespace relis::intake::test {
namespace {

/// Makes its text as it is read and keeps none of it.
class GeneratedBuffer : public std::streambuf {
  public:
    /// `piece(i)` is the i-th part of the text; an empty one ends it.
    explicit GeneratedBuffer(std::function<std::string(std::size_t)> piece) : piece_(std::move(piece)) {}

  private:
    int_type underflow() override {
        current_ = piece_(next_++);
        if (current_.empty()) return traits_type::eof();
        setg(current_.data(), current_.data(), current_.data() + current_.size());
        return traits_type::to_int_type(current_.front());
    }
    std::function<std::string(std::size_t)> piece_;
    std::string current_;
    std::size_t next_ = 0;
};

/// Bytes in use of the heap, allocator's own reckoning; 0 where a sanitizer replaces it.
std::size_t heap_in_use() {
    const struct mallinfo2 info = mallinfo2();
    return info.uordblks + info.hblkhd;
}

struct Seen {
    std::size_t accepted = 0;
    std::size_t rejected = 0;
    std::size_t peak = 0;
};

Seen read_generated(const std::string& name, std::function<std::string(std::size_t)> piece) {
    GeneratedBuffer buffer(std::move(piece));
    std::istream stream(&buffer);
    Seen seen;
    ReportHandler handler;
    const std::size_t before = heap_in_use();
    const auto weigh = [&] { seen.peak = std::max(seen.peak, heap_in_use() - std::min(before, heap_in_use())); };
    handler.report = [&](ReportRecord&&) {
        ++seen.accepted;
        weigh();
    };
    handler.rejected = [&](RejectedRecord&&) {
        ++seen.rejected;
        weigh();
    };
    read_reports(stream, name, handler);
    return seen;
}

constexpr std::size_t records = 10'000;
constexpr std::size_t memory_bound = std::size_t{4} * 1024 * 1024;

TEST(Streaming, ThirtyMegabytesOfJsonNeedTheMemoryOfARecord) {
    const std::string comment(2'700, 'x');
    const Seen seen = read_generated("big.json", [&](std::size_t i) -> std::string {
        if (i > records) return "";
        if (i == records) return "]";
        return (i == 0 ? "[" : ",\n") +
               record("R-" + std::to_string(i), R"({"question":"a","comment":")" + comment + "\"}");
    });
    EXPECT_EQ(seen.accepted, records);
    EXPECT_EQ(seen.rejected, 0U);
    EXPECT_LT(seen.peak, memory_bound);
}

TEST(Streaming, ThirtyMegabytesWithAnEarlyDamageAreStillStreamed) {
    const std::string comment(2'700, 'x');
    const Seen seen = read_generated("big.jsonl", [&](std::size_t i) -> std::string {
        if (i >= records) return "";
        std::string one = record("R-" + std::to_string(i), R"({"question":"a","comment":")" + comment + "\"}");
        // the text of the comment is never closed: everything after it looks inside out
        return i % 100 == 7 ? replaced(one, "x\"}]}", "x}]} ") : one;
    });
    EXPECT_EQ(seen.accepted, records - records / 100);
    EXPECT_EQ(seen.rejected, records / 100);
    EXPECT_LT(seen.peak, memory_bound);
}

TEST(Streaming, ThirtyMegabytesOfATableNeedTheMemoryOfARow) {
    const std::string comment(3'000, 'x');
    const Seen seen = read_generated("big.csv", [&](std::size_t i) -> std::string {
        if (i == 0) return "report_id;mission_id;programme;questionnaire;site.id;shopper_id;a.comment\n";
        if (i > records) return "";
        return "R-" + std::to_string(i) + ";M-1;p;q@1;S-1;C-1;\"" + comment + "\n\"\n";
    });
    EXPECT_EQ(seen.accepted, records);
    EXPECT_LT(seen.peak, memory_bound);
}

}  // namespace
}  // namespace relis::intake::test

// Where a text of one line is underlined.
#include "app/underlining.h"

#include <gtest/gtest.h>

namespace relis::app {
namespace {

std::string red(Category) {
    return "#ff0000";
}

Finding fault(std::size_t start, std::size_t end, Category category) {
    Finding finding;
    finding.start = start;
    finding.end = end;
    finding.category = category;
    return finding;
}

TEST(Underlining, CountsBytesWhereFindingsCountLetters) {
    EXPECT_EQ(pango_attributes("Été : les rayon", {fault(10, 15, Category::spelling)}, red),
              "12 17 underline error, 12 17 underline-color #ff0000");
}

TEST(Underlining, TellsCategoriesApartByTheirLines) {
    const std::string lines =
        pango_attributes("abcdef", {fault(0, 1, Category::spelling), fault(2, 6, Category::grammar)}, red);
    EXPECT_EQ(lines,
              "0 1 underline error, 0 1 underline-color #ff0000, 2 6 underline double, 2 6 underline-color #ff0000");
}

TEST(Underlining, LeavesOutWhatIsNotInTheText) {
    EXPECT_EQ(pango_attributes("abc", {fault(1, 9, Category::spelling), fault(2, 2, Category::spelling)}, red), "");
}

}  // namespace
}  // namespace relis::app

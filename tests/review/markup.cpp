// The one escape of text that shoppers wrote.
#include <gtest/gtest.h>

#include "review/markup.h"

namespace relis::review {

TEST(Markup, EscapesWhatHasAMeaningAndKeepsTheRest) {
    EXPECT_EQ(escape_markup("<b a=\"x\" b='y'>é & 🙂</b>"),
              "&lt;b a=&quot;x&quot; b=&#39;y&#39;&gt;é &amp; 🙂&lt;/b&gt;");
}

TEST(Markup, LeavesOutControlCharactersThatNoMarkupKnows) {
    EXPECT_EQ(escape_markup(std::string_view("a\0\x1B[31mb\tc\nd", 12)), "a[31mb\tc\nd");
}

}  // namespace relis::review

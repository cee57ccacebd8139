#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/types.h>

#include "../support/temporary_folder.h"

namespace relis::browser_tests {

/// How a page is looked at.
struct Looking {
    int width = 360;  ///< CSS pixels
    bool dark = false;
    bool print = false;
};

/// What a browser makes of a page.
struct Seen {
    std::string title;
    std::string text;                   ///< what is shown
    int content_width = 0;              ///< wider than the window: one has to scroll sideways
    std::string language;               ///< of the document
    std::vector<int> heading_levels;    ///< in their order
    double least_contrast = 0;          ///< of text with its background, 1–21 (WCAG 2)
    std::string least_contrast_text;    ///< whose that is
    std::vector<std::string> requests;  ///< what the page asked for, itself excepted
    std::vector<std::string> errors;    ///< of the console
};

/// A headless Chromium, for as long as this lives.
class Browser {
  public:
    /// Throws std::runtime_error where it does not start.
    Browser();
    ~Browser();
    Browser(const Browser&) = delete;
    Browser& operator=(const Browser&) = delete;

    /// Opens an HTML text as a file, looks at it, closes it.
    [[nodiscard]] Seen look_at(const std::string& html, const Looking& looking = {});

  private:
    /// A command of the DevTools protocol and its result; events that come before are kept.
    nlohmann::json call(const std::string& method, const nlohmann::json& parameters, const std::string& session = {});
    nlohmann::json next_message();
    void wait_for(const std::string& event);

    test::TemporaryFolder folder_;
    pid_t process_ = -1;
    int commands_ = -1;
    int answers_ = -1;
    int last_id_ = 0;
    std::string received_;
    std::vector<nlohmann::json> events_;
};

}  // namespace relis::browser_tests

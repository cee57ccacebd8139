#include "browser.h"

#include <algorithm>
#include <array>
#include <csignal>
#include <stdexcept>
#include <string_view>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace relis::browser_tests {

namespace {

using Json = nlohmann::json;

// The numbers that --remote-debugging-pipe gives its two streams
constexpr int devtools_in = 3;
constexpr int devtools_out = 4;
constexpr int patience = 30'000;  // milliseconds

/// Looks at the page from inside; a function of the DevTools, which the page's own policy does not concern.
constexpr const char* inspection = R"js((() => {
  const channel = value => { const part = value / 255; return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4; };
  const luminance = rgb => 0.2126 * channel(rgb[0]) + 0.7152 * channel(rgb[1]) + 0.0722 * channel(rgb[2]);
  const numbers = text => (text.match(/[\d.]+/g) || []).map(Number);
  const backdrop = element => {
    for (let at = element; at; at = at.parentElement) {
      const rgb = numbers(getComputedStyle(at).backgroundColor);
      if (rgb.length === 3 || rgb[3] === 1) return rgb;
    }
    return [255, 255, 255];
  };
  let least = 21, whose = '';
  for (const element of document.body.querySelectorAll('*')) {
    const own = [...element.childNodes].filter(node => node.nodeType === 3).map(node => node.data.trim()).join(' ').trim();
    if (!own || !element.checkVisibility()) continue;
    const ink = luminance(numbers(getComputedStyle(element).color)), paper = luminance(backdrop(element));
    const ratio = (Math.max(ink, paper) + 0.05) / (Math.min(ink, paper) + 0.05);
    if (ratio < least) { least = ratio; whose = own; }
  }
  return {
    title: document.title, text: document.body.innerText, width: document.documentElement.scrollWidth,
    language: document.documentElement.lang, contrast: least, whose: whose,
    headings: [...document.querySelectorAll('h1, h2, h3, h4, h5, h6')].map(heading => Number(heading.tagName[1]))
  };
})())js";

}  // namespace

Browser::Browser() {
    std::array<int, 2> in{};
    std::array<int, 2> out{};
    if (pipe(in.data()) != 0 || pipe(out.data()) != 0) {
        throw std::runtime_error("cannot make a pipe");
    }
    const std::string profile = "--user-data-dir=" + (folder_.path() / "profile").string();
    process_ = fork();
    if (process_ == 0) {
        // Out of the way first: the pipe's own numbers may be the ones that are wanted
        const int reading = fcntl(in[0], F_DUPFD, 10);
        const int writing = fcntl(out[1], F_DUPFD, 10);
        dup2(reading, devtools_in);
        dup2(writing, devtools_out);
        const int nothing = open("/dev/null", O_WRONLY);
        dup2(nothing, STDERR_FILENO);
        dup2(nothing, STDOUT_FILENO);
        setenv("HOME", folder_.path().c_str(), 1);
        execl(RELIS_CHROMIUM, RELIS_CHROMIUM, "--headless=new", "--remote-debugging-pipe", "--no-sandbox",
              "--disable-gpu", "--disable-dev-shm-usage", "--disable-background-networking",
              "--disable-component-update", "--disable-breakpad", "--no-first-run", profile.c_str(), "about:blank",
              nullptr);
        _exit(127);
    }
    close(in[0]);
    close(out[1]);
    commands_ = in[1];
    answers_ = out[0];
    call("Browser.getVersion", Json::object());
}

Browser::~Browser() {
    // Asked to close, it ends its own processes before itself, so that nothing is left to write into its folder
    constexpr std::string_view farewell("{\"id\": 0, \"method\": \"Browser.close\"}\0", 37);
    const bool asked = write(commands_, farewell.data(), farewell.size()) > 0;
    std::array<char, 4096> buffer{};
    pollfd waiting{answers_, POLLIN, 0};
    while (asked && poll(&waiting, 1, patience) > 0 && read(answers_, buffer.data(), buffer.size()) > 0) {
    }
    close(commands_);
    close(answers_);
    kill(process_, SIGTERM);
    waitpid(process_, nullptr, 0);
}

Json Browser::next_message() {
    std::size_t end = received_.find('\0');
    while (end == std::string::npos) {
        pollfd waiting{answers_, POLLIN, 0};
        std::array<char, 65536> buffer{};
        if (poll(&waiting, 1, patience) <= 0) {
            throw std::runtime_error("the browser does not answer");
        }
        const ssize_t count = read(answers_, buffer.data(), buffer.size());
        if (count <= 0) {
            throw std::runtime_error("the browser did not start, or is gone; is the package chromium installed?");
        }
        received_.append(buffer.data(), static_cast<std::size_t>(count));
        end = received_.find('\0');
    }
    Json message = Json::parse(received_.substr(0, end));
    received_.erase(0, end + 1);
    return message;
}

Json Browser::call(const std::string& method, const Json& parameters, const std::string& session) {
    Json command{{"id", ++last_id_}, {"method", method}, {"params", parameters}};
    if (!session.empty()) {
        command["sessionId"] = session;
    }
    std::string text = command.dump();
    text += '\0';
    if (write(commands_, text.data(), text.size()) != static_cast<ssize_t>(text.size())) {
        throw std::runtime_error("the browser takes no commands");
    }
    while (true) {
        Json message = next_message();
        if (message.value("id", 0) != last_id_) {
            events_.push_back(std::move(message));
            continue;
        }
        if (message.contains("error")) {
            throw std::runtime_error(method + ": " + message["error"].dump());
        }
        return message["result"];
    }
}

void Browser::wait_for(const std::string& event) {
    while (std::ranges::none_of(events_, [&](const Json& seen) { return seen.value("method", "") == event; })) {
        events_.push_back(next_message());
    }
}

Seen Browser::look_at(const std::string& html, const Looking& looking) {
    events_.clear();
    const std::string url = "file://" + folder_.write("page.html", html).string();
    const Json target = call("Target.createTarget", {{"url", "about:blank"}});
    const std::string session =
        call("Target.attachToTarget", {{"targetId", target["targetId"]}, {"flatten", true}})["sessionId"];
    for (const char* const domain : {"Page.enable", "Network.enable", "Log.enable", "Runtime.enable"}) {
        call(domain, Json::object(), session);
    }
    call("Emulation.setDeviceMetricsOverride",
         {{"width", looking.width}, {"height", 800}, {"deviceScaleFactor", 1}, {"mobile", true}}, session);
    call("Emulation.setEmulatedMedia",
         {{"media", looking.print ? "print" : ""},
          {"features", {{{"name", "prefers-color-scheme"}, {"value", looking.dark ? "dark" : "light"}}}}},
         session);
    events_.clear();
    call("Page.navigate", {{"url", url}}, session);
    wait_for("Page.loadEventFired");
    const Json found =
        call("Runtime.evaluate", {{"expression", inspection}, {"returnByValue", true}}, session)["result"]["value"];
    Seen seen;
    seen.title = found["title"];
    seen.text = found["text"];
    seen.content_width = found["width"];
    seen.language = found["language"];
    seen.heading_levels = found["headings"].get<std::vector<int>>();
    seen.least_contrast = found["contrast"];
    seen.least_contrast_text = found["whose"];
    for (const Json& event : events_) {
        const std::string method = event.value("method", "");
        if (method == "Network.requestWillBeSent") {
            const std::string asked = event["params"]["request"]["url"];
            if (asked != url && !asked.starts_with("data:")) {
                seen.requests.push_back(asked);
            }
        } else if (method == "Log.entryAdded" && event["params"]["entry"]["level"] == "error") {
            seen.errors.push_back(event["params"]["entry"]["text"]);
        } else if (method == "Runtime.exceptionThrown") {
            seen.errors.push_back(event["params"]["exceptionDetails"].dump());
        } else if (method == "Runtime.consoleAPICalled" && event["params"]["type"] == "error") {
            seen.errors.push_back(event["params"]["args"].dump());
        }
    }
    call("Target.closeTarget", {{"targetId", target["targetId"]}});
    return seen;
}

}  // namespace relis::browser_tests

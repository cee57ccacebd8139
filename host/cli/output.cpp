#include "output.h"

#include <cerrno>
#include <charconv>
#include <cstdlib>
#include <cstring>

#include <sys/ioctl.h>
#include <unistd.h>

#include "label/labelled_error.h"
#include "label/make_label.h"
#include "label/system_message.h"

namespace relis::cli {

namespace {

constexpr std::size_t buffer_size = std::size_t{256} * 1024;

}  // namespace

void Output::write(std::string_view text) {
    if (closed_) return;
    buffer_ += text;
    if (buffer_.size() >= buffer_size) flush();
}

void Output::line(std::string_view text) {
    write(text);
    write("\n");
}

void Output::flush() {
    std::string_view rest = buffer_;
    while (!rest.empty() && !closed_) {
        const ssize_t written = ::write(descriptor_, rest.data(), rest.size());
        if (written >= 0) {
            rest.remove_prefix(static_cast<std::size_t>(written));
        } else if (errno == EPIPE) {
            closed_ = true;
        } else if (errno != EINTR) {
            closed_ = true;
            throw LabelledError(make_label(
                "impossible d'écrire le résultat : {} ; ce qui a été fait reste, écrivez-le de nouveau ailleurs",
                "cannot write the output: {}; what was done stands, print it again to another place",
                system_message(std::error_code(errno, std::generic_category()))));
        }
    }
    buffer_.clear();
}

bool Output::is_terminal() const {
    return isatty(descriptor_) == 1;
}

std::size_t Output::columns() const {
    if (const char* const asked = std::getenv("COLUMNS"); asked != nullptr) {
        std::size_t columns = 0;
        const char* const end = asked + std::strlen(asked);
        if (std::from_chars(asked, end, columns).ptr == end && columns > 0) return columns;
    }
    winsize size{};
    if (is_terminal() && ioctl(descriptor_, TIOCGWINSZ, &size) == 0 && size.ws_col > 0) return size.ws_col;
    return is_terminal() ? 80 : 0;
}

bool Output::has_styles() const {
    const char* const terminal = std::getenv("TERM");
    return is_terminal() && std::getenv("NO_COLOR") == nullptr && terminal != nullptr &&
           std::string_view(terminal) != "dumb";
}

}  // namespace relis::cli

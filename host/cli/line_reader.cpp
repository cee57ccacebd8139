#include "line_reader.h"

#include <cerrno>
#include <system_error>

#include <unistd.h>

namespace relis::cli {

namespace {

constexpr std::size_t piece = std::size_t{256} * 1024;

}  // namespace

bool LineReader::next(std::string_view& line) {
    while (true) {
        const std::size_t end = buffer_.find('\n', searched_);
        if (end != std::string::npos) {
            line = std::string_view(buffer_).substr(at_, end - at_);
            at_ = searched_ = end + 1;
            ++number_;
            return true;
        }
        searched_ = buffer_.size();
        if (!ended_ && fill()) continue;
        if (at_ == buffer_.size()) return false;
        line = std::string_view(buffer_).substr(at_);
        at_ = searched_ = buffer_.size();
        ++number_;
        return true;
    }
}

bool LineReader::fill() {
    buffer_.erase(0, at_);
    searched_ -= at_;
    at_ = 0;
    before_waiting_();
    const std::size_t kept = buffer_.size();
    buffer_.resize(kept + piece);
    ssize_t count = 0;
    do {
        count = read(descriptor_, buffer_.data() + kept, piece);
    } while (count < 0 && errno == EINTR);
    const int error = errno;
    buffer_.resize(kept + (count > 0 ? static_cast<std::size_t>(count) : 0));
    if (count < 0) throw std::system_error(error, std::generic_category());
    ended_ = count == 0;
    return !ended_;
}

}  // namespace relis::cli

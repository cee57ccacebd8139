#include "app/background.h"

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>

namespace relis::app {

struct Background::Parts {
    Post post;
    std::shared_ptr<ErrorSink> errors;
    boost::asio::thread_pool threads;
};

Background::Background(Post post, ErrorSink errors, unsigned threads)
    : parts_(new Parts{std::move(post), std::make_shared<ErrorSink>(std::move(errors)),
                       boost::asio::thread_pool(threads)}) {}

Background::~Background() {
    parts_->threads.join();
}

void Background::run(std::function<void()> job) {
    boost::asio::post(parts_->threads, std::move(job));
}

void Background::post(std::function<void()> continuation) const {
    parts_->post(std::move(continuation));
}

void Background::report_error(const Label& what) const {
    // weakly: what is posted may be reached after the background has gone
    parts_->post([weak = std::weak_ptr<ErrorSink>(parts_->errors), what] {
        if (const auto errors = weak.lock()) (*errors)(what);
    });
}

}  // namespace relis::app

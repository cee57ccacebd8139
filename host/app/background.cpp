#include "app/background.h"

#include <future>

#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <unistd.h>

namespace relis::app {

struct Background::Parts {
    Post post;
    std::shared_ptr<ErrorSink> errors;
    boost::asio::thread_pool threads;
};

Background::Background(Post post, ErrorSink errors, unsigned threads) {
    // Linux counts niceness thread by thread and hands it on to the threads that one makes: the maker of these is
    // nice, and so are they and whatever they start, plugins among it.
    constexpr int niceness = 10;
    std::async(std::launch::async, [&] {
        static_cast<void>(nice(niceness));
        parts_.reset(new Parts{std::move(post), std::make_shared<ErrorSink>(std::move(errors)),
                               boost::asio::thread_pool(threads)});
    }).get();
}

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

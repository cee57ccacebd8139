#include "app/long_work.h"

#include <mutex>

namespace relis::app {

struct LongWork::SharedProgress {
    std::mutex access;
    review::Progress latest;
};

LongWork::LongWork(Desk& desk, Background& background)
    : desk_(desk), background_(background), progress_(std::make_shared<SharedProgress>()) {}

review::ProgressSink LongWork::sink() const {
    return [shared = progress_](const review::Progress& progress) {
        const std::scoped_lock writing(shared->access);
        shared->latest = progress;
    };
}

review::Progress LongWork::progress() const {
    const std::scoped_lock reading(progress_->access);
    return progress_->latest;
}

void LongWork::begin(Kind kind) {
    kind_ = kind;
    stopping_ = false;
    error_ = {};
    progress_ = std::make_shared<SharedProgress>();
}

void LongWork::import(const std::filesystem::path& path) {
    if (kind_ != Kind::none) return;
    begin(Kind::importing);
    request_.ask(
        background_,
        [&desk = desk_, path, sink = sink()](std::stop_token stop) { return desk.import(path, sink, std::move(stop)); },
        [this](review::ImportSummary summary) {
            import_summary_ = std::move(summary);
            assess_summary_.reset();
            kind_ = Kind::none;
            const bool stopped = stopping_;
            notifier_.tell(News::finished);
            if (!stopped) assess();
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::started);
}

void LongWork::assess() {
    if (kind_ != Kind::none) return;
    begin(Kind::assessing);
    request_.ask(
        background_,
        [&desk = desk_, sink = sink()](std::stop_token stop) { return desk.assess(sink, std::move(stop)); },
        [this](review::AssessSummary summary) {
            assess_summary_ = std::move(summary);
            import_summary_.reset();
            kind_ = Kind::none;
            notifier_.tell(News::finished);
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::started);
}

void LongWork::stop() {
    if (kind_ == Kind::none) return;
    stopping_ = true;
    request_.stop();
}

void LongWork::fail(const Label& what) {
    error_ = what;
    kind_ = Kind::none;
    notifier_.tell(News::failed);
}

}  // namespace relis::app

#include "app/outbox_model.h"

#include <algorithm>
#include <utility>

namespace relis::app {

void OutboxModel::refresh() {
    list_.ask(
        background_, [&desk = desk_](const std::stop_token&) { return desk.mails(); },
        [this](std::vector<review::OutboxMail> mails) {
            all_ = std::move(mails);
            std::ranges::reverse(all_);
            ready_ = true;
            apply_filter();
            notifier_.tell(News::list);
        },
        [this](const Label& what) { fail(what); });
}

std::size_t OutboxModel::count(const std::string& state) const {
    return static_cast<std::size_t>(std::ranges::count(all_, state, &review::OutboxMail::state));
}

void OutboxModel::filter(const std::string& state) {
    state_ = state;
    apply_filter();
    notifier_.tell(News::filter);
}

void OutboxModel::apply_filter() {
    shown_.clear();
    for (std::size_t i = 0; i < all_.size(); ++i) {
        if (state_.empty() || all_[i].state == state_) {
            shown_.push_back(i);
        }
    }
}

bool OutboxModel::can_settle(std::size_t row) const {
    return row < shown_.size() && !working() && (mail(row).state == "failed" || mail(row).state == "uncertain");
}

void OutboxModel::send(const OutboxSettings& settings, const std::string& password,
                       const std::optional<review::MonthToSend>& month) {
    if (working()) {
        return;
    }
    *done_ = 0;
    sending_ = true;
    work_.perform(
        background_,
        [&desk = desk_, settings, password, month, done = done_](const std::stop_token& stop) {
            return desk.send(
                settings, password, month,
                [done](const review::Progress& progress) { *done = static_cast<std::size_t>(progress.done); }, stop);
        },
        [this](review::SendSummary summary) {
            sending_ = false;
            summary_ = std::move(summary);
            notifier_.tell(News::sent);
            refresh();
        },
        [this](const Label& what) {
            sending_ = false;
            fail(what);
            refresh();
        });
    notifier_.tell(News::working);
}

void OutboxModel::settle(std::size_t row) {
    if (!can_settle(row)) {
        return;
    }
    work_.perform(
        background_,
        [&desk = desk_, id = mail(row).id](const std::stop_token&) {
            desk.settle(id);
            return true;
        },
        [this](bool) {
            notifier_.tell(News::done);
            refresh();
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::working);
}

void OutboxModel::retry(std::size_t row) {
    if (!can_settle(row)) {
        return;
    }
    work_.perform(
        background_,
        [&desk = desk_, id = mail(row).id](const std::stop_token&) {
            desk.retry(id);
            return true;
        },
        [this](bool) {
            notifier_.tell(News::done);
            refresh();
        },
        [this](const Label& what) {
            fail(what);
            refresh();
        });
    notifier_.tell(News::working);
}

void OutboxModel::month(const std::string& shopper_id, std::chrono::year_month month,
                        const std::filesystem::path& folder) {
    if (working()) {
        return;
    }
    work_.perform(
        background_,
        [&desk = desk_, shopper_id, month, folder](const std::stop_token&) {
            return desk.month(shopper_id, month, folder);
        },
        [this](review::FeedbackFiles files) {
            files_ = std::move(files.written);
            notifier_.tell(News::written);
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::working);
}

void OutboxModel::fail(const Label& what) {
    error_ = what;
    notifier_.tell(News::failed);
}

}  // namespace relis::app

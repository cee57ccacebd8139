#include "app/reworks_model.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace relis::app {

namespace {

using Urgency = WaitingRework::Urgency;

Urgency urgency_of(const review::AskedRework& rework, const Moment& now) {
    if (rework.due <= now) {
        return Urgency::overdue;
    }
    return rework.remind_at && *rework.remind_at <= now && !rework.reminded_at ? Urgency::to_remind : Urgency::calm;
}

}  // namespace

void ReworksModel::refresh() {
    list_.ask(
        background_, [&desk = desk_](const std::stop_token&) { return desk.waiting(); },
        [this](std::vector<review::AskedRework> asked) {
            const Moment now = desk_.now();
            waiting_.clear();
            for (review::AskedRework& rework : asked) {
                const Urgency urgency = urgency_of(rework, now);
                waiting_.push_back({std::move(rework), urgency});
            }
            std::ranges::stable_sort(waiting_, {}, [](const WaitingRework& rework) {
                return std::tuple(rework.urgency, rework.asked.due.utc);
            });
            ready_ = true;
            notifier_.tell(News::list);
        },
        [this](const Label& what) { fail(what); });
}

std::size_t ReworksModel::count(Urgency urgency) const {
    return static_cast<std::size_t>(std::ranges::count(waiting_, urgency, &WaitingRework::urgency));
}

void ReworksModel::ask_for_reminder(const std::string& report_id) {
    text_.ask(
        background_, [&desk = desk_, report_id](const std::stop_token&) { return desk.reminder(report_id); },
        [this, report_id](std::string text) {
            reminder_ = std::move(text);
            reminded_ = report_id;
            notifier_.tell(News::reminder);
        },
        [this](const Label& what) { fail(what); });
}

void ReworksModel::keep_reminder(const std::string& report_id, bool again) {
    if (working()) {
        return;
    }
    work_.perform(
        background_,
        [&desk = desk_, report_id, again](const std::stop_token&) { return desk.keep_reminder(report_id, again); },
        [this, report_id](const review::ReworkResult& result) {
            if (!result.done) {
                fail(result.refusal);
                return;
            }
            reminded_ = report_id;
            notifier_.tell(News::reminded);
            refresh();
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::working);
}

void ReworksModel::mail_reminders(const std::vector<std::string>& report_ids, bool again) {
    if (working() || report_ids.empty()) {
        return;
    }
    work_.perform(
        background_,
        [&desk = desk_, report_ids, again](const std::stop_token& stop) {
            std::vector<review::GivenReminder> given;
            for (const std::string& id : report_ids) {
                if (stop.stop_requested()) {
                    break;
                }
                given.push_back(desk.mail_reminder(id, again));
            }
            return given;
        },
        [this](std::vector<review::GivenReminder> given) {
            mailed_ = std::move(given);
            notifier_.tell(News::mailed);
            refresh();
        },
        [this](const Label& what) {
            fail(what);
            refresh();  // some may have been given before
        });
    notifier_.tell(News::working);
}

std::vector<std::string> ReworksModel::to_remind() const {
    std::vector<std::string> ids;
    for (const WaitingRework& rework : waiting_) {
        if (rework.urgency == Urgency::to_remind) {
            ids.push_back(rework.asked.report_id);
        }
    }
    return ids;
}

void ReworksModel::expire() {
    if (working()) {
        return;
    }
    work_.perform(
        background_, [&desk = desk_](const std::stop_token&) { return desk.expire(); },
        [this](std::vector<std::string> expired) {
            expired_ = std::move(expired);
            notifier_.tell(News::expired);
            refresh();
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::working);
}

void ReworksModel::fail(const Label& what) {
    error_ = what;
    notifier_.tell(News::failed);
}

}  // namespace relis::app

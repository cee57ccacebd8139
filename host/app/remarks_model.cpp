#include "app/remarks_model.h"

#include <utility>

namespace relis::app {

void RemarksModel::refresh() {
    list_.ask(
        background_, [&desk = desk_](const std::stop_token&) { return desk.library(); },
        [this](std::vector<review::LibraryRemark> remarks) {
            remarks_ = std::move(remarks);
            ready_ = true;
            notifier_.tell(News::list);
        },
        [this](const Label& what) { fail(what); });
}

template <class Work>
void RemarksModel::work(Work work) {
    if (working()) {
        return;
    }
    work_.perform(
        background_, [work = std::move(work)](const std::stop_token&) { return work(); },
        [this](const review::ReworkResult& result) {
            if (!result.done) {
                fail(result.refusal);
                return;
            }
            notifier_.tell(News::kept);
            refresh();
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::working);
}

void RemarksModel::put(const review::LibraryRemark& remark) {
    work([&desk = desk_, remark] { return desk.put(remark); });
}

void RemarksModel::remove(const std::string& id) {
    work([&desk = desk_, id] { return desk.remove(id); });
}

void RemarksModel::fail(const Label& what) {
    error_ = what;
    notifier_.tell(News::failed);
}

}  // namespace relis::app

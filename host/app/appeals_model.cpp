#include "app/appeals_model.h"

#include <algorithm>
#include <utility>

#include "app/this_moment.h"
#include "label/blank.h"

namespace relis::app {

namespace {

using review::AppealOutcome;
using review::AppealSubject;

class WorkspaceAppealsDesk final : public AppealsDesk {
  public:
    WorkspaceAppealsDesk(review::Workspace& workspace, const WordsFile& words) : workspace_(workspace), words_(words) {}

    Moment now() const override { return this_moment(); }
    std::vector<review::Appeal> waiting() override { return review::waiting_appeals(workspace_); }
    std::vector<review::Appeal> answered() override {
        std::vector<review::Appeal> appeals = review::list_appeals(workspace_);
        std::erase_if(appeals, [](const review::Appeal& appeal) { return !appeal.answered(); });
        std::ranges::sort(appeals, std::ranges::greater{},
                          [](const review::Appeal& appeal) { return appeal.closed_at.value_or(appeal.filed_at).utc; });
        return appeals;
    }
    std::optional<std::string> earlier_sheet(std::int64_t id) override { return review::earlier_sheet(workspace_, id); }
    std::vector<review::AppealedRule> rules() override { return review::appealed_rules(workspace_); }
    review::AppealDetails load(std::int64_t id) override { return review::load_appeal(workspace_, id); }
    review::AppealResult take(std::int64_t id) override { return review::take_appeal(workspace_, id); }
    review::AppealResult give_back(std::int64_t id) override { return review::give_back_appeal(workspace_, id); }
    review::AppealResult answer(const review::AppealAnswer& answer) override {
        review::AppealAnswer with_words = answer;
        with_words.words = words_.words();
        return review::answer_appeal(workspace_, with_words);
    }

  private:
    review::Workspace& workspace_;
    const WordsFile& words_;
};

}  // namespace

std::unique_ptr<AppealsDesk> make_appeals_desk(review::Workspace& workspace, const WordsFile& words) {
    return std::make_unique<WorkspaceAppealsDesk>(workspace, words);
}

AppealsModel::AppealsModel(AppealsDesk& desk, Background& background) : desk_(desk), background_(background) {}

void AppealsModel::fail(const Label& what) {
    error_ = what;
    notifier_.tell(News::failed);
}

void AppealsModel::refresh() {
    struct Lists {
        std::vector<review::Appeal> appeals;
        std::vector<review::Appeal> answered;
        std::vector<review::AppealedRule> rules;
    };
    list_.ask(
        background_,
        [&desk = desk_](const std::stop_token&) {
            return Lists{desk.waiting(), desk.answered(), desk.rules()};
        },
        [this](Lists lists) {
            appeals_ = std::move(lists.appeals);
            answered_ = std::move(lists.answered);
            rules_ = std::move(lists.rules);
            const auto holds = [&](const std::vector<review::Appeal>& list) {
                return std::ranges::find(list, opened_, &review::Appeal::id) != list.end();
            };
            if (!holds(appeals_) && !holds(answered_) && !work_.waiting()) {
                opened_ = 0;
                details_.reset();
                forget_draft();
            }
            notifier_.tell(News::list);
            if (opened_ == 0 && !appeals_.empty()) {
                open(appeals_.front().id);
            } else if (opened_ == 0) {
                notifier_.tell(News::opened);
            }
        },
        [this](const Label& what) { fail(what); });
}

void AppealsModel::forget_draft() {
    outcome_.reset();
    score_.reset();
    answer_.clear();
    filled_.clear();
    overturn_ = false;
}

void AppealsModel::open(std::int64_t id) {
    if (work_.waiting()) {
        return;
    }
    if (id != opened_) {
        details_.reset();
        forget_draft();
    }
    opened_ = id;
    details_request_.ask(
        background_, [&desk = desk_, id](const std::stop_token&) { return desk.load(id); },
        [this](review::AppealDetails details) {
            details_ = std::move(details);
            notifier_.tell(News::opened);
        },
        [this](const Label& what) { fail(what); });
    notifier_.tell(News::opened);
}

void AppealsModel::fill() {
    if (!details_ || !outcome_ || answer_ != filled_) {
        return;
    }
    const bool scored = *outcome_ != AppealOutcome::dismissed;
    filled_ = review::prefilled_answer(*details_, *outcome_, scored ? score_ : std::nullopt);
    answer_ = filled_;
}

void AppealsModel::choose(AppealOutcome outcome) {
    if (!details_ || (outcome == AppealOutcome::partly && !may_be_partly())) {
        return;
    }
    outcome_ = outcome;
    fill();
    notifier_.tell(News::draft);
}

void AppealsModel::write(const std::string& answer) {
    answer_ = answer;
}

void AppealsModel::set_score(const std::optional<double>& score) {
    score_ = score;
    fill();
    notifier_.tell(News::draft);
}

bool AppealsModel::may_answer() const {
    return details_ && !details_->appeal.answered() && details_->may_not_answer.en.empty();
}

bool AppealsModel::may_be_partly() const {
    return takes_score();
}

bool AppealsModel::takes_score() const {
    return details_ && details_->appeal.subject != AppealSubject::decision && details_->score.has_value();
}

bool AppealsModel::needs_score() const {
    return outcome_ && details_ &&
           (*outcome_ == AppealOutcome::partly ||
            (*outcome_ == AppealOutcome::upheld && details_->appeal.subject == AppealSubject::score));
}

bool AppealsModel::may_overturn() const {
    if (!details_ || !details_->current || details_->appeal.subject == AppealSubject::decision) {
        return false;
    }
    const review::ReportState state = details_->report.row.state;
    return state == review::ReportState::reassigned || state == review::ReportState::rework_requested;
}

Label AppealsModel::obstacle() const {
    if (!details_) {
        return {"Aucune contestation n'est ouverte.", "No appeal is open."};
    }
    if (!details_->may_not_answer.en.empty()) {
        return details_->may_not_answer;
    }
    if (!outcome_) {
        return {"Choisissez d'abord : retenue, en partie ou rejetée.", "Choose first: upheld, in part or dismissed."};
    }
    if (needs_score() && !score_) {
        return {"Donnez la nouvelle note.", "Give the new score."};
    }
    if (is_blank(answer_)) {
        return {"La réponse va au client mystère : écrivez-la.", "The answer goes to the shopper: write it."};
    }
    return {};
}

template <class Work>
void AppealsModel::work(Work work, News done) {
    if (work_.waiting() || !details_) {
        return;
    }
    work_.perform(
        background_, [work = std::move(work)](const std::stop_token&) { return work(); },
        [this, done](const review::AppealResult& result) {
            if (!result.done) {
                fail(result.refusal);
                return;
            }
            error_ = {};
            if (done == News::answered) {
                opened_ = 0;
                details_.reset();
                forget_draft();
                notifier_.tell(News::answered);
            } else {
                open(opened_);
            }
            refresh();
        },
        [this](const Label& what) { fail(what); });
}

void AppealsModel::ask_earlier_sheet() {
    if (!details_ || !details_->appeal.has_earlier_sheet) {
        return;
    }
    sheet_request_.ask(
        background_, [&desk = desk_, id = opened_](const std::stop_token&) { return desk.earlier_sheet(id); },
        [this](std::optional<std::string> sheet) {
            if (!sheet) {
                fail({"La feuille précédente n'est pas gardée.", "The earlier sheet is not kept."});
                return;
            }
            sheet_ = std::move(*sheet);
            notifier_.tell(News::sheet);
        },
        [this](const Label& what) { fail(what); });
}

void AppealsModel::take() {
    work([&desk = desk_, id = opened_] { return desk.take(id); }, News::list);
}

void AppealsModel::give_back() {
    work([&desk = desk_, id = opened_] { return desk.give_back(id); }, News::list);
}

void AppealsModel::send() {
    if (const Label why = obstacle(); !why.en.empty()) {
        fail(why);
        return;
    }
    review::AppealAnswer answer;
    answer.id = opened_;
    answer.outcome = *outcome_;
    answer.answer = answer_;
    if (*outcome_ != AppealOutcome::dismissed) {
        answer.score = score_;
        answer.overturn = overturn_ && may_overturn();
    }
    work([&desk = desk_, answer] { return desk.answer(answer); }, News::answered);
}

}  // namespace relis::app

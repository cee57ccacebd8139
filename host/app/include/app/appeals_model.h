#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <relis/label.h>

#include "app/appeals_desk.h"
#include "app/background.h"
#include "app/document.h"
#include "app/notifier.h"

namespace relis::app {

/// The queue of appeals, the one that lies open, and the answer that is being written. Lives on the interface thread.
class AppealsModel {
  public:
    enum class News {
        list,      ///< appeals() and rules() are known anew
        opened,    ///< details() is another one, or known anew
        draft,     ///< outcome, answer or score changed
        answered,  ///< the open one was answered; the next one is being opened
        sheet,     ///< earlier_sheet() arrived
        failed     ///< see error()
    };

    /// `desk` and `background` outlive the model.
    AppealsModel(AppealsDesk& desk, Background& background);

    /// Loads the list again, and opens the first one where none is open.
    void refresh();
    [[nodiscard]] Moment now() const { return desk_.now(); }
    /// What is due first first.
    [[nodiscard]] const std::vector<review::Appeal>& appeals() const { return appeals_; }
    /// The latest answer first.
    [[nodiscard]] const std::vector<review::Appeal>& answered() const { return answered_; }
    [[nodiscard]] const std::vector<review::AppealedRule>& rules() const { return rules_; }

    void open(std::int64_t id);
    [[nodiscard]] std::int64_t opened() const { return opened_; }  ///< 0: none
    /// Null until it has been loaded.
    [[nodiscard]] const review::AppealDetails* details() const { return details_ ? &*details_ : nullptr; }

    /// Chooses how it ends and writes the answer that fits, unless somebody wrote another.
    void choose(review::AppealOutcome outcome);
    [[nodiscard]] const std::optional<review::AppealOutcome>& outcome() const { return outcome_; }
    void write(const std::string& answer);
    [[nodiscard]] const std::string& answer() const { return answer_; }
    /// The new score; absent: none.
    void set_score(const std::optional<double>& score);
    [[nodiscard]] const std::optional<double>& score() const { return score_; }
    /// Whether the decision falls with it.
    void set_overturn(bool overturn) { overturn_ = overturn; }

    /// Whether the open appeal waits for an answer that this user may give.
    [[nodiscard]] bool may_answer() const;
    /// Which outcomes the open appeal may have.
    [[nodiscard]] bool may_be_partly() const;
    /// Whether a score can be given, and whether one has to be with the chosen outcome.
    [[nodiscard]] bool takes_score() const;
    [[nodiscard]] bool needs_score() const;
    /// Whether the decision can fall with it.
    [[nodiscard]] bool may_overturn() const;
    /// Why the open appeal cannot be answered by this user or as it stands; empty texts: it can.
    [[nodiscard]] Label obstacle() const;

    /// Takes the open one in hand so that no colleague answers it too, or puts it back. Nothing while work is under
    /// way.
    void take();
    void give_back();
    /// Sends the answer and opens the next appeal. Nothing where obstacle() says why not.
    void send();
    [[nodiscard]] bool working() const { return work_.waiting(); }

    /// Asks for the feedback as it was before the open appeal was answered.
    void ask_earlier_sheet();
    /// The page that was asked for last.
    [[nodiscard]] const std::string& earlier_sheet() const { return sheet_; }

    /// The last refusal or failure.
    [[nodiscard]] const Label& error() const { return error_; }
    [[nodiscard]] Notifier<News>& notifier() { return notifier_; }

  private:
    void forget_draft();
    void fill();
    void fail(const Label& what);
    template <class Work>
    void work(Work work, News done);

    AppealsDesk& desk_;
    Background& background_;
    std::vector<review::Appeal> appeals_;
    std::vector<review::Appeal> answered_;
    std::vector<review::AppealedRule> rules_;
    std::string sheet_;
    std::int64_t opened_ = 0;
    std::optional<review::AppealDetails> details_;
    std::optional<review::AppealOutcome> outcome_;
    std::optional<double> score_;
    std::string answer_;
    std::string filled_;  ///< what fill() wrote last; another answer is a person's
    bool overturn_ = false;
    Label error_;
    Notifier<News> notifier_;
    Request list_;
    Request details_request_;
    Request sheet_request_;
    Request work_;
};

/// An appeal in words: what is contested with its passage marked in the answer, the shopper's words, who entered it.
[[nodiscard]] Document appeal_document(const review::AppealDetails& details);

/// `French: « acceuil »`, `score of detail (3.5)`, `the decision`; in the interface's language.
[[nodiscard]] std::string contested(const review::Appeal& appeal);

}  // namespace relis::app

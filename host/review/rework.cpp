#include "review/rework.h"

#include "intake/json.h"
#include "label/make_label.h"
#include "pages.h"
#include "review/assess.h"
#include "rework_terms.h"
#include "store/reports.h"
#include "store_types.h"

namespace relis::review {

namespace {

store::ReworksWanted to_store(ReworksWanted wanted) {
    switch (wanted) {
        case ReworksWanted::open:
            return store::ReworksWanted::open;
        case ReworksWanted::to_remind:
            return store::ReworksWanted::to_be_minded;
        case ReworksWanted::overdue:
            break;
    }
    return store::ReworksWanted::overdue;
}

/// Labels of the questions that the reasons name; a question that is gone keeps its name.
void name_questions(AskedRework& rework, const Questionnaire& questionnaire) {
    for (const ReworkReason& reason : rework.reasons) {
        if (!reason.question.empty()) {
            const Question* const question = questionnaire.find(reason.question);
            rework.questions[reason.question] = question != nullptr ? question->label : reason.question;
        }
    }
}

ReworkResult refused(std::string fr, std::string en) {
    return {false, {std::move(fr), std::move(en)}};
}

}  // namespace

std::vector<AskedRework> waiting_reworks(Workspace& workspace, ReworksWanted wanted, const std::optional<Moment>& at) {
    std::vector<AskedRework> reworks;
    std::map<std::string, Questionnaire> questionnaires;  // a few, of many reworks
    const Moment moment = at.value_or(now());
    for_each_row(
        [&](const store::PageRequest& page) {
            return store::waiting_reworks(workspace.database(), to_store(wanted), moment, page);
        },
        [&](const store::Rework& rework) {
            auto [questionnaire, fresh] = questionnaires.try_emplace(rework.questionnaire);
            if (fresh) {
                if (auto record = store::load_questionnaire(workspace.database(), rework.questionnaire)) {
                    questionnaire->second = intake::questionnaire_from_json(record->json);
                }
            }
            reworks.push_back(from_store(rework));
            name_questions(reworks.back(), questionnaire->second);
        });
    return reworks;
}

std::vector<std::string> expire_in_store(Workspace& workspace, const Moment& at) {
    std::vector<std::string> expired;
    for (const AskedRework& rework : waiting_reworks(workspace, ReworksWanted::overdue, at)) {
        // An answer may have come in meanwhile: then there is nothing to end
        if (store::expire_rework(workspace.database(), rework.report_id, at).done) {
            expired.push_back(rework.report_id);
            workspace.changes().announce({Change::Kind::decided, rework.report_id});
        }
    }
    return expired;
}

std::vector<std::string> expire_reworks(Workspace& workspace, const std::optional<Moment>& at) {
    std::vector<std::string> expired = expire_in_store(workspace, at.value_or(now()));
    for (const std::string& report_id : expired) {
        assess_report(workspace, report_id);
    }
    return expired;
}

std::vector<LibraryRemark> remark_library(Workspace& workspace) {
    std::vector<LibraryRemark> library;
    for (const store::LibraryRemark& remark : store::list_remarks(workspace.database())) {
        library.push_back({remark.id, remark.text});
    }
    return library;
}

ReworkResult put_remark(Workspace& workspace, const LibraryRemark& remark) {
    if (remark.id.empty() || remark.id.find_first_of(" @=\t\n") != std::string::npos) {
        return refused("une remarque porte un nom d'un seul mot", "a remark is named by one word");
    }
    const std::size_t last = remark.text.find_last_not_of(" \t\r\n");
    if (last == std::string::npos || remark.text[last] != '?') {
        return refused("une remarque pose une question et n'accuse pas : terminez-la par « ? »",
                       "a remark asks and does not accuse: end it with a question mark");
    }
    store::put_remark(workspace.database(), {remark.id, remark.text}, workspace.user(), now());
    return {true, {}};
}

ReworkResult remove_remark(Workspace& workspace, const std::string& id) {
    if (!store::remove_remark(workspace.database(), id, workspace.user(), now())) {
        return {false, make_label("la bibliothèque n'a pas de remarque {} ; `relis rework remarks` les donne",
                                  "the library has no remark {}; `relis rework remarks` lists those there are", id)};
    }
    return {true, {}};
}

}  // namespace relis::review

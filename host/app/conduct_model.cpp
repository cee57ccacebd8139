#include "app/conduct_model.h"

#include <algorithm>
#include <utility>

#include <wx/intl.h>

#include "app/words.h"
#include "label/blank.h"

namespace relis::app {

namespace {

class WorkspaceConductDesk final : public ConductDesk {
  public:
    explicit WorkspaceConductDesk(review::Workspace& workspace) : workspace_(workspace) {}

    review::ShopperLog log(const std::string& shopper_id) override {
        return review::shopper_log(workspace_, shopper_id);
    }
    std::vector<review::ShopperReport> reports(const std::string& shopper_id) override {
        return review::shopper_reports(workspace_, shopper_id);
    }
    review::ConductResult note(const std::string& shopper_id, NoteKind kind, const std::string& reason) override {
        return review::note_shopper(workspace_, shopper_id, kind, reason);
    }
    review::ConductResult take_back_note(std::int64_t note) override {
        return review::take_back_note(workspace_, note);
    }
    review::ConductResult confirm(const std::string& report_id, Misconduct kind, const std::string& reason) override {
        return review::confirm_misconduct(workspace_, report_id, kind, reason);
    }
    review::ConductResult take_back(const std::string& report_id) override {
        return review::take_back_misconduct(workspace_, report_id);
    }

  private:
    review::Workspace& workspace_;
};

}  // namespace

std::unique_ptr<ConductDesk> make_conduct_desk(review::Workspace& workspace) {
    return std::make_unique<WorkspaceConductDesk>(workspace);
}

void ConductModel::fail(const Label& what) {
    error_ = what;
    notifier_.tell(News::failed);
}

void ConductModel::open(const std::string& shopper_id) {
    if (shopper_id != shopper_id_) {
        shopper_id_ = shopper_id;
        log_.reset();
        reports_.clear();
        notifier_.tell(News::log);
    }
    refresh();
}

void ConductModel::refresh() {
    request_.ask(
        background_,
        [&desk = desk_, shopper_id = shopper_id_](const std::stop_token&) {
            return std::pair(desk.log(shopper_id), desk.reports(shopper_id));
        },
        [this](std::pair<review::ShopperLog, std::vector<review::ShopperReport>> known) {
            log_ = std::move(known.first);
            reports_ = std::move(known.second);
            notifier_.tell(News::log);
        },
        [this](const Label& what) { fail(what); });
}

std::string ConductModel::report_meant(const std::string& text) const {
    const wxString number = wxString::FromUTF8(text).BeforeFirst(',').Trim(true).Trim(false);
    const auto found = std::ranges::find_if(reports_, [&](const review::ShopperReport& report) {
        return wxString::FromUTF8(report.report_id).IsSameAs(number, false);
    });
    return found == reports_.end() ? std::string() : found->report_id;
}

std::optional<double> ConductModel::change(std::size_t row) const {
    if (!log_ || row + 1 >= log_->ratings.size()) {
        return std::nullopt;
    }
    return log_->ratings[row].value - log_->ratings[row + 1].value;
}

template <class Work>
void ConductModel::work(Work work) {
    if (working()) {
        return;
    }
    work_.perform(
        background_, [work = std::move(work)](const std::stop_token&) { return work(); },
        [this](const review::ConductResult& result) {
            if (!result.done) {
                fail(result.refusal);
                return;
            }
            notifier_.tell(News::done);
            refresh();
        },
        [this](const Label& what) { fail(what); });
}

bool ConductModel::lacks(const std::string& reason) {
    if (!is_blank(reason)) {
        return false;
    }
    fail({"Dites d'abord pourquoi : la raison reste au journal.", "Say why first: the reason stays in the log."});
    return true;
}

void ConductModel::note(NoteKind kind, const std::string& reason) {
    if (!lacks(reason)) {
        work([&desk = desk_, id = shopper_id_, kind, reason] { return desk.note(id, kind, reason); });
    }
}

void ConductModel::confirm(const std::string& report_id, Misconduct kind, const std::string& reason) {
    if (report_id.empty()) {
        fail({"Choisissez un rapport de ce client mystère.", "Choose a report of this shopper."});
    } else if (!lacks(reason)) {
        work([&desk = desk_, report_id, kind, reason] { return desk.confirm(report_id, kind, reason); });
    }
}

void ConductModel::take_back_note(std::size_t row) {
    if (!log_ || row >= log_->notes.size()) {
        return;
    }
    const review::EnteredNote& note = log_->notes[row];
    if (note.id == 0) {
        fail({"Cette note vient du fichier des clients mystères : corrigez-la là.",
              "This note came with the roster: correct it there."});
    } else if (!note.stands) {
        fail({"Cette note est déjà reprise.", "This note was taken back before."});
    } else {
        work([&desk = desk_, id = note.id] { return desk.take_back_note(id); });
    }
}

void ConductModel::take_back_misconduct(std::size_t row) {
    if (log_ && row < log_->misconduct.size()) {
        work([&desk = desk_, report_id = log_->misconduct[row].report_id] { return desk.take_back(report_id); });
    }
}

wxString cause_of(const std::string& action) {
    const std::pair<const char*, wxString> names[] = {
        {"accept", _("report accepted")},
        {"rework", _("rework asked")},
        {"reassign", _("mission given to somebody else")},
        {"undo", _("decision taken back")},
        {"surplus", _("surplus visit")},
        {"withdrawal", _("report withdrawn")},
        {"drop_surplus", _("surplus visit taken back")},
        {"uphold", _("appeal upheld")},
        {"uphold_partly", _("appeal upheld in part")},
        {"note", _("note of professionalism")},
        {"take_back_note", _("note taken back")},
        {"confirm", _("misconduct confirmed")},
        {"take_back", _("misconduct taken back")},
        {"cancel", _("mission cancelled")},
        {"miss", _("mission never done")},
        {"reopen", _("mission open again")},
        {"publish", _("criteria published")},
        {"", _("history imported")},
    };
    for (const auto& [name, text] : names) {
        if (action == name) {
            return text;
        }
    }
    return shown(action);
}

wxString about_of(const review::RatingChange& change) {
    const bool appeal = change.action == "uphold" || change.action == "uphold_partly";
    if (change.action == "publish") {
        return wxString::Format(_("version %s"), shown(change.subject));
    }
    return appeal ? wxString::Format(_("appeal %s"), shown(change.subject)) : shown(change.subject);
}

wxString emptiness(const review::ShopperLog& log, ConductPage page) {
    if (page == ConductPage::ratings && log.ratings.empty()) {
        return _(
            "Not rated yet: each decision on a report, each note and each appeal that is upheld will stand here with "
            "what it changed.");
    }
    if (page == ConductPage::notes && log.notes.empty()) {
        return _("No note yet: record below what a colleague should know of how the shopper works, with the reason.");
    }
    if (page == ConductPage::misconduct && log.misconduct.empty()) {
        return _(
            "Nothing is confirmed: a copied or invented report is confirmed below (Ctrl+M), after a person looked "
            "at the proof.");
    }
    return {};
}

}  // namespace relis::app

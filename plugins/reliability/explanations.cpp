#include "explanations.h"

#include <algorithm>
#include <array>
#include <cstdio>
#include <string>

namespace relis::reliability {

namespace {

Label operator+(const Label& first, const Label& second) {
    return {first.fr + second.fr, first.en + second.en};
}

void append(Label& text, const Label& more) {
    text = text + more;
}

/// `3,5` or `3.5`: one decimal, as people speak of ratings.
Label number(double value) {
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.1f", value);
    std::string english = text.data();
    if (english.ends_with(".0")) english.resize(english.size() - 2);
    std::string french = english;
    std::replace(french.begin(), french.end(), '.', ',');
    return {french, english};
}

Label number(std::size_t count) {
    return {std::to_string(count), std::to_string(count)};
}

/// With the noun in its form: none is singular in French and plural in English.
Label counted(std::size_t count, const Label& one, const Label& several) {
    return number(count) + Label{" ", " "} + Label{count < 2 ? one.fr : several.fr, count == 1 ? one.en : several.en};
}

/// `, 2 late`, where there are any.
Label with_any(std::size_t count, const Label& one, const Label& several) {
    return count == 0 ? Label{} : Label{", ", ", "} + counted(count, one, several);
}

template <class Condition>
std::size_t count_if(const std::vector<Weighed>& history, const Condition& condition) {
    return static_cast<std::size_t>(
        std::ranges::count_if(history, [&](const Weighed& weighed) { return condition(*weighed.mission); }));
}

std::size_t count_of(const std::vector<Weighed>& history, Outcome outcome) {
    return count_if(history, [&](const MissionRecord& mission) { return mission.outcome == outcome; });
}

/// ` (36 hours before the due time on average)`, where anything is known of it.
Label explain_notice(const std::vector<Weighed>& history) {
    double hours = 0;
    std::size_t known = 0;
    for (const Weighed& weighed : history) {
        const std::optional<double> notice = notice_hours(*weighed.mission);
        if (!notice) continue;
        hours += *notice;
        ++known;
    }
    if (known == 0) return {};
    return Label{" (", " ("} + number(hours / static_cast<double>(known)) +
           Label{" h avant l'échéance", " h before the due time"} +
           (known > 1 ? Label{" en moyenne)", " on average)"} : Label{")", ")"});
}

/// Joins what there is of several kinds.
class Kinds {
  public:
    void add(std::size_t count, const Label& one, const Label& several) {
        if (count == 0) return;
        if (!text_.fr.empty()) append(text_, {", ", ", "});
        append(text_, counted(count, one, several));
    }
    [[nodiscard]] const Label& text() const { return text_; }

  private:
    Label text_;
};

}  // namespace

Label nothing_tells() {
    return {"rien ne permet d'en juger", "nothing tells of it"};
}

Label explain_punctuality(const std::vector<Weighed>& history) {
    std::size_t reports = 0;
    std::size_t late = 0;
    double hours = 0;
    for (const Weighed& weighed : history) {
        const std::optional<double> lateness = hours_late(*weighed.mission);
        if (!lateness) continue;
        ++reports;
        if (*lateness > 0) ++late;
        hours += *lateness;
    }
    Label text = number(reports - late) + Label{" sur ", " of "} +
                 counted(reports, {"rapport remis", "report"}, {"rapports remis", "reports"}) +
                 Label{" à temps", " in time"};
    if (late > 0) {
        append(text, Label{", retard moyen de ", ", late by "} + number(hours / static_cast<double>(late)) +
                         Label{" h", " h on average"});
    }
    return text + with_any(count_of(history, Outcome::missed), {"mission jamais faite", "mission never done"},
                           {"missions jamais faites", "missions never done"});
}

Label explain_scores(const std::vector<std::optional<double>>& scores) {
    double sum = 0;
    std::size_t count = 0;
    for (const std::optional<double>& score : scores) {
        if (!score) continue;
        sum += *score;
        ++count;
    }
    return Label{"moyenne de ", "mean of "} + number(sum / static_cast<double>(count)) + Label{" sur ", " over "} +
           counted(count, {"rapport", "report"}, {"rapports", "reports"});
}

Label explain_completeness(const std::vector<Weighed>& history) {
    const std::size_t complete =
        count_if(history, [](const MissionRecord& m) { return has_report(m) && m.missing <= 0; });
    return number(complete) + Label{" sur ", " of "} +
           counted(count_if(history, has_report), {"rapport complet", "report"}, {"rapports complets", "reports"}) +
           Label{" dès la première version", " complete in the first version"};
}

Label explain_first_pass(const std::vector<Weighed>& history) {
    const std::size_t first =
        count_if(history, [](const MissionRecord& m) { return m.outcome == Outcome::accepted && m.reworks <= 0; });
    return number(first) + Label{" sur ", " of "} +
           counted(count_if(history, has_report), {"rapport accepté", "report"}, {"rapports acceptés", "reports"}) +
           Label{" du premier coup", " accepted at first pass"} +
           with_any(count_of(history, Outcome::reassigned), {"refusé", "refused"}, {"refusés", "refused"});
}

Label explain_commitment(const std::vector<Weighed>& history) {
    Label text = number(count_if(history, has_report)) + Label{" sur ", " of "} +
                 counted(history.size(), {"mission faite", "mission done"}, {"missions faites", "missions done"});
    if (const std::size_t cancelled = count_of(history, Outcome::cancelled); cancelled > 0) {
        append(text,
               with_any(cancelled, {"annulée", "cancelled"}, {"annulées", "cancelled"}) + explain_notice(history));
    }
    return text + with_any(count_of(history, Outcome::missed), {"manquée", "missed"}, {"manquées", "missed"});
}

Label explain_rework_answers(const std::vector<Weighed>& history) {
    std::size_t in_time = 0;
    std::size_t late = 0;
    std::size_t none = 0;
    for (const Weighed& weighed : history) {
        in_time += static_cast<std::size_t>(std::max(0, weighed.mission->answered_reworks));
        late += static_cast<std::size_t>(std::max(0, weighed.mission->late_answers));
        none += static_cast<std::size_t>(std::max(0, weighed.mission->unanswered_reworks));
    }
    return number(in_time) + Label{" sur ", " of "} +
           counted(in_time + late + none, {"reprise répondue", "rework answered"},
                   {"reprises répondues", "reworks answered"}) +
           Label{" à temps", " in time"} + with_any(late, {"en retard", "late"}, {"en retard", "late"}) +
           with_any(none, {"restée sans réponse", "never answered"}, {"restées sans réponse", "never answered"});
}

Label explain_notes(const std::vector<ConductNote>& notes) {
    const auto of = [&](NoteKind kind) {
        return static_cast<std::size_t>(std::ranges::count(notes, kind, &ConductNote::kind));
    };
    Kinds kinds;
    kinds.add(of(NoteKind::positive), {"note favorable", "positive note"}, {"notes favorables", "positive notes"});
    kinds.add(of(NoteKind::neutral), {"note neutre", "neutral note"}, {"notes neutres", "neutral notes"});
    kinds.add(of(NoteKind::negative), {"note défavorable", "negative note"}, {"notes défavorables", "negative notes"});
    return kinds.text();
}

Label explain_misconduct(const std::vector<ConfirmedMisconduct>& misconduct) {
    if (misconduct.empty()) return {"rien n'a été confirmé", "nothing was confirmed"};
    const auto of = [&](Misconduct kind) {
        return static_cast<std::size_t>(std::ranges::count(misconduct, kind, &ConfirmedMisconduct::kind));
    };
    Kinds kinds;
    kinds.add(of(Misconduct::copying), {"copie confirmée", "confirmed copy"},
              {"copies confirmées", "confirmed copies"});
    kinds.add(of(Misconduct::falsification), {"invention confirmée", "confirmed invention"},
              {"inventions confirmées", "confirmed inventions"});
    return kinds.text();
}

}  // namespace relis::reliability

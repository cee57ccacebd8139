// How feedback is told on a page. What it says is composed in feedback.cpp; how pages look, in sheet_*.cpp.
#include <algorithm>
#include <map>
#include <span>

#include <fmt/format.h>

#include "feedback_sheet.h"
#include "french_text.h"

namespace relis::review {

namespace {

constexpr std::size_t first_remarks = 5;  // more would be read by nobody; the rest follows, folded
constexpr std::size_t first_light_remarks = 2;
constexpr std::size_t full_passages = 3;   // of one remark
constexpr std::size_t short_passages = 8;  // after them, in one line
constexpr std::size_t open_losses = 6;
constexpr std::size_t common_remarks = 3;  // of a month
constexpr std::size_t most_advice = 2;

/// Costs under a twentieth of a point round to nothing and are not shown.
bool worth_showing(double cost) {
    return cost >= 0.05;
}

void add_passage(Sheet& sheet, const Passage& passage, const Passage* before) {
    if (!passage.question.empty() && (before == nullptr || before->question != passage.question)) {
        sheet.add(Block::Kind::paragraph, {{"Question : " + passage.question, Span::Look::soft}});
    }
    if (!passage.quote.empty()) {
        sheet.add(Block::Kind::paragraph, {{"« " + passage.before, Span::Look::plain},
                                           {passage.quote, Span::Look::mark},
                                           {passage.after + " »", Span::Look::plain}});
    }
    if (before == nullptr || before->message != passage.message) {
        sheet.paragraph(passage.message);
    }
    if (!passage.correction.empty()) {
        sheet.add(Block::Kind::paragraph,
                  {{"À écrire : ", Span::Look::plain}, {passage.correction, Span::Look::strong}});
    }
}

/// The beginning of a text too long to stand in a list.
std::string in_short(const std::string& text) {
    constexpr std::size_t longest = 60;  // code points
    return length_of(text) <= longest ? text : slice(text, 0, longest - 1) + "…";
}

/// `Aussi : « a » → « à », « sa » → « ça » et 3 autres.`
void add_further(Sheet& sheet, const std::vector<Passage>& passages) {
    std::string text;
    std::size_t told = 0;
    for (std::size_t i = full_passages; i < passages.size() && told < short_passages; ++i) {
        const Passage& passage = passages[i];
        const std::string words = in_short(passage.quote.empty() ? passage.question : passage.quote);
        if (words.empty()) {
            continue;
        }
        text += (told == 0 ? "Aussi : « " : ", « ") + words + " »";
        if (!passage.correction.empty()) {
            text += " → « " + passage.correction + " »";
        }
        ++told;
    }
    const std::size_t left = passages.size() - full_passages - told;
    if (told > 0) {
        sheet.paragraph(text + (left > 0 ? fmt::format(" et {} de plus.", left) : "."));
    }
}

void add_losses(Sheet& sheet, const std::vector<Loss>& losses) {
    const bool fold = losses.size() > open_losses;
    if (fold) {
        sheet.add(Block::Kind::fold_begin, fmt::format("Ce qui a coûté des points ({})", losses.size()));
    }
    for (const Loss& loss : losses) {
        sheet.item(fmt::format("−{} : {}", french_points(loss.points), loss.what));
    }
    if (fold) {
        sheet.add(Block::Kind::fold_end, std::string{});
    }
}

void add_items(Sheet& sheet, int level, const std::string& title, const std::vector<std::string>& items) {
    if (items.empty()) {
        return;
    }
    sheet.heading(level, title);
    for (const std::string& item : items) {
        sheet.item(item);
    }
}

/// `Montréal · rapport R-1, révision 2`
std::string place_of(const Feedback& feedback) {
    std::string place = feedback.programme_name + " · " + feedback.site + " · rapport " + feedback.report_id;
    if (feedback.revision > 1) {
        place += fmt::format(", révision {}", feedback.revision);
    }
    return place;
}

/// What was answered to appeals, their heading of `level`.
void add_appeals(Sheet& sheet, const std::vector<AppealNote>& appeals, int level) {
    if (appeals.empty()) {
        return;
    }
    sheet.heading(level, appeals.size() == 1 ? "Après votre contestation" : "Après vos contestations");
    for (const AppealNote& note : appeals) {
        sheet.add(Block::Kind::paragraph, {{note.title, Span::Look::strong}});
        sheet.add(Block::Kind::message, note.answer);
        if (!note.correction.empty()) {
            sheet.paragraph(note.correction);
        }
    }
}

/// Scores, strengths and remarks, their headings of `level`.
void add_judgement(Sheet& sheet, const Feedback& feedback, int level) {
    sheet.heading(level, "Vos notes");
    add_scores(sheet, feedback.scores);
    add_items(sheet, level, "Ce qui est réussi", feedback.strengths);
    if (feedback.remarks.empty()) {
        sheet.heading(level, "Remarques");
        sheet.paragraph("Aucune.");
    } else {
        add_remarks(sheet, feedback.remarks, level);
    }
}

std::vector<Remark> common(const std::vector<Feedback>& reports) {
    std::map<std::pair<std::string, std::string>, std::pair<Remark, std::size_t>> rules;
    for (const Feedback& report : reports) {
        for (const Remark& remark : report.remarks) {
            auto& [sum, count] = rules[{remark.criterion, remark.title}];
            sum.criterion = remark.criterion;
            sum.title = remark.title;
            sum.cost += remark.cost;
            ++count;
        }
    }
    std::vector<Remark> result;
    for (auto& [rule, entry] : rules) {
        auto& [remark, count] = entry;
        if (count > 1 && !remark.title.empty()) {
            remark.question = fmt::format("{} rapports", count);
            result.push_back(remark);
        }
    }
    std::ranges::stable_sort(result, std::greater<>(), &Remark::cost);
    result.resize(std::min(result.size(), common_remarks));
    return result;
}

/// The mean of a score over those reports that have it.
std::optional<double> mean_score(const std::vector<Feedback>& reports, std::size_t score) {
    double sum = 0;
    std::size_t count = 0;
    for (const Feedback& report : reports) {
        if (score < report.scores.size() && report.scores[score].value) {
            sum += *report.scores[score].value;
            ++count;
        }
    }
    return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
}

/// What most of the reports are advised, at most two.
std::vector<std::string> common_advice(const std::vector<Feedback>& reports) {
    std::vector<std::pair<std::string, std::size_t>> counted;
    for (const Feedback& report : reports) {
        for (const std::string& advice : report.advice) {
            const auto known = std::ranges::find(counted, advice, &std::pair<std::string, std::size_t>::first);
            if (known == counted.end()) {
                counted.emplace_back(advice, 1);
            } else {
                ++known->second;
            }
        }
    }
    std::ranges::stable_sort(counted, std::greater<>(), &std::pair<std::string, std::size_t>::second);
    std::vector<std::string> result;
    for (std::size_t i = 0; i < std::min(counted.size(), most_advice); ++i) {
        result.push_back(counted[i].first);
    }
    return result;
}

std::string advice_title(const std::vector<std::string>& advice) {
    return advice.size() == 1 ? "Un conseil pour la suite" : "Deux conseils pour la suite";
}

}  // namespace

void add_scores(Sheet& sheet, const std::vector<ShownScore>& scores) {
    for (const ShownScore& score : scores) {
        Block gauge;
        gauge.kind = Block::Kind::gauge;
        gauge.spans = {{score.name, Span::Look::plain}};
        gauge.value = score.value;
        sheet.blocks.push_back(std::move(gauge));
        if (!score.reason.empty()) {
            sheet.paragraph(score.reason);
        }
        add_losses(sheet, score.losses);
    }
}

void add_remark(Sheet& sheet, const Remark& remark, int level) {
    sheet.add(Block::Kind::frame_begin, std::string{});
    const std::string title = remark.title.empty() ? remark.criterion : remark.title;
    if (level <= 3) {
        sheet.heading(level, title);
    } else {
        sheet.add(Block::Kind::paragraph, {{title, Span::Look::strong}});
    }
    std::string about = remark.criterion;
    if (remark.passages.size() > 1) {
        about += fmt::format(" · {} passages", remark.passages.size());
    }
    if (worth_showing(remark.cost)) {
        about += " · " + french_points(remark.cost);
    }
    if (about != title) {
        sheet.add(Block::Kind::paragraph, {{about, Span::Look::soft}});
    }
    for (std::size_t i = 0; i < std::min(remark.passages.size(), full_passages); ++i) {
        add_passage(sheet, remark.passages[i], i == 0 ? nullptr : &remark.passages[i - 1]);
    }
    if (remark.passages.size() > full_passages) {
        add_further(sheet, remark.passages);
    }
    if (!remark.question.empty()) {
        sheet.paragraph(remark.question);
    }
    sheet.add(Block::Kind::frame_end, std::string{});
}

/// The first ones open, the others behind a line.
void add_some(Sheet& sheet, std::span<const Remark> remarks, std::size_t first, int level) {
    const std::size_t shown = std::min(first, remarks.size());
    for (const Remark& remark : remarks.first(shown)) {
        add_remark(sheet, remark, level);
    }
    if (shown == remarks.size()) {
        return;
    }
    const std::size_t left = remarks.size() - shown;
    sheet.add(Block::Kind::fold_begin,
              left == 1 ? std::string("L'autre remarque") : fmt::format("Les {} autres remarques", left));
    for (const Remark& remark : remarks.subspan(shown)) {
        add_remark(sheet, remark, level);
    }
    sheet.add(Block::Kind::fold_end, std::string{});
}

void add_remarks(Sheet& sheet, const std::vector<Remark>& remarks, int level) {
    const std::span<const Remark> all(remarks);
    const auto weighty = static_cast<std::size_t>(std::ranges::count(remarks, false, &Remark::light));
    if (weighty > 0) {
        sheet.heading(level, "Ce qui ferait le plus monter vos notes");
        add_some(sheet, all.first(weighty), first_remarks, level + 1);
    }
    if (weighty < remarks.size()) {
        sheet.heading(level, "Typographie et style, sans effet sur vos notes");
        add_some(sheet, all.subspan(weighty), first_light_remarks, level + 1);
    }
}

Sheet sheet_of(const Feedback& feedback) {
    Sheet sheet;
    sheet.title = feedback.title + " – " + feedback.site;
    sheet.heading(1, feedback.title);
    sheet.add(Block::Kind::paragraph, {{place_of(feedback), Span::Look::soft}});
    if (feedback.rework_due) {
        sheet.add(Block::Kind::paragraph,
                  {{"À remettre avant le " + french_moment(*feedback.rework_due) + ".", Span::Look::strong}});
    }
    if (!feedback.greeting.empty()) {
        sheet.paragraph(feedback.greeting);
    }
    add_appeals(sheet, feedback.appeals, 2);
    if (!feedback.message.empty()) {
        if (!feedback.appeals.empty()) {
            sheet.heading(2, "Ce que nous vous écrivions");
        }
        sheet.add(Block::Kind::message, feedback.message);
    }
    add_items(sheet, 2, "Ce qu'il y a à faire", feedback.steps);
    add_judgement(sheet, feedback, 2);
    add_items(sheet, 2, "Par rapport à vos derniers rapports", feedback.progress);
    add_items(sheet, 2, advice_title(feedback.advice), feedback.advice);
    if (!feedback.closing.empty()) {
        sheet.heading(2, "Pour nous répondre");
        sheet.paragraph(feedback.closing);
    }
    return sheet;
}

Sheet sheet_of(const std::vector<Feedback>& reports, const std::string& title) {
    Sheet sheet;
    sheet.title = title;
    sheet.heading(1, title);
    sheet.paragraph(reports.front().salutation);
    sheet.paragraph(reports.size() == 1
                        ? std::string("Un rapport de vous a été traité ce mois-ci.")
                        : fmt::format("{} rapports de vous ont été traités ce mois-ci.", reports.size()));
    sheet.heading(2, "Le mois en bref");
    for (std::size_t i = 0; i < reports.front().scores.size(); ++i) {
        Block gauge;
        gauge.kind = Block::Kind::gauge;
        gauge.spans = {{reports.front().scores[i].name + ", en moyenne", Span::Look::plain}};
        gauge.value = mean_score(reports, i);
        sheet.blocks.push_back(std::move(gauge));
    }
    for (const Remark& remark : common(reports)) {
        sheet.item("Revient le plus souvent : " + remark.title + " (" + remark.criterion + ", " + remark.question +
                   (worth_showing(remark.cost) ? ", " + french_points(remark.cost) : std::string{}) + ")");
    }
    const std::vector<std::string> advice = common_advice(reports);
    add_items(sheet, 2, advice_title(advice), advice);
    for (const Feedback& report : reports) {
        sheet.heading(2, report.title + " : " + report.site);
        sheet.add(Block::Kind::paragraph, {{place_of(report), Span::Look::soft}});
        add_appeals(sheet, report.appeals, 3);
        if (!report.message.empty()) {
            sheet.add(Block::Kind::message, report.message);
        }
        add_items(sheet, 3, "Ce qu'il y a à faire", report.steps);
        add_judgement(sheet, report, 3);
    }
    sheet.paragraph(reports.front().signature);
    return sheet;
}

}  // namespace relis::review

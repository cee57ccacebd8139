// How a feedback looks, as a page and as plain text. What it says is composed in feedback.cpp.
#include <algorithm>

#include <fmt/format.h>

#include "french_text.h"
#include "review/feedback.h"

namespace relis::review {

namespace {

constexpr std::size_t first_remarks = 5;  // more would be read by nobody; the rest follows, folded

constexpr const char* style = R"(
:root { color-scheme: light dark; --ink: #1d2733; --paper: #ffffff; --soft: #f1f4f8; --line: #c9d2dc; --mark: #fff1c2; --accent: #1f5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf1; --paper: #161b21; --soft: #212a34; --line: #3b4856; --mark: #5a4a12; --accent: #8ab8f0; } }
body { margin: 0 auto; padding: 1.2rem; max-width: 44rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); }
h1 { font-size: 1.5rem; margin: 0 0 .2rem; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .5rem; }
.where { margin: 0 0 1.2rem; }
.scores { display: flex; flex-wrap: wrap; gap: 1rem; padding: 0; list-style: none; }
.scores li { flex: 1 1 16rem; background: var(--soft); border-radius: .6rem; padding: .8rem 1rem; }
.scores strong { font-size: 1.4rem; } .bar { height: .5rem; background: var(--line); border-radius: .3rem; margin: .4rem 0; }
.bar span { display: block; height: 100%; border-radius: .3rem; background: var(--accent); }
.message { white-space: pre-line; border-left: .25rem solid var(--accent); padding: .2rem 0 .2rem 1rem; }
.remark { border: 1px solid var(--line); border-radius: .6rem; padding: .7rem 1rem; margin: .7rem 0; }
.remark p { margin: .3rem 0; } .about { font-size: .9rem; opacity: .85; } mark { background: var(--mark); color: inherit; padding: 0 .15rem; }
@media print { details { display: block; } body { max-width: none; } }
)";

std::string points(double cost) {
    return french_score(cost) + (cost >= 2 ? " points" : " point");
}

/// Costs under a twentieth of a point round to nothing and are not shown.
bool worth_showing(double cost) {
    return cost >= 0.05;
}

std::string score_html(const std::string& name, const std::optional<double>& score, const std::string& reason) {
    if (!score) {
        return fmt::format("<li>{}<br><strong>non évalué</strong><p>{}</p></li>\n", name, escape_html(reason));
    }
    return fmt::format(
        "<li>{0}<br><strong>{1} sur 5</strong><div class=\"bar\" role=\"img\" aria-label=\"{1} sur 5\"><span "
        "style=\"width:{2:.0f}%\"></span>"
        "</div><p>{3}</p></li>\n",
        name, french_score(*score), std::clamp(*score, 0.0, 5.0) * 20, escape_html(reason));
}

std::string remark_html(const Remark& remark) {
    std::string about = escape_html(remark.criterion);
    if (!remark.question.empty()) about += " · " + escape_html(remark.question);
    if (worth_showing(remark.cost)) about += " · " + points(remark.cost);
    std::string html = "<article class=\"remark\"><p class=\"about\">" + about + "</p>";
    if (!remark.quote.empty()) {
        html += "<p>« " + escape_html(remark.before) + "<mark>" + escape_html(remark.quote) + "</mark>" +
                escape_html(remark.after) + " »</p>";
    }
    html += "<p>" + escape_html(remark.message) + "</p>";
    if (!remark.suggestion.empty()) html += "<p>À écrire : <strong>" + escape_html(remark.suggestion) + "</strong></p>";
    return html + "</article>\n";
}

std::string remark_text(const Remark& remark) {
    std::string text = "- [" + remark.criterion + "]";
    if (!remark.question.empty()) text += " " + remark.question;
    if (worth_showing(remark.cost)) text += " (" + points(remark.cost) + ")";
    text += "\n";
    if (!remark.quote.empty()) text += "  « " + remark.before + "[" + remark.quote + "]" + remark.after + " »\n";
    text += "  " + remark.message + "\n";
    if (!remark.suggestion.empty()) text += "  À écrire : " + remark.suggestion + "\n";
    return text;
}

}  // namespace

std::string to_html(const Feedback& feedback) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n";
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    html += "<title>" + escape_html(feedback.decision + " – " + feedback.site) + "</title>\n<style>" + style +
            "</style>\n</head>\n<body>\n";
    html += "<h1>" + escape_html(feedback.decision) + "</h1>\n";
    html += "<p class=\"where\">" +
            escape_html(feedback.programme_name + " · " + feedback.site + " · rapport " + feedback.report_id);
    html += feedback.revision > 1 ? fmt::format(", révision {}</p>\n", feedback.revision) : "</p>\n";
    if (feedback.rework_due)
        html += "<p><strong>À remettre avant le " + french_moment(*feedback.rework_due) + ".</strong></p>\n";
    if (!feedback.message.empty()) html += "<div class=\"message\">" + escape_html(feedback.message) + "</div>\n";
    html += "<h2>Vos notes</h2>\n<ul class=\"scores\">\n" +
            score_html("Détail", feedback.detail, feedback.detail_reason) +
            score_html("Français", feedback.french, feedback.french_reason) + "</ul>\n";
    if (!feedback.strengths.empty()) {
        html += "<h2>Ce qui est réussi</h2>\n<ul>\n";
        for (const std::string& strength : feedback.strengths) html += "<li>" + escape_html(strength) + "</li>\n";
        html += "</ul>\n";
    }
    if (feedback.remarks.empty()) return html + "<h2>Remarques</h2>\n<p>Aucune. Bravo !</p>\n</body>\n</html>\n";
    html += "<h2>Ce qui ferait le plus monter vos notes</h2>\n";
    const std::size_t shown = std::min(first_remarks, feedback.remarks.size());
    for (std::size_t i = 0; i < shown; ++i) html += remark_html(feedback.remarks[i]);
    if (shown < feedback.remarks.size()) {
        html += fmt::format("<details><summary>Les {} autres remarques</summary>\n", feedback.remarks.size() - shown);
        for (std::size_t i = shown; i < feedback.remarks.size(); ++i) html += remark_html(feedback.remarks[i]);
        html += "</details>\n";
    }
    return html + "</body>\n</html>\n";
}

std::string to_text(const Feedback& feedback) {
    const auto score = [](const std::optional<double>& value) {
        return value ? french_score(*value) + " sur 5" : std::string("non évalué");
    };
    std::string text =
        feedback.decision + "\n" + feedback.programme_name + ", " + feedback.site + ", rapport " + feedback.report_id;
    text += feedback.revision > 1 ? fmt::format(", révision {}\n", feedback.revision) : "\n";
    if (feedback.rework_due) text += "À remettre avant le " + french_moment(*feedback.rework_due) + ".\n";
    if (!feedback.message.empty()) text += "\n" + feedback.message + "\n";
    text += "\nVos notes\n  Détail : " + score(feedback.detail) + ". " + feedback.detail_reason +
            "\n  Français : " + score(feedback.french) + ". " + feedback.french_reason + "\n";
    if (!feedback.strengths.empty()) {
        text += "\nCe qui est réussi\n";
        for (const std::string& strength : feedback.strengths) text += "- " + strength + "\n";
    }
    text += "\nRemarques\n";
    if (feedback.remarks.empty()) text += "Aucune. Bravo !\n";
    for (const Remark& remark : feedback.remarks) text += remark_text(remark);
    return text;
}

}  // namespace relis::review

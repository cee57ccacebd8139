// A sheet as one HTML page.
#include <algorithm>

#include <fmt/format.h>

#include "french_text.h"
#include "review/markup.h"
#include "review/sheet.h"

namespace relis::review {

namespace {

constexpr const char* style = R"(
:root { color-scheme: light dark; --ink: #1d2733; --quiet: #4a5866; --paper: #ffffff; --soft: #f1f4f8; --line: #8a97a5; --mark: #ffe9a8; --accent: #1f5fa8; }
@media (prefers-color-scheme: dark) { :root { --ink: #e6ebf1; --quiet: #b3bfcb; --paper: #161b21; --soft: #212a34; --line: #6b7a89; --mark: #5a4a12; --accent: #8ab8f0; } }
* { box-sizing: border-box; }
body { margin: 0 auto; padding: 1.2rem; max-width: 44rem; font: 1rem/1.55 system-ui, sans-serif; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
h1 { font-size: 1.5rem; line-height: 1.25; margin: 0 0 .4rem; } h2 { font-size: 1.2rem; margin: 1.8rem 0 .5rem; } h3 { font-size: 1rem; margin: 0 0 .3rem; }
p { margin: .4rem 0; white-space: pre-line; } ul { padding-left: 1.3rem; margin: .4rem 0; } li { margin: .2rem 0; }
.gauge { margin: .8rem 0 .2rem; } .gauge strong { font-size: 1.3rem; }
.bar { height: .6rem; border: 1px solid var(--line); border-radius: .3rem; margin: .3rem 0; overflow: hidden; }
.bar span { display: block; height: 100%; background: var(--accent); print-color-adjust: exact; }
.message { border-left: .25rem solid var(--accent); padding: .2rem 0 .2rem 1rem; }
.frame { border: 1px solid var(--line); border-radius: .6rem; padding: .7rem 1rem; margin: .7rem 0; break-inside: avoid; }
.soft { color: var(--quiet); font-size: .92rem; } mark { background: var(--mark); color: inherit; padding: 0 .15rem; }
summary { cursor: pointer; padding: .5rem 0; }
@media print { body { max-width: none; padding: 0; } summary { list-style: none; } details::details-content { content-visibility: visible; block-size: auto; } }
)";

std::string span_html(const Span& span) {
    // The shopper's own words stay as they are
    std::string text = escape_markup(span.look == Span::Look::mark ? span.text : with_fixed_spaces(span.text));
    switch (span.look) {
        case Span::Look::strong:
            return "<strong>" + text + "</strong>";
        case Span::Look::mark:
            return "<mark>" + text + "</mark>";
        case Span::Look::soft:
            return "<span class=\"soft\">" + text + "</span>";
        case Span::Look::plain:
            break;
    }
    return text;
}

std::string spans_html(const Block& block) {
    std::string html;
    for (const Span& span : block.spans) {
        html += span_html(span);
    }
    return html;
}

std::string gauge_html(const Block& block) {
    if (!block.value) {
        return "<p class=\"gauge\">" + spans_html(block) + " : <strong>non évalué</strong></p>\n";
    }
    return fmt::format(
        "<p class=\"gauge\">{0} : <strong>{1} sur 5</strong></p>\n<div class=\"bar\" role=\"img\" "
        "aria-label=\"{1} sur 5\"><span style=\"width:{2:.0f}%\"></span></div>\n",
        spans_html(block), french_score(*block.value), std::clamp(*block.value, 0.0, 5.0) * 20);
}

std::string block_html(const Block& block) {
    switch (block.kind) {
        case Block::Kind::heading:
            return fmt::format("<h{0}>{1}</h{0}>\n", block.level, spans_html(block));
        case Block::Kind::paragraph:
            return "<p>" + spans_html(block) + "</p>\n";
        case Block::Kind::item:
            return "<li>" + spans_html(block) + "</li>\n";
        case Block::Kind::gauge:
            return gauge_html(block);
        case Block::Kind::message:
            return "<p class=\"message\">" + spans_html(block) + "</p>\n";
        case Block::Kind::frame_begin:
            return "<section class=\"frame\">\n";
        case Block::Kind::frame_end:
            return "</section>\n";
        case Block::Kind::fold_begin:
            return "<details><summary>" + spans_html(block) + "</summary>\n";
        case Block::Kind::fold_end:
            return "</details>\n";
    }
    return {};
}

}  // namespace

void Sheet::add(Block::Kind kind, std::string text, int level) {
    blocks.push_back({kind, {{std::move(text), Span::Look::plain}}, level, std::nullopt});
}

void Sheet::add(Block::Kind kind, std::vector<Span> spans) {
    blocks.push_back({kind, std::move(spans), 1, std::nullopt});
}

std::string html_of(const Sheet& sheet) {
    std::string html = "<!DOCTYPE html>\n<html lang=\"fr\">\n<head>\n<meta charset=\"utf-8\">\n";
    html += "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n";
    // The icon is named, since browsers ask the place where a page lies for one otherwise
    html +=
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
        "img-src data:\">\n<link rel=\"icon\" href=\"data:,\">\n";
    html +=
        "<title>" + escape_markup(sheet.title) + "</title>\n<style>" + style + "</style>\n</head>\n<body>\n<main>\n";
    bool in_list = false;
    for (const Block& block : sheet.blocks) {
        const bool item = block.kind == Block::Kind::item;
        if (item != in_list) {
            html += item ? "<ul>\n" : "</ul>\n";
        }
        in_list = item;
        html += block_html(block);
    }
    return html + (in_list ? "</ul>\n" : "") + "</main>\n</body>\n</html>\n";
}

}  // namespace relis::review

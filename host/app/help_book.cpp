#include "app/help_book.h"

#include <algorithm>
#include <fstream>
#include <string_view>

#include "app/text.h"
#include "document_parts.h"
#include "label/labelled_error.h"
#include "review/search.h"

namespace relis::app {

namespace {

constexpr std::string_view title_mark = "# ";
constexpr std::string_view heading_mark = "## ";
constexpr std::string_view item_mark = "- ";

HelpChapter read_chapter(const std::filesystem::path& file) {
    HelpChapter chapter;
    std::ifstream input(file, std::ios::binary);
    for (std::string line; std::getline(input, line);) {
        if (line.starts_with(title_mark)) {
            chapter.title = line.substr(title_mark.size());
        } else if (!line.empty()) {
            chapter.lines.push_back(line);
        }
    }
    return chapter;
}

/// The text in pieces, those that were found marked.
std::vector<Span> marked(const std::string& text, const std::string& words, Face face, Ink ink) {
    const std::u32string all = shown_text(text).text;
    std::vector<Span> spans;
    std::size_t from = 0;
    const auto add = [&](std::size_t to, Fill fill) {
        if (to > from) {
            Span made;
            made.text = all.substr(from, to - from);
            made.face = face;
            made.ink = ink;
            made.fill = fill;
            spans.push_back(std::move(made));
            from = to;
        }
    };
    for (const review::FoundPlace& place : review::find_words(text, words)) {
        add(std::min(place.start, all.size()), Fill::none);
        add(std::min(place.end, all.size()), Fill::match);
    }
    add(all.size(), Fill::none);
    return spans;
}

}  // namespace

std::vector<HelpChapter> read_help(const std::filesystem::path& folder, const std::string& language) {
    for (const std::string& spoken : {language, std::string("en")}) {
        std::vector<std::filesystem::path> files;
        std::error_code absent;
        for (const auto& entry : std::filesystem::directory_iterator(folder / spoken, absent)) {
            if (entry.path().extension() == ".txt") {
                files.push_back(entry.path());
            }
        }
        std::ranges::sort(files);
        std::vector<HelpChapter> chapters;
        for (const std::filesystem::path& file : files) {
            chapters.push_back(read_chapter(file));
        }
        if (!chapters.empty()) {
            return chapters;
        }
    }
    throw LabelledError({"L'aide n'est pas installée : " + folder.string() + " n'a aucun chapitre. Réinstallez Relis.",
                         "The help is not installed: " + folder.string() + " has no chapter. Install Relis again."});
}

std::size_t count_found(const HelpChapter& chapter, const std::string& words) {
    std::size_t count = review::find_words(chapter.title, words).size();
    for (const std::string& line : chapter.lines) {
        count += review::find_words(line, words).size();
    }
    return count;
}

Document help_document(const HelpChapter& chapter, const std::string& words) {
    Document document;
    document.paragraphs.push_back(paragraph(marked(chapter.title, words, Face::title, Ink::text), 0, 8));
    for (const std::string& line : chapter.lines) {
        if (line.starts_with(heading_mark)) {
            document.paragraphs.push_back(
                paragraph(marked(line.substr(heading_mark.size()), words, Face::heading, Ink::accent), 0, 18));
        } else if (line.starts_with(item_mark)) {
            std::vector<Span> spans = marked(line.substr(item_mark.size()), words, Face::body, Ink::text);
            Span bullet;
            bullet.text = U"•  ";
            bullet.ink = Ink::muted;
            spans.insert(spans.begin(), std::move(bullet));
            document.paragraphs.push_back(paragraph(std::move(spans), 12, 6));
        } else {
            document.paragraphs.push_back(paragraph(marked(line, words, Face::body, Ink::text), 0, 8));
        }
    }
    return document;
}

}  // namespace relis::app

// Which answer says what: yes and no, the ends of a scale, a mark.
#include <algorithm>
#include <cstdint>
#include <cstdlib>
#include <optional>
#include <utility>

#include "asked.h"
#include "word_set.h"

namespace relis::consistency {

using comments::Comment;
using language::TokenKind;

/// « Oui », « Non », or how such a choice begins.
Side yes_or_no(std::string_view label) {
    const std::string folded = language::fold(label);
    const auto begins = [&](std::string_view word) {
        return folded.starts_with(word) &&
               (folded.size() == word.size() || folded[word.size()] == ' ' || folded[word.size()] == ',');
    };
    // « Oui, en partie » says neither.
    if (folded.find("partie") != std::string::npos || folded.find("mais") != std::string::npos ||
        folded.find("peu") != std::string::npos)
        return Side::none;
    const bool yes = begins("oui") || begins("vrai") || begins("c'est exact") || begins("c'est vrai") ||
                     begins("c'est le cas") || begins("exact");
    const bool no = begins("non") || begins("faux") || begins("c'est faux") || begins("c'est inexact") ||
                    begins("inexact") || begins("ni l'un ni l'autre");
    return yes ? Side::yes : no ? Side::no : Side::none;
}

Side side_of(const Question& question, std::string_view value) {
    if (question.type != QuestionType::select_one || question.choices.size() < 2) {
        return question.type == QuestionType::select_one ? yes_or_no(value) : Side::none;
    }
    const auto& choices = question.choices;
    const auto chosen =
        std::find_if(choices.begin(), choices.end(), [&](const Choice& choice) { return choice.name == value; });
    if (chosen == choices.end()) return Side::none;
    const Side said = yes_or_no(chosen->label.empty() ? chosen->name : chosen->label);
    if (said != Side::none) return said;
    // A scale: from its best choice to its worst, as the negative ones tell.
    const auto negative = [&](const Choice& choice) { return question.is_negative(choice.name); };
    const bool first = negative(choices.front()), last = negative(choices.back());
    if (first == last) return Side::none;
    const bool falls = last;
    if (chosen == choices.begin()) return falls ? Side::best : Side::worst;
    if (chosen + 1 == choices.end()) return falls ? Side::worst : Side::best;
    return negative(*chosen) ? Side::worst : Side::none;
}

namespace {

/// The labels of scales, from files/scales.txt: the folded words that a choice begins with, and where it stands.
class Scales {
  public:
    enum class Grade : std::int8_t { bad = -1, middle = 0, good = 1, best = 2, outside = 3 };

    static const Scales& words() {
        static const Scales scales;
        return scales;
    }

    [[nodiscard]] std::optional<Grade> grade(std::string_view label) const {
        const Comment words(label);
        std::string text;
        for (std::size_t i = 0; i < words.tokens().size(); ++i) {
            const bool letters =
                words.tokens()[i].kind == TokenKind::word || words.tokens()[i].kind == TokenKind::elided;
            if (letters) text.append(text.empty() ? "" : "+").append(words.folded(i));
        }
        std::optional<Grade> best;
        std::size_t length = 0;
        for (const auto& [start, grade] : starts_) {
            const bool begins = text.starts_with(start) && (text.size() == start.size() || text[start.size()] == '+');
            if (!begins || start.size() < length) continue;
            best = grade;
            length = start.size();
        }
        return best;
    }

  private:
    Scales() {
        std::string_view file = word_file("scales");
        while (!file.empty()) {
            const std::size_t end = std::min(file.find('\n'), file.size());
            std::string_view line = file.substr(0, end);
            file = file.substr(std::min(end + 1, file.size()));
            const std::size_t space = line.find(' ');
            if (line.starts_with('#') || space == std::string_view::npos) continue;
            const std::string_view key = line.substr(0, space);
            const Grade grade = key == "best"     ? Grade::best
                                : key == "good"   ? Grade::good
                                : key == "middle" ? Grade::middle
                                : key == "bad"    ? Grade::bad
                                                  : Grade::outside;
            for (line = line.substr(space + 1); !line.empty();) {
                const std::size_t next = std::min(line.find(' '), line.size());
                if (next > 0) starts_.emplace_back(std::string(line.substr(0, next)), grade);
                line = line.substr(std::min(next + 1, line.size()));
            }
        }
    }
    std::vector<std::pair<std::string, Grade>> starts_;
};

/// A scale by its wording (« Excellent, bon, moyen, mauvais ») or its figures (« 1, 2, 3, 4, 5 »): the upper and the
/// lower quarter of it are its best and its worst.
std::vector<std::pair<std::string, Side>> sides_of_scale(const Question& question) {
    using Grade = Scales::Grade;
    std::vector<std::size_t> order;
    std::vector<std::optional<Grade>> grades;
    std::size_t figures = 0;
    for (std::size_t i = 0; i < question.choices.size(); ++i) {
        const std::string& label =
            question.choices[i].label.empty() ? question.choices[i].name : question.choices[i].label;
        const auto grade = Scales::words().grade(label);
        if (grade == Grade::outside) continue;
        order.push_back(i);
        grades.push_back(grade);
        if (!label.empty() && label.find_first_not_of("0123456789 /") == std::string::npos) ++figures;
    }
    std::vector<std::pair<std::string, Side>> sides;
    if (order.size() < 3) return sides;
    const bool by_figures = figures == order.size();
    const auto& first = question.choices[order.front()];
    const auto& last = question.choices[order.back()];
    bool rises = by_figures && std::atoi((first.label.empty() ? first.name : first.label).c_str()) <
                                   std::atoi((last.label.empty() ? last.name : last.label).c_str());
    if (!by_figures) {
        if (!grades.front() || !grades.back()) return sides;
        const bool ends_good = grades.back() == Grade::good || grades.back() == Grade::best;
        const bool ends_bad = grades.back() == Grade::bad;
        const bool begins_good = grades.front() == Grade::good || grades.front() == Grade::best;
        const bool begins_bad = grades.front() == Grade::bad;
        if (!(ends_good && begins_bad) && !(ends_bad && begins_good)) return sides;
        rises = ends_good;
    }
    for (std::size_t i = 0; i < order.size(); ++i) {
        const double from_worst =
            static_cast<double>(rises ? i : order.size() - 1 - i) / static_cast<double>(order.size() - 1);
        const Side side = from_worst >= 0.75 ? Side::best : from_worst <= 0.25 ? Side::worst : Side::none;
        sides.emplace_back(question.choices[order[i]].name, side);
    }
    return sides;
}

/// The verbs of a choice's label that are not too common to tell it from others.
std::vector<language::LemmaId> verbs_of(const Comment& label, const Topics& topics) {
    std::vector<language::LemmaId> verbs;
    CueWords::Forms forms;
    for (std::size_t i = 0; i < label.tokens().size(); ++i) {
        const CueWords::Sense sense = topics.words().sense(label, i, forms);
        if (!sense.verb || sense.noun) continue;
        for (std::size_t k = 0; k < sense.lemma_count; ++k) {
            if (!topics.is_weak(sense.lemmas[k])) verbs.push_back(sense.lemmas[k]);
        }
    }
    return verbs;
}

}  // namespace

Label::Label(std::string_view utf8) : Comment(utf8) {
    for (std::size_t i = 0; i < tokens().size(); ++i) {
        if (folded(i).size() >= 2) beginnings_ |= bit_of(folded(i));
    }
}

bool Label::holds_any(std::initializer_list<std::string_view> starts) const {
    return std::ranges::any_of(starts, [&](std::string_view start) {
        if (start.size() >= 2 && (beginnings_ & bit_of(start)) == 0) return false;
        for (std::size_t i = 0; i < tokens().size(); ++i) {
            if (folded(i).starts_with(start)) return true;
        }
        return false;
    });
}

ReadQuestion::ReadQuestion(const Question& question, const Topics& topics)
    : label(question.label), asked(read_question(question, label, topics)) {
    if (question.type != QuestionType::select_one) return;
    bool any = false;
    for (const Choice& choice : question.choices) {
        sides.emplace_back(choice.name, side_of(question, choice.name));
        any |= sides.back().second != Side::none;
    }
    if (any) return;
    sides = sides_of_scale(question);
    if (!sides.empty()) return;
    for (const Choice& choice : question.choices) choice_verbs.push_back(verbs_of(Comment(choice.label), topics));
}

Side ReadQuestion::side(std::string_view value) const {
    for (const auto& [name, side] : sides) {
        if (name == value) return side;
    }
    return sides.empty() ? yes_or_no(value) : Side::none;
}

Side side_of_mark(const Question& question, const Comment& label, const std::string& value) {
    if (question.type != QuestionType::integer) return Side::none;
    double most = 0;
    for (std::size_t i = 1; i < label.tokens().size(); ++i) {
        const bool of_marks = is_any(label.folded(i), "5", "10", "20", "100");
        if (of_marks && is_any(label.folded(i - 1), "a", "sur", "/"))
            most = std::atof(std::string(label.folded(i)).c_str());
    }
    if (most == 0) return Side::none;
    char* parsed = nullptr;
    const double mark = std::strtod(value.c_str(), &parsed);
    if (parsed == value.c_str()) return Side::none;
    return mark >= 0.85 * most ? Side::best : mark <= 0.3 * most ? Side::worst : Side::none;
}

}  // namespace relis::consistency

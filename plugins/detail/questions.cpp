#include "questions.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace relis::content_detail {

namespace {

/// What a question about a theme asks to be told. The order decides where a question has several themes.
struct Wanted {
    std::string_view theme;
    std::array<Aspect, 3> wants;
};

constexpr std::array wanted{
    Wanted{"waiting", {Aspect::when, Aspect::how_much, Aspect::done}},
    Wanted{"greeting", {Aspect::who, Aspect::words, Aspect::when}},
    Wanted{"restroom", {Aspect::seen, Aspect::when, Aspect::done}},
    Wanted{"cleanliness", {Aspect::seen, Aspect::how_much, Aspect::when}},
    Wanted{"food", {Aspect::seen, Aspect::how_much, Aspect::when}},
    Wanted{"quality", {Aspect::seen, Aspect::done, Aspect::how_much}},
    Wanted{"noise", {Aspect::seen, Aspect::when, Aspect::how_much}},
    Wanted{"fitting", {Aspect::seen, Aspect::done, Aspect::words}},
    Wanted{"returns", {Aspect::words, Aspect::when, Aspect::who}},
    Wanted{"room", {Aspect::seen, Aspect::done, Aspect::when}},
    Wanted{"problem", {Aspect::done, Aspect::when, Aspect::who}},
    Wanted{"care", {Aspect::words, Aspect::done, Aspect::when}},
    Wanted{"help", {Aspect::done, Aspect::words, Aspect::who}},
    Wanted{"selling", {Aspect::words, Aspect::who, Aspect::done}},
    Wanted{"phone", {Aspect::words, Aspect::when, Aspect::who}},
    Wanted{"display", {Aspect::seen, Aspect::how_much, Aspect::done}},
    Wanted{"vehicle", {Aspect::seen, Aspect::done, Aspect::words}},
    Wanted{"price", {Aspect::how_much, Aspect::done, Aspect::words}},
    Wanted{"checkout", {Aspect::done, Aspect::how_much, Aspect::who}},
    Wanted{"departure", {Aspect::words, Aspect::when, Aspect::who}},
    Wanted{"arrival", {Aspect::seen, Aspect::when, Aspect::who}},
    Wanted{"delivery", {Aspect::when, Aspect::done, Aspect::how_much}},
    Wanted{"security", {Aspect::done, Aspect::words, Aspect::seen}},
    Wanted{"money", {Aspect::words, Aspect::how_much, Aspect::done}},
    Wanted{"staff", {Aspect::who, Aspect::done, Aspect::words}},
};

/// A text that should tell the visit: the question says so, or asks at length about nothing in particular.
bool asks_for_story(const Asked& asked, const Question& question) {
    static const std::uint32_t story = comments::theme("story"), opinion = comments::theme("opinion"),
                               arrival = comments::theme("arrival"),
                               end = comments::theme("departure") | comments::theme("checkout");
    constexpr std::size_t long_text = 20;
    if (asked.is_about(story)) return true;
    if (question.type != QuestionType::text || question.min_words < long_text) return false;
    return asked.reading.label_themes == 0 || asked.is_about(opinion) ||
           (asked.is_about(arrival) && asked.is_about(end));
}

std::vector<Aspect> wants_of(const Asked& asked) {
    static const std::uint32_t staff = comments::theme("staff");
    static const std::vector<std::pair<std::uint32_t, const Wanted*>> by_theme = [] {
        std::vector<std::pair<std::uint32_t, const Wanted*>> list;
        list.reserve(wanted.size());
        for (const Wanted& one : wanted) list.emplace_back(comments::theme(one.theme), &one);
        return list;
    }();
    std::vector<Aspect> wants;
    const auto want = [&](Aspect aspect) {
        if (std::find(wants.begin(), wants.end(), aspect) == wants.end()) wants.push_back(aspect);
    };
    if (asked.is_story) return {Aspect::done, Aspect::when, Aspect::who, Aspect::seen};
    std::vector<const Wanted*> found;
    for (const auto& [theme, one] : by_theme) {
        if (found.size() < 2 && asked.is_about(theme)) found.push_back(one);
    }
    for (std::size_t rank = 0; rank < 3; ++rank) {
        for (const Wanted* one : found) want(one->wants[rank]);
    }
    // Where somebody of the staff is asked about, who he was comes among the first two
    if (asked.is_about(staff) && wants.size() > 2 && wants[0] != Aspect::who && wants[1] != Aspect::who) {
        wants.erase(std::remove(wants.begin(), wants.end(), Aspect::who), wants.end());
        wants.insert(wants.begin() + 1, Aspect::who);
    }
    if (wants.empty()) return {Aspect::done, Aspect::seen, Aspect::who};
    wants.resize(std::min<std::size_t>(wants.size(), 4));
    return wants;
}

}  // namespace

bool Asked::wants_aspect(std::size_t aspect) const {
    return std::any_of(wants.begin(), wants.end(),
                       [&](Aspect wanted_one) { return static_cast<std::size_t>(wanted_one) == aspect; });
}

std::shared_ptr<const AskedQuestions> QuestionBook::read(const Questionnaire& questionnaire) const {
    std::array<std::shared_ptr<const Entry>, 16> known;
    {
        const std::lock_guard lock(mutex_);
        known = entries_;
    }
    for (const auto& entry : known) {
        if (entry && entry->questionnaire == questionnaire) return entry->asked;
    }
    auto asked = std::make_shared<AskedQuestions>();
    for (const Question& question : questionnaire.questions) {
        Asked& one = asked->emplace_back();
        one.reading = facts_.read_question(question);
        one.is_story = asks_for_story(one, question);
        one.wants = wants_of(one);
    }
    const std::lock_guard lock(mutex_);
    entries_[next_++ % entries_.size()] = std::make_shared<const Entry>(Entry{questionnaire, asked});
    return asked;
}

}  // namespace relis::content_detail

#include "demo_texts.h"

#include <algorithm>
#include <fstream>

#include <fmt/format.h>

#include "label/labelled_error.h"
#include "label/make_label.h"

namespace relis::review {

using nlohmann::json;

namespace {

/// Of so many choices of tellings the one least like earlier reports is taken.
constexpr int tries = 80;

template <class List>
const auto& any_of(const List& list, Random& random) {
    return list.at(static_cast<std::size_t>(pick(random, 0, static_cast<int>(list.size()) - 1)));
}

/// `14 h 07`
std::string spoken(const Moment& moment) {
    const std::string text = format_moment(moment);
    const int hour = std::stoi(text.substr(11, 2));
    return std::to_string(hour) + " h " + text.substr(14, 2);
}

std::string capital(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'a' + 'A');
    } else if (text.starts_with("à") || text.starts_with("é")) {
        text = (text.starts_with("à") ? "À" : "É") + text.substr(2);
    }
    return text;
}

/// The sentences of a telling, which `||` divides.
std::vector<std::string> parts_of(const std::string& telling) {
    std::vector<std::string> parts;
    std::size_t begin = 0;
    for (std::size_t bar = telling.find("||"); bar != std::string::npos; bar = telling.find("||", begin)) {
        parts.push_back(telling.substr(begin, bar - begin));
        begin = bar + 2;
    }
    parts.push_back(telling.substr(begin));
    for (std::string& part : parts) {
        part.erase(0, part.find_first_not_of(' '));
        part.erase(part.find_last_not_of(' ') + 1);
    }
    return parts;
}

bool holds(const json& when, const std::map<std::string, std::string>& values) {
    const auto found = values.find(when.at(0).get<std::string>());
    if (found == values.end()) {
        return false;
    }
    const std::string how = when.at(1);
    if (how == ">") {
        return std::stoi(found->second) > when.at(2).get<int>();
    }
    const std::string wanted = when.at(2);
    if (how == "!=") {
        return found->second != wanted;
    }
    return how == "=" ? found->second == wanted
                      : (" " + found->second + " ").find(" " + wanted + " ") != std::string::npos;
}

std::string chosen_by_odds(const json& choices, Random& random) {
    int sum = 0;
    for (const auto& [name, choice] : choices.items()) sum += choice.at("odds").get<int>();
    int left = pick(random, 1, sum);
    for (const auto& [name, choice] : choices.items()) {
        left -= choice.at("odds").get<int>();
        if (left <= 0) {
            return name;
        }
    }
    return {};
}

}  // namespace

json read_demo_file(const std::filesystem::path& path) {
    std::ifstream in(path);
    json value = json::parse(in, nullptr, false);
    if (value.is_discarded()) {
        throw LabelledError(make_label("impossible de lire {} ; nommez le dossier data de Relis",
                                       "cannot read {}; name the folder data of Relis", path.string()));
    }
    return value;
}

int pick(Random& random, int least, int most) {
    return least + static_cast<int>(random() % static_cast<std::uint64_t>(most - least + 1));
}

bool happens(Random& random, double probability) {
    return static_cast<double>(random() % 1000000) < probability * 1000000;
}

/// Who is met and when, while one box is written.
struct DemoTexts::Telling {
    const VisitPlan& plan;
    std::string elle;
    std::string lui;
    double progress = 0;  ///< 0–1 of the visit
};

DemoTexts::DemoTexts(const std::filesystem::path& folder, const std::string& file)
    : sentences_(read_demo_file(folder / file)),
      common_(read_demo_file(folder / "common.json")),
      programme_(sentences_.at("programme").get<std::string>()) {}

std::chrono::minutes DemoTexts::offset() const {
    return std::chrono::minutes{sentences_.at("offset").get<int>()};
}

std::string DemoTexts::shared(const std::string& name, Random& random) const {
    return any_of(common_.at(name), random).get<std::string>();
}

std::string DemoTexts::shared(const std::string& group, const std::string& kind, Random& random) const {
    return any_of(common_.at(group).at(kind), random).get<std::string>();
}

std::map<std::string, std::string> DemoTexts::group(const std::string& name) const {
    return common_.at(name).get<std::map<std::string, std::string>>();
}

std::pair<int, int> DemoTexts::clock() const {
    constexpr int opening = 10 * 60;
    constexpr int closing = 19 * 60;
    const auto given = sentences_.find("clock");
    return given == sentences_.end() ? std::pair(opening, closing)
                                     : std::pair(given->at(0).get<int>(), given->at(1).get<int>());
}

std::string DemoTexts::slot(const std::string& name, const Telling& how, Random& random) const {
    if (name == "e") return how.plan.talent.woman ? "e" : "";
    if (name == "elle" || name == "lui") {
        return fmt::format(fmt::runtime(any_of(common_.at(name == "elle" ? "her" : "him"), random).get<std::string>()),
                           name == "elle" ? how.elle : how.lui);
    }
    if (name == "start") return spoken(how.plan.start);
    if (name == "end") return spoken(how.plan.end);
    if (name == "h") {
        const auto whole = (how.plan.end.utc - how.plan.start.utc).count();
        const auto into = static_cast<std::int64_t>(static_cast<double>(whole) * how.progress);
        return spoken({how.plan.start.utc + std::chrono::seconds{into}, how.plan.start.offset});
    }
    return any_of(sentences_.at("slots").at(name), random).get<std::string>();
}

std::string DemoTexts::expand(const std::string& text, const Telling& how, Random& random) const {
    std::string result;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '[' && text[i] != '{') {
            result += text[i];
            continue;
        }
        const std::size_t close = text.find(text[i] == '[' ? ']' : '}', i);
        const std::string inside = text.substr(i + 1, close - i - 1);
        if (text[i] == '{') {
            std::string value = slot(inside, how, random);
            if (result.ends_with("de ") && value.starts_with("le ")) {
                result.replace(result.size() - 3, 3, "du ");
                value.erase(0, 3);
            } else if (result.ends_with("de ") && value.starts_with("les ")) {
                result.replace(result.size() - 3, 3, "des ");
                value.erase(0, 4);
            }
            result += value;
        } else {
            std::vector<std::string> choices;
            std::size_t begin = 0;
            for (std::size_t bar = inside.find('|'); bar != std::string::npos; bar = inside.find('|', begin)) {
                choices.push_back(inside.substr(begin, bar - begin));
                begin = bar + 1;
            }
            choices.push_back(inside.substr(begin));
            result += expand(any_of(choices, random), how, random);
        }
        i = close;
    }
    return result;
}

std::string DemoTexts::reworded(std::string sentence, Random& random) const {
    for (const json& wordings : common_.at("wordings")) {
        for (const json& wording : wordings) {
            const std::string words = wording;
            for (const bool first : {false, true}) {
                const std::string sought = first ? capital(words) : words;
                const std::size_t at = sentence.find(sought);
                if (at == std::string::npos || (at > 0 && sentence[at - 1] != ' ') || (first && at > 0)) continue;
                const std::string other = any_of(wordings, random);
                sentence.replace(at, sought.size(), first ? capital(other) : other);
            }
        }
    }
    const bool plain = sentence.find_first_of("«»;:") == std::string::npos && sentence.ends_with(".");
    if (plain && happens(random, 0.4)) {
        sentence.insert(sentence.size() - 1, any_of(common_.at("closing"), random).get<std::string>());
    }
    if (happens(random, 0.4) && sentence.size() > 2 && sentence[0] >= 'A' && sentence[0] <= 'Z') {
        const std::string begin = sentence.substr(0, sentence.find_first_of(" '"));
        for (const char* const word : {"Le", "La", "Les", "Un", "Une", "Il", "Elle", "J", "Je", "Aucune", "Personne"}) {
            if (begin == word) {
                sentence[0] = static_cast<char>(sentence[0] - 'A' + 'a');
                return any_of(common_.at("opening"), random).get<std::string>() + sentence;
            }
        }
    }
    return sentence;
}

std::string DemoTexts::tell(const json& say, int chosen, const Telling& how, Random& random) const {
    const std::string telling = say.at(static_cast<std::size_t>(chosen));
    const int detail = how.plan.talent.detail;
    if (detail == 4 && happens(random, 0.6)) {
        return expand(shared("vague", random), how, random);
    }
    if (detail == 0 && happens(random, 0.45)) {
        return shared("thin", random);
    }
    const std::vector<std::string> parts = parts_of(telling);
    const std::size_t most = detail == 3 ? parts.size() : detail == 2 ? 2 : 1;
    std::string text;
    for (std::size_t i = 0; i < std::min(most, parts.size()); ++i) {
        // What follows may have happened in any of the tellings
        const std::vector<std::string> others = i == 0 ? parts : parts_of(any_of(say, random).get<std::string>());
        const std::string& part = i < others.size() ? others[i] : parts[i];
        text += (text.empty() ? "" : " ") + reworded(capital(expand(part, how, random)), random);
    }
    return text;
}

std::string DemoTexts::story(const json& question, const Telling& how, Random& random) const {
    const int detail = how.plan.talent.detail;
    std::string text =
        reworded(capital(expand(any_of(question.at("start"), random).get<std::string>(), how, random)), random);
    std::vector<std::string> middle = question.at("middle").get<std::vector<std::string>>();
    const int wanted = detail == 3 ? 4 : detail == 2 ? 3 : 1;
    for (int i = 0; i < wanted && !middle.empty(); ++i) {
        const auto at = pick(random, 0, static_cast<int>(middle.size()) - 1);
        text +=
            " " + reworded(capital(expand(detail == 4 ? shared("vague", random) : middle[static_cast<std::size_t>(at)],
                                          how, random)),
                           random);
        middle.erase(middle.begin() + at);
    }
    return text + " " +
           reworded(capital(expand(any_of(question.at("end"), random).get<std::string>(), how, random)), random);
}

const json* DemoTexts::tellings_of(const json& question, const std::string& value) const {
    const json* say = nullptr;
    if (question.contains("say")) {
        say = &question.at("say");
    } else if (question.contains("choices") && question.at("choices").is_object()) {
        const json& choice = question.at("choices").at(value);
        say = choice.contains("say") ? &choice.at("say") : nullptr;
    }
    return say;
}

DemoTexts::Chosen DemoTexts::choose_tellings(const json& answers, Random& random) {
    Chosen best;
    int least = 1000;
    for (int i = 0; i < tries && least > 1; ++i) {
        Chosen chosen;
        for (const json& question : sentences_.at("questions")) {
            const std::string name = question.at("question");
            const auto answer = answers.find(name);
            if (answer == answers.end()) continue;
            const json* const say = tellings_of(question, answer->get<std::string>());
            if (say != nullptr) {
                chosen[name + "=" + answer->get<std::string>()] = pick(random, 0, static_cast<int>(say->size()) - 1);
            }
        }
        int most = 0;
        for (const Chosen& earlier : told_) {
            most = std::max(most, static_cast<int>(std::ranges::count_if(chosen, [&](const auto& one) {
                                const auto same = earlier.find(one.first);
                                return same != earlier.end() && same->second == one.second;
                            })));
        }
        if (most < least) {
            least = most;
            best = std::move(chosen);
        }
    }
    told_.push_back(best);
    return best;
}

json DemoTexts::choose_answers(const VisitPlan& plan, const json& known, Random& random) const {
    std::map<std::string, std::string> values;
    json answers = json::object();
    for (const json& question : sentences_.at("questions")) {
        if (question.contains("when") && !holds(question.at("when"), values)) {
            continue;
        }
        const std::string kind = question.at("kind");
        const auto number = [&] {
            return std::to_string(pick(random, question.at("least").get<int>(), question.at("most").get<int>()));
        };
        std::string value;
        if (kind == "start" || kind == "end") {
            value = format_moment(kind == "start" ? plan.start : plan.end).substr(11, 5);
        } else if (kind == "choice") {
            value = chosen_by_odds(question.at("choices"), random);
        } else if (kind == "several") {
            value = any_of(question.at("choices"), random).get<std::string>();
        } else if (kind == "minutes" || kind == "number") {
            value = number();
        } else if (kind == "amount") {
            value = fmt::format("{}.{:02}", number(), pick(random, 1, 99));
        } else if (kind == "duration") {
            value = std::to_string(std::chrono::floor<std::chrono::minutes>(plan.end.utc - plan.start.utc).count());
        } else if (kind == "image") {
            value = plan.with_proof ? "preuve-" + plan.report_id + ".jpg" : "";
        }
        const std::string name = question.at("question");
        if (known.contains(name) && kind != "text" && kind != "story" && kind != "image") {
            value = known.at(name);
        }
        values[name] = value;
        answers[name] = value;
    }
    return answers;
}

json DemoTexts::report_of(const VisitPlan& plan, const json& answers, Random& random) {
    const Chosen chosen = choose_tellings(answers, random);
    json report = {{"format", "relis.report/1"},
                   {"report_id", plan.report_id},
                   {"mission_id", plan.mission_id},
                   {"programme", programme_},
                   {"questionnaire", sentences_.at("questionnaire")},
                   {"site", plan.site},
                   {"shopper_id", plan.shopper_id},
                   {"visit", {{"start", format_moment(plan.start)}, {"end", format_moment(plan.end)}}},
                   {"revision", 1},
                   {"answers", json::array()},
                   {"attachments", json::array()}};
    Telling how{plan, shared("elle", random), shared("lui", random)};
    const auto questions = static_cast<double>(sentences_.at("questions").size());
    double at = 0;
    for (const json& question : sentences_.at("questions")) {
        how.progress = std::min(0.95, 0.05 + ++at / (questions + 1));
        const std::string name = question.at("question");
        const auto answer = answers.find(name);
        if (answer == answers.end()) continue;
        std::string value = *answer;
        const std::string kind = question.at("kind");
        const json* const say = tellings_of(question, value);
        std::string told;
        if (kind == "story") {
            told = story(question, how, random);
        } else if (say != nullptr) {
            told = tell(*say, chosen.at(name + "=" + value), how, random);
        }
        told = with_faults(told, plan.talent.faults, random);
        json entry = {{"question", name}};
        if (happens(random, plan.talent.missing) && kind != "start" && kind != "end" && kind != "image") {
            told = happens(random, 0.4) ? shared("placeholders", random) : "";
            if (kind == "text" || kind == "story") value.clear();
        }
        if (kind == "text" || kind == "story") value = told;
        if (kind == "choice" && plan.contradiction && !told.empty()) {
            if (value == "oui" || value == "non") value = value == "oui" ? "non" : "oui";
        }
        if (!value.empty()) entry["value"] = value;
        if ((kind == "choice" || kind == "minutes") && !told.empty()) entry["comment"] = told;
        if (kind == "image" && !value.empty()) {
            report["attachments"].push_back({{"question", name}, {"kind", "receipt"}, {"file", value}});
        }
        report["answers"].push_back(std::move(entry));
    }
    return report;
}

json DemoTexts::compose(const VisitPlan& plan, Random& random) {
    return report_of(plan, choose_answers(plan, json::object(), random), random);
}

json DemoTexts::compose_again(const json& report, const VisitPlan& plan, Random& random) {
    VisitPlan better = plan;
    better.talent.detail = 3;
    better.talent.missing = 0;
    better.talent.faults = plan.talent.faults / 2;
    better.with_proof = true;
    better.contradiction = false;
    json known = json::object();  // the visit was what it was
    for (const json& answer : report.at("answers")) {
        if (!plan.contradiction && answer.contains("value"))
            known[answer.at("question").get<std::string>()] = answer.at("value");
    }
    json again = report_of(better, choose_answers(better, known, random), random);
    again["revision"] = report.at("revision").get<int>() + 1;
    again["due_at"] = report.at("due_at");
    return again;
}

}  // namespace relis::review

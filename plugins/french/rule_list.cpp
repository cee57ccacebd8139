#include "rule_list.h"

#include <map>

namespace relis::french {

std::string rule_list(const Engine& engine) {
    std::map<std::string, std::map<std::string, std::string>> themes;  // theme, then file, then its rules
    for (const Engine::RuleName& rule : engine.rule_names()) {
        const std::string source(rule.source);
        const std::size_t slash = source.find('/');
        const std::string theme = source.substr(0, slash);
        std::string file = slash == std::string::npos ? std::string(rule.id) : source.substr(slash + 1);
        if (file.ends_with(".rules")) file.resize(file.size() - 6);
        std::string& line = themes[theme][file];
        if (!line.empty()) line += ", ";
        line.append(rule.title).append(" (`").append(rule.id).append("`)");
    }
    std::string result;
    for (const auto& [theme, files] : themes) {
        result += "\n### " + theme + "\n\n| | rules |\n|---|---|\n";
        for (const auto& [file, rules] : files)
            result.append("| ").append(file).append(" | ").append(rules).append(" |\n");
    }
    return result;
}

}  // namespace relis::french

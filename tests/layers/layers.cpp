// The arrows between the layers, as the design draws them: app, cli → review → store, intake, plugin → label → sdk ←
// plugins.
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <sstream>
#include <string>
#include <vector>

#include <gtest/gtest.h>

namespace fs = std::filesystem;

namespace {

const fs::path source_folder = RELIS_SOURCE_FOLDER;

/// Which folders of ours each folder may include and link. A plugin's own folder and its tests are its own matter.
const std::map<std::string, std::set<std::string>> allowed = {
    {"host/sdk", {}},
    {"host/label", {"host/sdk"}},
    {"host/plugin", {"host/sdk", "host/label"}},
    {"host/store", {"host/sdk", "host/label"}},
    {"host/intake", {"host/sdk", "host/label"}},
    {"host/review", {"host/sdk", "host/label", "host/plugin", "host/store", "host/intake"}},
    {"host/cli", {"host/sdk", "host/label", "host/review"}},
    {"host/app", {"host/sdk", "host/label", "host/review"}},
    {"plugins/language", {"host/sdk"}},
    {"plugins/comments", {"host/sdk", "plugins/language"}},
    {"plugins/grammar", {"host/sdk", "plugins/language"}},
    {"plugins/rules", {"host/sdk", "plugins/language", "plugins/grammar"}},
};

std::set<std::string> allowed_for(const std::string& folder) {
    const auto found = allowed.find(folder);
    if (found != allowed.end()) return found->second;
    return {"host/sdk", "plugins/language", "plugins/grammar", "plugins/rules", "plugins/comments"};  // every plugin
}

/// The folder of ours that an include names, or nothing: `store/queue.h` → host/store.
std::string folder_of_include(const std::string& include) {
    const std::size_t slash = include.find('/');
    if (slash == std::string::npos) return {};
    const std::string first = include.substr(0, slash);
    if (first == "relis") return "host/sdk";
    for (const std::string parent : {"host", "plugins"}) {
        if (fs::is_directory(source_folder / parent / first / "include" / first)) return parent + "/" + first;
    }
    return {};
}

/// The folder of ours whose target that is, or nothing: relis_store → host/store.
std::string folder_of_target(std::string target, const std::map<std::string, std::string>& folders) {
    if (target == "Relis::sdk") target = "relis_sdk";
    const auto found = folders.find(target);
    return found == folders.end() ? std::string{} : found->second;
}

std::vector<fs::path> folders_of_ours() {
    std::vector<fs::path> folders;
    for (const char* const parent : {"host", "plugins"}) {
        for (const fs::directory_entry& entry : fs::directory_iterator(source_folder / parent)) {
            if (entry.is_directory()) folders.push_back(entry.path());
        }
    }
    return folders;
}

std::vector<fs::path> sources_below(const fs::path& folder) {
    std::vector<fs::path> sources;
    for (auto entry = fs::recursive_directory_iterator(folder); entry != fs::recursive_directory_iterator(); ++entry) {
        if (entry->is_directory() && entry->path().filename() == "tests") {
            entry.disable_recursion_pending();
        } else if (entry->path().extension() == ".h" || entry->path().extension() == ".cpp") {
            sources.push_back(entry->path());
        }
    }
    return sources;
}

std::vector<std::string> includes_of(const fs::path& source) {
    std::vector<std::string> includes;
    std::ifstream in(source);
    for (std::string line; std::getline(in, line);) {
        std::istringstream words(line);
        char hash = 0, open = 0;
        std::string directive, name;
        if (!(words >> hash >> directive >> open) || hash != '#' || directive != "include") continue;
        if (open == '<' || open == '"') std::getline(words, name, open == '<' ? '>' : '"');
        if (!name.empty()) includes.push_back(name);
    }
    return includes;
}

struct Target {
    std::string folder;
    std::string name;
    std::vector<std::string> links;
};

std::vector<Target> targets() {
    std::vector<Target> result;
    std::ifstream in(RELIS_LINKS_FILE);
    for (std::string line; std::getline(in, line);) {
        for (char& c : line) {
            if (c == ';') c = ' ';
        }
        std::istringstream words(line);
        Target target;
        words >> target.folder >> target.name;
        if (target.name.empty()) continue;
        target.name.pop_back();  // the colon
        for (std::string word; words >> word;) target.links.push_back(word);
        result.push_back(target);
    }
    return result;
}

}  // namespace

TEST(Layers, IncludeOnlyWhatTheDesignAllows) {
    std::size_t counted = 0;
    for (const fs::path& folder : folders_of_ours()) {
        const std::string name = fs::relative(folder, source_folder).generic_string();
        const std::set<std::string> may = allowed_for(name);
        for (const fs::path& source : sources_below(folder)) {
            for (const std::string& include : includes_of(source)) {
                const std::string target = folder_of_include(include);
                if (target.empty()) continue;
                ++counted;
                EXPECT_TRUE(target == name || may.contains(target))
                    << source.string() << " includes " << include << ", an arrow from " << name << " to " << target
                    << " that the design does not have";
            }
        }
    }
    EXPECT_GT(counted, 50U) << "the test no longer sees the sources";
}

TEST(Layers, LinkOnlyWhatTheDesignAllows) {
    std::map<std::string, std::string> folders;
    for (const Target& target : targets()) folders.emplace(target.name, target.folder);
    ASSERT_TRUE(folders.contains("relis_sdk"));
    std::size_t counted = 0;
    for (const Target& target : targets()) {
        const std::set<std::string> may = allowed_for(target.folder);
        for (const std::string& library : target.links) {
            const std::string linked = folder_of_target(library, folders);
            if (linked.empty()) continue;
            ++counted;
            EXPECT_TRUE(linked == target.folder || may.contains(linked))
                << target.name << " links " << library << ", an arrow from " << target.folder << " to " << linked
                << " that the design does not have";
        }
    }
    EXPECT_GT(counted, 5U) << "the build no longer tells what it links";
}

TEST(Layers, OnlyTheWorkstationKnowsWidgets) {
    for (const fs::path& folder : folders_of_ours()) {
        if (folder.filename() == "app") continue;
        for (const fs::path& source : sources_below(folder)) {
            for (const std::string& include : includes_of(source)) {
                EXPECT_NE(include.substr(0, 3), "wx/") << source.string() << " includes " << include;
            }
        }
    }
    for (const Target& target : targets()) {
        if (target.folder == "host/app") continue;
        for (const std::string& library : target.links) {
            EXPECT_EQ(library.find("wx"), std::string::npos) << target.name << " links " << library;
        }
    }
}

TEST(Layers, OnlyTheStoreKnowsTheDatabase) {
    for (const fs::path& folder : folders_of_ours()) {
        if (folder.filename() == "store") continue;
        for (const fs::path& source : sources_below(folder)) {
            for (const std::string& include : includes_of(source)) {
                EXPECT_FALSE(include.starts_with("soci") || include.starts_with("sqlite3") ||
                             include.starts_with("libpq"))
                    << source.string() << " includes " << include;
            }
        }
    }
}

#include <csignal>
#include <cstdlib>
#include <fstream>
#include <optional>

#include <gmock/gmock.h>
#include <unistd.h>

#include "../support/temporary_folder.h"
#include "host_fixture.h"

namespace relis::plugin_host {
namespace {

namespace fs = std::filesystem;
using relis::test::TemporaryFolder;
using testing::HasSubstr;

/// Keeps the mark of one plugin in a file, so that it outlives the process.
class FileGuard final : public LoadGuard {
  public:
    explicit FileGuard(const fs::path& folder) : file_(folder / "mark") {}
    bool is_marked_failed(const fs::path& plugin) override { return content() == plugin.string(); }
    void mark_loading(const fs::path& plugin) override { std::ofstream(file_) << plugin.string(); }
    void mark_loaded(const fs::path&) override { fs::remove(file_); }
    [[nodiscard]] std::string content() const {
        std::ifstream in(file_);
        std::string line;
        std::getline(in, line);
        return line;
    }

  private:
    fs::path file_;
};

}  // namespace

TEST(Loading, ListsPluginsInTheOrderOfTheirIds) {
    const PluginHost host(options_for({"policy", "model", "good", "costly_inspection"}));
    std::vector<std::string> ids;
    for (const PluginInfo& plugin : host.plugins()) ids.push_back(plugin.description.id);
    EXPECT_THAT(ids, testing::ElementsAre("good", "inspection", "model", "policy"));
    EXPECT_TRUE(host.refused().empty());
    ASSERT_EQ(host.plugins(Role::reliability_model).size(), 1U);
    EXPECT_EQ(host.plugins(Role::reliability_model).front().description.id, "model");
    EXPECT_EQ(host.find("good").value().path, module_path("good"));
    EXPECT_FALSE(host.find("absent"));
}

TEST(Loading, TakesOnlyTheModulesNamedWhereSomeAre) {
    HostOptions options = options_for({"policy", "model", "good"});
    options.modules = {"good", "absent"};
    const PluginHost host(options);
    EXPECT_TRUE(host.find("good"));
    EXPECT_FALSE(host.find("model"));
    EXPECT_TRUE(host.refused().empty()) << "what is left aside is not refused";
}

TEST(Loading, RefusesALibraryWithoutTheSymbol) {
    EXPECT_THAT(refusal_of("no_symbol"), HasSubstr("'relis_plugin'"));
}

TEST(Loading, NamesBothTagsAndCallsNothingOfAPluginOfAnotherCompiler) {
    const std::string reason = refusal_of("wrong_tag");
    EXPECT_THAT(reason, HasSubstr("'clang99-libc++-sdk1'"));
    EXPECT_THAT(reason, HasSubstr("'" RELIS_ABI_TAG "'"));
}

TEST(Loading, RefusesAnotherVersionOfTheSdk) {
    EXPECT_THAT(refusal_of("wrong_version"), HasSubstr("version 999"));
}

TEST(Loading, RefusesAThrowingConstructorInOneLine) {
    EXPECT_EQ(refusal_of("throwing_constructor"), "its constructor threw: no lexicon in this folder");
}

TEST(Loading, RefusesADescriptionThatThrowsWhateverItThrows) {
    EXPECT_THAT(refusal_of("throwing_describe"), HasSubstr("describe() threw: something that is no std::exception"));
}

TEST(Loading, RefusesAnIdThatIsNoWord) {
    EXPECT_THAT(refusal_of("bad_id"), HasSubstr("'Bad Id'"));
}

TEST(Loading, RefusesADefaultOutsideItsOwnRange) {
    EXPECT_THAT(refusal_of("bad_schema"), HasSubstr("parameter 'limit': its default is not a number from 0 to 5"));
}

TEST(Loading, RefusesAPluginThatClaimsAnotherRole) {
    EXPECT_THAT(refusal_of("wrong_role"), HasSubstr("decision_policy"));
}

TEST(Loading, KeepsTheFirstOfTwoPluginsWithOneId) {
    const PluginHost host(options_for({"good", "good_twin"}));
    EXPECT_EQ(host.find("good").value().path, module_path("good"));
    ASSERT_EQ(host.refused().size(), 1U);
    EXPECT_EQ(host.refused().front().path, module_path("good_twin"));
    EXPECT_THAT(host.refused().front().reason.en, HasSubstr("already taken by " + module_path("good").string()));
}

TEST(Loading, LoadsAFileOnceHoweverManyFoldersShowIt) {
    const PluginHost host(options_for({"good", "good"}));
    EXPECT_EQ(host.plugins().size(), 1U);
    EXPECT_TRUE(host.refused().empty());
}

TEST(Loading, RefusesWhatIsNoLibraryAndGoesOn) {
    const TemporaryFolder folder;
    std::ofstream(folder.path() / "a-text.so") << "not a library";
    std::ofstream(folder.path() / "empty.so") << "";
    std::ofstream(folder.path() / "readme.txt") << "no plugin at all";
    fs::create_directory(folder.path() / "folder.so");
    fs::create_symlink(folder.path() / "nowhere", folder.path() / "link.so");
    HostOptions options = options_for({"good"});
    options.folders.insert(options.folders.begin(), folder.path());
    const PluginHost host(options);
    EXPECT_TRUE(host.find("good"));
    EXPECT_EQ(host.refused().size(), 4U);
    for (const RefusedPlugin& refused : host.refused()) {
        EXPECT_THAT(refused.reason.en, HasSubstr("cannot be loaded")) << refused.path;
        EXPECT_THAT(refused.reason.fr, HasSubstr("ne se charge pas")) << refused.path;
        EXPECT_EQ(refused.reason.en.find('\n'), std::string::npos);
    }
}

TEST(Loading, NamesAFolderThatIsNotThere) {
    HostOptions options = options_for({"good"});
    options.folders.push_back("/nowhere/at/all");
    const PluginHost host(options);
    EXPECT_TRUE(host.find("good"));
    ASSERT_EQ(host.refused().size(), 1U);
    EXPECT_EQ(host.refused().front().path, "/nowhere/at/all");
    EXPECT_THAT(host.refused().front().reason.fr, HasSubstr("le dossier des greffons ne peut pas être lu"));
}

TEST(Loading, LooksIntoTheFoldersOfTheEnvironmentAfterItsOwn) {
    setenv("RELIS_PLUGIN_PATH", (":" + module_folder("good").string() + "::/elsewhere").c_str(), 1);
    const std::vector<fs::path> folders = default_plugin_folders();
    unsetenv("RELIS_PLUGIN_PATH");
    ASSERT_EQ(folders.size(), 3U);
    EXPECT_EQ(folders[1], module_folder("good"));
    EXPECT_EQ(folders[2], "/elsewhere");
    EXPECT_EQ(default_plugin_folders().size(), 1U);
}

TEST(LoadGuard, SkipsAPluginThatTookTheProgramDownUntilAskedAgain) {
    testing::GTEST_FLAG(death_test_style) = "threadsafe";
    // The child is this test started anew, so the folder of the marks is handed to it by the environment
    const char* const shared = std::getenv("RELIS_TEST_SHARED_FOLDER");
    std::optional<TemporaryFolder> own;
    if (shared == nullptr) own.emplace();
    const fs::path marks = shared != nullptr ? fs::path(shared) : own->path();
    FileGuard guard(marks);
    setenv("RELIS_TEST_SHARED_FOLDER", marks.c_str(), 1);
    EXPECT_EXIT(
        {
            FileGuard child_guard(marks);
            const PluginHost host(options_for({"good", "aborting"}), &child_guard);
        },
        testing::KilledBySignal(SIGABRT), "");
    unsetenv("RELIS_TEST_SHARED_FOLDER");
    ASSERT_EQ(guard.content(), module_path("aborting").string());

    PluginHost host(options_for({"aborting"}), &guard);
    EXPECT_TRUE(host.plugins().empty());
    ASSERT_EQ(host.refused().size(), 1U);
    EXPECT_TRUE(host.refused().front().marked_as_failed);
    test::expect_both_languages(host.refused().front().reason);

    setenv("RELIS_TEST_MENDED", "1", 1);
    EXPECT_FALSE(host.retry(module_path("aborting")));
    unsetenv("RELIS_TEST_MENDED");
    EXPECT_TRUE(host.find("aborting"));
    EXPECT_TRUE(host.refused().empty());
    EXPECT_EQ(guard.content(), "");
}

TEST(LoadGuard, IsClearedAfterARefusalThatTheProgramSurvived) {
    const TemporaryFolder folder;
    FileGuard guard(folder.path());
    PluginHost host(options_for({"throwing_constructor"}), &guard);
    EXPECT_EQ(guard.content(), "");
    ASSERT_EQ(host.refused().size(), 1U);
    EXPECT_FALSE(host.refused().front().marked_as_failed);
    const auto refusal = host.retry(module_path("throwing_constructor"));
    ASSERT_TRUE(refusal);
    EXPECT_EQ(host.refused().size(), 1U);
}

}  // namespace relis::plugin_host

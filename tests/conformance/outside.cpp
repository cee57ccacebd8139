// A third party's way: install the SDK, copy the template out of the tree, build it there, have Relis load it.
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>
#include <string>

#include <gtest/gtest.h>

#include "../support/temporary_folder.h"
#include "plugin/host.h"
#include "samples.h"

namespace relis::conformance {
namespace {

namespace fs = std::filesystem;

/// Runs a command; its output is shown when it fails.
void run(const std::string& command, const fs::path& log) {
    const int status = std::system((command + " > '" + log.string() + "' 2>&1").c_str());
    if (status == 0) return;
    std::ostringstream output;
    output << std::ifstream(log).rdbuf();
    FAIL() << command << "\n" << output.str();
}

}  // namespace

TEST(OutsideTheTree, ThirdPartyPluginBuildsAgainstTheInstalledSdkAndIsLoaded) {
    const test::TemporaryFolder temporary;
    const fs::path& folder = temporary.path();
    const fs::path log = folder / "log.txt";
    const std::string cmake = "'" RELIS_CMAKE "' ";
    const auto quoted = [](const fs::path& path) { return "'" + path.string() + "'"; };

    ASSERT_NO_FATAL_FAILURE(
        run(cmake + "--install '" RELIS_BINARY_FOLDER "' --component sdk --prefix " + quoted(folder / "sdk"), log));
    fs::copy(fs::path(RELIS_SOURCE_FOLDER) / "plugins" / "template", folder / "source", fs::copy_options::recursive);
    ASSERT_NO_FATAL_FAILURE(run(cmake + "-G Ninja -S " + quoted(folder / "source") + " -B " + quoted(folder / "build") +
                                    " -DCMAKE_PREFIX_PATH=" + quoted(folder / "sdk") +
                                    " -DCMAKE_CXX_COMPILER='" RELIS_CXX "' -DCMAKE_CXX_FLAGS='" RELIS_CXX_FLAGS "'",
                                log));
    ASSERT_NO_FATAL_FAILURE(run(cmake + "--build " + quoted(folder / "build"), log));
    ASSERT_NO_FATAL_FAILURE(
        run(cmake + "--install " + quoted(folder / "build") + " --prefix " + quoted(folder / "sdk"), log));

    // The other tests of this program may run with plugins of that path
    const char* const value = std::getenv("RELIS_PLUGIN_PATH");
    const std::string before = value == nullptr ? "" : value;
    setenv("RELIS_PLUGIN_PATH", (folder / "build").c_str(), 1);
    {
        const plugin_host::PluginHost host;
        const auto plugin = host.find("template");
        ASSERT_TRUE(plugin);
        EXPECT_EQ(plugin->path, fs::canonical(folder / "build" / "template.so"));
        const Assessment assessment =
            host.assess("template", std::make_shared<const Report>(ordinary_report()), context(),
                        std::make_shared<const Parameters>(default_parameters(plugin->description.parameters)));
        ASSERT_EQ(assessment.state, AssessmentState::judged) << assessment.reason;
        ASSERT_EQ(assessment.findings.size(), 1U);
        EXPECT_EQ(assessment.findings.front().question, "proprete");
        EXPECT_EQ(assessment.findings.front().start, 58U) << "code points: « è » is one of them, and two bytes";
    }
    setenv("RELIS_PLUGIN_PATH", before.c_str(), 1);

    const bool installed = [&] {
        for (const auto& entry : fs::recursive_directory_iterator(folder / "sdk")) {
            if (entry.path().filename() == "template.so") return entry.path().parent_path().filename() == "plugins";
        }
        return false;
    }();
    EXPECT_TRUE(installed) << "cmake --install puts the module into a plugin folder";
}

}  // namespace relis::conformance

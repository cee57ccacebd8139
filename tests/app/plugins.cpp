// The list of plugins: which of them can be switched off, on and loaded again.
#include <gtest/gtest.h>

#include "app/plugins_model.h"
#include "fake_desk.h"

namespace relis::app {
namespace {

using State = PluginEntry::State;

class FakePluginsDesk final : public PluginsDesk {
  public:
    std::vector<PluginEntry> plugins() override { return entries; }
    void disable(const std::string& id, const std::string& reason) override { told = "off " + id + ": " + reason; }
    void enable(const std::string& id) override { told = "on " + id; }
    std::optional<Label> retry(const std::filesystem::path& path) override {
        told = "retry " + path.string();
        return std::nullopt;
    }

    std::vector<PluginEntry> entries;
    std::string told;
};

TEST(PluginsListed, OneThatCannotBeCalledAndOfWhichSomethingIsKeptCanBeSwitchedOff) {
    FakePluginsDesk desk;
    for (const auto& [state, id] : {std::pair{State::absent, "a"}, {State::off, "b"}, {State::works, "c"}}) {
        PluginEntry entry;
        entry.state = state;
        entry.status.id = id;
        desk.entries.push_back(entry);
    }
    PluginEntry skipped;
    skipped.state = State::skipped;
    skipped.status.path = "/plugins/a.so";
    desk.entries.push_back(skipped);
    FakeInterface interface;
    Background background{interface.post(), interface.errors()};
    PluginsModel model{desk, background};
    model.refresh();
    ASSERT_TRUE(interface.run_until([&] { return model.plugins().size() == 4; }));
    EXPECT_TRUE(model.can_disable(0));
    EXPECT_FALSE(model.can_enable(0));
    EXPECT_FALSE(model.can_retry(0)) << "its file is another row, if there is one";
    EXPECT_FALSE(model.can_disable(1)) << "it is off";
    EXPECT_TRUE(model.can_disable(2));
    EXPECT_FALSE(model.can_disable(3)) << "whose plugin the file is nobody knows";
    EXPECT_TRUE(model.can_retry(3));
    model.disable(0, "on s'en passe");
    ASSERT_TRUE(interface.run_until([&] { return !model.working(); }));
    EXPECT_EQ(desk.told, "off a: on s'en passe");
}

}  // namespace
}  // namespace relis::app

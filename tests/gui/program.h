#pragma once

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

#include <sys/wait.h>
#include <unistd.h>

extern char** environ;

namespace relis::app {

/// The program itself as a process of its own, with a home folder of its own. It is killed when this goes.
class Program {
  public:
    Program(std::string database, std::string user, std::filesystem::path home)
        : database_(std::move(database)), user_(std::move(user)), home_(std::move(home)) {
        start();
    }
    ~Program() { kill(); }
    Program(const Program&) = delete;
    Program& operator=(const Program&) = delete;

    void start() {
        std::filesystem::create_directories(home_);
        std::map<std::string, std::string> variables;
        for (char** entry = environ; *entry != nullptr; ++entry) {
            const std::string line = *entry;
            variables[line.substr(0, line.find('='))] = line.substr(line.find('=') + 1);
        }
        for (const char* const folder : {"HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_DATA_HOME"}) {
            variables[folder] = home_.string();
        }
        std::vector<std::string> lines;
        for (const auto& [name, value] : variables) {
            lines.push_back(name + '=' + value);
        }
        std::vector<std::string> words{RELIS_WORKSTATION, "--db", database_,    "--plugins", RELIS_PLUGIN_FOLDER,
                                       "--user",          user_,  "--language", "en"};
        const auto pointers = [](std::vector<std::string>& texts) {
            std::vector<char*> all;
            for (std::string& text : texts) {
                all.push_back(text.data());
            }
            all.push_back(nullptr);
            return all;
        };
        std::vector<char*> arguments = pointers(words);
        std::vector<char*> environment = pointers(lines);
        process_ = fork();
        if (process_ == 0) {
            execve(arguments.front(), arguments.data(), environment.data());
            _exit(127);
        }
        if (process_ < 0) {
            throw std::runtime_error("the program cannot be started");
        }
    }
    /// As a crash or a power cut would: nothing is told to it.
    void kill() {
        if (process_ > 0) {
            ::kill(process_, SIGKILL);
            waitpid(process_, nullptr, 0);
            process_ = 0;
        }
    }
    [[nodiscard]] bool runs() const { return process_ > 0 && waitpid(process_, nullptr, WNOHANG) == 0; }
    /// Whether what it keeps below its home holds that text.
    [[nodiscard]] bool keeps(const std::string& text) const {
        std::error_code gone;
        for (std::filesystem::recursive_directory_iterator entry(home_, gone), end; !gone && entry != end;
             entry.increment(gone)) {
            if (entry->path().extension() != ".json") {
                continue;
            }
            std::ifstream file(entry->path(), std::ios::binary);
            const std::string content{std::istreambuf_iterator<char>(file), {}};
            if (content.find(text) != std::string::npos) {
                return true;
            }
        }
        return false;
    }

  private:
    std::string database_;
    std::string user_;
    std::filesystem::path home_;
    pid_t process_ = 0;
};

}  // namespace relis::app

#include "smtp_server.h"

#include <array>
#include <csignal>
#include <fstream>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace relis::review {

SmtpServerProcess::SmtpServerProcess(const std::string& password) {
    std::array<int, 2> input{};
    std::array<int, 2> output{};
    if (pipe(input.data()) != 0 || pipe(output.data()) != 0) {
        throw std::runtime_error("cannot make a pipe");
    }
    const std::string folder = folder_.path().string();
    process_ = fork();
    if (process_ == 0) {
        dup2(input[0], STDIN_FILENO);
        dup2(output[1], STDOUT_FILENO);
        for (const int descriptor : {input[0], input[1], output[0], output[1]}) {
            close(descriptor);
        }
        execl(RELIS_PYTHON, RELIS_PYTHON, RELIS_SOURCE_FOLDER "/tests/review/smtp/server.py", folder.c_str(),
              password.empty() ? nullptr : password.c_str(), nullptr);
        _exit(127);
    }
    close(input[0]);
    close(output[1]);
    input_ = input[1];
    char letter = 0;
    while (read(output[0], &letter, 1) == 1 && letter != '\n') {
        port_ += letter;
    }
    close(output[0]);
    if (port_.empty()) {
        throw std::runtime_error("the mail server did not start; is python3-aiosmtpd installed?");
    }
}

SmtpServerProcess::~SmtpServerProcess() {
    close(input_);  // which ends it
    if (process_ > 0) {
        kill(process_, SIGTERM);
        waitpid(process_, nullptr, 0);
    }
}

std::vector<nlohmann::json> SmtpServerProcess::taken() const {
    std::vector<nlohmann::json> messages;
    for (int number = 1;; ++number) {
        std::ifstream in(folder_.path() / (std::to_string(number) + ".json"));
        if (!in) {
            return messages;
        }
        messages.push_back(nlohmann::json::parse(in));
    }
}

}  // namespace relis::review

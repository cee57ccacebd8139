#include "smtp_server.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <stdexcept>

#include <sys/wait.h>
#include <unistd.h>

namespace relis::review {

namespace {

/// Writes a key and a certificate for 127.0.0.1, which vouches for itself, into one file.
void make_certificate(const std::string& file) {
    const std::string command = std::string(RELIS_OPENSSL) +
                                " req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=127.0.0.1"
                                " -addext subjectAltName=IP:127.0.0.1 -keyout '" +
                                file + "' -out '" + file + ".crt' 2>/dev/null && cat '" + file + ".crt' >> '" + file +
                                "'";
    if (std::system(command.c_str()) != 0) throw std::runtime_error("no certificate could be made: " + command);
}

}  // namespace

SmtpServerProcess::SmtpServerProcess(const std::string& password, Encryption encryption) : encryption_(encryption) {
    if (encryption != Encryption::none) make_certificate(certificate());
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
        std::vector<std::string> words{RELIS_PYTHON, RELIS_SOURCE_FOLDER "/tests/review/smtp/server.py", folder};
        if (!password.empty()) words.push_back(password);
        if (encryption != Encryption::none) words.insert(words.end(), {"--certificate", certificate()});
        if (encryption == Encryption::at_once) words.emplace_back("--at-once");
        std::vector<char*> arguments;
        for (std::string& word : words) arguments.push_back(word.data());
        arguments.push_back(nullptr);
        execv(RELIS_PYTHON, arguments.data());
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

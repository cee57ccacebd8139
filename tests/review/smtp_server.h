#pragma once

#include <filesystem>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>
#include <sys/types.h>

#include "../support/temporary_folder.h"

namespace relis::review {

/// A real mail server (tests/review/smtp/server.py) on the loopback interface, for as long as this lives.
class SmtpServerProcess {
  public:
    /// With a password, the user `relis` has to log in. Throws std::runtime_error where it cannot be started.
    explicit SmtpServerProcess(const std::string& password = {});
    ~SmtpServerProcess();
    SmtpServerProcess(const SmtpServerProcess&) = delete;
    SmtpServerProcess& operator=(const SmtpServerProcess&) = delete;

    [[nodiscard]] std::string url() const { return "smtp://127.0.0.1:" + port_; }
    /// What it took, in order.
    [[nodiscard]] std::vector<nlohmann::json> taken() const;

  private:
    test::TemporaryFolder folder_;
    pid_t process_ = -1;
    int input_ = -1;
    std::string port_;
};

}  // namespace relis::review

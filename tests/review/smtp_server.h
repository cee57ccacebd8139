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
    enum class Encryption { none, on_demand, at_once };

    /// With a password, the user `relis` has to log in. With encryption, by a certificate for 127.0.0.1 that nobody but
    /// itself vouches for. Throws std::runtime_error where it cannot be started.
    explicit SmtpServerProcess(const std::string& password = {}, Encryption encryption = Encryption::none);
    ~SmtpServerProcess();
    SmtpServerProcess(const SmtpServerProcess&) = delete;
    SmtpServerProcess& operator=(const SmtpServerProcess&) = delete;

    [[nodiscard]] std::string url() const {
        return (encryption_ == Encryption::at_once ? "smtps://127.0.0.1:" : "smtp://127.0.0.1:") + port_;
    }
    /// The certificate, in a file with its key.
    [[nodiscard]] std::string certificate() const { return (folder_.path() / "certificate.pem").string(); }
    /// What it took, in order.
    [[nodiscard]] std::vector<nlohmann::json> taken() const;

  private:
    test::TemporaryFolder folder_;
    Encryption encryption_;
    pid_t process_ = -1;
    int input_ = -1;
    std::string port_;
};

}  // namespace relis::review

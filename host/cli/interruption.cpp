#include "interruption.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdint>
#include <string_view>
#include <system_error>

#include <poll.h>
#include <sys/eventfd.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include "label/language.h"

namespace relis::cli {

namespace {

sigset_t asked_to_stop() {
    sigset_t set;
    sigemptyset(&set);
    sigaddset(&set, SIGINT);
    sigaddset(&set, SIGTERM);
    return set;
}

void listen(int signals, int ending, Language language, const std::stop_source& source) {
    std::array<pollfd, 2> wait{{{signals, POLLIN, 0}, {ending, POLLIN, 0}}};
    while (true) {
        if (poll(wait.data(), wait.size(), -1) < 0 && errno != EINTR) return;
        if ((wait[1].revents & POLLIN) != 0) return;
        signalfd_siginfo info{};
        if ((wait[0].revents & POLLIN) == 0 || read(signals, &info, sizeof info) != sizeof info) continue;
        if (!source.request_stop()) _exit(1);
        const std::string_view notice =
            language == Language::french
                ? "\nrelis: arrêt dès que ce qui est commencé est gardé ; encore une fois pour finir tout de suite\n"
                : "\nrelis: stopping as soon as what was begun is kept; once more to end now\n";
        if (write(STDERR_FILENO, notice.data(), notice.size()) < 0) continue;
    }
}

}  // namespace

Interruption::Interruption() {
    const sigset_t set = asked_to_stop();
    signals_ = signalfd(-1, &set, SFD_CLOEXEC);
    ending_ = eventfd(0, EFD_CLOEXEC);
    if (signals_ < 0 || ending_ < 0)
        throw std::system_error(errno, std::generic_category(), "cannot listen to signals");
    pthread_sigmask(SIG_BLOCK, &set, nullptr);
    listener_ = std::jthread(listen, signals_, ending_, language_of(system_locale()), source_);
}

Interruption::~Interruption() {
    const std::uint64_t one = 1;
    if (write(ending_, &one, sizeof one) == sizeof one) listener_.join();
    close(signals_);
    close(ending_);
    const sigset_t set = asked_to_stop();
    pthread_sigmask(SIG_UNBLOCK, &set, nullptr);
}

}  // namespace relis::cli

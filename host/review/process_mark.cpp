#include "process_mark.h"

#include <array>
#include <fstream>
#include <sstream>

#include <fmt/format.h>
#include <unistd.h>

namespace relis::review {

namespace {

std::string machine() {
    std::array<char, 256> name{};
    return gethostname(name.data(), name.size() - 1) == 0 ? std::string(name.data()) : std::string("?");
}

/// When a process began, in ticks since the machine did (proc(5), field 22 of stat); empty: there is none.
std::string beginning_of(long process) {
    constexpr int fields_after_name = 20;
    std::ifstream in(fmt::format("/proc/{}/stat", process));
    std::string line;
    std::getline(in, line);
    const std::size_t name_end = line.rfind(')');  // the name may hold spaces and brackets
    if (name_end == std::string::npos) {
        return {};
    }
    std::istringstream rest(line.substr(name_end + 1));
    std::string field;
    for (int i = 0; i < fields_after_name; ++i) {
        rest >> field;
    }
    return field;
}

}  // namespace

std::string process_mark() {
    return fmt::format("{} {} {}", machine(), getpid(), beginning_of(getpid()));
}

bool may_be_running(const std::string& mark) {
    std::istringstream in(mark);
    std::string where;
    std::string began;
    long process = 0;
    if (!(in >> where >> process >> began)) {
        return false;
    }
    return where != machine() || beginning_of(process) == began;
}

}  // namespace relis::review

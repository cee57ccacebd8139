#include "command.h"

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

#include <fcntl.h>
#include <gtest/gtest.h>
#include <linux/capability.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace relis::cli_tests {

const char* const good_comment =
    "À 14 h 05, la caissière, une jeune femme nommée Stéphanie, m'a regardée et a dit « Bonjour madame, vous allez "
    "bien ? » pendant qu'elle rangeait les sacs près de la caisse 3. J'ai attendu deux minutes derrière un couple "
    "avant de passer.";
const char* const poor_comment = "Un acceuil corect, rien a dire.";

namespace {

constexpr const char* questionnaire =
    R"({"format": "relis.questionnaire/1", "id": "essai-2026", "version": 1, "programme": "essai-2026",
 "title": "Essai", "sections": [{"name": "visite", "label": "La visite", "questions": [
  {"name": "accueil", "type": "select_one", "label": "Vous a-t-on salué?", "required": true, "comment": "required", "min_words": 8,
   "choices": [{"name": "oui", "label": "Oui"}, {"name": "non", "label": "Non"}], "negative": ["non"], "topics": ["caissière", "bonjour"]},
  {"name": "attente", "type": "integer", "label": "Combien de minutes avez-vous attendu?", "required": true}]}]})";

constexpr const char* roster = R"({"format": "relis.roster/1",
 "clients": [{"id": "CL-1", "name": "Les Essais réunis"}],
 "programmes": [{"id": "essai-2026", "client": "CL-1", "name": "Essai 2026", "questionnaire": "essai-2026@1", "locale": "fr-CA"}],
 "sites": [{"id": "S-1", "programme": "essai-2026", "name": "Marché Beaubien", "city": "Montréal", "region": "QC"}],
 "shoppers": [{"id": "C-1", "name": "Louise Tremblay", "email": "l@example.org", "city": "Montréal", "region": "QC",
               "languages": ["fr"], "joined_on": "2024-05-02"}],
 "history": [{"mission_id": "M-0", "programme": "essai-2026", "site": "S-1", "shopper_id": "C-1", "due_at": "2026-05-02T12:00:00-04:00",
              "submitted_at": "2026-05-02T10:00:00-04:00", "outcome": "accepted", "reworks": 0, "detail": 4.0, "french": 4.5, "missing": 0,
              "closed_at": "2026-05-03T10:00:00-04:00"}]})";

/// A file in memory that a child reads or writes.
class MemoryFile {
  public:
    explicit MemoryFile(const std::string& content = {}) : descriptor_(memfd_create("relis-test", 0)) {
        if (descriptor_ < 0 || write(descriptor_, content.data(), content.size()) < 0 ||
            lseek(descriptor_, 0, SEEK_SET) < 0) {
            throw std::runtime_error("cannot make a file in memory");
        }
    }
    ~MemoryFile() { close(descriptor_); }
    MemoryFile(const MemoryFile&) = delete;
    MemoryFile& operator=(const MemoryFile&) = delete;

    [[nodiscard]] int descriptor() const { return descriptor_; }
    [[nodiscard]] std::string content() const {
        std::string content(static_cast<std::size_t>(lseek(descriptor_, 0, SEEK_END)), '\0');
        const ssize_t count = pread(descriptor_, content.data(), content.size(), 0);
        content.resize(count < 0 ? 0 : static_cast<std::size_t>(count));
        return content;
    }

  private:
    int descriptor_;
};

/// Becomes the command; never returns.
[[noreturn]] void become(std::vector<std::string>& arguments, const Surroundings& surroundings, int in, int out,
                         int err) {
    dup2(in, STDIN_FILENO);
    dup2(out, STDOUT_FILENO);
    dup2(err, STDERR_FILENO);
    if (surroundings.out_closed) close(STDOUT_FILENO);
    unsetenv("RELIS_DB");
    unsetenv("RELIS_PLUGIN_PATH");
    unsetenv("COLUMNS");
    unsetenv("LANGUAGE");
    setenv("LC_ALL", "C.UTF-8", 1);  // English, whatever the tests are run in
    for (const auto& [name, value] : surroundings.environment) setenv(name.c_str(), value.c_str(), 1);
    if (surroundings.obeys_permissions) {
        prctl(PR_CAPBSET_DROP, CAP_DAC_OVERRIDE);
        prctl(PR_CAPBSET_DROP, CAP_DAC_READ_SEARCH);
    }
    if (surroundings.largest_file > 0) {
        std::signal(SIGXFSZ, SIG_IGN);  // the write fails instead, as on a full disk
        const rlimit limit{surroundings.largest_file, surroundings.largest_file};
        setrlimit(RLIMIT_FSIZE, &limit);
    }
    std::vector<char*> pointers;
    for (std::string& argument : arguments) pointers.push_back(argument.data());
    pointers.push_back(nullptr);
    execv(RELIS_COMMAND, pointers.data());
    _exit(127);
}

}  // namespace

std::vector<nlohmann::json> Finished::json_lines() const {
    std::vector<nlohmann::json> lines;
    std::istringstream in(out);
    for (std::string line; std::getline(in, line);) lines.push_back(nlohmann::json::parse(line));
    return lines;
}

Finished Desk::run_bare(const std::vector<std::string>& arguments, const Surroundings& surroundings) {
    std::vector<std::string> all{"relis"};
    all.insert(all.end(), arguments.begin(), arguments.end());
    const MemoryFile in(surroundings.in), out, err;
    const int out_file = surroundings.out_file.empty() ? -1 : open(surroundings.out_file.c_str(), O_WRONLY | O_CLOEXEC);
    const pid_t child = fork();
    if (child < 0) throw std::runtime_error("cannot start a process");
    if (child == 0)
        become(all, surroundings, in.descriptor(), out_file >= 0 ? out_file : out.descriptor(), err.descriptor());
    int status = 0;
    waitpid(child, &status, 0);
    if (out_file >= 0) close(out_file);
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status), out.content(), err.content()};
}

Finished Desk::run(std::vector<std::string> arguments, const Surroundings& surroundings) const {
    arguments.insert(arguments.begin(), {"--db", database(), "--user", "anne"});
    return run_bare(arguments, surroundings);
}

void Desk::open_agency() const {
    write("agency/questionnaires/essai.json", questionnaire);
    write("agency/roster/essai.json", roster);
    const Finished imported = run({"import", path("agency")});
    ASSERT_EQ(imported.code, 0) << imported.err;
}

Finished Desk::import_report(const std::string& id, const std::string& comment) const {
    return run({"import", write(id + ".json", report(id, comment).dump())});
}

nlohmann::json report(const std::string& id, const std::string& comment) {
    return {{"format", "relis.report/1"},
            {"report_id", id},
            {"mission_id", "M-" + id},
            {"programme", "essai-2026"},
            {"questionnaire", "essai-2026@1"},
            {"site", {{"id", "S-1"}, {"name", "Marché Beaubien"}, {"city", "Montréal"}}},
            {"shopper_id", "C-1"},
            {"visit", {{"start", "2026-06-16T14:03:00-04:00"}, {"end", "2026-06-16T14:38:00-04:00"}}},
            {"due_at", "2026-06-17T14:38:00-04:00"},
            {"submitted_at", "2026-06-16T21:12:09-04:00"},
            {"revision", 1},
            {"answers",
             {{{"question", "accueil"}, {"value", "oui"}, {"comment", comment}},
              {{"question", "attente"}, {"value", "2"}}}}};
}

}  // namespace relis::cli_tests

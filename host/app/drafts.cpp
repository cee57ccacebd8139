#include "app/drafts.h"

#include <condition_variable>
#include <cstdint>
#include <fstream>
#include <mutex>
#include <thread>
#include <utility>

#include <fmt/format.h>
#include <nlohmann/json.hpp>

namespace relis::app {

namespace {

constexpr const char* format_name = "relis.draft/1";
constexpr const char* place_name = "place";

/// FNV-1a: the same in every version, since it names files.
std::string hash_of(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325U;
    for (const char character : text) {
        hash = (hash ^ static_cast<unsigned char>(character)) * 0x100000001b3U;
    }
    return fmt::format("{:016x}", hash);
}

std::string file_name(const std::string& key) {
    return (key.empty() ? std::string(place_name) : hash_of(key)) + ".json";
}

std::optional<Draft> read_draft(const std::filesystem::path& file) {
    std::ifstream input(file, std::ios::binary);
    const auto json = nlohmann::json::parse(input, nullptr, false);
    if (!json.is_object() || json.value("format", "") != format_name || !json.contains("fields")) {
        return std::nullopt;
    }
    Draft draft;
    draft.key = json.value("key", "");
    for (const auto& [name, value] : json["fields"].items()) {
        if (value.is_string()) {
            draft.fields[name] = value.get<std::string>();
        }
    }
    return draft;
}

Label failure(const std::filesystem::path& file, const std::string& why) {
    return {
        fmt::format("Ce que vous écrivez ne peut pas être gardé dans {} : {}. Envoyez-le ou enregistrez-le avant de "
                    "fermer, et faites de la place ou vérifiez les droits du dossier.",
                    file.string(), why),
        fmt::format("What you write cannot be kept in {}: {}. Send or save it before closing, and make room or check "
                    "the rights of the folder.",
                    file.string(), why)};
}

}  // namespace

/// Writes the latest of each text, in the order in which they were asked for.
class Drafts::Writer {
  public:
    Writer(std::filesystem::path folder, Failed failed) : folder_(std::move(folder)), failed_(std::move(failed)) {
        thread_ = std::thread([this] { run(); });
    }
    ~Writer() {
        {
            const std::scoped_lock lock(access_);
            ending_ = true;
        }
        news_.notify_one();
        thread_.join();
    }
    Writer(const Writer&) = delete;
    Writer& operator=(const Writer&) = delete;

    /// No fields: the file goes.
    void write(const std::string& key, std::optional<DraftFields> fields) {
        {
            const std::scoped_lock lock(access_);
            wanted_[key] = std::move(fields);
        }
        news_.notify_one();
    }

  private:
    void run() {
        std::unique_lock lock(access_);
        while (true) {
            news_.wait(lock, [this] { return ending_ || !wanted_.empty(); });
            if (wanted_.empty()) {
                return;
            }
            const auto next = wanted_.extract(wanted_.begin());
            lock.unlock();
            put(next.key(), next.mapped());
            lock.lock();
        }
    }

    void put(const std::string& key, const std::optional<DraftFields>& fields) {
        const std::filesystem::path file = folder_ / file_name(key);
        std::error_code error;
        if (!fields) {
            std::filesystem::remove(file, error);
        } else {
            const nlohmann::json json{{"format", format_name}, {"key", key}, {"fields", *fields}};
            std::filesystem::path fresh = file;
            fresh += ".new";
            std::ofstream output(fresh, std::ios::binary | std::ios::trunc);
            output << json.dump(1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
            output.close();
            if (!output) {
                error = std::make_error_code(std::errc::io_error);
            } else {
                std::filesystem::rename(fresh, file, error);  // the earlier text stays until the new one is whole
            }
        }
        if (error && !std::exchange(told_, true)) {
            failed_(failure(file, error.message()));
        } else if (!error) {
            told_ = false;
        }
    }

    std::filesystem::path folder_;
    Failed failed_;
    bool told_ = false;
    std::mutex access_;
    std::condition_variable news_;
    std::map<std::string, std::optional<DraftFields>> wanted_;  ///< guarded by access_
    bool ending_ = false;                                       ///< guarded by access_
    std::thread thread_;
};

Drafts::Drafts() = default;
Drafts::~Drafts() = default;

void Drafts::open(const std::filesystem::path& folder, Failed failed) {
    std::error_code error;
    std::filesystem::create_directories(folder, error);
    if (!error) {
        std::filesystem::permissions(folder, std::filesystem::perms::owner_all, error);
    }
    for (std::filesystem::directory_iterator entry(folder, error), end; !error && entry != end;
         entry.increment(error)) {
        if (entry->path().extension() != ".json") {
            continue;
        }
        if (std::optional<Draft> draft = read_draft(entry->path()); draft && draft->key.empty()) {
            place_ = std::move(draft->fields);
        } else if (draft) {
            kept_[draft->key] = std::move(draft->fields);
        }
    }
    if (error) {
        failed(failure(folder, error.message()));
    }
    writer_ = std::make_unique<Writer>(folder, std::move(failed));
    notifier_.tell();
}

void Drafts::keep(const std::string& key, DraftFields fields) {
    const auto known = kept_.find(key);
    if (known != kept_.end() && known->second == fields) {
        return;
    }
    if (writer_) {
        writer_->write(key, fields);
    }
    const bool another = known == kept_.end();
    kept_[key] = std::move(fields);
    if (another) {
        notifier_.tell();
    }
}

void Drafts::forget(const std::string& key) {
    if (kept_.erase(key) == 0) {
        return;
    }
    if (writer_) {
        writer_->write(key, std::nullopt);
    }
    notifier_.tell();
}

void Drafts::forget_below(std::string_view beginning) {
    for (const Draft& draft : all(beginning)) {
        forget(draft.key);
    }
}

const DraftFields* Drafts::find(const std::string& key) const {
    const auto found = kept_.find(key);
    return found == kept_.end() ? nullptr : &found->second;
}

std::vector<Draft> Drafts::all(std::string_view beginning) const {
    std::vector<Draft> found;
    for (const auto& [key, fields] : kept_) {
        if (key.starts_with(beginning)) {
            found.push_back({key, fields});
        }
    }
    return found;
}

void Drafts::keep_place(DraftFields place) {
    if (place == place_) {
        return;
    }
    place_ = std::move(place);
    if (writer_) {
        writer_->write({}, place_);
    }
}

std::filesystem::path draft_folder(const std::filesystem::path& state, const std::string& database,
                                   const std::string& user) {
    std::string name = database;
    if (database.find("://") == std::string::npos) {
        std::error_code ignored;  // then the name as it was given tells databases apart
        const std::filesystem::path whole = std::filesystem::weakly_canonical(database, ignored);
        name = ignored ? database : whole.string();
    }
    return state / "drafts" / hash_of(name + '\n' + user);
}

}  // namespace relis::app

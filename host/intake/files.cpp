#include "files.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <system_error>

#include "byte_source.h"
#include "json_document.h"
#include "label/make_label.h"
#include "label/system_message.h"

namespace relis::intake {
namespace {

constexpr std::array<std::string_view, 5> extensions{".json", ".jsonl", ".ndjson", ".csv", ".tsv"};

std::string extension_of(const std::filesystem::path& file) {
    std::string extension = file.extension().string();
    std::transform(extension.begin(), extension.end(), extension.begin(), [](unsigned char c) {
        return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : static_cast<char>(c);
    });
    return extension;
}

/// Stops at the `format` of the first object; keeps nothing else.
class FormatFinder : public nlohmann::json_sax<Json> {
  public:
    [[nodiscard]] const std::string& format() const { return format_; }
    [[nodiscard]] bool damaged() const { return damaged_; }

    bool null() override { return plain(); }
    bool boolean(bool) override { return plain(); }
    bool number_integer(number_integer_t) override { return plain(); }
    bool number_unsigned(number_unsigned_t) override { return plain(); }
    bool number_float(number_float_t, const string_t&) override { return plain(); }
    bool binary(binary_t&) override { return plain(); }
    bool string(string_t& value) override {
        if (!wanted_) return true;
        format_ = value;
        return false;
    }
    bool start_object(std::size_t) override {
        ++objects_;
        return plain();
    }
    bool end_object() override { return --objects_ > 0; }
    bool start_array(std::size_t) override {
        // an array inside the first object hides its keys as an object does
        if (objects_ > 0) ++objects_;
        return plain();
    }
    bool end_array() override {
        if (objects_ > 0) --objects_;
        return true;
    }
    bool key(string_t& value) override {
        wanted_ = objects_ == 1 && value == "format";
        return true;
    }
    bool parse_error(std::size_t, const std::string&, const nlohmann::detail::exception&) override {
        damaged_ = true;
        return false;
    }

  private:
    bool plain() {
        wanted_ = false;
        return true;
    }
    std::string format_;
    int objects_ = 0;
    bool wanted_ = false;
    bool damaged_ = false;
};

bool is_wanted(const std::filesystem::directory_entry& entry) {
    std::error_code error;
    return entry.is_regular_file(error) && !entry.path().filename().string().starts_with('.') &&
           std::find(extensions.begin(), extensions.end(), extension_of(entry.path())) != extensions.end();
}

FileError not_listed(const std::filesystem::path& folder, const std::error_code& error) {
    return {folder.string(),
            make_label("ne peut pas être parcouru : {}", "cannot be listed: {}", system_message(error))};
}

}  // namespace

bool holds_json(std::istream& stream, const std::string& name) {
    constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";
    std::size_t mark = 0;
    int next = stream.peek();
    if (next == std::istream::traits_type::eof()) {
        if (stream.bad()) {
            throw FileError(name, {"ne peut pas être lu ; vérifiez le disque ou la connexion",
                                   "cannot be read; check the disk or the connection"});
        }
        throw FileError(name, nothing_to_import());
    }
    const std::string extension = extension_of(name);
    const bool by_name = extension == ".json" || extension == ".jsonl" || extension == ".ndjson";
    while (mark < byte_order_mark.size() && next == static_cast<unsigned char>(byte_order_mark[mark])) {
        stream.get();
        ++mark;
        next = stream.peek();
    }
    std::size_t taken = mark;
    while (next == ' ' || next == '\t' || next == '\n' || next == '\r') {
        stream.get();
        ++taken;
        next = stream.peek();
    }
    const bool json = next == '{' || next == '[' || by_name;
    stream.clear();
    for (; taken > 0; --taken) stream.unget();
    if (!stream) {
        stream.clear();
        stream.seekg(0);
    }
    return json;
}

FileKind identify(const std::filesystem::path& file) {
    std::ifstream stream = open_file(file);
    if (!holds_json(stream, file.string())) return FileKind::reports;
    FormatFinder finder;
    Json::sax_parse(stream, &finder);
    if (finder.format().starts_with("relis.questionnaire/")) return FileKind::questionnaire;
    if (finder.format().starts_with("relis.roster/")) return FileKind::roster;
    if (finder.format().starts_with("relis.report/") || finder.damaged()) return FileKind::reports;
    return FileKind::unknown;
}

std::string content_of(const std::filesystem::path& file) {
    std::ifstream stream = open_file(file);
    return {std::istreambuf_iterator<char>(stream), {}};
}

std::vector<std::filesystem::path> files_to_import(const std::filesystem::path& path) {
    std::error_code error;
    if (!std::filesystem::is_directory(path, error)) {
        static_cast<void>(open_file(path));
        return {path};
    }
    std::map<FileKind, std::vector<std::filesystem::path>> found;
    std::filesystem::recursive_directory_iterator entries(path, error);
    if (error) throw not_listed(path, error);
    for (; entries != std::filesystem::recursive_directory_iterator(); entries.increment(error)) {
        if (error) throw not_listed(path, error);
        if (entries->is_directory() && entries->path().filename().string().starts_with('.')) {
            entries.disable_recursion_pending();
        }
        if (!is_wanted(*entries)) continue;
        FileKind kind = FileKind::reports;
        try {
            kind = identify(entries->path());
        } catch (const FileError&) {
            // empty or not readable: whoever imports it says so, beside the files that hold
            kind = FileKind::unknown;
        }
        found[kind].push_back(entries->path());
    }
    std::vector<std::filesystem::path> files;
    for (auto& [kind, paths] : found) {
        std::sort(paths.begin(), paths.end());
        files.insert(files.end(), paths.begin(), paths.end());
    }
    if (files.empty()) {
        throw FileError(path.string(), {"ne contient aucun fichier à importer (.json, .jsonl, .ndjson, .csv ou .tsv)",
                                        "holds no file to import (.json, .jsonl, .ndjson, .csv or .tsv)"});
    }
    return files;
}

}  // namespace relis::intake

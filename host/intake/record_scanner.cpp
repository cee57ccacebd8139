#include "record_scanner.h"

#include <algorithm>
#include <array>

#include "intake/reports.h"
#include "label/make_label.h"
#include "text_check.h"

namespace relis::intake {
namespace {

constexpr std::size_t chunk_bytes = std::size_t{64} * 1024;
constexpr std::size_t kept_broken_bytes = std::size_t{16} * 1024 * 1024;
/// Longest beginning of a record that is looked for: brace, white space, key, white space, colon.
constexpr std::size_t overlap_bytes = 512;

/// Keys that stand at the top level of a record and in none of its inner objects.
constexpr std::array<std::string_view, 18> top_level_keys{
    "format",      "report_id", "mission_id", "programme", "questionnaire", "site",
    "shopper_id",  "visit",     "due_at",     "revision",  "submitted_at",  "answers",
    "attachments", "version",   "sections",   "clients",   "missions",      "history"};

bool is_space(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
}

/// What may stand outside texts and brackets: numbers, true, false, null.
bool is_literal(char c) {
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || c == '-' || c == '+' || c == '.' || c == 'E';
}

std::size_t skip_spaces(std::string_view text, std::size_t at) {
    while (at < text.size() && is_space(text[at])) ++at;
    return at;
}

bool begins_record(std::string_view text, std::size_t brace) {
    std::size_t at = skip_spaces(text, brace + 1);
    if (at >= text.size() || text[at] != '"') return false;
    const std::size_t key_start = at + 1;
    const std::size_t key_end = text.find('"', key_start);
    if (key_end == std::string_view::npos) return false;
    const std::string_view key = text.substr(key_start, key_end - key_start);
    if (std::find(top_level_keys.begin(), top_level_keys.end(), key) == top_level_keys.end()) return false;
    at = skip_spaces(text, key_end + 1);
    return at < text.size() && text[at] == ':';
}

}  // namespace

RecordScanner::RecordScanner(ByteSource& source, std::size_t record_limit) : source_(source), limit_(record_limit) {
    while (buffer_.size() < 4 && fill()) {
    }
    const std::string_view head = std::string_view(buffer_).substr(0, 4);
    if (head.starts_with("\xFF\xFE") || head.starts_with("\xFE\xFF") || head.find('\0') != std::string_view::npos) {
        throw FileError(
            source_.name(),
            {"n'est pas en UTF-8 (en UTF-16, semble-t-il) ; enregistrez-le en UTF-8 et importez-le de nouveau",
             "is not UTF-8 (UTF-16, it seems); save it as UTF-8 and import it again"});
    }
    if (head.starts_with("\xEF\xBB\xBF")) consume(3);
    std::size_t at = 0;
    while (ensure(at) && is_space(buffer_[at])) ++at;
    consume(at);
    if (buffer_.empty()) throw FileError(source_.name(), nothing_to_import());
    if (buffer_.front() == '[') {
        array_ = array_open_ = true;
        consume(1);
    }
}

bool RecordScanner::fill() {
    if (at_end_) return false;
    const std::size_t size = buffer_.size();
    buffer_.resize(size + chunk_bytes);
    const std::size_t count = source_.read(buffer_.data() + size, chunk_bytes);
    buffer_.resize(size + count);
    at_end_ = count == 0;
    return count > 0;
}

void RecordScanner::consume(std::size_t count) {
    line_ += static_cast<std::size_t>(
        std::count(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(count), '\n'));
    byte_ += count;
    buffer_.erase(0, count);
}

/// Moves to the next record; false at the end of the stream.
bool RecordScanner::skip_separators() {
    std::size_t at = 0;
    while (ensure(at)) {
        const char c = buffer_[at];
        if (array_open_ && c == ']') {
            array_open_ = false;
        } else if (!is_space(c) && !(array_open_ && c == ',')) {
            break;
        }
        ++at;
    }
    consume(at);
    return !buffer_.empty();
}

void RecordScanner::start(RawRecord& record) {
    record = RawRecord{};
    record.place = Place{source_.name(), line_, ++index_, byte_};
}

bool RecordScanner::next(RawRecord& record) {
    consume(end_);
    end_ = 0;
    if (!skip_separators()) {
        if (!array_open_) return false;
        array_open_ = false;
        start(record);
        record.whole = false;
        record.error.message = {
            "le fichier s'arrête avant la fin du tableau (il manque « ] ») : les enregistrements qui suivaient sont "
            "perdus",
            "the file ends before the array does (`]` is missing): records after this place are lost"};
        return true;
    }
    start(record);
    if (buffer_.front() != '{') {
        record.error.message = {"il faut ici un objet « {…} »", "expected an object `{…}` here"};
        skip_broken(record);
        return true;
    }
    const std::size_t length = scan_object(record);
    if (length == 0) {
        skip_broken(record);
        return true;
    }
    record.complete = true;
    record.text = buffer_.substr(0, length);
    end_ = length;
    return true;
}

/// Length of the object at the start of the buffer, or 0 with the error in `record`. Only what is needed to find its
/// end is checked: brackets match, a text is closed and followed by what may follow one.
std::size_t RecordScanner::scan_object(RawRecord& record) {
    std::string open;
    bool in_text = false;
    bool after_text = false;
    const auto broken = [&](std::size_t at, Label message, JsonError::Kind kind = JsonError::Kind::syntax) {
        record.error = {at, {}, std::move(message), kind};
        return std::size_t{0};
    };
    for (std::size_t at = 0; ensure(at); ++at) {
        if (at >= limit_) {
            return broken(0, make_label("l'enregistrement dépasse {} octets, la limite d'un enregistrement",
                                        "the record is larger than {} bytes, the limit of one record", limit_));
        }
        const char c = buffer_[at];
        if (in_text) {
            if (c == '\\') {
                ++at;
            } else if (c == '"') {
                in_text = false;
                after_text = true;
            } else if (c == '\n') {
                return broken(at, {"un texte n'est pas fermé avant la fin de sa ligne",
                                   "a text is not closed before the end of its line"});
            }
            continue;
        }
        if (is_space(c)) continue;
        if (after_text && c != ',' && c != ':' && c != '}' && c != ']') {
            return broken(
                at, {"il faut « , », « : », « } » ou « ] » après un texte ; celui-ci contient-il un « \" » sans « \\ » "
                     "devant ?",
                     "expected `,`, `:`, `}` or `]` after a text; an unescaped `\"` in it?"});
        }
        after_text = false;
        if (c == '"') {
            in_text = true;
        } else if (c == '{' || c == '[') {
            open.push_back(c == '{' ? '}' : ']');
            if (open.size() > max_depth) {
                return broken(at, too_deep(), JsonError::Kind::rule);
            }
        } else if (c == '}' || c == ']') {
            if (open.back() != c) return broken(at, make_label("« {} » là où il n'en faut pas", "unexpected `{}`", c));
            open.pop_back();
            if (open.empty()) return at + 1;
        } else if (c != ',' && c != ':' && !is_literal(c)) {
            return broken(at, {"caractère inattendu", "unexpected character"});
        }
    }
    return broken(buffer_.size(), {"le fichier s'arrête au milieu de cet enregistrement",
                                   "the file ends in the middle of this record"});
}

std::size_t RecordScanner::find_record_start(std::string_view text, std::size_t from) const {
    for (std::size_t at = text.find('{', from); at != std::string_view::npos; at = text.find('{', at + 1)) {
        const bool line_start = !array_ && at > 0 && text[at - 1] == '\n';
        if (line_start || begins_record(text, at)) return at;
    }
    return std::string_view::npos;
}

/// Leaves the broken record: its text is kept up to a limit, end_ stands at the next record or the end.
void RecordScanner::skip_broken(RawRecord& record) {
    std::size_t from = 1;
    while (true) {
        const std::size_t found = find_record_start(buffer_, from);
        const std::size_t length = found != std::string::npos ? found : buffer_.size();
        const bool last = found != std::string::npos || at_end_;
        // a beginning that is cut by the end of the buffer is found once more is read
        const std::size_t taken = last ? length : (length > overlap_bytes ? length - overlap_bytes : 0);
        const std::size_t room = std::min(limit_, kept_broken_bytes) - record.text.size();
        record.text.append(buffer_, 0, std::min(taken, room));
        if (taken > room) record.whole = false;
        if (last && found == std::string::npos) array_open_ = false;
        consume(taken);
        if (last) return;
        if (taken > 0) from = 0;
        fill();
    }
}

void RecordScanner::resynchronise(RawRecord& record) {
    const std::size_t found = find_record_start(record.text, 1);
    if (found == std::string::npos) return;
    end_ = found;
    record.text.resize(found);
}

}  // namespace relis::intake

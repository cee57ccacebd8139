#include "json_document.h"

#include <algorithm>
#include <cmath>

#include "intake/reports.h"
#include "label/make_label.h"
#include "text_check.h"

namespace relis::intake {
namespace {

const Label a_text{"un texte", "a text"};

/// Of a value that is another than the format wants.
Label expected(const Label& found, const Label& wanted) {
    return make_label("est {} ; il faut {}", "is {}, expected {}", found, wanted);
}

/// Builds the document; the stock builder keeps the last of two equal keys without a word.
class StrictBuilder : public nlohmann::json_sax<Json> {
  public:
    explicit StrictBuilder(Json& root) : root_(root) {}

    [[nodiscard]] const std::optional<JsonError>& error() const { return error_; }

    bool null() override { return add(Json(nullptr)); }
    bool boolean(bool value) override { return add(Json(value)); }
    bool number_integer(number_integer_t value) override { return add(Json(value)); }
    bool number_unsigned(number_unsigned_t value) override { return add(Json(value)); }
    bool number_float(number_float_t value, const string_t&) override { return add(Json(value)); }
    bool string(string_t& value) override { return add(Json(std::move(value))); }
    bool binary(binary_t&) override { return false; }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_object() override { return close(); }
    bool end_array() override { return close(); }

    bool key(string_t& value) override {
        key_ = value;
        if (open_.back()->contains(value)) {
            return fail(make_label("la clé {} est donnée deux fois dans un même objet ; n'en gardez qu'une",
                                   "the key {} is given twice in one object", in_quotes(value)));
        }
        return true;
    }

    bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception& exception) override {
        // `[json.exception.parse_error.101] parse error at line 1, column 5: syntax error while …`
        std::string message = exception.what();
        const std::size_t colon = message.find(": ");
        if (colon != std::string::npos) message = message.substr(colon + 2);
        error_ = JsonError{position > 0 ? position - 1 : 0, path(), syntax_error(as_valid_text(message))};
        return false;
    }

  private:
    std::string path() const {
        std::string text;
        for (std::size_t i = 0; i < open_.size(); ++i) {
            if (open_[i]->is_array()) {
                // the element under way: already there while it is open itself, still to come otherwise
                const std::size_t count = open_[i]->size();
                text += "[" + std::to_string(i + 1 < open_.size() ? count - 1 : count) + "]";
            } else {
                const std::string& name = i + 1 < open_.size() ? names_[i + 1] : key_;
                if (!name.empty()) text += (text.empty() ? "" : ".") + name;
            }
        }
        return as_valid_text(text);
    }

    bool fail(Label message) {
        error_ = JsonError{0, path(), std::move(message), JsonError::Kind::rule};
        return false;
    }

    Json& place(Json value) {
        if (open_.empty()) {
            root_ = std::move(value);
            return root_;
        }
        if (open_.back()->is_array()) {
            open_.back()->push_back(std::move(value));
            return open_.back()->back();
        }
        return (*open_.back())[key_] = std::move(value);
    }

    bool add(Json value) {
        place(std::move(value));
        return true;
    }

    bool open(Json container) {
        if (open_.size() >= max_depth) return fail(too_deep());
        Json& placed = place(std::move(container));
        names_.push_back(key_);
        open_.push_back(&placed);
        key_.clear();
        return true;
    }

    bool close() {
        open_.pop_back();
        key_ = std::move(names_.back());
        names_.pop_back();
        return true;
    }

    Json& root_;
    std::vector<Json*> open_;
    std::vector<std::string> names_;  ///< the key that each open container stands under
    std::string key_;
    std::optional<JsonError> error_;
};

/// A number as it is written, of anything else what it is.
Label number_or_type(const Json& value) {
    return value.is_number() ? same_in_both(value.dump()) : type_name(value);
}

}  // namespace

std::optional<JsonError> parse_json(std::string_view text, Json& value) {
    StrictBuilder builder(value);
    const std::optional<std::size_t> invalid = first_invalid_utf8(text);
    const bool parsed = Json::sax_parse(text.begin(), text.end(), &builder);
    if (invalid) {
        char byte[8];
        std::snprintf(byte, sizeof byte, "0x%02X", static_cast<unsigned>(static_cast<unsigned char>(text[*invalid])));
        return JsonError{*invalid, builder.error() ? builder.error()->field : "", same_in_both(byte),
                         JsonError::Kind::encoding};
    }
    if (parsed) return std::nullopt;
    return builder.error().value_or(JsonError{0, "", {"illisible", "unreadable"}});
}

Problem json_problem(const JsonError& error, std::string_view text, const Place& place) {
    if (error.kind == JsonError::Kind::rule) return {error.field, error.message, true};
    const std::size_t at = std::min(error.byte, text.size());
    const std::string_view before = text.substr(0, at);
    const auto lines = static_cast<std::size_t>(std::count(before.begin(), before.end(), '\n'));
    const Label where = make_label("à la ligne {}, octet {} du fichier", "at line {}, byte {} of the file",
                                   place.line + lines, place.byte + at);
    if (error.kind == JsonError::Kind::encoding) {
        return {error.field,
                make_label(
                    "n'est pas de l'UTF-8 valide ({}) {} ; enregistrez le fichier en UTF-8 et importez-le de nouveau",
                    "invalid UTF-8 ({}) {}; save the file as UTF-8 and import it again", error.message, where),
                true};
    }
    return {error.field, make_label("JSON non valide {} : {}", "not valid JSON {}: {}", where, error.message), true};
}

Label type_name(const Json& value) {
    switch (value.type()) {
        case Json::value_t::null:
            return {"null", "null"};
        case Json::value_t::boolean:
            return {"une valeur true ou false", "true or false"};
        case Json::value_t::string:
            return {"un texte", "a text"};
        case Json::value_t::array:
            return {"un tableau", "an array"};
        case Json::value_t::object:
            return {"un objet", "an object"};
        default:
            return {"un nombre", "a number"};
    }
}

ObjectReader::ObjectReader(const Json& value, std::string path, std::vector<Problem>& problems)
    : path_(std::move(path)), problems_(problems) {
    if (value.is_object()) {
        object_ = &value;
    } else {
        problems_.push_back({path_, expected(type_name(value), {"un objet", "an object"}), true});
    }
}

std::string ObjectReader::field(std::string_view key) const {
    return path_.empty() ? std::string(key) : path_ + "." + std::string(key);
}

void ObjectReader::problem(std::string_view key, Label message, bool hard) {
    problems_.push_back({field(key), std::move(message), hard});
}

const Json* ObjectReader::value(std::string_view key, Need need) {
    if (object_ == nullptr) return nullptr;
    asked_.emplace_back(key);
    const auto found = object_->find(key);
    if (found != object_->end() && !found->is_null()) return &*found;
    if (need == Need::required) {
        problem(key, found == object_->end() ? Label{"manque", "is missing"}
                                             : expected({"null", "null"}, {"une valeur", "a value"}));
    }
    return nullptr;
}

std::optional<std::string> ObjectReader::text(std::string_view key, Need need) {
    const Json* const found = value(key, need);
    if (found == nullptr) return std::nullopt;
    if (!found->is_string()) {
        problem(key, expected(type_name(*found), a_text));
        return std::nullopt;
    }
    const auto& text = found->get_ref<const std::string&>();
    if (text.size() > max_comment_bytes) {
        problem(key, too_long(text.size()));
        return std::nullopt;
    }
    check_characters(text, field(key), problems_);
    return text;
}

std::string ObjectReader::id(std::string_view key, Need need) {
    const Json* const found = value(key, need);
    if (found == nullptr) return {};
    if (!found->is_string()) {
        problem(key, expected(type_name(*found), a_text));
        return {};
    }
    const auto& text = found->get_ref<const std::string&>();
    if (!text.empty() || need == Need::required) check_id(text, field(key), problems_);
    return text;
}

std::optional<int> ObjectReader::integer(std::string_view key, Need need, int low, int high) {
    const Json* const found = value(key, need);
    if (found == nullptr) return std::nullopt;
    const Label range = make_label("un nombre entier de {} à {}", "a whole number from {} to {}", low, high);
    if (!found->is_number_integer()) {
        problem(key, expected(number_or_type(*found), range));
        return std::nullopt;
    }
    const bool over = found->is_number_unsigned() && found->get<std::uint64_t>() > static_cast<std::uint64_t>(high);
    const bool under = !found->is_number_unsigned() && found->get<std::int64_t>() < low;
    if (over || under || found->get<std::int64_t>() < low) {
        problem(key, expected(number_or_type(*found), range));
        return std::nullopt;
    }
    return found->get<int>();
}

std::optional<double> ObjectReader::number(std::string_view key, Need need, double low, double high) {
    const Json* const found = value(key, need);
    if (found == nullptr) return std::nullopt;
    const double number = found->is_number() ? found->get<double>() : std::nan("");
    if (!(number >= low && number <= high)) {
        problem(key, expected(number_or_type(*found), make_label("un nombre de {} à {}", "a number from {} to {}",
                                                                 Json(low).dump(), Json(high).dump())));
        return std::nullopt;
    }
    return number;
}

std::optional<bool> ObjectReader::boolean(std::string_view key, Need need) {
    const Json* const found = value(key, need);
    if (found == nullptr) return std::nullopt;
    if (!found->is_boolean()) {
        problem(key, expected(type_name(*found), {"true ou false", "true or false"}));
        return std::nullopt;
    }
    return found->get<bool>();
}

const Json* ObjectReader::array(std::string_view key, Need need) {
    const Json* const found = value(key, need);
    if (found == nullptr || found->is_array()) return found;
    problem(key, expected(type_name(*found), {"un tableau", "an array"}));
    return nullptr;
}

std::vector<std::string> ObjectReader::texts(std::string_view key, Need need) {
    std::vector<std::string> texts;
    const Json* const items = array(key, need);
    if (items == nullptr) return texts;
    for (std::size_t i = 0; i < items->size(); ++i) {
        const Json& item = (*items)[i];
        const std::string item_field = field(key) + "[" + std::to_string(i) + "]";
        if (!item.is_string() || trimmed(item.get_ref<const std::string&>()).empty()) {
            problems_.push_back({item_field,
                                 item.is_string() ? Label{"est vide", "is empty"} : expected(type_name(item), a_text),
                                 true});
            continue;
        }
        check_characters(item.get_ref<const std::string&>(), item_field, problems_);
        texts.push_back(item.get<std::string>());
    }
    return texts;
}

bool ObjectReader::format(std::string_view expected_format) {
    const Json* const found = value("format", Need::required);
    if (found == nullptr) {
        if (object_ != nullptr) {
            Label& message = problems_.back().message;
            message = make_label("{} ; il faut {}", "{}, expected {}", message, in_quotes(expected_format));
        }
        return false;
    }
    if (found->is_string() && found->get_ref<const std::string&>() == expected_format) return true;
    const Label shown = found->is_string() ? in_quotes(found->get_ref<const std::string&>()) : type_name(*found);
    problem("format", expected(shown, in_quotes(expected_format)));
    return false;
}

void ObjectReader::finish() {
    if (object_ == nullptr) return;
    for (const auto& [key, value] : object_->items()) {
        if (std::find(asked_.begin(), asked_.end(), key) == asked_.end()) {
            problem(as_valid_text(key),
                    {"n'est pas un champ de ce format ; il est laissé de côté",
                     "is no field of this format; it is left out"},
                    false);
        }
    }
}

}  // namespace relis::intake

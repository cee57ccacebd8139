#include "encode.h"

#include <boost/uuid/name_generator_sha1.hpp>
#include <boost/uuid/nil_generator.hpp>
#include <nlohmann/json.hpp>

#include "label/make_label.h"
#include "store/error.h"
#include "store/reports.h"

namespace relis::store {

namespace {

using nlohmann::json;

std::string write(const json& list) {
    return list.dump(-1, ' ', false, json::error_handler_t::replace);
}

/// Reads a column's JSON with `take(json)`.
template <class Take>
auto decode(const std::string& text, Take&& take) {
    try {
        return take(json::parse(text));
    } catch (const json::exception& error) {
        throw Error(ErrorKind::not_a_database,
                    make_label("Une liste de la base de données est abîmée : {}. Lancez `relis db check`, et reprenez "
                               "la base d'une copie s'il le confirme.",
                               "A list in the database is damaged: {}. Run `relis db check`, and restore the database "
                               "from a copy if it confirms this.",
                               std::string(error.what())));
    }
}

/// Writes fields one after the other so that no two different reports give the same text.
class Canonical {
  public:
    void add(std::string_view field) {
        text_ += std::to_string(field.size());
        text_ += ':';
        text_ += field;
    }
    void add_optional(const std::optional<std::string>& field) {
        text_ += field ? '+' : '-';
        add(field ? std::string_view(*field) : std::string_view());
    }
    void add_moment(const std::optional<Moment>& field) {
        add(field ? std::to_string(field->utc.time_since_epoch().count()) : std::string("-"));
    }
    [[nodiscard]] const std::string& text() const { return text_; }

  private:
    std::string text_;
};

}  // namespace

std::string encode_texts(const std::vector<std::string>& texts) {
    return write(json(texts));
}

std::vector<std::string> decode_texts(const std::string& text) {
    if (text.size() <= 2) return {};
    return decode(text, [](const json& list) { return list.get<std::vector<std::string>>(); });
}

std::string encode_reasons(const std::vector<Reason>& reasons) {
    json list = json::array();
    for (const Reason& reason : reasons) {
        list.push_back({reason.text, reason.plugin, reason.rule, reason.question});
    }
    return write(list);
}

std::vector<Reason> decode_reasons(const std::string& text) {
    return decode(text, [](const json& list) {
        std::vector<Reason> reasons;
        for (const json& item : list) reasons.push_back({item.at(0), item.at(1), item.at(2), item.at(3)});
        return reasons;
    });
}

std::string encode_components(const std::vector<ReliabilityComponent>& components) {
    json list = json::array();
    for (const ReliabilityComponent& component : components) {
        list.push_back({{"id", component.id},
                        {"fr", component.label.fr},
                        {"en", component.label.en},
                        {"value", component.value ? json(*component.value) : json()},
                        {"weight", component.weight},
                        {"explanation_fr", component.explanation.fr},
                        {"explanation_en", component.explanation.en}});
    }
    return write(list);
}

std::vector<ReliabilityComponent> decode_components(const std::string& text) {
    return decode(text, [](const json& list) {
        std::vector<ReliabilityComponent> components;
        for (const json& item : list) {
            ReliabilityComponent component;
            component.id = item.at("id");
            component.label = {item.at("fr"), item.at("en")};
            if (!item.at("value").is_null()) component.value = item.at("value").get<double>();
            component.weight = item.at("weight");
            // an older program kept French alone
            component.explanation = item.contains("explanation")
                                        ? Label{item.at("explanation"), item.at("explanation")}
                                        : Label{item.at("explanation_fr"), item.at("explanation_en")};
            components.push_back(std::move(component));
        }
        return components;
    });
}

std::string encode_changes(const std::vector<TextChange>& changes) {
    json list = json::array();
    for (const TextChange& change : changes) {
        list.push_back({{"start", change.start},
                        {"end", change.end},
                        {"text", change.text},
                        {"plugin", change.plugin},
                        {"rule", change.rule},
                        {"user", change.user},
                        {"at", format_moment(change.at)}});
    }
    return write(list);
}

std::vector<TextChange> decode_changes(const std::string& text) {
    return decode(text, [](const json& list) {
        std::vector<TextChange> changes;
        for (const json& item : list) {
            changes.push_back({item.at("start"), item.at("end"), item.at("text"), item.at("plugin"), item.at("rule"),
                               item.at("user"), parse_moment(item.at("at").get<std::string>()).value_or(Moment{})});
        }
        return changes;
    });
}

std::string hash_text(std::string_view text) {
    const boost::uuids::name_generator_sha1 generate(boost::uuids::nil_uuid());
    const boost::uuids::uuid id = generate(text.data(), text.size());
    constexpr std::string_view digits = "0123456789abcdef";
    std::string hash;
    for (const std::uint8_t byte : id) {
        hash += digits[byte >> 4U];
        hash += digits[byte & 15U];
    }
    return hash;
}

std::string content_hash(const Report& report) {
    Canonical canonical;
    for (const std::string* field : {&report.report_id, &report.mission_id, &report.programme, &report.questionnaire,
                                     &report.site.id, &report.site.name, &report.site.city, &report.shopper_id}) {
        canonical.add(std::string_view(*field));
    }
    for (const auto* moment : {&report.visit_start, &report.visit_end, &report.due_at, &report.submitted_at}) {
        canonical.add_moment(*moment);
    }
    canonical.add(std::to_string(report.revision));
    canonical.add(std::to_string(report.answers.size()));
    for (const Answer& answer : report.answers) {
        canonical.add(std::string_view(answer.question));
        canonical.add_optional(answer.value);
        canonical.add_optional(answer.comment);
    }
    for (const Attachment& attachment : report.attachments) {
        canonical.add(std::string_view(attachment.question));
        canonical.add(std::string_view(attachment.kind));
        canonical.add(std::string_view(attachment.file));
    }
    return hash_text(canonical.text());
}

}  // namespace relis::store

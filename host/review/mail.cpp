#include "review/mail.h"

#include <algorithm>
#include <memory>
#include <mutex>
#include <string_view>

#include <gmime/gmime.h>

#include "label/labelled_error.h"
#include "label/make_label.h"

namespace relis::review {

namespace {

struct Unref {
    void operator()(void* object) const { g_object_unref(object); }
};
template <class Object>
using Owned = std::unique_ptr<Object, Unref>;

void initialize_once() {
    static std::once_flag once;
    std::call_once(once, [] { g_mime_init(); });
}

/// A header holds one line; a line break in a name would begin another header.
std::string one_line(std::string text) {
    std::ranges::replace_if(
        text, [](char letter) { return static_cast<unsigned char>(letter) < 0x20 || letter == 0x7F; }, ' ');
    return text;
}

Owned<GMimeTextPart> part_of(const char* subtype, const std::string& content) {
    Owned<GMimeTextPart> part(g_mime_text_part_new_with_subtype(subtype));
    g_mime_text_part_set_charset(part.get(), "utf-8");
    g_mime_text_part_set_text(part.get(), content.c_str());
    g_mime_part_set_content_encoding(GMIME_PART(part.get()), GMIME_CONTENT_ENCODING_QUOTEDPRINTABLE);
    return part;
}

void check(const std::string& address, const Label& whose) {
    if (!is_mail_address(address)) {
        throw LabelledError(make_label("{} : « {} » n'est pas une adresse de courriel", "{}: \"{}\" is no mail address",
                                       whose, address));
    }
}

}  // namespace

bool is_mail_address(const std::string& address) {
    constexpr std::size_t longest = 254;  // RFC 5321, 4.5.3.1.3, without the angle brackets
    const std::size_t at = address.find('@');
    if (at == std::string::npos || at == 0 || at + 1 == address.size() || address.size() > longest ||
        address.find('@', at + 1) != std::string::npos) {
        return false;
    }
    const bool plain = std::ranges::all_of(address, [](char letter) {
        return letter > 0x20 && letter < 0x7F &&
               std::string_view("<>()[]\\,;:\"").find(letter) == std::string_view::npos;
    });
    const std::string_view host = std::string_view(address).substr(at + 1);
    return plain && host.front() != '.' && host.back() != '.' && host.find("..") == std::string_view::npos;
}

std::string eml_of(const Mail& mail) {
    check(mail.from.address, {"expéditeur", "sender"});
    check(mail.to.address, {"destinataire", "recipient"});
    if (!mail.reply_to.empty()) {
        check(mail.reply_to, {"adresse de réponse", "reply address"});
    }
    initialize_once();
    const Owned<GMimeMessage> message(g_mime_message_new(TRUE));
    const auto add = [&](GMimeAddressType kind, const MailAddress& address) {
        const std::string name = one_line(address.name);
        g_mime_message_add_mailbox(message.get(), kind, name.empty() ? nullptr : name.c_str(), address.address.c_str());
        internet_address_set_charset(
            internet_address_list_get_address(g_mime_message_get_addresses(message.get(), kind), 0), "utf-8");
    };
    add(GMIME_ADDRESS_TYPE_FROM, mail.from);
    add(GMIME_ADDRESS_TYPE_TO, mail.to);
    if (!mail.reply_to.empty()) {
        add(GMIME_ADDRESS_TYPE_REPLY_TO, {{}, mail.reply_to});
    }
    g_mime_message_set_subject(message.get(), one_line(mail.subject).c_str(), "utf-8");
    g_mime_message_set_message_id(message.get(), one_line(mail.id).c_str());
    const std::unique_ptr<GTimeZone, decltype(&g_time_zone_unref)> zone(
        g_time_zone_new_offset(static_cast<gint32>(mail.date.offset.count() * 60)), &g_time_zone_unref);
    const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> utc(
        g_date_time_new_from_unix_utc(mail.date.utc.time_since_epoch().count()), &g_date_time_unref);
    const std::unique_ptr<GDateTime, decltype(&g_date_time_unref)> local(g_date_time_to_timezone(utc.get(), zone.get()),
                                                                         &g_date_time_unref);
    g_mime_message_set_date(message.get(), local.get());
    // No answer of a holiday robot is wanted (RFC 3834)
    g_mime_object_append_header(GMIME_OBJECT(message.get()), "Auto-Submitted", "auto-generated", nullptr);

    const Owned<GMimeMultipart> both(g_mime_multipart_new_with_subtype("alternative"));
    // Quoted-printable never holds `=_` (RFC 2045, 6.7), so neither part can hold the line between them
    g_mime_multipart_set_boundary(both.get(), "=_relis-feedback_=");
    const Owned<GMimeTextPart> text = part_of("plain", mail.text);
    const Owned<GMimeTextPart> html = part_of("html", mail.html);
    g_mime_multipart_add(both.get(), GMIME_OBJECT(text.get()));
    g_mime_multipart_add(both.get(), GMIME_OBJECT(html.get()));
    g_mime_message_set_mime_part(message.get(), GMIME_OBJECT(both.get()));

    const std::unique_ptr<GMimeFormatOptions, decltype(&g_mime_format_options_free)> options(
        g_mime_format_options_new(), &g_mime_format_options_free);
    g_mime_format_options_set_newline_format(options.get(), GMIME_NEWLINE_FORMAT_DOS);
    const std::unique_ptr<char, decltype(&g_free)> written(
        g_mime_object_to_string(GMIME_OBJECT(message.get()), options.get()), &g_free);
    return written.get();
}

}  // namespace relis::review

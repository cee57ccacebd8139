#pragma once

#include <string>

#include <relis/moment.h>

namespace relis::review {

struct MailAddress {
    std::string name;  ///< shown; may be empty
    std::string address;
};

/// A mail with the same content as plain text and as HTML.
struct Mail {
    MailAddress from;
    MailAddress to;
    std::string reply_to;  ///< an address; empty: the sender's
    std::string subject;
    std::string text;
    std::string html;
    std::string id;  ///< Message-ID without its angle brackets; the same mail always has the same
    Moment date;
};

/// Whether a mail can be sent to (or from) the text: one ASCII address `name@host`, nothing around it.
[[nodiscard]] bool is_mail_address(const std::string& address);

/// The mail as an RFC 5322 message with CRLF: multipart/alternative (RFC 2046) of quoted-printable UTF-8 (RFC 2045),
/// headers encoded by RFC 2047 and folded; no line is longer than 78 characters where it can be helped and none than
/// 998. The same mail gives the same bytes. Throws LabelledError where an address is none.
[[nodiscard]] std::string eml_of(const Mail& mail);

}  // namespace relis::review

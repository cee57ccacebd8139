#pragma once

#include <string>

#include <relis/label.h>

// Why a mail did not go, of which the outbox keeps the English text.
namespace relis::review {

inline constexpr const char* mail_without_address = "the roster has no mail address of this shopper";
inline constexpr const char* mail_without_content = "its content is not in the database";

/// What is kept for an address that is none.
[[nodiscard]] std::string no_mail_address(const std::string& address);
/// What is kept for a file that could not be written.
[[nodiscard]] std::string mail_not_written(const std::string& file);

/// Both texts of what is kept; an answer of a mail server is told as the server gave it.
[[nodiscard]] Label mail_error(const std::string& kept);

}  // namespace relis::review

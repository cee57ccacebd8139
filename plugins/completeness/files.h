// What is wrong with the file of an attachment.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include <relis/context.h>
#include <relis/questionnaire.h>
#include <relis/report.h>

namespace relis::completeness {

/// A fault with the words for the shopper.
struct FileFault {
    const char* rule = "";
    const char* title = "";
    std::string message;
};

/// Why an attachment does not serve: its file did not come, does not open, or holds another kind of thing than its
/// `kind` (`photo`, `receipt`, `audio`, …) or its question, which may be null, asks for. Nothing where it serves, and
/// where the host knows nothing of the file.
[[nodiscard]] std::optional<FileFault> fault_of(const Attachment& attachment, const AttachmentFacts& facts,
                                                const Question* question);

/// Whether an answer to an image question is the name of a file: facture.jpg, IMG_2207.HEIC.
[[nodiscard]] bool names_file(std::string_view value);

}  // namespace relis::completeness

#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <relis/assessment.h>
#include <relis/questionnaire.h>
#include <relis/report.h>

namespace relis {

/// Whether a question applies to a report, by its `relevant` expression.
enum class Applicability {
    applies,
    does_not_apply,
    unclear  ///< an answer that decides it is missing or unreadable: ask, do not assert
};

/// A comment of another report that resembles the one asked about.
struct SimilarComment {
    std::string report_id;
    std::string shopper_id;
    std::string site_id;
    std::string question;
    std::string text;
};

/// How the file of an attachment was found when its report was taken in.
enum class FileState {
    unknown,     ///< the files of this report never came within the host's reach: nothing can be said of them
    missing,     ///< other files came with the report, this one did not
    unreadable,  ///< it is there and cannot be opened, is empty, cut off or damaged
    readable
};

/// Another report that came with the same file or the same picture.
struct AttachmentTwin {
    std::string report_id;
    std::string shopper_id;
    std::string file;
    bool same_content = true;  ///< false: another file that shows the same picture, saved anew or made smaller

    bool operator==(const AttachmentTwin&) const = default;
};

/// What the host knows of the file that an attachment names.
struct AttachmentFacts {
    FileState state = FileState::unknown;
    /// Told from the content, never from the name: `image/jpeg`, `application/pdf`, `text/plain`, …; empty where it is
    /// no kind of file that the host recognises, or was not read.
    std::string media_type;
    /// Of reports submitted earlier, by anybody; exact ones first. Other revisions of the same report are never here.
    std::vector<AttachmentTwin> twins;

    bool operator==(const AttachmentFacts&) const = default;
};

/// The revision before the one that is judged, with what the plugin said of it.
struct EarlierRevision {
    Report report;
    Assessment assessment;
};

/// What a plugin may know beside the report itself. Everything is read only; every function may be called from
/// several threads; references live for the duration of the plugin call.
class Context {
  public:
    virtual ~Context() = default;

    /// The questionnaire that the report answers.
    [[nodiscard]] virtual const Questionnaire& questionnaire() const = 0;

    /// Whether that question applies to this report. `unclear` for a name the questionnaire does not have.
    [[nodiscard]] virtual Applicability applicability(std::string_view question) const = 0;

    /// Locale of the programme: `fr-CA` or `fr-FR`.
    [[nodiscard]] virtual const std::string& locale() const = 0;

    /// Names, brands and words of the programme that are no fault.
    [[nodiscard]] virtual const std::vector<std::string>& vocabulary() const = 0;

    /// Comments of reports submitted earlier, by anybody, that share much of their wording with `comment`; most alike
    /// first, at most `limit`. Other revisions of the same report are never among them.
    [[nodiscard]] virtual std::vector<SimilarComment> similar_comments(std::string_view comment,
                                                                       std::size_t limit) const = 0;

    /// What the host knows of `report.attachments[index]`; `unknown` for an index that the report does not have.
    [[nodiscard]] virtual AttachmentFacts attachment([[maybe_unused]] std::size_t index) const { return {}; }

    /// What this plugin said of the revision before: made by the same version, with the same parameters, locale and
    /// vocabulary, for the same questionnaire and site, and not failed. Null where there is no such thing. A plugin
    /// that judges an answer by itself may take over what it said of answers that read the same; its result must be
    /// what it would be without.
    [[nodiscard]] virtual const EarlierRevision* earlier() const { return nullptr; }

    /// True once the host no longer waits for the answer (time budget spent, program closing): a long computation
    /// should return at once with anything.
    [[nodiscard]] virtual bool stop_requested() const = 0;
};

}  // namespace relis

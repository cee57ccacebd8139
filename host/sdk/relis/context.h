#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include <relis/questionnaire.h>

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

    /// True once the host no longer waits for the answer (time budget spent, program closing): a long computation
    /// should return at once with anything.
    [[nodiscard]] virtual bool stop_requested() const = 0;
};

}  // namespace relis

#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include <relis/context.h>

namespace relis::plugin_host {

/// What host/review knows beside a report, for one call or several: relis::Context without `stop_requested`, which the
/// host adds for each call, and with `earlier` asked for by the plugin that is called.
///
/// Every function may be called from several threads of the host's pool at once. A call that overran its time may
/// still use the object after the host has answered, so it owns (or shares) all it needs and is passed as a
/// shared_ptr. The functions mean what relis/context.h says of theirs; an exception fails the plugin's call.
class ReportContext {
  public:
    virtual ~ReportContext() = default;

    [[nodiscard]] virtual const Questionnaire& questionnaire() const = 0;
    [[nodiscard]] virtual Applicability applicability(std::string_view question) const = 0;
    [[nodiscard]] virtual const std::string& locale() const = 0;
    [[nodiscard]] virtual const std::vector<std::string>& vocabulary() const = 0;
    [[nodiscard]] virtual std::vector<SimilarComment> similar_comments(std::string_view comment,
                                                                       std::size_t limit) const = 0;
    [[nodiscard]] virtual AttachmentFacts attachment([[maybe_unused]] std::size_t index) const { return {}; }
    /// Asked at most once a call, and only if the plugin asks.
    [[nodiscard]] virtual std::shared_ptr<const EarlierRevision> earlier(
        [[maybe_unused]] std::string_view plugin) const {
        return nullptr;
    }
};

}  // namespace relis::plugin_host

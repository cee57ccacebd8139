// Texts that read as they did in the revision before need not be read again.
#pragma once

#include <optional>
#include <string_view>

#include <relis/context.h>
#include <relis/questionnaire.h>

#include "engine.h"
#include "parameters.h"

namespace relis::french {

/// What was found in the revision before, text by text. One a call; lives no longer than context and settings.
class EarlierTexts {
  public:
    EarlierTexts(const Context& context, const Settings& settings);

    /// What Engine::check would say of the text that stands in the box now, without its passages of silent rules and
    /// categories; nothing where another text stood there, or where it is not known.
    [[nodiscard]] std::optional<Checked> find(const Question& question, std::string_view text) const;

  private:
    const EarlierRevision* earlier_;
};

}  // namespace relis::french

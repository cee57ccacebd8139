#pragma once

#include <string>

#include <wx/app.h>
#include <wx/translation.h>

#include "app/words.h"

namespace relis::app {

/// The window in a language, for as long as a test looks at its texts.
class InLanguage {
  public:
    explicit InLanguage(const std::string& language) { set_language(language); }
    ~InLanguage() { wxTranslations::Set(nullptr); }
    InLanguage(const InLanguage&) = delete;
    InLanguage& operator=(const InLanguage&) = delete;

  private:
    wxAppConsole app_;  // the catalogue is looked for beside the program, which wxWidgets asks its application
};

}  // namespace relis::app

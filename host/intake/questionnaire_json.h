#pragma once

#include <vector>

#include <relis/questionnaire.h>

#include "json_document.h"

namespace relis::intake {

/// A questionnaire from a `relis.questionnaire/1` object; what is wrong is added to `problems`, check() included
/// where the fields themselves could be read.
Questionnaire questionnaire_from(const Json& value, std::vector<Problem>& problems);

/// The canonical `relis.questionnaire/1` object.
Json questionnaire_to(const Questionnaire& questionnaire);

}  // namespace relis::intake

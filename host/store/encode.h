#pragma once

#include <string>
#include <string_view>
#include <vector>

#include <relis/decision.h>
#include <relis/reliability.h>
#include <relis/report.h>

#include "store/edits.h"

namespace relis::store {

// Small lists that are always read whole are one JSON text in their column. Decoding throws Error not_a_database for
// a text that this program did not write.

std::string encode_texts(const std::vector<std::string>& texts);
std::vector<std::string> decode_texts(const std::string& json);

std::string encode_reasons(const std::vector<Reason>& reasons);
std::vector<Reason> decode_reasons(const std::string& json);

std::string encode_components(const std::vector<ReliabilityComponent>& components);
std::vector<ReliabilityComponent> decode_components(const std::string& json);

std::string encode_changes(const std::vector<TextChange>& changes);
std::vector<TextChange> decode_changes(const std::string& json);

/// 32 hexadecimal digits of SHA-1.
std::string hash_text(std::string_view text);

}  // namespace relis::store

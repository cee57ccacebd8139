#include "json_error.h"

#include <algorithm>
#include <array>
#include <utility>

#include "label/make_label.h"
#include "text_check.h"

namespace relis::intake {
namespace {

using Word = std::pair<std::string_view, std::string_view>;

/// Beginnings of what the library says of a piece that it cannot read.
constexpr std::array<Word, 9> pieces{
    {{"invalid literal", "un mot que JSON ne connaît pas"},
     {"invalid string: missing closing quote", "un texte sans guillemet fermant"},
     {"invalid string: '\\u' must be", "\\u sans ses 4 chiffres hexadécimaux"},
     {"invalid string: surrogate",
      "une moitié seule de caractère (surrogate) ; \\uD800 à \\uDBFF et \\uDC00 à \\uDFFF "
      "vont par deux"},
     {"invalid string: forbidden character", "un caractère interdit après \\"},
     {"invalid string: ill-formed", "un octet qui n'est pas de l'UTF-8"},
     {"invalid number", "un nombre mal écrit"},
     {"invalid comment", "un commentaire, que JSON n'admet pas"},
     {"invalid BOM", "une marque d'ordre des octets incomplète"}}};

/// What the library calls the tokens.
constexpr std::array<Word, 7> tokens{
    {{"true literal", "true"},
     {"false literal", "false"},
     {"null literal", "null"},
     {"string literal", "un texte"},
     {"number literal", "un nombre"},
     {"end of input", "la fin du texte"},
     {"'[', '{', or a literal", "« [ », « { », un texte, un nombre, true, false ou null"}}};

std::string token_in_french(std::string_view token) {
    for (const auto& [english, french] : tokens) {
        if (token == english) return std::string(french);
    }
    if (token.size() == 3 && token.front() == '\'') return fmt::format("« {} »", token[1]);
    return std::string(token);
}

std::string_view unquoted(std::string_view text) {
    return text.size() > 2 ? text.substr(1, text.size() - 2) : text;
}

std::string piece_in_french(std::string_view said) {
    constexpr std::string_view unexpected = "unexpected ";
    constexpr std::string_view control = "invalid string: control character ";
    constexpr std::string_view overflow = "number overflow parsing ";
    if (said.starts_with(unexpected))
        return token_in_french(said.substr(unexpected.size())) + " là où il n'en faut pas";
    if (said.starts_with(overflow))
        return fmt::format("un nombre trop grand, « {} »", unquoted(said.substr(overflow.size())));
    if (said.starts_with(control)) {
        constexpr std::string_view escaped = " must be escaped to ";
        const std::string_view name = said.substr(control.size());
        const std::size_t at = name.find(escaped);
        if (at == std::string_view::npos) return std::string(said);
        std::string written(name.substr(at + escaped.size()));
        if (const std::size_t other = written.find(" or "); other != std::string::npos)
            written.replace(other, 4, " ou ");
        return fmt::format("le caractère de commande {}, qui s'écrit {}", name.substr(0, at), written);
    }
    for (const auto& [english, french] : pieces) {
        if (said.starts_with(english)) return std::string(french);
    }
    return std::string(said);
}

}  // namespace

Label syntax_error(std::string_view said) {
    constexpr std::string_view read_as = "; last read: '";
    constexpr std::string_view wanted = "; expected ";
    // a number out of range comes with the library's own name of the error
    if (said.starts_with("[json")) said = said.substr(std::min(said.size(), said.find("] ") + 2));
    std::string_view rest = said;
    if (const std::size_t dash = rest.find(" - "); dash != std::string_view::npos) rest = rest.substr(dash + 3);
    std::string_view piece = rest;
    std::string read;
    if (const std::size_t at = rest.find(read_as); at != std::string_view::npos) {
        piece = rest.substr(0, at);
        rest = rest.substr(at + read_as.size());
        const std::size_t close = std::min(rest.rfind('\'' + std::string(wanted)), rest.rfind('\''));
        read = ", dans " + in_quotes(rest.substr(0, close)).fr;
        rest = rest.substr(std::min(close + 1, rest.size()));
    } else {
        piece = rest.substr(0, rest.find(wanted));
        rest = rest.substr(piece.size());
    }
    std::string french = piece_in_french(piece) + read;
    if (rest.starts_with(wanted)) french += " ; il faut " + token_in_french(rest.substr(wanted.size()));
    return {french, std::string(said)};
}

}  // namespace relis::intake

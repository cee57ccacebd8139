#include "files.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "language/text.h"

namespace relis::completeness {

namespace {

enum class Wanted { anything, picture, picture_or_pdf, sound, film };

struct KindWord {
    std::string_view word;  ///< folded
    Wanted wanted;
};

constexpr std::array kind_words{KindWord{"photo", Wanted::picture},
                                KindWord{"picture", Wanted::picture},
                                KindWord{"image", Wanted::picture},
                                KindWord{"selfie", Wanted::picture},
                                KindWord{"screenshot", Wanted::picture},
                                KindWord{"capture", Wanted::picture},
                                KindWord{"receipt", Wanted::picture_or_pdf},
                                KindWord{"invoice", Wanted::picture_or_pdf},
                                KindWord{"recu", Wanted::picture_or_pdf},
                                KindWord{"facture", Wanted::picture_or_pdf},
                                KindWord{"ticket", Wanted::picture_or_pdf},
                                KindWord{"audio", Wanted::sound},
                                KindWord{"recording", Wanted::sound},
                                KindWord{"enregistrement", Wanted::sound},
                                KindWord{"video", Wanted::film}};

/// A kind that is none of the words says nothing of the file; then the question decides.
Wanted wanted_by(const Attachment& attachment, const Question* question) {
    const std::string kind = language::fold(attachment.kind);
    for (const KindWord& known : kind_words) {
        if (kind.starts_with(known.word)) return known.wanted;
    }
    const bool image = kind.empty() && question != nullptr && question->type == QuestionType::image;
    return image ? Wanted::picture_or_pdf : Wanted::anything;
}

bool serves(Wanted wanted, std::string_view type) {
    const bool film = type.starts_with("video/");
    switch (wanted) {
        case Wanted::anything:
            return true;
        case Wanted::picture:
            return type.starts_with("image/");
        case Wanted::picture_or_pdf:
            return type.starts_with("image/") || type == "application/pdf";
        case Wanted::sound:
            return type.starts_with("audio/") || film;  // recorders write sound into film containers too
        case Wanted::film:
            return film;
    }
    return true;
}

std::string_view not_name_of(Wanted wanted) {
    switch (wanted) {
        case Wanted::picture:
            return "pas une photo";
        case Wanted::picture_or_pdf:
            return "ni une photo ni un PDF";
        case Wanted::sound:
            return "pas un enregistrement sonore";
        case Wanted::film:
            return "pas une vidéo";
        case Wanted::anything:
            break;
    }
    return "pas le fichier demandé";
}

std::string_view name_of(std::string_view type) {
    if (type.starts_with("image/")) return "une image";
    if (type.starts_with("text/")) return "un texte";
    if (type.starts_with("audio/")) return "un enregistrement sonore";
    if (type.starts_with("video/")) return "une vidéo";
    return type == "application/pdf" ? "un PDF" : "un fichier d'un autre genre";
}

}  // namespace

std::optional<FileFault> fault_of(const Attachment& attachment, const AttachmentFacts& facts,
                                  const Question* question) {
    const std::string name = "« " + attachment.file + " »";
    if (facts.state == FileState::unknown) return std::nullopt;
    if (facts.state == FileState::missing) {
        return FileFault{"attachment-not-received", "Pièce jointe non reçue",
                         "Le fichier " + name + " n'est pas arrivé avec votre rapport. Pouvez-vous l'envoyer ?"};
    }
    const Wanted wanted = wanted_by(attachment, question);
    if (facts.state == FileState::unreadable || (facts.media_type.empty() && wanted != Wanted::anything)) {
        return FileFault{
            "unreadable-attachment", "Pièce jointe illisible",
            "Le fichier " + name +
                " ne s'ouvre pas : il semble vide, abîmé ou incomplet. Pouvez-vous l'envoyer de nouveau ?"};
    }
    if (serves(wanted, facts.media_type)) return std::nullopt;
    return FileFault{"wrong-kind-attachment", "Pièce jointe d'un autre genre",
                     "Le fichier " + name + " n'est " + std::string(not_name_of(wanted)) + " : c'est " +
                         std::string(name_of(facts.media_type)) + ". Pouvez-vous envoyer le bon fichier ?"};
}

bool names_file(std::string_view value) {
    constexpr std::size_t shortest_ending = 2;
    constexpr std::size_t longest_ending = 5;
    const std::size_t dot = value.rfind('.');
    if (dot == std::string_view::npos || dot == 0) return false;
    const std::string_view ending = value.substr(dot + 1);
    const auto is_letter = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); };
    const auto may_stand = [&](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    return ending.size() >= shortest_ending && ending.size() <= longest_ending &&
           std::ranges::all_of(ending, may_stand) && std::ranges::any_of(ending, is_letter);
}

}  // namespace relis::completeness

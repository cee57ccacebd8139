#pragma once

#include <filesystem>
#include <map>
#include <string>
#include <string_view>

namespace relis::review {

/// The agency's name and tone in what shoppers receive. Each text may hold the placeholders {agence}, {prenom}, {site},
/// {programme}, {rapport} and {echeance} (`mardi 16 juin à 21 h 12`; of a rework only).
struct FeedbackWords {
    std::string agency = "L'équipe de validation";
    std::string sender_name = "Équipe de validation";
    std::string sender_address;  ///< `From` of the mails; empty: no mail can be made
    std::string reply_address;   ///< where answers go; empty: to the sender
    std::string subject = "Votre rapport {rapport} : {site}";
    std::string month_subject = "Vos rapports du mois";
    std::string greeting = "Bonjour {prenom},";
    std::string accepted = "Merci pour votre rapport sur {site}. Il est accepté.";
    std::string rework =
        "Merci pour votre rapport sur {site}. Avant de le transmettre à notre client, nous aurions besoin de quelques "
        "précisions de votre part.";
    std::string reassigned =
        "Merci du temps que vous avez consacré à cette visite ({site}). Malheureusement, nous ne pouvons pas retenir "
        "votre rapport.";
    std::string surplus =
        "À la suite de votre contestation, nous avons réexaminé votre rapport sur {site} : votre visite est retenue. "
        "Merci de nous avoir écrit.";
    std::string surplus_dropped =
        "À la suite de votre contestation, votre visite ({site}) avait été retenue. Après un nouvel examen, elle ne "
        "l'est plus. Nous regrettons ce changement.";
    std::string rework_step = "Merci de compléter votre rapport et de nous le remettre avant le {echeance}.";
    std::string nothing_to_do = "Vous n'avez rien d'autre à faire.";
    std::string reassigned_step = "La mission sera confiée à une autre personne : vous n'avez pas à refaire la visite.";
    std::string appeal =
        "Si un point vous paraît inexact, répondez-nous en le citant : une autre personne relira votre rapport.";
    std::string reminder_subject = "Rappel : votre rapport {rapport} ({site})";
    std::string reminder =
        "Sauf erreur de notre part, nous n'avons pas encore reçu les précisions demandées au sujet de votre visite "
        "({site}). Pouvez-vous nous les faire parvenir avant le {echeance} ?";
    std::string reminder_crossed =
        "Si vous les avez envoyées entre-temps, nous vous en remercions : ne tenez pas compte de ce message.";
    std::string closing = "Cordialement,\n{agence}";

    bool operator==(const FeedbackWords&) const = default;
};

/// Reads `relis.feedback-words/1`: a JSON object that names what differs from the words above; what it leaves out
/// stays. Throws LabelledError (which file, which field, what is wrong, what to do) for a file that cannot be read, is
/// no such object, or holds an unknown field, a value that is no text, or an unknown placeholder.
[[nodiscard]] FeedbackWords read_feedback_words(const std::filesystem::path& file);

/// The words of that file; with none named, of the one that the environment variable RELIS_FEEDBACK_WORDS names; else
/// the ones above.
[[nodiscard]] FeedbackWords feedback_words(const std::filesystem::path& file = {});

/// Throws LabelledError, which says what to give, where the words name no sender: without one nothing can be mailed.
void require_sender(const FeedbackWords& words);

/// A whole file to begin with, readable by read_feedback_words.
[[nodiscard]] std::string to_json(const FeedbackWords& words);

/// A text with its placeholders replaced; a placeholder without a value becomes empty.
[[nodiscard]] std::string filled(std::string_view text, const std::map<std::string, std::string, std::less<>>& values);

}  // namespace relis::review

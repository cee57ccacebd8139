#include "mail_errors.h"

#include <array>
#include <string_view>

#include "label/make_label.h"
#include "store/outbox.h"

namespace relis::review {

namespace {

/// A text of ours: what stands before and after the name that it holds, in both languages; what is kept is English.
struct Wording {
    std::string_view en_before;
    std::string_view en_after;
    std::string_view fr_before;
    std::string_view fr_after;
};

constexpr Wording not_an_address{"\"", "\" in the roster is no mail address", "« ",
                                 " », dans le fichier des clients mystères, n'est pas une adresse de courriel"};
constexpr Wording not_written{"cannot write ", ": is there room, and may you write there?", "impossible d'écrire ",
                              " : y a-t-il de la place, et pouvez-vous y écrire ?"};
constexpr std::array<Wording, 6> wordings{{
    {mail_without_address, {}, "le fichier des clients mystères n'a pas l'adresse de courriel de celui-ci", {}},
    {mail_without_content, {}, "son contenu n'est pas dans la base", {}},
    {store::month_fell, {}, "une décision de ce mois est tombée depuis ; renvoyez le mois", {}},
    {store::sending_interrupted, {}, "l'envoi a été interrompu", {}},
    not_an_address,
    not_written,
}};

std::string written(std::string_view before, std::string_view value, std::string_view after) {
    return std::string(before).append(value).append(after);
}

}  // namespace

std::string no_mail_address(const std::string& address) {
    return written(not_an_address.en_before, address, not_an_address.en_after);
}

std::string mail_not_written(const std::string& file) {
    return written(not_written.en_before, file, not_written.en_after);
}

Label mail_error(const std::string& kept) {
    for (const Wording& wording : wordings) {
        const std::size_t around = wording.en_before.size() + wording.en_after.size();
        if (kept.size() < around || !kept.starts_with(wording.en_before) || !kept.ends_with(wording.en_after)) {
            continue;
        }
        const std::string_view value = std::string_view(kept).substr(wording.en_before.size(), kept.size() - around);
        if (value.empty() || !wording.en_after.empty()) {
            return {written(wording.fr_before, value, wording.fr_after), kept};
        }
    }
    return same_in_both(kept);
}

}  // namespace relis::review

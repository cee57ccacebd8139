#include "move_words.h"

namespace relis::store {

std::string_view french_words(Move move) {
    switch (move) {
        case Move::assess:
            return "évaluer";
        case Move::accept:
            return "accepter";
        case Move::rework:
            return "demander une reprise";
        case Move::reassign:
            return "réattribuer";
        case Move::resubmit:
            return "recevoir une nouvelle révision";
        case Move::files:
            return "recevoir des fichiers";
        case Move::expire:
            return "clore une reprise sans réponse";
        case Move::undo:
            return "reprendre la décision";
        case Move::hold:
            return "mettre en attente";
        case Move::release:
            return "mettre fin à l'attente";
        case Move::withdraw:
            return "retirer";
        case Move::reinstate:
            return "annuler le retrait";
        case Move::keep_surplus:
            return "garder comme visite surnuméraire";
        case Move::drop_surplus:
            break;
    }
    return "annuler la visite surnuméraire";
}

std::string_view french_words(AppealMove move) {
    switch (move) {
        case AppealMove::take:
            return "prendre en main";
        case AppealMove::give_back:
            return "remettre dans la file";
        case AppealMove::uphold:
            return "retenir";
        case AppealMove::uphold_partly:
            return "retenir en partie";
        case AppealMove::dismiss:
            return "rejeter";
        case AppealMove::withdraw:
            break;
    }
    return "retirer";
}

std::string_view french_words(AppealState state) {
    switch (state) {
        case AppealState::open:
            return "ouverte";
        case AppealState::taken:
            return "prise en main";
        case AppealState::upheld:
            return "retenue";
        case AppealState::partly_upheld:
            return "retenue en partie";
        case AppealState::dismissed:
            return "rejetée";
        case AppealState::withdrawn:
            break;
    }
    return "retirée";
}

}  // namespace relis::store

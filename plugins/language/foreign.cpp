#include "foreign.h"

#include <string_view>

#include "characters.h"
#include "language/reading.h"
#include "language/utf8.h"

namespace relis::language {
namespace {

// Frequent words of conversations in shops, restaurants and hotels, and those that hold a sentence together; none that
// is a word of French. Apostrophes only inside words: an elided article goes alone.
constexpr std::string_view english_words =
    "about above accessed across add after afternoon again against ago aisle almost along already also always "
    "am among and another answer any anything are aren't around arrived ask asked asking at away bathroom be "
    "because beef been before began begin behind being below beside best better between beyond black blue book "
    "both bought bread bright busy buy call called calls came can can't cashier cheese chicken children city "
    "clerk clerks closed coffee cold come could couldn't counter country customer customers day days delicious "
    "did didn't different dinner dirty does doesn't doing don't done down dress during each earth eat edited "
    "eight employee employees enjoy enough evening every everything except eye family father feet few find "
    "five floor follow food for found free fresh friendly from gave get girl give given glad go going gone "
    "good goodbye got gotten great green greeted groceries grow hadn't hand happen happened happens happy hard "
    "has hasn't have haven't having he he's head hear hello help helpful her herself hi high him himself hours "
    "house how how's huge hundred i'll i'm i've inside into is isn't it it's its itself just keep know last "
    "later learn leave leaving left let let's life like little look looked looking looks loud make making many "
    "may meal means might milk month months more morning most mother mountain move much my myself near need "
    "never new next nice nine nothing now of often okay old once only onto opened opening other ourselves out "
    "over paid pay people photographer please polite pork published publisher quick quickly quiet quite read "
    "really receipt restrooms retrieved right road said same say school sea see seem sell selling served "
    "serving seven shall she she's shelf shelves shoes should shouldn't since size slowly small smiled smiling "
    "sold some somebody someone something sometimes soon sorry start still such take taken talk tasty tell "
    "than thank thanks that that's the their theirs them themselves then there there's these they they're "
    "they've thing think thirty this those thought three through time to today together tomorrow took toward "
    "tried trying turn twelve twenty under university until up upon usually very wait waited waiter waiting "
    "waitress walk want war was washroom wasn't watch water way we we're we've week weeks welcome well went were "
    "weren't what what's when where where's whether which while who who's whom whose why will with within "
    "without won't work worst would wouldn't write year years yellow yes yesterday you you're you've young "
    "your yours yourself";

constexpr std::string_view spanish_words =
    "los unos unas por pero muy más está están estaba estaban fue fueron ser hay tiene tienen había cuando "
    "donde todo todos nada buenos buenas días noches hola también aquí esto esta ese esa yo tú él nosotros "
    "ellos ellas cómo cuánto cuánta dónde comida servicio limpio limpia amable bueno buena malo mala precio "
    "cuenta tienda mucho siempre usted ustedes quiero puede puedo hablar hablo español bienvenido bienvenidos "
    "compra hasta luego mañana gracias señor señora señorita para qué mucha sin el";

constexpr std::string_view portuguese_words =
    "não muito muita obrigado obrigada uma são você vocês está bom também por meu minha seu português falo "
    "fala loja preço hoje amanhã bem-vindo bem-vindos desculpe olá tudo isso para boa dia";

constexpr std::string_view italian_words =
    "lo gli della dello delle degli del che siamo siete dove questo questa questi queste grazie buongiorno "
    "buonasera prego tutto tutte niente molto più signore signora signorina servizio cibo pulito essere hanno "
    "abbiamo volete vorrei posso può parlo italiano prezzo conto benvenuti arrivederci sono anche tutti bene";

constexpr std::string_view german_words =
    "und ist sind nicht ein eine einen einem einer für von zu den dem auf war waren sehr gut auch ich sie wir "
    "oder wie bei nach kein keine danke guten herr frau haben hat wird werden kann können sprechen deutsch "
    "heute morgen willkommen geschäft freundlich über durch noch nur mehr alles der das mit bitte aber";

constexpr std::string_view creole_words =
    "mwen gen anpil bagay moun nan ak yo ou'w pou'w kisa kijan poukisa mèsi bonswa tanpri kreyòl ayisyen yon "
    "sa-a pa'm konsa toujou magazen travay";

// Of the frequent English words, those that French has too.
constexpr std::string_view shared_words =
    "air all an animal as bad bag big bill boy breakfast brown building but butter by bye car card carry cash "
    "change check clean close cut do drink drinks drops editor end even example excellent face far fish form "
    "four fries group had here his home hot i idea if important in jacket kind land large letter light line list "
    "long made man manager men mile minutes miss must night no not off one open or order our own page pants "
    "paper photos picture play point price problem put red restroom river rude run saw second sentence server "
    "service set shirt show side six slow so song soup spell staff state stop store story street study sure "
    "tea ten tiny too tree try two us use warm white world yet";

template <class Visit>
void for_each_word(std::string_view text, Visit visit) {
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        visit(text.substr(0, space));
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    }
}

bool is_of_another_script(std::string_view word) {
    std::size_t i = 0;
    const char32_t first = word.empty() ? U' ' : decode(word, i);
    return first > 0x24F && kind_of(first) == CharacterKind::letter;
}

}  // namespace

std::size_t ForeignWords::trace_of(std::string_view word) {
    if (word.empty()) return 0;
    const auto letter = [&](std::size_t i) { return std::size_t{static_cast<unsigned char>(word[i])}; };
    return (word.size() * 1021 + letter(0) * 331 + letter(word.size() / 2) * 67 + letter(word.size() - 1) * 13 +
            letter((word.size() - 1) / 2) * 523) %
           8192;
}

ForeignWords::ForeignWords() {
    std::uint8_t bit = english;
    for (const std::string_view list :
         {english_words, spanish_words, portuguese_words, italian_words, german_words, creole_words}) {
        for_each_word(list, [&](std::string_view each) { languages_[each] |= bit; });
        bit = static_cast<std::uint8_t>(bit << 1U);
    }
    for (const auto& [word, languages] : languages_) may_be_.set(trace_of(word));
    for_each_word(shared_words, [&](std::string_view each) { shared_.insert(each); });
}

std::uint8_t ForeignWords::languages_of(FormId form, std::string_view lower) const {
    if (may_be_[trace_of(lower)]) {
        const auto found = languages_.find(lower);
        if (found != languages_.end()) return found->second;
    }
    if (form != no_form_id) return 0;
    return is_of_another_script(lower) ? (1U << foreign_languages) - 1U : 0U;
}

}  // namespace relis::language

#include "english.h"

#include <string>
#include <unordered_set>

namespace relis::language {
namespace {

// Frequent words of service conversations; those that are French words too (on, me, car, or, but, pour…) stay out.
constexpr std::string_view words =
    "the of and to is it you that was for with his they at be this have from had by hot what were we when your can "
    "said "
    "there use an each which she do how their if will up other about out many then them these so some her would make "
    "like him into has look two more write go see no way could people my than been call who its now find long down day "
    "did get come made may over new take only little work know year give most very after thing our just good "
    "sentence man think say great where help through much before line right too means old any same tell boy follow "
    "came "
    "want show also around form three small set put end does another well large must big even such because turn here "
    "why ask went men read need land different home us move try kind hand picture again change off play spell air away "
    "animal house point page letter mother answer found study still learn should world high every near add food "
    "between "
    "own below country last school father keep tree never start city earth eye light thought head under story saw left "
    "don't few while along might close something seem next hard open example begin life always those both paper "
    "together "
    "got group often run important until children side feet car mile night walk white sea began grow took river four "
    "carry "
    "state once book hear stop without second later miss idea enough eat face watch far really almost let above girl "
    "sometimes mountain cut young talk soon list song being leave family it's i'm you're we're thank thanks please "
    "welcome "
    "hello hi sorry yes okay nice friendly store staff customer service clean dirty waiting time manager employee "
    "cashier "
    "price everything nothing anything someone somebody today tomorrow yesterday excellent bye goodbye are not i he as "
    "all "
    "one or but what's that's i'll can't didn't wasn't isn't doesn't won't couldn't there's let's problem sure enjoy "
    "meal check "
    "bill order pay paid cash card receipt bag free best better worst bad morning afternoon evening have having going "
    "doing";

// Of these, what a French sentence may hold.
constexpr std::string_view french_too =
    "me on or but car an if do set put end air animal page point second example idea face list miss état table "
    "important excellent service clean card cash check home hot kind light line long made men moi night paper play "
    "large "
    "try two use even here i had his by so made bill bag point form group cut must saw mile song state sentence land "
    "run stop change us our sure story as all no us a an manager problem price order side white staff store letter off "
    "world "
    "study spell picture open own tree too not est la le die one";

using Words = std::unordered_set<std::string_view>;

Words split(std::string_view text) {
    Words result;
    while (!text.empty()) {
        const std::size_t space = text.find(' ');
        result.insert(text.substr(0, space));
        text.remove_prefix(space == std::string_view::npos ? text.size() : space + 1);
    }
    return result;
}

}  // namespace

bool is_english(std::string_view word) {
    static const Words english = [] {
        Words result = split(words);
        for (const std::string_view shared : split(french_too)) result.erase(shared);
        return result;
    }();
    return english.contains(word);
}

}  // namespace relis::language

#include "lemma_classes.h"

#include <string_view>

#include "grammar/reading.h"

namespace relis::grammar {
namespace {

struct ClassList {
    std::uint32_t classes;
    PartOfSpeech part;
    std::string_view lemmas;  ///< separated by one space
};

namespace c = lemma_class;
using enum language::PartOfSpeech;

constexpr ClassList class_lists[] = {
    {c::etre | c::copula, verb, "être"},
    {c::avoir, verb, "avoir"},
    {c::modal, verb, "pouvoir devoir vouloir falloir savoir oser daigner souhaiter espérer préférer désirer compter"},
    {c::motion, verb,
     "aller venir partir revenir retourner repartir sortir monter descendre courir passer rentrer entrer retourner"},
    {c::causative, verb, "faire laisser voir entendre sentir regarder écouter envoyer mener emmener apercevoir"},
    {c::faire, verb, "faire"},
    {c::takes_infinitive, verb,
     "aimer adorer détester sembler paraître faillir penser croire estimer affirmer prétendre déclarer reconnaître "
     "avouer assurer juger supposer"},
    {c::copula, verb, "sembler devenir rester paraître demeurer redevenir apparaître"},
    {c::etre_perfect, verb,
     "aller venir arriver partir entrer sortir monter descendre rester tomber naître mourir retourner revenir devenir "
     "parvenir repartir rentrer ressortir redescendre remonter intervenir survenir provenir redevenir décéder passer "
     "repasser retomber advenir"},
    {c::dative, verb,
     "dire parler répondre demander donner offrir montrer expliquer proposer conseiller plaire sourire permettre "
     "promettre suggérer indiquer téléphoner écrire rendre remettre apporter servir suffire nuire mentir ressembler "
     "succéder appartenir convenir paraître sembler faire falloir lire poser prendre envoyer prêter vendre raconter "
     "annoncer confirmer signaler souhaiter tendre laisser imposer interdire refuser accorder apprendre assurer "
     "recommander reprocher réclamer répéter rappeler préparer procurer réserver retirer verser voler céder présenter "
     "trouver acheter commander couper coûter valoir mettre passer payer fournir livrer garder ouvrir donner crier "
     "rapporter distribuer octroyer attribuer causer éviter facturer manquer échapper obéir arriver venir rire "
     "plaire déplaire redonner redire reparler remettre ajouter changer facturer retourner chercher choisir "
     "pardonner avouer cacher déclarer affirmer garantir jurer préciser révéler témoigner transmettre communiquer "
     "remplir resservir réexpliquer soumettre consacrer créer serrer tenir faciliter écraser casser laver ranger "
     "confier décrire dédier emprunter enlever enseigner épargner infliger inspirer louer ôter offrir soutirer "
     "murmurer chuchoter lancer rétorquer répliquer adresser administrer autoriser commenter concéder conférer "
     "débiter rembourser vanter narrer exposer détailler concocter dénicher mentionner chanter concerner jeter "
     "parvenir permettre profiter réussir sauver servir signer tirer toucher mesurer rouler ajuster poser brûler"},
    {c::wants_subjunctive, verb,
     "vouloir exiger souhaiter désirer falloir préférer regretter craindre douter aimer adorer détester ordonner "
     "interdire permettre refuser apprécier accepter redouter demander recommander attendre éviter mériter "
     "proposer suggérer"},
    {c::wants_indicative, verb,
     "espérer affirmer constater déclarer savoir remarquer certifier jurer parier promettre garantir confirmer "
     "annoncer "
     "apprendre découvrir noter observer croire penser estimer trouver voir considérer assurer soutenir répondre "
     "expliquer préciser indiquer signaler apercevoir raconter conclure"},
    {c::impersonal, verb, "falloir agir pleuvoir neiger"},
    {c::speech, verb,
     "dire demander répondre ajouter rétorquer répliquer expliquer lancer souffler murmurer conclure préciser "
     "affirmer insister crier commenter confier reprendre annoncer assurer raconter indiquer"},
    {c::quantity, noun,
     "majorité minorité moitié tiers quart plupart dizaine douzaine quinzaine vingtaine trentaine quarantaine "
     "cinquantaine soixantaine centaine millier million milliard nombre quantité multitude foule série groupe partie "
     "totalité ensemble reste poignée tas file paire équipe infinité kyrielle ribambelle masse dizaine couple rangée "
     "pile variété choix lot liste sorte type genre espèce part pourcentage bande troupe collection assortiment gamme "
     "suite succession tonne kilo litre boîte sac paquet bouquet panier assiette cortège flot rangée amas légion "
     "pléthore peloton catégorie quintal trio duo quatuor nuée panoplie"},
    {c::quantity, pronoun, "plupart"},
    {c::quantity, adverb, "plupart"},
    {c::time, noun,
     "jour journée fois minute heure demi-heure demi-journée seconde matin soir matinée soirée semaine mois an année "
     "instant moment nuit "
     "après-midi midi minuit veille lendemain week-end été hiver automne printemps lundi mardi mercredi jeudi vendredi "
     "samedi dimanche janvier février mars avril mai juin juillet août septembre octobre novembre décembre temps "
     "siècle existence trimestre euro dollar cent franc mètre kilomètre centimètre degré"},
    {c::month, noun, "janvier février mars avril mai juin juillet août septembre octobre novembre décembre"},
    {c::invariable_colour | c::colour, adjective,
     "orange marron crème bordeaux kaki turquoise fuchsia pourpre olive saumon corail ivoire"},
    {c::invariable_colour, noun,
     "orange marron crème bordeaux kaki turquoise fuchsia olive saumon corail ivoire argent or cerise chocolat citron "
     "prune moutarde lavande cuivre aubergine noisette émeraude rubis taupe sable brique framboise"},
    {c::colour, adjective,
     "rouge bleu vert jaune noir blanc gris brun violet rose roux blond châtain beige mauve écarlate argenté doré"},
    {c::adverbial_adjective, adjective,
     "cher fort haut bas dur droit court clair juste faux bon net creux ferme frais gros lourd mauvais vite profond "
     "sec franc grand pareil direct grave nickel super extra bref fin"},
    {c::before_noun, adjective,
     "petit grand gros beau bon mauvais nouveau vieux jeune joli long autre même seul premier dernier deuxième "
     "troisième quatrième cinquième second prochain vrai faux excellent certain tel ancien énorme double simple "
     "meilleur pire moindre sixième principal immense haut cher brave pauvre propre gentil léger rare fameux"},
    {c::attributive_noun, noun,
     "client fumeur clé moteur utilisateur maximum minimum pair pilote arrière avant cadeau fidélité vedette surprise "
     "modèle "
     "type éclair choc express maison minute record "
     "station caisse service charge cible pilote phare standard test jeunesse week-end affaires conseil internet web "
     "vidéo photo radio info qualité prix sécurité santé étudiant famille enfant homme femme boulangerie fromage "
     "viande "
     "poisson club nature sport loisir jardin bien-être beauté vapeur papier plastique coton laine cuir bois béton "
     "sud nord est ouest midi matin soir"},
    {c::degree_adverb, adverb,
     "très trop assez peu plus moins si aussi tellement bien fort plutôt tout toute toutes presque vraiment "
     "extrêmement particulièrement relativement parfaitement totalement complètement entièrement absolument encore "
     "déjà toujours moins un autant tant super hyper ultra pas non jamais mal même quasi guère peu également parfois "
     "souvent"},
    {c::any_gender_person, noun,
     "personne victime vedette témoin membre gens médecin professeur auteur commis chef maire ministre juge guide "
     "individu être mannequin bébé recrue docteur rapporteur commissaire sentinelle gang star otage assassin amateur "
     "ingénieur"},
};

}  // namespace

std::vector<std::uint32_t> classify_lemmas(const language::Lexicon& lexicon) {
    std::vector<std::uint32_t> result(lexicon.lemma_count(), 0);
    for (const ClassList& list : class_lists) {
        std::string_view rest = list.lemmas;
        while (!rest.empty()) {
            const std::string_view lemma = rest.substr(0, rest.find(' '));
            rest.remove_prefix(std::min(rest.size(), lemma.size() + 1));
            for (const LemmaId id : lexicon.lemmas(lemma, list.part)) result[id] |= list.classes;
        }
    }
    return result;
}

}  // namespace relis::grammar

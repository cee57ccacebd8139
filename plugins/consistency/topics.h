// What the questions of mystery visits are about: for each topic the words that ask about it, and the words that say
// yes or no to it. Vocabulary of the trade, not of any questionnaire.
//
// A list holds cues separated by white space. A cue is a lemma with its accents, or several joined by `+` that follow
// one another within a clause, little words left out (`lever+œil`). Marks before a cue: `!` it says so strongly, `~` it
// counts only where it is denied (« sans un regard »), `=` the form as written rather than the lemma.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

namespace relis::consistency {

/// What kind of thing a topic is.
namespace trait {
inline constexpr std::uint8_t act = 1;      ///< somebody does it to the shopper: « personne n'est venu » denies it
inline constexpr std::uint8_t unasked = 2;  ///< it should come unasked: « j'ai dû demander » denies it
inline constexpr std::uint8_t speech = 4;   ///< it is said: « il n'a rien dit » denies it
inline constexpr std::uint8_t object = 8;   ///< what it bears on matters: a dessert offered is no drink offered
inline constexpr std::uint8_t conditional = 16;  ///< told in the conditional: « j'y retournerais »
}  // namespace trait

struct Topic {
    std::string_view name;
    std::uint8_t traits;
    std::string_view asked;     ///< in a question: it asks whether this is so
    std::string_view reversed;  ///< in a question: it asks whether the contrary is so (« manquait-il »)
    std::string_view agreeing;  ///< in a comment: it was so
    std::string_view opposed;   ///< in a comment: it was not so
};

inline constexpr std::array topic_list{
    Topic{"greeting", trait::act | trait::unasked | trait::speech,
          "saluer accueillir salutation bonjour bienvenue accueil", "ignorer",
          "saluer accueillir bonjour bonsoir bienvenue dire+bonjour dire+bonsoir dire+salut lancer+bonjour "
          "souhaiter+bienvenue adresser+parole adresser+mot bonne+journée serrer+main =salut ~mot ~parole ~regard "
          "~attention "
          "~lever+tête ~lever+œil ~lever+yeux ~répondre ~réagir",
          "!ignorer !tourner+dos !transparent !invisible"},
    Topic{"smile", trait::act, "sourire souriant chaleureux chaleur avenant aimable convivial", "",
          "sourire souriant chaleureux aimable rire plaisanter avenant enjoué jovial chaleur rayonnant",
          "!renfrogné renfrogner !bouder !bougon bougonner maussade glacial !antipathique soupirer blasé grincheux "
          "bourru revêche !air+bête fermé+visage visage+fermé mine+basse froid sec !mine+déconfite crispé "
          "ronchonner grogner grommeler"},
    Topic{"look", trait::act, "regarder regard visuel yeux œil", "",
          "regarder+moi regard contact+visuel ~quitter+œil ~quitter+yeux ~détacher+œil ~détacher+yeux lever+tête "
          "lever+œil lever+yeux croiser+regard œil+œil regarder",
          "!baisser+œil !baisser+yeux !détourner !river+écran !rivé+écran !fixer+écran !regarder+écran "
          "!regarder+téléphone !œil+écran !yeux+écran !œil+téléphone !yeux+téléphone !regarder+ailleurs "
          "!tourner+dos !dos+tourner"},
    Topic{
        "help", trait::act | trait::unasked,
        "aider aide assister assistance conseil conseiller accompagner renseigner orienter escorter guider", "",
        "aider accompagner conduire montrer conseiller orienter guider diriger renseigner assister escorter "
        "proposer+aide offrir+aide demander+si demander+besoin demander+chercher demander+puis aborder enquérir "
        "=besoin+aide puis+aider approcher+moi chercher+pour suggérer expliquer emmener amener mener",
        "!débrouiller errer !laisser+seul !livrer+moi-même !pointer+doigt !montrer+doigt !indiquer+doigt !indifférent "
        "!indifférence !chercher+seul !trouver+seul"},
    Topic{"approach", trait::act | trait::unasked, "venir+vous approcher aborder", "",
          "approcher venir+moi aborder venir+voir venir+rencontre venir+demander arriver avancer "
          "accourir rejoindre diriger quitter+comptoir ~bouger ~déplacer",
          "!ignorer !tourner+dos !rester+derrière !rester+assis"},
    Topic{"offer", trait::act | trait::unasked | trait::speech | trait::object,
          "proposer offrir suggérer recommander inviter vanter suggestion proposition", "",
          "proposer offrir suggérer conseiller inviter vanter recommander parler demander+si demander+vouloir "
          "demander+désirer demander+souhaiter présenter vouloir+avec sortir apporter montrer",
          ""},
    Topic{"explanation", trait::act | trait::unasked | trait::speech | trait::object,
          "expliquer informer mentionner préciser indiquer annoncer prévenir communiquer parler rappeler avertir "
          "explication information renseignement aviser énoncer détailler présenter décrire",
          "",
          "expliquer informer mentionner préciser indiquer annoncer prévenir communiquer parler rappeler avertir "
          "?dire détailler aviser énoncer résumer ?montrer ~explication ~information décrire",
          ""},
    Topic{"request", trait::act | trait::speech, "demander", "", "demander réclamer ~question poser+question", ""},
    Topic{"name", trait::act | trait::unasked | trait::speech, "@présenter @nommer prénom nom @identifier", "",
          "nommer présenter appeler =nom prénom donner+prénom donner+nom dire+prénom dire+nom ~identité", ""},
    Topic{"badge", 0, "badge insigne épinglette porte-nom uniforme tenue tablier", "",
          "badge insigne épinglette porte-nom uniforme tablier porter macaron écusson épingler",
          "!civil !jean ~distinguer retourner+badge badge+retourner badge+cacher cacher+badge illisible"},
    Topic{
        "farewell", trait::act | trait::speech, "remercier merci remerciement revoir congé raccompagner bonne+journée",
        "",
        "remercier merci revoir bonne+journée bonne+soirée bonne+fin raccompagner bientôt bonne+route bon+séjour "
        "bon+appétit souhaiter ~mot ~parole ~regard ~lever+tête ~lever+œil ~lever+yeux bon+week-end bonne+continuation",
        "!ignorer !tourner+dos client+suivant !raccrocher+nez"},
    Topic{"clean", 0, "propre propreté nettoyer hygiène entretenir entretien impeccable immaculé net ménage salubre",
          "sale saleté malpropre poussière déchet tache",
          "propre impeccable nickel immaculé étinceler étincelant nettoyer entretenir briller brillant reluire "
          "balayer désinfecter désinfecté soigné net essuyer laver hygiène",
          "!sale !crasseux tacher taché tache poussière poussiéreux !saleté !collant coller !poisseux gluant "
          "déchet miette souiller souillé !malpropre !graisseux trace cheveu !moisi moisissure "
          "toile+araignée joncher jonché déborder mégot détritus urine !puer renverser calcaire !encrassé rouille "
          "!crasse "
          "gras boue boueux papier+terre papier+sol nauséabond mouche cafard traînée flaque dentifrice "
          "devoir+nettoyer devoir+essuyer"},
    Topic{"tidy", 0, "ranger rangé ordonné ordre dégagé dégager rangement organisé tenir+bien aligné plier",
          "encombrer encombré désordre",
          "ranger rangé ordonné ordre dégagé dégager aligner aligné plier plié organisé soigné tenir+bien",
          "!désordre encombrer encombré !fouillis !bazar !pêle-mêle éparpiller éparpillé traîner entasser entassé "
          "empiler obstruer bloquer !bordel mélanger mélangé =vrac =travers renverser tas"},
    Topic{"stock", 0, "disponible disponibilité stock approvisionner garnir garni rempli remplir approvisionné",
          "manquer rupture vide épuisé indisponible",
          "disponible garnir garni remplir rempli approvisionner plein présent trouver libre",
          "!rupture manquer !occupé occuper !débordé vide vider !épuisé épuiser !indisponible absent !introuvable "
          "clairsemé dégarni "
          "dégarnir ^!=en+rester+=plus ^!=en+avoir+=plus"},
    Topic{"shown", 0, "afficher affiché affichage étiqueter étiqueté visible lisible", "caché",
          "afficher affiché étiqueter étiqueté indiquer indiqué visible lisible clair étiquette voir+bien affichage",
          "!illisible cacher caché !manquer effacer effacé dissimuler deviner chercher"},
    Topic{"working", 0, "fonctionner marcher fonctionnel opérationnel bon+état impeccable mauvais+état",
          "panne cassé casser défectueux brisé défaillant",
          "fonctionner marcher fonctionnel opérationnel réagir neuf intact ~répondre ~fermer ~ouvrir",
          "!fendu !fendre !rayure !rayé rayer !bosselé !boucher !bouché !fuir vide !inutilisable !panne !casser !cassé "
          "!hors+service !hors-service coincer coincé !défectueux briser brisé !figé figer geler "
          "!défaillant abîmer abîmé fuir éteindre éteint !planter bloquer déchirer déchiré clignoter grésiller "
          "fêler fissurer rouiller arrêter+bout capricieux"},
    Topic{"hot", 0, "chaud chaude température", "froid tiède", "chaud fumant fumer brûlant bouillant brûler vapeur",
          "!froid !tiède !glacé refroidir réchauffer tiédir"},
    Topic{"quiet", 0, "calme silencieux tranquille silence paisible volume", "bruit bruyant sonore",
          "calme silencieux tranquille paisible silence paisiblement",
          "!bruyant bruit !vacarme !hurler !crier trop+fort brouhaha !tapage réveiller !assourdissant claquer "
          "tambouriner "
          "chahut bourdonner vrombir"},
    Topic{"quick", 0, "rapide rapidement vite promptement immédiatement rapidité raisonnable délai tôt",
          "attendre attente patienter lent lenteur",
          "rapide rapidement vite aussitôt immédiatement instant promptement prompt seconde fluide",
          "!lent lentement !interminable long longtemps longuement attendre patienter poireauter éterniser tarder "
          "traîner =éternité impatienter !relancer"},
    Topic{"listening", trait::act, "écouter écoute attentif attention attentionné patient patience", "",
          "écouter attentif reformuler patient noter patiemment attention",
          "!couper+parole !couper+phrase !interrompre distrait distraitement soupirer bâiller inattentif "
          "répondre+côté !téléphone+pendant pianoter consulter+téléphone regarder+ailleurs regarder+téléphone "
          "finir+phrase"},
    Topic{"knowledge", 0,
          "connaître connaissance compétent compétence maîtriser savoir renseigné répondre réponse expertise", "",
          "connaître savoir maîtriser précis expliquer compétent détailler répondre précisément ~réponse",
          "ignorer !hésiter !bafouiller bredouiller !lire+étiquette tromper !contredire improviser "
          "^!aucune+idée !vague vaguement renvoyer !vérifier+internet !regarder+internet !sans+réponse hausser+épaule "
          "=googler deviner perdre"},
    Topic{"exact", 0,
          "exact exactement commander conforme conformité correct complet juste exactitude correspondre identique",
          "erreur incomplet manquer faux",
          "exact exactement conforme juste complet correspondre parfaitement entièrement identique",
          "!erreur !faux !inexact !incomplet !manquer !oublier tromper !surfacturer facturer+double facturer+deux "
          "compter+deux !erroné !différent différer écart !=lieu !échanger facturer+trop !contrairement"},
    Topic{"ready", 0, "prêt disposé", "", "prêt",
          "patienter attendre préparer+encore préparation retard chercher+encore"},
    Topic{"easy", 0,
          "clair facile simple compréhensible intuitif facilement clairement limpide aisé aisément pratique fluide "
          "trouver+facilement repérer",
          "difficile compliqué confus",
          "clair facile simple limpide intuitif fluide facilement clairement aisément évident comprendre ~trouver",
          "!confus !compliqué !répéter !tourner !recommencer perdre embrouiller !labyrinthe !incompréhensible "
          "tourner+rond difficile "
          "difficilement répéter ^!comprendre+rien galérer chercher+minute demi-tour tourner+minute"},
    Topic{"follow-up", trait::act, "revenir repasser assurer enquérir vérifier+satisfaction suivi", "",
          "revenir repasser demander+si enquérir assurer demander+convenir demander+plaire demander+passer "
          "demander+aller",
          "disparaître aller+chercher !héler"},
    Topic{"checking", trait::act, "vérifier contrôler contrôle vérification valider inspecter inspection examiner tour",
          "",
          "vérifier contrôler demander+pièce demander+carte demander+identité demander+permis valider inspecter "
          "examiner noter photographier accompagner tour "
          "regarder ~demander",
          ""},
    Topic{"questions", trait::act | trait::speech, "question besoin questionner interroger cerner découvrir", "",
          "question questionner interroger demander renseigner+sur cerner =besoin", ""},
    Topic{"handing", trait::act | trait::unasked | trait::object,
          "remettre donner tendre rendre fournir remise apporter servir distribuer", "",
          "remettre donner tendre rendre fournir glisser apporter déposer servir distribuer repartir+avec", ""},
    Topic{"discretion", 0, "discret discrètement discrétion confidentiel confidentialité entendu intimité", "",
          "discret discrètement baisser+voix voix+bas écart isolé fermer+porte chuchoter murmurer",
          "!crier !entendre+tout !tout+entendre !tout+monde voix+haut répéter+fort !haut+voix"},
    Topic{"screening", 0, "image son projection", "", "net clair parfait parfaitement impeccable",
          "!flou !couper coupure !saccader !grésiller !décalé !inaudible trop+fort !sauter !figer"},
    Topic{
        "well-made", 0, "bien+faire bien+fait réussi", "", "parfait exactement impeccable régulier",
        "!croche !raté rater !trop+court !trop+long !trop+large !trop+pâle !trop+foncé !recommencer !refaire découdre "
        "!mal+faire"},
    Topic{"dry", 0, "sec", "mouillé glissant", "sec", "!mouillé !mouiller !flaque !glissant glisser humide"},
    Topic{"once", 0, "régler résoudre réglé résolu premier+appel", "", "régler résoudre réglé",
          "!rappeler !recommencer"},
    Topic{"audible", 0, "audible fort", "", "entendre audible fort", "!inaudible murmurer"},
    Topic{"received", 0, "recevoir obtenir", "", "recevoir obtenir arriver entrer",
          "attendre+encore ^!toujours+rien ^!toujours+pas"},
    Topic{"writing", trait::act, "noter inscrire écrire consigner", "", "noter inscrire écrire consigner souligner",
          ""},
    Topic{"transfer", trait::act, "transférer transfert rediriger", "",
          "transférer rediriger passer+dame passer+collègue passer+service passer+département passer+monsieur "
          "passer+autre passer+quelqu'un mettre+relation basculer mettre+attente+collègue",
          ""},
    Topic{"return", trait::conditional, "recommander revenir retourner recommandation refaire réserver+nouveau", "",
          "revenir retourner recommander refaire remettre+pied",
          "!fuir !éviter !déconseiller !aller+ailleurs ^!plus+jamais ^!jamais+plus concurrent concurrence "
          "^!dernier+fois"},
    Topic{"tasty", 0, "goût savoureux bon délicieux gustatif saveur goûter", "",
          "délicieux savoureux goûteux excellent succulent régal régaler divin exquis savoureuse",
          "!fade !caoutchouteux caoutchouc !brûler brûlé !insipide !immangeable cru !rassis spongieux "
          "trop+cuire trop+saler trop+salé trop+cuit aigre amer pâteux sec dur"},
    Topic{"fresh", 0, "frais fraîcheur fraîche", "périmé flétri", "frais croquant croustillant ferme juteux",
          "!flétri !flétrir !fané faner !moisi moisir !pourri pourrir !périmé périmer !rassis mou ramollir ramolli "
          "abîmé abîmer taché !sec dur noirci brunir bruni gâté jauni"},
    Topic{"polite", trait::act,
          "poli courtois politesse courtoisie respectueux professionnel poliment aimable aimablement agréable cordial",
          "",
          "poli courtois politesse poliment gentil gentiment respectueux remercier excuser aimable aimablement "
          "courtoisie cordial serviable agréable attentionné",
          "!impoli !grossier !sec !sèchement !brusque brusquement soupirer !tutoyer jurer !hausser+ton !lever+voix "
          "!arracher jeter !désagréable !agressif !mépris !méprisant insulter crier !lever+ciel marmonner "
          "!raccrocher+nez !raccrocher couper+parole grogner rude engueuler rembarrer"},
    Topic{"punctual", 0,
          "ponctuel ponctualité commencer+heure arriver+heure prêt+heure servir+heure livrer+heure heure+prévu retard "
          "convenir+heure respecter+horaire",
          "", "ponctuel avance pile précis", "!retard tard"},
    Topic{"staffed", 0, "présent présence", "absent absence", "présent tenir surveiller", "!absent !désert vide"},
    Topic{"open", 0, "ouvert ouvrir accessible accès", "fermé fermer", "ouvert ouvrir accessible",
          "!fermé fermer condamner condamné !inaccessible barrer barré bloquer verrouiller "
          "verrouillé cadenasser chaînette"},
    Topic{"lit", 0, "éclairé éclairer éclairage lumineux allumer allumé", "sombre",
          "éclairé éclairer lumineux allumer allumé clair lumière ~fonctionner",
          "!sombre !pénombre éteindre éteint griller noir obscur clignoter !brûler+ampoule"},
    Topic{"comfortable", 0, "confortable confort agréable spacieux", "inconfortable",
          "confortable moelleux spacieux confort douillet agréable",
          "!inconfortable dur étroit exigu défoncé bancal grincer bosse"},
    Topic{"secure", 0, "sécurité sécuritaire sûr attacher sécurisé", "dangereux danger",
          "sécuritaire sûr sécurité attacher sécurisé", "!dangereux danger risquer glissant branlant"},
    Topic{"smell", 0, "", "odeur odorant sentir+mauvais", "parfumé =frais neutre",
          "!puer nauséabond odeur empester relent"},
    // Judgements of anything: the last of the list, asked by no question.
    Topic{"judgement", 0, "", "",
          "propre impeccable parfait excellent souriant aimable poli courtois gentil sympathique agréable chaleureux "
          "délicieux savoureux irréprochable serviable attentif accueillant attentionné ravi enchanté satisfait "
          "recommander magnifique superbe formidable féliciter efficace remarquable soigné immaculé exemplaire "
          "génial fantastique merveilleux extraordinaire exquis splendide adorable compétent",
          "sale crasseux dégoûtant tacher taché poussiéreux malpropre impoli grossier désagréable nul horrible "
          "décevant déçu mauvais insatisfait joncher jonché collant périmé flétri moisi pourri ignorer bâcler "
          "déconseiller inacceptable médiocre insuffisant sec froid infect immangeable épouvantable lamentable "
          "soupirer puer déplorable saleté crasse antipathique rude brusque bruyant répugnant mécontent glacial "
          "interminable exécrable catastrophique pitoyable scandaleux honteux pire arnaque détestable"}};

}  // namespace relis::consistency

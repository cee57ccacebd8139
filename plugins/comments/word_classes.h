// The word lists behind the facts: lemmas with their accents, separated by white space. A list says what a word most
// often does in a report of a visit; words in no list are read through the lexicon.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <utility>

namespace relis::comments::word_class {

inline constexpr std::uint32_t person = 1U << 0U;
inline constexpr std::uint32_t identity = 1U << 1U;
inline constexpr std::uint32_t place = 1U << 2U;
inline constexpr std::uint32_t sensory = 1U << 3U;
inline constexpr std::uint32_t sequence = 1U << 4U;
inline constexpr std::uint32_t opinion = 1U << 5U;
inline constexpr std::uint32_t abstract_noun = 1U << 6U;
inline constexpr std::uint32_t weak_verb = 1U << 7U;
inline constexpr std::uint32_t speech_verb = 1U << 8U;
inline constexpr std::uint32_t number_word = 1U << 9U;
inline constexpr std::uint32_t duration_unit = 1U << 10U;
inline constexpr std::uint32_t money_unit = 1U << 11U;
inline constexpr std::uint32_t subject = 1U << 12U;    ///< what stands before a conjugated verb
inline constexpr std::uint32_t auxiliary = 1U << 13U;  ///< conjugated être and avoir
inline constexpr std::uint32_t glue = 1U << 14U;       ///< articles and prepositions, which hold a phrase together
inline constexpr std::uint32_t hour_word = 1U << 15U;  ///< midi, minuit
inline constexpr std::uint32_t greeting = 1U << 16U;
inline constexpr std::uint32_t name_cue = 1U << 17U;  ///< a name comes next: prénommé, badge
inline constexpr std::uint32_t measure_unit = 1U << 18U;
inline constexpr std::uint32_t no_verb = 1U << 19U;  ///< nouns and little words that are verb forms too
inline constexpr std::uint32_t soft = 1U << 20U;     ///< sensory, yet so common that alone it proves nothing
inline constexpr std::uint32_t road = 1U << 21U;     ///< what follows is the name of a street or a place

struct List {
    std::uint32_t classes;
    std::string_view words;
};

inline constexpr std::array lists{
    List{
        person,
        "caissier caissière employé employée commis vendeur vendeuse serveur serveuse réceptionniste préposé préposée "
        "gérant gérante directeur directrice responsable conseiller conseillère dame monsieur homme femme fille garçon "
        "gars mec collègue agent agente pompiste barista cuisinier cuisinière chef hôte hôtesse technicien "
        "technicienne "
        "boucher bouchère boulanger boulangère poissonnier fromager fleuriste pharmacien libraire téléconseiller "
        "téléconseillère téléopérateur téléopératrice interlocuteur interlocutrice client cliente couple enfant "
        "famille "
        "superviseur superviseure gardien vigile portier concierge étudiant étudiante mari fils bébé patron patronne "
        "sommelier barman stagiaire apprenti apprentie voiturier bagagiste livreur mécanicien laveur madame "
        "mademoiselle "
        "type bonhomme manager opérateur opératrice standardiste styliste cordonnier retoucheuse adjoint adjointe"},
    List{
        identity,
        "cheveu cheveux lunettes barbe moustache chignon tresse boucles frange chauve rasé blond blonde brun brune "
        "roux "
        "rousse châtain grisonnant vingtaine trentaine quarantaine cinquantaine soixantaine ans uniforme tablier badge "
        "chemise chemisier chandail polo veste veston gilet cravate foulard casquette tailleur robe tatouage piercing "
        "accent mince trapu corpulent corpulente costaud insigne écusson épinglette cocarde macaron barbu moustachu "
        "queue "
        "tenue blouse costume écouteurs collier bracelet sexagénaire quinquagénaire quadragénaire trentenaire toque "
        "grisonnante frisé frisée cernes"},
    List{name_cue,
         "prénommé prénommée nommé nommée prénom badge appeler insigne épinglette cocarde macaron madame monsieur mme"},
    List{place,
         "sol rayon allée caisse comptoir entrée vitrine cabine toilettes stationnement parking table terrasse "
         "réception "
         "hall "
         "lobby ascenseur chambre couloir étalage tablette étagère présentoir pompe salle cuisine frigo réfrigérateur "
         "congélateur porte escalier étage vestiaire bar îlot lavabo douche lit fenêtre file plancher plafond mur "
         "banquette "
         "trottoir cour quai kiosque borne guichet gauche droite fond coin miroir bassin vestibule dépanneur arrière "
         "sous-sol mezzanine piste îlots balcon patio arrière-boutique réserve entrepôt salon sas "
         "rez-de-chaussée lave-auto gondole tapis"},
    List{
        sensory,
        "propre sale odeur sentir parfum puer musique bruit bruyant silence silencieux chaud froid tiède glacé brûlant "
        "lumière éclairage sombre lumineux allumé éteint poussière tache taché miette collant gluant croustillant "
        "moelleux "
        "tendre sec fade salé sucré amer épicé fané flétri pourri moisi mûr brillant briller luire terne rouge bleu "
        "vert "
        "jaune noir blanc gris rose orange beige marine doré usé cassé fissuré déchiré froissé mouillé humide flaque "
        "traînée graisse gras grésillement renverser fuite goût goûter saveur texture cru cuit grillé fumant calcaire "
        "rouille mouche gouttes grésiller sonner sonnerie sourire voix crier chuchoter trace abîmé vide plein "
        "débordant "
        "déborder désordre encombré écaillé rayé jauni rance frais"},
    List{soft, "propre sale frais chaud froid sourire vide plein calme voix voir"},
    List{
        road,
        "rue avenue boulevard place chemin route parc station métro marché hôtel école saint sainte st ste chez marque "
        "pont quai gare ville quartier magasin restaurant café centre"},
    List{
        sequence,
        "puis ensuite après avant lorsque quand pendant dès aussitôt immédiatement finalement enfin alors tandis abord "
        "lors jusque depuis"},
    List{opinion,
         "bon bien agréable sympathique sympa gentil parfait parfaitement super excellent top correct correctement "
         "satisfait "
         "satisfaisant impeccable nickel génial magnifique formidable merveilleux professionnel courtois poli aimable "
         "chaleureux mauvais nul horrible terrible désagréable décevant déçu moyen acceptable convenable normal "
         "ordinaire "
         "classique efficace beau joli content ravi recommander apprécier aimer adorer plaire attentionné accueillant "
         "serviable compétent remarquable exceptionnel incroyable ok cool extra superbe extraordinaire pire meilleur "
         "mal "
         "fantastique inoubliable irréprochable qualité professionnalisme"},
    List{
        abstract_noun,
        "chose expérience visite service accueil qualité ensemble tout rien point niveau façon manière question "
        "réponse "
        "problème souci commentaire remarque sujet cas fait effet sorte part partie moment temps fois jour impression "
        "avis "
        "sentiment ambiance atmosphère attitude comportement professionnalisme gentillesse politesse courtoisie "
        "amabilité "
        "sympathie efficacité rapidité disponibilité satisfaction plaisir besoin exigence standard norme image respect "
        "endroit lieu établissement magasin entreprise enseigne marque général détail élément aspect bilan résumé fin "
        "début suite raison mesure plupart monde gens personnel clientèle restaurant boutique hôtel épicerie station "
        "attention confiance idée vie besoin exemple heure minute seconde année an mois semaine matin soir après-midi "
        "journée matinée soirée merci bonjour bonsoir attente prix manque nombre sens mot importance intérêt choix "
        "tour "
        "côté peine coup air place produit article état propreté client cliente standing passage séjour repas mission "
        "réalité situation relation valeur prestation doute but objectif critère contexte cadre domaine principe "
        "terme"},
    List{
        abstract_noun,
        "être devoir volonté potentiel référence opinion compte écoute commerce enfance esprit genre époque fond cœur "
        "âme "
        "reflet métier avenir passé présent souvenir regret espoir thème rôle base vue goût entourage conseil talon "
        "laurier mutation pouvoir histoire avantage inconvénient défaut atout effort soin jugement particulier spécial "
        "spéciale"},
    List{weak_verb,
         "être avoir faire pouvoir devoir vouloir savoir falloir aller sembler paraître penser croire trouver aimer "
         "apprécier "
         "adorer détester plaire satisfaire recommander espérer juger estimer considérer permettre rester passer "
         "dérouler "
         "constater noter remarquer signaler mentionner observer avérer valoir mériter convenir manquer correspondre "
         "respecter accueillir traiter mettre rendre laisser sentir souhaiter dire connaître exister agir falloir "
         "importer "
         "voir compléter redire revenir perdre devenir concerner représenter constituer démontrer contribuer procurer "
         "refléter témoigner"},
    List{speech_verb,
         "dire demander répondre expliquer proposer remercier saluer souhaiter préciser ajouter informer annoncer "
         "suggérer "
         "conseiller confirmer promettre indiquer excuser interpeller répéter lancer crier murmurer avouer inviter "
         "rappeler recommander réclamer questionner affirmer renseigner prévenir énumérer"},
    List{number_word,
         "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt trente quarante "
         "cinquante soixante cent mille dizaine douzaine quinzaine vingtaine trentaine quarantaine cinquantaine "
         "centaine "
         "moitié tiers demi demie double deuxième troisième quatrième cinquième"},
    List{duration_unit, "minute minutes min mn seconde secondes sec heure heures demi-heure quart-d'heure"},
    List{money_unit, "dollar dollars euro euros cent cents centime centimes piastre piastres"},
    List{
        measure_unit,
        "cm mètre mètres centimètre centimètres km kilomètre degré degrés litre litres kg g gramme grammes ml cl kilo"},
    List{hour_word, "midi minuit"},
    List{greeting, "bonjour bonsoir merci bienvenue salut allô revoir"},
    List{subject, "je j' tu il elle on nous vous ils elles qui ne n' me m' te se s' y lui leur c' ca ce cela"},
    List{auxiliary,
         "ai as a avons avez ont avais avait avions aviez avaient aurai aura auront aurais aurait auraient aie ait "
         "aient "
         "suis es est sommes êtes sont étais était étions étiez étaient serai sera seront serais serait seraient soit "
         "soient fut furent eut eurent fus"},
    List{glue,
         "le la les l' un une des du de d' au aux à en dans sur sous avec sans pour par vers chez près entre devant "
         "derrière contre environ que qui dont où son sa ses leur leurs cette ces ce mon ma mes notre"},
    List{
        no_verb,
        "caisse commande table porte place rayon visite marche entre sur sous note service pompe reste tache trace "
        "livre "
        "carte marque face file car or bar bas son ton sale propre double demande offre aide fin lit vis pas plus "
        "point sens "
        "air est-ce montre manque salle prix cours sort bien être avoir couple part partie groupe mode rose vide calme "
        "sec frais gauche droite produits produit accueil employés employé employée"}};

/// Nouns that end like an abstract one and are things that can be seen.
inline constexpr std::array concrete_in_spite{
    "addition",     "portion",    "promotion",    "station",    "pate",    "comte",     "the",     "essence",
    "agence",       "adresse",    "ambulance",    "balance",    "cote",    "collation", "section", "fontaine",
    "construction", "decoration", "illustration", "ordonnance", "boite",   "carte",     "porte",   "note",
    "plante",       "tarte",      "vitesse",      "forteresse", "caresse", "faience",   "garance"};

/// Phrases by which a sentence leaves the visit for opinions and generalities, folded.
inline constexpr std::array general_phrases{"je dirais",
                                            "je pense",
                                            "je trouve",
                                            "je crois",
                                            "je considere",
                                            "j' estime",
                                            "je juge",
                                            "je suppose",
                                            "j' imagine",
                                            "a mon avis",
                                            "a mon sens",
                                            "selon moi",
                                            "d' apres moi",
                                            "personnellement",
                                            "pour ma part",
                                            "quant a moi",
                                            "il me semble",
                                            "me semble",
                                            "l' impression",
                                            "le sentiment",
                                            "sentiment que",
                                            "il faut dire",
                                            "il faut le",
                                            "c' est important",
                                            "est important",
                                            "est primordial",
                                            "est primordiale",
                                            "est essentiel",
                                            "est essentielle",
                                            "c' est toujours",
                                            "est toujours",
                                            "j' ai toujours",
                                            "j' ai souvent",
                                            "je le dis",
                                            "en dit long",
                                            "va sans dire",
                                            "tout compte fait",
                                            "somme toute",
                                            "de maniere generale",
                                            "de facon generale",
                                            "en general",
                                            "on peut",
                                            "on pourrait",
                                            "on s' attend",
                                            "on attend d'",
                                            "on devrait",
                                            "devrait",
                                            "devraient",
                                            "je ne saurais",
                                            "de nos jours",
                                            "autrefois",
                                            "d' antan",
                                            "notre epoque",
                                            "les gens",
                                            "tout commerce",
                                            "un commerce",
                                            "une clientele",
                                            "chacun a",
                                            "n' est ce pas",
                                            "bien entendu",
                                            "l' important",
                                            "ce qui est important",
                                            "au final",
                                            "en conclusion",
                                            "pour conclure",
                                            "pour resumer",
                                            "je me permets",
                                            "je tiens",
                                            "vous savez",
                                            "voyez-vous",
                                            "comme je le disais",
                                            "comme je le mentionnais",
                                            "je ne suis pas le seul",
                                            "rien ne remplace",
                                            "tout est affaire",
                                            "il est evident",
                                            "force est",
                                            "comme on dit",
                                            "dit on",
                                            "vive",
                                            "esperons",
                                            "souhaitons"};

/// Set phrases that say nothing that could be checked, folded.
inline constexpr std::array vague_phrases{"rien a signaler",
                                          "rien a redire",
                                          "rien a dire",
                                          "tout etait bien",
                                          "tout est bien",
                                          "tout s' est bien",
                                          "s' est bien passe",
                                          "bien passe",
                                          "comme d' habitude",
                                          "comme toujours",
                                          "dans l' ensemble",
                                          "rien de special",
                                          "rien de particulier",
                                          "sans plus",
                                          "pas de probleme",
                                          "aucun probleme",
                                          "sans probleme",
                                          "comme il se doit",
                                          "conforme",
                                          "dans les normes",
                                          "comme il faut",
                                          "au top",
                                          "rien ne manquait",
                                          "a la hauteur",
                                          "tout etait correct",
                                          "tout etait parfait",
                                          "tout etait conforme",
                                          "tout va bien",
                                          "tout allait bien",
                                          "ca allait",
                                          "sa allait",
                                          "c' etait bien",
                                          "c etait bien",
                                          "dans la moyenne",
                                          "rien d' anormal",
                                          "comme prevu",
                                          "normalement",
                                          "et tout",
                                          "quelques petites choses",
                                          "pas mal",
                                          "pas pire",
                                          "correct",
                                          "ok",
                                          "ras",
                                          "je suis satisfait",
                                          "je suis satisfaite"};

}  // namespace relis::comments::word_class

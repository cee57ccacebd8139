// How shoppers dodge a box, each kind beside lookalikes that answer.
#include <gtest/gtest.h>

#include "comments/substance.h"
#include "comments_testing/reports.h"

using namespace relis;
using comments::Substance;

namespace {

Substance judge(std::string_view text, const std::string& label) {
    static const comments::SubstanceJudge judge(std::make_shared<const comments::WordBook>(
        language::Lexicon::open(std::filesystem::path(RELIS_RESOURCE_FOLDER) / "french.lexicon")));
    Question question;
    question.label = label;
    return judge.judge(text, question);
}

const std::string narrative = "Racontez votre passage, de l'entrée à la sortie.";
const std::string yes_no = "La personne à l'accueil vous a-t-elle souri ?";

void expect_no_answer(std::initializer_list<const char*> texts, const std::string& label = yes_no) {
    for (const char* text : texts) EXPECT_NE(judge(text, label), Substance::content) << text;
}

void expect_answer(std::initializer_list<const char*> texts, const std::string& label = yes_no) {
    for (const char* text : texts) EXPECT_EQ(judge(text, label), Substance::content) << text;
}

}  // namespace

TEST(Dodges, PutTheAnswerOff) {
    for (const std::string& label : {narrative, yes_no}) {
        expect_no_answer({"Je développerai ce point ultérieurement.",
                          "À compléter",
                          "a completer plus tard",
                          "je complète demain",
                          "Je complète ce soir",
                          "je finis plus tard",
                          "je finirai demain",
                          "J'y reviendrai plus tard",
                          "je reviens là-dessus",
                          "Je vais compléter plus tard",
                          "jvais finir ça demain",
                          "à remplir",
                          "à rédiger svp",
                          "Reste à faire",
                          "brouillon à finir",
                          "pas encore complété",
                          "en cours de rédaction",
                          "rédaction en cours",
                          "suite demain",
                          "Je vous enverrai ça demain",
                          "je répondrai plus tard",
                          "je compléterai tantôt",
                          "je remplirai lundi",
                          "to be completed",
                          "will complete later",
                          "I'll do it later",
                          "more to come",
                          "Je détaillerai ce point plus tard, merci.",
                          "je le ferai demain dsl",
                          "à développer",
                          "Je commenterai plus tard.",
                          "commentaire plus tard",
                          "Je préciserai bientôt.",
                          "Je terminerai mon rapport demain matin",
                          "je rajouterai les détails demain"},
                         label);
    }
}

TEST(Dodges, RefuseOrPleadWantOfTime) {
    expect_no_answer({"jai pu le temps lol",
                      "pas le temps",
                      "Pas eu le temps",
                      "j'ai pas le temps",
                      "manque de temps",
                      "Par manque de temps",
                      "no time",
                      "faute de temps désolé",
                      "Je n'ai pas le temps de répondre.",
                      "la flemme",
                      "flemme",
                      "Je préfère ne pas répondre.",
                      "Je ne souhaite pas commenter.",
                      "je passe",
                      "skip",
                      "prefer not to say",
                      "sans réponse",
                      "pas de réponse",
                      "je ne sais pas quoi dire",
                      "Je sais pas quoi écrire",
                      "jsais pas quoi mettre",
                      "que dire de plus",
                      "case obligatoire",
                      "champ obligatoire",
                      "faut remplir la case",
                      "rien à écrire",
                      "Je ne sais plus.",
                      "aucune idée",
                      "je m'en souviens plus",
                      "j'ai oublié",
                      "dont remember",
                      "Je ne me rappelle plus",
                      "call done",
                      "visite faite",
                      "mission accomplie",
                      "Visite effectuée.",
                      "call done, see answers above. ok ok ok"});
}

TEST(Dodges, LeaveAnswersThatOnlySoundPutOffOrRefused) {
    expect_answer({"J'ai pas eu le temps d'attendre, on m'a servi tout de suite.",
                   "Elle n'a pas eu le temps de me parler.",
                   "Pas le temps de m'asseoir, ma table était prête.",
                   "Le vendeur a dit qu'il me rappellerait demain.",
                   "Il m'a dit : je reviens.",
                   "Je reviendrai demain.",
                   "Je reviendrai !",
                   "On complétera ma commande demain, m'a dit le commis.",
                   "Elle ne savait pas quoi répondre.",
                   "Pas encore salué, j'attendais.",
                   "Brouillon.",
                   "C'était brouillon",
                   "La suite demain, a dit le vendeur.",
                   "Formulaire rempli au comptoir",
                   "Elle a oublié.",
                   "Il ne se souvenait plus de moi.",
                   "Trop pressé",
                   "Pommes sautées",
                   "Sautées",
                   "Plus tard",
                   "Demain"});
    expect_answer({"Pas eu le temps.", "Je n'ai pas eu le temps"}, "Pourquoi n'avez-vous pas essayé la veste ?");
    expect_answer({"Je ne sais pas.", "Aucune idée"}, "Pourquoi avez-vous attendu plus de cinq minutes ?");
    expect_answer({"Je ne m'en souviens plus"}, "Quel était le prénom du vendeur ?");
    expect_answer({"Aucune réponse.", "Pas de réponse"}, "A-t-on répondu à votre courriel ?");
}

TEST(Dodges, SayThatThereIsNothingHoweverItIsSpelt) {
    for (const std::string& label : {narrative, yes_no}) {
        expect_no_answer({"rien a signalé",
                          "rien a signaler",
                          "Rien à signalez",
                          "rein a signaler",
                          "rien d spécial",
                          "rien d special a dire",
                          "rien spécial",
                          "sans commentaires",
                          "Sans commentaire",
                          "rien a ajouté",
                          "rien a rajouter",
                          "rien a redir",
                          "rien a declaré",
                          "r1 a signaler",
                          "ya rien a dire",
                          "jai rien a dire",
                          "J'ai rien à rajouter.",
                          "pas de commentaires",
                          "aucun comentaire",
                          "pas grand chose à dire",
                          "Pas grand-chose à signaler.",
                          "rien de particulié",
                          "rien de particulier",
                          "ras",
                          "RAS merci",
                          "ras ok",
                          "Rien à dire svp",
                          "nothing to report",
                          "Nothing special",
                          "no comment",
                          "No comments.",
                          "nothing to add",
                          "rien de neuf",
                          "Rien d'extraordinaire",
                          "Rien de notable",
                          "rien à mentioner",
                          "rien a signlaer"},
                         label);
    }
    expect_no_answer({"non rien", "Non, rien."}, narrative);
}

TEST(Dodges, LeaveNothingWhereItAnswers) {
    expect_answer({"Rien à signaler sauf une ampoule grillée.",
                   "Non, aucun.",
                   "Rien",
                   "non rien",
                   "Non, rien.",
                   "Aucune remorque disponible",
                   "Rien n'a été signalé.",
                   "On m'a rien dit",
                   "Elle n'a rien ajouté.",
                   "Rien à ajuster",
                   "Rien de tel. Il m'a fait dépenser moins.",
                   "Rien de grave, un verre cassé",
                   "Correct. Employée polie. Rien de particulier.",
                   "Rien pour écrire au comptoir",
                   "c'était bon pi la fille était smatt jai rien a redire",
                   "Aucune pression",
                   "Rien de chaud",
                   "nothing but a smile",
                   "Rien d'autre, volant propre.",
                   "Pas grand monde",
                   "Sans commentaire de sa part"});
    expect_answer({"Rien à signaler", "rien a signalé", "nothing to report"}, "Avez-vous remarqué une anomalie ?");
}

TEST(Dodges, PointElsewhereHoweverItIsSpelt) {
    for (const std::string& label : {narrative, yes_no}) {
        expect_no_answer({"tt est dit plus haut",
                          "Tout est dit plus haut.",
                          "see answers above",
                          "see above",
                          "same as above",
                          "as above",
                          "same answer",
                          "already answered",
                          "voir plus ho",
                          "déja dit plus haut",
                          "deja repondu",
                          "J'ai déjà répondu à cette question",
                          "dit plus haut",
                          "Répondu plus haut",
                          "tout est dit",
                          "idem plus haut",
                          "meme chose",
                          "mm chose",
                          "pareil que plus haut",
                          "kif kif",
                          "copier coller",
                          "comme dit dans mon récit",
                          "c'est dit dans le récit",
                          "lire plus haut",
                          "vr plus haut",
                          "cf plushaut",
                          "explique plus haut",
                          "Tout est expliqué dans mon récit",
                          "ibid",
                          "voir mes réponses"},
                         label);
    }
    expect_answer({"C'est écrit sur l'affiche", "Elle m'a dit la même chose que le vendeur du haut", "On m'a tout dit",
                   "Il m'a tout expliqué avant", "Déjà vu ailleurs, ce sourire",
                   "Le prix est indiqué plus haut que la tablette", "See you, m'a dit le caissier",
                   "Same cashier, polite"});
}

TEST(Dodges, StrikeKeysWithOrWithoutARealWord) {
    for (const std::string& label : {narrative, yes_no}) {
        expect_no_answer({"sdfg hjk lm blabla",
                          "jkl jkl ok bien",
                          "asdf gtre lkjh",
                          "jkl ok",
                          "fdgdf",
                          "asdf asdf",
                          "kjhgf la personne lkjh",
                          "sdfsdf oui",
                          "oui sdfgh",
                          "s d f g h",
                          "qsdf",
                          "azer",
                          "poiu",
                          "hjkl bon",
                          "fghj fghj ok",
                          "ok ok dfgdfg",
                          "dfjkq",
                          "hgfd jhgf",
                          "wxcvbn merci",
                          "sdf 12 sdf",
                          "Sdfg.",
                          "lkjhg lkjhg bla",
                          "vbnvbn",
                          "lol",
                          "mdr",
                          "haha",
                          "zzzz",
                          "dfqsdf",
                          "jfkdls qpzo",
                          "bla bla sdfg",
                          "hfjdk",
                          "qwerty",
                          "asdasd fgdfg",
                          "djskq fjdk"},
                         label);
    }
}

TEST(Dodges, LeaveNamesCodesAndTextMessages) {
    expect_answer({"Reza",
                   "Liberty",
                   "Schwartz",
                   "Krzysztof",
                   "RBC",
                   "BMW",
                   "HDMI",
                   "XR-500",
                   "Modèle BRX",
                   "WXR 12",
                   "bjr",
                   "oui bjr normal",
                   "slt merci",
                   "vrm sympa",
                   "rdv demain à 10 h",
                   "Mme Ng",
                   "Mrs Smith",
                   "TTC",
                   "mdf 12 mm",
                   "rtx 3060",
                   "kg",
                   "Hjalmar",
                   "Goldschmidt",
                   "Reza et Nguyen",
                   "ptdr il dormait",
                   "Wojciech",
                   "Szczepan",
                   "oui dsl",
                   "pcq la file était longue",
                   "Szymkowiak",
                   "Qwant",
                   "IKEA",
                   "la fnac",
                   "le bhv",
                   "Azerty, la marque du clavier",
                   "Fjällräven",
                   "Tchekhov",
                   "Mbappé",
                   "Ngozi",
                   "Bjork",
                   "SAQ",
                   "CLSC",
                   "STM",
                   "PVC",
                   "Hmm, elle hésitait",
                   "Pfff, trois quarts d'heure"});
}

TEST(Dodges, SayTheQuestionBackWithPadding) {
    const std::string advice = "Vous a-t-on conseillé un produit ou proposé un accompagnement?";
    const std::string padded =
        "Oui, on m'a bel et bien conseillé un produit ou proposé un accompagnement, et je n'ai pas d'autre remarque à "
        "formuler à cet égard.";
    expect_no_answer({padded.c_str(), "Oui, effectivement, on m'a conseillé un produit ou proposé un accompagnement.",
                      "La réponse est oui dans tous les cas.", "Ma réponse est oui.",
                      "On m'a bien conseillé un produit et proposé un accompagnement, comme demandé dans la question.",
                      "Je confirme que l'on m'a conseillé un produit ou proposé un accompagnement."},
                     advice);
    expect_no_answer({"Vous a-t-on questionné, conseillé, reçu discrètement ? La réponse est oui dans tous les cas.",
                      "La réponse est oui", "Oui.", "ok", "Oui, tout à fait."},
                     narrative);
    expect_no_answer({"Oui, la vitrine et l'entrée étaient propres, éclairées et dégagées.",
                      "La vitrine et l'entrée étaient très bien propres, éclairées et dégagées."},
                     "La vitrine et l'entrée étaient-elles propres, éclairées et dégagées ?");
    expect_no_answer({"Oui le présentoir était garni et étiqueté."},
                     "Le présentoir était-il garni et étiqueté (nom, prix, allergènes)?");
    expect_no_answer({"L'entretien s'est bien déroulé de manière discrète, oui."},
                     "L'entretien s'est-il déroulé discrètement ?");
}

TEST(Dodges, LeaveWhatAddsAFactOrWhereLittleIsAsked) {
    const std::string advice = "Vous a-t-on conseillé un produit ou proposé un accompagnement?";
    expect_answer(
        {"Oui, elle m'a proposé un produit.", "Oui, un scone comme accompagnement.",
         "On m'a conseillé un produit au citron et proposé un accompagnement.", "Non.", "Oui.", "Oui, deux fois"},
        advice);
    expect_answer({"Oui, elle m'a souri.", "Oui", "Elle a souri", "Non, pas un sourire"});
    expect_answer({"La vitrine et l'entrée étaient propres, éclairées et dégagées, sauf un carton."},
                  "La vitrine et l'entrée étaient-elles propres, éclairées et dégagées ?");
    expect_answer({"La table et la salle étaient impeccables."}, "Dans quel état étaient votre table et la salle?");
    expect_answer({"« Vous avez votre carte ? » Oui.", "Vous avez trouvé ? Oui, le rayon du fond."}, narrative);
}

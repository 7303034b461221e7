import type { tableSentences } from '#core/issues/sentences/of-tables.ts'
import type { Sentences } from '../../sentences.ts'

const nothing = 'Rien n’en a été appliqué.'
const asCsv = 'Réglez l’export sur CSV, ou sur une liste avec un objet par personne, et envoyez-le à nouveau.'

export const ofTables: Sentences<keyof typeof tableSentences> = {
  encodingGuessed: {
    message: 'Le texte a été lu en {encoding}, d’après ses caractères : le fichier ne dit pas ce qu’il est.',
    fix: 'Il n’y a rien à faire si les noms accentués sont corrects. Sinon, exportez en UTF-8 ou indiquez l’encodage dans l’association.',
  },
  jsonUnreadable: {
    message: `Le fichier commence comme du JSON mais en enfreint les règles plus bas. ${nothing}`,
    fix: 'Exportez le fichier à nouveau et envoyez-le en entier.',
  },
  jsonTooDeep: {
    message: `Le JSON est imbriqué sur plus de {limit} niveaux, ce qu’aucune liste de personnes n’est. ${nothing}`,
    fix: asCsv,
  },
  jsonTooWide: {
    message: `Les objets du JSON ont trop de clés différentes pour être des colonnes. ${nothing}`,
    fix: 'Exportez une liste de personnes, et non un objet avec une clé par personne.',
  },
  recordsAbsent: {
    message: `Le JSON ne contient aucune liste d’objets dont on pourrait faire des lignes. ${nothing}`,
    fix: asCsv,
  },
  recordsMissing: {
    message: 'Le JSON ne contient aucune liste d’objets sous « {records} », là où l’association l’attend.',
    fix: 'Vérifiez l’export, ou indiquez un autre endroit dans l’association. Il y a des listes sous : {found}.',
  },
  recordsChosen: {
    message:
      'Les lignes ont été lues dans la liste « {records} ». Le fichier contient aussi d’autres listes : {others}.',
    fix: 'Il n’y a rien à faire si c’est la bonne. Sinon, indiquez la bonne dans l’association.',
  },
  workbookUnreadable: {
    message: `Le classeur est abîmé ou n’est pas fait comme ceux qu’Excel enregistre. ${nothing}`,
    fix: 'Ouvrez-le dans Excel et enregistrez-le à nouveau en .xlsx, ou envoyez du CSV.',
  },
  workbookProtected: {
    message: `Le classeur est protégé par un mot de passe que personne ici ne connaît. ${nothing}`,
    fix: 'Enregistrez-le sans mot de passe. SFTP le chiffre en route ; PGP le protège davantage.',
  },
  sheetsAbsent: {
    message: `Le classeur n’a aucune feuille visible contenant des cellules. ${nothing}`,
    fix: 'Vérifiez l’export et envoyez le classeur à nouveau.',
  },
  sheetMissing: {
    message: 'Le classeur n’a pas de feuille « {sheet} », que l’association attend.',
    fix: 'Vérifiez l’export, ou indiquez une autre feuille dans l’association. Le classeur contient : {sheets}.',
  },
  sheetOnly: {
    message:
      'La feuille s’appelle « {sheet} » et non « {expected} » comme le dit l’association. C’est la seule, elle a donc été lue.',
    fix: 'Il n’y a rien à faire si c’est exact.',
  },
  sheetNamed: {
    message:
      'La feuille « {sheet} » a été lue, car elle porte le nom de ce que contient le fichier. Il y en a d’autres : {others}.',
    fix: 'Il n’y a rien à faire si c’est la bonne. Sinon, indiquez la bonne dans l’association.',
  },
  cellsFar: {
    message: 'Des cellules loin à droite du tableau ont été laissées de côté : {cells}.',
    fix: 'Supprimez-les de la feuille si elles y sont par erreur ; sinon, placez leurs colonnes à côté des autres.',
  },
  sheetLargest: {
    message: 'La feuille « {sheet} » a été lue, car c’est la plus grande. Il y en a d’autres : {others}.',
    fix: 'Il n’y a rien à faire si c’est la bonne. Sinon, indiquez la bonne dans l’association.',
  },
  encodingDoubted: {
    message: 'Le texte a été lu comme {encoding}, ainsi que le dit l’association, mais il ressemble à de l’UTF-8.',
    fix: 'Regardez les noms accentués. S’ils sont illisibles, laissez l’encodage être reconnu, ou choisissez UTF-8 dans l’association.',
  },
  quotesEscaped: {
    message:
      'Les guillemets dans les cellules sont précédés d’une barre oblique inversée : {count} parmi les premiers, et aucun n’est doublé.',
    fix: 'Rien à faire si les cellules sont correctes. Sinon, indiquez les guillemets dans l’association.',
  },
  quoteFound: {
    message: 'Les cellules sont entre apostrophes : {count} des premières le sont, et aucune entre guillemets.',
    fix: 'Rien à faire si les cellules sont correctes. Sinon, précisez le séparateur de texte dans l’association.',
  },
}

import type { mappingSentences } from '#core/issues/sentences/of-mappings.ts'
import type { Sentences } from '../../sentences.ts'

const idColumnBack =
  'Remettez la colonne dans l’export sous ce nom, ou choisissez une autre colonne d’identifiant dans l’association.'
const columnBack = 'Remettez la colonne dans l’export sous ce nom, ou modifiez l’association.'
const checkId =
  'Vérifiez la colonne d’identifiant avant d’approuver l’association : elle doit être différente à chaque ligne et ne jamais changer.'

export const ofMappings: Sentences<keyof typeof mappingSentences> = {
  idColumnMissing: {
    message:
      'Le fichier n’a pas de colonne « {column} », qui dit à qui appartient chaque ligne. Les colonnes sont : {columns}. Rien du fichier n’a été appliqué.',
    fix: idColumnBack,
  },
  idColumnRenamed: {
    message:
      'Le fichier n’a pas de colonne « {column} », qui dit à qui appartient chaque ligne. Elle s’appelle peut-être « {likely} » maintenant. Les colonnes sont : {columns}. Rien du fichier n’a été appliqué.',
    fix: idColumnBack,
  },
  mappedColumnMissing: {
    message:
      'Le fichier n’a pas de colonne « {column} », d’où vient le champ {field}. Rien du fichier n’a été appliqué.',
    fix: columnBack,
  },
  mappedColumnRenamed: {
    message:
      'Le fichier n’a pas de colonne « {column} », d’où vient le champ {field}. Elle s’appelle peut-être « {likely} » maintenant. Rien du fichier n’a été appliqué.',
    fix: columnBack,
  },
  fieldUnknown: {
    message: 'L’association remplit « {name} », qui n’est pas un champ connu ({dataset}).',
    fix: 'Corrigez le nom du champ dans l’association, ou retirez-le.',
  },
  fieldNotMapped: {
    message: 'L’association ne remplit pas {fields, ou}, sans quoi aucune ligne ne peut servir ({dataset}).',
    fix: 'Choisissez une colonne pour {fields, ou} dans l’association.',
  },
  constantUnreadable: {
    message: 'L’association donne à {field} une valeur fixe que ce champ ne peut pas contenir.',
    fix: 'Corrigez la valeur fixe dans l’association : les dates en yyyy-MM-dd, les nombres avec un point décimal.',
  },
  filterFieldMissing: {
    message: 'Le filtre regarde {field}, qu’aucune colonne du fichier ne remplit. Rien du fichier n’a été appliqué.',
    fix: 'Choisissez une colonne pour {field} dans l’association, ou retirez la règle du filtre.',
  },
  dataPointMissing: {
    message: 'Le fichier n’a pas de colonne qui remplisse {point}, qui est obligatoire.',
    fix: 'Ajoutez à l’export une colonne comme « {column} », ou choisissez dans l’association la colonne qui le contient.',
  },
  mappingNotApproved: {
    message:
      'Le fichier est arrivé, mais rien n’en est appliqué avant que l’association de ses colonnes soit approuvée.',
    fix: 'Vérifiez l’association proposée et approuvez-la ; le fichier sera alors appliqué sans autre envoi.',
  },
  setupNotConfirmed: {
    message:
      'Le fichier est arrivé, mais rien n’en est appliqué avant que les étapes de la configuration soient confirmées.',
    fix: 'Terminez la configuration ; le fichier sera alors appliqué sans autre envoi.',
  },
  idRepeats: {
    message:
      '« {column} » ressemble à l’identifiant, mais sur {rows} lignes d’exemple, {repeats} répètent un identifiant et {blank} n’en ont pas.',
    fix: checkId,
  },
  idsTogetherRepeat: {
    message: 'Aucune colonne n’est un identifiant, et même {columns} ensemble se répètent dans l’exemple.',
    fix: checkId,
  },
  noColumnIsId: {
    message:
      'Aucune colonne ne ressemble à un identifiant. « {column} » est proposée parce qu’elle varie le plus d’une ligne à l’autre.',
    fix: checkId,
  },
  dateAmbiguous: {
    message: 'Dans aucune ligne du fichier le jour et le mois ne peuvent être distingués ; {format} est supposé.',
    fix: 'Vérifiez une date que vous connaissez avant d’approuver l’association, et corrigez le format si c’est l’inverse.',
  },
  datesMixed: {
    message:
      'Certaines dates ne se lisent qu’avec le jour en premier, d’autres qu’avec le mois en premier ; {format} est supposé, comme pour la plupart.',
    fix: 'Faites écrire toutes les dates de la colonne de la même façon, ou vérifiez ce qui est juste avant d’approuver l’association.',
  },
  columnUnfit: {
    message:
      'La colonne porte le nom d’un champ connu, mais trop de ses cellules ne se lisent pas d’une seule façon : elle n’est donc pas proposée.',
    fix: 'Faites-la écrire de la même façon à chaque ligne (jours AAAA-MM-JJ, nombres seuls), ou associez-la avant d’approuver.',
  },
  dateZoned: {
    message:
      'Les jours de la colonne ont une heure et un fuseau. Le jour compte tel qu’il est écrit ; si l’heure est minuit ailleurs, comme 22:00Z, c’est la veille.',
    fix: 'Comparez un jour que vous connaissez avant d’approuver l’association. S’il a un jour d’avance, faites écrire les jours sans heure.',
  },
  thousandsAssumed: {
    message:
      'Chaque nombre de la colonne peut avoir des milliers ou trois décimales, comme 1.234 ; on suppose des milliers.',
    fix: 'Vérifiez un nombre que vous connaissez avant d’approuver l’association, et corrigez le signe décimal si c’est l’inverse.',
  },
  decimalsAssumed: {
    message:
      'Chaque nombre de la colonne peut avoir des milliers ou trois décimales, comme 1.234 ; on suppose des décimales.',
    fix: 'Vérifiez un nombre que vous connaissez avant d’approuver l’association, et corrigez le signe décimal si c’est l’inverse.',
  },
  blocksAssumed: {
    message:
      'Le rapport semble n’imprimer {columns, et} qu’une fois par bloc de lignes : une cellule vide vaut ce qui est au-dessus.',
    fix: 'Vérifiez des personnes au milieu d’un bloc avant d’approuver l’association. Si vide veut dire vide, retirez la colonne.',
  },
  flagAssumed: {
    message:
      'Des personnes ont plusieurs lignes. Celle que « {column} » marque compte ; les autres sont leur historique.',
    fix: 'Vérifiez quelqu’un qui a plusieurs lignes avant d’approuver l’association.',
  },
  latestAssumed: {
    message:
      'Des personnes ont plusieurs lignes. Celle qui vaut aujourd’hui d’après « {column} » compte ; les autres sont leur historique.',
    fix: 'Vérifiez quelqu’un qui a plusieurs lignes avant d’approuver l’association.',
  },
}

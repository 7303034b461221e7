import type { fileSentences } from '#core/issues/sentences/of-files.ts'
import type { Sentences } from '../../sentences.ts'

const uploadAgain = 'Exportez de nouveau le fichier et envoyez-le de nouveau, en entier.'
const asCsv =
  'Réglez l’export sur CSV (virgule, point-virgule ou tabulation entre les colonnes) et envoyez-le de nouveau.'
const switchNamesOn =
  'Activez les noms des colonnes (en-têtes) dans l’export, pour qu’ils soient la première ligne du fichier.'
const noTable = `Il ne contient pas de tableau de texte. ${asCsv}`
const padded =
  'Si ces colonnes doivent contenir quelque chose, vérifiez l’export : il manque des séparateurs à la fin des lignes.'
const cellForEach =
  'Chaque ligne a besoin d’une cellule pour chaque colonne, même vide. Un saut de ligne dans une cellule doit être entre guillemets.'

export const ofFiles: Sentences<keyof typeof fileSentences> = {
  fileTooLarge: {
    message: 'Le fichier a plus de {rows} lignes, plus qu’une synchronisation n’en accepte.',
    fix: 'Laissez hors de l’export les personnes dont on n’a pas besoin, ou divisez-le par société et connectez chaque partie séparément.',
  },
  fileTooLargeAlone: {
    message:
      'Le fichier a plus de {rows} lignes : c’est trop quand des lignes sont jointes ou dépendent les unes des autres.',
    fix: 'Exportez moins de lignes, ou un fichier dont chaque ligne dit tout de sa personne.',
  },
  fileTemporary: {
    message: 'Les logiciels donnent ce nom à un fichier en cours d’envoi : il n’a donc pas été lu.',
    fix: 'Rien à faire si le logiciel le renomme ensuite. Si le fichier reste ainsi, envoyez-le sous son nom définitif.',
  },
  fileNameUnclaimed: {
    message: 'Le nom ne dit pas ce que contient le fichier : rien n’en a donc été appliqué.',
    fix: 'Nommez le fichier {names} ; une date peut suivre le mot, comme dans employees-2026-01-31.csv. Ou joignez-le à un autre fichier dans l’association. Si le nom doit rester, le fournisseur peut indiquer son mot dans l’intégration (file_names) ; déposez ensuite le fichier à nouveau.',
  },
  fileWithoutBytes: {
    message: 'Le fichier n’a pas de contenu (0 octet) : rien n’a été modifié.',
    fix: 'Vérifiez la tâche d’export : elle a peut-être échoué, ou envoyé le fichier avant qu’il soit écrit. Envoyez-le ensuite de nouveau.',
  },
  fileBlank: { message: 'Le fichier est vide. Rien n’a été modifié.', fix: uploadAgain },
  fileGone: {
    message: 'Le fichier a été supprimé ou renommé avant d’avoir pu être lu : rien n’a été modifié.',
    fix: 'Envoyez de nouveau le fichier et laissez-le en place : les fichiers reçus sont rangés automatiquement.',
  },
  uploadBrokenOff: {
    message: 'L’envoi a été interrompu : une partie seulement du fichier est arrivée. Elle n’est pas utilisée.',
    fix: 'Faites envoyer le fichier à nouveau par le système RH. Si cela se répète, cherchez-y une limite de temps ou une connexion instable.',
  },
  fileNotKept: {
    message: 'Les données devaient être refaites, mais le fichier dont elles viennent n’est plus conservé.',
    fix: 'Envoyez de nouveau le fichier, ou attendez le suivant : il sera appliqué selon l’association et les réglages du moment.',
  },
  deltaChainBroken: {
    message:
      'Les données viennent d’un fichier complet et des changements qui ont suivi, et l’un de ces fichiers n’est plus conservé ou ne compte pas. Rien n’a été appliqué, car personne ne peut dire ce qu’il contenait.',
    fix: 'Envoyez un fichier complet, avec « full » dans son nom (employees-full.csv) : tout repart de lui.',
  },
  deltaChainTooLong: {
    message: 'Mille fichiers de changements ont suivi le dernier fichier complet. Rien n’a été appliqué.',
    fix: 'Envoyez un fichier complet, avec « full » dans son nom (employees-full.csv) : tout repart de lui.',
  },
  deltaJoined: {
    message:
      'Le fichier ne contient que des changements, mais les fichiers de ce type sont joints à d’autres. Rien n’en a été appliqué.',
    fix: 'Envoyez un fichier complet, ou retirez les jointures de l’association.',
  },
  fileSuperseded: {
    message: 'Un fichier plus récent du même type a été appliqué avant : celui-ci n’était donc plus nécessaire.',
    fix: 'Rien à faire. Si c’est pourtant le bon, envoyez-le de nouveau.',
  },
  fileExcluded: {
    message: 'Ce que ce fichier avait apporté a été annulé, et il n’est plus utilisé.',
    fix: 'Envoyez un fichier corrigé. Si c’était pourtant le bon, envoyez-le de nouveau.',
  },
  fileBinary: {
    message: 'Le fichier ne contient pas de texte lisible, bien que son nom l’annonce.',
    fix: 'Vérifiez ce que le système RH y a écrit ; envoyez l’export en CSV.',
  },
  fileIsExcel: {
    message: 'Le fichier est un classeur d’un type qui n’est pas lu ici (comme .xls, .xlsb ou .ods).',
    fix: 'Enregistrez-le en .xlsx ou en CSV, dans Excel ou dans le système RH, et envoyez ce fichier-là.',
  },
  fileIsCompressed: {
    message: 'Le fichier est compressé d’une façon qui n’est pas lue ici.',
    fix: 'Compressez-le en .zip ou .gz, ou envoyez le fichier CSV lui-même.',
  },
  fileIsEncrypted: {
    message: 'Le fichier est une clé PGP, une signature ou un texte signé, non un fichier chiffré.',
    fix: 'Envoyez le fichier chiffré lui-même, ou le fichier CSV tel quel : SFTP le chiffre en chemin.',
  },
  fileIsXml: {
    message: 'Le fichier est du XML ou du HTML et non un tableau de texte.',
    fix: `Le XML ne peut pas être lu. ${asCsv}`,
  },
  fileIsPdf: { message: 'Le fichier est un document PDF et non un tableau de texte.', fix: noTable },
  fileIsParquet: { message: 'Le fichier est un fichier Parquet et non un tableau de texte.', fix: noTable },
  fileIsPicture: { message: 'Le fichier est une image et non un tableau de texte.', fix: noTable },
  fileIsResult: {
    message:
      'Le fichier est un tableau de résultats déposé ici dans le dossier, et non un export. Rien n’en a été appliqué.',
    fix: 'Envoyez l’export du système RH. Les tableaux de résultats ne servent qu’à la lecture et peuvent être supprimés.',
  },
  headerTooLong: {
    message: 'La ligne {row} devrait contenir les noms des colonnes, mais elle est trop longue pour cela.',
    fix: 'Vérifiez que la première ligne contient les noms des colonnes et se termine par un saut de ligne.',
  },
  headerBlank: {
    message: 'La ligne {row} devrait contenir les noms des colonnes, mais elle est vide.',
    fix: switchNamesOn,
  },
  headerBelowEnd: {
    message: 'La ligne {row} devrait contenir les noms des colonnes, mais le fichier a moins de lignes.',
    fix: switchNamesOn,
  },
  headerHoldsEmail: {
    message: 'La ligne {row} devrait contenir les noms des colonnes, mais sa cellule {cell} est une adresse e-mail.',
    fix: switchNamesOn,
  },
  headerHoldsDate: {
    message: 'La ligne {row} devrait contenir les noms des colonnes, mais sa cellule {cell} est une date.',
    fix: switchNamesOn,
  },
  headerHoldsTruth: {
    message:
      'La ligne {row} devrait contenir les noms des colonnes, mais sa cellule {cell} est une valeur comme « oui » ou « true ».',
    fix: switchNamesOn,
  },
  headerHoldsNumbers: {
    message: 'La ligne {row} devrait contenir les noms des colonnes, mais la plupart de ses cellules sont des nombres.',
    fix: switchNamesOn,
  },
  headerAbsent: {
    message:
      'La ligne {row} contient déjà des données et aucune ligne au-dessus ne contient de noms de colonnes : les colonnes s’appellent donc « column 1 », « column 2 », etc.',
    fix: switchNamesOn,
  },
  headerFound: {
    message: 'Les noms des colonnes ont été trouvés à la ligne {row} ; ce qui est au-dessus a été laissé de côté.',
    fix: 'Il n’y a rien à faire si c’est exact. Sinon, indiquez dans l’association quelle ligne les contient.',
  },
  headerDuplicate: {
    message: 'Deux colonnes s’appellent « {name} » ; la seconde s’appelle ici « {renamed} ».',
    fix: 'Donnez un nom propre à chaque colonne de l’export.',
  },
  tooManyColumns: {
    message: 'La ligne {row} a plus de {limit} colonnes. Rien de ce fichier n’a été appliqué.',
    fix: 'N’exportez que les colonnes nécessaires. Si l’export en a moins, ses séparateurs ou ses sauts de ligne sont abîmés.',
  },
  noRows: {
    message: 'Le fichier a des noms de colonnes, mais aucune ligne en dessous.',
    fix: 'Vérifiez le filtre de l’export dans le système RH. S’il doit être vide, il n’y a rien à faire.',
  },
  lastColumnPadded: {
    message: 'Aucune ligne n’a de cellule pour la dernière colonne ({columns}) ; elle compte comme vide.',
    fix: padded,
  },
  lastColumnsPadded: {
    message:
      'Aucune ligne n’a de cellule pour les {count} dernières colonnes ({columns}) ; elles comptent comme vides.',
    fix: padded,
  },
  quoteMisplaced: {
    message:
      'Un guillemet se trouve là où il ne peut pas être : les cellules de cette ligne ne peuvent donc pas être distinguées. Les lignes jusqu’au guillemet suivant en font peut-être partie.',
    fix: 'Mettez toute la cellule entre guillemets et doublez ceux qu’elle contient ("tube 5"""), ou retirez celui qui est en trop.',
  },
  quoteNotClosed: {
    message:
      'Un guillemet s’ouvre à la ligne {row} et ne se ferme jamais : tout ce qui suit serait une seule cellule. Rien de ce fichier n’a été appliqué.',
    fix: 'Retirez ou doublez le guillemet en trop à la ligne {row}. Si le fichier a été coupé pendant son écriture, envoyez-le de nouveau.',
  },
  encodingInvalid: {
    message: 'Cette ligne contient des octets qui ne sont pas des caractères dans l’encodage du reste du fichier.',
    fix: 'Exportez tout le fichier dans un seul encodage, UTF-8 si vous avez le choix.',
  },
  recordTooLong: {
    message: 'La ligne {row} dépasse {limit} Mo. Rien de ce fichier n’a été appliqué.',
    fix: 'Vérifiez que chaque ligne se termine par un saut de ligne, et laissez les documents et les images hors de l’export.',
  },
  fileCutShort: {
    message: 'Le fichier se termine au milieu de la ligne {row}. Rien n’en a été appliqué.',
    fix: uploadAgain,
  },
  rowTooLong: {
    message: 'La ligne a plus de cellules qu’il n’y a de colonnes ({columns}).',
    fix: 'Une cellule qui contient le séparateur doit être entre guillemets : vérifiez l’export, ou le texte de cette ligne.',
    example: '{cells} cellules',
  },
  rowTooShort: {
    message: 'La ligne a moins de cellules qu’il n’y a de colonnes ({columns}).',
    fix: cellForEach,
    example: '{cells} cellules',
  },
  rowOfOneCell: {
    message: 'La ligne a moins de cellules qu’il n’y a de colonnes ({columns}).',
    fix: cellForEach,
    example: '1 cellule',
  },
  rowOfText: {
    message:
      'Ces lignes à la fin du fichier sont du texte et les données de personne : elles ont été laissées de côté.',
    fix: 'Rien à faire. Sans lignes de fin dans l’export, cette remarque disparaît.',
  },
  rowExplains: {
    message:
      'La ligne {row} explique les colonnes et ne contient les données de personne : elle a été laissée de côté.',
    fix: 'Rien à faire si c’est exact. Sinon, indiquez la ligne des noms de colonnes dans l’association.',
  },
  rowOfTotals: {
    message: 'Ces lignes contiennent des totaux et les données de personne : elles ont été laissées de côté.',
    fix: 'Rien à faire. Sans totaux dans l’export, cette remarque disparaît.',
  },
}

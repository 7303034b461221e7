import type { archiveSentences } from '#core/issues/sentences/of-archives.ts'
import type { Sentences } from '../../sentences.ts'

const nothing = 'Rien n’en a été appliqué.'

export const ofArchives: Sentences<keyof typeof archiveSentences> = {
  archiveCutShort: {
    message: `Le fichier est coupé : il en manque la fin. ${nothing}`,
    fix: 'Exportez de nouveau le fichier et envoyez-le de nouveau, en entier.',
  },
  archiveDamaged: {
    message: `Le fichier compressé est abîmé et ne peut pas être décompressé. ${nothing}`,
    fix: 'Compressez de nouveau l’export et envoyez-le en mode binaire.',
  },
  archiveUnpacksTooFar: {
    message: `Décompressé, le fichier ferait plus de 200 fois sa taille, ce qu’aucun export ne fait. ${nothing}`,
    fix: 'Envoyez l’export lui-même, non compressé.',
  },
  fileUnpacksTooLarge: {
    message: 'Décompressé, le fichier dépasse {limit} Mo : c’est trop pour être lu ici.',
    fix: 'Exportez moins de colonnes, ou seulement les personnes nécessaires. Pour essayer une association, les premières lignes suffisent.',
  },
  archiveTooLarge: {
    message: `L’archive zip dépasse {limit} Mo. ${nothing}`,
    fix: 'Compressez plutôt l’export avec gzip (.gz), qui n’a pas cette limite, ou envoyez-le tel quel.',
  },
  archiveEmpty: {
    message: `L’archive zip ne contient aucun fichier. ${nothing}`,
    fix: 'Vérifiez la tâche d’export : elle a peut-être compressé avant que l’export soit écrit.',
  },
  archiveOfSeveral: {
    message: `L’archive zip contient {count} fichiers, et aucun de leurs noms ne dit ce qu’ils contiennent. ${nothing}`,
    fix: 'Nommez les fichiers de l’archive d’après leur contenu, par exemple employees.csv et absences.csv, ou mettez un seul export dans chaque archive.',
  },
  packedTwice: {
    message: `Ce que contient le fichier compressé est compressé ou chiffré une fois de plus. ${nothing}`,
    fix: 'Compressez l’export une seule fois, en .gz ou .zip, puis chiffrez-le, s’il doit l’être.',
  },
  packingUnknown: {
    message: 'L’archive zip est compressée d’une façon qui n’est pas lue ici.',
    fix: 'Faites-en une archive zip ordinaire (deflate), ou utilisez gzip.',
  },
  passwordProtected: {
    message: `Le fichier est protégé par un mot de passe que personne ici ne connaît. ${nothing}`,
    fix: 'Compressez-le sans mot de passe, ou chiffrez-le avec la clé PGP de la fiche de connexion.',
  },
  encryptionMissing: {
    message: `Le fichier n’est pas chiffré, et seuls les fichiers chiffrés avec PGP sont acceptés ici. ${nothing}`,
    fix: 'Chiffrez-le avec la clé PGP de la fiche de connexion et envoyez-le de nouveau.',
  },
  otherPgpKey: {
    message: `Le fichier est chiffré pour une autre clé ({keys}). ${nothing}`,
    fix: 'Chiffrez-le avec la clé PGP de la fiche de connexion ({expected}) et envoyez-le de nouveau.',
  },
  noPgpKey: {
    message: `Le fichier est chiffré pour une autre clé ({keys}). ${nothing}`,
    fix: 'Il ne peut pas être lu ici : il n’y a pas de clé privée. Utilisez le fichier tel qu’il était avant d’être chiffré.',
  },
  pgpUnreadable: {
    message: `Le fichier ne peut pas être déchiffré : il a été modifié en chemin, ou chiffré sans protection d’intégrité. ${nothing}`,
    fix: 'Chiffrez de nouveau l’export comme le dit la fiche de connexion et envoyez-le en mode binaire.',
  },
  archiveUnpacked: {
    message: 'Chacun de ces fichiers de l’archive compte comme un fichier à part : {files}.',
    fix: 'Rien à faire. Ce qu’est devenu chacun est dit à sa place.',
  },
  archiveMembersUnnamed: {
    message:
      'Les noms de ces fichiers de l’archive ne disent pas ce qu’ils contiennent : rien n’en a donc été appliqué : {files}.',
    fix: 'Nommez-les d’après leur contenu, par exemple employees.csv, ou joignez-les à un autre fichier dans l’association. S’ils ne servent pas, il n’y a rien à faire.',
  },
  archiveMembersPacked: {
    message:
      'Ces fichiers de l’archive sont compressés ou chiffrés une fois de plus et n’ont pas été ouverts : {files}.',
    fix: 'Ne compressez chaque export qu’une fois.',
  },
  archiveMembersForeign: {
    message:
      'D’après leur nom, ces fichiers de l’archive ne sont pas des fichiers de données et ont été laissés de côté : {files}.',
    fix: 'Rien à faire si c’est le cas. Sinon, donnez-leur l’extension qui convient, par exemple .csv.',
  },
  archiveMembersEmpty: {
    message: 'Ces fichiers de l’archive sont vides : {files}.',
    fix: 'Vérifiez la tâche d’export : elle a peut-être compressé avant que les exports ne soient écrits.',
  },
  archiveMembersTwice: {
    message: 'L’archive contient ces fichiers deux fois ; le premier de chacun a été pris : {files}.',
    fix: 'Mettez chaque export une seule fois dans l’archive.',
  },
}

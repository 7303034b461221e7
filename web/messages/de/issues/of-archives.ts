import type { archiveSentences } from '#core/issues/sentences/of-archives.ts'
import type { Sentences } from '../../sentences.ts'

const nothing = 'Nichts daraus wurde angewendet.'

export const ofArchives: Sentences<keyof typeof archiveSentences> = {
  archiveCutShort: {
    message: `Die Datei ist abgeschnitten: Ihr Ende fehlt. ${nothing}`,
    fix: 'Exportieren Sie die Datei noch einmal, und laden Sie sie als Ganzes hoch.',
  },
  archiveDamaged: {
    message: `Die gepackte Datei ist beschädigt und lässt sich nicht entpacken. ${nothing}`,
    fix: 'Packen Sie den Export noch einmal, und laden Sie ihn im Binärmodus hoch.',
  },
  archiveUnpacksTooFar: {
    message: `Entpackt wäre die Datei mehr als 200-mal so groß; so etwas ist kein Export. ${nothing}`,
    fix: 'Laden Sie den Export selbst hoch, ungepackt.',
  },
  fileUnpacksTooLarge: {
    message: 'Entpackt hat die Datei mehr als {limit} MB. Das ist zu groß, um hier gelesen zu werden.',
    fix: 'Exportieren Sie weniger Spalten oder nur die Personen, die gebraucht werden. Um eine Zuordnung auszuprobieren, genügen die ersten Zeilen.',
  },
  archiveTooLarge: {
    message: `Das Zip-Archiv ist größer als {limit} MB. ${nothing}`,
    fix: 'Packen Sie den Export stattdessen mit gzip (.gz), dafür gibt es keine solche Grenze, oder laden Sie ihn ungepackt hoch.',
  },
  archiveEmpty: {
    message: `Das Zip-Archiv enthält keine Datei. ${nothing}`,
    fix: 'Prüfen Sie den Exportlauf: Vielleicht hat er gepackt, bevor der Export geschrieben war.',
  },
  archiveOfSeveral: {
    message: `Das Zip-Archiv enthält {count} Dateien, und keiner ihrer Namen sagt, was sie enthalten. ${nothing}`,
    fix: 'Nennen Sie die Dateien im Archiv nach ihrem Inhalt, etwa employees.csv und absences.csv, oder packen Sie in jedes Archiv einen Export.',
  },
  packedTwice: {
    message: `Was in der Datei gepackt ist, ist noch einmal gepackt oder verschlüsselt. ${nothing}`,
    fix: 'Packen Sie den Export einmal, als .gz oder .zip, und verschlüsseln Sie ihn danach, wenn er verschlüsselt werden soll.',
  },
  packingUnknown: {
    message: 'Das Zip-Archiv ist auf eine Weise gepackt, die hier nicht gelesen wird.',
    fix: 'Packen Sie es als gewöhnliches Zip-Archiv (Deflate) oder mit gzip.',
  },
  passwordProtected: {
    message: `Die Datei ist durch ein Passwort geschützt, das hier niemand kennt. ${nothing}`,
    fix: 'Packen Sie sie ohne Passwort, oder verschlüsseln Sie sie mit dem PGP-Schlüssel der Verbindungsdaten.',
  },
  encryptionMissing: {
    message: `Die Datei ist nicht verschlüsselt, und hier werden nur mit PGP verschlüsselte Dateien angenommen. ${nothing}`,
    fix: 'Verschlüsseln Sie sie mit dem PGP-Schlüssel der Verbindungsdaten, und laden Sie sie noch einmal hoch.',
  },
  otherPgpKey: {
    message: `Die Datei ist für einen anderen Schlüssel verschlüsselt ({keys}). ${nothing}`,
    fix: 'Verschlüsseln Sie sie mit dem PGP-Schlüssel der Verbindungsdaten ({expected}), und laden Sie sie noch einmal hoch.',
  },
  noPgpKey: {
    message: `Die Datei ist für einen anderen Schlüssel verschlüsselt ({keys}). ${nothing}`,
    fix: 'Hier lässt sie sich nicht lesen: Es gibt keinen privaten Schlüssel. Nehmen Sie die Datei, wie sie vor dem Verschlüsseln war.',
  },
  pgpUnreadable: {
    message: `Die Datei lässt sich nicht entschlüsseln: Sie wurde unterwegs verändert oder ohne Integritätsschutz verschlüsselt. ${nothing}`,
    fix: 'Verschlüsseln Sie den Export noch einmal, wie es die Verbindungsdaten sagen, und laden Sie ihn im Binärmodus hoch.',
  },
  archiveUnpacked: {
    message: 'Jede dieser Dateien im Archiv zählt als eigene Datei: {files}.',
    fix: 'Nichts zu tun. Was aus jeder geworden ist, steht dort.',
  },
  archiveMembersUnnamed: {
    message:
      'Die Namen dieser Dateien im Archiv sagen nicht, was sie enthalten. Deshalb wurde nichts daraus angewendet: {files}.',
    fix: 'Nennen Sie sie nach ihrem Inhalt, etwa employees.csv, oder verbinden Sie sie in der Zuordnung mit einer anderen Datei. Werden sie nicht gebraucht, ist nichts zu tun.',
  },
  archiveMembersPacked: {
    message: 'Diese Dateien im Archiv sind noch einmal gepackt oder verschlüsselt und wurden nicht geöffnet: {files}.',
    fix: 'Packen Sie jeden Export nur einmal.',
  },
  archiveMembersForeign: {
    message: 'Diese Dateien im Archiv sind dem Namen nach keine Datendateien und wurden übergangen: {files}.',
    fix: 'Nichts zu tun, wenn das stimmt. Sonst geben Sie ihnen die Endung dessen, was sie sind, etwa .csv.',
  },
  archiveMembersEmpty: {
    message: 'Diese Dateien im Archiv sind leer: {files}.',
    fix: 'Prüfen Sie den Exportlauf: Vielleicht hat er gepackt, bevor die Exporte geschrieben waren.',
  },
  archiveMembersTwice: {
    message: 'Diese Dateien stehen zweimal im Archiv; die jeweils erste wurde genommen: {files}.',
    fix: 'Packen Sie jeden Export nur einmal.',
  },
}

import type { fileSentences } from '#core/issues/sentences/of-files.ts'
import type { Sentences } from '../../sentences.ts'

const uploadAgain = 'Exportieren Sie die Datei noch einmal, und laden Sie sie als Ganzes hoch.'
const asCsv =
  'Stellen Sie den Export auf CSV um (Komma, Semikolon oder Tabulator zwischen den Spalten), und laden Sie ihn noch einmal hoch.'
const switchNamesOn =
  'Schalten Sie im Export die Spaltennamen (Überschriften) ein, damit sie die erste Zeile der Datei sind.'
const noTable = `Sie enthält keine Texttabelle. ${asCsv}`
const padded =
  'Wenn in diesen Spalten etwas stehen soll, prüfen Sie den Export: Am Ende der Zeilen fehlen Trennzeichen.'
const cellForEach =
  'Jede Zeile braucht für jede Spalte eine Zelle, auch eine leere. Ein Zeilenumbruch in einer Zelle muss in Anführungszeichen stehen.'

export const ofFiles: Sentences<keyof typeof fileSentences> = {
  fileTooLarge: {
    message: 'Die Datei hat mehr als {rows} Zeilen, mehr als ein Abgleich aufnimmt.',
    fix: 'Lassen Sie im Export weg, wer nicht gebraucht wird, oder teilen Sie ihn nach Firmen auf und verbinden Sie jeden Teil für sich.',
  },
  fileTooLargeAlone: {
    message:
      'Die Datei hat mehr als {rows} Zeilen. Das ist zu viel, wo Zeilen verbunden werden oder voneinander abhängen.',
    fix: 'Exportieren Sie weniger Zeilen, oder eine Datei, in der jede Zeile alles über ihre Person sagt.',
  },
  fileTemporary: {
    message: 'So nennen Programme eine Datei, solange sie hochgeladen wird. Deshalb wurde sie nicht gelesen.',
    fix: 'Es ist nichts zu tun, wenn das Programm sie danach umbenennt. Bleibt die Datei so, laden Sie sie unter ihrem endgültigen Namen hoch.',
  },
  fileNameUnclaimed: {
    message: 'Der Name sagt nicht, was die Datei enthält. Deshalb wurde nichts daraus angewendet.',
    fix: 'Nennen Sie die Datei {names}; auf das Wort darf ein Datum folgen, wie in employees-2026-01-31.csv. Oder verbinden Sie sie in der Zuordnung mit einer anderen Datei. Muss der Name bleiben, kann der Anbieter sein Wort bei der Integration angeben (file_names); laden Sie die Datei danach erneut hoch.',
  },
  fileWithoutBytes: {
    message: 'Die Datei hat keinen Inhalt (0 Bytes). Nichts wurde geändert.',
    fix: 'Prüfen Sie den Exportlauf: Vielleicht ist er fehlgeschlagen oder hat hochgeladen, bevor die Datei geschrieben war. Laden Sie die Datei dann noch einmal hoch.',
  },
  fileBlank: { message: 'Die Datei ist leer. Nichts wurde geändert.', fix: uploadAgain },
  fileGone: {
    message: 'Die Datei wurde gelöscht oder umbenannt, bevor sie gelesen werden konnte. Nichts wurde geändert.',
    fix: 'Laden Sie die Datei noch einmal hoch, und lassen Sie sie liegen: Angekommene Dateien werden von selbst weggeräumt.',
  },
  uploadBrokenOff: {
    message: 'Das Hochladen ist abgebrochen, deshalb ist nur ein Teil der Datei angekommen. Er wird nicht verwendet.',
    fix: 'Lassen Sie das HR-System die Datei noch einmal hochladen. Kommt das öfter vor, suchen Sie dort nach einem Zeitlimit oder einer unzuverlässigen Verbindung.',
  },
  fileNotKept: {
    message: 'Die Daten sollten neu erzeugt werden, aber die Datei, aus der sie stammen, wird nicht mehr aufbewahrt.',
    fix: 'Laden Sie die Datei noch einmal hoch, oder warten Sie auf die nächste: Sie wird nach der Zuordnung und den Einstellungen angewendet, die dann gelten.',
  },
  deltaChainBroken: {
    message:
      'Die Datensätze kommen aus einer vollständigen Datei und den Änderungen danach, und eine dieser Dateien wird nicht mehr aufbewahrt oder zählt nicht. Nichts wurde übernommen, weil niemand sagen kann, was in ihr stand.',
    fix: 'Laden Sie eine vollständige Datei hoch, mit „full“ im Namen (employees-full.csv): Mit ihr beginnt alles neu.',
  },
  deltaChainTooLong: {
    message: 'Auf die letzte vollständige Datei sind tausend Dateien mit Änderungen gefolgt. Nichts wurde übernommen.',
    fix: 'Laden Sie eine vollständige Datei hoch, mit „full“ im Namen (employees-full.csv): Mit ihr beginnt alles neu.',
  },
  deltaJoined: {
    message:
      'Die Datei enthält nur, was sich geändert hat, aber Dateien dieser Art werden mit anderen verbunden. Nichts davon wurde übernommen.',
    fix: 'Laden Sie eine vollständige Datei hoch, oder nehmen Sie die Verbindungen aus der Zuordnung.',
  },
  fileSuperseded: {
    message: 'Eine neuere Datei derselben Art wurde vorher angewendet. Diese wurde deshalb nicht gebraucht.',
    fix: 'Es ist nichts zu tun. Ist doch diese die richtige, laden Sie sie noch einmal hoch.',
  },
  fileExcluded: {
    message: 'Was diese Datei gebracht hat, wurde rückgängig gemacht. Sie wird nicht mehr verwendet.',
    fix: 'Laden Sie eine berichtigte Datei hoch. War doch diese die richtige, laden Sie sie noch einmal hoch.',
  },
  fileBinary: {
    message: 'Die Datei enthält keinen lesbaren Text, obwohl ihr Name das sagt.',
    fix: 'Prüfen Sie, was das HR-System hineingeschrieben hat, und laden Sie den Export als CSV hoch.',
  },
  fileIsExcel: {
    message: 'Die Datei ist eine Arbeitsmappe einer Art, die hier nicht gelesen wird (etwa .xls, .xlsb oder .ods).',
    fix: 'Speichern Sie sie in Excel oder im HR-System als .xlsx oder als CSV, und laden Sie diese Datei hoch.',
  },
  fileIsCompressed: {
    message: 'Die Datei ist auf eine Art gepackt, die hier nicht gelesen wird.',
    fix: 'Packen Sie sie als .zip oder .gz, oder laden Sie die CSV-Datei selbst hoch.',
  },
  fileIsEncrypted: {
    message: 'Die Datei ist ein PGP-Schlüssel, eine Signatur oder signierter Text, keine verschlüsselte Datei.',
    fix: 'Laden Sie die verschlüsselte Datei selbst hoch, oder die CSV-Datei, wie sie ist: SFTP verschlüsselt sie unterwegs.',
  },
  fileIsXml: {
    message: 'Die Datei ist XML oder HTML und keine Texttabelle.',
    fix: `XML kann nicht gelesen werden. ${asCsv}`,
  },
  fileIsPdf: { message: 'Die Datei ist ein PDF-Dokument und keine Texttabelle.', fix: noTable },
  fileIsParquet: { message: 'Die Datei ist eine Parquet-Datei und keine Texttabelle.', fix: noTable },
  fileIsPicture: { message: 'Die Datei ist ein Bild und keine Texttabelle.', fix: noTable },
  fileIsResult: {
    message:
      'Die Datei ist eine Ergebnistabelle, die von hier in den Ordner gelegt wurde, kein Export. Nichts daraus wurde angewendet.',
    fix: 'Laden Sie den Export des HR-Systems hoch. Ergebnistabellen sind nur zum Lesen da und dürfen gelöscht werden.',
  },
  headerTooLong: {
    message: 'In Zeile {row} sollten die Spaltennamen stehen, aber dafür ist sie zu lang.',
    fix: 'Prüfen Sie, ob in der ersten Zeile die Spaltennamen stehen und sie mit einem Zeilenumbruch endet.',
  },
  headerBlank: { message: 'In Zeile {row} sollten die Spaltennamen stehen, aber sie ist leer.', fix: switchNamesOn },
  headerBelowEnd: {
    message: 'In Zeile {row} sollten die Spaltennamen stehen, aber so viele Zeilen hat die Datei nicht.',
    fix: switchNamesOn,
  },
  headerHoldsEmail: {
    message: 'In Zeile {row} sollten die Spaltennamen stehen, aber in Zelle {cell} steht eine E-Mail-Adresse.',
    fix: switchNamesOn,
  },
  headerHoldsDate: {
    message: 'In Zeile {row} sollten die Spaltennamen stehen, aber in Zelle {cell} steht ein Datum.',
    fix: switchNamesOn,
  },
  headerHoldsTruth: {
    message:
      'In Zeile {row} sollten die Spaltennamen stehen, aber in Zelle {cell} steht ein Wert wie „ja“ oder „true“.',
    fix: switchNamesOn,
  },
  headerHoldsNumbers: {
    message: 'In Zeile {row} sollten die Spaltennamen stehen, aber die meisten ihrer Zellen sind Zahlen.',
    fix: switchNamesOn,
  },
  headerAbsent: {
    message:
      'Zeile {row} enthält schon Daten, und keine Zeile darüber enthält Spaltennamen. Die Spalten heißen deshalb „column 1“, „column 2“ und so weiter.',
    fix: switchNamesOn,
  },
  headerFound: {
    message: 'Die Spaltennamen wurden in Zeile {row} gefunden; was darüber steht, wurde weggelassen.',
    fix: 'Es ist nichts zu tun, wenn das stimmt. Sonst sagen Sie in der Zuordnung, in welcher Zeile sie stehen.',
  },
  headerDuplicate: {
    message: 'Zwei Spalten heißen „{name}“; die spätere heißt hier „{renamed}“.',
    fix: 'Geben Sie im Export jeder Spalte einen eigenen Namen.',
  },
  tooManyColumns: {
    message: 'Zeile {row} hat mehr als {limit} Spalten. Nichts aus dieser Datei wurde angewendet.',
    fix: 'Exportieren Sie nur die Spalten, die gebraucht werden. Hat der Export weniger, sind seine Trennzeichen oder Zeilenumbrüche beschädigt.',
  },
  noRows: {
    message: 'Die Datei hat Spaltennamen, aber keine Zeilen darunter.',
    fix: 'Prüfen Sie den Filter des Exports im HR-System. Soll die Datei leer sein, ist nichts zu tun.',
  },
  lastColumnPadded: {
    message: 'Keine Zeile hat eine Zelle für die letzte Spalte ({columns}); sie gilt als leer.',
    fix: padded,
  },
  lastColumnsPadded: {
    message: 'Keine Zeile hat Zellen für die letzten {count} Spalten ({columns}); sie gelten als leer.',
    fix: padded,
  },
  quoteMisplaced: {
    message:
      'Ein Anführungszeichen steht, wo keines stehen darf. Deshalb lassen sich die Zellen dieser Zeile nicht unterscheiden. Die Zeilen bis zum nächsten Anführungszeichen können dazugehören.',
    fix: 'Setzen Sie die ganze Zelle in Anführungszeichen, und verdoppeln Sie die darin ("5"" Rohr"), oder entfernen Sie das überzählige.',
  },
  quoteNotClosed: {
    message:
      'In Zeile {row} beginnt ein Anführungszeichen, das nie geschlossen wird. Alles danach wäre eine einzige Zelle. Nichts aus dieser Datei wurde angewendet.',
    fix: 'Entfernen oder verdoppeln Sie das überzählige Anführungszeichen in Zeile {row}. Wurde die Datei beim Schreiben abgeschnitten, laden Sie sie noch einmal hoch.',
  },
  encodingInvalid: {
    message: 'Diese Zeile enthält Bytes, die in der Zeichenkodierung der übrigen Datei keine Zeichen sind.',
    fix: 'Exportieren Sie die ganze Datei in einer Zeichenkodierung, am besten UTF-8.',
  },
  recordTooLong: {
    message: 'Zeile {row} ist länger als {limit} MB. Nichts aus dieser Datei wurde angewendet.',
    fix: 'Prüfen Sie, ob jede Zeile mit einem Zeilenumbruch endet, und lassen Sie Dokumente und Bilder weg.',
  },
  fileCutShort: {
    message: 'Die Datei endet mitten in Zeile {row}. Nichts daraus wurde angewendet.',
    fix: uploadAgain,
  },
  rowTooLong: {
    message: 'Die Zeile hat mehr Zellen, als es Spalten gibt ({columns}).',
    fix: 'Eine Zelle, die das Trennzeichen enthält, muss in Anführungszeichen stehen: Prüfen Sie den Export oder den Text in dieser Zeile.',
    example: '{cells} Zellen',
  },
  rowTooShort: {
    message: 'Die Zeile hat weniger Zellen, als es Spalten gibt ({columns}).',
    fix: cellForEach,
    example: '{cells} Zellen',
  },
  rowOfOneCell: {
    message: 'Die Zeile hat weniger Zellen, als es Spalten gibt ({columns}).',
    fix: cellForEach,
    example: '1 Zelle',
  },
  rowOfText: {
    message: 'Diese Zeilen am Ende der Datei sind Text und niemandes Daten. Sie wurden übergangen.',
    fix: 'Nichts zu tun. Ohne Schlusszeilen im Export entfällt dieser Hinweis.',
  },
  rowExplains: {
    message: 'Zeile {row} erklärt die Spalten und enthält niemandes Daten. Sie wurde übergangen.',
    fix: 'Nichts zu tun, wenn das stimmt. Nennen Sie sonst in der Zuordnung die Zeile mit den Spaltennamen.',
  },
  rowOfTotals: {
    message: 'Diese Zeilen enthalten Summen und niemandes Daten. Sie wurden übergangen.',
    fix: 'Nichts zu tun. Ohne Summen im Export entfällt dieser Hinweis.',
  },
}

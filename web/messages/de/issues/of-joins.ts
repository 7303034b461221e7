import type { joinSentences } from '#core/issues/sentences/of-joins.ts'
import type { Sentences } from '../../sentences.ts'

export const ofJoins: Sentences<keyof typeof joinSentences> = {
  fileAwaited: {
    message: 'Es fehlt noch {names, und}: Die Dateien eines Satzes werden gemeinsam angewendet.',
    fix: 'Es ist nichts zu tun, wenn die Datei unterwegs ist. Sonst laden Sie sie hoch, oder nehmen Sie ihre Verbindung aus der Zuordnung.',
  },
  filesMayFollow: {
    message: 'Es wird gewartet, bis {minutes} Minuten lang keine Datei des Satzes gekommen ist.',
    fix: 'Es ist nichts zu tun: Die Dateien werden dann gemeinsam angewendet.',
  },
  fileIsManifest: {
    message: 'Sie sagt, dass ein Satz von Dateien vollständig ist. Daten werden nicht aus ihr gelesen.',
    fix: 'Es ist nichts zu tun.',
  },
  manifestAwaited: {
    message:
      'Es wird auf das Manifest „{name}“ gewartet: Es wird nach diesen Dateien hochgeladen und sagt, dass ihr Satz vollständig ist.',
    fix: 'Es ist nichts zu tun, wenn es unterwegs ist. Sonst laden Sie es hoch: Es darf leer sein oder die Namen der Dateien nennen. Oder nehmen Sie das Manifest aus der Zuordnung.',
  },
  listedFilesAwaited: {
    message:
      'Es fehlt noch {names, und}: Das Manifest {manifest} nennt sie, und die Dateien eines Satzes werden gemeinsam angewendet.',
    fix: 'Es ist nichts zu tun, wenn die Datei unterwegs ist. Sonst laden Sie sie hoch, oder ein Manifest, das sie nicht nennt.',
  },
  filesAwaitedAgain: {
    message:
      'Es wird noch einmal auf {names, und} gewartet: Die Datei wurde abgelehnt, deshalb wird von ihrem Satz nichts angewendet.',
    fix: 'Laden Sie die berichtigte Datei hoch, und nach ihr noch einmal ein Manifest.',
  },
  manifestTooLong: {
    message:
      'Ein Manifest enthält die Namen von Dateien und sonst nichts. Diese Datei hat aber mehr als {kilobytes} KB.',
    fix: 'Laden Sie ein Manifest hoch, das leer ist oder die Namen der Dateien nennt. Wenn diese Datei Daten enthält, wählen Sie in der Zuordnung einen anderen Namen für Manifeste.',
  },
  joinColumnMissing: {
    message: 'Die Datei hat keine Spalte „{column}“, über die sie mit {join} verbunden ist.',
    fix: 'Nehmen Sie die Spalte wieder in den Export auf, oder wählen Sie in der Zuordnung andere Schlüsselspalten.',
  },
  joinKeyRepeated: {
    message: 'Eine spätere Zeile hat denselben Schlüssel und sagt etwas anderes. Deshalb zählen diese Zeilen nicht.',
    fix: 'Exportieren Sie eine Zeile je Schlüssel, oder sagen Sie in der Zuordnung, welche Zeilen zählen, zum Beispiel die des laufenden Vertrags.',
  },
  joinRowMissing: {
    message: '{file} hat keine Zeile mit dem Schlüssel dieser Zeilen. Ihre Spalten bleiben dort leer.',
    fix: 'Es ist nichts zu tun, wenn das so ist. Sonst prüfen Sie, ob beide Dateien den Schlüssel gleich schreiben, auch mit führenden Nullen.',
  },
  joinTooLarge: {
    message:
      'Die verbundenen Dateien enthalten mehr als {rows} Zeilen oder {characters} Zeichen in den verwendeten Spalten.',
    fix: 'Machen Sie die Datei mit den meisten Zeilen zur Hauptdatei, exportieren Sie weniger Zeilen, oder ordnen Sie weniger ihrer Spalten zu.',
  },
}

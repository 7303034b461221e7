import type { rowSentences } from '#core/issues/sentences/of-rows.ts'
import type { Sentences } from '../../sentences.ts'

const keptBack = 'Die Zeile wurde ausgelassen, und was gespeichert ist, bleibt, wie es war (Feld {field}).'
const plainNumbers =
  'Exportieren Sie diese Spalte als bloße Zahlen ohne Einheiten, oder ändern Sie das Dezimalzeichen in der Zuordnung.'
const addWord =
  'Nehmen Sie das Wort in die Wertetabelle der Zuordnung auf, oder exportieren Sie eines, das bekannt ist.'
const topOfAll = 'Es ist nichts zu tun, wenn Ihr HR-System so die Spitze der Organisation kennzeichnet.'

export const ofRows: Sentences<keyof typeof rowSentences> = {
  dateOrderChanged: {
    message:
      'Die Daten der Spalte werden als {format} erwartet, aber die meisten, {count} ab Zeile {row}, lassen sich nur mit vertauschtem Tag und Monat lesen; alle anderen wären also falsch.',
    fix: 'Lassen Sie den Export wieder {format} schreiben. Ist die Änderung gewollt, ändern Sie die Schreibweise in der Zuordnung: Die Datei wird dann ohne weiteren Upload angewendet.',
  },
  dateUnreadable: {
    message: `In der Zelle steht kein Datum wie {format}. ${keptBack}`,
    fix: 'Exportieren Sie diese Spalte als {format}, oder ändern Sie die Schreibweise in der Zuordnung. Den Tag muss es im Kalender geben.',
  },
  dateTimeUnreadable: {
    message: `In der Zelle steht kein Datum wie {format} mit Uhrzeit. ${keptBack}`,
    fix: 'Exportieren Sie diese Spalte als {format} mit Uhrzeit, oder ändern Sie die Schreibweise in der Zuordnung. Den Tag muss es im Kalender geben.',
  },
  timeUnreadable: {
    message: `In der Zelle steht keine Uhrzeit. ${keptBack}`,
    fix: 'Exportieren Sie diese Spalte als HH:mm oder HH:mm:ss.',
  },
  numberWithCommaUnreadable: {
    message: `In der Zelle steht keine Zahl mit Dezimalkomma. ${keptBack}`,
    fix: plainNumbers,
  },
  numberWithPointUnreadable: {
    message: `In der Zelle steht keine Zahl mit Dezimalpunkt. ${keptBack}`,
    fix: plainNumbers,
  },
  booleanUnreadable: {
    message: `In der Zelle steht weder Ja noch Nein. ${keptBack}`,
    fix: 'Exportieren Sie ja/nein, true/false oder 1/0, oder nehmen Sie das Wort in die Wertetabelle der Zuordnung auf.',
  },
  emailInvalid: {
    message: 'In der Zelle steht keine E-Mail-Adresse. Das Feld {field} bleibt leer.',
    fix: 'Berichtigen Sie die Adresse im HR-System.',
  },
  phoneInvalid: {
    message: 'Die Telefonnummer kann keine des genannten Landes sein; sie wurde gespeichert, wie sie ist ({field}).',
    fix: 'Berichtigen Sie die Nummer im HR-System; mit der Vorwahl des Landes, etwa +49, wird sie überall verstanden.',
  },
  ibanInvalid: {
    message:
      'Die Kontonummer ist keine gültige IBAN: Länge oder Prüfziffern stimmen nicht. Sie wurde gespeichert, wie sie ist ({field}).',
    fix: 'Vergleichen Sie sie mit der Bankverbindung der Person und berichtigen Sie sie im HR-System; eine inländische Kontonummer gehört in eine eigene Spalte.',
  },
  wordPassedOn: {
    message: 'Das Wort ist nicht bekannt ({field}); es wurde weitergegeben, wie es ist.',
    fix: addWord,
  },
  wordLeftOut: { message: 'Das Wort ist nicht bekannt ({field}); das Feld bleibt leer.', fix: addWord },
  cellTooLong: {
    message: `Die Zelle ist länger als {limit} Zeichen. ${keptBack}`,
    fix: 'Kürzen Sie den Text im HR-System, oder nehmen Sie diese Spalte aus der Zuordnung.',
  },
  cellUnusable: {
    message:
      'Die Zelle ist nicht zu gebrauchen. Die Zeile wurde ausgelassen, und was gespeichert ist, bleibt, wie es war.',
    fix: 'Berichtigen Sie die Zelle im HR-System.',
  },
  idMissing: {
    message:
      'Die Zeile hat keine Kennung und wurde ausgelassen. Solange eine Datei solche Zeilen hat, wird ihretwegen niemand entfernt.',
    fix: 'Füllen Sie die Kennung ({columns, und}) in jeder Zeile des Exports; nehmen Sie Titel- und Summenzeilen heraus.',
  },
  idDuplicate: {
    message: 'Die Kennung steht in mehreren Zeilen, die Verschiedenes sagen. Deshalb wurde keine davon angewendet.',
    fix: 'Exportieren Sie eine Zeile je Kennung, oder wählen Sie als Kennung eine Spalte, die in jeder Zeile anders ist.',
  },
  personTwice: {
    message:
      'Die Kennung wurde mit einer anderen verknüpft, und die Datei hat Zeilen von beiden. Es zählt die Zeile der neueren Kennung; diese wurde ausgelassen.',
    fix: 'Nehmen Sie die ältere Kennung aus dem Export. Wenn es zwei Personen sind, lassen Sie die Verknüpfung aufheben.',
  },
  valueMissing: {
    message: `Das Feld ist leer. ${keptBack}`,
    fix: 'Füllen Sie es in jeder Zeile des Exports.',
  },
  columnValueMissing: {
    message: `Das Feld ist leer. ${keptBack}`,
    fix: 'Füllen Sie „{column}“ in jeder Zeile des Exports.',
  },
  recordTooLarge: {
    message: 'Die Zeile ergibt mehr, als sich speichern lässt (300 kB), und wurde ausgelassen.',
    fix: 'Kürzen Sie den langen Text in dieser Zeile, oder nehmen Sie seine Spalte aus der Zuordnung.',
  },
  managerUnknown: {
    message:
      'Niemand in der Datei, dessen Zeile lesbar war, ist der, der hier als Führungskraft steht. Die Person wurde ohne Führungskraft gespeichert.',
    fix: 'Nehmen Sie die Führungskraft in den Export auf, oder berichtigen Sie, wer dort steht. Wird auch die Zeile der Führungskraft gemeldet, berichtigen Sie diese.',
  },
  idRewritten: {
    message:
      'Die Kennung sieht aus, als hätte eine Tabellenkalkulation sie umgeschrieben (1001.0, 1.23E+05); vielleicht ist sie nicht mehr die Ihres HR-Systems.',
    fix: 'Exportieren Sie die Datei unmittelbar aus dem HR-System, oder formatieren Sie die Spalte als Text, bevor Sie sie in der Tabellenkalkulation speichern.',
  },
  managerAmbiguous: {
    message:
      'Was hier als Führungskraft steht, trifft auf mehrere Personen der Datei zu. Die Person wurde ohne Führungskraft gespeichert.',
    fix: 'Lassen Sie das HR-System Führungskräfte mit ihrer Kennung oder E-Mail-Adresse nennen, und ordnen Sie diese Spalte zu.',
  },
  managerSelf: {
    message: 'Die Person steht als ihre eigene Führungskraft da; sie wurde ohne Führungskraft gespeichert.',
    fix: topOfAll,
  },
  managerCircle: {
    message:
      'Diese Personen berichten im Kreis aneinander. Die erste im Beispiel wurde deshalb ohne Führungskraft gespeichert, alle anderen behalten ihre.',
    fix: 'Berichtigen Sie bei einer von ihnen die Führungskraft im HR-System: Jemand aus dem Kreis berichtet an eine Person außerhalb oder an niemanden.',
  },
  mentionDiffers: {
    message:
      'Zeilen sagen Verschiedenes über denselben Standort, dieselbe Abteilung, Firma oder Art. Die erste entscheidet; was diese Zeile darüber sagt, wurde nicht gespeichert.',
    fix: 'Geben Sie im Export jedem unter seiner Kennung einen Namen und eine Adresse. Sagt die Spalte stattdessen etwas über die Person, etwa ihre Privatadresse, berichtigen Sie die Zuordnung.',
  },
  parentUnknown: {
    message:
      'Keine Gruppe der Datei hat die Kennung und die Art, die hier als übergeordnet stehen. Die Gruppe wurde ohne übergeordnete gespeichert.',
    fix: 'Nehmen Sie die übergeordnete Gruppe in den Export auf, oder berichtigen Sie ihre Kennung. Ist sie von anderer Art, ordnen Sie auch parent.type zu.',
  },
  parentSelf: {
    message: 'Die Gruppe steht als ihre eigene übergeordnete da; sie wurde ohne übergeordnete gespeichert.',
    fix: topOfAll,
  },
  employeeUnknown: {
    message: 'Die Person, zu der diese Zeile gehört, ist nicht bekannt. Die Zeile wird vorerst nicht gespeichert.',
    fix: 'Sie wird von selbst gespeichert, sobald eine Datei der Beschäftigten die Person enthält; prüfen Sie die Kennung, wenn sie da sein sollte.',
  },
  heldForRowsWithoutId: {
    message:
      'Einträge, die in der Datei fehlen: {removals}. Die Zeilen ohne lesbare Kennung ({rows}) können einige davon sein. Deshalb wurde nichts entfernt.',
    fix: 'Berichtigen Sie die Zeilen ohne Kennung, und laden Sie die Datei noch einmal hoch.',
  },
  heldForQuarantine: {
    message:
      'Einträge, die in der Datei fehlen: {removals}. So viele Zeilen mussten ausgelassen werden ({quarantined} von {ids} Kennungen), dass die Datei beschädigt sein kann. Deshalb wurde nichts entfernt; alles andere wurde angewendet.',
    fix: 'Berichtigen Sie die Zeilen, die daneben gemeldet werden, und laden Sie die Datei noch einmal hoch.',
  },
  heldForEmptyFile: {
    message: 'Die Datei enthält keine Einträge, obwohl {present} bekannt sind. Deshalb wurde nichts entfernt.',
    fix: 'Prüfen Sie den Filter des Exports im HR-System, und laden Sie die Datei noch einmal hoch. Ist niemand mehr da, lassen Sie die Verbindung löschen.',
  },
  heldForMany: {
    message:
      'In der Datei fehlen {removals} von {present} Einträgen. So viele auf einmal bedeuten meist, dass die Datei abgeschnitten wurde. Deshalb wurde nichts entfernt; alles andere wurde angewendet.',
    fix: 'Laden Sie die vollständige Datei noch einmal hoch. Sind die Einträge wirklich weg, geben Sie ihre Entfernung frei.',
  },
  heldForFilter: {
    message:
      'Nach dem, was diese Datei sagt, lässt der Filter {removals} von {present} gespeicherten Personen aus. So viele auf einmal bedeuten meist, dass eine Spalte nicht gefüllt wurde. Deshalb blieben sie, wie sie waren; alles andere wurde angewendet.',
    fix: 'Prüfen Sie die Spalten, auf die der Filter sieht, und laden Sie die Datei noch einmal hoch. Sollen diese Personen wirklich gehen, geben Sie ihre Entfernung frei, oder ändern Sie den Filter.',
  },
  stillHeld: {
    message:
      'Einträge, die in früheren Dateien fehlten und auch in dieser fehlen: {removals}. Ihre Entfernung wartet auf eine Entscheidung; sie blieben, wie sie sind.',
    fix: 'Sehen Sie sich die Liste der Zurückgehaltenen an. Geben Sie die Entfernung frei, wenn sie wirklich weg sind; verwerfen Sie sie, wenn sie bleiben sollen.',
  },
  idDrift: {
    message:
      '{missing} von {present} bekannten Kennungen fehlen in der Datei, und {created} neue stehen darin. Wahrscheinlich haben sich die Kennungen geändert. Deshalb wurde nichts aus der Datei angewendet.',
    fix: 'Exportieren Sie die Kennungen wie vorher (mit führenden Nullen), oder wählen Sie in der Zuordnung die Spalte, in der sie stehen, und laden Sie die Datei noch einmal hoch. Sind das neue Kennungen für immer, lassen Sie die Personen mit ihnen verknüpfen; sind es wirklich andere Personen, lassen Sie die Datei freigeben.',
  },
  idsSwapped: {
    message:
      'Unter {swapped} von {present} bekannten Kennungen steht in der Datei jemand anderes: Name, Geburtsdatum und E-Mail-Adresse sind andere als vorher. Wahrscheinlich wurden die Kennungen vertauscht. Deshalb wurde nichts aus der Datei angewendet.',
    fix: 'Prüfen Sie, ob im Export jede Zeile noch die Kennung ihrer Person hat (eine für sich sortierte Spalte verschiebt sie), und laden Sie die Datei noch einmal hoch. Gehören die Kennungen jetzt wirklich anderen, lassen Sie die Datei freigeben.',
  },
}

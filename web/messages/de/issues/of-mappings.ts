import type { mappingSentences } from '#core/issues/sentences/of-mappings.ts'
import type { Sentences } from '../../sentences.ts'

const idColumnBack =
  'Nehmen Sie die Spalte unter diesem Namen wieder in den Export auf, oder wählen Sie in der Zuordnung eine andere Spalte als Kennung.'
const columnBack = 'Nehmen Sie die Spalte unter diesem Namen wieder in den Export auf, oder ändern Sie die Zuordnung.'
const checkId =
  'Prüfen Sie die Spalte der Kennung, bevor Sie die Zuordnung freigeben: Sie muss in jeder Zeile anders sein und darf sich nie ändern.'

export const ofMappings: Sentences<keyof typeof mappingSentences> = {
  idColumnMissing: {
    message:
      'Die Datei hat keine Spalte „{column}“, die sagt, welche Zeile zu wem gehört. Die Spalten sind: {columns}. Nichts aus der Datei wurde angewendet.',
    fix: idColumnBack,
  },
  idColumnRenamed: {
    message:
      'Die Datei hat keine Spalte „{column}“, die sagt, welche Zeile zu wem gehört. Vielleicht heißt sie jetzt „{likely}“. Die Spalten sind: {columns}. Nichts aus der Datei wurde angewendet.',
    fix: idColumnBack,
  },
  mappedColumnMissing: {
    message:
      'Die Datei hat keine Spalte „{column}“, aus der {field} gefüllt wird. Nichts aus der Datei wurde angewendet.',
    fix: columnBack,
  },
  mappedColumnRenamed: {
    message:
      'Die Datei hat keine Spalte „{column}“, aus der {field} gefüllt wird. Vielleicht heißt sie jetzt „{likely}“. Nichts aus der Datei wurde angewendet.',
    fix: columnBack,
  },
  fieldUnknown: {
    message: 'Die Zuordnung füllt „{name}“. Dieses Feld gibt es nicht ({dataset}).',
    fix: 'Berichtigen Sie den Namen des Feldes in der Zuordnung, oder entfernen Sie es.',
  },
  fieldNotMapped: {
    message: 'Die Zuordnung füllt {fields, oder} nicht. Ohne das ist keine Zeile zu gebrauchen ({dataset}).',
    fix: 'Wählen Sie in der Zuordnung eine Spalte für {fields, oder}.',
  },
  constantUnreadable: {
    message: 'Die Zuordnung gibt {field} einen festen Wert, den dieses Feld nicht enthalten kann.',
    fix: 'Berichtigen Sie den festen Wert in der Zuordnung: Daten als yyyy-MM-dd, Zahlen mit Dezimalpunkt.',
  },
  filterFieldMissing: {
    message:
      'Der Filter sieht auf {field}, und keine Spalte der Datei füllt das. Nichts aus der Datei wurde angewendet.',
    fix: 'Wählen Sie in der Zuordnung eine Spalte für {field}, oder nehmen Sie die Regel aus dem Filter.',
  },
  dataPointMissing: {
    message: 'Die Datei hat keine Spalte, die {point} füllt. Das wird gebraucht.',
    fix: 'Nehmen Sie eine Spalte wie „{column}“ in den Export auf, oder wählen Sie in der Zuordnung die Spalte, in der es steht.',
  },
  mappingNotApproved: {
    message:
      'Die Datei ist angekommen, aber nichts daraus wird angewendet, bevor die Zuordnung ihrer Spalten freigegeben ist.',
    fix: 'Prüfen Sie die vorgeschlagene Zuordnung, und geben Sie sie frei; die Datei wird dann ohne weiteren Upload angewendet.',
  },
  setupNotConfirmed: {
    message:
      'Die Datei ist angekommen, aber nichts daraus wird angewendet, bevor die Schritte der Einrichtung bestätigt sind.',
    fix: 'Schließen Sie die Einrichtung ab; die Datei wird dann ohne weiteren Upload angewendet.',
  },
  idRepeats: {
    message:
      '„{column}“ sieht wie die Kennung aus, aber von {rows} Beispielzeilen wiederholen {repeats} eine Kennung, und {blank} haben keine.',
    fix: checkId,
  },
  idsTogetherRepeat: {
    message: 'Keine Spalte ist eine Kennung, und selbst {columns} zusammen wiederholen sich im Beispiel.',
    fix: checkId,
  },
  noColumnIsId: {
    message:
      'Keine Spalte sieht wie eine Kennung aus. „{column}“ wird vorgeschlagen, weil sie sich von Zeile zu Zeile am meisten unterscheidet.',
    fix: checkId,
  },
  dateAmbiguous: {
    message: 'In keiner Zeile der Datei lassen sich Tag und Monat unterscheiden; angenommen wird {format}.',
    fix: 'Prüfen Sie ein Datum, das Sie kennen, bevor Sie die Zuordnung freigeben, und ändern Sie die Schreibweise, wenn es umgekehrt ist.',
  },
  datesMixed: {
    message:
      'Einige Daten lassen sich nur mit dem Tag zuerst lesen, andere nur mit dem Monat zuerst; angenommen wird {format}, wie bei den meisten.',
    fix: 'Lassen Sie den Export alle Daten der Spalte gleich schreiben, oder prüfen Sie, was richtig ist, bevor Sie die Zuordnung freigeben.',
  },
  columnUnfit: {
    message:
      'Die Spalte heißt wie ein bekanntes Feld, aber zu viele ihrer Zellen lassen sich nicht auf eine Weise so lesen. Deshalb wird sie nicht vorgeschlagen.',
    fix: 'Lassen Sie den Export sie in jeder Zeile gleich schreiben (Tage als JJJJ-MM-TT, reine Zahlen), oder ordnen Sie sie vor der Freigabe zu.',
  },
  dateZoned: {
    message:
      'Die Tage der Spalte haben eine Uhrzeit und eine Zeitzone. Es zählt der Tag, wie er geschrieben steht; ist die Uhrzeit anderswo Mitternacht, wie 22:00Z, ist das der Tag davor.',
    fix: 'Vergleichen Sie einen Tag, den Sie kennen, bevor Sie die Zuordnung freigeben. Ist er einen zu früh, lassen Sie den Export Tage ohne Uhrzeit schreiben.',
  },
  thousandsAssumed: {
    message:
      'Jede Zahl der Spalte kann Tausender oder drei Nachkommastellen haben, wie 1.234; angenommen werden Tausender.',
    fix: 'Prüfen Sie eine Zahl, die Sie kennen, bevor Sie die Zuordnung freigeben, und ändern Sie das Dezimalzeichen, wenn es umgekehrt ist.',
  },
  decimalsAssumed: {
    message:
      'Jede Zahl der Spalte kann Tausender oder drei Nachkommastellen haben, wie 1.234; angenommen werden Nachkommastellen.',
    fix: 'Prüfen Sie eine Zahl, die Sie kennen, bevor Sie die Zuordnung freigeben, und ändern Sie das Dezimalzeichen, wenn es umgekehrt ist.',
  },
  blocksAssumed: {
    message:
      'Der Bericht scheint {columns, und} nur einmal je Block von Zeilen zu drucken: Eine leere Zelle gilt als das, was über ihr steht.',
    fix: 'Prüfen Sie Personen mitten in einem Block, bevor Sie die Zuordnung freigeben. Bedeutet leer wirklich leer, nehmen Sie die Spalte heraus.',
  },
  flagAssumed: {
    message: 'Personen haben mehrere Zeilen. Es zählt die, die „{column}“ kennzeichnet; die anderen sind ihr Verlauf.',
    fix: 'Prüfen Sie jemanden mit mehreren Zeilen, bevor Sie die Zuordnung freigeben.',
  },
  latestAssumed: {
    message:
      'Personen haben mehrere Zeilen. Es zählt die, die nach „{column}“ heute gilt; die anderen sind ihr Verlauf.',
    fix: 'Prüfen Sie jemanden mit mehreren Zeilen, bevor Sie die Zuordnung freigeben.',
  },
}

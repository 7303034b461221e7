export const dataPoints = {
  title: 'Was Ihr HR-System sendet',
  intro:
    'Ihr HR-System lädt diese Dateien (CSV, Excel oder JSON) selbst hoch, zum Beispiel jede Nacht. Spalten dürfen andere Namen und jede Reihenfolge haben: Sie werden zugeordnet, sobald die erste Datei da ist.',
  files: 'Dateien',
  required: 'nötig',
  optionalFile: 'senden, falls vorhanden',
  columns: '{count, plural, one {Spalte} other {Spalten}}',
  example: 'zum Beispiel {example}',
  shareFile: '{file} teilen',
  notShared: 'Diese Datei wird nicht geteilt. Nichts davon wird gespeichert, auch wenn sie ankommt.',
  rule: 'Was nicht als nötig gekennzeichnet ist, darf fehlen oder leer sein. Was Sie ausschalten, wird nicht gespeichert, auch wenn es in der Datei steht.',
  template: 'Vorlage herunterladen',
  copyList: 'Liste kopieren',
  list: {
    heading: '{file}, eine Zeile je Eintrag, mit diesen Spalten:',
    required: '(nötig)',
  },
}

export const customFields = {
  title: 'Eigene Felder',
  intro:
    'Was Sie über das einheitliche Modell hinaus von Personen wissen möchten. Kunden ordnen jedem Feld eine Spalte zu.',
  empty: 'Es gibt noch keine eigenen Felder. Legen Sie das erste an, dann können Kunden es füllen.',
  add: 'Neues Feld',
  key: 'Schlüssel',
  keyHint: 'Der Name in der API: Buchstaben, Ziffern und Unterstriche. Er lässt sich später nicht ändern.',
  model: 'Datensätze, die es haben',
  label: 'Bezeichnung für Kunden',
  description: 'Was es bedeutet',
  aliases: 'Spalten, die es durch ihren Namen füllen',
  aliasesHint: 'Ein Name je Zeile. Der erste, den eine Datei hat, zählt, wenn niemand eine andere Spalte zuordnet.',
  changed: 'Geändert',
  syncHint: 'Andere Spaltennamen lassen alle Integrationen neu synchronisieren.',
  save: 'Speichern',
  remove: 'Löschen',
  removeTitle: '{key} löschen?',
  removeText:
    'Die nächsten Synchronisationen nehmen seine Werte aus allen Datensätzen. Legen Sie es neu an, kommen sie nur dort zurück, wo Dateien noch aufbewahrt werden.',
  mappedBy: '{count, plural, one {# Integration füllt} other {# Integrationen füllen}} es aus einer Spalte:',
  filteredBy:
    '{count, plural, one {Der Mitarbeiterfilter von # Integration sieht} other {Die Mitarbeiterfilter von # Integrationen sehen}} darauf. Nehmen Sie die Regel zuerst heraus:',
  unused: 'Keine Integration hat ihm eine Spalte zugeordnet.',
}

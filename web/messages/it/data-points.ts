export const dataPoints = {
  title: 'Che cosa invia il tuo sistema HR',
  intro:
    'Il tuo sistema HR carica da solo questi file (CSV, Excel o JSON), per esempio ogni notte. Le colonne possono avere altri nomi e qualsiasi ordine: vengono abbinate non appena arriva il primo file.',
  files: 'File',
  required: 'necessario',
  optionalFile: 'da inviare se disponibile',
  columns: '{count, plural, one {Colonna} other {Colonne}}',
  example: 'per esempio {example}',
  shareFile: 'Condividi {file}',
  notShared: 'Questo file non viene condiviso. Non se ne salva nulla, anche se arriva.',
  rule: 'Ciò che non è indicato come necessario può mancare o essere vuoto. Ciò che disattivi non viene salvato, anche se è nel file.',
  template: 'Scarica il modello',
  copyList: 'Copia l’elenco',
  list: {
    heading: '{file}, una riga per voce, con queste colonne:',
    required: '(necessario)',
  },
}

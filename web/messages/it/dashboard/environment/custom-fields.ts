export const customFields = {
  title: 'Campi personalizzati',
  intro: 'Ciò che vuoi sapere delle persone oltre al modello unificato. I clienti associano una colonna a ciascuno.',
  empty: 'Non ci sono ancora campi personalizzati. Aggiungi il primo e i clienti potranno riempirlo.',
  add: 'Nuovo campo',
  key: 'Chiave',
  keyHint: 'Il nome nell’API: lettere, cifre e trattini bassi. Non si può cambiare in seguito.',
  model: 'Record che lo hanno',
  label: 'Etichetta per i clienti',
  description: 'Che cosa significa',
  aliases: 'Colonne che lo riempiono con il loro nome',
  aliasesHint: 'Un nome per riga. Vale il primo presente in un file, se nessuno ne associa un altro.',
  changed: 'Modificato',
  syncHint: 'Altri nomi di colonne fanno sincronizzare di nuovo tutte le integrazioni.',
  save: 'Salva',
  remove: 'Elimina',
  removeTitle: 'Eliminare {key}?',
  removeText:
    'Le prossime sincronizzazioni tolgono i suoi valori da tutti i record. Se lo definisci di nuovo, tornano solo dove i file sono ancora conservati.',
  mappedBy: '{count, plural, one {# integrazione lo riempie} other {# integrazioni lo riempiono}} da una colonna:',
  filteredBy:
    '{count, plural, one {Il filtro dei dipendenti di # integrazione lo usa} other {I filtri dei dipendenti di # integrazioni lo usano}}. Togli prima la regola:',
  unused: 'Nessuna integrazione gli ha associato una colonna.',
}

import type { MailTexts } from './mail-texts.ts'

export const it: MailTexts = {
  vendor: 'il vostro fornitore di software',
  open: 'Apri la pagina del collegamento:',
  linkEnds: 'Il link vale una sola volta per 15 minuti. Se non è stato richiesto da lei, non deve fare nulla.',
  optOut: 'Non ricevere più messaggi su questo collegamento:',
  decide:
    'Se il file non era completo, ne carichi uno completo. Se queste persone se ne sono davvero andate, lo approvi sulla pagina della connessione, sotto «Persone mancanti».',
  'sign-in': {
    subject: 'Il suo link al collegamento con {vendor}',
    lines: ['ecco il link alla pagina del collegamento tra {organization} e {vendor}.'],
  },
  'first-login': {
    subject: 'Il sistema HR si è collegato',
    lines: [
      'il sistema HR di {organization} si è collegato per la prima volta a {vendor}.',
      'Il prossimo passo è il primo file. La avviseremo quando sarà arrivato e letto.',
    ],
  },
  'first-file': {
    subject: 'Il primo file è stato letto',
    lines: [
      'il primo file di {organization} è arrivato a {vendor} e le persone che contiene sono state lette.',
      'D’ora in poi ogni nuovo file viene ripreso automaticamente.',
    ],
  },
  'file-refused': {
    subject: 'Un file non è utilizzabile: {file}',
    lines: [
      'il file {file} di {organization} è arrivato a {vendor} ma non è stato possibile utilizzarlo. Nulla è stato modificato.',
      'La pagina del collegamento dice che cosa non va, in quali righe, e che cosa fare.',
    ],
  },
  'removals-held': {
    subject: 'Nell’ultimo file mancavano molte persone',
    lines: [
      'nell’ultimo file di {organization} mancavano {count} record che prima c’erano. Per ora sono stati conservati.',
      'Se il file era incompleto, ne carichi uno completo. Se sono davvero usciti, avvisi {vendor}.',
    ],
  },
  'file-late': {
    subject: 'Un file è in ritardo',
    lines: [
      'dopo {file}, da {hours} ore non arriva a {vendor} un nuovo file di {organization}. Di solito arriva più spesso.',
      'Verifichi che l’esportazione nel sistema HR sia ancora attiva. Può anche caricare un file a mano nella pagina del collegamento.',
    ],
  },
}

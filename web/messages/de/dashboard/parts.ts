export const parts = {
  cancel: 'Abbrechen',
  close: 'Schließen',
  reason: 'Warum, für das Protokoll',
  reasonMissing: 'Sagen Sie in wenigen Worten, warum.',
  typed: 'Zur Bestätigung {word} eintippen',
  typedWrong: 'Das ist nicht {word}: Tippen Sie es genau so ein, wie es dort steht.',
  loadingMore: 'Weitere werden geladen …',
  loading: 'Wird geladen …',
  undo: 'Rückgängig machen',
  undone: 'Es ist wieder wie zuvor.',
  adminsOnly:
    'Das dürfen nur Administratoren. Bitten Sie einen darum, oder lassen Sie Ihre Rolle unter „Mitglieder“ ändern.',
  personalOnly:
    'Sie dürfen hier keine personenbezogenen Daten sehen. Ein Administrator kann es unter „Mitglieder“ erlauben.',
  none: 'keine',
  more: 'Mehr zeigen',
}

export const members = {
  title: 'Mitglieder',
  intro: 'Wer sich hier anmelden darf. Konten Ihres Ausstellers, die nicht in dieser Liste stehen, bleiben draußen.',
  empty: 'Es gibt keine Mitglieder.',
  add: 'Mitglied einladen',
  invite: 'Hinzufügen',
  inviteHint:
    'Sie melden sich mit dieser Adresse bei Ihrem Aussteller an und kommen sofort herein. Es wird keine Mail gesendet: Nennen Sie ihnen die Adresse dieser Seite.',
  email: 'E-Mail-Adresse',
  role: 'Rolle',
  roles: {
    admin: 'Administrator',
    member: 'Mitglied',
  },
  roleHints: {
    admin: 'darf alles und sieht personenbezogene Daten',
    member: 'kümmert sich um Integrationen',
  },
  personal: 'Sieht personenbezogene Daten',
  personalSwitch: 'Darf Rohdateien und personenbezogene Daten sehen; jeder Blick steht im Protokoll',
  yes: 'ja',
  no: 'nein',
  since: 'Seit',
  save: 'Speichern',
  remove: 'Entfernen',
  removeTitle: '{email} entfernen?',
  removeText: 'Ab der nächsten Anfrage kommen sie nicht mehr herein. Sie können sie wieder einladen.',
  removeSelf: 'Das sind Sie: Sie sind sofort draußen, und ein anderer Administrator muss Sie wieder einladen.',
  lastAdmin:
    'Das ist der einzige Administrator: Niemand könnte einen anderen hinzufügen. Machen Sie zuerst jemand anderen dazu.',
}

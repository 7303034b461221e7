export const shell = {
  title: 'Dashboard von Rosterport',
  titleFor: 'Dashboard von {vendor}',
  skip: 'Zum Inhalt springen',
  nav: 'Bereiche des Dashboards',
  menu: 'Menü',
  close: 'Schließen',
  signOut: 'Abmelden',
  language: 'Sprache',
  loading: 'Wird geladen …',
  retry: 'Noch einmal versuchen',
  signedInAs: 'Angemeldet als {name}',
  admin: 'Administrator',
  member: 'Mitglied',
  links: {
    integrations: 'Integrationen',
    health: 'Zustand',
    customFields: 'Eigene Felder',
    scope: 'Umfänge',
    webhooks: 'Webhook-Endpunkte',
    apiKeys: 'API-Schlüssel',
    members: 'Mitglieder',
    audit: 'Protokoll',
    receipts: 'Löschbelege',
    settings: 'Einstellungen',
  },
  groups: {
    customers: 'Kunden',
    environment: 'Umgebung',
  },
  notFound: {
    title: 'Diese Seite gibt es nicht',
    text: 'Die Adresse stimmt nicht, oder es gibt nicht mehr, wohin sie führte.',
    back: 'Alle Integrationen',
  },
  failed: {
    title: 'Diese Seite konnte nicht angezeigt werden',
  },
  signIn: {
    opening: 'Sie werden angemeldet …',
    again: 'Anmelden',
    signedOutTitle: 'Sie sind abgemeldet',
    signedOut: 'Schließen Sie dieses Fenster, oder melden Sie sich wieder an.',
    failedTitle: 'Die Anmeldung ist nicht gelungen',
    failed:
      'Der Anmeldedienst hat nicht gesagt, wer Sie sind, oder diese Seite wurde ein zweites Mal geladen. Melden Sie sich noch einmal an.',
    offTitle: 'Noch kann sich niemand anmelden',
    off: 'Diese Installation hat keinen Anmeldedienst. Setzen Sie openIdIssuer, openIdClientId und firstAdmin, und installieren Sie neu; docs/deploy.md erklärt, wie.',
    unreachableTitle: 'Der Anmeldedienst ist nicht erreichbar',
    unreachable:
      'Der Anmeldedienst hat diesem Server nicht geantwortet. Versuchen Sie es gleich noch einmal; bleibt es dabei, prüfen Sie die Adresse in openIdIssuer.',
    strangerTitle: 'Sie sind hier kein Mitglied',
    stranger:
      'Sie sind als {email} angemeldet, aber diese Adresse steht nicht in der Liste der Mitglieder. Deshalb wird Ihnen nichts gezeigt.',
    strangerHelp:
      'Bitten Sie einen Administrator dieser Umgebung, {email} unter „Mitglieder“ hinzuzufügen, und versuchen Sie es dann noch einmal. Oder melden Sie sich mit einem anderen Konto an.',
    serverSaid: 'Der Server sagt: {message}',
    other: 'Mit einem anderen Konto anmelden',
  },
  failures: {
    unreachable: 'Der Server ist nicht erreichbar. Prüfen Sie Ihre Verbindung; diese Seite macht von selbst weiter.',
    session: 'Ihre Anmeldung ist abgelaufen. Melden Sie sich wieder an; diese Seite öffnet sich, wo Sie waren.',
    adminsOnly:
      'Das darf nur ein Administrator. Bitten Sie einen darum, oder lassen Sie unter „Mitglieder“ Ihre Rolle ändern.',
    busy: 'Es waren zu viele Anfragen auf einmal. Warten Sie einen Moment, und versuchen Sie es noch einmal.',
    missing: 'Diese Integration gibt es nicht, oder sie wurde gelöscht.',
    refused: 'Der Server hat das nicht angenommen: {message}',
    unknown:
      'Auf dem Server ist etwas schiefgegangen. Versuchen Sie es noch einmal; bleibt es dabei, hilft sein Log weiter.',
  },
  time: {
    never: 'nie',
  },
}

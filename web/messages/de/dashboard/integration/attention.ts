export const attention = {
  title: 'Was Sie braucht',
  loading: 'Es wird nachgesehen, was Sie braucht …',
  none: 'Nichts braucht Sie: Alles ist in Ordnung.',
  resolve: {
    enable: 'Einschalten',
    sync: 'Noch einmal synchronisieren',
    redeliver: 'Noch einmal senden',
    report: 'Ansehen, was nicht stimmt',
    held: 'Ansehen und entscheiden',
    mapping: 'Zuordnung prüfen',
    keys: 'Schlüssel und Anmeldungen ansehen',
    cadence: 'Ansehen, wann Dateien fällig sind',
  },
  kinds: {
    disabled: {
      title: 'Die Integration ist aus',
      text: 'Lesezugriffe werden abgelehnt, und eintreffende Dateien warten, bis sie eingeschaltet wird.',
    },
    to_connect_again: {
      title: 'Der Kunde muss sich neu verbinden',
      text: 'Die Verbindung gilt nicht mehr. Schicken Sie einen Link, mit dem er sich neu verbindet.',
    },
    file_held: {
      title: '{file} wird als Ganzes zurückgehalten',
      text: 'Ihre Kennungen sind nicht mehr die derselben Personen, deshalb wurde nichts übernommen. Sehen Sie die Paare an, und entscheiden Sie.',
    },
    removals_held: {
      title: '{dataset}: {count, plural, one {# Entfernung wartet} other {# Entfernungen warten}}',
      text: 'So viele fehlten auf einmal, dass niemand entfernt wurde. Stimmen Sie zu, wenn sie wirklich gegangen sind.',
    },
    mapping_to_approve: {
      title: '{dataset}: Eine Zuordnung wartet auf Freigabe',
      text: 'Dateien werden nur mit der freigegebenen Zuordnung übernommen.',
    },
    customer_awaited: {
      title: 'Der Kunde hat die Einrichtung nicht beendet',
      text: 'So lange warten die Dateien. Schicken Sie ihm einen Einrichtungslink.',
    },
    file_refused: {
      title: '{file} war nicht zu gebrauchen',
      text: 'Nichts wurde durch sie geändert. Der Bericht sagt, was nicht stimmt und wie es zu beheben ist.',
    },
    sync_failed: {
      title: 'Die letzte Synchronisation ist gescheitert',
      text: 'Was gespeichert war, bleibt, wie es war. Synchronisieren Sie noch einmal; bleibt es dabei, sagt das Log, warum.',
    },
    login_refused: {
      title: 'Eine Anmeldung wurde abgelehnt',
      text: 'Das HR-System konnte sich nicht anmelden.',
    },
    file_late: {
      title: '{dataset}: Eine Datei ist überfällig',
      text: 'Bis dahin war sie fällig. Die Ansprechpartner haben eine E-Mail bekommen.',
    },
    delivery_failed: {
      title: '{count, plural, one {Ein Webhook wurde} other {# Webhooks wurden}} nicht zugestellt',
      text: 'Ihr Endpunkt hat einen Tag lang nicht geantwortet. Bringen Sie ihn in Ordnung, und senden Sie noch einmal.',
    },
    parts_awaited: {
      title: '{dataset}: Es fehlt eine Datei des Satzes',
      text: 'Nichts wird übernommen, bevor alle da sind.',
    },
    first_file_awaited: {
      title: 'Die erste Datei wird erwartet',
      text: 'Das HR-System hat sich noch nicht angemeldet. Schicken Sie einen Link mit den Verbindungsdaten.',
    },
    first_file_after_login: {
      title: 'Die erste Datei wird erwartet',
      text: 'Das HR-System hat sich angemeldet, aber noch ist keine Mitarbeiterdatei gekommen.',
    },
  },
}

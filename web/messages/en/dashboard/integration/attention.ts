export const attention = {
  title: 'What needs you',
  loading: 'Looking for what needs you …',
  none: 'Nothing needs you: all is well.',
  resolve: {
    enable: 'Turn it on',
    sync: 'Sync again',
    redeliver: 'Send again',
    report: 'See what is wrong',
    held: 'Look and decide',
    mapping: 'Check the mapping',
    keys: 'See keys and logins',
    cadence: 'See when files are due',
  },
  kinds: {
    disabled: {
      title: 'The integration is off',
      text: 'Reads are refused, and files that arrive wait until it is turned on.',
    },
    to_connect_again: {
      title: 'The customer has to connect again',
      text: 'The connection is not valid any more. Send a link by which they connect again.',
    },
    file_held: {
      title: '{file} is held as a whole',
      text: 'Its ids are not those of the same people as before, so nothing of it was applied. Look at the pairs, and decide.',
    },
    removals_held: {
      title: '{dataset}: {count, plural, one {# removal waits} other {# removals wait}}',
      text: 'So many were missing at once that nobody was removed. Approve it if they have really gone.',
    },
    mapping_to_approve: {
      title: '{dataset}: a mapping waits for approval',
      text: 'Files are applied by the approved mapping only.',
    },
    customer_awaited: {
      title: 'The customer has not finished the setup',
      text: 'Files wait until they have. Send them a setup link.',
    },
    file_refused: {
      title: '{file} could not be used',
      text: 'Nothing was changed by it. The report says what is wrong and how to mend it.',
    },
    sync_failed: {
      title: 'The last sync failed',
      text: 'What was stored before stays as it was. Sync again; if it goes on, the log says why.',
    },
    login_refused: { title: 'A login was refused', text: 'The HR system could not log in.' },
    file_late: { title: '{dataset}: a file is late', text: 'It was due by then. The contacts were told by mail.' },
    delivery_failed: {
      title: '{count, plural, one {A webhook was} other {# webhooks were}} not delivered',
      text: 'Your endpoint did not answer for a day. Mend it, then send again.',
    },
    parts_awaited: {
      title: '{dataset}: a file of the set is awaited',
      text: 'Nothing is applied before all of them have come.',
    },
    first_file_awaited: {
      title: 'The first file is awaited',
      text: 'The HR system has not logged in yet. Send a link with the connection details.',
    },
    first_file_after_login: {
      title: 'The first file is awaited',
      text: 'The HR system has logged in, and no employees file has come yet.',
    },
  },
}

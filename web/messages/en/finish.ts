export const finish = {
  title: 'Ready to finish',
  user: 'The SFTP user {user} is set up.',
  keys: '{count, plural, one {One key can log in.} other {# keys can log in.}}',
  files: '{count, plural, one {One file has arrived.} other {# files have arrived.}}',
  noFile: 'No file has arrived yet. That may also happen later.',
  nextTitle: 'What happens next',
  next: {
    files: 'Your HR system goes on uploading by itself. Each file brings everything up to date.',
    check: 'How the columns are matched is checked before anything is applied.',
    mail: 'You get a mail when the first file has arrived, and when something is wrong with one.',
  },
  finish: 'Finish',
}

import type { MailTexts } from './mail-texts.ts'

export const en: MailTexts = {
  vendor: 'your software provider',
  open: 'Open the page of the connection:',
  linkEnds: 'The link works once for 15 minutes. If you did not ask for it, you need not do anything.',
  optOut: 'No more mails about this connection:',
  decide:
    'If the file was not complete, upload a complete one. If they have really gone, approve that on the page of the connection, under “Missing people”.',
  'sign-in': {
    subject: 'Your link to the connection with {vendor}',
    lines: ['here is the link to the page of the connection between {organization} and {vendor}.'],
  },
  'first-login': {
    subject: 'The HR system has logged in',
    lines: [
      'the HR system of {organization} has logged in to {vendor} for the first time.',
      'The next step is the first file. You will hear from us when it has arrived and could be read.',
    ],
  },
  'first-file': {
    subject: 'The first file has been read',
    lines: [
      'the first file of {organization} has arrived at {vendor}, and its people could be read.',
      'From now on every new file is taken over by itself.',
    ],
  },
  'file-refused': {
    subject: 'A file could not be used: {file}',
    lines: [
      'the file {file} of {organization} has arrived at {vendor} but could not be used. Nothing was changed.',
      'The page of the connection says what is wrong, in which rows, and what to do.',
    ],
  },
  'removals-held': {
    subject: 'Many people were missing from the last file',
    lines: [
      'in the last file of {organization} {count} records were missing that were there before. They were kept for now.',
      'If the file was not complete, upload a complete one. If they have really gone, tell {vendor}.',
    ],
  },
  'file-late': {
    subject: 'A file is late',
    lines: [
      'no new file of {organization} has arrived at {vendor} for {hours} hours after {file}. It usually comes more often.',
      'Check whether the export in the HR system still runs. You can also upload a file by hand on the page of the connection.',
    ],
  },
}

const uploadAgain = 'Export the file again and upload it again, as a whole.'

/** About files that are packed or encrypted. */
export const archiveSentences = {
  archiveCutShort: {
    message: 'The file is cut short: its end is missing. Nothing of it was applied.',
    fix: uploadAgain,
  },
  archiveDamaged: {
    message: 'The packed file is damaged, so it cannot be unpacked. Nothing of it was applied.',
    fix: 'Pack the export again and upload it in binary mode.',
  },
  archiveUnpacksTooFar: {
    message:
      'The packed file unpacks to more than 200 times its size, which no export does. Nothing of it was applied.',
    fix: 'Upload the export itself, not packed.',
  },
  fileUnpacksTooLarge: {
    message: 'The file unpacks to more than {limit} MB, which is too large to be read here.',
    fix: 'Export fewer columns, or only the people who are needed. To try a mapping, the first rows are enough.',
  },
  archiveTooLarge: {
    message: 'The zip archive is larger than {limit} MB. Nothing of it was applied.',
    fix: 'Pack the export with gzip (.gz) instead, which has no such limit, or upload it as it is.',
  },
  archiveEmpty: {
    message: 'The zip archive holds no file. Nothing of it was applied.',
    fix: 'Check the export job: it may have packed before the export was written.',
  },
  archiveOfSeveral: {
    message:
      'The zip archive holds {count} files, and none of their names says what they hold. Nothing of it was applied.',
    fix: 'Name the files in the archive after what they hold, such as employees.csv and absences.csv, or pack one export into each archive.',
  },
  packedTwice: {
    message: 'What is packed in the file is packed or encrypted once more. Nothing of it was applied.',
    fix: 'Pack the export once, as .gz or .zip, and then encrypt it, if it is to be encrypted.',
  },
  packingUnknown: {
    message: 'The zip archive is packed in a way that is not read here.',
    fix: 'Pack it as an ordinary zip archive (deflate) or with gzip.',
  },
  passwordProtected: {
    message: 'The file is protected by a password, which nobody here knows. Nothing of it was applied.',
    fix: 'Pack it without a password, or encrypt it with the PGP key of the connection details.',
  },
  encryptionMissing: {
    message: 'The file is not encrypted, and only files encrypted with PGP are taken here. Nothing of it was applied.',
    fix: 'Encrypt it with the PGP key of the connection details, and upload it again.',
  },
  otherPgpKey: {
    message: 'The file is encrypted for another key ({keys}). Nothing of it was applied.',
    fix: 'Encrypt it with the PGP key of the connection details ({expected}), and upload it again.',
  },
  noPgpKey: {
    message: 'The file is encrypted for another key ({keys}). Nothing of it was applied.',
    fix: 'It cannot be read here: there is no private key. Use the file as it was before it was encrypted.',
  },
  pgpUnreadable: {
    message:
      'The file cannot be decrypted: it was changed on its way, or encrypted without integrity protection. Nothing of it was applied.',
    fix: 'Encrypt the export again as the connection details say, and upload it in binary mode.',
  },
  archiveUnpacked: {
    message: 'Each of these files in the archive counts as a file of its own: {files}.',
    fix: 'Nothing to do. What became of each is said there.',
  },
  archiveMembersUnnamed: {
    message:
      'The names of these files in the archive do not say what they hold, so nothing of them was applied: {files}.',
    fix: 'Name them after what they hold, such as employees.csv, or join them to another file in the mapping. If they are not needed, there is nothing to do.',
  },
  archiveMembersPacked: {
    message: 'These files in the archive are packed or encrypted once more, so they were not opened: {files}.',
    fix: 'Pack each export once.',
  },
  archiveMembersForeign: {
    message: 'These files in the archive are no data files by their names, so they were left aside: {files}.',
    fix: 'Nothing to do if that is so. Otherwise give them the ending of what they are, such as .csv.',
  },
  archiveMembersEmpty: {
    message: 'These files in the archive are empty: {files}.',
    fix: 'Check the export job: it may have packed before the exports were written.',
  },
  archiveMembersTwice: {
    message: 'The archive holds these files twice; the first of each was taken: {files}.',
    fix: 'Pack each export once.',
  },
} as const

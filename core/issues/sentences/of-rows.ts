const keptBack = 'so the row was left out and its record stays as it was'
const mendRowsWithoutId = 'Correct the rows without an id and upload the file again.'

/** About rows and their cells, what they refer to, and who is missing among them. */
export const rowSentences = {
  dateOrderChanged: {
    message:
      'The dates of the column are expected as {format}, but most of them, {count} and row {row} first, can only be read with day and month the other way round, so all others would be wrong.',
    fix: 'Have the export write {format} again. If the change is meant, change the date format in the mapping: the file is then applied without another upload.',
  },
  dateUnreadable: {
    message: `The cell is no date as {format}, ${keptBack} (field {field}).`,
    fix: 'Export this column as {format}, or change the date format in the mapping. Dates must exist in the calendar.',
  },
  dateTimeUnreadable: {
    message: `The cell is no date as {format} and a time, ${keptBack} (field {field}).`,
    fix: 'Export this column as {format} and a time, or change the date format in the mapping. Dates must exist in the calendar.',
  },
  timeUnreadable: {
    message: `The cell is no time of day, ${keptBack} (field {field}).`,
    fix: 'Export this column as HH:mm or HH:mm:ss.',
  },
  numberWithCommaUnreadable: {
    message: `The cell is no number with a decimal comma, ${keptBack} (field {field}).`,
    fix: 'Export this column as plain numbers without units, or change the decimal sign in the mapping.',
  },
  numberWithPointUnreadable: {
    message: `The cell is no number with a decimal point, ${keptBack} (field {field}).`,
    fix: 'Export this column as plain numbers without units, or change the decimal sign in the mapping.',
  },
  booleanUnreadable: {
    message: `The cell is neither yes nor no, ${keptBack} (field {field}).`,
    fix: 'Export yes/no, true/false or 1/0, or add this word to the value table of the mapping.',
  },
  emailInvalid: {
    message: 'The cell is no e-mail address, so the field {field} is empty.',
    fix: 'Correct the address in the HR system.',
  },
  phoneInvalid: {
    message: 'The phone number cannot be one of the country that it names, so it is stored as it is ({field}).',
    fix: 'Correct the number in the HR system; with the prefix of its country, such as +49, it is understood everywhere.',
  },
  ibanInvalid: {
    message:
      'The account number is no valid IBAN: its length or its check digits are wrong. It is stored as it is ({field}).',
    fix: 'Compare it with the bank details of the person and correct it in the HR system; a domestic account number belongs into a column of its own.',
  },
  wordPassedOn: {
    message: 'The word is not known for {field}; it was passed on as it is.',
    fix: 'Add the word to the value table of the mapping, or export one that is known.',
  },
  wordLeftOut: {
    message: 'The word is not known for {field}; the field is empty.',
    fix: 'Add the word to the value table of the mapping, or export one that is known.',
  },
  cellTooLong: {
    message: `The cell is longer than {limit} characters, ${keptBack} (field {field}).`,
    fix: 'Shorten the text in the HR system, or take this column out of the mapping.',
  },
  cellUnusable: { message: `The cell cannot be used, ${keptBack}.`, fix: 'Correct the cell in the HR system.' },
  idMissing: {
    message: 'The row has no id, so it was left out. While a file has such rows, nobody is removed because of it.',
    fix: 'Fill the id ({columns, and}) in every row of the export; take out title and total rows.',
  },
  idDuplicate: {
    message: 'The id stands in several rows that say different things, so none of them was applied.',
    fix: 'Export one row per id, or choose an id column that is different in every row.',
  },
  personTwice: {
    message:
      'The id was linked to another one, and the file has rows of both. The row of the newer id counts; this one was left out.',
    fix: 'Take the older id out of the export. If they are two people, have the link undone.',
  },
  valueMissing: {
    message: `The field {field} is empty, ${keptBack}.`,
    fix: 'Fill it in every row of the export.',
  },
  columnValueMissing: {
    message: `The field {field} is empty, ${keptBack}.`,
    fix: 'Fill "{column}" in every row of the export.',
  },
  recordTooLarge: {
    message: 'The row makes a record larger than can be stored (300 kB), so it was left out.',
    fix: 'Shorten the long text in this row, or take its column out of the mapping.',
  },
  managerUnknown: {
    message:
      'No employee that could be read from the file is the one named here as manager, so the person is stored without one.',
    fix: "Add the manager to the export, or correct who is named there. If the manager's own row is reported too, mend that one.",
  },
  idRewritten: {
    message:
      'The id looks as if a spreadsheet had rewritten it (1001.0, 1.23E+05), so it may not be the id of your HR system any more.',
    fix: 'Export the file from the HR system directly, or format the column as text before saving it in the spreadsheet.',
  },
  managerAmbiguous: {
    message: 'Several people of the file are called what stands here as manager, so the person is stored without one.',
    fix: 'Have the HR system name managers by their employee id or e-mail address, and map that column.',
  },
  managerSelf: {
    message: 'The person is named as their own manager; stored without a manager.',
    fix: 'Nothing to do if this is how your HR system marks the top of the organisation.',
  },
  managerCircle: {
    message:
      'These people report to each other in a circle, so the first one named in the example is stored without a manager. All others keep theirs.',
    fix: 'Correct the manager of one of them in your HR system: somebody of the circle reports to somebody outside of it, or to nobody.',
  },
  mentionDiffers: {
    message:
      'Rows say different things of the same location, department, company or type. The first one decides; what this row says of it is not stored.',
    fix: 'Give each of them one name and one address under its id in the export. If the column is about the person instead, such as a home address, correct the mapping.',
  },
  parentUnknown: {
    message: 'No group of the file has the id and the type named here as parent, so the group is stored without one.',
    fix: 'Add the parent to the export, or correct its id. If it is a group of another type, map parent.type too.',
  },
  parentSelf: {
    message: 'The group is named as its own parent; stored without a parent.',
    fix: 'Nothing to do if this is how your HR system marks the top of the organisation.',
  },
  employeeUnknown: {
    message: 'The employee this row belongs to is not known, so the row is not stored for now.',
    fix: 'It is stored by itself as soon as an employees file contains the person; check the employee id if it should be there.',
  },
  heldForRowsWithoutId: {
    message:
      'Records missing from the file: {removals}. Its rows without an id that can be read ({rows}) may be some of them, so nothing was removed.',
    fix: mendRowsWithoutId,
  },
  heldForQuarantine: {
    message:
      'Records missing from the file: {removals}. So many of its rows had to be left out ({quarantined} of {ids} ids) that it may be damaged, so nothing was removed; everything else was applied.',
    fix: 'Correct the rows that are reported beside this and upload the file again.',
  },
  heldForEmptyFile: {
    message: 'The file holds no records, although {present} are known, so nothing was removed.',
    fix: 'Check the filter of the export in the HR system and upload the file again. If nobody is left, delete the integration.',
  },
  heldForMany: {
    message:
      'The file lacks {removals} of {present} records. So many at once usually means a file that was cut short, so nothing was removed; everything else was applied.',
    fix: 'Upload the complete file again. If the records really are gone, approve their removal.',
  },
  heldForFilter: {
    message:
      'By what this file says of them, the employee filter leaves out {removals} of {present} people who are stored. So many at once usually means a column that was not filled in, so they stayed as they are; everything else was applied.',
    fix: 'Check the columns that the filter looks at and upload the file again. If these people really are to go, approve their removal, or change the filter.',
  },
  stillHeld: {
    message:
      'Records that earlier files lacked and this one lacks too: {removals}. Their removal waits for a decision; they stayed as they are.',
    fix: 'Look at the list of those who are held. Approve their removal if they really are gone; discard it if they are to stay.',
  },
  idDrift: {
    message:
      '{missing} of {present} known ids are missing from the file, and {created} new ones are in it. The ids have probably changed, so nothing of the file was applied.',
    fix: 'Export the ids as before (with their leading zeros), or choose the column that holds them as the id of the mapping, and upload the file again. If these are new ids for good, have the people linked to them; if they really are other people, have the file approved.',
  },
  idsSwapped: {
    message:
      'Under {swapped} of {present} known ids the file has somebody else: name, birth date and e-mail address all differ from before. The ids have probably been mixed up, so nothing of the file was applied.',
    fix: 'Check in the export that every row still has the id of its person (a column that was sorted by itself moves them), and upload the file again. If the ids really belong to others now, have the file approved.',
  },
} as const

const uploadAgain = 'Export the file again and upload it again, as a whole.'
const asCsv = 'Set the export to CSV, or to a list of one object for each person, and upload it again.'

/** About what a table was found in: encodings, JSON, workbooks. */
export const tableSentences = {
  encodingGuessed: {
    message: 'The text was read as {encoding}, judging by its characters: the file does not say what it is.',
    fix: 'Nothing to do if names with accents look right. Otherwise export UTF-8, or name the encoding in the mapping.',
  },
  jsonUnreadable: {
    message: 'The file begins like JSON but breaks its rules further down. Nothing of it was applied.',
    fix: uploadAgain,
  },
  jsonTooDeep: {
    message: 'The JSON is nested more than {limit} levels deep, which no list of people is. Nothing of it was applied.',
    fix: asCsv,
  },
  jsonTooWide: {
    message: 'The objects in the JSON have too many different keys to be columns. Nothing of it was applied.',
    fix: 'Export a list of people, not an object with one key for each person.',
  },
  recordsAbsent: {
    message: 'The JSON holds no list of objects of which rows could be made. Nothing of it was applied.',
    fix: asCsv,
  },
  recordsMissing: {
    message: 'The JSON holds no list of objects at "{records}", where the mapping expects it.',
    fix: 'Check the export, or name another place in the mapping. There are lists at: {found}.',
  },
  recordsChosen: {
    message: 'The rows were read from the list "{records}". The file holds other lists as well: {others}.',
    fix: 'Nothing to do if that is the right one. Otherwise name the right one in the mapping.',
  },
  workbookUnreadable: {
    message: 'The workbook is damaged or not built like one that Excel saves. Nothing of it was applied.',
    fix: 'Open it in Excel and save it as .xlsx again, or upload CSV.',
  },
  workbookProtected: {
    message: 'The workbook is protected by a password, which nobody here knows. Nothing of it was applied.',
    fix: 'Save it without a password. SFTP encrypts it on its way; PGP protects it further.',
  },
  sheetsAbsent: {
    message: 'The workbook has no sheet that is shown and holds cells. Nothing of it was applied.',
    fix: 'Check the export, and upload the workbook again.',
  },
  sheetMissing: {
    message: 'The workbook has no sheet "{sheet}", which the mapping expects.',
    fix: 'Check the export, or name another sheet in the mapping. The workbook has: {sheets}.',
  },
  sheetOnly: {
    message: 'The sheet is called "{sheet}", not "{expected}" as the mapping says. It is the only one, so it was read.',
    fix: 'Nothing to do if that is so.',
  },
  sheetNamed: {
    message: 'The sheet "{sheet}" was read, because it is named like what the file holds. There are others: {others}.',
    fix: 'Nothing to do if that is the right one. Otherwise name the right one in the mapping.',
  },
  cellsFar: {
    message: 'Cells that stand far to the right of the table were left out: {cells}.',
    fix: 'Delete them from the sheet, if they are there by mistake; else move their columns beside the others.',
  },
  sheetLargest: {
    message: 'The sheet "{sheet}" was read, because it is the largest. There are others: {others}.',
    fix: 'Nothing to do if that is the right one. Otherwise name the right one in the mapping.',
  },
  encodingDoubted: {
    message: 'The text was read as {encoding}, as the mapping says, but it looks like UTF-8.',
    fix: 'Look at names with accents. If they are garbled, leave the encoding to be detected, or set it to UTF-8 in the mapping.',
  },
  quotesEscaped: {
    message: 'Quotes within cells have a backslash before them: {count} of the first ones do, and none is doubled.',
    fix: 'Nothing to do if the cells look right. Otherwise name the quotes in the mapping.',
  },
  quoteFound: {
    message: 'Cells stand in single quotes: {count} of the first ones do, and none in double quotes.',
    fix: 'Nothing to do if the cells look right. Otherwise name the quotes in the mapping.',
  },
} as const

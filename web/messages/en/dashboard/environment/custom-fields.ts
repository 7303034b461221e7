export const customFields = {
  title: 'Custom fields',
  intro: 'What you want to know of people beyond the unified model. Customers map a column to each.',
  empty: 'There are no custom fields yet. Add the first one, and customers can fill it.',
  add: 'New custom field',
  key: 'Key',
  keyHint: 'The name in the API: letters, digits and underscores. It cannot be changed later.',
  model: 'Records that have it',
  label: 'Label for customers',
  description: 'What it means',
  aliases: 'Columns that fill it by their name',
  aliasesHint: 'One name on each line. The first that a file has counts, unless somebody maps another.',
  changed: 'Changed',
  syncHint: 'Other names of columns have all integrations synced again.',
  save: 'Save',
  remove: 'Delete',
  removeTitle: 'Delete {key}?',
  removeText:
    'The next syncs take its values out of all records. If you define it again, they come back only where files are still kept.',
  mappedBy: '{count, plural, one {# integration fills} other {# integrations fill}} it from a column:',
  filteredBy:
    '{count, plural, one {The employee filter of # integration looks} other {The employee filters of # integrations look}} at it. Take the rule out first:',
  unused: 'No integration has mapped a column to it.',
}

export const mapping = {
  title: 'Correspondance',
}

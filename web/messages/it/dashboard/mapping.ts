export const mapping = {
  title: 'Corrispondenza',
}

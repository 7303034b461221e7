export const data = {
  title: 'Daten',
}

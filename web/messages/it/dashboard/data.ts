export const data = {
  title: 'Dati',
}

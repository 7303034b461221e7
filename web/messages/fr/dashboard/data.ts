export const data = {
  title: 'Données',
}

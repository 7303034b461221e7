export const environment = {
  title: 'Environnement',
}

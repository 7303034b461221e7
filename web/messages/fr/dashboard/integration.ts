export const integration = {
  title: 'Intégration de {organization}',
}

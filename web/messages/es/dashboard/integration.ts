export const integration = {
  title: 'Integración de {organization}',
}

export const integration = {
  title: 'Integrazione di {organization}',
}

export const integration = {
  title: 'Integration of {organization}',
}

export const integration = {
  title: 'Integration von {organization}',
}

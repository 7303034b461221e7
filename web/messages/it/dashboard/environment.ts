export const environment = {
  title: 'Ambiente',
}

export const environment = {
  title: 'Entorno',
}

export const once = {
  text: 'Kopieren Sie es jetzt und bewahren Sie es sicher auf: Es wird nur dieses eine Mal gezeigt und nirgends gespeichert.',
  done: 'Ich habe es aufbewahrt',
}

export const once = {
  text: 'Cópielo ahora y guárdelo en un lugar seguro: se muestra solo esta vez y no se guarda en ninguna parte.',
  done: 'Lo he guardado',
}

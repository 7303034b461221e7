export const once = {
  text: 'Copialo ora e conservalo in un luogo sicuro: viene mostrato solo questa volta e non è salvato da nessuna parte.',
  done: 'L’ho conservato',
}

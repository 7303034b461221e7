export const attention = {
  title: 'Qué requiere su atención',
  loading: 'Buscando qué requiere su atención…',
  none: 'Nada requiere su atención: todo está bien.',
  resolve: {
    enable: 'Encenderla',
    sync: 'Sincronizar de nuevo',
    redeliver: 'Enviar de nuevo',
    report: 'Ver qué está mal',
    held: 'Mirar y decidir',
    mapping: 'Revisar la asignación',
    keys: 'Ver claves e inicios de sesión',
    cadence: 'Ver cuándo se esperan archivos',
  },
  kinds: {
    disabled: {
      title: 'La integración está apagada',
      text: 'Las lecturas se rechazan, y los archivos que llegan esperan a que se encienda.',
    },
    to_connect_again: {
      title: 'El cliente tiene que volver a conectarse',
      text: 'La conexión ya no es válida. Envíe un enlace con el que se conecte de nuevo.',
    },
    file_held: {
      title: '{file} está retenido por completo',
      text: 'Sus identificadores ya no son los de las mismas personas, así que no se aplicó nada. Mire los pares y decida.',
    },
    removals_held: {
      title: '{dataset}: {count, plural, one {# baja espera} other {# bajas esperan}}',
      text: 'Faltaban tantos a la vez que no se quitó a nadie. Apruébelo si de verdad se han ido.',
    },
    mapping_to_approve: {
      title: '{dataset}: una asignación espera aprobación',
      text: 'Los archivos solo se aplican con la asignación aprobada.',
    },
    customer_awaited: {
      title: 'El cliente no ha terminado la configuración',
      text: 'Los archivos esperan hasta entonces. Envíele un enlace de configuración.',
    },
    file_refused: {
      title: '{file} no se pudo usar',
      text: 'No cambió nada. El informe dice qué está mal y cómo arreglarlo.',
    },
    sync_failed: {
      title: 'La última sincronización falló',
      text: 'Lo que estaba guardado queda como estaba. Sincronice de nuevo; si persiste, el registro dice por qué.',
    },
    login_refused: {
      title: 'Se rechazó un inicio de sesión',
      text: 'El sistema de RR. HH. no pudo iniciar sesión.',
    },
    file_late: {
      title: '{dataset}: un archivo se retrasa',
      text: 'Se esperaba antes. Se avisó a los contactos por correo.',
    },
    delivery_failed: {
      title: '{count, plural, one {Un webhook no se entregó} other {# webhooks no se entregaron}}',
      text: 'Su punto de entrega no respondió durante un día. Arréglelo y envíe de nuevo.',
    },
    parts_awaited: {
      title: '{dataset}: falta un archivo del conjunto',
      text: 'No se aplica nada antes de que hayan llegado todos.',
    },
    first_file_awaited: {
      title: 'Se espera el primer archivo',
      text: 'El sistema de RR. HH. todavía no ha iniciado sesión. Envíe un enlace con los datos de conexión.',
    },
    first_file_after_login: {
      title: 'Se espera el primer archivo',
      text: 'El sistema de RR. HH. ha iniciado sesión, pero todavía no ha llegado ningún archivo de empleados.',
    },
  },
}

/** How the emulator's process tells its parent why it ended. */
export const exitCodes = { crashed: 1, dataInUse: 75, portInUse: 76 } as const

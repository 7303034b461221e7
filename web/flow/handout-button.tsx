export const HandoutButton = () => null

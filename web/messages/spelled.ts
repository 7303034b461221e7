/** `cost_center` as people write it, where there is no better word. */
export const spelled = (name: string): string => name.charAt(0).toUpperCase() + name.slice(1).replaceAll('_', ' ')

import { useMessages } from 'use-intl'

const spelled = (value: string): string => (value.charAt(0) + value.slice(1).toLowerCase()).replaceAll('_', ' ')

/** What the words of the unified model are called: `FULL_TIME` is full-time. */
export const useUnified = () => {
  const unified: Readonly<Record<string, string>> = useMessages().unified
  return (value: string): string => unified[value] ?? spelled(value)
}

import { useFlow } from '../flow-context.ts'

/** Takes a data point out of what is shared, or back into it. */
export const useChoice = () => {
  const { leftOut, setLeftOut } = useFlow()
  return (point: string, isShared: boolean): void => {
    const others = [...leftOut].filter((other) => other !== point)
    setLeftOut(new Set(isShared ? others : [...others, point]))
  }
}

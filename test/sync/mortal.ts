export class Killed extends Error {}

type Call<Arguments extends unknown[], Result> = (...given: Arguments) => Promise<Result>

/** A process that dies when its call number `fatal` has taken effect: nothing it does afterwards counts. */
export const mortalProcess = (fatal: number) => {
  let calls = 0
  const guarded =
    <Arguments extends unknown[], Result>(call: Call<Arguments, Result>): Call<Arguments, Result> =>
    async (...given) => {
      calls += 1
      if (calls > fatal) throw new Killed()
      const result = await call(...given)
      if (calls >= fatal) throw new Killed()
      return result
    }
  return { guarded, calls: () => calls }
}

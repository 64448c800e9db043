/** Years in which the Council is known to have adopted or revised resolutions that texts cite without a year. */
const years: Record<string, number[]> = {
  'council-1332': [2011, 2016],
  'council-1334': [2011, 2013, 2015],
  'council-1336': [2011, 2016],
  'council-1344': [2012, 2015],
}

/** 'Council Resolution 1336' in a text of 2018 means the revision of 2016. */
export function revisionInForce(family: string, year: number | null): string | null {
  const known = years[family]?.filter((one) => year === null || one <= year)
  const last = known?.at(-1)
  return last === undefined ? null : `${family}-${last}`
}

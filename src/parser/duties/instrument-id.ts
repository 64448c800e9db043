export type InstrumentKind = 'resolution' | 'decision' | 'opinion' | 'recommendation'

const prefixes: Record<string, string> = { 'itu-pp': 'pp', 'itu-council': 'council' }

/** 'pp-140-busan-2014', 'council-1332-2016', 'unga-70-125', 'unsc-1325-2000', 'pp-decision-5-bucharest-2022'. */
export function instrumentId(
  body: string,
  kind: InstrumentKind,
  number: string,
  place: string | null,
  year: number | null,
): string {
  const council = body === 'itu-council'
  const slug = number
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')
  const parts = [prefixes[body] ?? body]
  if (kind !== 'resolution') parts.push(kind)
  parts.push(slug)
  if (place !== null && !council) parts.push(place)
  if (year !== null) parts.push(String(year))
  return parts.join('-')
}

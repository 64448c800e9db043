import { childOf, childrenNamed, type XmlNode } from '../packages/xml-read.ts'

/** For each style of cell whether a number in it is a moment: XLSX knows no dates, only numbers that are shown as dates. */
export function dateStyles(styles: XmlNode | undefined): boolean[] {
  const ownFormats = new Map(
    childrenNamed(childOf(styles, 's:numFmts'), 's:numFmt').map(({ attributes }) => [
      attributes['numFmtId'],
      attributes['formatCode'] ?? '',
    ]),
  )
  return childrenNamed(childOf(styles, 's:cellXfs'), 's:xf').map(({ attributes }) => {
    const id = attributes['numFmtId']
    const own = ownFormats.get(id)
    return own === undefined ? isBuiltInDate(Number(id)) : isDateFormat(own)
  })
}

/** ECMA-376 part 1, 18.8.30: these hold dates in every language, 27–36 and 50–58 in those of East Asia. */
const isBuiltInDate = (id: number) =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

/** Letters of a date that are no quoted text, no colour and no escaped sign; a span of hours is none. */
function isDateFormat(format: string): boolean {
  const [positive = ''] = format.split(';')
  if (/\[(?:h+|m+|s+)\]/i.test(positive)) return false
  const bare = positive.replaceAll(/"[^"]*"|\\.|_.|\*.|\[[^\]]*\]/g, '')
  return !/general/i.test(bare) && /[dmyhs]/i.test(bare)
}

/** '45000' in a cell of dates as '2023-03-15', with the time when there is one; only the time when there is no day. */
export function momentOf(serial: number, isFrom1904: boolean): string | null {
  const days = isFrom1904 ? serial + 1462 : serial
  // After the last day of the year 9999 and before the first of 1900 there are no dates in a sheet.
  if (!(days >= 0 && days < 2_958_466)) return null
  // Spreadsheets believe that 1900 had a 29 February, so that days before it have other numbers.
  const sinceEpoch = days - (days < 61 ? 25_568 : 25_569)
  const moment = new Date(Math.round(sinceEpoch * 86_400) * 1000).toISOString()
  const [day = '', time = ''] = moment.slice(0, 19).split('T')
  if (days < 1) return time
  return time === '00:00:00' ? day : `${day}T${time}`
}

/** The number of a day in a cell of dates; null for days that a sheet cannot hold, or that programs number differently. */
export function serialOf(day: string): number | null {
  const moment = /^\d{4}-\d\d-\d\d$/.test(day) ? Date.parse(`${day}T00:00:00Z`) : Number.NaN
  const serial = moment / 86_400_000 + 25_569
  return serial >= 61 && new Date(moment).toISOString().startsWith(day) ? serial : null
}

import type { Duty, Resolution, Section, Unit } from '../resolution.ts'

/** A resolution as lines for reading in a terminal: its parts with their labels, and below each provision what it asks for. */
export function asText(resolution: Resolution): string {
  const lines = [...headLines(resolution), '']
  for (const section of resolution.sections) lines.push(...sectionLines(section, resolution.duties), '')
  for (const note of resolution.footnotes) lines.push(`[${note.mark}] ${note.text}`)
  if (resolution.footnotes.length > 0) lines.push('')
  return lines.join('\n')
}

function headLines({ title, number, body, place, year, revision }: Resolution): string[] {
  // A revision as printed often names its place and year: 'Rev. Dubai, 2018'.
  const parts = revision?.includes(String(year)) ? [revision] : [revision, place, year]
  const when = parts.filter((part) => part !== null && part !== '').join(', ')
  return [
    [number, when === '' ? null : `(${when})`].filter((part) => part !== null).join(' '),
    title ?? '',
    body ?? '',
  ].filter((line) => line !== '')
}

function sectionLines(section: Section, duties: Duty[]): string[] {
  const heading = section.heading === '' ? [] : [section.heading]
  return [...heading, ...section.units.flatMap((unit) => unitLines(unit, duties, 1))]
}

function unitLines(unit: Unit, duties: Duty[], depth: number): string[] {
  const indent = '  '.repeat(depth)
  const marks = unit.footnotes.map((mark) => ` [${mark}]`).join('')
  const own = duties.filter((duty) => duty.path === unit.path)
  return [
    `${indent}${unit.label === null ? '' : `${unit.label} `}${unit.text}${marks}`,
    ...own.map((duty) => `${indent}    → ${dutyLine(duty)}`),
    ...unit.children.flatMap((child) => unitLines(child, duties, depth + 1)),
    ...(unit.closing === '' ? [] : [`${indent}${unit.closing}`]),
  ]
}

/** Signs rather than words, so that the lines read the same beside a text in any language. */
function dutyLine(duty: Duty): string {
  const cadence =
    duty.cadence.value === null ? '' : `↻ ${duty.cadence.value}${duty.cadence.basis === 'implied' ? '?' : ''}`
  return [
    duty.addressees.join(', '),
    `▸ ${duty.verbs.join(', ') || '?'}`,
    duty.deliverable === null ? '' : `«${duty.deliverable}»`,
    duty.recipients.length === 0 ? '' : `⇒ ${duty.recipients.join(', ')}`,
    duty.via.length === 0 ? '' : `↝ ${duty.via.join(', ')}`,
    cadence,
    duty.deadline === null ? '' : `⏲ ${duty.deadline}`,
    duty.actionLines.join(' '),
    duty.sdg ? (duty.sdgOnlyInName ? '(SDG)' : 'SDG') : '',
    duty.cites.map((cite) => cite.instrument ?? cite.asWritten).join(' '),
    duty.refersTo.map((path) => `§ ${path}`).join(' '),
    `${Math.round(duty.confidence * 100)} %`,
  ]
    .filter((part) => part !== '')
    .join('  ')
}

import {
  asAkomaNtoso as write,
  type Deliberation,
  type DeliberationUnit,
} from '#platform/export/akoma-ntoso.ts'
import type { Citation, Resolution, Unit } from '../resolution.ts'

/** A parsed resolution as an Akoma Ntoso document. `instrument` is its permanent name where it is known. */
export function asAkomaNtoso(resolution: Resolution, instrument: string | null = null): string {
  return write(deliberationOf(resolution, instrument))
}

function deliberationOf(resolution: Resolution, instrument: string | null): Deliberation {
  const { number, place, year, body } = resolution
  const cites = citationsByPath(resolution)
  const formula = resolution.frontMatter.find(({ kind }) => kind === 'formula')
  const symbol = resolution.frontMatter.find(({ kind }) => kind === 'symbol' || kind === 'number')
  return {
    language: resolution.language,
    work: instrument ?? slug(['unnamed', number, place, year]),
    author: { id: body === null ? 'unknown' : slug([body]), name: body ?? 'unknown' },
    number,
    symbol: symbol?.text ?? number,
    title: resolution.title ?? '',
    formula: formula?.text ?? null,
    adopted: year,
    authoritative: false,
    aliases: [],
    parts: resolution.sections.map((section) => ({
      kind: section.kind,
      heading: section.heading,
      units: section.units.map((unit) => unitOf(unit, cites)),
    })),
    notes: resolution.footnotes.map(({ mark, text }) => ({ mark, text })),
  }
}

const unitOf = (unit: Unit, cites: Map<string, DeliberationUnit['cites']>): DeliberationUnit => ({
  label: unit.label,
  key: unit.label === null ? null : (unit.path.split('/').at(-1) ?? null),
  text: unit.text,
  words: 'verbatim',
  closing: unit.closing,
  notes: unit.footnotes,
  cites: cites.get(unit.path) ?? [],
  children: unit.children.map((child) => unitOf(child, cites)),
})

/** What each unit cites, once: several duties of one unit repeat its citations. */
function citationsByPath({ duties }: Resolution): Map<string, DeliberationUnit['cites']> {
  const byPath = new Map<string, DeliberationUnit['cites']>()
  for (const { path, cites } of duties) {
    const known = byPath.get(path) ?? []
    const fresh = cites.flatMap(({ asWritten, instrument }: Citation) =>
      instrument === null || known.some((one) => one.asWritten === asWritten && one.instrument === instrument)
        ? []
        : [{ asWritten, instrument }],
    )
    byPath.set(path, [...known, ...fresh])
  }
  return byPath
}

const slug = (parts: (string | number | null)[]): string =>
  parts
    .filter((part) => part !== null)
    .join('-')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

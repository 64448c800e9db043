import {
  asAkomaNtoso as write,
  type Deliberation,
  type DeliberationUnit,
} from '#platform/export/akoma-ntoso.ts'
import { citesOf } from '../duties/cites-of.ts'
import { houseOf } from '../duties/house-of.ts'
import { instrumentId } from '../duties/instrument-id.ts'
import { placeSlug } from '../names/conferences.ts'
import type { Citation, Resolution, Unit } from '../resolution.ts'

/** A parsed resolution as an Akoma Ntoso document. */
export const asAkomaNtoso = (resolution: Resolution): string => write(deliberationOf(resolution))

function deliberationOf(resolution: Resolution): Deliberation {
  const { number, year, body } = resolution
  const { adopter } = houseOf(resolution)
  const cites = citesOf(resolution)
  const formula = resolution.frontMatter.find(({ kind }) => kind === 'formula')
  const symbol = resolution.frontMatter.find(({ kind }) => kind === 'symbol' || kind === 'number')
  return {
    language: resolution.language,
    work: workOf(resolution, adopter),
    author: { id: adopter ?? (body === null ? 'unknown' : slug([body])), name: body ?? 'unknown' },
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

// Organs of the United Nations are not cited by place, and number their texts by session.
const numberedBySession = new Set(['unga', 'ecosoc', 'hrc'])

/** The permanent name of the instrument, as citations of it would have it. */
function workOf({ number, place, year }: Resolution, adopter: string | null): string {
  if (adopter === null || number === null) return slug(['unnamed', number, place, year])
  const bySession = numberedBySession.has(adopter)
  const where = place === null || bySession ? null : placeSlug(place)
  return instrumentId(adopter, 'resolution', number, where, bySession ? null : year)
}

const unitOf = (unit: Unit, cites: Map<string, Citation[]>): DeliberationUnit => ({
  label: unit.label,
  key: unit.label === null ? null : (unit.path.split('/').at(-1) ?? null),
  text: unit.text,
  words: 'verbatim',
  closing: unit.closing,
  notes: unit.footnotes,
  cites: (cites.get(unit.path) ?? []).flatMap(({ asWritten, instrument }) =>
    instrument === null ? [] : [{ asWritten, instrument }],
  ),
  children: unit.children.map((child) => unitOf(child, cites)),
})

const slug = (parts: (string | number | null)[]): string =>
  parts
    .filter((part) => part !== null)
    .join('-')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '-')
    .replaceAll(/^-|-$/g, '')

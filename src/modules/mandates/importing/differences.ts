import type { Difference, DifferenceKind, TextDuty, TextUnit } from './text.ts'

/** A provision as the register describes it, to be held against a text. */
export type RegisterSide = {
  address: string
  label: string | null
  kind: 'preamble' | 'operative'
  actionLines: string[]
  sdg: boolean
  footnotes: string[]
  /** Instruments cited by name. */
  cites: string[]
  duties: {
    addressees: string[]
    recipients: string[]
    cadence: { value: string | null; basis: 'explicit' | 'implied' }
    deadlineYear: number | null
  }[]
}

export type TextSide = {
  units: Pick<TextUnit, 'path' | 'address' | 'label' | 'footnotes'>[]
  duties: TextDuty[]
  /** Kind of the section of each unit, by path. */
  kinds: Map<string, 'preamble' | 'operative'>
}

/** Every point in which an imported text and the register do not agree, in the order of the register. */
export function differencesOf(register: RegisterSide[], text: TextSide): Difference[] {
  const units = new Map(
    text.units.filter(({ address }) => address !== null).map((unit) => [unit.address, unit]),
  )
  const duties = Map.groupBy(text.duties, ({ path }) => path)
  const paired = register.flatMap((provision): Difference[] => {
    const unit = units.get(provision.address)
    if (!unit) return [difference('missing', provision.address, provision.label ?? '', null)]
    return [
      ...ofUnit(provision, unit, text.kinds.get(unit.path) ?? null),
      ...ofDuties(provision, duties.get(unit.path) ?? []),
    ]
  })
  const additional = text.units
    .filter(({ address }) => address === null)
    .map(({ path, label }) => difference('additional', path, null, label ?? ''))
  return [...paired, ...additional]
}

const difference = (
  kind: DifferenceKind,
  address: string,
  register: string | null,
  text: string | null,
): Difference => ({
  kind,
  address,
  register,
  text,
})

function ofUnit(provision: RegisterSide, unit: TextSide['units'][number], kind: string | null): Difference[] {
  const found: Difference[] = []
  const { address } = provision
  if (!sameLabel(provision.label, unit.label))
    found.push(difference('label', address, provision.label, unit.label))
  if (kind !== null && kind !== provision.kind) found.push(difference('kind', address, provision.kind, kind))
  found.push(...sets('footnote', address, provision.footnotes, unit.footnotes))
  return found
}

/** Letters are those of each language; only numbers can be held against each other. */
function sameLabel(register: string | null, text: string | null): boolean {
  const bare = (label: string | null) =>
    (label ?? '')
      .normalize('NFKC')
      .replaceAll(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x0660))
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase()
  const [a, b] = [bare(register), bare(text)]
  if (a === b) return true
  return a !== '' && b !== '' && !(/^\d+$/.test(a) && /^\d+$/.test(b)) && !(isLatin(a) && isLatin(b))
}

const isLatin = (text: string) => /^[a-z]+$/.test(text)

function ofDuties(provision: RegisterSide, read: TextDuty[]): Difference[] {
  const { address, duties } = provision
  if (provision.kind === 'preamble') return []
  const found = duties.flatMap((duty, place) => {
    const other = read[place]
    return other
      ? ofDuty(address, duty, other)
      : [difference('duty-missing', address, String(place + 1), null)]
  })
  const more = read
    .slice(duties.length)
    .map((_, place) => difference('duty-additional', address, null, String(duties.length + place + 1)))
  if (read.length === 0) return found
  const cited = read.flatMap(({ cites }) =>
    cites.filter(({ explicit }) => explicit).map(({ instrument }) => instrument ?? '?'),
  )
  return [
    ...found,
    ...more,
    ...sets('citation', address, provision.cites, cited),
    ...sets(
      'action-line',
      address,
      provision.actionLines,
      read.flatMap(({ actionLines }) => actionLines),
    ),
    ...sets('sdg', address, provision.sdg ? ['yes'] : [], read.some(({ sdg }) => sdg) ? ['yes'] : []),
  ]
}

function ofDuty(address: string, duty: RegisterSide['duties'][number], read: TextDuty): Difference[] {
  const found = [
    ...sets('addressee', address, duty.addressees, read.addresseeIds ?? []),
    ...sets('recipient', address, duty.recipients, read.recipientIds ?? []),
  ]
  const { cadence } = read
  // What is only implied is a judgement of whoever reads; only what the text says can differ from it.
  const said = duty.cadence.basis === 'explicit' || (cadence.basis === 'explicit' && cadence.value !== null)
  if (said && duty.cadence.value !== cadence.value) {
    found.push(difference('cadence', address, duty.cadence.value, cadence.value))
  }
  if (duty.deadlineYear !== read.deadlineYear && (duty.deadlineYear !== null || read.deadlineYear !== null)) {
    found.push(difference('deadline', address, yearOf(duty.deadlineYear), yearOf(read.deadlineYear)))
  }
  return found
}

const yearOf = (year: number | null) => (year === null ? null : String(year))

function sets(kind: DifferenceKind, address: string, register: string[], text: string[]): Difference[] {
  const [a, b] = [[...new Set(register)].sort().join(', '), [...new Set(text)].sort().join(', ')]
  return a === b ? [] : [difference(kind, address, a === '' ? null : a, b === '' ? null : b)]
}

import type { Duty, Resolution, Section, Unit } from '#parser/resolution.ts'

export type Expected = {
  quirks: string[]
  language?: string
  title?: string | null
  number?: string | null
  body?: string | null
  place?: string | null
  year?: number | null
  sections?: ExpectedSection[]
  footnotes?: { mark: string; text: string; path?: string | null }[]
  setAsideContains?: string[]
  warnings?: string[]
  duties?: ExpectedDuty[]
}

type ExpectedSection = {
  heading?: string
  kind?: Section['kind']
  addressees?: string[]
  key?: string
  units?: ExpectedUnit[]
}

type ExpectedUnit = {
  label?: string | null
  path?: string
  text?: string
  starts?: string
  ends?: string
  children?: ExpectedUnit[]
}

type ExpectedDuty = { path: string } & Partial<
  Pick<
    Duty,
    'addressees' | 'recipients' | 'via' | 'deadline' | 'deadlineYear' | 'actionLines' | 'sdg' | 'refersTo'
  >
> & {
    verb?: string
    cadence?: Partial<Duty['cadence']>
    cites?: { asWritten?: string; instrument?: string | null }[]
  }

/** Every judged field that differs, one readable line each: 'where: expected …, read …'. */
export function differences(expected: Expected, read: Resolution): string[] {
  return [
    ...frontMatterDifferences(expected, read),
    ...sectionDifferences(expected.sections, read.sections),
    ...footnoteDifferences(expected, read),
    ...setAsideDifferences(expected, read),
    ...warningDifferences(expected, read),
    ...(expected.duties ?? []).flatMap((duty) => dutyDifferences(duty, read.duties)),
  ]
}

function frontMatterDifferences(expected: Expected, read: Resolution): string[] {
  return [
    ...differs('language', expected.language, read.language),
    ...differs('title', expected.title, read.title),
    ...differs('number', expected.number, read.number),
    ...differs('body', withoutArticle(expected.body), withoutArticle(read.body)),
    ...differs('place', expected.place, read.place),
    ...differs('year', expected.year, read.year),
  ]
}

function sectionDifferences(expected: ExpectedSection[] | undefined, read: Section[]): string[] {
  if (!expected) return []
  const headings = (sections: { heading?: string; units?: unknown[] }[]) =>
    sections.map((section) => `${section.heading ?? '*'} (${section.units?.length})`).join(' | ')
  if (expected.length !== read.length) return [wrong('sections', headings(expected), headings(read))]
  return expected.flatMap((section, place) => {
    const found = read[place] as Section
    const where = `section ${section.key ?? section.heading ?? place + 1}`
    return [
      ...differs(`${where} heading`, bare(section.heading), bare(found.heading)),
      ...differs(`${where} kind`, section.kind, found.kind),
      ...differs(`${where} key`, section.key, found.key),
      ...differsAsSet(`${where} addressees`, section.addressees, found.addressees),
      ...unitDifferences(where, section.units, found.units),
    ]
  })
}

function unitDifferences(where: string, expected: ExpectedUnit[] | undefined, read: Unit[]): string[] {
  if (!expected) return []
  const labels = (units: { label?: string | null }[]) =>
    units.map((unit) => plainLabel(unit.label) ?? '·').join(' ')
  if (expected.length !== read.length) return [wrong(`${where} units`, labels(expected), labels(read))]
  return expected.flatMap((unit, place) => {
    const found = read[place] as Unit
    const here = `${where} / ${unit.label ?? place + 1}`
    return [
      ...differs(`${here} label`, plainLabel(unit.label), plainLabel(found.label)),
      ...differs(`${here} path`, unit.path, found.path),
      ...differs(`${here} text`, unit.text, found.text),
      ...differs(`${here} starts`, unit.starts, found.text.slice(0, unit.starts?.length)),
      ...differs(`${here} ends`, unit.ends, found.text.slice(-(unit.ends?.length ?? 0))),
      ...unitDifferences(here, unit.children ?? [], found.children),
    ]
  })
}

function footnoteDifferences(expected: Expected, read: Resolution): string[] {
  if (!expected.footnotes) return []
  const printed = (notes: { mark: string; text: string; path?: string | null }[]) =>
    notes.map((note) => `${plain(note.mark)} ${plain(note.text)} @ ${note.path}`).join(' | ')
  const found = read.footnotes.map((note) => ({ mark: note.mark, text: note.text, path: note.at }))
  return differs('footnotes', printed(expected.footnotes), printed(found))
}

/** What is set aside may be kept whole or in pieces; what matters is that no unit swallowed it. */
function setAsideDifferences(expected: Expected, read: Resolution): string[] {
  const kept = [...read.setAside, ...read.frontMatter].map((entry) => plain(entry.text))
  const units = JSON.stringify(read.sections)
  return (expected.setAsideContains ?? []).flatMap((text) =>
    kept.some((entry) => entry.includes(plain(text))) && !units.includes(text)
      ? []
      : [wrong('set aside', text, 'not there')],
  )
}

const countedExactly = ['label-gap', 'label-double', 'tracked-changes', 'letters-folded']

function warningDifferences(expected: Expected, read: Resolution): string[] {
  if (!expected.warnings) return []
  const found = [...new Set(read.warnings.map((warning) => warning.code as string))]
  const missing = expected.warnings.filter((code) => !found.includes(code))
  const extra = found.filter((code) => countedExactly.includes(code) && !expected.warnings?.includes(code))
  return [
    ...missing.map((code) => wrong('warning', code, 'none')),
    ...extra.map((code) => wrong('warning', 'none', code)),
  ]
}

function dutyDifferences(expected: ExpectedDuty, read: Duty[]): string[] {
  const candidates = read.filter((duty) => duty.path === expected.path)
  if (candidates.length === 0) return [wrong(`duty ${expected.path}`, 'a duty', 'none')]
  const faults = candidates.map((duty) => faultsOfDuty(expected, duty))
  return faults.toSorted((a, b) => a.length - b.length)[0] ?? []
}

function faultsOfDuty(expected: ExpectedDuty, read: Duty): string[] {
  const where = `duty ${expected.path}`
  // What is implied is judgement; only the basis is compared.
  const isStated = expected.cadence?.basis !== 'implied'
  const verbs = [read.verb, ...read.verbs].filter((verb) => verb !== null).map((verb) => plain(verb))
  const verbFound = expected.verb === undefined || verbs.some((verb) => verb.startsWith(expected.verb ?? ''))
  return [
    ...(verbFound ? [] : [wrong(`${where} verb`, expected.verb, verbs)]),
    ...differsAsSet(`${where} addressees`, expected.addressees, read.addressees),
    ...differsAsSet(`${where} recipients`, expected.recipients, read.recipients),
    ...differsAsSet(`${where} via`, expected.via, read.via),
    ...(isStated ? differs(`${where} cadence`, expected.cadence?.value, read.cadence.value) : []),
    ...differs(`${where} basis`, expected.cadence?.basis, read.cadence.basis),
    ...differs(`${where} deadline`, expected.deadline, read.deadline),
    ...differs(`${where} deadline year`, expected.deadlineYear, read.deadlineYear),
    ...differsAsSet(`${where} action lines`, expected.actionLines, read.actionLines),
    ...differs(`${where} sdg`, expected.sdg, read.sdg),
    ...differsAsSet(`${where} refers to`, expected.refersTo, read.refersTo),
    ...(expected.cites ?? []).flatMap((cite) => citeFaults(where, cite, read.cites)),
  ]
}

function citeFaults(
  where: string,
  expected: { asWritten?: string; instrument?: string | null },
  read: Duty['cites'],
): string[] {
  const met = read.some(
    (cite) =>
      (expected.instrument === undefined || cite.instrument === expected.instrument) &&
      (expected.asWritten === undefined || plain(cite.asWritten) === plain(expected.asWritten)),
  )
  return met ? [] : [wrong(`${where} cites`, expected, read)]
}

function differs(where: string, expected: unknown, read: unknown): string[] {
  if (expected === undefined) return []
  const [a, b] = [expected, read].map((value) => (typeof value === 'string' ? plain(value) : value))
  return a === b ? [] : [wrong(where, a, b)]
}

function differsAsSet(where: string, expected: string[] | undefined, read: string[]): string[] {
  if (!expected) return []
  const [a, b] = [expected, read].map((list) =>
    list
      .map((one) => withoutArticle(one))
      .toSorted()
      .join('; '),
  )
  return a === b ? [] : [wrong(where, a, b)]
}

function wrong(where: string, expected: unknown, read: unknown): string {
  const print = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value))
  return `${where}: expected ‹${print(expected)}›, read ‹${print(read)}›`
}

/** Marks of direction, soft hyphens, tatweel and the width of white space are not compared. */
function plain(text: string): string {
  return text
    .replace(/[\u200b-\u200f\u202a-\u202e\u2066-\u2069\u00ad\u0640\ufeff]/g, '')
    .replace(/[⁰¹²³⁴-⁹]/g, (digit) => digit.normalize('NFKC'))
    .replace(/\s+/g, ' ')
    .trim()
}

export function bare(heading: string | undefined): string | undefined {
  return heading?.replace(/[,،，:]\s*$/, '')
}

/** 'a.' from an HTML list and 'a)' in print, '1 bis' and '1bis' are one label. */
function plainLabel(label: string | null | undefined): string | null | undefined {
  return label === null || label === undefined ? label : plain(label).replace(/[\s().]/g, '')
}

const articles = /^(?:(?:the|le|la|les|aux?|à la|el|los|las|al|a la|a las|a los|إن)\s+|(?:à )?l['’])/iu

export function withoutArticle<T extends string | null | undefined>(name: T): T {
  return (typeof name === 'string' ? plain(name).replace(articles, '') : name) as T
}

import type { TextSection, TextUnit } from './text.ts'

/** A provision of the register, as pairing needs it. */
export type RegisterProvision = {
  address: string
  section: string
  parent: string | null
  label: string | null
}

export type RegisterSection = { key: string; act: string | null; kind: 'preamble' | 'operative' }

type TextPart = {
  sections: Pick<TextSection, 'key' | 'act' | 'kind'>[]
  units: Pick<TextUnit, 'path' | 'section' | 'parent' | 'label'>[]
}

/**
 * Which provision of the register each unit of a text is. Addresses are the same in every language; where a heading was read
 * otherwise, sections of the same act are taken in their order, and units within them by label.
 */
export function pairWithRegister(
  register: { sections: RegisterSection[]; provisions: RegisterProvision[] },
  text: TextPart,
): { sections: Map<string, string>; units: Map<string, string> } {
  const sections = pairSections(register.sections, text.sections)
  const bySection = Map.groupBy(register.provisions, ({ section }) => section)
  const pairs = new Map<string, string>()
  for (const [key, registerKey] of sections) {
    const units = text.units.filter(({ section }) => section === key)
    const provisions = bySection.get(registerKey) ?? []
    for (const [path, address] of pairUnits(units, provisions, key, registerKey)) pairs.set(path, address)
  }
  return { sections, units: pairs }
}

/** Text key to register key. */
function pairSections(register: RegisterSection[], text: TextPart['sections']): Map<string, string> {
  const pairs = new Map<string, string>()
  for (const { key } of text) if (register.some((one) => one.key === key)) pairs.set(key, key)
  const left = register.filter(({ key }) => !pairs.has(key))
  for (const section of text.filter(({ key }) => !pairs.has(key))) {
    const place = left.findIndex(({ act, kind }) => kind === section.kind && act === section.act)
    const [found] = place >= 0 ? left.splice(place, 1) : []
    if (found) pairs.set(section.key, found.key)
  }
  return pairs
}

function pairUnits(
  units: TextPart['units'],
  provisions: RegisterProvision[],
  key: string,
  registerKey: string,
): Map<string, string> {
  const pairs = new Map<string, string>()
  const addresses = new Set(provisions.map(({ address }) => address))
  for (const { path } of units) {
    const address = `${registerKey}${path.slice(key.length)}`
    if (addresses.delete(address)) pairs.set(path, address)
  }
  const [unit, ...moreUnits] = units.filter(({ path, parent }) => parent === null && !pairs.has(path))
  const [address, ...moreAddresses] = [...addresses].filter((one) => one.split('/').length === 2)
  // A single clause is the same whether it was printed with a label or not.
  if (unit && address && moreUnits.length === 0 && moreAddresses.length === 0 && pairs.size === 0) {
    pairs.set(unit.path, address)
  }
  return pairs
}

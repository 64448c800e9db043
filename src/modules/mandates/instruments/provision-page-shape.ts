import { z } from 'zod'
import { languageCodes } from '#platform/languages.ts'
import { holdingShape, type Holding } from '#platform/web/holdings.ts'
import { dueDateRecord, dueDateShape } from '../duties/duty-shape.ts'
import type { OccurrenceRow } from '../duties/duty.ts'
import { addressName, provisionName, type SectionHeads, type Steps } from './provision-names.ts'
import { provisionRecord, provisionShape } from './provision-shape.ts'
import type { ProvisionPage } from './provision.ts'
import { sectionHead, sectionHeadShape } from './revision-shape.ts'
import { revisionRef, revisionRefShape, type Reader } from '../shapes.ts'

const placeShape = z.object({ address: z.string(), name: z.string() })

/** One provision with the way to it, what stands beside it, and every due date of its duties. */
export const provisionPageShape = z.object({
  language: z.enum(languageCodes),
  revision: revisionRefShape,
  section: sectionHeadShape,
  above: z.array(placeShape),
  provision: provisionShape,
  below: z.array(provisionShape),
  before: placeShape.nullable(),
  after: placeShape.nullable(),
  elsewhere: z.array(z.object({ revision: revisionRefShape, address: z.string(), name: z.string() })),
  dueDates: z.array(dueDateShape.extend({ id: z.string(), duty: z.string() })),
  /** What modules above this one hold about it: items of plans that answer it. */
  held: z.array(holdingShape),
})

export type ProvisionPageRecord = z.infer<typeof provisionPageShape>

export function provisionPageRecord(
  reader: Reader,
  heads: SectionHeads,
  page: ProvisionPage,
  { occurrences, held }: { occurrences: OccurrenceRow[]; held: Holding[] },
): ProvisionPageRecord {
  const { revision, section, above, provision, below } = page
  const steps = stepsAround(page)
  const nameOf = (address: string) => {
    const known = steps.get(address)
    return known ? provisionName(reader, section, known) : addressName(reader, heads, revision.id, address)
  }
  const place = (address: string) => ({ address, name: nameOf(address) })
  return {
    language: reader.language,
    revision: revisionRef(reader, revision),
    section: sectionHead(reader, section),
    above: above.map(({ address }) => place(address)),
    provision: provisionRecord(reader, provision, nameOf),
    below: below.map((one) => provisionRecord(reader, one, nameOf)),
    before: page.before === null ? null : place(page.before),
    after: page.after === null ? null : place(page.after),
    elsewhere: page.elsewhere.map((one) => ({
      revision: revisionRef(reader, one.revision),
      address: one.address,
      name: addressName(reader, heads, one.revision.id, one.address),
    })),
    held,
    dueDates: occurrences.map((one) => ({ ...dueDateRecord(reader, one), id: one.id, duty: one.duty.id })),
  }
}

/** The labels of the provision, of those above it and of those below it. */
function stepsAround({ above, provision, below }: ProvisionPage): Map<string, Steps> {
  const steps = new Map<string, Steps>()
  let labels: Steps = []
  for (const one of [...above, provision]) {
    labels = [...labels, one.label]
    steps.set(one.address, labels)
  }
  for (const { address, parent, label } of below)
    steps.set(address, [...(steps.get(parent ?? '') ?? labels), label])
  return steps
}

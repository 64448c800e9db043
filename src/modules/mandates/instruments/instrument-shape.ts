import { z } from 'zod'
import type { MessageKey } from '#platform/messages.ts'
import { instrumentLabel, kindName } from './instrument-label.ts'
import type { InstrumentRow } from './instrument.ts'
import type { SectionHeads } from './provision-names.ts'
import { citedByRecord, citedByShape } from './provision-shape.ts'
import type { CitedBy } from './provision.ts'
import { revisionLink, revisionLinkShape } from './revision-shape.ts'
import {
  coded,
  codedShape,
  named,
  originOf,
  originShape,
  party,
  partyShape,
  said,
  saidShape,
  type Reader,
} from '../shapes.ts'

const confidenceKeys = {
  high: 'instruments.confidence-high',
  medium: 'instruments.confidence-medium',
  low: 'instruments.confidence-low',
} satisfies Record<InstrumentRow['confidence'], MessageKey>

/** A resolution, or another text, through all its revisions. */
export const instrumentRowShape = z.object({
  id: z.string(),
  kind: z.object({ code: z.string(), label: z.string() }),
  body: partyShape,
  number: z.string().nullable(),
  /** Without a revision: 'Resolution 140'. */
  label: z.string(),
  /** As its latest revision is called. */
  name: saidShape,
  title: saidShape.nullable(),
  /** How sure the register is of the chain of revisions. */
  confidence: codedShape(['high', 'medium', 'low']),
  origin: originShape,
  revisions: z.array(revisionLinkShape),
  duties: z.int().nonnegative(),
  citedBy: z.int().nonnegative(),
})

export type InstrumentRowRecord = z.infer<typeof instrumentRowShape>

export const instrumentRow = (
  reader: Pick<Reader, 'language' | 't'>,
  row: InstrumentRow,
): InstrumentRowRecord => ({
  id: row.id,
  kind: { code: row.kind, label: kindName(reader, row.kind) },
  body: party(reader, row.body),
  number: row.number,
  label: instrumentLabel(reader, row, row.name),
  name: named(reader, row.name, row.id),
  title: said(reader, row.title),
  confidence: coded(reader, row.confidence, confidenceKeys),
  origin: originOf(reader, row.origin),
  revisions: row.revisions.map((link) => revisionLink(reader, link)),
  duties: row.duties,
  citedBy: row.citedBy,
})

/** The same with the provisions elsewhere that cite it. */
export const instrumentShape = instrumentRowShape.extend({ citations: z.array(citedByShape) })

export type InstrumentRecord = z.infer<typeof instrumentShape>

export const instrumentRecord = (
  reader: Reader,
  heads: SectionHeads,
  row: InstrumentRow,
  citations: CitedBy[],
): InstrumentRecord => ({
  ...instrumentRow(reader, row),
  citations: citations.map((one) => citedByRecord(reader, heads, one)),
})

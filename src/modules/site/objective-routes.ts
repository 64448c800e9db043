import { z } from 'zod'
import { crosswalks, gdcObjectives } from '#modules/frameworks/index.ts'
import { readerOf } from '#modules/mandates/index.ts'
import type { Column, Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { objectiveRow, objectiveShape, type ObjectiveRow } from './objective-shape.ts'
import { objectivesPage } from './pages/objectives-page.ts'
import { sitePaths } from './paths.ts'

/** The objectives of the Global Digital Compact, with the action lines that go with each. */
export function objectiveRoutes(site: Site): void {
  site.list({
    path: sitePaths.objectives,
    name: 'gdc-objectives',
    summary: 'Objectives of the Global Digital Compact and the action lines linked to each.',
    query: z.strictObject({}),
    row: objectiveShape,
    read,
    page: objectivesPage,
    columns,
  })
}

async function read(visit: Visit) {
  const reader = await readerOf(visit)
  const [objectives, links] = [await gdcObjectives(visit.db), await crosswalks(visit.db, 'gdc-objectives')]
  const rows = objectives.map((node) => objectiveRow(reader, node, links))
  return { rows, total: rows.length, next: null }
}

const columns: Column<ObjectiveRow>[] = [
  { name: 'code', value: (one) => one.code },
  { name: 'label', value: (one) => one.label?.text },
  { name: 'label_language', value: (one) => one.label?.language },
  { name: 'label_status', value: (one) => one.labelStatus?.code },
  { name: 'label_status_label', value: (one) => one.labelStatus?.label },
  { name: 'action_lines', value: (one) => one.actionLines.map(({ code }) => code).join('; ') },
  {
    name: 'action_lines_names',
    value: (one) => one.actionLines.map(({ label }) => label?.text ?? '').join('; '),
  },
]

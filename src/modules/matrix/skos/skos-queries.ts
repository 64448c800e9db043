import type { Graph } from '#platform/export/rdf.ts'
import { translationsFor, withTranslations } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellCodes } from '../links/cell-codes-queries.ts'
import { allLinks } from '../links/link-queries.ts'
import { isValidOn, rationaleField, textKind } from '../links/link.ts'
import { matrixGraph as graphOf } from './matrix-graph.ts'

/** The links that hold today, as SKOS. */
export async function matrixGraph({ db, now, settings, t }: Visit): Promise<Graph> {
  const day = dayOf(now)
  const links = (await allLinks(db)).filter(
    (link) => link.state === 'agreed' && !link.isExample && isValidOn(link, day),
  )
  const texts = await translationsFor(
    db,
    links.map(({ id }) => ({ kind: textKind, id })),
  )
  const { code } = t.language
  return graphOf({
    publicUrl: settings.publicUrl,
    codes: await cellCodes(db),
    links,
    rationaleOf: (id) => withTranslations({}, texts(textKind, id), rationaleField),
    titles: {
      lines: { [code]: t('matrix.filter.action-line') },
      goals: { [code]: t('matrix.filter.sdg') },
      targets: { [code]: t('matrix.filter.target') },
      objectives: { [code]: t('matrix.filter.gdc') },
    },
  })
}

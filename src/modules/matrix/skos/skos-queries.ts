import type { Db } from '#platform/database/tables.ts'
import { notFound } from '#platform/errors.ts'
import type { Graph } from '#platform/export/rdf.ts'
import { translationsFor, withTranslations } from '#platform/texts/texts.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Visit } from '#platform/web/visit.ts'
import { cellCodes } from '../links/cell-codes-queries.ts'
import { allLinks } from '../links/link-queries.ts'
import { isValidOn, rationaleField, textKind } from '../links/link.ts'
import { matrixVersionById, matrixVersionLinks } from '../versions/version-queries.ts'
import { versionTextKind } from '../versions/version.ts'
import { matrixGraph as graphOf, type GraphLink, type GraphParts } from './matrix-graph.ts'

/** The links that hold today, or those of a published version as they stood, as SKOS. */
export async function matrixGraph({ db, now, settings, t }: Visit, number: number | null): Promise<Graph> {
  const { code } = t.language
  return graphOf({
    publicUrl: settings.publicUrl,
    codes: await cellCodes(db),
    version: number === null ? null : await versionOf(db, number, t),
    links: number === null ? await linksNow(db, dayOf(now)) : await linksOf(db, number),
    titles: {
      lines: { [code]: t('matrix.filter.action-line') },
      goals: { [code]: t('matrix.filter.sdg') },
      targets: { [code]: t('matrix.filter.target') },
      objectives: { [code]: t('matrix.filter.gdc') },
    },
  })
}

async function linksNow(db: Db, day: string): Promise<GraphLink[]> {
  const links = (await allLinks(db)).filter(
    (link) => link.state === 'agreed' && !link.isExample && isValidOn(link, day),
  )
  const texts = await translationsFor(
    db,
    links.map(({ id }) => ({ kind: textKind, id })),
  )
  return links.map((link) => ({
    ...link,
    rationale: withTranslations({}, texts(textKind, link.id), rationaleField),
  }))
}

const linksOf = async (db: Db, number: number): Promise<GraphLink[]> =>
  (await matrixVersionLinks(db, number)).map((link) => ({ ...link, updatedAt: null }))

async function versionOf(db: Db, number: number, t: Visit['t']): Promise<GraphParts['version']> {
  const version = await matrixVersionById(db, number)
  if (version === null) throw notFound()
  const id = String(number)
  const texts = await translationsFor(db, [{ kind: versionTextKind, id }])
  return {
    number,
    title: { [t.language.code]: t('matrix.version', { number: id }) },
    datedOn: version.datedOn,
    note: withTranslations({}, texts(versionTextKind, id), 'note'),
  }
}

import { permit } from '#platform/access/rights.ts'
import { take } from '#platform/access/workflow.ts'
import type { Scope } from '#platform/access/actor.ts'
import type { Db, Tx } from '#platform/database/tables.ts'
import { takeTurn } from '#platform/database/turns.ts'
import type { Issue } from '#platform/errors.ts'
import type { LanguageCode, Translated } from '#platform/languages.ts'
import { holdTexts } from '#platform/texts/texts.ts'
import { agencyMeant } from './agency-queries.ts'
import { cellNamed, type NamedCell } from './cell-checks.ts'
import { cellCodes } from './cell-codes-queries.ts'
import { changeLink, lockLink, noteLink, type By } from './held-link-commands.ts'
import { allLinks, asLink } from './link-queries.ts'
import { linkRights } from './link-rights.ts'
import { linkWorkflow, type LinkStep } from './link-workflow.ts'
import { cellKey, linkThing, newLinkId, overlap, textKind, type Cell, type Link } from './link.ts'
import { writeRationale } from './rationale-commands.ts'

/** What can be said of a link at any time. Days as year-month-day. */
export type LinkContent = {
  /** As people name it: 'body:itu', 'itu', 'ITU', the id of an organization. */
  agency: string
  from: string
  until: string | null
  rationale: Translated
}

export type NewLink = By & NamedCell & LinkContent & { language: LanguageCode; isExample?: boolean }

/** Proposes a link. What waits, or was agreed for the same days on the word of the same agency, is not proposed again. */
export const proposeLink = (db: Db, link: NewLink): Promise<{ issues: Issue[] } | { link: Link }> =>
  db.transaction().execute((tx) => proposeIn(tx, link))

/** The same within a transaction. */
export async function proposeIn(tx: Tx, asked: NewLink): Promise<{ issues: Issue[] } | { link: Link }> {
  const { actor, at, language, isExample = false } = asked
  const cell = cellNamed(await cellCodes(tx), asked)
  // Who may propose depends on the line; a line that does not exist is nobody's.
  permit(linkRights, 'propose', actor, linkThing({ state: 'proposed', line: asked.line }))
  const checked = await checkedContent(tx, asked, language)
  const issues = [...('issues' in cell ? cell.issues : []), ...('issues' in checked ? checked.issues : [])]
  if ('issues' in cell || 'issues' in checked) return { issues }
  await takeTurn(tx, 'matrix.propose-link')
  const twin = await twinOf(tx, cell, checked)
  if (twin) return { issues: [{ field: 'goal', key: 'matrix.there-already', values: { id: twin.id } }] }
  const row = await tx
    .insertInto('matrix_links')
    .values({
      id: newLinkId(),
      state: linkWorkflow.start,
      action_line: cell.line,
      sdg: cell.sdg,
      target: cell.target,
      objective: cell.objective,
      agency: checked.agency,
      language,
      valid_from: checked.validFrom,
      valid_until: checked.validUntil,
      source: null,
      basis: null,
      by_line: null,
      by_goal: null,
      doubt: null,
      shipped_revision: null,
      revision: 1,
      created_at: at,
      updated_at: at,
      agreed_at: null,
      withdrawn_at: null,
      is_example: isExample,
    })
    .returningAll()
    .executeTakeFirstOrThrow()
  const link = asLink(row)
  await noteLink(tx, link, { actor, at, act: 'propose-link' }, { from: null, to: link.state })
  await writeRationale(tx, link, asked.rationale, { actor, at })
  return { link }
}

/** Another agency, other days, another rationale. */
export const editLink = (
  db: Db,
  asked: By & LinkContent & { id: string; revision?: number | undefined },
): Promise<{ issues: Issue[] } | { link: Link }> => db.transaction().execute((tx) => editIn(tx, asked))

/** The same within a transaction. */
export async function editIn(
  tx: Tx,
  asked: By & LinkContent & { id: string; revision?: number | undefined },
): Promise<{ issues: Issue[] } | { link: Link }> {
  const { actor, at, id, revision, rationale } = asked
  const before = await lockLink(tx, id, revision)
  permit(linkRights, before.state === 'agreed' ? 'amend' : 'edit', actor, linkThing(before))
  const checked = await checkedContent(tx, asked, before.language, before)
  if ('issues' in checked) return checked
  await holdTexts(tx, [{ kind: textKind, id }])
  const columns = {
    agency: checked.agency,
    valid_from: checked.validFrom,
    valid_until: checked.validUntil,
  }
  const link = await changeLink(tx, before, columns, { actor, at, act: 'edit-link' })
  await writeRationale(tx, link, rationale, { actor, at })
  return { link }
}

/** Agrees to a proposal, or withdraws a link with a reason, which everybody reads in its history. */
export const takeLinkStep = (
  db: Db,
  step: LinkStep,
  asked: By & { id: string; revision?: number | undefined; reason?: string | undefined },
): Promise<Link> => db.transaction().execute((tx) => takeStepIn(tx, step, asked))

/** The same within a transaction. */
export async function takeStepIn(
  tx: Tx,
  step: LinkStep,
  {
    actor,
    at,
    id,
    revision,
    reason,
  }: By & { id: string; revision?: number | undefined; reason?: string | undefined },
): Promise<Link> {
  const link = await lockLink(tx, id, revision)
  const state = take(linkWorkflow, linkRights, step, actor, linkThing(link))
  const columns = step === 'agree' ? { state, agreed_at: at } : { state, withdrawn_at: at }
  return changeLink(tx, link, columns, { actor, at, act: `${step}-link`, reason })
}

type Checked = { agency: Scope | null; validFrom: string; validUntil: string | null }

async function checkedContent(
  tx: Tx,
  { agency, from, until, rationale }: LinkContent,
  language: LanguageCode,
  before: Pick<Link, 'agency'> | null = null,
): Promise<Checked | { issues: Issue[] }> {
  const meant = agency === '' ? null : await agencyMeant(tx, agency)
  // Of what was shipped nobody knows the agency, and it may stay so.
  const isAgency = meant !== null || (agency === '' && before !== null && before.agency === null)
  const issues: Issue[] = [
    ...(isAgency ? [] : [{ field: 'agency', key: 'matrix.unknown-agency' } as const]),
    ...(until !== null && until < from ? [{ field: 'until', key: 'matrix.until-before-from' } as const] : []),
    ...((rationale[language] ?? '').trim() === ''
      ? [{ field: 'rationale', key: 'matrix.needs-rationale' } as const]
      : []),
  ]
  return issues.length > 0 ? { issues } : { agency: meant, validFrom: from, validUntil: until }
}

async function twinOf(
  tx: Tx,
  cell: Cell,
  { agency, validFrom, validUntil }: Checked,
): Promise<Link | undefined> {
  const links = await allLinks(tx)
  return links.find(
    (one) =>
      one.state !== 'withdrawn' &&
      one.agency === agency &&
      cellKey(one) === cellKey(cell) &&
      overlap(one, { validFrom, validUntil }),
  )
}

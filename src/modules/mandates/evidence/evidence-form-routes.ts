import { permit } from '#platform/access/rights.ts'
import { levelsSeenBy, type Visibility } from '#platform/access/visibility.ts'
import type { Scope } from '#platform/access/actor.ts'
import { inLanguage } from '#platform/languages.ts'
import type { Input, Outcome } from '#platform/web/form-resource.ts'
import type { Site } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { lookOf } from '../duties/look.ts'
import { dutyRights } from '../keeping/keeping-rights.ts'
import { standsForScopes, wholeThing } from '../keeping/kept-duty.ts'
import { dutySubject, type DutySubject } from '../keeping/duty-subject.ts'
import { correctionFormPage, newEvidencePage } from '../pages/evidence-form-page.ts'
import { dutyId, mandatePaths } from '../paths.ts'
import { addEvidence, correctEvidence } from './evidence-commands.ts'
import { askedOf, correctionFields, newEvidenceFields } from './evidence-form.ts'
import { evidenceRights } from './evidence-rights.ts'
import { uploadEndings, uploadLimitBytes } from './evidence.ts'
import { keptEvidence, type KeptEvidence } from './kept-evidence-queries.ts'
import { namedRecords } from './record-kinds.ts'

export type NewEvidence = DutySubject & { levels: Visibility[]; scopes: { scope: Scope; name: string }[] }
export type Correction = DutySubject & {
  evidence: KeptEvidence
  levels: Visibility[]
  recordPath: string | null
}

const file = { file: { endings: uploadEndings, limitBytes: uploadLimitBytes } }

/** Where people add a piece of evidence, and correct one. */
export function evidenceFormRoutes(site: Site): void {
  site.form({
    path: '/keeping/evidence/:revision/:place{.+}',
    name: 'new-evidence',
    summary:
      'Adds a piece of evidence to a duty: a record of the platform, an address on the web, or a file.',
    right: 'duty.add-evidence',
    fields: newEvidenceFields,
    files: file,
    read: readNew,
    page: newEvidencePage,
    act: add,
  })
  site.form({
    path: mandatePaths.evidenceStep(':evidence', 'correction'),
    name: 'evidence-correction',
    summary: 'Corrects a piece of evidence; the earlier revision stays readable.',
    right: 'evidence.correct',
    fields: correctionFields,
    files: file,
    read: readCorrection,
    page: correctionFormPage,
    act: correct,
  })
}

async function readNew(
  visit: Visit,
  { revision = '', place = '' }: Record<string, string>,
): Promise<NewEvidence | null> {
  const subject = await dutySubject(visit, dutyId(revision, place))
  if (subject === null) return null
  permit(dutyRights, 'add-evidence', visit.actor, wholeThing(subject.kept, subject.bodies))
  return { ...subject, levels: levelsSeenBy(visit.actor), scopes: await ownScopes(visit, subject) }
}

async function add(
  visit: Visit,
  subject: NewEvidence,
  { fields, files }: Input<typeof newEvidenceFields._output>,
): Promise<Outcome> {
  const { behalf } = fields
  if (behalf !== undefined && !subject.scopes.some(({ scope }) => scope === behalf))
    return { issues: [{ field: 'behalf', key: 'form.value.choice' }] }
  const added = await addEvidence(visit.db, {
    ...askedOf(fields, files['file'], visit.settings.publicUrl),
    actor: visit.actor,
    at: visit.now,
    duty: subject.kept.id,
    kind: fields.kind,
    language: visit.language,
    linkedFor: (behalf as Scope | undefined) ?? null,
    named: fields.named === 'yes',
  })
  if ('issues' in added) return added
  return { to: mandatePaths.evidenceOf(added.id), done: 'evidence.done.added' }
}

async function readCorrection(
  visit: Visit,
  { evidence: id = '' }: Record<string, string>,
): Promise<Correction | null> {
  const levels = levelsSeenBy(visit.actor)
  const evidence = await keptEvidence(visit.db, id, levels)
  const subject = evidence === null ? null : await dutySubject(visit, evidence.duty)
  if (evidence === null || subject === null) return null
  permit(evidenceRights, 'correct', visit.actor, evidence.thing)
  const { recordKind: kind, recordId } = evidence.content
  const records =
    kind === null || recordId === null
      ? new Map<string, { path: string }>()
      : await namedRecords(visit.db, [{ kind, id: recordId }], lookOf(visit))
  return { ...subject, evidence, levels, recordPath: records.get(`${kind} ${recordId}`)?.path ?? null }
}

async function correct(
  visit: Visit,
  { evidence }: Correction,
  { fields, files, version }: Input<typeof correctionFields._output>,
): Promise<Outcome> {
  const issues = await correctEvidence(visit.db, {
    ...askedOf(fields, files['file'], visit.settings.publicUrl),
    actor: visit.actor,
    at: visit.now,
    evidence: evidence.id,
    version: Number(version ?? 0),
    language: visit.language,
    reason: fields.reason ?? null,
  })
  if (issues.length > 0) return { issues }
  return { to: mandatePaths.evidenceOf(evidence.id), done: 'evidence.done.corrected' }
}

/** Bodies and organizations in whose name the person can act, with their names. */
async function ownScopes(visit: Visit, { names }: DutySubject): Promise<NewEvidence['scopes']> {
  const scopes = standsForScopes(visit.actor)
  const refs = scopes.map((scope) => {
    const [kind = '', id = ''] = scope.split(/:(.*)/s)
    return { scope, kind, id }
  })
  const known = await namedRecords(visit.db, refs, lookOf(visit))
  return refs.map(({ scope, kind, id }) => {
    const name = inLanguage(known.get(`${kind} ${id}`)?.name ?? {}, visit.language)?.text
    return { scope, name: name ?? names.get(id) ?? scope }
  })
}

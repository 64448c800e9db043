import { z } from 'zod'
import { stateWord } from '#platform/access/words.ts'
import { issueSentence } from '#platform/errors.ts'
import { languageCodes } from '#platform/languages.ts'
import { wordDifference } from '#platform/word-difference.ts'
import { codedShape, named, saidShape } from '#platform/web/shapes.ts'
import type { Visit } from '#platform/web/visit.ts'
import { activityStates, returnReasons } from '../activity.ts'
import type { CallTitles } from '../calls/call-queries.ts'
import type { ActivityCodes } from '../codes-queries.ts'
import { contentShape } from '../content-shape.ts'
import type { LikelyDuplicate } from '../likeness/likely-queries.ts'
import { likelyRecord, likelyShape } from '../likeness/likely-shape.ts'
import { missingFor, uses } from '../uses.ts'
import { entryFields, entryTexts } from './entry-texts.ts'
import type { Moderated, NamedPerson } from './moderated-queries.ts'
import { bulkSteps, effects, obstacles, verdictOf } from './verdict.ts'
import { calledBy, daysBetween, personName } from './work-shape.ts'

const personShape = z.object({ id: z.string(), name: z.string() })
const organizationShape = z.object({ id: z.string(), name: saidShape })

/** An entry as the secretariat looks at it before it decides. Personal data: never for anybody else. */
export const moderatedShape = z.object({
  id: z.string(),
  title: z.string(),
  language: z.enum(languageCodes),
  state: codedShape(activityStates),
  revision: z.int(),
  /** What the public reads; null for what was never published. */
  publishedRevision: z.int().nullable(),
  submittedAt: z.iso.datetime().nullable(),
  days: z.int().nullable(),
  organization: organizationShape.extend({ isApproved: z.boolean() }).nullable(),
  contributor: personShape.extend({
    email: z.string().nullable(),
    language: z.enum(languageCodes).nullable(),
    /** Whether somebody has confirmed that they act for the organization. */
    standsForOrganization: z.boolean(),
  }),
  contact: z
    .object({
      name: z.string(),
      position: z.string().nullable(),
      email: z.string().nullable(),
      phone: z.string().nullable(),
    })
    .nullable(),
  licence: z.string(),
  fields: z.array(
    z.object({
      field: z.enum(entryFields),
      text: z.string(),
      isProse: z.boolean(),
      /** What the public reads there now, where that is something else. */
      public: z.string().nullable(),
      changes: z.array(z.object({ kind: z.enum(['same', 'removed', 'added']), text: z.string() })),
    }),
  ),
  /** As they would be published. */
  picture: contentShape.shape.picture,
  attachments: contentShape.shape.attachments,
  missing: z.array(
    z.object({ use: z.enum(uses), issues: z.array(z.object({ field: z.string(), sentence: z.string() })) }),
  ),
  /** What the reader can do with it now, and what is in the way of the rest. */
  steps: z.array(
    z.object({
      step: z.enum(bulkSteps),
      effect: z.enum(effects).nullable(),
      obstacle: codedShape(obstacles).nullable(),
    }),
  ),
  secondPair: z.boolean(),
  approved: personShape.extend({ at: z.iso.datetime() }).nullable(),
  moderator: personShape.nullable(),
  returned: z.object({ reasons: z.array(z.enum(returnReasons)), words: z.string() }).nullable(),
  returns: z.array(
    z.object({ at: z.iso.datetime(), by: personShape, reasons: z.array(z.enum(returnReasons)) }),
  ),
  /** Entries that may be about the same activity, the likeliest first. */
  likelyDuplicates: z.array(likelyShape),
  mergedInto: z.string().nullable(),
  notes: z.array(z.object({ id: z.string(), at: z.iso.datetime(), author: personShape, words: z.string() })),
  call: z.object({ id: z.string(), title: saidShape }).nullable(),
  example: z.boolean(),
})

export type ModeratedRecord = z.infer<typeof moderatedShape>

export function moderatedRecord(
  visit: Visit,
  codes: ActivityCodes,
  { calls, ...entry }: Moderated & { duplicates: LikelyDuplicate[]; calls: CallTitles },
): ModeratedRecord {
  const { t, now } = visit
  const { activity, contributor, contact, organization, approved } = entry
  const personOf = ({ id, name }: NamedPerson) => ({ id, name: personName(visit, id, name) })
  return {
    id: activity.id,
    title: activity.content.title,
    language: activity.language,
    state: { code: activity.state, label: stateWord(t, 'activity', activity.state) },
    revision: activity.revision,
    publishedRevision: activity.publishedRevision,
    submittedAt: activity.submittedAt?.toISOString() ?? null,
    days: activity.submittedAt && daysBetween(activity.submittedAt, now),
    organization: organization && {
      id: organization.id,
      name: named(visit, organization.name, organization.id),
      isApproved: organization.state === 'approved',
    },
    contributor: {
      ...personOf(contributor),
      email: contributor.email,
      language: contributor.language,
      standsForOrganization: contributor.standsFor,
    },
    contact: contact && {
      name: [contact.honorific, contact.firstName, contact.lastName].filter(Boolean).join(' '),
      position: contact.position,
      email: contact.email,
      phone: contact.phone,
    },
    licence: activity.licence,
    fields: fieldsOf(visit, codes, entry),
    picture: activity.content.picture,
    attachments: activity.content.attachments,
    missing: missingOf(visit, entry),
    steps: stepsOf(visit, entry),
    secondPair: entry.settings.secondPair,
    approved: approved && { ...personOf(approved), at: approved.at.toISOString() },
    moderator: entry.moderator && personOf(entry.moderator),
    returned: activity.returned,
    returns: entry.returns.map(({ at, by, reasons }) => ({
      at: at.toISOString(),
      by: personOf(by),
      reasons: returnReasons.filter((reason) => reasons.includes(reason)),
    })),
    likelyDuplicates: entry.duplicates.map((one) => likelyRecord(visit, codes, one)),
    mergedInto: activity.mergedInto,
    notes: entry.notes.map(({ id, at, author, words }) => ({
      id,
      at: at.toISOString(),
      author: personOf(author),
      words,
    })),
    call: activity.call === null ? null : calledBy(calls, activity.call),
    example: activity.isExample,
  }
}

/** Every field that says something now or to the public, with the words that differ. */
function fieldsOf(visit: Visit, codes: ActivityCodes, entry: Moderated): ModeratedRecord['fields'] {
  const { activity, organization, publishedOrganization } = entry
  const before =
    activity.published === null
      ? null
      : entryTexts(visit, codes, activity.published, publishedOrganization?.name ?? null)
  return entryTexts(visit, codes, activity.content, organization?.name ?? null)
    .map(({ field, text, isProse }, place) => {
      const shown = before?.[place]?.text ?? null
      const isOther = shown !== null && shown !== text
      return {
        field,
        text,
        isProse,
        public: isOther ? shown : null,
        changes: isOther ? wordDifference(shown, text) : [],
      }
    })
    .filter((field) => field.text !== '' || field.public !== null)
}

const missingOf = ({ t }: Visit, { activity, contact }: Moderated): ModeratedRecord['missing'] =>
  uses.map((use) => ({
    use,
    issues: missingFor(use, { ...activity, hasContact: contact !== null }).map((issue) => ({
      field: issue.field,
      sentence: issueSentence(t, issue),
    })),
  }))

const stepsOf = ({ t, actor }: Visit, { activity, settings }: Moderated): ModeratedRecord['steps'] =>
  bulkSteps.map((step) => {
    const verdict = verdictOf(step, activity, actor, settings)
    return 'effect' in verdict
      ? { step, effect: verdict.effect, obstacle: null }
      : {
          step,
          effect: null,
          obstacle: { code: verdict.obstacle, label: t(`moderation.obstacle.${verdict.obstacle}`) },
        }
  })

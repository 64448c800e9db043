import { commentPaths, dispositionKeys, dispositions } from '#modules/plans/index.ts'
import type { Tx } from '#platform/database/tables.ts'
import type { MessageKey } from '#platform/messages.ts'
import { dayOf } from '#platform/ui/format.ts'
import type { Follow, Line } from './line.ts'
import type { Facts, NoticeKind, Told } from './notice.ts'
import { peopleWith } from './people-queries.ts'
import { planCommentOf } from './plan-queries.ts'

/** What is said of plans, and what becomes of it. */
export const planFollows: Record<string, Follow> = {
  'plans.comment': async (tx, line) => {
    const comment = await planCommentOf(tx, line.subject.id)
    if (comment === null) return []
    const leading = await peopleWith(tx, ['facilitator', 'focal-point'], comment.leadBy, dayOf(line.at))
    return told(line, leading, 'plans.comments', 'notice.plan-comment', { plan: { text: comment.plan } })
  },
  'plans.dispose-comment': async (tx, line) => {
    const comment = await planCommentOf(tx, line.subject.id)
    const disposition = dispositions.find((one) => one === line.facts['disposition'])
    if (comment === null || disposition === undefined) return []
    const facts = { plan: { text: comment.plan }, disposition: { words: dispositionKeys[disposition] } }
    return told(line, [comment.author], 'plans.own-comments', 'notice.plan-comment-disposed', facts)
  },
  'plans.set-aside-comment': (tx, line) => ofAuthor(tx, line, 'notice.plan-comment-set-aside'),
  'plans.restore-comment': (tx, line) => ofAuthor(tx, line, 'notice.plan-comment-restored'),
}

async function ofAuthor(tx: Tx, line: Line, words: MessageKey): Promise<Told[]> {
  const comment = await planCommentOf(tx, line.subject.id)
  if (comment === null) return []
  return told(line, [comment.author], 'plans.own-comments', words, { plan: { text: comment.plan } })
}

const told = (
  line: Line,
  people: readonly string[],
  kind: NoticeKind,
  words: MessageKey,
  facts: Facts,
): Told[] =>
  people.map((person) => ({
    person,
    kind,
    words,
    facts,
    path: commentPaths.comment(line.subject.id),
    once: `${line.seq} comment`,
  }))

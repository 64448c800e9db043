import { partyNames } from '#modules/mandates/index.ts'
import type { Translate } from '#platform/messages.ts'
import { date, dateRange, number } from '#platform/ui/format.ts'
import type { CommentRow } from '../consultation/comment-shape.ts'
import { deadlineWords } from '../deadline-words.ts'
import type { Paper, PaperItem } from './paper-shape.ts'

/** What the head of a paper says, line by line. */
export const headOf = (t: Translate, paper: Paper): { term: string; words: string }[] => {
  const { code } = t.language
  const line = paper.actionLine
  return [
    ...(line === null
      ? []
      : [{ term: t('plans.action-line'), words: [line.code, line.label?.text].filter(Boolean).join(' – ') }]),
    { term: t('plans.lead'), words: partyNames(t, [paper.lead]) },
    ...(paper.facilitators.length === 0
      ? []
      : [{ term: t('plans.facilitators'), words: partyNames(t, paper.facilitators) }]),
    { term: t('plans.period'), words: dateRange(code, paper.startsOn, paper.endsOn) },
    { term: t('plans.version.label'), words: t('plans.version', { version: paper.version }) },
    { term: t('plan-paper.state'), words: paper.state.label },
    ...(paper.presentedAt === null
      ? []
      : [{ term: t('plans.presented'), words: date(code, paper.presentedAt.slice(0, 10)) }]),
    { term: t('plan-paper.printed'), words: date(code, paper.printedOn) },
  ]
}

/** From when to when; the hour with its zone where one was given. */
export function timeOf(
  t: Translate,
  { startsOn, deadline }: Pick<PaperItem, 'startsOn' | 'deadline'>,
): string {
  const { code } = t.language
  if (deadline === null) return startsOn === null ? '' : t('timeline.starts', { day: date(code, startsOn) })
  return startsOn === null
    ? deadlineWords(t, deadline)
    : deadlineWords(t, deadline, dateRange(code, startsOn, deadline.on))
}

export function resourcesOf(t: Translate, { resources }: Pick<PaperItem, 'resources'>): string {
  if (resources === null) return ''
  const { amount, currency, staffMonths } = resources
  return [
    ...(amount === null ? [] : [`${number(t.language.code, amount)} ${currency ?? ''}`.trim()]),
    ...(staffMonths === null ? [] : [t('plans.staff-months', { count: staffMonths })]),
  ].join(t('words.comma'))
}

/** Who leads, as the pages of plans say it: also where that follows from an item above or from the plan; and who takes part. */
export const peopleOf = (
  t: Translate,
  { ledBy, partners }: Pick<PaperItem, 'ledBy' | 'partners'>,
): string[] => [
  `${t('words.before', { words: t('plans.lead') })} ${partyNames(t, [ledBy])}`,
  ...(partners.length === 0 ? [] : [partners.join(t('words.comma'))]),
]

/** What became of a comment; a comment that is not shown any more waits for nothing. */
export const becameOf = (t: Translate, { state, disposition }: CommentRow): string =>
  disposition?.label ?? (state.code === 'published' ? t('comments.disposition.waiting') : '')

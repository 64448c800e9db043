import type { PaperSpan } from '#platform/documents/paper.ts'
import type { Translate } from '#platform/messages.ts'
import type { Said } from '#platform/web/shapes.ts'

/** All that may stand there; papers that were handed out before said it at greater length. */
export const uncheckedMarks = (t: Translate): string[] => [
  t('reports.noted.machine'),
  t('reports.noted.outdated'),
  t('reports.paper.machine-mark'),
  t('reports.paper.outdated-mark'),
]

/** What stands behind every paragraph that no person stands for; nothing behind others. The head of the section explains it. */
export function unchecked(t: Translate, said: Pick<Said, 'state'> | null): PaperSpan[] {
  if (said?.state === undefined) return []
  const key = said.state === 'machine' ? 'reports.noted.machine' : 'reports.noted.outdated'
  return [{ span: 'text', text: `\u00a0${t(key)}`, look: 'plain' }]
}

import type { PaperSpan } from '#platform/documents/paper.ts'
import type { Translate } from '#platform/messages.ts'
import type { Said } from '#platform/web/shapes.ts'

/** All that may stand there. */
export const uncheckedMarks = (t: Translate): string[] => [
  t('reports.paper.machine-mark'),
  t('reports.paper.outdated-mark'),
]

/** What stands behind every paragraph that no person stands for; nothing behind others. */
export function unchecked(t: Translate, said: Pick<Said, 'state'> | null): PaperSpan[] {
  if (said?.state === undefined) return []
  const key = said.state === 'machine' ? 'reports.paper.machine-mark' : 'reports.paper.outdated-mark'
  return [{ span: 'text', text: ` ${t(key)}`, look: 'emphasis' }]
}

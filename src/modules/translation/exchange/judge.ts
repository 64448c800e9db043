import type { SegmentNow } from '../editor/record.ts'
import { oneLine } from '../editor/segment-fields.ts'
import type { ExchangedSegment, ReportLine } from './report.ts'

export type Judged = Pick<ReportLine, 'outcome' | 'reason'>

/** Whether a segment that came back is taken: never over what changed here after it went out. */
export function judged(
  { source, own }: SegmentNow,
  sent: Pick<ExchangedSegment, 'source' | 'target' | 'state' | 'version'>,
): Judged {
  if (oneLine(sent.source) !== oneLine(source)) return { outcome: 'refused', reason: 'source-changed' }
  if (sent.target === '') return { outcome: 'unchanged', reason: null }
  const isFinished = sent.state === 'human' || sent.state === 'reviewed'
  if (own?.text === sent.target) {
    const isTakenOver = isFinished && (own.state === 'machine' || own.state === 'outdated')
    return { outcome: isTakenOver ? 'accepted' : 'unchanged', reason: null }
  }
  if (sent.state === 'draft' || sent.state === 'outdated')
    return { outcome: 'refused', reason: 'not-finished' }
  return isChangedMeanwhile(own, sent.version)
    ? { outcome: 'refused', reason: 'changed-meanwhile' }
    : { outcome: 'accepted', reason: null }
}

/** A file that does not tell its version gives way to everything that a person wrote. */
function isChangedMeanwhile(own: SegmentNow['own'], version: number | null): boolean {
  if (own === null) return false
  return version === null ? own.engine === null && own.state !== 'outdated' : own.changedIn > version
}

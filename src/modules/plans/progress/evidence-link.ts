import { isWebAddress, recordAt } from '#modules/mandates/index.ts'
import type { Issue } from '#platform/errors.ts'

/** What shows that something was done: a record of the platform, or an address on the web. */
export type EvidenceLink = { kind: string; record: string } | { url: string }

export const mostEvidence = 20

/** One address a line, as people copy them from the browser. */
export function readEvidence(
  text: string,
  publicUrl: string,
): { links: EvidenceLink[] } | { issues: Issue[] } {
  const lines = text.split('\n').flatMap((line) => (line.trim() === '' ? [] : [line.trim()]))
  const links = lines.map((line) => linkOf(line, publicUrl))
  const wrong = lines.filter((_, place) => links[place] === null)
  if (wrong.length > 0)
    return {
      issues: wrong.slice(0, 3).map((line) => ({
        field: 'evidence',
        key: 'progress.no-address',
        values: { line: line.slice(0, 80) },
      })),
    }
  if (links.length > mostEvidence)
    return {
      issues: [{ field: 'evidence', key: 'progress.too-much-evidence', values: { most: mostEvidence } }],
    }
  return { links: links.filter((link) => link !== null) }
}

function linkOf(line: string, publicUrl: string): EvidenceLink | null {
  const record = recordAt(line, publicUrl)
  if (record !== null) return { kind: record.kind, record: record.id }
  return isWebAddress(line) ? { url: line } : null
}

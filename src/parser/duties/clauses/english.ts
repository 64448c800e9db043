import type { Clause } from './clause.ts'
import { closed, noClause } from './clause.ts'
import { entryOf } from './english-entry.ts'
import { Scan } from './english-scan.ts'
import { tokensOf } from './english-verb.ts'

/** Reads 'to report …', 'that ITU should continue to …', 'sharing …', 'report …' (below a 'to:') and plain nouns. */
export function readEnglishClause(text: string, afterTo: boolean): Clause {
  const tokens = tokensOf(text)
  const entry = entryOf(tokens, afterTo)
  if (entry === null) return noClause
  const scan = new Scan(tokens, entry.form)
  scan.add(entry.at, entry.phrase, 'own')
  scan.rest(entry.phrase.next)
  const ignored = entry.form === 'subject' && entry.passive ? null : entry.subject
  return { form: entry.form, subject: ignored, groups: closed(scan.groups, text.length) }
}

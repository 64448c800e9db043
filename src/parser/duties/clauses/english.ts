import type { Clause, Stretch, VerbGroup } from './clause.ts'
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
  const subject = entry.form === 'subject' && entry.passive ? agentIn(text, scan.groups[0]) : entry.subject
  return { form: entry.form, subject, groups: closed(scan.groups, text.length) }
}

/** 'that the directory be maintained by the secretariat': whoever stands behind 'by' must do it. */
function agentIn(text: string, group: VerbGroup | undefined): Stretch | null {
  if (group === undefined) return null
  const rest = text.slice(group.end)
  const by =
    /^[^;:.]{0,80}? by (?=(?:the|all|each|its) |\p{Lu})(?!(?:the )?(?:end|beginning|middle|means|way|start|year)\b)/u.exec(
      rest,
    )
  if (by === null) return null
  const start = group.end + by[0].length
  const length =
    /[,;.:(]| (?:on|in|at|by|to|until|before|within|through|with|for|under|as)\b|$/u.exec(text.slice(start))
      ?.index ?? 0
  return { start, end: start + length }
}

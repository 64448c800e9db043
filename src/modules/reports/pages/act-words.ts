import type { MessageKey } from '#platform/messages.ts'
import type { Visit } from '#platform/web/visit.ts'

/** What can be done, as the words of a link, a button or a title: the table of rights says it in the middle of a sentence. */
export function actWords({ t }: Pick<Visit, 't'>, key: MessageKey): string {
  const [first = '', ...rest] = t(key)
  return first.toLocaleUpperCase(t.language.locale) + rest.join('')
}

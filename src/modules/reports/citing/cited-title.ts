import { provisionWords } from '#modules/mandates/index.ts'
import type { Translated } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { citedRef, type Citation } from './citation.ts'

type Called = Pick<Citation, 'kind' | 'id' | 'title'>

/**
 * What a cited record is called. Editions keep the place of a provision or duty as its address, which no wording changes;
 * whoever reads it is told the place in words.
 */
export function citedTitle(t: Translate, called: Called): Translated {
  const [section = '', ...steps] = addressOf(called)?.split('/') ?? []
  const labels = steps.filter((step) => !/^(?:0|p\d+)$/.test(step))
  const words = provisionWords(t, [section, ...labels].join('/'), labels.at(-1) ?? null)
  return withPlace(called, ` · ${words}`)
}

/** What is cited at an address, within a sentence that stands alone: the text, without the place in it. */
export function calledInText(cited: Record<string, Translated>, address: string): Translated {
  const ref = citedRef(address)
  const title = cited[address] ?? {}
  return ref === null ? title : withPlace({ ...ref, title }, '')
}

function withPlace(called: Called, place: string): Translated {
  const end = ` · ${addressOf(called)}`
  return Object.fromEntries(
    Object.entries(called.title).map(([code, name]) => [
      code,
      name.endsWith(end) ? name.slice(0, -end.length) + place : name,
    ]),
  )
}

const addressOf = ({ kind, id }: Called): string | null =>
  kind === 'provision' || kind === 'duty' ? id.slice(id.indexOf('/') + 1).replace(/#\d+$/, '') : null

import { SaxesParser, type SaxesTagNS } from 'saxes'
import { languageCodes, type LanguageCode } from '#platform/languages.ts'
import type { TextState } from '#platform/texts/texts.ts'
import { ExchangeFault, mostSegments, utf8, type ExchangedSegment } from './report.ts'
import { ownNamespace, xliffNamespace, xliffStates } from './xliff-write.ts'

/** A segment of a file; `hasCodes` when it holds markup that these texts do not have. */
export type ReadSegment = ExchangedSegment & { hasCodes: boolean }

const mostDepth = 40

/** Reads XLIFF 2.0 or 2.1, ours or from another program. Document types are refused: entities can unfold without end. */
export function readXliff(bytes: Uint8Array): ReadSegment[] {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const reading = new Reading()
  let depth = 0
  parser.on('doctype', () => {
    throw new ExchangeFault('dtd')
  })
  parser.on('error', () => {
    throw new ExchangeFault('not-xml', { line: parser.line })
  })
  parser.on('opentag', (tag) => {
    depth += 1
    if (depth > mostDepth) throw new ExchangeFault('too-deep', { most: mostDepth })
    reading.open(tag)
  })
  parser.on('closetag', (tag) => {
    depth -= 1
    reading.close(tag)
  })
  parser.on('text', (text) => reading.text(text))
  parser.on('cdata', (text) => reading.text(text))
  parser.write(utf8(bytes)).close()
  return reading.segments
}

type Open = { id: string; state: string; subState: string; source: string; target: string; hasCodes: boolean }

/** What has been read so far of one file; its methods follow the parser. */
class Reading {
  readonly segments: ReadSegment[] = []
  #from: LanguageCode | null = null
  #to: LanguageCode | null = null
  #file: { original: string; version: number | null } | null = null
  #unit: string | null = null
  #segment: Open | null = null
  #into: 'source' | 'target' | null = null
  #isRootRead = false

  open(tag: SaxesTagNS) {
    if (!this.#isRootRead) this.#root(tag)
    if (tag.uri !== xliffNamespace) return
    const value = (name: string) => attribute(tag, '', name) ?? ''
    if (tag.local === 'file') {
      const version = attribute(tag, ownNamespace, 'version') ?? ''
      this.#file = {
        original: value('original'),
        version: /^\d{1,9}$/.test(version) ? Number(version) : null,
      }
    } else if (tag.local === 'unit') this.#unit = value('id')
    else if (tag.local === 'segment')
      this.#segment = {
        ...{ id: value('id'), state: value('state') || 'initial', subState: value('subState') },
        ...{ source: '', target: '', hasCodes: false },
      }
    else if (tag.local === 'source' || tag.local === 'target') this.#into = tag.local
    // Marks only name a stretch of text; anything else inside stands for something that a text of ours cannot hold.
    else if (this.#into !== null && this.#segment && !['mrk', 'sm', 'em'].includes(tag.local))
      this.#segment.hasCodes = true
  }

  text(text: string) {
    if (this.#segment && this.#into) this.#segment[this.#into] += text
  }

  close(tag: SaxesTagNS) {
    if (tag.uri !== xliffNamespace) return
    if (tag.local === 'source' || tag.local === 'target') this.#into = null
    if (tag.local === 'segment') this.#finish()
  }

  #root(tag: SaxesTagNS) {
    this.#isRootRead = true
    if (tag.uri !== xliffNamespace || tag.local !== 'xliff') throw new ExchangeFault('not-xliff')
    const version = attribute(tag, '', 'version') ?? ''
    if (!['2.0', '2.1'].includes(version)) throw new ExchangeFault('xliff-version', { version })
    this.#from = languageOf(attribute(tag, '', 'srcLang'))
    this.#to = languageOf(attribute(tag, '', 'trgLang'))
    if (!this.#from || !this.#to) throw new ExchangeFault('languages')
  }

  #finish() {
    const segment = this.#segment
    this.#segment = null
    if (!segment || !this.#from || !this.#to) return
    const place = /^([a-z][a-z-]*)\/(.+)$/.exec(this.#file?.original ?? '')
    const number = /^s(\d{1,9})$/.exec(segment.id)?.[1]
    if (!place || this.#unit === null || number === undefined)
      throw new ExchangeFault('ids', {
        id: `${this.#file?.original ?? ''} ${this.#unit ?? ''} ${segment.id}`,
      })
    if (this.segments.length >= mostSegments) throw new ExchangeFault('too-many', { most: mostSegments })
    const [, kind = '', id = ''] = place
    this.segments.push({
      ...{ kind, id, field: this.#unit, segment: Number(number), from: this.#from, to: this.#to },
      version: this.#file?.version ?? null,
      ...{ source: segment.source, target: segment.target, hasCodes: segment.hasCodes },
      state: stateOf(segment),
    })
  }
}

const attribute = (tag: SaxesTagNS, uri: string, local: string): string | null =>
  Object.values(tag.attributes).find((one) => one.uri === uri && one.local === local)?.value ?? null

/** 'fr-FR' and 'zh-Hans-CN' are the French and Chinese of these texts. */
function languageOf(tag: string | null): LanguageCode | null {
  const primary = (tag ?? '').toLowerCase().split(/[-_]/)[0]
  return languageCodes.find((code) => code === primary) ?? null
}

/** Our own state where it still fits what the file says; a program that has changed the state may have left the other. */
function stateOf({ state, subState, target }: Open): ExchangedSegment['state'] {
  if (target === '') return 'missing'
  const own = /^actionline:(\w+)$/.exec(subState)?.[1] as TextState | undefined
  if (own !== undefined && Object.hasOwn(xliffStates, own) && xliffStates[own] === state) return own
  if (state === 'reviewed' || state === 'final') return 'reviewed'
  return state === 'translated' ? 'human' : 'draft'
}

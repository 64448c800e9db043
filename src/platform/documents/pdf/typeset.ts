import { fileURLToPath } from 'node:url'
import { compilerPackage, type Compiler } from './compiler.ts'
import { fontFolders } from './fonts.ts'
import { mended, tornIn, type Change, type Told, type Torn } from './mend-pages.ts'
import type { PrintedPaper } from './print-paper.ts'

/** What a file promises: PDF/UA-1 to those who do not see, or only to be PDF 1.7, tagged all the same. */
export type Standard = 'ua-1' | '1.7'

export type Typeset = { bytes: Uint8Array; standard: Standard }

// The compiler reads nothing outside this folder, and in it is nothing but the template.
const workspace = fileURLToPath(new URL('./template', import.meta.url))
const template = fileURLToPath(new URL('./template/paper.typ', import.meta.url))

/**
 * The bytes of a PDF; null on a machine for which there is no compiler. The paper goes in as one text that the template reads as
 * data: it is no part of any source.
 */
export function typeset(paper: PrintedPaper): Typeset | null {
  const fontArgs = [{ fontPaths: fontFolders(JSON.stringify(paper)) }]
  const compiler = compilerPackage()?.NodeCompiler.create({ workspace, fontArgs })
  if (!compiler) return null
  const document = bestDocument(compiler, paper)
  try {
    return { bytes: compiler.pdf(document, { pdfStandard: 'ua-1' }), standard: 'ua-1' }
  } catch {
    // It holds a sign that none of the fonts knows, which PDF/UA forbids.
    return { bytes: compiler.pdf(document, { pdfStandard: '1.7' }), standard: '1.7' }
  }
}

type Attempt = { paper: PrintedPaper; document: object; torn: Torn[] }

/**
 * So often is a paper set anew at most for each kind of change, when one has looked at its pages. Many need it not at all; in long
 * ones it takes seconds each time.
 */
const mostAttempts = ({ blocks }: PrintedPaper): number => Math.min(6, Math.floor(300 / (blocks.length + 1)))

/** Longer ones are set anew once, and those that are longer still not at all: both settings stand in memory side by side. */
const mostBlocks = 600

const isLookedAt = ({ blocks }: PrintedPaper): boolean => blocks.length <= mostBlocks

/**
 * What has come out badly is mended one by one; what makes it no better is left as it was. What is set closer or wider moves all
 * that follows, so new pages begin only then.
 */
function bestDocument(compiler: Compiler, paper: PrintedPaper): object {
  const first = attempt(compiler, paper)
  if (mostAttempts(paper) === 0) return mendedAtOnce(compiler, first).document
  const closer = improved(compiler, first, 'isTight', ['isTight'])
  const onNewPages = improved(compiler, closer, 'opensPage', all)
  return improved(compiler, onNewPages, 'isLoose', all).document
}

const all = ['isTight', 'isLoose', 'opensPage'] as const

/** A new page moves all that follows, so that one or the other of many comes in vain; but most footnotes are with their marks then. */
function mendedAtOnce(compiler: Compiler, first: Attempt): Attempt {
  const places = first.torn.flatMap((one) => (one.change === 'opensPage' ? one.places : []))
  const onNewPages = mended(first.paper, { places, change: 'opensPage', weight: 0 })
  if (onNewPages === null) return first
  const other = attempt(compiler, onNewPages)
  return weightOf(other, all) < weightOf(first, all) ? other : first
}

/** Changes in one way what has come out badly, as long as fewer faults of these kinds are left. */
function improved(compiler: Compiler, from: Attempt, change: Change, kinds: readonly Change[]): Attempt {
  let best = from
  const tried = new Set<string>()
  const next = () =>
    best.torn.find(
      (one) =>
        one.change === change && !tried.has(JSON.stringify(one.places)) && mended(best.paper, one) !== null,
    )
  for (let torn = next(); torn !== undefined && tried.size < mostAttempts(best.paper); torn = next()) {
    tried.add(JSON.stringify(torn.places))
    const other = attempt(compiler, mended(best.paper, torn) ?? best.paper)
    if (weightOf(other, kinds) < weightOf(best, kinds)) best = other
  }
  return best
}

const weightOf = ({ torn }: Attempt, kinds: readonly Change[]): number =>
  torn.reduce((sum, { change, weight }) => sum + (kinds.includes(change) ? weight : 0), 0)

function attempt(compiler: Compiler, paper: PrintedPaper): Attempt {
  const looks = isLookedAt(paper) ? 'yes' : 'no'
  const inputs = { paper: JSON.stringify(paper), looks }
  const compiled = compiler.compile({ mainFilePath: template, inputs })
  const document = compiled.result
  if (!document) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  // What only the attempt before needed would fill the memory.
  compiler.evictCache(1)
  const [told = []] = compiler.query(document, { selector: '<pages>', field: 'value' }) as Told[][]
  return { paper, document, torn: tornIn(paper, told) }
}

import { fileURLToPath } from 'node:url'
import { compilerPackage } from './compiler.ts'
import { fontFolders } from './fonts.ts'
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
  const inputs = { paper: JSON.stringify(paper) }
  const fontArgs = [{ fontPaths: fontFolders(inputs.paper) }]
  const compiler = compilerPackage()?.NodeCompiler.create({ workspace, fontArgs })
  if (!compiler) return null
  const compiled = compiler.compile({ mainFilePath: template, inputs })
  const document = compiled.result
  if (!document) throw new Error(JSON.stringify(compiled.takeError()?.shortDiagnostics))
  try {
    return { bytes: compiler.pdf(document, { pdfStandard: 'ua-1' }), standard: 'ua-1' }
  } catch {
    // It holds a sign that none of the fonts knows, which PDF/UA forbids.
    return { bytes: compiler.pdf(document, { pdfStandard: '1.7' }), standard: '1.7' }
  }
}

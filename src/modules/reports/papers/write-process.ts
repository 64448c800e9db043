import os from 'node:os'
import { docxOf } from '#platform/documents/as-docx/docx-of.ts'
import type { Paper } from '#platform/documents/paper.ts'
import { paperAsAkomaNtoso, type PaperWork } from '#platform/export/akoma-ntoso-paper.ts'

/** What one process is asked to write; it does it once. */
export type Question = { paper: Paper } & ({ form: 'docx' } | { form: 'akn'; work: PaperWork })

process.once('message', (question: Question) => {
  // Whoever asks for a page of the site goes first.
  os.setPriority(os.constants.priority.PRIORITY_BELOW_NORMAL)
  void written(question).then((bytes) => process.send?.(bytes))
})

async function written(question: Question): Promise<Uint8Array> {
  if (question.form === 'akn') return Buffer.from(paperAsAkomaNtoso(question.paper, question.work))
  const parts: Uint8Array[] = []
  for await (const part of docxOf(question.paper)) parts.push(part)
  return Buffer.concat(parts)
}

import { element, type Xml } from '../export/xml.ts'
import type { LanguageCode } from '../languages.ts'
import type { Control } from './document.ts'
import { runs } from './docx-text.ts'

/** A content control inside a paragraph; its properties in the order of ECMA-376 part 1, 17.5.2.38. */
export const controlXml = (control: Control, language: LanguageCode, id: number): Xml =>
  element(
    'w:sdt',
    {},
    element(
      'w:sdtPr',
      {},
      element('w:alias', { 'w:val': cut(control.label, mostInName) }),
      element('w:tag', { 'w:val': control.name }),
      element('w:id', { 'w:val': String(id) }),
      element('w:lock', { 'w:val': control.control === 'locked' ? 'sdtContentLocked' : 'sdtLocked' }),
      ...(control.value === '' ? [element('w:showingPlcHdr', {})] : []),
      ...kindXml(control),
    ),
    element(
      'w:sdtContent',
      {},
      control.value === ''
        ? runs(control.prompt, language, 'Prompt')
        : runs(control.value, control.language ?? language),
    ),
  )

/** Identifiers of controls, each of which stands in a document once. */
export function numbered(): () => number {
  let last = 0
  return () => (last += 1)
}

/** Word takes no more in the name of a control, and offers no longer choices. */
const mostInName = 64
const mostInChoice = 250

/**
 * Without a kind a control takes any text. LibreOffice 7.4 makes fields of those of plain text, and writes what stands there in
 * Arabic or Chinese four times when it saves them.
 */
function kindXml({ control, choices = [] }: Control): Xml[] {
  if (control === 'text' || control === 'locked') return []
  const different = [...new Set(choices.map((choice) => cut(choice, mostInChoice)))]
  const items = different.map((choice) =>
    element('w:listItem', { 'w:displayText': choice, 'w:value': choice }),
  )
  return [element(control === 'choice' ? 'w:dropDownList' : 'w:comboBox', {}, ...items)]
}

const cut = (text: string, most: number): string =>
  text.length <= most ? text : `${text.slice(0, most - 1)}…`.toWellFormed()

import { parse, type DefaultTreeAdapterMap } from 'parse5'

type Element = DefaultTreeAdapterMap['element']
type Node = DefaultTreeAdapterMap['node']

export type Field = {
  name: string
  type: string
  /** What stands in it, or is chosen of it. */
  values: string[]
  /** What can be chosen; null for what is typed. */
  options: string[] | null
}

/** The fields of the form of a page that people fill in. */
export function fieldsOf(text: string): Field[] {
  const form = find(parse(text), (one) => attribute(one, 'id') === 'form' && one.tagName === 'form')[0]
  const controls = form ? find(form, (one) => ['input', 'textarea', 'select'].includes(one.tagName)) : []
  const fields = controls.flatMap((control): Field[] => {
    const name = attribute(control, 'name') ?? ''
    const type = control.tagName === 'input' ? (attribute(control, 'type') ?? 'text') : control.tagName
    if (name === '' || name.startsWith('_') || ['hidden', 'file', 'submit'].includes(type)) return []
    if (type === 'textarea')
      return [{ name, type, values: [textOf(control).replace(/^\n/, '')], options: null }]
    if (type === 'select') {
      const options = find(control, (one) => one.tagName === 'option')
      const chosen = options.filter((one) => attribute(one, 'selected') !== undefined)
      const value = (one: Element) => attribute(one, 'value') ?? ''
      return [{ name, type, values: chosen.map(value), options: options.map(value) }]
    }
    const value = attribute(control, 'value') ?? ''
    if (type !== 'checkbox' && type !== 'radio') return [{ name, type, values: [value], options: null }]
    return [
      { name, type, values: attribute(control, 'checked') === undefined ? [] : [value], options: [value] },
    ]
  })
  return fields
}

/** Something typed into every field: in several scripts, with signs that markup knows. */
export function filled(fields: Field[]): [string, string][] {
  const typed = fields.flatMap(({ name, type, options }): [string, string][] => {
    if (options !== null) return options.length > 0 ? [[name, options.at(-1) ?? '']] : []
    const words: Record<string, string> = {
      date: '2027-03-04',
      number: '7',
      email: 'a@b.example',
      url: 'https://a.example/<x>',
      textarea: 'Zwei\nعربي «中文» <b> & "x"',
    }
    return [[name, words[type] ?? 'عربي «中文» <b> & "x"']]
  })
  // Of several radio buttons one.
  return [...new Map(typed.map(([name, value]) => [name, [name, value] as [string, string]])).values()]
}

function find(node: Node, fits: (one: Element) => boolean): Element[] {
  const own = 'tagName' in node && fits(node) ? [node] : []
  return 'childNodes' in node ? [...own, ...node.childNodes.flatMap((child) => find(child, fits))] : own
}

const attribute = (one: Element, name: string): string | undefined =>
  one.attrs.find((each) => each.name === name)?.value

const textOf = (node: Node): string =>
  'value' in node && node.nodeName === '#text'
    ? node.value
    : 'childNodes' in node
      ? node.childNodes.map(textOf).join('')
      : ''

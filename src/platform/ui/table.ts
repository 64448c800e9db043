import { html, when, type Html } from './html.ts'

export type TableColumn = { label: Html | string; align?: 'end'; unseenLabel?: boolean }

export type TableProps = {
  /** Unique on the page; names the region that scrolls. */
  id: string
  caption: Html | string
  columns: TableColumn[]
  /** One cell per column; the first names the row. */
  rows: (Html | string | number)[][]
  captionUnseen?: boolean
  /** On narrow screens each row is a block whose cells say their heads, which are words then. The page needs the sheet of reports. */
  stacked?: boolean
}

/** A table that scrolls sideways in a region of its own where the screen is too narrow; the keyboard can scroll it too. */
export function table(props: TableProps): Html {
  const classOf = (column: TableColumn | undefined) => when(column?.align, () => html` class="number"`)
  const headOf = (column: TableColumn | undefined) =>
    when(props.stacked, () => html` data-head="${column?.label}"`)
  const heading = (column: TableColumn) =>
    html`<th scope="col" ${classOf(column)}>
      ${column.unseenLabel ? html`<span class="unseen">${column.label}</span>` : column.label}
    </th>`
  const cell = (content: Html | string | number, column: number) =>
    column === 0
      ? html`<th scope="row" ${classOf(props.columns[0])}>${content}</th>`
      : html`<td ${classOf(props.columns[column])}${headOf(props.columns[column])}>${content}</td>`
  return html`<section class="table" aria-labelledby="${props.id}-caption" tabindex="0">
    <table id="${props.id}" ${when(props.stacked, () => html`class="stacked"`)}>
      <caption id="${props.id}-caption">
        <span class="${props.captionUnseen ? 'unseen' : 'caption'}">${props.caption}</span>
      </caption>
      <thead>
        <tr>
          ${props.columns.map(heading)}
        </tr>
      </thead>
      <tbody>
        ${props.rows.map(
          (row) =>
            html`<tr>
              ${row.map(cell)}
            </tr>`,
        )}
      </tbody>
    </table>
  </section>`
}

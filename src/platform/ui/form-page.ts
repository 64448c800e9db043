import type { Page } from '../web/site.ts'
import { html, type Html } from './html.ts'
import { pageHead } from './text.ts'

/** A page around one form; nothing of it is for search engines. */
export const formPage = (props: {
  title: string
  lead?: Html | string
  form: Html
  /** Above the form: what it is about. */
  about?: Html | Html[]
  /** Below the form. */
  after?: Html | Html[]
  crumbs?: Page['crumbs']
}): Page => ({
  title: props.title,
  main: html`${pageHead({ title: props.title, lead: props.lead })} ${props.about ?? ''} ${props.form}
  ${props.after ?? ''}`,
  crumbs: props.crumbs,
  unlisted: true,
  form: 'form',
})

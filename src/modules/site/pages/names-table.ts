import { languages } from '#platform/languages.ts'
import type { Translate } from '#platform/messages.ts'
import { html, type Html } from '#platform/ui/html.ts'
import { table } from '#platform/ui/table.ts'
import type { z } from 'zod'
import type { namesShape } from '../framework-shape.ts'

/** A name in all languages, each with how official its wording is. */
export const namesTable = (t: Translate, caption: string, names: z.infer<typeof namesShape>): Html =>
  table({
    id: 'names',
    caption,
    columns: [{ label: t('language-name') }, { label: t('name') }, { label: t('name-status') }],
    rows: names.map(({ language, name, status }) => {
      const { tag, direction, endonym } = languages[language]
      return [
        html`<span lang="${tag}" dir="${direction}">${endonym}</span>`,
        html`<span lang="${tag}" dir="${direction}">${name}</span>`,
        status === null ? '' : statusMark(status),
      ]
    }),
  })

/** 'official wording', or a marked word where it is not. */
export const statusMark = ({ code, label }: { code: string; label: string }): Html =>
  code === 'official' ? html`${label}` : html`<span class="tag is-unofficial">${label}</span>`

import { languageCodes, languages } from '#platform/languages.ts'
import { fileInput, formPart, selectInput, type FormPlace } from '#platform/ui/form.ts'
import { html } from '#platform/ui/html.ts'
import { linkTo } from '#platform/ui/links.ts'
import { pageHead } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { fileLimitBytes, importEndings } from '../review/import.ts'
import { reviewPaths } from '../review/review-paths.ts'

/** Where a file is sent, with what will become of it. */
export function openPage(visit: Visit, _: object, entered: Entered): Page {
  const { t } = visit
  const place: FormPlace = { visit, entered }
  return {
    title: t('import.title'),
    crumbs: [{ label: t('imports.title'), path: reviewPaths.imports }],
    unlisted: true,
    form: 'form',
    main: html`${pageHead({ title: t('import.title'), lead: t('import.lead') })}
      ${formPart(place, {
        submit: t('import.submit'),
        hasFiles: true,
        content: [
          fileInput(place, {
            name: 'file',
            label: t('import.file'),
            hint: t('import.file-hint', { megabytes: fileLimitBytes / 1024 / 1024 }),
            endings: importEndings,
          }),
          selectInput(place, {
            name: 'language',
            label: t('import.language'),
            hint: t('import.language-hint'),
            none: t('import.language-by-text'),
            choices: languageCodes.map((code) => ({
              value: code,
              label: languages[code].endonym,
              language: languages[code].tag,
            })),
          }),
        ],
      })}
      <p><a href="${linkTo(visit, reviewPaths.imports)}">${t('imports.title')}</a></p>`,
  }
}

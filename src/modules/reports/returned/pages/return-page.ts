import { formPage } from '#platform/ui/form-page.ts'
import { fileInput, formPart } from '#platform/ui/form.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { crumbsOfReport } from '../../pages/report-page.ts'
import type { ReportRead } from '../../report-queries.ts'

/** Where an edited paper is sent. */
export function returnPage(visit: Visit, read: ReportRead, entered: Entered): Page {
  const { t } = visit
  return formPage({
    title: t('reports.return.title'),
    lead: t('reports.return.lead'),
    crumbs: crumbsOf(visit, read),
    form: formPart(
      { visit, entered },
      {
        submit: t('reports.return.look'),
        hasFiles: true,
        content: fileInput(
          { visit, entered },
          {
            ...{ name: 'file', label: t('reports.return.file'), hint: t('reports.return.file.hint') },
            endings: ['.docx'],
          },
        ),
      },
    ),
  })
}

export const crumbsOf = (visit: Visit, { report, words }: ReportRead): Page['crumbs'] =>
  crumbsOfReport(visit, { id: report.id, title: { text: words.title?.text ?? report.id } })

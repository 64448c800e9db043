import {
  choiceGroup,
  fileInput,
  formPart,
  hiddenInput,
  selectInput,
  showButton,
  textArea,
  textInput,
  tickBox,
  valueOf,
  type FormPlace,
} from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import type { Correction, NewEvidence } from '../evidence/evidence-form-routes.ts'
import { evidenceKindKeys, visibilityKeys } from '../evidence/evidence-shape.ts'
import { evidenceKinds, uploadEndings, type EvidenceKind } from '../evidence/evidence.ts'
import { dueDateChoices, dutyFormPage, originalBeside, writingHint } from './duty-form.ts'

/** Where a piece of evidence is added: first what kind it is, then the fields of that kind. */
export function newEvidencePage(visit: Visit, subject: NewEvidence, entered: Entered): Page {
  const { t } = visit
  const place: FormPlace = {
    visit,
    entered,
    present: { kind: 'file', visibility: 'public', behalf: subject.scopes[0]?.scope ?? '' },
  }
  const kind = evidenceKinds.find((one) => one === valueOf(place, 'kind')) ?? 'file'
  return dutyFormPage(visit, subject, {
    title: 'action.duty.add-evidence',
    lead: 'evidence.add-lead',
    form: formPart(place, {
      hasFiles: true,
      submit: t('action.duty.add-evidence'),
      content: html`${choiceGroup(place, {
          name: 'kind',
          label: t('evidence.kind'),
          kind: 'radio',
          choices: evidenceKinds.map((value) => ({ value, label: t(evidenceKindKeys[value]) })),
        })}
        <p class="buttons">${showButton('kind', t('evidence.show-fields'))}</p>
        ${partsOf(place, kind)} ${commonParts(place, subject)}
        ${when(subject.scopes.length, () => selectInput(place, { name: 'behalf', label: t('evidence.linked-for'), hint: t('evidence.linked-for-hint'), choices: subject.scopes.map(({ scope, name }) => ({ value: scope, label: name })) }))}
        ${tickBox(place, { name: 'named', label: t('keeping.named'), hint: t('keeping.named-hint') })}`,
    }),
  })
}

/** Where it is corrected; a file that is not replaced stays. */
export function correctionFormPage(visit: Visit, subject: Correction, entered: Entered): Page {
  const { t } = visit
  const { evidence, recordPath } = subject
  const { content } = evidence
  const place: FormPlace = {
    visit,
    entered,
    present: {
      record: recordPath ?? '',
      url: content.url ?? '',
      title: content.title ?? '',
      seen: content.seenOn ?? '',
      shows: content.shows[visit.language] ?? '',
      happened: content.happenedOn,
      visibility: content.visibility,
      occurrences: content.occurrences,
    },
  }
  const original = { text: content.shows[content.original] ?? '', language: content.original }
  return dutyFormPage(visit, subject, {
    title: 'action.evidence.correct',
    lead: evidence.state === 'verified' ? 'evidence.reopen-lead' : 'evidence.correct-lead',
    form: formPart(place, {
      hasFiles: true,
      version: evidence.revision,
      submit: t('action.evidence.correct'),
      content: html`${originalBeside(visit, original)} ${partsOf(place, evidence.kind, content.fileName)}
      ${commonParts(place, subject)}
      ${textInput(place, { name: 'reason', label: t('evidence.correction-reason'), isRequired: false, maxLength: 200 })}`,
    }),
  })
}

const partsOf = (place: FormPlace, kind: EvidenceKind, fileName: string | null = null): Html => {
  const { t } = place.visit
  if (kind === 'record')
    return textInput(place, {
      name: 'record',
      label: t('evidence.record'),
      hint: t('evidence.record-hint'),
      isRequired: true,
      direction: 'ltr',
    })
  if (kind === 'file')
    return html`${kept(place, fileName)}
    ${fileInput(place, { name: 'file', label: t('evidence.kind.file'), hint: t('evidence.file-hint'), endings: uploadEndings })}`
  return html`${textInput(place, { name: 'url', label: t('evidence.url'), type: 'url', isRequired: true })}
  ${textInput(place, { name: 'title', label: t('evidence.url-title'), isRequired: true, maxLength: 200 })}
  ${textInput(place, { name: 'seen', label: t('evidence.seen-on'), type: 'date', isRequired: true })}
  ${kept(place, fileName)}
  ${fileInput(place, { name: 'file', label: t('evidence.copy'), hint: t('evidence.copy-hint'), endings: uploadEndings })}`
}

const kept = ({ visit }: FormPlace, name: string | null): Html | '' =>
  when(name, () => html`<p class="hint">${visit.t('evidence.file-kept', { name: name ?? '' })}</p>`)

function commonParts(place: FormPlace, subject: NewEvidence | Correction): Html {
  const { visit } = place
  const { t } = visit
  const dates = dueDateChoices(subject, t)
  return html`${textArea(place, {
    name: 'shows',
    label: t('evidence.shows'),
    hint: writingHint(visit),
    isRequired: true,
    maxLength: 10_000,
  })}
  ${textInput(place, { name: 'happened', label: t('evidence.happened'), type: 'date', isRequired: true })}
  ${dates.length === 0 ? hiddenInput('occurrences', '') : choiceGroup(place, { name: 'occurrences', label: t('evidence.for'), kind: 'checkbox', choices: dates })}
  ${selectInput(place, {
    name: 'visibility',
    label: t('evidence.visibility'),
    hint: t('evidence.visibility-hint'),
    choices: subject.levels.map((level) => ({ value: level, label: t(visibilityKeys[level]) })),
  })}`
}

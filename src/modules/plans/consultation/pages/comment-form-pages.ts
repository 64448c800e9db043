import { languageCodes, languages } from '#platform/languages.ts'
import { formPage } from '#platform/ui/form-page.ts'
import { choiceGroup, formPart, selectInput, textArea, tickBox, type FormPlace } from '#platform/ui/form.ts'
import { html, when, type Html } from '#platform/ui/html.ts'
import { dateText, spoken } from '#platform/ui/text.ts'
import type { Entered } from '#platform/web/form-resource.ts'
import type { Page } from '#platform/web/site.ts'
import type { Visit } from '#platform/web/visit.ts'
import { saidOrNull, titleOf } from '../../plan-names.ts'
import { crumbsOfPlan } from '../../pages/plan-page.ts'
import { planPaths } from '../../paths.ts'
import type { CommentedOn, CommentSubject } from '../comment-form-routes.ts'
import { commentPaths } from '../comment-paths.ts'
import { dispositionKeys, reasonKeys } from '../comment-shape.ts'
import type { CommentStep } from '../comment-workflow.ts'
import { asideReasons, commentLetters, dispositions } from '../comment.ts'
import { crumbsOf, said } from './comment-page.ts'

/** What somebody says, in which language, for whom, and whether their name may be read. */
export function newCommentPage(visit: Visit, subject: CommentedOn, entered: Entered): Page {
  const { t } = visit
  const { plan, item, behalf } = subject
  const place = { visit, entered, present: { language: visit.language } }
  return formPage({
    title: item === null ? t('comments.new.on-plan') : t('comments.new.on-item', { code: item.code }),
    lead: spoken(t, saidOrNull(item?.title) ?? titleOf(subject)),
    crumbs: [
      ...crumbsOfPlan(visit, { id: plan.id, title: titleOf(subject) }),
      ...(item === null ? [] : [{ label: item.code, path: planPaths.item(item.id) }]),
      { label: t('comments.title'), path: commentPaths.list(plan.id) },
    ],
    about: html`<p>${t('comments.new.lead')}</p>
      ${when(
        plan.commentsUntil,
        () => html`<p>${t('comments.until')} ${dateText(t, plan.commentsUntil ?? '')}</p>`,
      )}`,
    form: formPart(place, {
      submit: t('comments.new.submit'),
      content: html`${languageAndText(place, t('comments.text'), t('comments.text.hint'))}
      ${when(behalf.length > 0, () =>
        selectInput(place, {
          name: 'behalf',
          label: t('comments.behalf'),
          none: t('comments.behalf.none'),
          choices: behalf.map(({ id, name }) => ({ value: id, label: name })),
        }),
      )}
      ${tickBox(place, { name: 'named', label: t('comments.named'), hint: t('comments.named.hint') })}`,
    }),
  })
}

const languageAndText = (place: FormPlace, label: string, hint: string): Html =>
  html`${selectInput(place, {
    name: 'language',
    label: place.visit.t('comments.language'),
    choices: languageCodes.map((code) => ({
      value: code,
      label: languages[code].endonym,
      language: languages[code].tag,
    })),
  })}
  ${textArea(place, { name: 'text', label, hint, isRequired: true, rows: 10, maxLength: commentLetters })}`

/** What becomes of a comment; the comment stands above. */
export function dispositionPage(visit: Visit, subject: CommentSubject, entered: Entered): Page {
  const { t } = visit
  const { comment, record, words } = subject
  const present = {
    disposition: comment.disposition ?? '',
    language: comment.replyLanguage ?? visit.language,
    text: words.reply?.language === comment.replyLanguage ? (words.reply?.text ?? '') : '',
  }
  const place = { visit, entered, present }
  return formPage({
    title: t('comments.dispose'),
    lead: t('comments.dispose.lead'),
    crumbs: [
      ...crumbsOf(visit, record),
      { label: t('comments.one', { by: record.by.label }), path: commentPaths.comment(comment.id) },
    ],
    about: said(visit, record),
    form: formPart(place, {
      submit: t('comments.dispose'),
      version: comment.revision,
      content: html`${choiceGroup(place, {
        name: 'disposition',
        label: t('comments.disposition'),
        kind: 'radio',
        choices: dispositions.map((value) => ({ value, label: t(dispositionKeys[value]) })),
      })}
      ${languageAndText(place, t('comments.reply'), t('comments.reply.hint'))}`,
    }),
  })
}

/** Says what a step does before it is taken. */
export function commentStepPage(
  visit: Visit,
  step: CommentStep,
  { comment, record }: CommentSubject,
  entered: Entered,
): Page {
  const { t } = visit
  const place = { visit, entered }
  return formPage({
    title: t(`comments.step.${step}`),
    lead: t(`comments.step.${step}.lead`),
    crumbs: [
      ...crumbsOf(visit, record),
      { label: t('comments.one', { by: record.by.label }), path: commentPaths.comment(comment.id) },
    ],
    about: said(visit, record),
    form: formPart(place, {
      submit: t(`comments.step.${step}`),
      version: comment.revision,
      tone: step === 'withdraw' ? 'grave' : 'plain',
      content: html`${when(step === 'set-aside', () =>
        choiceGroup(place, {
          name: 'reason',
          label: t('comments.reason'),
          kind: 'radio',
          choices: asideReasons.map((value) => ({ value, label: t(reasonKeys[value]) })),
        }),
      )}`,
    }),
  })
}

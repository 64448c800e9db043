import type { Visit } from '#platform/web/visit.ts'

/** What a report is read with, by a person or by a job that writes papers. */
export type ReportVisit = Pick<Visit, 'db' | 'actor' | 'language' | 't' | 'now'>

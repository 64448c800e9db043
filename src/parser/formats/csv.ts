import { stringify } from 'csv-stringify/sync'
import type { Duty, Resolution, Unit } from '../resolution.ts'

/**
 * One row for each duty, for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would take for a
 * formula. Lists are joined with '; '.
 */
export function asCsv(resolution: Resolution): string {
  const units = unitsByPath(resolution)
  const rows = resolution.duties.map((duty) => rowOf(duty, units.get(duty.path) ?? null, resolution))
  return stringify(rows, {
    bom: true,
    header: true,
    columns: [...columns],
    escape_formulas: true,
    record_delimiter: 'windows',
  })
}

const columns = [
  'instrument_number',
  'language',
  'path',
  'label',
  'addressees',
  'addressee_ids',
  'verb',
  'verbs',
  'deliverable',
  'recipients',
  'recipient_ids',
  'via',
  'via_ids',
  'cadence',
  'cadence_basis',
  'deadline',
  'deadline_year',
  'action_lines',
  'sdg',
  'sdg_only_in_name',
  'cites',
  'refers_to',
  'confidence',
  'text',
] as const

type Row = Record<(typeof columns)[number], string | number | null>

function rowOf(duty: Duty, unit: Unit | null, { number, language }: Resolution): Row {
  return {
    instrument_number: number,
    language,
    path: duty.path,
    label: unit?.label ?? null,
    addressees: joined(duty.addressees),
    addressee_ids: joined(duty.addresseeIds),
    verb: duty.verb,
    verbs: joined(duty.verbs),
    deliverable: duty.deliverable,
    recipients: joined(duty.recipients),
    recipient_ids: joined(duty.recipientIds),
    via: joined(duty.via),
    via_ids: joined(duty.viaIds),
    cadence: duty.cadence.value,
    cadence_basis: duty.cadence.basis,
    deadline: duty.deadline,
    deadline_year: duty.deadlineYear,
    action_lines: joined(duty.actionLines),
    sdg: duty.sdg ? 1 : 0,
    sdg_only_in_name: duty.sdgOnlyInName ? 1 : 0,
    cites: joined(duty.cites.map((cite) => cite.instrument ?? cite.asWritten)),
    refers_to: joined(duty.refersTo),
    confidence: duty.confidence,
    text: unit?.text ?? null,
  }
}

const joined = (list: string[] | undefined): string => (list ?? []).join('; ')

function unitsByPath(resolution: Resolution): Map<string, Unit> {
  const found = new Map<string, Unit>()
  const walk = (unit: Unit): void => {
    if (!found.has(unit.path)) found.set(unit.path, unit)
    unit.children.forEach(walk)
  }
  resolution.sections.forEach((section) => section.units.forEach(walk))
  return found
}

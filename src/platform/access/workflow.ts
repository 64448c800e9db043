import type { Actor } from './actor.ts'
import { decide, permit, type Rights, type Thing } from './rights.ts'

export type Step<State extends string> = {
  from: readonly State[]
  to: State
  /** Whether a reason must be given; it stands in the history. */
  reason?: 'required' | 'optional'
}

/** How a noun may go from state to state: a declared table. Who may is in the rights table, under the same names. */
export type Workflow<State extends string = string, Name extends string = string> = {
  noun: string
  states: readonly State[]
  start: State
  /** The CHECK constraint that names the same states; '<noun>s_state' unless told, null where the state follows from other columns. */
  stored?: string | null
  /** States from which nothing leads on. */
  ends: readonly State[]
  steps: Readonly<Record<Name, Step<State>>>
}

export const defineWorkflow = <State extends string, Name extends string>(
  workflow: Workflow<State, Name>,
): Workflow<State, Name> => workflow

/** The states in which a step can be taken, for the rights table: `in: from(workflow, 'verify')`. */
export const from = <State extends string, Name extends string>(
  workflow: Workflow<State, Name>,
  step: Name,
): readonly State[] => workflow.steps[step].from

/** The state after a step; refuses when the actor may not take it now. */
export function take<State extends string, Name extends string>(
  workflow: Workflow<State, Name>,
  rights: Rights<State, Name>,
  step: Name,
  actor: Actor,
  thing: Thing<State>,
): State {
  permit(rights, step, actor, thing)
  return workflow.steps[step].to
}

/** The steps that somebody may take now: what a page offers as buttons. */
export function openSteps<State extends string, Name extends string>(
  workflow: Workflow<State, Name>,
  rights: Rights<State, Name>,
  actor: Actor,
  thing: Thing<State>,
): Name[] {
  const names = Object.keys(workflow.steps) as Name[]
  return names.filter((name) => decide(rights, name, actor, thing).allowed)
}

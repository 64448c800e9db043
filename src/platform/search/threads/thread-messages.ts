import type { BareAnswer } from '../answering/answer.ts'
import type { DueMerge, IndexChange, IndexCopy } from '../search-index.ts'
import type { SearchDocument, SearchRequest } from '../search-document.ts'
import type { Merged } from '../segment/merge-segments.ts'
import type { Segment } from '../segment/segment.ts'

/** What a thread can be asked; segments that it has are named by their numbers. */
export type Task =
  | { kind: 'answer'; request: SearchRequest }
  | { kind: 'build'; documents: readonly SearchDocument[] }
  | { kind: 'merge'; sources: readonly Omit<DueMerge['sources'][number], 'segment'>[] }

export type Results = { answer: BareAnswer; build: Segment; merge: Merged }

/** To a thread: where it begins, then changes and questions in one order, so that an answer knows of all changes before it. */
export type ToThread =
  | { kind: 'begin'; copy: IndexCopy }
  | { kind: 'change'; change: IndexChange }
  | { kind: 'task'; id: number; task: Task }

/** From a thread: what came of a task, or that it could not be done. */
export type FromThread = { id: number; result: Results[keyof Results] } | { id: number; failed: string }

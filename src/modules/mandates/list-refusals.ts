export { refuseUnknown, refusingCursor } from '#platform/web/list-refusals.ts'

export { code, cursorText, limitText, yearText } from '#platform/web/list-parameters.ts'

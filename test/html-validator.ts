import { HtmlValidate } from 'html-validate'

/** Sound markup by the HTML standard. */
export const validator = new HtmlValidate({
  extends: ['html-validate:standard'],
  // A role that repeats the element's own helps older readers of lists; style of markup is prettier's business.
  rules: {
    'no-redundant-role': 'off',
    'long-title': 'off',
    'no-trailing-whitespace': 'off',
    'void-style': 'off',
    'no-raw-characters': 'off',
  },
})

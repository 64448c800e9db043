// In points, as the margins in template/paper.typ leave them.
export const textWidth = 459

/** The highest that a picture may be, so that its caption and some words stand beside it on the page. */
export const pictureHeight = 560

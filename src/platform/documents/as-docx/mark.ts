/** The name under which the mark of a paper stands among the properties of the file. */
export const markName = 'Actionline'

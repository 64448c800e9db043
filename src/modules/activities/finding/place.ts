/** The body that stands for all Member States of the Union in the register. */
export const memberStates = 'member-states'

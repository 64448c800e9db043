/** How far the parts of a zip file may unfold for one reader, and how that reader words what is refused. */
export type Bounds = {
  limits: {
    /** What all the parts that are read may unfold to, together. */
    expandedBytes: number
    /** How many times larger than the packed part an unfolded part may be, once it is larger than a megabyte. */
    expansionRatio: number
    archiveEntries: number
    xmlDepth: number
    /** What one tag, text or comment of XML may hold: the reader keeps it whole. */
    xmlPieceBytes: number
    /** What a part may unfold to that is read as a tree. */
    xmlTreeBytes: number
  }
  /** Throws when the reading has taken too long. */
  checkTime: () => void
  refusal: (fault: PackageFault) => Error
}

export type PackageFault = 'damaged' | 'encrypted' | 'expands-too-far'

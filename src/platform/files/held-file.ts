/** A file that was sent with a form and waits until the form is accepted; kept for a day. */
export type HeldFile = {
  id: string
  name: string
  /** By its bytes and the ending of its name, not as the browser says. */
  type: string
  size: number
  checksum: string
}

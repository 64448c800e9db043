/** An entry that can be sent, as a program writes it; the organization is the test's. */
export const boats = {
  language: 'en',
  organization: 'harbour-office',
  title: 'Boats that carry the Internet',
  type: 'project',
  summary: 'Four boats bring a network to islands without a cable.',
  reach: 'national',
  countries: ['TV', 'KI'],
  status: 'ongoing',
  start: '2025-03',
  actionLines: [{ code: 'C2', why: 'The islands had no network.', themes: ['C2.4'] }],
}

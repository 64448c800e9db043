-- By when the secretariat wants a section; without a day of its own it follows from that of the report (asking/due.ts).
alter table report_sections add column due_on date;

create index report_sections_waiting on report_sections (state, owner) where state in ('asked', 'returned', 'handed-in');

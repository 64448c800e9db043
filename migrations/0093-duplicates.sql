-- Entries that name the same website, to find those that may be about the same activity.
create index activities_of_website on activities (
  regexp_replace(lower(substring(content->>'website' from '^[a-zA-Z]+://([^/?#]+)')), '^www\.', '')
) where content->>'website' is not null;

-- A draft that names no organization yet may turn out to be about what somebody else has entered.
alter table activities drop constraint activities_organization_before_sending;
alter table activities add constraint activities_organization_before_sending check (
  organization is not null or state in ('draft', 'returned', 'discarded', 'merged') or published is not null);

-- A row whose key or id is of an entry that was merged into another changes nothing.
alter table activity_import_rows drop constraint activity_import_rows_outcome;
alter table activity_import_rows add constraint activity_import_rows_outcome check (
  outcome in ('new', 'changed', 'unchanged', 'merged', 'wrong', 'too-late'));

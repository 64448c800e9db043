-- A row of a file may name the call that its entry answers.
alter table activity_import_rows add column call text;

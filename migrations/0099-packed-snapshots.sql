-- The parts of a kept index come packed already, so that the database need not try again. The ones before are of no use to this program, which
-- makes the index anew once.
truncate search_snapshots;
alter table search_snapshots alter column bytes set storage external;

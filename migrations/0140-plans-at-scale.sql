-- Whether an item was accepted as done in an earlier period is asked for each report that is missing.
create index plan_reports_done on plan_reports (item) where state = 'accepted' and reviewer_rating = 'done';

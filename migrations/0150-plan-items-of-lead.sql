-- The pages of bodies show the items that each leads.
create index plan_items_of_lead on plan_items (lead) where lead is not null;

-- What an indicator measures may be kept by its parts, such as women and men: the dimensions of an indicator, and the parts of what was measured.
alter table plan_indicators
  add column dimensions jsonb not null default '[]',
  add constraint plan_indicators_dimensions check (jsonb_typeof(dimensions) = 'array');

alter table plan_actuals
  add column parts jsonb not null default '[]',
  add constraint plan_actuals_parts check (jsonb_typeof(parts) = 'array');

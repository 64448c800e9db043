-- Mails, filled in the transaction that causes them; sent after it, kept where no mail server is set, or dead with the reason.
create table outbox (
  id uuid primary key default gen_random_uuid(),
  -- Account that it concerns; null for somebody without one.
  person text,
  address text not null,
  name text,
  language text not null,
  -- '<module>.<kind>', such as 'accounts.sign-in-link'.
  kind text not null,
  -- Names what is told; the same address is never told the same twice.
  once text not null,
  -- Subject and parts as message keys with their values. Null when erased: personal data goes some days after it is settled.
  content jsonb,
  -- Holds a one-time link or code.
  secret boolean not null,
  -- waiting: to be sent at due_at. sending: a process speaks with the mail server. sent: the mail server has taken it.
  -- dead: not sent, or nobody knows. kept: no mail server is set. dropped: nobody wants it sent any more.
  state text not null,
  -- Why it is dead. refused: by the mail server. exhausted: tried too often. expired: of no use any more.
  -- unreadable: it could not be written. uncertain: the process or the line broke, so it may have arrived.
  failure text,
  -- What the mail server or the system said last.
  answer text,
  attempts integer not null,
  created_at timestamptz not null,
  changed_at timestamptz not null,
  due_at timestamptz,
  -- Later than this the process that was sending it is taken for dead.
  sending_until timestamptz,
  -- Of no use after this.
  until timestamptz,
  constraint outbox_told_once unique (address, once),
  constraint outbox_language check (language in ('ar', 'zh', 'en', 'fr', 'ru', 'es')),
  constraint outbox_kind_named check (kind ~ '^[a-z-]+\.[a-z-]+$'),
  constraint outbox_address_one_line check (address !~ '[[:space:][:cntrl:]<>,;"]' and address like '%_@_%'),
  constraint outbox_name_one_line check (name !~ '[[:cntrl:]]'),
  constraint outbox_state check (state in ('waiting', 'sending', 'sent', 'dead', 'kept', 'dropped')),
  constraint outbox_attempts check (attempts >= 0 and (state not in ('sending', 'sent') or attempts > 0)),
  constraint outbox_waiting_is_due check ((state = 'waiting') = (due_at is not null)),
  constraint outbox_sending_ends check ((state = 'sending') = (sending_until is not null)),
  constraint outbox_dead_has_reason check ((state = 'dead') = (failure is not null)),
  constraint outbox_failure check (failure in ('refused', 'exhausted', 'expired', 'unreadable', 'uncertain')),
  constraint outbox_unsettled_has_content check (state not in ('waiting', 'sending', 'dead', 'kept') or content is not null),
  constraint outbox_secret_erased check (not (secret and state in ('sent', 'dropped')) or content is null)
);

create index outbox_due on outbox (due_at, id) where state = 'waiting';
create index outbox_sending on outbox (sending_until) where state = 'sending';
create index outbox_by_state on outbox (state, changed_at desc, id desc);
create index outbox_person on outbox (person) where person is not null;

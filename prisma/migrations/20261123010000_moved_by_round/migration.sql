-- What the last round said of where somebody stands within their place group: it counts in the next round, and no longer.
alter table "waiting_list_entry" add column "moved" text;
alter table "waiting_list_entry" add constraint "waiting_list_entry_moved_check" check ("moved" in ('opp', 'ned'));

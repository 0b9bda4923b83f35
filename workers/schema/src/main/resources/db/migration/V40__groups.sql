-- A program of one of these zones alone has pages too, and has to know who is in which group; passwords stay unread.
grant select (username, display_name, enabled) on governance.person to haven_identifiable, haven_gate;
grant select on governance.person_group to haven_identifiable, haven_gate;

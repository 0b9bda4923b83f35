-- the identifier a linked row came under, so that an un-merge takes it along
alter table identifiable.linked_row
    add column id_source text not null default 'chi',
    add column id_value  text not null default '';
create index linked_row_eupi on identifiable.linked_row (eupi);

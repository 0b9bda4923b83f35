#!/bin/sh
# Runs once, when the database is made: the owner of the schema, who makes the roles of the zones and runs the migrations.
set -eu
psql -v ON_ERROR_STOP=1 --username "$POSTGRES_USER" -v password="$HAVEN_DB_OWNER" <<'SQL'
create role haven_owner login createrole password :'password';
create database haven owner haven_owner;
SQL

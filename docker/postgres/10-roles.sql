-- Database and roles of the gateway, once, as a superuser: kt1_owner for migrations, kt1_app for the
-- running gateway, which owns nothing. The image's entrypoint runs this at the first start; by hand:
--   psql -v secrets=/folder/with/both/password/files -f 10-roles.sql postgres
\set ON_ERROR_STOP on
\if :{?secrets}
\else
\set secrets /run/secrets
\endif
-- Read here, so that no password stands in an argument list.
\set owner_password `cat :'secrets'/db_owner_password`
\set app_password `cat :'secrets'/db_app_password`
select length(:'owner_password') < 16 or length(:'app_password') < 16 as too_short \gset
\if :too_short
\warn 'db_owner_password and db_app_password need at least 16 characters each'
select 1 / 0 as "refused";
\endif

create role kt1_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'owner_password';
create role kt1_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls
  password :'app_password';

-- SECURITY: for these roles whatever the server's own settings are: no row, parameter or statement
-- goes into its log.
select format('alter role %I set %s', role, setting)
  from (values ('kt1_owner'), ('kt1_app')) as roles(role),
    (values ('log_error_verbosity = terse'), ('log_min_error_statement = panic'),
      ('log_parameter_max_length = 0'), ('log_parameter_max_length_on_error = 0'),
      ('log_statement = none'), ('log_min_duration_statement = -1')) as settings(setting)
\gexec

create database kt1 owner kt1_owner encoding 'UTF8' template template0;

\connect kt1
alter schema public owner to kt1_owner;
revoke create on schema public from public;
grant usage on schema public to kt1_app;

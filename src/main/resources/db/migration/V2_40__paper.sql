alter table issued_paper alter column number set data type varchar(100);
alter table issued_paper alter column title set data type varchar(250);
alter table issued_paper alter column unit set data type varchar(200);

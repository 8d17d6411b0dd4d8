alter table notice add column receiver varchar(20);
comment on column notice.receiver is '收件手机，中间四位不留存；此前的告知为空';

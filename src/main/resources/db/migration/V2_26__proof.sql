alter table applicant_login alter column subject set data type varchar(300);
comment on table applicant_login is '申请人登录：凭短信验证码或统一身份认证取得的令牌（摘要），用于一件申请、一个拟申请的手机或一个主体';

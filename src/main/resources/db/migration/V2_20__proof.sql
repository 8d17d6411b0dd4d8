create table applicant_code (
    subject varchar(64) not null,
    code_hash varchar(64),
    sent_at timestamp(3) with time zone not null,
    sent_today int not null,
    wrong int not null,
    constraint pk_applicant_code primary key (subject)
);
comment on table applicant_code is '短信验证码：每件申请或每个拟申请的手机（地区:号码）最近一次的验证码（摘要）及核验次数';

create table applicant_login (
    token_hash varchar(64) not null,
    subject varchar(64) not null,
    valid_until timestamp(3) with time zone not null,
    constraint pk_applicant_login primary key (token_hash)
);
comment on table applicant_login is '申请人登录：凭短信验证码取得的令牌（摘要），用于一件申请或一个拟申请的手机';

create table identity_token_use (
    token_hash varchar(64) not null,
    used_at timestamp(3) with time zone not null,
    constraint pk_identity_token_use primary key (token_hash)
);
comment on table identity_token_use is '已换取登录的统一身份认证令牌（摘要）：一个令牌只能换取一次，保留至其必已过期';

create table issued_paper (
    code varchar(16) not null,
    number varchar(64) not null,
    region varchar(6) not null,
    title varchar(64) not null,
    unit varchar(100) not null,
    issued_at timestamp(3) with time zone not null,
    sealed boolean not null,
    pdf bytea not null,
    pdf_sha256 varchar(64) not null,
    ofd bytea not null,
    ofd_sha256 varchar(64) not null,
    constraint pk_issued_paper primary key (code),
    constraint uq_issued_paper_number unique (number)
);
comment on table issued_paper is '已签发的文书：首次取得时制作、加盖电子印章并留存，凭验证码查验';

-- 名单调整: 由谁确认
alter table list_adjustment add column decided_by varchar(64);
alter table list_adjustment add column decided_at timestamp(3) with time zone;

-- 失信信息: 报送单位，不知道的为空
alter table dishonesty_record add column delivered_by varchar(40);

-- 外部结果: 系统核对的结论；更正的内容
alter table external_result add column verdict varchar(16);
alter table external_result add column content varchar(8000);

-- 联办申请、热线诉求: 由哪一组账号提交
alter table joint_application add column submitted_group varchar(64);
alter table hotline_request add column asked_by varchar(64);
alter table hotline_request add column asked_group varchar(64);

-- 站内消息: 不属于某一地区的，地区为空
alter table staff_message alter column region drop not null;

-- 申请材料: 上传而尚未使用的有限额
create index material_uploader on material (uploaded_by, uploaded_at);

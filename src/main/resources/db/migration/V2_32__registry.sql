create index display_review_filed_by on display_review (filed_by, filed_at);

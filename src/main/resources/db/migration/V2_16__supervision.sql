create index case_standing_submitted on case_standing (region, submitted_at, unit, item, channel);

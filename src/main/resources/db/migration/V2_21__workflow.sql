-- Brackets of every kind are found by any other.
update task_queue set words = translate(words, '（）［］[]【】〔〕', '()()()()()');

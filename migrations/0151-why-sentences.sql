-- The sentences why a tag fits are texts too: what was offered to translators without them is offered anew, by and by.
delete from activity_texts;

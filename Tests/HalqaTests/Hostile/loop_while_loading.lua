-- An endless loop while the file is loaded, before any report is known.
-- exit: 3
-- says: time limit
while true do end

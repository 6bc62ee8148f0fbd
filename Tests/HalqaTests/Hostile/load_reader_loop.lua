-- A reader that never ends its text.
-- exit: 3
-- says: time limit|memory limit
return function() return load(function() return " " end) end

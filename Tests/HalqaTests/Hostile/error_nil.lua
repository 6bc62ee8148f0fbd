-- An error that is nothing.
-- exit: 1
-- says: the script raised nil
return function() error(nil) end

-- An error message of thirty megabytes.
-- exit: 1 3
-- says: xxx|limit|frame|message
return function() error(("x"):rep(30000000)) end

-- Terminal escapes in an error message do not reach the terminal as they are.
-- exit: 1
-- says: ␛[2J␛]0;owned␇
return function() error("\27[2J\27]0;owned\7") end

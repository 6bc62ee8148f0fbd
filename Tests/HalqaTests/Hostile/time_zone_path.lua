-- A time zone is no path.
-- exit: 1
-- says: is not a time zone
return function() return now:at "../../../../etc/passwd" end

-- What has no end is not shown as a number.
-- exit: 1
-- says: infinite|not one|too large
return function() return { { share = 1 / 0 } } end

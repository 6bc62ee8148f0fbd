-- What is no number is not shown as one.
-- exit: 1
-- says: the number is not one
return function() return { { share = 0 / 0 } } end

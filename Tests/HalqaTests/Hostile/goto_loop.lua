-- goto is a loop too.
-- exit: 3
-- says: time limit
return function()
  ::again::
  goto again
end

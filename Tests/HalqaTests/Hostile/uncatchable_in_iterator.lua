-- A generic `for` whose iterator never ends.
-- exit: 3
-- says: time limit
return function()
  for _ in function() while true do end end do end
end

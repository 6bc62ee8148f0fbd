-- Loops over records, each in a coroutine that is left in the midst.
-- exit: 0 3
-- says: survived|limit
return function(community)
  for _ = 1, 5000 do
    coroutine.wrap(function() for member in community.members:each() do coroutine.yield(member) end end)()
  end
  return "survived"
end

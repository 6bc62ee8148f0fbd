-- Loops over records that are begun and never ended.
-- exit: 0 3
-- says: survived|limit
return function(community)
  for _ = 1, 20000 do
    local step, state, first = community.members:each()
    step(state, first)
  end
  return "survived"
end

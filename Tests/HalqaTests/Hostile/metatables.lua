-- No metatable of the host can be had or set.
-- exit: 0
-- says: protected
return function(community)
  local query, record = community.members, community.members:first()
  for _, value in ipairs { community, query, record, today, now, "", print } do
    assert(type(getmetatable(value)) ~= "table")
    assert(not pcall(setmetatable, value, {}))
  end
  for _, name in ipairs { "string", "table", "math", "utf8", "coroutine", "json" } do
    assert(not pcall(setmetatable, load("return " .. name)(), {}))
    assert(not pcall(rawset, load("return " .. name)(), "x", 1))
  end
  assert(not pcall(rawset, record, "name", "x") and not pcall(rawget, community, "members"))
  return "protected"
end
